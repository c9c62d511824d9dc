"""The places of a country: the set that the user installed, or those shipped with the package.

Where ``$FRONTMAP_GAZETTEER`` names a database, sets are looked for there first.

The shipped towns, provinces, districts, airfields and small places are indexed per country on first
use. Such an index carries the version of the tables and the fingerprint of the shipped rows in its
name, so that a stale one is simply not the one looked for, and a damaged one is made again.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from platformdirs import user_data_path

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.abroad import CITIES, abroad, abroad_mark
from gazetteer.homes.airfields import airfield_count, airfield_mark, airfields
from gazetteer.homes.districts import district_count, district_mark, districts
from gazetteer.homes.found import Found
from gazetteer.homes.index_file import SCHEMA, Progress, build_index, open_index
from gazetteer.homes.provinces import (
    province_count,
    province_mark,
    province_names,
    provinces,
)
from gazetteer.homes.regions import region_count, region_mark, regions
from gazetteer.homes.shared import shared_set
from gazetteer.homes.small_places import small_place_count, small_place_mark, small_places
from gazetteer.homes.stores import RowStore
from gazetteer.homes.towns import LICENCE, SOURCE, fingerprint, town_count, towns
from gazetteer.homes.waters import shared_waters, water_count, water_mark, waters
from gazetteer.spellings.english import is_ordinary

__all__ = [
    "installed_names",
    "named_abroad",
    "open_abroad",
    "open_places",
    "open_shipped",
    "set_path",
    "set_paths",
    "shipped_beside",
    "user_folder",
]

#: What is spelled like this is the name itself, and none that is like it.
_SPELLED_SO = 0.98
_METROPOLIS = 1_000_000
_COUNTS = (
    *(town_count, province_count, district_count, water_count, airfield_count),
    *(small_place_count, region_count),
)


def user_folder(home: Path | None = None) -> Path:
    """Return the folder of the user's gazetteers: ``home``, ``$FRONTMAP_HOME`` or the system's."""
    base = home or os.environ.get("FRONTMAP_HOME") or user_data_path("frontmap", appauthor=False)
    # Whole, so that messages name the folder that is meant wherever the program goes.
    return Path(base).expanduser().absolute() / "gazetteer"


def set_path(name: str, home: Path | None = None) -> Path:
    """Return the file of an installed set, whether it is there or not."""
    return user_folder(home) / "sets" / f"{name}.sqlite"


def set_paths(home: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all installed sets, by name."""
    return tuple(sorted((user_folder(home) / "sets").glob("*.sqlite")))


def installed_names(home: Path | None = None) -> tuple[str, ...]:
    """Return the names of all installed sets."""
    return tuple(path.stem for path in set_paths(home))


def open_places(
    country: str, *, home: Path | None = None, progress: Progress | None = None
) -> RowStore:
    """Open the installed set of a country, else its shipped places, indexing them where needed.

    Raises
    ------
    PlaceNotFoundError
        No set of this name is installed, and no such country is shipped.
    GazetteerDamagedError
        The installed set is damaged, or the folder cannot be written.
    SourceUnavailableError
        The database that the user has chosen does not answer.
    DatabaseAddressError
        ``$FRONTMAP_GAZETTEER`` names no database.
    """
    shared = shared_set(country)
    if shared is not None:
        return shared
    path = set_path(country, home)
    if path.exists():
        way_out = f"run: frontmap gazetteer renew {country}"
        return open_index(path, way_out=way_out)
    return open_shipped(country, home=home, progress=progress)


def shipped_beside(
    countries: Sequence[str], home: Path | None = None
) -> tuple[GazetteerEntry, ...]:
    """Return the shipped waters that several countries share, and what installed sets lack.

    GeoNames knows a river by one point at most, and lists of settlements no airfield and no region;
    an index of shipped places holds those of its own country, and of a river that runs on its part
    there alone.
    """
    installed = [c for c in countries if shared_set(c) or set_path(c, home).exists()]
    shared = {water.id: water for water in shared_waters(countries)} if countries[1:] else {}
    own = (water for country in installed for water in waters(country))
    flown = (each for country in installed for each in airfields(country))
    sites = (each for each in flown if each.feature_class is FeatureClass.SPOT)
    lands = {region.id: region for country in installed for region in regions(country)}
    inner = (water for water in own if water.id not in shared)
    return (*shared.values(), *inner, *sites, *lands.values())


def open_shipped(
    country: str, *, home: Path | None = None, progress: Progress | None = None
) -> RowStore:
    """Open the shipped places of a country or of ``WORLD``, making their index where it is not.

    Raises
    ------
    PlaceNotFoundError
        No such country is shipped.
    GazetteerDamagedError
        The folder cannot be written, or the index cannot be read back.
    """
    marks = (
        *(province_mark, district_mark, water_mark, airfield_mark, small_place_mark),
        region_mark,
    )
    mark = f"{fingerprint(country)}-{sum(of(country) for of in marks):x}"
    expected = sum(of(country) for of in _COUNTS)
    return _opened(
        country, mark, partial(_shipped, country), home=home, progress=progress, expected=expected
    )


def open_abroad(
    countries: Sequence[str], *, home: Path | None = None, progress: Progress | None = None
) -> tuple[RowStore, ...]:
    """Open what texts on some countries name elsewhere: large cities, and towns beside them.

    Raises
    ------
    PlaceNotFoundError, GazetteerDamagedError
        As ``open_shipped`` does.
    """
    return tuple(
        _opened(
            f"abroad.{name}", abroad_mark(name), partial(abroad, name), home=home, progress=progress
        )
        for name in (CITIES, *countries)
    )


def named_abroad(
    stores: Sequence[RowStore], name: str, at_home: Iterable[Found]
) -> dict[str, Found]:
    """Return the towns of ``open_abroad`` of just this name; an ordinary word is none ("Lion").

    None either where a town ``at_home`` bears it; beside hamlets, none but cities of a million:
    "Dubai" need not be a village of that name.
    """
    own = [each for each in at_home if each.score >= _SPELLED_SO]
    if is_ordinary(name) or any(e.population or e.feature_class != "P" for e in own):
        return {}
    least = _METROPOLIS if own else 0
    found = (each for store in stores for each in store.sounding(name))
    return {e.id: e for e in found if e.score >= _SPELLED_SO and e.population >= least}


def _opened(
    name: str,
    mark: str,
    entries: Callable[[], Iterator[GazetteerEntry]],
    *,
    home: Path | None,
    progress: Progress | None,
    expected: int = 0,
) -> RowStore:
    """Open the index of this name and mark, made of the entries where it is not."""
    path = user_folder(home) / f"{name}-{SCHEMA}-{mark}.sqlite"
    try:
        return open_index(path)
    except GazetteerDamagedError:
        return _make(name, path, entries(), progress, expected)


def _make(
    name: str,
    path: Path,
    entries: Iterator[GazetteerEntry],
    progress: Progress | None,
    expected: int,
) -> RowStore:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{name}-", suffix=".part", dir=path.parent)
        os.close(handle)
        part = Path(temporary)
        try:
            about = {"name": name, "source": SOURCE, "licence": LICENCE}
            build_index(part, entries, about=about, progress=progress, expected=expected)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _sweep(name, keep=path)
        return open_index(path)
    except (OSError, sqlite3.Error) as error:
        problem = f"{error}; free or open the folder, or set FRONTMAP_HOME to another"
        raise GazetteerDamagedError(path.parent, problem) from error


def _shipped(country: str) -> Iterator[GazetteerEntry]:
    named = province_names(country)
    yield from towns(country, named)
    yield from provinces(country)
    yield from districts(country, named)
    yield from waters(country)
    yield from airfields(country)
    yield from small_places(country)
    yield from regions(country)


def _sweep(name: str, keep: Path) -> None:
    """Remove older indexes of this name; another process may have been quicker."""
    for path in keep.parent.glob(f"{name}-*.sqlite"):
        if path != keep:
            path.unlink(missing_ok=True)
