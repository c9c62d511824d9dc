"""Sentences and words of a text, with their places in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from itertools import compress, count
from operator import add
from typing import NamedTuple

from gazetteer.spellings.pieces import Pieces

__all__ = ["Sentence", "Word", "lowered", "numbers_of", "sentences", "straight"]

# "U.S.-backed" is one word.
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}-[^\W_]+(?:[.'’‘`-][^\W_]+)*|[^\W_]+(?:[.'’‘`-][^\W_]+)*\.?|[^\w\s]"
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_NUMBERED = _MONTHS | {"ft"}
_TAIL_DOT = re.compile(r"^(?:[A-Z]\.|(?:[A-Za-z]\.){2,})$")
# Words whose full stop does not end a sentence.
_ABBREVIATIONS = frozenset(
    """
    adm approx brig ca capt cmdr col cpl dr e.g etc ft gen gov i.e jan feb mar apr jun jul aug sep
    sept oct nov dec lt maj mr mrs ms mt no pfc prof rep rev sen sgt spc st supt u.k u.n u.s vs
    """.split()
)
_HOURS = ("a.m", "p.m")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "GMT")
# The number of a footnote may stand behind the full stop: "... left.[12] The army".
_AHEAD = 100  # characters behind a full stop in which the next sentence opens
_NOTE = re.compile(r"(?:\[[a-z][^\[\]]{0,60}\]\s*)+")  # a monitor's: "[words indistinct]"
_STOP = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"”’')\]]*(?:\[(?:\d{1,3}|[a-z])\])*(?=\s))"
)
# What marks a line as an item of a list: "- The army", "2. The army", "(b) The army".
_ITEM_MARK = re.compile(
    r"\s*(?:(?:[-–—•*·▪■►●◦‣∙]+|o(?=\t))(?=\s|[^\W\d]|[\"“‘'])|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})\)(?=\s)"
    r"|\d{1,3}\.(?=\s))\s*(?=[\w\"“‘'(\[])"
)
_LONGEST = 2_000  # characters of one sentence; the longest of the press are a third of it
_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("\u00a0", " "))
_OPENERS = "\"“‘'([«—–-"


class Word(NamedTuple):
    """One word or punctuation mark with its place in the text.

    ``lower`` is the word in lower case, with curly apostrophes made straight.
    """

    text: str
    start: int
    end: int
    lower: str


# Many of them are made, and so they are made in a fourth of the time.
_as_word = partial(tuple.__new__, Word)


# Not frozen, for every rule reads it, and what is in a named tuple is read in twice the time.
@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: its place in the text and its words.

    ``lower`` are the words alone in lower case, in order; ``held`` is the set of them, by which
    most rules see that none of the words they need stands there; ``starts`` is where each starts.
    """

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    lower: list[str]
    held: frozenset[str]
    starts: list[int]

    def word_at(self, place: int) -> int:
        """Return the number of the word that stands at a place of the text."""
        return bisect_right(self.starts, place, lo=1) - 1

    def words_in(self, start: int, end: int) -> range:
        """Return the numbers of the words that start in the characters ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def numbers_of(words: Iterable[str], wanted: Set[str] | Mapping[str, object]) -> Iterator[int]:
    """Yield the numbers of the words that are wanted, without a step of Python for the others."""
    return compress(count(), map(wanted.__contains__, words))


def lowered(text: str) -> str:
    """Return a text of the same length in lower case.

    Patterns in lower case are met in it several times faster than ones that mind no case.
    """
    return text.replace("İ", "I").lower()  # the one letter that gets longer


def straight(text: str) -> str:
    """Return a text of the same length with straight quotation marks and plain spaces.

    Mark by mark takes a tenth of the time of a table that is asked about every character.
    """
    if not text.isascii():
        for curly, plain in _STRAIGHT:
            text = text.replace(curly, plain)
    return text


def sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Split ``text[start:end]`` into sentences; a line break always ends one.

    The mark of an item in front of it belongs to none: "- Overnight, ..." opens with "Overnight".
    """
    mark = _ITEM_MARK.match(text, start, end)
    begin = start = mark.end() if mark else start
    for match in _STOP.finditer(text, start, end):
        if "\n" not in match.group() and not _ends(text, begin, match.start(), match.end(), end):
            continue
        yield from _sentence(text, begin, match.end())
        begin = match.end()
    yield from _sentence(text, begin, end)


def _ends(text: str, begin: int, dot: int, after: int, limit: int) -> bool:
    """Tell whether the full stop at ``dot`` ends a sentence."""
    before = text[max(begin, dot - 12) : dot].split()
    last = before[-1].lstrip(_OPENERS).lower() if before else ""
    behind = text[after : min(limit, after + _AHEAD)].lstrip()
    following = (_NOTE.sub("", behind) if behind[:1] == "[" else behind)[:40].lstrip(_OPENERS)
    last = last.rpartition("-")[2]  # "Lt.-Col. Roe"
    if last in _HOURS and following.startswith(_DAYS):
        return False  # "at 7 p.m. Monday"
    if text[dot] == "." and (last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha())):
        # "Left on 8 Nov. The army": the day stands before, so none can follow; so in "by 9 ft."
        number = last in _NUMBERED and before[-2:-1] != [] and before[-2][0].isdigit()
        return number and following[:1].isupper()
    return bool(following) and (following[0].isupper() or following[0].isdigit())


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    # What goes on for this long is a table or a list without stops: it is read in pieces.
    while start < end:
        stop = min(end, start + _LONGEST)
        found = _cut(text, start, stop)
        if found:
            yield found
        start = stop


def _cut(text: str, start: int, end: int) -> Sentence | None:
    """Return a stretch of a text with its words, None where it has none."""
    stretch = text[start:end]
    starts, written, lower = _PIECES.columns(stretch, start)
    if not written:
        return None
    last = written[-1]
    if last[-1] == "." and starts[-1] + len(last) == end and _stops(last, last=True):
        written[-1:] = last[:-1], "."  # an abbreviation's stop, which ends the sentence as well
        lower[-1:] = lower[-1][:-1], "."
        starts.append(end - 1)
    ends = map(add, starts, map(len, written))
    words = tuple(map(_as_word, zip(written, starts, ends, lower, strict=True)))
    return Sentence(stretch, start, end, words, lower, frozenset(lower), starts)


def _words_of(piece: str) -> tuple[tuple[int, str, str], ...]:
    """Return the words of a text without spaces: where each starts, as written, and plain."""
    if piece == "-":
        return ((0, "–", "–"),)  # one that stands alone is meant for a dash
    found = []
    for match in _WORD.finditer(piece):
        word, start = match.group(), match.start()
        if word[-1] == "." and _stops(word, last=False):
            found += [(word[:-1], start), (".", match.end() - 1)]
        else:
            found.append((word, start))
    return tuple((start, word, _plain(word)) for word, start in found)


_PIECES = Pieces(_words_of, width=3)


def _stops(token: str, *, last: bool) -> bool:
    """Tell whether the full stop at the end of a word is none of its own, as in "U.S."."""
    abbreviated = token[:-1].lower() in _ABBREVIATIONS and not last
    return len(token) > 1 and not (_TAIL_DOT.match(token) or abbreviated)


def _plain(token: str) -> str:
    return token.lower().replace("’", "'").replace("‘", "'")
