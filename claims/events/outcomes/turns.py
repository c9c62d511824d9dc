"""Who was the first to do it, and what the last to be taken: deeds told as whose turn it was."""

from __future__ import annotations

from itertools import pairwise

from claims.events.sentences.clause_words import MODALS
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_one_that_was", "is_their_turn"]

_TURN = frozenset("first second third fourth fifth last latest only".split())
_ONE_OF = 8  # words of "the last of the provincial capitals to"
_ARTICLES = frozenset("the a its their".split())
_YET = MODALS.union("yet still left remaining remains due".split())  # "still to be taken"
_GATHERS = tuple("sen gather mass assembl train form rais prepar order deploy".split())
_NAMED = 6  # words of "the first substantial Xan ground force"


def is_their_turn(parsed: Parsed, first: int, lead: list[str]) -> bool:
    """Tell whether men are told to be the first who did it: "the first Xan force to enter Y".

    Who "gathered its first battalion to attack Y" did not do it yet.
    """
    to = first - 1 - (parsed.lower[first - 1] != "to")
    men = to - 1 in parsed.armed
    named = parsed.lower[max(0, to - _NAMED) : to]
    words = named if men else lead
    if _is_gathered(named, men=men):
        return False
    ahead = parsed.lower[first : first + _NAMED]  # "the first troops to enter X will be ours"
    return not _TURN.isdisjoint(words) and MODALS.isdisjoint((*words, *ahead))


def _is_gathered(named: list[str], *, men: bool) -> bool:
    """Tell whether somebody brings men up: "sent the first battalion", "its last reserves"."""
    turn = next((n for n, word in enumerate(named) if word in _TURN), 0)
    before = ["", *named[:turn]][-2:]
    return before[0].startswith(_GATHERS) or (men and before[-1] != "the")


def is_one_that_was(parsed: Parsed, trigger: Trigger, first: int) -> bool:
    """Tell whether a place is told of as one that fell: "X, the last town in the east to be taken".

    So only where the place is who it is told of: "the third operation this week to retake X" is
    none, nor is "the last town still to be taken".
    """
    if first == trigger.first and trigger.pattern.scheme != "place-falls":
        return False
    lead = parsed.lower[max(0, first - _ONE_OF) : first]
    lead = lead[len(lead) - lead[::-1].index(",") :] if "," in lead else lead
    if not _YET.isdisjoint(parsed.lower[max(0, first - _ONE_OF - _ONE_OF // 2) : first]):
        return False
    return any(a in _ARTICLES and b in _TURN for a, b in pairwise(lead))
