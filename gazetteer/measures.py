"""Stated distances and compass words in a sequence of tokens."""

from __future__ import annotations

import math
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from gazetteer import words
from gazetteer.tokens import Token

__all__ = ["Distance", "directions_at", "distance_at"]

_JOINS = frozenset((",", "and", "or", "/", "&"))
_DASHES = frozenset("-–—‑")
_DIGITS = frozenset("0123456789")
_OPENS_DISTANCE = frozenset(
    word.split()[0] for word in (*words.APPROXIMATE, *words.NUMBER_WORDS, "between", "from")
)
_MOST_DIRECTIONS = 8
_ABOUT = 0.1
_ALMOST = 0.9
_SLIGHTLY = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A stated distance, the directions stated with it, and the token after "from" or "of"."""

    distance_km: tuple[float, float]
    directions: tuple[str, ...]
    last: int


_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,6})?")


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _wind(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Read one compass word that may be written in several: "north-east", "north north-west"."""
    parts, best, index = "", ("", at), at
    while _low(tokens, index) in words.DIRECTIONS and index < at + 5:
        parts = f"{parts}-{_low(tokens, index)}" if parts else _low(tokens, index)
        if parts in words.DIRECTIONS:
            best = words.DIRECTIONS[parts], index + 1
        index += 1
        if _low(tokens, index) in _DASHES and _low(tokens, index + 1) in words.DIRECTIONS:
            index += 1
    return best


def directions_at(
    tokens: Sequence[Token], at: int, names: Container[int] = ()
) -> tuple[tuple[str, ...], int]:
    """Read compass words, several where the text joins them: "northern and eastern"."""
    found: list[str] = []
    last = at
    while at not in names and len(found) < _MOST_DIRECTIONS:
        wind, after = _wind(tokens, at)
        if not wind:
            break
        found.append(wind)
        at = last = after
        while _low(tokens, at) in _JOINS:
            at += 1
        at += _low(tokens, at) == "the" and at > last
        if at == last:
            break
    return tuple(dict.fromkeys(found)), last


def _qualifier(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Read the words before a number, the longest first: "no more than"."""
    for size in (4, 3, 2, 1):
        phrase = " ".join(_low(tokens, at + step) for step in range(size))
        if phrase in words.APPROXIMATE:
            return words.APPROXIMATE[phrase], at + size
    return "exact", at


def _number(tokens: Sequence[Token], at: int) -> tuple[tuple[float, float] | None, int]:
    text = _low(tokens, at)
    if text[:1].isdigit():
        plain = text.replace(",", "") if _grouped(text) else text.replace(",", ".")
        if not _NUMBER.fullmatch(plain):
            return None, at  # a version, a dotted date: no length
        return (float(plain), float(plain)), at + 1
    for size in (3, 2, 1):
        phrase = " ".join(_low(tokens, at + step) for step in range(size))
        if phrase in words.NUMBER_WORDS:
            least, greatest = words.NUMBER_WORDS[phrase]
            return (float(least), float(greatest)), at + size
    return None, at


def _grouped(text: str) -> bool:
    """Tell "1,500" (thousands) from "1,5" (a decimal comma)."""
    return len(text.rpartition(",")[2]) == 3


def _range(tokens: Sequence[Token], at: int) -> tuple[tuple[float, float] | None, int]:
    """Read one number or two: "10-15", "10 to 15", "between 10 and 15"."""
    opened = _low(tokens, at) in ("between", "from")
    first, at = _number(tokens, at + opened)
    if first is None:
        return None, at
    if _low(tokens, at) in _DASHES | {"to", "or", "and"}:
        second, after = _number(tokens, at + 1)
        if second is not None and second[1] >= first[0]:
            return (first[0], second[1]), after
    return first, at


def _bounds(least: float, greatest: float, qualifier: str) -> tuple[float, float]:
    """Turn a number and its qualifier into the least and greatest that they allow."""
    return {
        "about": (least * (1 - _ABOUT), greatest * (1 + _ABOUT)),
        "almost": (least * _ALMOST, greatest),
        "slightly over": (least, greatest * _SLIGHTLY),
        "least": (least, math.inf),
        "most": (0.0, greatest),
    }.get(qualifier, (least, greatest))


def _unit(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    at += _low(tokens, at) in _DASHES
    return words.UNITS_KM.get(_low(tokens, at), 0.0), at + 1


def _skip_brackets(tokens: Sequence[Token], at: int) -> int:
    """Skip the same distance in other units: "(19 miles)", ", or 19 miles,"."""
    if _low(tokens, at) == "(":
        for close in range(at + 1, min(at + 9, len(tokens))):
            if _low(tokens, close) == ")":
                return close + 1
    return at


def distance_at(tokens: Sequence[Token], at: int) -> Distance | None:
    """Read "more than 20 km (12 miles) north-east of", "within 5 km of", "15 km away from"."""
    if _low(tokens, at)[:1] not in _DIGITS and _low(tokens, at) not in _OPENS_DISTANCE:
        return None
    qualifier, start = "exact", at
    spread, at = _range(tokens, start)
    if spread is None:
        qualifier, at = _qualifier(tokens, start)
        spread, at = _range(tokens, at)
    if spread is None:
        return None
    per_unit, at = _unit(tokens, at)
    if not per_unit:
        return None
    least, greatest = _bounds(spread[0] * per_unit, spread[1] * per_unit, qualifier)
    at = _skip_brackets(tokens, at)
    at += _low(tokens, at) in ("away", "deep", "radius", "distance", "outside", "further", "off")
    directions, last = _toward_where(tokens, at)
    joined = _low(tokens, at - 1) == "outside"
    if directions is None or not (last > at or joined):
        return None
    return Distance(
        distance_km=(round(least, 3), round(greatest, 3)), directions=directions, last=last
    )


def _toward_where(tokens: Sequence[Token], at: int) -> tuple[tuple[str, ...] | None, int]:
    """Read "from", "outside", "north of", "to the north of"; None where nothing of it stands."""
    start = at
    if (_low(tokens, at), _low(tokens, at + 1)) in (("to", "the"), ("in", "the"), ("on", "the")):
        at += 2
    directions, at = directions_at(tokens, at)
    if not directions and at < len(tokens) and tokens[at].text in _ABBREVIATED:
        directions, at = (_ABBREVIATED[tokens[at].text],), at + 1
    if directions:
        return (directions, at + 1) if _low(tokens, at) in ("of", "from") else (None, at)
    if at > start:
        return None, at
    if _low(tokens, at) in ("from", "of", "outside", "off", "beyond"):
        return (), at + 1
    return (), at


_ABBREVIATED = {
    "N": "north", "NE": "northeast", "E": "east", "SE": "southeast", "S": "south",
    "SW": "southwest", "W": "west", "NW": "northwest",
}  # fmt: skip
