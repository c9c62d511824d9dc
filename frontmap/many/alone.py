"""What one report claims, read by itself: the same wherever and beside whatever it is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

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
    met, decided
        Lines of the corrections and decisions that it met.
    ground, places
        What it was read with, and the fingerprint of the places known there.
    """

    lines: tuple[str, ...]
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

    def begin_with_places(self) -> Callable[[Report], tuple[Situation, _Ground]]:
        """Return what reads a report, with gazetteers that stay open.

        Raises
        ------
        EngineError
            This is another version of frontmap than the one that asks.
        """
        if rules_print() != self.rules:
            raise EngineError("a worker has another version of frontmap; install the same there")
        known = load_theatre(self.theatre) if self.theatre else None
        opened = lru_cache(maxsize=_OPEN)(self._opened)

        def read(report: Report) -> tuple[Situation, _Ground]:
            days = [report.published.date() if report.published else None]
            ground = opened(known or recognise_theatre([report.text], days))
            ground.corrections.met.clear()
            ground.decisions.met.clear()
            found = assess(
                [report], theatre=ground.theatre, as_of=self.as_of, gazetteer=ground.gazetteer,
                corrections=ground.corrections, decisions=ground.decisions,
                extractor=self.extractor,
            )  # fmt: skip
            return found, ground

        return read

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


def _told(situation: Situation, ground: _Ground) -> Told:
    return Told(
        lines=tuple(_lines(situation)),
        met=frozenset(ground.corrections.met), decided=frozenset(ground.decisions.met),
        ground=" ".join((ground.theatre.id, *ground.theatre.countries)), places=ground.places,
    )  # fmt: skip


def _lines(situation: Situation) -> Iterator[str]:
    return (json.dumps(r, ensure_ascii=False, allow_nan=False) for r in claim_records(situation))
