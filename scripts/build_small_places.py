#!/usr/bin/env python3
"""Build gazetteer/data/small_places.zip: small places of wars that lists of towns lack.

    .venv/bin/python scripts/build_small_places.py [--output FILE] [--dumps FOLDER]

Two lists were written from general knowledge, without a map and each without a sight of the other
(``scripts/small_places/first.csv`` and ``second.csv``). A place is shipped where both set it at one
spot: in the middle of the two, with a radius that reaches past both. ``--dumps`` says of the
countries whose lists of GeoNames (``SD.zip``) lie in a folder how many stand within their radius.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from country_tables import tables_file

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.files import read_places
from gazetteer.homes.airfields import airfields
from gazetteer.homes.towns import towns
from gazetteer.nearness import apart_km
from gazetteer.spellings.spelling import name_keys

LISTS = Path(__file__).parent / "small_places"
OUTPUT = Path(__file__).parents[1] / "gazetteer" / "data" / "small_places.zip"
THEATRES = Path(__file__).parents[1] / "claims" / "theatres"
DECIMALS = 3  # a hundred metres
#: How far apart the two lists may set a place, and where one says that it may be off by as much;
#: and a quarter or bridge within a town.
APART_KM, APART_UNSURE_KM, APART_IN_TOWN_KM = 6.0, 10.0, 3.0
#: No radius is smaller: what both lists may get wrong together, and the place's own size.
LEAST_KM, LEAST_IN_TOWN_KM = 5.0, 2.0
#: What is known by the name this near is the place itself.
SHIPPED_KM = 40.0
_IN_TOWN = frozenset(("PPLX", "BDG"))
_CODES = {
    "P": "PPL PPLX",
    "T": "HLL MT MTS PASS VAL ISL PEN",
    "L": "MILB OILF PRT",
    "S": "AIRB AIRP BDG BRKS CSTL DAM MN OILR",
    "V": "FRST",
    "H": "LK RSV",
}
CLASS_OF = {code: letter for letter, codes in _CODES.items() for code in codes.split()}
_CALLED = {"AIRB": "Air Base", "AIRP": "Airport", "DAM": "Dam", "FRST": "Forest"}
Key = tuple[str, str, str]


class Told(NamedTuple):
    """A place as one of the lists tells it."""

    country: str
    area: str
    name: str
    lat: float
    lon: float
    radius_km: float
    code: str = ""
    aliases: str = ""

    @property
    def names(self) -> list[str]:
        """All its names, its own first; an air base, a dam is called so as well."""
        told = [self.name, *filter(None, self.aliases.split("|"))]
        word = _CALLED.get(self.code)
        called = [
            f"{name} {word}" for name in told if word and not name.lower().endswith(word.lower())
        ]
        return list(dict.fromkeys((*told, *called)))


def read_list(path: Path) -> dict[Key, Told]:
    """Return a list's places by country, area and name."""
    places = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["country"], row["area"], row["name"]
            at = (float(row[column]) for column in ("lat", "lon", "radius_km"))
            places[key] = Told(*key, *at, row.get("code") or "", row.get("aliases") or "")
    return places


def agreed(first: Mapping[Key, Told], second: Mapping[Key, Told]) -> Iterator[Told]:
    """Give the places that both lists set at one spot, in the middle, as far as both reach."""
    for key in first.keys() & second.keys():
        one, other = first[key], second[key]
        apart = apart_km(one.lon, one.lat, other.lon, other.lat)
        in_town = one.code in _IN_TOWN
        if apart <= _most_apart_km(one, other):
            least = LEAST_IN_TOWN_KM if in_town else LEAST_KM
            yield one._replace(
                lat=(one.lat + other.lat) / 2,
                lon=(one.lon + other.lon) / 2,
                radius_km=max(one.radius_km, other.radius_km, apart, least),
            )


def _most_apart_km(one: Told, other: Told) -> float:
    if one.code in _IN_TOWN:
        return APART_IN_TOWN_KM
    middle = min(one.radius_km, other.radius_km) / 2  # of a forest, which is anybody's guess
    unsure = min(APART_UNSURE_KM, max(one.radius_km, other.radius_km))
    return max(APART_KM, unsure, middle)


def unknown(places: Iterable[Told]) -> Iterator[Told]:
    """Give the places that no shipped town, and no theatre, knows by a name of theirs."""
    for place in places:
        spots = _spots(place.country)
        near = (
            spot
            for name in place.names
            for key in name_keys(name)
            for spot in spots.get(key.plain, ())
            if apart_km(place.lon, place.lat, *spot) <= SHIPPED_KM
        )
        if next(near, None) is None:
            yield place


@cache
def _spots(country: str) -> Mapping[str, Sequence[tuple[float, float]]]:
    """Return where the places of each name lie that are known without these lists, in degrees."""
    spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    curated = (place for place in _curated() if place.country == country)
    flown = (each for each in airfields(country) if each.feature_class is FeatureClass.SPOT)
    for known in (*towns(country), *flown, *curated):
        for key in {k.plain for name in known.toponyms for k in name_keys(name.text)}:
            spots[key].append((known.footprint.lon, known.footprint.lat))
    return spots


@cache
def _curated() -> Sequence[GazetteerEntry]:
    files = sorted(THEATRES.glob("*/places.csv"))
    return tuple(place for path in files for place in read_places(path, prefix=path.parent.name))


def tables(places: Iterable[Told]) -> dict[str, list[str]]:
    """Return the rows of each country: slug, class and code, degrees, metres, names, area."""
    made: dict[str, list[str]] = defaultdict(list)
    listed = sorted(places)
    often = Counter((place.country, slug(place.name)) for place in listed)
    for place in listed:
        own = slug(place.name)
        own = own if often[place.country, own] == 1 else f"{own}-{slug(place.area)}"
        at = (f"{degrees:.{DECIMALS}f}" for degrees in (place.lon, place.lat))
        kind = f"{CLASS_OF[place.code]}.{place.code}"
        reach = f"{place.radius_km * 1_000:.0f}"
        made[place.country].append(
            "\t".join((own, kind, *at, reach, "|".join(place.names), place.area))
        )
    return made


def slug(name: str) -> str:
    """Return a name in plain small letters, parted by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def off_km(places: Iterable[Told], dumps: Path) -> Iterator[tuple[Told, float]]:
    """Give each place that GeoNames lists under one of its names, and how far off it lies."""
    for place in places:
        path = dumps / f"{place.country}.zip"
        if path.exists():
            spots = _listed(path)
            found = [spot for name in place.names for spot in spots.get(slug(name), ())]
            if found:
                yield place, min(apart_km(place.lon, place.lat, *spot) for spot in found)


@cache
def _listed(path: Path) -> Mapping[str, Sequence[tuple[float, float]]]:
    spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with zipfile.ZipFile(path) as archive:
        text = archive.read(f"{path.stem}.txt").decode("utf-8")
    for line in text.splitlines():
        cells = line.split("\t")
        for name in {cells[1], cells[2], *cells[3].split(",")}:
            spots[slug(name)].append((float(cells[5]), float(cells[4])))
    return spots


def main() -> None:
    """Build the file and say how much of the lists is in it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--output", type=Path, default=OUTPUT, help="file to write")
    parser.add_argument("--dumps", type=Path, help="folder of lists of GeoNames to check against")
    options = parser.parse_args()
    first, second = read_list(LISTS / "first.csv"), read_list(LISTS / "second.csv")
    both = [*agreed(first, second)]
    kept = [*unknown(both)]
    tables_file(options.output, tables(kept))
    size = options.output.stat().st_size / 1e3
    print(f"{len(first)} told of, {len(both)} at one spot, {len(kept)} shipped, {size:.0f} kB")
    if options.dumps:
        off = [*off_km(both, options.dumps)]
        within = sum(km <= place.radius_km for place, km in off)
        print(f"{within} of {len(off)} that GeoNames lists stand within their radius")
        for place, km in off:
            if km > place.radius_km:
                print(
                    f"  {place.country} {place.name}: {km:.1f} km off, radius {place.radius_km:g}"
                )


if __name__ == "__main__":
    main()
