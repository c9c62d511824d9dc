"""What is no war in a report about something else: troops that dig after a quake, a trial."""

from __future__ import annotations

from claims.claim import Status
from claims.events.event import Event
from claims.intake.peacetime import Topic
from claims.scene import scene

__all__ = ["is_off_topic"]

_PAST = frozenset((Topic.COURT, Topic.MEMORY, Topic.EXCHANGE))
# What sickness, votes and prices are told of in as well: "the battle against the virus".
_FIGURES = frozenset("war wartime battle battlefield frontline front-line offensive combat".split())


def is_off_topic(event: Event) -> bool:
    """Tell whether an event belongs to what its report is about, and to no war of these days.

    Where soldiers help after a flood only a sentence with a word of war tells of any; where a vote
    or a match is told of, so does one in which somebody fights. What a court hears or a town
    remembers is long past, but for what is told of a day of this week.
    """
    topics = event.parsed.topics
    if not topics:
        return False
    if Topic.EXERCISE in topics or (Topic.CALAMITY in topics and not _is_of_war(event)):
        return True
    if not _PAST.isdisjoint(topics):
        return event.status is not Status.ONGOING and not any(t.weekday for t in event.parsed.times)
    return not (_is_of_war(event) or _somebody_fights(event))


def _is_of_war(event: Event) -> bool:
    return not (scene().warfare - _FIGURES).isdisjoint(event.parsed.sentence.held)


def _somebody_fights(event: Event) -> bool:
    return not scene().fighters.isdisjoint(event.parsed.sentence.held)
