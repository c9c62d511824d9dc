"""Two names that only a comma parts: two towns, or a town and what holds it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.assess import open_gazetteer
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import load_theatre, neutral_theatre


def places(text: str, where: str, home: Path) -> list[str]:
    theatre = neutral_theatre((where,)) if len(where) == 2 else load_theatre(where)
    report = Report(
        id="towns",
        text=text,
        published=datetime(2015, 6, 15, tzinfo=UTC),
        sections=find_sections(text),
    )
    claims = extract(report, theatre, open_gazetteer(theatre, home=home))
    return [claim.place.text for claim in claims if claim.place]


@pytest.mark.parametrize(
    ("where", "text", "expected"),
    [
        ("syria", "The army shelled Aleppo, Idlib on Sunday.", ["Aleppo", "Idlib"]),
        ("syria", "In Homs, Hama, shells fell on houses on Sunday.", ["Homs", "Hama"]),
        ("syria", "Clashes went on in Homs, Hama.", ["Homs", "Hama"]),
        ("NG", "Gunmen raided the towns of Bama, Gwoza on Friday.", ["the towns of Bama", "Gwoza"]),
        ("SL", "Rebels attacked Makeni, Kenema on Monday.", ["Makeni", "Kenema"]),
        ("VN", "Guerrillas attacked Hue, Da Nang on Monday.", ["Hue", "Da Nang"]),
        ("AF", "In Kandahar, Helmand, gunmen killed ten on Monday.", ["Kandahar", "Helmand"]),
        ("AF", "The Taliban took Sangin, Helmand, on Sunday.", ["Sangin"]),
        ("CD", "Rebels captured Goma, Congo, on Sunday.", ["Goma"]),
        ("NG", "Gunmen attacked Bama, Borno, on Sunday.", ["Bama"]),
        ("syria", "Barrel bombs fell on Daraya, Damascus, on Sunday.", ["Daraya"]),
        ("ukraine", "Shells fell on Vovchansk, Kharkiv, on Sunday.", ["Vovchansk"]),
        ("gaza-lebanon", "Shells fell on Jabalia, Gaza, on Sunday.", ["Jabalia"]),
    ],
)
def test_what_a_comma_joins_is_one_place_where_the_second_holds_the_first(
    where: str, text: str, expected: list[str], shipped_home: Path
) -> None:
    assert places(text, where, shipped_home) == expected
