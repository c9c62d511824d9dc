"""The names of a text that is one place expression."""

from __future__ import annotations

from dataclasses import replace

from gazetteer.wording import lengths, namewords, words
from gazetteer.wording.chunks import names_in_run, runs
from gazetteer.wording.phrases import Name
from gazetteer.wording.tokens import Tokens

__all__ = ["fragment_names"]


def fragment_names(text: str, tokens: Tokens) -> dict[int, Name]:
    """Find the names of a text that is one place expression: every word that is not grammar."""
    plain = replace(
        tokens,
        capital=[
            capital or _is_foreign(word)
            for capital, word in zip(tokens.capital, tokens.low, strict=False)
        ],
        loud=[False] * len(tokens.low),
        opens=[False] * len(tokens.low),
    )
    found = [name for run in runs(plain) for name in names_in_run(text, plain, run, ())]
    return {name.first: name for name in found}


def _is_foreign(word: str) -> bool:
    grammar = (
        word in namewords.NOT_NAMES
        or word in words.FEATURES
        or word in words.FEATURE_PARTS
        or word in lengths.PARTS
        or word in words.ARTICLES
        or word in words.ADJECTIVES
        or word in words.DETERMINERS
        or word in words.QUANTIFIERS
        or word in words.ROAD_WORDS
        or word in words.BORDER_WORDS
        or word in words.OUTSKIRTS_WORDS
        or word in words.RURAL_WORDS
        or word in words.SECTION_WORDS
        or word in words.SHORES
        or word in words.SIDES
        or word in words.AREA_NOUNS
        or word in words.CENTRE_WORDS
        or word in words.HELD_WORDS
        or word in words.PREFIX_FEATURES
        or word in _GRAMMAR_WORDS
        or words.is_demonym(word)
    )
    return word[:1].isalpha() and not grammar


_GRAMMAR_WORDS = frozenset(
    "away further gate gates doorstep doorsteps linking connecting links connects leading "
    "running close next adjacent just immediately rail railroad radius distance deep line "
    "contact en way joining very km triangle shore shores coast coastline nautical sea crow flies "
    "positions localities territory territories frontline frontlines "
    "straight halfway midway somewhere far extreme opposite left right heart middle "
    "surroundings stone throw striking sight "
    "artillery range foot due directly slightly well odd or more less so excess closer than "
    "estimated maximum minimum depth via out formed made up self".split()
)
