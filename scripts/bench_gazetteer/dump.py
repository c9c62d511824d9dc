"""Rows of a country's dump in GeoNames' format."""

from __future__ import annotations

import math
import unicodedata
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

__all__ = ["Row", "distance_km", "fold", "read_dump", "script_of", "shares_a_name"]

_CLASSES = frozenset("AHLPRSTUV")
_LONGEST_NAME = 200
_EARTH_KM = 6_371.009  # mean radius, IUGG; thresholds of kilometres ask for no ellipsoid


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One feature: its id, its names (the dump's own first), where and what it is."""

    id: str
    names: tuple[str, ...]
    lon: float
    lat: float
    feature_class: str = "P"
    feature_code: str = "PPL"
    country: str = ""
    admin: tuple[str, ...] = ()
    population: int = 0

    def keeping(self, names: tuple[str, ...]) -> Row:
        """Return the row with these names only."""
        return replace(self, names=names)


def read_dump(path: Path) -> tuple[Row, ...]:
    """Read ``CC.zip`` with its ``CC.txt``.

    Rows without a class or a name of letters are left out, and all but the first of one id.

    Raises
    ------
    FileNotFoundError
        There is no such dump.
    """
    if not path.is_file():
        raise FileNotFoundError(
            f"no {path.name} in {path.parent}; give a folder of GeoNames' country dumps: --dumps"
        )
    with zipfile.ZipFile(path) as archive, archive.open(f"{path.stem}.txt") as lines:
        rows = _rows(line.decode().rstrip("\n").split("\t") for line in lines)
        by_id: dict[str, Row] = {}
        for row in rows:
            by_id.setdefault(row.id, row)
        return tuple(by_id.values())


def _rows(table: Iterator[list[str]]) -> Iterator[Row]:
    for cells in table:
        names = tuple(dict.fromkeys(filter(_is_name, [cells[1], *cells[3].split(",")])))
        if names and cells[6] in _CLASSES:
            yield Row(
                id=cells[0], names=names, lat=float(cells[4]), lon=float(cells[5]),
                feature_class=cells[6], feature_code=cells[7], country=cells[8],
                admin=tuple(filter(None, cells[10:12])), population=int(cells[14] or 0),
            )  # fmt: skip


def _is_name(text: str) -> bool:
    return "http" not in text and len(text) <= _LONGEST_NAME and any(map(str.isalpha, text))


def script_of(text: str) -> str:
    """Return Latn, Arab or Cyrl where all letters are of that script, else an empty text."""
    scripts = {_script(char) for char in text if char.isalpha()} - {"MODIFIER"}
    only = scripts.pop() if len(scripts) == 1 else ""
    return {"LATIN": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl"}.get(only, "")


def _script(char: str) -> str:
    return unicodedata.name(char, "?").partition(" ")[0]


def fold(text: str) -> str:
    """Return a name in lower case without accents, apostrophes, hyphens and spaces.

    >>> fold("‘Ayn al-‘Arab")
    'aynalarab'
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in plain if c.isalnum() and unicodedata.category(c) != "Lm")


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points, each longitude and latitude in degrees."""
    lat, to_lat = math.radians(a[1]), math.radians(b[1])
    half = (
        math.sin((to_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(to_lat) * math.sin(math.radians(b[0] - a[0]) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def shares_a_name(row: Row, folded: Collection[str]) -> bool:
    """Tell whether one of a row's names folds to one of these."""
    return any(fold(name) in folded for name in row.names)
