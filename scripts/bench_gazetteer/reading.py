"""Recognisers of place names over reports: what they find, and how fast."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench_gazetteer.ours import open_reader

__all__ = ["Reading", "Report", "read_all", "reports_in"]

Span = tuple[int, int]
_AGAIN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text, and where a person marked the places of its claims; no marks where none did."""

    text: str
    marked: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a recogniser made of all reports: marked places it met, and reports per second.

    ``reports_per_s`` is of the first round, in which every name is new; ``again_per_s`` of the
    fastest round after it, in which all are known. The many reports of one war lie in between: they
    name the same places again and again.
    """

    label: str
    found: int
    marked: int
    met: int
    reports_per_s: float
    again_per_s: float


def reports_in(folders: Sequence[Path]) -> tuple[Report, ...]:
    """Read the ``.txt`` files of folders, with the labels in a folder ``labels`` beside them.

    Labels are YAML with ``claims``, each with ``doc`` (the file's name up to its first ``_``),
    ``place_start`` and ``place_end``.
    """
    return tuple(report for folder in folders for report in _reports(folder))


def _reports(folder: Path) -> Iterator[Report]:
    marked: dict[str, set[Span]] = {}
    for path in sorted((folder.parent / "labels").glob("*.yaml")):
        for claim in yaml.safe_load(path.read_text(encoding="utf-8"))["claims"]:
            if claim.get("place_end"):
                span = (claim["place_start"], claim["place_end"])
                marked.setdefault(str(claim["doc"]), set()).add(span)
    for path in sorted(folder.glob("*.txt")):
        spans = frozenset(marked.get(path.stem.partition("_")[0], ()))
        yield Report(text=path.read_text(encoding="utf-8"), marked=spans)


def read_all(reports: Sequence[Report]) -> list[Reading]:
    """Let each recogniser find the places of all reports, ours first."""
    ours = open_reader([report.text for report in reports])
    return [
        _reading("frontmap, recognised", ours.find, reports),
        _reading("frontmap, and placed", ours.place, reports),
        _reading("flashgeotext", _flashgeotext(), reports),
        _reading("geotext", _geotext(), reports),
    ]


def _reading(label: str, find: Callable[[str], list[Span]], reports: Sequence[Report]) -> Reading:
    def read() -> tuple[float, list[list[Span]]]:
        start = time.process_time()
        found = [find(report.text) for report in reports]
        return time.process_time() - start, found

    seconds, found = read()
    again = min(read()[0] for _ in range(_AGAIN))
    met = sum(
        any(start < mark[1] and mark[0] < end for start, end in spans)
        for report, spans in zip(reports, found, strict=True)
        for mark in report.marked
    )
    return Reading(
        label=label,
        found=sum(map(len, found)),
        marked=sum(len(report.marked) for report in reports),
        met=met,
        reports_per_s=len(reports) / seconds,
        again_per_s=len(reports) / again,
    )


def _flashgeotext() -> Callable[[str], list[Span]]:
    from flashgeotext.geotext import GeoText
    from loguru import logger

    logger.disable("flashgeotext")
    reader = GeoText()

    def find(text: str) -> list[Span]:
        kinds = reader.extract(input_text=text).values()
        return [span for kind in kinds for each in kind.values() for span in each["span_info"]]

    return find


def _geotext() -> Callable[[str], list[Span]]:
    from geotext import GeoText

    def find(text: str) -> list[Span]:
        # It names what it found without saying where.
        named = GeoText(text)
        names = dict.fromkeys([*named.cities, *named.countries])
        return [m.span() for name in names for m in re.finditer(rf"\b{re.escape(name)}\b", text)]

    return find
