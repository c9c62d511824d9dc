from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer import Context, Gazetteer, PlaceExpression, Resolution, Unresolved, parse_place
from gazetteer.files import read_theatre_entries
from gazetteer.homes.stores import EntryStore
from gazetteer.homes.towns import towns as towns_of
from gazetteer.resolve import resolve, resolve_all
from geo.geodesy import distance_m
from tests.gazetteer.towns_alone import towns_alone
from tests.gazetteer.villages import village

ANYWHERE = Context()


def _resolved(gazetteer: Gazetteer, text: str, context: Context = ANYWHERE) -> Resolution:
    answer = resolve(parse_place(text), gazetteer, context)
    assert isinstance(answer, Resolution), answer
    return answer


def _refused(gazetteer: Gazetteer, text: str, context: Context = ANYWHERE) -> Unresolved:
    answer = resolve(parse_place(text), gazetteer, context)
    assert isinstance(answer, Unresolved), answer
    return answer


@pytest.mark.parametrize(
    ("text", "entry_ids"),
    [
        ("Hama", ["levant:hama"]),
        ("the city of Hama", ["levant:hama"]),
        ("Hama province", ["levant:hama-governorate"]),
        ("the central province of Hama", ["levant:hama-governorate"]),
        ("northern rural Hama", ["levant:hama"]),
        ("eastern Hama", ["levant:hama-governorate"]),
        ("15 km from Hama", ["levant:hama"]),
        ("the northern outskirts of Hama", ["levant:hama"]),
        ("between Aleppo and Hama", ["levant:aleppo", "levant:hama"]),
        ("Jabal Zeinedin", ["levant:zayn"]),
        ("Al-Safirah", ["levant:safira"]),
        ("حماة", ["levant:hama"]),
        ("the M5", ["levant:m5"]),
        ("the Khanaser-Athriya road", ["levant:khanasir-ithriya"]),
        ("the Athriya–Khanaser highway", ["levant:khanasir-ithriya"]),
        ("the road between Ithriyah and Khanaser", ["levant:khanasir-ithriya"]),
        ("town of Suran, between Aleppo and Hama", ["levant:suran"]),
    ],
)
def test_phrases_find_their_entries(curated: Gazetteer, text: str, entry_ids: list[str]) -> None:
    assert [c.entry.id for c in _resolved(curated, text).chosen] == entry_ids


def test_a_bare_name_is_the_city_with_its_province_as_other_reading(curated: Gazetteer) -> None:
    answer = _resolved(curated, "Hama")
    assert answer.footprint.geometry.geom_type == "Point"
    assert [other.geometry.geom_type for other in answer.footprint.alternatives] == ["Polygon"]
    assert "levant:hama-governorate" in {c.entry.id for c in answer.rejected}


def test_a_road_keeps_its_line(curated: Gazetteer) -> None:
    shape = _resolved(curated, "the Khanaser-Athriya road").footprint.geometry
    assert shape.geom_type == "LineString"


def test_a_road_without_a_route_runs_between_its_ends(curated: Gazetteer) -> None:
    answer = _resolved(curated, "the Azaz-Safira road")
    assert [c.entry.id for c in answer.chosen] == ["levant:azaz", "levant:safira"]


@pytest.mark.parametrize("name", ["Al-Mazarib Bridge", "the Mzeirib bridge"])
def test_what_is_not_held_is_not_guessed(curated: Gazetteer, name: str) -> None:
    answer = _refused(curated, name)
    assert answer.status == "unresolved"
    assert "is known" in answer.reason


def test_a_bridge_near_hama_is_never_a_village_in_daraa(towns: Gazetteer) -> None:
    answers = resolve_all(
        [parse_place("Hama"), parse_place("the Al-Mazarib Bridge in the eastern Hama area")], towns
    )
    # It is somewhere in the area that the text gives, which is by Hama.
    assert isinstance(answers[1], Resolution)
    assert answers[1].chosen[0].entry.id == "levant:hama"
    assert "'Al-Mazarib Bridge' is not known more closely" in answers[1].footprint.note


def test_similar_spelling_without_support_is_refused_with_the_nearest(
    theatre_folder: Path,
) -> None:
    path = theatre_folder / "places.csv"
    path.write_text(path.read_text("utf-8").replace("Mzeirib|Al-Mazarib", ""), "utf-8")
    own = Gazetteer(read_theatre_entries(theatre_folder))
    answer = _refused(own, "Mazarib", Context(near=((36.7578, 35.1318),)))
    assert "nothing in the text points there" in answer.reason
    assert answer.candidates[0].entry.id == "levant:muzayrib"
    # Beside the town itself the same spelling is good enough.
    assert _resolved(own, "Mazarib", Context(near=((36.03, 32.72),))).chosen[0].entry.id == (
        "levant:muzayrib"
    )


def test_namesakes_are_ambiguous_until_something_tells_them_apart(curated: Gazetteer) -> None:
    answer = _refused(curated, "Suran")
    assert answer.status == "ambiguous"
    assert {c.entry.id for c in answer.candidates[:2]} == {"levant:suran", "levant:suran-azaz"}


@pytest.mark.parametrize(
    ("context", "entry_id"),
    [
        (Context(near=((36.7578, 35.1318),)), "levant:suran"),
        (Context(near=((37.05, 36.59),)), "levant:suran-azaz"),
        (Context(inside=("Hama Governorate",)), "levant:suran"),
        (Context(inside=("Hama",)), "levant:suran"),
        (Context(inside=("levant:hama-governorate",)), "levant:suran"),
    ],
)
def test_context_tells_namesakes_apart(curated: Gazetteer, context: Context, entry_id: str) -> None:
    assert _resolved(curated, "Suran", context).chosen[0].entry.id == entry_id


@pytest.mark.parametrize(
    ("others", "entry_id", "words"),
    [
        (["Hama", "Salamiyah"], "levant:suran", "18 km from Hama"),
        (["Azaz"], "levant:suran-azaz", "15 km from Azaz"),
    ],
)
def test_the_other_places_of_a_document_decide_and_are_named(
    curated: Gazetteer, others: list[str], entry_id: str, words: str
) -> None:
    answer = resolve_all([parse_place(t) for t in ("Suran", *others)], curated)[0]
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.id == entry_id
    assert words in answer.chosen[0].why


def test_the_order_of_a_document_does_not_matter(curated: Gazetteer) -> None:
    asked = [parse_place(t) for t in ("Suran", "Hama", "Azaz", "Al-Safira", "Hama")]
    forward = resolve_all(asked, curated)
    backward = resolve_all(asked[::-1], curated)[::-1]
    assert [type(a) for a in forward] == [type(a) for a in backward]
    assert forward[1] == forward[4] == backward[1]


def test_a_large_town_outweighs_its_small_namesakes(towns: Gazetteer) -> None:
    bare = Gazetteer(countries=())
    assert isinstance(resolve(parse_place("Suran"), bare), Unresolved)
    answer = resolve(parse_place("Suran"), _towns_alone(towns))
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.id == "geonames:163915"
    assert "by far the best known" in answer.chosen[0].why


def test_two_rows_for_one_town_are_no_ambiguity(theatre_folder: Path) -> None:
    path = theatre_folder / "places.csv"
    again = "hama-2,Hama,,,P,PPL,36.7601,35.1402,3000,Hama,SY,400000,another list,CC0,\n"
    path.write_text(path.read_text("utf-8") + again, "utf-8")
    answer = _resolved(Gazetteer(read_theatre_entries(theatre_folder)), "Hama")
    assert answer.chosen[0].entry.id == "levant:hama"
    assert "levant:hama-2" in {c.entry.id for c in answer.rejected}


def test_a_curated_name_may_state_that_no_one_can_tell(curated: Gazetteer) -> None:
    answer = _refused(curated, "Syrian Desert road")
    assert answer.status == "ambiguous"
    assert [c.entry.id for c in answer.candidates] == [
        "levant:khanasir-ithriya",
        "levant:salamiyah-ithriya",
    ]


def test_no_name_is_no_place(curated: Gazetteer) -> None:
    answer = resolve(PlaceExpression(text="the city", heads=()), curated)
    assert isinstance(answer, Unresolved)
    assert answer.reason == "the text names no place"


def test_a_latin_name_with_a_cyrillic_letter_is_refused(curated: Gazetteer) -> None:
    assert "mixes letters of two scripts" in _refused(curated, "Hаma").reason


def test_a_name_of_200_000_characters_is_refused(curated: Gazetteer) -> None:
    answer = resolve(PlaceExpression(text="x", heads=("x" * 200_000,)), curated)
    assert isinstance(answer, Unresolved)
    assert "200000 characters" in answer.reason
    assert len(answer.reason) < 200


def test_an_unknown_name_is_unresolved_with_a_reason(curated: Gazetteer) -> None:
    assert _refused(curated, "Qwertzuiop").reason == (
        "no gazetteer entry is spelled like 'Qwertzuiop'"
    )


def test_one_unknown_end_leaves_the_whole_unresolved(curated: Gazetteer) -> None:
    answer = _refused(curated, "between Qwertzuiop and Hama")
    assert "Qwertzuiop" in answer.reason


def test_a_province_without_a_border_is_drawn_around_its_towns(tmp_path: Path) -> None:
    answer = _resolved(towns_alone("SY", towns_of("SY"), tmp_path), "Aleppo province")
    assert answer.footprint.geometry.geom_type == "Polygon"
    assert "drawn around" in answer.chosen[0].why


def test_one_place_under_a_wrong_area_does_not_move_a_region(tmp_path: Path) -> None:
    # One of the shipped places of the Donetsk region lies 340 km west of its middle.
    ukraine = towns_alone("UA", towns_of("UA"), tmp_path)
    area = _resolved(ukraine, "the Donetsk region").footprint
    assert distance_m(lon=area.lon, lat=area.lat, to_lon=37.8, to_lat=48.0) < 40_000
    assert 100_000 < area.uncertainty_m < 170_000


def test_a_small_exact_namesake_far_off_is_refused(towns: Gazetteer) -> None:
    # A village of the coastal mountains, 740 km from Baghdad.
    answer = _refused(_towns_alone(towns), "Ayn Halaqim", Context(near=((44.4, 33.3),)))
    assert "lies far off" in answer.reason


@pytest.mark.parametrize(
    ("name", "code"), [("Mali", "PCLI"), ("Jordan", "PCLI"), ("Chad", "PCLI"), ("Kuwait", "PPLC")]
)
def test_the_bare_name_of_a_country_means_no_village_elsewhere(name: str, code: str) -> None:
    # A Mali and a Jordan are villages of China; where a capital has the name too, it is meant.
    world = Gazetteer(countries=["world"])
    assert _resolved(world, name).chosen[0].entry.feature_code == code


def test_the_answer_carries_the_words_it_was_asked(curated: Gazetteer) -> None:
    asked = replace(parse_place("Hama"), text="in HAMA itself")
    assert resolve(asked, curated).expression == asked


def test_suran_by_hama_lies_18_km_north_of_it(curated: Gazetteer) -> None:
    spot = _resolved(curated, "Suran", Context(inside=("Hama",))).footprint
    gap_m = distance_m(lon=spot.lon, lat=spot.lat, to_lon=36.7578, to_lat=35.1318)
    assert gap_m == pytest.approx(17_800, abs=300)


def _towns_alone(towns: Gazetteer) -> Gazetteer:
    """The towns of Syria without the theatre, from the index that is open already."""
    alone = Gazetteer()
    alone._stores = alone._places = towns._places
    return alone


def test_a_cyrillic_lookalike_of_a_latin_name_is_said() -> None:
    # Four Cyrillic letters, read Sora, that a reader takes for the Latin Copa.
    gazetteer = Gazetteer(stores=[EntryStore((village(1, "Sora", 30.0, 48.0),), name="one")])
    answer = _refused(gazetteer, "Сора")
    assert "looks Latin" in answer.reason
    known = village(2, "Sora|Сора", 30.0, 48.0)
    _resolved(Gazetteer(stores=[EntryStore((known,), name="one")]), "Сора")


def test_a_capital_lies_in_the_land_that_it_is_the_capital_of(curated: Gazetteer) -> None:
    (hama,) = resolve_all([parse_place("Hama, the capital of Hama province")], curated)
    assert isinstance(hama, Resolution)
    assert hama.chosen[0].entry.id == "levant:hama"
    assert "inside" in hama.chosen[0].why
