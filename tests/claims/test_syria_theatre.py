"""The places and routes of the Syrian theatre: sourced, honest, and told apart."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from gazetteer.entry import GazetteerEntry
from gazetteer.files import read_theatre_entries
from geo.geodesy import distance_m

FOLDER = Path(__file__).parents[2] / "claims" / "theatres" / "syria"
SEEDS = Path(__file__).parents[3] / "shared" / "gazetteer" / "seed_toponyms.csv"


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


PLACES = {row["id"]: row for row in _rows("places.csv")}
ROUTES = {row["id"]: row for row in _rows("routes.csv")}
EVERY = [*PLACES.values(), *ROUTES.values()]
ENTRIES = read_theatre_entries(FOLDER)


def _far_m(place: dict[str, str], lon: float, lat: float) -> float:
    return distance_m(lon=float(place["lon"]), lat=float(place["lat"]), to_lon=lon, to_lat=lat)


# Places and routes


def test_the_theatre_knows_at_least_350_places_and_50_routes() -> None:
    assert len(PLACES) >= 350
    assert len(ROUTES) >= 50


def test_ids_are_unique_over_places_routes_and_areas() -> None:
    areas = json.loads((FOLDER / "areas.geojson").read_text(encoding="utf-8"))["features"]
    ids = [row["id"] for row in (*_rows("places.csv"), *_rows("routes.csv"))]
    ids += [feature["properties"]["id"] for feature in areas]
    assert len(ids) == len(set(ids))


def test_every_row_has_an_arabic_name() -> None:
    assert [row["id"] for row in EVERY if not re.search("[\u0621-\u064a]", row["arabic"])] == []


def test_every_row_has_a_source_and_the_licence_that_goes_with_it() -> None:
    licences = (
        (r"GeoNames \d+", "CC BY 4.0"),
        (r"frontmap: .+ Natural Earth .+", "public domain"),
        (r"frontmap: .+|Arabic Wikipedia, .+", "CC0"),
    )
    for row in EVERY:
        due = next((lic for form, lic in licences if re.fullmatch(form, row["source"])), None)
        assert row["licence"] == due, row["id"]


def test_names_and_notes_hold_no_loaded_word() -> None:
    loaded = re.compile(r"\bregime\b|terroris|occupied|liberated", re.IGNORECASE)
    worded = (" ".join((row["name"], row["aliases"], row["note"])) for row in EVERY)
    assert [words for words in worded if loaded.search(words)] == []


def test_no_row_repeats_a_name() -> None:
    for row in EVERY:
        names = [row["name"], *filter(None, row["aliases"].split("|"))]
        assert len(names) == len(set(names)), row["id"]


def test_every_place_lies_in_the_box_of_syria() -> None:
    for row in PLACES.values():
        assert 32 <= float(row["lat"]) <= 37.5, row["id"]
        assert 35.5 <= float(row["lon"]) <= 42.5, row["id"]


def test_no_radius_is_smaller_than_the_thing_it_holds() -> None:
    least = {"P": 1_000, "T": 1_000, "L": 5_000, "H": 5_000, "A": 100_000}
    for row in PLACES.values():
        assert int(row["radius_m"]) >= least.get(row["feature_class"], 500), row["id"]


def test_a_region_says_that_its_bounds_are_vague() -> None:
    regions = [row for row in PLACES.values() if row["feature_class"] == "L"]
    told = re.compile("vague|only as a circle|is to be read", re.IGNORECASE)
    assert [row["id"] for row in regions if not told.search(row["note"])] == []


def test_governorates_of_places_are_those_of_the_areas() -> None:
    areas = json.loads((FOLDER / "areas.geojson").read_text(encoding="utf-8"))["features"]
    governorates = {
        re.sub(r" (?:Governorate|governorate|province)$", "", name)
        for properties in (feature["properties"] for feature in areas)
        for name in (properties["name"], *properties.get("aliases", ()))
    }
    named = {admin for row in PLACES.values() for admin in row["admin"].split("|") if admin}
    assert named <= governorates


def test_a_route_goes_through_known_places() -> None:
    for row in ROUTES.values():
        places = {step for step in row["via"].split() if not step.startswith("@")}
        assert len(row["via"].split()) >= 2, row["id"]
        assert places <= PLACES.keys(), row["id"]


def test_a_schematic_route_is_wider_than_a_traced_one() -> None:
    for row in ROUTES.values():
        schematic = "chematic" in row["note"]
        assert int(row["uncertainty_m"]) >= (2_000 if schematic else 1_500), row["id"]
        assert schematic or "Natural Earth" in row["source"], row["id"]


def test_no_two_routes_share_a_name() -> None:
    roads = [entry for entry in ENTRIES if entry.feature_class.value == "R"]
    owners: dict[str, set[str]] = {}
    for road in roads:
        for toponym in road.toponyms:
            owners.setdefault(toponym.text.casefold(), set()).add(road.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(("one", "other", "name"), [
    ("suran", "suran-azaz", "Suran"),
    ("safira", "safira-deir-ez-zor", "Safira"),
    ("jibrin-hama", "jibrin-aleppo", "Jibrin"),
    ("al-nayrab-idlib", "nayrab-aleppo", "Nayrab"),
    ("rabia-hama", "rabia-latakia", "Rabia"),
])  # fmt: skip
def test_homonyms_stand_apart_in_different_governorates(one: str, other: str, name: str) -> None:
    a, b = PLACES[one], PLACES[other]
    assert name in [a["name"], *a["aliases"].split("|")]
    assert name in [b["name"], *b["aliases"].split("|")]
    assert a["admin"] != b["admin"]


@pytest.mark.parametrize(("one", "other"), [
    ("kafr-nabl", "kafr-nabudah"),
    ("maar-shahur", "maar-shurin"),
    ("muzayrib", "al-mazarib-bridge"),
    ("busra", "busayrah"),
])  # fmt: skip
def test_places_that_are_easily_mixed_up_share_no_spelling(one: str, other: str) -> None:
    def names(key: str) -> set[str]:
        row = PLACES.get(key) or PLACES[f"al-{key}"]
        return {row["name"], *row["aliases"].split("|"), *row["arabic"].split("|")}

    assert names(one).isdisjoint(names(other))


def test_the_mazarib_bridge_is_an_area_on_the_eastern_edge_of_hama() -> None:
    bridge, hama = PLACES["al-mazarib-bridge"], PLACES["hama"]
    assert bridge["feature_code"] == "BDG"
    assert int(bridge["radius_m"]) >= 3_000
    assert float(bridge["lon"]) > float(hama["lon"])
    assert _far_m(bridge, float(hama["lon"]), float(hama["lat"])) <= 8_000


def test_the_syrian_desert_road_names_its_candidates() -> None:
    row = PLACES["syrian-desert-road"]
    candidates = row["note"].partition("candidates: ")[2].split()
    assert row["feature_code"] == "AMB"
    assert len(candidates) >= 2
    assert set(candidates) <= ROUTES.keys()


# Toponyms of the first five reports


def _seeds(geometry: str) -> list[dict[str, str]]:
    if not SEEDS.exists():
        return []
    with SEEDS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["geometry"].startswith(geometry)]


def _spellings(row: dict[str, str]) -> set[str]:
    plain = row["spellings"].replace("–", "-").casefold()
    return {name for name in plain.split("|") if name}


def _named(row: dict[str, str]) -> list[GazetteerEntry]:
    wanted = _spellings(row)
    return [
        entry
        for entry in ENTRIES
        if wanted & {toponym.text.casefold() for toponym in entry.toponyms}
    ]


needs_seeds = pytest.mark.skipif(
    not SEEDS.exists(), reason="the reference coordinates of the first reports are not here"
)


@needs_seeds
@pytest.mark.parametrize("row", _seeds("Point"), ids=lambda row: row["real_place"])
def test_every_point_of_the_first_reports_is_known_where_it_lies(row: dict[str, str]) -> None:
    spots = [entry.footprint for entry in _named(row)]
    far = [
        distance_m(lon=s.lon, lat=s.lat, to_lon=float(row["lon"]), to_lat=float(row["lat"]))
        for s in spots
    ]
    assert min(far) <= float(row["radius_km"]) * 1_000


@needs_seeds
@pytest.mark.parametrize(
    "row", [*_seeds("LineString"), *_seeds("Polygon")], ids=lambda row: row["real_place"]
)
def test_every_road_and_area_of_the_first_reports_is_known(row: dict[str, str]) -> None:
    codes = {entry.feature_code for entry in _named(row)}
    assert codes & ({"ADM1"} if row["feature_type"] == "ADM1" else {"RD", "AMB", "RGN"})


@needs_seeds
def test_places_that_the_reports_only_mention_are_not_entries() -> None:
    (row,) = _seeds("-")
    assert [entry.id for entry in _named(row)] == []
