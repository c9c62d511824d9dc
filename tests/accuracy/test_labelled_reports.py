"""Floors on labelled real reports; they may only rise.

The reports and labels lie in ``../shared`` and are not part of the project; where that folder is
missing these tests are skipped and say so. No rule names a place, date or outlet of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claims.assess import assess, open_gazetteer
from claims.intake.reader import read_inputs
from claims.sides.theatre_files import recognise_theatre
from claims.situation import Situation
from claims.written.records import claim_records
from claims.yaml_text import load_yaml
from gazetteer.index import Gazetteer

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (SHARED / "reports").is_dir(), reason="the labelled reports of ../shared are not here"
)


@pytest.fixture(scope="module")
def seeds(shipped_home: Path) -> Situation:
    reports = read_inputs([SHARED / "reports" / "seeds"]).reports
    theatre = recognise_theatre(report.text for report in reports)
    return assess(reports, theatre=theatre, gazetteer=open_gazetteer(theatre, home=shipped_home))


@pytest.fixture(scope="module")
def dev(shipped_home: Path) -> list[Situation]:
    opened: dict[tuple[str, ...], Gazetteer] = {}
    found = []
    for path in sorted((SHARED / "reports" / "dev").glob("*.txt")):
        reports = read_inputs([path]).reports
        theatre = recognise_theatre(report.text for report in reports)
        key = (theatre.id, *theatre.countries)
        if key not in opened:
            opened[key] = open_gazetteer(theatre, home=shipped_home)
        found.append(assess(reports, theatre=theatre, gazetteer=opened[key]))
    return found


def score(situations: list[Situation], labels: str, folder: Path) -> dict[str, float]:
    """Run the labels' own scorer.

    It compares the span of a place with that of a label and stops where the label has none, so the
    spans of places are left out for it; it then compares the words.
    """
    lines = [
        json.dumps({k: v for k, v in record.items() if k not in ("place_start", "place_end")})
        for situation in situations
        for record in claim_records(situation)
    ]
    (folder / "claims.jsonl").write_text("\n".join(lines), encoding="utf-8")
    subprocess.run(
        [
            sys.executable,
            SHARED / "tools" / "score_claims.py",
            folder / "claims.jsonl",
            "--labels",
            SHARED / "reports" / "labels" / f"{labels}.yaml",
            "--json",
            folder / "score.json",
        ],
        check=True,
        capture_output=True,
    )
    result = json.loads((folder / "score.json").read_text(encoding="utf-8"))
    figures = {
        "irrealis as fact": float(result["irrealis_as_fact"]),
        "status right": result["status_ok"],
        "date right": result["when_ok"],
    }
    for level, values in result["levels"].items():
        figures[f"{level} F1"] = values["F1"]
        figures[f"{level} core recall"] = values["Rcore"]
    return figures


def test_the_five_reports_score_above_their_floors(seeds: Situation, tmp_path: Path) -> None:
    figures = score([seeds], "seeds", tmp_path)
    below = {
        name: figures[name] for name, floor in FLOORS["seeds"].items() if figures[name] < floor
    }
    assert not below, figures
    assert figures["irrealis as fact"] == 0


def test_reports_of_other_wars_score_above_their_floors(
    dev: list[Situation], tmp_path: Path
) -> None:
    figures = score(dev, "dev", tmp_path)
    below = {name: figures[name] for name, floor in FLOORS["dev"].items() if figures[name] < floor}
    assert not below, figures


def test_no_hard_negative_is_drawn(seeds: Situation) -> None:
    text = (SHARED / "reports" / "labels" / "seeds_in_depth.yaml").read_text(encoding="utf-8")
    negatives = load_yaml(text)["hard_negatives"]
    drawn = [
        (item.claim.quote, negative["quote"])
        for item in seeds.drawn
        for negative in negatives
        if item.claim.doc.startswith(negative["doc"])
        and _mostly_inside(item.claim.span.start, item.claim.span.end, *negative["span"])
    ]
    assert drawn == []


def _mostly_inside(start: int, end: int, low: int, high: int) -> bool:
    return 2 * (min(end, high) - max(start, low)) > end - start


def test_the_stale_photograph_is_never_drawn(seeds: Situation) -> None:
    captions = [item.claim for item in seeds.drawn if item.claim.section == "caption"]
    assert all(claim.when and claim.when.text for claim in captions)
    assert not any("consulate" in claim.quote for claim in captions)


def test_two_copies_of_one_wire_are_one_origin(seeds: Situation) -> None:
    origins = {item.claim.doc: item.origin for item in (*seeds.drawn, *seeds.not_drawn)}
    assert len(origins) == 5
    assert len(set(origins.values())) == 4


def test_drawn_and_listed_are_all_claims(seeds: Situation) -> None:
    listed = [item.claim.id for item in seeds.drawn] + [i.claim.id for i in seeds.not_drawn]
    assert sorted(listed) == sorted(claim.id for claim in seeds.claims)
    assert len(set(listed)) == len(listed)
