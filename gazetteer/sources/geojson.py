"""Features of a GeoJSON FeatureCollection: points, lines and areas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gazetteer.entry import GazetteerEntry
from gazetteer.sources.codes import feature_of
from gazetteer.sources.errors import BrokenRowError, UnreadableSourceError
from gazetteer.sources.footprints import footprint_of, geojson_shape
from gazetteer.sources.rejected import Reject, Rejected
from gazetteer.sources.rows import MAX_RADIUS_M, made_id, needed
from gazetteer.sources.tagnames import tagged_names
from gazetteer.sources.told import Told, country_code, whole_number
from gazetteer.sources.wording import MAX_NOTE_CHARS, field_text, toponyms

__all__ = ["features_of", "geojson_entries"]

# RFC 7946 knows longitude and latitude alone; older files may name them.
_DEGREES = re.compile(r"(?:.*\bCRS84|.*\bEPSG:.*\b4326)", re.IGNORECASE)


def features_of(whole: Mapping[str, Any], path: Path) -> list[Any]:
    """Return the features of a collection, or the one feature that the file is.

    Raises
    ------
    UnreadableSourceError
        The file is neither, or its coordinates are no degrees.
    """
    features = [whole] if whole.get("type") == "Feature" else whole.get("features")
    if not isinstance(features, list):
        raise UnreadableSourceError(path, "is no FeatureCollection; write one Feature per place")
    crs = whole.get("crs")
    told = crs.get("properties") if isinstance(crs, dict) else None
    name = told.get("name", "") if isinstance(told, dict) else ""
    if name and not _DEGREES.fullmatch(str(name)):
        problem = f"is in {str(name)[:60]!r}; convert it to longitude and latitude (EPSG:4326)"
        raise UnreadableSourceError(path, problem)
    return features


def geojson_entries(features: list[Any], told: Told, reject: Reject) -> Iterator[GazetteerEntry]:
    """Give the entry of every feature that can be read."""
    for number, feature in enumerate(features, start=1):
        try:
            yield _entry(feature, told)
        except BrokenRowError as error:
            reject(Rejected(number, str(error)))


def _entry(feature: Any, told: Told) -> GazetteerEntry:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise BrokenRowError("is no Feature with properties")
    properties: dict[str, Any] = feature["properties"]

    def text(*fields: str) -> str:
        return next((t for f in fields if (t := field_text(f, properties.get(f)))), "")

    names = toponyms(tagged_names(properties))
    geometry = geojson_shape(feature.get("geometry"))
    population = whole_number(text("population"))
    letter, code = feature_of(
        letter=text("feature_class"), code=text("feature_code"), kind=text("kind"),
        geometry=geometry.geom_type, population=population,
    )  # fmt: skip
    name = names[0].text
    radius_m = _radius_m(properties.get("radius_m"))
    footprint = footprint_of(geometry, name, letter, code, population=population, radius=radius_m)
    given = text("id") or field_text("id", feature.get("id"))
    return GazetteerEntry(
        id=made_id(given, told, name=name, lon=footprint.lon, lat=footprint.lat),
        toponyms=names,
        feature_class=letter,
        feature_code=code,
        footprint=footprint,
        country=country_code(text("country"), told.country),
        admin=_units(properties.get("admin")),
        population=population,
        source=needed("source", text("source") or told.source),
        licence=needed("licence", text("licence", "license") or told.licence),
        note=field_text("note", properties.get("note"), MAX_NOTE_CHARS),
    )


def _radius_m(value: Any) -> float | None:
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not (is_number and 1 <= value <= MAX_RADIUS_M):
        raise BrokenRowError(f"radius_m is no length from 1 to {MAX_RADIUS_M} m")
    return float(value)


def _units(value: Any) -> tuple[str, ...]:
    parts = value.split("|") if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    return tuple(text for part in parts if (text := field_text("admin", part)))
