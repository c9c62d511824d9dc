"""Situations made by hand, with claims in our own words, for the tests of the map."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from claims.claim import Action, Claim, Span, Status, When
from claims.report import Report
from claims.situation import NotDrawn, ResolvedClaim, Situation
from claims.theatre import Side, Theatre
from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.place import Candidate, PlaceExpression, Resolution
from geo.footprint import Footprint
from geo.interval import Interval

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


def disc(lon: float, lat: float, km: float, *, start: float = 0, stop: float = 360) -> Polygon:
    """Return a disc or, between two bearings, a sector; good enough for pictures."""
    whole = stop - start >= 360
    squeeze = math.cos(math.radians(lat))
    steps = [math.radians(start + (stop - start) * n / 48) for n in range(49)]
    rim = [
        (lon + math.sin(a) * km / 111.32 / squeeze, lat + math.cos(a) * km / 111.32) for a in steps
    ]
    return Polygon(rim if whole else [(lon, lat), *rim])


HAMA, SALAMIYAH = (36.7578, 35.1318), (37.0531, 35.0118)
PLACES: dict[str, tuple[float, float, FeatureClass, str, int]] = {
    "Hama": (*HAMA, FeatureClass.POPULATED, "PPLA", 460_602),
    "Suran": (36.7428, 35.2903, FeatureClass.POPULATED, "PPL", 29_100),
    "Taybat al-Imam": (36.7117, 35.2661, FeatureClass.POPULATED, "PPL", 24_105),
    "Salamiyah": (*SALAMIYAH, FeatureClass.POPULATED, "PPLA2", 94_887),
    "Aleppo": (37.1612, 36.2012, FeatureClass.POPULATED, "PPLA", 1_602_264),
    "Khan Shaykhun": (36.6513, 35.4419, FeatureClass.POPULATED, "PPL", 34_371),
    "Al-Safira": (37.3727, 36.0770, FeatureClass.POPULATED, "PPL", 63_708),
    "Homs": (36.7196, 34.7268, FeatureClass.POPULATED, "PPLA", 775_404),
    "Deir ez-Zor": (40.1408, 35.3359, FeatureClass.POPULATED, "PPLA", 242_565),
    "Jabal Zayn al-Abidin": (36.7686, 35.2136, FeatureClass.TERRAIN, "HLL", 0),
    "Mhardeh": (36.5722, 35.2475, FeatureClass.POPULATED, "PPL", 17_578),
    "Kafr Buhum": (36.6939, 35.0619, FeatureClass.POPULATED, "PPL", 12_194),
    "Idlib": (36.6339, 35.9306, FeatureClass.POPULATED, "PPLA", 98_791),
    "Maarrat al-Numan": (36.6728, 35.6486, FeatureClass.POPULATED, "PPL", 58_008),
    "Khanasir": (37.4980, 35.7830, FeatureClass.POPULATED, "PPL", 2_397),
    "Ithriya": (37.7810, 35.3722, FeatureClass.POPULATED, "PPL", 1_000),
}
PROVINCE = Polygon(
    [
        (36.2, 35.3),
        (36.35, 35.0),
        (36.6, 34.92),
        (37.0, 34.85),
        (37.6, 35.0),
        (38.2, 35.15),
        (38.1, 35.5),
        (37.5, 35.45),
        (37.1, 35.55),
        (36.7, 35.5),
        (36.4, 35.6),
    ]
)
ROAD = LineString([(37.498, 35.783), (37.58, 35.62), (37.68, 35.5), (37.781, 35.3722)])


def point(name: str, *, km: float = 3, note: str = "") -> Footprint:
    """Return the footprint of a named place."""
    lon, lat, *_ = PLACES[name]
    return Footprint(
        geometry=Point(lon, lat),
        lon=lon,
        lat=lat,
        uncertainty_m=km * 1000,
        method="gazetteer",
        note=note or f"{name}, as the gazetteer has it",
    )


def shape(
    geometry: BaseGeometry, *, at: tuple[float, float], km: float, method: str, note: str
) -> Footprint:
    """Return the footprint of an area or line."""
    return Footprint(
        geometry=geometry, lon=at[0], lat=at[1], uncertainty_m=km * 1000, method=method, note=note
    )


RING = shape(
    disc(*HAMA, 20).difference(disc(*HAMA, 10)),
    at=HAMA,
    km=20,
    method="ring",
    note="ring 15 km ± 5 km around Hama",
)
OUTSKIRTS = shape(
    disc(*HAMA, 7).difference(disc(*HAMA, 3.5)),
    at=HAMA,
    km=7,
    method="outskirts",
    note="band at the edge of Hama",
)
NORTH = shape(
    disc(*HAMA, 25, start=-45, stop=45).difference(disc(*HAMA, 5)),
    at=(36.7578, 35.25),
    km=20,
    method="part",
    note="northern part of the area around Hama",
)
WIDE = shape(PROVINCE, at=(37.1, 35.2), km=85, method="gazetteer", note="the whole province")
ROUTE = shape(ROAD, at=(37.64, 35.56), km=29, method="along", note="along the road")
CORRIDOR = shape(
    LineString([HAMA, (36.72, 35.45)]).buffer(0.03),
    at=(36.74, 35.29),
    km=18,
    method="between",
    note="between Hama and Khan Shaykhun",
)


def entry(
    name: str,
    *,
    feature: FeatureClass | None = None,
    code: str = "",
    geometry: Footprint | None = None,
) -> GazetteerEntry:
    """Return a gazetteer entry for one of the places above or for a made-up one."""
    known = PLACES.get(name)
    return GazetteerEntry(
        id=f"test:{name.lower().replace(' ', '-')}",
        toponyms=(Toponym(text=name),),
        feature_class=feature or (known[2] if known else FeatureClass.SPOT),
        feature_code=code or (known[3] if known else "ADM1"),
        footprint=geometry or point(name if known else "Hama"),
        country="SY",
        admin=("Hama",),
        population=known[4] if known else 0,
        source="GeoNames 170017",
        licence="CC BY 4.0",
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
_ROWS: list[tuple[str, str, str | None, str | None, Action, Status, str, str, Footprint, str]] = [
    (
        "r1",
        "SOHR",
        "government",
        "opposition",
        _A.PUSH_BACK,
        _S.OCCURRED,
        "15 kilometres from Hama",
        "Hama",
        RING,
        "army units drove the factions to a distance of 15 kilometres from Hama",
    ),
    (
        "r1",
        "Syrian Defence Ministry",
        "government",
        "opposition",
        _A.CLASH,
        _S.ONGOING,
        "northern rural Hama",
        "Hama",
        NORTH,
        "our units are fighting in the northern countryside",
    ),
    (
        "r1",
        "Syrian Defence Ministry",
        "government",
        None,
        _A.DEPLOY,
        _S.OCCURRED,
        "the outskirts of Hama",
        "Hama",
        OUTSKIRTS,
        "reinforcements took up positions on the outskirts",
    ),
    (
        "r2",
        "SOHR",
        "opposition",
        "government",
        _A.ADVANCE,
        _S.OCCURRED,
        "Hama",
        "Hama",
        point("Hama", km=5),
        "the factions came closer to the city from three directions",
    ),
    (
        "r2",
        "HTS",
        "opposition",
        "government",
        _A.CAPTURE,
        _S.OCCURRED,
        "Suran",
        "Suran",
        point("Suran"),
        "our fighters entered Suran and hold its centre",
    ),
    (
        "r2",
        "Syrian state media",
        "opposition",
        "government",
        _A.CAPTURE,
        _S.DENIED,
        "Suran",
        "Suran",
        point("Suran"),
        "a military source denied that the factions are in Suran",
    ),
    (
        "r2",
        "SOHR",
        "opposition",
        "government",
        _A.CAPTURE,
        _S.OCCURRED,
        "Taybat al-Imam",
        "Taybat al-Imam",
        point("Taybat al-Imam"),
        "Taybat al-Imam fell to the factions",
    ),
    (
        "r2",
        "HTS",
        "opposition",
        "government",
        _A.ADVANCE,
        _S.PLANNED,
        "Hama",
        "Hama",
        point("Hama", km=5),
        "the operations room says it will enter the city",
    ),
    (
        "r3",
        "Syrian state media",
        "opposition",
        "government",
        _A.ATTACK,
        _S.FAILED,
        "Jabal Zayn al-Abidin",
        "Jabal Zayn al-Abidin",
        point("Jabal Zayn al-Abidin", km=2),
        "the attack on the hill was repelled",
    ),
    (
        "r3",
        "SOHR",
        "government",
        "opposition",
        _A.STRIKE,
        _S.OCCURRED,
        "Hama province",
        "Hama province",
        WIDE,
        "warplanes struck several towns of the province",
    ),
    (
        "r3",
        "SOHR",
        "government",
        "opposition",
        _A.STRIKE,
        _S.OCCURRED,
        "the central province of Hama",
        "Hama province",
        WIDE,
        "dozens of raids were counted across the province",
    ),
    (
        "r3",
        "Xinhua",
        "government",
        "opposition",
        _A.CLASH,
        _S.OCCURRED,
        "the central province of Hama",
        "Hama province",
        WIDE,
        "heavy fighting went on in the province",
    ),
    (
        "r4",
        "Al Mayadeen",
        "government",
        "opposition",
        _A.RECAPTURE,
        _S.OCCURRED,
        "the Khanasir-Ithriya road",
        "Khanasir-Ithriya road",
        ROUTE,
        "the army reopened the road between Khanasir and Ithriya",
    ),
    (
        "r4",
        "Al Mayadeen",
        "government",
        "opposition",
        _A.ADVANCE,
        _S.ONGOING,
        "Al-Safira",
        "Al-Safira",
        point("Al-Safira", km=4),
        "its vanguard moved on towards Al-Safira",
    ),
    (
        "r4",
        "HTS",
        "opposition",
        "government",
        _A.CUT,
        _S.OCCURRED,
        "between Hama and Khan Shaykhun",
        "Khan Shaykhun",
        CORRIDOR,
        "the way between the two towns is cut",
    ),
    (
        "r5",
        "SDF",
        "kurdish-led",
        "government",
        _A.ATTACK,
        _S.FAILED,
        "Deir ez-Zor",
        "Deir ez-Zor",
        point("Deir ez-Zor", km=6),
        "the push towards the seven villages did not succeed",
    ),
    (
        "r5",
        "SOHR",
        "opposition",
        "government",
        _A.HOLD,
        _S.OCCURRED,
        "Aleppo",
        "Aleppo",
        point("Aleppo", km=8),
        "the factions keep the city since the end of November",
    ),
    (
        "r5",
        "SOHR",
        "government",
        "opposition",
        _A.RETREAT,
        _S.OCCURRED,
        "Mhardeh",
        "Mhardeh",
        point("Mhardeh", km=3),
        "a unit left Mhardeh during the night",
    ),
    (
        "r5",
        "Local council",
        "opposition",
        "government",
        _A.ENCIRCLE,
        _S.OCCURRED,
        "Kafr Buhum",
        "Kafr Buhum",
        point("Kafr Buhum", km=3),
        "the town is surrounded on three sides",
    ),
    (
        "r5",
        "SOHR",
        None,
        None,
        _A.STRIKE,
        _S.OCCURRED,
        "Salamiyah",
        "Salamiyah",
        point("Salamiyah", km=4),
        "shells of unknown origin fell near Salamiyah",
    ),
    (
        "r5",
        "Syrian Defence Ministry",
        "government",
        None,
        _A.HOLD,
        _S.OCCURRED,
        "Homs",
        "Homs",
        point("Homs", km=7),
        "the city is calm and held",
    ),
    (
        "r1",
        "SOHR",
        "opposition",
        "government",
        _A.CLASH,
        _S.OCCURRED,
        "Suran",
        "Suran",
        point("Suran"),
        "fighting inside Suran went on after dark",
    ),
]
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


def _drawn() -> list[ResolvedClaim]:
    found = []
    for number, row in enumerate(_ROWS):
        doc, claimant, side, other, action, status, words, name, footprint, quote = row
        axes = ("north", "northeast", "west") if number == 3 else ()
        claim = _claim(
            number,
            doc,
            quote=quote,
            claimant=claimant,
            via=("Xinhua",) if doc == "r1" else (),
            actor=side or "",
            actor_side=side,
            opponent=other or "",
            opponent_side=other,
            action=action,
            status=status,
            place=words,
            axes=axes,
            day=3 + number % 2,
        )
        assert claim.place is not None
        chosen = Candidate(
            entry=_road_entry(name, footprint), score=0.9, why="the nearest of that name"
        )
        passed = Candidate(entry=entry("Homs"), score=0.2, why="another province")
        found.append(
            ResolvedClaim(
                claim=claim,
                footprint=footprint,
                tail=_TAILS.get(number),
                resolution=Resolution(
                    expression=claim.place,
                    footprint=footprint,
                    chosen=(chosen,),
                    rejected=(passed,),
                ),
                origin="wire-1" if doc in ("r1", "r2") else doc,
                agrees_with=("c004",) if number == 21 else (),
                contradicts={4: ("c005",), 5: ("c004",)}.get(number, ()),
            )
        )
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


TOWNS = tuple(entry(name) for name in PLACES)


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


def hostile(make: Callable[[str], str]) -> Situation:
    """Return a situation in which ``make(field)`` stands in every text that reaches the page."""
    base = hama()
    item, listed, report = base.drawn[9], base.not_drawn[1], base.reports[0]
    place = replace(item.claim.place, text=make("place"))  # type: ignore[type-var]
    bad_entry = replace(
        entry("Suran"),
        toponyms=(Toponym(text=make("entry")),),
        admin=(make("admin"),),
        source=make("source"),
        licence=make("licence"),
        id=make("entry-id"),
        note=make("entry-note"),
    )
    bad_road = replace(
        entry("road", feature=FeatureClass.ROAD, geometry=ROUTE),
        toponyms=(Toponym(text=make("road")),),
    )
    candidates = tuple(
        Candidate(entry=e, score=0.5, why=make("why")) for e in (bad_entry, bad_road)
    )
    claim = replace(
        item.claim,
        id=make("id"),
        doc=make("doc"),
        outlet=make("outlet"),
        published=make("published"),
        quote=make("quote"),
        span=Span(start=len(make("before")), end=len(make("before")) + len(make("quote"))),
        claimant=make("claimant"),
        via=(make("via"),),
        actor=make("actor"),
        actor_side=make("side"),
        opponent=make("opponent"),
        opponent_side=make("other-side"),
        place=place,
        axes=(make("axis"), "north"),
        when=replace(item.claim.when, text=make("when")),  # type: ignore[type-var]
    )
    bad_report = replace(
        report,
        id=make("doc"),
        title=make("title"),
        outlet=make("report-outlet"),
        url=make("url"),
        path=make("path"),
        sha256=make("sha256"),
        text=make("before") + make("quote") + make("after"),
        language=make("language"),
    )
    footprint = replace(item.footprint, note=make("note"), method=make("method"))
    named = replace(
        THEATRE,
        name=make("theatre"),
        timezone=make("timezone"),
        id=make("theatre-id"),
        sides=(
            Side(
                id=make("side"),
                name=make("side-name"),
                colour=make("colour"),
                dash=make("dash"),
                head=make("head"),
            ),
        ),
    )
    drawn = replace(
        item,
        claim=claim,
        footprint=footprint,
        origin=make("origin"),
        agrees_with=(make("id"), make("agrees")),
        contradicts=(make("listed-id"),),
        resolution=Resolution(
            expression=place, footprint=footprint, chosen=candidates, rejected=candidates
        ),
    )
    missing = replace(
        listed,
        claim=replace(claim, id=make("listed-id")),
        reason=make("reason"),
        detail=make("detail"),
        candidates=candidates,
    )
    point_like = replace(
        drawn,
        claim=replace(claim, id=make("point-id")),
        footprint=replace(point("Suran"), note=make("note")),
    )
    return replace(
        base, theatre=named, reports=(bad_report,), drawn=(drawn, point_like), not_drawn=(missing,)
    )
