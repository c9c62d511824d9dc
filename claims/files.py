"""Claims as files: JSON Lines, CSV, YAML and GeoJSON out; JSON Lines, CSV and YAML in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import shapely
import yaml

from claims.cells import safe_cell
from claims.claim import Claim
from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.place import Candidate
from geo.footprint import Footprint
from geo.interval import Interval

__all__ = ["FORMATS", "claim_record", "claim_records", "format_claims"]

_DECIMALS = 6
_FLAT = [
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
    "actor_side",
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
]


def claim_records(situation: Situation) -> Iterator[dict[str, Any]]:
    """Yield every claim as one flat-enough mapping, in the order of reports and text."""
    located: dict[str, ResolvedClaim | NotDrawn] = {c.claim.id: c for c in situation.drawn}
    located |= {c.claim.id: c for c in situation.not_drawn}
    for claim in situation.claims:
        yield claim_record(located[claim.id])


def claim_record(item: ResolvedClaim | NotDrawn) -> dict[str, Any]:
    """Return a claim with its place as the mapping that every program reads."""
    claim = item.claim
    footprint = item.footprint if isinstance(item, ResolvedClaim) else None
    return {
        "id": claim.id,
        "doc": claim.doc,
        "outlet": claim.outlet,
        "published": claim.published,
        "retrieved": claim.retrieved,
        "section": claim.section,
        "quote": claim.quote,
        "char_start": claim.span.start,
        "char_end": claim.span.end,
        "claimant": claim.claimant,
        "via": list(claim.via),
        "actor": claim.actor,
        "actor_side": claim.actor_side,
        "opponent": claim.opponent,
        "opponent_side": claim.opponent_side,
        "action": claim.action.value,
        "status": claim.status.value,
        "place": claim.place.text if claim.place else None,
        "place_start": claim.place_span.start if claim.place_span else None,
        "place_end": claim.place_span.end if claim.place_span else None,
        "place_inherited": claim.place_inherited,
        "axes": list(claim.axes),
        **_where(footprint),
        "resolution": _resolution(item),
        "when": _when(claim),
        "reviewed": claim.reviewed,
        "origin": item.origin,
        "agrees_with": list(item.agrees_with),
        "contradicts": list(item.contradicts),
    }


def _where(footprint: Footprint | None) -> dict[str, Any]:
    if footprint is None:
        return {"lat": None, "lon": None, "uncertainty_m": None, "footprint": None}
    shape = shapely.set_precision(footprint.geometry, 10**-_DECIMALS, mode="pointwise")
    return {
        "lat": round(footprint.lat, _DECIMALS),
        "lon": round(footprint.lon, _DECIMALS),
        "uncertainty_m": round(footprint.uncertainty_m),
        "footprint": json.loads(shapely.to_geojson(shape)),
    }


def _resolution(item: ResolvedClaim | NotDrawn) -> dict[str, Any]:
    if isinstance(item, NotDrawn):
        return {
            "status": item.reason,
            "reason": item.detail,
            "entry_id": None,
            "method": None,
            "candidates": [_candidate(c) for c in item.candidates],
        }
    chosen = item.resolution.chosen
    return {
        "status": "resolved",
        "reason": "; ".join(c.why for c in chosen),
        "entry_id": chosen[0].entry.id if chosen else None,
        "method": item.footprint.method,
        "note": item.footprint.note,
        "candidates": [_candidate(c) for c in (*chosen, *item.resolution.rejected)],
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    entry = candidate.entry
    return {
        "entry_id": entry.id,
        "name": entry.name,
        "lon": round(entry.footprint.lon, _DECIMALS),
        "lat": round(entry.footprint.lat, _DECIMALS),
        "score": round(candidate.score, 3),
        "why": candidate.why,
        "source": entry.source,
        "licence": entry.licence,
    }


def _when(claim: Claim) -> dict[str, Any] | None:
    if claim.when is None:
        return None
    return {
        **_interval(claim.when.interval),
        "text": claim.when.text,
        "candidates": [_interval(other) for other in claim.when.candidates],
    }


def _interval(interval: Interval) -> dict[str, str]:
    return {"start": interval.start.isoformat(), "end": interval.end.isoformat()}


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
    out = io.StringIO()
    writer = csv.DictWriter(out, _FLAT, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for record in claim_records(situation):
        writer.writerow({key: safe_cell(value) for key, value in _flat(record).items()})
    return out.getvalue()


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    when, resolution = record["when"] or {}, record["resolution"]
    return record | {
        "when_start": when.get("start"),
        "when_end": when.get("end"),
        "when_text": when.get("text"),
        "resolution_status": resolution["status"],
        "resolution_reason": resolution["reason"],
        **{
            key: " ".join(record[key]) if key != "via" else "; ".join(record[key])
            for key in ("via", "agrees_with", "contradicts")
        },
    }


def _geojson(situation: Situation) -> str:
    features = []
    for record in claim_records(situation):
        shape = record.pop("footprint")
        features.append(
            {"type": "Feature", "id": record["id"], "geometry": shape, "properties": record}
        )
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False) + "\n"


FORMATS: dict[str, Callable[[Situation], str]] = {
    "csv": _csv,
    "geojson": _geojson,
    "jsonl": _jsonl,
    "yaml": _yaml,
}
