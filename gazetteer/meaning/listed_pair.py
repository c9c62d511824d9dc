"""Two names of several places that one phrase lists: "near Oru and Bela in the east of Maru"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from gazetteer.entry import FeatureClass
from gazetteer.meaning.areas import Area
from gazetteer.nearness import apart_km
from gazetteer.place import Candidate, PlaceExpression, Relation, Resolution, Unresolved

__all__ = ["listed_pair"]

Answer = Resolution | Unresolved

#: Two villages that one phrase tells of lie side by side, and no other two of these names do: the
#: next pair is so many times farther apart. Of five namesakes each in a province of 30,000 square
#: kilometres two lie within this by chance once in ten times.
_SIDE_BY_SIDE_KM, _TIMES = 6.0, 2.5
_PLAIN = (Relation.AT, Relation.NEAR)


class _Pair(NamedTuple):
    km: float
    one: Candidate
    other: Candidate


def listed_pair(
    answers: Mapping[PlaceExpression, Answer],
    place: Callable[[PlaceExpression, Candidate], Answer],
    held_by: Callable[[PlaceExpression], Area | None],
) -> Iterator[tuple[PlaceExpression, Answer]]:
    """Yield what two names of a list mean of which one is unclear, or both.

    The one pair of namesakes that lie side by side where the phrase says is meant. ``place`` draws
    an expression for the candidate that it means, ``held_by`` tells what holds one, if it is known.
    """
    for one, other in pairwise(answers):
        if not _are_listed(one, other):
            continue
        told = answers[one], answers[other]
        if not any(map(_is_open, told)):
            continue
        area = held_by(one)
        pair = _nearest(_towns(told[0], area), _towns(told[1], area))
        if pair is None:
            continue
        for asked, answer, meant in (one, told[0], pair.one), (other, told[1], pair.other):
            if _is_open(answer):
                yield asked, place(asked, meant)


def _are_listed(one: PlaceExpression, other: PlaceExpression) -> bool:
    """Tell whether two names share the place that holds them."""
    plain = all(each.relation in _PLAIN and len(each.heads) == 1 for each in (one, other))
    apart = one.heads != other.heads
    return plain and apart and one.within is not None and one.within == other.within


def _is_open(answer: Answer) -> bool:
    return isinstance(answer, Unresolved) and answer.status == "ambiguous"


def _towns(answer: Answer, area: Area | None) -> Sequence[Candidate]:
    """Return the towns and villages of an area that an answer leaves open, or the one it gives."""
    told = answer.candidates if isinstance(answer, Unresolved) else answer.chosen
    towns = [each for each in told if each.entry.feature_class is FeatureClass.POPULATED]
    spots = [each.entry.footprint for each in towns]
    there = [area is None or area.holds(spot.lon, spot.lat) for spot in spots]
    return [each for each, holds in zip(towns, there, strict=True) if holds]


def _nearest(ones: Sequence[Candidate], others: Sequence[Candidate]) -> _Pair | None:
    """Return the two that lie side by side, None where none or several do."""
    pairs = sorted(
        (_Pair(_apart_km(one, other), one, other) for one, other in product(ones, others)),
        key=lambda pair: pair.km,
    )
    if not pairs or pairs[0].km > _SIDE_BY_SIDE_KM:
        return None
    alone = len(pairs) == 1 or pairs[1].km >= _TIMES * pairs[0].km
    return pairs[0] if alone else None


def _apart_km(one: Candidate, other: Candidate) -> float:
    a, b = one.entry.footprint, other.entry.footprint
    return apart_km(a.lon, a.lat, b.lon, b.lat)
