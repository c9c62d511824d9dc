"""Overviews of many countries: whose soldiers are those that are named for no state."""

from __future__ import annotations

import pytest

from claims.fighters.actors import ActorFinder
from claims.sides.theatre_files import recognise_theatre

HEADED = """Regional overview, March 2025

Ecuador: Gunmen stormed Guayaquil. Soldiers raided Manta.

Mexico: Mexican troops left Tepuche. Soldiers entered Culiacan.

Colombia: The army retook Tibu. Mexican soldiers watched.
"""
OPENED = """In Pakistan, soldiers of the Pakistani army retook Maidan.

In India, security forces attacked Imphal.

In Bangladesh, the army entered Dhaka.
"""
RUN_IN = """The wars in brief, 2 November 1999

Chechnya. Russian troops entered Gudermes. The army shelled Argun.

Sri Lanka. The Tamil Tigers attacked Oddusuddan, and the rebels took it. Troops withdrew.

Angola. Government forces entered Bailundo. Insurgents held Andulo.
"""
SPOKEN_OF = """In Sudan, Sudanese soldiers retook Bara.

In Chad, the army watched.
"""


def sides(text: str) -> dict[str, str | None]:
    found = ActorFinder(recognise_theatre([text]), text).find(text, 0)
    return {m.text: m.side for m in found if m.kind != "country" or " " in m.text}


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        (HEADED, "army", "colombia-government"),
        (HEADED, "Mexican soldiers", "mexico-government"),
        (OPENED, "security forces", "india"),
        (OPENED, "army", "bangladesh"),
        (RUN_IN, "army", None),  # of no land that heads a paragraph
        (RUN_IN, "rebels", "ltte"),
        (RUN_IN, "Troops", "sri-lanka-government"),
        (RUN_IN, "Government forces", "angola-government"),
        (RUN_IN, "Insurgents", "opposition"),  # whom no sentence on Angola names
        (SPOKEN_OF, "army", "saf"),  # two lands that are spoken of make no overview
    ],
)
def test_forces_of_no_named_state_are_of_the_land_of_their_paragraph(
    text: str, words: str, side: str
) -> None:
    assert sides(text)[words] == side


def test_soldiers_are_of_the_land_that_heads_their_paragraph() -> None:
    found = ActorFinder(recognise_theatre([HEADED]), HEADED).find(HEADED, 0)
    told = [m.side for m in found if m.text == "Soldiers"]
    assert told == ["ecuador-government", "mexico-government"]
