"""Words that stand for a place told before, and what they take over from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import replace

from claims.events.spots.landforms import is_landform
from claims.events.spots.townlike import (
    ADMIN_WORDS,
    is_site,
    may_be_town,
    names_country,
    town_alone,
)
from gazetteer.meaning.called_after import town_of as called_after
from gazetteer.place import PlaceExpression, Relation
from gazetteer.states import LESSER_SEAT
from gazetteer.town_parts import OF_TOWN, PARTS_OF_TOWN, SITES

__all__ = [
    "CITY",
    "FAMILY",
    "LARGE",
    "TOWN_WORDS",
    "WHOLE_OF",
    "capital_told",
    "city_around",
    "has_none",
    "is_no_town",
    "is_whole",
    "of_town",
    "owning_town",
    "seat_in",
    "seat_of",
    "site_told",
    "spread",
    "standing_for",
    "without_sites",
]

TOWN_WORDS = frozenset(
    """
    city town village capital suburb neighbourhood neighborhood settlement camp hamlet area
    enclave oasis centre
    """.split()
) | {"old city"}
LARGE = frozenset(("city", "capital", "old city"))
CITY = 100_000
"""Inhabitants of what anybody calls a city."""
FAMILY = {"mountain": "hill", "highway": "road", "motorway": "road", "air base": "base"}
"""Words for one kind of feature: "the hill" may be the mountain named before."""
WHOLE_OF = {"centre": "city", "old city": "city"}
"""Parts of a town to the word for what has them."""
# "The northern front" of a war may lie far from the only town that a text names.
_FRONT = re.compile(
    r"^(?:\w+\s)?(?:the|this|that)\s(?:[\w-]+\s)?(?:\w+-)?(?:north|south|east|west)\w*\s"
    r"(?:(?:part|parts|sector|sectors|section|stretch|end|half)\sof\s(?:the|this|that)\s)?"
    r"(?:fronts?|front\slines?|frontlines?|axis|sector|flank)$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^(?:the|this|that|their|its)\s+(?:country|nation|homeland|countryside$)\b", re.IGNORECASE
)
_OF_ALL = re.compile(r"\bof\s+the\s+(?:country|nation)$", re.IGNORECASE)

_CAPITAL_OF = re.compile(r"(?:the )?capital of\b", re.IGNORECASE)
_SEAT = re.compile(r"\b(?:state|provincial|regional)\s+capital\b", re.IGNORECASE)
# "Dozens of settlements", of which no one town is told.
_MANY = re.compile(
    r"^(?:[a-z]+\s+){0,2}?(?:\d{2,}|\d+,\d{3}|dozens?|scores|hundreds)\s+(?:of\s+)?"
    r"(?:[a-z-]+\s+){0,2}?(?:villages|towns|settlements|hamlets)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,2}(?:district|suburb|quarter|neighbou?rhood)\sof\s"
)
_OWNING = re.compile(
    r"^(?:the|this|that)\s(?:[\w-]+\s){0,2}?(city|town|village|capital)['’]s\s", re.I
)


def owning_town(expression: PlaceExpression) -> str:
    """Return the word for the town whose a site is, else nothing: "city" of "the city's prison"."""
    owner = _OWNING.match(expression.text) if expression.feature_word in OF_TOWN else None
    return owner[1].lower() if owner else ""


def city_around(
    expression: PlaceExpression, people: Callable[[str], int | None]
) -> PlaceExpression | None:
    """Return the city that a place is told to be a part of: "X, a suburb of Y"."""
    city = expression.within
    if city is None or len(city.heads) != 1 or not _PART_OF.search(expression.text):
        return None
    if (people(city.heads[0]) or 0) < CITY:
        return None
    return PlaceExpression(text=city.heads[0], heads=city.heads, feature_word="city")


def capital_told(
    expression: PlaceExpression, country: PlaceExpression | None, towns: Container[tuple[str, ...]]
) -> dict[str, PlaceExpression]:
    """Return what "the capital" means from now on: X of "X, the capital of Y"; else nothing.

    It is the ``country``'s where that is among the ``towns`` told of before.
    """
    if country is not None and country.heads in towns:
        return {}
    said = expression.within is not None and _CAPITAL_OF.match(expression.within.text)
    return {"capital": expression} if said else {}


def has_none(place: PlaceExpression | None, word: str, admin: PlaceExpression | None) -> bool:
    """Tell whether "the airport" is none of the place told last: no base has one."""
    if place is None or word not in SITES:
        return False
    return place == admin or (bool(place.heads) and is_site(place))


def is_no_town(place: PlaceExpression, word: str) -> bool:
    """Tell whether a place is not what "the city" or "the town" means: a province, a peninsula."""
    if is_landform(place):
        return True
    province = place.feature_word in ADMIN_WORDS - PARTS_OF_TOWN and word in ("town", "village")
    return province or (place.feature_word in PARTS_OF_TOWN and word in LARGE)


def seat_of(expression: PlaceExpression, province: PlaceExpression | None) -> PlaceExpression:
    """Return "the provincial capital" as that of the province spoken of, which has a seat."""
    if province is None or province.feature_word not in ADMIN_WORDS:
        return expression
    named = _SEAT.search(expression.text)
    return replace(expression, heads=province.heads) if named else expression


def seat_in(expression: PlaceExpression, admin: PlaceExpression | None) -> PlaceExpression:
    """Return "the provincial capital, X," as X in the province that is told of."""
    province = admin is not None and admin.feature_word in ADMIN_WORDS and bool(admin.heads)
    told = expression.within or expression.ground or not expression.heads or not province
    seat = expression.feature_word == "capital" and LESSER_SEAT.search(expression.text)
    return expression if told or not seat else replace(expression, within=admin)


def site_told(expression: PlaceExpression) -> dict[str, PlaceExpression]:
    """Return whose "the airport" is that was told of: that of a town, by the word for it."""
    sited = expression.feature_word in SITES and bool(expression.heads)
    return {expression.feature_word: town_alone(expression)} if sited else {}


def of_town(expression: PlaceExpression, told: PlaceExpression) -> PlaceExpression:
    """Return what has no name as of the place told of last; "the airport" is that of the town."""
    town = replace(town_alone(told), text=expression.text)
    plain = told.feature_word in ("", *TOWN_WORDS)
    plain = plain and may_be_town(told) and not names_country(told)
    sited = plain and len(told.heads) == 1 and expression.feature_word in SITES
    return replace(town, feature_word=expression.feature_word) if sited else town


def is_whole(expression: PlaceExpression) -> bool:
    """Tell whether a country or a front is meant in whole: "the south of the country"."""
    return any(wide.search(expression.text) for wide in (_WHOLE, _OF_ALL, _FRONT))


def spread(expression: PlaceExpression, admin: PlaceExpression | None) -> PlaceExpression:
    """Return dozens of villages as those of the province told of, and not of its last town."""
    province = admin is not None and admin.feature_word in ADMIN_WORDS - {"district"}
    many = province and expression.relation is Relation.AT and _MANY.match(expression.text)
    return replace(admin, text=expression.text) if admin and many else expression


def without_sites(
    told: Mapping[tuple[str, ...], PlaceExpression],
) -> dict[tuple[str, ...], PlaceExpression]:
    """Return the towns among places, without the tunnels and plants: "the city" is one of them."""
    return {heads: place for heads, place in told.items() if not is_site(place)}


def _its_town(place: PlaceExpression) -> PlaceExpression:
    """Return the town that an airport is called after, for "the city" behind it."""
    named = called_after(place) if place.feature_word in SITES else ""
    return replace(place, heads=(named,), feature_word="") if named else place


def standing_for(
    expression: PlaceExpression, antecedent: PlaceExpression | None
) -> PlaceExpression:
    """Return an expression with the name and the kind of what was named before it."""
    if antecedent is None:
        return expression
    if expression.feature_word in TOWN_WORDS:
        antecedent = _its_town(town_alone(antecedent))
    if expression.feature_word in TOWN_WORDS and antecedent.feature_word in ADMIN_WORDS:
        return replace(expression, heads=antecedent.heads[:1])
    word = antecedent.feature_word or expression.feature_word
    return replace(expression, heads=antecedent.heads[:1], feature_word=word)
