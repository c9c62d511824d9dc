"""What the writer of a report says happened "here"."""

from __future__ import annotations

import pytest

from claims.events.sentences.focus import Focus
from gazetteer import parse_place
from gazetteer.wording.mentions import Mention
from tests.claims.test_headings import claims_of


def places(text: str) -> list[tuple[str, ...]]:
    return [claim.place.heads for claim in claims_of(text) if claim.place]


@pytest.mark.parametrize("dateline", ["ZALIN, Nov. 18 - ", "ZALIN (Coast News) — "])
def test_here_is_the_town_of_the_dateline(dateline: str) -> None:
    text = f"{dateline}Rebels attacked a military base here on Tuesday. The army left Oru."
    assert places(text) == [("Zalin",), ("Oru",)]


@pytest.mark.parametrize(
    "town",
    [
        "this sleepy port town in the Bela region",
        "this city near the town of Bela",
        "the main base in this town in northern Bela",
        "this farming town, 40 miles from Bela",
    ],
)
def test_this_town_is_that_of_the_dateline_wherever_it_is_said_to_lie(town: str) -> None:
    assert places(f"ZALIN, Nov. 18 - Rebels attacked {town} on Tuesday.") == [("Zalin",)]


@pytest.mark.parametrize("seat", ["BEIRUT", "TRIPOLI, Lebanon"])
def test_this_city_is_that_of_the_dateline_though_it_is_a_seat(seat: str) -> None:
    text = f"{seat}, Nov. 18 - Rebels attacked this port city on Tuesday."
    assert places(text) == [(seat.partition(",")[0].title(),)]


def test_without_a_dateline_this_town_is_where_it_is_said_to_lie() -> None:
    assert places("Rebels attacked this port town near Bela on Tuesday.") == [("Bela",)]


@pytest.mark.parametrize("town", ["the city", "the town"])
def test_the_city_behind_its_airport_is_the_town_alone(town: str) -> None:
    text = f"Rebels captured the airport in Zalin on Tuesday. The army still holds {town}."
    (airport, city) = [claim.place for claim in claims_of(text)]
    assert airport is not None
    assert city is not None
    assert (airport.heads, airport.feature_word) == (("Zalin",), "airport")
    assert (city.heads, city.feature_word) == (("Zalin",), town.removeprefix("the "))


def test_an_event_with_a_place_of_its_own_is_there() -> None:
    text = "ZALIN, Nov. 18 - Rebels entered the town of Oru, officials here said."
    assert places(text) == [("Oru",)]


@pytest.mark.parametrize(
    "told",
    [
        "Rebels and the army fought heavy clashes, officials here said.",
        "The radio, heard here on Monday, said rebels had captured five peaks.",
    ],
)
def test_who_tells_of_it_here_does_not_say_where_it_was(told: str) -> None:
    assert places(f"ZALIN, Nov. 18 - {told}") == []


@pytest.mark.parametrize("dateline", ["ZALIN/BELA - ", ""])
def test_without_one_town_here_is_nowhere(dateline: str) -> None:
    assert places(f"{dateline}Rebels attacked a military base here on Tuesday.") == []


@pytest.mark.parametrize(
    ("countries", "text", "place"),
    [
        (("SS",), "The army left Zalin. Fighting has reached the edge of the capital.", "Juba"),
        (("SS", "UG"), "Zalin fell. Drones hit the capital overnight.", "Juba"),
        (
            ("SS",),
            "Rebels hold Zalin, the capital of Oru State. They shelled the capital.",
            "Zalin",
        ),
        (
            ("SS",),
            "Rebels left Juba. They took Zalin, the capital of Oru. They shelled the capital.",
            "Juba",
        ),
        ((), "The rebels hold Zalin and have vowed to march on the capital.", "Zalin"),
    ],
)
def test_the_capital_is_that_of_the_country_unless_another_was_called_so(
    countries: tuple[str, ...], text: str, place: str
) -> None:
    *_, last = claims_of(text, countries)
    assert last.place is not None
    assert last.place.heads == (place,)


def test_a_quarter_is_not_what_the_city_means() -> None:
    text = "Rebels entered Zalin at dawn. Troops held the Oru quarter. Shells hit the city."
    assert places(text)[-1] == ("Zalin",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army took hills west of Zalin from the rebels. They shelled the city.", "Zalin"),
        ("ORU, Nov. 18 - The bridge over the Kassa is gone. Rebels shelled the town.", "Oru"),
        # the one of its own paragraph, though another was called a town before
        (
            "Rebels shelled Bela town.\n\nOn Sunday they entered Oru. Troops shelled the town.",
            "Oru",
        ),
    ],
)
def test_a_town_by_which_a_place_is_told_is_meant_and_no_river(text: str, place: str) -> None:
    assert places(text)[-1] == (place,)


def test_a_bank_is_that_of_the_river_named() -> None:
    focus = Focus()
    for name in ("the town of Zalin", "the Kassa", "the eastern bank"):
        expression = focus.named(parse_place(name))
        mention = Mention(start=0, end=len(name), expression=expression, head_span=None, known=True)
        focus.note(mention, expression)
    assert focus.named(parse_place("the eastern bank")).heads == ("Kassa",)
    assert focus.named(parse_place("the town")).heads == ("Zalin",)


def test_where_forces_only_turn_is_not_what_a_report_goes_on_about() -> None:
    text = "Rebels entered Zalin. The army withdrew towards Oru. The rebels control the ridge."
    assert places(text)[-1] == ("Zalin",)
    fled = "Rebels attacked Zalin. People who fled to Oru said shells had hit the hospital."
    assert places(fled)[-1] == ("Zalin",)
    base = "Rebels attacked Zalin. Soldiers withdrew to the base at Oru. The rebels hold the town."
    assert places(base)[-1] == ("Zalin",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Troops were sent to Zalin as rebels who took Oru last week closed in on the city.",
            "Zalin",
        ),
        ("Rebels who took Oru last week have begun to loot the city.", "Oru"),
        ("Troops were sent to Zalin as rebels who took Oru on Monday looted the city.", "Oru"),
    ],
)
def test_where_those_have_been_who_do_something_else_now_is_not_the_city(
    text: str, place: str
) -> None:
    *_, last = places(text)
    assert last == (place,)


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Rebels overran Zalin province on Monday. They entered the provincial capital.", "Zalin"),
        ("Rebels overran the town of Zalin on Monday. They entered the provincial capital.", ""),
        ("Rebels overran Zalin province on Monday. They entered the rebel capital.", ""),
    ],
)
def test_a_provincial_capital_is_that_of_the_province_spoken_of(text: str, province: str) -> None:
    capital = claims_of(text)[-1].place
    assert capital is not None
    assert capital.heads == ((province,) if province else ())
    assert capital.feature_word == "capital"


def test_the_capital_of_those_who_broke_away_is_their_own() -> None:
    text = (
        "Rebels attacked Grozny in Russia. Their chief of staff said they controlled the capital."
    )
    assert places(text)[-1] == ("Grozny",)
