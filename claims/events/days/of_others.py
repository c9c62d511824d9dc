"""Days of deeds that a sentence tells of beside an event: "who left X on Monday took Y"."""

from __future__ import annotations

from itertools import takewhile

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import BE, PAST, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger, lexicon
from claims.times.time_mention import TimeMention

__all__ = [
    "dates_another_deed",
    "is_before_a_perfect",
    "is_behind",
    "is_of_its_subject",
    "what_is_dated",
]

_HELPS = BE.union("has have had also then now later".split())
_PERFECT = frozenset(("has", "have"))
_ARE, _SOON = frozenset("is are was were".split()), 5  # words of "and the army was still"
_UP_TO_NOW, _ADDS = _PERFECT | {"is", "are"}, frozenset(("and", "but"))
_PRESENT = frozenset("is are has have now".split())
_FRONTED = frozenset(("after", "having"))
_TOLD = (*PAST, "sent")
_ANSWERS = frozenset(
    "revenge retaliation reprisal reprisals response reply answer retribution".split()
)
_OWNS, _OWNED = ("'s", "’s"), 4  # words of "Monday's heavy rocket attack"
_CLOSE = frozenset("in on at of to by near for with and over against ,".split())
_JOINTS = frozenset("and but while whereas ;".split())
_FURTHER = frozenset(("and", "but", "then"))
_OBJECT = 4  # words from "repelled" to "attack"
_ANSWERED = 3  # words from "revenge" to the attack that it is for
_LONG_AGO = ("weeks ago", "months ago", "years ago", "month ago", "year ago")
_PICTURES = frozenset(
    "footage video videos clip clips images imagery photo photos photographs pictures".split()
)
_POSTED = frozenset("published posted released shared uploaded circulated aired dated".split())


def dates_another_deed(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a day is of what came before an event or gave cause for it."""
    number = parsed.word_at(t.start)
    if t.day is None:  # "took X at 5 am, while the army said it had shelled Y"
        apart = 1 < number < trigger.first and _is_told_apart(parsed, trigger, number)
        return apart or _leads_back_from_a_later_deed(parsed, trigger, t)
    if _is_a_nouns(parsed, t):
        return True
    if number > trigger.first:
        return _is_of_a_cause(parsed, trigger, number) or _fronts_another(parsed, trigger, t)
    led = is_of_its_subject(parsed, trigger, t) or _is_of_what_led(parsed, trigger, number)
    counts = any(o.step_days > 0 and parsed.word_at(o.start) > trigger.last for o in parsed.times)
    return led or (not counts and _is_told_apart(parsed, trigger, number))


def _fronts_another(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether commas set a day before a further verb: "shelled X and, on Monday, took Y"."""
    lower, number, end = parsed.lower, parsed.word_at(t.start), parsed.word_at(t.end - 1)
    number -= lower[number - 1] in _CLOSE - {","}
    opened = lower[number - 1] == "," and lower[number - 2] in _FURTHER
    verbs = (e for e in parsed.following(trigger) if e.pattern.kind == "verb")
    return opened and lower[end + 1 : end + 2] == [","] and any(e.first > end for e in verbs)


def is_before_a_perfect(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a time is that of what was told before a perfect: "fled weeks ago, and X has".

    So in "took X on Monday and have since entered Y" and "... but are shelling Y", with no comma,
    where a single day is told, and in "took X before dawn and were advancing on Y", as somebody
    says later.
    """
    number = parsed.word_at(t.start)
    if not 1 < number < trigger.first:
        return False
    helps = parsed.lower[trigger.first - 2 : trigger.first]
    between = parsed.lower[number : trigger.first]
    if not _PERFECT.isdisjoint(helps) and {",", "and"} <= set(between):
        return True
    told = any(e.first < number for e in parsed.triggers) and not _ADDS.isdisjoint(between)
    soon = not _ADDS.isdisjoint(between[-_SOON:])  # no "saw X on Monday and Y, where they were"
    going = soon and trigger.form.endswith("ing") and not _ARE.isdisjoint(helps)
    return told and (going or (t.last is None and not _UP_TO_NOW.isdisjoint(helps)))


def what_is_dated(parsed: Parsed, trigger: Trigger) -> Trigger:
    """Return the attack with whose day it was repelled: "repelled an attack on X on Monday"."""
    if trigger.pattern.action is not Action.HOLD or trigger.pattern.kind != "verb":
        return trigger
    if not _UP_TO_NOW.isdisjoint(parsed.lower[max(0, trigger.first - 2) : trigger.first]):
        return trigger  # "took X on Monday and have since repelled an attack"
    deed = next(iter(parsed.following(trigger)), trigger)
    beside = deed.first - trigger.last <= _OBJECT and deed.pattern.kind == "noun"
    return deed if beside and deed.pattern.action is Action.ATTACK else trigger


def _leads_back_from_a_later_deed(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether "the day before" is of a deed told behind the event and the event's own day.

    "Shelled X on Monday, fresh from taking Y the day before".
    """
    if not t.back or t.end < parsed.words[trigger.first].start:
        return False
    later = [e.first for e in parsed.following(trigger) if parsed.words[e.first].start < t.start]
    days = [parsed.word_at(d.start) for d in parsed.times if d.day]
    return any(trigger.first < day < first for first in later for day in days)


def _is_a_nouns(parsed: Parsed, t: TimeMention) -> bool:
    """Tell whether a day is that of what is no event here: "after last month's referendum"."""
    last = parsed.word_at(t.end - 1)
    if not parsed.lower[last].endswith(_OWNS):
        return False
    behind = takewhile(lambda word: word not in _CLOSE, parsed.lower[last + 1 : last + 1 + _OWNED])
    return lexicon().events.keys().isdisjoint(behind)


def _is_of_a_cause(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a day is that of what was avenged: "in revenge for an attack on Y on Monday"."""
    for noun in parsed.following(trigger):
        lead = parsed.lower[max(trigger.last, noun.first - _ANSWERED - 1) : noun.first]
        if noun.last < number and not _ANSWERS.isdisjoint(lead):
            return "," not in parsed.lower[noun.last : number]
    return False


def is_of_its_subject(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a day closes what describes those who act: "who left X on Monday attacked Y".

    So in "the troops sent to X last month were attacked", where no verb but that of the event has
    a helper; a single day there is rather the event's own. Who describes them may then say more:
    "rebels who left X in May say they hold Y".
    """
    number, end = parsed.word_at(t.start), parsed.word_at(t.end - 1)
    between = parsed.lower[end + 1 : trigger.first]
    wide = t.day is not None and t.last is not None and (t.last - t.day).days > 1
    behind = [word for word in between if word not in _HELPS]
    long_ago = wide or t.text.lower().endswith(_LONG_AGO)
    says = long_ago and is_speech("".join(behind[:1]))
    if (trigger.pattern.kind != "verb" or behind) and not says:
        return False
    low, _ = parsed.clause(number)
    if "," in parsed.lower[low:number]:
        return False  # "rebels, who had left X, on Monday attacked Y"
    describes = any(word.endswith(_TOLD) for word in parsed.lower[low:number])
    describes = describes or any(low <= e.first < number for e in parsed.triggers)
    opened = low > 0 and parsed.lower[low - 1] in RELATIVE and parsed.relates(low - 1)
    # "Who had been stuck there since May came under fire"
    describes = describes or (opened and not _HELPS.isdisjoint(parsed.lower[low:number]))
    helped = wide and not (says or BE.isdisjoint(between))
    return describes and (opened or (helped and BE.isdisjoint(parsed.lower[low:number])))


def _is_of_what_led(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a day is of what led to what goes on: "having taken X on Monday, they are"."""
    front = parsed.main_comma
    if not number < front < trigger.first or parsed.lower[0] not in _FRONTED:
        return False
    return not _PRESENT.isdisjoint(parsed.lower[front + 1 : trigger.first])


def _is_told_apart(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a day is of what was told before another speaks, or before a further "that".

    "Rebels took X on Monday and the army said it had left Y", "... and that jets had hit Z", where
    Z is another place: "X fell on Monday and that the rebels had fled the town" tells of one day.
    """
    told = any(e.last < number for e in (*parsed.triggers, *parsed.passed_over))
    joints = [n for n in range(number, trigger.first) if parsed.lower[n] in _JOINTS]
    if not (told and joints):
        return False
    that = next((parsed.words[n].start for n in joints if parsed.lower[n + 1] == "that"), None)
    if that is not None:
        behind = (m for m in parsed.places if m.start > that)
        return any(m.expression.text != m.expression.text.lower() for m in behind)
    at = parsed.words[trigger.first].start
    said = (parsed.word_at(cue.start) for cue in parsed.cues if cue.start <= at < cue.end)
    return any(joints[-1] + 1 < n or joints[0] + 1 < n <= joints[-1] for n in said)


def is_behind(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a semicolon parts a time with its own verb: "hold X; they took Y on Monday".

    So is the day apart on which pictures came out: "took X, and a video posted on Monday shows".
    """
    behind = parsed.lower[trigger.last + 1 : number]
    pictures = not (_POSTED.isdisjoint(behind[-2:]) or _PICTURES.isdisjoint(behind))
    if pictures and "according" not in behind:  # which dates what they prove
        return True
    if ";" not in behind:
        return False
    mark = trigger.last + 1 + behind.index(";")
    return any(mark < t.first < number and t.pattern.kind == "verb" for t in parsed.triggers)
