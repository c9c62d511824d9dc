"""The town that everybody means, the village beside the rest of a text, and names they share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, PlaceExpression, Resolution, Unresolved, parse_place
from gazetteer.entry import GazetteerEntry, Toponym
from gazetteer.homes.stores import EntryStore
from gazetteer.index import spelled
from gazetteer.meaning.asked import Asked
from gazetteer.meaning.rank import Scene, rank
from gazetteer.meaning.renown import dwarfs
from gazetteer.meaning.surroundings import Anchor
from gazetteer.resolve import Context, resolve
from gazetteer.wording.mentions import find_mentions
from tests.gazetteer.villages import resolved, village


class _Recurring(EntryStore):
    """Villages of a land where every other name recurs."""

    recurrence = 0.5


def _placed(
    text: str,
    *rows: GazetteerEntry,
    near: tuple[float, float],
    curated: int = 0,
    store: type[EntryStore] = EntryStore,
) -> Resolution | Unresolved:
    """Place a text near a point; the first rows are the theatre's own."""
    gazetteer = Gazetteer(rows[:curated], stores=[store(rows[curated:], name="plain")])
    return resolve(parse_place(text), gazetteer, Context(near=(near,)))


def _id(answer: Resolution | Unresolved) -> str:
    return answer.chosen[0].entry.id if isinstance(answer, Resolution) else answer.status


def test_a_town_is_meant_where_the_village_of_its_name_is_no_nearer_than_others() -> None:
    town = village(1, "Myrhorod|Mirgorod", 33.6, 49.9, population=39_000)
    hamlet = village(2, "Mirgorod", 36.2, 49.7)
    for near, meant in (((37.0, 50.2), "geonames:1"), ((36.1, 49.7), "geonames:2")):
        answer = _placed("Mirgorod", town, hamlet, near=near, store=_Recurring)
        assert _id(answer) == meant


def test_another_name_of_a_city_does_not_outweigh_the_village_beside_the_text() -> None:
    city = village(1, "Qaim|Husaybah", 40.99, 34.39, country="IQ", population=74_000)
    beside = village(2, "Husaybah", 43.45, 33.42, country="IQ")
    ramadi = Scene(anchors=(Anchor(43.31, 33.42, "Ramadi"),))
    for name, meant in (("Husaybah", False), ("Qaim", True)):
        rows = (city, replace(beside, toponyms=(Toponym(text=name),)))
        asked, found = Asked(name, None), EntryStore(rows).matches(name)
        (first, *rest), _ = rank(asked, found, ramadi, curated="geonames:1".__eq__, spelled=spelled)
        assert first.found.id == "geonames:1"
        assert dwarfs(first, rest) == meant


def test_a_town_that_is_merely_like_a_name_gives_way_to_the_village_of_that_name() -> None:
    town = village(1, "Hruzkyi", 37.94, 48.07, population=52_000)
    near = village(2, "Gruzskoye", 37.29, 48.55)
    assert _id(_placed("Gruzskoye", town, near, near=(37.5, 48.7))) == "geonames:2"
    # Its own district is no village.
    seat = village(1, "Hit", 42.82, 33.63, country="IQ", population=32_000)
    district = village(2, "Heet", 42.76, 33.73, country="IQ", letter="A", code="ADM2")
    assert _id(_placed("Heet", seat, district, near=(43.3, 33.4))) == "geonames:1"


@pytest.mark.parametrize(
    ("near", "meant"), [((37.25, 48.15), "geonames:2"), ((30, 50), "ambiguous")]
)
def test_what_a_place_is_called_first_says_more_than_an_old_name_of_another(
    near: tuple[float, float], meant: str
) -> None:
    town = village(1, "Myrnohrad|Hrodivka", 37.27, 48.30)
    own = village(2, "Hrodivka", 37.38, 48.26)
    assert _id(_placed("Hrodivka", town, own, near=near, curated=2)) == meant


def test_a_part_of_a_name_is_the_towns_where_only_its_district_is_called_so() -> None:
    town = village(1, "Mosul", 43.13, 36.34, country="IQ", population=1_700_000)
    district = village(2, "Mosul", 42.96, 36.08, country="IQ", letter="A", code="ADM2")
    province = village(3, "Mosul", 43.13, 36.34, country="IQ", letter="A", code="ADM1")
    assert _id(_placed("eastern Mosul", town, district, near=(43.38, 36.35))) == "geonames:1"
    assert _id(_placed("eastern Mosul", town, province, near=(43.38, 36.35))) == "geonames:3"


def test_a_market_is_not_called_after_a_town_far_from_all_the_rest() -> None:
    town = village(1, "Shirqat|Ashar", 43.23, 35.51, country="IQ", population=40_000)
    for said in ("the Ashar market", "the hospital of Ashar"):
        assert _id(_placed(said, town, near=(47.8, 30.5))) == "unresolved"
        assert _id(_placed(said, town, near=(43.5, 35.3))) == "geonames:1"


def test_a_junction_that_is_one_by_its_code_is_meant_by_the_word() -> None:
    crossroads = village(1, "Kilo 16", 43.09, 14.80, country="YE", letter="S", code="RDJCT")
    assert _id(_placed("the Kilo 16 junction", crossroads, near=(42.94, 14.8))) == "geonames:1"


@pytest.mark.parametrize("asked", ["al-Dhabab", "Dhabab", "Al Dhabab"])
def test_the_letter_that_maps_write_as_d_is_heard_as_dh(asked: str) -> None:
    listed = village(1, "Aḑ Ḑabāb", 43.95, 13.53, country="YE")
    assert _id(_placed(asked, listed, near=(44.01, 13.58))) == "geonames:1"


@pytest.mark.parametrize(
    ("text", "said", "word"),
    [
        ("They stormed the airport in Mosul.", "the airport in Mosul", "airport"),
        ("They hold the refinery at Mosul.", "the refinery at Mosul", "refinery"),
        (
            "They stormed the airport on the southern edge of Mosul.",
            "the airport on the southern edge of Mosul",
            "airport",
        ),
        ("Jets bombed Mosul's main airport.", "Mosul's main airport", "airport"),
        ("Jets bombed Mosul's military airport.", "Mosul", ""),
        ("Jets bombed Mosul's airport road.", "Mosul", ""),
        ("They hold the hospital on the edge of Mosul.", "the edge of Mosul", ""),
        ("They hold the airport in eastern Mosul.", "eastern Mosul", ""),
        ("They hold the barracks and the airport at Mosul.", "Mosul", ""),
        ("They seized Mosul's airport.", "Mosul's airport", "airport"),
        ("They freed the men in Mosul's main prison.", "Mosul's main prison", "prison"),
        ("They shelled the central market in Mosul.", "the central market in Mosul", "market"),
        ("They shelled Mosul's outskirts.", "Mosul's outskirts", ""),
        ("They shelled Mosul's port authority.", "Mosul", ""),
        ("They hold the main road in Mosul.", "Mosul", ""),
    ],
)
def test_what_a_town_has_one_of_is_that_of_the_town_it_is_in(
    text: str, said: str, word: str
) -> None:
    start = text.index("Mosul")
    *_, mention = find_mentions(text, known_spans=[(start, start + len("Mosul"))])
    assert text[mention.start : mention.end] == said
    assert (mention.expression.heads, mention.expression.feature_word) == (("Mosul",), word)


@pytest.mark.parametrize("text", ["the airport in Samarra", "Samarra's airport", "the airport"])
def test_without_an_airport_of_its_own_the_town_stands_in_for_the_one_there(text: str) -> None:
    town = village(1, "Samarra", 43.89, 34.20, country="IQ", population=160_000)
    said = PlaceExpression(text=text, heads=("Samarra",), feature_word="airport")
    answer = resolve(said, Gazetteer(stores=[EntryStore((town,), name="plain")]))
    assert isinstance(answer, Resolution)
    assert answer.footprint.uncertainty_m > 10_000


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("the Rope Bridge across the Arvand in Samarra", True),
        ("to within 300 metres of the Rope Bridge in Samarra", True),
        ("30 kilometres from the Rope Bridge in Samarra", False),
    ],
)
def test_a_bridge_that_nobody_knows_is_in_the_town_behind_its_river(text: str, there: bool) -> None:
    town = village(1, "Samarra", 43.89, 34.20, country="IQ", population=160_000)
    (mention,) = find_mentions(text, known_spans=[(text.index("Samarra"), len(text))])
    answer = resolve(mention.expression, Gazetteer(stores=[EntryStore((town,), name="plain")]))
    assert isinstance(answer, Resolution) is there


@pytest.mark.parametrize(
    ("text", "head", "word"),
    [
        ("the Mill Street bridge", "Mill Street bridge", "bridge"),
        ("the Haifa Street market", "Haifa Street market", "market"),
        ("the Mill Street bridges", "Mill Street", "street"),
    ],
)
def test_what_is_called_after_its_street_is_no_street(text: str, head: str, word: str) -> None:
    (mention,) = find_mentions(text, known_spans=[])
    assert (mention.expression.heads, mention.expression.feature_word) == ((head,), word)


@pytest.mark.parametrize("said", ["Samarra's main prison", "the main prison in Samarra"])
def test_what_stands_in_a_town_is_somewhere_in_it_and_not_around(said: str) -> None:
    town = village(1, "Samarra", 43.89, 34.20, country="IQ", population=160_000)
    asked = PlaceExpression(text=said, heads=("Samarra",), feature_word="prison")
    answer = resolve(asked, Gazetteer(stores=[EntryStore((town,), name="plain")]))
    assert isinstance(answer, Resolution)
    assert answer.footprint.uncertainty_m == town.footprint.uncertainty_m
    assert "somewhere in Samarra" in answer.footprint.note


def test_a_known_town_that_is_merely_like_a_name_does_not_outweigh_towns_of_that_name() -> None:
    known = village(1, "Amara|العمارة", 47.14, 31.84, country="IQ", population=320_000)
    named = [village(n, "Mar'a", 39.5 + n, 35.0, country="SY", population=40_000) for n in (2, 3)]
    assert _id(_placed("Mar'a", known, *named, near=(43.3, 33.4), curated=1)) == "ambiguous"
    assert _id(_placed("Amara", known, *named, near=(43.3, 33.4), curated=1)) == "geonames:1"


def test_the_village_a_ride_off_is_meant_and_not_an_area_far_from_all_the_rest() -> None:
    beside = village(1, "Bosso", 13.31, 13.70, country="NE", population=6_000)
    area = village(2, "Bosso", 6.50, 9.60, country="NG", letter="A", code="ADM2")
    assert _id(_placed("Bosso", beside, area, near=(12.61, 13.32))) == "geonames:1"


def test_a_report_on_a_whole_country_names_villages_at_both_ends_of_it() -> None:
    oasis = EntryStore([village(1, "Zouar", 16.53, 20.46, country="TD", population=1_200)])
    asked, found = Asked("Zouar", None), oasis.matches("Zouar")
    capital, fada = Anchor(15.04, 12.11, "N'Djamena", country="TD"), Anchor(21.58, 17.19, "Fada")
    for anchors, far in (((capital,), True), ((fada,), True), ((capital, fada), False)):
        scene = Scene(anchors=anchors)
        (only,), _ = rank(asked, found, scene, curated=lambda _: False, spelled=spelled)
        assert only.far == far


def test_the_seat_that_its_district_is_called_after_is_meant_and_no_hamlet() -> None:
    seat = village(1, "Dukan", 44.96, 35.93, country="IQ", code="PPLA2")
    hamlet = village(2, "Dukan", 45.55, 35.25, country="IQ")
    district = replace(
        village(3, "Dukan", 45.07, 35.99, country="IQ", letter="A", code="ADM2"),
        footprint=replace(seat.footprint, uncertainty_m=35_000.0),
    )
    chamchamal = (44.83, 35.53)
    assert _id(_placed("Dukan", seat, hamlet, district, near=chamchamal)) == "geonames:1"
    assert _id(_placed("Dukan", seat, hamlet, near=chamchamal)) == "ambiguous"


def test_a_town_called_so_comes_before_one_that_only_has_the_name_among_others() -> None:
    other = village(1, "Bahanagar|Bahapur", 30.0, 48.0, population=200_000)
    own = village(2, "Bahapur", 31.5, 48.5, population=900_000)
    assert _id(_placed("Bahapur", other, own, near=(30.6, 48.2))) == "geonames:2"
    smaller = replace(own, population=100_000)
    assert _id(_placed("Bahapur", other, smaller, near=(30.6, 48.2))) != "geonames:2"


def test_a_name_that_holds_its_kind_is_of_that_kind_however_it_is_filed() -> None:
    filed = village(1, "Stock Creek", 30.0, 48.0, letter="S", code="BLDG")
    assert _id(_placed("Stock Creek", filed, near=(30.1, 48.0))) == "geonames:1"
    assert _id(_placed("the Stock bridge", filed, near=(30.1, 48.0))) != "geonames:1"


def test_a_province_is_no_land_of_a_name_that_a_village_alone_bears() -> None:
    rows = (
        village(1, "Prymorske", 30.0, 48.0),
        village(2, "Prymorske", 33.0, 48.0),
        village(3, "Primorsky", 130.0, 45.0, letter="A", code="ADM1", population=1_800_000),
    )
    assert _id(_placed("Prymorske", *rows, near=(30.05, 48.0))) == "geonames:1"


def test_no_village_is_a_metropolis_of_its_name() -> None:
    rows = (
        village(1, "Riyadh", 30.0, 48.0),
        village(2, "Riyadh", 46.7, 24.7, population=4_200_000, code="PPLC"),
    )
    assert _id(_placed("Riyadh", *rows, near=(30.2, 48.0))) != "geonames:1"
    assert _id(_placed("the village of Riyadh", *rows, near=(30.2, 48.0))) == "geonames:1"


def test_a_city_is_no_hamlet_of_its_name_that_the_text_is_near() -> None:
    entries = (
        village(1, "Sarny", 26.6, 51.3, population=28_000),
        village(2, "Sarny", 23.2, 49.9),
        village(3, "Yavoriv", 23.4, 49.9, population=13_000),
    )
    gazetteer = Gazetteer(stores=(EntryStore(entries),))
    for text, meant in (("the city of Sarny", 0), ("the village of Sarny", 1)):
        answer = resolved(gazetteer, text, "Yavoriv")
        assert answer.chosen[0].entry.id == entries[meant].id


def test_a_quarter_that_is_merely_like_the_name_of_a_country_is_not_that() -> None:
    land = village(1, "Vorlania", 25.0, 46.0, population=19_000_000, letter="A", code="PCLI")
    gazetteer = Gazetteer(stores=[EntryStore((land,))])
    assert _id(resolve(parse_place("al-Vorlaniya"), gazetteer)) == "unresolved"
    assert _id(resolve(parse_place("Vorlania"), gazetteer)) == "geonames:1"


def test_the_village_of_the_very_name_comes_before_its_second_namesake() -> None:
    own, second = village(1, "Zhela", 37.4, 48.2), village(2, "Zhela Druha", 37.4, 48.05)
    answer = _placed("the village of Zhela", own, second, near=(37.2, 48.28))
    assert _id(answer) == "geonames:1"


def test_a_village_that_reports_of_war_tell_of_is_no_hamlet_beside_a_town_of_its_name() -> None:
    town = village(1, "Kobol", 39.85, 10.03, population=56_000)
    told = replace(village(2, "Kobol", 39.63, 12.15), id="frontmap:XX-kobol")
    near = (39.6, 12.0)
    assert _id(_placed("Kobol", town, told, near=near)) == "frontmap:XX-kobol"
    city = replace(town, population=900_000)
    assert _id(_placed("Kobol", city, told, near=(39.8, 10.1))) == "geonames:1"
