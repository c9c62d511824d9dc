"""Claims in the columns of ACLED; docs/exports.md says what is lost.

Columns and vocabulary: ACLED Codebook (https://acleddata.com/knowledge-base/codebook/).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from claims.claim import Action, Claim, Status
from claims.sides.theatre import own_side
from claims.situation import Situation
from maps.looks.sides import Book, book_of
from maps.tables.events import (
    chosen_entry,
    days_of,
    event_rows,
    is_region,
    location_of,
    notes_of,
    party_of,
)
from maps.tables.rows import Row
from maps.text import plain

__all__ = ["ACLED_COLUMNS", "acled_rows"]

ACLED_COLUMNS = (
    *"event_id_cnty event_date year time_precision disorder_type event_type sub_event_type".split(),
    *"actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction".split(),
    *"civilian_targeting iso region country admin1 admin2 admin3 location".split(),
    *"latitude longitude geo_precision source source_scale notes fatalities tags timestamp".split(),
    "credit",
)
"""The columns of an ACLED download, then the credit of the row's place."""

_BATTLES, _REMOTE = "Battles", "Explosions/Remote violence"
_STRATEGIC = "Strategic developments"
_VIOLENCE, _NO_VIOLENCE = "Political violence", "Strategic developments"

# A claim of taken ground says nothing of who is a state; a theatre's own side of that id does.
_GAINS = (Action.CAPTURE, Action.RECAPTURE)
_STATE = "government"

_NEAR_M, _REGION_M = 5_000.0, 25_000.0


def acled_rows(situation: Situation) -> Iterator[dict[str, Any]]:
    """Yield a row for each claim that is an event; what ACLED alone can code stays empty.

    Fatalities are empty, which means unknown: counts are claims of their own and are never
    divided over events.
    """
    book = book_of(situation)
    for row in event_rows(situation):
        yield _row(row, book)


def _row(row: Row, book: Book) -> dict[str, Any]:
    claim, entry = row.claim, chosen_entry(row)
    first, last = days_of(claim)
    kind, sub_kind = _kind(claim)
    admin = [*(plain(name) for name in (entry.admin if entry else ())), "", "", ""]
    return dict.fromkeys(ACLED_COLUMNS, "") | {
        "event_id_cnty": claim.id,
        "event_date": first,
        "year": first[:4],
        "time_precision": _time_precision(first, last),
        "disorder_type": _NO_VIOLENCE if kind == _STRATEGIC else _VIOLENCE,
        "event_type": kind,
        "sub_event_type": sub_kind,
        "actor1": party_of(claim.actor_side, claim.actor, book),
        "assoc_actor_1": "; ".join(book.style(side).name for side in claim.actor_with),
        "actor2": party_of(claim.opponent_side, claim.opponent, book),
        "country": entry.country if entry else "",
        "admin1": admin[0],
        "admin2": admin[1],
        "admin3": admin[2],
        "location": location_of(row),
        "latitude": row.cells["lat"],
        "longitude": row.cells["lon"],
        "geo_precision": _geo_precision(row),
        "source": row.cells["outlet"] or row.cells["doc"],
        "notes": notes_of(row),
        "credit": row.cells["credit"],
    }


def _kind(claim: Claim) -> tuple[str, str]:
    if claim.action is Action.STRIKE:
        return _REMOTE, ""  # whether from the air or by shells is not kept
    if claim.action in (Action.HOLD, Action.DEPLOY):
        return _STRATEGIC, "Other"
    if claim.action is Action.RETREAT:
        return _STRATEGIC, "Non-violent transfer of territory"
    if claim.action in _GAINS and claim.status is not Status.FAILED and claim.actor_side:
        state = own_side(claim.actor_side)[1] == _STATE
        gained = "Government regains territory" if state else "Non-state actor overtakes territory"
        return _BATTLES, gained
    return _BATTLES, "Armed clash"


def _time_precision(first: str, last: str) -> int | str:
    """1: a day; 2: within about a week; 3: a month or more."""
    if not first:
        return ""
    if first == last:
        return 1
    return 2 if _span_days(first, last) <= 7 else 3


def _span_days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _geo_precision(row: Row) -> int | str:
    """1: a town; 2: near a town or part of a small area; 3: a larger region."""
    footprint = row.item.footprint
    if footprint is None:
        return ""
    if is_region(row) or footprint.uncertainty_m > _REGION_M:
        return 3
    whole = footprint.method == "gazetteer"
    return 1 if whole and footprint.uncertainty_m <= _NEAR_M else 2
