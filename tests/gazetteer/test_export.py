from __future__ import annotations

import json
from pathlib import Path

import pytest

from gazetteer.adding.export import ExportFormError, export
from gazetteer.adding.install import install
from gazetteer.adding.records import entry_of, record_of
from gazetteer.adding.sets import installed_set
from gazetteer.homes.index_file import open_index
from gazetteer.homes.world import set_path
from gazetteer.sources import read_source

CC = "PS"
FEATURES = [
    {"id": "x:1", "name": "Zanuta", "aliases": ["Zanouta"], "kind": "village", "population": 250},
    {"id": "x:2", "name": "Road 317", "kind": "road"},
    {"id": "x:3", "name": "Masafer Yatta", "kind": "district", "note": "an outline"},
]
SHAPES = [
    {"type": "Point", "coordinates": [34.99, 31.37]},
    {"type": "LineString", "coordinates": [[35.1, 31.36], [35.2, 31.4]]},
    {"type": "Polygon", "coordinates": [[[35.1, 31.3], [35.2, 31.3], [35.2, 31.4], [35.1, 31.3]]]},
]


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a gazetteer of a point, a line, an area and the shipped towns."""
    home = tmp_path_factory.mktemp("added")
    features = [
        {"type": "Feature", "properties": properties, "geometry": shape}
        for properties, shape in zip(FEATURES, SHAPES, strict=True)
    ]
    path = home / "survey.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    install(CC, str(path), source="survey", licence="CC0", home=home)
    return home


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_what_was_exported_can_be_added_again(added: Path, form: str) -> None:
    out = added / "new" / f"out.{form}"
    assert export(CC, out, home=added) == installed_set(CC, added).entries
    read = list(read_source(out, reject=pytest.fail))
    kept = list(open_index(set_path(CC, added)).entries())
    assert [(e.id, [t.text for t in e.toponyms]) for e in read] == [
        (e.id, ["".join(filter(str.isprintable, t.text)) for t in e.toponyms]) for e in kept
    ]
    if form == "geojson":
        assert [e.footprint.geometry for e in read] == [e.footprint.geometry for e in kept]
    for one, other in zip(read, kept, strict=True):
        here, there = one.footprint, other.footprint
        assert (here.lon, here.lat) == pytest.approx((there.lon, there.lat), abs=1e-9)
        assert here.uncertainty_m == pytest.approx(there.uncertainty_m, abs=1)
        assert (one.population, one.feature_code, one.admin, one.note, one.licence) == (
            other.population, other.feature_code, other.admin, other.note, other.licence,
        )  # fmt: skip


def test_a_json_line_holds_all_that_is_known(added: Path) -> None:
    out = added / "out.jsonl"
    export(CC, out, home=added)
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    entries = list(open_index(set_path(CC, added)).entries())
    assert [entry_of(record) for record in records] == entries
    assert [json.loads(json.dumps(record_of(entry))) for entry in entries] == records


def test_another_form_is_refused_before_anything_is_written(added: Path) -> None:
    with pytest.raises(ExportFormError, match="csv, geojson, jsonl"):
        export(CC, added / "out.xlsx", home=added)
    assert not (added / "out.xlsx").exists()
