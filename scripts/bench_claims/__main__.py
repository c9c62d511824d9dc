"""Score the claims read from labelled reports, by level, theatre and action, and time it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from bench_claims.reading import Desk, Maker, growth_of_memory, read_folder, speed
from bench_claims.scoring import LEVELS, Labels, Score, score, score_groups
from frontmap.garbage import look_seldom

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())


def main(words: Sequence[str] | None = None) -> int:
    """Print scores where labels are, then the speed; with a model, both readers side by side."""
    asked = _parser().parse_args(words)
    look_seldom()  # as the command line does
    desk = Desk(asked.home)
    folders = [asked.shared / "reports" / name for name in asked.sets]
    found = [folder for folder in folders if folder.is_dir()]
    for folder in found:
        _score(folder, asked.shared, desk, asked)
    for folder in sorted(set(folders) - set(found)):
        print(f"bench: {folder} is not here, so nothing is scored against it", file=sys.stderr)
    _speed(found or EXAMPLES, desk, asked.many)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/bench claims", description=__doc__)
    parser.add_argument("sets", nargs="*", default=["seeds", "dev"], metavar="SET",
                        help="folders of labelled reports (default: %(default)s)")  # fmt: skip
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR",
                        help="holds reports/SET, reports/labels/SET.yaml and tools/")  # fmt: skip
    parser.add_argument("--home", type=Path, metavar="DIR",
                        help="where countries were added (FRONTMAP_HOME)")  # fmt: skip
    parser.add_argument("--model", metavar="NAME", help="a language model to set beside the rules")
    parser.add_argument("--model-url", metavar="URL", help="where it is served")
    parser.add_argument("--many", type=int, default=0, metavar="N",
                        help="also read N reports in a row and show the memory")  # fmt: skip
    return parser


def _score(folder: Path, shared: Path, desk: Desk, asked: argparse.Namespace) -> None:
    labels = Labels(
        path=shared / "reports" / "labels" / f"{folder.name}.yaml",
        scorer=shared / "tools" / "score_claims.py",
    )
    records = read_folder(folder, desk)
    print("\n".join(_table(f"{folder.name}: rules", [score(records, labels)])))
    if asked.model:
        theirs = read_folder(folder, desk, _maker(asked.model, asked.model_url))
        print("\n".join(_table(f"{folder.name}: {asked.model}", [score(theirs, labels)])))
    print("\n".join(_table(f"{folder.name}: rules by group", [*score_groups(records, labels)])))


def _maker(model: str, url: str | None) -> Maker:
    from claims.model import LOOPBACK, ModelSettings, model_extractor

    key = os.environ.get("FRONTMAP_MODEL_KEY", "")
    return partial(model_extractor, ModelSettings(model=model, url=url or LOOPBACK, key=key))


def _table(title: str, scores: Sequence[Score]) -> Iterator[str]:
    heads = "".join(f"{name.partition(' ')[0] + ' P/R/F1':>18}" for name in LEVELS)
    yield f"\n{title}"
    yield f"{'':<16}{'labels':>7}{'read':>6}{heads}{'L3 core':>9}{'status':>8}{'date':>7}"
    for each in scores:
        cells = "".join(
            f"{each.precision[n]:>8.2f}{each.recall[n]:>5.2f}{each.f1[n]:>5.2f}" for n in LEVELS
        )
        yield (
            f"{each.group:<16}{each.labels:>7}{each.read:>6}{cells}{each.core_recall[LEVELS[3]]:>9.2f}"
            f"{each.status:>8.2f}{each.date:>7.2f}"
        )
    if len(scores) == 1:
        yield (
            f"planned, failed or denied given as fact: {scores[0].irrealis_as_fact}; "
            f"background toponyms mapped: {scores[0].background}"
        )


def _speed(folders: Sequence[Path], desk: Desk, many: int) -> None:
    found = speed(folders, desk)
    print(
        f"\nrules over {found.reports} reports of {found.characters} characters, one core:\n"
        f"  claims read:              {found.read_per_s:>7.0f} reports/s\n"
        f"  read, placed, compared:   {found.placed_per_s:>7.0f} reports/s"
    )
    for count, peak_mb in growth_of_memory(folders, desk, number=many, every=max(1, many // 10)):
        print(f"  after {count:>7} reports: {peak_mb:.0f} MB at most")


if __name__ == "__main__":
    sys.exit(main())
