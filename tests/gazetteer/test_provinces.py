"""The shipped first-level areas: whole, found by the names of the press, told from towns."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely

from gazetteer.expression import parse_place
from gazetteer.homes import provinces as shipped
from gazetteer.homes.found import as_found
from gazetteer.homes.provinces import province_count, province_names, provinces
from gazetteer.homes.stores import EntryStore
from gazetteer.homes.towns import WORLD, towns
from gazetteer.index import Gazetteer
from gazetteer.meaning.seats import lands
from gazetteer.meaning.sides import as_whole
from gazetteer.place import Resolution
from gazetteer.resolve import Context, resolve, resolve_all
from tests.gazetteer.villages import resolved, village

_ARCHIVE = Path(shipped.__file__).parents[1] / "data" / "areas.zip"


@pytest.fixture(scope="module")
def opened(shipped_home: Path) -> Mapping[str, Gazetteer]:
    return {code: Gazetteer(countries=[code], home=shipped_home) for code in ("AF", "ML", "SV")}


def _placed(gazetteer: Gazetteer, text: str) -> Resolution:
    answer = resolve(parse_place(text), gazetteer)
    assert isinstance(answer, Resolution), answer
    return answer


def test_the_shipped_file_is_small_and_carries_no_date() -> None:
    assert _ARCHIVE.stat().st_size <= 1_500_000
    with zipfile.ZipFile(_ARCHIVE) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_area_has_an_id_of_its_own_and_an_outline() -> None:
    areas = list(provinces(WORLD))
    assert len(areas) == province_count(WORLD) > 3_000
    assert len({area.id for area in areas}) == len(areas)
    for area in areas:
        shape = area.footprint.geometry
        assert shape.is_valid, area.id
        assert shape.geom_type in ("Polygon", "MultiPolygon"), area.id
        assert area.admin == (area.name,)


@pytest.mark.parametrize("country", ["AF", "AZ", "CO", "ET", "ML", "RU", "SV"])
def test_an_outline_holds_the_towns_of_its_area(country: str) -> None:
    names, held = province_names(country), []
    outline = {area.name: area.footprint.geometry for area in provinces(country)}
    for town in towns(country, names):
        if town.admin and town.admin[0] in outline:
            spot = town.footprint.lon, town.footprint.lat
            held.append(shapely.contains_xy(outline[town.admin[0]], *spot))
    assert np.mean(held) > 0.93


@pytest.mark.parametrize(
    ("country", "text", "name"),
    [
        ("AF", "Takhar province", "Takhar"),
        ("AF", "Ghor province", "Ghowr"),
        ("AF", "Konar province", "Kunar"),
        ("AF", "Vardak province", "Maidan Wardak Province"),
        ("AF", "Helmand", "Helmand"),
        ("AF", "Kunduz province", "Kunduz"),
        ("ML", "Menaka region", "Ménaka"),
        ("ML", "the Timbuktu region", "Tombouctou"),
        ("SV", "Morazan department", "Morazán"),
        ("SV", "Morazan", "Morazán"),
        ("SV", "San Miguel department", "San Miguel Department"),
        ("SV", "northern San Miguel", "San Miguel Department"),
    ],
)
def test_areas_are_found_by_the_names_of_the_press(
    opened: Mapping[str, Gazetteer], country: str, text: str, name: str
) -> None:
    entry = _placed(opened[country], text).chosen[0].entry
    assert (entry.feature_code, entry.name) == ("ADM1", name)


@pytest.mark.parametrize("text", ["San Miguel", "the city of San Miguel", "15 km from San Miguel"])
def test_a_town_comes_before_the_area_of_its_name(
    opened: Mapping[str, Gazetteer], text: str
) -> None:
    assert _placed(opened["SV"], text).chosen[0].entry.feature_class == "P"


def test_an_area_stands_beside_the_town_of_its_name(opened: Mapping[str, Gazetteer]) -> None:
    (area,) = _placed(opened["SV"], "San Miguel").footprint.alternatives
    assert area.geometry.geom_type == "Polygon"


def test_an_area_that_no_town_is_called_as_is_meant_far_from_the_rest(
    opened: Mapping[str, Gazetteer],
) -> None:
    texts = [parse_place(text) for text in ("Faizabad", "Kunduz", "Helmand")]
    answer = resolve_all(texts, opened["AF"], context=Context(countries=("AF",)))[-1]
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.id == "geonames:AF.10"


def test_the_area_of_a_town_has_its_outline(opened: Mapping[str, Gazetteer]) -> None:
    gazetteer = opened["AF"]
    town = _placed(gazetteer, "Taloqan").chosen[0].entry
    area = gazetteer.area_around(town)
    assert area is not None
    assert area.id == "geonames:AF.26"
    assert town.admin == area.admin == ("Takhar",)


def test_what_lies_in_an_area_is_looked_for_there(opened: Mapping[str, Gazetteer]) -> None:
    held = _placed(opened["AF"], "Taloqan, Takhar province")
    assert "inside 'Takhar province'" in held.chosen[0].why


@pytest.mark.parametrize(("people", "known"), [(9_000, []), (900, ["geonames:2"])])
def test_a_province_with_a_small_town_of_its_name_is_not_meant_before_the_town(
    people: int, known: list[str]
) -> None:
    town = village(1, "Menaka", 2.4, 15.9, population=people, country="ML")
    area = village(2, "Menaka", 2.5, 16.0, letter="A", code="ADM1", country="ML")
    wide = replace(area, footprint=replace(area.footprint, uncertainty_m=90_000))
    found = [as_found(each, text="Menaka", score=1.0, spelling=1.0) for each in (town, wide)]
    assert sorted(lands(found, lambda _: False)) == known


def test_the_capital_of_a_people_is_the_town_and_not_its_district(
    opened: Mapping[str, Gazetteer],
) -> None:
    answer = _placed(opened["ML"], "Bamako, the Malian capital")
    assert answer.chosen[0].entry.feature_class == "P"


@pytest.mark.parametrize("text", ["Gao in northern Mali", "northern Mali, near Gao"])
def test_the_north_of_a_land_begins_where_nobody_draws_a_line(
    opened: Mapping[str, Gazetteer], text: str
) -> None:
    # Gao lies south of the middle of Mali's height; the town is meant and not its region.
    assert _placed(opened["ML"], text).chosen[0].entry.feature_class == "P"


def test_a_province_is_no_district_of_its_name_that_the_text_is_near() -> None:
    entries = (
        village(1, "Tazmal", 40.0, 36.0, letter="A", code="ADM1"),
        village(2, "Tazmal", 41.0, 36.5, letter="A", code="ADM2"),
        village(3, "Gorbend", 41.0, 36.5, population=90_000),
    )
    gazetteer = Gazetteer(stores=(EntryStore(entries),))
    for kind, meant in (("region", 0), ("province", 0), ("district", 1)):
        answer = resolved(gazetteer, f"Tazmal {kind}", "Gorbend")
        assert answer.chosen[0].entry.id == entries[meant].id


def test_the_direction_that_a_province_lies_in_cuts_no_part_of_it(
    opened: Mapping[str, Gazetteer],
) -> None:
    whole = _placed(opened["AF"], "Kunduz province").footprint
    for text in ("the northern Kunduz province", "towns in the northern Kunduz province"):
        assert _placed(opened["AF"], text).footprint.lat == whole.lat
    # Without the article, or where it lies elsewhere, it is a part.
    for text in ("northern Kunduz province", "the southern Kunduz province"):
        assert _placed(opened["AF"], text).footprint.lat != whole.lat


def test_a_land_on_both_sides_of_the_date_line_has_no_middle_that_a_province_lies_east_of() -> None:
    said = parse_place("the eastern Tazmal oblast")
    # Kursk lies in the west of Russia, and east of the middle of a box from 180 W to 180 E.
    for country, lon, whole in (("RU", 36.2, False), ("UA", 36.2, True), ("UA", 25.0, False)):
        area = village(1, "Tazmal", lon, 50.0, country=country, letter="A", code="ADM1")
        found = as_found(area, text="Tazmal", score=1.0, spelling=1.0)
        assert (as_whole(said, [found]) is not None) is whole


def test_a_bare_name_is_the_town_and_not_the_district_around_it() -> None:
    # The places of the text lie nearer to the district's middle than to the town itself.
    entries = (
        village(1, "Tazmal", 40.0, 36.0, population=9_000),
        village(2, "Tazmal", 40.25, 36.15, letter="A", code="ADM2"),
        village(3, "Gorbend", 40.27, 36.16, population=90_000),
    )
    district = replace(entries[1], footprint=replace(entries[1].footprint, uncertainty_m=30_000.0))
    gazetteer = Gazetteer(stores=(EntryStore((entries[0], district, entries[2])),))
    for text, meant in (("Tazmal", 0), ("Tazmal district", 1)):
        answer = resolved(gazetteer, text, "Gorbend")
        assert answer.chosen[0].entry.id == entries[meant].id


@pytest.mark.parametrize(("countries", "known"), [(("AF",), True), (("AF", "ML"), False)])
def test_the_south_of_the_country_is_that_of_the_only_one_spoken_of(
    opened: Mapping[str, Gazetteer], countries: tuple[str, ...], known: bool
) -> None:
    asked = parse_place("the south of the country")
    (answer,) = resolve_all([asked], opened["AF"], context=Context(countries=countries))
    assert isinstance(answer, Resolution) == known
    if isinstance(answer, Resolution):
        assert answer.footprint.lat == _placed(opened["AF"], "southern Afghanistan").footprint.lat


def test_a_province_is_no_district_across_the_border(shipped_home: Path) -> None:
    # The province is listed as Khowst, and a district of Pakistan is spelled just as in the text.
    gazetteer = Gazetteer(countries=["AF", "PK"], home=shipped_home)
    names = ("Kabul", "Khost province", "Paktika")
    answer = resolve_all([*map(parse_place, names)], gazetteer)[1]
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.country == "AF"
