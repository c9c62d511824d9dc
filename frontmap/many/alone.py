"""What one report claims, read by itself: the same wherever and beside whatever it is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from claims.apart import joined, own_piece, parted
from claims.assess import assess, open_gazetteer
from claims.ledger.grounds import rules_print
from claims.sides.theatre_files import load_theatre, recognise_theatre
from claims.written.decisions import Decisions
from claims.written.records import claim_records
from frontmap.engines.engine import EngineError
from gazetteer.meaning.corrections import Corrections

if TYPE_CHECKING:
    from claims.extractor import Extractor
    from claims.report import Report
    from claims.sides.theatre import Theatre
    from claims.situation import Situation
    from gazetteer.index import Gazetteer

__all__ = ["AloneTask", "Told"]

# Gazetteers at once, some MB each: reports come from many wars, each naming a neighbour or two.
_OPEN = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report claims.

    Parameters
    ----------
    lines
        A JSON object for each claim, in the order of the text.
    unread
        A line for each part of it that could not be read: why, and what to do.
    met, decided
        Lines of the corrections and decisions that it met.
    ground, places
        What it was read with, and the fingerprint of the places known there.
    """

    lines: tuple[str, ...]
    unread: tuple[str, ...]
    met: frozenset[int]
    decided: frozenset[int]
    ground: str
    places: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneTask:
    """Reads each report by itself, with the theatre that is told or the one it speaks of.

    Parameters
    ----------
    rules
        The fingerprint of the rules, so that a worker of another version is found out.
    """

    theatre: str | None = None
    as_of: datetime | None = None
    corrections: Corrections = field(default_factory=Corrections)
    decisions: Decisions = field(default_factory=Decisions)
    extractor: Callable[[Theatre], Extractor] | None = None
    rules: str = field(default_factory=rules_print)

    def begin(self) -> Callable[[Report], Told]:
        """Return what reads a report and tells what it claims."""
        situation = self.begin_with_places()
        return lambda report: _told(*situation(report))

    def begin_with_places(self) -> Callable[[Report], tuple[Situation, tuple[_Ground, ...]]]:
        """Return what reads a report, with gazetteers that stay open.

        A digest of several wars is read in pieces, each with its own ground.

        Raises
        ------
        EngineError
            This is another version of frontmap than the one that asks.
        """
        if rules_print() != self.rules:
            raise EngineError("a worker has another version of frontmap; install the same there")
        known = load_theatre(self.theatre) if self.theatre else None
        opened = lru_cache(maxsize=_OPEN)(self._opened)

        def read(report: Report) -> tuple[Situation, tuple[_Ground, ...]]:
            days = [report.published.date() if report.published else None]
            parts = () if known else parted([report], ())
            if len(parts) < 2:
                ground = opened(known or recognise_theatre([report.text], days))
                return self._read(report, ground), (ground,)
            grounds = tuple(opened(part.theatre) for part in parts)
            found = [
                (part, self._read(own_piece(report, part), ground))
                for part, ground in zip(parts, grounds, strict=True)
            ]
            return joined(found, reports=[report]), grounds

        return read

    def _read(self, report: Report, ground: _Ground) -> Situation:
        ground.corrections.met.clear()
        ground.decisions.met.clear()
        return assess(
            [report], theatre=ground.theatre, as_of=self.as_of, gazetteer=ground.gazetteer,
            corrections=ground.corrections, decisions=ground.decisions,
            extractor=self.extractor,
        )  # fmt: skip

    def _opened(self, theatre: Theatre) -> _Ground:
        gazetteer = open_gazetteer(theatre)
        held = self.corrections.held_by(gazetteer)
        return _Ground(
            theatre=theatre, gazetteer=gazetteer, corrections=held.afresh(),
            decisions=Decisions(self.decisions.rows, self.decisions.path),
            places=gazetteer.fingerprint,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """A theatre with its open gazetteer, and the user's own files as far as it can answer them."""

    theatre: Theatre
    gazetteer: Gazetteer
    corrections: Corrections
    decisions: Decisions
    places: str


def _told(situation: Situation, grounds: Sequence[_Ground]) -> Told:
    theatres = [ground.theatre for ground in grounds]
    return Told(
        lines=tuple(_lines(situation)),
        unread=tuple(situation.unread.values()),
        met=frozenset(chain.from_iterable(ground.corrections.met for ground in grounds)),
        decided=frozenset(chain.from_iterable(ground.decisions.met for ground in grounds)),
        ground=" + ".join(" ".join((each.id, *each.countries)) for each in theatres),
        places=" ".join(ground.places for ground in grounds),
    )


def _lines(situation: Situation) -> Iterator[str]:
    return (json.dumps(r, ensure_ascii=False, allow_nan=False) for r in claim_records(situation))
