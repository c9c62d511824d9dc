"""What is no war in a report about something else: troops that dig after a quake, a trial."""

from __future__ import annotations

from claims.claim import Action, Status
from claims.events.event import Event
from claims.events.sentences.passives import is_passive
from claims.intake.peacetime import FIGURES, Topic
from claims.scene import scene

__all__ = ["is_off_topic"]

_PAST = {
    Topic.COURT: ("courts", "pleas"),
    Topic.MEMORY: ("memories", "rites"),
    Topic.EXCHANGE: ("exchanges", "captives"),
}
_UNDERGONE = frozenset(Action) - {Action.ADVANCE, Action.DEPLOY, Action.CLASH, Action.ATTACK}
# What soldiers do who help as well.
_HELPING = frozenset((Action.ADVANCE, Action.DEPLOY, Action.ENCIRCLE, Action.CUT))
_GOVERNING = frozenset("government opposition police party ruling authorities council".split())
_THEY = frozenset(("they", "we", "he"))
_DEPENDENT = frozenset("who which that whose when how where after before while as".split())


def is_off_topic(event: Event) -> bool:
    """Tell whether an event belongs to what its report is about, and to no war of these days.

    What a state or a force known by name does, and what is captured, is of war whatever else a
    report is full of. Where soldiers help after a flood they only go, and nothing there tells of
    war. What a court hears or a town remembers is long past, but for what is told of a day of this
    week or by itself in the plain past.
    """
    topics = event.parsed.topics
    if not topics:
        return False
    if Topic.EXERCISE in topics:
        return True
    if Topic.CALAMITY in topics and _is_of_help(event):
        return True
    if Topic.EVERYDAY in topics and not (_is_of_war(event) or _may_be_of_war(event)):
        return True
    return any(topic in topics and _is_long_past(event, topic) for topic in _PAST)


def _is_of_help(event: Event) -> bool:
    """Tell whether sickness or water does it, or soldiers of no name go where there is no war."""
    if _is_of_war(event):
        return False
    actor = event.roles.actor
    if actor is None:
        return not _is_undergone(event) or Topic.CALM in event.parsed.topics
    plain = scene().fighters.issuperset(actor.text.lower().split())
    return plain and event.action in _HELPING and Topic.CALM in event.parsed.topics


def _may_be_of_war(event: Event) -> bool:
    """Tell whether a state or a force does it, or those told of before, or it falls to somebody."""
    actor = event.roles.actor
    if actor and actor.side and _GOVERNING.isdisjoint(actor.text.lower().split()):
        return True
    low, _ = event.parsed.clause(event.trigger.first)
    they = not _THEY.isdisjoint(event.parsed.lower[low : event.trigger.first])
    fights = not scene().fighters.isdisjoint(event.parsed.sentence.held)
    return fights or they or _is_undergone(event)


def _is_undergone(event: Event) -> bool:
    """Tell whether ground is told of that was taken, hit or left: "X fell", "X has been hit"."""
    falls = event.trigger.pattern.scheme != "subject" and event.trigger.pattern.kind == "verb"
    return event.action in _UNDERGONE and (falls or is_passive(event.parsed, event.trigger))


def _is_long_past(event: Event, topic: Topic) -> bool:
    """Tell whether a trial, a wreath or a swap is told of, and not what is done meanwhile."""
    parsed, trigger = event.parsed, event.trigger
    naming, beside = (getattr(scene(), name) for name in _PAST[topic])
    told_of = not (naming | beside).isdisjoint(parsed.sentence.held)
    before = parsed.lower[: trigger.first]
    if event.status is Status.ONGOING or _is_of_this_week(event, topic, naming):
        return False
    if told_of or topic is Topic.MEMORY:
        return not _is_told_plainly(event, naming)
    nobody = event.roles.actor is None and not _is_undergone(event)
    return topic is Topic.COURT and ("had" in before or nobody)


def _is_told_plainly(event: Event, naming: frozenset[str]) -> bool:
    """Tell whether somebody does it in a clause of its own: "the army took X", no "had taken"."""
    parsed, trigger = event.parsed, event.trigger
    low = parsed.clause(trigger.first)[0]
    apart = _DEPENDENT.isdisjoint(parsed.lower[max(0, low - 1) : trigger.first])
    fights = event.roles.actor is not None and trigger.pattern.kind == "verb"
    own = naming.isdisjoint(parsed.lower[low:])
    return fights and apart and own and "had" not in parsed.lower[: trigger.first]


def _is_of_this_week(event: Event, topic: Topic, naming: frozenset[str]) -> bool:
    """Tell whether a day dates an event, and not the trial or the parade that it is told of at."""
    dated = any(t.weekday for t in event.parsed.times)
    heard = topic is Topic.COURT  # "the court heard on Monday that they shelled X"
    looks_back = not naming.isdisjoint(event.parsed.sentence.held)
    return dated and ((_is_of_war(event) and not heard) or not looks_back)


def _is_of_war(event: Event) -> bool:
    return not (scene().warfare - FIGURES).isdisjoint(event.parsed.sentence.held)
