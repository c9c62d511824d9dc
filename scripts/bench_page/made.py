"""A situation of any size, made up: nobody's words, real distances, the same at every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from claims.claim import Action, Claim, Span, Status, When
from claims.report import Report
from claims.sides.theatre import Side, Theatre
from claims.situation import ResolvedClaim, Situation
from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.place import Candidate, PlaceExpression, Resolution
from geo.footprint import Footprint
from geo.interval import Interval

__all__ = ["situation"]

_START = datetime(2024, 11, 1, tzinfo=UTC)
_DAYS, _PLACES, _CLAIMS_A_REPORT = 60, 240, 8
_THEATRE = Theatre(
    id="made",
    name="A made-up war",
    timezone="UTC",
    countries=(),
    sides=(
        Side(id="north", name="Northern side", colour="#a63c06", dash="solid", head="solid"),
        Side(id="south", name="Southern side", colour="#0b6fa4", dash="long", head="open"),
        Side(id="east", name="Eastern side", colour="#a88300", dash="short", head="bar"),
    ),
)
_SYLLABLES = (
    "ba be bo da de do fa ga go ha hu ja ka ko la le lo ma me mi mo na ne no pa ra re ri ro sa "
    "se si so ta te to tu va vi wa ya za shen kar dol mir tal gor bel van rud sten hol far"
).split()
_QUOTE_CHARS = 200
_CLAIMANTS = [f"Agency {number}" for number in range(40)]


def situation(number: int, *, seed: int = 7) -> Situation:
    """Return a situation of so many claims: 60 % at points, 30 % on lines, 10 % in areas.

    Every quotation is about 200 characters long and unlike any other.
    """
    chance = random.Random(seed)
    words = [
        "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3)))) for _ in range(3000)
    ]
    places = [_place(chance, n, words) for n in range(_PLACES)]
    texts = [_text(chance, words) for _ in range(-(-number // _CLAIMS_A_REPORT))]
    reports = tuple(_report(n, quotes) for n, quotes in enumerate(texts))
    drawn = tuple(_claims(chance, reports, texts, places))[:number]
    return Situation(
        theatre=_THEATRE, as_of=_START + timedelta(days=_DAYS), reports=reports, drawn=drawn,
        not_drawn=(),
    )  # fmt: skip


def _place(chance: random.Random, number: int, words: list[str]) -> GazetteerEntry:
    lon, lat = round(chance.uniform(34.8, 43.2), 4), round(chance.uniform(31.9, 37.6), 4)
    spot = Footprint(
        geometry=Point(lon, lat), lon=lon, lat=lat, uncertainty_m=2_000, method="gazetteer"
    )
    return GazetteerEntry(
        id=f"made:{number}", toponyms=(Toponym(text=chance.choice(words).title()),),
        feature_class=FeatureClass.POPULATED, feature_code="PPL", footprint=spot,
        population=chance.randrange(200, 900_000), source="made up", licence="CC0",
    )  # fmt: skip


def _text(chance: random.Random, words: list[str]) -> list[str]:
    return [_quote(chance, words) for _ in range(_CLAIMS_A_REPORT)]


def _quote(chance: random.Random, words: list[str]) -> str:
    quote = chance.choice(words).capitalize()
    while len(quote) < _QUOTE_CHARS - 6:
        # Words of a language follow Zipf's law, and so compress.
        quote += " " + words[int(len(words) * chance.random() ** 4)]
    return quote + "."


def _report(number: int, quotes: list[str]) -> Report:
    return Report(
        id=f"r{number:05d}", path=f"r{number:05d}.txt", text="\n\n".join(quotes),
        title=f"Report {number}", outlet="The Gazette", url=f"https://example.org/{number}",
        published=_START + timedelta(hours=number % (24 * _DAYS)), sha256=f"{number:064x}",
    )  # fmt: skip


def _claims(
    chance: random.Random,
    reports: tuple[Report, ...],
    texts: list[list[str]],
    places: list[GazetteerEntry],
) -> Iterator[ResolvedClaim]:
    for report, quotes in zip(reports, texts, strict=True):
        at = 0
        for quote in quotes:
            place = chance.choice(places)
            claim = _claim(chance, report, quote, Span(start=at, end=at + len(quote)), place)
            at += len(quote) + 2
            yield _placed(claim, place, _footprint(chance, place))


def _placed(claim: Claim, place: GazetteerEntry, footprint: Footprint) -> ResolvedClaim:
    chosen = Candidate(entry=place, score=0.9, why="the only one of that name")
    resolution = Resolution(expression=_expression(place), footprint=footprint, chosen=(chosen,))
    return ResolvedClaim(claim=claim, resolution=resolution, footprint=footprint, origin=claim.doc)


def _expression(place: GazetteerEntry) -> PlaceExpression:
    return PlaceExpression(text=place.name, heads=(place.name,))


def _claim(
    chance: random.Random, report: Report, quote: str, span: Span, place: GazetteerEntry
) -> Claim:
    sides = [side.id for side in _THEATRE.sides]
    actor, opponent = chance.sample(sides, 2)
    start = _START + timedelta(hours=chance.randrange(24 * _DAYS))
    return Claim(
        id=f"{report.id}-{span.start}", doc=report.id, quote=quote,
        span=span, claimant=chance.choice(_CLAIMANTS), outlet=report.outlet,
        actor=actor, actor_side=actor, opponent=opponent, opponent_side=opponent,
        action=chance.choice(list(Action)),
        status=chance.choices(list(Status), weights=(70, 12, 6, 6, 6))[0],
        place=_expression(place),
        when=When(interval=Interval(start=start, end=start + timedelta(hours=12)), text="then"),
    )  # fmt: skip


def _footprint(chance: random.Random, place: GazetteerEntry) -> Footprint:
    lon = place.footprint.lon + chance.gauss(0, 0.15)
    lat = place.footprint.lat + chance.gauss(0, 0.12)
    kind, reach_deg = chance.random(), chance.uniform(0.01, 0.08)
    shape: BaseGeometry = Point(lon, lat)
    if 0.6 <= kind < 0.9:
        shape = LineString(_walk(chance, lon, lat, reach_deg))
    elif kind >= 0.9:
        shape = Polygon(_walk(chance, lon, lat, reach_deg)).convex_hull
    return Footprint(
        geometry=shape, lon=lon, lat=lat, uncertainty_m=chance.choice((500, 2_000, 5_000)),
        method="gazetteer", note=f"around {place.name}",
    )  # fmt: skip


def _walk(chance: random.Random, lon: float, lat: float, step: float) -> list[tuple[float, float]]:
    points = [(lon, lat)]
    for _ in range(chance.randrange(4, 12)):
        x, y = points[-1]
        points.append((x + chance.gauss(0, step), y + chance.gauss(0, step)))
    return points
