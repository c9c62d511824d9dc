"""Weigh the towns and provinces that a text names: they tell its country without a word for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from claims.sides.countries import countries
from claims.sides.groups import namesakes
from gazetteer.homes.homelands import folded_words, homelands
from gazetteer.spellings.english import is_ordinary
from gazetteer.states import CAPITALS

__all__ = ["capital_with_town", "count_towns"]

# A town tells more of where a text is set than a people does. A capital often means a government,
# or is where a report was written.
_TOWN, _CAPITAL = 2.0, 1.0
# The share of those who live in places called so that a capital has in its own country.
_MOSTLY = 0.5
_MOST_WORDS = 4
# Shorter ones are initials.
_LEAST_SHOUTED = 3
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = frozenset((" ", "-", "'", "’"))
# Words in capitals beside a name that are no part of it: the head of a sentence, or what it is.
_AROUND = frozenset(
    "the in at from near on to of and but as after before while when for by with around between"
    " outside inside north south east west northern southern eastern western central"
    " city town village province district region state airport governorate county"
    " department prefecture oblast".split()
)


def count_towns(text: str) -> dict[str, float]:
    """Return for each country (ISO code) the weight of its towns and provinces that a text names.

    A name counts once, however often it stands there, for each country by its share of the people
    who live in places of that name. Part of a longer name in capitals is none: "General Jackson".

    >>> round(count_towns("Rebels from Kenema entered Bo.")["SL"])
    2
    """
    found: defaultdict[str, float] = defaultdict(float)
    lands = homelands()
    for name in sorted(_names(text)):
        weight = _CAPITAL if " ".join(name) in _capitals() else _TOWN
        for country, share in lands[name].items():
            found[country] += weight * share
    return dict(found)


def capital_with_town(text: str) -> str:
    """Return the code of the country whose capital a text names beside a town there, or "".

    Either says little by itself: the capital may be where a report was written, and the town one
    of many that are called so. No other country may be worth half as much by its towns.

    >>> capital_with_town("Freetown - Troops recaptured Waterloo.")
    'SL'
    """
    names, worth = _names(text), count_towns(text)
    capitals = {name for name in names if " ".join(name) in _capitals()}
    towns = {code for name in names - capitals for code in homelands()[name]}
    first = max(worth, key=lambda code: worth[code], default="")
    rival = max((each for code, each in worth.items() if code != first), default=0.0)
    seated = any(homelands()[name].get(first, 0.0) > _MOSTLY for name in capitals)
    return first if seated and first in towns and worth[first] > 2 * rival else ""


def _names(text: str) -> set[tuple[str, ...]]:
    """Return the names of towns in a text, each as its folded words."""
    words = list(_WORD.finditer(text))
    plain = [" ".join(folded_words(word[0])) for word in words]
    found, until = set[tuple[str, ...]](), 0
    for index, word in enumerate(words):
        if index < until or not word[0][0].isupper() or plain[index] not in _first_words():
            continue
        for end in range(min(index + _MOST_WORDS, len(words)), index, -1):
            name = tuple(plain[index:end])
            if name in homelands() and _stands_alone(text, words, index, end):
                found.add(name)
                until = end
                break
    return found


def _stands_alone(text: str, words: Sequence[re.Match[str]], start: int, end: int) -> bool:
    """Tell whether words are one name, an unusual one, and no part of a longer one."""
    name = text[words[start].start() : words[end - 1].end()]
    joined = all(_between(text, words, n) in _JOINED for n in range(start, end - 1))
    if not joined or is_ordinary(name) or name.title() in _country_words():
        return False
    if name.isupper() and len(name) > _LEAST_SHOUTED:
        return True
    before, behind = (words[start - 1], words[start]) if start else (), words[end - 1 : end + 1]
    return not (_goes_on(text, before, 0) or _goes_on(text, behind, 1))


def _goes_on(text: str, pair: Sequence[re.Match[str]], other: int) -> bool:
    """Tell whether the other word of two that stand together is part of the same name."""
    if len(pair) < 2 or _between(text, pair, 0) not in _JOINED:
        return False
    word = pair[other][0]
    return word[0].isupper() and word.casefold() not in _AROUND


def _between(text: str, words: Sequence[re.Match[str]], index: int) -> str:
    return text[words[index].end() : words[index + 1].start()]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name in homelands() if name)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(" ".join(folded_words(name)) for name in CAPITALS)


@cache
def _country_words() -> frozenset[str]:
    words = (word for country in countries() for word in country.words)
    return frozenset(map(str.title, (*words, *namesakes())))
