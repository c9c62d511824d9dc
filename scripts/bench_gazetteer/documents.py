"""Invented reports: villages around three towns, all named, each to be told from its namesakes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench_gazetteer.dump import Row, distance_km, read_dump
from bench_gazetteer.ours import Ours, Placed, open_ours

__all__ = ["Documents", "documents"]

_TOWNS, _VILLAGES, _WITHIN_KM = 3, 3, 40.0
_TOWN_PEOPLE = 10_000
_RIGHT_KM, _WRONG_KM = 5.0, 20.0
#: A radius holds nine of ten likely points; so much beyond it is no error yet.
_REACH = 1.3

_Report = tuple[list[Row], list[tuple[Row, Row]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """Shares of the villages asked for, alone and where the text tells their sector of the front.

    ``right`` is within 5 km, or hardly outside the answer's own radius; ``wrong`` is outside it and
    more than 20 km off; ``silent`` has no answer.
    """

    country: str
    sectors: bool
    asked: int
    right: float
    wrong: float
    silent: float


def documents(path: Path, *, most: int, seed: int) -> Iterator[Documents]:
    """Ask for the places of so many reports, without and with the sectors they lie in."""
    rows = [row for row in read_dump(path) if row.feature_class == "P"]
    engine = open_ours(rows)
    reports = list(_invented(rows, most, random.Random(seed)))
    for sectors in (False, True):
        counts = sum((_judged(engine, report, sectors) for report in reports), Counter[str]())
        asked = counts.total()
        shares = {kind: counts[kind] / asked for kind in ("right", "wrong", "silent")}
        yield Documents(country=path.stem, sectors=sectors, asked=asked, **shares)


def _invented(rows: Sequence[Row], most: int, rng: random.Random) -> Iterator[_Report]:
    """Yield towns, and villages near them, each with its town."""
    towns = [row for row in rows if row.population >= _TOWN_PEOPLE]
    for _ in range(most):
        named = rng.sample(towns, min(_TOWNS, len(towns)))
        villages: list[tuple[Row, Row]] = []
        for town in named:
            near = [row for row in rows if row not in named and _km(town, row) <= _WITHIN_KM]
            villages += [(row, town) for row in rng.sample(near, min(_VILLAGES, len(near)))]
        yield named, villages


def _judged(engine: Ours, report: _Report, sectors: bool) -> Counter[str]:
    towns, villages = report
    named = [(town.names[0], "") for town in towns]
    named += [(row.names[0], town.names[0] if sectors else "") for row, town in villages]
    answers = engine.place(named)[len(towns) :]
    rows = [row for row, _ in villages]
    return Counter(_judgement(*pair) for pair in zip(rows, answers, strict=True))


def _judgement(row: Row, placed: Placed | None) -> str:
    if placed is None:
        return "silent"
    away = distance_km((row.lon, row.lat), (placed.lon, placed.lat))
    reach = _REACH * placed.radius_km
    if away <= max(_RIGHT_KM, reach):
        return "right"
    return "wrong" if away > max(_WRONG_KM, reach) else "near"


def _km(town: Row, row: Row) -> float:
    return distance_km((town.lon, town.lat), (row.lon, row.lat))
