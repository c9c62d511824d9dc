"""Who says it and who passed it on, measured against chains labelled by hand.

The labels lie in ``../shared`` and are not part of the project; where that folder is missing these
tests are skipped and say so. A claim counts where it was read at all.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claims.assess import assess, open_gazetteer
from claims.claim import Claim
from claims.intake.reader import read_inputs
from claims.sides.theatre_files import recognise_theatre
from claims.yaml_text import load_yaml

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (SHARED / "reports").is_dir(), reason="the labelled reports of ../shared are not here"
)


@cache
def scorer() -> ModuleType:
    path = SHARED / "tools" / "score_claims.py"
    spec = importlib.util.spec_from_file_location("score_claims", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def accepted() -> dict[str, list[str]]:
    """Return the names that the labels accept for the claimant of each claim, by its id."""
    text = (SHARED / "reports" / "labels" / "seeds.yaml").read_text(encoding="utf-8")
    return {
        label["id"]: [name for name in label["claimant_accept"] if "own voice" not in name]
        for label in load_yaml(text)["claims"]
    }


def same(given: str, asked: str, others: Iterable[str] = ()) -> bool:
    """Ask the labels' own scorer whether two names of a claimant are one."""
    label = {"claimant": asked, "claimant_accept": list(others)}
    return bool(scorer().claimant_ok({"claimant": given}, label))


def read(home: Path) -> list[Claim]:
    reports = read_inputs([SHARED / "reports" / "seeds"]).reports
    theatre = recognise_theatre(report.text for report in reports)
    gazetteer = open_gazetteer(theatre, home=home)
    return list(assess(reports, theatre=theatre, gazetteer=gazetteer).claims)


def pairs(home: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any], Claim]]:
    """Yield each core label with the claim that shares most of its words."""
    labels = load_yaml(
        (SHARED / "reports" / "labels" / "seeds_in_depth.yaml").read_text(encoding="utf-8")
    )
    claims = read(home)
    for label in labels["claims"]:
        low, high = label["span"]
        shared = [
            (min(high, c.span.end) - max(low, c.span.start), -c.span.start, c)
            for c in claims
            if c.doc.startswith(label["doc"])
        ]
        if not label.get("core") or not shared:
            continue
        overlap, _, claim = max(shared, key=lambda item: item[:2])
        if overlap > 0:
            yield labels, label, claim


def chain_is_right(labels: dict[str, Any], label: dict[str, Any], claim: Claim) -> bool:
    said, outlet = label["attribution"], labels["documents"][label["doc"]]["outlet"]
    names = {key: source["name"] for key, source in labels["sources"].items()}
    asked = "outlet" if said["claimant"] == outlet else names[said["claimant"]]
    asked = "outlet" if "caption" in said["claimant"] else asked
    between = [names[key] for key in said["via"] if key != outlet]
    via = [name for name in claim.via if not same(name, outlet.replace("_", " "))]
    right = same(claim.claimant, asked, accepted().get(label["id"], ()))
    return right and len(via) == len(between) and all(map(same, via, between))


def test_chains_are_right_above_their_floor(shipped_home: Path) -> None:
    judged = [(x["id"], chain_is_right(y, x, claim)) for y, x, claim in pairs(shipped_home)]
    wrong = [name for name, right in judged if not right]
    assert len(judged) >= FLOORS["chains"]["core claims read"], len(judged)
    assert 1 - len(wrong) / len(judged) >= FLOORS["chains"]["right"], wrong
