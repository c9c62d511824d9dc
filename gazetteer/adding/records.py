"""An entry as one JSON object, and back, with nothing lost but other readings of its footprint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shapely.geometry import Point, mapping, shape

from gazetteer.entry import FeatureClass, GazetteerEntry, Provenance, Toponym
from geo.footprint import Footprint

__all__ = ["entry_of", "record_of"]


def record_of(entry: GazetteerEntry) -> dict[str, Any]:
    """Return an entry as JSON can hold it; ``geometry`` is null for a point at lon, lat."""
    at = entry.footprint
    is_point = at.geometry.geom_type == "Point" and at.geometry.coords[0] == (at.lon, at.lat)
    return {
        "id": entry.id,
        "names": [[t.text, t.script, t.language] for t in entry.toponyms],
        "feature_class": entry.feature_class.value,
        "feature_code": entry.feature_code,
        "lon": at.lon,
        "lat": at.lat,
        "radius_m": at.uncertainty_m,
        "method": at.method,
        "footprint_note": at.note,
        "geometry": None if is_point else mapping(at.geometry),
        "country": entry.country,
        "admin": list(entry.admin),
        "population": entry.population,
        "source": entry.source,
        "licence": entry.licence,
        "note": entry.note,
        "also": [[row.id, row.source, row.licence] for row in entry.also],
    }


def entry_of(record: Mapping[str, Any]) -> GazetteerEntry:
    """Return the entry of a record that ``record_of`` made."""
    lon, lat, drawn = record["lon"], record["lat"], record["geometry"]
    return GazetteerEntry(
        id=record["id"],
        toponyms=tuple(
            Toponym(text=text, script=script, language=language)
            for text, script, language in record["names"]
        ),
        feature_class=FeatureClass(record["feature_class"]),
        feature_code=record["feature_code"],
        footprint=Footprint(
            geometry=shape(drawn) if drawn else Point(lon, lat), lon=lon, lat=lat,
            uncertainty_m=record["radius_m"], method=record["method"],
            note=record["footprint_note"],
        ),
        country=record["country"],
        admin=tuple(record["admin"]),
        population=record["population"],
        source=record["source"],
        licence=record["licence"],
        note=record["note"],
        also=tuple(
            Provenance(id=row_id, source=source, licence=licence)
            for row_id, source, licence in record["also"]
        ),
    )  # fmt: skip
