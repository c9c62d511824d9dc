"""Two deeds of a text with a day each: what goes on until now, what came hours after another."""

from __future__ import annotations

import pytest

from tests.claims.test_sentences import claims_of
from tests.claims.test_times import days


@pytest.mark.parametrize(
    "opening",
    [
        "Shortly afterwards,",
        "Minutes later",
        "At the same time,",
        "Earlier that day",
        "Simultaneously,",
    ],
)
def test_what_opens_with_the_hour_after_another_deed_is_of_its_day(opening: str) -> None:
    text = f"Rebels captured the town of Oru on Tuesday. {opening} shells hit the town of Bela."
    assert days(text) == ["12-03", "12-03"]


@pytest.mark.parametrize(
    "perfect",
    [
        "and have since attacked", "but have now attacked", "and are attacking",
        "but jets have since bombed", "and have since repelled an attack on",
    ],
)  # fmt: skip
def test_what_goes_on_up_to_now_is_not_of_the_day_told_before(perfect: str) -> None:
    text = f"Rebels captured the town of Oru late on Monday {perfect} the town of Bela."
    assert days(text)[:2] == ["12-02", "12-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three days after rebels took the town of Oru on Sunday, jets hit the town of Bela.",
            ["12-01", "12-04"],
        ),
        (
            "He said Wednesday that rebels took Oru on Monday and that jets hit Bela a day later.",
            ["12-02", "12-03"],
        ),
        (
            "On the night of December 2 rebels took Oru, and the following morning jets hit Bela.",
            ["12-02", "12-03"],
        ),
        (
            "Rebels took the town of Oru overnight, after jets hit the town of Bela on Tuesday.",
            ["12-05", "12-03"],
        ),
        (
            "Rebels, who took Oru on Sunday, held the town until Tuesday, when the army retook it.",
            ["12-01", "12-03", "12-03"],
        ),
        (
            "The army shelled Oru on Monday and repelled an attack on Bela on Tuesday.",
            ["12-02", "12-03", "12-03"],
        ),
        (
            "Rebels attacked Oru town on Monday. Troops repelled the assault within hours.",
            ["12-02", "12-02"],
        ),
        ("Jets hit Oru on Tuesday as rebels took Bela, they said on Wednesday.", ["12-03"] * 2),
        ("The army repelled the attack launched on Sunday by rebels on Oru.", ["12-01", "12-01"]),
        ("Rebels took the town of Oru in 2012 but jets drove them out the following year.", []),
        ("Rebels took Oru town on Monday and were advancing on Bela.", ["12-02", "12-05"]),
        ("Rebels took Oru town in May and are advancing on Bela.", ["05-01", "12-05"]),
        ("Rebels took Oru town on Monday and were moving on Bela on Tuesday.", ["12-02", "12-03"]),
        ("Rebels attacked Oru town in 2019 and again on Monday.", ["12-02"]),
        ("Rebels still hold Oru town; they attacked Bela town on Monday.", ["12-05", "12-02"]),
        ("The rebels, who took Oru last year, attacked the town of Bela.", ["12-05"]),
        ("The rebels took Oru last winter and hold the town of Bela.", ["12-05"]),
        ("Rebels shelled Oru town on Wednesday.\n\nFive raids hit Bela town.", ["12-04"] * 2),
        ("Rebels shelled Oru town on Monday.\n\nFive raids hit Bela town.", ["12-02", "12-05"]),
        ("Rebels shelled Oru town on 4 December.\n\nFive raids hit Bela town.", ["12-04"] * 2),
        ("The army shelled Oru town and, on Monday, captured Bela town.", ["12-05", "12-02"]),
        ("The raid was the worst since October, when rebels took Oru town.", ["10-01"]),
        (
            "Tuesday's raid on Oru town was the worst since October, when rebels took Bela town.",
            ["12-03", "10-01"],
        ),
        ("Troops raided Oru town last night. Jets bombed Bela town.", ["12-04", "12-04"]),
        ("Rebels took Oru town on Wednesday. The army has left Bela town.", ["12-04", "12-05"]),
        (
            "Footage posted on 4 December shows rebels in Oru town. Jets bombed Bela town.",
            ["12-04", "12-05"],
        ),
        (
            "TAMPA, Dec. 5, 2024 - Forces hit rebels in Oru town Dec. 4. Jets bombed Bela town.",
            ["12-04"] * 2,
        ),
        (
            "The rebels, who control Oru town, began an assault on Bela town on Tuesday.",
            ["12-05", "12-03"],
        ),
        (
            "The town of Oru, which is held by rebels, was shelled on Tuesday.",
            ["12-05", "12-03"],
        ),
        (
            "French troops, some 300 of whom came on Tuesday, are patrolling the town of Oru.",
            ["12-05"],
        ),
        (
            "Rebels who took Bela town two weeks ago say they are in control of Oru town.",
            ["11-21", "12-05"],
        ),
        (
            "Rebels attacked Oru town, seat of the 3rd brigade until it fled on Tuesday.",
            ["12-05", "12-03"],
        ),
    ],
)
def test_each_deed_has_the_day_that_its_own_words_lead_to(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets hit Oru town on Tuesday in the worst raid since the war began in May.", ["12-03"]),
        ("Rebels took Oru town, and footage posted on Monday shows smoke.", ["12-05"]),
        ("A bomb hit Oru town, in the second such attack since Monday, police said.", ["12-05"]),
        ("Rebels took Oru town on Tuesday, two years after the war began in Kasar.", ["12-03"]),
        ("Rebels took Oru town soon after the war began in May.", []),
        ("The war began in May, when rebels took Oru town.", []),
        (
            "Jets hit Oru town on Tuesday. Rebels who took Bela in May raided Oru.",
            ["12-03", "12-05"],
        ),
    ],
)
def test_what_only_counts_from_the_beginning_of_a_war_is_news(
    text: str, expected: list[str]
) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "lost",
    [
        "hills at Oru town and trenches lost two days ago",
        "the village of Oru seized by the army on Monday",
        "the barracks at Oru town, abandoning trenches overrun on Tuesday",
    ],
)
def test_a_participle_right_behind_ground_has_the_day_that_stands_behind_it(lost: str) -> None:
    assert days(f"Rebels retook {lost}.")[0] == "12-05"


@pytest.mark.parametrize("aside", ["captured by rebels", "lost to the rebels", "held"])
def test_news_of_a_place_is_none_of_the_month_of_what_is_set_off_from_it(aside: str) -> None:
    text = f"The army retook the town of Oru, {aside} in May, officials said on Tuesday."
    assert "12-03" in days(text)


@pytest.mark.parametrize("joint", [", while", ", and", " and"])
def test_the_hour_that_one_side_tells_is_not_that_of_what_the_other_says(joint: str) -> None:
    text = (
        f"The rebels said they had captured the town of Oru at 5 am{joint} the army said it had"
        " shelled the town of Bela."
    )
    hours = [claim.when.interval.start.hour for claim in claims_of(text) if claim.when]
    assert hours == [5, 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels entered Oru town on Monday. The army still controls Bela.", ["12-02", "12-05"]),
        ("Rebels raided Oru town on Monday. They hold the heights at Bela.", ["12-02", "12-05"]),
        ("Rebels took Oru town on Monday. They failed to hold Bela.", ["12-02", "12-02"]),
    ],
)
def test_what_is_held_in_the_present_is_held_on_the_day_of_the_report(
    text: str, expected: list[str]
) -> None:
    assert days(text) == expected


def test_the_day_a_place_fell_is_the_one_told_before_it() -> None:
    text = "On Monday troops shelled Oru town, which emptied on 20 November, the day Bela fell."
    assert days(text)[-1] == "11-20"
