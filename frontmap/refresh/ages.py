"""Which reports are old enough to be published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from frontmap.refresh.project import Policy

if TYPE_CHECKING:
    from claims.situation import Situation

__all__ = ["is_old_enough", "moment_of", "old_enough_docs"]


def is_old_enough(
    *, published: datetime | None, received: datetime | None, now: datetime, policy: Policy
) -> bool:
    """Tell whether a report may be published now.

    A report that gives a day and no time may have come out at the end of that day, and at the
    latest when it was received. One without a date counts from then; one that nothing is known of
    is old enough only where the policy asks for no age.
    """
    # In UTC: between two times of one zone Python counts hours of the clock, also where it changes.
    latest = _end(published).astimezone(UTC) if published else None
    known = [moment for moment in (latest, received) if moment is not None]
    if not known:
        return not policy.minimum_age
    # What was received before the day it gives had come is from the future: the day counts.
    early = published is not None and received is not None and received < published
    since = latest if early and latest else min(moment.astimezone(UTC) for moment in known)
    return now.astimezone(UTC) - since >= policy.minimum_age


def old_enough_docs(
    situation: Situation, *, now: datetime, policy: Policy, received: Mapping[str, datetime]
) -> frozenset[str]:
    """Return the documents of a situation that may be published now."""
    reports = {report.id: report for report in situation.reports}
    docs = {claim.doc: claim for claim in situation.claims}
    kept = set()
    for doc in {*reports, *docs}:
        report, claim = reports.get(doc), docs.get(doc)
        published = report.published if report else None
        fetched = received.get(doc) or (report.retrieved if report else None)
        if claim:
            published = published or moment_of(claim.published)
            fetched = fetched or moment_of(claim.retrieved)
        if is_old_enough(published=published, received=fetched, now=now, policy=policy):
            kept.add(doc)
    return frozenset(kept)


def _end(published: datetime) -> datetime:
    # A bare date was read as its midnight, as everywhere here.
    midnight = (published.hour, published.minute, published.second) == (0, 0, 0)
    return published + timedelta(days=1) if midnight else published


def moment_of(text: str) -> datetime | None:
    """Return the moment that a claim tells, in UTC without a zone; None where it tells none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
