"""Reading the reports of one ground with an engine: what ``claims.assess`` takes as ``read``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.assess import open_gazetteer
from claims.ledger.grounds import ground_print
from claims.reading import Ground, Reading, read_each, reader
from frontmap.engines.engine import Engine, EngineError, Failed
from frontmap.engines.local import LocalEngine

if TYPE_CHECKING:
    from claims.extractor import Extractor
    from claims.report import Report
    from claims.sides.theatre import Theatre
    from gazetteer.meaning.corrections import Corrections

__all__ = ["EngineReadings", "ReadTask"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """A ground without its open files, to be opened again where reports are read.

    Parameters
    ----------
    wanted
        The fingerprint of the ground.
    """

    theatre: Theatre
    corrections: Corrections
    extractor: Callable[[Theatre], Extractor] | None
    wanted: str

    @classmethod
    def of(cls, ground: Ground) -> ReadTask:
        """Return the task of reading with a ground."""
        return cls(
            theatre=ground.theatre, corrections=ground.corrections.afresh(),
            extractor=ground.extractor, wanted=ground_print(ground),
        )  # fmt: skip

    def begin(self) -> Callable[[Report], Reading]:
        """Open the ground; raise EngineError where it is another one than asked for."""
        ground = Ground(
            theatre=self.theatre, gazetteer=open_gazetteer(self.theatre),
            corrections=self.corrections, extractor=self.extractor,
        )  # fmt: skip
        if ground_print(ground) != self.wanted:
            raise EngineError(
                "a worker has other places, or another version of frontmap, than the run that asks "
                "it; install the same there, or use the engine local"
            )
        return reader(ground)


@dataclass(frozen=True, slots=True)
class EngineReadings:
    """Reads reports with an engine."""

    engine: Engine

    def __call__(self, ground: Ground, reports: Sequence[Report]) -> Iterator[Reading]:
        """Yield a reading for each report, in order; one that failed claims nothing."""
        if isinstance(self.engine, LocalEngine) or not reports:
            yield from read_each(ground, reports)
            return
        results = self.engine.run(ReadTask.of(ground), reports)
        for result in results:
            yield Reading(problem=str(result)) if isinstance(result, Failed) else result
