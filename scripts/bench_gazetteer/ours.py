"""How the benchmark calls this project: the one file to change when its calls change."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from shapely.geometry import Point

from bench_gazetteer.dump import Row, script_of
from bench_gazetteer.scoring import CONTEXTS, Answer, Spot
from claims.assess import open_gazetteer
from claims.sides.theatre_files import recognise_theatre
from gazetteer import Context, Gazetteer, GazetteerEntry, Resolution, parse_place, resolve_all
from gazetteer.entry import FeatureClass, Toponym
from gazetteer.homes.index_file import build_index, open_index
from gazetteer.homes.stores import EntryStore
from gazetteer.place import Candidate
from gazetteer.wording.mentions import Mention, find_mentions
from geo.footprint import Footprint

__all__ = [
    "Names",
    "Ours",
    "Placed",
    "Reader",
    "build_names",
    "open_names",
    "open_ours",
    "open_reader",
]


class Placed(NamedTuple):
    """A point and the radius around it that its place is likely in."""

    lon: float
    lat: float
    radius_km: float


class Ours:
    """The gazetteer as a user asks it."""

    label, most, contexts = "frontmap", None, CONTEXTS

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def ask(self, name: str, context_name: str | None, point: tuple[float, float] | None) -> Answer:
        """Answer for a name, given the name or the point of a place nearby."""
        asked = [parse_place(each) for each in (name, context_name) if each]
        context = Context(near=(point,) if point else ())
        answer = resolve_all(asked, self._gazetteer, context=context)[0]
        if isinstance(answer, Resolution):
            return Answer("resolved", tuple(map(_spot, (*answer.chosen, *answer.rejected))))
        return Answer(answer.status, tuple(map(_spot, answer.candidates)))

    def place(self, named: Sequence[tuple[str, str]]) -> list[Placed | None]:
        """Place the names of one text together; with each the town of its sector, or nothing."""
        asked = [
            replace(parse_place(name), ground=parse_place(f"the {town} sector") if town else None)
            for name, town in named
        ]
        return [
            Placed(each.footprint.lon, each.footprint.lat, each.footprint.uncertainty_m / 1_000)
            if isinstance(each, Resolution)
            else None
            for each in resolve_all(asked, self._gazetteer)
        ]


def _spot(candidate: Candidate) -> Spot:
    entry = candidate.entry
    return entry.id.partition(":")[2], entry.footprint.lon, entry.footprint.lat


def open_ours(rows: Sequence[Row]) -> Ours:
    """Open a gazetteer of these rows, as one that was added."""
    return Ours(Gazetteer(stores=[EntryStore(tuple(map(_entry, rows)), name="bench")]))


def _entry(row: Row) -> GazetteerEntry:
    # Eight thousand people to the square kilometre, at least a village's 1.5 km.
    radius_m = max(1_500.0, 1_000 * math.sqrt(row.population / 8_000 / math.pi))
    return GazetteerEntry(
        id=f"geonames:{row.id}",
        toponyms=tuple(Toponym(text=name, script=script_of(name) or "Zyyy") for name in row.names),
        feature_class=FeatureClass(row.feature_class),
        feature_code=row.feature_code,
        footprint=Footprint(
            geometry=Point(row.lon, row.lat), lon=row.lon, lat=row.lat, uncertainty_m=radius_m,
            method="gazetteer",
        ),
        country=row.country,
        admin=row.admin,
        population=row.population,
        source=f"GeoNames {row.id}",
        licence="CC BY 4.0",
    )  # fmt: skip


class Names(Protocol):
    """An index of names on disk."""

    def matches(self, name: str, near: Sequence[tuple[float, float]] = ()) -> Sequence[object]:
        """Return what a name may mean, best first, given points nearby."""

    def sounding(self, name: str) -> Sequence[object]:
        """Return what sounds as a name: the look-up by key."""


def build_names(path: Path, rows: Iterable[Row]) -> None:
    """Write an index of rows."""
    build_index(path, map(_entry, rows), about={"name": "bench", "source": "", "licence": ""})


def open_names(path: Path) -> Names:
    """Open an index that ``build_names`` wrote."""
    return open_index(path)


class Reader:
    """Recogniser and resolver over reports, each with the gazetteer of its own theatre."""

    def __init__(self, texts: Sequence[str]) -> None:
        opened: dict[tuple[str, ...], Gazetteer] = {}
        self._gazetteers: dict[str, Gazetteer] = {}
        for text in texts:
            theatre = recognise_theatre([text])
            key = (theatre.id, *theatre.countries)
            if key not in opened:
                opened[key] = open_gazetteer(theatre)
            self._gazetteers[text] = opened[key]

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return where places are named: characters ``[start, end)``."""
        return [(mention.start, mention.end) for mention in self._mentions(text)]

    def place(self, text: str) -> list[tuple[int, int]]:
        """Find and resolve; return where the places stand that could be placed."""
        mentions = self._mentions(text)
        answers = resolve_all([each.expression for each in mentions], self._gazetteers[text])
        return [
            (mention.start, mention.end)
            for mention, answer in zip(mentions, answers, strict=True)
            if isinstance(answer, Resolution)
        ]

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        return find_mentions(text, known_spans=self._gazetteers[text].spans(text))


def open_reader(texts: Sequence[str]) -> Reader:
    """Open what drawing a map of each of these texts would open."""
    return Reader(texts)
