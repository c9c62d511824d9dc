"""Which named sides a text calls rebels, and which it names beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.fighters.phrase import Phrase

__all__ = ["called_rebels"]

_APPOSED = 3  # words from "the rebel group" or from a comma to the name that it stands with
# Words between the two that tell of nothing done: "pushed" sets "Roe's forces" against rebels.
_JOINING = frozenset(
    "the a an of from group groups movement faction alliance called named known as and its"
    " led commanded headed by under loyal to".split()
)
# Nor do these: "rebels joined Roe's men", "rebels under Roe's command".
_SIDES_WITH = frozenset(
    "by under for with alongside joined join joins joining loyal led backed supported while said"
    " says that".split()
)


def called_rebels(phrases: Sequence[Phrase], words: Sequence[str]) -> tuple[set[str], set[str]]:
    """Return the sides whose names stand with "rebels", and those named beside them.

    ``words`` are all of the text's in lower case.
    """
    called, beside = set[str](), set[str]()
    acting = [phrase for phrase in phrases if phrase.free or phrase.kind != "country"]
    for one, other in pairwise(acting):  # but for the land of "rebels in Chad"
        for rebel, named in ((one, other), (other, one)):
            if rebel.kind != "rebel" or not named.side or one.sentence != other.sentence:
                continue
            if rebel.asset or named.says:
                continue
            between = words[one.last + 1 : other.first]
            told = {word for word in between if word.isalpha()}
            apposed = len(between) < _APPOSED and told <= _JOINING
            if apposed:
                called.add(named.side)
            elif not named.rebel and (one.free != other.free or _are_set_against(named, between)):
                beside.add(named.side)
    return called, beside


def _are_set_against(named: Phrase, between: Sequence[str]) -> bool:
    """Tell whether a verb stands between rebels and a leader's men: "rebels routed Roe's men"."""
    one_clause = all(word.isalpha() for word in between) and _SIDES_WITH.isdisjoint(between)
    return named.kind == "person" and one_clause and not _JOINING.issuperset(between)
