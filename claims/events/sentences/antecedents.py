"""Whom "who", "which" or "that" speaks of."""

from __future__ import annotations

import re

from claims.claim import Action
from claims.events.sentences.clause_words import RELATIVE_PRONOUNS
from claims.events.sentences.parse import Parsed
from claims.events.sentences.predicates import FINITE
from claims.fighters.actors import ActorMention
from claims.fighters.forces import force_words

__all__ = [
    "BEFORE_SUBJECT",
    "antecedent",
    "has_told_all",
    "is_subject_there",
    "on_the_move",
    "relates_on",
]

_LED_BY = re.compile(r"\s+(?:led|headed|commanded|founded)\s+by\s+[^,;]{3,60},?$")
# "Xan troops and armour that crossed": with what they fight
_WITH_ARMS = re.compile(
    r"\s+and\s+(?:[\w-]+\s+)?(?:armou?r|tanks?|vehicles|trucks|artillery|guns|aircraft|equipment)$"
)
# "Rebels near X, who": where they are
_THERE = re.compile(
    r"\s+(?:(?:to\s+the\s+)?(?:north|south|east|west)\s+of|in|at|near|around|outside|inside)"
    r"\s+[A-Z][^,;]{1,30},$"
)
_MOVED = frozenset(
    "left came arrived went set crossed returned marched moved fled escaped flew sailed drove"
    " travelled traveled started".split()
)
_PERFECT = frozenset(("had", "has", "have"))
_CLEFT = (["it", "was"], ["it", "is"])
#: A subject stands behind one of these, or opens its sentence.
BEFORE_SUBJECT = frozenset(', ; : " and but that while as when after before said says'.split())
_JOINS = frozenset(", and or but".split())
_SHORTEST = 4  # letters of "need"
_WHO = frozenset(("who", "which", "whose"))
# What is rather done to them: "met the rebels, who crossed the border, killing ten at X".
_TO_THEM = (
    *("kill", "wound", "destroy", "inflict", "driv", "forc", "push", "beat", "rout", "expel"),
    *("recaptur", "retak", "regain", "repel", "repuls", "liberat", "leav"),
)
_GOES = frozenset((Action.ADVANCE, Action.ATTACK, Action.CAPTURE))
_GONE = frozenset("left fled escaped".split())
_LONGEST = 24  # words of what is said of one
_FIRST = 5  # words in which such a sentence names who did it


def antecedent(parsed: Parsed, number: int) -> ActorMention | None:
    """Return the mention that "who" or "which" at a word number speaks of: the one before it."""
    place = parsed.words[number - 1].end if number else 0
    before = [m for m in parsed.actors if m.end <= place]
    if not before:
        return None
    if parsed.lower[:2] in _CLEFT and parsed.word_at(before[0].start) <= _FIRST:
        return before[0]  # "It was the militia of the council that burned X"
    start = parsed.sentence.start
    between = parsed.sentence.text[before[-1].end - start : place - start]
    told = _LED_BY.match(between) or _WITH_ARMS.match(between)
    there = _THERE.match(between) and _may_be_told_of(parsed, before[-1], number)
    return before[-1] if told or there or place - before[-1].end <= 3 else None


def _may_be_told_of(parsed: Parsed, mention: ActorMention, number: int) -> bool:
    """Tell whether those before a place are told of behind it: "rebels near X, who shelled Y".

    Of two things "which" tells of the nearer, unless the farther one can fire.
    """
    if parsed.lower[number] == "who":
        # "Prisoners held by soldiers in X, who": either
        first = parsed.word_at(mention.start)
        return mention.armed and "by" not in parsed.lower[max(0, first - 2) : first]
    fires = parsed.lower[parsed.word_at(mention.end - 1)] in force_words().weapons
    return fires and mention.free and is_subject_there(parsed, mention)


def has_told_all(parsed: Parsed, number: int, start: int) -> bool:
    """Tell whether what "who" at a word number opens has ended before ``start``.

    So in "Rebels who took X clashed with the army and [withdrew]": a second verb that nothing joins
    to the first is the subject's own.
    """
    set_off = number > 1 and parsed.lower[number - 1] == ","
    end = parsed.words[number - 1 - set_off].end if number else 0
    told = next((m for m in parsed.actors if m.end == end), None)
    if told is None or not is_subject_there(parsed, told):
        return False
    verbs = {t.first: t.last for t in parsed.triggers if t.pattern.kind == "verb"}
    if set_off:  # "Rebels, who took X, attacked the army and"
        return any(parsed.lower[n - 1] == "," and n in verbs for n in range(number + 2, start))
    last = None
    for n in range(number + 1, start):
        word = parsed.lower[n]
        if word in _JOINS:
            last = None
        elif n in verbs or word in FINITE or (word.endswith("ed") and len(word) > _SHORTEST):
            if last is not None and n - last > 1:
                return True
            last = verbs.get(n, n)
    return False


def is_subject_there(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether a mention is a subject by where it stands, and no verb's object."""
    at = parsed.word_at(mention.start) - 1
    at -= at >= 0 and parsed.lower[at] in ("the", "a", "an")
    return at < 0 or parsed.lower[at] in BEFORE_SUBJECT


def on_the_move(parsed: Parsed, low: int) -> ActorMention | None:
    """Return who is told of by what it did first: "a column that left X on Friday attacked Y".

    Of an object this holds for where it came from alone: in "the army beat back rebels who had
    entered X and took Y", who took it is left open.
    """
    if not low or parsed.lower[low - 1] not in RELATIVE_PRONOUNS:
        return None
    verb = low + (parsed.lower[low] in _PERFECT)
    found = antecedent(parsed, low - 1)
    off = parsed.lower[verb : verb + 2] == ["took", "off"]
    moved = off or parsed.lower[verb] in _MOVED
    did = not moved and found is not None and any(t.first == verb for t in parsed.triggers)
    return found if moved or (did and found and is_subject_there(parsed, found)) else None


def relates_on(parsed: Parsed, start: int, form: str) -> ActorMention | None:
    """Return of whom is told what a participle goes on with: "Y, who crossed the border, taking X".

    A comma stands before it and one before "who", and none between, and they are told to move on:
    in "overran the army, which had lost its posts, taking X" and in any deed that others do to
    them it is for those others to go on.
    """
    lower = parsed.lower
    goes_on = form.endswith("ing") and not form.startswith(_TO_THEM) and lower[start - 1] == ","
    if not goes_on or _WHO.isdisjoint(parsed.sentence.held):
        return None
    back = range(start - 2, max(1, start - _LONGEST), -1)
    comma = next((n for n in back if lower[n] == ","), 0)
    if not comma or lower[comma + 1] not in _WHO or not _moves_on(parsed, comma + 1):
        return None
    before = [m for m in parsed.actors if m.armed and parsed.word_at(max(0, m.end - 1)) < comma]
    told = next((m for m in reversed(before) if parsed.words[comma].start - m.end <= 2), None)
    men = (m for m in parsed.actors if m.side and parsed.word_at(m.start) == comma + 2)
    return next(men, told) if lower[comma + 1] == "whose" else told


def _moves_on(parsed: Parsed, who: int) -> bool:
    """Tell whether those of whom "who" tells move on, and nobody was told to do them anything."""
    verb = who + 1 + (parsed.lower[who] == "whose")
    verb += "".join(parsed.lower[verb : verb + 1]) in _PERFECT
    done = (t.first for t in parsed.triggers if t.pattern.kind == "verb")
    if any(first < who for first in done):
        return False
    goes = {t.first for t in parsed.triggers if t.pattern.action in _GOES}
    moved = "".join(parsed.lower[verb : verb + 1]) in _MOVED - _GONE
    return verb in goes or moved
