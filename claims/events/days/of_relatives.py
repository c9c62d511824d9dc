"""Days of relative clauses: "retook the village that rebels had captured on Monday"."""

from __future__ import annotations

from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import RELATIVE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["dates_a_relative", "dates_an_apposition"]

_ARTICLES = frozenset(("the", "its", "their"))
_APPOSED = frozenset("a an the its their one another both".split())
_PRONOUNS = frozenset("it they he she we that which who where".split())
_TAKEN = frozenset("lost captured seized taken overrun abandoned retaken recaptured".split())
_OPENING = frozenset(
    """
    as when while after before and but or since because until that if where so than though although
    , ; : with from by of in on at to for against near into
    """.split()
)


def dates_a_relative(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a time behind an event closes what only tells of its object.

    So in "bombed X, a town the rebels captured last week", where no pronoun opens it.
    """
    return any(
        event.pattern.kind == "verb"
        and not event.form.endswith("ing")
        and event.last < number
        and "," not in parsed.lower[event.last : number]
        and _tells_of_a_noun(parsed, trigger, event)
        for event in parsed.following(trigger)
    )


def dates_an_apposition(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a time is of what is told of a noun set off from a place.

    So in "entered X, a town it lost in May" and "took X, a hill Y held until June, and shelled Z".
    """
    closed = number > trigger.last or "," in parsed.lower[number : trigger.first]
    between = parsed.lower[trigger.last + 1 if number > trigger.last else 0 : number]
    if not closed or "," not in between:
        return False
    comma = number - 1 - between[::-1].index(",")
    if parsed.lower[comma + 1] not in _APPOSED:
        return False
    noun = comma + 2
    if not _PRONOUNS.isdisjoint(parsed.lower[noun + 1 : number]):
        return True
    subjects = (parsed.word_at(actor.start) for actor in parsed.actors)
    return any(_follows_a_noun(parsed, at) for at in subjects if noun < at < number - 1)


def _follows_a_noun(parsed: Parsed, at: int) -> bool:
    """Tell whether a name stands right behind a noun: "a town the rebels captured"."""
    word = parsed.lower[at - 1 - (parsed.lower[at - 1] in _ARTICLES)]
    return word.isalpha() and word not in _OPENING and not is_speech(word)


def _tells_of_a_noun(parsed: Parsed, trigger: Trigger, event: Trigger) -> bool:
    opener = parsed.clause(event.first)[0] - 1
    if opener > trigger.last and parsed.lower[opener] in RELATIVE and parsed.relates(opener):
        return True
    if _is_reduced(parsed, trigger, event):
        return True
    before = _before_subject(parsed, event)
    word = parsed.lower[before]
    if before <= trigger.last + 1:
        return False
    if word in RELATIVE:
        return parsed.relates(before)
    return word.isalpha() and word not in _OPENING and not is_speech(word)


def _is_reduced(parsed: Parsed, trigger: Trigger, event: Trigger) -> bool:
    """Tell whether a participle stands right behind ground: "retook hills lost two days ago"."""
    ground = event.first - 1
    word = parsed.lower[ground]
    if event.form not in _TAKEN or ground <= trigger.last:
        return False
    placed = any(parsed.word_at(m.end - 1) == ground for m in parsed.places)
    return placed or word in scene().ground or word.removesuffix("s") in scene().ground


def _before_subject(parsed: Parsed, event: Trigger) -> int:
    """Return the word before those who stand right before a verb, 0 where nobody does."""
    last = group_start(parsed, event.first) - 1
    subject = next((a for a in parsed.actors if parsed.word_at(a.end - 1) == last), None)
    before = parsed.word_at(subject.start) - 1 if subject else 0
    return before - (before > 0 and parsed.lower[before] in _ARTICLES)
