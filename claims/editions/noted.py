"""Claims as a published state has them: what a later state is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from claims.claim import Claim
from claims.situation import NotDrawn, ResolvedClaim, Situation
from claims.written.claim_rows import ClaimRow
from claims.written.read_claims import claim_rows, stated_claim

__all__ = ["SET_ASIDE", "Noted", "State", "read_state", "state_of", "state_of_records"]

#: Why a claim that is listed does not count among what is claimed now.
SET_ASIDE = frozenset(("later", "rejected", "stale"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A claim of a published state, with how it stood there.

    Parameters
    ----------
    point
        Longitude and latitude of where it was drawn; None where it was not.
    uncertainty_m
        Of its place; 0 where it was not drawn.
    reason, detail
        Why it was not drawn, as a code and as a sentence; empty where it was.
    address
        Of its report; empty where the state does not say.
    voices
        Independent voices that say it; 0 where the state does not say.
    unsaid
        Fields of the claim that the state does not carry, and that are not compared.
    """

    claim: Claim
    point: tuple[float, float] | None = None
    uncertainty_m: float = 0.0
    reason: str = ""
    detail: str = ""
    address: str = ""
    agrees_with: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    voices: int = 0
    unsaid: frozenset[str] = frozenset()

    @property
    def counts(self) -> bool:
        """Whether it is claimed in its state, on the map or without a place."""
        return self.reason not in SET_ASIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All claims of one published state, drawn and not drawn, in their order.

    Parameters
    ----------
    docs
        Documents that the state read, also those without a claim; None where it does not say.
    sides
        Names of the sides by their ids.
    as_of
        The moment that it shows; None where it does not say.
    """

    claims: tuple[Noted, ...]
    docs: frozenset[str] | None = None
    sides: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    as_of: datetime | None = None

    @property
    def moment(self) -> datetime | None:
        """The moment that it shows, else when its newest report came out; None without a day."""
        if self.as_of is not None:
            return self.as_of
        days = (each.claim.published for each in self.claims)
        return max((_aware(day) for day in days if day), default=None)


def _aware(day: str) -> datetime:
    moment = datetime.fromisoformat(day)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def state_of(situation: Situation) -> State:
    """Return what is claimed in a situation."""
    addresses = {report.id: report.url for report in situation.reports}
    items: dict[str, ResolvedClaim | NotDrawn] = {c.claim.id: c for c in situation.drawn}
    items |= {c.claim.id: c for c in situation.not_drawn}
    noted = (_noted(items[claim.id], addresses.get(claim.doc, "")) for claim in situation.claims)
    return State(
        claims=tuple(noted),
        docs=frozenset(addresses),
        sides={side.id: side.name for side in situation.theatre.sides},
        as_of=situation.as_of,
    )


def _noted(item: ResolvedClaim | NotDrawn, address: str) -> Noted:
    drawn = item if isinstance(item, ResolvedClaim) else None
    listed = item if isinstance(item, NotDrawn) else None
    return Noted(
        claim=item.claim,
        point=(drawn.footprint.lon, drawn.footprint.lat) if drawn else None,
        uncertainty_m=drawn.footprint.uncertainty_m if drawn else 0.0,
        reason=listed.reason if listed else "",
        detail=listed.detail if listed else "",
        address=address,
        agrees_with=item.agrees_with,
        contradicts=item.contradicts,
        voices=item.standing.voices if item.standing else 0,
    )


def state_of_records(
    records: Iterable[Mapping[str, Any]],
    *,
    addresses: Mapping[str, str] | None = None,
    known: Iterable[tuple[Mapping[str, Any], Noted]] = (),
) -> State:
    """Return the state that records of claims tell of, as ``frontmap claims`` writes them.

    Parameters
    ----------
    addresses
        Of the reports, by their documents.
    known
        Records with the claims that they tell of. A record that equals one of them is not read
        again: from one day to the next most do, and reading is slow.

    Raises
    ------
    ClaimFormatError
        For the first record that is no claim.
    """
    alike = {record["id"]: (record, noted) for record, noted in known}
    told = addresses or {}

    def noted(number: int, record: Mapping[str, Any]) -> Noted:
        same, claim = alike.get(record.get("id"), ({}, None))
        if claim is not None and record == same:
            return claim
        return _noted_row(ClaimRow("claims", number, dict(record)), told)

    return State(claims=tuple(noted(n, each) for n, each in enumerate(records, start=1)))


def read_state(path: Path) -> State:
    """Return the state that a claims file tells of, JSON Lines, CSV or YAML; it may be empty.

    Raises
    ------
    ClaimFormatError
        For the first row or field that cannot be read, with its line.
    """
    return State(claims=tuple(_noted_row(r, {}) for r in claim_rows(path)))


def _noted_row(row: ClaimRow, addresses: Mapping[str, str]) -> Noted:
    """Return the claim of one row of a claims file with how it stood there."""
    stated = stated_claim(row)
    footprint = stated.footprint
    status, detail = _resolution(row)
    placed = footprint is not None and status in ("", "resolved")
    reason = "" if placed else status
    return Noted(
        claim=stated.claim,
        point=(footprint.lon, footprint.lat) if footprint and placed else None,
        uncertainty_m=footprint.uncertainty_m if footprint and placed else 0.0,
        reason=reason if placed or reason not in ("", "resolved") else "unresolved",
        detail="" if placed else detail,
        address=addresses.get(stated.claim.doc, ""),
        agrees_with=_ids(row.fields.get("agrees_with")),
        contradicts=_ids(row.fields.get("contradicts")),
        voices=max(0, round(row.number("voices") or 0)),
    )


def _resolution(row: ClaimRow) -> tuple[str, str]:
    """Return how a row says that its place was found, and why; a table has two columns for it."""
    nested = row.fields.get("resolution")
    if isinstance(nested, dict):
        return str(nested.get("status") or ""), str(nested.get("reason") or "")
    return row.text("resolution_status"), row.text("resolution_reason")


def _ids(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else tuple(str(value or "").split())
