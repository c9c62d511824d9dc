"""What a report was read with, as one fingerprint: rules, places, theatre, corrections."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import claims
import gazetteer
import geo

if TYPE_CHECKING:
    from claims.reading import Ground
    from claims.report import Report
    from claims.sides.theatre import Theatre

__all__ = ["ground_print", "report_print", "rules_print"]


@cache
def rules_print() -> str:
    """Return the fingerprint of the packages that a reading follows from, code and tables."""
    told = sha256()
    for package in (geo, gazetteer, claims):
        folder = Path(package.__path__[0])
        for path in sorted(_sources(folder)):
            told.update(path.relative_to(folder.parent).as_posix().encode())
            told.update(path.read_bytes())
    return told.hexdigest()


def ground_print(ground: Ground, *, extractor: str = "rules") -> str:
    """Return the fingerprint of all that bears on a reading but the report itself.

    Parameters
    ----------
    extractor
        Who reads: the rules, or the name of a model.
    """
    told = (
        rules_print(), extractor, _theatre(ground.theatre), ground.gazetteer.fingerprint,
        repr(ground.corrections.rows),
    )  # fmt: skip
    return _hash(told)


def report_print(report: Report, ground: str) -> str:
    """Return the fingerprint of a reading of this report; its text is its key already."""
    own = (report.id, report.outlet, report.title, str(report.copy), report.piece)
    return _hash((ground, *own, str(report.published), str(report.retrieved)))


def _theatre(theatre: Theatre) -> str:
    told = repr(replace(theatre, folder=None))
    files = sorted(_sources(theatre.folder)) if theatre.folder else ()
    return told + "".join(sha256(path.read_bytes()).hexdigest() for path in files)


def _sources(folder: Path) -> Iterable[Path]:
    return (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def _hash(told: Iterable[str]) -> str:
    return sha256(json.dumps(list(told)).encode()).hexdigest()
