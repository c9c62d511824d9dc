"""Names held out of two countries' lists: found again, and seldom placed wrongly.

The benchmark's own questions (``scripts/bench gazetteer``), few of them: its full run prints more.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
DUMPS = ROOT.parent / "shared" / "gazetteer"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["held out"]

pytestmark = pytest.mark.skipif(not DUMPS.is_dir(), reason="the gazetteers of ../shared are absent")


@pytest.fixture(scope="module")
def bench() -> Iterator[ModuleType]:
    """The benchmark's package, importable while this module runs."""
    sys.path.insert(0, str(ROOT / "scripts"))
    package = import_module("bench_gazetteer")
    for name in ("dump", "ours", "protocol", "scoring"):
        import_module(f"bench_gazetteer.{name}")
    yield package
    sys.path.remove(str(ROOT / "scripts"))
    for name in [name for name in sys.modules if name.startswith("bench_gazetteer")]:
        sys.modules.pop(name)


@pytest.mark.parametrize("country", sorted(FLOORS))
def test_names_that_the_list_lacks_are_found_or_left_open(bench: Any, country: str) -> None:
    rows = bench.dump.read_dump(DUMPS / f"{country}.zip")
    experiment = bench.protocol.hold_out(rows, most=400, seed=2)
    engine = bench.ours.open_ours(experiment.rows)
    for context, floors in FLOORS[country].items():
        tally = bench.scoring.Tally.of(bench.scoring.ask_all(engine, experiment.cases, context))
        assert tally.at_5 >= floors["found among five"], (country, context, tally)
        assert tally.wrong <= floors["wrong at most"], (country, context, tally)
        assert tally.resolved >= floors["answered"], (country, context, tally)
