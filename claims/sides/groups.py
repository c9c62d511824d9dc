"""Who is known by name all over the world: armed groups, peoples, states and their capitals."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from claims.sides.countries import countries
from claims.yaml_text import load_yaml
from gazetteer.states import CAPITAL_OF

__all__ = [
    "acting_lands",
    "allied",
    "became",
    "capitals",
    "corps",
    "country_words",
    "disputed",
    "fire_from",
    "flying",
    "groups",
    "homes",
    "in_small",
    "islamists",
    "leftists",
    "listed",
    "locally",
    "missions",
    "namesakes",
    "neutral",
    "once",
    "peoples",
    "plain",
    "reds",
    "services",
    "states",
    "unions",
]


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """Return, by id of side, the names under which each group or force is known."""
    return {
        str(side): tuple(map(str, names))
        for part in ("groups", "states", "missions")
        for side, names in _rows("groups.yaml")[part].items()
    }


@cache
def allied(side: str) -> frozenset[str]:
    """Return the sides that are known to fight beside a side, to tell whom it calls the enemy."""
    return frozenset(
        other for sides in _rows("groups.yaml")["allies"] for other in sides if side in sides
    )


@cache
def homes() -> dict[str, str]:
    """Return the state that each group fights at home."""
    return {side: state for state, sides in _rows("groups.yaml")["homes"].items() for side in sides}


@cache
def became() -> dict[str, str]:
    """Return the state whose army each group has become under its old name."""
    return {
        side: state for state, sides in _rows("groups.yaml")["became"].items() for side in sides
    }


@cache
def flying() -> frozenset[str]:
    """Return the groups that have an air force of their own."""
    return frozenset(_rows("groups.yaml")["flying"])


@cache
def islamists() -> frozenset[str]:
    """Return the sides that "the jihadists" may be."""
    return frozenset(_rows("groups.yaml")["islamists"])


@cache
def corps() -> dict[str, str]:
    """Return the state whose men go by the name of their corps: "Marines"."""
    return dict(_rows("groups.yaml")["corps"])


@cache
def services() -> dict[str, str]:
    """Return whose services go by their bare names in its own press: "Navy planes"."""
    return dict(_rows("groups.yaml")["services"])


@cache
def unions() -> frozenset[str]:
    """Return the states of which "the army" is in the lands that left them."""
    return frozenset(_rows("groups.yaml")["unions"])


@cache
def acting_lands() -> frozenset[str]:
    """Return the names of peoples' lands that act as states do: "Zalinia shelled X"."""
    return frozenset(_rows("groups.yaml")["lands"])


@cache
def disputed() -> tuple[tuple[float, float, float, float], ...]:
    """Return the boxes, west, south, east and north, in which a country tells nobody's side."""
    return tuple((w, s, e, n) for w, s, e, n in _rows("groups.yaml")["disputed"].values())


@cache
def fire_from() -> dict[str, str]:
    """Return the group that fires from a land, by the land's name, where no state does."""
    return {
        land: side for side, lands in _rows("groups.yaml")["fire_from"].items() for land in lands
    }


@cache
def leftists() -> frozenset[str]:
    """Return the groups that "communist rebels" may mean."""
    return frozenset(_rows("groups.yaml")["leftists"])


@cache
def reds() -> frozenset[str]:
    """Return the groups and states that "the Communists" may mean where they are named."""
    return frozenset(_rows("groups.yaml")["reds"])


@cache
def locally(country: str) -> tuple[tuple[str, str], ...]:
    """Return names with the sides that they mean in a report set in a country (ISO code)."""
    rows = _rows("groups.yaml")["locally"].get(country, {})
    return tuple((name, side) for side, names in rows.items() for name in names)


@cache
def states() -> frozenset[str]:
    """Return the ids of sides that are states or missions of states, not groups of their own."""
    return frozenset(country.id for country in countries()) | missions()


@cache
def missions() -> frozenset[str]:
    """Return the ids of missions of many states, which send peacekeepers or an air force."""
    return frozenset(_rows("groups.yaml")["missions"])


@cache
def neutral() -> frozenset[str]:
    """Return the missions that only keep a peace, and are no foe of those beside them."""
    return frozenset(_rows("groups.yaml")["neutral"])


@cache
def once() -> dict[str, tuple[str, frozenset[str]]]:
    """Return the state of old that a capital speaks for, and the sides that tell of its time."""
    return {
        capital: (side, frozenset(told))
        for capital, of in _rows("groups.yaml")["once"].items()
        for side, told in of.items()
    }


@cache
def peoples() -> dict[str, str]:
    """Return the side for each adjective and name of a people: "Kurdish", "Chechens"."""
    return {word: side for side, words in _rows("peoples.yaml").items() for word in words}


@cache
def listed(part: str) -> frozenset[str]:
    """Return the words of one of the plain lists, which the file explains: "read_out"."""
    return frozenset(_rows("groups.yaml")[part])


@cache
def in_small(part: str) -> frozenset[str]:
    """Return the words by which a name in small letters is known: ``foes`` or what else."""
    return frozenset(_rows("groups.yaml")["in_small"][part])


@cache
def plain() -> dict[str, str]:
    """Return, by names of everyday words, the state that a text must name; empty for any text."""
    return {
        name: "" if state == "anywhere" else state
        for state, names in _rows("groups.yaml")["plain"].items()
        for name in names
    }


@cache
def capitals() -> dict[str, str]:
    """Return the side of whose government the press says the capital's name.

    Those of all countries, and before them the names written in ``capitals.yaml``.
    """
    named = (
        (CAPITAL_OF[word.lower()], country.id)
        for country in countries()
        for word in country.words
        if word.lower() in CAPITAL_OF
    )
    written = ((word, of) for of, words in _rows("capitals.yaml").items() for word in words)
    return {**dict(named), **dict(written)}


@cache
def namesakes() -> tuple[str, ...]:
    """Return the names that hold a country's and speak of none: "Lake Chad", "Radio France"."""
    return tuple(name for names in _rows("namesakes.yaml").values() for name in names)


@cache
def country_words() -> dict[str, str]:
    """Return the side for each name and adjective of a country."""
    return {word: country.id for country in countries() for word in country.words}


@cache
def _rows(name: str) -> dict[str, Any]:
    rows: dict[str, Any] = load_yaml((files("claims") / name).read_text(encoding="utf-8"))
    return rows
