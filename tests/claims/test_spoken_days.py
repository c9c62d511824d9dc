"""Days that a text spoke of before, days on which something was told, and the worst since then."""

from __future__ import annotations

import pytest

from tests.claims.test_times import days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took the town of Oru on Tuesday. The army took it back in the afternoon.", 2),
        ("Rebels took the town of Oru on Tuesday.\n\nThe army retook Oru in the afternoon.", 2),
        ("Rebels took the town of Oru on Tuesday.\n\nThe army retook the town of Oru.", 1),
    ],
)
def test_an_afternoon_is_that_of_the_day_told_before(text: str, expected: int) -> None:
    assert days(text).count("12-03") == expected


def test_last_summer_is_history() -> None:
    opening = "KASSA, Dec. 5 (Agency) - Rebels took the town of Bela on Wednesday.\n\n"
    assert days(opening + "The army had retaken the town of Oru last summer.") == ["12-04"]
    assert days(opening + "The army had retaken the town of Oru last December.") == ["12-04"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the town of Oru, the heaviest salvo there since last October.",
        "Rebels shelled the town of Oru in the worst attack on it since Monday.",
        "Rebels shelled the town of Oru, their first raid since August.",
    ],
)
def test_what_is_the_heaviest_since_a_day_is_not_of_that_day(text: str) -> None:
    assert days(text)[:1] == ["12-05"]


def test_what_has_gone_on_since_a_day_is_of_that_day() -> None:
    assert days("Rebels have shelled the town of Oru since Monday.") == ["12-02"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army plans to attack Bara on Monday, it said.", ["12-09"]),
        ("The army will attack Bara within days, a commander said on Tuesday.", ["12-05"]),
        ("On Monday the army said that it would attack Bara.", ["12-05"]),
        ("On Monday the army told reporters it would attack Bara on Sunday.", ["12-08"]),
        ("On Monday, the army will attack Bara, it said.", ["12-09"]),
    ],
)
def test_a_plan_has_the_day_it_is_for_and_not_the_one_on_which_it_was_told(
    text: str, expected: list[str]
) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Soldiers fought insurgents in the town of Bela, Monday.", "12-02"),
        ("Soldiers fought insurgents in the town of Bela, Monday, killing two of them.", "12-02"),
        ("Soldiers fought insurgents in the town of Bela on Monday, killing two of them.", "12-05"),
    ],
)
def test_a_bare_weekday_that_closes_the_lead_of_a_release_is_the_day_of_all_of_it(
    lead: str, day: str
) -> None:
    assert days(f"{lead} Insurgents ambushed a patrol in the town of Oru.")[-1] == day


@pytest.mark.parametrize(
    "text",
    [
        "The raids broke a truce signed last month. He said rebels took Oru town.",
        "The raids broke a peace accord brokered in Maru in May. She said rebels took Oru town.",
        "The raids broke the ceasefire agreed on Monday. He said rebels took Oru town.",
        "Last week was quiet for once. Rebels took the town of Oru and left after nightfall.",
    ],
)
def test_what_follows_a_truce_is_not_of_the_day_on_which_it_was_signed(text: str) -> None:
    assert days(text)[-1:] in (["12-05"], ["12-04"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took the town of Oru on Tuesday, and the army said it had left Bela.", "12-05"),
        ("Rebels took the town of Oru on Tuesday and Mali said it had left Bela.", "12-05"),
        ("On Tuesday rebels took the town of Oru and Mali said it had left Bela.", "12-03"),
        ("The radio said jets hit Oru on Tuesday and that rebels had left Bela.", "12-05"),
        (
            "The radio said the town of Oru fell on Tuesday and that rebels had fled the town.",
            "12-03",
        ),
        ("The radio said on Tuesday that jets hit Oru and that rebels had left Bela.", "12-03"),
    ],
)
def test_a_day_is_none_of_what_another_says_behind_it(text: str, expected: str) -> None:
    assert days(text) == ["12-03", expected]


def test_what_is_held_since_others_came_in_is_held_on_the_day_of_the_report() -> None:
    text = "Jets hit the mill at Oru, held by the rebels since they swept into Bela on Monday."
    assert sorted(days(text)) == ["12-02", "12-05", "12-05"]


def test_a_step_and_a_day_are_each_of_the_event_beside_them() -> None:
    text = (
        "The army left Kassa on Sunday. A day later it took Oru, and on Wednesday it entered Bela."
    )
    assert days(text) == ["12-01", "12-02", "12-04"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a patrol near Oru yesterday. The patrol called in jets that hit Bela.",
        "Rebels struck Oru on Wednesday. Soldiers drove them from the town after five hours.",
        "Rebels entered Oru on Wednesday. The army retook both posts near Bela within hours.",
        "Shells hit Oru on Wednesday. The army said its guns had not shelled Bela on that day.",
    ],
)
def test_whoever_was_told_of_goes_on_on_the_same_day(text: str) -> None:
    assert days(text) == ["12-04", "12-04"]


def test_an_hour_is_of_the_day_told_before_where_a_report_tells_of_past_days() -> None:
    text = "Rebels attacked the town of Oru on December 2. They left. Men shelled Bela before dawn."
    assert days(text)[-1] == "12-02"
    assert days(f"{text} Jets hit Oru yesterday.")[-2] == "12-05"


def test_a_patrol_that_was_not_told_of_goes_on_from_nothing() -> None:
    text = "Rebels attacked the town of Oru yesterday. The garrison of Bela shelled Kassa."
    assert days(text)[-1] == "12-05"


def test_overnight_is_the_night_before_the_report_and_not_of_the_day_that_leads_it() -> None:
    text = (
        "A patrol killed four rebels near Oru, Wednesday.\n\n"
        "Separately, rebels attacked Bela overnight. Police there repelled the attack on Bela."
    )
    assert set(days(text)[1:]) == {"12-05"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels have seized the town of Oru. Oru fell on Tuesday after a siege.", "12-03"),
        (
            "Soldiers left the town of Oru, a priest said. They left Oru on Tuesday, he said.",
            "12-03",
        ),
        ("Soldiers left the town of Oru, a priest said. Rebels took Oru on Tuesday.", "12-03"),
        ("Rebels have seized the town of Oru. The army retook Oru on Tuesday.", "12-05"),
        ("Rebels have seized the town of Oru. The army left Oru on Tuesday.", "12-05"),
        ("Rebels have seized the town of Oru. Rebels first seized Oru in January.", "12-05"),
        ("Rebels have shelled the town of Oru. Rebels shelled Oru on Tuesday.", "12-05"),
        ("Rebels shell Oru\n\nRebels shelled the town of Oru on Tuesday.", "12-03"),
        ("Army storms Oru\n\nTanks of the army stormed the town of Oru on Tuesday.", "12-03"),
        ("Army storms Oru\n\nRebels stormed the town of Oru on Tuesday.", "12-05"),
    ],
)
def test_what_is_told_again_with_its_day_was_on_that_day(text: str, expected: str) -> None:
    assert days(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The offensive began on Sunday. On its third day, troops entered Oru.", "12-03"),
        (
            "The assault entered its fourth day as shells fell. On the first day rebels took Oru.",
            "12-02",
        ),
        (
            "Rebels left Oru on Monday, the second day of the push. On the first day they took it.",
            "12-01",
        ),
        ("The war began on Sunday. On the second day of the truce, rebels took Oru.", "12-05"),
        ("On the second day of the offensive, rebels took Oru.", "12-05"),
        ("The siege began on Sunday. Rebels shelled Oru for a third day.", "12-05"),
        (
            "The push began on Sunday. On the third day of the army's push, troops took Oru town.",
            "12-03",
        ),
        (
            "The war broke out on Sunday. On the first day of the long war, rebels took Oru town.",
            "12-01",
        ),
        (
            "The push began on Sunday. On the third day of the new truce, rebels took Oru town.",
            "12-05",
        ),
    ],
)
def test_a_day_counts_from_what_began(text: str, expected: str) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels who attacked the town of Oru on Tuesday were repelled by the army.",
        "The army said it had beaten back rebels who attacked the town of Oru on Tuesday.",
    ],
)
def test_an_attack_that_was_met_keeps_its_own_day(text: str) -> None:
    assert "12-03" in days(text)


def test_an_afternoon_is_that_of_the_next_day_told_before() -> None:
    text = "Rebels took Oru on Monday. A day later jets hit Bela. In the evening troops retook Oru."
    assert days(text) == ["12-02", "12-03", "12-03"]


def test_two_days_may_be_told_in_hours() -> None:
    text = "Rebels took the town of Oru on Sunday. The army retook the town of Oru 48 hours later."
    assert days(text) == ["12-01", "12-03"]


def test_what_had_lasted_for_those_who_were_hit_is_no_day_of_it() -> None:
    text = "Rebels who had been stuck at Oru since mid-November came under rocket fire Tuesday."
    assert days(text) == ["12-03"]


@pytest.mark.parametrize(
    "text",
    [
        "It was the third attack on the town of Oru since Sunday.",
        "It was the first time rebels had entered the town of Oru since Sunday.",
    ],
)
def test_what_is_one_of_several_since_a_day_is_not_of_that_day(text: str) -> None:
    assert days(text) == ["12-05"]


def test_the_day_before_is_of_the_deed_beside_it() -> None:
    text = "Oru came under fire on Wednesday as rebels, fresh from taking Bela the day before, ate."
    assert days(text) == ["12-04", "12-03"]


def test_what_is_now_so_is_of_the_day_of_the_report() -> None:
    text = "Rebels said they had left Oru on Tuesday and now held the town of Bela."
    assert days(text) == ["12-03", "12-05"]


def test_since_a_day_is_no_day_that_the_next_sentence_goes_on_about() -> None:
    text = "Rebels have shelled Oru since the fighting began on Monday. They took the town of Bela."
    assert days(text)[-1] == "12-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took the town of Oru on November 20. The army left Bela overnight.", "11-20"),
        ("Rebels attacked a base in Oru on November 20. Gunmen stormed the base.", "11-20"),
        ("Rebels attacked a base in Oru on November 20. The army has retaken the base.", "12-05"),
        ("Rebels attacked a base in Oru on Monday. Gunmen stormed the base.", "12-05"),
        ("Rebels took the town of Oru on Monday. The army left Bela overnight.", "12-05"),
    ],
)
def test_an_old_day_goes_on_where_a_sentence_takes_up_what_was_told(
    text: str, expected: str
) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Insurgents shelled the town of Bela.", "12-04"),
        ("The command, which speaks for all, said on Thursday its men had left Bela.", "12-05"),
        ("Insurgents, who had come on Tuesday, shelled the town of Bela.", "12-04"),
    ],
)
def test_the_day_before_the_report_goes_on_until_another_is_told(
    second: str, expected: str
) -> None:
    text = f"Rebels took the town of Oru on Wednesday.\n\n{second} They attacked the town of Maru."
    assert days(text)[-1] == expected
