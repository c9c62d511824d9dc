"""Places and shapes around Hama, for situations that tests make by hand."""

from __future__ import annotations

import math

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from geo.footprint import Footprint


def disc(lon: float, lat: float, km: float, *, start: float = 0, stop: float = 360) -> Polygon:
    """Return a disc or, between two bearings, a sector; good enough for pictures."""
    whole = stop - start >= 360
    squeeze = math.cos(math.radians(lat))
    steps = [math.radians(start + (stop - start) * n / 48) for n in range(49)]
    rim = [
        (lon + math.sin(a) * km / 111.32 / squeeze, lat + math.cos(a) * km / 111.32) for a in steps
    ]
    return Polygon(rim if whole else [(lon, lat), *rim])


HAMA, SALAMIYAH = (36.7578, 35.1318), (37.0531, 35.0118)
PLACES: dict[str, tuple[float, float, FeatureClass, str, int]] = {
    "Hama": (*HAMA, FeatureClass.POPULATED, "PPLA", 460_602),
    "Suran": (36.7428, 35.2903, FeatureClass.POPULATED, "PPL", 29_100),
    "Taybat al-Imam": (36.7117, 35.2661, FeatureClass.POPULATED, "PPL", 24_105),
    "Salamiyah": (*SALAMIYAH, FeatureClass.POPULATED, "PPLA2", 94_887),
    "Aleppo": (37.1612, 36.2012, FeatureClass.POPULATED, "PPLA", 1_602_264),
    "Khan Shaykhun": (36.6513, 35.4419, FeatureClass.POPULATED, "PPL", 34_371),
    "Al-Safira": (37.3727, 36.0770, FeatureClass.POPULATED, "PPL", 63_708),
    "Homs": (36.7196, 34.7268, FeatureClass.POPULATED, "PPLA", 775_404),
    "Deir ez-Zor": (40.1408, 35.3359, FeatureClass.POPULATED, "PPLA", 242_565),
    "Jabal Zayn al-Abidin": (36.7686, 35.2136, FeatureClass.TERRAIN, "HLL", 0),
    "Mhardeh": (36.5722, 35.2475, FeatureClass.POPULATED, "PPL", 17_578),
    "Kafr Buhum": (36.6939, 35.0619, FeatureClass.POPULATED, "PPL", 12_194),
    "Idlib": (36.6339, 35.9306, FeatureClass.POPULATED, "PPLA", 98_791),
    "Maarrat al-Numan": (36.6728, 35.6486, FeatureClass.POPULATED, "PPL", 58_008),
    "Khanasir": (37.4980, 35.7830, FeatureClass.POPULATED, "PPL", 2_397),
    "Ithriya": (37.7810, 35.3722, FeatureClass.POPULATED, "PPL", 1_000),
}
PROVINCE = Polygon(
    [
        (36.2, 35.3),
        (36.35, 35.0),
        (36.6, 34.92),
        (37.0, 34.85),
        (37.6, 35.0),
        (38.2, 35.15),
        (38.1, 35.5),
        (37.5, 35.45),
        (37.1, 35.55),
        (36.7, 35.5),
        (36.4, 35.6),
    ]
)
ROAD = LineString([(37.498, 35.783), (37.58, 35.62), (37.68, 35.5), (37.781, 35.3722)])


def point(name: str, *, km: float = 3, note: str = "") -> Footprint:
    """Return the footprint of a named place."""
    lon, lat, *_ = PLACES[name]
    return Footprint(
        geometry=Point(lon, lat),
        lon=lon,
        lat=lat,
        uncertainty_m=km * 1000,
        method="gazetteer",
        note=note or f"{name}, as the gazetteer has it",
    )


def shape(
    geometry: BaseGeometry, *, at: tuple[float, float], km: float, method: str, note: str
) -> Footprint:
    """Return the footprint of an area or line."""
    return Footprint(
        geometry=geometry, lon=at[0], lat=at[1], uncertainty_m=km * 1000, method=method, note=note
    )


RING = shape(
    disc(*HAMA, 20).difference(disc(*HAMA, 10)),
    at=HAMA,
    km=20,
    method="ring",
    note="ring 15 km ± 5 km around Hama",
)
OUTSKIRTS = shape(
    disc(*HAMA, 7).difference(disc(*HAMA, 3.5)),
    at=HAMA,
    km=7,
    method="outskirts",
    note="band at the edge of Hama",
)
NORTH = shape(
    disc(*HAMA, 25, start=-45, stop=45).difference(disc(*HAMA, 5)),
    at=(36.7578, 35.25),
    km=20,
    method="part",
    note="northern part of the area around Hama",
)
WIDE = shape(PROVINCE, at=(37.1, 35.2), km=85, method="gazetteer", note="the whole province")
ROUTE = shape(ROAD, at=(37.64, 35.56), km=29, method="along", note="along the road")
CORRIDOR = shape(
    LineString([HAMA, (36.72, 35.45)]).buffer(0.03),
    at=(36.74, 35.29),
    km=18,
    method="between",
    note="between Hama and Khan Shaykhun",
)


def entry(
    name: str,
    *,
    feature: FeatureClass | None = None,
    code: str = "",
    geometry: Footprint | None = None,
) -> GazetteerEntry:
    """Return a gazetteer entry for one of the places above or for a made-up one."""
    known = PLACES.get(name)
    return GazetteerEntry(
        id=f"test:{name.lower().replace(' ', '-')}",
        toponyms=(Toponym(text=name),),
        feature_class=feature or (known[2] if known else FeatureClass.SPOT),
        feature_code=code or (known[3] if known else "ADM1"),
        footprint=geometry or point(name if known else "Hama"),
        country="SY",
        admin=("Hama",),
        population=known[4] if known else 0,
        source="GeoNames 170017",
        licence="CC BY 4.0",
    )


TOWNS = tuple(entry(name) for name in PLACES)
