"""What a policy withholds or holds back is in no output, in no form."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from claims.assess import assess, situation
from claims.intake.sections import find_sections
from claims.report import Report
from claims.situation import Situation
from frontmap.refresh.place_classes import fold
from frontmap.refresh.policy import apply_policy
from frontmap.refresh.project import Policy
from tests.frontmap.refresh.grounds import NOW, SECRETS, SPOT, YOUNG, told
from tests.frontmap.refresh.outputs import Read, read, written

FREE = Policy(minimum_age=timedelta(0), withhold=())


@pytest.fixture(scope="module")
def shown() -> Situation:
    return apply_policy(told(), Policy(), now=NOW).situation


@pytest.fixture(scope="module")
def files(shown: Situation, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    return {path.name: read(path) for path in written(shown, tmp_path_factory.mktemp("shown"))}


@pytest.fixture(scope="module")
def freely(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    free = apply_policy(told(), FREE, now=NOW).situation
    return {path.name: read(path) for path in written(free, tmp_path_factory.mktemp("free"))}


def near(spots: np.ndarray, lon: float, lat: float) -> bool:
    away_deg = np.abs(spots - (lon, lat)).max(axis=1, initial=0)
    return len(spots) > 0 and bool((away_deg < 2e-4).any())


def test_everything_is_drawn_or_not_drawn_or_held_back() -> None:
    publishable = apply_policy(told(), Policy(), now=NOW)
    seen = publishable.situation
    every = len(told().claims)
    assert len(seen.drawn) + len(seen.not_drawn) + publishable.held_back == every
    assert (publishable.held_back, publishable.withheld) == (1, 5)
    assert "p2" in {item.claim.id for item in seen.drawn}, "the village may be told"


def test_a_policy_that_asks_for_nothing_changes_nothing() -> None:
    assert apply_policy(told(), FREE, now=NOW).situation == told()


def test_no_form_says_what_is_withheld_or_too_young(files: dict[str, Read]) -> None:
    for name, (text, _) in files.items():
        folded = fold(text)
        for secret in (*SECRETS, YOUNG, "Young Poplar"):
            assert fold(secret) not in folded, f"{secret!r} is in {name}"


def test_no_form_has_the_coordinates_of_what_is_withheld(files: dict[str, Read]) -> None:
    for name, (text, spots) in files.items():
        assert not near(spots, *SPOT), name
        assert not re.search(r"(?<![\d.])(?:36\.912|35\.276)", text), name


def test_without_a_policy_the_same_search_finds_them(freely: dict[str, Read]) -> None:
    # Else the two tests above would say nothing.
    everywhere = [name for name, (text, _) in freely.items() if "zaytuna" in fold(text)]
    # Pictures draw letters as lines, and have no room for the name of every place.
    silent = {"claims.png", "claims.md.png", "claims.svg", "claims.pdf", "figures.jsonl"}
    assert set(freely) - set(everywhere) <= silent
    placed = {name for name, (_, spots) in freely.items() if near(spots, *SPOT)}
    assert placed >= {
        "page.html", "full.html", "embed.html", "claims.gpkg", "claims.parquet", "claims.kml",
        "claims.geojson", "listed.jsonl",
    }  # fmt: skip
    assert "Twelve nurses" in freely["figures.jsonl"][0]
    assert "cellar" in freely["full.html"][0]


def test_the_count_of_what_is_withheld_and_held_back_is_told(files: dict[str, Read]) -> None:
    assert files["listed.csv"][0].count(",withheld,places of its kind are not published,") == 2 * 5
    for name in ("page.html", "claims.md", "claims.docx"):
        assert "1 younger claim held back" in files[name][0]
    assert "Withheld by the publication policy" in files["page.html"][0]


def test_what_is_left_of_a_report_are_the_quotes_of_other_claims(
    shown: Situation, files: dict[str, Read]
) -> None:
    (item,) = (item for item in shown.drawn if item.claim.id == "p2")
    report = next(report for report in shown.reports if report.id == item.claim.doc)
    quote = "Rebels took the village of Maardes"
    assert report.text.split() == ["…", *quote.split(), "…"]
    assert report.text[item.claim.span.start : item.claim.span.end] == item.claim.quote == quote
    assert (report.title, report.url, report.path) == ("", "", "")
    assert quote in files["full.html"][0]


def test_voices_of_what_is_not_shown_are_not_counted() -> None:
    village = next(item for item in told().drawn if item.claim.id == "p2")
    report = next(report for report in told().reports if report.id == "young")
    copy = replace(
        village, origin="young", claim=replace(village.claim, id="copy", doc="young",
                                               claimant="a reporter"),
    )  # fmt: skip
    both = situation([report], [village, copy], theatre=told().theatre)
    voices = {item.claim.id: item.standing and item.standing.voices for item in both.drawn}
    assert voices == {"p2": 2, "copy": 2}
    received = {village.claim.doc: NOW - timedelta(days=9)}
    (left,) = apply_policy(both, Policy(), now=NOW, received=received).situation.drawn
    assert left.standing
    assert (left.standing.voices, left.agrees_with) == (1, ())


@pytest.mark.parametrize("word", ["Maardes", "MAARDÈS"])
def test_words_of_ones_own_are_withheld_too(word: str) -> None:
    seen = apply_policy(told(), replace(FREE, withhold_words=(word,)), now=NOW)
    assert "p2" not in {claim.id for claim in seen.situation.claims}
    assert len(seen.situation.claims) == len(told().claims)


def test_a_digest_of_two_wars_stays_apart_under_another_name() -> None:
    text = (
        "The Arakan Army captures the town of Ann in Myanmar. (Narinjara)\n"
        "Army aircraft bomb Camp Poplar hospital in Nyala, Sudan. (Sudan Tribune)\n"
        "The Rapid Support Forces capture Bara, the Sudanese army says. (Radio X)\n"
    )
    report = Report(id="camp-poplar-hospital", text=text, sections=find_sections(text))
    found = assess([report])
    assert [part.theatre.id for part in found.parts] == ["sudan", "myanmar"]
    policy = replace(FREE, withhold=Policy().withhold)
    seen = apply_policy(found, policy, now=NOW).situation
    shown = {seen.theatre_of(item.claim).id: item.claim for item in seen.drawn}
    assert {name: claim.actor for name, claim in shown.items()} == {
        "myanmar": "Arakan Army",
        "sudan": "Rapid Support Forces",
    }
    assert {claim.doc for claim in shown.values()} == {"report-0"}
