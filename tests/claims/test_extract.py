"""Claims read out of sentences written for this test, from wars of all kinds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.claim import Claim
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import neutral_theatre
from gazetteer.index import Gazetteer

NEUTRAL = neutral_theatre(())


def claims_of(text: str) -> tuple[Claim, ...]:
    report = Report(
        id="test",
        text=text,
        published=datetime(2024, 12, 5, tzinfo=UTC),
        sections=find_sections(text),
    )
    return extract(report, NEUTRAL, Gazetteer())


def brief(claim: Claim) -> tuple[str | None, str, str, str]:
    head = claim.place.heads[0] if claim.place and claim.place.heads else ""
    return (claim.actor_side, claim.action.value, claim.status.value, head)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Taking ground, active and passive, with lists.
        (
            "Rebel fighters captured the villages of Oru, Bela and Tamra on Monday.",
            [("opposition", "capture", "occurred", place) for place in ("Oru", "Bela", "Tamra")],
        ),
        (
            "The town of Bela was seized by Ethiopian troops overnight.",
            [("ethiopia", "capture", "occurred", "Bela")],
        ),
        ("The town of Oru fell to the rebels.", [("opposition", "capture", "occurred", "Oru")]),
        (
            "Ukrainian forces have retaken the village of Stara Hora.",
            [("ukraine", "recapture", "occurred", "Stara Hora")],
        ),
        # Movement.
        (
            "Russian troops are advancing toward the city of Novy Brid.",
            [("russia", "advance", "ongoing", "Novy Brid")],
        ),
        (
            "Government forces entered the town of Kassa from the east.",
            [("government", "advance", "occurred", "Kassa")],
        ),
        (
            "Government troops withdrew from the town of Kassa.",
            [("government", "retreat", "occurred", "Kassa")],
        ),
        (
            "The army pushed the rebels back 12 kilometres from Kassa.",
            [("government", "push_back", "occurred", "Kassa")],
        ),
        (
            "The rebels were driven out of the town of Kassa by government forces.",
            [("government", "push_back", "occurred", "Kassa")],
        ),
        # What somebody claims or seems to hold is held, as far as the text says.
        (
            "Both sides claimed to control the town of Oru.",
            [(None, "hold", "occurred", "Oru")],
        ),
        (
            "Government forces are said to be in control of the town of Oru.",
            [("government", "hold", "occurred", "Oru")],
        ),
        (
            "The rebels appeared to control the town of Oru on Monday.",
            [("opposition", "hold", "occurred", "Oru")],
        ),
        # Contact and fires.
        (
            "Heavy clashes broke out between government forces and rebels near Kassa.",
            [("government", "clash", "occurred", "Kassa")],
        ),
        (
            "Israeli warplanes bombed the outskirts of Deir Amun.",
            [("israel", "strike", "occurred", "Deir Amun")],
        ),
        (
            "A Turkish drone strike on the village of Oru killed two people.",
            [("turkey", "strike", "occurred", "Oru")],
        ),
        (
            "Sudanese Armed Forces launched an attack on the city of Zalin.",
            [("saf", "attack", "occurred", "Zalin")],
        ),
        # Posture.
        (
            "The insurgents still control the town of Maru.",
            [("opposition", "hold", "ongoing", "Maru")],
        ),
        (
            "Government troops repelled an assault on the town of Maru.",
            [("government", "hold", "occurred", "Maru"), (None, "attack", "failed", "Maru")],
        ),
        (
            "Life is calm in the rebel-held town of Maru.",
            [("opposition", "hold", "occurred", "Maru")],
        ),
        (
            "The road would open the way toward the government-held city of Maru.",
            [("government", "hold", "occurred", "Maru")],
        ),
        (
            "Rebels have besieged the city of Maru.",
            [("opposition", "encircle", "occurred", "Maru")],
        ),
        (
            "The rebels cut the road between Maru and Kassa.",
            [("opposition", "cut", "occurred", "Maru")],
        ),
        # What did not, or not yet, happen keeps its status.
        (
            "Rebels failed to capture the town of Maru.",
            [("opposition", "capture", "failed", "Maru")],
        ),
        (
            "The army plans to retake the town of Maru.",
            [("government", "recapture", "planned", "Maru")],
        ),
        (
            "The army vowed to recapture the town of Maru within days.",
            [("government", "recapture", "planned", "Maru")],
        ),
        (
            "The army has not entered the town of Maru.",
            [("government", "advance", "denied", "Maru")],
        ),
        (
            "Government forces are advancing on the town of Maru.",
            [("government", "advance", "ongoing", "Maru")],
        ),
        (
            "The ministry denied the town of Maru had fallen and said the army held Kassa town.",
            [
                (None, "capture", "denied", "Maru"),
                ("government", "hold", "occurred", "Kassa"),
            ],
        ),
        (
            "Rebels have taken up positions outside the city of Maru.",
            [("opposition", "deploy", "occurred", "Maru")],
        ),
        (
            "The rebel attack on the town of Maru failed.",
            [("opposition", "attack", "failed", "Maru")],
        ),
        (
            "No government troops entered the town of Maru.",
            [("government", "advance", "denied", "Maru")],
        ),
        (
            "Reports that rebels captured the town of Maru are untrue.",
            [("opposition", "capture", "denied", "Maru")],
        ),
        (
            "The capital demands that rebels withdraw from the town of Maru.",
            [],
        ),
        (
            "A failed rebel assault on the town of Maru cost lives.",
            [("opposition", "attack", "failed", "Maru")],
        ),
        (
            "Rebels are trying to enter the city of Maru.",
            [("opposition", "attack", "ongoing", "Maru")],
        ),
    ],
)
def test_a_sentence_gives_the_claims_that_a_careful_reader_sees(
    text: str, expected: list[tuple[str | None, str, str, str]]
) -> None:
    assert [brief(claim) for claim in claims_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Residents of Maru urged the authorities to reopen the road.",
        "The ministers held a phone call about the town of Maru.",
        "The fighters used advanced drones made abroad.",
        "A media campaign reached the town of Maru.",
        "The army marked the anniversary of the battle of words in Maru.",
        "Prices rose sharply in the city of Maru.",
        "The town of Maru, which rebels captured in 2016, has a large market.",
        "The front page criticised the government in Maru.",
        "Unlike the battle for Maru, the talks were short.",
        "In 2016 rebels captured the town of Maru.",
        "Had rebels captured the town of Maru, the road would have been cut.",
        "Asked whether rebels had captured the town of Maru, the governor smiled.",
        "The army neither confirmed nor denied that rebels captured the town of Maru.",
        "Drones were seen above an apartment block in Maru.",
        "The rebels took part in talks in the town of Maru.",
    ],
)
def test_ordinary_life_and_history_are_no_claims(text: str) -> None:
    assert claims_of(text) == ()


def test_an_advance_from_several_sides_keeps_its_axes_and_leads_toward_the_place() -> None:
    (claim,) = claims_of(
        "Rebel forces are advancing from three directions — north, north-east and west — "
        "in an attempt to reach the city of Maru."
    )
    assert claim.axes == ("north", "northeast", "west")
    assert claim.place is not None
    assert claim.place.relation.value == "toward"
    assert brief(claim) == ("opposition", "advance", "ongoing", "Maru")


def test_a_movement_keeps_where_it_starts_apart_from_where_it_leads() -> None:
    (claim,) = claims_of("Government troops advanced from Kassa toward the town of Maru.")
    assert claim.place is not None
    assert claim.tail is not None
    assert (claim.tail.heads, claim.place.heads) == (("Kassa",), ("Maru",))


def test_a_denial_is_of_the_event_and_by_the_speaker() -> None:
    (claim,) = claims_of(
        "The Defence Ministry denied that government troops abandoned the town of Maru."
    )
    assert brief(claim) == ("government", "retreat", "denied", "Maru")
    assert claim.claimant == "Defence Ministry"


def test_the_city_stands_for_the_place_named_before() -> None:
    claims = claims_of("Rebels reached the city of Maru. The army then withdrew from the city.")
    assert [brief(c) for c in claims] == [
        ("opposition", "advance", "occurred", "Maru"),
        ("government", "retreat", "occurred", "Maru"),
    ]


def test_a_short_form_that_the_text_explains_is_one_side_with_its_long_form() -> None:
    claims = claims_of(
        "The Northern Liberation Army (NLA) captured the town of Maru. "
        "On Tuesday the NLA shelled the town of Kassa."
    )
    assert [c.actor_side for c in claims] == ["nla", "nla"]


def test_the_quote_is_the_exact_text_at_its_span() -> None:
    text = "On Monday, rebels “seized” nothing. The rebels captured the town of Maru on Tuesday."
    for claim in claims_of(text):
        assert text[claim.span.start : claim.span.end] == claim.quote
        assert claim.place_span is not None
        assert claim.place is not None
        assert text[claim.place_span.start : claim.place_span.end] == claim.place.text


def test_a_photograph_without_a_full_date_is_withheld() -> None:
    text = (
        "Rebels push on\n\nRebel fighters enter the town of Maru on Monday. Photo: Agency\n\n"
        "Rebels captured the town of Kassa."
    )
    caption = [c for c in claims_of(text) if c.section == "caption"]
    assert caption
    assert all(c.withheld for c in caption)


def test_the_same_text_gives_the_same_claims_and_ids() -> None:
    text = "Rebels captured the town of Maru. The army shelled the town of Kassa."
    assert claims_of(text) == claims_of(text)
    assert len({c.id for c in claims_of(text)}) == 2


def test_time_grows_with_the_length_of_the_text_and_no_sentence_hangs() -> None:
    long_sentence = "Rebels and soldiers and " * 4_000 + "reached the town of Maru."
    assert isinstance(claims_of(long_sentence), tuple)


def test_who_is_no_force_does_not_act_for_the_force_named_before() -> None:
    claims = claims_of("Russian troops shelled the town of Oru. Aid workers left the town of Maru.")
    assert [brief(c) for c in claims] == [("russia", "strike", "occurred", "Oru")]


def test_who_holds_a_town_and_how_far_off_it_lies_may_stand_in_one_bracket() -> None:
    claims = claims_of("Shells hit Maru (non-government-controlled, 16 km north of Kassa) at dawn.")
    places = [c.place for c in claims if c.place]
    assert [c.action.value for c in claims] == ["strike"]
    assert [(p.text, p.within and p.within.heads) for p in places] == [("Maru", ("Kassa",))]
