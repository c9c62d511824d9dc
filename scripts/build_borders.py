#!/usr/bin/env python3
"""Build gazetteer/data/borders.zip: the land borders between states, from Natural Earth.

    .venv/bin/python scripts/build_borders.py [--cache DIR] [--output FILE]

One row per pair of neighbours: both ISO 3166-1 codes in their order, and the line as WKT in
degrees. The same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import zipfile
from collections import defaultdict
from pathlib import Path

import shapely
from build_basemap import BORDERS, DISPUTED
from natural_earth import CACHE, NaturalEarth
from shapely.geometry.base import BaseGeometry

OUTPUT = Path(__file__).parents[1] / "gazetteer" / "data" / "borders.zip"
MEMBER = "borders.tsv"

# Half a kilometre: a border in a report is known far less well.
TOLERANCE_DEG, DECIMALS = 0.005, 3
CODE_LETTERS = 2
# What a state's maps may show instead of a border between states (columns FCLASS_..): where most
# do, as at Crimea, a report that speaks of the border means another line.
VIEWS, NO_BORDER = "FCLASS_", ("Unrecognized", "Admin-1 boundary", "Claim boundary")
MOST = 0.5


def neighbours(earth: NaturalEarth) -> dict[tuple[str, str], list[BaseGeometry]]:
    """Return the lines between each pair of states."""
    states = earth.read("ne_10m_admin_0_countries")
    code = dict(zip(states["ADM0_A3"], states["ISO_A2_EH"], strict=True))
    lines = earth.read("ne_10m_admin_0_boundary_lines_land")
    views = lines[[name for name in lines.columns if name.startswith(VIEWS)]]
    accepted = views.isin(NO_BORDER).mean(axis="columns") < MOST
    found = defaultdict(list)
    for row in lines[lines["FEATURECLA"].isin(BORDERS + DISPUTED) & accepted].itertuples():
        pair = sorted(code.get(side, "") for side in (row.ADM0_A3_L, row.ADM0_A3_R))
        if pair[0] != pair[1] and all(len(each) == CODE_LETTERS for each in pair):
            found[pair[0], pair[1]].append(row.geometry)
    return found


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder of the packages")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="file to write")
    options = parser.parse_args()
    rows = []
    for pair, parts in sorted(neighbours(NaturalEarth(options.cache)).items()):
        line = shapely.normalize(shapely.line_merge(shapely.union_all(parts)))
        text = shapely.to_wkt(line.simplify(TOLERANCE_DEG), rounding_precision=DECIMALS)
        rows.append("\t".join((*pair, text)))
    # A fixed date, so that the same rows give the same bytes.
    member = zipfile.ZipInfo(MEMBER, date_time=(2000, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(options.output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, "\n".join(rows) + "\n", zipfile.ZIP_DEFLATED, 9)
    print(f"{options.output}: {len(rows)} borders, {options.output.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
