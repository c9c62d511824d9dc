"""Places of Who's On First, one GeoJSON feature each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass, GazetteerEntry, Provenance
from gazetteer.sources.errors import BrokenRowError
from gazetteer.sources.footprints import footprint_of, geojson_shape, on_earth
from gazetteer.sources.told import Told, country_code
from gazetteer.sources.wording import field_text, toponyms

__all__ = ["LICENCE", "SOURCE", "UnitNames", "feature_kind", "is_whos_on_first", "wof_entry"]

SOURCE = "Who's On First"
LICENCE = "Who's On First licence, attribution (https://whosonfirst.org/docs/licenses/)"
_GEONAMES_LICENCE = "CC BY 4.0"

UnitNames = Callable[[int], str]
"""Gives the name of a place by its number, empty where it is not known."""

# Placetypes of Who's On First (https://whosonfirst.org/docs/placetypes/) as class and code.
_PLACETYPES = {
    "continent": "L.CONT", "empire": "A.PCL", "country": "A.PCLI", "dependency": "A.PCLD",
    "disputed": "A.TERR", "macroregion": "L.RGN", "region": "A.ADM1", "macrocounty": "L.RGN",
    "county": "A.ADM2", "localadmin": "A.ADM3", "locality": "P.PPL", "borough": "P.PPLX",
    "macrohood": "P.PPLX", "neighbourhood": "P.PPLX", "microhood": "P.PPLX", "campus": "L.AREA",
    "ocean": "H.OCN", "marinearea": "H.SEA", "venue": "S.BLDG", "building": "S.BLDG",
    "wing": "S.BLDG", "concourse": "S.BLDG", "intersection": "R.RDJCT", "installation": "S.INSM",
    "military": "L.MILB", "enclosure": "L.AREA",
}  # fmt: skip
_NEVER = frozenset(("", "uuuu", "..", "open", "unknown"))
# The country has a field of its own.
_HOLDERS = ("region_id", "county_id", "localadmin_id", "locality_id")


def is_whos_on_first(feature: Any) -> bool:
    """Tell whether a JSON object is a feature of Who's On First."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return isinstance(properties, dict) and "wof:id" in properties


def wof_entry(feature: Any, told: Told, unit_name: UnitNames) -> GazetteerEntry | None:
    """Return the entry of a feature, None for a place that has ceased or was withdrawn.

    Raises
    ------
    BrokenRowError
        The feature cannot be read.
    """
    if not is_whos_on_first(feature):
        raise BrokenRowError("is no feature of Who's On First: it has no wof:id")
    properties: dict[str, Any] = feature["properties"]
    if _is_over(properties):
        return None
    number = _whole(properties["wof:id"])
    if number <= 0:
        raise BrokenRowError("wof:id is no number above 0")
    names = toponyms(_names(properties))
    letter, code = feature_kind(properties)
    population = max(0, _whole(properties.get("wof:population")))
    return GazetteerEntry(
        id=f"wof:{number}",
        toponyms=names,
        feature_class=letter,
        feature_code=code,
        footprint=footprint_of(
            _geometry(feature), names[0].text, letter, code, population=population        ),
        country=country_code(_state(properties), told.country),
        admin=_admin(properties, number, unit_name),
        population=population,
        source=f"{told.source or SOURCE} {number}",
        licence=told.licence or _licence(properties),
        also=_also(properties),
    )  # fmt: skip


def feature_kind(properties: Mapping[str, Any]) -> tuple[FeatureClass, str]:
    """Return GeoNames' class and code of a place, from its placetype where GeoNames' is absent.

    Raises
    ------
    BrokenRowError
        The placetype is not known.
    """
    letter, code = properties.get("gn:feature_class"), properties.get("gn:feature_code")
    if isinstance(letter, str) and isinstance(code, str) and letter in set(FeatureClass) and code:
        return FeatureClass(letter), field_text("gn:feature_code", code)
    placetype = str(properties.get("wof:placetype"))[:40]
    if placetype not in _PLACETYPES:
        raise BrokenRowError(f"wof:placetype {placetype!r} is no place on a map")
    letter, _, code = _PLACETYPES[placetype].partition(".")
    return FeatureClass(letter), code


def _is_over(properties: Mapping[str, Any]) -> bool:
    ends = (properties.get("edtf:deprecated"), properties.get("edtf:cessation"))
    return (
        str(properties.get("mz:is_current")) == "0"
        or any(isinstance(end, str) and end not in _NEVER for end in ends)
        or bool(properties.get("wof:superseded_by"))
    )


def _names(properties: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return ``wof:name`` and then ``name:eng_x_preferred`` and its like, the preferred first."""
    found = []
    for key, value in properties.items():
        if key.startswith("name:") and isinstance(value, list):
            language, _, kind = key.removeprefix("name:").partition("_x_")
            # Kinds are preferred, variant, colloquial, historical, unknown.
            texts = [(text, language) for text in value if isinstance(text, str)]
            found.append((kind != "preferred", texts))
    found.sort(key=lambda one: one[0])
    first = properties.get("wof:name")
    named = [(first, "")] if isinstance(first, str) else []
    return named + [name for _, texts in found for name in texts]


def _geometry(feature: Mapping[str, Any]) -> BaseGeometry:
    drawn = feature.get("geometry")
    if isinstance(drawn, dict) and drawn.get("type") in {"Polygon", "MultiPolygon"}:
        return geojson_shape(drawn)
    properties = feature["properties"]
    lon, lat = properties.get("geom:longitude"), properties.get("geom:latitude")
    if not (_is_number(lon) and _is_number(lat)):
        return geojson_shape(drawn)
    if not on_earth(lon, lat):
        raise BrokenRowError("geom:longitude, geom:latitude is not on the Earth")
    return shapely.Point(lon, lat)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _state(properties: Mapping[str, Any]) -> str:
    for field in ("iso:country", "wof:country"):
        # "XX" and "-1" are how Who's On First writes that it does not know.
        value = properties.get(field)
        if isinstance(value, str) and value not in {"", "XX", "XY", "XZ", "-1"}:
            return value
    return ""


def _admin(properties: Mapping[str, Any], number: int, unit_name: UnitNames) -> tuple[str, ...]:
    hierarchies = properties.get("wof:hierarchy")
    first = hierarchies[0] if isinstance(hierarchies, list) and hierarchies else None
    if not isinstance(first, dict):
        return ()
    units = [_whole(first.get(holder)) for holder in _HOLDERS]
    names = [unit_name(unit) for unit in units if unit > 0 and unit != number]
    return tuple(name for name in names if name)


def _licence(properties: Mapping[str, Any]) -> str:
    origin = properties.get("src:geom")
    derived = isinstance(origin, str) and origin.startswith("geonames")
    return _GEONAMES_LICENCE if derived else LICENCE


def _also(properties: Mapping[str, Any]) -> tuple[Provenance, ...]:
    others = properties.get("wof:concordances")
    number = _whole(others.get("gn:id")) if isinstance(others, dict) else 0
    if number <= 0:
        return ()
    source = f"GeoNames {number}"
    return (Provenance(id=f"geonames:{number}", source=source, licence=_GEONAMES_LICENCE),)


def _whole(value: Any) -> int:
    """Return a whole number below 10^15, -1 for anything else."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 15:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**15:
        return value
    return -1
