"""The conflicts that an annotator found in the five reports are found without hand links.

The labels lie in ``../shared`` and are no part of the project; where that folder is missing these
tests are skipped and say so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims.assess import assess, open_gazetteer
from claims.figure import Figure
from claims.intake.reader import read_inputs
from claims.sides.theatre_files import load_theatre
from claims.situation import NotDrawn, ResolvedClaim, Situation
from claims.yaml_text import load_yaml

SHARED = Path(__file__).parents[3] / "shared" / "reports"
LABELS = SHARED / "labels" / "seeds_in_depth.yaml"

pytestmark = pytest.mark.skipif(
    not LABELS.is_file(), reason="the labelled reports of ../shared are not here"
)


@pytest.fixture(scope="module")
def seeds(shipped_home: Path) -> Situation:
    syria = load_theatre("syria")
    opened = open_gazetteer(syria, home=shipped_home)
    reports = read_inputs([SHARED / "seeds"]).reports
    return assess(reports, theatre=syria, gazetteer=opened)


@pytest.fixture(scope="module")
def labels() -> dict[str, Any]:
    return load_yaml(LABELS.read_text(encoding="utf-8"))


def linked(ids: list[str], contradicts: dict[str, tuple[str, ...]]) -> bool:
    return any(set(contradicts[one]) & set(ids) for one in ids)


@pytest.mark.parametrize("name", ["X1", "X2", "X3"])
def test_a_conflict_of_claims_is_linked(
    seeds: Situation, labels: dict[str, Any], name: str
) -> None:
    items: list[ResolvedClaim | NotDrawn] = [*seeds.drawn, *seeds.not_drawn]
    ids = _ids(labels, name, [(i.claim.doc, i.claim.span, i.claim.id) for i in items])
    assert len(ids) > 1
    assert linked(ids, {i.claim.id: i.contradicts for i in items})


def test_a_conflict_of_figures_is_linked(seeds: Situation, labels: dict[str, Any]) -> None:
    figures: tuple[Figure, ...] = seeds.figures
    wanted = next(each["claims"] for each in labels["conflict_sets"] if each["id"] == "X4")
    spans = [(c["doc"], *c["span"]) for c in labels["claims"] if c["id"] in wanted]
    pairs = {
        frozenset((f.least, other.least))
        for f in figures
        for other in figures
        if other.id in f.contradicts
        and any(
            f.doc.startswith(doc) and f.span.start < b and a < f.span.end for doc, a, b in spans
        )
    }
    # A running total against the monitor's, and two counts of one day.
    assert pairs == {frozenset((1600, 371)), frozenset((300, 100))}


def _ids(labels: dict[str, Any], name: str, found: list[tuple[str, Any, str]]) -> list[str]:
    wanted = next(each["claims"] for each in labels["conflict_sets"] if each["id"] == name)
    by_id = {claim["id"]: claim for claim in labels["claims"]}
    ids: list[str] = []
    for label in (by_id[each] for each in wanted):
        start, end = label["span"]
        shares = [
            (min(span.end, end) - max(span.start, start), -number)
            for number, (doc, span, _) in enumerate(found)
            if doc.startswith(label["doc"])
        ]
        share, number = max(shares, default=(0, 0))
        if share > 0:
            ids.append(found[-number][2])
    return list(dict.fromkeys(ids))


def test_the_two_copies_of_one_wire_give_one_voice(seeds: Situation) -> None:
    origins = {item.claim.doc: item.origin for item in (*seeds.drawn, *seeds.not_drawn)}
    assert (len(origins), len(set(origins.values()))) == (5, 4)
    copied = [i for i in seeds.drawn if i.claim.doc.startswith("001")]
    assert copied
    twins = {i.claim.id for i in seeds.drawn if i.claim.doc.startswith("000")}
    assert all(not twins & set(i.contradicts) for i in copied)
