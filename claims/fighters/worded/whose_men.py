"""The men of whoever is named before "whose": "General Roe Karo, whose troops"."""

from __future__ import annotations

from claims.fighters.named.full_names import slug
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.persons import name_ending

__all__ = ["take_named"]


def take_named(tokens: Tokens, phrase: Phrase) -> None:
    """Take "General Jan Roe, whose troops" for the men of him by whose whole name they go."""
    comma = phrase.first - 2
    told = name_ending(tokens, comma - 1) if tokens.words[comma : comma + 1] == [","] else ()
    for first, last in told:
        if last > first:
            phrase.kind, phrase.name = "person", tokens.lower[last]
            phrase.side = slug(phrase.name)
