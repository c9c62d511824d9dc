"""From what the gazetteer answers to a claim that is drawn, or listed with a reason."""

from __future__ import annotations

from datetime import datetime

from claims.claim import Claim
from claims.reading import Answers
from claims.situation import NotDrawn, ResolvedClaim
from claims.written.read_claims import StatedClaim
from gazetteer.place import PlaceExpression, Resolution, Unresolved
from geo.footprint import Footprint
from geo.geodesy import half_width_m

__all__ = ["given_place", "placed"]

# A footprint this wide says no more than "somewhere in the country".
_TOO_VAGUE_M = 250_000
# What spans no more degrees than this either way lies within 160 km of its middle.
_NEAR_DEG = 2.0


def given_place(
    item: StatedClaim, footprint: Footprint, as_of: datetime | None
) -> ResolvedClaim | NotDrawn:
    """Place a claim from a file where the file says."""
    claim, origin = item.claim, item.origin or item.claim.doc
    kept = _kept_back(claim, as_of)
    if kept:
        return NotDrawn(claim=claim, reason=kept[0], detail=kept[1], origin=origin)
    expression = claim.place or PlaceExpression(text="", heads=())
    resolution = Resolution(expression=expression, footprint=footprint, chosen=())
    return ResolvedClaim(claim=claim, resolution=resolution, footprint=footprint, origin=origin)


def placed(
    claim: Claim,
    found: Answers,
    origin: str,
    as_of: datetime | None,
) -> ResolvedClaim | NotDrawn:
    """Place a claim where the gazetteer's answer says, or say why it is not drawn."""
    kept = _kept_back(claim, as_of)
    if kept:
        return NotDrawn(claim=claim, reason=kept[0], detail=kept[1], origin=origin)
    if claim.place is None:
        return NotDrawn(
            claim=claim, reason="no-place", detail="the text names no place for it", origin=origin
        )
    answer = found[claim.place]
    if isinstance(answer, Unresolved):
        return NotDrawn(
            claim=claim,
            reason=answer.status,
            detail=answer.reason,
            candidates=answer.candidates,
            origin=origin,
        )
    reach_m = _reach_m(answer.footprint)
    if reach_m > _TOO_VAGUE_M:
        return NotDrawn(
            claim=claim,
            reason="too-vague",
            detail=f"“{claim.place.text}” covers {reach_m / 1000:.0f} km",
            candidates=answer.chosen,
            footprint=answer.footprint,
            origin=origin,
        )
    tail = found.get(claim.tail) if claim.tail else None
    return ResolvedClaim(
        claim=claim,
        resolution=answer,
        footprint=answer.footprint,
        tail=tail.footprint if isinstance(tail, Resolution) else None,
        origin=origin,
    )


def _reach_m(footprint: Footprint) -> float:
    """Return how far a place reaches from its middle, wherever its mark stands, in metres.

    A road or a border is a line however long it is. What is plainly not too wide is not measured,
    and given as 0: that takes longer than all else here.
    """
    shape = footprint.geometry
    if shape.geom_type == "Point":
        return footprint.uncertainty_m
    west, south, east, north = shape.bounds
    near = max(east - west, north - south) <= _NEAR_DEG
    line = shape.geom_type in ("LineString", "MultiLineString")
    return 0.0 if line or near else half_width_m(shape)


def _kept_back(claim: Claim, as_of: datetime | None) -> tuple[str, str] | None:
    """Return why a claim is not drawn before its place is looked at."""
    if claim.withheld:
        return "stale", claim.withheld
    if as_of and claim.published and datetime.fromisoformat(claim.published) > as_of:
        return "later", f"published after {as_of:%Y-%m-%d %H:%M}"
    return None
