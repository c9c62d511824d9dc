"""Who gains and who loses, in tables of sentences written for these tests."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from claims.claim import Claim
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import load_theatre, neutral_theatre, recognise_theatre
from gazetteer.index import Gazetteer

TABLES = sorted((Path(__file__).parent / "sides").glob("*.txt"))


class Row(NamedTuple):
    action: str
    place: str
    actor: str
    opponent: str
    text: str


def _rows() -> list[Row]:
    rows = []
    for line in "\n".join(table.read_text(encoding="utf-8") for table in TABLES).split("\n"):
        if line.strip() and not line.startswith("#"):
            head, sides, text = line.split(" | ", 2)
            action, place = head.split(" @ ")
            actor, opponent = sides.split(" > ")
            rows.append(Row(action, place, actor, opponent, text.replace("\\n", "\n")))
    return rows


def _claims(text: str) -> tuple[Claim, ...]:
    """Read a sentence in the theatre named in front of it ("[syria] ..."), else in none.

    "[open]" stands for the theatre, or the countries, that the words themselves give.
    """
    marked = re.match(r"\[([\w-]+)\] ", text)
    text = text[marked.end() :] if marked else text
    if marked and marked[1] == "open":
        theatre = recognise_theatre([text])
    else:
        theatre = load_theatre(marked[1]) if marked else neutral_theatre(())
    report = Report(
        id="sides",
        text=text,
        published=datetime(2024, 12, 5, tzinfo=UTC),
        sections=find_sections(text),
    )
    return extract(report, theatre, Gazetteer())


def _sides(claim: Claim) -> tuple[str, str]:
    return ("+".join((claim.actor_side or "-", *claim.actor_with)), claim.opponent_side or "-")


def test_the_tables_hold_two_hundred_sentences() -> None:
    assert len(_rows()) >= 200


@pytest.mark.parametrize("row", _rows(), ids=lambda row: re.sub(r"\W+", " ", row.text)[:60])
def test_the_sides_are_those_a_careful_reader_sees(row: Row) -> None:
    claims = _claims(row.text)
    told = [(c.action.value, c.place.text if c.place else "", *_sides(c)) for c in claims]
    found = {
        _sides(claim) if row.opponent != "*" else (_sides(claim)[0], "*")
        for claim in claims
        if claim.action.value == row.action
        and row.place in ("?", *(claim.place.heads[:1] if claim.place else ()))
    }
    assert found == {(row.actor, row.opponent)}, told


def test_a_ministry_that_only_speaks_is_no_actor() -> None:
    claims = _claims(
        "The Georgian Defence Ministry said an attack on the town of Nuli was repelled."
    )
    (attack,) = claims
    assert (attack.actor_side, attack.opponent, attack.opponent_side) == (None, "", "georgia")
