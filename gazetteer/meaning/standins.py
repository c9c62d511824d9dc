"""What may stand in for a place that the gazetteer does not know: the place that holds it."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.index import Gazetteer
from gazetteer.kinds import kind_of
from gazetteer.meaning.areas import may_lie_about
from gazetteer.meaning.asked import PORTS, STRUCK_AFAR
from gazetteer.meaning.called_after import (
    HELD,
    ITS_OWN,
    OFTEN_NOT,
    SITE_OF_TOWN,
    is_its_own,
    is_road,
)
from gazetteer.meaning.rank import EXACT, Scene
from gazetteer.meaning.toponym import resolve_heads
from gazetteer.nearness import apart_km
from gazetteer.place import Candidate, PlaceExpression, Relation, Resolution, Unresolved
from gazetteer.spellings.spelling import name_keys
from gazetteer.town_parts import INSIDE, tells_of_quarter
from geo.footprint import Footprint
from geo.geodesy import half_width_m
from geo.parts import surroundings
from geo.relations import toward

__all__ = ["as_place", "beside_namesake", "beside_town", "held_in", "sure_place"]

#: A place this wide says too little of where a village in it lies: the same limit as for places
#: that tell where others are. A town and most districts are smaller, provinces mostly are not.
_WIDEST_HOLDER_M = 60_000.0
#: Of a long valley or range the middle is nobody's meaning.
_WIDEST_LAND_M = 25_000.0
#: A market or a hospital of a town further off than this is called so in a town nearer by.
_FAR_TOWN_KM = 100.0
#: What may lie a day's ride from all other places of a text: aircraft come from far.
_AFAR = frozenset(("airport", "base", "road", "railway", "border"))
#: Of places so near to a sure one of the text a bridge may be called after the only one.
_BRIDGE_KM, _LARGE_TOWN = 60.0, 50_000
_BRIDGE = re.compile(
    r"^(?:the\s+)?(?:bridge|island)\s+of\s+|\s+(?:bridges?|island)$", re.IGNORECASE
)
_FIELDS = ("AIRP", "AIRB", "AIRF")
_BESIDE = frozenset((Relation.NEAR, Relation.OFFSET, Relation.DISTANCE, Relation.BETWEEN))
_CITY_M, _SAME_KM = 3_000.0, 1.0


def held_in(answer: Unresolved, holder: Resolution | Unresolved | None) -> Resolution | Unresolved:
    """Let the place that a text says holds an unknown one stand in for it, where it is small.

    The reason says so, and the uncertainty is the holder's whole extent.
    """
    said = answer.expression
    ends = len(said.heads) > 1 and said.relation is not Relation.ALONG
    # What is some hundred metres from a bridge in X is in X as well
    close = said.relation is Relation.DISTANCE and max(said.distance_km or (math.inf,)) <= _SAME_KM
    held = close or said.relation in HELD
    if not isinstance(holder, Resolution) or not held or ends:
        return answer
    if is_road(holder.expression) and len(holder.expression.heads) == 1:
        return answer  # "X on the highway to Y" may be far from Y
    where = holder.footprint
    point = where.geometry.geom_type == "Point"
    wide = holder.chosen[0].entry.feature_class is FeatureClass.TERRAIN
    widest_m = _WIDEST_LAND_M if wide else _WIDEST_HOLDER_M
    if (where.uncertainty_m if point else half_width_m(where.geometry)) > widest_m:
        return answer
    beside = holder.expression.relation in _BESIDE
    there = _there(holder.expression.text) if beside else f"in {holder.chosen[0].entry.name}"
    note = f"somewhere {there}; {_named(answer.expression)} is not known more closely"
    if may_lie_about(said, holder):
        where = surroundings(where, name=holder.chosen[0].entry.name)
    where = _headed(said, where, holder.expression.text)
    return Resolution(
        expression=answer.expression,
        footprint=replace(where, note=f"{where.note}; {note}" if where.note else note),
        chosen=tuple(_told(candidate, note) for candidate in holder.chosen),
        rejected=answer.candidates,
    )


def _there(text: str) -> str:
    """Say where "near Y" is, or "the Y area"."""
    return f"in {text}" if text.startswith("the ") else text


def sure_place(
    said: PlaceExpression, name: str, kind: str, gazetteer: Gazetteer, scene: Scene
) -> Candidate | None:
    """Return the town or the district of this name where no other can be meant.

    None as well where all other places of the text lie far off: there is a "Damascus hospital" in
    other towns.
    """
    asked = PlaceExpression(text=name, heads=(name,), feature_word=kind)
    chosen = resolve_heads(asked, gazetteer, scene)
    if isinstance(chosen, Unresolved):
        return None
    place = chosen.candidates[0]
    spelled = {found.id for found in gazetteer.matches(name) if found.score >= EXACT}
    fits = place.entry.id in spelled and place.entry.feature_class == {"town": "P"}.get(kind, "A")
    afar = said.feature_word in STRUCK_AFAR | PORTS
    if afar and said.heads != (name,) and _is_city(place, name):
        return place if fits else None
    if said.feature_word in OFTEN_NOT and said.heads != (name,):
        fits = fits and (_is_told(place, name, scene) or _is_city(place, name))
    return place if fits and not _is_far(said, place, scene) else None


def _is_told(place: Candidate, name: str, scene: Scene) -> bool:
    """Tell whether the text names a place apart by this name, and no namesake can be meant."""
    where = place.entry.footprint
    told = [anchor for anchor in scene.anchors if anchor.name == name]
    apart = (apart_km(where.lon, where.lat, anchor.lon, anchor.lat) for anchor in told)
    return bool(told) and max(apart) < _SAME_KM


def _is_city(place: Candidate, name: str) -> bool:
    """Tell whether a place is a city by this name, which is no other name of it as al-Quds is."""
    own = {key.plain for key in name_keys(place.entry.name)}
    large = place.entry.footprint.uncertainty_m >= _CITY_M
    return large and not own.isdisjoint(key.plain for key in name_keys(name))


def _is_far(said: PlaceExpression, place: Candidate, scene: Scene) -> bool:
    """Tell whether a namesake is meant, or a road that is told of anywhere on its way abroad."""
    kind = kind_of(said.feature_word)
    abroad = is_road(said) and scene.countries and place.entry.country not in scene.countries
    if kind is None or (not abroad and kind.name in _AFAR and not tells_of_quarter(said.text)):
        return False
    own = ITS_OWN.match(said.text)
    if own is not None and place.entry.name in (own["town"], own["owner"]):
        return False  # "the palace in X" may be in no other town
    return (abroad or any(a.sure for a in scene.anchors)) and not _is_near(place, scene)


def as_place(found: Candidate) -> Resolution:
    """Return an entry as if it had been asked for by its name."""
    name = found.entry.name
    asked = PlaceExpression(text=name, heads=(name,))
    return Resolution(expression=asked, footprint=found.entry.footprint, chosen=(found,))


def beside_town(answer: Unresolved, town: Candidate) -> Resolution:
    """Place a site that is called after a town, and not known itself, in or near that town."""
    if is_its_own(answer.expression) and answer.expression.feature_word in INSIDE:
        own = town.entry.footprint
        where = replace(own, note=f"somewhere in {town.entry.name}; not known itself")
    else:
        called = "a road of it that is" if is_road(answer.expression) else "called after it and"
        where = _around(town, f"{called} not known itself")
    where = _headed(answer.expression, where, town.entry.name)
    return Resolution(
        expression=answer.expression,
        footprint=where,
        chosen=(_told(town, where.note),),
        rejected=answer.candidates,
    )


def beside_namesake(
    answer: Unresolved, gazetteer: Gazetteer, scene: Scene
) -> Resolution | Unresolved:
    """Place a bridge or island by the village or dam of its name, a town by its airport."""
    if (
        answer.expression.feature_word not in ("bridge", "island")
        or len(answer.expression.heads) != 1
    ):
        return _beside_airfield(answer, scene)
    name = _BRIDGE.sub("", answer.expression.heads[0])
    near = {
        found.id: entry
        for found in gazetteer.matches(name)
        if found.score >= EXACT and (entry := gazetteer.get(found.id)) and _is_by(entry, scene)
    }
    found = next(iter(near.values())) if len(near) == 1 else None
    if found is None or answer.expression.relation not in HELD:
        return answer
    why = f"{found.name} lies nearest of what bears its name"
    chosen = Candidate(entry=found, score=EXACT, why=why)
    return beside_town(answer, chosen)


def _is_by(entry: GazetteerEntry, scene: Scene) -> bool:
    """Tell whether an entry is no city, which bridges in other towns are called after, and near."""
    where, sure = entry.footprint, [anchor for anchor in scene.anchors if anchor.sure]
    if where.uncertainty_m > _WIDEST_LAND_M or entry.population >= _LARGE_TOWN:
        return False
    apart = (apart_km(where.lon, where.lat, anchor.lon, anchor.lat) for anchor in sure)
    return min(apart, default=math.inf) <= _BRIDGE_KM


def _beside_airfield(answer: Unresolved, scene: Scene) -> Resolution | Unresolved:
    """Place a town that is known by its airport alone: "Shire", where there is Shire Airport.

    Only where other places of the text are sure and no day's ride off.
    """
    said = answer.expression
    plain = not said.feature_word and len(said.heads) == 1 and said.relation in HELD
    if not (plain and answer.status == "unresolved"):
        return answer
    own = {key.plain for key in name_keys(said.heads[0])}
    for found in answer.candidates:
        town = SITE_OF_TOWN.match(found.entry.name) if found.entry.feature_code in _FIELDS else None
        called = town and not own.isdisjoint(key.plain for key in name_keys(town["town"]))
        if called and _is_near(found, scene):
            where = _around(found, "the town of its name is not known itself")
            return Resolution(
                expression=said,
                footprint=_headed(said, where, found.entry.name),
                chosen=(_told(found, where.note),),
                rejected=answer.candidates,
            )
    return answer


def _is_near(place: Candidate, scene: Scene) -> bool:
    """Tell whether a sure place of the text lies within a day's ride."""
    where, sure = place.entry.footprint, [anchor for anchor in scene.anchors if anchor.sure]
    apart = (apart_km(where.lon, where.lat, anchor.lon, anchor.lat) for anchor in sure)
    return min(apart, default=math.inf) <= _FAR_TOWN_KM


def _around(town: Candidate, why: str) -> Footprint:
    where = surroundings(town.entry.footprint, name=town.entry.name)
    return replace(where, note=f"{where.note}; {why}")


def _headed(said: PlaceExpression, where: Footprint, name: str) -> Footprint:
    """Return the land before a place that is only headed for."""
    return toward(where, name=name) if said.relation is Relation.TOWARD else where


def _named(expression: PlaceExpression) -> str:
    return repr(" and ".join(expression.heads))


def _told(candidate: Candidate, note: str) -> Candidate:
    return replace(candidate, why=f"{candidate.why}; {note}")
