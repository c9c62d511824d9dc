"""Times since when nothing like it was: "the heaviest raid since May", "their first gain since"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.number_words import FIRST_TO_TENTH

__all__ = ["dates_what_is_compared", "is_ranked", "opens_when", "ranks", "up_to_measure"]

_SINCE = 3  # words of "since early in"
_RANKS, _RANKED = {*FIRST_TO_TENTH, "most", "worst"}, 9  # words of "its first gain since"
_RANKERS = frozenset("the its their our a this second third".split())
_SIDES = frozenset("west south-west southwest north-west northwest forest rest crest".split())
_THEN = 6  # words of "since late in October 2023, when"
# "Attacked X, opening the largest offensive since 2016" tells of one attack.
_AGAIN = re.compile(
    r"(?i)(?<!ing the )\b(?:first|second|third|such|only|most|worst|\w+est)\b[^,;]{0,60}? since\b"
)
_PARTING = re.compile(r"[,;]|\b(?:with|and|but|as|while|when)\b")


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


def up_to_measure(clause: str, at: int) -> str:
    """Return a clause up to the "since" by which what it tells at a character is measured.

    What happened then keeps its day.

    Examples
    --------
    >>> up_to_measure("took Oru in their boldest push since the war of 2012", 0)
    'took Oru in their boldest push since'
    >>> up_to_measure("the largest raid since Oru fell in 2012", 27)
    'the largest raid since Oru fell in 2012'
    >>> up_to_measure("the largest raid since 2012 with fighting in Oru", 33)
    'the largest raid since'
    """
    measure = _AGAIN.search(clause) if " since" in clause else None
    if measure is None or not (at < measure.end() or _PARTING.search(clause, measure.end(), at)):
        return clause
    return clause[: measure.end()]
