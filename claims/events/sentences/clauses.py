"""Where the clause of a verb starts, and which of its words could be a subject."""

from __future__ import annotations

from claims.events.sentences.addressed import is_hearsay
from claims.events.sentences.antecedents import has_told_all
from claims.events.sentences.by_the_clock import leads_to_time
from claims.events.sentences.parse import Parsed
from claims.events.sentences.set_off import (
    before_set_off,
    comma_before,
    opening_before,
    opens_aside,
)
from claims.fighters.actors import ActorMention
from claims.word_lists import word_list

__all__ = [
    "SPEECH",
    "is_coordinator",
    "mentions_in",
    "says_before",
    "segment_low",
]

_BREAKS = frozenset(
    """
    while but as after before when where because although though whereas despite until if since
    that amid following unless whereby so once
    """.split()
)
# "Known as X", "what residents describe as raids" open no clause; nor does "so far".
_AS = frozenset("known such well described describe describes dubbed".split())
_SO = frozenset("far many much".split())
_RELATIVE = frozenset("who which whose where".split())
_LED = frozenset("from to in on at of near behind over across through".split())
SPEECH = word_list("speaking")
_TELLS = SPEECH.union("and but claims reports assertions allegations accusations charges".split())
_MARKS, _OPENS_SPEECH = frozenset(";:—–"), frozenset(("that", '"', "“", "'"))
_MAY_STOP = _MARKS | _BREAKS | _RELATIVE | SPEECH | {"(", ")", "that", "and"}
_ADDRESSED = 6  # words behind a verb of saying: to whom, when, in what
_FINITE = frozenset("has have had is are was were holds held controls fights fought wants".split())
_COORDINATORS = frozenset(("and", "but", "or", "then", ",", "before", "after", "while", "by"))


def segment_low(parsed: Parsed, start: int) -> int:
    """Return the first word of the clause that ends before a word, interpolations skipped.

    "The group, which also holds X, has attacked": the clause before "has" starts at "The".
    """
    low, front = _segment_low(parsed, start), parsed.main_comma
    return max(low, front + 1) if front < start else low  # "As X fell, rebels entered Y and took"


def _segment_low(parsed: Parsed, start: int) -> int:
    lower, number = parsed.lower, start - 1
    closed = number >= 0 and (lower[number] == "," or _goes_on_after(parsed, number))
    joined = closed or lower[start] == "to" or (number >= 0 and lower[number] in _COORDINATORS)
    number = before_set_off(parsed, number)
    while number >= 0:
        word = lower[number]
        if word not in _MAY_STOP:
            # "X, who is backed by Y, had sent troops and seized": the comma ends what tells of X
            if word == ",":
                closed = closed or lower[number + 1] in _FINITE
            number -= 1
            continue
        if word == ")":
            number = opening_before(parsed, number) - 1
            continue
        if word in _MARKS or word == "(" or number in parsed.joints:
            return number + 1
        # whether a verb stands behind costs a look at the whole stretch
        if _relates(parsed, number) and (
            closed
            or (not joined and _has_verb(parsed, number, start))
            or has_told_all(parsed, number, start)
        ):
            number, closed = number - 1, False
            if number >= 0 and lower[number] == ",":
                number -= 1
            continue
        if _breaks(parsed, number) and not _leads_to_noun(parsed, number, start):
            comma = _said_aside(parsed, number) or opens_aside(parsed, number, start)
            if not comma:
                return number + 1
            number = comma - 1
            continue
        number -= 1
    return 0


def _goes_on_after(parsed: Parsed, number: int) -> bool:
    """Tell whether "and" goes on behind another's clause: "took the hill that X held and reached".

    So in "took the hill, from which the army had driven them, and reached X": they reached it.
    """
    lower = parsed.lower
    if number < 1 or lower[number] != "and":
        return False
    if lower[number - 1] != ",":
        return _has_an_object(parsed, number)
    opener = next((n for n in range(number - 2, 0, -1) if lower[n] in _RELATIVE), 0)
    return opener > 0 and (lower[opener - 1] in _LED or lower[opener] == "where")


def _has_an_object(parsed: Parsed, number: int) -> bool:
    """Tell whether "that" opens what somebody did to the noun before it: "a wall that X built"."""
    if "that" not in parsed.sentence.held:
        return False
    opener = next((n for n in range(number - 2, 0, -1) if parsed.lower[n] == "that"), 0)
    if not opener or not parsed.relates(opener):
        return False
    behind = parsed.words[opener + 1 + (parsed.lower[opener + 1] == "the")].start
    return any(m.start == behind and m.free for m in parsed.actors)


def _relates(parsed: Parsed, number: int) -> bool:
    """Tell whether "who", "which" or "that" opens a clause about what stands before it."""
    if parsed.lower[number] in _RELATIVE:
        return True
    before = parsed.lower[number - 1] if number else "and"
    return parsed.lower[number] == "that" and before not in _TELLS  # "said X fell and that Y did"


def _has_verb(parsed: Parsed, number: int, start: int) -> bool:
    """Tell whether a clause opened at a word has its own verb before ``start``."""
    return any(
        word in _FINITE or (word.endswith("ed") and len(word) > 4)
        for word in parsed.lower[number + 1 : start]
    ) or any(
        t.pattern.kind == "verb" and number < t.first and t.last < start - 1
        for t in parsed.triggers
    )


def _breaks(parsed: Parsed, number: int) -> bool:
    word = parsed.words[number]
    if word.lower not in _BREAKS and word.lower not in _RELATIVE and word.lower not in SPEECH:
        return False
    such = parsed.lower[max(0, number - 1)] in _AS or _compares(parsed, number)
    so = word.lower == "so" and not _SO.isdisjoint(parsed.lower[number + 1 : number + 2])
    if (word.lower == "as" and such) or so or is_hearsay(parsed, number):
        return False
    if leads_to_time(parsed.lower, number):
        return False
    spans = [(m.start, m.end) for m in parsed.places]
    if word.lower != "after" or all(t.end != word.end for t in parsed.times):  # "a day after X did"
        spans += [(t.start, t.end) for t in parsed.times]  # "after midnight" opens no clause
    return number not in parsed.armed and not any(start <= word.start < end for start, end in spans)


def _leads_to_noun(parsed: Parsed, number: int, start: int) -> bool:
    """Tell whether "after" opens no clause: "entered X after the fall of Y and took Z"."""
    lower = parsed.lower
    if lower[start - 1] != "and" or lower[number] not in ("after", "following"):
        return False
    return not (_has_verb(parsed, number, start) or mentions_in(parsed, number, start))


def _compares(parsed: Parsed, number: int) -> bool:
    """Tell whether "as" opens no clause: "has run the town as a state of its own, withdrew"."""
    lower = parsed.lower
    comma = next((n for n in range(number, len(lower)) if lower[n] == ","), number)
    noun = comma - number == 2 and comma - 1 not in parsed.armed  # "using women as shields,"
    if comma == number or not (noun or lower[number + 1] in ("a", "an", "its", "their")):
        return False
    stretch = range(number + 1, comma)
    verbs = any(lower[n] in _FINITE or lower[n].endswith("ed") for n in stretch)
    return not verbs and not any(t.first in stretch for t in parsed.triggers)


def says_before(parsed: Parsed, number: int) -> bool:
    """Tell whether a word of saying stands before a pronoun that may mean who says it.

    "The ministry said they" may; in "it said they", it is nobody's own.
    """
    said = [n for n in range(number) if parsed.lower[n] in SPEECH]
    many = parsed.lower[number] in ("they", "their", "them")
    one = said and parsed.words[said[-1] - 1].lower in ("it", "he", "she")
    return bool(said) and not (many and one)


def _said_aside(parsed: Parsed, number: int) -> int:
    """Return the comma before words of saying that commas set off: "X, Y said, captured", or 0."""
    words = parsed.words
    if words[number].lower not in SPEECH:
        return 0
    behind = [w.text for w in words[number + 1 : number + _ADDRESSED]]  # "told state television,"
    if "," not in behind or _OPENS_SPEECH & {w.lower() for w in behind}:
        return 0
    # "In a note, Y said the army, with its allies, took X": what is said has begun
    comma = number + 1 + behind.index(",")
    begun = words[number].lower != "told" and mentions_in(parsed, number + 1, comma)
    return 0 if begun else comma_before(parsed, number)


def mentions_in(parsed: Parsed, low: int, high: int) -> list[ActorMention]:
    """Return the mentions whose words lie in ``[low, high)``."""
    words = parsed.words[low:high]
    return [m for m in parsed.actors if words and words[0].start <= m.start < words[-1].end]


def is_coordinator(parsed: Parsed, number: int) -> bool:
    """Tell whether a word joins a verb to one before: ", and", "before"."""
    return number >= 0 and parsed.lower[number] in _COORDINATORS
