"""What is no war in a report about something else: troops that dig after a quake, a trial."""

from __future__ import annotations

from claims.claim import Status
from claims.events.event import Acting, Event
from claims.intake.peacetime import Topic
from claims.scene import scene

__all__ = ["is_off_topic"]

_PAST = frozenset((Topic.COURT, Topic.MEMORY, Topic.EXCHANGE))
_DEPENDENT = frozenset("who which that whose when how where after before while as".split())
# What sickness, votes and prices are told of in as well: "the battle against the virus".
_FIGURES = frozenset("war wartime battle battlefield frontline front-line offensive combat".split())


def is_off_topic(event: Event) -> bool:
    """Tell whether an event belongs to what its report is about, and to no war of these days.

    Where soldiers help after a flood only a sentence with a word of war tells of any; where a vote
    or a match is told of, so does one in which somebody fights. What a court hears or a town
    remembers is long past, but for what is told of a day of this week or in the plain past.
    """
    topics = event.parsed.topics
    if not topics:
        return False
    if Topic.EXERCISE in topics or (Topic.CALAMITY in topics and not _is_of_war(event)):
        return True
    if not _PAST.isdisjoint(topics):
        lasts = event.status is Status.ONGOING or _is_of_this_week(event)
        return not (lasts or _is_told_plainly(event))
    return not (_is_of_war(event) or _somebody_fights(event))


def _is_of_war(event: Event) -> bool:
    return not (scene().warfare - _FIGURES).isdisjoint(event.parsed.sentence.held)


def _is_told_plainly(event: Event) -> bool:
    """Tell whether somebody does it in a clause of its own: "the army took X", no "had taken"."""
    parsed, trigger = event.parsed, event.trigger
    fights = event.roles.actor is not None or _somebody_fights(event)
    plain = trigger.pattern.kind == "verb" and event.acting is Acting.FIGHTER and fights
    low = parsed.clause(trigger.first)[0]
    plain = plain and _DEPENDENT.isdisjoint(parsed.lower[max(0, low - 1) : trigger.first])
    plain = plain and "had" not in parsed.lower[: trigger.first]
    return plain and not _looks_back(event)


def _is_of_this_week(event: Event) -> bool:
    """Tell whether a day dates an event, and not the trial or the parade that it is told of at."""
    dated = any(t.weekday for t in event.parsed.times)
    heard = Topic.COURT in event.parsed.topics  # "the court heard on Monday that they shelled X"
    return dated and ((_is_of_war(event) and not heard) or not _looks_back(event))


def _looks_back(event: Event) -> bool:
    words = scene()
    looking_back = words.courts | words.memories | words.exchanges
    return not looking_back.isdisjoint(event.parsed.sentence.held)


def _somebody_fights(event: Event) -> bool:
    return not scene().fighters.isdisjoint(event.parsed.sentence.held)
