"""Four reports of our own words, and how much of them is read as a careful analyst would.

The figures are floors, kept well below what is measured: they catch a rule that breaks, and no rule
is written for these texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claims.assess import open_gazetteer
from claims.claim import Claim
from claims.events.extract import extract
from claims.intake.reader import read_inputs
from claims.sides.theatre_files import recognise_theatre
from claims.yaml_text import load_yaml

FOLDER = Path(__file__).parent / "reports_b"
WARS = ("congo", "myanmar", "sudan", "yemen")
KINDS = {
    "advance": "gain", "capture": "gain", "recapture": "gain", "retreat": "back",
    "push_back": "back", "attack": "contest", "clash": "contest", "strike": "contest",
    "hold": "hold", "encircle": "isolate", "cut": "isolate", "deploy": "deploy",
}  # fmt: skip
FLOORS = {"place": 0.68, "side": 0.66, "claimant": 0.58}
LEVELS = {"place": 1, "side": 2, "claimant": 3}
FACTS = {"occurred", "ongoing"}
_PLAIN = frozenset("the a an of and for to in at al town city village camp spokesman".split())


@dataclass(frozen=True, kw_only=True)
class Read:
    """What was read of one report, beside what an analyst wrote down."""

    claims: tuple[Claim, ...]
    written: list[dict[str, Any]]

    def level(self, claim: Claim, row: dict[str, Any]) -> int:
        """Return how far the two agree: 1 place and kind, 2 side too, 3 claimant too."""
        place = claim.place.text if claim.place else ""
        if KINDS[claim.action] != KINDS[row["action"]] or not _same(place, row["place"]):
            return 0
        if claim.actor_side != row["side"]:
            return 1
        return 3 if _same(claim.claimant, row["claimant"]) else 2

    def pairs(self) -> list[tuple[Claim, dict[str, Any], int]]:
        """Return the matches, the deepest agreement first, each claim and row once."""
        every = [(c, row, self.level(c, row)) for c in self.claims for row in self.written]
        every.sort(key=lambda pair: (-pair[2], pair[0].action != pair[1]["action"]))
        taken: set[int] = set()
        found = []
        for claim, row, level in every:
            if level and not {id(claim), id(row)} & taken:
                taken |= {id(claim), id(row)}
                found.append((claim, row, level))
        return found


def _same(words: str, any_of: list[str]) -> bool:
    return any(words == other or _words(words) & _words(other) for other in any_of)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w']+", text.casefold())) - _PLAIN


@pytest.fixture(scope="module")
def read(shipped_home: Path) -> dict[str, Read]:
    found = {}
    for war in WARS:
        (report,) = read_inputs([FOLDER / f"{war}.txt"]).reports
        theatre = recognise_theatre([report.text])
        assert theatre.id == war
        claims = extract(report, theatre, open_gazetteer(theatre, home=shipped_home))
        written = load_yaml((FOLDER / f"{war}.yaml").read_text(encoding="utf-8"))
        found[war] = Read(claims=claims, written=written)
    return found


@pytest.mark.parametrize("level", FLOORS)
def test_the_reports_are_read_above_the_floor(read: dict[str, Read], level: str) -> None:
    hits = sum(1 for each in read.values() for *_, deep in each.pairs() if deep >= LEVELS[level])
    claims = sum(len(each.claims) for each in read.values())
    written = sum(len(each.written) for each in read.values())
    assert 2 * hits / (claims + written) >= FLOORS[level], (hits, claims, written)


def test_of_what_is_found_nine_in_ten_have_the_right_status(read: dict[str, Read]) -> None:
    pairs = [pair for each in read.values() for pair in each.pairs()]
    right = [c for c, row, _ in pairs if (c.status in FACTS) == (row["status"] in FACTS)]
    assert len(right) >= 0.9 * len(pairs)


def test_what_is_written_down_stands_in_the_report() -> None:
    for war in WARS:
        text = (FOLDER / f"{war}.txt").read_text(encoding="utf-8").casefold()
        for row in load_yaml((FOLDER / f"{war}.yaml").read_text(encoding="utf-8")):
            assert any(place.casefold() in text for place in row["place"]), (war, row)
