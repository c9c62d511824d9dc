"""Words for those who fight in any war, read from ``force_words.yaml``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claims.sides.groups import country_words, peoples
from claims.sides.theatre import Theatre
from claims.yaml_text import load_yaml

__all__ = [
    "AIRCRAFT",
    "ForceWords",
    "bears_no_arms",
    "country_adjectives",
    "force_words",
    "side_adjectives",
]

AIRCRAFT = frozenset(
    "jets jet warplanes warplane planes plane aircraft bombers bomber helicopters helicopter"
    " fighter-bombers fighter-bomber gunships gunship".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceWords:
    """The lists of ``force_words.yaml`` by name; what each holds is said there.

    ``heads`` are all that may be a head, ``sided`` all that tell a kind of side,
    ``openers`` all at which a phrase may be found,
    ``attributive`` all before which a side is an adjective.
    """

    heads: frozenset[str]
    troops: frozenset[str]
    weapons: frozenset[str]
    fighters: frozenset[str]
    voices: frozenset[str]
    assets: frozenset[str]
    state: frozenset[str]
    rebel: frozenset[str]
    enemy: frozenset[str]
    nobody: frozenset[str]
    between: frozenset[str]
    civil: frozenset[str]
    deeds: frozenset[str]
    group: frozenset[str]
    creeds: frozenset[str]
    called: frozenset[str]
    irregular: frozenset[str]
    loyal: frozenset[str]
    followers: frozenset[str]
    state_owner: frozenset[str]
    offices: frozenset[str]
    bound: frozenset[str]
    not_people: frozenset[str]
    name_ends: frozenset[str]
    name_links: frozenset[str]
    generic: frozenset[str]
    not_armed: frozenset[str]
    acting: frozenset[str]
    governs: frozenset[str]
    phrases: tuple[tuple[str, str], ...]
    sided: frozenset[str]
    openers: frozenset[str]
    attributive: frozenset[str]


@cache
def force_words() -> ForceWords:
    """Return the shipped words."""
    rows = load_yaml((files("claims") / "force_words.yaml").read_text(encoding="utf-8"))
    phrases = tuple((text, kind) for kind, texts in rows.pop("phrases").items() for text in texts)
    lists = {name: frozenset(words) for name, words in rows.items()}
    heads = lists["troops"] | lists["fighters"] | lists.pop("bodies") | lists["assets"]
    sided = lists["rebel"] | lists["state"] | lists["enemy"] | lists["nobody"]
    openers = heads | lists["rebel"] | lists["state"] | lists["enemy"] | lists["nobody"]
    openers |= lists["name_ends"] | lists["group"] | lists["followers"]
    attributive = lists["civil"] | lists["deeds"]
    return ForceWords(
        heads=heads, phrases=phrases, sided=sided, openers=openers, attributive=attributive, **lists
    )


def country_adjectives() -> dict[str, str]:
    """Return the side for each name and adjective of a country."""
    return country_words()


@lru_cache(maxsize=64)  # more theatres than one run reads
def side_adjectives(theatre: Theatre) -> dict[str, str]:
    """Return the side that each adjective or name of a people or country stands for."""
    return {**country_words(), **peoples(), **dict(theatre.adjectives)}


def bears_no_arms(name: Collection[str]) -> bool:
    """Tell whether the words of a name, in lower case, are those of no force: "Advisory Group"."""
    words, phrases = _not_armed()
    return not words.isdisjoint(name) or any(map(" ".join(name).__contains__, phrases))


@cache
def _not_armed() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that make a name none of a force, and the phrases of several words."""
    phrases = tuple(text for text in force_words().not_armed if " " in text)
    return force_words().not_armed.difference(phrases), phrases
