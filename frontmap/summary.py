"""A drawn situation in a few lines for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.situation import NotDrawn, Situation

__all__ = ["summarise"]

_MOST_LINES = 12
_WIDEST = 200
_UNKNOWN = "unresolved"


def summarise(
    situation: Situation, *, path: Path, size: int, rest: str = "all listed in the map"
) -> Iterator[str]:
    """Yield what was claimed, by how many, what was drawn, what was not and why, and the file.

    ``size`` is in bytes; ``rest`` says where a reader finds what is too much for the terminal.
    """
    claims = situation.claims
    claimants = {claim.claimant for claim in claims}
    yield (
        f"{_count(len(claims), 'claim')} by {_count(len(claimants), 'claimant')} "
        f"in {_count(len(situation.reports), 'report')}, as of {_moment(situation.as_of)}"
    )
    for part in situation.parts:
        yield f"{part.theatre.name}: {_count(len(part.docs), 'report')}, kept apart from the others"
    yield f"drawn: {len(situation.drawn)}"
    yield from _not_drawn(situation.not_drawn, rest)
    lacking = _lacking(situation)
    if lacking:
        more = "frontmap gazetteer add " + " ".join(lacking)
        yield f"  more places are known once their country is added: {more}"
    yield f"{path}  {size / 1000:.0f} kB"


def _lacking(situation: Situation) -> list[str]:
    """Return the countries of theatres with an unknown place whose villages were not added."""
    from gazetteer.homes.world import installed_names

    docs = frozenset(
        item.claim.doc
        for item in situation.not_drawn
        if item.reason == _UNKNOWN and item.claim.place
    )
    parts = [(part.theatre, part.docs) for part in situation.parts]
    theatres = [of for of, own in parts or [(situation.theatre, docs)] if not docs.isdisjoint(own)]
    codes = dict.fromkeys(code for of in theatres for code in of.countries)
    added = installed_names()
    return [code for code in codes if code not in added]


def _moment(as_of: datetime | None) -> str:
    if as_of is None:
        return "an unknown date"
    midnight = as_of.hour == as_of.minute == 0  # the printed date of a report, without an hour
    return f"{as_of:%Y-%m-%d}" if midnight else f"{as_of:%Y-%m-%d %H:%M %Z}"


def _not_drawn(items: tuple[NotDrawn, ...], rest: str) -> Iterator[str]:
    reasons = Counter(item.reason for item in items)
    why = ", ".join(f"{number} {reason}" for reason, number in sorted(reasons.items()))
    yield f"not drawn: {len(items)}" + (f" ({why})" if why else "")
    for item in items[:_MOST_LINES]:
        line = f"{item.claim.doc}: {_place(item)}{item.reason}: {item.detail}"
        yield "  " + shorten(line, _WIDEST, placeholder=" …")
    if len(items) > _MOST_LINES:
        yield f"  and {len(items) - _MOST_LINES} more, {rest}"


def _place(item: NotDrawn) -> str:
    if item.claim.place is None:
        return ""
    return f'"{item.claim.place.text}" '


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
