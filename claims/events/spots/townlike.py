"""Which places are towns, as far as their words tell, and the town that a place is told by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.sides.countries import countries
from claims.sides.groups import capitals
from gazetteer.place import PlaceExpression, Relation
from gazetteer.town_parts import PARTS_OF_TOWN, QUARTERS, SITES, STANDS_IN_TOWN, tells_of_quarter

__all__ = [
    "ADMIN_WORDS",
    "ROUTE_WORDS",
    "TOWN_RELATIONS",
    "beside",
    "city_of_centre",
    "counts_areas",
    "described_route",
    "in_city",
    "is_land",
    "is_said_of",
    "is_site",
    "is_told_there",
    "may_be_town",
    "measured_from",
    "names_country",
    "near_last",
    "nearer",
    "off_from",
    "town_alone",
    "town_of",
    "whole_of",
]

ADMIN_WORDS = frozenset(
    "province governorate oblast region state district county territory".split()
)
ROUTE_WORDS = frozenset(
    "road highway motorway route bridge river border line front hill mountain".split()
)
_SEVERAL = re.compile(
    r"^(?:(?:\d+|\w+)\s+(?:out\s+)?of\s+(?:the\s+|its\s+)?(?:\w+['’]s\s+)?)?"  # "13 of 34"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some)\s+"
    r"(?:\w+\s+)?(?:provinces|regions|states|oblasts|governorates|townships|departments|counties|capitals)$",
    re.IGNORECASE,
)
_SURROUNDINGS_KM = 30.0  # from the middle of a large city to what lies around it
_HELD_TOWN = re.compile(r"the\s+(?:[\w-]+\s+){0,3}(?:stronghold|bastion)\s+of\s", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:along|on|near|at|the|this|that)\s+(?:the\s+)?", re.IGNORECASE)
_POINTING = frozenset(
    "same main other entire whole strategic key nearby surrounding neighbouring neighboring"
    " adjacent adjoining outlying distant only last first second front new old".split()
)
_LEADS_TO = re.compile(
    r"(?:the|a)\s+(?:main\s+)?(?:road|highway|route)\s+(?:leading\s+)?to\s", re.IGNORECASE
)
# "X, the main town of Y": only what X is.
_MAIN_OF = re.compile(
    r"the\s+(?:main|chief|principal|largest|biggest|second|third|only|last)\s+(?:\w+\s+)?"
    r"(?:town|city|village)\s+(?:of|in)\s",
    re.IGNORECASE,
)
# What ends the name of a single thing: "the Oru plant" is not meant by "the city".
_GUARDED = frozenset(
    """
    airport airbase base airfield aerodrome plant factory tunnel dam refinery mine barracks pass
    canal station crossing terminal camp facility depot garrison reservoir lake quarry farm
    checkpoint outpost headquarters roundabout junction crossroads intersection
    """.split()
)
_SITE_WORDS = ROUTE_WORDS | STANDS_IN_TOWN | _GUARDED
_LOCAL = STANDS_IN_TOWN | _GUARDED | {"village", "hamlet", "settlement", "hill", "bridge"}
_NEARBY_KM = 25.0  # no text says how far; about the way to the next town
_NEARBY = re.compile(
    r"(?:(?:in|at|near|around)\s+)?(?:(?:the|a)\s+)?"
    r"(?:nearby|neighbou?ring|adjacent|adjoining|surrounding)\s",
    re.IGNORECASE,
)
_NUMBERED = frozenset(
    "first second third fourth fifth sixth seventh old new iron stone railway main".split()
)
_STREETS = frozenset(("road", "street", "avenue", "boulevard"))
_NAMED_STREETS = tuple(f" {word.title()}" for word in sorted(_STREETS))
_AROUND = frozenset((Relation.NEAR, Relation.OUTSKIRTS, Relation.GATES))
# A part of a town is not what "the city" means.
TOWN_RELATIONS = frozenset(
    (
        Relation.AT,
        Relation.NEAR,
        Relation.OUTSKIRTS,
        Relation.GATES,
        Relation.TOWARD,
        Relation.DISTANCE,
    )
)


def near_last(expression: PlaceExpression, last: PlaceExpression | None) -> PlaceExpression:
    """Return "the nearby village of X" on the ground of what was told before it.

    A town that is called so may be a day's drive off, and is known by its name.
    """
    told = expression.within or expression.ground or last is None or not last.heads
    if told or last is None or expression.feature_word not in _LOCAL or not may_be_town(last):
        return expression
    if not _NEARBY.match(expression.text) or last.heads == expression.heads:
        return expression
    town = replace(last, text=f"near {last.heads[0]}", heads=last.heads[:1], directions=())
    near = replace(town, relation=Relation.DISTANCE, distance_km=(0.0, _NEARBY_KM))
    return replace(expression, ground=near)


def is_told_there(expression: PlaceExpression) -> bool:
    """Tell whether what happens at a place is told of its town: "around X", no "near the dam"."""
    at = expression.relation is Relation.AT
    return at or (expression.relation in _AROUND and not is_site(expression))


def may_be_town(expression: PlaceExpression) -> bool:
    """Tell whether a name may be a town's."""
    route = is_land(expression) or expression.feature_word in ROUTE_WORDS
    return not route and expression.relation in TOWN_RELATIONS


def is_land(expression: PlaceExpression) -> bool:
    """Tell whether a name is a river's or a land's, which have an article: "the Oru"."""
    named = bool(expression.heads and expression.relation is not Relation.OUTSKIRTS)
    named = named and not (expression.feature_word or _HELD_TOWN.match(expression.text))
    return named and expression.text[:4].lower() == "the "


def beside(expression: PlaceExpression) -> PlaceExpression | None:
    """Return the town that a place is told by: "the hills south of X"; a part of Y is told by Y."""
    told = expression.within or expression
    part = expression.relation is Relation.PART
    if part or told.relation is not Relation.OFFSET or not told.heads:
        return None
    return PlaceExpression(text=told.heads[0], heads=told.heads[:1])


def measured_from(expression: PlaceExpression) -> PlaceExpression | None:
    """Return the town from which a place is so far: "X, 10 km north of Y".

    What is further off than its surroundings is not told of it: "X, 80 km north of Y".
    """
    told = expression.within
    if told is None or not told.distance_km or len(told.heads) != 1:
        return None
    if told.distance_km[0] > _SURROUNDINGS_KM:
        return None
    return PlaceExpression(text=told.heads[0], heads=told.heads)


def whole_of(expression: PlaceExpression) -> PlaceExpression | None:
    """Return what a place is a plain side of, or lies in one of: "western X", "a bridge in it"."""
    side = expression.within or expression
    plain = side.relation is Relation.PART and side.directions and not side.feature_word
    if not plain or len(side.heads) != 1 or names_country(side):
        return None
    return PlaceExpression(text=side.heads[0], heads=side.heads, feature_word="city")


def city_of_centre(expression: PlaceExpression) -> PlaceExpression | None:
    """Return the city whose middle a place is: "the centre of X", "downtown X"."""
    middle = expression.relation is Relation.PART and expression.feature_word == "centre"
    if not middle or len(expression.heads) != 1:
        return None
    return replace(expression, text=expression.heads[0], relation=Relation.AT, feature_word="city")


def off_from(expression: PlaceExpression) -> PlaceExpression | None:
    """Return the town from which a place is measured itself: "three villages south of Y"."""
    away = expression.relation in (Relation.OFFSET, Relation.DISTANCE)
    if not away or len(expression.heads) != 1 or expression.feature_word in ADMIN_WORDS:
        return None
    if is_site(expression):
        return None  # "to within 300 metres of the X bridge"
    return PlaceExpression(text=expression.heads[0], heads=expression.heads)


def is_said_of(expression: PlaceExpression) -> bool:
    """Tell whether a place only says what another one is: "X, the main town of Y"."""
    return _MAIN_OF.match(expression.text) is not None


def nearer(
    expression: PlaceExpression, here: Sequence[PlaceExpression], lead: PlaceExpression | None
) -> PlaceExpression:
    """Return a border or road as its stretch near the town that is spoken of.

    "Oru: a camp near the border with B", "in Oru they cut the road to Bela".
    """
    if expression.within or len(expression.heads) != 1:
        return expression
    near = lead if expression.feature_word == "border" else None
    if expression.feature_word in ROUTE_WORDS and _LEADS_TO.match(expression.text):
        near = here[0] if len(here) == 1 else lead
    same = near is None or near.heads == expression.heads or near.heads[0] in capitals()
    return expression if same else replace(expression, within=near)


def in_city(
    expression: PlaceExpression, city: PlaceExpression | None, home: PlaceExpression | None
) -> PlaceExpression:
    """Return a mosque or a market on the ground of the city that is spoken of, if no other is.

    Of a quarter that is spoken of the city alone, or the town where the report was written: the
    text does not say that it stands in that quarter.
    """
    city = city.within if city and city.feature_word in PARTS_OF_TOWN else city
    city = city or home
    stands = expression.feature_word in STANDS_IN_TOWN
    stands = stands and expression.relation in (Relation.AT, Relation.NEAR)
    stands = stands or _is_street(expression) or _is_numbered(expression)
    told = expression.within or expression.ground or city is None or _is_in_another(expression)
    if not (stands and expression.heads) or told:
        return expression
    town = town_alone(city) if city and city.heads not in ((), expression.heads) else None
    return replace(expression, ground=town)


def _is_numbered(expression: PlaceExpression) -> bool:
    """Tell whether a bridge has a number or a plain word for a name, as those of one city have."""
    called = expression.heads[-1].lower().split() if expression.heads else []
    return called[1:] in (["bridge"], ["square"], ["gate"]) and called[0] in _NUMBERED


def _is_in_another(expression: PlaceExpression) -> bool:
    """Tell whether a text says in which town a site is: "the palace in X", "X's university"."""
    if expression.feature_word in PARTS_OF_TOWN or len(expression.heads) != 1:
        return False
    (town,) = expression.heads
    own = (f" in {town}", f" at {town}", f"university of {town}", f"{town}'s", f"{town}’s")
    return any(map(expression.text.__contains__, own))


def _is_street(expression: PlaceExpression) -> bool:
    """Tell whether a road is one of a town: "the road out of the suburb of X", "Old Mill Road"."""
    called = expression.feature_word in _STREETS and expression.text.endswith(_NAMED_STREETS)
    road = called or tells_of_quarter(expression.text)
    return expression.relation is Relation.ALONG and road


def is_site(expression: PlaceExpression) -> bool:
    """Tell whether a name is of a road, a river, a plant or a quarter: "the Oru tunnel"."""
    part = expression.feature_word in QUARTERS
    return part or expression.heads[-1].rpartition(" ")[2].lower() in _SITE_WORDS


def town_of(expression: PlaceExpression) -> PlaceExpression:
    """Return the town that a site stands in, else the place itself: "the X gas plant in Y"."""
    town = expression.within
    stands = town and town.heads and town.feature_word not in ADMIN_WORDS and is_site(expression)
    return town if town and stands and not names_country(town) else expression


def town_alone(expression: PlaceExpression) -> PlaceExpression:
    """Return the town alone of "the airport in X", else the place itself: "X airport"."""
    sited = expression.feature_word in SITES and not is_site(expression)
    return replace(expression, feature_word="") if sited else expression


_IN_TOWNS = frozenset(
    "camp district neighborhood neighbourhood quarter square street suburb village".split()
)
_OF_TOWNS = (" city", " town", " village", " province")


def names_country(expression: PlaceExpression) -> bool:
    """Tell whether an expression is, or is part of, a whole country.

    "Panama City" and "the Brazil district of Oru" are none.
    """
    if expression.text.lower().endswith(_OF_TOWNS) or expression.feature_word in _IN_TOWNS:
        return False
    head = expression.heads[0] if len(expression.heads) == 1 else ""
    return head in _country_words() or (head.isupper() and head.title() in _country_words())


@cache
def _country_words() -> frozenset[str]:
    return frozenset(word for country in countries() for word in country.words)


def counts_areas(expression: PlaceExpression) -> bool:
    """Tell whether wide areas are only counted: "nine provinces"."""
    return not expression.heads and _SEVERAL.match(expression.text) is not None


def described_route(expression: PlaceExpression) -> str:
    """Return the words of a route that is described and not pointed at: "desert road", or none."""
    name = _ARTICLE.sub("", expression.text)
    words = name.lower().split()
    described = len(words) == 2 and words[0] not in _POINTING and not expression.directions
    return name if described and expression.feature_word in ROUTE_WORDS else ""
