"""Deeds beside a name: "the capture by the army of X", "X was massing troops"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from gazetteer.wording.powerwords import STATE_AIMS, STATE_DOINGS, TOWN_DOINGS

__all__ = ["is_a_states", "is_about_to", "is_of_a_deed"]

_DEEDS = frozenset(
    """
    capture seizure recapture takeover retaking conquest occupation shelling bombing bombardment
    siege blockade encirclement liberation recovery storming
    """.split()
)
_MEANWHILE = frozenset("also now still again reportedly actively".split())
_QUOTES = frozenset("\"“‘'")
_JOINTS = frozenset("as after while when and from amid , .".split())
_AIM = 4  # words of "preparing a new assault"
_DOERS = 6  # words of "capture by the Ruritanian army"


def is_of_a_deed(low: Sequence[str], of: int) -> bool:
    """Tell whether an "of" goes on with a deed by somebody, and names no army's home."""
    lead = low[max(0, of - _DOERS) : of]
    at = max((n for n, word in enumerate(lead) if word == "by"), default=0)
    return at > 0 and lead[at - 1] in _DEEDS


def is_about_to(low: Sequence[str], last: int) -> bool:
    """Tell whether what stands before a word does what only a government may: "X is massing men".

    A quotation mark or a word may stand between: "X was now "preparing an assault"".
    """
    at = last + 1
    at += low[at] in _MEANWHILE
    at += low[at] in _QUOTES
    return low[last] in ("is", "was") and is_a_states(low[at : at + _AIM])


def is_a_states(doing: Sequence[str]) -> bool:
    """Tell whether a participle and what follows it are of a government and of no town.

    Examples
    --------
    >>> is_a_states(["preparing", "an", "assault"]), is_a_states(["preparing", "for", "an"])
    (True, False)
    """
    if not STATE_DOINGS.isdisjoint(doing[:1]):
        return True
    either = not TOWN_DOINGS.isdisjoint(doing[:1]) and list(doing[1:2]) != ["for"]
    aims = takewhile(lambda word: word not in _JOINTS, doing[1:])
    return either and not STATE_AIMS.isdisjoint(aims)
