"""Reports to claims to a situation: reading, extraction, dates, origins, agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.assess import assess
    from claims.claim import Claim
    from claims.events.extract import extract
    from claims.intake.reader import read_inputs
    from claims.report import Report
    from claims.sides.theatre_files import load_theatre
    from claims.situation import Situation

__all__ = ["Claim", "Report", "Situation", "assess", "extract", "load_theatre", "read_inputs"]

_HOME = {
    "Claim": "claims.claim",
    "Report": "claims.report",
    "Situation": "claims.situation",
    "assess": "claims.assess",
    "extract": "claims.events.extract",
    "load_theatre": "claims.sides.theatre_files",
    "read_inputs": "claims.intake.reader",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that the command line starts at once."""
    if name not in _HOME:
        raise AttributeError(f"module 'claims' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
