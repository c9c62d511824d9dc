"""Clauses that commas set off from their sentence's verb: "the rebels, who rose in X, hold"."""

from __future__ import annotations

from claims.events.sentences.antecedents import BEFORE_SUBJECT
from claims.events.sentences.clause_words import SET_OFF
from claims.events.sentences.parse import Parsed
from claims.events.spots.in_front import is_measure

__all__ = [
    "before_dated",
    "before_day",
    "before_set_off",
    "comma_before",
    "opening_before",
    "opens_aside",
]

_RELATIVE = ("who", "which", "whose")
_WHEN = ("after", "before", "as", "when", "while")
_LEADS = frozenset("in on at by from with for to of near against over between".split())
_DESCRIBED = 5  # words that describe those who act
_FAR = 24  # words of a clause between commas


def before_set_off(parsed: Parsed, number: int) -> int:
    """Return the last word of those who are told of up to a comma, the word itself elsewhere.

    "The rebels, who rose after the president was dismissed, still hold X": the rebels hold it,
    whatever opens inside of the clause. So in "Rebels entered X, a day after the army left Y, but
    were driven out".
    """
    if number > 1 and parsed.lower[number - 1] == ",":
        return before_dated(parsed, number)
    mark = parsed.lower[number] if number > 0 else ""
    if mark not in SET_OFF:
        return number
    for at in range(number - 1, max(0, number - _FAR), -1):
        word = parsed.lower[at]
        if (last := _told_of(parsed, at, mark)) is not None:
            return last
        if word == "," or (word in _RELATIVE and parsed.lower[at - 1] == ","):
            break
    return number


def _told_of(parsed: Parsed, at: int, mark: str) -> int | None:
    """Return the last word of those whom a word that opens what is set off tells of, if it does."""
    word, lead = parsed.lower[at], parsed.lower[max(0, at - 2) : at]
    if word == mark and _acts(parsed, at - 1):
        return at - 1  # "the rebels, after a long lull, took X"
    if word in _WHEN and lead[::-1] == [",", "and"]:
        return at - 3  # "bombed X and, after the rebels fled, entered it"
    if word in _WHEN and at - 2 in parsed.armed and _is_participle(parsed, at):
        return at - 2  # "the rebels, while fleeing, shelled X"
    if word in _RELATIVE and lead[-1:] == [","]:
        return at - 2 if at - 2 in parsed.armed or _is_state(parsed, at - 2) else None
    return None


def opens_aside(parsed: Parsed, number: int, start: int) -> int:
    """Return the mark before what a word opens, if it only sets it in behind fighters, or 0.

    So with "after" in "Rebels, after a long lull, left X and entered Y", for the second verb.
    """
    mark = parsed.lower[number - 1] if number > 1 else ""
    closed = mark in SET_OFF and mark in parsed.lower[number + 1 : start]
    return number - 1 if closed and _acts(parsed, number - 2) else 0


def _acts(parsed: Parsed, last: int) -> bool:
    """Tell whether fighters or a state named up to a word are no object, and led by nothing."""
    end = parsed.words[last].end
    acting = (m for m in parsed.actors if m.free and (m.armed or m.kind == "country"))
    named = next((m for m in acting if m.end == end), None)
    first = parsed.word_at(named.start) if named else 0
    for number in range(first - 1, max(-1, first - _DESCRIBED), -1):
        if parsed.lower[number] in BEFORE_SUBJECT:
            break
        if parsed.lower[number] in _LEADS or any(t.last == number for t in parsed.triggers):
            return False
    return named is not None


def _is_participle(parsed: Parsed, number: int) -> bool:
    """Tell whether a clause between commas leaves out its subject: ", while fleeing X,"."""
    return parsed.lower[number - 1] == "," and parsed.lower[number + 1].endswith("ing")


def before_day(parsed: Parsed, start: int) -> int:
    """Return where the day before a verb's group begins: "X, the president, on Monday took Y"."""
    end = parsed.words[start - 1].end if start else 0
    day = next((t for t in parsed.times if t.end == end), None)
    first = parsed.word_at(day.start) if day else start
    return first - (parsed.lower[first - 1] in ("early", "late"))


def before_dated(parsed: Parsed, joining: int) -> int:
    """Return the last word before a clause between commas that only says when, or ``joining``."""
    if parsed.lower[joining] not in ("and", "but"):
        return joining
    for at in range(joining - 2, max(1, joining - _FAR), -1):
        if parsed.lower[at] == ",":
            break
        if parsed.lower[at] in _WHEN:
            comma = comma_before(parsed, at)
            measured = comma > 0 and is_measure(parsed.lower[comma + 1 : at])
            return comma - 1 if measured else joining
    return joining


def _is_state(parsed: Parsed, number: int) -> bool:
    """Tell whether a word ends a country's name that is no one's land: "Chad, which has sent"."""
    end = parsed.words[number].end
    return any(m.kind == "country" and m.free and m.end == end for m in parsed.actors)


def comma_before(parsed: Parsed, number: int) -> int:
    """Return the nearest comma soon before a word, or 0."""
    near = range(number - 1, max(-1, number - 8), -1)
    return next((n for n in near if parsed.words[n].text == ","), 0)


def opening_before(parsed: Parsed, number: int) -> int:
    """Return where the bracket opens that a word closes, the word itself where none does."""
    near = range(number - 1, max(-1, number - 12), -1)
    return next((n for n in near if parsed.words[n].text == "("), number)
