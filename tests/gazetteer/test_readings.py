"""Readings that only the gazetteer or the rest of a text can settle, on the Syrian theatre."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

import claims
from gazetteer.expression import parse_place
from gazetteer.files import read_theatre_entries
from gazetteer.homes.stores import EntryStore
from gazetteer.homes.towns import towns
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution, Unresolved
from gazetteer.resolve import Context, resolve
from geo.geodesy import distance_m
from tests.gazetteer.towns_alone import towns_alone
from tests.gazetteer.villages import village


@pytest.fixture(scope="module")
def syria() -> Gazetteer:
    folder = Path(claims.__file__).parent / "theatres" / "syria"
    return Gazetteer(read_theatre_entries(folder))


def placed(syria: Gazetteer, text: str) -> Resolution:
    answer = resolve(parse_place(text), syria)
    assert isinstance(answer, Resolution), answer
    return answer


@pytest.mark.parametrize("text", ["northwest Syria", "northwestern Syria"])
def test_a_region_with_a_name_of_its_own_is_that_region(syria: Gazetteer, text: str) -> None:
    assert placed(syria, text).chosen[0].entry.id == "syria:northwest-syria"


def test_parts_of_a_province_are_counted_from_the_city_it_is_named_after(syria: Gazetteer) -> None:
    city = placed(syria, "Aleppo").footprint
    assert placed(syria, "western Aleppo").footprint.geometry.bounds[2] <= city.lon + 0.01
    assert placed(syria, "southern Aleppo").footprint.geometry.bounds[3] <= city.lat + 0.01


@pytest.mark.parametrize(
    "text", ["northern rural Hama", "the eastern side of Hama", "the southern districts of Hama"]
)
def test_countryside_and_sides_are_those_of_the_town(syria: Gazetteer, text: str) -> None:
    town, part = placed(syria, "Hama").footprint, placed(syria, text)
    assert part.chosen[0].entry.id == "syria:hama"
    away = distance_m(
        lon=town.lon, lat=town.lat, to_lon=part.footprint.lon, to_lat=part.footprint.lat
    )
    assert away < 30_000


@pytest.mark.parametrize("text", ["20000 km north of Hama", "0 km north of Hama"])
def test_what_cannot_be_drawn_is_unresolved_and_says_why(syria: Gazetteer, text: str) -> None:
    answer = resolve(parse_place(text), syria)
    assert isinstance(answer, Unresolved)
    assert text in answer.reason


@pytest.mark.parametrize(
    ("text", "town", "within_km"),
    [("Homs province", "Homs", 5), ("northern rural Homs province", "Homs", 20)],
)
def test_the_mark_of_a_wide_area_stands_by_the_town_of_its_name(
    syria: Gazetteer, text: str, town: str, within_km: float
) -> None:
    area, city = placed(syria, text).footprint, placed(syria, town).footprint
    apart_m = distance_m(lon=area.lon, lat=area.lat, to_lon=city.lon, to_lat=city.lat)
    assert apart_m < within_km * 1_000
    assert area.uncertainty_m > 200_000  # the desert is a part of it all the same
    assert area.geometry.covers(shapely.Point(area.lon, area.lat))


@pytest.mark.parametrize(
    ("text", "countries", "capital"),
    [
        ("the capital", ("TD",), "N'Djamena"),
        ("the outskirts of the capital", ("SV",), "San Salvador"),
        ("near the capital", ("SY",), "Damascus"),
    ],
)
def test_the_capital_is_that_of_the_country_of_the_text(
    world_towns: Gazetteer, text: str, countries: tuple[str, ...], capital: str
) -> None:
    answer = resolve(parse_place(text), world_towns, Context(countries=countries))
    assert isinstance(answer, Resolution), answer
    assert capital in {name.text for name in answer.chosen[0].entry.toponyms}
    both = Context(countries=(*countries, "IQ"))
    assert isinstance(resolve(parse_place(text), world_towns, both), Unresolved)


def test_a_province_of_which_one_town_is_known_reaches_around_it(tmp_path: Path) -> None:
    kunduz = (town for town in towns("AF") if town.name == "Kunduz")
    alone = towns_alone("AF", kunduz, tmp_path)
    answer = resolve(parse_place("Kunduz province"), alone)
    assert isinstance(answer, Resolution), answer
    assert answer.footprint.uncertainty_m == 80_000
    assert "its province is not known itself" in answer.chosen[0].why
    assert isinstance(resolve(parse_place("Xyzzy province"), alone), Unresolved)


@pytest.fixture(scope="module")
def town_and_part() -> Gazetteer:
    """A city, a part of it and the land of its name, with a namesake of the part far off."""
    return Gazetteer(
        (
            village(1, "Belmar", 10.0, 10.0, population=900_000),
            village(2, "Sarkand", 10.03, 10.02),
            village(3, "Sarkand", 14.0, 13.0, population=2_000),
            village(4, "Ostria", 11.0, 11.0, letter="A", code="PCLI"),
        )
    )


@pytest.mark.parametrize("kind", ["district", "neighbourhood", "suburb", "quarter"])
@pytest.mark.parametrize("names", ["the Sarkand {} of Belmar", "the Belmar {} of Sarkand"])
def test_the_larger_town_holds_the_part(town_and_part: Gazetteer, names: str, kind: str) -> None:
    answer = resolve(parse_place(names.format(kind)), town_and_part)
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.id == "geonames:2"


def test_a_country_holds_a_town_however_many_people_live_there(town_and_part: Gazetteer) -> None:
    answer = resolve(parse_place("the Belmar district of Ostria"), town_and_part)
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.id == "geonames:1"


def test_a_part_of_another_city_is_not_meant_though_it_is_written_down_by_hand() -> None:
    theatre = Gazetteer(
        (
            village(1, "Belmar", 10.0, 10.0, population=900_000),
            village(2, "Sarkand", 14.03, 13.02, code="PPLX"),
        )
    )
    answer = resolve(parse_place("the district of Sarkand in western Belmar"), theatre)
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.id == "geonames:1"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Gaza", "gaza"),
        ("Gaza City", "gaza-city"),
        ("southern Gaza", "southern-gaza"),
        ("the southern Gaza city of Rafah", "rafah"),
        ("Nuseirat in central Gaza", "nuseirat"),
    ],
)
def test_the_bare_name_of_gaza_is_the_strip_and_no_part_of_the_city(text: str, entry: str) -> None:
    folder = Path(claims.__file__).parent / "theatres" / "gaza-lebanon"
    answer = resolve(parse_place(text), Gazetteer(read_theatre_entries(folder), countries=("PS",)))
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.id == f"gaza-lebanon:{entry}"


def test_a_town_on_the_other_side_than_is_measured_is_not_the_one_meant() -> None:
    town = village(1, "Sarkand", 10.0, 10.0, population=900_000)
    west = village(2, "Belmar", 8.2, 10.0, population=40_000)
    gazetteer = Gazetteer(stores=[EntryStore((town, west))])
    answer = resolve(parse_place("Belmar, 190 km east of Sarkand"), gazetteer)
    assert isinstance(answer, Unresolved), answer
    assert "km off" in answer.reason
    there = resolve(parse_place("Belmar, 190 km west of Sarkand"), gazetteer)
    assert isinstance(there, Resolution), there
