"""Where a report lets others speak: what stands in quotation marks of any kind."""

from __future__ import annotations

import re

__all__ = ["is_quoted"]

# A single mark opens only what a stop and a single mark close: an apostrophe closes nothing.
_MARK = re.compile(r"[\"“”„«»]|(?<!\w)[‘'](?=\w[^‘\n]*[,.!?][’'](?!\w))|(?<=[,.!?])[’'](?!\w)")


def is_quoted(text: str, place: int) -> bool:
    """Tell whether a place of a report stands in quotation marks of its paragraph.

    >>> is_quoted("“We hold Maru. Our men advance,” he said. Our men left.", 17)
    True
    >>> is_quoted("“We hold Maru. Our men advance,” he said. Our men left.", 44)
    False
    """
    start = text.rfind("\n", 0, place) + 1
    return len(_MARK.findall(text, start, place)) % 2 == 1 if start < place else False
