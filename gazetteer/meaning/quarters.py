"""Quarters that a text names without their town: "the Tahrir quarter", in a text on Mosul."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from gazetteer.meaning.standins import held_in
from gazetteer.nearness import apart_km
from gazetteer.place import PlaceExpression, Relation, Resolution, Unresolved
from gazetteer.town_parts import PARTS_OF_TOWN, QUARTERS

__all__ = ["quartered"]

Answer = Resolution | Unresolved

_THE_CITY = "the city"
_ELSEWHERE_KM = 30.0
_EDGE, _EDGE_KM = 1.5, 5.0  # a town's radius is a mean, and suburbs lie around it
_SUBURB_KM = 15.0  # one that is a town of its own


def quartered(
    answers: Mapping[PlaceExpression, Answer],
    place: Callable[[PlaceExpression, PlaceExpression, bool], Answer],
) -> Iterator[tuple[PlaceExpression, Answer]]:
    """Yield quarters of no town as quarters of the one town whose parts a text tells of.

    A village of that name is no quarter; a district may be no part of a town, and is left where it
    is known. ``place`` places an expression as it is held, as which one it was asked, and whether
    it must be known: what is not lies somewhere in the town.
    """
    asked = [each for each in answers if each.feature_word in PARTS_OF_TOWN and each.heads]
    loose = [
        each
        for each in asked
        if (not each.within or _has_known_neighbour(each, asked, answers))
        and _may_be_in_town(each, answers[each])
    ]
    parted = _town(_told_by_parts(answers)) if loose else None
    town = parted or (_town(_cities(answers)) if loose else None)
    if town is None:
        return
    for quarter in loose:
        holder = place(town, quarter, True)
        if quarter.ground and _is_elsewhere(place(quarter.ground, quarter, True), holder):
            continue
        if not parted and _is_elsewhere(_told_before(quarter, answers), holder):
            continue  # "fought for X and took a district": whatever town is "the city" later on
        again = place(replace(quarter, within=town), quarter, False)
        if isinstance(again, Resolution) and isinstance(holder, Resolution):
            if not _lies_in(again, holder):
                again = held_in(_unknown(quarter), holder)
            yield quarter, replace(again, expression=quarter)


def _has_known_neighbour(
    asked: PlaceExpression,
    others: Iterable[PlaceExpression],
    answers: Mapping[PlaceExpression, Answer],
) -> bool:
    """Tell whether another district of "eastern X" is a quarter of the city, and no province is."""
    answer = answers[asked]
    if not isinstance(answer, Unresolved) or answer.status != "unresolved":
        return False
    beside = (answers[each] for each in others if each.within == asked.within)
    return any(isinstance(each, Resolution) and _is_town(each) for each in beside)


def _lies_in(quarter: Resolution, town: Resolution) -> bool:
    """Tell whether what bears a quarter's name lies in its town or at its edge."""
    one, other = quarter.footprint, town.footprint
    reach = max(_EDGE_KM, _EDGE * other.uncertainty_m / 1_000)
    reach += _SUBURB_KM if quarter.expression.feature_word == "suburb" else 0.0
    return apart_km(one.lon, one.lat, other.lon, other.lat) <= reach


def _told_before(
    quarter: PlaceExpression, answers: Mapping[PlaceExpression, Answer]
) -> Answer | None:
    """Return the town that the text names last before a quarter."""
    before = takewhile(lambda item: item[0] is not quarter, answers.items())
    towns = [a for e, a in before if isinstance(a, Resolution) and _is_town(a) and e.heads]
    return towns[-1] if towns else None


def _is_elsewhere(ground: Answer | None, town: Answer) -> bool:
    """Tell whether the text speaks of another town where it names the quarter."""
    if not (isinstance(ground, Resolution) and isinstance(town, Resolution)):
        return False
    one, other = ground.footprint, town.footprint
    return apart_km(one.lon, one.lat, other.lon, other.lat) > _ELSEWHERE_KM


def _unknown(quarter: PlaceExpression) -> Unresolved:
    reason = f"no quarter {' and '.join(quarter.heads)!r} is known there"
    return Unresolved(expression=quarter, status="unresolved", reason=reason)


def _may_be_in_town(asked: PlaceExpression, answer: Answer) -> bool:
    """Tell whether a quarter is not known, or only as a place of its own."""
    if asked.relation not in (Relation.AT, Relation.NEAR):
        return False
    if isinstance(answer, Unresolved):
        villages = all(each.entry.feature_class == "P" for each in answer.candidates)
        return answer.status == "unresolved" or villages or asked.feature_word in QUARTERS
    return asked.feature_word in QUARTERS and _is_town(answer)


def _told_by_parts(answers: Mapping[PlaceExpression, Answer]) -> Iterator[tuple[str, ...]]:
    """Yield the towns of which a text names parts: "eastern Mosul", "a quarter of Mosul"."""
    for asked, answer in answers.items():
        if asked.feature_word in PARTS_OF_TOWN and asked.within and asked.within.heads:
            yield asked.within.heads
        elif _is_part(asked) and isinstance(answer, Resolution) and _is_town(answer):
            yield asked.heads


def _cities(answers: Mapping[PlaceExpression, Answer]) -> Iterator[tuple[str, ...]]:
    """Yield the towns that a text calls "the city", or of whose edge it tells."""
    for asked, answer in answers.items():
        if _is_city(asked) and isinstance(answer, Resolution) and _is_town(answer):
            yield asked.heads


def _town(named: Iterable[tuple[str, ...]]) -> PlaceExpression | None:
    """Return the town of these names, None where there are several."""
    towns = set(named)
    if len(towns) != 1:
        return None
    (heads,) = towns
    return PlaceExpression(text=" and ".join(heads), heads=heads, feature_word="city")


def _is_part(asked: PlaceExpression) -> bool:
    return asked.relation is Relation.PART and not asked.feature_word and bool(asked.heads)


def _is_city(asked: PlaceExpression) -> bool:
    """Tell whether a text speaks of "the city" or of its edge."""
    edge = asked.relation is Relation.OUTSKIRTS
    return bool(asked.heads) and (edge or asked.text.lower() == _THE_CITY)


def _is_town(answer: Resolution) -> bool:
    return answer.chosen[0].entry.feature_class == "P"
