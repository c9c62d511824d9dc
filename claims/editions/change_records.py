"""What changed as mappings, the form that every program reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.editions.changes import Change, Changes
from claims.editions.noted import Noted

__all__ = ["change_record", "changes_record"]


def changes_record(changes: Changes) -> dict[str, Any]:
    """Return the counts of all claims and every change; what is unchanged is counted alone."""
    return {
        "counts": changes.counts,
        "sides": dict(changes.sides),
        "changes": [change_record(each) for each in changes.told],
    }


def change_record(change: Change) -> dict[str, Any]:
    """Return what became of one claim."""
    return {
        "id": change.noted.claim.id,
        "kind": change.kind.value,
        "why": change.why.value if change.why else None,
        "differences": [_fields(each, "field", "before", "after") for each in change.differences],
        "marks": [
            {**_fields(each, "kind", "before", "after"), "others": list(each.others)}
            for each in change.marks
        ],
        "before": _claim(change.before),
        "after": _claim(change.after),
    }


def _fields(value: object, *names: str) -> Mapping[str, str]:
    return {name: str(getattr(value, name)) for name in names}


def _claim(noted: Noted | None) -> dict[str, Any] | None:
    if noted is None:
        return None
    claim, when = noted.claim, noted.claim.when
    lon, lat = noted.point or (None, None)
    return {
        "id": claim.id,
        "doc": claim.doc,
        "address": noted.address,
        "outlet": claim.outlet,
        "published": claim.published,
        "claimant": claim.claimant,
        "actor_side": claim.actor_side,
        "opponent_side": claim.opponent_side,
        "action": claim.action.value,
        "status": claim.status.value,
        "place": claim.place.text if claim.place else None,
        "lat": lat,
        "lon": lon,
        "when": {
            "start": when.interval.start.isoformat(),
            "end": when.interval.end.isoformat(),
        }
        if when
        else None,
        "quote": claim.quote,
        "not_drawn": noted.reason or None,
        "detail": noted.detail,
        "agrees_with": list(noted.agrees_with),
        "contradicts": list(noted.contradicts),
        "voices": noted.voices,
    }
