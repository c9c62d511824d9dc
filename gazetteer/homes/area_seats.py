"""The seats of first-level areas: what "the capital of North Province" is called."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from gazetteer.homes.provinces import province_rows
from gazetteer.homes.towns import towns_in
from gazetteer.spellings.spelling import name_keys

__all__ = ["seat_of_area", "written_seats"]

#: GeoNames' code and the names of a first-level area.
_Area = tuple[str, tuple[str, ...]]


def seat_of_area(area: str, country: str) -> str:
    """Return the town that a first-level area of a country (ISO code) is run from, or nothing.

    It is the one that ``area_seats.csv`` tells, else the town in it that bears its name.

    Examples
    --------
    >>> seat_of_area("Helmand", "AF"), seat_of_area("Herat", "AF"), seat_of_area("Oxus", "AF")
    ('Lashkar Gāh', 'Herāt', '')
    """
    called = (each for key in _keys((area,)) for each in _areas(country).get(key, ()))
    return next(filter(None, (_seat(*each) for each in called)), "")


@cache
def written_seats() -> Mapping[str, str]:
    """Return the seats that are written down by GeoNames' code of their area, ``AF.10``."""
    table = files("gazetteer").joinpath("data/area_seats.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {f"{row['country']}.{row['area']}": row["seat"] for row in rows}


@cache
def _areas(country: str) -> Mapping[str, Sequence[_Area]]:
    """Return the first-level areas of a country by their keys, the last of namesakes first."""
    areas: dict[str, list[_Area]] = defaultdict(list)
    for code, names in province_rows(country):
        for key in dict.fromkeys(_keys(names)):
            areas[key].insert(0, (code, tuple(names)))
    return dict(areas)


@cache
def _seat(code: str, names: tuple[str, ...]) -> str:
    if code in written_seats():
        return written_seats()[code]
    # The keys of this area's towns alone: those of a whole country take longer than many reports.
    towns = {key: own[0] for own in towns_in(code) for key in _keys(own)}
    return next((towns[key] for key in _keys(names) if key in towns), "")


def _keys(names: Iterable[str]) -> Iterator[str]:
    return (key.plain for name in names for key in name_keys(name))
