"""What somebody else is called: "finished as a military force after losing X" tells of no army."""

from __future__ import annotations

from collections.abc import Sequence

from claims.lexicon import lexicon

__all__ = ["is_what_another_is"]

_ONE = frozenset(("a", "an"))
_FAR = 4  # words from "as" to a head: "as a serious fighting force"
# No verb of which such a force might be the subject: "as an army patrol entered X" tells of one.
_ENDS = frozenset(". ; after before since despite once when while until".split())
# So do these, but "as a rebel group in the north attacked X" has its verb behind them.
_MAY_END = frozenset("following by with without in".split())
_CLAUSE_ENDS = frozenset(". , ; and".split())
_REACH = 10  # words behind the phrase in which its verb would stand


def is_what_another_is(lower: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a phrase ``[first, last]`` only says as what somebody else is spoken of."""
    behind = lower[last + 1] if last + 1 < len(lower) else "."
    if behind not in _ENDS and (behind not in _MAY_END or _does(lower[last + 1 : last + _REACH])):
        return False
    lead = range(first, max(0, first - _FAR), -1)
    return any(lower[n - 1] == "as" and lower[n] in _ONE for n in lead)


def _does(behind: Sequence[str]) -> bool:
    """Tell whether a verb of fighting stands in the rest of a clause."""
    end = next((n for n, word in enumerate(behind) if word in _CLAUSE_ENDS), len(behind))
    events = lexicon().events
    return any(word in events for word in behind[:end] if not word.endswith("ing"))
