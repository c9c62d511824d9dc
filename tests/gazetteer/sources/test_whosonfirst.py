from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from gazetteer.entry import Provenance, Toponym
from gazetteer.sources import UnreadableSourceError
from tests.gazetteer.sources.writing import read, texts, written, zipped

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[36.7, 35.1], [36.8, 35.1], [36.8, 35.2], [36.7, 35.1]]],
}


def place(number: int = 421202161, geometry: Any = None, **changes: Any) -> dict[str, Any]:
    told = {
        "wof:id": number, "wof:name": "Hama", "wof:placetype": "locality", "iso:country": "SY",
        "geom:latitude": 35.1318, "geom:longitude": 36.7578, "mz:is_current": 1,
        "name:eng_x_variant": ["Hamath"], "name:ara_x_preferred": ["حماة"],
        "name:eng_x_preferred": ["Hama"], "wof:population": 460602,
        "wof:concordances": {"gn:id": 170017, "wd:id": "Q173545"}, "edtf:deprecated": "uuuu",
        "edtf:cessation": "..", "src:geom": "quattroshapes",
        "wof:hierarchy": [{"country_id": 1, "region_id": 2, "county_id": 3, "locality_id": number}],
    }  # fmt: skip
    shape = geometry or {"type": "Point", "coordinates": [36.7578, 35.1318]}
    changed = {key.replace("__", ":"): value for key, value in changes.items()}
    return {"type": "Feature", "id": number, "properties": told | changed, "geometry": shape}


def folder_of(parent: Path, *places: Any) -> Path:
    folder = parent / "data"
    for at, one in enumerate(places):
        below = folder / str(at)
        below.mkdir(parents=True)
        written(below / f"{at}.geojson", json.dumps(one))
    return folder


def database(path: Path, *, features: bool, with_spr: bool = True) -> Path:
    with closing(sqlite3.connect(path)) as base, base:
        if with_spr:
            base.execute(
                "CREATE TABLE spr (id INTEGER, name TEXT, placetype TEXT, country TEXT, latitude"
                " REAL, longitude REAL, is_current INTEGER, is_deprecated INTEGER, is_ceased"
                " INTEGER, is_superseded INTEGER)"
            )
            rows = [
                (2, "Hama Governorate", "region", "SY", 35.2, 37.0, 1, 0, 0, 0),
                (421202161, "Hama", "locality", "SY", 35.1318, 36.7578, -1, -1, 0, 0),
                (9, "Gone", "locality", "SY", 35.0, 36.0, -1, 0, 1, 0),
                (8, "Nowhere", "locality", "SY", 95.0, 36.0, -1, 0, 0, 0),
            ]
            base.executemany("INSERT INTO spr VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            base.execute(
                "CREATE TABLE names (id INTEGER, language TEXT, privateuse TEXT, name TEXT)"
            )
            names = [
                (421202161, "eng", "x_variant", "Hamath"),
                (421202161, "ara", "x_preferred", "حماة"),
            ]
            base.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", names)
            base.execute("CREATE TABLE concordances (id INTEGER, other_id TEXT, other_source TEXT)")
            base.execute("INSERT INTO concordances VALUES (421202161, '170017', 'gn:id')")
        if features:
            base.execute("CREATE TABLE geojson (id INTEGER, body TEXT, is_alt INTEGER)")
            bodies = [(1, place(), 0), (2, place(), 1), (3, {"type": "Feature"}, 0)]
            for number, body, is_alt in bodies:
                row = (number, json.dumps(body), is_alt)
                base.execute("INSERT INTO geojson VALUES (?, ?, ?)", row)
    return path


def test_a_feature_becomes_an_entry(tmp_path: Path) -> None:
    entries, rejected = read(folder_of(tmp_path, place()))
    entry = entries[0]
    assert rejected == []
    assert (entry.id, entry.source) == ("wof:421202161", "Who's On First 421202161")
    assert (entry.feature_class, entry.feature_code, entry.country) == ("P", "PPL", "SY")
    assert entry.toponyms == (
        Toponym(text="Hama", language="eng"),
        Toponym(text="حماة", script="Arab", language="ara"),
        Toponym(text="Hamath", language="eng"),
    )
    assert (entry.population, entry.footprint.lon) == (460_602, 36.7578)


def test_its_geonames_number_is_kept(tmp_path: Path) -> None:
    entry = read(folder_of(tmp_path, place()))[0][0]
    assert entry.also == (
        Provenance(id="geonames:170017", source="GeoNames 170017", licence="CC BY 4.0"),
    )
    assert read(folder_of(tmp_path / "b", place(wof__concordances={})))[0][0].also == ()


def test_the_licence_is_that_of_whoever_placed_it(tmp_path: Path) -> None:
    own, derived = read(folder_of(tmp_path, place(), place(src__geom="geonames")))[0]
    assert own.licence.startswith("Who's On First licence")
    assert derived.licence == "CC BY 4.0"


def test_an_outline_is_the_footprint(tmp_path: Path) -> None:
    entry = read(folder_of(tmp_path, place(geometry=SQUARE, wof__placetype="region")))[0][0]
    assert (entry.feature_code, entry.footprint.geometry.geom_type) == ("ADM1", "Polygon")


@pytest.mark.parametrize("over", [
    {"mz__is_current": 0}, {"edtf__deprecated": "2019-05-01"}, {"edtf__cessation": "1975"},
    {"wof__superseded_by": [7]},
])  # fmt: skip
def test_a_place_that_has_ceased_is_left_out_silently(tmp_path: Path, over: dict[str, Any]) -> None:
    entries, rejected = read(folder_of(tmp_path, place(), place(7, **over)))
    assert ([entry.id for entry in entries], rejected) == (["wof:421202161"], [])


@pytest.mark.parametrize("change", [
    {"wof__id": "x"}, {"wof__id": -7}, {"wof__id": True}, {"wof__placetype": "planet"},
    {"wof__placetype": ["a"]}, {"iso__country": "Syria"}, {"geom__latitude": 91.0},
    {"geom__latitude": float("nan")},
    {"wof__name": None, "name:eng_x_preferred": 7, "name:eng_x_variant": [8],
     "name:ara_x_preferred": [None]},
])  # fmt: skip
def test_a_broken_place_is_told_by_its_file(tmp_path: Path, change: dict[str, Any]) -> None:
    entries, rejected = read(folder_of(tmp_path, place(7, **change), place()))
    assert [entry.id for entry in entries] == ["wof:421202161"]
    assert [row.line_or_item for row in rejected] == [1]
    assert rejected[0].problem.startswith("0.geojson: ")


@pytest.mark.parametrize("odd", [
    {"mz__is_current": [1]}, {"wof__concordances": 7}, {"wof__hierarchy": [7]},
    {"wof__hierarchy": {}}, {"wof__population": "many"}, {"gn__feature_class": 5},
])  # fmt: skip
def test_odd_values_of_side_matters_do_no_harm(tmp_path: Path, odd: dict[str, Any]) -> None:
    assert len(read(folder_of(tmp_path, place(**odd)))[0]) == 1


def test_geonames_code_is_finer_than_a_placetype(tmp_path: Path) -> None:
    known = place(gn__feature_class="P", gn__feature_code="PPLA")
    assert read(folder_of(tmp_path, known))[0][0].feature_code == "PPLA"


def test_a_zip_of_features_is_read_without_second_outlines(tmp_path: Path) -> None:
    path = zipped(tmp_path / "sy.zip", {
        "README.md": "# Who's On First", "data/1/1.geojson": json.dumps(place()),
        "data/1/1-alt-quattroshapes.geojson": json.dumps(place(9)), "data/2/2.geojson": "{",
    })  # fmt: skip
    entries, rejected = read(path)
    assert [entry.id for entry in entries] == ["wof:421202161"]
    assert rejected[0].problem.startswith("data/2/2.geojson: is no JSON")


def test_one_feature_is_a_source_as_well(tmp_path: Path) -> None:
    path = written(tmp_path / "421202161.geojson", json.dumps(place()))
    assert read(path)[0][0].id == "wof:421202161"


def test_a_database_of_features_is_read_with_the_names_of_units(tmp_path: Path) -> None:
    entries, rejected = read(database(tmp_path / "whosonfirst.db", features=True))
    assert [(entry.id, entry.admin) for entry in entries] == [
        ("wof:421202161", ("Hama Governorate",))
    ]
    assert [row.line_or_item for row in rejected] == [2]


def test_a_database_without_features_is_read_from_its_tables(tmp_path: Path) -> None:
    entries, rejected = read(database(tmp_path / "whosonfirst.db", features=False))
    assert [entry.id for entry in entries] == ["wof:2", "wof:421202161"]
    assert texts(entries[1]) == ["Hama", "حماة", "Hamath"]
    assert entries[1].also[0].id == "geonames:170017"
    assert ["not on the Earth" in row.problem for row in rejected] == [True]


def test_another_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "cookies.db")) as base, base:
        base.execute("CREATE TABLE cookies (id INTEGER)")
    with pytest.raises(UnreadableSourceError, match="no table geojson or spr"):
        read(tmp_path / "cookies.db")


def test_a_database_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = database(tmp_path / "whosonfirst.db", features=True)
    written(path, path.read_bytes()[:6_000])
    with pytest.raises(UnreadableSourceError, match="download it again"):
        read(path)
