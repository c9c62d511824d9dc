"""Every toponym of the five first reports, against its reference coordinate."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer import Gazetteer, Resolution, Unresolved, parse_place
from gazetteer.files import read_theatre_entries
from gazetteer.resolve import resolve_all
from geo.geodesy import distance_m

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "gazetteer" / "seed_toponyms.csv"
SYRIA = ROOT / "claims" / "theatres" / "syria"

# What one report says around each of them.
AROUND = ("Hama", "Aleppo", "Homs")


@pytest.fixture(scope="module")
def syria(shipped_home: Path) -> Gazetteer:
    return Gazetteer(read_theatre_entries(SYRIA), countries=("SY",), home=shipped_home)


def _answer(gazetteer: Gazetteer, text: str) -> Resolution | Unresolved:
    return resolve_all([parse_place(t) for t in (text, *AROUND)], gazetteer)[0]


@pytest.mark.parametrize(
    ("text", "lon", "lat", "radius_km"),
    [
        ("Hama", 36.758, 35.132, 4),
        ("Deir el-Zour", 40.141, 35.336, 5),
        ("town of Suran", 36.748, 35.292, 2),
        ("Al-Safira", 37.373, 36.077, 3),
        ("Jabal Zeinedin", 36.766, 35.203, 1.5),
        ("Aleppo Central Prison", 37.18, 36.272, 3),
        ("Khanaser", 37.499, 35.782, 2),
        ("Athriya", 37.788, 35.365, 2),
    ],
)
def test_toponyms_of_the_first_reports_lie_where_they_should(
    syria: Gazetteer, text: str, lon: float, lat: float, radius_km: float
) -> None:
    answer = _answer(syria, text)
    assert isinstance(answer, Resolution), answer
    spot = answer.footprint
    gap_m = distance_m(lon=spot.lon, lat=spot.lat, to_lon=lon, to_lat=lat)
    assert gap_m <= radius_km * 1_000


def test_the_desert_road_is_ambiguous_with_its_candidates(syria: Gazetteer) -> None:
    answer = _answer(syria, "the Syrian Desert road")
    assert isinstance(answer, Unresolved)
    assert answer.status == "ambiguous"
    assert len(answer.candidates) >= 2


def test_the_mazarib_bridge_is_a_vague_spot_by_hama(syria: Gazetteer) -> None:
    answer = _answer(syria, "the Al-Mazarib Bridge in the eastern Hama area")
    if isinstance(answer, Resolution):
        spot = answer.footprint
        assert spot.uncertainty_m >= 3_000
        assert distance_m(lon=spot.lon, lat=spot.lat, to_lon=36.7578, to_lat=35.1318) < 15_000


def _rows() -> Iterator[dict[str, str]]:
    with SEEDS.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _right(row: dict[str, str], answer: Resolution | Unresolved) -> bool | None:
    """Tell right from wrong; None where the answer is an honest no."""
    if isinstance(answer, Unresolved):
        return None
    shape = answer.footprint.geometry.geom_type
    if row["geometry"].startswith("LineString"):
        return "Line" in shape
    if row["geometry"].startswith("Polygon"):
        return shape.endswith("Polygon")
    if not row["lat"]:
        return True  # a derived area without a reference coordinate
    spot = answer.footprint
    gap_m = distance_m(
        lon=spot.lon, lat=spot.lat, to_lon=float(row["lon"]), to_lat=float(row["lat"])
    )
    # "Outskirts" have no radius of their own: the reference stands for one side of a ring.
    return gap_m <= float(row["radius_km"] or 10) * 1_000


def _texts(row: dict[str, str]) -> list[str]:
    """Return the ways in which the reports name one toponym."""
    said = row["seed_string"].replace("(governorate)", "governorate")
    return [text.strip() for text in re.sub(r"\(.*?\)", "", said).split(";")]


@pytest.mark.skipif(not SEEDS.exists(), reason=f"the reference table {SEEDS} is not here")
def test_at_least_28_of_the_32_toponyms_are_right_and_none_is_wrong(syria: Gazetteer) -> None:
    rows = [row for row in _rows() if row["feature_type"] != "negative cases"]
    verdicts = {text: _right(row, _answer(syria, text)) for row in rows for text in _texts(row)}
    assert [text for text, right in verdicts.items() if right is False] == []
    right = sum(any(verdicts[text] for text in _texts(row)) for row in rows)
    assert right >= 28, verdicts
