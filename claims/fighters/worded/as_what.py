"""What somebody else is called: "finished as a military force after losing X" tells of no army."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_what_another_is"]

_ONE = frozenset(("a", "an"))
_FAR = 4  # words from "as" to a head: "as a serious fighting force"
# No verb of which such a force might be the subject: "as an army patrol entered X" tells of one.
_ENDS = frozenset(
    ". ; after before since despite following by with without once when while until in".split()
)


def is_what_another_is(lower: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a phrase ``[first, last]`` only says as what somebody else is spoken of."""
    behind = lower[last + 1] if last + 1 < len(lower) else "."
    if behind not in _ENDS:
        return False
    lead = range(first, max(0, first - _FAR), -1)
    return any(lower[n - 1] == "as" and lower[n] in _ONE for n in lead)
