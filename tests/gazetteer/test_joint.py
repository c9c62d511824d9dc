"""Names of one text settle each other, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Context, Gazetteer, Resolution, Unresolved, parse_place, resolve_all
from gazetteer.entry import GazetteerEntry
from gazetteer.homes.stores import EntryStore
from tests.gazetteer.villages import village

# Two valleys 300 km apart; each has a Petrivka, one a Zelene, the other a Zelenyi Hai.
ROWS = (
    village(1, "Petrivka|Petrovka", 30.00, 48.00),
    village(2, "Petrivka|Petrovka", 34.00, 48.00),
    village(3, "Zelene", 30.08, 48.03),
    village(4, "Zelene", 36.90, 50.10),
    village(5, "Kamianka", 34.07, 48.02),
    village(6, "Kamianka", 26.00, 50.50),
    village(7, "Lozuvatka", 30.10, 48.05),
    village(8, "Lozuvate", 34.10, 48.05),
    village(9, "Velyke Misto", 34.50, 48.50, population=600_000, code="PPLA"),
    village(10, "Misto", 30.05, 48.02),
)


@pytest.fixture(scope="module")
def valleys() -> Gazetteer:
    return Gazetteer(stores=[EntryStore(ROWS, name="valleys")])


def _ask(gazetteer: Gazetteer, *names: str) -> list[Resolution | Unresolved]:
    return list(resolve_all([parse_place(name) for name in names], gazetteer))


def _id(answer: Resolution | Unresolved) -> str:
    return answer.chosen[0].entry.id if isinstance(answer, Resolution) else answer.status


def test_two_ambiguous_names_settle_each_other(valleys: Gazetteer) -> None:
    assert _id(_ask(valleys, "Petrivka")[0]) == "ambiguous"
    assert _id(_ask(valleys, "Zelene")[0]) == "ambiguous"
    assert [_id(a) for a in _ask(valleys, "Petrivka", "Zelene")] == ["geonames:1", "geonames:3"]
    assert [_id(a) for a in _ask(valleys, "Petrivka", "Kamianka")] == ["geonames:2", "geonames:5"]


def test_a_merely_similar_village_is_no_mountain_and_settles_nothing(valleys: Gazetteer) -> None:
    assert [_id(a) for a in _ask(valleys, "Lozuvatka", "Zelene")] == ["geonames:7", "geonames:3"]
    assert _id(_ask(valleys, "the Lazuvatka mountains", "Zelene")[1]) == "ambiguous"


def test_homonyms_next_to_each_other_do_not_outvote_a_town() -> None:
    """Names that nobody can tell share one voice each, however often they occur."""
    names = ("Berezivka", "Tarasivka", "Shevchenko", "Petrivka", "Vesele")
    rows = [village(1, "Hirsk", 30.00, 48.00, population=90_000)]
    # Around the town each name once, 8 to 25 km off; twice elsewhere, closer together.
    for at, name in enumerate(names):
        rows.append(village(10 + at, name, 30.11 + 0.055 * at, 48.0))
        rows += [village(20 + 10 * n + at, name, 33.0 + n + 0.03 * at, 49.0) for n in range(3)]
    gazetteer = Gazetteer(stores=[EntryStore(tuple(rows), name="homonyms")])
    answers = _ask(gazetteer, "Hirsk", *names[:2], "Nowhere", *names[2:])
    placed = {_id(answer) for answer in answers}
    assert {"geonames:1", "geonames:10", "geonames:11"} <= placed
    assert not any(f"geonames:{n}" in placed for n in range(20, 60))


def test_a_name_does_not_hear_itself(valleys: Gazetteer) -> None:
    """The same name twice is no support for any of its readings."""
    assert [_id(a) for a in _ask(valleys, "Petrivka", "the village of Petrivka")] == [
        "ambiguous"
    ] * 2  # fmt: skip


def test_an_ambiguous_answer_shows_every_rival_first(valleys: Gazetteer) -> None:
    answer = _ask(valleys, "Petrivka")[0]
    assert isinstance(answer, Unresolved)
    assert {c.entry.id for c in answer.candidates[:2]} == {"geonames:1", "geonames:2"}


def test_a_rough_spelling_is_found_where_the_text_is(valleys: Gazetteer) -> None:
    answers = _ask(valleys, "Lozovatky", "Zelene", "Petrivka")
    assert _id(answers[0]) == "geonames:7"


def test_a_city_is_meant_far_from_the_rest_of_the_text(valleys: Gazetteer) -> None:
    assert _id(_ask(valleys, "Velyke Misto", "Zelene", "Petrivka")[0]) == "geonames:9"


def test_a_village_far_off_is_not_taken_for_sure(valleys: Gazetteer) -> None:
    (kamianka, *_) = _ask(valleys, "Kamianka", "Zelene", "Lozuvatka", "Petrivka")
    assert _id(kamianka) in {"ambiguous", "unresolved"}


def _ends_of_a_country(country: str = "ML", population: int = 40_000) -> Gazetteer:
    """Return two places 900 km apart, the southern one a town of its country."""
    south = village(1, "Niorabo", -6.0, 14.2, country="ML", population=52_000)
    far = village(2, "Kidalane", 1.4, 18.4, country=country, population=population)
    return Gazetteer(stores=[EntryStore((south, far), name="ends")])


def test_a_town_at_the_other_end_of_its_country_is_meant() -> None:
    answers = _ask(_ends_of_a_country(), "near Kidalane", "Niorabo")
    assert [_id(answer) for answer in answers] == ["geonames:2", "geonames:1"]


@pytest.mark.parametrize(("country", "population"), [("DZ", 40_000), ("ML", 900)])
def test_nothing_else_so_far_off_is_meant(country: str, population: int) -> None:
    # A town of another country, a village of this one.
    places = _ends_of_a_country(country, population)
    assert _id(_ask(places, "Kidalane", "Niorabo")[0]) == "unresolved"


def _named_again(*, share: float) -> Gazetteer:
    """Return a list of 1,300 names, of which a share is that of a second village far off."""
    parts = [consonant + vowel for consonant in "bdfghklmnrst" for vowel in "aiu"]
    names = [f"{first}{second}r" for first in parts for second in parts]
    places = [(name, 48.0) for name in names] + [
        (n, 44.0) for n in names[: int(share * len(names))]
    ]
    rows = [village(at, name, 30.0, lat, country="SD") for at, (name, lat) in enumerate(places)]
    town = village(9_002, "Harqash", 29.1, 48.0, country="SD", population=90_000)
    rows += [village(9_001, "Wadhilah", 29.0, 48.0, country="SD"), town]
    return Gazetteer(stores=[EntryStore(tuple(rows), name="again")])


def test_a_lone_village_is_not_sure_where_names_recur() -> None:
    seldom, often = _named_again(share=0.10), _named_again(share=0.20)
    assert _id(_ask(seldom, "Wadhilah")[0]) == "geonames:9001"
    (answer,) = _ask(often, "Wadhilah")
    assert isinstance(answer, Unresolved)
    assert "names recur too often" in answer.reason
    assert answer.candidates[0].entry.id == "geonames:9001"
    # A town needs nothing that points to it, and points to the village.
    village_and_town = [_id(each) for each in _ask(often, "Wadhilah", "Harqash")]
    assert village_and_town == ["geonames:9001", "geonames:9002"]


def test_every_reason_says_what_it_adds(valleys: Gazetteer) -> None:
    (petrivka, _) = _ask(valleys, "Petrivka", "Zelene")
    assert isinstance(petrivka, Resolution)
    assert "7 km from Zelene (+0.2" in petrivka.chosen[0].why


def test_a_direction_without_a_distance_holds_a_town_well_away(valleys: Gazetteer) -> None:
    # 56 km north of the city; the other Zelene lies south of it and west.
    rows = (*ROWS, village(11, "Pivnichne", 34.5, 49.0), village(12, "Pivnichne", 34.5, 46.0))
    gazetteer = Gazetteer(stores=[EntryStore(rows, name="more")])
    (answer,) = _ask(gazetteer, "Pivnichne, north of Velyke Misto")
    assert _id(answer) == "geonames:11"


def test_a_namesake_nearby_in_another_script_is_found_behind_many_elsewhere() -> None:
    far = [village(at, "Mushayrifah", 30 + at, 34.0, country="SY") for at in range(1, 8)]
    off = village(8, "Mushayrifah", 36.59, 35.05, country="SY")  # 36 km from the other name
    near = village(9, "مشيرفة", 36.1, 35.0, country="SY")
    home = village(10, "Kafr Zayta", 36.2, 35.05, country="SY")
    gazetteer = Gazetteer(stores=[EntryStore((*far, off, near, home))])
    asked = [parse_place("Mushayrifah"), parse_place("Kafr Zayta")]
    answer = resolve_all(asked, gazetteer)[0]
    assert isinstance(answer, Unresolved), answer
    assert [c.entry.id for c in answer.candidates[:2]] == ["geonames:9", "geonames:8"]


def test_a_similar_name_nearby_is_shown_before_equals_far_off() -> None:
    far = [village(at, "Slobidka|Slobodka", 32.2 + at / 50, 48.0) for at in range(1, 20)]
    near = village(20, "Mala Slobidka", 31.15, 48.0)
    gazetteer = Gazetteer(stores=[EntryStore((*far, near))])
    answer = resolve_all(
        [parse_place("Slobodka")], gazetteer, context=Context(near=((31.0, 48.0),))
    )[0]
    assert isinstance(answer, Unresolved), answer
    assert answer.candidates[0].entry.id == "geonames:20"


def test_the_last_of_very_many_readings_settles_a_name_beside_it() -> None:
    # Sixty Zelenes in one row, the last of them less known than the others; one Stavky next to it.
    names = "Zelene|Zelenoye|Zelenyy"
    many = [village(at, names, 24.0 + at / 4, 50.0) for at in range(1, 60)]
    last, stavky = village(60, "Zelene", 36.0, 46.0), village(61, "Stavky", 36.1, 46.0)
    others = [village(100 + at, "Stavky|Stavki", 24.1 + at * 3, 52.0) for at in range(5)]
    gazetteer = Gazetteer(stores=[EntryStore((*many, last, stavky, *others))])
    answers = _ask(gazetteer, "Stavky", "Zelene")
    assert _id(answers[0]) == "geonames:61", answers[0]


def test_a_rough_spelling_is_found_by_any_reading_of_an_unclear_name() -> None:
    many = [village(at, "Zelene", 24.0 + at, 50.0) for at in range(1, 7)]
    rough = village(20, "Harasivka", 30.1, 50.0)
    gazetteer = Gazetteer(stores=[EntryStore((*many, rough))])
    (answer, _) = _ask(gazetteer, "Gerasimovskiy", "Zelene")
    assert isinstance(answer, Unresolved | Resolution)
    shown = answer.chosen if isinstance(answer, Resolution) else answer.candidates
    assert [each.entry.id for each in shown] == ["geonames:20"]


def test_a_place_by_its_own_name_says_more_than_one_by_another_name() -> None:
    # A Lypove 10 km from a Druzhba that was called Vesele; one 20 km from a Vesele.
    rows = [
        village(1, "Lypove", 30.14, 48.0), village(2, "Druzhba|Vesele", 30.0, 48.0),
        village(3, "Lypove", 34.27, 48.0), village(4, "Vesele", 34.0, 48.0),
    ]  # fmt: skip
    gazetteer = Gazetteer(stores=[EntryStore(tuple(rows))])
    (answer, _) = _ask(gazetteer, "Lypove", "Vesele")
    assert isinstance(answer, Unresolved), answer
    assert [each.entry.id for each in answer.candidates] == ["geonames:3", "geonames:1"]


def test_what_is_merely_like_a_name_pushes_none_of_that_name_out() -> None:
    # Whatever lies around forty points is something like the name.
    rough = [
        village(100 * n + at, f"{name}ivka", 24.0 + at + n / 50, 50.0)
        for at in range(1, 40)
        for n, name in enumerate(("Polian", "Lystl", "Pidlyp"), 1)
    ]
    alone, other = village(8_000, "Pidlisnivka", 64.1, 50.0), village(8_001, "Pidlisnivka", 20, 46)
    gazetteer = Gazetteer(stores=[EntryStore((*rough, alone, other))])
    found = gazetteer.matches("Pidlisnivka", tuple((24.0 + at, 50.0) for at in range(1, 40)))
    assert {"geonames:8000", "geonames:8001"} <= {each.id for each in found}


@pytest.mark.parametrize("like", ["Marnaj", "Maryanaj", "Marino"])
def test_a_village_that_is_hardly_like_a_towns_name_is_not_heard_in_it(like: str) -> None:
    """However near it lies to the city of the text."""
    places = (
        village(1, "Meran", 34.00, 48.00, population=11_000),
        village(2, "Baskent", 30.00, 48.00, population=500_000),
        village(3, like, 30.06, 48.02, population=10_000),
    )
    gazetteer = Gazetteer(stores=[EntryStore(places, name="plain")])
    assert _id(_ask(gazetteer, "Meran", "Baskent")[0]) == "geonames:1"


def test_a_village_set_beside_a_town_is_no_city_of_its_name_far_off() -> None:
    rows = (
        village(1, "Bilovka", 30.00, 48.00, population=300_000),
        village(2, "Bilovka", 33.80, 49.02),
        village(3, "Zelene", 34.00, 49.00, population=20_000),
    )
    gazetteer = Gazetteer(stores=[EntryStore(rows, name="beside")])
    assert _id(_ask(gazetteer, "Bilovka", "Zelene")[0]) == "geonames:1"
    beside = parse_place("Bilovka, to the west of Zelene")
    assert _id(resolve_all([beside], gazetteer)[0]) == "geonames:2"


def test_a_name_that_a_land_holds_speaks_for_no_village_of_another_land() -> None:
    rows = (
        _land(village(1, "Syria", 38.0, 35.0, country="SY", letter="A", code="PCLI")),
        _land(village(2, "Iraq", 44.0, 33.0, country="IQ", letter="A", code="PCLI")),
        village(3, "Sarmak", 43.4, 35.9, country="IQ"),
        village(4, "Sarmak", 45.0, 34.3, country="IQ"),
        village(5, "Holmar", 37.2, 36.5, country="SY"),
        village(6, "Holmar", 45.1, 34.3, country="IQ"),  # 9 km from the second Sarmak
    )
    gazetteer = Gazetteer(stores=[EntryStore(rows, name="plain")])
    told = [
        replace(parse_place(name), within=parse_place(land))
        for name, land in (("Sarmak", "Iraq"), ("Holmar", "Syria"))
    ]
    assert _id(resolve_all(told, gazetteer)[0]) == "unresolved"


def _land(entry: GazetteerEntry) -> GazetteerEntry:
    return replace(entry, footprint=replace(entry.footprint, uncertainty_m=400_000))
