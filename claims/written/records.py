"""Claims and figures as flat-enough mappings, the form that every program reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import shapely

from claims.claim import Claim, When
from claims.figure import Figure
from claims.sides.theatre import own_side
from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.place import Candidate
from geo.footprint import Footprint
from geo.interval import Interval

__all__ = ["claim_record", "claim_records", "figure_record"]

_DECIMALS = 6


def claim_records(situation: Situation) -> Iterator[dict[str, Any]]:
    """Yield every claim as one flat-enough mapping, in the order of reports and text."""
    located: dict[str, ResolvedClaim | NotDrawn] = {c.claim.id: c for c in situation.drawn}
    located |= {c.claim.id: c for c in situation.not_drawn}
    counts = _Counts(situation.figures)
    for claim in situation.claims:
        record = claim_record(located[claim.id], theatre=situation.theatre_of(claim).id)
        yield record | {"figures": counts.beside(claim)}


class _Counts:
    """The figures of a situation, by the sentence that holds them."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._by_doc: dict[str, list[Figure]] = {}
        for figure in figures:
            self._by_doc.setdefault(figure.doc, []).append(figure)

    def beside(self, claim: Claim) -> list[str]:
        """Return the ids of the figures in a claim's sentence."""
        return [
            figure.id
            for figure in self._by_doc.get(claim.doc, ())
            if figure.sentence.start <= claim.span.start < figure.sentence.end
        ]


def figure_record(figure: Figure) -> dict[str, Any]:
    """Return a figure as the mapping that every program reads."""
    return {
        "id": figure.id,
        "doc": figure.doc,
        "measure": figure.measure,
        "least": figure.least,
        "most": figure.most,
        "qualifier": figure.qualifier,
        "group": figure.group,
        "kind": figure.kind,
        "side": _side(figure.side),
        "window": figure.window,
        "when": _when(figure.when),
        "total": figure.total,
        "part_of": figure.part_of,
        "claimant": figure.claimant,
        "via": list(figure.via),
        "quote": figure.quote,
        "char_start": figure.span.start,
        "char_end": figure.span.end,
        "origin": figure.origin,
        "contradicts": list(figure.contradicts),
    }


def claim_record(item: ResolvedClaim | NotDrawn, *, theatre: str) -> dict[str, Any]:
    """Return a claim with its place as the mapping that every program reads.

    Its sides are those of its theatre, whose id is told beside them: the same whatever else is read
    in one run.
    """
    claim = item.claim
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
        "theatre": theatre,
        "actor_side": _side(claim.actor_side),
        "actor_with": list(claim.actor_with),
        "opponent": claim.opponent,
        "opponent_side": _side(claim.opponent_side),
        "action": claim.action.value,
        "status": claim.status.value,
        "place": claim.place.text if claim.place else None,
        "place_start": claim.place_span.start if claim.place_span else None,
        "place_end": claim.place_span.end if claim.place_span else None,
        "place_inherited": claim.place_inherited,
        "axes": list(claim.axes),
        **_where(item.footprint),
        "resolution": _resolution(item),
        "when": _when(claim.when),
        "reviewed": claim.reviewed,
        "origin": item.origin,
        "agrees_with": list(item.agrees_with),
        "contradicts": list(item.contradicts),
        **_standing(item),
    }


def _side(side_id: str | None) -> str | None:
    return own_side(side_id)[1] if side_id else side_id


def _standing(item: ResolvedClaim | NotDrawn) -> dict[str, Any]:
    standing = item.standing
    if standing is None:
        return {"voices": 1, "voice_sides": [], "against_interest": False, "grade": None}
    grade = standing.grade
    return {
        "voices": standing.voices,
        "voice_sides": list(standing.sides),
        "against_interest": standing.against_interest,
        "grade": {
            "code": grade.code,
            "source": grade.why_reliable,
            "claim": grade.why_credible,
        },
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


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        **_interval(when.interval),
        "text": when.text,
        "candidates": [_interval(other) for other in when.candidates],
    }


def _interval(interval: Interval) -> dict[str, str]:
    return {"start": interval.start.isoformat(), "end": interval.end.isoformat()}
