"""Claims as files, out and in again."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
import shapely.geometry
import yaml

from claims.assess import assess
from claims.errors import ClaimFormatError
from claims.intake.reader import read_report
from claims.situation import Situation
from claims.written.files import format_claims
from claims.written.read_claims import read_claims
from claims.written.records import claim_records
from gazetteer.index import Gazetteer
from geo.footprint import Footprint

FIELDS = (
    "id doc outlet published quote char_start char_end claimant actor actor_side opponent"
    " opponent_side action status place place_start place_end lat lon uncertainty_m footprint"
    " resolution when origin agrees_with contradicts"
).split()
REPORT = """ date 2024-12-04
Rebels say they captured the city of Hama on Tuesday.
The Syrian army said it repelled an attack on the town of Suran.
=cmd|'calc' rebels shelled the village of Nowhereton, a monitor said.
"""


@pytest.fixture(scope="module")
def situation(tmp_path_factory: pytest.TempPathFactory, shipped_home: Path) -> Situation:
    from claims.assess import open_gazetteer
    from claims.sides.theatre_files import load_theatre

    folder = tmp_path_factory.mktemp("reports")
    (folder / "day.txt").write_text(REPORT, encoding="utf-8")
    theatre = load_theatre("syria")
    gazetteer = open_gazetteer(theatre, home=shipped_home)
    return assess([read_report(folder / "day.txt")], theatre=theatre, gazetteer=gazetteer)


def test_every_claim_has_the_fields_that_programs_read(situation: Situation) -> None:
    for line in format_claims(situation, "jsonl").splitlines():
        record = json.loads(line)
        assert set(FIELDS) <= set(record)
        assert {"status", "reason", "entry_id", "candidates"} <= set(record["resolution"])
        assert {"start", "end", "text"} <= set(record["when"])


def test_what_is_not_placed_has_no_coordinates_and_says_why(situation: Situation) -> None:
    (lost,) = [r for r in claim_records(situation) if r["place"] and "Nowhereton" in r["place"]]
    assert (lost["lat"], lost["lon"], lost["footprint"]) == (None, None, None)
    assert lost["resolution"]["status"] == "unresolved"
    assert "Nowhereton" in lost["resolution"]["reason"]


def test_no_cell_of_a_table_runs_as_a_formula(situation: Situation) -> None:
    rows = list(csv.reader(io.StringIO(format_claims(situation, "csv"))))
    assert len(rows) == len(situation.claims) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_geojson_holds_every_claim_once_with_lon_before_lat(situation: Situation) -> None:
    features = json.loads(format_claims(situation, "geojson"))["features"]
    assert [f["id"] for f in features] == [c.id for c in situation.claims]
    hama = next(f for f in features if "Hama" in f["properties"]["place"])
    assert hama["properties"]["lon"] == pytest.approx(36.75, abs=0.1)


def test_geojson_keeps_the_rules_of_rfc_7946(situation: Situation) -> None:
    fiji = Footprint(
        geometry=shapely.Point(179.9, -17).buffer(1),
        lon=179.9,
        lat=-17,
        uncertainty_m=1,
        method="x",
    )
    first, *rest = situation.drawn
    moved = replace(situation, drawn=(replace(first, footprint=fiji), *rest))
    collection = json.loads(format_claims(moved, "geojson"))
    west, _, east, _ = collection["bbox"]
    found = [f["geometry"] for f in collection["features"] if f["geometry"]]
    shapes = [shapely.geometry.shape(each) for each in found]
    rings = [part.exterior for s in shapes for part in shapely.get_parts(s) if part.area]
    assert len(rings) > 1
    assert all(ring.is_ccw for ring in rings)
    assert max(s.bounds[2] for s in shapes) == 180
    assert min(s.bounds[0] for s in shapes) == -180
    assert west > east


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "yaml"])
def test_a_claims_file_read_again_gives_the_same_map(
    situation: Situation, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"claims.{suffix}"
    path.write_text(format_claims(situation, suffix), encoding="utf-8")
    stated = read_claims(path)
    again = assess([], theatre=situation.theatre, gazetteer=Gazetteer(), stated=stated)
    keys = ("id", "doc", "quote", "claimant", "action", "status", "place", "lat", "lon")
    assert [{k: r[k] for k in keys} for r in claim_records(again)] == [
        {k: r[k] for k in keys} for r in claim_records(situation)
    ]


GOOD = {"quote": "Rebels took Hama", "claimant": "x", "action": "capture", "place": "Hama"}


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("a.jsonl", json.dumps(GOOD) + "\n{broken\n", "line 2"),
        ("a.jsonl", json.dumps(GOOD | {"action": "win"}), "field 'action'"),
        ("a.jsonl", json.dumps(GOOD | {"lat": 95, "lon": 10}), "field 'lat'"),
        ("a.jsonl", '{"quote": "x", "claimant": "y", "action": "hold", "lat": NaN}', "line 1"),
        ("a.jsonl", json.dumps({k: v for k, v in GOOD.items() if k != "quote"}), "field 'quote'"),
        ("a.jsonl", json.dumps(GOOD | {"when": "Tuesday"}), "field 'when'"),
        (
            "a.jsonl",
            json.dumps(GOOD | {"lat": 1, "lon": 1, "footprint": {"type": "No"}}),
            "footprint",
        ),
        ("a.jsonl", "[" * 100_000, "line 1"),
        ("a.jsonl", json.dumps(GOOD | {"published": "9999-12-31"}), "field 'published'"),
        (
            "a.jsonl",
            json.dumps(
                GOOD | {"lat": 1, "lon": 1, "footprint": {"type": "Point", "coordinates": [999, 2]}}
            ),
            "not on the Earth",
        ),
        ("a.yaml", "claims:\n- quote: !!timestamp zz\n", "line 1"),
        ("a.jsonl", "", "holds no claim"),
        ("a.csv", "quote,claimant,action\nx,,capture\n", "line 2, field 'claimant'"),
        ("a.yaml", "claims:\n- quote: x\n  claimant: [\n", "line"),
        ("a.yaml", "a: &a [1]\nclaims: *a\n", "aliases"),
        ("a.yaml", "claims: no\n", "field 'claims'"),
        ("a.yaml", "claims:\n- 5\n", "line 2"),
    ],
)
def test_a_broken_claims_file_names_line_and_field(
    tmp_path: Path, name: str, content: str, where: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ClaimFormatError, match=where) as caught:
        read_claims(path)
    assert "\n" not in str(caught.value)


def test_yaml_words_stay_the_words_that_were_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    row = {**GOOD, "actor": "no", "quote": "12:30:45"}
    path.write_text(yaml.safe_dump({"claims": [row]}).replace("'", ""), encoding="utf-8")
    (stated,) = read_claims(path)
    assert (stated.claim.actor, stated.claim.quote) == ("no", "12:30:45")


@pytest.mark.parametrize(("suffix", "is_read"), [(".jsonl", True), (".yaml", False)])
def test_claims_as_long_as_we_write_them_are_read(
    tmp_path: Path, suffix: str, is_read: bool
) -> None:
    path = tmp_path / f"long{suffix}"
    row = {"quote": "They took it. " * 100_000, "claimant": "A", "action": "capture"}
    rows = [json.dumps({"id": str(number), **row}) for number in range(16)]
    text = "\n".join(rows) if is_read else f"[{', '.join(rows)}]"
    assert path.write_text(text, encoding="utf-8") > 20_000_000
    if is_read:
        assert len(read_claims(path)) == 16
    else:
        with pytest.raises(ClaimFormatError, match="longer than 20 MB"):
            read_claims(path)
