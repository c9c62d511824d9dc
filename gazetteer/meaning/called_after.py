"""What a site or road is called after: "Goma" of "Goma Airport", "Kidal" of "the Kidal road"."""

from __future__ import annotations

import re

from gazetteer.kinds import kind_of
from gazetteer.place import PlaceExpression, Relation
from gazetteer.states import COUNTRIES
from gazetteer.town_parts import OF_TOWN

__all__ = ["HELD", "ITS_OWN", "OFTEN_NOT", "SITE_OF_TOWN", "is_its_own", "is_road", "town_of"]

#: Relations that a footprint of the whole holder still holds: not "15 km from X in Y".
HELD = frozenset((
    Relation.AT, Relation.NEAR, Relation.PART, Relation.OUTSKIRTS, Relation.GATES, Relation.ALONG,
    Relation.TOWARD,
))  # fmt: skip
_ROAD = re.compile(r"\s+(?:roads?|highways?|motorways?|routes?|tracks?|corridors?)$", re.IGNORECASE)
_MARKETS = frozenset(("market", "bazaar"))
_MARKET = re.compile(r"\s+(?:markets?|bazaars?)$", re.IGNORECASE)
#: Sites that are called after their town as a rule; fields and mines are after the land.
_OF_A_TOWN = (
    "airport", "airfield", "airbase", "air base", "aerodrome", "airstrip", "base", "barracks",
    "garrison", "prison", "jail", "university", "port", "harbour", "harbor", "power plant",
    "power station", "station", "plant", "refinery", "crossing", "border crossing", "terminal",
    "depot", "factory", "detachment", "headquarters", "junction", "crossroads", "dam", "reservoir",
    "checkpoint", "outpost", "post", "camp",
)  # fmt: skip
#: Called as often after people or other towns: they are of a town that the text names, or a city.
OFTEN_NOT = ("hospital", "clinic", "mosque", "church", "school", "stadium", "roundabout")
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
SITE_OF_TOWN = re.compile(rf"^(?:the\s+)?(?P<town>.+?)(?:\s+(?:{_EPITHETS}))*\s+(?:{_SITE})$", re.I)
_OFTEN_AFTER = re.compile(
    rf"^(?:the\s+)?(?P<town>.+?)(?:\s+(?:{_EPITHETS}))*\s+(?:{'|'.join(OFTEN_NOT)})$",
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
ITS_OWN = re.compile(r"^(?:.+\sin\s(?P<town>.+)|(?P<owner>.+?)['’]s\s.+)$")


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
    often = expression.feature_word in OFTEN_NOT
    within = expression.within.heads if expression.within else ()
    elsewhere = often and any(name.lower() not in COUNTRIES for name in within)
    if len(expression.heads) != 1 or expression.relation not in HELD or elsewhere:
        return ""
    (head,) = expression.heads
    if is_road(expression):
        return _ROAD.sub("", head)
    if expression.feature_word in _MARKETS:
        return _MARKET.sub("", head)
    if (
        expression.feature_word in _IN_A_TOWN
        and f"{expression.feature_word} of {head}" in expression.text
    ):
        return head
    found = _BEFORE.match(head) or SITE_OF_TOWN.match(head)
    if often:
        found = found or _OFTEN_AFTER.match(head)
    if found:
        return found["town"]
    placed = _IN_TOWN.match(expression.text)
    own = (placed and placed["town"] == head) or is_its_own(expression)
    return head if own else ""


def is_its_own(site: PlaceExpression) -> bool:
    """Tell whether a text says that a site is in the town whose name it has."""
    (town,) = site.heads
    if site.feature_word not in OF_TOWN or town not in site.text:
        return site.feature_word in OF_TOWN  # "the airport", "the city's prison" of a town told of
    said = ITS_OWN.match(site.text)  # or Y of "the bases of X and Y"
    alone = site.text == town and site.feature_word not in town.lower()
    return alone or bool(said and f" {said['town'] or said['owner']}".endswith(f" {town}"))


def is_road(expression: PlaceExpression) -> bool:
    """Tell whether this is a road, a railway or the land along one: "the Oru corridor"."""
    kind = kind_of(expression.feature_word)
    road = kind is not None and kind.name in ("road", "railway")
    return road or expression.feature_word == "corridor"
