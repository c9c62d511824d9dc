"""What the page's script draws and lists, as one value of plain JSON types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from claims.claim import Claim
from claims.report import Report
from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.entry import GazetteerEntry
from gazetteer.place import Candidate
from maps.layers import layer_index, layers_of
from maps.panels import credits_of, reports_of, routes_of, speakers_of, towns_of
from maps.sites import SCALE, site_key, site_of
from maps.standing_words import grade_words, voices_words
from maps.style import UNKNOWN, SideStyle, side_styles
from maps.text import plain, web_link
from maps.words import headline, moment_words, speaker, subtitle, time_words, zone_of
from maps.words import title as default_title

__all__ = ["page_value"]

# Enough to judge a quotation by its surroundings, far too little to stand in for the article.
_CONTEXT = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What every claim's row needs to know of the others."""

    situation: Situation
    styles: tuple[SideStyle, ...]
    rows: dict[str, int]
    reports: dict[str, tuple[int, Report]]
    copies: dict[str, int]

    @property
    def names(self) -> dict[str, str]:
        return {style.id: style.name for style in self.styles if style.id != UNKNOWN}

    def layer(self, claim: Claim) -> int:
        return layer_index(self.situation, claim)

    def side(self, side_id: str | None) -> int:
        ids = [style.id for style in self.styles]
        return ids.index(side_id) if side_id in ids else len(ids) - 1


def _book(situation: Situation) -> _Book:
    claims = situation.claims
    origins: dict[str, set[str]] = {}
    told = [(item.origin, item.claim.doc) for item in situation.drawn]
    told += [(item.origin, item.claim.doc) for item in situation.not_drawn]
    for origin, doc in told:
        origins.setdefault(origin, set()).add(doc)
    return _Book(
        situation=situation,
        styles=side_styles(situation.theatre, claims),
        rows={claim.id: row for row, claim in enumerate(claims)},
        reports={report.id: (n, report) for n, report in enumerate(situation.reports)},
        copies={origin: len(docs) for origin, docs in origins.items() if origin},
    )


def _surroundings(claim: Claim, report: Report | None) -> tuple[str, str]:
    """Return the words before and after a quotation, cut at a space and within its paragraph."""
    if report is None or report.text[claim.span.start : claim.span.end] != claim.quote:
        return "", ""
    before = report.text[max(0, claim.span.start - _CONTEXT) : claim.span.start]
    after = report.text[claim.span.end : claim.span.end + _CONTEXT]
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if len(before) == _CONTEXT:
        before = "… " + before.partition(" ")[2]
    if len(after) == _CONTEXT:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _origin_words(item: ResolvedClaim | NotDrawn, book: _Book) -> str:
    copies = book.copies.get(item.origin, 1)
    return f"Same wire story in {copies} reports, counted once." if copies > 1 else ""


def _when_row(claim: Claim, book: _Book) -> dict[str, Any]:
    if claim.when is None:
        return {}
    zone = zone_of(book.situation, claim.doc)
    return {
        "when": time_words(claim.when.interval, zone),
        "whenText": claim.when.text,
        "start": int(claim.when.interval.start.timestamp()),
        "end": int(claim.when.interval.end.timestamp()),
    }


def _published(claim: Claim, report: Report | None, book: _Book) -> str:
    if report is not None and report.published is not None:
        return moment_words(report.published, zone_of(book.situation, claim.doc))
    return claim.published


def _how(item: ResolvedClaim) -> str:
    """Say how a claim was placed, and when its own sentence names no place."""
    if not item.claim.place_inherited:
        return item.footprint.note
    return f"its sentence names no place, taken from the text before: {item.footprint.note}"


def _claim_row(item: ResolvedClaim | NotDrawn, book: _Book) -> dict[str, Any]:
    claim = item.claim
    number, report = book.reports.get(claim.doc, (None, None))
    before, after = _surroundings(claim, report)
    return {
        "id": claim.id,
        "side": book.side(claim.actor_side),
        "layer": book.layer(claim),
        "action": claim.action.value,
        "status": claim.status.value,
        "fact": claim.status.is_fact,
        "head": headline(claim, book.names),
        "actor": claim.actor,
        "opponent": claim.opponent,
        "place": claim.place.text if claim.place else "",
        "quote": claim.quote,
        "before": before,
        "after": after,
        "claimant": speaker(claim),
        "via": list(claim.via),
        "outlet": claim.outlet or (report.outlet if report else ""),
        "report": number,
        "published": _published(claim, report, book),
        "axes": list(claim.axes),
        "agrees": sorted(book.rows[i] for i in item.agrees_with if i in book.rows),
        "contradicts": sorted(book.rows[i] for i in item.contradicts if i in book.rows),
        "origin": _origin_words(item, book),
        "voices": voices_words(item),
        "grade": grade_words(item),
        "reviewed": claim.reviewed,
        **_when_row(claim, book),
    }


def _candidate_row(candidate: Candidate) -> dict[str, Any]:
    entry = candidate.entry
    return {
        "name": entry.name,
        "in": ", ".join(entry.admin),
        "why": candidate.why,
        "source": entry.source,
    }


def _drawn_row(item: ResolvedClaim, book: _Book, site: int) -> dict[str, Any]:
    row = _claim_row(item, book) | {
        "site": site,
        "how": _how(item),
        "method": item.footprint.method,
        "radius": round(item.footprint.uncertainty_m),
        "chosen": [_candidate_row(candidate) for candidate in item.resolution.chosen[:3]],
        "passed": [_candidate_row(candidate) for candidate in item.resolution.rejected[:2]],
    }
    if item.tail is not None:
        row["tail"] = [round(item.tail.lon * SCALE), round(item.tail.lat * SCALE)]
    return row


def _listed_row(item: NotDrawn, book: _Book) -> dict[str, Any]:
    return _claim_row(item, book) | {
        "reason": item.reason,
        "detail": item.detail,
        "candidates": [_candidate_row(candidate) for candidate in item.candidates[:4]],
    }


def _sites_and_claims(book: _Book) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    sites: list[dict[str, Any]] = []
    numbers: dict[tuple[str, str], int] = {}
    rows: dict[str, dict[str, Any]] = {}
    for item in book.situation.drawn:
        key = site_key(item.footprint)
        if key not in numbers:
            numbers[key] = len(sites)
            sites.append(asdict(site_of(item)))
        rows[item.claim.id] = _drawn_row(item, book, numbers[key])
    for unplaced in book.situation.not_drawn:
        rows[unplaced.claim.id] = _listed_row(unplaced, book)
    return sites, [rows[claim.id] for claim in book.situation.claims]


def _clean(value: Any) -> Any:
    """Pass every string of a nested value through :func:`maps.text.plain`."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _clean(child) for key, child in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(child) for child in value]
    return value


def page_value(
    situation: Situation,
    *,
    title: str | None,
    towns: Sequence[GazetteerEntry],
    credit: str,
) -> dict[str, Any]:
    """Return what the page says; every string in it is fit for ``textContent``.

    ``credit`` names the base map and stands after the credits of the places.
    """
    book = _book(situation)
    sites, claims = _sites_and_claims(book)
    value = {
        "title": title or default_title(situation),
        "subtitle": subtitle(situation),
        "theatre": situation.theatre.name,
        "scale": SCALE,
        "sides": [asdict(style) for style in book.styles],
        "layers": [layer.record() for layer in layers_of(situation)],
        "sites": sites,
        "claims": claims,
        "reports": reports_of(situation),
        "speakers": speakers_of(situation, [style.id for style in book.styles]),
        "towns": towns_of(situation, towns),
        "routes": routes_of(situation),
        "credits": [*credits_of(situation, towns), {"text": credit, "must": True}],
    }
    cleaned: dict[str, Any] = _clean(value)
    for row in cleaned["reports"]:
        row["url"] = web_link(row["url"])
    return cleaned
