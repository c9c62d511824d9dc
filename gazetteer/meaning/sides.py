"""Sides of a land: "the south of the country", "the eastern X province" in the east of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from gazetteer.homes.found import Found
from gazetteer.homes.towns import country_entries, country_rows
from gazetteer.place import PlaceExpression, Relation
from gazetteer.wording.words import AREAS
from geo.geodesy import COMPASS, bearing_deg

__all__ = ["as_whole", "in_own_land"]

#: "The eastern X province", "Y's eastern X province"; no "eastern X province", "the east of X".
_TOLD = re.compile(r"(?:\bthe|['’]s)\s+[a-z-]+ern\s+$", re.IGNORECASE)
#: A quarter of the circle, and half of one more at either side: "northern" tells of the northeast.
_WITHIN_DEG = 67.5
_HALF_ROUND_DEG = 180.0


def as_whole(expression: PlaceExpression, meant: Iterable[Found]) -> PlaceExpression | None:
    """Return a province without the direction that only says where in its land it lies.

    ``meant`` are the features of its name. None where the words mean a part of it, or may.
    """
    lead = expression.text.partition(expression.heads[0])[0]
    told = expression.feature_word in AREAS and _TOLD.search(lead)
    if not told or not expression.directions:
        return None
    areas = (each for each in meant if each.feature_code == "ADM1")
    if not any(_lies(area, wind) for area in areas for wind in expression.directions):
        return None
    return replace(expression, relation=Relation.AT, directions=())


def in_own_land(expression: PlaceExpression, countries: Sequence[str]) -> PlaceExpression:
    """Return "the south of the country" as that of the only country that a text is about."""
    side = expression.relation is Relation.PART and bool(expression.directions)
    if expression.feature_word != "country" or expression.heads or not side or len(countries) != 1:
        return expression
    names = next((row.names for row in country_rows() if row.code == countries[0]), ())
    return replace(expression, heads=tuple(names[:1]), feature_word="") if names else expression


def _lies(area: Found, wind: str) -> bool:
    """Tell whether an area lies in this direction from the middle of its country."""
    middle = _middles().get(area.country)
    if middle is None:
        return False
    bearing = bearing_deg(lon=middle[0], lat=middle[1], to_lon=area.lon, to_lat=area.lat)
    off = abs(bearing - COMPASS[wind][0]) % 360
    return min(off, 360 - off) <= _WITHIN_DEG


@cache
def _middles() -> dict[str, tuple[float, float]]:
    boxes = ((each.country, each.footprint.geometry.bounds) for each in country_entries())
    # A land on both sides of the date line has a box around the earth, and no middle in it.
    return {
        code: ((w + e) / 2, (s + n) / 2) for code, (w, s, e, n) in boxes if e - w < _HALF_ROUND_DEG
    }
