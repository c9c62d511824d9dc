"""Surnames of persons that a report names in full, which are no places afterwards."""

from __future__ import annotations

import re

from gazetteer.wording.mentions import Mention
from gazetteer.wording.namewords import GIVEN_NAMES, LOCATIVE

__all__ = ["is_surname", "surnames"]

_FULL = re.compile(r"\b([A-Z][a-z]+)[ \t]+(?=([A-Z]\w+)\b)")


def surnames(text: str) -> frozenset[str]:
    """Return the words that stand behind a first name: "Jan Roe".

    >>> sorted(surnames("President Laurent Roe fled Oru."))
    ['Roe']
    """
    return frozenset(m[2] for m in _FULL.finditer(text) if m[1].lower() in GIVEN_NAMES)


def is_surname(mention: Mention, persons: frozenset[str], before: str) -> bool:
    """Tell whether a mention is a bare name that a person bears.

    One that the gazetteer knows is a place all the same behind a word such as "in"; ``before`` is
    the last word before the mention.
    """
    expression = mention.expression
    bare = len(expression.heads) == 1 and expression.text == expression.heads[0]
    placed = mention.known and before in LOCATIVE
    return bare and not placed and expression.text in persons
