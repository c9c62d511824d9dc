"""Which reports are copies of one story, so that copies count as one voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.report import Report, SectionKind

__all__ = ["find_origins"]

_SHINGLE = 4  # words
# Share of the shorter report's word sequences that the other must hold: two spellings of one wire
# story share well over nine tenths, two stories on one day share less than a twentieth.
_SAME = 0.6


def find_origins(reports: Sequence[Report]) -> dict[str, str]:
    """Return for each report's id the id of the first report that words the same story."""
    shingles = {report.id: _shingles(report) for report in reports}
    origins: dict[str, str] = {}
    for report in reports:
        copies = (
            other for other in origins.values() if _same(shingles[report.id], shingles[other])
        )
        origins[report.id] = next(copies, report.id)
    return origins


def _shingles(report: Report) -> frozenset[tuple[str, ...]]:
    body = " ".join(
        report.text[s.start : s.end] for s in report.sections if s.kind is SectionKind.BODY
    )
    # British and American spellings of one story meet: "organisation", "defence", "kilometres".
    words = [
        re.sub(r"is(?=e|ation|ing)|iz(?=e|ation|ing)", "iz", w)
        .replace("defence", "defense")
        .replace("metre", "meter")
        .replace("our", "or")
        for w in re.findall(r"\w+", body.lower())
    ]
    return frozenset(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))


def _same(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) / shorter >= _SAME
