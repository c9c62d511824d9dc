"""Sources that a project names otherwise, or no longer: no report is lost, doubled or left over."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claims.ledger.file import Ledger
from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from tests.frontmap.refresh.projects import make_project, no_client, write_report

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)
_MORE = '\n[[sources]]\nname = "{name}"\nkind = "folder"\npath = "more/reports"\n'


def _run(project: Path, told: Callable[[str], None] = print, *, now: datetime = _NOW) -> Refreshed:
    return refresh(read_project(project, {}), now=now, client=no_client, tell=told)


def _claims(project: Path) -> list[dict]:
    lines = (project.parent / "out" / "claims.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a second source of one report."""
    write_report(tmp_path / "desk" / "more", 9)
    return make_project(tmp_path / "desk", more=_MORE.format(name="more"))


def _rewritten(project: Path, old: str, new: str) -> None:
    text = project.read_text("utf-8")
    assert old in text
    project.write_text(text.replace(old, new), "utf-8")


def _write_of_ukraine(project: Path) -> Path:
    path = project.parent / "reports" / "other.txt"
    path.write_text(
        " date 2024-12-04\n\nRussian troops entered Pokrovsk in Donetsk oblast, the Ukrainian "
        "General Staff said. Ukrainian forces hold Kurakhove, Kyiv said.\n", "utf-8"
    )  # fmt: skip
    return path


def test_what_a_source_gave_leaves_the_map_with_it(project: Path) -> None:
    assert _run(project).claims == 8
    _rewritten(project, _MORE.format(name="more"), "")
    done = _run(project)
    assert (done.outcome, done.received.gone, done.claims) == (Outcome.PUBLISHED, 1, 6)
    assert "report-00009" not in {claim["doc"] for claim in _claims(project)}
    assert _run(project).outcome is Outcome.NOTHING_NEW


def test_a_source_that_comes_back_is_asked_for_everything(project: Path) -> None:
    _run(project)
    whole = _claims(project)
    with Ledger(project.parent / ".frontmap" / "ledger.sqlite") as ledger:
        ledger.keep_source_state("more", '{"entries": {"x": "dealt with"}}')
    _rewritten(project, _MORE.format(name="more"), "")
    _run(project)
    with Ledger(project.parent / ".frontmap" / "ledger.sqlite") as ledger:
        assert ledger.source_state("more") == ""
    project.write_text(project.read_text("utf-8") + _MORE.format(name="more"), "utf-8")
    assert _run(project).claims == 8
    assert _claims(project) == whole


def test_another_name_for_a_source_changes_nothing_on_the_map(project: Path) -> None:
    _run(project)
    whole = _claims(project)
    _rewritten(project, 'name = "more"', 'name = "stringers"')
    assert _run(project).outcome is Outcome.NOTHING_NEW
    assert _claims(project) == whole


def test_the_old_text_that_stands_elsewhere_is_read_as_itself(project: Path) -> None:
    first = project.parent / "reports" / "report-00000.txt"
    first.with_name("zcopy.txt").write_bytes(first.read_bytes())
    assert _run(project).claims == 8
    write_report(project.parent, 0, town="Atshan")
    done = _run(project)
    assert done.claims == 10
    claims = _claims(project)
    assert len({claim["id"] for claim in claims}) == 10
    places = {claim["doc"]: claim["place"] for claim in claims}
    assert "Atshan" in places["report-00000"]
    assert "Suran" in places["report-00000-2"]


def test_a_report_that_was_put_aside_comes_back_when_the_theatre_is_set_right(
    project: Path,
) -> None:
    _rewritten(project, 'theatre = "syria"', 'theatre = "ukraine"')
    other = _write_of_ukraine(project)
    told: list[str] = []
    assert _run(project, told.append).claims > 0
    assert len(told) == 4
    assert all("reads like a report on syria" in line for line in told)
    other.unlink()
    _rewritten(project, 'theatre = "ukraine"', 'theatre = "syria"')
    done = _run(project)
    assert (done.received.new, done.claims) == (4, 8)


def test_reports_that_were_taken_are_judged_again_for_another_theatre(project: Path) -> None:
    _rewritten(project, 'theatre = "syria"\n', "")
    _write_of_ukraine(project)
    told: list[str] = []
    assert _run(project, told.append).claims > 8
    assert told == []
    _rewritten(project, "[project]\n", '[project]\ntheatre = "syria"\n')
    done = _run(project, told.append)
    assert (done.outcome, done.exit_code, done.claims) == (Outcome.PUBLISHED, 3, 8)
    (line,) = told
    assert line.startswith("reports/other.txt: reads like a report on ukraine")
    assert _run(project, told.append).outcome is Outcome.NOTHING_NEW
    assert told == [line]


def test_a_source_under_another_name_is_taken_out_as_itself(project: Path) -> None:
    _run(project)
    _rewritten(project, 'name = "more"', 'name = "stringers"')
    _run(project)
    _rewritten(project, _MORE.format(name="stringers"), "")
    assert (_run(project).received.gone, _run(project).received.gone) == (1, 0)


def test_a_report_from_the_future_is_read_when_its_day_has_come(project: Path) -> None:
    path = write_report(project.parent, 11)
    path.write_text(path.read_text("utf-8").replace("2024-12-04", "2025-01-20"), "utf-8")
    told: list[str] = []
    assert _run(project, told.append).claims == 8
    assert "to come" in told[0]
    assert _run(project, now=_NOW + timedelta(days=12)).claims == 10


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_utf8_is_read_and_told(project: Path) -> None:
    first = write_report(project.parent, 12)
    try:
        first.rename(first.with_name(os.fsdecode(b"report-\xff12.txt")))
    except OSError as error:
        pytest.skip(f"this file system has no such names ({error.strerror})")
    assert _run(project).claims == 10
    assert "report-\\xff12" in {claim["doc"] for claim in _claims(project)}
    assert _run(project).outcome is Outcome.NOTHING_NEW
