"""Every engine over the held-out spellings of a country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench_gazetteer.dump import read_dump
from bench_gazetteer.ours import open_ours
from bench_gazetteer.protocol import Experiment, across_scripts, hold_out
from bench_gazetteer.rivals import open_rivals
from bench_gazetteer.scans import OwnCities
from bench_gazetteer.scoring import CONTEXTS, Engine, Line, Tally, ask_all

__all__ = ["compare", "country"]

_TOLD = {"alone": "name alone", "name": "beside a name nearby", "point": "near a point"}


def country(path: Path, *, most: int, seed: int) -> Iterator[Line]:
    """Run every scenario on one dump, so many places each."""
    rows = read_dump(path)
    code = path.stem
    held = hold_out(rows, most=most, seed=seed)
    yield from compare(code, "held-out spelling", held, [OwnCities(code)])
    for from_latin, scenario in (
        (True, "Latin asked, only native known"),
        (False, "native asked, only Latin known"),
    ):
        asked = across_scripts(rows, most=most, seed=seed, from_latin=from_latin)
        yield from compare(code, scenario, asked)


def compare(
    code: str, scenario: str, experiment: Experiment, more: Sequence[Engine] = ()
) -> Iterator[Line]:
    """Ask our gazetteer and every rival the same questions, ours first."""
    ours, cases = open_ours(experiment.rows), experiment.cases
    # Alone comes first: later rounds find names in a memory, and are not timed.
    own = {context: ask_all(ours, cases, context) for context in CONTEXTS}
    for engine in (ours, *open_rivals(experiment.rows, len(cases)), *more):
        for context in engine.contexts:
            outcomes = own[context] if engine is ours else ask_all(engine, cases, context)
            yield Line(
                country=code,
                scenario=f"{scenario}, {_TOLD[context]}",
                context=context,
                engine=engine.label,
                tally=Tally.of(outcomes),
                # A slow engine got through the first few; ours counts over the same.
                ours=Tally.of(own[context][: len(outcomes)]),
            )
