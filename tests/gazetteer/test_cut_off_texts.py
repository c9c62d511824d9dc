"""A text may end, or begin, at any word."""

from pathlib import Path

import pytest

from tests.gazetteer.reading import read

REPORTS = sorted(Path("examples").rglob("*.txt"))


@pytest.mark.parametrize(
    "text", ["G-y", "the city of Al", "the road from Al-", "LOUD LINE\n\nand,"]
)
def test_a_text_may_end_in_the_middle_of_a_name(text):
    read(text)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_report_is_read_wherever_it_is_cut(report):
    words = report.read_text(encoding="utf-8").split(" ")
    for at in range(len(words)):
        read(" ".join(words[max(0, at - 12) : at]))
        read(" ".join(words[at : at + 12]))
