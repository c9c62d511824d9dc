"""Whether a built file is what it says: it opens, and holds as many claims as were read."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from claims.situation import Situation
from frontmap.refresh.build import Built
from geo.errors import FrontmapError

__all__ = ["BrokenOutputError", "check"]

_STARTS = {".png": b"\x89PNG\r\n\x1a\n", ".pdf": b"%PDF-", ".parquet": b"PAR1"}
_ENDS = {".png": b"IEND\xaeB\x60\x82", ".pdf": b"%%EOF", ".parquet": b"PAR1"}


class BrokenOutputError(FrontmapError, RuntimeError):
    """An output that does not open, or lacks claims; nothing was published."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(f"{name}: {problem}, so nothing was published; please report this")


def check(built: Iterable[Built], situation: Situation) -> None:
    """Open every file that is about to be published.

    Raises
    ------
    BrokenOutputError
        For the first that does not open, or whose claims do not add up.
    """
    every = len(situation.claims)
    for one in built:
        try:
            count = _count(one.staged)
        except (ValueError, LookupError, ET.ParseError, zipfile.BadZipFile, zlib.error) as error:
            raise BrokenOutputError(one.name, f"does not open ({error})") from error
        if count is not None and count != every:
            raise BrokenOutputError(one.name, f"holds {count} of {every} claims")


def _count(path: Path) -> int | None:
    """Return how many claims a file holds, None where it is no list of all; raise if broken."""
    content = path.read_bytes()
    suffix = path.suffix.lower()
    start, end = _STARTS.get(suffix, b""), _ENDS.get(suffix, b"")
    if not (content.startswith(start) and content.rstrip().endswith(end)):
        raise ValueError("it is cut off")
    counted = _COUNTS.get(suffix)
    return counted(content) if counted else None


def _in_page(content: bytes) -> int:
    from maps.packed.reread import claim_ids

    return len(claim_ids(content.decode()))


def _in_geojson(content: bytes) -> int:
    return len(json.loads(content)["features"])


def _in_lines(content: bytes) -> int:
    return sum(1 for line in content.splitlines() if json.loads(line))


def _opened(read: Callable[[bytes], object]) -> Callable[[bytes], None]:
    def opened(content: bytes) -> None:
        read(content)

    return opened


def _zip(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if archive.testzip():
            raise ValueError("a part of it is damaged")


_COUNTS: dict[str, Callable[[bytes], int | None]] = {
    ".html": _in_page,
    ".geojson": _in_geojson,
    ".jsonl": _in_lines,
    ".json": _opened(json.loads),
    ".svg": _opened(ET.fromstring),
    ".kml": _opened(ET.fromstring),
    ".atom": _opened(ET.fromstring),
    ".docx": _zip,
    ".csv": _opened(lambda content: list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))),
}
