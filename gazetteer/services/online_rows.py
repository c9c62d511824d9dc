"""One feature as an online service knows it, the same for all services."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import shapely

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.homes.found import Found, Spot
from gazetteer.homes.query import BARE_FACTOR
from gazetteer.spellings.families import Family, families_of
from gazetteer.spellings.keying import BARE, filed_under, prominence
from gazetteer.spellings.likeness import key_likeness
from geo.footprint import Footprint
from geo.geodesy import distance_m, enclosing_radius_m

__all__ = ["OnlineRow", "best_first", "entry_of", "found_of", "row_from_json", "row_to_json"]

#: Below this two spellings have nothing to say about each other, as for the names on disk.
_FLOOR = 0.6
#: A village's spread, and what a point without a box may be off by: the same for GeoNames' towns.
_SETTLEMENT_M = 1_500.0
#: A box of a building is smaller than what "at" it means in a report.
_LEAST_M = 200.0
#: Without a box nobody knows how far an area reaches; these are the sizes of usual ones.
_UNKNOWN_M = {FeatureClass.ADMIN: 30_000.0, FeatureClass.POPULATED: _SETTLEMENT_M}
_UNKNOWN_ELSE_M = 3_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineRow:
    """A feature in an answer.

    Parameters
    ----------
    names
        Text and ISO 639 language (or empty) of each name, the service's preferred one first.
    box
        West, south, east, north in degrees; None where the service gives none.
    radius_m
        The spread that the service's own figures give where there is no box, 0 for unknown.
    """

    id: str
    names: tuple[tuple[str, str], ...]
    lon: float
    lat: float
    box: tuple[float, float, float, float] | None
    radius_m: float
    feature_class: FeatureClass
    feature_code: str
    country: str
    admin: tuple[str, ...]
    population: int
    source: str
    licence: str


def row_to_json(row: OnlineRow) -> dict[str, Any]:
    """Return the row as JSON has it."""
    return asdict(row)


def row_from_json(value: Mapping[str, Any]) -> OnlineRow:
    """Return the row that was written."""
    return OnlineRow(
        **{
            **value,
            "names": tuple((text, language) for text, language in value["names"]),
            "box": tuple(value["box"]) if value["box"] else None,
            "admin": tuple(value["admin"]),
            "feature_class": FeatureClass(value["feature_class"]),
        }
    )


def entry_of(row: OnlineRow) -> GazetteerEntry:
    """Return the row as an entry of a gazetteer."""
    return GazetteerEntry(
        id=row.id,
        toponyms=tuple(
            Toponym(text=text, script=_script(text), language=language)
            for text, language in row.names
        ),
        feature_class=row.feature_class,
        feature_code=row.feature_code,
        footprint=_footprint(row),
        country=row.country,
        admin=row.admin,
        population=row.population,
        source=row.source,
        licence=row.licence,
    )


def found_of(name: str, row: OnlineRow) -> Found | None:
    """Return how well a row bears a name by our own measure; None where it does not.

    A service answers with what it takes for near; only the spelling of the names that it gives can
    say whether that is the name that was asked. The languages of the row's country say how.
    """
    fits = (
        (*_fit(name, text, of), text) for of in families_of(row.country) for text, _ in row.names
    )
    score, spelling, text = max(fits, key=lambda fit: fit[:2])
    if score < _FLOOR:
        return None
    entry = entry_of(row)
    return Found(
        id=row.id, text=text, score=score, spelling=spelling,
        lon=entry.footprint.lon, lat=entry.footprint.lat, radius_m=entry.footprint.uncertainty_m,
        feature_class=row.feature_class.value, feature_code=row.feature_code,
        country=row.country, population=row.population, prominence=prominence(entry),
        own_name=text == entry.name,
    )  # fmt: skip


def best_first(found: Iterable[Found], near: Sequence[Spot]) -> tuple[Found, ...]:
    """Order by spelling; among equals the nearer to a given point, then as the service has them."""

    def order(each: Found) -> tuple[float, float]:
        away_m = (
            distance_m(lon=lon, lat=lat, to_lon=each.lon, to_lat=each.lat) for lon, lat in near
        )
        return -round(each.score, 3), min(away_m, default=0.0)

    return tuple(sorted(found, key=order))


def _fit(name: str, text: str, of: Family) -> tuple[float, float]:
    """Return score and likeness of two names, with or without the feature words of either."""
    fits = [(0.0, 0.0)]
    for asked, how in filed_under(name, of):
        for known, how_known in filed_under(text, of):
            spelling = key_likeness(asked, known)
            bare = bool(how & BARE) + bool(how_known & BARE)
            fits.append((spelling * BARE_FACTOR**bare, spelling))
    return max(fits)


def _footprint(row: OnlineRow) -> Footprint:
    if row.feature_class is FeatureClass.ADMIN and row.box and _is_area(row.box):
        return _box_footprint(row.box, row.names[0][0])
    radius_m = _radius_m(row)
    return Footprint(
        geometry=shapely.Point(row.lon, row.lat), lon=row.lon, lat=row.lat, uncertainty_m=radius_m,
        method="gazetteer",
        note=f"{row.names[0][0]}, a point with a radius of {radius_m / 1000:.1f} km",
    )  # fmt: skip


def _is_area(box: tuple[float, float, float, float]) -> bool:
    """Tell whether a box can be drawn: not empty, and not across the antimeridian."""
    west, south, east, north = box
    return west < east and south < north


def _box_footprint(box: tuple[float, float, float, float], name: str) -> Footprint:
    west, south, east, north = box
    shape, lon, lat = shapely.box(*box), (west + east) / 2, (south + north) / 2
    return Footprint(
        geometry=shape, lon=lon, lat=lat, uncertainty_m=enclosing_radius_m(shape, lon=lon, lat=lat),
        method="gazetteer", note=f"{name}, no border: the box of the service's answer",
    )  # fmt: skip


def _radius_m(row: OnlineRow) -> float:
    """Return the radius around the row's point that holds its box, in metres.

    The geodesic half-diagonal where the point is the middle of the box, more where it is not.
    """
    least_m = _SETTLEMENT_M if row.feature_class is FeatureClass.POPULATED else _LEAST_M
    if row.box is None:
        return row.radius_m or _UNKNOWN_M.get(row.feature_class, _UNKNOWN_ELSE_M)
    west, south, east, north = row.box
    corners_m = (
        distance_m(lon=row.lon, lat=row.lat, to_lon=lon, to_lat=lat)
        for lon in (west, east)
        for lat in (south, north)
    )
    return max(least_m, *corners_m)


def _script(text: str) -> str:
    first = next((char for char in text if char.isalpha()), "")
    if "\u0600" <= first <= "\u06ff":
        return "Arab"
    return "Cyrl" if "\u0400" <= first <= "\u052f" else "Latn"
