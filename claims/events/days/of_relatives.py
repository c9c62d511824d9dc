"""Days of relative clauses: "retook the village that rebels had captured on Monday"."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import BE, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.lexicon import Trigger, lexicon
from claims.scene import scene

__all__ = ["dates_a_relative", "dates_an_apposition"]

_ARTICLES = frozenset(("the", "its", "their"))
_NOW = frozenset(("is", "are"))
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

    So in "bombed X, a town the rebels captured last week", where no pronoun opens it. Nor is it
    that of what an aside says to be so: "the rebels, who hold X, attacked Y in May".
    """
    return _is_of_main_clause(parsed, trigger, number) or any(
        event.pattern.kind == "verb"
        and not event.form.endswith("ing")
        and event.last < number
        and "," not in parsed.lower[event.last : number]
        and _tells_of_a_noun(parsed, trigger, event)
        for event in parsed.following(trigger)
    )


def _is_of_main_clause(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a comma and a verb stand between what a clause says to be and a time."""
    now = parsed.lower[trigger.first - 1] in _NOW or not lexicon().is_past(trigger.form)
    now = now and trigger.pattern.action is Action.HOLD and not trigger.form.endswith("ing")
    if not now or parsed.opener(trigger.first) not in RELATIVE:
        return False
    between = parsed.lower[trigger.last + 1 : number]
    comma = trigger.last + 1 + between.index(",") if "," in between else number
    verbs = parsed.lower[comma + 1 : number][:2]
    return any(lexicon().is_past(word) or is_speech(word) or word in BE for word in verbs)


def dates_an_apposition(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a time is of what is told of a noun set off from a place.

    So in "entered X, a town it lost in May" and "took X, a hill Y held until June, and shelled Z".
    """
    closed = number > trigger.last or "," in parsed.lower[number : trigger.first]
    between = parsed.lower[trigger.last + 1 if number > trigger.last else 0 : number]
    if not closed or "," not in between:
        return False
    comma = number - 1 - between[::-1].index(",")
    opens, ends = parsed.lower[comma + 1], "until" in parsed.lower[comma + 2 : number]
    # "Attacked X, headquarters of Y until it fell in May"
    if opens not in _APPOSED and (not ends or opens.endswith("ing")):
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
