"""Tables for other programs hold every claim, their credits, and nothing of the clock."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import geopandas as gpd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely

from claims.claim import Action, Status
from claims.written.read_claims import read_claims
from maps.beside.labels import limits
from maps.export import export
from maps.tables.csv_rows import CsvColumns
from maps.tables.events import left_out
from tests.maps.situations import hama

KML = "{http://www.opengis.net/kml/2.2}"
CREDIT = "GeoNames (CC BY 4.0)"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with one file of each form."""
    folder = tmp_path_factory.mktemp("tables")
    for form in ("geojson", "gpkg", "kml", "csv", "parquet"):
        made = export(hama(), name=f"c.{form}", title="As claimed")
        (folder / f"c.{form}").write_bytes(made.content)
    return folder


def rows(columns: CsvColumns = CsvColumns.OWN) -> list[dict[str, str]]:
    text = export(hama(), name="c.csv", columns=columns).content.decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def test_geojson_has_its_box_and_names_credits_and_limits(written: Path) -> None:
    collection = json.loads((written / "c.geojson").read_text(encoding="utf-8"))
    assert list(collection)[:2] == ["type", "bbox"]
    west, south, east, north = collection["bbox"]
    assert (west, east) == (36.2, 40.1408), "from the province to Deir ez-Zor"
    assert (south, north) == (34.7268, 36.2012), "from Homs to Aleppo"
    assert CREDIT in collection["credits"]
    assert collection["limits"] == limits()
    assert collection["title"] == "As claimed"
    assert "crs" not in collection


def test_geojson_holds_drawn_and_not_drawn(written: Path) -> None:
    features = json.loads((written / "c.geojson").read_text(encoding="utf-8"))["features"]
    assert len(features) == len(hama().claims)
    assert sum(feature["geometry"] is None for feature in features) == 3
    for feature in features:
        if feature["geometry"]:
            assert shapely.from_geojson(json.dumps(feature["geometry"])).is_valid


def test_a_geopackage_reads_back_with_every_claim(written: Path) -> None:
    frame = gpd.read_file(written / "c.gpkg", layer="claims")
    assert list(frame["id"]) == [claim.id for claim in hama().claims]
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.notna().sum() == len(hama().drawn)
    assert frame["quote"][0] == hama().claims[0].quote


def test_a_geopackage_tells_its_credits_and_is_dated_by_its_claims(written: Path) -> None:
    with closing(sqlite3.connect(written / "c.gpkg")) as database:
        contents = database.execute(
            "SELECT identifier, description, last_change FROM gpkg_contents"
        )
        identifier, description, changed = contents.fetchone()
        stamps = database.execute("SELECT timestamp FROM gpkg_metadata_reference").fetchall()
    assert identifier == "As claimed"
    assert CREDIT in description
    assert limits() in description
    assert changed.startswith("2024-12-05T06:45")
    assert stamps == [(changed,)]
    assert CREDIT in pyogrio.read_info(written / "c.gpkg")["dataset_metadata"]["credits"]


def test_parquet_reads_back_as_geoparquet_with_its_credits(written: Path) -> None:
    frame = gpd.read_parquet(written / "c.parquet")
    assert list(frame["id"]) == [claim.id for claim in hama().claims]
    assert frame.crs == "OGC:CRS84"
    about = json.loads(pq.read_schema(written / "c.parquet").metadata[b"frontmap"])
    assert CREDIT in about["credits"]
    assert about["limits"] == limits()


def test_kml_has_a_folder_per_layer_and_one_for_what_is_not_drawn(written: Path) -> None:
    document = ET.parse(written / "c.kml").getroot().find(f"{KML}Document")
    folders = {f.find(f"{KML}name").text: f for f in document.iter(f"{KML}Folder")}
    assert list(folders)[-1] == "Not drawn"
    assert "Claimed advances" in folders
    assert len(list(document.iter(f"{KML}Placemark"))) == len(hama().claims)
    assert len(list(folders["Not drawn"].iter(f"{KML}Point"))) == 0
    assert len(list(document.iter(f"{KML}Polygon"))) >= 4
    author = document.find("{http://www.w3.org/2005/Atom}author")
    assert CREDIT in "".join(author.itertext())
    assert limits() in document.find(f"{KML}description").text


def test_csv_names_the_credit_of_each_row_and_can_be_read_again(written: Path) -> None:
    table = rows()
    assert list(table[0])[-1] == "credit"
    assert [row["credit"] for row in table if row["credit"]] == ["GeoNames 170017 (CC BY 4.0)"] * 22
    assert [c.claim.quote for c in read_claims(written / "c.csv")] == [
        c.quote for c in hama().claims
    ]


@pytest.mark.parametrize("start", "= + - @ ＝ ＋ － ＠".split())
def test_no_spreadsheet_runs_a_quotation_and_the_reader_gets_it_back(
    start: str, tmp_path: Path
) -> None:
    base = hama()
    bad = replace(base.drawn[0].claim, quote=f"{start}HYPERLINK(1)", actor=f"{start}1")
    situation = replace(base, drawn=(replace(base.drawn[0], claim=bad),), not_drawn=())
    for columns in CsvColumns:
        text = export(situation, name="c.csv", columns=columns).content.decode("utf-8")
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(start)]
    (tmp_path / "c.csv").write_bytes(export(situation, name="c.csv").content)
    (back,) = read_claims(tmp_path / "c.csv")
    assert back.claim.quote == bad.quote


@pytest.mark.parametrize("columns", [CsvColumns.ACLED, CsvColumns.UCDP])
def test_no_plan_and_no_denial_becomes_an_event(columns: CsvColumns) -> None:
    no_event = {c.id for c in hama().claims if c.status in (Status.PLANNED, Status.DENIED)}
    assert len(no_event) == left_out(hama()) == 2
    key = "event_id_cnty" if columns is CsvColumns.ACLED else "id"
    ids = {row[key] for row in rows(columns)}
    assert ids == {claim.id for claim in hama().claims} - no_event


@pytest.mark.parametrize(
    ("claim_id", "kind", "sub_kind"),
    [
        ("c006", "Battles", "Non-state actor overtakes territory"),
        ("c012", "Battles", "Government regains territory"),
        ("c000", "Battles", "Armed clash"),
        ("c008", "Battles", "Armed clash"),
        ("c009", "Explosions/Remote violence", ""),
        ("c017", "Strategic developments", "Non-violent transfer of territory"),
        ("c016", "Strategic developments", "Other"),
    ],
)
def test_a_claim_has_its_nearest_acled_type(claim_id: str, kind: str, sub_kind: str) -> None:
    (row,) = [row for row in rows(CsvColumns.ACLED) if row["event_id_cnty"] == claim_id]
    assert (row["event_type"], row["sub_event_type"]) == (kind, sub_kind)
    assert row["fatalities"] == "", "unknown is not zero"
    assert "Claim, not verified" in row["notes"]


@pytest.mark.parametrize(
    ("claim_id", "acled", "ucdp"),
    [
        ("c006", "1", "1"),
        ("c000", "2", "2"),
        ("c012", "3", "5"),
        ("c009", "3", "4"),
        ("c900", "", ""),
    ],
    ids=["a town", "a ring", "a road", "a province", "not found"],
)
def test_precision_codes_follow_the_shape(claim_id: str, acled: str, ucdp: str) -> None:
    (one,) = [row for row in rows(CsvColumns.ACLED) if row["event_id_cnty"] == claim_id]
    (other,) = [row for row in rows(CsvColumns.UCDP) if row["id"] == claim_id]
    assert (one["geo_precision"], other["where_prec"]) == (acled, ucdp)


def test_every_action_has_an_acled_type() -> None:
    base = hama()
    for action in Action:
        claim = replace(base.drawn[0].claim, action=action)
        situation = replace(base, drawn=(replace(base.drawn[0], claim=claim),), not_drawn=())
        text = export(situation, name="c.csv", columns=CsvColumns.ACLED).content.decode()
        (row,) = csv.DictReader(io.StringIO(text))
        assert row["event_type"]
