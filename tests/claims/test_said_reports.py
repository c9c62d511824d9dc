"""Who says what through whole reports, in ten styles of the press: ``said.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims.claimants.attribution import Speakers, attribute
from claims.claimants.outlet import find_outlet
from claims.intake.sections import find_sections
from claims.report import Report, SectionKind
from claims.sides.theatre_files import neutral_theatre
from claims.words import sentences
from claims.yaml_text import load_yaml

REPORTS = load_yaml((Path(__file__).parent / "said.yaml").read_text(encoding="utf-8"))
READ = (SectionKind.HEADLINE, SectionKind.BODY)


def report_of(text: str) -> Report:
    return Report(id="t", text=text, sections=find_sections(text))


def told(report: Report, outlet: str, words: str) -> tuple[str, str]:
    speakers, cues = Speakers(theatre=neutral_theatre(()), text=report.text, outlet=outlet), []
    for section in report.sections:
        if section.kind in READ:
            paragraph = list(sentences(report.text, section.start, section.end))
            headline = section.kind is SectionKind.HEADLINE
            cues += [c for found in speakers.read(paragraph, headline=headline) for c in found]
    said = attribute(cues, report.text.index(words))
    return said.claimant + ("!" if said.denies else ""), ", ".join(said.via)


@pytest.mark.parametrize("case", REPORTS, ids=lambda case: case["style"])
def test_whose_words_are_which_in_a_whole_report(case: dict[str, Any]) -> None:
    report = report_of(case["text"])
    read = [[words, *told(report, case["outlet"], words)] for words, *_ in case["said"]]
    assert read == [[*row, ""][:3] for row in case["said"]]


@pytest.mark.parametrize("case", REPORTS, ids=lambda case: case["style"])
def test_the_outlet_of_a_report_is_read_from_its_head(case: dict[str, Any]) -> None:
    assert find_outlet(report_of(case["text"]), neutral_theatre(())) == case["outlet"]
