"""Roads and rivers: which stretch of their course a text means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import shapely

import claims
from gazetteer.expression import parse_place
from gazetteer.files import read_theatre_entries
from gazetteer.homes.stores import EntryStore
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution, Unresolved
from gazetteer.resolve import Context, resolve_all
from gazetteer.wording.mentions import find_mentions
from geo.geodesy import distance_m, enclosing_radius_m
from tests.gazetteer.villages import village


@pytest.fixture(scope="module")
def syria() -> Gazetteer:
    folder = Path(claims.__file__).parent / "theatres" / "syria"
    return Gazetteer(read_theatre_entries(folder))


def placed(gazetteer: Gazetteer, text: str) -> Resolution:
    (answer,) = resolve_all([parse_place(text)], gazetteer)
    assert isinstance(answer, Resolution), answer
    return answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels cut the M5 near Saraqib at dawn.", ["the M5 near Saraqib"]),
        ("Rebels cut the M5 highway at Saraqib.", ["the M5 highway at Saraqib"]),
        (
            "They seized the M5 between Saraqib and Suran and held Suran.",
            ["the M5 between Saraqib and Suran", "Suran"],
        ),
        (
            "A convoy was hit on the Hama-Homs road north of Suran.",
            ["the Hama-Homs road north of Suran"],
        ),
        (
            "They came down the road to Hama near Suran and turned towards Homs.",
            ["the road to Hama near Suran", "towards Homs"],
        ),
        (
            "Troops moved along the Hama-Homs road towards Homs.",
            ["along the Hama-Homs road", "towards Homs"],
        ),
        ("Rebels cut the M5 at dawn.", ["the M5"]),
        ("Rebels cut the M5 Hama City-Homs highway.", ["the M5 Hama City-Homs highway"]),
        ("Rebels cut the M-5 Hama-Homs highway.", ["the M-5 Hama-Homs highway"]),
        ("A convoy was hit on the Hama-Homs City road.", ["the Hama-Homs City road"]),
        ("Troops attacked on the Hama axis near Suran.", ["the Hama axis", "near Suran"]),
        (
            "They raided three villages along National Road 4 between Hama and Homs.",
            ["three villages along National Road 4 between Hama and Homs"],
        ),
    ],
)
def test_a_road_carries_where_on_it_something_is(
    syria: Gazetteer, text: str, expected: list[str]
) -> None:
    found = find_mentions(text, known_spans=syria.spans(text))
    assert [text[mention.start : mention.end] for mention in found] == expected


def test_a_long_road_is_marked_where_the_text_is_and_keeps_its_whole_line(
    syria: Gazetteer,
) -> None:
    alone = placed(syria, "the M5 highway").footprint
    road, town = resolve_all([parse_place("the M5 highway"), parse_place("Hama")], syria)
    assert isinstance(road, Resolution)
    assert isinstance(town, Resolution)
    mark, hama = road.footprint, town.footprint
    assert mark.geometry == alone.geometry
    assert distance_m(lon=mark.lon, lat=mark.lat, to_lon=hama.lon, to_lat=hama.lat) < 10_000
    reach = enclosing_radius_m(mark.geometry, lon=mark.lon, lat=mark.lat)
    assert mark.uncertainty_m == pytest.approx(reach, rel=1e-6)
    assert mark.geometry.distance(shapely.Point(mark.lon, mark.lat)) < 1e-3


@pytest.mark.parametrize(
    ("text", "town", "least_km", "most_km"),
    [
        ("the M5, 15 km north of Hama", "Hama", 10, 20),
        ("the M5 highway at Khan Shaykhun", "Khan Shaykhun", 0, 5),
        ("the Khanaser-Athriya road, 10 km from Athriya", "Athriya", 8, 12),
    ],
)
def test_a_road_is_cut_to_the_stretch_that_the_text_speaks_of(
    syria: Gazetteer, text: str, town: str, least_km: float, most_km: float
) -> None:
    part, beside = placed(syria, text).footprint, placed(syria, town).footprint
    ends = {"lon": beside.lon, "lat": beside.lat, "to_lon": part.lon, "to_lat": part.lat}
    assert least_km * 1_000 <= distance_m(**ends) <= most_km * 1_000
    assert part.geometry.geom_type == "LineString"
    assert part.uncertainty_m < 15_000


@pytest.mark.parametrize(
    "text", ["the Hama-Homs road near Azaz", "the Hama-Zzyzx road near Azaz", "the A99 near Azaz"]
)
def test_a_road_that_is_not_known_there_is_placed_by_what_it_passes(
    syria: Gazetteer, text: str
) -> None:
    part, town = placed(syria, text).footprint, placed(syria, "Azaz").footprint
    ends = {"lon": town.lon, "lat": town.lat, "to_lon": part.lon, "to_lat": part.lat}
    assert distance_m(**ends) < 2_000
    assert "near Azaz" in part.note


@pytest.mark.parametrize("asked", ["the Zorin-Karsk road", "the Karsk-Zorin road"])
def test_a_road_that_bears_the_names_of_its_ends_is_known_by_them(asked: str) -> None:
    ends = village(1, "Zorin", 30.0, 48.0), village(2, "Karsk", 30.5, 48.5)
    road = village(3, "Zorin-Karsk road", 30.2, 48.2, letter="R", code="RD")
    known = Gazetteer(stores=[EntryStore((*ends, road), name="road")])
    (answer,) = resolve_all([parse_place(asked)], known)
    assert isinstance(answer, Resolution), answer
    assert [candidate.entry.id for candidate in answer.chosen] == ["geonames:3"]


def test_the_ends_of_a_road_need_not_lie_where_something_on_it_does() -> None:
    rows = [village(1, "Zorin", 30.0, 48.0), village(2, "Karsk", 30.0, 48.6)]
    # Another Karsk lies just where the text says that the road was hit.
    rows.append(village(3, "Karsk", 30.02, 48.18))
    near = Gazetteer(stores=[EntryStore((*rows, village(4, "Olva", 30.1, 48.6)), name="road")])
    asked = ("the road between Zorin and Karsk, 20 km north of Zorin", "Olva", "Zorin")
    road, *_ = resolve_all([parse_place(text) for text in asked], near)
    assert isinstance(road, Resolution), road
    assert [candidate.entry.id for candidate in road.chosen] == ["geonames:1", "geonames:2"]
    assert 48.1 < road.footprint.lat < 48.3


def test_the_bank_of_a_river_of_unknown_course_stands_among_the_places_beside_it() -> None:
    river = village(1, "Orvat River", 37.8, 49.35, letter="H", code="STM")
    river = replace(river, footprint=replace(river.footprint, uncertainty_m=40_000.0))
    town = village(2, "Tazmal", 37.7, 49.53, population=60_000)
    gazetteer = Gazetteer(stores=(EntryStore((river, town)),))
    asked = [parse_place(text) for text in ("the east bank of the Orvat River", "Tazmal")]
    bank, _ = resolve_all(asked, gazetteer)
    assert isinstance(bank, Resolution)
    assert (bank.footprint.lon, bank.footprint.lat) == pytest.approx((37.7, 49.53), abs=0.01)
    assert bank.footprint.uncertainty_m > 40_000
    # Of a long one the circle would be too wide to draw, and its half is not.
    long = replace(river, footprint=replace(river.footprint, uncertainty_m=130_000.0))
    bank, _ = resolve_all(asked, Gazetteer(stores=(EntryStore((long, town)),)))
    assert isinstance(bank, Resolution)
    assert bank.footprint.uncertainty_m < 145_000


def test_east_of_a_long_river_is_beside_the_places_that_lie_along_it() -> None:
    river = village(1, "Orvat", 38.0, 36.0, letter="H", code="STM")
    course = shapely.LineString([(38.0, 34.0), (38.0, 38.0)])
    where = replace(river.footprint, geometry=course, uncertainty_m=222_000.0)
    town = village(2, "Tazmal", 37.9, 37.2, population=60_000)
    gazetteer = Gazetteer(stores=(EntryStore((replace(river, footprint=where), town)),))
    east = parse_place("east of the Orvat")
    answer = resolve_all([east, parse_place("Tazmal")], gazetteer)[0]
    assert isinstance(answer, Resolution)
    assert (answer.footprint.lon, answer.footprint.lat) == pytest.approx((38.1, 37.2), abs=0.2)
    # Of a river of 400 km nobody knows where along it is meant.
    assert not isinstance(resolve_all([east], gazetteer)[0], Resolution)


def test_a_road_that_leads_abroad_is_not_where_it_leads() -> None:
    towns = (
        village(1, "Marun", 38.7, 14.1, population=60_000),
        village(2, "Orusk", 39.9, 17.1, population=90_000, country="PL"),
    )
    known, here = Gazetteer(towns), Context(countries=("UA",))
    own, abroad = (
        resolve_all([parse_place(f"the road to {name}")], known, context=here)[0]
        for name in ("Marun", "Orusk")
    )
    assert isinstance(own, Resolution)
    assert isinstance(abroad, Unresolved)
