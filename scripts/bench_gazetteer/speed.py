"""How the index of names grows: build, size, opening, memory and the time of a question."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench_gazetteer.dump import Row
from bench_gazetteer.ours import Names, build_names, open_names
from bench_gazetteer.scoring import percentile
from bench_gazetteer.syllables import invent, misspell, scatter

__all__ = ["LARGE", "SIZES", "Growth", "measure"]

SIZES = (50_000, 500_000)
LARGE = 5_000_000
_QUESTIONS = 500

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What an index of so many names costs, in CPU time.

    "key" looks names up by their sound, "known" asks for names, "fuzzy" for misspellings, "near"
    for misspellings beside a point. MB are 1e6 bytes; a process of its own gives
    ``opened_ms`` (to the first answer) and ``memory_mb``.
    """

    names: int
    build_s: float
    file_mb: float
    opened_ms: float
    memory_mb: float
    key_p50_us: float
    key_p95_us: float
    known_p50_us: float
    known_p95_us: float
    fuzzy_p50_us: float
    fuzzy_p95_us: float
    near_p50_us: float
    near_p95_us: float


def measure(count: int, countries: Sequence[str], *, seed: int) -> Growth:
    """Invent so many names, index them in a temporary file as places of countries, and ask."""
    with tempfile.TemporaryDirectory() as room:
        path = Path(room, "names.sqlite")
        places = scatter(invent(count, seed=seed), countries, seed=seed)
        start = time.process_time()
        some = _build(path, places, count, seed)
        build_s = time.process_time() - start
        return Growth(
            names=count,
            build_s=build_s,
            file_mb=path.stat().st_size / 1e6,
            **_opening(path, some[0].names[0]),
            **_asking(open_names(path), some, random.Random(seed)),
        )


def _build(path: Path, places: Iterator[Row], count: int, seed: int) -> list[Row]:
    """Index places as they come, for millions do not fit in memory; return some to ask for."""
    numbers = set(random.Random(seed).sample(range(count), min(count, _QUESTIONS)))
    some: list[Row] = []

    def passing() -> Iterator[Row]:
        for number, row in enumerate(places):
            if number in numbers:
                some.append(row)
            yield row

    build_names(path, passing())
    return some


def _asking(names: Names, some: Sequence[Row], rng: random.Random) -> dict[str, float]:
    known = [row.names[0] for row in some]
    fuzzy = [misspell(name, rng) for name in known]
    # Other misspellings, so that no answer is remembered.
    again = [misspell(name, rng) for name in known]
    points = [[(row.lon + 0.05, row.lat)] for row in some]
    nowhere: list[list[Spot]] = [[] for _ in some]
    by_key = [_sounding_seconds(names, name) for name in known]
    figures = {
        "key_p50_us": percentile(by_key, 50) * 1e6,
        "key_p95_us": percentile(by_key, 95) * 1e6,
    }
    for kind, asked, near in (
        ("known", known, nowhere),
        ("fuzzy", fuzzy, nowhere),
        ("near", again, points),
    ):
        seconds = [_seconds(names, *each) for each in zip(asked, near, strict=True)]
        figures |= {
            f"{kind}_p50_us": percentile(seconds, 50) * 1e6,
            f"{kind}_p95_us": percentile(seconds, 95) * 1e6,
        }
    return figures


def _sounding_seconds(names: Names, name: str) -> float:
    start = time.process_time()
    names.sounding(name)
    return time.process_time() - start


def _seconds(names: Names, name: str, near: Sequence[Spot]) -> float:
    start = time.process_time()
    names.matches(name, near)
    return time.process_time() - start


def _opening(path: Path, name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "bench_gazetteer.opening", str(path), name]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told
