"""When two rows of gazetteers are about one feature.

Two rows are about the same feature

- if one of their ids is the same, their own or one of a row that they already took in; or
- if they come from different sources, are of the same kind, share a name by its sound, and lie
  within ``reach_m`` of each other; or
- if they come from the same source, are of the same kind, lie within a kilometre of each other, and
  the preferred name of one is a name of the other. Sources such as GeoNames hold such doubles; any
  other two rows of a source are two features, because whoever made it told them apart.

Kinds: settlements with settlements, quarters with quarters; units of one administrative level with
each other; for all else the same class and the same beginning of the code, so that an airport may
be an airfield in the other source, but a school is never the mosque of its name. A row without a
code fits every code of its class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.homes.filing import filed_keys
from gazetteer.spellings.families import families_of
from gazetteer.spellings.keying import BARE
from geo.geodesy import distance_m

__all__ = [
    "Feature",
    "Fit",
    "Place",
    "Rank",
    "combined",
    "feature_of",
    "fit",
    "rank_of",
    "reach_m",
    "shape_of",
    "window_deg",
]

#: Sorts the rows of one feature: the more populous, then the higher unit, stands first.
Rank = tuple[object, ...]

_DOUBLE_M = 1_000.0
# Two sources mark a settlement at its centre, its town hall or its railway station.
_SETTLEMENT_M = 3_000.0
_SETTLEMENT_MOST_M = 30_000.0
_SPOT_M = 500.0
_SPOT_MOST_M = 3_000.0
# A label point and the middle of a border lie tens of kilometres apart in a large province.
_AREA_M = 10_000.0
_AREA_MOST_M = 200_000.0
# The least along a meridian is 110,574 m.
_METRES_TO_A_DEGREE = 110_000.0
_STEM = 3
_CAPITALS = ("PPLC", "PPLA", "PPLG", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPL")
# "Kilometre 11" and "Kilometre 1", "Novoye II" and "Novoye I" sound alike to the keys.
_NUMBERS = re.compile(r"\d+|\b[IVX]+\b")
_ROW_NUMBER = re.compile(r"\s*\d+$")
_EXTENDED = frozenset(FeatureClass) - {FeatureClass.POPULATED, FeatureClass.SPOT, FeatureClass.ROAD}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a feature lies, sortable: a shape stands before a point."""

    is_point: bool
    rank: Rank
    lon: float
    lat: float
    radius_m: float


@dataclass(frozen=True, slots=True)
class Feature:
    """What is compared of one row, or of several that are about the same feature.

    ``names`` and ``preferred`` are names by their sound; ``preferred`` are those of the first
    toponym. ``family`` is what rows must share to be compared at all, ``code`` the code with the
    rank that it takes precedence by.
    """

    rank: Rank
    family: str
    code: tuple[int, Rank, str]
    place: Place
    names: frozenset[str]
    preferred: frozenset[str]
    ids: frozenset[str]
    sources: frozenset[str]


#: What speaks for a pair, the strongest smallest: 0 the same id, 1 a double, 2 by name and place;
#: and the distance in metres.
Fit = tuple[int, float]


def feature_of(entry: GazetteerEntry) -> Feature:
    """Return what is compared of an entry."""
    rank, at = rank_of(entry), entry.footprint
    rows = [(entry.id, entry.source), *((row.id, row.source) for row in entry.also)]
    code = entry.feature_code
    return Feature(
        rank=rank,
        family=_family(entry),
        code=(_code_order(code), rank, code),
        place=Place(shape_of(entry)[0], rank, at.lon, at.lat, at.uncertainty_m),
        names=frozenset(key for t in entry.toponyms for key in _keys(t.text, entry.country)),
        preferred=_keys(entry.name, entry.country),
        ids=frozenset(row_id for row_id, _ in rows),
        sources=frozenset(_namespace(row_id, source) for row_id, source in rows),
    )


def fit(a: Feature, b: Feature) -> Fit | None:
    """Say what speaks for two features being one, None where they are two."""
    if not a.ids.isdisjoint(b.ids):
        return 0, 0.0
    if not _same_kind(a, b) or a.names.isdisjoint(b.names):
        return None
    is_double = not a.sources.isdisjoint(b.sources)
    if is_double and a.preferred.isdisjoint(b.names) and b.preferred.isdisjoint(a.names):
        return None
    most_m = _DOUBLE_M if is_double else reach_m(a, b)
    if abs(a.place.lat - b.place.lat) * _METRES_TO_A_DEGREE > most_m:
        return None
    apart_m = _apart_m(a.place, b.place)
    return (1 if is_double else 2, apart_m) if apart_m <= most_m else None


def reach_m(a: Feature, b: Feature) -> float:
    """Return how far apart in metres two sources may put one feature.

    Settlements: 3 km, or the radius of the larger where that is more. Sites, roads: the smaller of
    both radii, between 500 m and 3 km. Areas, waters and landforms: 10 km, or the larger radius up
    to 200 km. The figures are ours; no source states its own errors.
    """
    radii_m = a.place.radius_m, b.place.radius_m
    if a.family[0] == FeatureClass.POPULATED:
        return min(max(_SETTLEMENT_M, *radii_m), _SETTLEMENT_MOST_M)
    if FeatureClass(a.family[0]) in _EXTENDED:
        return min(max(_AREA_M, *radii_m), _AREA_MOST_M)
    return min(max(_SPOT_M, min(radii_m)), _SPOT_MOST_M)


def combined(features: Iterable[Feature]) -> Feature:
    """Return what is compared of several features that are one."""
    ranked = sorted(features, key=lambda feature: feature.rank)
    first = ranked[0]
    return Feature(
        rank=first.rank,
        family=first.family,
        code=min(feature.code for feature in ranked if feature.family == first.family),
        place=min((f.place for f in ranked), key=lambda place: (place.is_point, place.rank)),
        names=frozenset().union(*(feature.names for feature in ranked)),
        preferred=first.preferred,
        ids=frozenset().union(*(feature.ids for feature in ranked)),
        sources=frozenset().union(*(feature.sources for feature in ranked)),
    )


def window_deg(features: Iterable[Feature]) -> float:
    """Return the degrees of latitude beyond which none of these features meets another one."""
    most_m = max(reach_m(feature, feature) for feature in features)
    return max(most_m, _DOUBLE_M) / _METRES_TO_A_DEGREE


def rank_of(entry: GazetteerEntry) -> Rank:
    """Return what sorts the rows of one feature; no two different rows are equal by it."""
    at = entry.footprint
    return (
        -entry.population, _code_order(entry.feature_code), entry.id, entry.source, entry.licence,
        at.lon, at.lat, at.uncertainty_m, tuple(t.text for t in entry.toponyms), entry.feature_code,
    )  # fmt: skip


def shape_of(entry: GazetteerEntry) -> tuple[bool, Rank]:
    """Return what sorts the rows of one feature by the worth of their footprint."""
    return entry.footprint.geometry.geom_type == "Point", rank_of(entry)


def _family(entry: GazetteerEntry) -> str:
    letter, code = entry.feature_class.value, entry.feature_code
    if entry.feature_class is FeatureClass.POPULATED:
        return f"{letter} quarter" if code == "PPLX" else letter
    return f"{letter} {code}" if entry.feature_class is FeatureClass.ADMIN else letter


def _code_order(code: str) -> int:
    if code in _CAPITALS:
        return _CAPITALS.index(code)
    return len(_CAPITALS) + (not code)


def _same_kind(a: Feature, b: Feature) -> bool:
    if a.family != b.family:
        return False
    codes = a.code[2], b.code[2]
    free = a.family[0] in {FeatureClass.POPULATED, FeatureClass.ADMIN} or not all(codes)
    return free or codes[0][:_STEM] == codes[1][:_STEM]


def _namespace(entry_id: str, source: str) -> str:
    prefix, colon, _ = entry_id.partition(":")
    return prefix if colon else _ROW_NUMBER.sub("", source)


@lru_cache(maxsize=200_000)
def _keys(name: str, country: str) -> frozenset[str]:
    """Return what two spellings of one name share: how it sounds in the languages of a country."""
    numbers = "".join(f"#{number}" for number in _NUMBERS.findall(name))
    filed = (key for of in families_of(country) for key in filed_keys(name, of.id))
    sounds = (key.spoken for key, how in filed if not how & BARE)
    return frozenset(f"{spoken}{numbers}" for spoken in sounds if len(spoken) > 1)


def _apart_m(a: Place, b: Place) -> float:
    return distance_m(lon=a.lon, lat=a.lat, to_lon=b.lon, to_lat=b.lat)
