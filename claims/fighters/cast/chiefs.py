"""Who heads a force by what is told of him: "Jan Roe, who leads X", "its leader, Jan Roe"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.persons import name_ending, name_from
from claims.words import numbers_of

__all__ = ["chiefs"]

_HEADS = frozenset("leads led heads headed commands commanded".split())
_FORCES = ("force", "named", "state", "rebel")
_BETWEEN = 4  # words from "leads" to the name: "the larger wing of the"
_DESCRIBED = 8  # words of ", the exiled former minister who"
_OFFICES = frozenset("leader commander chief head chairman".split())
_WHOSE = frozenset("its their whose".split())
_PARTS = frozenset(".!?;")
_OF_OFFICE = 3  # words from "its" to the office: "its overall military"


def chiefs(tokens: Tokens, phrases: Sequence[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Yield the name of each who heads a force, whole and by its last word, with the force."""
    told = [*_by_clauses(tokens, phrases), *_by_offices(tokens, phrases)]
    for first, last, phrase in told:
        yield " ".join(tokens.lower[first : last + 1]), phrase
        yield tokens.lower[last], phrase


def _by_clauses(tokens: Tokens, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int, Phrase]]:
    """Yield the name before "leads X" and "who leads X", first and last word, with the force."""
    for phrase in phrases if not _HEADS.isdisjoint(tokens.lower) else ():
        if phrase.kind not in _FORCES:
            continue
        verb = _verb(tokens, phrase.first)
        ends = verb - 1
        if verb and tokens.lower[verb - 1] == "who":
            ends = _comma(tokens, verb - 1) - 1
        for first, last in name_ending(tokens, ends) if ends > 0 else ():
            yield first, last, phrase


def _verb(tokens: Tokens, number: int) -> int:
    """Return the "leads" of "leads the" before a name, or 0."""
    lead = range(number - 1, max(0, number - 1 - _BETWEEN), -1)
    return next((n for n in lead if tokens.lower[n] in _HEADS), 0)


def _comma(tokens: Tokens, number: int) -> int:
    """Return the comma behind the name of whom "who" tells, or 0."""
    before = range(number - 1, max(0, number - _DESCRIBED), -1)
    return next((n for n in before if tokens.words[n] == ","), 0)


def _by_offices(tokens: Tokens, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int, Phrase]]:
    """Yield the name beside "its leader", with the group that was named before."""
    for number in numbers_of(tokens.lower, _OFFICES):
        lead = range(number - 1, max(-1, number - 1 - _OF_OFFICE), -1)
        whose = next((n for n in lead if tokens.lower[n] in _WHOSE), None)
        if whose is None:
            continue
        group = next((p for p in reversed(phrases) if p.last < whose), None)
        if group is None or group.kind not in _FORCES[:2] or _parted(tokens, group, whose):
            continue
        behind = number + 1 + (tokens.words[number + 1 : number + 2] == [","])
        told = [*name_from(tokens, behind)]
        if not told and whose > 1 and tokens.words[whose - 1] == ",":
            told = [*name_ending(tokens, whose - 2)]
        yield from ((first, last, group) for first, last in told)


def _parted(tokens: Tokens, group: Phrase, whose: int) -> bool:
    """Tell whether "its" may be another's: a sentence or a name stands before it, or a comma."""
    between = range(group.last + 1, whose)
    if tokens.lower[whose] == "whose":
        return len(between) > 1
    return any(tokens.words[n] in _PARTS or tokens.capital(n) for n in between)
