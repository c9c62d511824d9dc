from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from claims.claim import Action, Status, When
from claims.sides.theatre import Theatre
from claims.situation import NotDrawn, Part, Standing
from claims.weighing.grade import Grade
from geo.interval import Interval
from maps.looks.layers import LAYERS, layer_of
from maps.wording.standing_words import grade_words, voices_words
from maps.wording.words import headline, subtitle, time_words, title, zone_of
from tests.maps.situations import hama

NAMES = {"government": "Government", "opposition": "Opposition", "russia": "Russia"}


def _headline(**fields: object) -> str:
    return headline(replace(hama().claims[0], **fields), NAMES)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("action", "status", "words"),
    [
        (Action.PUSH_BACK, Status.OCCURRED, "Government pushed opposition back"),
        (Action.ADVANCE, Status.ONGOING, "Government is advancing against opposition"),
        (Action.CAPTURE, Status.PLANNED, "Government plans to take ground from opposition"),
        (Action.ATTACK, Status.FAILED, "Government failed to attack opposition"),
        (Action.RETREAT, Status.DENIED, "Denied: Government pulled back before opposition"),
        (Action.CLASH, Status.OCCURRED, "Government fought with opposition"),
        (Action.HOLD, Status.OCCURRED, "Government held its positions"),
        (Action.PUSH_BACK, Status.PLANNED, "Government plans to push opposition back"),
    ],
)
def test_a_headline_says_action_and_status(action: Action, status: Status, words: str) -> None:
    said = _headline(
        action=action, status=status, actor_side="government", opponent_side="opposition"
    )
    assert said == words


def test_a_proper_name_keeps_its_capital() -> None:
    said = _headline(actor_side="opposition", opponent_side="russia", action=Action.ATTACK,
                     status=Status.OCCURRED)  # fmt: skip
    assert said == "Opposition attacked Russia"


def test_words_of_the_report_for_a_side_stand_in_quotation_marks() -> None:
    said = _headline(actor_side=None, actor="the bandits", opponent_side=None, opponent="",
                     action=Action.PUSH_BACK, status=Status.OCCURRED)  # fmt: skip
    assert said == "“the bandits” pushed their opponent back"


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        ("the brigade", "“the brigade” is holding its positions"),
        ("rebel fighters", "“rebel fighters” are holding their positions"),
        ("gunmen loyal to the mayor", "“gunmen loyal to the mayor” are holding their positions"),
        ("units of the 4th Division", "“units of the 4th Division” are holding their positions"),
        ("Ruritania and its allies", "“Ruritania and its allies” are holding their positions"),
        ("the head of the rebels", "“the head of the rebels” is holding its positions"),
        ("the police", "“the police” are holding their positions"),
        ("Congress", "“Congress” is holding its positions"),
        ("the United States", "“the United States” is holding its positions"),
    ],
)
def test_the_verb_agrees_with_who_acts(actor: str, words: str) -> None:
    assert _headline(actor_side=None, actor=actor, action=Action.HOLD, status=Status.ONGOING) == (
        words
    )


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("Kurdish-led forces", "Kurdish-led forces are holding their positions"),
        ("Government (Syria)", "Government (Syria) is holding its positions"),
        ("Chin forces (Myanmar)", "Chin forces (Myanmar) are holding their positions"),
    ],
)
def test_the_verb_agrees_with_the_name_of_a_side(side: str, words: str) -> None:
    claim = replace(
        hama().claims[0], actor_side="x", action=Action.HOLD, status=Status.ONGOING,
        opponent_side=None, opponent="",
    )  # fmt: skip
    assert headline(claim, {"x": side}) == words


@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("status", list(Status))
def test_no_headline_of_a_non_fact_reads_like_a_fact(action: Action, status: Status) -> None:
    said = _headline(action=action, status=status, actor_side="government")
    marked = any(word in said for word in ("plans to", "failed to", "Denied:"))
    assert marked is not status.is_fact
    assert "{" not in said


def test_every_action_has_exactly_one_layer() -> None:
    assert sorted(a for layer in LAYERS for a in layer.actions) == sorted(Action)
    assert {layer_of(action).id for action in Action} == {layer.id for layer in LAYERS}


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2024, 12, 3), (2024, 12, 4), "3 Dec 2024"),
        ((2024, 12, 3), (2024, 12, 6), "3–5 Dec 2024"),
        ((2024, 11, 27), (2024, 12, 6), "27 Nov – 5 Dec 2024"),
        ((2023, 12, 30), (2024, 1, 2), "30 Dec 2023 – 1 Jan 2024"),
        ((2024, 12, 4, 6), (2024, 12, 4, 12), "4 Dec 2024, 06:00–12:00"),
        ((2024, 12, 4, 22), (2024, 12, 5, 5), "4 Dec 2024, 22:00 – 5 Dec 2024, 05:00"),
    ],
)
def test_times_read_like_a_person_writes_them(
    start: tuple[int, ...], end: tuple[int, ...], words: str
) -> None:
    zone = ZoneInfo("Asia/Damascus")
    interval = Interval(
        start=datetime(*start, tzinfo=zone),
        end=datetime(*end, tzinfo=zone),  # type: ignore[misc,arg-type]
    )
    assert time_words(interval, zone) == words


def test_the_subtitle_counts_what_there_is_and_says_as_of_when() -> None:
    assert subtitle(hama()) == (
        "25 claims in 5 reports, 4 origins, 8 claimants; as of 5 Dec 2024, 09:45 UTC+3"
    )


def test_a_situation_without_a_date_says_so() -> None:
    assert subtitle(replace(hama(), as_of=None)).endswith("; no date known")


def test_the_title_names_theatre_and_days() -> None:
    assert title(hama()) == "Syria: what is claimed, 3–4 Dec 2024"


@pytest.mark.parametrize(("number", "theatre"), [(2, "Syria"), (3, "Syria"), (4, "4 conflicts")])
def test_a_title_counts_the_conflicts_that_are_too_many_to_name(number: int, theatre: str) -> None:
    situation = hama()
    part = Part(theatre=situation.theatre, docs=frozenset())
    assert title(replace(situation, parts=number * (part,))).startswith(f"{theatre}: ")


def test_a_plan_does_not_stretch_the_days_of_the_title() -> None:
    later = Interval(
        start=datetime(2024, 12, 20, tzinfo=UTC), end=datetime(2024, 12, 21, tzinfo=UTC)
    )
    planned = tuple(
        replace(item, claim=replace(item.claim, when=When(interval=later)))
        if item.claim.status is Status.PLANNED
        else item
        for item in hama().drawn
    )
    assert title(replace(hama(), drawn=planned)).endswith("3–4 Dec 2024")


def test_without_a_theatre_the_title_names_the_place_most_claims_are_at() -> None:
    neutral = replace(hama(), theatre=Theatre(id="none", name="Not set", timezone="UTC"))
    assert title(neutral) == "What is claimed around Hama, 3–4 Dec 2024"


@pytest.mark.parametrize("zone", ["", "../../etc/passwd", "Nowhere/Land", "\x00", "UTC"])
def test_an_unknown_time_zone_is_utc(zone: str) -> None:
    situation = replace(hama(), theatre=replace(hama().theatre, timezone=zone))
    moment = datetime(2024, 12, 4, tzinfo=UTC)
    assert moment.astimezone(zone_of(situation)).utcoffset() == moment.utcoffset()


def test_the_card_says_how_a_claim_stands() -> None:
    grade = Grade(
        reliability="D", credibility=2, why_reliable="a party", why_credible="said by 2 voices"
    )
    standing = Standing(voices=2, sides=(), against_interest=True, grade=grade)
    item = NotDrawn(claim=hama().claims[0], reason="unresolved", detail="", standing=standing)
    assert voices_words(item) == "2 independent voices, against the speaker's own interest"
    assert grade_words(item) == "D2: a party; said by 2 voices"
    unjudged = NotDrawn(claim=hama().claims[0], reason="unresolved", detail="")
    assert voices_words(unjudged) == grade_words(unjudged) == ""
