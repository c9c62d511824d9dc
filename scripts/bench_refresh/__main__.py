"""Measure refreshes of a project of many reports, and the engines that read them, in one run."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from bench_refresh.made import THEATRE, add_report, make_project
from bench_refresh.spent import Spent, frontmap, least

__all__ = ["main"]

# What is promised of 10,000 reports; the engines with two cores and two processes.
_NOTHING_NEW_CPU_S = 2.0
_ONE_MORE_CPU_S = 3.0
_PROCESS_TIMES = 1.6
_TIMES = 3


def main(words: Sequence[str] | None = None) -> int:
    """Print one table; return 1 where the engines read different claims."""
    asked = _parser().parse_args(words)
    environment = os.environ | ({"FRONTMAP_HOME": str(asked.home)} if asked.home else {})
    with tempfile.TemporaryDirectory() as room:
        bench = _Bench(
            project=make_project(Path(room, "desk"), asked.number),
            run=partial(frontmap, environment=environment),
            numbers=count(asked.number),
        )
        print(f"{f'{asked.number:,} reports':<40}{'CPU s':>9}{'wall s':>9}")
        bench.refreshes()
        return 0 if bench.engines(Path(room), asked.processes) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/bench refresh", description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=10_000, metavar="N",
                        help="reports (default: %(default)s)")  # fmt: skip
    parser.add_argument("--processes", type=int, default=2, metavar="N",
                        help="of the engine process (default: %(default)s)")  # fmt: skip
    parser.add_argument("--home", type=Path, metavar="DIR",
                        help="where countries were added (FRONTMAP_HOME)")  # fmt: skip
    return parser


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bench:
    """A project, what runs frontmap, and the numbers of reports that it has not yet."""

    project: Path
    run: Callable[..., Spent]
    numbers: Iterator[int]

    def refreshes(self) -> None:
        """Measure what cron would start, one after the other."""
        _show("first refresh", self._refresh("published"))
        _show("nothing new", least(lambda: self._refresh("nothing new"), _TIMES))
        _show_limit(_NOTHING_NEW_CPU_S)
        drawing = least(lambda: self._refresh("published", "--force"), _TIMES)
        _show("drawing alone (--force)", drawing)
        one_new = least(self._one_new, _TIMES)
        _show("one new report", one_new)
        cpu_s, wall_s = one_new.cpu_s - drawing.cpu_s, one_new.wall_s - drawing.wall_s
        print(f"{'  more than drawing alone':<40}{cpu_s:>9.2f}{wall_s:>9.2f}")
        _show_limit(_ONE_MORE_CPU_S)
        _show("frontmap verify", self.run("verify", self.project))

    def _refresh(self, outcome: str, *options: str) -> Spent:
        """Refresh once; what ended in another way than its line says would measure nothing."""
        spent = self.run("refresh", self.project, "--json", *options)
        if (ended := json.loads(spent.said)["outcome"]) != outcome:
            raise RuntimeError(f"a refresh ended as {ended!r} where {outcome!r} is measured")
        return spent

    def _one_new(self) -> Spent:
        add_report(self.project, next(self.numbers))
        return self._refresh("published")

    def engines(self, room: Path, processes: int) -> bool:
        """Read the same reports with both engines; return whether the claims are the same."""
        spent: list[Spent] = []
        claims: list[Mapping[str, bytes]] = []
        for engine in ("local", f"process:{processes}"):
            into = room / engine.partition(":")[0]
            read = ("claims", self.project / "reports", "--theatre", THEATRE, "-o", f"{into}/")
            spent.append(self.run(*read, "--engine", engine))
            claims.append({path.name: path.read_bytes() for path in into.glob("*.jsonl")})
            _show(f"claims --engine {engine}", spent[-1])
        print(f"{'  times as soon':<49}{spent[0].wall_s / spent[1].wall_s:>9.2f}")
        print(f"{'  at least':<49}{_PROCESS_TIMES:>9.2f}")
        same = bool(claims[0]) and claims[0] == claims[1]
        print(f"{'  claims':<40}{'identical' if same else 'DIFFERENT':>18}")
        return same


def _show(name: str, spent: Spent) -> None:
    print(f"{name:<40}{spent.cpu_s:>9.2f}{spent.wall_s:>9.2f}", flush=True)


def _show_limit(cpu_s: float) -> None:
    print(f"{'  at most':<40}{cpu_s:>9.2f}")


if __name__ == "__main__":
    sys.exit(main())
