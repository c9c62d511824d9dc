"""Times since when nothing like it was: "the heaviest raid since May", "their first gain since"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.number_words import FIRST_TO_TENTH

__all__ = ["dates_what_is_compared", "is_ranked", "opens_when", "ranks"]

_SINCE = 3  # words of "since early in"
_RANKS, _RANKED = {*FIRST_TO_TENTH, "most", "worst"}, 9  # words of "its first gain since"
_RANKERS = frozenset("the its their our a this second third".split())
_SIDES = frozenset("west south-west southwest north-west northwest forest rest crest".split())
_THEN = 6  # words of "since late in October 2023, when"


def opens_when(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether an event is what happened then: "the worst raid since May, when they took X"."""
    when = parsed.clause(trigger.first)[0] - 1
    return parsed.lower[when - 1] == "," and number < when <= number + _THEN


def ranks(words: Sequence[str]) -> bool:
    """Tell whether words rank an event among others: ", the heaviest raid there [since May]"."""
    return any(
        before in _RANKERS and (word in _RANKS or (word.endswith("est") and word not in _SIDES))
        for before, word in pairwise(words[-_RANKED:])
    )


def dates_what_is_compared(between: Sequence[str]) -> bool:
    """Tell whether a time is that of another event: "took X, its first gain since Y fell in May".

    Not so "has held X since the truce collapsed in May", which tells how long.
    """
    if "since" not in between:
        return False
    at = between.index("since")
    ranked = any(w.endswith("est") or w in _RANKS for w in between[max(0, at - _RANKED) : at])
    return ranked and len(between) - at > _SINCE


def is_ranked(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether an event is one of several: "the first attack on X since May"."""
    word = parsed.lower[trigger.first - 1] if trigger.first else ""
    ranked = trigger.pattern.kind == "noun" and (word in _RANKS or word.endswith("est"))
    return ranked or ranks(parsed.lower[trigger.last + 1 : number])
