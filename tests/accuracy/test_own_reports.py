"""Floors on reports of our own in many manners; see own/README.md for what they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from claims.assess import assess, open_gazetteer
from claims.claim import Claim
from claims.intake.reader import read_inputs
from claims.sides.theatre_files import recognise_theatre
from claims.yaml_text import load_yaml

OWN = Path(__file__).parent / "own"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["own"]
CLASS = {
    "advance": "gain", "capture": "gain", "recapture": "gain", "retreat": "back",
    "push_back": "back", "attack": "contest", "clash": "contest", "strike": "contest",
    "hold": "hold", "encircle": "isolate", "cut": "isolate", "deploy": "deploy",
}  # fmt: skip
PLAIN = frozenset("the of in at near to from and around west east north south".split())


@dataclass
class Tally:
    """What was read, and how much of it is right."""

    asked: int = 0
    read: int = 0
    met: int = 0
    met_needed: int = 0
    right: dict[str, list[bool]] = field(default_factory=dict)

    @property
    def figures(self) -> dict[str, float]:
        recall = self.met_needed / self.asked
        precision = self.met / self.read
        shares = {name: sum(each) / len(each) for name, each in self.right.items()}
        return {"F1": 2 * precision * recall / (precision + recall), **shares}


def words_of(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[\w'-]+", text)} - PLAIN


def fits(claim: Claim, label: dict[str, Any]) -> bool:
    """Tell whether a claim is at the labelled place, with an action that the label takes."""
    actions = {CLASS[action] for action in (label["action"], *label.get("alt", ()))}
    if CLASS[claim.action.value] not in actions or claim.place is None:
        return False
    heads, text = words_of(" ".join(claim.place.heads)), words_of(claim.place.text)
    wanted = [words_of(place) for place in (label["place"], *label.get("places", ()))]
    return any(heads & words or text <= words for words in wanted)


def closeness(claim: Claim, label: dict[str, Any]) -> int:
    same = words_of(claim.place.text if claim.place else "") & words_of(label["place"])
    exact = claim.action.value == label["action"]
    facts = claim.status.is_fact == (label["status"] in ("occurred", "ongoing"))
    return len(same) + 2 * exact + 2 * facts + 2 * _says(claim, label)


def _says(claim: Claim, label: dict[str, Any]) -> bool:
    wanted = [words_of(who) for who in (label["claimant"], *label.get("or", ()))]
    return any(words_of(claim.claimant) & who for who in wanted)


def matches(claims: list[Claim], labels: list[dict[str, Any]]) -> Iterator[tuple[Claim, Any]]:
    pairs = [(c, n) for c in claims for n, label in enumerate(labels) if fits(c, label)]
    pairs.sort(key=lambda pair: -closeness(pair[0], labels[pair[1]]))
    claims_met, labels_met = set[str](), set[int]()
    for claim, number in pairs:
        if claim.id not in claims_met and number not in labels_met:
            claims_met.add(claim.id)
            labels_met.add(number)
            yield claim, labels[number]


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory, shipped_home: Path) -> Tally:
    room = tmp_path_factory.mktemp("own")
    total = Tally()
    for path in sorted(OWN.glob("*.yaml")):
        case = load_yaml(path.read_text(encoding="utf-8"))
        (room / f"{path.stem}.txt").write_text(case["text"], encoding="utf-8")
        reports = read_inputs([room / f"{path.stem}.txt"]).reports
        theatre = recognise_theatre([case["text"]])
        found = assess(
            reports, theatre=theatre, gazetteer=open_gazetteer(theatre, home=shipped_home)
        )
        _count(total, list(found.claims), case["claims"])
    return total


def _count(total: Tally, claims: list[Claim], labels: list[dict[str, Any]]) -> None:
    needed = [label for label in labels if not label.get("optional")]
    met = list(matches(claims, labels))
    total.asked += len(needed)
    total.read += len([claim for claim in claims if claim.place])
    total.met += len(met)
    total.met_needed += sum(not label.get("optional") for _, label in met)
    for claim, label in met:
        fact = label["status"] in ("occurred", "ongoing")
        total.right.setdefault("status", []).append(claim.status.is_fact == fact)
        total.right.setdefault("claimant", []).append(_says(claim, label))
        if not label.get("any_side"):
            total.right.setdefault("side", []).append(claim.actor_side == label["side"])


def test_reports_of_our_own_are_read_above_their_floors(tally: Tally) -> None:
    below = {name: tally.figures[name] for name in FLOORS if tally.figures[name] < FLOORS[name]}
    assert not below, tally.figures


def test_a_report_on_a_parliament_claims_nothing(tmp_path: Path) -> None:
    case = load_yaml((OWN / "12-no-claim.yaml").read_text(encoding="utf-8"))
    (tmp_path / "a.txt").write_text(case["text"], encoding="utf-8")
    reports = read_inputs([tmp_path / "a.txt"]).reports
    found = assess(reports, theatre=recognise_theatre([case["text"]]))
    assert [claim.quote for claim in found.claims] == []
