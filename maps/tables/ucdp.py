"""Claims in the columns of UCDP GED; docs/exports.md says what is lost.

Columns: UCDP Georeferenced Event Dataset Codebook 24.1 (https://ucdp.uu.se/downloads/).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

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
from maps.text import plain, web_link
from maps.wording.words import speaker

__all__ = ["UCDP_COLUMNS", "ucdp_rows"]

UCDP_COLUMNS = (
    *"id relid year active_year code_status type_of_violence conflict_new_id".split(),
    *"conflict_name dyad_new_id dyad_name side_a side_b number_of_sources".split(),
    *"source_article source_office source_date source_headline source_original".split(),
    *"where_prec where_coordinates where_description adm_1 adm_2 latitude longitude".split(),
    *"geom_wkt priogrid_gid country country_id region event_clarity date_prec".split(),
    *"date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown".split(),
    *"best high low gwnoa gwnob credit".split(),
)
"""The columns of UCDP GED, then the credit of the row's place."""

_EXACT_M, _LIMITED_M, _FIRST_ORDER = 3_000.0, 25_000.0, "ADM1"


def ucdp_rows(situation: Situation) -> Iterator[dict[str, Any]]:
    """Yield a row for each claim that is an event; codes and deaths of UCDP's own stay empty.

    GED holds events with deaths; a claim may have had none, so ``event_clarity`` is 2 (unclear)
    for all and every count of deaths is empty.
    """
    book = book_of(situation)
    reports = {report.id: report for report in situation.reports}
    for row in event_rows(situation):
        report = reports.get(row.claim.doc)
        cells = _row(row, book)
        if report is not None:
            cells["source_headline"] = plain(report.title)
            cells["source_article"] = web_link(report.url) or plain(report.id)
        yield cells


def _row(row: Row, book: Book) -> dict[str, Any]:
    claim, entry = row.claim, chosen_entry(row)
    first, last = days_of(claim)
    side_a = party_of(claim.actor_side, claim.actor, book)
    side_b = party_of(claim.opponent_side, claim.opponent, book)
    admin = [*(plain(name) for name in (entry.admin if entry else ())), "", ""]
    standing = row.item.standing
    return dict.fromkeys(UCDP_COLUMNS, "") | {
        "id": claim.id,
        "year": first[:4],
        "code_status": "Claim",
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else "",
        "side_a": side_a,
        "side_b": side_b,
        "number_of_sources": standing.voices if standing else 1,
        "source_article": claim.doc,
        "source_office": row.cells["outlet"],
        "source_date": claim.published[:10],
        "source_original": plain(speaker(claim)),
        "where_prec": _where_precision(row),
        "where_coordinates": location_of(row),
        "where_description": notes_of(row),
        "adm_1": admin[0],
        "adm_2": admin[1],
        "latitude": row.cells["lat"],
        "longitude": row.cells["lon"],
        "geom_wkt": _point(row),
        "country": entry.country if entry else "",
        "event_clarity": 2,
        "date_prec": _date_precision(first, last),
        "date_start": first,
        "date_end": last,
        "credit": row.cells["credit"],
    }


def _point(row: Row) -> str:
    if row.cells["lat"] is None:
        return ""
    return f"POINT ({row.cells['lon']} {row.cells['lat']})"


def _where_precision(row: Row) -> int | str:
    """1: exact; 2: near a place; 3, 4: second- and first-order unit; 5: a line or fuzzy area."""
    footprint = row.item.footprint
    if footprint is None:
        return ""
    if is_region(row):
        entry = chosen_entry(row)
        return 4 if entry is not None and entry.feature_code == _FIRST_ORDER else 3
    if footprint.geometry.geom_type.endswith("LineString") or footprint.uncertainty_m > _LIMITED_M:
        return 5
    whole = footprint.method == "gazetteer"
    return 1 if whole and footprint.uncertainty_m <= _EXACT_M else 2


def _date_precision(first: str, last: str) -> int | str:
    """1: a day; 2: two to six days; 3: a week; 4: a month; 5: longer."""
    if not first:
        return ""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)
