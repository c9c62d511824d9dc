"""Decisions of a reviewer: read, appended, and obeyed on every run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claims.assess import assess, open_gazetteer
from claims.claim import Action, Status
from claims.errors import DecisionsError
from claims.intake.reader import read_inputs
from claims.review import concerns
from claims.sides.theatre_files import load_theatre
from claims.situation import NotDrawn, ResolvedClaim, Situation
from claims.written.decision_rows import (
    Decision,
    Verdict,
    append_decision,
    parse_when,
    read_decisions,
)
from claims.written.decisions import Decisions
from gazetteer.errors import GazetteerFormatError
from gazetteer.index import Gazetteer

REPORT = (
    " date 2024-12-04\n\nFighters near Hama\n\n"
    "Opposition fighters captured the town of Suran on Tuesday, the army said. "
    "Government forces retreated from Khattab, the Observatory said. "
    "Opposition fighters captured the village of Qwertyville.\n"
)
SYRIA = load_theatre("syria")


@pytest.fixture(scope="module")
def gazetteer(shipped_home: Path) -> Gazetteer:
    return open_gazetteer(SYRIA, home=shipped_home)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "monday.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def situation(path: Path, gazetteer: Gazetteer, *rows: Decision) -> Situation:
    decisions = Decisions(tuple(replace(row, line=n) for n, row in enumerate(rows, start=2)))
    reports = read_inputs([path]).reports
    return assess(reports, theatre=SYRIA, gazetteer=gazetteer, decisions=decisions)


def at(found: Situation, place: str) -> ResolvedClaim | NotDrawn:
    every = (*found.drawn, *found.not_drawn)
    return next(i for i in every if i.claim.place and place in i.claim.place.text)


def test_a_rejected_claim_is_listed_and_not_drawn(report: Path, gazetteer: Gazetteer) -> None:
    before = situation(report, gazetteer)
    suran = at(before, "Suran").claim
    row = Decision(claim=suran.id, verdict=Verdict.REJECT, note="an old video")
    after = situation(report, gazetteer, row)
    item = at(after, "Suran")
    assert isinstance(item, NotDrawn)
    assert (item.reason, item.detail) == (
        "rejected",
        "rejected by decisions.csv, line 2: an old video",
    )
    assert len(after.claims) == len(before.claims)


def test_an_accepted_claim_keeps_all_but_what_is_mended(report: Path, gazetteer: Gazetteer) -> None:
    before = at(situation(report, gazetteer), "Suran")
    row = Decision(
        claim=before.claim.id,
        actor_side="sna",
        opponent_side="",
        action=Action.ATTACK,
        status=Status.FAILED,
        when=parse_when("2024-12-01"),
    )
    after = at(situation(report, gazetteer, row), "Suran")
    assert isinstance(after, ResolvedClaim)
    assert (after.claim.actor_side, after.claim.opponent_side) == ("sna", None)
    assert (after.claim.action, after.claim.status) == (Action.ATTACK, Status.FAILED)
    assert after.claim.when is not None
    assert after.claim.when.interval.start.isoformat() == "2024-12-01T00:00:00+00:00"
    assert (after.claim.id, after.claim.quote) == (before.claim.id, before.claim.quote)
    assert after.claim.reviewed == "accept"


def test_an_entry_or_a_point_places_a_claim(report: Path, gazetteer: Gazetteer) -> None:
    lost = at(situation(report, gazetteer), "Qwertyville")
    assert isinstance(lost, NotDrawn)
    by_entry = Decision(claim=lost.claim.id, entry="syria:suran")
    named = at(situation(report, gazetteer, by_entry), "Qwertyville")
    assert isinstance(named, ResolvedClaim)
    assert [c.entry.id for c in named.resolution.chosen] == ["syria:suran"]
    by_point = Decision(claim=lost.claim.id, lon=36.5, lat=35.5, uncertainty_m=900)
    pinned = at(situation(report, gazetteer, by_point), "Qwertyville")
    assert isinstance(pinned, ResolvedClaim)
    assert (pinned.footprint.lon, pinned.footprint.lat) == (36.5, 35.5)
    assert pinned.footprint.uncertainty_m == 900
    assert "decisions.csv, line 2" in pinned.footprint.note


def test_an_entry_that_is_not_there_is_one_clear_error(report: Path, gazetteer: Gazetteer) -> None:
    claim = at(situation(report, gazetteer), "Qwertyville").claim
    with pytest.raises(GazetteerFormatError, match=r"decisions\.csv, line 2, field 'entry'"):
        situation(report, gazetteer, Decision(claim=claim.id, entry="syria:atlantis"))


def test_a_claim_keeps_its_decision_where_the_report_is_filed_elsewhere(
    report: Path, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    claim = at(situation(report, gazetteer), "Suran").claim
    moved = tmp_path / "archive-0412.txt"
    report.rename(moved)
    row = Decision(claim=claim.id, verdict=Verdict.REJECT)
    assert isinstance(at(situation(moved, gazetteer, row), "Suran"), NotDrawn)


def test_two_copies_of_one_file_have_claims_of_their_own(report: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_bytes(report.read_bytes())
    found = assess(read_inputs([tmp_path]).reports, theatre=SYRIA)
    ids = [claim.id for claim in found.claims]
    assert len(ids) == 6
    assert len(set(ids)) == 6


def test_a_row_finds_its_claim_again_by_its_words(report: Path, gazetteer: Gazetteer) -> None:
    claim = at(situation(report, gazetteer), "Suran").claim
    row = Decision(
        claim="0123456789ab", verdict=Verdict.REJECT, doc="monday", quote=claim.quote[:-3]
    )
    assert isinstance(at(situation(report, gazetteer, row), "Suran"), NotDrawn)
    elsewhere = replace(row, doc="tuesday")
    assert isinstance(at(situation(report, gazetteer, elsewhere), "Suran"), ResolvedClaim)


def test_rows_that_meet_nothing_are_told(report: Path, gazetteer: Gazetteer) -> None:
    claim = at(situation(report, gazetteer), "Suran").claim
    decisions = Decisions(
        (Decision(claim=claim.id, line=2), Decision(claim="gone", line=3)), Path("mine.csv")
    )
    reports = read_inputs([report]).reports
    assess(reports, theatre=SYRIA, gazetteer=gazetteer, decisions=decisions)
    assert decisions.usage() == "mine.csv: 1 of 2 decisions used; line 3 met no claim"


def test_what_is_appended_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    rows = [
        Decision(claim="a1", verdict=Verdict.REJECT, note="=1+1", doc="d", quote="=cmd, “x”\n y"),
        Decision(claim="b2", lon=36.123456, lat=-0.5, uncertainty_m=750, actor_side=""),
        Decision(claim="c3", entry="syria:hama", status=Status.PLANNED, opponent_side="is"),
        Decision(claim="d4", when=parse_when("2024-12-04T10:00+03:00/2024-12-04T12:00+03:00")),
    ]
    for row in rows:
        append_decision(path, row)
    assert "\n'=" not in path.read_text(encoding="utf-8")
    read = read_decisions(path)
    for wanted, found in zip(rows, read, strict=True):
        assert replace(found, line=0, when=None, quote="", note="") == replace(
            wanted, when=None, quote="", note=""
        )
    assert read[3].when is not None
    assert rows[3].when is not None
    assert read[3].when.interval == rows[3].when.interval


def test_the_last_row_about_a_claim_counts_and_columns_may_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text("claim,decision\na1,accept\na1,reject", encoding="utf-8")
    append_decision(path, Decision(claim="b2"))
    found = {row.claim: row.verdict for row in read_decisions(path)}
    assert found == {"a1": Verdict.REJECT, "b2": Verdict.ACCEPT}


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (",accept,,,,,", "claim"),
        ("a,maybe,,,,,", "decision"),
        ("a,,,,,,", "decision"),
        ("a,accept,,36,,,", "lat"),
        ("a,accept,,36,95,,", "lat"),
        ("a,accept,,,,5,", "uncertainty"),
        ("a,accept,x:1,36,35,,", "entry"),
        ("a,accept,,,,,yesterday", "when"),
        ("a,accept,,,,,2024-12-05/2024-12-04", "when"),
    ],
)
def test_a_wrong_row_names_line_and_field(tmp_path: Path, cells: str, field: str) -> None:
    path = tmp_path / "decisions.csv"
    header = "claim,decision,entry,lon,lat,uncertainty,when"
    path.write_text(f"{header}\nok,accept,,,,,\n{cells}\n", encoding="utf-8")
    with pytest.raises(GazetteerFormatError, match=rf"line 3, field '{field}'"):
        read_decisions(path)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError, match=r"gone\.csv: cannot be opened"):
        read_decisions(tmp_path / "gone.csv")


def test_what_would_change_the_map_most_is_asked_first(report: Path, gazetteer: Gazetteer) -> None:
    found = concerns(situation(report, gazetteer))
    assert [c.kind for c in found][:1] == ["unresolved"]
    assert "Qwertyville" in found[0].items[0].claim.quote
    assert list(found) == sorted(found, key=lambda c: -c.change)
    row = Decision(claim=found[0].items[0].claim.id)
    later = concerns(situation(report, gazetteer, row))
    assert all("Qwertyville" not in c.items[0].claim.quote for c in later)
