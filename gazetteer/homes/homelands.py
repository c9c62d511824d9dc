"""The countries of the towns and provinces of a name: they tell where a text is set."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
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
    folded = text.casefold()
    return (folded,) if folded.isalpha() else tuple(_WORD.findall(folded))


@cache
def homelands() -> Mapping[tuple[str, ...], Mapping[str, float]]:
    """Return by the folded words of a name the countries (ISO codes) with a place called so.

    Places are the world's larger towns and all first-level areas. Each country has its share of all
    the people who live in places of that name, from 0 to 1.
    """
    people: defaultdict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for country, population, names in chain(town_names(WORLD), named_provinces(WORLD)):
        for name in set(map(folded_words, names)):
            held = people[name]
            held[country] = held.get(country, 0) + max(population, 1)
    return {name: _shares(held) for name, held in people.items()}


def _shares(people: Mapping[str, int]) -> Mapping[str, float]:
    if len(people) == 1:  # as nearly all names have
        return dict.fromkeys(people, 1.0)
    whole = sum(people.values())
    return {country: number / whole for country, number in people.items()}
