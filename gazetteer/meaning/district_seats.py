"""Districts that no list of places holds, told by the town that they are called after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.kinds import kind_of
from gazetteer.meaning.surroundings import Anchor
from gazetteer.nearness import apart_km
from gazetteer.place import PlaceExpression, Relation, Resolution
from gazetteer.wording.words import DISTRICTS

__all__ = ["around_seat"]

#: The middle one of the shipped districts of a land reaches 26 km (median of 26 lands, Afghanistan
#: to Yemen), of those with communes and municipalities 16 to 19 km (BA, CO, ML); rounded up, as a
#: seat is rarely in the midst.
_REACH_M, _LESSER_REACH_M = 30_000.0, 20_000.0
_LESSER = frozenset("municipality commune subdistrict chiefdom payam arrondissement".split())
#: Beside another town that the text names, or as large as this, it is rather a part of a city.
_BESIDE_KM, _CITY = 15.0, 200_000


def around_seat(answer: Resolution, near: Iterable[Anchor]) -> Resolution:
    """Let a district of which only the seat is known reach as far as districts do.

    A town's point would say that all of "Maru district" happened in Maru. What lies beside
    another town of the text (``near``) is rather a quarter of that.
    """
    said, entry = answer.expression, answer.chosen[0].entry
    if len(answer.chosen) > 1 or not _is_district(said) or not _may_be_seat(entry):
        return answer
    where = answer.footprint
    others = (spot for spot in near if spot.name not in said.heads)
    if any(apart_km(where.lon, where.lat, each.lon, each.lat) < _BESIDE_KM for each in others):
        return answer
    reach_m = _LESSER_REACH_M if said.feature_word in _LESSER else _REACH_M
    if where.geometry.geom_type != "Point" or where.uncertainty_m >= reach_m:
        return answer
    note = f"around {entry.name}; how far its {said.feature_word} reaches is not known"
    return replace(answer, footprint=replace(where, uncertainty_m=reach_m, note=note))


def _is_district(said: PlaceExpression) -> bool:
    kind = kind_of(said.feature_word)
    area = said.feature_word in DISTRICTS or (kind is not None and kind.name == "district")
    return area and said.relation is Relation.AT


def _may_be_seat(entry: GazetteerEntry) -> bool:
    town = entry.feature_class is FeatureClass.POPULATED and entry.feature_code != "PPLX"
    return town and entry.population < _CITY
