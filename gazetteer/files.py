"""Read a theatre's curated places, routes and areas from its folder."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import LineString, Point, shape
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass, GazetteerEntry, Provenance, Toponym
from gazetteer.errors import GazetteerFormatError
from gazetteer.meaning.csv_rows import Row, read_rows
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m

__all__ = ["read_areas", "read_places", "read_routes", "read_theatre_entries"]

_PLACE_FIELDS = (
    "id", "name", "aliases", "arabic", "feature_class", "feature_code", "lon", "lat", "radius_m",
    "admin", "country", "population", "source", "licence", "note",
)  # fmt: skip
_GEONAMES = re.compile(r"GeoNames (\d+)")
_ROUTE_FIELDS = (
    "id", "name", "aliases", "arabic", "feature_code", "via", "uncertainty_m", "source", "licence",
    "note",
)  # fmt: skip


def read_theatre_entries(folder: Path) -> tuple[GazetteerEntry, ...]:
    """Read ``places.csv``, ``routes.csv`` and ``areas.geojson`` of a theatre's folder.

    A missing file adds nothing. Ids are prefixed with the folder's name: ``syria:hama``.

    Raises
    ------
    GazetteerFormatError
        A row cannot be read; the message names file, line, field and what to do.
    """
    return _entries(folder, *map(_content, (folder / name for name in _FILES)))


_FILES = ("places.csv", "areas.geojson", "routes.csv")


def _content(path: Path) -> bytes | None:
    with suppress(OSError):  # who reads its rows says what is wrong with it
        return path.read_bytes()
    return None


@lru_cache(maxsize=4)  # who assesses again and again does it with the same theatre
def _entries(folder: Path, *_contents: bytes | None) -> tuple[GazetteerEntry, ...]:
    """Read the files of a folder, once as long as they hold the same."""
    prefix = folder.name
    readers: tuple[tuple[str, Callable[[Path], tuple[GazetteerEntry, ...]]], ...] = (
        ("places.csv", lambda path: read_places(path, prefix=prefix)),
        ("areas.geojson", lambda path: read_areas(path, prefix=prefix)),
    )
    entries = [e for name, read in readers if (folder / name).exists() for e in read(folder / name)]
    routes = folder / "routes.csv"
    if routes.exists():
        entries += read_routes(routes, prefix=prefix, ends=entries)
    _refuse_doubles(entries, folder)
    return tuple(entries)


def read_places(path: Path, *, prefix: str) -> tuple[GazetteerEntry, ...]:
    """Read curated places, one point with a radius in metres per row."""
    return tuple(_place(row, prefix) for row in read_rows(path, _PLACE_FIELDS))


def read_routes(
    path: Path, *, prefix: str, ends: Sequence[GazetteerEntry] = ()
) -> tuple[GazetteerEntry, ...]:
    """Read routes, one line per row through the entries or ``@lon,lat`` pairs of ``via``.

    A route also answers to the names of its two ends, in either order.
    """
    known = {entry.id: entry for entry in ends}
    return tuple(_route(row, prefix, known) for row in read_rows(path, _ROUTE_FIELDS))


def read_areas(path: Path, *, prefix: str) -> tuple[GazetteerEntry, ...]:
    """Read areas from a GeoJSON FeatureCollection in longitude and latitude."""
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return tuple(_area(path, number, f, prefix) for number, f in enumerate(features, start=1))
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        if isinstance(error, GazetteerFormatError):
            raise
        problem = f"not a FeatureCollection ({error}); write one Feature per area"
        raise GazetteerFormatError(path, 1, "features", problem) from error


def _place(row: Row, prefix: str) -> GazetteerEntry:
    lon, lat = row.number("lon", -180, 180), row.number("lat", -90, 90)
    radius_m = row.number("radius_m", 1, 2_000_000)
    letter = row.text("feature_class", needed=True)
    if letter not in set(FeatureClass):
        known = " ".join(FeatureClass)
        raise row.error("feature_class", f"{letter!r} is no GeoNames class; use one of {known}")
    return GazetteerEntry(
        id=f"{prefix}:{row.text('id', needed=True)}",
        toponyms=_toponyms(row),
        feature_class=FeatureClass(letter),
        feature_code=row.text("feature_code", needed=True),
        footprint=Footprint(
            geometry=Point(lon, lat), lon=lon, lat=lat, uncertainty_m=radius_m, method="gazetteer",
            note=_placed_note(row.text("name"), radius_m),
        ),
        country=row.text("country"),
        admin=tuple(row.names("admin")),
        population=int(row.number("population", 0, 1e9, missing=0)),
        source=row.text("source", needed=True),
        licence=row.text("licence", needed=True),
        note=row.text("note"),
        also=_other_rows(row),
    )  # fmt: skip


def _other_rows(row: Row) -> tuple[Provenance, ...]:
    """Return the GeoNames row that a curated place was taken from, so that the two are one."""
    number = _GEONAMES.fullmatch(row.text("source"))
    if number is None:
        return ()
    told = row.text("source"), row.text("licence")
    return (Provenance(id=f"geonames:{number[1]}", source=told[0], licence=told[1]),)


def _route(row: Row, prefix: str, known: dict[str, GazetteerEntry]) -> GazetteerEntry:
    via = [step for step in re.split(r"[\s|]+", row.text("via", needed=True)) if step]
    if len(via) < 2:
        raise row.error("via", f"{via[0]!r} is one point; a route needs two or more")
    line = LineString([_step(row, step, prefix, known) for step in via])
    uncertainty_m = row.number("uncertainty_m", 1, 2_000_000)
    middle = line.interpolate(0.5, normalized=True)
    farthest_m = enclosing_radius_m(line, lon=middle.x, lat=middle.y)
    ends = [known.get(f"{prefix}:{via[0]}"), known.get(f"{prefix}:{via[-1]}")]
    return GazetteerEntry(
        id=f"{prefix}:{row.text('id', needed=True)}",
        toponyms=_toponyms(row, more=_end_names(ends)),
        feature_class=FeatureClass.ROAD,
        feature_code=row.text("feature_code", needed=True),
        footprint=Footprint(
            geometry=line, lon=middle.x, lat=middle.y, uncertainty_m=farthest_m + uncertainty_m,
            method="gazetteer",
            note=f"{row.text('name')}, {len(via)} points, ± {uncertainty_m / 1000:g} km",
        ),
        source=row.text("source", needed=True),
        licence=row.text("licence", needed=True),
        note=row.text("note"),
    )  # fmt: skip


def _step(
    row: Row, step: str, prefix: str, known: dict[str, GazetteerEntry]
) -> tuple[float, float]:
    if step.startswith("@"):
        try:
            lon, lat = (float(part) for part in step[1:].split(","))
        except ValueError:
            lon = lat = float("nan")
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise row.error("via", f"{step!r} is not @lon,lat in degrees")
        return lon, lat
    entry = known.get(f"{prefix}:{step}")
    if entry is None:
        raise row.error("via", f"no entry {step!r} in places.csv; give its id or @lon,lat")
    return entry.footprint.lon, entry.footprint.lat


def _end_names(ends: list[GazetteerEntry | None]) -> list[str]:
    if None in ends:
        return []
    first, last = (entry.name for entry in ends if entry is not None)
    return [f"{first}-{last} road", f"{last}-{first} road"]


def _area(path: Path, number: int, feature: dict[str, Any], prefix: str) -> GazetteerEntry:
    told = feature["properties"]
    for field in ("id", "name", "feature_code", "source", "licence"):
        if not isinstance(told.get(field), str) or not told[field]:
            raise GazetteerFormatError(path, number, field, "is missing in this feature; add it")
    try:
        geometry = shape(feature["geometry"])
    except (ValueError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        raise GazetteerFormatError(path, number, "geometry", f"cannot be read ({error})") from error
    if geometry.is_empty or not geometry.is_valid:
        raise GazetteerFormatError(
            path, number, "geometry", "is empty or crosses itself; repair it"
        )
    latin = [told["name"], *told.get("aliases", ())]
    names = [Toponym(text=n) for n in latin] + _arabic(told.get("arabic", ()))
    return GazetteerEntry(
        id=f"{prefix}:{told['id']}",
        toponyms=tuple(names),
        feature_class=FeatureClass.ADMIN,
        feature_code=told["feature_code"],
        footprint=_area_footprint(geometry, told["name"]),
        country=told.get("country", ""),
        source=told["source"],
        licence=told["licence"],
        note=told.get("note", ""),
    )


def _area_footprint(geometry: BaseGeometry, name: str) -> Footprint:
    centre = shapely.minimum_bounding_circle(geometry).centroid
    radius_m = enclosing_radius_m(geometry, lon=centre.x, lat=centre.y)
    return Footprint(
        geometry=geometry, lon=centre.x, lat=centre.y, uncertainty_m=radius_m,
        method="gazetteer", note=f"the area of {name}",
    )  # fmt: skip


def _placed_note(name: str, radius_m: float) -> str:
    return f"{name}, a point with a radius of {radius_m / 1000:g} km"


def _toponyms(row: Row, more: Sequence[str] = ()) -> tuple[Toponym, ...]:
    latin = dict.fromkeys([row.text("name", needed=True), *row.names("aliases"), *more])
    return (*(Toponym(text=name) for name in latin), *_arabic(row.names("arabic")))


def _arabic(names: Sequence[str]) -> list[Toponym]:
    return [Toponym(text=name, script="Arab", language="ar") for name in names]


def _refuse_doubles(entries: list[GazetteerEntry], folder: Path) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            problem = f"{entry.id!r} stands twice in this folder; give each entry its own id"
            raise GazetteerFormatError(folder, 0, "id", problem)
        seen.add(entry.id)
