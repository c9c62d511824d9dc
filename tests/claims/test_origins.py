"""Copies of one story are one origin, whoever prints them."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from claims.intake.sections import find_sections
from claims.report import Report
from claims.weighing import origins
from claims.weighing.origins import find_origins

WIRE = (
    "The army said its units defended the harbour of Maru against an organised attack at dawn. "
    "A monitor said that both sides lost vehicles along the coast road and that residents fled "
    "toward the hills while the shelling of the eastern quarters went on until the evening.\n"
)


def report(name: str, text: str) -> Report:
    return Report(id=name, text=text, sections=find_sections(text))


def test_a_copy_with_another_headline_and_spelling_is_the_same_story() -> None:
    copy = "Harbour holds out against rebels\n\n" + WIRE.replace("organised", "organized")
    other = (
        "The ministry said talks on fuel would resume in the capital after the holiday, and " * 3
    )
    found = find_origins([report("a", WIRE), report("b", copy), report("c", other + ".")])
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_ten_more_copies_make_no_new_origin() -> None:
    reports = [report(f"r{number}", WIRE + "Footer\n" * number) for number in range(11)]
    assert set(find_origins(reports).values()) == {"r0"}


def test_a_paper_that_prints_half_a_story_has_not_found_it_out() -> None:
    half = WIRE[: len(WIRE) // 2] + "\n"
    assert find_origins([report("a", WIRE), report("b", half)])["b"] == "a"
    assert find_origins([report("b", half), report("a", WIRE)])["a"] == "b"


REWRITTEN = (
    "According to {agency}, the army said its units defended the harbour of Maru against an "
    "organised attack at dawn, and fishermen spoke of burning boats on the quays. Shops stayed "
    "closed for a second day and prices rose, traders told us, while the mayor asked for flour. "
    "The monitor said that both sides lost vehicles along the coast road after the first hour.\n"
)


@pytest.mark.parametrize(("agency", "same"), [("Reuters", True), ("a traveller", False)])
def test_a_rewritten_story_that_credits_its_agency_is_that_agencys(agency: str, same: bool) -> None:
    wire = report("wire", "MARU, March 3 (Reuters) - " + WIRE)
    paper = report("paper", REWRITTEN.format(agency=agency))
    assert (find_origins([wire, paper])["paper"] == "wire") is same


def test_a_stock_phrase_makes_no_copy() -> None:
    one = "Clashes went on in the north of the country on Monday, and nobody was hurt.\n"
    two = "Clashes went on in the north of the country, the radio said, near the dam at Tirsa.\n"
    assert find_origins([report("a", one), report("b", two)])["b"] == "b"


def test_each_report_is_compared_with_few_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rng = random.Random(7)  # noqa: S311 - made-up texts, no secret
    words = [f"word{number}" for number in range(900)]
    stories = [" ".join(rng.choices(words, k=120)) for _ in range(300)]
    reports = [report(f"r{n}", rng.choice(stories) + f" Footer {n}.\n") for n in range(600)]
    compared = []
    same = origins._same

    def counted(one: Report, own: frozenset[int], other: Report, given: Mapping[str, str]) -> bool:
        compared.append(one.id)
        return same(one, own, other, given)

    monkeypatch.setattr(origins, "_same", counted)
    found = find_origins(reports)
    assert len(compared) <= 2 * len(reports)
    assert len(set(found.values())) == len({r.text.split(" Footer")[0] for r in reports})


def test_a_paragraph_that_all_reports_end_with_costs_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rng = random.Random(5)  # noqa: S311 - made-up texts, no secret
    words = [f"word{number}" for number in range(3_000)]
    foot = " ".join(rng.choices(words, k=40))
    reports = [
        report(f"r{n}", " ".join(rng.choices(words, k=100)) + f" {foot}.\n") for n in range(90)
    ]
    compared = []
    same = origins._same

    def counted(one: Report, own: frozenset[int], other: Report, given: Mapping[str, str]) -> bool:
        compared.append(one.id)
        return same(one, own, other, given)

    monkeypatch.setattr(origins, "_same", counted)
    assert len(set(find_origins(reports).values())) == 90
    assert len(compared) <= 90 * origins._CANDIDATES
