"""Clauses that commas set off from their sentence's verb: "the rebels, who rose in X, hold"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.events.spots.in_front import is_measure

__all__ = ["before_dated", "before_set_off", "comma_before", "opening_before"]

_RELATIVE = ("who", "which", "whose")
_WHEN = ("after", "before", "as", "when", "while")
_FAR = 24  # words of a clause between commas


def before_set_off(parsed: Parsed, number: int) -> int:
    """Return the last word of those who are told of up to a comma, the word itself elsewhere.

    "The rebels, who rose after the president was dismissed, still hold X": the rebels hold it,
    whatever opens inside of the clause. So in "Rebels entered X, a day after the army left Y, but
    were driven out".
    """
    if number > 1 and parsed.lower[number - 1] == ",":
        return before_dated(parsed, number)
    if number < 1 or parsed.lower[number] != ",":
        return number
    for at in range(number - 1, max(1, number - _FAR), -1):
        word = parsed.lower[at]
        if word in _WHEN and parsed.lower[at - 1] == "," and parsed.lower[at - 2] == "and":
            return at - 3  # "bombed X and, after the rebels fled, entered it"
        if word in _WHEN and at - 2 in parsed.armed and _is_participle(parsed, at):
            return at - 2  # "the rebels, while fleeing, shelled X"
        if word == ",":
            break
        if word in _RELATIVE and parsed.lower[at - 1] == ",":
            told = at - 2 in parsed.armed or _is_state(parsed, at - 2)
            return at - 2 if told else number
    return number


def _is_participle(parsed: Parsed, number: int) -> bool:
    """Tell whether a clause between commas leaves out its subject: ", while fleeing X,"."""
    return parsed.lower[number - 1] == "," and parsed.lower[number + 1].endswith("ing")


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
