"""Entries as rows of a table, and back."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, NamedTuple

import shapely
from shapely.geometry import Point

from gazetteer.entry import FeatureClass, GazetteerEntry, Provenance, Toponym
from geo.footprint import Footprint

__all__ = ["ADMIN_SEPARATOR", "COLUMNS", "NAME_SEPARATOR", "EntryRow", "entry_of", "row_of"]

NAME_SEPARATOR, ADMIN_SEPARATOR = "\n", "|"


class EntryRow(NamedTuple):
    """One entry. ``names`` are apart by line breaks, ``admin`` by ``|``.

    ``tongues`` are the names' scripts and languages. ``told`` is a JSON object of what is rarely
    there: note, also, note of the footprint. ``shape`` is WKB, None for a point.
    """

    id: str
    names: str
    tongues: str
    lon: float
    lat: float
    radius_m: float
    feature_class: str
    feature_code: str
    country: str
    admin: str
    population: int
    source: str
    licence: str
    told: str
    shape: bytes | None


COLUMNS = EntryRow._fields


def row_of(entry: GazetteerEntry) -> EntryRow:
    """Return the row of an entry."""
    where = entry.footprint
    point = where.geometry.geom_type == "Point"
    return EntryRow(
        entry.id,
        NAME_SEPARATOR.join(toponym.text for toponym in entry.toponyms),
        " ".join(f"{toponym.script}:{toponym.language}" for toponym in entry.toponyms),
        where.lon,
        where.lat,
        where.uncertainty_m,
        entry.feature_class.value,
        entry.feature_code,
        entry.country,
        ADMIN_SEPARATOR.join(entry.admin),
        entry.population,
        entry.source,
        entry.licence,
        json.dumps(_told(entry), ensure_ascii=False, sort_keys=True),
        None if point else shapely.to_wkb(where.geometry),
    )


def _told(entry: GazetteerEntry) -> dict[str, Any]:
    told = {
        "note": entry.note,
        "also": [[other.id, other.source, other.licence] for other in entry.also],
        "where": entry.footprint.note,
    }
    return {name: value for name, value in told.items() if value}


def entry_of(row: EntryRow) -> GazetteerEntry:
    """Return the entry of a row."""
    told = json.loads(row.told)
    shape = Point(row.lon, row.lat) if row.shape is None else shapely.from_wkb(row.shape)
    return GazetteerEntry(
        id=row.id,
        toponyms=_toponyms(row),
        feature_class=FeatureClass(row.feature_class),
        feature_code=row.feature_code,
        footprint=Footprint(
            geometry=shape, lon=row.lon, lat=row.lat, uncertainty_m=row.radius_m,
            method="gazetteer", note=told.get("where", ""),
        ),
        country=row.country,
        admin=tuple(row.admin.split(ADMIN_SEPARATOR)) if row.admin else (),
        population=row.population,
        source=row.source,
        licence=row.licence,
        note=told.get("note", ""),
        also=tuple(
            Provenance(id=entry_id, source=source, licence=licence)
            for entry_id, source, licence in told.get("also", ())
        ),
    )  # fmt: skip


def _toponyms(row: EntryRow) -> tuple[Toponym, ...]:
    texts, tongues = row.names.split(NAME_SEPARATOR), row.tongues.split(" ")
    return tuple(
        Toponym(text, *_parted(tongue)) for text, tongue in zip(texts, tongues, strict=True)
    )


# There are few of them in a whole gazetteer.
@lru_cache(maxsize=256)
def _parted(tongue: str) -> tuple[str, str]:
    script, language = tongue.split(":")
    return script, language
