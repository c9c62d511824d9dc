"""Scores of claims against labels, by the labels' own scorer: overall, by theatre, by action."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

__all__ = ["CLASSES", "LEVELS", "Labels", "Score", "score", "score_groups"]

LEVELS = ("L0 mention", "L1 place", "L2 +action", "L3 +side", "L4 +claimant")
#: Actions that count as the same for the scorer.
CLASSES = {
    "gain": ("advance", "capture", "recapture"),
    "back": ("retreat", "push_back"),
    "contest": ("attack", "clash", "strike"),
    "hold": ("hold",),
    "isolate": ("encircle", "cut"),
    "deploy": ("deploy",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Hand-made labels of some reports, the theatre of each, and what scores against them."""

    path: Path
    scorer: Path

    @property
    def claims(self) -> list[dict[str, Any]]:
        """The labelled claims."""
        return list(yaml.safe_load(self.path.read_text(encoding="utf-8"))["claims"])

    @property
    def theatres(self) -> dict[str, str]:
        """The theatre of each report, by its number."""
        with (self.path.parent / "index.csv").open(encoding="utf-8") as file:
            return {row["id"]: row["theatre"] for row in DictReader(file)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the scorer says of one group of claims; shares are between 0 and 1."""

    group: str
    labels: int
    read: int
    precision: dict[str, float]
    recall: dict[str, float]
    f1: dict[str, float]
    core_recall: dict[str, float]
    status: float
    date: float
    irrealis_as_fact: int
    background: int


def score(records: Sequence[dict[str, Any]], labels: Labels, *, group: str = "all") -> Score:
    """Score claims against all labels."""
    return _run(records, labels.path, labels.scorer, group)


def score_groups(records: Sequence[dict[str, Any]], labels: Labels) -> Iterator[Score]:
    """Score the claims of each theatre, then those of each class of actions, by themselves."""
    theatres = labels.theatres
    for theatre in sorted({theatres[c["doc"]] for c in labels.claims if c["doc"] in theatres}):
        docs = {doc for doc, of in theatres.items() if of == theatre}
        some = [r for r in records if r["doc"].partition("_")[0] in docs]
        yield _some(some, labels, theatre, [c for c in labels.claims if c["doc"] in docs])
    for name, actions in CLASSES.items():
        some = [r for r in records if r["action"] in actions]
        yield _some(some, labels, name, [c for c in labels.claims if c["action"] in actions])


def _some(
    records: Sequence[dict[str, Any]], labels: Labels, group: str, kept: list[dict[str, Any]]
) -> Score:
    with tempfile.TemporaryDirectory() as room:
        path = Path(room, "labels.yaml")
        path.write_text(yaml.safe_dump({"claims": kept}), encoding="utf-8")
        return _run(records, path, labels.scorer, group)


def _run(records: Sequence[dict[str, Any]], labels: Path, scorer: Path, group: str) -> Score:
    with tempfile.TemporaryDirectory() as room:
        read, out = Path(room, "claims.jsonl"), Path(room, "score.json")
        read.write_text("\n".join(map(json.dumps, records)) or "[]", encoding="utf-8")
        command = [sys.executable, scorer, read, "--labels", labels, "--json", out]
        subprocess.run(command, check=True, capture_output=True)
        found = json.loads(out.read_text(encoding="utf-8"))
    levels = found["levels"]
    return Score(
        group=group,
        labels=found["n_labels"],
        read=found["n_pred"],
        precision={name: levels[name]["P"] for name in LEVELS},
        recall={name: levels[name]["R"] for name in LEVELS},
        f1={name: levels[name]["F1"] for name in LEVELS},
        core_recall={name: levels[name]["Rcore"] for name in LEVELS},
        status=found["status_ok"],
        date=found["when_ok"],
        irrealis_as_fact=found["irrealis_as_fact"],
        background=found["background_mapped"],
    )
