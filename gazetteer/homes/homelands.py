"""The countries of the towns and provinces of a name: they tell where a text is set."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import chain

from gazetteer.homes.provinces import named_provinces
from gazetteer.homes.towns import WORLD, town_names

__all__ = ["folded_words", "homelands"]

_WORD = re.compile(r"[^\W\d_]+")


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a name without case, accents and marks.

    >>> folded_words("Sar-e Pol"), folded_words("Alcañiz")
    (('sar', 'e', 'pol'), ('alcaniz',))
    """
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in apart if not unicodedata.combining(char))
    return tuple(_WORD.findall(text.casefold()))


@cache
def homelands() -> Mapping[tuple[str, ...], Mapping[str, float]]:
    """Return by the folded words of a name the countries (ISO codes) with a place called so.

    Places are the world's larger towns and all first-level areas. Each country has its share of all
    the people who live in places of that name, from 0 to 1.
    """
    people: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for country, population, names in chain(town_names(WORLD), named_provinces(WORLD)):
        for name in set(map(folded_words, names)):
            people[name][country] += max(population, 1)
    return {
        name: {country: number / held.total() for country, number in held.items()}
        for name, held in people.items()
    }
