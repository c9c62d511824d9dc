"""The seats of first-level areas: what "the capital of North Province" is called."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from gazetteer.homes.provinces import province_rows
from gazetteer.homes.towns import town_areas
from gazetteer.spellings.spelling import name_keys

__all__ = ["seat_of_area", "written_seats"]


def seat_of_area(area: str, country: str) -> str:
    """Return the town that a first-level area of a country (ISO code) is run from, or nothing.

    It is the one that ``area_seats.csv`` tells, else the town in it that bears its name.

    Examples
    --------
    >>> seat_of_area("Helmand", "AF"), seat_of_area("Herat", "AF"), seat_of_area("Oxus", "AF")
    ('Lashkar Gāh', 'Herāt', '')
    """
    seats = _seats(country)
    return next((seats[key] for key in _keys((area,)) if key in seats), "")


@cache
def written_seats() -> Mapping[str, str]:
    """Return the seats that are written down by GeoNames' code of their area, ``AF.10``."""
    table = files("gazetteer").joinpath("data/area_seats.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {f"{row['country']}.{row['area']}": row["seat"] for row in rows}


@cache
def _seats(country: str) -> Mapping[str, str]:
    towns: dict[str, dict[str, str]] = defaultdict(dict)
    for code, names in town_areas(country):
        towns[code].update(dict.fromkeys(_keys(names), names[0]))
    seats: dict[str, str] = {}
    for code, names in province_rows(country):
        keys = [*_keys(names)]
        namesake = next((towns[code][key] for key in keys if key in towns[code]), "")
        if seat := written_seats().get(code, namesake):
            seats |= dict.fromkeys(keys, seat)
    return seats


def _keys(names: Iterable[str]) -> Iterator[str]:
    return (key.plain for name in names for key in name_keys(name))
