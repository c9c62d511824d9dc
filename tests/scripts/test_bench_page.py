"""The benchmark of the page: the claims that it makes up, and the table that it prints."""

from __future__ import annotations

import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch):
    """The benchmark's package, importable for one test."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    yield import_module("bench_page.__main__")
    for name in [name for name in sys.modules if name.startswith("bench_page")]:
        sys.modules.pop(name)


def test_the_claims_have_the_shapes_and_quotations_that_are_promised(bench) -> None:
    drawn = bench.situation(2_000).drawn
    kinds = Counter(item.footprint.geometry.geom_type for item in drawn)
    assert kinds["Point"] == pytest.approx(1_200, abs=80)
    assert kinds["LineString"] == pytest.approx(600, abs=80)
    assert kinds["Polygon"] == pytest.approx(200, abs=50)
    quotes = {item.claim.quote for item in drawn}
    assert len(quotes) == 2_000
    assert {190 < len(quote) < 215 for quote in quotes} == {True}


def test_the_claims_are_the_same_at_every_run(bench) -> None:
    assert bench.situation(50) == bench.situation(50)


@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("folium, one element a claim", "folium"),
        ("folium GeoJson", "folium"),
        ("geopandas explore", "mapclassify"),
        ("pydeck", "pydeck"),
    ],
)
def test_every_other_way_maps_every_claim(bench, name: str, needs: str) -> None:
    pytest.importorskip(needs, reason="what scripts/bench compares with is not installed")
    made = bench.situation(20)
    page = import_module("bench_page.peers").PEERS[name](made)
    assert [item.claim.id for item in made.drawn if item.claim.quote not in page] == []


def test_what_is_compared_is_printed_as_ratios(bench, capsys) -> None:
    own, other = dict.fromkeys(bench.COLUMNS, 2.0), dict.fromkeys(bench.COLUMNS, 8.0)
    bench._print("10000", {bench.OURS: own, "folium GeoJson": other})
    *_, last = capsys.readouterr().out.splitlines()
    assert last.split() == ["frontmap", "is", "to", "it", *["0.25", "x"] * len(bench.COLUMNS)]
