"""Which mentions of one text are one side, in short reports of wars without a theatre and with one.

Each row marks mentions as ``{A|words}``: those of one letter are one side, of two letters two;
``-`` is nobody's.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from claims.fighters.actors import ActorFinder, ActorMention
from claims.sides.theatre_files import recognise_theatre

TABLE = Path(__file__).parent / "joined_sides.csv"
_MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")


class Marked(NamedTuple):
    letter: str
    start: int
    end: int


def _rows() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return [(row["war"], row["text"]) for row in csv.DictReader(table)]


def _marks(row: str) -> tuple[str, list[Marked]]:
    text, at, marks = "", 0, []
    for mark in _MARK.finditer(row):
        text += row[at : mark.start()]
        marks.append(Marked(mark[1], len(text), len(text) + len(mark[2])))
        text, at = text + mark[2], mark.end()
    return text + row[at:], marks


def _side(mark: Marked, found: tuple[ActorMention, ...]) -> str | None:
    over = [m for m in found if m.start < mark.end and m.end > mark.start]
    best = max(over, key=lambda m: min(m.end, mark.end) - max(m.start, mark.start), default=None)
    return best.side if best else None


def test_the_table_holds_fifty_reports_of_many_wars() -> None:
    assert len(_rows()) >= 50
    assert len({war for war, _ in _rows()}) >= 25


@pytest.mark.parametrize("text", [text for _, text in _rows()], ids=lambda text: text[:60])
def test_mentions_are_joined_as_a_careful_reader_joins_them(text: str) -> None:
    plain, marks = _marks(text)
    found = ActorFinder(recognise_theatre([plain]), plain).find(plain, 0)
    sides: dict[str, Counter[str | None]] = {}
    for mark in marks:
        sides.setdefault(mark.letter, Counter())[_side(mark, found)] += 1
    told = {letter: tuple(of) for letter, of in sides.items()}
    assert all(len(of) == 1 for of in told.values()), told
    assert all((letter == "-") == (of == (None,)) for letter, of in told.items()), told
    assert len(set(told.values())) == len(told), told
