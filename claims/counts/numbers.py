"""Numbers as reports word them: digits, words, ranges, "dozens", "at least"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.words import lowered

__all__ = ["NumberPhrase", "find_numbers"]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"a": 1, "an": 1, "half": 0.5}
)
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
# What words without a number mean at least and at most; ours: "dozens" is fewer than a hundred.
_VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999),
}
_FEW = {"several": (3, 9), "a few": (3, 5), "a couple of": (2, 2), "a couple": (2, 2)}
_QUALIFIERS = {
    "at_least": ("at least", "no fewer than", "no less than", "not less than", "a minimum of"),
    "more_than": ("more than", "over", "upwards of", "in excess of", "well over", "above"),
    "up_to": ("up to", "as many as", "at most", "no more than", "a maximum of"),
    "fewer_than": ("fewer than", "less than", "under"),
    "nearly": ("nearly", "almost", "close to", "just under"),
    "about": ("about", "around", "roughly", "approximately", "an estimated", "some", "estimated"),
}
_BY_WORDS = {words: name for name, all_words in _QUALIFIERS.items() for words in all_words}
_OPEN_BELOW = frozenset(("up_to", "fewer_than"))
_SPREAD = 0.2  # by which "about" may be off, by judgement; "nearly" half of it

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+(?:\.\d+)?"
_WORD = "(?:" + "|".join(sorted(_ONES + _TENS, key=len, reverse=True)) + ")"
_SCALE = "(?:dozen|hundred|thousand|million)"
_WORDS = (
    rf"(?:(?:{_WORD}|a|an)[\s-]+(?:(?:{_WORD}|and|{_SCALE})[\s-]+)*{_SCALE}"
    rf"(?:[\s-]+(?:and[\s-]+)?{_WORD})*|{_WORD}(?:-{_WORD})?)"
)
_ONE = rf"(?:(?:{_DIGITS})(?:\s+{_SCALE})?|{_WORDS})"
_VAGUELY = "|".join(sorted(_VAGUE, key=len, reverse=True))
_SOME_FEW = rf"(?:{'|'.join(_FEW)})(?:\s+{_SCALE})?"
# In lower case, as is the text it is met in.
_NUMBER = re.compile(
    rf"(?<![\w.,$€£/:-])(?:(?P<qualifier>{'|'.join(sorted(_BY_WORDS, key=len, reverse=True))})\s+)?"
    rf"(?:(?P<between>between\s+)?(?P<low>{_ONE})(?:\s*(?:-|–|to|or|and(?=\s+{_ONE}(?!\w)))\s*(?P<high>{_ONE}))?"
    rf"|(?P<vague>{_VAGUELY})|(?P<few>{_SOME_FEW}))"
    rf"(?P<more>\s+or\s+more)?(?![\w%$€£/]|[.,:]\d|-(?:year|day|km|kilomet|mile|month|week|hour|mm|foot))",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPhrase:
    """A number in a text.

    Parameters
    ----------
    start, end
        Its characters, with the words that qualify it.
    number
        As stated; None where only its size is ("dozens") or a range.
    low, high
        Least and greatest number meant; None leaves that end open.
    qualifier
        "at_least", "more_than", "up_to", "fewer_than", "nearly", "about", "range", "vague" or
        "exact".
    """

    start: int
    end: int
    number: int | None = None
    low: int | None = None
    high: int | None = None
    qualifier: str = "exact"

    @property
    def least(self) -> int:
        """The least number as stated: "nearly 60" is 60, "up to 60" is 0."""
        return 0 if self.qualifier in _OPEN_BELOW else self.number or self.low or 0

    @property
    def most(self) -> int | None:
        """The greatest number as stated; None where it is open, as in "dozens"."""
        if self.qualifier in ("at_least", "more_than", "vague"):
            return None
        return self.high if self.number is None else self.number


def find_numbers(text: str) -> Iterator[NumberPhrase]:
    """Yield the numbers in a text from left to right.

    Examples
    --------
    >>> [(n.number, n.low, n.high) for n in find_numbers("at least 300 and dozens more")]
    [(300, 300, None), (None, 24, 99)]
    """
    for match in _NUMBER.finditer(lowered(text)):
        # "between" needs both its ends; "20 and 30 tanks" without it are two numbers.
        ranged = match["high"] and (match["between"] or " and " not in match.group())
        if match["high"] and not ranged:
            yield from (_single(match, end) for end in ("low", "high"))
        else:
            low, high, number = _meaning(match)
            yield NumberPhrase(
                start=match.start(),
                end=match.end(),
                number=number,
                low=low,
                high=high,
                qualifier=_qualifier(match),
            )


def _single(match: re.Match[str], end: str) -> NumberPhrase:
    value = _value(match[end])
    return NumberPhrase(
        start=match.start(end), end=match.end(end), number=value, low=value, high=value
    )


def _qualifier(match: re.Match[str]) -> str:
    if match["more"]:
        return "at_least"
    words = re.sub(r"\s+", " ", match["qualifier"] or "")
    if words:
        return _BY_WORDS[words]
    if match["high"]:
        return "range"
    return "vague" if match["vague"] or match["few"] else "exact"


def _meaning(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Return the least, the greatest and the stated number."""
    name = _qualifier(match)
    if match["vague"] or match["few"]:
        low, high = _vaguely(match)
        return low, None if name in ("at_least", "more_than") else high, None
    number = _value(match["low"])
    if match["high"]:
        return number, _value(match["high"]), None
    near = {"about": (1 - _SPREAD, 1 + _SPREAD), "nearly": (1 - _SPREAD / 2, 1.0)}
    if name in near:
        less, more = near[name]
        return round(number * less), round(number * more), number
    least = None if name in ("up_to", "fewer_than") else number
    return least, None if name in ("at_least", "more_than") else number, number


def _vaguely(match: re.Match[str]) -> tuple[int, int]:
    if match["vague"]:
        return _VAGUE[re.sub(r"\s+", " ", match["vague"])]
    words = re.sub(r"\s+", " ", match["few"])
    scale = next((value for word, value in _SCALES.items() if words.endswith(f" {word}")), 1)
    low, high = next(span for few, span in _FEW.items() if words.startswith(few))
    return low * scale, high * scale


def _value(words: str) -> int:
    """Return what a number in digits or words means."""
    total = current = 0.0
    for token in re.split(r"[\s-]+", re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d)", "", words.lower())):
        if token in _SCALES:
            current = max(1.0, current) * _SCALES[token]
            if _SCALES[token] >= _SCALES["thousand"]:
                total, current = total + current, 0.0
        elif token and token != "and":  # noqa: S105 - a word, no secret
            current += _VALUES[token] if token in _VALUES else float(token)
    return round(total + current)
