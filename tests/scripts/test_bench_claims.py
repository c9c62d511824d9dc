"""The benchmark of claims, on the examples and on one labelled report."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, shipped_home: Path):
    """The benchmark's package, importable for one test."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    monkeypatch.setenv("FRONTMAP_HOME", str(shipped_home))
    yield import_module("bench_claims.__main__")
    for name in [name for name in sys.modules if name.startswith("bench_claims")]:
        sys.modules.pop(name)


def test_without_labels_it_says_so_and_measures_the_examples(bench, tmp_path, capsys) -> None:
    assert bench.main(["seeds", "--shared", str(tmp_path), "--many", "20"]) == 0
    shown = capsys.readouterr()
    assert shown.err.startswith("bench: ")
    assert "is not here, so nothing is scored" in shown.err
    assert "reports/s" in shown.out
    assert "after      20 reports" in shown.out


@pytest.mark.skipif(
    not (SHARED / "tools" / "score_claims.py").is_file(),
    reason="the scorer of ../shared is not here",
)
def test_a_perfect_reader_scores_one_and_half_a_reader_half(bench, tmp_path) -> None:
    claims = [
        {
            "id": f"001-0{n}", "doc": "001", "quote": f"they took Town{n}", "char_start": 20 * n,
            "char_end": 20 * n + 15, "actor": "rebels", "actor_side": "opposition",
            "action": "capture", "status": "occurred", "claimant": "outlet", "place": f"Town{n}",
            "head_toponym": f"Town{n}", "lat": 35.0 + n, "lon": 37.0, "tolerance_km": 5,
            "when": "2024-12-05", "core": True,
        }
        for n in range(4)
    ]  # fmt: skip
    path = tmp_path / "mine.yaml"
    path.write_text(yaml.safe_dump({"claims": claims}), encoding="utf-8")
    (tmp_path / "index.csv").write_text("id,theatre\n001,syria\n", encoding="utf-8")
    scoring = import_module("bench_claims.scoring")
    labels = scoring.Labels(path=path, scorer=SHARED / "tools" / "score_claims.py")
    whole = scoring.score(claims, labels)
    assert set(whole.f1.values()) == {1.0}
    half = scoring.score(claims[:2], labels)
    assert (half.recall["L4 +claimant"], half.precision["L4 +claimant"]) == (0.5, 1.0)
    groups = {each.group: each.labels for each in scoring.score_groups(claims, labels)}
    assert (groups["syria"], groups["gain"], groups["hold"]) == (4, 4, 0)
