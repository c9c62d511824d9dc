"""Bridges and dams that are told by their river alone: where on it they are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.assess import open_gazetteer
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.reading import Ground, read_one
from claims.report import Report
from claims.sides.theatre_files import load_theatre, neutral_theatre
from gazetteer.place import Resolution, Unresolved
from geo.geodesy import distance_m


def last_place(text: str, where: str, home: Path) -> Resolution | Unresolved:
    theatre = neutral_theatre((where,)) if len(where) == 2 else load_theatre(where)
    gazetteer = open_gazetteer(theatre, home=home)
    report = Report(
        id="bridge",
        text=text,
        published=datetime(2020, 6, 15, tzinfo=UTC),
        sections=find_sections(text),
    )
    ground = Ground(theatre=theatre, gazetteer=gazetteer)
    read = read_one(report, ground, lambda told: extract(told, theatre, gazetteer))
    return read.answers[read.claims[-1].place]


@pytest.mark.parametrize(
    ("where", "text", "spot"),
    [
        ("sudan", "Rebels entered Sennar. They shelled a bridge on the Blue Nile.", (33.6, 13.57)),
        ("CD", "Rebels took Kisangani. They seized a crossing on the Congo River.", (25.19, 0.51)),
        ("RS", "Jets hit Novi Sad. They bombed a bridge on the Danube.", (19.84, 45.25)),
        ("iraq", "Troops entered western Mosul. Jets hit the last bridge over the Tigris.",
         (43.13, 36.34)),
        ("syria", "Fighters held Raqqa. Jets bombed bridges across the Euphrates.", (39.01, 35.94)),
    ],
)  # fmt: skip
def test_a_bridge_is_where_its_river_goes_by_the_town_spoken_of(
    where: str, text: str, spot: tuple[float, float], shipped_home: Path
) -> None:
    answer = last_place(text, where, shipped_home)
    assert isinstance(answer, Resolution)
    found, (lon, lat) = answer.footprint, spot
    assert 5_000 < found.uncertainty_m < 16_000
    assert distance_m(lon=lon, lat=lat, to_lon=found.lon, to_lat=found.lat) < 8_000


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("sudan", "Rebels captured a key bridge over the Blue Nile on Sunday."),
        ("iraq", "Jets destroyed a dam on the Euphrates on Monday."),
        ("ukraine", "Troops left Debaltseve. Shells hit a crossing over the Siverskyi Donets."),
    ],
)
def test_a_bridge_is_nowhere_on_a_long_river_without_a_town_by_it(
    where: str, text: str, shipped_home: Path
) -> None:
    answer = last_place(text, where, shipped_home)
    assert isinstance(answer, Unresolved)
    assert "where along it" in answer.reason or "does not lead" in answer.reason
