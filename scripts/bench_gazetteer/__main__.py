"""Measure the gazetteer beside what a user would otherwise use."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench_gazetteer.accuracy import country
from bench_gazetteer.documents import Documents, documents
from bench_gazetteer.reading import Reading, read_all, reports_in
from bench_gazetteer.scoring import Line
from bench_gazetteer.speed import LARGE, SIZES, Growth, measure
from bench_gazetteer.table import (
    LEGEND,
    accuracy_table,
    documents_table,
    growth_table,
    reading_table,
)
from frontmap.garbage import look_seldom

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[2]
#: Nine places each: so many are asked for in all as by the other parts, or nearly.
_PER_DOCUMENT = 10
_PARTS = ("accuracy", "documents", "reading", "growth")


def main(words: Sequence[str] | None = None) -> int:
    """Run the parts that are asked for; 2 where something to measure is missing."""
    asked = _parser().parse_args(words)
    look_seldom()  # as the command line does
    record: dict[str, list[dict[str, object]]] = {}
    try:
        for part in asked.parts:
            record[part] = [asdict(each) for each in _RUNS[part](asked)]
    except FileNotFoundError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    if asked.json:
        asked.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    shared = ROOT.parent / "shared"
    parser = argparse.ArgumentParser(prog="scripts/bench gazetteer", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", type=_part, default=_PARTS,
                        help=f"{', '.join(_PARTS)}; all without a word")  # fmt: skip
    parser.add_argument("--countries", nargs="+", default=["SY", "UA", "IQ", "YE"], metavar="CC",
                        help="whose dumps to take (default: %(default)s)")  # fmt: skip
    parser.add_argument("--dumps", type=Path, default=shared / "gazetteer", metavar="DIR",
                        help="a folder of GeoNames' country dumps, CC.zip")  # fmt: skip
    parser.add_argument("--reports", type=Path, nargs="+", metavar="DIR",
                        default=[*sorted((ROOT / "examples").glob("*/")),
                                 shared / "reports" / "seeds", shared / "reports" / "dev"],
                        help="folders of reports as text")  # fmt: skip
    parser.add_argument("--n", type=int, default=3_000, help="places to ask for (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of all samples (%(default)s)")
    parser.add_argument("--large", action="store_true", help=f"grow to {LARGE:,} names; minutes")
    parser.add_argument("--invented", nargs="+", default=["SY"], metavar="CC",
                        help="countries of the invented names; of several families of languages"
                        " a question is asked once per family (default: %(default)s)")  # fmt: skip
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there too")
    return parser


def _part(word: str) -> str:
    if word not in _PARTS:
        raise argparse.ArgumentTypeError(f"{word!r} is no part; take {', '.join(_PARTS)}")
    return word


def _accuracy(asked: argparse.Namespace) -> Iterator[Line]:
    print(LEGEND)
    for code in asked.countries:
        lines = list(country(asked.dumps / f"{code}.zip", most=asked.n, seed=asked.seed))
        _show(accuracy_table(lines))
        yield from lines


def _documents(asked: argparse.Namespace) -> list[Documents]:
    found = [
        line
        for code in asked.countries
        for line in documents(
            asked.dumps / f"{code}.zip", most=asked.n // _PER_DOCUMENT, seed=asked.seed
        )
    ]
    _show(documents_table(found))
    return found


def _reading(asked: argparse.Namespace) -> list[Reading]:
    reports = reports_in(asked.reports)
    if not reports:
        raise FileNotFoundError(
            "no reports (*.txt) to read; give folders that hold some: --reports"
        )
    readings = read_all(reports)
    _show(reading_table(readings, len(reports)))
    return readings


def _growth(asked: argparse.Namespace) -> list[Growth]:
    sizes = (*SIZES, LARGE) if asked.large else SIZES
    growths = [measure(size, asked.invented, seed=asked.seed) for size in sizes]
    _show(growth_table(growths))
    return growths


_RUNS: dict[str, Callable[[argparse.Namespace], Sequence[Any]]] = {
    "accuracy": lambda asked: list(_accuracy(asked)),
    "documents": _documents,
    "reading": _reading,
    "growth": _growth,
}


def _show(lines: Iterator[str]) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
