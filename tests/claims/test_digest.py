"""A digest of many wars: each line with its sources in brackets is of a land of its own."""

from __future__ import annotations

import pytest

from claims.sides.theatre_files import recognise_theatre

SYRIA = "Rebels capture the town of Halfaya in Hama Governorate, Syria. (SOHR)"
LIBYA = "Libyan rebels capture Zliten and Brega. (BBC News) (Al Jazeera)"
SHAN = "The Arakan Army attacks junta outposts on the Chinese border. (The Irrawaddy)"


@pytest.mark.parametrize(
    ("lines", "land"),
    [
        ((SYRIA, LIBYA), "LY"),
        ((SYRIA, SHAN), "MM"),
        ((SYRIA, "Gunmen kill four people in Haiti. (AP)"), "HT"),
        (("The M23 enters Masisi, DR Congo. (AFP)", LIBYA, SYRIA), "LY"),
    ],
)
def test_places_of_every_line_of_a_digest_can_be_found(lines: tuple[str, ...], land: str) -> None:
    assert land in recognise_theatre(["\n".join(lines)]).countries


@pytest.mark.parametrize(
    "text",
    [
        f"{SYRIA}\nTurkish jets bomb Manbij. (Reuters)",
        f"{SYRIA} {LIBYA}",
        f"{SYRIA}\nLibyan rebels capture Zliten.",
    ],
)
def test_other_lands_are_left_out_where_no_line_is_of_them_alone(text: str) -> None:
    assert recognise_theatre([text]).countries[0] == "SY"
    assert "LY" not in recognise_theatre([text]).countries


def test_a_digest_opens_eight_lands_at_most() -> None:
    states = "Haiti Colombia Peru Chad Niger Nigeria Somalia Kenya Uganda Angola Mozambique".split()
    text = "\n".join(f"Gunmen kill four people in {state}. (AP)" for state in states)
    assert len(recognise_theatre([text]).countries) <= 8


@pytest.mark.parametrize("mark", [".", ":", " –"])
def test_lines_that_open_with_a_land_are_of_it(mark: str) -> None:
    lines = (
        f"Key Takeaways: DRC{mark} The M23 captured Kaziba and Masisi.",
        f"Somalia{mark} Al Shabaab attacked the town of Adan Yabal.",
        f"Mali{mark} JNIM overran the base at Dioura.",
    )
    assert recognise_theatre(["\n\n".join(lines)]).countries == ("CD", "SO", "ML")
    assert recognise_theatre([lines[0]]).countries == ("CD",)
