"""From reports to a situation: extract, locate, find copies, compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from gazetteer.index import Gazetteer
from gazetteer.resolve import Context, resolve_all

from claims.agreement import link
from claims.claim import Claim
from claims.extract import extract
from claims.origins import find_origins
from claims.outlet import find_outlet
from claims.report import Report
from claims.situation import NotDrawn, ResolvedClaim, Situation
from claims.theatre import Theatre
from claims.theatre_files import load_theatre, recognise_theatre
from gazetteer.files import read_theatre_entries
from gazetteer.place import PlaceExpression, Resolution, Unresolved

__all__ = ["assess", "open_gazetteer"]

# A footprint this wide says no more than "somewhere in the country".
_TOO_VAGUE_M = 250_000

Progress = Callable[[str, float], None]


def open_gazetteer(
    theatre: Theatre, *, home: Path | None = None, progress: Progress | None = None
) -> Gazetteer:
    """Open the theatre's own places and the towns of its countries; the world's towns where it has none."""
    entries = read_theatre_entries(theatre.folder) if theatre.folder else ()
    return Gazetteer(
        entries, countries=theatre.countries or ("world",), home=home, progress=progress
    )


def assess(
    reports: Sequence[Report],
    *,
    theatre: Theatre | str | None = None,
    as_of: datetime | None = None,
    gazetteer: Gazetteer | None = None,
    progress: Progress | None = None,
) -> Situation:
    """Read the claims of reports, place them and compare them.

    Parameters
    ----------
    theatre
        A theatre, its name, or None to recognise it from the texts.
    as_of
        The moment the map stands for, aware; what was published later is listed and not drawn. None
        stands for the latest date of publication.
    gazetteer
        Where names are looked up; None opens the theatre's own.

    Raises
    ------
    TheatreError
        Where the named theatre does not exist.
    """
    if isinstance(theatre, str):
        theatre = load_theatre(theatre)
    theatre = theatre or recognise_theatre(report.text for report in reports)
    gazetteer = gazetteer or open_gazetteer(theatre, progress=progress)
    reports = tuple(replace(r, outlet=r.outlet or find_outlet(r, theatre)) for r in reports)
    origins = find_origins(reports)
    located: list[ResolvedClaim | NotDrawn] = []
    for report in reports:
        claims = extract(report, theatre, gazetteer)
        located += _locate(claims, gazetteer, theatre, origins[report.id], as_of)
    return situation(reports, located, theatre=theatre, as_of=as_of)


def situation(
    reports: Sequence[Report],
    located: Iterable[ResolvedClaim | NotDrawn],
    *,
    theatre: Theatre,
    as_of: datetime | None = None,
) -> Situation:
    """Compare located claims and put them together with what is not drawn."""
    located = tuple(located)
    dates = [report.published for report in reports if report.published]
    return Situation(
        theatre=theatre,
        as_of=as_of or max(dates, default=None),
        reports=tuple(reports),
        drawn=link([item for item in located if isinstance(item, ResolvedClaim)]),
        not_drawn=tuple(item for item in located if isinstance(item, NotDrawn)),
    )


def _locate(
    claims: Sequence[Claim],
    gazetteer: Gazetteer,
    theatre: Theatre,
    origin: str,
    as_of: datetime | None,
) -> list[ResolvedClaim | NotDrawn]:
    """Resolve the places of one report together, each judged beside the others."""
    asked = list(dict.fromkeys(e for c in claims for e in (c.place, c.tail) if e is not None))
    answers = resolve_all(asked, gazetteer, context=Context(countries=theatre.countries))
    found = dict(zip(asked, answers, strict=True))
    return [_placed(claim, found, origin, as_of) for claim in claims]


def _placed(
    claim: Claim,
    found: dict[PlaceExpression, Resolution | Unresolved],
    origin: str,
    as_of: datetime | None,
) -> ResolvedClaim | NotDrawn:
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
    if answer.footprint.uncertainty_m > _TOO_VAGUE_M:
        return NotDrawn(
            claim=claim, reason="too-vague", detail=f"“{claim.place.text}” covers {answer.footprint.uncertainty_m / 1000:.0f} km around its middle",
            candidates=answer.chosen, origin=origin,
        )  # fmt: skip
    tail = found.get(claim.tail) if claim.tail else None
    return ResolvedClaim(
        claim=claim, resolution=answer, footprint=answer.footprint,
        tail=tail.footprint if isinstance(tail, Resolution) else None, origin=origin,
    )  # fmt: skip


def _kept_back(claim: Claim, as_of: datetime | None) -> tuple[str, str] | None:
    """Return why a claim is not drawn before its place is looked at."""
    if claim.withheld:
        return "stale", claim.withheld
    if as_of and claim.published and datetime.fromisoformat(claim.published) > as_of:
        return "later", f"published after {as_of:%Y-%m-%d %H:%M}"
    return None
