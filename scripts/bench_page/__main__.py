"""Measure the page of many claims beside other ways to map them, in one run, as ratios."""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench_page.assets import MissingError, inlined
from bench_page.made import situation
from bench_page.peers import PEERS, frontmap
from bench_page.watch import Watch
from claims.situation import Situation

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[2]
OURS = "frontmap"
# What is promised of 10,000 and of 50,000 claims and of the seeds' map; times are medians.
LIMITS: Mapping[str, Mapping[str, float]] = {
    "10000": {
        "file_mb": 1.7, "generation_s": 0.25, "ready_ms": 400, "heap_mb": 8, "toggle_ms": 33,
        "filter_ms": 33, "step_ms": 33, "drag_p95_ms": 20,
    },
    "50000": {"file_mb": 8, "ready_ms": 1200, "toggle_ms": 100},
    "seeds": {"file_mb": 0.6, "ready_ms": 150},
}  # fmt: skip
COLUMNS = (
    "file_mb", "generation_s", "ready_ms", "heap_mb", "toggle_ms", "filter_ms", "step_ms",
    "drag_p95_ms", "requests", "complaints",
)  # fmt: skip
_Row = dict[str, Any]
_Way = Callable[[Situation], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What measures: a browser, the folder of the files that it opens, and how often."""

    watch: Watch
    room: Path
    times: int


def main(words: Sequence[str] | None = None) -> int:
    """Print a table for each number of claims and write all of it as JSON."""
    asked = _parser().parse_args(words)
    rows: dict[str, dict[str, _Row]] = {}
    seeds = asked.shared / "reports" / "seeds"
    with tempfile.TemporaryDirectory() as room, Watch() as watch:
        desk = Desk(watch=watch, room=Path(room), times=asked.times)
        for count in asked.numbers:
            ways = {OURS: frontmap} | (PEERS if not rows and not asked.alone else {})
            rows[str(count)] = _compared(situation(count), ways, desk)
            _print(str(count), rows[str(count)])
        if seeds.is_dir():
            rows["seeds"] = _compared(_read(seeds), {OURS: frontmap}, desk)
            _print("seeds", rows["seeds"])
        else:
            print(f"bench: {seeds} is not here, so the map of the seeds is not measured")
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/bench page", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[10_000, 50_000], metavar="N",
                        help="claims; peers map the first (default: %(default)s)")  # fmt: skip
    parser.add_argument("--times", type=int, default=5, metavar="N",
                        help="runs of each that count (default: %(default)s)")  # fmt: skip
    parser.add_argument("--alone", action="store_true", help="without peers")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR",
                        help="holds reports/seeds")  # fmt: skip
    return parser


def _read(folder: Path) -> Situation:
    import frontmap as package

    return package.assess([folder])


def _compared(made: Situation, ways: Mapping[str, _Way], desk: Desk) -> dict[str, _Row]:
    rows: dict[str, _Row] = {}
    pages: dict[str, Path] = {}
    for number, (name, way) in enumerate(ways.items()):
        pages[name] = desk.room / f"{number}.html"
        try:
            rows[name] = _generated(way, made, pages[name], desk.times)
        except (MissingError, ImportError) as problem:
            print(f"bench: {name} is left out: {problem}", file=sys.stderr)
    # In turns: what else the machine does then slows one page as much as another.
    ready = [{name: desk.watch.ready(pages[name]) for name in rows} for _ in range(desk.times)]
    for name, row in rows.items():
        row["ready_ms"] = statistics.median(each[name] for each in ready)
        row.update(desk.watch.cost(pages[name], ours=ways[name] is frontmap))
    return rows


def _generated(way: _Way, made: Situation, page: Path, times: int) -> _Row:
    way(made)  # imports and caches are not what is compared
    spent, html = [], ""
    for _ in range(times if way is frontmap else max(2, times // 2)):
        gc.collect()
        before = time.process_time()
        html = way(made)
        spent.append(time.process_time() - before)
    page.write_text(html if way is frontmap else inlined(html), encoding="utf-8")
    return {"file_mb": page.stat().st_size / 1e6, "generation_s": statistics.median(spent)}


def _print(count: str, rows: Mapping[str, _Row]) -> None:
    print(f"\n{count} claims" if count.isdigit() else f"\nthe {count}' map")
    print(f"{'':<30}" + "".join(f"{column:>14}" for column in COLUMNS))
    limits = LIMITS.get(count, {})
    for name, row in rows.items():
        print(f"{name:<30}" + "".join(_cell(row[column]) for column in COLUMNS))
        if name == OURS:
            print(f"{'  at most':<30}" + "".join(_cell(limits.get(column)) for column in COLUMNS))
        else:
            own = (_ratio(rows[OURS][column], row[column]) for column in COLUMNS)
            print(f"{'  frontmap is to it':<30}" + "".join(own))


def _cell(value: float | None) -> str:
    return f"{'' if value is None else f'{value:,.2f}' if value < 10 else f'{value:,.0f}':>14}"


def _ratio(ours: float | None, theirs: float | None) -> str:
    return f"{f'{ours / theirs:.2f} x' if ours is not None and theirs else '':>14}"


if __name__ == "__main__":
    sys.exit(main())
