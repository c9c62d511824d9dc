"""Claims as files: JSON Lines, CSV, YAML and GeoJSON out; JSON Lines, CSV and YAML in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import shapely
import shapely.geometry
import yaml

from claims.situation import Situation
from claims.written.cells import safe_cell
from claims.written.records import claim_records, figure_record
from geo.rfc7946 import bbox_of, fit_shape

__all__ = [
    "FLAT_COLUMNS",
    "FORMATS",
    "flat_records",
    "format_claims",
    "format_figures",
    "write_csv",
]

FLAT_COLUMNS = (
    "id",
    "doc",
    "outlet",
    "published",
    "retrieved",
    "quote",
    "char_start",
    "char_end",
    "claimant",
    "via",
    "actor",
    "theatre",
    "actor_side",
    "actor_with",
    "opponent",
    "opponent_side",
    "action",
    "status",
    "place",
    "place_start",
    "place_end",
    "lat",
    "lon",
    "uncertainty_m",
    "when_start",
    "when_end",
    "when_text",
    "resolution_status",
    "resolution_reason",
    "reviewed",
    "origin",
    "agrees_with",
    "contradicts",
    "voices",
    "voice_sides",
    "against_interest",
    "grade_code",
)
"""Columns of a table of claims, one plain value each."""


def format_figures(situation: Situation) -> str:
    """Return the figures of a situation as JSON Lines, in the order of reports and text."""
    lines = (json.dumps(figure_record(f), ensure_ascii=False) for f in situation.figures)
    return "".join(line + "\n" for line in lines)


def format_claims(situation: Situation, how: str) -> str:
    """Return all claims of a situation in one of ``FORMATS``."""
    return FORMATS[how](situation)


def _jsonl(situation: Situation) -> str:
    lines = (json.dumps(r, ensure_ascii=False, allow_nan=False) for r in claim_records(situation))
    return "".join(line + "\n" for line in lines)


def _yaml(situation: Situation) -> str:
    records = list(claim_records(situation))
    return yaml.safe_dump({"claims": records}, allow_unicode=True, sort_keys=False, width=100)


def _csv(situation: Situation) -> str:
    return write_csv(FLAT_COLUMNS, flat_records(situation))


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV in which no cell is run as a formula; further keys are left out."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: safe_cell(value) for key, value in row.items()})
    return out.getvalue()


def flat_records(situation: Situation) -> Iterator[dict[str, Any]]:
    """Yield every claim with a plain value for each of ``FLAT_COLUMNS``, in order of the text."""
    return map(_flat, claim_records(situation))


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    when, resolution = record["when"] or {}, record["resolution"]
    return record | {
        "when_start": when.get("start"),
        "when_end": when.get("end"),
        "when_text": when.get("text"),
        "grade_code": (record["grade"] or {}).get("code"),
        "resolution_status": resolution["status"],
        "resolution_reason": resolution["reason"],
        **{
            key: "; ".join(record[key]) if key in ("via", "actor_with") else " ".join(record[key])
            for key in ("via", "actor_with", "agrees_with", "contradicts", "voice_sides")
        },
    }


def _geojson(situation: Situation) -> str:
    """Return the claims after RFC 7946; what is not drawn has a null geometry (section 3.2)."""
    shapes = []
    features = []
    for record in claim_records(situation):
        found = record.pop("footprint")
        shape = fit_shape(shapely.geometry.shape(found)) if found else None
        shapes += [shape] if shape else []
        geometry = shapely.geometry.mapping(shape) if shape else None
        features.append(
            {"type": "Feature", "id": record["id"], "geometry": geometry, "properties": record}
        )
    box = bbox_of(shapes)
    collection = {
        "type": "FeatureCollection",
        **({"bbox": box} if box else {}),
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, allow_nan=False) + "\n"


FORMATS: dict[str, Callable[[Situation], str]] = {
    "csv": _csv,
    "geojson": _geojson,
    "jsonl": _jsonl,
    "yaml": _yaml,
}
