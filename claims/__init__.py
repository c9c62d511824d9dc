"""Reports to claims to a situation: reading, extraction, dates, origins, agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.assess import assess
    from claims.claim import Claim
    from claims.extract import extract
    from claims.reader import read_inputs
    from claims.report import Report
    from claims.situation import Situation
    from claims.theatre_files import load_theatre

__all__ = ["Claim", "Report", "Situation", "assess", "extract", "load_theatre", "read_inputs"]

_HOME = {
    "Claim": "claims.claim",
    "Report": "claims.report",
    "Situation": "claims.situation",
    "assess": "claims.assess",
    "extract": "claims.extract",
    "load_theatre": "claims.theatre_files",
    "read_inputs": "claims.reader",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that the command line starts at once."""
    if name not in _HOME:
        raise AttributeError(f"module 'claims' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
