"""The areas that hold the places of a text: told beforehand, by its phrases, by its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.homes.outlines import drawn
from gazetteer.homes.query import BARE_FACTOR
from gazetteer.index import Gazetteer
from gazetteer.meaning.areas import Area
from gazetteer.meaning.asked import PORTS, STRUCK_AFAR
from gazetteer.meaning.rank import Scene
from gazetteer.meaning.seats import SMALL_TOWN
from gazetteer.meaning.surroundings import Anchor
from gazetteer.nearness import apart_km
from gazetteer.place import PlaceExpression, Relation, Resolution, Unresolved
from gazetteer.spellings.spelling import name_keys
from gazetteer.town_parts import AIRFIELDS, PARTS_OF_TOWN, QUARTERS
from geo.footprint import Footprint
from geo.geodesy import half_width_m

__all__ = [
    "around",
    "ground_of",
    "inside",
    "is_curated",
    "lies",
    "off_ground",
    "off_holder",
    "off_town",
    "stays",
]

_FAR_SITES = STRUCK_AFAR | PORTS | AIRFIELDS
#: Slack around an area that holds a place: press areas have no sharp edge.
_SLACK_KM, _HEADING_SLACK_KM, _FRONT_SLACK_KM = 10.0, 80.0, 25.0
_BESIDE_TOWN = "suburb"  # which may be a town of its own; a quarter is in its town
_BESIDE = frozenset((Relation.OFFSET, Relation.DISTANCE, Relation.NEAR))
_SHARP = frozenset((Relation.AT, Relation.PART))
#: The press gives the length of the road as often as that of the flight, which is this much less.
_DETOUR = 0.2
#: Nobody draws a line through a land where its north begins: so much of its half-width is open.
_VAGUE = 0.25
#: A city as large as this is meant wherever the rest of a text is.
_CITY = 100_000
#: A town without an area of its own stands for this much around it.
_SURROUNDINGS_KM, _RIDE_KM = 30.0, 100.0
#: What bears the name of a suburb so far from all that a text names is another place.
_ANOTHER_LAND_KM = 300.0


def around(
    gazetteer: Gazetteer,
    *,
    near: Sequence[tuple[float, float]],
    inside: Sequence[str],
    countries: tuple[str, ...],
) -> Scene:
    """Return the scene of what is known beforehand: points, areas by name or id, countries."""
    anchors = tuple(Anchor(lon, lat, "the given point") for lon, lat in near)
    areas = tuple(area for name in inside for area in _area_named(gazetteer, name))
    return Scene(anchors=anchors, areas=areas, countries=countries)


def _area_named(gazetteer: Gazetteer, name: str) -> tuple[Area, ...]:
    """Return the area of this name or id; a town stands for the area drawn around it."""
    if ":" in name:
        return (_area_of(name, gazetteer.get(name)),)
    found = [each for each in gazetteer.matches(name) if each.score >= BARE_FACTOR]
    if not found:
        return ()
    best = min(found, key=lambda each: each.feature_class != FeatureClass.ADMIN)
    entry = gazetteer.get(best.id)
    return (_area_of(name, gazetteer.area_around(entry) or entry),)


def _area_of(name: str, entry: GazetteerEntry) -> Area:
    shaped = entry.footprint.geometry.geom_type.endswith("Polygon")
    return Area(name, entry.footprint.geometry, _SLACK_KM if shaped else _SURROUNDINGS_KM)


def ground_of(expression: PlaceExpression) -> PlaceExpression | None:
    """Return what the text around a place is about; no front holds what is struck from afar."""
    ground = expression.ground
    afar = expression.feature_word in _FAR_SITES
    return None if ground is None or (ground.is_front and afar) else ground


def inside(scene: Scene, holder: Resolution | Unresolved) -> Scene:
    """Add to a scene the area of what holds a place, where that itself is placed."""
    if isinstance(holder, Unresolved):
        return scene
    name = repr(holder.expression.text)
    # "North of X" without a distance says the direction; the next town may be a day away.
    open_ended = holder.expression.relation is Relation.OFFSET and not holder.expression.distance_km
    slack_km = _HEADING_SLACK_KM if open_ended else _SLACK_KM
    if holder.expression.distance_km:
        slack_km = max(slack_km, _DETOUR * holder.expression.distance_km[0])
    if holder.expression.is_front:
        slack_km = _FRONT_SLACK_KM
    slack_km = max(slack_km, _vague_km(holder))
    if holder.footprint.geometry.geom_type == "Point":
        slack_km += holder.footprint.uncertainty_m / 1_000
    beside = holder.expression.relation in _BESIDE
    land = _is_land(holder)
    entry = holder.chosen[0].entry
    # To its borders, and not to the box of its towns.
    where = drawn(entry) if land else holder.footprint
    country = entry.country if land else ""
    area = Area(name, where.geometry, slack_km, beside=beside, country=country)
    return replace(scene, areas=(*scene.areas, area))


def _vague_km(holder: Resolution) -> float:
    """Return how far beyond its half of a land what lies in "northern X" may be."""
    side = holder.expression.relation is Relation.PART and holder.expression.directions
    shape = holder.footprint.geometry
    if not side or not shape.geom_type.endswith("Polygon"):
        return 0.0
    return _VAGUE * half_width_m(shape) / 1_000


def _is_land(holder: Resolution) -> bool:
    """Tell whether a holder is a whole country."""
    whole = holder.expression.relation is Relation.AT
    return whole and holder.chosen[0].entry.feature_code == "PCLI"


def stays(answer: Resolution, ground: Area) -> bool:
    """Tell whether what the name alone gives is a city, or lies on the ground."""
    city = any(candidate.entry.population >= _CITY for candidate in answer.chosen)
    return city or lies(answer, ground)


def is_curated(answer: Resolution, gazetteer: Gazetteer) -> bool:
    """Tell whether somebody wrote an answer down by hand, so that it is meant wherever it lies."""
    return any(gazetteer.is_curated(candidate.entry.id) for candidate in answer.chosen)


def off_holder(
    answer: Resolution, holder: Resolution, *, curated: bool = False
) -> Resolution | Unresolved:
    """Take back a village that lies far off what a text says holds it, in all readings of that.

    What somebody wrote down by hand is meant all the same, unless it is a part of another town.
    """
    name, where = holder.expression.text, holder.footprint
    part = answer.expression.feature_word in PARTS_OF_TOWN
    part = part and holder.chosen[0].entry.feature_code != "PCLI"
    if holder.expression.distance_km and not curated:  # "Y, 190 km east of X" is none west of it
        far = _wide(name, where, _RIDE_KM)
        return answer if stays(answer, far) else _taken_back(answer, holder, far)
    if holder.expression.relation not in _SHARP or (curated and not part):
        return answer  # how far "north of X" reaches nobody knows
    towns = [
        each.chosen[0].entry.feature_class is FeatureClass.POPULATED for each in (answer, holder)
    ]
    within = part and all(towns) and answer.expression.feature_word != _BESIDE_TOWN
    around_km = 0.0 if within else _SURROUNDINGS_KM
    slack_km = max(_RIDE_KM if curated else around_km, _vague_km(holder))
    readings = [_wide(name, reading, slack_km) for reading in (where, *where.alternatives)]
    if part and (curated or all(towns)):
        # "The X district of Y": no town of that name, however large it is
        there = any(lies(answer, reading) for reading in readings)
        return answer if there else _taken_back(answer, holder, readings[0])
    if part and towns[1] and not any(_shares_land(answer, reading) for reading in readings):
        return _taken_back(answer, holder, readings[0])  # nor a province that is called so
    if any(stays(answer, reading) for reading in readings):
        return answer
    return off_ground(answer, holder, readings[0])


def _shares_land(answer: Resolution, ground: Area) -> bool:
    """Tell whether an answer may lie in the same land as the ground."""
    return ground.gap_km(answer.footprint.lon, answer.footprint.lat) < _ANOTHER_LAND_KM


def _wide(name: str, where: Footprint, slack_km: float) -> Area:
    """Return an area with generous edges: a village may lie on the far side of a border or so."""
    point = where.geometry.geom_type == "Point"
    slack_km = max(slack_km, where.uncertainty_m / 1_000 if point else 0.0) + _SLACK_KM
    return Area(name, where.geometry, slack_km)


def off_ground(answer: Resolution, ground: Resolution, area: Area) -> Resolution | Unresolved:
    """Take back a village off the ground: it may be a namesake of one that nobody knows there."""
    if any(entry.feature_class is not FeatureClass.POPULATED or entry.population >= SMALL_TOWN
           for entry in (candidate.entry for candidate in answer.chosen)):  # fmt: skip
        return answer
    return _taken_back(answer, ground, area)


def off_town(
    answer: Resolution, town: Resolution, near: Sequence[Anchor]
) -> Resolution | Unresolved:
    """Take back a namesake of a suburb that lies in another land than its town.

    Not where the text names a place near it, for it may tell of a suburb of that (a district is one
    of the town or of its province); nor what is well known by that name.
    """
    if answer.expression.feature_word not in PARTS_OF_TOWN or _is_well_known(answer):
        return answer
    where, named = answer.footprint, answer.expression.heads
    told = [(town.footprint.lon, town.footprint.lat)]
    others = near if answer.expression.feature_word in QUARTERS else ()
    told += ((each.lon, each.lat) for each in others if each.sure and each.name not in named)
    if min(apart_km(where.lon, where.lat, *point) for point in told) < _ANOTHER_LAND_KM:
        return answer
    name = town.expression.text
    return _taken_back(answer, town, Area(name, town.footprint.geometry, _SURROUNDINGS_KM))


def _is_well_known(answer: Resolution) -> bool:
    """Tell whether a town bears the name that was asked for as its own, and no village does."""
    entry = answer.chosen[0].entry
    own = {key.plain for key in name_keys(entry.name)}
    asked = {key.plain for head in answer.expression.heads for key in name_keys(head)}
    return entry.population >= SMALL_TOWN and not own.isdisjoint(asked)


def _taken_back(answer: Resolution, ground: Resolution, area: Area) -> Unresolved:
    names = ", ".join(f"{each.entry.name} ({each.entry.id})" for each in answer.chosen)
    where = answer.footprint
    return Unresolved(
        expression=answer.expression,
        status="unresolved",
        reason=f"{names} lies {area.gap_km(where.lon, where.lat):.0f} km off"
        f" {ground.expression.text}, which the text speaks of, and none of its name is known there",
        candidates=(*answer.chosen, *answer.rejected),
        searched=True,
    )


def lies(answer: Resolution, ground: Area) -> bool:
    """Tell whether an answer lies on the ground, or nearly."""
    return ground.holds(answer.footprint.lon, answer.footprint.lat)
