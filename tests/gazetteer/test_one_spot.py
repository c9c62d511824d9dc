"""Namesakes at one spot, towns that are called after a river, and what was written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from gazetteer.entry import GazetteerEntry
from gazetteer.expression import parse_place
from gazetteer.homes.stores import EntryStore
from gazetteer.index import Gazetteer
from gazetteer.nearness import apart_km
from gazetteer.place import Resolution, Unresolved
from gazetteer.resolve import resolve
from geo.footprint import Footprint
from tests.gazetteer.villages import village


def answer(name: str, *entries: GazetteerEntry) -> Resolution | Unresolved:
    return resolve(parse_place(name), Gazetteer(stores=(EntryStore(entries),)))


def chosen(name: str, *entries: GazetteerEntry) -> Resolution:
    found = answer(name, *entries)
    assert isinstance(found, Resolution), found
    return found


@pytest.mark.parametrize(("letter", "code"), [("P", "PPL"), ("S", "INSM"), ("L", "AREA")])
def test_namesakes_at_one_spot_are_one_place_and_both_in_its_radius(letter: str, code: str) -> None:
    beside = village(2, "Tazmal", 30.04, 48.02, letter=letter, code=code)
    where = chosen("Tazmal", village(1, "Tazmal", 30.0, 48.0), beside).footprint
    assert where.uncertainty_m == pytest.approx(3_700, rel=0.05)
    assert "others set it up to 3.7 km off" in where.note


@pytest.mark.parametrize("others", [1, 2])
def test_one_circle_holds_namesakes_that_are_neighbours(others: int) -> None:
    entries = [village(n, "Tazmal", 30.0 + 0.03 * n, 48.0 + 0.02 * n) for n in range(1, 2 + others)]
    where = chosen("Tazmal", *entries, village(9, "Tazmal Gharbi", 33.0, 48.0)).footprint
    far = max(apart_km(where.lon, where.lat, e.footprint.lon, e.footprint.lat) for e in entries)
    assert 1_000 * far == pytest.approx(where.uncertainty_m, rel=0.01)
    assert where.uncertainty_m <= 8_000


def test_a_neighbour_and_a_namesake_far_off_stay_ambiguous() -> None:
    near = [village(n, "Tazmal", 30.0 + 0.06 * n, 48.0) for n in (1, 2)]
    found = answer("Tazmal", *near, village(3, "Tazmal", 31.0, 48.0))
    assert isinstance(found, Unresolved)
    assert found.status == "ambiguous"


def test_namesakes_farther_apart_stay_ambiguous() -> None:
    found = answer("Tazmal", village(1, "Tazmal", 30.0, 48.0), village(2, "Tazmal", 30.2, 48.1))
    assert isinstance(found, Unresolved)
    assert found.status == "ambiguous"


@pytest.mark.parametrize("name", ["Jisr Tazmal", "Wadi Tazmal", "the Nahr Tazmal countryside"])
def test_a_town_may_be_called_after_a_bridge_or_a_river(name: str) -> None:
    towns = [
        village(number, f"{kind} Tazmal", 30.0 + number, 48.0, population=30_000)
        for number, kind in enumerate(("Jisr", "Wadi", "Nahr"))
    ]
    assert chosen(name, *towns).chosen[0].entry.name in name


def test_the_river_itself_comes_before_a_town_of_its_name() -> None:
    town = village(1, "Nahr Tazmal", 30.0, 48.0, population=30_000)
    river = village(2, "Nahr Tazmal", 33.0, 48.0, letter="H", code="STM")
    assert chosen("Nahr Tazmal", town, river).chosen[0].entry.id == "geonames:2"
    assert isinstance(answer("the Tazmal bridge", town), Unresolved)


def test_a_river_of_a_towns_name_is_meant_where_it_has_its_article() -> None:
    town = village(1, "Tazmal", 30.0, 48.0, population=3_000)
    river = village(2, "Tazmal", 31.5, 48.0, letter="H", code="STM")
    assert chosen("Tazmal", town, river).chosen[0].entry.id == "geonames:1"
    assert chosen("the Tazmal", town, river).chosen[0].entry.id == "geonames:2"


def test_the_seat_at_the_edge_of_a_district_is_no_rival_of_it() -> None:
    town = village(1, "Tazmal", 30.0, 48.0)
    district = village(2, "Tazmal", 30.2, 48.0, letter="A", code="ADM2")
    wide = replace(district, footprint=replace(district.footprint, uncertainty_m=12_000))
    assert chosen("Tazmal", town, wide).chosen[0].entry.id == "geonames:1"


def test_a_quarter_of_a_town_is_no_town_of_its_name_elsewhere() -> None:
    town = village(1, "Orvadan", 30.0, 48.0, population=20_000)
    other = village(2, "Tazmal", 36.0, 48.0, population=30_000)
    found = chosen("the Tazmal district of Orvadan", town, other)
    assert found.chosen[0].entry.id == "geonames:1"


def test_a_site_called_after_a_district_alone_known_lies_in_it() -> None:
    district = village(2, "Tazmal", 30.2, 48.0, letter="A", code="ADM2")
    wide = replace(district, footprint=replace(district.footprint, uncertainty_m=12_000))
    found = chosen("Tazmal airport", wide)
    assert found.chosen[0].entry.id == "geonames:2"
    assert "'Tazmal airport' is not known more closely" in found.footprint.note


@pytest.mark.parametrize(("population", "status"), [(0, ""), (30_000, "ambiguous")])
def test_what_was_written_by_hand_comes_before_villages_and_not_before_towns(
    population: int, status: str
) -> None:
    by_hand = replace(village(1, "Tazmal", 30.0, 48.0), id="west:tazmal")
    listed = EntryStore((village(2, "Tazmal|Tasmal|Tezmal", 33.0, 48.0, population=population),))
    found = resolve(parse_place("Tazmal"), Gazetteer((by_hand,), stores=(listed,)))
    assert getattr(found, "status", "") == status


def test_a_village_far_off_what_holds_it_by_the_text_is_another_one() -> None:
    land = village(1, "Westmark", 30.0, 48.0, letter="A", code="ADM1")
    square = shapely.box(29.5, 47.5, 30.5, 48.5)
    where = Footprint(geometry=square, lon=30.0, lat=48.0, uncertainty_m=70_000, method="gazetteer")
    land = replace(land, footprint=where)
    found = answer("Tazmal in Westmark region", land, village(2, "Tazmal", 36.0, 48.0))
    assert isinstance(found, Unresolved)
    assert "lies 409 km off Westmark region" in found.reason
    near = chosen("Tazmal in Westmark region", land, village(2, "Tazmal", 30.8, 48.0))
    assert near.chosen[0].entry.id == "geonames:2"
    by_hand = Gazetteer((land, replace(village(2, "Tazmal", 36.0, 48.0), id="west:tazmal")))
    assert isinstance(resolve(parse_place("Tazmal in Westmark region"), by_hand), Resolution)


def test_a_district_is_that_of_the_town_of_its_name_wherever_it_is_marked() -> None:
    town = village(1, "Tazmal", 37.95, 36.53, population=99_000)
    district = village(2, "Tazmal", 37.92, 35.91, letter="A", code="ADM2", population=400_000)
    assert chosen("near Tazmal", town, district).chosen[0].entry.id == "geonames:1"
    hamlet = village(3, "Tazmal", 37.95, 36.53)
    assert isinstance(answer("near Tazmal", hamlet, district), Unresolved)


def test_a_capital_is_meant_and_not_the_province_of_its_name_wherever_that_is_marked() -> None:
    capital = village(1, "Tazmal", 30.0, 48.0, population=4_000_000, code="PPLC")
    province = village(2, "Tazmal", 29.8, 47.0, population=4_000_000, letter="A", code="ADM1")
    wide = replace(province, footprint=replace(province.footprint, uncertainty_m=54_000.0))
    assert chosen("Tazmal", wide, capital).chosen[0].entry == capital
    abroad = replace(capital, country="PL")
    assert isinstance(answer("Tazmal", wide, abroad), Unresolved)


@pytest.mark.parametrize(("radius_m", "town"), [(25_000.0, True), (80_000.0, False)])
def test_a_bare_name_means_the_small_town_before_a_first_level_area_as_small_as_a_district(
    radius_m: float, town: bool
) -> None:
    seat = village(1, "Vorkuna|Tazmal", 30.0, 48.0, population=3_700)
    area = village(2, "Vorkuna|Tazmal", 30.05, 48.1, population=3_700, letter="A", code="ADM1")
    area = replace(area, footprint=replace(area.footprint, uncertainty_m=radius_m))
    found = answer("Tazmal", area, seat)
    assert (isinstance(found, Resolution) and found.chosen[0].entry == seat) == town
