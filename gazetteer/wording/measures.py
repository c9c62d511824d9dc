"""Stated distances and compass words."""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections.abc import Container
from dataclasses import dataclass

from gazetteer.wording import lengths, words
from gazetteer.wording.cursor import Cursor, phrases

__all__ = ["ABBREVIATED", "OPENS_DISTANCE", "Distance", "MeasureRules"]

_JOINS = frozenset((",", "and", "or", "/", "&"))
DASHES = frozenset("-–—‑")
_TO = DASHES | {"to", "or", "and"}
_DIGITS = frozenset("0123456789")
OPENS_DISTANCE = frozenset(
    word.split()[0]
    for word in (*lengths.APPROXIMATE, *lengths.NUMBER_WORDS, "between", "from", "at")
)
_MOST_DIRECTIONS = 8
_MOST_QUALIFIERS = 3
_FARTHEST_UNIT = 14  # "at a distance of no more than one hundred to two hundred km"
_ABOUT = 0.1
_ALMOST = 0.9
_SLIGHTLY = 1.2
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
_SPAN = phrases(
    "a distance of", "at a distance of", "the distance of", "a radius of", "a range of",
    "a depth of",
)  # fmt: skip
_HALF_MORE = phrases("and a half")
_QUALIFIED_AFTER = {
    ("or", "more"): "least", ("or", "so"): "about", ("or", "less"): "most", ("or", "fewer"): "most",
    ("-", "odd"): "about", ("-", "plus"): "least", ("-", "ish"): "about",
}  # fmt: skip
_FILLERS = phrases(
    "away", "out", "distant", "deep", "radius", "distance", "outside", "further", "farther", "off",
    "short", "inland",
    "as the crow flies", "in a straight line", "by road", "by air", "downstream", "upstream",
    "up the road", "down the road", "up the coast", "down the coast",
)  # fmt: skip
_WHERE = frozenset(("from", "of", "outside", "off", "beyond"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A stated distance, the directions stated with it, and the token after "from" or "of"."""

    distance_km: tuple[float, float]
    directions: tuple[str, ...]
    last: int


class MeasureRules(Cursor):
    """Distances and directions among the words of a text."""

    # directions

    def _wind(self, at: int) -> tuple[str, int]:
        """Read one compass word that may be written in several: "north-east", "north north-west".

        "Central-western" is the west of the middle: the side counts.
        """
        at += 2 * (self.low[at] == "central" and self.low[at + 1] in DASHES)
        parts, best, index = "", ("", at), at
        while self.low[index] in words.DIRECTIONS and index < at + 5:
            parts = f"{parts}-{self.low[index]}" if parts else self.low[index]
            if parts in words.DIRECTIONS:
                best = words.DIRECTIONS[parts], index + 1
            index += 1
            if self.low[index] in DASHES and self.low[index + 1] in words.DIRECTIONS:
                index += 1
        return best

    def directions(self, at: int, names: Container[int] = ()) -> tuple[tuple[str, ...], int]:
        """Read compass words, several where the text joins them: "northern and eastern"."""
        if self.low[at] not in words.DIRECTIONS and self.low[at + 1] not in DASHES:
            return (), at
        found: list[str] = []
        last = at
        while at not in names and len(found) < _MOST_DIRECTIONS:
            wind, after = self._wind(at)
            if not wind:
                break
            found.append(wind)
            at = last = after
            while self.low[at] in _JOINS:
                at += 1
            at += self.low[at] == "the" and at > last
            if at == last:
                break
        return tuple(dict.fromkeys(found)), last

    def abbreviated(self, at: int) -> tuple[tuple[str, ...], int]:
        """Read "NE", "SSW" or "N" between a distance and "of"."""
        wind = ABBREVIATED.get(self.tokens.text[at]) if at < self.size else None
        return ((wind,), at + 1) if wind else ((), at)

    # distances

    def _qualifier(self, at: int) -> tuple[str, int]:
        """Read the words before a number, the longest first: "no more than", "within a"."""
        found = "exact"
        for _ in range(_MOST_QUALIFIERS):
            for size in (4, 3, 2, 1):
                phrase = " ".join(self.low[at + step] for step in range(size))
                if phrase in lengths.APPROXIMATE:
                    found = lengths.APPROXIMATE[phrase] if found == "exact" else found
                    at += size
                    break
            else:
                break
            if self._range(at)[0] is not None:
                break
            at = self.match(at, _SPAN) or at
        return found, at

    def _number(self, at: int) -> tuple[tuple[float, float] | None, int]:
        text = self.low[at]
        if text[:1] in _DIGITS and text:
            return _figure(text), at + 1
        for size in (4, 3, 2, 1):
            phrase = " ".join(self.low[at + step] for step in range(size))
            if phrase in lengths.NUMBER_WORDS:
                least, greatest = lengths.NUMBER_WORDS[phrase]
                ones, last = self._ones(at + size) if least in _TENS else (0.0, at + size)
                return (least + ones, greatest + ones), last
        if text in ("a", "an") and self._unit(at + 1)[0]:
            return (1.0, 1.0), at + 1
        return None, at

    def _ones(self, at: int) -> tuple[float, int]:
        """Read what follows "twenty": "twenty-five"."""
        last = at + (self.low[at] in DASHES)
        ones = lengths.NUMBER_WORDS.get(self.low[last], (0, 0))[0]
        return (float(ones), last + 1) if 1 <= ones <= 9 else (0.0, at)

    def _range(self, at: int) -> tuple[tuple[float, float] | None, int]:
        """Read one number or two: "10-15", "10 to 15", "between 10 and 15"."""
        opened = self.low[at] in ("between", "from")
        first, at = self._number(at + opened)
        if first is None:
            return None, at
        if half := self.match(at, _HALF_MORE):
            return (first[0] + 0.5, first[1] + 0.5), half
        if self.low[at] in _TO:
            second, after = self._number(at + 1)
            if second is not None and second[1] >= first[0]:
                return (first[0], second[1]), after
        return first, at

    def _unit(self, at: int) -> tuple[float, int]:
        at += self.low[at] in DASHES
        if self.low[at] in ("nautical", "sea") and self.low[at + 1] in ("mile", "miles"):
            return lengths.NAUTICAL_MILE_KM, at + 2
        return lengths.UNITS_KM.get(self.low[at], 0.0), at + 1

    def _measured(self, at: int) -> tuple[tuple[float, float] | None, str, int]:
        """Read a number with its unit: least and greatest km, how it is qualified, next token."""
        spread, last = self._range(at)
        qualifier = "exact"
        if spread is None:
            qualifier, at = self._qualifier(self.match(at, _SPAN) or at)
            spread, last = self._range(at)
        if spread is None:
            return None, qualifier, at
        after = _QUALIFIED_AFTER.get((self.low[last], self.low[last + 1]))
        per_unit, at = self._unit(last + 2 * bool(after))
        if not per_unit:
            return None, qualifier, at
        least, greatest = spread
        if half := self.match(at, _HALF_MORE):
            least, greatest, at = least + 0.5, greatest + 0.5, half
        later = _QUALIFIED_AFTER.get((self.low[at], self.low[at + 1]))
        at += 2 * bool(later)
        other, last = self._other_end(at)
        if other and other >= least * per_unit:
            return (least * per_unit, other), qualifier, last
        return (least * per_unit, greatest * per_unit), after or later or qualifier, at

    def _other_end(self, at: int) -> tuple[float, int]:
        """Read the second length of "10 km to 15 km"; 0 where there is none."""
        if self.low[at] not in _TO:
            return 0.0, at
        number, last = self._number(at + 1)
        per_unit, last = self._unit(last) if number else (0.0, last)
        return (number[1] * per_unit, last) if number and per_unit else (0.0, at)

    def _skip_same(self, at: int) -> int:
        """Skip the same distance in other units: "(19 miles)", ", or 19 miles,"."""
        if self.low[at] == "(":
            for close in range(at + 1, min(at + 9, self.size)):
                if self.low[close] == ")":
                    return close + 1
        if self.low[at] == "," and self.low[at + 1] in ("or", "about"):
            spread, _, last = self._measured(at + 2)
            return last + (self.low[last] == ",") if spread else at
        return at

    def distance(self, at: int) -> Distance | None:
        """Read "more than 20 km (12 miles) north-east of", "within 5 km of", "15 km away from"."""
        if self.low[at][:1] not in _DIGITS and self.low[at] not in OPENS_DISTANCE:
            return None
        unit = bisect(self.units, at)
        if unit == len(self.units) or self.units[unit] > at + _FARTHEST_UNIT:
            return None
        spread, qualifier, at = self._measured(at)
        if spread is None:
            return None
        least, greatest = _bounds(*spread, qualifier)
        at = self._skip_same(at)
        outside = False
        while last := self.match(at, _FILLERS):
            outside, at = self.low[at] in _WHERE, last
        at = self._skip_same(at)
        directions, last = self._toward_where(at)
        if directions is None or not (last > at or outside):
            return None
        return Distance(
            distance_km=(round(least, 3), round(greatest, 3)), directions=directions, last=last
        )

    def _toward_where(self, at: int) -> tuple[tuple[str, ...] | None, int]:
        """Read "from", "outside", "(to the) north of"; None where nothing of it stands."""
        start = at
        if self.low[at] in ("to", "in", "on") and self.low[at + 1] == "the":
            at += 2
        at += self.low[at] in words.EXACTLY
        directions, at = self.directions(at)
        if not directions:
            directions, at = self.abbreviated(at)
        if directions:
            return (directions, at + 1) if self.low[at] in ("of", "from") else (None, at)
        if at > start:
            return None, at
        return (), at + (self.low[at] in _WHERE)


def _figure(text: str) -> tuple[float, float] | None:
    """Read digits; None for a version or a dotted date, which is no length."""
    plain = text.replace(",", "") if _grouped(text) else text.replace(",", ".")
    return (float(plain), float(plain)) if _NUMBER.fullmatch(plain) else None


def _grouped(text: str) -> bool:
    """Tell "1,500" (thousands) from "1,5" (a decimal comma)."""
    return len(text.rpartition(",")[2]) == 3


def _bounds(least: float, greatest: float, qualifier: str) -> tuple[float, float]:
    """Turn a number and its qualifier into the least and greatest that they allow."""
    return {
        "about": (least * (1 - _ABOUT), greatest * (1 + _ABOUT)),
        "almost": (least * _ALMOST, greatest),
        "slightly over": (least, greatest * _SLIGHTLY),
        "least": (least, math.inf),
        "most": (0.0, greatest),
    }.get(qualifier, (least, greatest))


_TENS = frozenset((20, 30, 40, 50, 60, 70, 80, 90))
ABBREVIATED = {
    "".join(part[0] for part in re.findall("north|east|south|west", wind)).upper(): wind
    for wind in words.DIRECTIONS.values()
}
