"""What a digest of several wars claims is what a report on each of them would claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.assess import assess
from claims.claim import Claim
from claims.ledger.file import Ledger
from claims.ledger.readings import KeptReadings
from claims.ledger.reports import Arrival, Reports
from claims.reading import Ground, Reading, read_each
from claims.report import Report
from claims.situation import Situation
from claims.written.files import format_claims
from claims.written.read_claims import read_claims
from claims.written.records import claim_records
from frontmap.engines.process import ProcessEngine
from frontmap.engines.reading import EngineReadings
from frontmap.many.alone import AloneTask
from frontmap.summary import summarise
from maps.tables.kml import kml
from tests.claims.digest_texts import (
    DATE,
    FORMS,
    LIBYA,
    MYANMAR,
    SUDAN,
    SYRIA,
    WARS,
    report_of,
    sourced,
)
from tests.maps.reading import page_value


def _told(claim: Claim) -> Claim:
    """Return a claim without where it stands."""
    return replace(claim, id="", doc="", span=replace(claim.span, start=0, end=0), place_span=None)


def _plain(situation: Situation) -> list[tuple[Claim, object]]:
    shown = {item.claim.id: item.footprint for item in situation.items}
    return [(_told(claim), shown[claim.id]) for claim in situation.claims]


@pytest.mark.parametrize("form", FORMS)
def test_a_digest_claims_what_a_report_on_each_war_claims(form: Callable[..., str]) -> None:
    digest = report_of(form(*WARS))
    whole = assess([digest])
    alone = [assess([report_of(form(war), f"war-{n}")]) for n, war in enumerate(WARS)]
    assert [part.theatre.id for part in whole.parts] == ["syria", "sudan", "myanmar"]
    assert all(each.parts == () and each.claims for each in alone)
    assert _plain(whole) == [each for war in alone for each in _plain(war)]


@pytest.mark.parametrize("form", FORMS)
def test_spans_count_the_characters_of_the_whole_digest(form: Callable[..., str]) -> None:
    digest = report_of(form(*WARS))
    for claim in assess([digest]).claims:
        assert claim.doc == digest.id
        assert digest.text[claim.span.start : claim.span.end] == claim.quote
        if claim.place is not None and claim.place_span is not None:
            at = claim.place_span
            assert digest.text[at.start : at.end] == claim.place.text


def test_the_wars_of_a_digest_may_take_turns() -> None:
    found = assess([report_of(sourced(SYRIA[:1], SUDAN[:1], SYRIA[1:], MYANMAR, SUDAN[1:]))])
    told = [found.theatre_of(claim).id for claim in found.claims]
    assert list(dict.fromkeys(told)) == ["syria", "sudan", "myanmar"]
    assert told != sorted(told, key=["syria", "sudan", "myanmar"].index)


def test_no_side_of_one_war_is_given_to_another() -> None:
    found = assess([report_of(sourced(*WARS))])
    sides = {theatre: set() for theatre in ("syria", "sudan", "myanmar")}
    for record in claim_records(found):
        sides[record["theatre"]] |= {record["actor_side"], record["opponent_side"]}
    assert sides["syria"] <= {"government", "opposition", None}
    assert sides["sudan"] <= {"saf", "rsf", None}
    assert sides["myanmar"] <= {"arakan-army", "tatmadaw", None}
    assert "tatmadaw" in sides["myanmar"]


def test_a_war_without_a_theatre_has_a_piece_of_its_own() -> None:
    found = assess([report_of(sourced(SYRIA, LIBYA))])
    assert [part.theatre.name for part in found.parts] == ["Syria", "Around Libya"]
    (shelled,) = [item for item in found.drawn if "Tarhuna" in item.claim.quote]
    assert 10 < shelled.footprint.lon < 16


def test_a_visit_elsewhere_makes_no_second_conflict() -> None:
    visit = "Brazilian and Chilean envoys meet in Bogota to end the attack on trade. (Globo)"
    lone = assess([report_of(sourced(SYRIA))])
    both = assess([report_of(sourced(SYRIA, (visit,)))])
    assert (both.parts, both.theatre.id) == ((), "syria")
    assert _plain(both) == _plain(lone)


def test_days_on_lines_of_their_own_head_the_items_of_every_war() -> None:
    text = f"1 December 2024\n{SYRIA[0]}\n{SUDAN[0]}\n2 December 2024\n{SYRIA[1]}\n{MYANMAR[0]}"
    found = assess([report_of(text)])
    days: dict[str, set[int]] = {}
    for claim in found.claims:
        if claim.when:
            told = days.setdefault(found.theatre_of(claim).id, set())
            told.add(claim.when.interval.start.day)
    assert days == {"syria": {1, 2}, "sudan": {1}, "myanmar": {2}}


def test_a_title_claims_nothing_twice() -> None:
    title = "Rebels capture a town as ministers meet\n\n"
    found = assess([report_of(title + sourced(SYRIA, SUDAN))])
    assert len({c.id for c in found.claims}) == len(found.claims)
    titles = [c for c in found.claims if c.span.end < len(DATE + title)]
    assert {found.theatre_of(c).id for c in titles} <= {"syria"}


def test_a_forced_theatre_reads_a_digest_whole() -> None:
    forced = assess([report_of(sourced(*WARS))], theatre="sudan")
    assert forced.parts == ()
    assert {record["theatre"] for record in claim_records(forced)} == {"sudan"}


def test_a_digest_claims_the_same_beside_other_reports() -> None:
    digest = report_of(sourced(*WARS))
    others = [report_of(sourced(war) * 2, f"other-{n}") for n, war in enumerate(WARS)]
    alone, many = assess([digest]), assess([*others, digest])
    assert _plain(alone) == [
        each for each, claim in zip(_plain(many), many.claims, strict=True) if claim.doc == "digest"
    ]
    assert {part.theatre.id: len(part.docs) for part in many.parts} == {
        "syria": 2, "sudan": 2, "myanmar": 2,
    }  # fmt: skip


def test_copies_of_a_digest_are_one_voice() -> None:
    first = report_of(sourced(*WARS))
    copy = replace(report_of(sourced(*WARS), "copy"), copy=1)
    found = assess([first, copy])
    assert {item.origin for item in found.items} == {"digest"}
    assert {item.standing.voices for item in found.items if item.standing} == {1}


def test_the_page_and_the_summary_list_a_digest_once() -> None:
    found = assess([report_of(sourced(*WARS))])
    page = page_value(found)
    assert [report["id"] for report in page["reports"]] == ["digest"]
    assert page["reports"][0]["claims"] == len(found.claims)
    names = [layer["name"] for layer in page["layers"]]
    layers = {names[claim["layer"]].partition(":")[0] for claim in page["claims"]}
    assert layers == {"Syria", "Sudan", "Myanmar"}
    assert found.reports[0].text.count("Arakan") == 1
    assert "in 1 report," in next(summarise(found, path=Path("map.html"), size=1))


def test_times_are_told_in_the_zone_of_each_war() -> None:
    text = sourced(
        ("Syrian rebels capture Morek at 9 p.m. on 2 December. (SANA)",),
        ("The Arakan Army captures Sittwe at 9 p.m. on 2 December. (Narinjara)",),
    )
    found = assess([report_of(text)])
    told = [claim["when"] for claim in page_value(found)["claims"]]
    assert len(told) == 2
    assert all("21:00" in words for words in told)
    assert kml(found, title="Two wars").decode().count("21:00–22:00") == 2


def test_a_digest_is_read_apart_again_from_its_claims(tmp_path: Path) -> None:
    found = assess([report_of(sourced(*WARS, LIBYA))])
    path = tmp_path / "claims.jsonl"
    path.write_text(format_claims(found, "jsonl"), encoding="utf-8")
    again = assess([], stated=read_claims(path))
    assert len(again.reports) == 1
    assert [c.id for c in again.claims] == [c.id for c in found.claims]
    named = [[s.theatre_of(c).id for c in s.claims] for s in (found, again)]
    assert named[0] == named[1]


def test_claims_of_two_theatres_that_stand_nowhere_are_of_one_document(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(
        "doc,quote,claimant,action,place,theatre\n"
        "wars,Rebels captured Morek,AP,capture,Morek,syria\n"
        "wars,Troops captured Bara,AP,capture,Bara,sudan\n",
        encoding="utf-8",
    )
    found = assess([], stated=read_claims(path))
    assert {claim.quote.split()[-1] for claim in found.claims} == {"Morek", "Bara"}
    assert (found.theatre.id, found.parts) == ("syria", ())


def test_a_digest_is_read_the_same_by_itself_and_in_other_processes() -> None:
    digest = report_of(sourced(*WARS))
    here = assess([digest])
    with ProcessEngine(2, tell=print) as engine:
        assert assess([digest], read=EngineReadings(engine)) == here
    alone, grounds = AloneTask().begin_with_places()(digest)
    assert _plain(alone) == _plain(here)
    assert [ground.theatre.id for ground in grounds] == ["syria", "sudan", "myanmar"]


def _none_is_read(_ground: Ground, reports: Sequence[Report]) -> list[Reading]:
    assert not reports
    return []


def test_pieces_are_kept_and_taken_from_the_ledger(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "state" / "ledger.sqlite")
    digest = report_of(sourced(*WARS))
    reports = Reports(ledger)
    reports.receive(
        [Arrival(report=digest, source="desk", address="a", at=datetime(2024, 12, 4, tzinfo=UTC))]
    )
    (known,) = reports.standing()
    texts, keys = [reports.text_of(known.key)], {known.doc: known.key}
    plain = assess(texts)
    first = KeptReadings(ledger, keys, engine=read_each)
    assert assess(texts, read=first) == plain
    assert assess(texts, read=KeptReadings(ledger, keys, engine=_none_is_read)) == plain
    assert first.read_anew == 3
    # Read as a whole, nothing of its pieces is left.
    assess(texts, theatre="syria", read=KeptReadings(ledger, keys, engine=read_each))
    assert ledger.ask("SELECT piece FROM readings") == [("",)]
    assert {piece for (piece,) in ledger.ask("SELECT piece FROM claims")} == {""}
