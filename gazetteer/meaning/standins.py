"""What may stand in for a place that the gazetteer does not know: the place that holds it."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from gazetteer.index import Gazetteer
from gazetteer.kinds import kind_of
from gazetteer.meaning.areas import may_lie_about
from gazetteer.meaning.rank import EXACT, Scene
from gazetteer.meaning.toponym import resolve_heads
from gazetteer.nearness import apart_km
from gazetteer.place import Candidate, PlaceExpression, Relation, Resolution, Unresolved
from gazetteer.spellings.spelling import name_keys
from gazetteer.states import COUNTRIES
from gazetteer.town_parts import INSIDE, OF_TOWN, tells_of_quarter
from geo.footprint import Footprint
from geo.geodesy import half_width_m
from geo.parts import surroundings
from geo.relations import toward

__all__ = ["as_place", "beside_airfield", "beside_town", "held_in", "sure_place", "town_of"]

#: A place this wide says too little of where a village in it lies: the same limit as for places
#: that tell where others are. A town and most districts are smaller, provinces mostly are not.
_WIDEST_HOLDER_M = 60_000.0
#: A market or a hospital of a town further off than this is called so in a town nearer by.
_FAR_TOWN_KM = 100.0
#: What may lie a day's ride from all other places of a text: aircraft come from far.
_AFAR = frozenset(("airport", "base", "road", "railway", "border"))
#: Relations that a footprint of the whole holder still holds: not "15 km from X in Y".
_HELD = frozenset((
    Relation.AT, Relation.NEAR, Relation.PART, Relation.OUTSKIRTS, Relation.GATES, Relation.ALONG,
    Relation.TOWARD,
))  # fmt: skip
_FIELDS = ("AIRP", "AIRB", "AIRF")
_ROAD = re.compile(r"\s+(?:roads?|highways?|motorways?|routes?|tracks?)$", re.IGNORECASE)
_MARKETS = frozenset(("market", "bazaar"))
_MARKET = re.compile(r"\s+(?:markets?|bazaars?)$", re.IGNORECASE)
_BESIDE = frozenset((Relation.NEAR, Relation.OFFSET, Relation.DISTANCE, Relation.BETWEEN))
#: Sites that are called after their town as a rule; fields and mines are after the land.
_OF_A_TOWN = (
    "airport", "airfield", "airbase", "air base", "aerodrome", "airstrip", "base", "barracks",
    "garrison", "prison", "jail", "university", "port", "harbour", "harbor", "power plant",
    "power station", "station", "plant", "refinery", "crossing", "border crossing", "terminal",
    "depot", "factory", "detachment", "headquarters", "junction", "crossroads", "dam", "reservoir",
    "checkpoint", "outpost", "post", "camp",
)  # fmt: skip
#: Called as often after people or other towns: they are of a town that the text names, or a city.
_OFTEN_NOT = ("hospital", "clinic", "mosque", "church", "school", "stadium", "roundabout")
_CITY_M, _SAME_KM = 3_000.0, 1.0
#: "The mosque of X" is one in X, where a town has that name.
_IN_A_TOWN = frozenset(
    """
    hospital school mosque church monastery cemetery stadium bridge barracks prison university
    factory garrison station square castle junction crossroads
    """.split()
)
_EPITHETS = (
    "international|military|central|main|general|national|nuclear|thermal|state|public|naval|army"
    "|brigade|division|battalion"
    "|air|old|new|railway|train|bus|police|steel|chemical|oil|border|fuel"
    "|refugee|displacement|displaced|transit|training|gas|arms|ammunition|cement|sugar|cotton|textile"
)
_SITE = "|".join(sorted(_OF_A_TOWN, key=len, reverse=True))
_AFTER = re.compile(rf"^(?:the\s+)?(?P<town>.+?)(?:\s+(?:{_EPITHETS}))*\s+(?:{_SITE})$", re.I)
_OFTEN_AFTER = re.compile(
    rf"^(?:the\s+)?(?P<town>.+?)(?:\s+(?:{_EPITHETS}))*\s+(?:{'|'.join(_OFTEN_NOT)})$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"^(?:the\s+)?(?:(?:{_EPITHETS})\s+)*(?:{_SITE})\s+of\s+(?P<town>.+)$", re.IGNORECASE
)
# What "of" puts in a town, whoever it is called after: "the hospital of X".
_IN_TOWN = re.compile(
    rf"^(?:the\s+)?(?:[a-z]+\s+){{0,2}}(?:(?:{_SITE}|hospital|post|outpost)s?|headquarters)\s+(?:of|in"
    r"|at|near|outside|(?:on|at)\s+the\s+(?:\w+\s+)?(?:outskirts|edge|fringes?|entrance)\s+(?:of|to))\s+(?P<town>.+)$",
    re.IGNORECASE,
)
# And what the text says is in the town or is its own: "the market in X", "X's main prison".
_ITS_OWN = re.compile(r"^(?:.+\sin\s(?P<town>.+)|(?P<owner>.+?)['’]s\s.+)$")


def held_in(answer: Unresolved, holder: Resolution | Unresolved | None) -> Resolution | Unresolved:
    """Let the place that a text says holds an unknown one stand in for it, where it is small.

    The reason says so, and the uncertainty is the holder's whole extent.
    """
    said = answer.expression
    ends = len(said.heads) > 1 and said.relation is not Relation.ALONG
    # What is some hundred metres from a bridge in X is in X as well
    close = said.relation is Relation.DISTANCE and max(said.distance_km or (math.inf,)) <= _SAME_KM
    held = close or said.relation in _HELD
    if not isinstance(holder, Resolution) or not held or ends:
        return answer
    if _is_road(holder.expression) and len(holder.expression.heads) == 1:
        return answer  # "X on the highway to Y" may be far from Y
    where = holder.footprint
    point = where.geometry.geom_type == "Point"
    if (where.uncertainty_m if point else half_width_m(where.geometry)) > _WIDEST_HOLDER_M:
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


def town_of(expression: PlaceExpression) -> str:
    """Return the town that a site seems to be called after: "Goma" of "Goma Airport"; or nothing.

    A road that is told by one end is one of that town, and so is a market of its name.

    >>> town_of(PlaceExpression(text="", heads=("University of Gondar",)))
    'Gondar'
    >>> town_of(PlaceExpression(text="", heads=("Kidal",), feature_word="road"))
    'Kidal'
    >>> said = "the mosque of Kidal"
    >>> town_of(PlaceExpression(text=said, heads=("Kidal",), feature_word="mosque"))
    'Kidal'
    >>> town_of(PlaceExpression(text="", heads=("Kidal market",), feature_word="market"))
    'Kidal'
    >>> town_of(PlaceExpression(text="", heads=("Kidal hospital",), feature_word="hospital"))
    'Kidal'
    >>> town_of(PlaceExpression(text="the police post of Kidal", heads=("Kidal",)))
    'Kidal'
    """
    # The text may say in which town it is, whatever it is called after.
    often = expression.feature_word in _OFTEN_NOT
    within = expression.within.heads if expression.within else ()
    elsewhere = often and any(name.lower() not in COUNTRIES for name in within)
    if len(expression.heads) != 1 or expression.relation not in _HELD or elsewhere:
        return ""
    (head,) = expression.heads
    if _is_road(expression):
        return _ROAD.sub("", head)
    if expression.feature_word in _MARKETS:
        return _MARKET.sub("", head)
    if (
        expression.feature_word in _IN_A_TOWN
        and f"{expression.feature_word} of {head}" in expression.text
    ):
        return head
    found = _BEFORE.match(head) or _AFTER.match(head)
    if often:
        found = found or _OFTEN_AFTER.match(head)
    if found:
        return found["town"]
    placed = _IN_TOWN.match(expression.text)
    own = (placed and placed["town"] == head) or _is_its_own(expression)
    return head if own else ""


def _is_its_own(site: PlaceExpression) -> bool:
    """Tell whether a text says that a site is in the town whose name it has."""
    (town,) = site.heads
    if site.feature_word not in OF_TOWN or town not in site.text:
        return site.feature_word in OF_TOWN  # "the airport", "the city's prison" of a town told of
    said = _ITS_OWN.match(site.text)  # or Y of "the bases of X and Y"
    alone = site.text == town and site.feature_word not in town.lower()
    return alone or bool(said and f" {said['town'] or said['owner']}".endswith(f" {town}"))


def _is_road(expression: PlaceExpression) -> bool:
    kind = kind_of(expression.feature_word)
    return kind is not None and kind.name in ("road", "railway")


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
    if said.feature_word in _OFTEN_NOT and said.heads != (name,):
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
    abroad = _is_road(said) and scene.countries and place.entry.country not in scene.countries
    if kind is None or (not abroad and kind.name in _AFAR and not tells_of_quarter(said.text)):
        return False
    own = _ITS_OWN.match(said.text)
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
    if _is_its_own(answer.expression) and answer.expression.feature_word in INSIDE:
        own = town.entry.footprint
        where = replace(own, note=f"somewhere in {town.entry.name}; not known itself")
    else:
        called = "a road of it that is" if _is_road(answer.expression) else "called after it and"
        where = _around(town, f"{called} not known itself")
    where = _headed(answer.expression, where, town.entry.name)
    return Resolution(
        expression=answer.expression,
        footprint=where,
        chosen=(_told(town, where.note),),
        rejected=answer.candidates,
    )


def beside_airfield(answer: Unresolved, scene: Scene) -> Resolution | Unresolved:
    """Place a town that is known by its airport alone: "Shire", where there is Shire Airport.

    Only where other places of the text are sure and no day's ride off.
    """
    said = answer.expression
    plain = not said.feature_word and len(said.heads) == 1 and said.relation in _HELD
    if not (plain and answer.status == "unresolved"):
        return answer
    own = {key.plain for key in name_keys(said.heads[0])}
    for found in answer.candidates:
        town = _AFTER.match(found.entry.name) if found.entry.feature_code in _FIELDS else None
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
