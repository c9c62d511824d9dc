"""Claims as GeoJSON after RFC 7946."""

from __future__ import annotations

import json
from typing import Any

import shapely

from claims.situation import Situation
from claims.written.records import claim_records
from geo.rfc7946 import bbox_of, fit_shape
from maps.beside.credits import credits_in
from maps.beside.labels import limits
from maps.tables.rows import items_of
from maps.text import plain
from maps.wording.language import ENGLISH, Language

__all__ = ["geojson"]


def geojson(situation: Situation, *, title: str, tongue: Language = ENGLISH) -> bytes:
    """Return all claims as one FeatureCollection; a claim without a place has a null geometry.

    Title, moment, credits and limits are foreign members of the collection (RFC 7946, section 6.1),
    where no reader of features stumbles over them. There is no ``crs`` member: the standard knows
    one system only.
    """
    features, shapes = [], []
    for item, record in zip(items_of(situation), claim_records(situation), strict=True):
        record.pop("footprint")
        shape = fit_shape(item.footprint.geometry) if item.footprint else None
        if shape is not None:
            shapes.append(shape)
        features.append(
            {
                "type": "Feature",
                "id": record["id"],
                "geometry": json.loads(shapely.to_geojson(shape)) if shape is not None else None,
                "properties": record,
            }
        )
    box = bbox_of(shapes)
    collection = {
        "type": "FeatureCollection",
        **({"bbox": box} if box else {}),
        "title": title,
        "as_of": situation.as_of.isoformat() if situation.as_of else None,
        "credits": list(credits_in(situation)),
        "limits": limits(tongue),
        "features": features,
    }
    written = json.dumps(_clean(collection), ensure_ascii=False, allow_nan=False)
    return (written + "\n").encode("utf-8")


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _clean(child) for key, child in value.items()}
    return [_clean(child) for child in value] if isinstance(value, list) else value
