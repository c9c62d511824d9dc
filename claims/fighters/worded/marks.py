"""What joins two before one head: "Chadian and French troops", "Xan, Yan men", "(XLA) men"."""

from __future__ import annotations

from claims.fighters.names import Unit
from claims.fighters.phrase import Ground, Phrase, is_country_name

__all__ = ["step_mark"]

_BRACKET = 10  # words of a bracket at most
_OPENING = frozenset((".", "\n", "-", "–", "—", ":"))


def step_mark(ground: Ground, phrase: Phrase, number: int) -> int | None:
    """Take "and", a comma or a bracket before a head; return the next word to look at, or None."""
    lower = ground.tokens.lower
    if lower[number] == ")":
        return _before_bracket(ground, number)
    unit = ground.by_last.get(number - 1)
    if lower[number] == ",":
        return number - 1 if unit and _is_listed(ground, phrase, unit) else None
    sided = ground.words.state | ground.words.rebel
    # "Rebel and army units" is one phrase, "rebels and army units" are two.
    own = not sided.isdisjoint(lower[phrase.first : phrase.last + 1])
    side_word = lower[number - 1] in sided and not (own or ground.names_owner(phrase.last))
    side_word = side_word and not _is_whole(ground, number - 1)
    named = phrase.side is not None or phrase.bound is not None
    rebels = lower[phrase.last] in ground.words.rebel
    named = named and not (unit and rebels and is_country_name(unit))
    if unit is not None and unit.kind in ("country", "people") and named:
        return number - 1
    if unit is not None and unit.kind == "people" and _is_of_a_creed(ground, phrase):
        phrase.kind, phrase.rebel = "", False
        return number - 1
    return number - 1 if side_word and phrase.kind == "" else None


def _before_bracket(ground: Ground, number: int) -> int | None:
    """Return the word before a bracket that tells a name otherwise, which ends at a number.

    "The Xan Liberation Army (XLA) men", "Kassa (People of the Coast) gunmen".
    """
    lower = ground.tokens.lower
    back = range(number - 1, max(0, number - _BRACKET), -1)
    opens = next((n for n in back if lower[n] == "("), None)
    if opens is None:
        return None
    short = opens == number - 2 and ground.tokens.words[number - 1].isupper()
    unit = ground.by_last.get(opens - 1)
    return opens - 1 if short or (unit is not None and unit.side is not None) else None


def _is_of_a_creed(ground: Ground, phrase: Phrase) -> bool:
    """Tell whether an adjective tells what others believe: "Druze and Communist militiamen"."""
    alone = phrase.first < phrase.last and phrase.side is None and phrase.kind in ("", "rebel")
    return alone and ground.tokens.lower[phrase.first].endswith("ist")


def _is_whole(ground: Ground, number: int) -> bool:
    """Tell whether a word is no adjective before "and": "rebels and troops", "Oru Army and allies".

    So it is one of two that are named.
    """
    word, name = ground.tokens.lower[number], (number, number - 1)
    many = word in ground.words.rebel and word.endswith("s")
    return many or (number > 0 and all(map(ground.tokens.capital, name)))


def _is_listed(ground: Ground, phrase: Phrase, unit: Unit) -> bool:
    """Tell whether a headline names two by a comma: "Xan, Yan forces battle for Z".

    So do lists of three: "Xan, Yan and Zan forces".
    """
    before = ground.tokens.words[unit.first - 1] if unit.first else "\n"
    sides = unit.kind in ("country", "people") and phrase.side not in (None, unit.side)
    named = sides and phrase.kind in ("country", "people", "force") and not is_country_name(unit)
    return named and (before in _OPENING or bool(phrase.others))
