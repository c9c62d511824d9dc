"""``frontmap review``: the questions, and the answers that later runs obey."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.maps.reading import said_on

REPORT = (
    " date 2024-12-04\n\nFighters near Hama\n\n"
    "Opposition fighters captured the village of Qwertyville on Tuesday, the army said. "
    "They clashed with government forces in Qwertyville. "
    "Government forces retreated from Khattab, the Observatory said.\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with one report, where a user stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "monday.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def test_questions_are_listed_with_quote_claimant_and_why(desk: Path, run: Callable) -> None:
    done = run("review", "monday.txt", "--theatre", "syria")
    assert done.code == 0
    first = done.out.splitlines()
    assert first[0].startswith("1. unresolved: ")
    assert "captured the village of Qwertyville" in first[1]
    assert "[opposition] capture, occurred, at “the village of Qwertyville”" in first[2]
    assert done.err.rstrip().endswith("answer them with --ask, or write decisions.csv by hand")
    assert not (desk / "decisions.csv").exists()


def test_questions_as_json(desk: Path, run: Callable) -> None:
    done = run("review", "monday.txt", "--theatre", "syria", "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert rows[0]["kind"] == "unresolved"
    assert rows[0]["change"] >= rows[-1]["change"]
    assert set(rows[0]) >= {"claims", "doc", "quote", "place", "candidates", "why"}


def test_answers_in_the_terminal_are_kept_and_obeyed(desk: Path, run: Callable) -> None:
    answers = "what?\n36.5,35.5\nq\n"
    asked = run("review", "monday.txt", "--theatre", "syria", "--ask", stdin=answers)
    assert asked.code == 0
    assert "LON,LAT a point" in asked.out
    assert "decisions.csv: 1 decisions added" in asked.err
    done = run("claims", "monday.txt", "--theatre", "syria")
    placed = {c["place"]: c for c in map(json.loads, done.out.splitlines())}
    village = placed["the village of Qwertyville"]
    assert (village["lon"], village["lat"], village["reviewed"]) == (36.5, 35.5, "accept")
    assert done.err == "decisions.csv: 1 of 1 decisions used\n"
    again = run("review", "monday.txt", "--theatre", "syria", "--json")
    assert "captured the village" not in again.out


def test_a_rejected_claim_is_listed_in_the_map_as_set_aside(desk: Path, run: Callable) -> None:
    answers = "r a rumour\nq\n"
    run("review", "monday.txt", "--theatre", "syria", "--ask", stdin=answers)
    done = run("draw", "monday.txt", "--theatre", "syria", "-o", "map.html")
    assert done.code == 0
    assert "rejected" in done.out
    assert "a rumour" in said_on(desk / "map.html")


def test_no_answer_writes_nothing(desk: Path, run: Callable) -> None:
    done = run("review", "monday.txt", "--theatre", "syria", "--ask", stdin="")
    assert (done.code, done.err.splitlines()[-1]) == (0, "nothing was decided")
    assert not (desk / "decisions.csv").exists()


def test_a_wrong_row_stops_before_anything_is_written(desk: Path, run: Callable) -> None:
    (desk / "decisions.csv").write_text("claim,decision\nx,perhaps\n", encoding="utf-8")
    done = run("draw", "monday.txt", "-o", "map.html")
    assert done.code == 2
    assert done.err == (
        "frontmap: decisions.csv, line 2, field 'decision': 'perhaps' is none of accept, reject\n"
    )
    assert not (desk / "map.html").exists()
