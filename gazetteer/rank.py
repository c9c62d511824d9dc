"""Which of the entries that share a name is meant, and why."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.kinds import Kind, class_words
from gazetteer.place import Candidate
from gazetteer.stores import Found

__all__ = ["EXACT", "FAIR", "STRONG", "Anchor", "Area", "Asked", "Ranked", "Scene", "rank"]

# Spelled so; spelled well enough by itself; well enough with support nearby.
EXACT, STRONG, FAIR = 0.95, 0.93, 0.80
# How far the places of one report lie from each other; measured on news as exp(-d / 40 km).
_REACH_KM = 40.0
_FAR_KM = 300.0
_EARTH_KM = 6_371.009  # mean radius, IUGG; within 0.6 % of the ellipsoid, which ranking never sees
_KNOWN_TOWN = 15_000

_NEAR_WEIGHT, _INSIDE_WEIGHT, _KIND_WEIGHT, _CURATED_WEIGHT = 0.20, 0.10, 0.08, 0.04
_OTHER_KIND, _OUTSIDE, _OTHER_COUNTRY, _NOT_A_TOWN = 0.12, 0.20, 0.12, 0.08


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point that the text is about, with its name for the reader."""

    lon: float
    lat: float
    name: str


@dataclass(frozen=True, slots=True)
class Area:
    """A place that is said to hold the one looked for."""

    name: str
    geometry: BaseGeometry
    slack_km: float


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known around a name: other places of the text, areas that hold it, countries."""

    anchors: tuple[Anchor, ...] = ()
    areas: tuple[Area, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A name with what its phrase says of it; ``prefers`` are class letters, best first."""

    name: str
    kind: Kind | None
    kind_word: str = ""
    prefers: str = "P"


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry with its score for ordering (unbounded), its spelling, and what supports it."""

    entry: GazetteerEntry
    order: float
    spelling: float
    supported: bool
    far: bool
    why: str

    def candidate(self) -> Candidate:
        """Return it as an answer shows it, the score within 0 and 1."""
        score = round(min(1.0, max(0.0, self.order)), 3)
        return Candidate(entry=self.entry, score=score, why=self.why)


def rank(
    asked: Asked,
    found: Sequence[Found],
    scene: Scene,
    *,
    curated: Callable[[GazetteerEntry], bool],
    spelled: Callable[[str, Found], str],
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """Order the entries a name may mean; return those that fit the kind asked for, and the others.

    Notes
    -----
    The order is spelling, plus nearness to the other places of the text (0.20 exp(-d / 40 km)),
    being inside what the text names around it, kind of feature and curated entries; population
    never enters it and only breaks ties. A strict kind, such as a bridge, excludes all others.
    No nearness lifts a name that is merely similar over one that is spelled so: "Aleppo" is not the
    "Aleppo road district" of the next town.
    """
    fitting: list[Ranked] = []
    others: list[Ranked] = []
    for each in found:
        ranked = _weigh(asked, each, scene, curated(each.entry), spelled(asked.name, each))
        wrong = asked.kind is not None and asked.kind.strict and not asked.kind.fits(each.entry)
        (others if wrong else fitting).append(ranked)
    return tuple(sorted(fitting, key=_by_order)), tuple(sorted(others, key=_by_order))


def _by_order(ranked: Ranked) -> tuple[bool, float, int, str]:
    merely_similar = ranked.spelling < EXACT or ranked.far
    return (merely_similar, -round(ranked.order, 3), -ranked.entry.population, ranked.entry.id)


def _weigh(asked: Asked, found: Found, scene: Scene, curated: bool, spelled: str) -> Ranked:
    entry = found.entry
    spelling = _spelling(asked, found)
    near, nearest_km, near_why = _nearness(entry, scene.anchors)
    inside, inside_why = _containment(entry, scene.areas)
    notes = [
        (0.0, spelled),
        (_NEAR_WEIGHT * near, near_why),
        (inside, inside_why),
        _kind_note(asked, entry),
        (_CURATED_WEIGHT, "curated for this theatre") if curated else (0.0, ""),
        _country_note(entry, scene.countries),
    ]
    # The anchors say nothing of a road that runs past them or a province that holds them.
    small = entry.feature_class in "PST" and entry.population < _KNOWN_TOWN and not curated
    return Ranked(
        entry=entry,
        order=spelling + sum(weight for weight, _ in notes),
        spelling=spelling,
        supported=nearest_km <= _REACH_KM or inside > 0,
        far=small and _FAR_KM < nearest_km < math.inf,
        why="; ".join(note for _, note in notes if note),
    )


def _spelling(asked: Asked, found: Found) -> float:
    """Forgive a missing feature word where the kind agrees: "southern Aleppo" is its province."""
    if asked.kind is not None:
        agrees = asked.kind.fits(found.entry)
    else:
        agrees = asked.prefers == "A" and found.entry.feature_class is FeatureClass.ADMIN
    return max(found.score, found.spelling - 0.02) if agrees else found.score


def _kind_note(asked: Asked, entry: GazetteerEntry) -> tuple[float, str]:
    if asked.kind and asked.kind.fits(entry):
        return _KIND_WEIGHT, f"fits the word {asked.kind_word!r}"
    if asked.kind:
        return -_OTHER_KIND, f"{class_words(entry)}, while the text says {asked.kind_word!r}"
    if entry.feature_class.value in asked.prefers:
        return 0.0, ""
    return -_NOT_A_TOWN, f"the bare name rather means {_MEANS[asked.prefers]}"


_MEANS = {"P": "a populated place", "A": "an administrative area"}


def _country_note(entry: GazetteerEntry, countries: tuple[str, ...]) -> tuple[float, str]:
    if not countries or not entry.country or entry.country in countries:
        return 0.0, ""
    return -_OTHER_COUNTRY, f"in {entry.country}, while {', '.join(countries)} is asked for"


def _nearness(entry: GazetteerEntry, anchors: Iterable[Anchor]) -> tuple[float, float, str]:
    """Return a weight 0 to 1, the distance to the nearest anchor in km, and the words for it."""
    distances = [(_distance_km(entry, anchor), anchor.name) for anchor in anchors]
    if not distances:
        return 0.0, math.inf, ""
    nearest_km, name = min(distances)
    mean = sum(math.exp(-km / _REACH_KM) for km, _ in distances) / len(distances)
    weight = 0.7 * math.exp(-nearest_km / _REACH_KM) + 0.3 * mean
    how_far = f"{nearest_km:.0f} km from" if nearest_km >= 1 else "at"
    return weight, nearest_km, f"{how_far} {name}"


def _distance_km(entry: GazetteerEntry, anchor: Anchor) -> float:
    """Great-circle distance less the entry's own extent where it is an area or a line."""
    spot = entry.footprint
    lat, to_lat = math.radians(spot.lat), math.radians(anchor.lat)
    half = (
        math.sin((to_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(to_lat) * math.sin(math.radians(anchor.lon - spot.lon) / 2) ** 2
    )
    km = 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
    extent_km = 0.0 if entry.feature_class is FeatureClass.POPULATED else spot.uncertainty_m / 1_000
    return max(0.0, km - extent_km)


def _containment(entry: GazetteerEntry, areas: Iterable[Area]) -> tuple[float, str]:
    weight, notes = 0.0, []
    for area in areas:
        within = _gap_km(entry, area) <= area.slack_km
        weight += _INSIDE_WEIGHT if within else -_OUTSIDE
        notes.append(f"{'inside' if within else 'outside'} {area.name}")
    return weight, ", ".join(notes)


def _gap_km(entry: GazetteerEntry, area: Area) -> float:
    """Return roughly how far an entry lies outside an area, 0 inside."""
    spot = entry.footprint
    near = nearest_points(area.geometry, Point(spot.lon, spot.lat))[0]
    return _distance_km(entry, Anchor(near.x, near.y, area.name))
