"""Whether a text tells that a name is a man's: "Jan Roe", "General Roe", and no town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.persons import TITLES
from claims.words import numbers_of
from gazetteer.spellings.english import is_ordinary

__all__ = ["without_towns"]

_RANKS = TITLES | frozenset("warlord president leader strongman mullah sheikh brother".split())


def without_towns(phrases: Sequence[Phrase], tokens: Tokens) -> Iterator[Phrase]:
    """Yield the phrases, but for those of men who may be some town's: "Oru's fighters"."""
    return (p for p in phrases if p.kind != "person" or _is_introduced(tokens, p))


def _is_introduced(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether those whom a phrase names by one word are some man's: "Roe's fighters".

    He has a first name or a rank somewhere in the report; "Oru's fighters" may be a town's.
    """
    if "'" not in phrase.text and "’" not in phrase.text:
        return True  # "forces loyal to Roe"
    owner = phrase.text.replace("’", "'").partition("'")[0].lower()
    return any(_is_named(tokens, number) for number in numbers_of(tokens.lower, {owner}))


def _is_named(tokens: Tokens, number: int) -> bool:
    if number == 0 or tokens.shouted:
        return tokens.shouted
    if tokens.words[number - 1] == ".":  # "Gen. Roe", no "On Monday. Oru's fighters"
        return tokens.lower[number - 2] in _RANKS
    first = tokens.capital(number - 1) and not is_ordinary(tokens.lower[number - 1])
    return first or tokens.lower[number - 1] in _RANKS  # no "Near Oru"
