"""Words of a text with their places in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from operator import add, eq
from typing import TypeVar

from gazetteer.spellings.kept import Kept
from gazetteer.spellings.pieces import Pieces

__all__ = ["HYPHENS", "Tokens", "spans_to_tokens", "tokenise", "visible"]

HYPHENS = frozenset("-‑")
"""What joins the parts of one word or name."""

# Apostrophes of every romanisation belong to the word ("Ma'arrat", "Sa‘sa‘"), a possessive does
# not; combining marks are no letters to Python and must be named.
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670"
# "Ra's" is a headland: a hamza, and no owner of what follows. What shortens "Saint" or "Mount"
# keeps its stop, which ends no name: "Mt. Hermon".
_WORD = re.compile(
    rf"(?:St|Mt|Ft)\.$|\d+(?:[.,]\d+)*|[^\W\d_][^\W_{_MARKS}]*[{_MARKS}]*"
    rf"(?:[^\W_]+[{_MARKS}]*|['’ʼʿʾ‘`](?:(?!s\b)|(?<=\b[^\W\d_]a.))(?=[^\W\d_])[^\W_{_MARKS}]+[{_MARKS}]*)*"
    r"|['’]s\b|[^\w\s]|_"
)
# Soft hyphens, zero-width spaces and joiners, marks of direction: nobody sees them.
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_HIDDEN = re.compile(f"[{_UNSEEN}]+")
_INSIDE = re.compile(rf"(?<=\w)[{_UNSEEN}]+(?=\w)")
_FILLER = "\u02d1"  # a letter to the expression for words, and in no text of the press
_NO_WORDS = [""] * 64  # no rule looks farther past the ends of a text
_NOT = [False] * len(_NO_WORDS)
_BREAK, _NO = repeat("\n"), repeat(False)
_ENDS_SENTENCE = frozenset('.!?:;"“”«»•(|')
_LOUD_SHARE = 0.9
_FIFTH = 5
_NARROWEST = 50
_WIDEST = 100  # a text with a longer line is not broken at a width: its lines are paragraphs
_FULL_SHARE = 0.6  # of the width: a shorter line is the last of its paragraph
_SMALL = frozenset(
    "with from over after into amid against near toward towards between around under during before "
    "through across within outside inside along upon about says".split()
)


_Told = TypeVar("_Told")


# Not frozen, for one is made of every sentence: that would take three times as long.
@dataclass(slots=True, kw_only=True, eq=False)
class Tokens:
    r"""The words, numbers and signs of a text in order, as lists.

    Lists and no object for each: a report has hundreds of words, and most rules ask for one thing.

    Parameters
    ----------
    size
        How many there are.
    text, low
        As written, and in lower case with plain apostrophes.
    start, end
        Characters ``[start, end)`` of the text.
    capital
        Starts with a capital, or with a letter of a script that has none.
    opens
        Is the first of a sentence, where every word is capital.
    loud
        Stands in a line where nearly every word is capital, so that capitals say nothing.
    glued
        No space before it.
    breaks
        The first of a paragraph, a heading or a line that stands by itself.

    The token "\n" stands between paragraphs, so that no name and no rule reaches over their ends.
    Every list but ``start`` and ``end`` goes on past the end with empty words that are nothing in
    particular, into which a number before the first falls as well: rules look to both sides.
    """

    size: int
    text: Sequence[str]
    low: Sequence[str]
    start: Sequence[int]
    end: Sequence[int]
    capital: Sequence[bool]
    opens: Sequence[bool]
    loud: Sequence[bool]
    glued: Sequence[bool]
    breaks: Sequence[bool]


def _loud_lines(text: str) -> list[tuple[int, int]]:
    """Find headlines in title case and telegrams in capitals, in order."""
    loud: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if _is_loud(line):
            loud.append((start, start + len(line)))
        start += len(line)
    return loud


def _is_plainly_quiet(line: str) -> bool:
    """Tell at first sight that a fifth of the words are small: most lines end here."""
    parts = line.split()
    return sum(map(_QUIET.__getitem__, parts)) * _FIFTH > len(parts)


def _is_quiet(word: str) -> bool:
    return len(word) > 3 and word.islower() and word.isalpha() and word not in _SMALL


_QUIET = Kept(_is_quiet)


def _is_loud(line: str) -> bool:
    if _is_plainly_quiet(line):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    if len(words) < 4:
        return False
    if sum(word.isupper() for word in words) >= _LOUD_SHARE * len(words):
        return True
    plain = [word for word in words if word.islower() and word not in _SMALL]
    return len(plain) <= (1 - _LOUD_SHARE) * len(words) and not line.rstrip().endswith((".", ")"))


def _wrapped_at(text: str) -> int:
    """Return how long the lines of a text are that is broken at a width, 0 where none is."""
    longest = max(map(len, text.split("\n")))
    return longest if _NARROWEST <= longest <= _WIDEST else 0


def _is_parted(text: str, last: int, start: int, width: int, ended: bool) -> bool:
    """Tell whether a line break between two words parts paragraphs and does not only wrap a line.

    They stand to ``last`` and from ``start``; ``ended`` tells that a sentence ends there.
    """
    if not width or ended or text.count("\n", last, start) > 1:
        return True
    return last - text.rfind("\n", 0, last) < _FULL_SHARE * width


def visible(text: str) -> str:
    """Drop what cannot be seen: soft hyphens, zero-width characters, marks of direction."""
    return text if text.isascii() else _HIDDEN.sub("", text)


def _same_length(text: str) -> str:
    """Hide unseen characters from the cut: inside a word they are letters, elsewhere spaces."""
    if text.isascii() or not _HIDDEN.search(text):
        return text
    inside = _INSIDE.sub(lambda match: _FILLER * len(match.group()), text)
    return _HIDDEN.sub(lambda match: " " * len(match.group()), inside)


def tokenise(text: str) -> Tokens:
    """Cut a text into words, numbers and signs; characters that cannot be seen are left out."""
    seen = _same_length(text)
    start, words, low, capital, quiet = _PIECES.columns(seen)
    end = [*map(add, start, map(len, words))]
    opens = [True, *map(_ENDS_SENTENCE.__contains__, words[:-1])] if words else []
    breaks = [False] * len(words)
    # One line that is plainly none of capitals, as most are, need not be looked at as such.
    still = sum(quiet) * _FIFTH > len(words) and len(seen.splitlines()) == 1
    if "\n" in seen:
        cuts = _paragraphs(seen, start, end, opens)
        for at in cuts:
            opens[at] = breaks[at] = True
        lasts = [end[at - 1] for at in cuts if at]
        start, end = _cut(start, cuts, lasts), _cut(end, cuts, lasts)
        words, low = _cut(words, cuts, _BREAK), _cut(low, cuts, _BREAK)
        capital, opens, breaks = (_cut(each, cuts, _NO) for each in (capital, opens, breaks))
    written = words
    if seen is not text:
        written = [word.replace(_FILLER, "") for word in words]
        low = [*map(_plain, written)]
    return Tokens(
        size=len(words),
        text=written + _NO_WORDS,
        low=low + _NO_WORDS,
        start=start,
        end=end,
        capital=capital + _NOT,
        opens=opens + _NOT,
        loud=[False] * (len(words) + len(_NOT)) if still else _loud(seen, start) + _NOT,
        glued=[*map(eq, start, [-1, *end]), *_NOT],
        breaks=breaks + _NOT,
    )


def _words_of(piece: str) -> tuple[tuple[int, str, str, bool, bool], ...]:
    """Return the words of a text without spaces.

    Of each: where it starts, as written and low, whether it is capital and whether it is small in
    every line but one of capitals.
    """
    found = _WORD.finditer(piece)
    return tuple((m.start(), m[0], _plain(m[0]), _is_capital(m[0]), _is_quiet(m[0])) for m in found)


_PIECES = Pieces(_words_of, width=5)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("." * (len(word) > 1))


def _is_capital(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower()


def _paragraphs(text: str, start: list[int], end: list[int], opens: list[bool]) -> list[int]:
    """Return the words that open paragraphs, the first of a text where line breaks lead to it."""
    width = _wrapped_at(text)
    ends = accumulate([len(line) + 1 for line in text.split("\n")[:-1]])
    # Few words stand behind the end of a line.
    behind = (
        at for at in dict.fromkeys(bisect_left(start, end) for end in ends) if at < len(start)
    )
    return [
        at for at in behind if not at or _is_parted(text, end[at - 1], start[at], width, opens[at])
    ]


def _cut(column: list[_Told], opening: Sequence[int], signs: Iterable[_Told]) -> list[_Told]:
    """Put a token before each paragraph but the first, in one column of what is told of them."""
    cuts = [at for at in opening if at]
    stretches = zip(signs, cuts, [*cuts[1:], len(column)], strict=False)
    behind = ((sign, *column[first:last]) for sign, first, last in stretches)
    return [*column[: cuts[0]], *chain.from_iterable(behind)] if cuts else column


def _loud(text: str, starts: Sequence[int]) -> list[bool]:
    """Tell which words stand in a loud line."""
    lines = _loud_lines(text)
    if not lines:
        return [False] * len(starts)
    begins = [start for start, _ in lines]
    at = (bisect_right(begins, start) - 1 for start in starts)
    return [line >= 0 and start < lines[line][1] for line, start in zip(at, starts, strict=True)]


def spans_to_tokens(tokens: Tokens, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Turn spans of characters into spans of the tokens that they touch, in order."""
    found = []
    for start, end in sorted(spans):
        first, stop = bisect_right(tokens.end, start), bisect_left(tokens.start, end)
        if stop > first:
            found.append((first, stop))
    return found
