"""Units named in a text all in capitals, which tell no name: "THE ORU BATTALION"."""

from __future__ import annotations

from claims.fighters.phrase import Ground, Phrase
from claims.lexicon import lexicon

__all__ = ["names_loud_unit"]

_UNITS = frozenset("battalion brigade regiment division".split())
_LEADS = {"the": "unit", "its": "own", "our": "our"}
_LONGEST = 6  # words from "the" to the end of the name


def names_loud_unit(ground: Ground, phrase: Phrase) -> bool:
    """Take the name before a battalion in a text that is all in capitals; tell whether one stands.

    Nothing but a name stands between "the", "its" or an owner and the unit: no verb, no small word.
    """
    tokens = ground.tokens
    if not tokens.shouted or tokens.lower[phrase.last] not in _UNITS:
        return False
    number = phrase.last - 1
    while number > max(0, phrase.last - _LONGEST) and _may_be_named(ground, number):
        number -= 1
    if number == phrase.last - 1:
        return False
    unit = ground.by_last.get(number)
    if unit is not None and unit.side and tokens.owns(number):  # "THE FRONT'S ORU BATTALION"
        phrase.first, phrase.kind, phrase.side = unit.first, unit.kind, unit.side
    else:
        phrase.kind = _LEADS.get(tokens.lower[number], "")
        phrase.first = number + 1 if phrase.kind else phrase.first
    return bool(phrase.kind)


def _may_be_named(ground: Ground, number: int) -> bool:
    word, words = ground.tokens.lower[number], ground.words
    small = len(word) <= 2 or word in words.governs or word in words.not_people - words.generic
    apart = small or word in words.sided or word in words.acting or word in lexicon().events
    return word.isalpha() and not apart and not word.endswith("ed") and number not in ground.by_last
