"""Words of a text as those who look for actors need them: folded, with what a hyphen joins."""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add

from claims.words import numbers_of
from gazetteer.spellings.pieces import Pieces

__all__ = ["Tokens", "fold", "sentence_ends", "tokens_of"]

# A wire sets its dateline off by "_", which is in no word.
_FOLDED = (
    *((mark, "'") for mark in "’‘`ʼ´"),
    *(("\u00a0", " "), ("–", "-"), ("‑", "-"), (" _ ", " - ")),
)
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}(?:-[^\W_]+)?|[^\W_]+(?:['.-][^\W_]+)*|[^\w\s]")
_STOPS = frozenset(".!?\n")
_SHORTENED = frozenset(
    "lieut lt col gen maj capt sgt brig adm cmdr mr mrs ms dr ft mt st prof gov sen rep".split()
)
_SMALL, _LARGE = string.ascii_lowercase.encode(), string.ascii_uppercase.encode()
_SAMPLE = 1_500  # characters by which a text is judged to be in capitals
_CAPITAL_SHARE = 0.7  # of the letters; headlines in capitals inside a text do not reach it
_LETTERS = 40  # fewer letters are no text to judge by


# Not frozen, for that would take three times as long.
@dataclass(slots=True, eq=False)
class Tokens:
    """The words and marks of a text in order, as lists of equal length.

    ``lower`` are the words in lower case without a possessive "'s"; ``owner`` tells which had one.
    ``shouted`` tells whether the whole text is in capitals, which then say nothing.
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    shouted: bool

    def owns(self, number: int) -> bool:
        """Tell whether a word is a possessive: "Chad's"."""
        return len(self.words[number]) > len(self.lower[number]) and self.words[number][-2] == "'"

    def capital(self, number: int) -> bool:
        """Tell whether a word has a capital that says something; one behind the last has none."""
        if self.shouted or number >= len(self.words):
            return False
        return self.words[number][:1].isupper()

    def shouts(self, number: int) -> bool:
        """Tell whether a word stands among others in capitals, as in a headline."""
        around = [w.isupper() and len(w) > 1 for w in self.words[max(0, number - 2) : number + 3]]
        return "111" in "".join(str(int(capital)) for capital in around)


def fold(text: str) -> str:
    """Return a text of the same length with one kind of apostrophe, hyphen and space."""
    for mark, plain in _FOLDED:
        text = text.replace(mark, plain)
    return text


def tokens_of(text: str, report: str = "") -> Tokens:
    """Split a text into words and marks; time grows with its length.

    In a report in capitals those of a few words of it, as a speaker's name, say nothing either.
    """
    starts, words, lower = _PIECES.columns(fold(text))
    at = text.rfind("\n")
    while at >= 0:  # from the last on, so that none is in the way of those before
        number = bisect_left(starts, at)
        starts.insert(number, at)
        words.insert(number, "\n")
        lower.insert(number, "\n")
        at = text.rfind("\n", 0, at)
    return Tokens(
        text=text,
        words=words,
        lower=lower,
        starts=starts,
        ends=[*map(add, starts, map(len, words))],
        shouted=_shouted(text) or (bool(report) and _shouted(report)),
    )


def _words_of(piece: str) -> tuple[tuple[int, str, str], ...]:
    """Return the words of a text without spaces: where each starts, as written, and bare."""
    found = _TOKEN.finditer(piece)
    return tuple((m.start(), m[0], m[0].lower().removesuffix("'s")) for m in found)


_PIECES = Pieces(_words_of, width=3)


def _shouted(text: str) -> bool:
    sample = text[:_SAMPLE].encode("ascii", "ignore")
    small, large = (len(sample) - len(sample.translate(None, case)) for case in (_SMALL, _LARGE))
    return small + large >= _LETTERS and large > _CAPITAL_SHARE * (small + large)


def sentence_ends(tokens: Tokens) -> Iterator[int]:
    """Yield the numbers of the stops that end sentences: no "Lieut. Col.", no second blank line."""
    for number in numbers_of(tokens.words, _STOPS):
        before = tokens.words[number - 1] if number else ""
        if before not in _STOPS and before.lower() not in _SHORTENED:
            yield number
