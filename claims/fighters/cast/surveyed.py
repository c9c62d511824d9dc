"""Overviews of many countries: "the army" is that of the country which heads its paragraph.

So are "the rebels" those who are named there, and none of the paragraph before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claims.fighters.creeds import REBEL
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.sides.countries import countries

__all__ = ["leave_to_lands"]

_HEAD = re.compile(
    r"^[^\w\n]*(?P<inside>In\s+)?(?:the\s+)?(?P<land>[A-Z][\w'’-]*(?:\s(?:and\s|of\s|the\s)?[A-Z][\w'’-]*){0,3})"
    r"(?P<mark>\s*[:,]|\.(?=[ \t]+[A-Z])|\s+[-–—]\s|[ \t]*$)",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]+")
_PLAIN = ("state", "troops")
_HEADED = 2  # lands that head paragraphs in an overview: "Chad: ..."
_OPENED = 3  # and that open them: "In Chad, ..."; fewer may only be spoken of


class _Stretch(NamedTuple):
    """A stretch of an overview ``[low, high)`` and whose land it is about; None before the first.

    ``headed`` tells a paragraph under its land's name from a line that starts with it.
    """

    low: int
    high: int
    side: str | None
    headed: bool

    def holds(self, place: int) -> bool:
        """Tell whether a place of the text is in it."""
        return self.low <= place < self.high


def leave_to_lands(
    phrases: Sequence[Phrase], tokens: Tokens, text: str, home: str, groups: Iterable[str]
) -> None:
    """Give forces that name nobody to the land they are told of: the army's, and its rebels'.

    ``groups`` are the sides of a report that are no state's.
    """
    states = [p for p in phrases if p.kind in _PLAIN and p.side == home and not p.name]
    rebels = [p for p in phrases if p.kind == "rebel" and not p.name]
    stretches = list(_stretches(text)) if states or rebels else []
    at = {id(phrase): tokens.starts[phrase.first] for phrase in phrases} if stretches else {}
    for phrase in states if stretches else ():
        sides = (one.side for one in stretches if one.holds(at[id(phrase)]))
        phrase.side = next(sides, phrase.side)
    for one in stretches if rebels else ():
        if one.headed:
            inside = [phrase for phrase in phrases if one.holds(at[id(phrase)])]
            _leave_to_groups(inside, set(groups))


def _leave_to_groups(inside: Sequence[Phrase], groups: set[str]) -> None:
    """Let "the rebels" of a paragraph be the one group named in it, and rebels of its own else."""
    named = {phrase.side for phrase in inside if phrase.kind != "rebel"} & groups
    for phrase in inside:
        if phrase.kind == "rebel" and not phrase.name and phrase.side not in named:
            phrase.side = named.copy().pop() if len(named) == 1 else REBEL


def _stretches(text: str) -> Iterator[_Stretch]:
    heads = [(m, side) for m in _HEAD.finditer(text) if (side := _names().get(m["land"]))]
    headed = [(m, side) for m, side in heads if not m["inside"] and m["mark"].strip() != ","]
    if len({side for _, side in headed}) >= _HEADED:
        starts = [m.start() for m, _ in headed]
        yield _Stretch(0, starts[0], None, headed=True)
        for (_, side), low, high in zip(headed, starts, [*starts[1:], len(text)], strict=True):
            yield _Stretch(low, high, side, headed=True)
        return
    opened = [(m, side) for m, side in heads if m["inside"] and m["mark"].strip() == ","]
    if len({side for _, side in opened}) >= _OPENED:
        for m, side in opened:
            line = _LINE.match(text, m.start())
            yield _Stretch(m.start(), line.end() if line else m.end(), side, headed=False)


@cache
def _names() -> dict[str, str]:
    names = {word: country.id for country in countries() for word in country.words}
    return {**names, **{name.upper(): side for name, side in names.items()}}
