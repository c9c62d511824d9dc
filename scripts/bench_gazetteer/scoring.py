"""Ask an engine the questions of an experiment, and count."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bench_gazetteer.dump import distance_km
from bench_gazetteer.protocol import Case

__all__ = [
    "CONTEXTS",
    "Answer",
    "Engine",
    "Line",
    "Outcome",
    "Spot",
    "Tally",
    "ask_all",
    "mark",
    "percentile",
]

#: What an engine is told beside the name.
CONTEXTS = ("alone", "name", "point")
_WRONG_KM = 20.0

Spot = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, and candidates best first: id, longitude and latitude in degrees."""

    status: str
    spots: tuple[Spot, ...]


class Engine(Protocol):
    """Something that is asked for places by name.

    ``most`` is how many questions it has time for, None for all; ``contexts`` are those of
    ``CONTEXTS`` that mean something to it.
    """

    label: str
    most: int | None
    contexts: tuple[str, ...]

    def ask(self, name: str, context_name: str | None, point: tuple[float, float] | None) -> Answer:
        """Answer for a name, given the name or the point of a place nearby."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one question went; ``rank`` is the right candidate's, from 1, and 0 without one.

    ``blind`` is a wrong answer that is not even known by the spelling that was asked for.
    """

    rank: int
    resolved: bool
    wrong: bool
    blind: bool
    seconds: float


def ask_all(engine: Engine, cases: Sequence[Case], context: str) -> list[Outcome]:
    """Ask for each case; those without a place nearby are left out where one is to be given."""
    return list(_outcomes(engine, cases, context))


def _outcomes(engine: Engine, cases: Sequence[Case], context: str) -> Iterator[Outcome]:
    fitting = [case for case in cases if context == "alone" or case.point is not None]
    for case in fitting[: engine.most]:
        name = case.context_name if context == "name" else None
        point = case.point if context == "point" else None
        start = time.process_time()
        answer = engine.ask(case.asked, name, point)
        yield mark(case, answer, time.process_time() - start)


def mark(case: Case, answer: Answer, seconds: float) -> Outcome:
    """Compare an answer with the truth: wrong is what is resolved to more than 20 km away."""
    ranks = (at for at, spot in enumerate(answer.spots, 1) if spot[0] in case.right)
    resolved = answer.status == "resolved" and bool(answer.spots)
    there = (case.row.lon, case.row.lat)
    wrong = resolved and distance_km(answer.spots[0][1:], there) > _WRONG_KM
    return Outcome(
        rank=next(ranks, 0),
        resolved=resolved,
        wrong=wrong,
        blind=wrong and answer.spots[0][0] not in case.namesakes,
        seconds=seconds,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Shares (0 to 1) of the questions, and microseconds of CPU per question."""

    asked: int
    at_1: float
    at_5: float
    resolved: float
    wrong: float
    blind: float
    p50_us: float
    p95_us: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> Tally:
        """Count; nothing asked counts as nothing found."""
        asked = len(outcomes)
        whole = max(1, asked)
        return cls(
            asked=asked,
            at_1=sum(each.rank == 1 for each in outcomes) / whole,
            at_5=sum(1 <= each.rank <= 5 for each in outcomes) / whole,
            resolved=sum(each.resolved for each in outcomes) / whole,
            wrong=sum(each.wrong for each in outcomes) / whole,
            blind=sum(each.blind for each in outcomes) / whole,
            p50_us=percentile([each.seconds for each in outcomes], 50) * 1e6,
            p95_us=percentile([each.seconds for each in outcomes], 95) * 1e6,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One engine in one scenario, with our own tally over the same questions."""

    country: str
    scenario: str
    context: str
    engine: str
    tally: Tally
    ours: Tally


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that so many percent do not exceed, 0 for none."""
    ordered = sorted(values) or [0.0]
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]
