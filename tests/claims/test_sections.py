"""What each stretch of a report is."""

import pytest

from claims.intake.sections import find_sections
from claims.report import SectionKind

REPORT = """ date 2024-12-04 Sign up

Soldiers walk past a burnt truck on Monday. JANE ROE/NORTHERN DESK

World

Army says it holds the river towns

Published

HARBOUR CITY, Dec. 4 (Northern Desk) — The army said it held both towns.

RELATED:
Council meets over fuel prices in the capital
The rebels denied the statement.

NORTHERN DESK

Northern Desk is a news agency founded in 1999, with offices in Harbour City.
"""


def kinds(text: str) -> list[tuple[SectionKind, str]]:
    return [(s.kind, text[s.start : s.end]) for s in find_sections(text)]


def test_each_stretch_of_a_report_has_its_kind() -> None:
    assert kinds(REPORT) == [
        (SectionKind.BOILERPLATE, "Sign up"),
        (
            SectionKind.CAPTION,
            "Soldiers walk past a burnt truck on Monday. JANE ROE/NORTHERN DESK",
        ),
        (SectionKind.BOILERPLATE, "World"),
        (SectionKind.HEADLINE, "Army says it holds the river towns"),
        (SectionKind.BOILERPLATE, "Published"),
        (SectionKind.DATELINE, "HARBOUR CITY, Dec. 4 (Northern Desk) — "),
        (SectionKind.BODY, "The army said it held both towns."),
        (SectionKind.RELATED, "RELATED:"),
        (SectionKind.RELATED, "Council meets over fuel prices in the capital"),
        (SectionKind.BODY, "The rebels denied the statement."),
        (SectionKind.BOILERPLATE, "NORTHERN DESK"),
        (
            SectionKind.BOILERPLATE,
            "Northern Desk is a news agency founded in 1999, with offices in Harbour City.",
        ),
    ]


@pytest.mark.parametrize(
    "line",
    [
        *("DUBAI, UAE - ", "KYIV (AP) — ", "GOMA, Jan. 27 (Northern Desk) -- ", "BEIRUT — "),
        *("GOMA, Zaire (AP) _ ", "GOMA, Jan 27 1996. ", "GOMA (Correspondent) ", "GOMA/KIGALI "),
        *("Goma, Jan 16 (PTI) ", "Goma, Apr 25 (EFE).- ", "Goma, SANA – "),
    ],
)
def test_a_dateline_is_set_apart_from_the_body(line: str) -> None:
    text = f"{line}The army left the town."
    assert kinds(text)[0] == (SectionKind.DATELINE, line)
    assert kinds(text)[1] == (SectionKind.BODY, "The army left the town.")


@pytest.mark.parametrize(
    "line", ["GOMA, Congo, Jan 27 1996", "Goma, Congo, 27 January 1996", "GOMA, Congo (AA)"]
)
def test_a_dateline_may_be_a_line_of_its_own(line: str) -> None:
    told = "Fighting between the army and the rebels has spread, both sides said."
    assert kinds(f"{line}\n\n{told}") == [(SectionKind.DATELINE, line), (SectionKind.BODY, told)]


@pytest.mark.parametrize("line", ["Battle for Goma, Jan 27 1996", "Goma Offensive, 27 January"])
def test_a_title_with_a_day_is_no_dateline(line: str) -> None:
    assert (SectionKind.DATELINE, line) not in kinds(f"{line}\n\nThe army left the town.")


def test_no_break_spaces_make_no_section() -> None:
    assert kinds("The army left.\n\u00a0\n \nThe rebels came.") == [
        (SectionKind.BODY, "The army left."),
        (SectionKind.BODY, "The rebels came."),
    ]


def test_a_line_in_capitals_heads_what_prose_follows_and_ends_the_article_else() -> None:
    told = "Armed men raided two villages on the coast road on Friday and burned the health centre."
    text = f"HIGHLIGHTS\n\n{told}\n\nSITUATION OVERVIEW\n\n{told}\n\nNORTHERN DESK\n\nSign here."
    assert [kind for kind, line in kinds(text) if line == told] == [SectionKind.BODY] * 2
    assert kinds(text)[-1] == (SectionKind.BOILERPLATE, "Sign here.")


def test_items_with_their_source_in_brackets_are_no_titles_and_no_captions() -> None:
    text = "Maru\n- Rebels captured Oru. [The Courier]\n- A drone hit Bela in the night. [RFE/RL]\n"
    kinds = [section.kind for section in find_sections(text)]
    assert kinds[-2:] == [SectionKind.BODY, SectionKind.BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Rebels hold Oru, the army said. The Courier news agency, based in Bela, said so too.",
        "The Courier news agency, which is based in Harbour City, said rebels had taken Oru.",
        "Support troops entered Oru on Monday and drove the rebels from the market.",
        "Follow-up strikes hit the bridge at Oru on Monday.",
        "Watch towers along the river at Oru fell to the rebels on Monday.",
        "Rebels took Oru on Monday, the army said. " * 12 + "© 2024 The Courier",
        "Rebels took Oru on Monday, the army said. " * 18 + "(AP Photo)",
    ],
)
def test_a_paragraph_that_tells_something_is_body_whatever_else_it_holds(line: str) -> None:
    assert [kind for kind, _ in kinds(line)] == [SectionKind.BODY]


@pytest.mark.parametrize(
    "line", ["Support our journalism.", "Follow us on Telegram.", "Watch: the day in Oru.", "Share"]
)
def test_what_is_asked_of_readers_is_boilerplate(line: str) -> None:
    assert [kind for kind, _ in kinds(line)] == [SectionKind.BOILERPLATE]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The rebels say that they beat off an attack near Oru. (RFE/RL)", "body"),
        ("The army captures the town of Bela after a siege. (Reuters) (AP/AFP)", "body"),
        ("A tank stands in the main street of Bela. (Jane Roe/AFP)", "caption"),
        ("Smoke rises behind the houses of Bela. (Handout/AFP)", "caption"),
    ],
)
def test_two_outlets_in_brackets_are_the_source_and_no_photographer(line: str, kind: str) -> None:
    assert [section.kind for section in find_sections(line)] == [kind]
