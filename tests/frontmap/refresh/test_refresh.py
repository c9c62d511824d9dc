"""A refresh reads what is new, publishes in one step, and leaves no trace where nothing is new."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from tests.frontmap.refresh.projects import make_project, no_client, run_project, write_report
from tests.maps.reading import said_on

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)


def _run(project: Path, told: list[str] | None = None, **options: object) -> Refreshed:
    told = [] if told is None else told
    chosen: dict = {"now": _NOW, "client": no_client, "tell": told.append, **options}
    return refresh(read_project(project, {}), **chosen)


def _bytes(project: Path) -> dict[str, bytes]:
    folder = project.parent
    every = (p for p in folder.rglob("*") if p.is_file() and "reports" not in p.parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in every}


def _claims(project: Path) -> list[dict]:
    lines = (project.parent / "out" / "claims.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "desk")


def test_the_first_run_publishes_everything(project: Path) -> None:
    done = _run(project)
    assert done.outcome is Outcome.PUBLISHED
    assert done.received.new == done.read_anew == 3
    assert done.outputs == ("out/map.html", "out/claims.jsonl", "out/more/claims.geojson")
    claims = _claims(project)
    assert len(claims) == done.claims == 6
    assert {claim["doc"] for claim in claims} == {f"report-0000{n}" for n in range(3)}


def test_a_run_without_news_starts_without_what_reads_and_draws(project: Path) -> None:
    run_project(project)
    code = (
        "import sys\nfrom frontmap.cli import main\n"
        "try: main()\n"
        "finally: print(sys.modules.keys() & {'claims.events.extract', 'folium', 'pandas'})"
    )
    command = [sys.executable, "-c", code, "refresh", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert "nothing new" in done.stdout
    assert done.stdout.endswith("set()\n")


def test_nothing_new_changes_no_byte_of_anything(project: Path) -> None:
    _run(project)
    before = _bytes(project)
    for hours in range(1, 10):
        done = _run(project, now=_NOW + timedelta(hours=hours))
        assert done.outcome is Outcome.NOTHING_NEW
    assert _bytes(project) == before


def test_only_what_is_new_is_read(project: Path) -> None:
    _run(project)
    write_report(project.parent, 7)
    done = _run(project)
    assert (done.received.new, done.read_anew, done.claims) == (1, 1, 8)


def test_a_refresh_in_steps_gives_the_bytes_of_one_in_whole(tmp_path: Path) -> None:
    whole, steps = make_project(tmp_path / "whole", reports=4), tmp_path / "steps"
    _run(whole)
    project = make_project(steps, reports=1)
    for number in range(1, 5):
        _run(project)
        if number < 4:
            write_report(steps, number)
    # The page and its manifest tell what changed since the step before as well.
    published = {n: b for n, b in _bytes(whole).items() if n.endswith(("jsonl", "geojson"))}
    assert {n: _bytes(project)[n] for n in published} == published
    assert len(published) == 2


def test_what_changed_is_told_on_the_map_and_in_files(tmp_path: Path) -> None:
    more = "".join(f'\n[[outputs]]\npath = "out/changes.{form}"\nchanges = true\n'
                   for form in ("md", "json", "atom"))  # fmt: skip
    project = make_project(tmp_path / "desk", more=more)
    _run(project)
    out = tmp_path / "desk" / "out"
    first = json.loads((out / "changes.json").read_text("utf-8"))
    assert first["counts"]["new"] == 6
    write_report(tmp_path / "desk", 0, town="Tel Rifaat")
    (tmp_path / "desk" / "reports" / "report-00002.txt").unlink()
    write_report(tmp_path / "desk", 8)
    _run(project, now=_NOW + timedelta(hours=1))
    told = json.loads((out / "changes.json").read_text("utf-8"))
    kinds = {each["kind"] for each in told["changes"]}
    assert kinds == {"new", "withdrawn", "corrected"}
    gone = [each for each in told["changes"] if each["kind"] == "withdrawn"]
    assert {each["why"] for each in gone} == {"report-gone"}
    assert "Tel Rifaat" in (out / "changes.md").read_text("utf-8")
    assert "map.html#claim=" in (out / "changes.atom").read_text("utf-8")
    page = out / "map.html"
    changed = page.read_bytes()
    page.unlink()
    _run(project, now=_NOW + timedelta(hours=1))
    assert page.read_bytes() == changed


def test_a_corrected_report_replaces_its_earlier_version(project: Path) -> None:
    _run(project)
    write_report(project.parent, 0, town="Tel Rifaat")
    done = _run(project)
    assert (done.received.new, done.received.corrected) == (0, 1)
    places = {claim["place"] for claim in _claims(project) if claim["doc"] == "report-00000"}
    assert all("Tel Rifaat" in place for place in places)
    assert len(_claims(project)) == 6
    page = said_on(project.parent / "out" / "map.html")
    assert page.count("corrected, replaces the version read on 10 Jan 2025") == 2


def test_a_report_that_went_is_off_the_map(project: Path) -> None:
    _run(project)
    (project.parent / "reports" / "report-00001.txt").unlink()
    done = _run(project)
    assert (done.received.gone, done.claims) == (1, 4)


def test_an_output_that_was_touched_is_written_again(project: Path) -> None:
    _run(project)
    page = project.parent / "out" / "map.html"
    whole = page.read_bytes()
    page.write_bytes(whole[: len(whole) // 2])
    assert _run(project).outcome is Outcome.PUBLISHED
    assert page.read_bytes() == whole


def test_a_rehearsal_writes_nothing(project: Path) -> None:
    before = _bytes(project)
    done = _run(project, dry_run=True)
    assert (done.outcome, done.claims) == (Outcome.WOULD_PUBLISH, 6)
    assert done.outputs == ("out/map.html", "out/claims.jsonl", "out/more/claims.geojson")
    assert _bytes(project) == before
    _run(project)
    before = _bytes(project)
    write_report(project.parent, 9)
    assert _run(project, dry_run=True).claims == 8
    assert _bytes(project) == before


def test_the_manifest_tells_what_was_published(project: Path) -> None:
    _run(project)
    manifest = json.loads((project.parent / "out" / "frontmap-manifest.json").read_text("utf-8"))
    for output in manifest["outputs"]:
        content = (project.parent / output["name"]).read_bytes()
        assert (sha256(content).hexdigest(), len(content)) == (output["sha256"], output["bytes"])
    assert [report["doc"] for report in manifest["reports"]] == sorted(
        claim["doc"] for claim in {c["doc"]: c for c in _claims(project)}.values()
    )
    assert manifest["claims"]["all"] == 6
    assert any("GeoNames" in credit for credit in manifest["credits"])


def test_young_reports_are_held_back_until_they_are_old_enough(project: Path) -> None:
    write_report(project.parent, 5, day=6)
    early = datetime(2024, 12, 6, 9, tzinfo=UTC)
    done = _run(project, now=early)
    assert (done.held_back, done.claims) == (1, 6)
    later = _run(project, now=early + timedelta(days=1))
    assert (later.held_back, later.claims) == (0, 8)


def test_a_window_lets_go_of_old_reports(tmp_path: Path) -> None:
    project = make_project(tmp_path / "desk", more="\n[window]\ndays = 40\n")
    write_report(project.parent, 5, day=20)
    assert _run(project).claims == 8
    done = _run(project, now=_NOW + timedelta(days=10), force=True)
    assert done.claims == 2


def test_what_speaks_of_another_war_or_of_tomorrow_is_told_and_not_drawn(project: Path) -> None:
    (project.parent / "reports" / "other.txt").write_text(
        " date 2024-12-04\n\nRussian troops entered Pokrovsk in Donetsk oblast, the Ukrainian "
        "General Staff said. Ukrainian forces hold Kurakhove, Kyiv said.\n", encoding="utf-8"
    )  # fmt: skip
    write_report(project.parent, 6).write_text(
        " date 2031-12-04\n\nOpposition fighters seized Suran, a war monitor said.\n"
    )
    told: list[str] = []
    done = _run(project, told)
    assert done.exit_code == 3
    assert done.claims == 6
    assert any("reads like a report on ukraine" in line for line in told)
    assert any("2031-12-04, which is to come" in line for line in told)


def test_decisions_and_corrections_are_obeyed_and_kept(tmp_path: Path) -> None:
    project = make_project(tmp_path / "desk")
    text = project.read_text().replace(
        'theatre = "syria"', 'theatre = "syria"\ndecisions = "decisions.csv"'
    )
    project.write_text(text)
    (tmp_path / "desk" / "decisions.csv").write_text("claim,decision,note\n")
    _run(project)
    victim = _claims(project)[0]["id"]
    (tmp_path / "desk" / "decisions.csv").write_text(
        f"claim,decision,note\n{victim},reject,a mistake\nabcdef012345,reject,gone long ago\n"
    )
    told: list[str] = []
    _run(project, told)
    (row,) = [claim for claim in _claims(project) if claim["id"] == victim]
    assert row["resolution"]["status"] == "rejected"
    assert any("1 of 2 decisions used; line 3 met no claim" in line for line in told)


def test_the_command_says_what_was_done(project: Path, run: Callable) -> None:
    first = run("refresh", project)
    assert first.code == 0
    assert "published: 6 claims" in first.out
    again = run("refresh", project.parent, "--json")
    assert json.loads(again.out)["outcome"] == "nothing new"
    assert run("verify", project).out == "3 files are as they were published\n"
    assert run("ledger", "verify", project).code == 0
    assert "reports: 3" in run("ledger", "info", project).out
    rows = run("ledger", "export", project).out.splitlines()
    assert sum(len(json.loads(row)["claims"]) for row in rows) == 6
