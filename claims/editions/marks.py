"""What is new about how a claim stands among the others: reversed, contradicted, more voices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.editions.newest import newest_holdings
from claims.editions.noted import Noted

__all__ = ["Mark", "MarkKind", "marks_of"]


class MarkKind(StrEnum):
    """What is new about a claim's standing; a claim of any kind can have several."""

    REVERSED = "reversed"
    CONTRADICTED = "contradicted"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that is new about a claim.

    Parameters
    ----------
    others
        Ids of the claims concerned: which it reverses, which contradict it, which agree with it.
    before, after
        The side that was said to hold the place and the one now; the numbers of voices.
    """

    kind: MarkKind
    others: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


def marks_of(
    before: Sequence[Noted], after: Sequence[Noted], pairs: Mapping[int, int]
) -> dict[int, tuple[Mark, ...]]:
    """Return the marks of claims of ``after`` by their numbers there.

    ``reversed`` is a fact that is newest for its place and gives it to another side than the newest
    facts did before; where they are divided, before or after, nothing is reversed.
    """
    now = {before[old].claim.id: after[new].claim.id for old, new in pairs.items()}
    earlier = {new: before[old] for old, new in pairs.items()}
    turned = _reversed(before, after, now)
    marks = {}
    for number, noted in enumerate(after):
        old = earlier.get(number)
        own = (turned.get(number), _contradicted(old, noted, now), _agreed(old, noted, now))
        if noted.counts and (found := tuple(mark for mark in own if mark)):
            marks[number] = found
    return marks


def _reversed(
    before: Sequence[Noted], after: Sequence[Noted], now: Mapping[str, str]
) -> dict[int, Mark]:
    held, holds = newest_holdings(before), newest_holdings(after)
    numbers = {id(noted): number for number, noted in enumerate(after)}
    marks = {}
    for place, holding in holds.items():
        was = held.get(place)
        if was is None or was.side == holding.side:
            continue
        others = _renamed((each.claim.id for each in was.claims), now)
        for noted in holding.claims:
            marks[numbers[id(noted)]] = Mark(
                kind=MarkKind.REVERSED, others=others, before=was.side, after=holding.side
            )
    return marks


def _contradicted(old: Noted | None, new: Noted, now: Mapping[str, str]) -> Mark | None:
    others = _added(old.contradicts if old else (), new.contradicts, now)
    return Mark(kind=MarkKind.CONTRADICTED, others=others) if others else None


def _agreed(old: Noted | None, new: Noted, now: Mapping[str, str]) -> Mark | None:
    """Return the mark of a claim that more voices say than before; a copy is no voice."""
    if old is None:
        return None
    others = _added(old.agrees_with, new.agrees_with, now)
    counted = bool(old.voices and new.voices)
    if not (new.voices > old.voices if counted else others):
        return None
    voices = (str(old.voices), str(new.voices)) if counted else ("", "")
    return Mark(kind=MarkKind.AGREED, others=others, before=voices[0], after=voices[1])


def _added(old: Iterable[str], new: Iterable[str], now: Mapping[str, str]) -> tuple[str, ...]:
    known = set(_renamed(old, now))
    return tuple(each for each in new if each not in known)


def _renamed(ids: Iterable[str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return ids as they are in the later state."""
    return tuple(now.get(each, each) for each in ids)
