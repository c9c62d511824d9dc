"""Reports in words keep claimants apart, name their sources and leave no claim out."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from PIL import Image

from maps.beside.labels import limits
from maps.export import export
from maps.report.markdown import escaped
from tests.maps.situations import hama


@pytest.fixture(scope="module")
def text() -> str:
    return export(hama(), name="report.md", title="Around Hama").content.decode("utf-8")


@pytest.fixture(scope="module")
def document() -> docx.document.Document:
    return docx.Document(io.BytesIO(export(hama(), name="r.docx", title="Around Hama").content))


def section(text: str, heading: str) -> str:
    return re.search(rf"^#+ {heading}\n\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)[1]


def test_a_place_tells_who_says_what_when_and_in_which_words(text: str) -> None:
    assert (
        "HTS said that opposition took ground from government (“Suran”; 3 Dec 2024, 06:00–12:00): "
        "“our fighters entered Suran and hold its centre” (claim 7) [2]."
    ) in section(text, "Suran")


def test_a_denial_is_the_word_of_the_one_who_denies(text: str) -> None:
    told = section(text, "Suran")
    assert "Syrian state media denied that opposition took ground from government" in told


def test_plans_and_failures_are_told_as_such(text: str) -> None:
    assert "HTS said that opposition plans to advance against government" in text
    assert "Syrian state media said that opposition failed to attack government" in text


def test_an_axis_has_a_heading_of_its_own_ends() -> None:
    base = hama()
    moving = base.drawn[13]
    tail = replace(moving.claim.place, text="Khanasir")
    moved = replace(moving, claim=replace(moving.claim, tail=tail))
    made = export(replace(base, drawn=(moved,)), name="r.md").content.decode("utf-8")
    assert "\n### Khanasir → Al-Safira\n" in made


def test_contradicting_claims_stand_side_by_side_once(text: str) -> None:
    rows = [line for line in section(text, "Contradictions, side by side").splitlines()[2:] if line]
    (row,) = rows
    one, other = row.strip("| ").split(" | ")
    assert "entered Suran" in one
    assert "denied" in other


def test_every_claim_is_in_the_table_and_no_other(text: str) -> None:
    rows = section(text, "All claims").strip().splitlines()[2:]
    assert [row.split(" | ")[0].strip("| ") for row in rows] == [str(n) for n in range(1, 26)]


def test_what_is_not_drawn_is_listed_with_its_reason(text: str) -> None:
    listed = section(text, "Not drawn, and why").strip().splitlines()
    assert len(listed) == 3
    assert listed[1].startswith("- Several places fit: Two roads fit about equally well. (could be")


def test_sources_are_numbered_with_their_dates_and_addresses(text: str) -> None:
    first = section(text, "Sources").splitlines()[0]
    assert first.startswith("1. Outlet r1, “Fighting near Hama goes on (r1)”, 5 Dec 2024")
    assert first.endswith("<https://example.org/r1>")


def test_a_long_passage_goes_day_by_day_and_in_order() -> None:
    base = hama()
    items = tuple(
        replace(base.drawn[n % 2], claim=replace(base.drawn[n % 2].claim, id=f"x{n}"))
        for n in range(6)
    )
    made = export(replace(base, drawn=items), name="r.md").content.decode("utf-8")
    assert re.findall(r"^\*\*(\d Dec 2024)\.\*\*", made, re.MULTILINE) == [
        "3 Dec 2024",
        "4 Dec 2024",
    ]


def test_markdown_shows_its_picture_beside_it() -> None:
    made = export(hama(), name="my report.md")
    (name,) = made.beside
    assert name == "my report.md.png"
    assert "](my%20report.md.png)" in made.content.decode("utf-8")
    assert Image.open(io.BytesIO(made.beside[name])).width == 1200


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("1. a list", "1\\. a list"),
        ("- a list", "\\- a list"),
        ("# heading", "\\# heading"),
        ("3-5 km", "3-5 km"),
        ("a@example.org", "a\\@example.org"),
        ("https://example.org", "https\\://example.org"),
        ("two\nlines", "two lines"),
        ("$1 | $2", "\\$1 \\| \\$2"),
    ],
)
def test_markdown_shows_text_as_it_is(words: str, shown: str) -> None:
    assert escaped(words) == shown


def test_a_docx_holds_paragraphs_picture_tables_and_sources(
    document: docx.document.Document,
) -> None:
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[:2] == ["CLAIMS, NOT VERIFIED", "Around Hama"]
    assert any("HTS said that opposition took ground" in line for line in words)
    assert any(line.startswith("[1] Outlet r1") and "example.org/r1" in line for line in words)
    assert "GeoNames (CC BY 4.0)" in words
    assert words[-1] == limits()
    (picture,) = document.inline_shapes
    assert "22 of 25 claims drawn" in picture._inline.docPr.get("descr")
    against, table = document.tables
    assert len(against.rows) == 2
    assert len(table.rows) == 26


def test_a_docx_is_dated_by_its_claims(document: docx.document.Document) -> None:
    assert document.core_properties.created.isoformat().startswith("2024-12-05T06:45")
    package = zipfile.ZipFile(io.BytesIO(export(hama(), name="r.docx").content))
    assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_quotation_in_arabic_runs_from_the_right() -> None:
    base = hama()
    claim = replace(base.drawn[0].claim, quote="دخل المقاتلون صوران")
    made = export(replace(base, drawn=(replace(base.drawn[0], claim=claim),)), name="r.docx")
    runs = [run for p in docx.Document(io.BytesIO(made.content)).paragraphs for run in p.runs]
    assert [run.font.rtl for run in runs if "صوران" in run.text] == [True]
