"""What did not happen, or happened in another time, is never told as a fact, whatever its verb."""

from __future__ import annotations

import pytest

from claims.claim import Status
from tests.claims.test_frames import EVENTS
from tests.claims.test_sentences import brief, claims_of

DENIED = (
    "The ministry denied that {s}.",
    "The army spokesman denied reports that {s}.",
    "There were no reports that {s}.",
    "Reports that {s} are false.",
    "Reports that {s} were untrue, the ministry said.",
    "State media rejected claims that {s}.",
    "The governor dismissed as propaganda reports that {s}.",
    "Contrary to reports that {s}, the town was calm.",
    "The rebels falsely claimed that {s}.",
    "The ministry called claims that {s} baseless.",
    "“It is a lie that {s},” the spokesman said.",
    "The spokesman said reports that {s} were a pack of lies.",
    "The colonel ridiculed claims that {s}.",
    "The ministry issued a denial that {s}.",
)
OPEN_OR_PAST = (
    "It is unclear whether {s}.",
    "If {s}, the road will be cut.",
    "Analysts had predicted that {s}.",
    "Did it happen that {s}?",
    "{S} in 2016.",
    "{S} last year.",
    "{S} two years ago.",
    "Last year, {s}.",
    "In 2016, {s}.",
    "{S} during the 2006 war.",
    "Two years after {s}, markets have reopened.",
    "{S} in the last war.",
    "During the civil war {s}.",
    "In the first world war {s}.",
    "Under the previous government, {s}.",
    "In the past, {s}.",
    "Ten years have passed since {s}.",
    "A ceremony was held to mark the day {s}.",
    "His book “The Long War” tells how {s}.",
    "The series begins when {s}.",
    "The exercise is based on a scenario in which {s}.",
    "“I dreamt that {s},” a shopkeeper said.",
    "It would be the first time that {s}.",
    "{S} during the previous conflict.",
    "The spokesman said he had no information that {s}.",
    "The ministry had no comment on a report that {s}.",
    "There was no reaction to claims that {s}.",
    "Diplomats were sceptical of claims that {s}.",
    "The colonel played down reports that {s}.",
    "The colonel challenged the assertion that {s}.",
    "The exercise assumed that {s}.",
    "Whenever {s}, prices rose.",
    "Every time {s}, prices rose.",
    "The video claiming to show that {s} dates from 2019.",
)
DEEDS = (
    ("capture Zalin", "captured Zalin", "capturing Zalin"),
    ("advance on Zalin", "advanced on Zalin", "advancing on Zalin"),
    ("bomb Zalin", "bombed Zalin", "bombing Zalin"),
    ("withdraw from Zalin", "withdrawn from Zalin", "withdrawing from Zalin"),
    ("attack Zalin", "attacked Zalin", "attacking Zalin"),
    ("hold Zalin", "held Zalin", "holding Zalin"),
    ("besiege Zalin", "besieged Zalin", "besieging Zalin"),
    ("enter Zalin", "entered Zalin", "entering Zalin"),
    ("cut the road to Zalin", "cut the road to Zalin", "cutting the road to Zalin"),
    ("storm Zalin", "stormed Zalin", "storming Zalin"),
)
NOT_DONE = (
    "The army is preparing to {v}.",
    "The army vowed to {v}.",
    "The army failed to {v}.",
    "The army could {v} within days.",
    "Troops were ordered to {v}.",
    "The army has not {p}.",
    "The army denied having {p}.",
    "The army has yet to {v}.",
    "The army stopped short of {g}.",
    "The army ruled out {g}.",
    "The army is considering {g}.",
    "Generals discussed {g}.",
    "The army never {p}.",
    "The president urged the army to {v}.",
    "The army's plan to {v} was delayed.",
    "The army was too weak to {v}.",
    "The army gave up trying to {v}.",
    "The army abandoned plans to {v}.",
    "Without air cover the army cannot {v}.",
    "The army nearly {p}.",
    "“We shall {v},” the army commander said.",
    "The army would rather talk than {v}.",
    "The army failed in a bid to {v}.",
    "The army almost succeeded in {g}.",
    "The army has {p} in every war since independence.",
    "An operation to {v} was called off.",
)


PLANNED = (
    "The army is preparing to {v}.",
    "The army vowed to {v}.",
    "The army could {v} within days.",
    "Troops were ordered to {v}.",
    "The army is considering {g}.",
    "“We shall {v},” the army commander said.",
    "It is only a matter of time before the army is {g}.",
)

NOUNS = (
    "an attack on Zalin",
    "the capture of Zalin",
    "the fall of Zalin",
    "a siege of Zalin",
    "shelling of Zalin",
    "clashes in Zalin",
    "fighting in Zalin",
    "air strikes on Zalin",
    "a withdrawal from Zalin",
    "an offensive against Zalin",
    "an advance on Zalin",
)
UNREAL_NOUNS = (
    "There were no reports of {n}.",
    "There were no immediate reports of {n}.",
    "There was no word of {n}.",
    "Neither side reported {n}.",
    "Nobody saw {n}.",
    "The army said it did not expect {n}.",
    "Residents fear {n}.",
    "Analysts expect {n}.",
    "The rebels are planning {n}.",
    "The two sides are negotiating {n}.",
    "The parties agreed on {n}.",
    "Diplomats hope for {n}.",
    "The general wants {n}.",
    "The militia is too weak for {n}.",
    "Troops simulated {n}.",
    "The treaty bans {n}.",
    "It would take months to organise {n}.",
    "Rumours of {n} spread.",
    "{N} was averted.",
    "{N} has been put off.",
    "{N} remains a possibility.",
    "{N} will resume tomorrow.",
    "{N} is not planned.",
    "{N}, if it comes, will be bloody.",
    "The government said {n} was fiction.",
)
REAL_NOUNS = (
    "{N} killed nine people on Monday.",
    "{N} began on Monday.",
    "Residents reported {n}.",
    "There was {n} on Monday.",
    "The army confirmed {n}.",
    "Nine people died in {n} on Monday.",
    "{N} forced 300 families to flee.",
    "{N}, feared for weeks, began on Monday.",
    "Nine soldiers were feared dead after {n}.",
    "Hospitals filled up during {n}.",
)


@pytest.mark.parametrize("frame", UNREAL_NOUNS)
def test_what_a_noun_names_and_did_not_come_is_no_fact(frame: str) -> None:
    for noun in NOUNS:
        text = frame.format(n=noun, N=noun[0].upper() + noun[1:])
        assert not [brief(c) for c in claims_of(text) if c.status.is_fact], noun


@pytest.mark.parametrize("frame", REAL_NOUNS)
def test_what_a_noun_names_and_came_is_a_fact(frame: str) -> None:
    for noun in NOUNS:
        text = frame.format(n=noun, N=noun[0].upper() + noun[1:])
        assert [brief(c) for c in claims_of(text) if c.status.is_fact], noun


@pytest.mark.parametrize("frame", [*DENIED, *OPEN_OR_PAST])
def test_what_is_denied_open_or_past_is_no_fact(frame: str) -> None:
    for event in EVENTS:
        text = frame.format(s=event, S=event[0].upper() + event[1:])
        assert not [brief(c) for c in claims_of(text) if c.status.is_fact], event


@pytest.mark.parametrize("frame", DENIED)
def test_what_is_denied_is_told_as_denied(frame: str) -> None:
    for event in EVENTS:
        told = claims_of(frame.format(s=event))
        assert any(claim.status is Status.DENIED for claim in told), event


@pytest.mark.parametrize("frame", NOT_DONE)
def test_what_was_not_done_is_no_fact(frame: str) -> None:
    for verb, participle, gerund in DEEDS:
        text = frame.format(v=verb, p=participle, g=gerund)
        assert not [brief(c) for c in claims_of(text) if c.status.is_fact], verb


@pytest.mark.parametrize("frame", PLANNED)
def test_what_is_planned_is_told_as_planned(frame: str) -> None:
    for verb, _, gerund in DEEDS:
        told = claims_of(frame.format(v=verb, g=gerund))
        assert any(claim.status is Status.PLANNED for claim in told), verb
