"""Those who have gone over to a side: "former rebels who have thrown in their lot with X"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.phrase import Ground, Phrase

__all__ = ["rebelled_once", "turned_to"]

_WHO = frozenset(("who", "that", "which", "now", "turned"))
_ONCE = frozenset("former ex onetime erstwhile".split())
_BETWEEN = frozenset("have has had are is were now since then later recently also long".split())
_CAUSE = 3  # words of "a separate Tamil homeland" before the last
_KINDS = ("rebel", "fighters", "state", "troops", "forces", "group", "people")
# How one goes over, word by word, and where the side stands behind it.
_WAYS = tuple(
    tuple(words.split())
    for words in (
        "thrown in their lot with",
        "threw in their lot with",
        "cast in their lot with",
        "cast their lot with",
        "went over to",
        "gone over to",
        "changed sides to",
        "switched sides to",
        "switched allegiance to",
        "sworn allegiance to",
        "pledged allegiance to",
        "defected to",
        "deserted to",
        "rallied to",
        "sided with",
        "side with",
        "joined",
        "joined with",
        "joined forces with",
        "joined up with",
        "allied themselves with",
        "allied themselves to",
        "aligned themselves with",
        "fight alongside",
        "fighting alongside",
        "fight beside",
        "fighting beside",
        "fight on the side of",
        "fighting on the side of",
        "fight for",
        "fighting for",
        "fought for",
        "fought alongside",
    )
)


def rebelled_once(lower: Sequence[str], phrase: Phrase) -> bool:
    """Tell whether rebels are none of today's: "former rebels"."""
    return not _ONCE.isdisjoint(lower[max(0, phrase.first - 2) : phrase.first + 1])


def turned_to(ground: Ground, phrase: Phrase) -> int | None:
    """Return the word at which the side is named that fighters have gone over to, or None."""
    if phrase.kind not in _KINDS or (phrase.side and phrase.kind != "people"):
        return None
    lower, number = ground.tokens.lower, phrase.last + 1
    opened = lower[number : number + 1]
    if opened not in (["fighting"], ["turned"]) and (not opened or opened[0] not in _WHO):
        return None
    number += opened != ["fighting"]
    while number < len(lower) and lower[number] in _BETWEEN:
        number += 1
    behind = _behind(lower, number)
    if behind is None or behind + 1 >= len(lower):
        return None
    if lower[behind] in ("a", "an") and not _names_people(ground, behind + 1):
        return None  # "fighting for an Islamic republic": whoever they are
    return behind + (lower[behind] in ("the", "his", "its", "their"))


def _names_people(ground: Ground, number: int) -> bool:
    """Tell whether a cause is a people's: "for a separate Tamil homeland"."""
    units = map(ground.by_first.get, range(number, number + _CAUSE))
    return any(unit is not None and unit.kind == "people" for unit in units)


def _behind(lower: Sequence[str], number: int) -> int | None:
    """Return the word behind the longest way that starts at a word."""
    found = [len(way) for way in _WAYS if tuple(lower[number : number + len(way)]) == way]
    return number + max(found) if found else None
