"""A ledger keeps each text once, tells versions apart, and is opened whole or not at all."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claims.assess import assess
from claims.intake.reader import read_report
from claims.ledger.address import canonical_url
from claims.ledger.audit import audit
from claims.ledger.errors import LedgerDamagedError, LedgerError
from claims.ledger.file import Ledger
from claims.ledger.readings import KeptReadings
from claims.ledger.reports import Arrival, Known, Reports
from claims.ledger.runs import Publication, Runs
from claims.reading import Ground, Reading, read_each
from claims.report import Report

_NOW = datetime(2025, 3, 10, 12, tzinfo=UTC)
_TEXT = " date 2025-03-09\n\nRebel fighters seized {place} on Saturday, a war monitor said.\n"


def _report(folder: Path, name: str, place: str) -> Report:
    path = folder / f"{name}.txt"
    path.write_text(_TEXT.format(place=place), encoding="utf-8")
    return read_report(path)


def _arrival(report: Report, address: str, hours: int = 0) -> Arrival:
    at = _NOW + timedelta(hours=hours)
    return Arrival(report=report, source="desk", address=address, at=at)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "state" / "ledger.sqlite")


def test_one_text_under_ten_addresses_is_one_report(ledger: Ledger, tmp_path: Path) -> None:
    report = _report(tmp_path, "suran", "Suran")
    told = Reports(ledger).receive(_arrival(report, f"site-{n}") for n in range(10))
    assert told == [Known.NEW, *[Known.SEEN] * 9]
    (only,) = Reports(ledger).standing()
    assert Reports(ledger).text_of(only.key).text == report.text


def test_what_a_source_gave_goes_with_its_name(ledger: Ledger, tmp_path: Path) -> None:
    reports = Reports(ledger)
    first, second = (_report(tmp_path, name, name.title()) for name in ("suran", "morek"))
    reports.receive([replace(_arrival(first, "a"), source="old"), _arrival(second, "b")])
    # Under the new name something stood there once.
    reports.receive([replace(_arrival(first, "a"), source="new")])
    reports.gone("new", [])
    ledger.keep_source_state("old", "seen")
    ledger.keep_source_state("new", "other")
    reports.rename_source("old", "new")
    assert sorted(one.source for one in reports.standing()) == ["desk", "new"]
    assert (ledger.source_state("old"), ledger.source_state("new")) == ("", "seen")
    assert (reports.gone("old", []), reports.gone("new", [])) == (0, 1)
    assert audit(ledger) == []


def test_an_earlier_version_that_stands_elsewhere_has_a_name_of_its_own(
    ledger: Ledger, tmp_path: Path
) -> None:
    reports = Reports(ledger)
    first = _report(tmp_path, "suran", "Suran")
    reports.receive([_arrival(first, "a"), _arrival(first, "b"), _arrival(first, "c")])
    for hours, (address, place) in enumerate([("a", "Qumhana"), ("b", "Morek")], start=1):
        reports.receive([_arrival(_report(tmp_path, "suran", place), address, hours=hours)])
    reports.tell_apart()
    told = {reports.text_of(one.key).id: one for one in reports.standing()}
    assert sorted(told) == ["suran", "suran-2", "suran-3"]
    assert {doc: one.doc for doc, one in told.items()} == {doc: doc for doc in told}
    assert "Morek" in reports.text_of(told["suran"].key).text
    reports.tell_apart()
    assert {one.doc: one.key for one in reports.standing()} == {d: o.key for d, o in told.items()}


def test_another_text_under_an_address_replaces_what_it_held(
    ledger: Ledger, tmp_path: Path
) -> None:
    reports = Reports(ledger)
    reports.receive([_arrival(_report(tmp_path, "suran", "Suran"), "a")])
    told = reports.receive([_arrival(_report(tmp_path, "suran", "Qumhana"), "a", hours=3)])
    assert told == [Known.CORRECTED]
    (now,) = reports.standing()
    assert "Qumhana" in reports.text_of(now.key).text
    assert (now.doc, now.replaced) == ("suran", _NOW)


def test_a_version_that_comes_back_stands_again(ledger: Ledger, tmp_path: Path) -> None:
    reports = Reports(ledger)
    first = _report(tmp_path, "suran", "Suran")
    second = _report(tmp_path, "suran", "Qumhana")
    for report in (first, second):
        reports.receive([_arrival(report, "a")])
    assert reports.known_content(first.sha256)
    reports.stand_again(first.sha256, "desk", "a", _NOW)
    (now,) = reports.standing()
    assert "Suran" in reports.text_of(now.key).text


def test_names_stay_distinct_and_what_went_stands_no_more(ledger: Ledger, tmp_path: Path) -> None:
    reports = Reports(ledger)
    for place in ("Suran", "Qumhana", "Rastan"):
        reports.receive([_arrival(_report(tmp_path, "index", place), place)])
    assert [one.doc for one in reports.standing()] == ["index", "index-2", "index-3"]
    assert reports.gone("desk", ["Suran", "Rastan"]) == 1
    assert [one.doc for one in reports.standing()] == ["index", "index-3"]
    assert reports.gone("another", []) == 0


def test_what_was_read_is_taken_from_the_ledger(ledger: Ledger, tmp_path: Path) -> None:
    reports = Reports(ledger)
    for place in ("Suran", "Qumhana", "Rastan"):
        reports.receive([_arrival(_report(tmp_path, place, place), place)])
    standing = reports.standing()
    texts = [reports.text_of(one.key) for one in standing]
    keys = {one.doc: one.key for one in standing}
    plain = assess(texts, theatre="syria")
    first = KeptReadings(ledger, keys, engine=read_each)
    again = KeptReadings(ledger, keys, engine=_none_is_read)
    assert assess(texts, theatre="syria", read=first) == plain
    assert assess(texts, theatre="syria", read=again) == plain
    assert (first.read_anew, again.read_anew) == (3, 0)
    other = KeptReadings(ledger, keys, engine=read_each, extractor="a model")
    assess(texts, theatre="syria", read=other)
    assert other.read_anew == 3
    assert audit(ledger) == []


def _none_is_read(_ground: Ground, reports: list[Report]) -> list[Reading]:
    assert not reports
    return []


def test_runs_tell_what_was_published_and_which_was_cut_off(ledger: Ledger) -> None:
    runs = Runs(ledger)
    assert runs.last() is None
    first, second = runs.begin(_NOW), runs.begin(_NOW)
    runs.published(
        Publication(run=first, fingerprint="f", manifest={"a": 1}, claims=({"id": "x"},)), [], {}
    )
    runs.end(first, _NOW, "published", ["a line"])
    last = runs.last()
    assert last is not None
    assert (last.run, last.manifest, last.claims) == (first, {"a": 1}, ())
    assert runs.before("f") is None
    before = runs.before("another")
    assert before is not None
    assert before.claims == ({"id": "x"},)
    assert [(run.number, run.outcome) for run in runs.every()] == [
        (first, "published"),
        (second, ""),
    ]


def test_what_fails_half_way_leaves_nothing(ledger: Ledger, tmp_path: Path) -> None:
    good = _report(tmp_path, "suran", "Suran")

    def arrivals():
        yield _arrival(good, "a")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Reports(ledger).receive(arrivals())
    assert Reports(ledger).standing() == ()


def test_a_file_that_is_no_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE sheep (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerDamagedError, match="is no ledger; put back"):
        Ledger(path)
    assert path.read_bytes() == before
    path.write_text("not a database at all, but long enough to look like one " * 40)
    with pytest.raises(LedgerDamagedError, match="put back a copy"):
        Ledger(path)


def test_a_ledger_without_pieces_keeps_its_reports_and_reads_them_anew(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as made:
        Reports(made).receive([_arrival(_report(tmp_path, "suran", "Suran"), "a")])
    with sqlite3.connect(path) as old:
        old.executescript(
            "DROP TABLE claims; DROP TABLE readings; PRAGMA user_version = 1;"
            "CREATE TABLE readings (report TEXT PRIMARY KEY, ground, answers, figures, met);"
            "CREATE TABLE claims (report TEXT, number, id, claim, PRIMARY KEY (report, number));"
            "INSERT INTO readings VALUES ('gone', '', '', '', '');"
        )
    old.close()
    with pytest.raises(LedgerError, match="earlier version; run: frontmap refresh"):
        Ledger(path, read_only=True)
    with Ledger(path) as opened:
        assert [one.doc for one in Reports(opened).standing()] == ["suran"]
        assert opened.ask("SELECT piece FROM readings") == []
        assert audit(opened) == []
    with Ledger(path, read_only=True) as again:
        assert again.ask("SELECT piece FROM claims") == []


def test_a_folder_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(tmp_path / "state" / "ledger.sqlite")


def test_harm_is_noticed_or_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as made:
        for place in ("Suran", "Qumhana", "Rastan"):
            Reports(made).receive([_arrival(_report(tmp_path, place, place), place)])
        texts = sorted(Reports(made).text_of(one.key).text for one in Reports(made).standing())
    whole = path.read_bytes()
    chance = random.Random(7)  # noqa: S311 - which bytes are harmed is no secret
    noticed = 0
    for _ in range(120):
        harmed = bytearray(whole)
        for _ in range(chance.choice((1, 8, 64))):
            harmed[chance.randrange(len(harmed))] ^= chance.randrange(1, 256)
        path.write_bytes(harmed[: chance.choice((len(harmed), len(harmed) - 4096))])
        try:
            with Ledger(path) as opened:
                wrong = audit(opened)
                read = sorted(
                    Reports(opened).text_of(one.key).text for one in Reports(opened).standing()
                )
            assert wrong or read == texts
        except LedgerError:
            noticed += 1
    assert noticed > 40


@pytest.mark.parametrize(
    "dressed",
    [
        "https://news.example/a/b?id=7",
        "http://NEWS.example:80/a/b/?id=7#top",
        "https://www.news.example./a/b?utm_source=x&id=7&fbclid=q",
    ],
)
def test_links_to_one_page_are_one_address(dressed: str) -> None:
    assert canonical_url(dressed) == "//news.example/a/b?id=7"


def test_what_tells_pages_apart_stays() -> None:
    assert canonical_url("https://a.example/?p=1") != canonical_url("https://a.example/?p=2")
    assert canonical_url("https://a.example:8080/") != canonical_url("https://a.example/")
    assert canonical_url("reports/a.txt") == "reports/a.txt"
