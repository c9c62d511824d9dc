from __future__ import annotations

import json
from pathlib import Path

import pytest

from gazetteer.entry import FeatureClass
from gazetteer.errors import GazetteerFormatError
from gazetteer.files import read_theatre_entries
from geo.geodesy import distance_m


def test_entries_take_their_folder_as_prefix(theatre_folder: Path) -> None:
    ids = {entry.id for entry in read_theatre_entries(theatre_folder)}
    assert {"levant:hama", "levant:m5", "levant:hama-governorate"} <= ids


def test_a_place_keeps_every_field(theatre_folder: Path) -> None:
    hama = {entry.id: entry for entry in read_theatre_entries(theatre_folder)}["levant:hama"]
    assert [name.text for name in hama.toponyms] == ["Hama", "Hamah", "Hama city", "حماة", "حماه"]
    assert [name.script for name in hama.toponyms] == ["Latn"] * 3 + ["Arab"] * 2
    assert (hama.feature_class, hama.feature_code) == (FeatureClass.POPULATED, "PPLA")
    assert (hama.footprint.lon, hama.footprint.lat) == (36.7578, 35.1318)
    assert (hama.footprint.uncertainty_m, hama.population) == (4_000, 460_602)
    assert (hama.source, hama.licence, hama.admin) == ("GeoNames 170017", "CC BY 4.0", ("Hama",))


def test_a_route_runs_through_its_places_and_points(theatre_folder: Path) -> None:
    entries = {entry.id: entry for entry in read_theatre_entries(theatre_folder)}
    road = entries["levant:khanasir-ithriya"].footprint
    assert list(road.geometry.coords) == [(37.4992, 35.7816), (37.61, 35.6578), (37.7884, 35.3651)]
    for end in ("levant:khanasir", "levant:ithriya"):
        spot = entries[end].footprint
        gap_m = distance_m(lon=road.lon, lat=road.lat, to_lon=spot.lon, to_lat=spot.lat)
        assert gap_m <= road.uncertainty_m


def test_a_route_answers_to_its_ends_in_either_order(theatre_folder: Path) -> None:
    entries = {entry.id: entry for entry in read_theatre_entries(theatre_folder)}
    names = {name.text for name in entries["levant:khanasir-ithriya"].toponyms}
    assert {"Khanasir-Ithriya road", "Ithriya-Khanasir road"} <= names


def test_an_area_keeps_its_polygon(theatre_folder: Path) -> None:
    entries = {entry.id: entry for entry in read_theatre_entries(theatre_folder)}
    area = entries["levant:hama-governorate"]
    assert area.feature_class is FeatureClass.ADMIN
    assert area.footprint.geometry.bounds == (36.2, 34.8, 38.3, 35.6)
    assert 90_000 < area.footprint.uncertainty_m < 120_000


def test_a_folder_without_files_has_no_entries(tmp_path: Path) -> None:
    assert read_theatre_entries(tmp_path) == ()


@pytest.mark.parametrize(
    ("file", "change", "line", "field"),
    [
        ("places.csv", ("36.7578", "east"), 2, "lon"),
        ("places.csv", ("36.7578", "nan"), 2, "lon"),
        ("places.csv", ("35.1318", "95"), 2, "lat"),
        ("places.csv", ("4000", "0"), 2, "radius_m"),
        ("places.csv", ("36.7578,35.1318,4000", "36.7578,35.1318,"), 2, "radius_m"),
        ("places.csv", (",P,PPLA,", ",Q,PPLA,"), 2, "feature_class"),
        ("places.csv", ("GeoNames 170017", ""), 2, "source"),
        ("places.csv", ("\nhama,Hama,", "\nhama,,"), 2, "name"),
        ("places.csv", (",radius_m,", ",radius,"), 1, "radius_m"),
        ("places.csv", ("460602", "many"), 2, "population"),
        ("places.csv", ("CC BY 4.0,\naleppo", "CC BY 4.0,a,b\naleppo"), 2, "note"),
        ("places.csv", (",GeoNames 170017,CC BY 4.0,\n", "\n"), 2, "source"),
        ("routes.csv", ("@37.61,35.6578", "@37.61;35.6578"), 2, "via"),
        ("routes.csv", ('ithriya"', 'nowhere"'), 2, "via"),
        ("routes.csv", ("hama|suran|aleppo", "hama"), 4, "via"),
        ("areas.geojson", ('"name": "Hama Governorate", ', ""), 1, "name"),
        ("areas.geojson", ('"Polygon"', '"Plygon"'), 1, "geometry"),
        ("areas.geojson", ('"features"', '"feature"'), 1, "features"),
        ("areas.geojson", ("{", ""), 1, "features"),
    ],
)
def test_an_error_names_file_line_and_field(
    theatre_folder: Path, file: str, change: tuple[str, str], line: int, field: str
) -> None:
    path = theatre_folder / file
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(GazetteerFormatError) as caught:
        read_theatre_entries(theatre_folder)
    assert (caught.value.path, caught.value.line, caught.value.field) == (path, line, field)
    assert "\n" not in str(caught.value)


def test_a_crossing_polygon_is_refused(theatre_folder: Path) -> None:
    path = theatre_folder / "areas.geojson"
    areas = json.loads(path.read_text(encoding="utf-8"))
    areas["features"][0]["geometry"]["coordinates"] = [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]
    path.write_text(json.dumps(areas), encoding="utf-8")
    with pytest.raises(GazetteerFormatError, match="crosses itself"):
        read_theatre_entries(theatre_folder)


def test_binary_data_is_refused_in_one_line(theatre_folder: Path) -> None:
    (theatre_folder / "places.csv").write_bytes(b"\xff\xfe\x00\x81id,name")
    with pytest.raises(GazetteerFormatError, match="save it as UTF-8"):
        read_theatre_entries(theatre_folder)


def test_two_entries_of_one_id_are_refused(theatre_folder: Path) -> None:
    path = theatre_folder / "places.csv"
    path.write_text(path.read_text("utf-8").replace("\naleppo,", "\nhama,"), encoding="utf-8")
    (theatre_folder / "routes.csv").unlink()
    with pytest.raises(GazetteerFormatError, match="stands twice"):
        read_theatre_entries(theatre_folder)


def test_what_is_changed_between_two_readings_is_read(theatre_folder: Path) -> None:
    before = read_theatre_entries(theatre_folder)
    assert read_theatre_entries(theatre_folder) is before
    path = theatre_folder / "places.csv"
    path.write_text(path.read_text("utf-8").replace(",460602,", ",460603,"), encoding="utf-8")
    after = {entry.id: entry for entry in read_theatre_entries(theatre_folder)}
    assert after["levant:hama"].population == 460_603
    (theatre_folder / "routes.csv").unlink()
    assert "levant:m5" not in {entry.id for entry in read_theatre_entries(theatre_folder)}
