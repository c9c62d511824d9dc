"""The countries that a text is set in: by the words for them, and by the towns that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.sides.countries import ACT_ABROAD
from gazetteer.meaning.borders import land_borders

__all__ = ["likely_countries"]

_MOST = 3
# What a mention of a country is worth, where a town of it is worth 2 (``count_towns``), and that it
# is mentioned at all.
_MENTION, _NAMED = 1.5, 1.0
# What towns are worth that speak for a country by themselves; for a further one beside a mention;
# for the only one of a text that mentions none, where no other has half as much.
_BY_TOWNS, _TOO, _ONLY = 3.0, 0.9, 2.0
# A country without towns is a further one from this share of the first one's worth on, or where it
# is mentioned so often.
_SHARE, _OFTEN = 0.4, 3


def likely_countries(named: Mapping[str, int], towns: Mapping[str, float]) -> tuple[str, ...]:
    """Return the codes of the countries that a text is most likely set in, three at most.

    A power that acts abroad is one of them where towns of it are named, or nothing else is. Where
    the towns are all but of a neighbour of the first, that is one: "Roe's jets hit Oru".

    Parameters
    ----------
    named
        How often the text mentions each country (ISO code).
    towns
        What the towns that it names are worth for each.

    >>> likely_countries({"GN": 1, "FR": 4}, {"SL": 7.3, "CA": 0.7})
    ('SL',)
    """
    worth = dict(towns) | {
        code: towns.get(code, 0.0) + _NAMED + _MENTION * number for code, number in named.items()
    }
    likely = [
        code
        for code in sorted(worth, key=lambda code: -worth[code])
        if towns.get(code, 0.0) >= _BY_TOWNS or (code in named and code not in ACT_ABROAD)
    ][:_MOST]
    if not likely and named:
        power = max(named, key=lambda code: named[code])
        return (*dict.fromkeys((*_best(towns), power)),)
    if not likely:
        return tuple(_only(towns))
    first, *others = likely
    least = worth[first] * _SHARE

    def is_further(code: str) -> bool:
        often = named.get(code, 0) >= _OFTEN
        return often or towns.get(code, 0.0) >= _TOO or worth[code] >= least

    known = (first, *filter(is_further, others))
    beyond = _best({code: towns[code] for code in towns if _are_neighbours(first, code)})
    own = 2 * towns.get(first, 0.0)
    return (*dict.fromkeys((*known, *(code for code in beyond if towns[code] > own))),)[:_MOST]


def _are_neighbours(one: str, other: str) -> bool:
    return (min(one, other), max(one, other)) in land_borders()


def _best(towns: Mapping[str, float]) -> Iterator[str]:
    """Give the country that towns speak for, where any does."""
    best = max(towns, key=lambda code: towns[code], default="")
    if towns.get(best, 0.0) >= _TOO:
        yield best


def _only(towns: Mapping[str, float]) -> Iterator[str]:
    """Give the country of one or two towns that stand alone, where hardly another can be meant."""
    best, *others = (*sorted(towns, key=lambda code: -towns[code])[:2], "")
    rival = towns.get(others[0], 0.0) if others else 0.0
    if towns.get(best, 0.0) >= _ONLY and rival < towns[best] / 2 and best not in ACT_ABROAD:
        yield best
