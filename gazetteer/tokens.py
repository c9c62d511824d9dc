"""Words of a text with their places in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["Token", "spans_to_tokens", "tokenise", "visible"]

# Apostrophes of every romanisation belong to the word ("Ma'arrat", "Sa‘sa‘"), a possessive does
# not; combining marks are no letters to Python and must be named.
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670"
# "Ra's" is a headland: a hamza, and no owner of what follows.
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|[^\W\d_][^\W_{_MARKS}]*[{_MARKS}]*"
    rf"(?:[^\W_]+[{_MARKS}]*|['’ʼʿʾ‘`](?:(?!s\b)|(?<=\b[^\W\d_]a.))(?=[^\W\d_])[^\W_{_MARKS}]+[{_MARKS}]*)*"
    r"|['’]s\b|[^\w\s]|_"
)
# Soft hyphens, zero-width spaces and joiners, marks of direction: nobody sees them.
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_HIDDEN = re.compile(f"[{_UNSEEN}]+")
_INSIDE = re.compile(rf"(?<=\w)[{_UNSEEN}]+(?=\w)")
_FILLER = "\u02d1"  # a letter to the expression for words, and in no text of the press
_ENDS_SENTENCE = frozenset('.!?:;"“”«»•(|')
_LOUD_SHARE = 0.9
_NARROWEST = 50
_WIDEST = 100  # a text with a longer line is not broken at a width: its lines are paragraphs
_FULL_SHARE = 0.6  # of the width: a shorter line is the last of its paragraph
_SMALL = frozenset(
    "with from over after into amid against near toward towards between around under during before "
    "through across within outside inside along upon about says".split()
)


class Token(NamedTuple):
    r"""One word, number or sign.

    A named tuple and no dataclass: a report has hundreds, and they are made three times as fast.

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
        The first of a paragraph, a heading or a line that stands by itself.

    A token without text, "\n" in lower case, stands between paragraphs, so that no name and no
    rule reaches over their ends.
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


def _loud_lines(text: str) -> list[tuple[int, int]]:
    """Find headlines in title case and telegrams in capitals, the last first."""
    loud: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if _is_loud(line):
            loud.append((start, start + len(line)))
        start += len(line)
    return loud[::-1]


def _is_plainly_quiet(line: str) -> bool:
    """Tell at first sight that a fifth of the words are small: most lines end here."""
    parts = line.split()
    small = 0
    for part in parts:
        if len(part) > 3 and part.islower() and part.isalpha() and part not in _SMALL:
            small += 1
            if small * 5 > len(parts):
                return True
    return False


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


def _parts(gap: str, line: int, width: int, ended: bool) -> bool:
    """Tell whether the space between two words parts paragraphs and does not only wrap a line."""
    if "\n" not in gap:
        return False
    return not width or ended or gap.count("\n") > 1 or line < _FULL_SHARE * width


def visible(text: str) -> str:
    """Drop what cannot be seen: soft hyphens, zero-width characters, marks of direction."""
    return text if text.isascii() else _HIDDEN.sub("", text)


def _same_length(text: str) -> str:
    """Hide unseen characters from the cut: inside a word they are letters, elsewhere spaces."""
    if text.isascii() or not _HIDDEN.search(text):
        return text
    inside = _INSIDE.sub(lambda match: _FILLER * len(match.group()), text)
    return _HIDDEN.sub(lambda match: " " * len(match.group()), inside)


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text into words, numbers and signs; characters that cannot be seen are left out."""
    seen = _same_length(text)
    if seen is text:
        return tuple(_tokens(text))
    return tuple(
        token._replace(text=token.text.replace(_FILLER, ""), low=token.low.replace(_FILLER, ""))
        for token in _tokens(seen)
    )


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    loud, last, opens, width = _loud_lines(text), 0, True, _wrapped_at(text)
    for match in _WORD.finditer(text):
        word = match.group()
        start, end = match.span()
        while loud and start >= loud[-1][1]:
            loud.pop()
        gap, breaks = start - last, False
        if gap and (gap > 1 or text[last] == "\n") and "\n" in text[last:start]:
            line = last - text.rfind("\n", 0, last)
            breaks = _parts(text[last:start], line, width, opens) or not tokens
            if breaks and tokens:
                tokens.append(Token("", "\n", last, last, False, False, False, False, False))
        low = word.lower()
        tokens.append(
            Token(
                word,
                low.replace("’", "'") if "’" in low else low,
                start,
                end,
                word[0].isalpha() and not word[0].islower(),
                opens or breaks,
                bool(loud) and loud[-1][0] <= start,
                not gap and start > 0,
                breaks,
            )
        )
        opens, last = word in _ENDS_SENTENCE, end
    return tokens


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
