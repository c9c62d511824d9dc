"""Situations made by hand, with claims in our own words, for the tests of the map."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from shapely.geometry import Point

from claims.claim import Action, Claim, Span, Status, When
from claims.report import Report
from claims.sides.theatre import Side, Theatre
from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.place import Candidate, PlaceExpression, Resolution
from geo.footprint import Footprint
from geo.interval import Interval
from tests.maps.ground import CORRIDOR, NORTH, OUTSKIRTS, RING, ROUTE, WIDE, entry, point

THEATRE = Theatre(
    id="syria",
    name="Syria",
    timezone="Asia/Damascus",
    countries=("SY",),
    sides=(
        Side(id="government", name="Government", colour="#a63c06", dash="solid", head="solid"),
        Side(id="opposition", name="Opposition", colour="#0b6fa4", dash="long", head="open"),
        Side(
            id="kurdish-led", name="Kurdish-led forces", colour="#a88300", dash="short", head="bar"
        ),
    ),
)


TEXTS: dict[str, list[str]] = {}


def _claim(number: int, doc: str, **fields: object) -> Claim:
    quote = str(fields.pop("quote"))
    start = sum(len(text) + 1 for text in TEXTS.setdefault(doc, ["The agency wrote on Wednesday:"]))
    TEXTS[doc].append(quote)
    place = fields.pop("place", None)
    expression = PlaceExpression(text=str(place), heads=(str(place),)) if place else None
    day = int(str(fields.pop("day", 4)))
    interval = Interval(
        start=datetime(2024, 12, day, 3, tzinfo=UTC), end=datetime(2024, 12, day, 9, tzinfo=UTC)
    )
    return Claim(
        id=f"c{number:03d}",
        doc=doc,
        quote=quote,
        span=Span(start=start, end=start + len(quote)),
        place=expression,
        when=When(interval=interval, text="in the morning"),
        **fields,  # type: ignore[arg-type]
    )


_A, _S = Action, Status
# doc, claimant, actor side, opponent side, action, status, place words, entry, footprint, quote
_SHAPES = {
    "RING": RING,
    "OUTSKIRTS": OUTSKIRTS,
    "NORTH": NORTH,
    "WIDE": WIDE,
    "ROUTE": ROUTE,
    "CORRIDOR": CORRIDOR,
}
with Path(__file__).with_name("hama.csv").open(encoding="utf-8", newline="") as file:
    _ROWS = list(csv.DictReader(file))
_TAILS = {13: point("Khanasir"), 17: point("Mhardeh")}
_MISSING = [
    (
        "r1",
        "a bridge that no map names",
        "the Al-Mazarib bridge",
        "unresolved",
        "No entry of the gazetteer has this name.",
    ),
    (
        "r3",
        "columns were seen on the desert road",
        "the Syrian Desert road",
        "ambiguous",
        "Two roads fit about equally well.",
    ),
    (
        "r4",
        "the archive picture shows the consulate",
        "",
        "stale",
        "The caption tells of April 2024.",
    ),
]


def _road_entry(name: str, footprint: Footprint) -> GazetteerEntry:
    if footprint is ROUTE:
        return entry(name, feature=FeatureClass.ROAD, code="RD", geometry=ROUTE)
    if footprint is WIDE:
        return entry(name, feature=FeatureClass.ADMIN, code="ADM1", geometry=WIDE)
    return entry(name)


def _shape(row: dict[str, str]) -> Footprint:
    return _SHAPES.get(row["shape"]) or point(row["entry"], km=float(row["shape"]))


def _row_claim(number: int, row: dict[str, str]) -> Claim:
    return _claim(
        number,
        row["doc"],
        quote=row["quote"],
        claimant=row["claimant"],
        via=("Xinhua",) if row["doc"] == "r1" else (),
        actor=row["side"],
        actor_side=row["side"] or None,
        opponent=row["other"],
        opponent_side=row["other"] or None,
        action=Action(row["action"]),
        status=Status(row["status"]),
        place=row["words"],
        axes=("north", "northeast", "west") if number == 3 else (),
        day=3 + number % 2,
    )


def _drawn() -> list[ResolvedClaim]:
    found = []
    for number, row in enumerate(_ROWS):
        claim, footprint = _row_claim(number, row), _shape(row)
        assert claim.place is not None
        chosen = _road_entry(row["entry"], footprint)
        resolution = Resolution(
            expression=claim.place,
            footprint=footprint,
            chosen=(Candidate(entry=chosen, score=0.9, why="the nearest of that name"),),
            rejected=(Candidate(entry=entry("Homs"), score=0.2, why="another province"),),
        )
        resolved = ResolvedClaim(
            claim=claim,
            footprint=footprint,
            tail=_TAILS.get(number),
            resolution=resolution,
            origin="wire-1" if claim.doc in ("r1", "r2") else claim.doc,
            agrees_with=("c004",) if number == 21 else (),
            contradicts={4: ("c005",), 5: ("c004",)}.get(number, ()),
        )
        found.append(resolved)
    return found


def _not_drawn() -> list[NotDrawn]:
    return [
        NotDrawn(
            claim=_claim(
                900 + number,
                doc,
                quote=quote,
                claimant="Xinhua",
                actor_side="government",
                action=Action.CLASH,
                place=place or None,
            ),
            reason=reason,
            detail=detail,
            candidates=(Candidate(entry=entry("Homs"), score=0.4, why="same word"),)
            if reason == "ambiguous"
            else (),
            origin="wire-1" if doc == "r1" else doc,
        )
        for number, (doc, quote, place, reason, detail) in enumerate(_MISSING)
    ]


def hama() -> Situation:
    """Return 25 claims in 5 reports around Hama: every action, status, shape and reason."""
    TEXTS.clear()
    drawn, listed = _drawn(), _not_drawn()
    reports = tuple(
        Report(
            id=doc,
            text="\n".join(TEXTS[doc]),
            title=f"Fighting near Hama goes on ({doc})",
            outlet=f"Outlet {doc}",
            url=f"https://example.org/{doc}",
            published=datetime(2024, 12, 5, 8, tzinfo=UTC),
            sha256=f"{doc:0<64}",
        )
        for doc in sorted(TEXTS)
    )
    return Situation(
        theatre=THEATRE,
        as_of=datetime(2024, 12, 5, 6, 45, tzinfo=UTC),
        reports=reports,
        drawn=tuple(drawn),
        not_drawn=tuple(listed),
    )


def many(count: int) -> Situation:
    """Return a situation with the claims of :func:`hama` repeated up to ``count``."""
    base = hama()
    drawn = tuple(
        replace(
            item, claim=replace(item.claim, id=f"m{number:05d}"), agrees_with=(), contradicts=()
        )
        for number, item in ((n, base.drawn[n % len(base.drawn)]) for n in range(count))
    )
    return replace(base, drawn=drawn, not_drawn=())


def scattered(count: int) -> Situation:
    """Return a situation of ``count`` claims, each at a place of its own."""
    base = many(count)
    drawn = []
    for number, item in enumerate(base.drawn):
        lon, lat = 36 + number % 25 * 0.08, 34.6 + number // 25 * 0.06
        spot = replace(point("Suran"), geometry=Point(lon, lat), lon=lon, lat=lat)
        drawn.append(replace(item, footprint=spot, tail=None))
    return replace(base, drawn=tuple(drawn))
