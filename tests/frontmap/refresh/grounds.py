"""A situation with claims about places that must not be told, beside others near by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from shapely.geometry import Point

from claims.assess import situation as situation_of
from claims.claim import Action, Claim, Span
from claims.figure import Figure
from claims.report import Report
from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.place import Candidate, PlaceExpression, Resolution
from geo.footprint import Footprint
from tests.maps.situations import hama

__all__ = ["NOW", "OLD_TEXT", "SECRETS", "SPOT", "YOUNG", "told"]

NOW = datetime(2024, 12, 7, 12, tzinfo=UTC)
SPOT = (36.91237, 35.27641)
"""Longitude and latitude of the clinic."""

OLD_TEXT = (
    "Warplanes hit the Zaytuna clinic on Monday. "
    "Rebels took the village of Maardes at dawn. "
    "The staff of Zaytuna had left before, and clashes went on at the mill. "
    "Twelve nurses died in the cellar. "
    "A shell fell on the house of Umm Kamil in Qamhana. "
    "A truck of flour was shot at beside a food distribution point near Tayyibat."
)
SECRETS = (
    "Zaytuna",
    "Zaytounah",
    "Warplanes hit",
    "staff of",
    "at the mill",
    "Twelve nurses",
    "Umm Kamil",
    "Qamhana",
    "truck of flour",
    "Tayyibat",
    "Salqin field",
)
"""What nothing that is published may say; the mill goes with the sentence that it stands in."""

YOUNG = "Tanks were seen at the crossroads of Young Poplar."


def _place(lon: float, lat: float, km: float = 1.3) -> Footprint:
    return Footprint(
        geometry=Point(lon, lat), lon=lon, lat=lat, uncertainty_m=km * 1000, method="gazetteer"
    )


def _entry(name: str, code: str, at: tuple[float, float], *more: str) -> GazetteerEntry:
    return GazetteerEntry(
        id=f"geonames:{hash_of(name)}",
        toponyms=tuple(Toponym(text=text) for text in (name, *more)),
        feature_class=FeatureClass.POPULATED if code == "PPL" else FeatureClass.SPOT,
        feature_code=code,
        footprint=_place(*at),
        source=f"GeoNames {hash_of(name)}",
        licence="CC BY 4.0",
        population=2_000,
    )


def hash_of(name: str) -> int:
    """Return a number of a gazetteer row."""
    return 7_000_000 + sum(map(ord, name))


CLINIC = _entry("Zaytuna", "HSPC", SPOT, "Zaytounah", "زيتونة")
FIELD = _entry("Salqin field hospital", "HSP", (36.45127, 36.13849))
VILLAGE = _entry("Maardes", "PPL", (36.81234, 35.24567))


def _claim(number: int, quote: str, place: str, *, doc: str, text: str, **more: object) -> Claim:
    start, at = text.index(quote), text.find(place)
    return Claim(
        id=f"p{number}",
        doc=doc,
        quote=quote,
        span=Span(start=start, end=start + len(quote)),
        claimant="the Observatory",
        actor_side="government",
        action=Action.STRIKE,
        place=PlaceExpression(text=place, heads=(place.removeprefix("the "),)),
        place_span=Span(start=at, end=at + len(place)) if at >= 0 else None,
        **more,  # type: ignore[arg-type]
    )


def _drawn(claim: Claim, entry: GazetteerEntry, *rejected: GazetteerEntry) -> ResolvedClaim:
    assert claim.place is not None
    resolution = Resolution(
        expression=claim.place,
        footprint=entry.footprint,
        chosen=(Candidate(entry=entry, score=0.9, why="the only one"),),
        rejected=tuple(Candidate(entry=e, score=0.1, why="far away") for e in rejected),
    )
    return ResolvedClaim(
        claim=claim, resolution=resolution, footprint=entry.footprint, origin=claim.doc
    )


def _items() -> list[ResolvedClaim | NotDrawn]:
    doc, text = "zaytuna-clinic-hit", OLD_TEXT
    clinic = _claim(1, "Warplanes hit the Zaytuna clinic", "the Zaytuna clinic", doc=doc, text=text)
    village = _claim(2, "Rebels took the village of Maardes", "Maardes", doc=doc, text=text)
    staff = _claim(
        3, "The staff of Zaytuna had left before, and clashes went on at the mill", "Maardes",
        doc=doc, text=text,
    )  # fmt: skip
    mill = _claim(4, "clashes went on at the mill", "the mill", doc=doc, text=text)
    house = _claim(
        5, "A shell fell on the house of Umm Kamil in Qamhana", "Qamhana", doc=doc, text=text
    )
    flour = _claim(
        6, "A truck of flour was shot at beside a food distribution point near Tayyibat",
        "Tayyibat", doc=doc, text=text,
    )  # fmt: skip
    young = _claim(7, YOUNG, "Young Poplar", doc="young", text=YOUNG)
    return [
        _drawn(clinic, CLINIC),
        _drawn(village, VILLAGE, FIELD),
        _drawn(staff, VILLAGE),
        NotDrawn(claim=mill, reason="unresolved", detail="no mill near Zaytuna", origin=doc),
        _drawn(house, _entry("Qamhana", "PPL", (36.70123, 35.19876))),
        NotDrawn(
            claim=flour, reason="ambiguous", detail="two fit", origin=doc,
            candidates=(Candidate(entry=_entry("Tayyibat", "PPL", (36.5, 35.3)), score=0.4,
                                  why="a name"),),
        ),
        _drawn(young, _entry("Young Poplar", "PPL", (36.60987, 35.41357))),
    ]  # fmt: skip


def _figure() -> Figure:
    quote = "Twelve nurses died"
    start = OLD_TEXT.index(quote)
    span = Span(start=start, end=start + len(quote))
    return Figure(
        id="f1", doc="zaytuna-clinic-hit", measure="killed", least=12, most=12, qualifier="exact",
        group="nurses", side=None, window="", when=None, claimant="the Observatory", via=(),
        quote=quote, span=span, sentence=span,
    )  # fmt: skip


@cache
def told() -> Situation:
    """Return claims of hama() and of two reports more: one of a clinic and one of today."""
    base = hama()
    old = Report(
        id="zaytuna-clinic-hit", text=OLD_TEXT, title="Zaytuna clinic hit", outlet="Outlet Z",
        url="https://example.org/2024/zaytuna-clinic-hit", sha256="5e" * 32,
        published=datetime(2024, 12, 4, 9, tzinfo=UTC), path="reports/zaytuna-clinic-hit.txt",
    )  # fmt: skip
    young = Report(
        id="young", text=YOUNG, title="Tanks", outlet="Outlet Y",
        published=datetime(2024, 12, 7, 9, tzinfo=UTC),
    )  # fmt: skip
    whole = situation_of(
        (*base.reports, old, young),
        (*base.drawn, *base.not_drawn, *_items()),
        theatre=base.theatre,
    )
    return replace(whole, figures=(_figure(),))
