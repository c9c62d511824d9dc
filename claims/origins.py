"""Which reports are copies of one story, so that copies count as one voice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from claims.report import Report, SectionKind

__all__ = ["find_origins"]

_SHINGLE = 4  # words
# Share of the shorter report's word sequences that the other must hold: two spellings of one wire
# story share well over nine tenths, two stories on one day share less than a twentieth.
_SAME = 0.6
# A report that names the agency it takes its text from may have cut and rewritten more of it.
_SAME_UPSTREAM = 0.3
# Every fourth sequence is kept, chosen by its hash, so that both copies keep the same ones: enough
# for a share within some hundredths over a story, at a quarter of the memory.
_KEPT = 4
_LEAST = 3  # kept sequences in common: two unlike short texts may share one phrase
# Where a text names whose it is: "DAMASCUS (Reuters) -", "(AP) —", "Source: Xinhua", "via AFP".
_UPSTREAM = re.compile(
    r"\(\s*(?P<wire>[A-Z][\w ]{1,24}?)\s*\)\s*(?:[-–—]|--)"
    r"|^\s*(?:source|agency|with material from|via)\s*:\s*(?P<source>[A-Z][\w ]{1,30}?)\s*$",
    re.MULTILINE | re.IGNORECASE,
)
_SPELLINGS = re.compile(r"is(?=e|ation|ing)|iz(?=e|ation|ing)")


@dataclass(slots=True)
class _Known:
    """The stories so far: their kept sequences, and which stories hold a sequence."""

    sizes: dict[str, int] = field(default_factory=dict)
    holders: dict[int, list[str]] = field(default_factory=dict)
    upstreams: dict[str, str] = field(default_factory=dict)


def find_origins(
    reports: Sequence[Report], *, copied_from: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return for each report's id the id of the first report that words the same story.

    Time and memory grow with the length of the texts, not with the square of their number.

    Parameters
    ----------
    copied_from
        The agency that a report takes its text from, by the report's id, where that is known
        otherwise than from its text.
    """
    known = _Known()
    given = copied_from or {}
    return {
        report.id: _origin(report, known, given.get(report.id) or named_upstream(report))
        for report in reports
    }


def named_upstream(report: Report) -> str:
    """Return the agency that a report says its text comes from, in lower case, or empty."""
    match = _UPSTREAM.search(report.text[:1_000]) or _UPSTREAM.search(report.text[-400:])
    return (match["wire"] or match["source"]).strip().lower() if match else ""


def _origin(report: Report, known: _Known, upstream: str) -> str:
    kept = frozenset(_kept(report))
    shared: Counter[str] = Counter()
    for sequence in kept:
        shared.update(known.holders.get(sequence, ()))
    for other, number in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        named = upstream and upstream == known.upstreams[other]
        least = _SAME_UPSTREAM if named else _SAME
        if number >= _LEAST and number >= least * min(len(kept), known.sizes[other]):
            return other
    known.sizes[report.id], known.upstreams[report.id] = len(kept), upstream
    for sequence in kept:
        known.holders.setdefault(sequence, []).append(report.id)
    return report.id


def _kept(report: Report) -> Iterator[int]:
    """Yield the hashes of the sequences that are kept; of a short text all of them."""
    words = _words(report)
    hashes = [
        int.from_bytes(blake2b(" ".join(words[i : i + _SHINGLE]).encode(), digest_size=6).digest())
        for i in range(len(words) - _SHINGLE + 1)
    ]
    kept = [number for number in hashes if number % _KEPT == 0]
    yield from kept if len(kept) >= 2 * _LEAST else hashes


def _words(report: Report) -> list[str]:
    body = " ".join(
        report.text[s.start : s.end] for s in report.sections if s.kind is SectionKind.BODY
    )
    # British and American spellings of one story meet: "organisation", "defence", "kilometres".
    plain = _SPELLINGS.sub("iz", body.lower()).replace("defence", "defense")
    return re.findall(r"\w+", plain.replace("metre", "meter").replace("our", "or"))
