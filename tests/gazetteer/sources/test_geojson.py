from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from gazetteer.sources import UnreadableSourceError
from tests.gazetteer.sources.writing import read, texts, written, zipped

TOLD = {"source": "COD-AB", "licence": "CC BY-IGO"}
POINT = {"type": "Point", "coordinates": [36.7578, 35.1318]}
BOW_TIE = [[[36, 35], [37, 36], [37, 35], [36, 36], [36, 35]]]


def feature(geometry: Any = POINT, **properties: Any) -> dict[str, Any]:
    told = {"name": "Hama"} | properties
    return {"type": "Feature", "properties": told, "geometry": geometry}


def collection(folder: Path, *features: Any, **more: Any) -> Path:
    whole = {"type": "FeatureCollection", "features": features} | more
    return written(folder / "areas.geojson", json.dumps(whole))


def one(folder: Path, *features: Any):
    entries, rejected = read(collection(folder, *features), **TOLD)
    assert rejected == []
    return entries[0]


def test_a_feature_becomes_an_entry(tmp_path: Path) -> None:
    entry = one(tmp_path, feature(
        id="hama", feature_class="P", feature_code="PPLA", country="SY", admin=["Hama"],
        population=460602, source="GeoNames 170017", licence="CC BY 4.0", note="the city",
    ))  # fmt: skip
    assert (entry.id, entry.feature_class, entry.feature_code) == ("areas:hama", "P", "PPLA")
    assert (entry.country, entry.admin, entry.population) == ("SY", ("Hama",), 460_602)
    assert (entry.source, entry.licence) == ("GeoNames 170017", "CC BY 4.0")
    assert entry.footprint.geometry.equals(shapely.Point(36.7578, 35.1318))


def test_names_come_from_all_properties_that_hold_them(tmp_path: Path) -> None:
    entry = one(tmp_path, feature(**{
        "alt_name": "Hamah;Epiphania", "name:ar": "حماة", "name_ru": "Хама", "aliases": ["Hama"],
        "name:etymology": "fortress", "old_name:en": "Hamath", "name_len": 4,
        "NAME:zh-Hans": "哈马",
    }))  # fmt: skip
    assert [(name.text, name.language) for name in entry.toponyms] == [
        ("Hama", ""), ("حماة", "ar"), ("Хама", "ru"), ("哈马", "zh-hans"), ("Hamah", ""),
        ("Epiphania", ""), ("Hamath", "en"),
    ]  # fmt: skip


def test_what_nobody_told_comes_from_the_file(tmp_path: Path) -> None:
    entry = one(tmp_path, feature())
    assert (entry.source, entry.licence) == ("COD-AB", "CC BY-IGO")
    _, rejected = read(collection(tmp_path, feature()))
    assert "has no source" in rejected[0].problem


def test_a_line_and_an_area_keep_their_shapes(tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": [[36.75, 35.13], [36.75, 35.5], [37.1, 36.2]]}
    road = one(tmp_path, feature(line, kind="road"))
    assert (road.feature_class, road.feature_code) == ("R", "RD")
    assert road.footprint.geometry.geom_type == "LineString"
    at = shapely.Point(road.footprint.lon, road.footprint.lat)
    assert road.footprint.geometry.distance(at) < 1e-9
    square = {
        "type": "Polygon",
        "coordinates": [[[36, 35, 7], [37, 35, 7], [37, 36, 7], [36, 35, 7]]],
    }
    area = one(tmp_path, feature(square, kind="province"))
    assert (area.feature_class, area.feature_code) == ("A", "ADM1")
    assert not area.footprint.geometry.has_z
    # Half of the longest side, 143 km as the geodesic.
    assert 71_000 < area.footprint.uncertainty_m < 73_000


def test_an_outline_that_crosses_itself_is_repaired(tmp_path: Path) -> None:
    entry = one(tmp_path, feature({"type": "Polygon", "coordinates": BOW_TIE}))
    assert entry.footprint.geometry.is_valid
    assert entry.footprint.geometry.area == pytest.approx(0.5)


@pytest.mark.parametrize("geometry", [
    None, 7, [], {}, {"type": "Point"}, {"type": "Point", "coordinates": []},
    {"type": "Point", "coordinates": [181, 35]}, {"type": "Point", "coordinates": [36, -90.5]},
    {"type": "Point", "coordinates": [float("nan"), 35]},
    {"type": "Point", "coordinates": ["36", "x"]}, {"type": "Point", "coordinates": [10**400, 1]},
    {"type": "Circle", "coordinates": [36, 35]}, {"type": "LineString", "coordinates": [[36, 35]]},
    {"type": "LineString", "coordinates": [[36, 35], [float("inf"), 36]]},
    {"type": "LineString", "coordinates": [[36, 35], [float("nan"), 36], [37, 37]]},
    {"type": "Polygon", "coordinates": [[[36, 35], [36, 35], [36, 35], [36, 35]]]},
    {"type": "Polygon", "coordinates": []}, {"type": "GeometryCollection", "geometries": [POINT]},
    {"type": "Polygon", "coordinates": {"a": 1}}, {"type": ["Point"], "coordinates": [1, 2]},
])  # fmt: skip
def test_a_feature_without_a_usable_shape_is_told(tmp_path: Path, geometry: Any) -> None:
    entries, rejected = read(collection(tmp_path, feature(), feature(geometry)), **TOLD)
    assert len(entries) == 1
    assert [row.line_or_item for row in rejected] == [2]


@pytest.mark.parametrize("properties", [
    {"name": ""}, {"name": None}, {"name": 7}, {"name": "n" * 201}, {"name": "\ud800"},
    {"kind": "castle in the air"}, {"feature_class": "Q"}, {"feature_code": "not a code"},
    {"country": "Syria"}, {"population": "many"}, {"population": -1}, {"population": 10**30},
    {"radius_m": True}, {"radius_m": -1}, {"radius_m": "far"}, {"id": {"a": 1}},
    {"note": "n" * 2_001}, {"source": ["a"]}, {"admin": [["a"]]},
])  # fmt: skip
def test_a_feature_with_an_unusable_field_is_told(
    tmp_path: Path, properties: dict[str, Any]
) -> None:
    entries, rejected = read(collection(tmp_path, feature(**properties), feature()), **TOLD)
    assert len(entries) == 1
    assert [row.line_or_item for row in rejected] == [1]


def test_a_name_that_is_not_utf_8_costs_its_feature_alone(tmp_path: Path) -> None:
    path = collection(tmp_path, feature(name="XX"), feature())
    written(path, path.read_bytes().replace(b"XX", b"\xff\xfe"))
    entries, rejected = read(path, **TOLD)
    assert ([entry.name for entry in entries], len(rejected)) == (["Hama"], 1)


def test_coordinates_in_metres_are_refused(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    with pytest.raises(UnreadableSourceError, match=r"convert it to longitude and latitude"):
        read(collection(tmp_path, feature(), crs=crs), **TOLD)
    degrees = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    assert len(read(collection(tmp_path, feature(), crs=degrees), **TOLD)[0]) == 1


def test_several_collections_lie_in_one_zip(tmp_path: Path) -> None:
    text = collection(tmp_path, feature()).read_bytes()
    path = zipped(tmp_path / "areas.zip", {"a.geojson": text, "b.geojson": text})
    assert len(read(path, **TOLD)[0]) == 2
    assert texts(read(zipped(tmp_path / "one.zip", {"a.bin": text}), **TOLD)[0][0]) == ["Hama"]
