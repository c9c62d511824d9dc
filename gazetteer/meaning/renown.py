"""Which of several namesakes is so well known that it is meant unless a text says otherwise."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from gazetteer.homes.small_places import REPORTED
from gazetteer.meaning.rank import EXACT, SAME, Ranked
from gazetteer.meaning.seats import SMALL_TOWN, is_town

__all__ = [
    "NEAR_MARGIN",
    "called_so",
    "dwarfs",
    "is_nearer",
    "largest_first",
    "outshining",
    "well_known",
]

#: A village near a sure place of the text leads by this, or is ambiguous.
NEAR_MARGIN = 0.08
#: A town this many times larger than its namesakes together, and this large, is meant where nothing
#: speaks against it. GeoNames writes 0 where it knows no number; a village is assumed there.
_LARGER, _LARGE, _VILLAGE = 10, 20_000, 500
#: One that is shipped because reports of war tell of it stands for more than a village.
_TOLD_OF = 20_000
#: A town or a seat of a district, known by many names, against villages of its name: a hundred
#: times as prominent as they are together, and no smaller than four times all of them.
_OUTSHINES, _NO_SMALLER = 20, 4
#: And ten thousand times as prominent as them: nobody asks where they are.
_FAR_OUTSHINES = 35


def dwarfs(top: Ranked, rivals: Sequence[Ranked]) -> bool:
    """Tell whether a city leaves no doubt that it is meant and not a village of its name.

    Of forty villages of one name any may be meant, so all of them count together.
    """
    population = top.found.population
    people = sum(_people(ranked, top) for ranked in rivals)
    if population >= _LARGE and population >= _LARGER * people:
        return True
    if 0 < population < _NO_SMALLER * people or is_nearer(rivals, top):
        return False
    outshines = top.found.prominence >= _together(rivals) + _OUTSHINES
    return (top.known or top.surely) and top.spelling >= EXACT and outshines


def largest_first(fitting: Sequence[Ranked]) -> Sequence[Ranked]:
    """Put the largest town of just this name first: fronts are called after it."""
    least = fitting[0].order - NEAR_MARGIN
    towns = [
        ranked
        for ranked in fitting
        if ranked.known and ranked.spelling >= SAME and ranked.order >= least
    ]
    town = max(towns, key=lambda ranked: ranked.found.population, default=fitting[0])
    return [town, *(ranked for ranked in fitting if ranked is not town)]


def well_known(top: Ranked, rest: Sequence[Ranked]) -> Ranked | None:
    """Return the town of just this name that leaves no doubt, where the first is a village.

    Of a village far from all places of a text nobody tells whether it is meant.
    """
    named = [ranked for ranked in (top, *rest) if ranked.spelling >= SAME]
    for town in named:
        others = [ranked for ranked in named if ranked is not town]
        place = town.found.feature_class == "P" and not town.far
        if others and place and dwarfs(town, others):
            return town
    return None


def called_so(ranked: Sequence[Ranked]) -> Ranked | None:
    """Return the one town that is called so, where all else only has it among its other names.

    None where it is no larger than each of these, or lies off the rest of the text.
    """
    own = [each for each in ranked if each.found.own_name and each.spelling >= SAME]
    if len(own) != 1 or own[0].far or not is_town(own[0].found, least=SMALL_TOWN):
        return None
    (town,) = own
    larger = all(town.found.population > r.found.population for r in ranked if r is not town)
    return town if larger else None


def outshining(ranked: Sequence[Ranked], curated: Callable[[str], bool]) -> Ranked | None:
    """Return the town of a theatre beside which all namesakes are villages nobody writes of.

    It is meant even where one of these lies near a place of the text: the capital of a state, and
    not a hamlet that sounds like it. None where there is no such town, or but one of the name.
    """
    for town in ranked:
        others = [each for each in ranked if each is not town]
        fits = curated(town.found.id) and not town.far and town.found.feature_class == "P"
        if others and fits and town.spelling >= max(each.spelling for each in others):
            hamlets = all(each.found.population == 0 for each in others)
            if hamlets and town.found.prominence >= _together(others) + _FAR_OUTSHINES:
                return town
    return None


def _people(ranked: Ranked, top: Ranked) -> int:
    """Count who speaks for a rival: tenfold where the text is about places around it alone.

    A hundredfold where the name is its own, and but another one of the city's.
    """
    beside = ranked.surely and not top.surely
    own = ranked.found.own_name and ranked.spelling >= SAME and not top.found.own_name
    told = ranked.found.id.startswith(REPORTED)
    people = ranked.found.population or (_TOLD_OF if told else _VILLAGE)
    return people * (_LARGER ** (1 + own) if beside else 1)


def _together(ranked: Sequence[Ranked]) -> float:
    """Add up prominence, which is ten times a logarithm."""
    return 10 * math.log10(sum(10 ** (each.found.prominence / 10) for each in ranked))


def is_nearer(rivals: Sequence[Ranked], top: Ranked) -> bool:
    """Tell whether the places of the text speak for one of the others, and hardly for the first."""
    return any(ranked.supported and ranked.order - top.order >= NEAR_MARGIN for ranked in rivals)
