"""Rules that hold for every mention, and for texts of any size."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.wording.mentions import find_mentions
from tests.gazetteer.reading import read, words


def test_an_unknown_name_needs_words_that_say_it_is_a_place():
    assert words("Zorbatan was mentioned.") == []
    assert words("Shells fell in Zorbatan.") == ["Zorbatan"]
    assert not read("Shells fell in Zorbatan.")[0].known


@pytest.mark.parametrize("verb", ["controlled", "secured", "patrolled", "strafed", "fortified"])
def test_an_unknown_name_is_a_place_behind_what_is_done_to_places(verb):
    assert words(f"The army {verb} Zorbatan.") == ["Zorbatan"]


def test_a_village_may_bear_the_name_of_a_man_and_his_home_town_does_not():
    assert words("Shells fell on the village of Hussein Kot.") == ["the village of Hussein Kot"]
    assert words("Shells fell on the town of Mahmoud Beg.") == ["the town of Mahmoud Beg"]
    assert "Hussein" not in " ".join(words("Shells fell on the home town of Hussein Kot."))


def test_a_name_ends_before_a_date_in_short():
    text = "Jets struck militants in Hama Oct. 19 and shells fell in Goma Sept 4."
    assert words(text) == ["Hama", "Goma"]


def test_a_known_name_is_marked_as_known_and_its_head_is_pointed_at():
    text = "Shells fell near Goma."
    (found,) = read(text)
    assert found.known
    assert found.head_span is not None
    assert text[slice(*found.head_span)] == "Goma"


def test_blocked_words_are_never_a_place():
    text = "The Goma Brigade left Sake."
    assert words(text, blocked=("Goma Brigade",)) == ["Sake"]


def test_a_force_that_looks_like_a_road_is_none_where_it_is_known_as_a_force():
    text = "The post near Sake fell to the M23 on Monday."
    assert "the M23" in words(text)
    assert "the M23" not in words(text, blocked=("M23",))


def test_a_known_name_may_open_with_the_short_form_of_a_day_or_month():
    text = "Rebels entered Mon State and Mar Qara on Monday."
    known = [(15, 24), (29, 37)]
    found = find_mentions(text, known_spans=known)
    assert [text[m.start : m.end] for m in found] == ["Mon State", "Mar Qara"]
    assert words("Shelling went on all day on Mon and Tue.") == []


def test_a_name_may_open_with_a_word_that_is_a_short_form_elsewhere():
    assert words("Jets bombed Zorba, Min Goma and Sake.") == ["Zorba", "Min Goma", "Sake"]


def test_a_longer_name_than_the_known_one_is_another_place():
    (found,) = read("Shells fell in Nova Goma.")
    assert (found.expression.heads, found.known) == (("Nova Goma",), False)


def test_a_headline_in_capitals_gives_known_names_only():
    assert words("Army Pushes Rebels Back From Hama After Heavy Fighting In Countryside")[0] == (
        "Hama"
    )


@given(st.text(alphabet="Hama Goma, and the city of near 10 km'-north.\n(): Xin", max_size=120))
def test_mentions_stand_in_order_without_overlap(text):
    found = read(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(text[m.start : m.end] == m.expression.text for m in found)


@pytest.mark.parametrize(
    "piece",
    ["Hama in ", "Hama, ", "Hama-", "seven villages in ", "Hama's ", "north, ", "10 km from "],
)
def test_a_monstrous_sentence_is_read_without_running_out_of_depth(piece):
    read(piece * 1_500)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Fighting raged in Libya's capital.", "Libya's capital"),
        ("Fighting raged in Libya's capital, Tripoli.", "Libya's capital, Tripoli"),
        (
            "Shells hit the southern suburbs of Libya's capital.",
            "the southern suburbs of Libya's capital",
        ),
    ],
)
def test_a_countrys_capital_is_the_town_and_not_the_country(text: str, mention: str) -> None:
    names = [name for name in ("Libya", "Tripoli") if name in text]
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    found = find_mentions(text, known_spans=spans)
    assert [(text[m.start : m.end], m.expression.heads) for m in found] == [(mention, ("Tripoli",))]


@pytest.mark.parametrize("age", ["Roman", "Ottoman", "Byzantine", "Phoenician"])
def test_what_was_built_in_another_age_is_no_place_called_after_it(age):
    assert words(f"It is home to {age} temples. Rebels shelled Goma.") == ["Goma"]
    assert words(f"Rebels entered the {age} theatre in Goma.") == ["Goma"]


def test_a_gate_that_has_a_number_is_a_place():
    text = "Militias captured the Gate 27 checkpoint, west of Goma."
    (found,) = read(text)
    assert found.expression.heads == ("Gate 27 checkpoint",)
    assert words("They passed the gate 27 times.") == []


def test_a_preposition_that_opens_a_sentence_is_no_part_of_a_name_that_sounds_so() -> None:
    text = "Tanks rolled in. In Gori, residents fled."
    start = text.index("In Gori")
    found = find_mentions(text, known_spans=[(start, start + len("In Gori"))])
    assert [text[m.start : m.end] for m in found] == ["Gori"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Jets raided Qabda, in the Shirola Valley near the border.", ("Shirola Valley",)),
        ("Jets raided Qabda, in the Shirola ridge.", ("Shirola ridge",)),
        ("Jets raided Qabda, in the Shirola valley, and in Vorluk a house fell.", ()),
        ("Jets raided Qabda, in the Shirola valley, and Vorluk.", ()),
        ("Jets raided Qabda, in the Shirola barracks.", ()),
    ],
)
def test_a_valley_or_ridge_holds_the_village_set_off_before_it(text, holder):
    first = find_mentions(text, known_spans=_spans(text, "Qabda", "Shirola"))[0].expression
    assert first.heads == ("Qabda",)
    assert (first.within.heads if first.within else ()) == holder


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They seized Imam Qabda, a district north of Vorluk.", ["Imam Qabda"]),
        ("They seized Imam Qabda, a senior cleric, in Vorluk.", []),
        ("They seized Imam Qabda on Monday.", []),
    ],
)
def test_a_title_opens_the_name_of_what_an_apposition_calls_a_district(text, places):
    found = [m.expression.heads[0] for m in find_mentions(text, known_spans=_spans(text, "Vorluk"))]
    assert [head for head in found if head != "Vorluk"] == places


def _spans(text, *names):
    """Return where known names stand."""
    return [(text.index(n), text.index(n) + len(n)) for n in names if n in text]
