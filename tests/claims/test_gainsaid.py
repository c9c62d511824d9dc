"""What a speaker denies without saying it again, in sentences written for this test."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.claim import Status
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import neutral_theatre
from gazetteer.index import Gazetteer

TOLD = "Rebels said they had captured the town of Oru"


def denials(text: str, status: Status = Status.DENIED) -> list[tuple[str, str, str]]:
    report = Report(
        id="test",
        text=text,
        published=datetime(2024, 12, 5, tzinfo=UTC),
        sections=find_sections(text),
    )
    claims = extract(report, neutral_theatre(()), Gazetteer())
    return [
        (c.action.value, c.place.text if c.place else "", c.claimant)
        for c in claims
        if c.status is status
    ]


@pytest.mark.parametrize(
    ("denial", "who"),
    [
        (". The army denied the claim.", "army"),
        (". The army denied the claim, saying fighting went on.", "army"),
        (", claims that the army denies.", "army"),
        (", something the army denies.", "army"),
        (". The government rejected this as propaganda.", "government"),
        (". This was denied by the army.", "army"),
        (". An army spokesman called the report a lie.", "army spokesman"),
        ('. The army calls the announcement "another fabrication".', "army"),
        (". The army denied that either place had fallen.", "army"),
        (". The army denied these reports and said troops held Bela.", "army"),
        (". The army said this was not true.", "army"),
        (". It was not so, the governor said.", "governor"),
        (", but the army denied it.", "army"),
        (", a claim the army denied.", "army"),
        (", a claim that the army rejected.", "army"),
        (", which the army denied.", "army"),
        (", an allegation denied by the army.", "army"),
        (". The story is false and should be disregarded.", "outlet"),
        (". That is a lie!", "outlet"),
        (". These claims are entirely untrue.", "outlet"),
        (" on Monday.\n\nThe Ethiopian government denied the claim.", "Ethiopian government"),
    ],
)
def test_who_denies_a_claim_denies_what_was_claimed(denial: str, who: str) -> None:
    assert denials(TOLD + denial) == [("capture", "the town of Oru", who)]


@pytest.mark.parametrize(
    "rest",
    [
        ". The army denied involvement in the killing of a priest.",
        ". They denied the charge of looting shops.",
        ". This was not true of other towns.",
        ". The army said the road was not true to the map.",
        ", days after a truce that the army rejected.",
        ". The army said the claim was being looked into.",
        ". The claim is not confirmed.",
        ". Aid workers denied entry to the hospital said it was empty.",
        # Of several claims in a paragraph above "the claim" may be any.
        " on Monday. They said they had shelled the town of Kassa.\n\nThe army denied the claim.",
        ". An envoy said a neighbour had agreed to lend its ports; officials there disputed that.",
        ". The mediators said that talks would go on, but the army denied this.",
    ],
)
def test_nothing_else_is_taken_for_a_denial(rest: str) -> None:
    assert denials(TOLD + rest) == []


def test_a_denial_is_quoted_in_the_words_that_deny() -> None:
    text = f"{TOLD}. The army denied the claim."
    report = Report(id="test", text=text, sections=find_sections(text))
    *_, denied = extract(report, neutral_theatre(()), Gazetteer())
    assert denied.quote == "denied the claim" == text[denied.span.start : denied.span.end]
    assert denied.actor_side == "opposition"


@pytest.mark.parametrize(
    "fate", ["The attack failed, the army said.", "The army said the assault had failed."]
)
def test_who_says_that_an_attack_failed_stands_beside_who_told_of_it(fate: str) -> None:
    text = f"Rebels attacked the town of Oru at dawn. {fate}"
    assert denials(text, Status.FAILED) == [("attack", "the town of Oru", "army")]
    assert denials(text, Status.OCCURRED) == [("attack", "the town of Oru", "outlet")]


def test_a_clause_that_only_adds_to_a_denial_is_told_and_not_denied() -> None:
    told = "The army denied that rebels held the town of Oru, which it shelled on Sunday."
    assert denials(told) == [("hold", "the town of Oru", "army")]
    assert denials(told, Status.OCCURRED) == [("strike", "the town of Oru", "army")]


def test_who_is_accused_and_denies_it_denies_no_more_than_that() -> None:
    told = "Rebels captured the town of Oru. Kassa, accused of backing them, denied it."
    assert denials(told) == []


def test_what_else_was_agreed_and_denied_denies_nothing_told_before() -> None:
    told = "The army captured the town of Oru. The clan agreed on a truce, which Kassa denied."
    assert denials(told) == []


def test_a_denier_keeps_what_he_took_himself() -> None:
    told = "The army regained the town of Oru, seized by the rebels in May. The rebels denied it."
    assert denials(told) == [("recapture", "the town of Oru", "rebels")]


@pytest.mark.parametrize(
    "told",
    [
        "The minister says Kassa shelters rebels who attacked the town of Oru last month.",
        "The minister says Kassa is arming the Front, which has shelled the town of Oru.",
        "Monitors said soldiers had beaten villagers in reprisal for attacks on the town of Oru.",
    ],
)
def test_what_is_told_beside_a_charge_is_not_denied_with_it(told: str) -> None:
    assert denials(f"{told} The army denies this.") == []


@pytest.mark.parametrize(
    "told",
    [
        "The army says the guerrillas who came from Oru have left the town of Maru.",
        "A US officer said the guerrillas that came from Oru have left the town of Maru.",
        "The army said armed guerrillas that came from Oru had left the town of Maru.",
        "The army said guerrillas backed by guns that are old had left the town of Maru.",
    ],
)
def test_an_army_that_tells_of_somebody_arms_nobody(told: str) -> None:
    assert denials(f"{told} The guerrillas denied it.")[-1][:2] == ("retreat", "the town of Maru")


def test_what_a_speaker_says_is_denied_and_not_what_is_told_beside_it() -> None:
    told = "The army accused rebels of shelling the town of Oru after it took the town of Maru."
    assert denials(f"{told} The rebels denied it.") == [("strike", "the town of Oru", "rebels")]


@pytest.mark.parametrize("joint", ["; the army disputed that.", ", but the army denied this."])
def test_what_was_said_in_the_sentence_itself_is_what_it_denies(joint: str) -> None:
    told = f"{TOLD}. The minister said the army had let others use its bases{joint}"
    assert denials(told) == []


@pytest.mark.parametrize(
    "denial",
    [
        "The army, which has men in the port of Kassa, denied it had carried out any air strikes.",
        "The army denied that its aircraft had attacked anybody.",
        "The army denied the charge.",
        "An army officer denied any bombing.",
    ],
)
def test_what_is_denied_at_no_place_of_its_own_is_the_deed_told_of_before(denial: str) -> None:
    told = "Rebels said army jets bombed the town of Oru and that their men had taken Kassa."
    assert denials(f"{told} {denial}")[0][:2] == ("strike", "the town of Oru")


def test_a_third_party_denies_nothing_but_a_part_in_it() -> None:
    told = "Rebels shelled the town of Oru on Monday. The minister denied any involvement."
    assert denials(told) == []


def test_a_denial_stands_beside_what_is_said_in_its_place() -> None:
    told = f"{TOLD}. The army denied the claim, saying that its forces repelled the attackers."
    assert denials(told) == [("capture", "the town of Oru", "army")]


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("The army said the road was open.", "army"),
        ("The road is still open, the governor said.", "governor"),
        ("The army said it remained open.", "army"),
        ("The army said the road was open again.", None),
        ("The army said the road to the town of Bela was open.", None),
        ("They said the road was open.", None),
    ],
)
def test_who_says_that_a_road_is_open_denies_that_it_was_cut(answer: str, who: str | None) -> None:
    told = denials(f"Rebels said they had cut the road to the town of Oru. {answer}")
    assert told == ([("cut", "the road to the town of Oru", who)] if who else [])


@pytest.mark.parametrize(
    ("told", "denier", "who"),
    [
        ("The Chadian army said it had repulsed an attack by Sudanese troops on the town of Oru.",
         "Sudan", "Sudan"),
        ("Armenia said it had repelled an Azerbaijani attack on the town of Oru.",
         "Azerbaijan", "Azerbaijan"),
        ("The rebels said they had beaten off an army attack on the town of Oru.",
         "The army", "army"),
    ],
)  # fmt: skip
def test_who_denies_a_repelled_attack_denies_that_it_was_made(
    told: str, denier: str, who: str
) -> None:
    assert denials(f"{told} {denier} denied it.") == [("attack", "the town of Oru", who)]
    assert len(denials(f"{told} {denier} denied it.", Status.FAILED)) == 1


def test_who_denies_the_claims_about_a_repelled_attack_denies_what_was_taken_after_it() -> None:
    told = (
        "The rebels said they had beaten off an army attack on the town of Oru"
        " and taken the town of Bela."
    )
    assert denials(f"{told} The army denied the claims.") == [
        ("attack", "the town of Oru", "army"),
        ("capture", "the town of Bela", "army"),
    ]
    assert denials(f"{told} The army denied it.") == [("attack", "the town of Oru", "army")]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Rebels accused the army of shelling the town of Oru. The army denied responsibility.",
            [("strike", "the town of Oru", "army")],
        ),
        (
            "Rockets hit the town of Oru. The army denied responsibility.",
            [],
        ),
        (
            "Rebels say the army shelled the town of Oru. It denied responsibility for a flood.",
            [],
        ),
    ],
)
def test_who_denies_responsibility_denies_what_is_laid_to_it(
    text: str, denied: list[tuple[str, str, str]]
) -> None:
    assert denials(text) == denied
