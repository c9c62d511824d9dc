"""Phrases of a word list as one pattern: "no _2 word of|on", as ``left_open.yaml`` explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Phrases"]

_PIECE = re.compile(r"!?<?\([^)]*\)|\[[^]]*\]|\S+")
_GAP = re.compile(r"(“?)_(\d)(?:-(\d))?”?$")
_NO_WORD = re.compile(r"[*_^!\[,]|\.\.\.")
_MARKS = {"^": r"^\W*", ",": "(?=,)"}
_WORD, _TITLED = r"[\w'’-]+", r"[\"“]?[\w’':-]+[\"”,]*"
# Words that half of all sentences hold: by none of them is a phrase found.
_COMMON = frozenset(
    """
    a an the this that his her their in on to of by be been is are was were would could can have
    has as and who what which said says report reports first last without
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Phrases as a pattern; ``telling`` are words of which one is in whatever it meets.

    What holds none of these, and no word for "not", need not be searched.
    """

    pattern: re.Pattern[str]
    telling: frozenset[str]

    @classmethod
    def of(cls, rows: Mapping[str, Any]) -> Phrases:
        """Make the pattern of ``groups`` of phrases, which may name words of the ``sets``."""
        sets = {f"@{name}": "|".join(words) for name, words in rows["sets"].items()}
        parts: list[str] = []
        telling: set[str] = set()
        for group in rows["groups"]:
            for phrase in group["phrases"].splitlines():
                pieces = [sets.get(piece, piece) for piece in _PIECE.findall(phrase)]
                parts.append("".join(_pieces(pieces)) + _carried(group))
                telling |= _rarest(pieces)
        # One look for where a word begins serves all that open with one.
        opening = [part.removeprefix(r"\b") for part in parts if part.startswith(r"\b")]
        others = [part for part in parts if not part.startswith(r"\b")]
        led = [rf"\b(?:{'|'.join(opening)})"] if opening else []
        pattern = "|".join((*led, *others))
        return cls(pattern=re.compile(pattern, re.IGNORECASE), telling=frozenset(telling))


def _pieces(pieces: Sequence[str]) -> Iterator[str]:
    """Yield a pattern for each piece, with the space before it where a word stands before."""
    space = ""
    for piece in pieces:
        gap = _GAP.match(piece)
        if gap:
            low, high = (gap[2], gap[3]) if gap[3] else (0, gap[2])
            yield rf"(?:\s+{_TITLED if gap[1] else _WORD}){{{low},{high}}}"
        elif piece.startswith("..."):
            yield rf"\b[^;,]{{0,{piece[3:]}}}"
        else:
            yield _pattern(piece, space)
        space = "" if piece.startswith(("^", "...", "!<")) else r"\s+"


def _pattern(piece: str, space: str) -> str:
    """Return the pattern of words, of one that may stand there or of what may not."""
    if piece in _MARKS:
        return _MARKS[piece]
    if piece == "not" and space:
        return r"(?:\s*not|n?['’]t)"
    if piece.startswith("!<"):
        return "".join(rf"(?<!{word} )(?<!{word}, )" for word in piece[3:-1].split("|"))
    inside = piece.strip("!([])")
    words = space + _either(inside)
    if piece.startswith(("!", "[")):
        return rf"\b(?!{words}\b)" if piece.startswith("!") else f"(?:{words})?"
    negated = "not" in inside.split("|") and not space
    return f"(?:{words}|n['’]t)" if negated else words


def _either(text: str) -> str:
    words = re.escape(text).replace(r"\|", "|").replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return rf"\b(?:{words})"


def _carried(group: Mapping[str, Any]) -> str:
    """Return the pattern of what may stand from a phrase to the event."""
    if not group.keys() & {"marks", "words", "within"}:
        return r"\b"
    if group.get("within") == 0:
        return r"\s*$"
    mark = f"[^{group['marks']}]" if "marks" in group else "."
    barred = rf"(?!{_either('|'.join(group['words']))}\b)" if "words" in group else ""
    return rf"\b(?:{barred}{mark}){{0,{group.get('within', '')}}}$"


def _rarest(pieces: Sequence[str]) -> frozenset[str]:
    """Return the words, all as they are written, of the piece that the fewest sentences hold."""
    if "not" in pieces:
        return frozenset(("cannot",))
    plain = [piece.strip("()") for piece in pieces if not _NO_WORD.search(piece)]
    found = [{max(words.split(), key=len) for words in piece.split("|")} for piece in plain]
    told = [frozenset(words - {"not"}) for words in found]
    return max(told, key=_rarity)


def _rarity(words: frozenset[str]) -> tuple[bool, int, int]:
    return _COMMON.isdisjoint(words), min(map(len, words)), -len(words)
