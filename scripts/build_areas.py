#!/usr/bin/env python3
"""Build a theatre's areas.geojson: its areas.csv with shapes from Natural Earth.

    .venv/bin/python scripts/build_areas.py claims/theatres/syria [--cache DIR]

Each row of areas.csv names an area by one point inside it. The shapes are what the lines between
states and provinces leave of the row's country. The same rows give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import shapely
from natural_earth import CACHE, NaturalEarth
from shapely.geometry.base import BaseGeometry

COUNTRIES = "ne_10m_admin_0_countries"
LINES = "ne_10m_admin_1_states_provinces_lines"

# The layers are drawn apart, so lines stop up to 5 km short of a border they are meant to meet; a
# gap that is wider is an end that Natural Earth means.
BRIDGED_DEG = 0.05
# Ends that lie on a border by a rounding must count as meeting it: 1e-6° is 10 cm.
GRID_DEG = 1e-6
SHOWN_DECIMALS = 4


def mosaic(country: BaseGeometry, lines: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Cut a country along lines; ends that stop just short of its border are led on to it."""
    inner = shapely.union_all([line for line in lines if line.intersects(country)])
    border = country.boundary
    net = shapely.union_all([inner, border, *_bridges(inner, border)], grid_size=GRID_DEG)
    pieces = shapely.get_parts(shapely.polygonize([net])).tolist()
    return [piece for piece in pieces if country.contains(piece.representative_point())]


def _bridges(inner: BaseGeometry, border: BaseGeometry) -> Iterator[BaseGeometry]:
    for line in shapely.get_parts(shapely.line_merge(inner)):
        for end in shapely.get_parts(line.boundary):
            if 0 < end.distance(border) <= BRIDGED_DEG:
                yield shapely.shortest_line(end, border)


def features(
    rows: Sequence[dict[str, str]], pieces: Sequence[BaseGeometry], source: str
) -> list[dict[str, Any]]:
    """Give every row the piece that holds its point; stop where one has none or shares it."""
    taken: dict[int, str] = {}
    found = []
    for row in rows:
        point = shapely.Point(float(row["lon"]), float(row["lat"]))
        at = next((n for n, piece in enumerate(pieces) if piece.contains(point)), None)
        if at is None:
            sys.exit(f"{row['id']}: no area holds its point; move lon, lat inside")
        if at in taken:
            sys.exit(f"{row['id']}: lies in one area with {taken[at]}; no line parts the two")
        taken[at] = row["id"]
        found.append(_feature(row, pieces[at], source))
    return found


def _feature(row: dict[str, str], piece: BaseGeometry, source: str) -> dict[str, Any]:
    shape = shapely.set_precision(piece, 10**-SHOWN_DECIMALS)
    return {
        "type": "Feature",
        "properties": {
            "id": row["id"],
            "name": row["name"],
            "aliases": [alias for alias in row["aliases"].split("|") if alias],
            "arabic": [name for name in row["arabic"].split("|") if name],
            "feature_code": row["feature_code"],
            "country": row["country"],
            "source": source,
            "licence": "public domain",
            "note": row["note"],
        },
        "geometry": {
            "type": shape.geom_type,
            "coordinates": _rounded(shapely.normalize(shape).__geo_interface__["coordinates"]),
        },
    }


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, float):
        return round(coordinates, SHOWN_DECIMALS)
    return [_rounded(each) for each in coordinates]


def main() -> None:
    """Write areas.geojson beside areas.csv and say how many areas it holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of the theatre")
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder of the packages")
    options = parser.parse_args()
    earth = NaturalEarth(options.cache)
    with (options.folder / "areas.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    countries = earth.read(COUNTRIES)
    wanted = countries[countries["ISO_A2_EH"].isin({row["country"] for row in rows})]
    lines = earth.read(LINES).geometry.dropna().tolist()
    pieces = [piece for country in wanted.geometry for piece in mosaic(country, lines)]
    source = f"Natural Earth 1:10m admin-1 lines, from {earth.package_of(LINES)}"
    named = features(rows, pieces, source)
    text = json.dumps({"type": "FeatureCollection", "features": named}, ensure_ascii=False)
    target = options.folder / "areas.geojson"
    target.write_text(text.replace('{"type": "Feature",', '\n{"type": "Feature",') + "\n", "utf-8")
    print(
        f"{target}: {len(named)} areas; {len(pieces) - len(named)} pieces without a name left out"
    )


if __name__ == "__main__":
    main()
