from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from maps import draw
from maps.beside.panels import credits_of, speakers_of
from tests.maps.ground import TOWNS, entry
from tests.maps.reading import page_value
from tests.maps.situations import hama, many


def _value(**changes: Any) -> dict[str, Any]:
    return page_value(replace(hama(), **changes), towns=TOWNS, credit="Base map: X")


def _claim(claim_id: str, value: dict[str, Any] | None = None) -> dict[str, Any]:
    return next(claim for claim in (value or _value())["claims"] if claim["id"] == claim_id)


def test_claims_stand_in_the_order_of_reports_and_text() -> None:
    assert [claim["id"] for claim in _value()["claims"]] == [claim.id for claim in hama().claims]


def test_a_place_is_written_once_however_many_claims_are_there() -> None:
    value = page_value(many(220), towns=(), credit="")
    assert len(value["claims"]) == 220
    assert value["sites"] == _value()["sites"]


def test_a_quotation_stands_in_its_sentence() -> None:
    report = hama().reports[1]
    quote = next(claim for claim in hama().claims if claim.id == "c004")
    text = f"{'x ' * 200}Early on Tuesday, “{quote.quote}”, it said. {'y ' * 200}\nNext paragraph"
    start = text.index(quote.quote)
    moved = replace(quote, span=replace(quote.span, start=start, end=start + len(quote.quote)))
    drawn = tuple(
        replace(item, claim=moved) if item.claim.id == "c004" else item for item in hama().drawn
    )
    reports = tuple(replace(r, text=text) if r.id == report.id else r for r in hama().reports)
    row = _claim("c004", _value(drawn=drawn, reports=reports))
    assert row["before"].endswith("Early on Tuesday, “")
    assert row["before"].startswith("… ")
    assert row["after"].startswith("”, it said. y")
    assert row["after"].endswith(" …")
    assert len(row["before"]) + len(row["after"]) < 300


def test_a_span_that_does_not_fit_its_report_shows_the_quotation_alone() -> None:
    reports = tuple(replace(report, text="something else") for report in hama().reports)
    row = _claim("c004", _value(reports=reports))
    assert (row["before"], row["after"]) == ("", "")


def test_copies_of_one_story_are_said_to_be_one() -> None:
    assert _claim("c000")["origin"] == "Same wire story in 2 reports, counted once."
    assert _claim("c012")["origin"] == ""


def test_agreeing_and_contradicting_claims_are_linked_and_unknown_ids_left_out() -> None:
    value = _value()
    rows = value["claims"]
    assert [rows[i]["id"] for i in _claim("c004")["contradicts"]] == ["c005"]
    assert [rows[i]["id"] for i in _claim("c021")["agrees"]] == ["c004"]
    lost = tuple(replace(item, contradicts=("gone",)) for item in hama().drawn)
    assert _claim("c004", _value(drawn=lost))["contradicts"] == []


def test_a_plan_a_failure_and_a_denial_are_no_facts() -> None:
    facts = {claim["status"]: claim["fact"] for claim in _value()["claims"]}
    assert facts == {
        "occurred": True, "ongoing": True, "planned": False, "failed": False, "denied": False,
    }  # fmt: skip


def test_not_drawn_claims_have_a_reason_and_no_place_on_the_map() -> None:
    listed = [claim for claim in _value()["claims"] if claim["site"] < 0]
    assert Counter(claim["reason"] for claim in listed) == Counter(
        ["unresolved", "ambiguous", "stale"]
    )
    assert all(claim["detail"] for claim in listed)


def test_a_source_that_builds_on_another_is_credited_on_the_map_where_that_one_is_not() -> None:
    whole = replace(entry("Idlib"), source="GeoNames 170017", licence="CC BY 4.0")
    outlined = replace(whole, source="GeoNames, outlines by Natural Earth 7")
    must = {row["text"]: row["must"] for row in credits_of([whole, outlined])}
    assert must == {
        "GeoNames (CC BY 4.0)": True,
        "GeoNames, outlines by Natural Earth (CC BY 4.0)": False,
    }
    (alone,) = credits_of([outlined])
    assert alone["must"]


def test_credits_name_each_source_once_and_the_base_map() -> None:
    assert _value()["credits"] == [
        {"text": "GeoNames (CC BY 4.0)", "must": True},
        {"text": "Base map: X", "must": True},
    ]


def test_a_source_in_the_public_domain_is_credited_in_the_panel_alone() -> None:
    free = tuple(replace(town, source="Own survey", licence="CC0") for town in TOWNS)
    value = page_value(replace(hama(), drawn=()), towns=free, credit="")
    assert value["credits"][0] == {"text": "Own survey (CC0)", "must": False}


def test_towns_of_claims_come_before_towns_given_for_orientation() -> None:
    given = entry("Idlib")
    names = [town["name"] for town in _value()["towns"]]
    assert names.index("Suran") < names.index(given.name)
    assert len(names) == len(set(names))
    assert "Jabal Zayn al-Abidin" not in names


def test_speakers_are_counted_by_the_side_they_speak_of() -> None:
    situation = hama()
    sides = [side.id for side in situation.theatre.sides]
    rows = {row["name"]: row["counts"] for row in speakers_of(situation, [*sides, "?"])}
    assert rows["SOHR"] == [4, 4, 0, 1]
    assert sum(map(sum, rows.values())) == len(situation.claims)


def test_who_gains_by_a_claim_stands_in_its_row() -> None:
    value = _value()
    sides = ["", *(side["id"] for side in value["sides"])]
    gains = {claim["id"]: sides[claim["gains"]] for claim in value["claims"]}
    # Taken ground, a failed attempt, a plan, a denial.
    told = {name: gains[name] for name in ("c004", "c008", "c007", "c005")}
    assert told == {"c004": "opposition", "c008": "", "c007": "", "c005": ""}
    assert gains["c006"] == "opposition"


def test_a_report_in_its_own_words_is_named_by_its_outlet() -> None:
    own = tuple(
        replace(item, claim=replace(item.claim, claimant="outlet", outlet="The Daily"))
        for item in hama().drawn
    )
    value = _value(drawn=own)
    assert _claim("c004", value)["claimant"] == "The Daily, in its own words"


def test_named_roads_are_lines() -> None:
    (route,) = _value()["routes"]
    assert route["name"] == "Khanasir-Ithriya road"
    assert len(route["paths"][0]) == 8


def test_a_situation_without_claims_is_still_a_page() -> None:
    empty = replace(hama(), drawn=(), not_drawn=(), reports=())
    assert page_value(empty)["subtitle"].startswith("0 claims in 0 reports")
    assert draw(empty).to_html()
