"""What a report tells of beside war: a match, a vote, a market, a sickness, a storm, a trial."""

from __future__ import annotations

from collections.abc import Sequence, Set
from enum import Enum

from claims.scene import scene
from claims.words import Sentence

__all__ = ["FIGURES", "NO_TOPICS", "Topic", "topics_of"]

_TELLING = 2  # words of peace by which a report is known that has none of war
_LEAD = 3  # sentences of which one names what a report is about
_SHARE = 3  # one sentence of so many has a word of it
_MUCH = 2  # and more where it is named behind the lead
_BESIDE = 2  # words that go with a topic where only one names it
_PARADES = frozenset(("parade", "parades", "paraded"))
# No drill has these: "troops had been on an exercise when rebels shelled X".
_IN_EARNEST = frozenset(
    """
    killed killing died wounded shelled shelling ceasefire truce casualties rebels rebel militants
    insurgents guerrillas separatists separatist gunmen militia militiamen captured seized took
    taken retook retaken recaptured attacked invaded invasion crossed withdrew pulled fled hold
    """.split()
)
# What sickness, votes and prices are told of in as well: "the battle against the virus".
FIGURES = frozenset("war wartime battle battlefield frontline front-line offensive combat".split())
_EVERYDAY = 3  # words of peace by which a report is known though it has some of war


class Topic(Enum):
    """What a report is about beside war, although it holds words of war or soldiers."""

    CALAMITY = "calamity"
    COURT = "court"
    MEMORY = "memory"
    EXERCISE = "exercise"
    EXCHANGE = "exchange"
    EVERYDAY = "everyday"
    CALM = "calm"  # no word of war stands in it, but for figures of speech


NO_TOPICS = frozenset[Topic]()


def topics_of(lines: Sequence[Sentence], held: Set[str]) -> frozenset[Topic]:
    """Return what a report is about: its lead names it, and a third of its sentences go on so.

    ``held`` are all its words. A digest, whose items are about all sorts of things, is about none.
    """
    words = scene()
    kinds = (
        (Topic.CALAMITY, words.calamities, words.rescues),
        (Topic.COURT, words.courts, words.pleas),
        (Topic.MEMORY, words.memories, words.rites),
        (Topic.EXERCISE, words.exercises, words.trainees),
        (Topic.EXCHANGE, words.exchanges, words.captives),
    )
    lead = frozenset[str]().union(*(line.held for line in lines[:_LEAD]))
    found = {
        topic
        for topic, naming, beside in kinds
        if _is_named(naming, beside, lead, held) and _goes_on(lines, naming | beside)
    }
    trains = len(words.trainees & held) >= _BESIDE or not held.isdisjoint(_PARADES)
    if not trains or not held.isdisjoint(_IN_EARNEST):
        found.discard(Topic.EXERCISE)  # "after an exercise they crossed the border"
    calm = (words.warfare - FIGURES).isdisjoint(held)
    if _is_everyday(lines, words.peacetime & held, lead, calm=words.warfare.isdisjoint(held)):
        found.add(Topic.EVERYDAY)
    return frozenset(found | {Topic.CALM} if found and calm else found)


def _is_everyday(
    lines: Sequence[Sentence], everyday: Set[str], lead: Set[str], *, calm: bool
) -> bool:
    """Tell whether a vote, a match or a market is told of; with words of war, by the lead."""
    if calm and len(everyday) >= _TELLING:
        return True
    named = len(everyday) >= _EVERYDAY and not everyday.isdisjoint(lead)
    return named and _goes_on(lines, everyday)


def _is_named(
    naming: frozenset[str], beside: frozenset[str], lead: Set[str], held: Set[str]
) -> bool:
    """Tell whether a lead names a topic, or holds of what goes with it and the report much."""
    if naming.isdisjoint(lead):
        return not beside.isdisjoint(lead) and naming & held != set() and len(beside & held) > _MUCH
    return len(naming & held) > 1 or len(beside & held) >= _BESIDE


def _goes_on(lines: Sequence[Sentence], words: Set[str]) -> bool:
    telling = sum(not words.isdisjoint(line.held) for line in lines)
    return telling > 1 and telling * _SHARE >= len(lines)
