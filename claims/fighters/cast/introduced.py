"""Whether a text tells that a name is a man's: "Jan Roe", "General Roe", and no town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.persons import TITLES
from claims.words import numbers_of
from gazetteer.spellings.english import is_ordinary

__all__ = ["without_towns"]

_OFFICE = 5  # words from a name to what it is set beside: "Roe, a dissident general"
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
    if tokens.shouted or _has_office(tokens.lower[number + 1 : number + 1 + _OFFICE]):
        return True
    before = tokens.lower[number - 1] if number else "."
    if before == ".":  # "Gen. Roe", no "On Monday. Oru's fighters"
        return number > 1 and tokens.lower[number - 2] in _RANKS
    return before in _RANKS or (tokens.capital(number - 1) and not is_ordinary(before))


def _has_office(behind: Sequence[str]) -> bool:
    """Tell whether what a man is stands behind his name: "Roe, a dissident general, "."""
    if behind[:1] != [","] or behind[1:2] not in (["a"], ["an"], ["the"]):
        return False
    end = next((n for n in range(2, len(behind)) if not behind[n].isalpha()), len(behind))
    return not _RANKS.isdisjoint(behind[2:end])
