"""What a written page holds, read back out of its data."""

from __future__ import annotations

import re

from maps.errors import PageError
from maps.pack import unpack

__all__ = ["claim_ids"]

_DATA = re.compile(r'id="fm-data"[^>]*>([^<]*)</script>')


def claim_ids(html: str) -> list[str]:
    """Return the ids of the claims on a page, drawn and listed.

    Raises
    ------
    PageError
        The text is no page of a map, or its data is damaged.
    """
    found = _DATA.search(html)
    if found is None:
        raise PageError("this is no map that frontmap wrote; it has no data of one")
    head, _, _ = unpack(found[1])
    return list(head["ids"])
