"""What differs between two readings of one claim: which field, from what to what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC

from claims.claim import When
from claims.editions.noted import Noted
from claims.editions.pairing import same_words
from geo.geodesy import distance_m

__all__ = ["FIELDS", "Difference", "differences_of"]

# Files round positions, a page to some ten metres; nobody would print a correction of less.
_MOVED_M = 50.0
_Value = Callable[[Noted], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of a claim with its value before and after, as text; empty stands for none."""

    field: str
    before: str
    after: str


def _when(noted: Noted) -> str:
    return _span(noted.claim.when) if noted.claim.when else ""


def _span(when: When) -> str:
    # To the minute, in one zone: files write seconds and zones differently.
    start, end = (
        moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
        for moment in (when.interval.start, when.interval.end)
    )
    return f"{start}/{end}"


def _point(noted: Noted) -> str:
    return "{:.4f}, {:.4f}".format(*reversed(noted.point)) if noted.point else ""


_VALUES: dict[str, _Value] = {
    "quote": lambda n: n.claim.quote,
    "claimant": lambda n: n.claim.claimant,
    "via": lambda n: "; ".join(n.claim.via),
    "actor": lambda n: n.claim.actor,
    "actor_side": lambda n: n.claim.actor_side or "",
    "opponent": lambda n: n.claim.opponent,
    "opponent_side": lambda n: n.claim.opponent_side or "",
    "action": lambda n: n.claim.action.value,
    "status": lambda n: n.claim.status.value,
    "place": lambda n: n.claim.place.text if n.claim.place else "",
    "position": _point,
    "when": _when,
    "not_drawn": lambda n: n.reason,
}
FIELDS = tuple(_VALUES)
"""Fields that are compared; ``position`` is latitude and longitude in degrees, ``not_drawn`` the
reason why a claim is listed and not drawn, ``when`` an interval of ISO 8601 in UTC."""


def differences_of(before: Noted, after: Noted) -> tuple[Difference, ...]:
    """Return the fields of a claim that differ, in the order of ``FIELDS``.

    Left out is what one of the two states does not carry, what differs in spaces and quotation
    marks alone, and a move of less than 50 m.
    """
    unsaid = before.unsaid | after.unsaid
    found = []
    for name, value in _VALUES.items():
        old, new = value(before), value(after)
        if (
            old != new
            and name not in unsaid
            and same_words(old) != same_words(new)
            and _differs(name, before, after)
        ):
            found.append(Difference(field=name, before=old, after=new))
    return tuple(found)


def _differs(name: str, before: Noted, after: Noted) -> bool:
    if name != "position":
        return True
    if before.point is None or after.point is None:
        return False  # told by the reason why it is not drawn
    (lon, lat), (to_lon, to_lat) = before.point, after.point
    return distance_m(lon=lon, lat=lat, to_lon=to_lon, to_lat=to_lat) > _MOVED_M
