"""Overviews of many countries: "the army" is that of the country which heads its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.sides.countries import countries

__all__ = ["leave_to_lands"]

_HEAD = re.compile(
    r"^[^\w\n]*(?P<inside>In\s+)?(?:the\s+)?(?P<land>[A-Z][\w'’-]*(?:\s(?:and\s|of\s|the\s)?[A-Z][\w'’-]*){0,3})"
    r"(?P<mark>\s*[:,]|\s+[-–—]\s|[ \t]*$)",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]+")
_PLAIN = ("state", "troops")
_HEADED = 2  # lands that head paragraphs in an overview: "Chad: ..."
_OPENED = 3  # and that open them: "In Chad, ..."; fewer may only be spoken of


def leave_to_lands(phrases: Sequence[Phrase], tokens: Tokens, text: str, home: str) -> None:
    """Give forces named for no state, which are the home state's, to the land they are told of."""
    states = [p for p in phrases if p.kind in _PLAIN and p.side == home and not p.name]
    lands = list(_lands(text)) if states else []
    for phrase in states if lands else ():
        at = tokens.starts[phrase.first]
        phrase.side = next((side for low, high, side in lands if low <= at < high), phrase.side)


def _lands(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of an overview ``[start, end)`` and whose land each is about."""
    heads = [(m, side) for m in _HEAD.finditer(text) if (side := _names().get(m["land"]))]
    headed = [(m, side) for m, side in heads if not m["inside"] and m["mark"].strip() != ","]
    if len({side for _, side in headed}) >= _HEADED:
        stops = [*(m.start() for m, _ in headed[1:]), len(text)]
        yield from ((m.start(), stop, side) for (m, side), stop in zip(headed, stops, strict=True))
        return
    opened = [(m, side) for m, side in heads if m["inside"] and m["mark"].strip() == ","]
    if len({side for _, side in opened}) >= _OPENED:
        for m, side in opened:
            line = _LINE.match(text, m.start())
            yield m.start(), line.end() if line else m.end(), side


@cache
def _names() -> dict[str, str]:
    names = {word: country.id for country in countries() for word in country.words}
    return {**names, **{name.upper(): side for name, side in names.items()}}
