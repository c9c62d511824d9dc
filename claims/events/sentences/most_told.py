"""Which of the towns of a report "the city" means: the one that it names most."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from claims.events.sentences.stands_for import CITY, LARGE
from claims.events.spots.townlike import is_site
from gazetteer.place import PlaceExpression
from gazetteer.town_parts import SITES

__all__ = ["SMALL", "is_small", "most_told"]

SMALL = frozenset("village hamlet".split())
#: So many towns are spoken of at once, and a city beside a town has so many times its people.
_FEW, _LARGER = 3, 4

_Heads = tuple[str, ...]


def most_told(
    counts: Mapping[_Heads, int],
    towns: Mapping[_Heads, PlaceExpression],
    called: Mapping[_Heads, Collection[str]],
    paragraph: Mapping[_Heads, PlaceExpression],
    whole: PlaceExpression | None,
    *,
    word: str,
    people: Callable[[str], int | None],
    elsewhere: Collection[_Heads],
) -> PlaceExpression | None:
    """Return the town that is named most, none that was called a village or told of by its airport.

    Parameters
    ----------
    counts, towns, called
        How often each place was told of, the place, the latest last, and what it was called.
    paragraph
        The towns of the paragraph that is read.
    whole
        The town of which a side was told: "western X".
    word
        What the town is called: "city", "capital".
    people
        How many live in the town of a name, None where nobody knows.
    elsewhere
        The towns in which nothing happened.
    """
    may = {h: n for h, n in counts.items() if not is_small(h, word, called)}
    cities = {h: n for h, n in may.items() if not (is_site(towns[h]) or {*called[h]} <= SITES)}
    if whole and not cities:
        return whole
    may = cities or may
    most = max(may.values(), default=0)
    often = [heads for heads, number in may.items() if number == most]
    near = [heads for heads in paragraph if heads in may]
    if most == 2 and near and not set(often) & set(near):
        return paragraph[near[-1]]
    if most > 1:
        return towns[often[-1]]
    last = next((town for heads, town in reversed([*towns.items()]) if heads in may), None)
    told = [town for heads, town in towns.items() if heads in may and heads not in elsewhere]
    return _last_city(told, people) if word == "city" and last in told[-1:] else last


def _last_city(
    told: Sequence[PlaceExpression], people: Callable[[str], int | None]
) -> PlaceExpression:
    """Return the town told last, or of the few before it one that is a city beside a small town."""
    last, *before = reversed(told[-_FEW:])
    own = people(last.heads[0])
    if own is None or own >= CITY:
        return last
    least = max(CITY, _LARGER * own)
    return next((town for town in before if (people(town.heads[0]) or 0) >= least), last)


def is_small(heads: _Heads, word: str, called: Mapping[_Heads, Collection[str]]) -> bool:
    """Tell whether a place was called a village, or a town where another was called a city.

    No capital is called a town.
    """
    own, large = called[heads], any(not LARGE.isdisjoint(names) for names in called.values())
    lesser = (
        "town" in own
        and LARGE.isdisjoint(own)
        and (word == "capital" or (word == "city" and large))
    )
    return lesser or not SMALL.isdisjoint(own)
