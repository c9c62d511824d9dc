"""Two names that only a comma parts: two towns, or a town and what holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.with_towns import claims_in


def places(text: str, where: str, home: Path) -> list[str]:
    return [claim.place.text for claim in claims_in(text, where, home) if claim.place]


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
