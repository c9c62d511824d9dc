"""From what each service answers to rows: which fields, and what is not to be believed."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from gazetteer.entry import FeatureClass
from gazetteer.errors import SourceUnavailableError
from gazetteer.homes.towns import town_radius_m
from gazetteer.services.online_rows import OnlineRow
from gazetteer.services.osm_features import feature_of_tag
from gazetteer.spellings.spelling import MAX_NAME_CHARS

__all__ = ["raw_rows", "read_row"]

Raw = Mapping[str, Any]
Box = tuple[float, float, float, float]
#: Text and language of each name.
Names = tuple[tuple[str, str], ...]

_MOST_NAMES = 60
_MOST_PEOPLE = 100_000_000
_OSM_TYPES = {"n": "node", "w": "way", "r": "relation"}
_OSM_NAMES = frozenset(
    "name alt_name official_name short_name int_name loc_name nat_name reg_name old_name".split()
)
_OSM_ADMIN = ("state", "region", "province", "county", "municipality")
# Alternate names of GeoNames that are codes and links, https://www.geonames.org/export/codes.html
_NO_LANGUAGE = frozenset("link wkdt post iata icao faac tcid unlc phon piny abbr".split())
# Layers of Pelias that hold places. Postal codes are none.
_LAYERS = {
    "venue": "S", "address": "S", "street": "R ST", "neighbourhood": "P PPLX", "borough": "P PPLX",
    "locality": "P PPL", "localadmin": "A ADMD", "county": "A ADM2", "macrocounty": "A ADMD",
    "region": "A ADM1", "macroregion": "A ADMD", "dependency": "A PCLD", "country": "A PCLI",
    "empire": "A PCLI", "continent": "L CONT", "island": "T ISL", "marinearea": "H SEA",
    "ocean": "H OCN",
}  # fmt: skip


def raw_rows(service: str, source: str, document: Any) -> list[Raw]:
    """Return the rows of an answer that have a place on the Earth, each in a form for geopy.

    geopy takes the fields of every service for granted, so each row has all that it looks for, and
    the row as it came under ``row``.

    Raises
    ------
    SourceUnavailableError
        The answer has another shape, or not one of its rows can be read: that is a fault of the
        service and no "nothing found".
    """
    rows = _listed(service, document)
    if rows is None:
        raise SourceUnavailableError(source, "its answer is not of the form that it documents")
    mappings = (row for row in rows if isinstance(row, Mapping))
    kept = [_for_geopy(row, point) for row in mappings if (point := _point(service, row))]
    if rows and not kept:
        problem = f"none of the {len(rows)} rows of its answer has a place on the Earth"
        raise SourceUnavailableError(source, problem)
    return kept


def read_row(service: str, raw: Raw) -> OnlineRow | None:
    """Return a row that ``raw_rows`` gave; None for what is no named feature with a stable id."""
    row = raw["row"]
    point, read = _point(service, row), _READERS[service](row)
    if point is None or read is None or not read["names"]:
        return None
    return OnlineRow(lon=point[0], lat=point[1], **read)


def _for_geopy(row: Raw, point: tuple[float, float]) -> Raw:
    lon, lat = map(str, point)
    return {
        "row": row, "lon": lon, "lng": lon, "lat": lat, "display_name": "",
        "geometry": {"coordinates": point}, "properties": {"name": ""},
    }  # fmt: skip


def _listed(service: str, document: Any) -> list[Any] | None:
    if service == "nominatim":
        return document if isinstance(document, list) else None
    if not isinstance(document, Mapping):
        return None
    rows = document.get("geonames" if service == "geonames" else "features")
    if service != "pelias" or not isinstance(rows, list):
        return rows if isinstance(rows, list) else None
    about = _inner(document, "geocoding")
    if about.get("errors"):
        return None
    # Each row carries the attribution, for it is kept and shown by itself.
    given = about.get("attribution")
    return [{**row, "attribution": given} if isinstance(row, Mapping) else row for row in rows]


def _point(service: str, row: Raw) -> tuple[float, float] | None:
    """Return longitude and latitude in degrees; None where they are none."""
    if service in {"nominatim", "geonames"}:
        lon, lat = row.get("lng" if service == "geonames" else "lon"), row.get("lat")
    else:
        pair = _inner(row, "geometry").get("coordinates")
        lon, lat = pair[:2] if isinstance(pair, list) and len(pair) >= 2 else (None, None)
    east, north = _number(lon), _number(lat)
    if east is None or north is None or abs(east) > 180 or abs(north) > 90:
        return None
    return east, north


def _nominatim(row: Raw) -> dict[str, Any] | None:
    number = _osm_id(row.get("osm_type"), row.get("osm_id"))
    if number is None:
        return None
    address = _inner(row, "address")
    first = row.get("name") or str(row.get("display_name") or "").partition(",")[0]
    box = row.get("boundingbox")
    south, north, west, east = box if isinstance(box, list) and len(box) == 4 else (None,) * 4
    tag = (str(row.get("class") or row.get("category")), str(row.get("type")))
    feature = feature_of_tag(*tag, str(row.get("addresstype")))
    names = _names([(first, ""), *_name_tags(_inner(row, "namedetails"))])
    return {
        **_osm(f"nominatim:{number}", number, names, feature),
        "box": _box(west, south, east, north),
        "country": _country(address.get("country_code")),
        "admin": _admin(address, _OSM_ADMIN, names),
    }


def _photon(row: Raw) -> dict[str, Any] | None:
    fields = _inner(row, "properties")
    number = _osm_id(fields.get("osm_type"), fields.get("osm_id"))
    if number is None:
        return None
    box = fields.get("extent")
    west, north, east, south = box if isinstance(box, list) and len(box) == 4 else (None,) * 4
    feature = feature_of_tag(
        str(fields.get("osm_key")), str(fields.get("osm_value")), str(fields.get("type"))
    )
    names = _names([(fields.get("name"), "")])
    return {
        **_osm(f"photon:{number}", number, names, feature),
        "box": _box(west, south, east, north),
        "country": _country(fields.get("countrycode")),
        "admin": _admin(fields, ("state", "county"), names),
    }


def _osm(
    entry_id: str,
    number: str,
    names: Names,
    feature: tuple[FeatureClass, str],
) -> dict[str, Any]:
    return {
        "id": entry_id, "names": names, "radius_m": 0.0, "feature_class": feature[0],
        "feature_code": feature[1], "population": 0, "source": f"OpenStreetMap {number}",
        "licence": "ODbL 1.0",
    }  # fmt: skip


def _geonames(row: Raw) -> dict[str, Any] | None:
    number, letter = _whole(row.get("geonameId")), str(row.get("fcl"))
    if not number or letter not in set(FeatureClass):
        return None
    others = row.get("alternateNames")
    listed = others if isinstance(others, list) else []
    named = [(each.get("name"), each.get("lang", "")) for each in listed if isinstance(each, dict)]
    names = _names(
        [(row.get("toponymName"), ""), (row.get("name"), "")]
        + [(text, language) for text, language in named if language not in _NO_LANGUAGE]
    )
    box, people = _inner(row, "bbox"), min(_whole(row.get("population")), _MOST_PEOPLE)
    code = str(row.get("fcode") or "")
    settled = letter == FeatureClass.POPULATED
    return {
        "id": f"geonames:{number}", "names": names, "population": people,
        "feature_class": FeatureClass(letter), "feature_code": code if code.isalnum() else "",
        "radius_m": town_radius_m(people) if settled else 0.0,
        "box": _box(*(box.get(side) for side in ("west", "south", "east", "north"))),
        "country": _country(row.get("countryCode")),
        "admin": _admin(row, ("adminName1", "adminName2"), names),
        "source": f"GeoNames {number}", "licence": "CC BY 4.0",
    }  # fmt: skip


def _pelias(row: Raw) -> dict[str, Any] | None:
    fields = _inner(row, "properties")
    gid, kind = _clean(fields.get("gid")), _LAYERS.get(str(fields.get("layer")))
    if not gid or " " in gid or kind is None:
        return None
    letter, _, code = kind.partition(" ")
    names = _names([(fields.get("name"), "")])
    box = row.get("bbox")
    west, south, east, north = box if isinstance(box, list) and len(box) == 4 else (None,) * 4
    return {
        "id": f"pelias:{gid}", "names": names, "population": 0, "radius_m": 0.0,
        "feature_class": FeatureClass(letter), "feature_code": code,
        "box": _box(west, south, east, north),
        "country": _country(fields.get("country_code")),
        "admin": _admin(fields, ("region", "county"), names),
        "source": f"Pelias {gid}", "licence": _clean(row.get("attribution")) or "see service",
    }  # fmt: skip


_READERS: Mapping[str, Callable[[Raw], dict[str, Any] | None]] = {
    "geonames": _geonames,
    "nominatim": _nominatim,
    "pelias": _pelias,
    "photon": _photon,
}


def _osm_id(kind: Any, number: Any) -> str | None:
    """Return ``way/123``; None for features that the service made up, such as postal codes."""
    word, whole = _OSM_TYPES.get(str(kind)[:1].lower()), _whole(number)
    return f"{word}/{whole}" if word and whole else None


def _name_tags(tags: Raw) -> Iterator[tuple[Any, str]]:
    for tag, texts in sorted(tags.items()):
        kind, _, language = str(tag).removeprefix("_place_").partition(":")
        if kind in _OSM_NAMES and isinstance(texts, str):
            yield from ((text, language) for text in texts.split(";"))


def _names(given: Iterable[tuple[Any, Any]]) -> Names:
    names: dict[str, str] = {}
    for text, language in given:
        clean = _clean(text)
        known = isinstance(language, str) and language.isascii() and len(language) <= 12
        if clean and len(names) < _MOST_NAMES:
            names[clean] = names.get(clean) or (language if known else "")
    return tuple(names.items())


def _clean(text: Any) -> str:
    """Return one line without what no name has: control characters, halves of characters."""
    if not isinstance(text, str) or len(text) > MAX_NAME_CHARS:
        return ""
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cs", "Cn", "Co"})


def _admin(fields: Raw, keys: Iterable[str], names: Names) -> tuple[str, ...]:
    own = {text for text, _ in names}
    holders = (_clean(fields.get(key)) for key in keys)
    return tuple(dict.fromkeys(name for name in holders if name and name not in own))


def _country(code: Any) -> str:
    text = code.upper() if isinstance(code, str) else ""
    return text if len(text) == 2 and text.isascii() and text.isalpha() else ""


def _box(*sides: Any) -> Box | None:
    """Return a box whose sides are on the Earth; west may be east of east, at the antimeridian."""
    west, south, east, north = (_number(side) for side in sides)
    if west is None or south is None or east is None or north is None:
        return None
    if max(abs(west), abs(east)) > 180 or not -90 <= south <= north <= 90:
        return None
    return west, south, east, north


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _whole(value: Any) -> int:
    number = _number(value)
    return int(number) if number is not None and 0 < number < 2**53 else 0


def _inner(row: Raw, key: str) -> Raw:
    value = row.get(key)
    return value if isinstance(value, Mapping) else {}
