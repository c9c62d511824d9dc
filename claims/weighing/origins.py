"""Which reports are copies of one story, so that copies count as one voice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from zlib import crc32

from claims.claimants.press import agencies
from claims.report import Report, SectionKind

__all__ = ["find_origins"]

_SHINGLE = 4  # words
# Share of the shorter report's word sequences that the other must hold: two spellings of one wire
# story share well over nine tenths, two stories on one day share less than a twentieth.
_SAME = 0.6
# The same where one credits the agency that the other comes from: a paper that rewrites a wire
# story keeps about half of its word sequences.
_CREDITED = 0.3
_FEWEST = 6  # shared sequences; a stock phrase is no story
# Of windows of this many sequences the least hash is looked at (winnowing: Schleimer, Wilkerson and
# Aiken 2003), so that a passage of some 12 words is met again wherever it stands, and of those one
# in _KEPT is remembered. A report costs some ten remembered numbers however many there are.
_WINDOW = 8
_KEPT = 4
_FEW = 16  # a report with fewer is remembered by all of them
_CANDIDATES = 3  # most alike, which are compared in full
_ZED = re.compile(r"is(?=e|ation|ing)|iz(?=e|ation|ing)")


def find_origins(
    reports: Sequence[Report], *, copied_from: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return for each report's id the id of the first report that words the same story.

    Time and memory grow in step with the reports: each is compared in full with the few that share
    the most of its hashed word sequences.

    Parameters
    ----------
    copied_from
        The agency that a report takes its text from, by the report's id, where that is known
        otherwise than from its text.
    """
    given = copied_from or {}
    known: dict[int, int] = {}
    origins: dict[str, str] = {}
    for number, report in enumerate(reports):
        shingles = _shingles(report)
        marks = _winnowed(shingles)
        met = Counter(known[mark] for mark in marks if mark in known)
        own = frozenset(shingles)
        likest = (reports[other] for other, _ in met.most_common(_CANDIDATES))
        copied = next((other for other in likest if _same(report, own, other, given)), None)
        origins[report.id] = copied.id if copied else report.id
        if copied is None:
            few = len(marks) <= _FEW
            for mark in marks:
                if few or mark % _KEPT == 0:
                    known.setdefault(mark, number)
    return origins


def _same(report: Report, own: frozenset[int], other: Report, given: Mapping[str, str]) -> bool:
    theirs = frozenset(_shingles(other))
    shared, shorter = len(own & theirs), min(len(own), len(theirs))
    if own == theirs:
        return True
    if shared < _FEWEST or shared < _CREDITED * shorter:
        return False
    told = given.get(report.id, "")
    known = bool(told) and told == given.get(other.id)
    credited = known or _credits(report, other) or _credits(other, report)
    return credited or shared >= _SAME * shorter


def _credits(report: Report, upstream: Report) -> bool:
    """Tell whether a report names the agency that another one comes from."""
    source = agencies().get(_outlet(upstream).casefold(), "")
    names = (match.group().casefold() for match in _agency_words().finditer(report.text))
    return bool(source) and any(agencies()[name] == source for name in names)


def _outlet(report: Report) -> str:
    """Return the agency of a report: its outlet, or who stands in its dateline."""
    if report.outlet:
        return report.outlet
    for section in report.sections:
        if section.kind is SectionKind.DATELINE:
            match = _agency_words().search(report.text, section.start, section.end)
            return match.group() if match else ""
    return ""


@cache
def _agency_words() -> re.Pattern[str]:
    names = sorted(agencies(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)


def _shingles(report: Report) -> list[int]:
    """Return the hashed word sequences of a report's body, in order; of its whole text if none."""
    body = " ".join(
        report.text[s.start : s.end] for s in report.sections if s.kind is SectionKind.BODY
    )
    words = re.findall(r"\w+", (body or report.text).lower())
    spelled = list(map(_spelled, words))
    return [
        crc32(" ".join(spelled[i : i + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for i in range(max(1, len(spelled) - _SHINGLE + 1))
        if spelled
    ]


@lru_cache(maxsize=16_384)
def _spelled(word: str) -> str:
    """Return a word in American spelling: "organization", "defense", "kilometers"."""
    word = _ZED.sub("iz", word)
    return word.replace("defence", "defense").replace("metre", "meter").replace("our", "or")


def _winnowed(hashes: Sequence[int]) -> list[int]:
    """Return the least hash of every window, each place once."""
    if len(hashes) <= _WINDOW:
        return list(dict.fromkeys(hashes))
    return list(
        dict.fromkeys(min(hashes[i : i + _WINDOW]) for i in range(len(hashes) - _WINDOW + 1))
    )
