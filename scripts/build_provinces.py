#!/usr/bin/env python3
"""Build gazetteer/data/areas.zip: the first-level areas of all countries.

    .venv/bin/python scripts/build_provinces.py [--cache DIR] [--output FILE]

Names are GeoNames', outlines are made of Natural Earth's countries and of its lines between states
and provinces. The same packages give the same bytes.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import shapely
from country_tables import tables_file
from natural_earth import CACHE, NaturalEarth
from province_names import codes, names, towns
from province_shapes import DECIMALS, outlines

OUTPUT = Path(__file__).parents[1] / "gazetteer" / "data" / "areas.zip"


def tables(cache: Path) -> dict[str, list[str]]:
    """Return the rows of each country: code, inhabitants, names, outline as WKT; apart by tabs."""
    known = towns(cache)
    people = Counter[tuple[str, str]]()
    for town in known:
        people[town.country, town.area] += town.population
    code = codes(known)
    found = outlines(NaturalEarth(cache), known)
    of_country: dict[str, list[str]] = defaultdict(list)
    for country, area in found:
        of_country[country].append(area)
    rows: dict[str, list[str]] = defaultdict(list)
    for country, areas in sorted(of_country.items()):
        for area in areas:
            outline = shapely.to_wkt(found[country, area], rounding_precision=DECIMALS)
            named = "|".join(names(country, area, areas))
            rows[country].append(
                "\t".join((code[country, area], str(people[country, area]), named, outline))
            )
    return rows


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder of the packages")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="file to write")
    options = parser.parse_args()
    rows = tables(options.cache)
    tables_file(options.output, rows)
    size = options.output.stat().st_size
    print(f"{options.output}: {sum(map(len, rows.values()))} areas, {size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
