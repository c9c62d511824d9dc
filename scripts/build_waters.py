#!/usr/bin/env python3
"""Build gazetteer/data/waters.zip: the large rivers and lakes of all countries.

    .venv/bin/python scripts/build_waters.py [--cache DIR] [--output FILE]

Each country has the parts of Natural Earth's rivers and lakes that lie in it or along its borders;
a river of several countries has one id. The same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import shapely
from build_areas import COUNTRIES as STATES
from country_tables import tables_file
from natural_earth import CACHE, NaturalEarth
from shapely.geometry.base import BaseGeometry

from gazetteer.homes.provinces import provinces
from gazetteer.homes.towns import WORLD
from gazetteer.spellings.english import is_ordinary
from gazetteer.spellings.spelling import name_keys
from gazetteer.states import COUNTRIES

OUTPUT = Path(__file__).parents[1] / "gazetteer" / "data" / "waters.zip"
RIVERS, LAKES = "ne_10m_rivers_lake_centerlines", "ne_10m_lakes"
# A kilometre and a half, as for provinces. A river that is a border is drawn apart from it.
TOLERANCE_DEG, DECIMALS, BESIDE_DEG = 0.015, 3, 0.05
# What only touches a country is none of its rivers.
LEAST_DEG = 0.05
CODE_LETTERS = 2
_BROKEN, _OTHER = "?", re.compile(r"\s*\((.+)\)$")
_LAKE = re.compile(r"\b(?:lake|lac|lago|laguna|lagoon|lough|loch|reservoir|sea|bay)\b", re.I)
_BY_HAND = Path(__file__).with_name("water_names.csv")


class Water(NamedTuple):
    """A river or a lake: its names, the first one its own, and all of it."""

    code: str
    names: tuple[str, ...]
    shape: BaseGeometry


def waters(earth: NaturalEarth) -> Iterator[Water]:
    """Give the named rivers and lakes; parts of one name that are one river or lake are one."""
    by_hand = _written()
    for layer, code in ((RIVERS, "STM"), (LAKES, "LK")):
        of_name: dict[tuple[str, ...], list[BaseGeometry]] = defaultdict(list)
        rows = earth.read(layer).fillna("")
        for row in rows.itertuples():
            told = row.name if code == "STM" else (row.name_en or row.name)
            names = by_hand.get(told) or _names(told, row.name_alt)
            if names:
                of_name[names].append(row.geometry)
        for names, shapes in sorted(of_name.items()):
            for shape in _apart(shapes):
                yield Water(code, names, shape)


def _written() -> dict[str, tuple[str, ...]]:
    with _BY_HAND.open(encoding="utf-8", newline="") as file:
        return {row["name"]: tuple(row["names"].split("|")) for row in csv.DictReader(file)}


def _names(told: str, other: str) -> tuple[str, ...]:
    """Return the names of a row, none where a letter of its own was lost."""
    second = _OTHER.search(told)
    names = (_OTHER.sub("", told), second[1] if second else "", other)
    kept = dict.fromkeys(" ".join(name.split()) for name in names if name and _BROKEN not in name)
    return tuple(kept) if kept and _BROKEN not in names[0] else ()


def _apart(shapes: list[BaseGeometry]) -> Iterator[BaseGeometry]:
    """Join the parts of one name that lie within a degree: two rivers are called Colorado."""
    whole = shapely.union_all(shapes)
    for zone in shapely.get_parts(shapely.union_all(shapely.buffer(shapes, 0.5))):
        yield whole.intersection(zone)


def _shown(water: Water, taken: frozenset[str]) -> list[str]:
    """Return the names to find it by; "Niger" is a country, and no river by its bare name."""
    kept: dict[str, str] = {}
    for name in water.names:
        forms = [name]
        if water.code == "STM":
            forms = [f"{name} River".replace("River River", "River")]
            forms += [name] if name not in taken and not is_ordinary(name) else []
        elif not _LAKE.search(name):
            forms = [f"Lake {name}"]
        for form in forms:
            keys = name_keys(form)
            if keys:
                kept.setdefault(keys[0].plain, form)
    return list(kept.values())


def _countries(earth: NaturalEarth) -> tuple[list[str], list[BaseGeometry]]:
    """Return the codes of countries and the land of each and right around it."""
    states, land = earth.read(STATES), defaultdict(list)
    for code, shape in zip(states["ISO_A2_EH"], states.geometry, strict=True):
        if len(code) == CODE_LETTERS:
            land[code].append(shapely.buffer(shape, BESIDE_DEG))
    return list(land), [shapely.union_all(shapes) for shapes in land.values()]


def tables(earth: NaturalEarth) -> dict[str, list[str]]:
    """Return the rows of each country: id, feature code, names, shape as WKT; apart by tabs."""
    codes, around = _countries(earth)
    tree = shapely.STRtree(around)
    named = {area.name for area in provinces(WORLD)}
    taken = frozenset(named.union(name.title() for name in COUNTRIES))
    rows: dict[str, list[str]] = defaultdict(list)
    numbers = Counter[str]()
    for water in waters(earth):
        own = name_keys(water.names[0])[0].plain
        numbers[own] += 1
        number = own if numbers[own] == 1 else f"{own}-{numbers[own]}"
        names = "|".join(_shown(water, taken))
        for at in np.sort(tree.query(water.shape, predicate="intersects")).tolist():
            simple = _part(water.shape, around[at])
            if (
                names
                and not simple.is_empty
                and simple.length >= min(LEAST_DEG, water.shape.length / 2)
            ):
                text = shapely.to_wkt(shapely.normalize(simple), rounding_precision=DECIMALS)
                rows[codes[at]].append(f"{number}\t{water.code}\t{names}\t{text}")
    return rows


def _part(water: BaseGeometry, country: BaseGeometry) -> BaseGeometry:
    """Return the part of a water in a country; of a lake no line along which it meets the edge."""
    parts = shapely.get_parts(water.intersection(country).simplify(TOLERANCE_DEG))
    depth = shapely.get_dimensions(water)
    whole = shapely.union_all(parts[shapely.get_dimensions(parts) == depth])
    return shapely.set_precision(whole, 10**-DECIMALS)


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder of the packages")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="file to write")
    options = parser.parse_args()
    rows = tables(NaturalEarth(options.cache))
    tables_file(options.output, rows)
    size = options.output.stat().st_size
    print(f"{options.output}: {sum(map(len, rows.values()))} rows, {size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
