"""From reports to a situation: extract, locate, find copies, compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from claims.apart import joined, own_piece, parted, unqualified
from claims.claim import Claim
from claims.claimants.outlet import find_outlet
from claims.counts.figure_links import link_figures
from claims.extractor import Extractor
from claims.figure import Figure
from claims.placing import given_place, placed
from claims.reading import Ground, Read, Reading, answered, read_each
from claims.report import Report
from claims.sides.theatre import Theatre
from claims.sides.theatre_files import load_theatre, neutral_theatre, place_folders
from claims.situation import NotDrawn, ResolvedClaim, Situation
from claims.weighing.origins import find_origins
from claims.weighing.standing import compared
from claims.written.decision_rows import Decision
from claims.written.decisions import Decisions, revise
from claims.written.read_claims import StatedClaim
from gazetteer.files import read_theatre_entries
from gazetteer.homes.towns import WORLD
from gazetteer.homes.world import installed_names
from gazetteer.index import Gazetteer
from gazetteer.meaning.corrections import Corrections

__all__ = ["assess", "open_gazetteer"]

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What a run is about: its ground, what a reviewer decided, the moment asked for, who reads."""

    ground: Ground
    decisions: Decisions
    as_of: datetime | None
    read: Read


def open_gazetteer(
    theatre: Theatre, *, home: Path | None = None, progress: Progress | None = None
) -> Gazetteer:
    """Open the theatre's own places, its countries' towns and the large cities of the others.

    Of a country that another theatre is in, that one's places are known as well. A text that names
    no country may speak of any: of those whose places were added, or of the world's larger towns.
    """
    entries = [
        place
        for folder in place_folders(theatre)
        for place in read_theatre_entries(folder)
        if folder == theatre.folder or place.country in theatre.countries
    ]
    countries = theatre.countries or (*installed_names(home), WORLD)
    abroad = bool(theatre.countries)
    return Gazetteer(entries, countries=countries, abroad=abroad, home=home, progress=progress)


def assess(
    reports: Sequence[Report],
    *,
    theatre: Theatre | str | None = None,
    as_of: datetime | None = None,
    gazetteer: Gazetteer | None = None,
    stated: Sequence[StatedClaim] = (),
    corrections: Corrections | None = None,
    decisions: Decisions | None = None,
    extractor: Callable[[Theatre], Extractor] | None = None,
    read: Read = read_each,
    progress: Progress | None = None,
) -> Situation:
    """Read the claims of reports, place them and compare them.

    Parameters
    ----------
    theatre
        A theatre, its name, or None to recognise it from the texts: then reports on several
        conflicts are read each with its own, and their sides are kept apart.
    as_of
        The moment the map stands for, aware; what was published later is listed and not drawn. None
        stands for the latest date of publication.
    stated
        Claims read from files; those with coordinates are drawn where they say, unless a correction
        speaks of their place.
    gazetteer
        Where names are looked up; None opens the theatre's own.
    corrections
        What people say that names mean; they win over the gazetteer.
    decisions
        What a reviewer decided about single claims; they win over all else.
    extractor
        Makes what reads a theatre's reports; None stands for the rules.
    read
        Reads and places reports, each by itself: here, in other processes, or from what is kept
        of an earlier run; the readings are the same.

    Raises
    ------
    TheatreError
        Where the named theatre does not exist.
    GazetteerFormatError
        Where a correction gives an entry that the gazetteer does not hold.
    """
    if isinstance(theatre, str):
        theatre = load_theatre(theatre)
    corrections, decisions = corrections or Corrections(), decisions or Decisions()
    origins = find_origins(reports)
    parts = () if theatre else parted(reports, stated)
    stated = tuple(map(unqualified, stated))

    def run_on(of: Theatre) -> _Run:
        opened = gazetteer or open_gazetteer(of, progress=progress)
        ground = Ground(theatre=of, gazetteer=opened, corrections=corrections, extractor=extractor)
        return _Run(ground=ground, decisions=decisions, as_of=as_of, read=read)

    if len(parts) < 2:
        run = run_on(theatre or (parts[0].theatre if parts else neutral_theatre(())))
        corrections.check(run.ground.gazetteer)
        return _assess(reports, stated, run, origins)
    runs = [run_on(part.theatre) for part in parts]
    corrections.check(*(run.ground.gazetteer for run in runs))
    found = []
    for part, run in zip(parts, runs, strict=True):
        own = [own_piece(report, part) for report in reports if report.id in part.docs]
        told = [item for item in stated if part.holds(item.claim)]
        held = replace(run.ground, corrections=corrections.held_by(run.ground.gazetteer))
        found.append((part, _assess(own, told, replace(run, ground=held), origins)))
    return joined(found, reports=reports)


def _assess(
    reports: Sequence[Report],
    stated: Sequence[StatedClaim],
    run: _Run,
    origins: Mapping[str, str],
) -> Situation:
    """Read the documents of one theatre, place their claims and compare them."""
    theatre = run.ground.theatre
    reports = tuple(_localised(report, theatre) for report in reports)
    located: list[ResolvedClaim | NotDrawn] = []
    figures: list[Figure] = []
    unread: dict[str, str] = {}
    for report, reading in zip(reports, run.read(run.ground, reports), strict=True):
        origin = origins[report.id]
        located += _located(report, reading, run, origin)
        figures += [replace(figure, origin=origin) for figure in reading.figures]
        run.ground.corrections.met.update(reading.met)
        if reading.problem:
            unread[report.id] = reading.problem
    located += _stated(stated, run)
    reports += _reports_of(stated, known={report.id for report in reports})
    whole = situation(reports, located, theatre=theatre, as_of=run.as_of)
    return replace(whole, figures=link_figures(figures), unread=unread)


def _located(
    report: Report, reading: Reading, run: _Run, origin: str
) -> list[ResolvedClaim | NotDrawn]:
    """Place the claims of a report, as a reviewer decided where one did."""
    decided = run.decisions.about(reading.claims)
    if decided:
        claims = revise(reading.claims, decided)
        return _locate(claims, run, origin, report.text, decided)
    return [placed(claim, reading.answers, origin, run.as_of) for claim in reading.claims]


def _localised(report: Report, theatre: Theatre) -> Report:
    """Name the outlet as the theatre does, and read a bare date as a day of the theatre's zone."""
    published = report.published
    if published and published.tzinfo is UTC:
        published = published.replace(tzinfo=ZoneInfo(theatre.timezone))
    return replace(
        report, published=published, outlet=report.outlet or find_outlet(report, theatre)
    )


def _stated(stated: Sequence[StatedClaim], run: _Run) -> list[ResolvedClaim | NotDrawn]:
    """Place claims from files: as corrected, else where they say, else by their words."""
    by_doc: dict[str, list[StatedClaim]] = {}
    for item in stated:
        by_doc.setdefault(item.claim.doc, []).append(item)
    located: list[ResolvedClaim | NotDrawn] = []
    ground = run.ground
    for doc, items in by_doc.items():
        text = "\n".join(item.claim.quote for item in items)
        places = [item.claim.place for item in items if item.claim.place]
        settled = ground.corrections.settle(places, ground.gazetteer, text=text)
        decided = run.decisions.about([item.claim for item in items])
        given, by_words = [], []
        for item, claim in zip(items, revise([i.claim for i in items], decided), strict=True):
            moved = claim.place is not None and settled.speaks_of(claim.place)
            if item.footprint and not moved and claim.place == item.claim.place:
                given.append(given_place(replace(item, claim=claim), item.footprint, run.as_of))
            else:
                by_words.append(claim)
        located += _decided(given, decided, run, text)
        located += _locate(by_words, run, doc, text, decided)
    return located


def _decided(
    items: Sequence[ResolvedClaim | NotDrawn],
    decided: dict[str, Decision],
    run: _Run,
    text: str,
) -> list[ResolvedClaim | NotDrawn]:
    """Return located claims as a reviewer decided, the others as they are."""
    return [
        run.decisions.settle(item, decided[item.claim.id], run.ground.gazetteer, text)
        if item.claim.id in decided
        else item
        for item in items
    ]


def _reports_of(stated: Sequence[StatedClaim], known: set[str]) -> tuple[Report, ...]:
    """Return a report without text for each document that only a claims file speaks of."""
    found: dict[str, Report] = {}
    for item in stated:
        claim = item.claim
        if claim.doc not in known and claim.doc not in found:
            published = datetime.fromisoformat(claim.published) if claim.published else None
            found[claim.doc] = Report(
                id=claim.doc, text="", outlet=claim.outlet, published=published
            )
    return tuple(found.values())


def situation(
    reports: Sequence[Report],
    located: Iterable[ResolvedClaim | NotDrawn],
    *,
    theatre: Theatre,
    as_of: datetime | None = None,
) -> Situation:
    """Compare located claims and put them together with what is not drawn."""
    located = compared(tuple(located), theatre)
    dates = [report.published for report in reports if report.published]
    return Situation(
        theatre=theatre,
        as_of=as_of or max(dates, default=None),
        reports=tuple(reports),
        drawn=tuple(item for item in located if isinstance(item, ResolvedClaim)),
        not_drawn=tuple(item for item in located if isinstance(item, NotDrawn)),
    )


def _locate(
    claims: Sequence[Claim],
    run: _Run,
    origin: str,
    text: str,
    decided: dict[str, Decision],
) -> list[ResolvedClaim | NotDrawn]:
    """Resolve the places of one text together, and let what was decided about its claims stand."""
    answers = answered(claims, run.ground, run.ground.corrections, text=text)
    items = [placed(claim, answers, origin, run.as_of) for claim in claims]
    return _decided(items, decided, run, text)
