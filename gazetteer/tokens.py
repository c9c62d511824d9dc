"""Words of a text with their places in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Token", "spans_to_tokens", "tokenise"]

# Apostrophes of every romanisation belong to the word ("Ma'arrat", "Sa‘sa‘"), a possessive does
# not; combining marks are no letters to Python and must be named.
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|[^\W\d_][^\W_{_MARKS}]*[{_MARKS}]*"
    rf"(?:[^\W_]+[{_MARKS}]*|['’ʼʿʾ‘`](?!s\b)(?=[^\W\d_])[^\W_{_MARKS}]+[{_MARKS}]*)*"
    r"|['’]s\b|[^\w\s]|_"
)
_ENDS_SENTENCE = frozenset('.!?:;"“”«»•(|')
_LOUD_SHARE = 0.9
_SMALL = frozenset(
    "with from over after into amid against near toward towards between around under during before "
    "through across within outside inside along upon about says".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word, number or sign.

    Parameters
    ----------
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
        A line break before it.
    """

    text: str
    low: str
    start: int
    end: int
    capital: bool
    opens: bool
    loud: bool
    glued: bool
    breaks: bool


def _is_capital(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower()


def _loud_lines(text: str) -> list[tuple[int, int]]:
    """Find headlines in title case and telegrams in capitals."""
    loud, start = [], 0
    for line in text.splitlines(keepends=True):
        if _is_loud(line):
            loud.append((start, start + len(line)))
        start += len(line)
    return loud


def _is_loud(line: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    if len(words) < 4:
        return False
    if sum(word.isupper() for word in words) >= _LOUD_SHARE * len(words):
        return True
    plain = [word for word in words if word.islower() and word not in _SMALL]
    return len(plain) <= (1 - _LOUD_SHARE) * len(words) and not line.rstrip().endswith((".", ")"))


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text into words, numbers and signs."""
    tokens: list[Token] = []
    loud, last, opens = iter(_loud_lines(text)), 0, True
    stretch = next(loud, (len(text), len(text)))
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        while start >= stretch[1] and stretch[0] < len(text):
            stretch = next(loud, (len(text), len(text)))
        breaks = "\n" in text[last:start]
        tokens.append(
            Token(
                text=word,
                low=word.lower().replace("’", "'"),
                start=start,
                end=match.end(),
                capital=_is_capital(word),
                opens=opens or breaks,
                loud=stretch[0] <= start < stretch[1],
                glued=last == start and start > 0,
                breaks=breaks,
            )
        )
        opens, last = word in _ENDS_SENTENCE, match.end()
    return tuple(tokens)


def spans_to_tokens(
    tokens: Sequence[Token], spans: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Turn spans of characters into spans of the tokens that they touch, in order."""
    found, index = [], 0
    for start, end in sorted(spans):
        while index > 0 and tokens[min(index, len(tokens)) - 1].end > start:
            index -= 1
        while index < len(tokens) and tokens[index].end <= start:
            index += 1
        stop = index
        while stop < len(tokens) and tokens[stop].start < end:
            stop += 1
        if stop > index:
            found.append((index, stop))
    return found
