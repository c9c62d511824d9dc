"""Surnames of persons that a report names in full, which are no places afterwards."""

from __future__ import annotations

import re

from claims.fighters.cast.rulers import is_ruler
from gazetteer.wording.mentions import Mention
from gazetteer.wording.namewords import GIVEN_NAMES, LOCATIVE

__all__ = ["is_surname", "surnames"]

_TITLED = re.compile(
    r"\b(?:President|Premier|Prime Minister|Gen\.|General|Col\.|Colonel|Brigadier|Admiral|Marshal)"
    # A full stop ends the sentence, but for initials: "President Roe. Oru fell".
    r"\s+(?:(?:[A-Z]\.|(?:Lt|Gen|Maj|Col|Brig|Adm|Dr)\.|[A-Z][\w'’-]*)"
    r"[ \t]*(?:\n[ \t]*|(?<=\s)|(?<=\.))){1,3}([A-Z][a-z]\w+)"
)
_TITLES = ("President", "Premier", "Minister", "Gen", "Col", "Brigadier", "Admiral", "Marshal")
# Any two capitals in a row, so that small words are quickly passed over: "McRoe Oru" as well.
_FULL = re.compile(r"([A-Z][a-z]+)[ \t]+(?=([A-Z]\w+)\b)")


def surnames(text: str) -> frozenset[str]:
    """Return the words that stand behind a first name, or a title and a name: "Jan Roe".

    >>> sorted(surnames("President Laurent Roe fled Oru."))
    ['Roe']
    """
    named = any(map(text.__contains__, _TITLES))
    titled = (m[1] for m in _TITLED.finditer(text)) if named else ()
    first = (m for m in _FULL.finditer(text) if m[1].lower() in GIVEN_NAMES)
    whole = (m[2] for m in first if not text[max(0, m.start() - 1) : m.start()].isalnum())
    return frozenset((*titled, *whole))


def is_surname(mention: Mention, persons: frozenset[str], before: str) -> bool:
    """Tell whether a mention is a bare name that a person bears, of the report or a known ruler.

    One that the gazetteer knows is a place all the same behind a word such as "in"; ``before`` is
    the last word before the mention.
    """
    expression = mention.expression
    bare = len(expression.heads) == 1 and expression.text == expression.heads[0]
    placed = mention.known and before in LOCATIVE
    ruler = not mention.known and is_ruler(expression.text)
    return bare and (ruler or (not placed and expression.text in persons))
