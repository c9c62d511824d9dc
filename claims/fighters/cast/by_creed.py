"""Whom a theatre's word for its rebels means where another group of that creed is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.fighters.creeds import JIHAD, REBEL
from claims.fighters.phrase import Phrase
from claims.sides.groups import islamists, listed

__all__ = ["called_by_creed"]

_BY_CREED = JIHAD | frozenset(
    "fighters forces groups gunmen terrorist terrorists insurgent insurgents".split()
)

_WORD = re.compile(r"[\w-]+")


def called_by_creed(phrase: Phrase, before: Sequence[Phrase]) -> str | None:
    """Return the group named before that a theatre's word for its rebels means: "the militants".

    Not where others of that creed were named as well, with whom the rebels are allied, or where
    rebels were told of since.
    """
    if phrase.side != REBEL:
        return None
    words = _WORD.findall(phrase.text.lower())  # "the extremists' positions"
    words = words[:-1] if phrase.asset else words
    if not words or not _BY_CREED.issuperset(words):
        return None
    if phrase.placed and not phrase.definite:
        return None  # "the army shelled militants in X"
    named = [one for one in before if one.side in islamists() and one.side != REBEL]
    if len({one.side for one in named}) != 1:
        return None
    rebels = [one for one in before if one.side == REBEL]
    others = any(one.sentence > named[-1].sentence or _is_of_creed(one) for one in rebels)
    return None if others else named[-1].side


def _is_of_creed(phrase: Phrase) -> bool:
    lower = phrase.text.lower()
    return any(name in lower for name in listed("of_one_creed"))
