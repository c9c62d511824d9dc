"""Which of the towns of a report "the city" means: the one that it names most."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from claims.events.sentences.stands_for import LARGE
from claims.events.spots.townlike import is_site
from gazetteer.place import PlaceExpression
from gazetteer.town_parts import SITES

__all__ = ["SMALL", "is_small", "most_told"]

SMALL = frozenset("village hamlet".split())

_Heads = tuple[str, ...]


def most_told(
    counts: Mapping[_Heads, int],
    towns: Mapping[_Heads, PlaceExpression],
    called: Mapping[_Heads, Collection[str]],
    paragraph: Mapping[_Heads, PlaceExpression],
    whole: PlaceExpression | None,
    *,
    word: str,
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
    last = next((town for h, town in reversed([*towns.items()]) if h in may), None)
    return towns[often[-1]] if most > 1 else last


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
