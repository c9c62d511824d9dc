"""What claims and rows of event databases have in common: which claims are events at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from claims.claim import Claim, Status
from claims.situation import ResolvedClaim, Situation
from gazetteer.entry import FeatureClass, GazetteerEntry
from maps.looks.sides import Book
from maps.tables.rows import Row, rows_of
from maps.text import plain
from maps.wording.language import ENGLISH
from maps.wording.words import speaker

__all__ = [
    "chosen_entry",
    "days_of",
    "event_rows",
    "is_region",
    "location_of",
    "notes_of",
    "party_of",
]

_NO_EVENT = (Status.PLANNED, Status.DENIED)


def event_rows(situation: Situation) -> Iterator[Row]:
    """Yield the claims that an event database can hold.

    What is only planned, or denied, is left out: whoever counts such rows would count it as an
    event. What failed stays, for the attempt was one.
    """
    return (row for row in rows_of(situation) if row.claim.status not in _NO_EVENT)


def left_out(situation: Situation) -> int:
    """Count the claims that ``event_rows`` leaves out."""
    return sum(claim.status in _NO_EVENT for claim in situation.claims)


def days_of(claim: Claim) -> tuple[str, str]:
    """Return first and last day as ISO dates in the claim's own zone; empty without a date."""
    if claim.when is None:
        return "", ""
    start, end = claim.when.interval.start, claim.when.interval.end
    # An interval ends before its end: a whole day's last moment is on that day.
    last = max(start, end - timedelta(seconds=1))
    return start.date().isoformat(), last.date().isoformat()


def party_of(side: str | None, words: str, book: Book) -> str:
    """Name who acts: by the neutral side, with the report's own words after it."""
    name = book.names.get(side or "", "")
    return plain(f"{name} ({words})" if name and words else name or words)


def location_of(row: Row) -> str:
    """Name the place as the gazetteer does, else in the report's words."""
    entry = chosen_entry(row)
    if entry is not None:
        return plain(entry.name)
    return plain(row.claim.place.text) if row.claim.place else ""


def chosen_entry(row: Row) -> GazetteerEntry | None:
    """Return the first gazetteer entry behind a drawn claim, None where there is none."""
    if isinstance(row.item, ResolvedClaim) and row.item.resolution.chosen:
        return row.item.resolution.chosen[0].entry
    return None


def notes_of(row: Row) -> str:
    """Keep in words what the columns of an event database have no room for."""
    claim = row.claim
    deed = ENGLISH.say(f"picture.action.{claim.action.value}")
    parts = [
        f"Claimed by {speaker(claim)}" + (f" via {', '.join(claim.via)}" if claim.via else ""),
        f"“{claim.quote}”",
        f"{deed}, {claim.status.value}",
    ]
    if claim.place:
        parts.append(f"place as worded: {claim.place.text}")
    if row.item.footprint:
        parts.append(f"within {row.item.footprint.uncertainty_m / 1000:.1f} km")
    if row.item.contradicts:
        parts.append(f"contradicted by {' '.join(row.item.contradicts)}")
    return plain("; ".join(parts) + ". Claim, not verified.")


def is_region(row: Row) -> bool:
    """Tell whether a place is an administrative unit."""
    entry = chosen_entry(row)
    return entry is not None and entry.feature_class is FeatureClass.ADMIN
