"""The rows of one source of an installed gazetteer, kept so that the source can be replaced.

Rows of several sources become one entry, from which no source could be taken out again. So each
source's rows stay beside the index, packed, in a file whose name carries the digest of its content.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from gazetteer.adding.records import entry_of, record_of
from gazetteer.entry import GazetteerEntry
from gazetteer.errors import GazetteerDamagedError

__all__ = ["Part", "Written", "part_file", "part_rows", "write_rows"]

_ROW_NUMBER = re.compile(r"\s*\d+$")
# More different sources within one file are ids of rows, not sources.
_MOST_SOURCES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What an installed gazetteer has from one source.

    Parameters
    ----------
    label
        Name of the source; what is added under the same label takes its place.
    origin
        Name of the file or address that it was read from, without credentials.
    dated
        ISO date that the file itself gives, empty for none.
    sources, licences
        What its rows name.
    rows, rejected, elsewhere
        How many could be read, how many could not, and how many lie in other countries and were
        left out.
    digest
        Of the file that keeps the rows.
    """

    label: str
    origin: str
    dated: str = ""
    sources: tuple[str, ...] = field(default=())
    licences: tuple[str, ...] = field(default=())
    rows: int = 0
    rejected: int = 0
    elsewhere: int = 0
    digest: str = ""

    def record(self) -> dict[str, Any]:
        """Return the part as JSON can hold it."""
        return asdict(self)

    @classmethod
    def of(cls, record: dict[str, Any]) -> Part:
        """Return the part that ``record`` gave."""
        lists = {name: tuple(record[name]) for name in ("sources", "licences")}
        return cls(**{**record, **lists})


def part_file(folder: Path, name: str, digest: str) -> Path:
    """Return the file that keeps the rows of a part of the gazetteer ``name``."""
    return folder / f"{name}-{digest}.rows.gz"


@dataclass(slots=True)
class _Tally:
    rows: int = 0
    sources: dict[str, None] = field(default_factory=dict)
    licences: dict[str, None] = field(default_factory=dict)

    def add(self, entry: GazetteerEntry) -> None:
        self.rows += 1
        if len(self.sources) < _MOST_SOURCES:
            self.sources[_ROW_NUMBER.sub("", entry.source)] = None
        self.licences[entry.licence] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written of a source: digest and number of rows, and what the rows name."""

    digest: str
    rows: int
    sources: tuple[str, ...]
    licences: tuple[str, ...]


def write_rows(folder: Path, name: str, entries: Iterable[GazetteerEntry]) -> Written:
    """Keep rows in the folder, whole or not at all; the same rows give the same bytes."""
    tally = _Tally()
    handle, temporary = tempfile.mkstemp(prefix=f".{name}-", suffix=".part", dir=folder)
    part = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            with gzip.GzipFile("", "wb", compresslevel=5, fileobj=file, mtime=0) as packed:
                for entry in entries:
                    tally.add(entry)
                    line = json.dumps(record_of(entry), ensure_ascii=False, separators=(",", ":"))
                    packed.write(line.encode("utf-8") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        digest = _digest(part)
        part.replace(part_file(folder, name, digest))
    finally:
        part.unlink(missing_ok=True)
    return Written(
        digest=digest,
        rows=tally.rows,
        sources=tuple(sorted(tally.sources)),
        licences=tuple(sorted(tally.licences)),
    )


def part_rows(path: Path) -> Iterator[GazetteerEntry]:
    """Give the rows that a file keeps.

    Raises
    ------
    GazetteerDamagedError
        The file is not there or no longer what was written.
    """
    if not path.is_file() or path.name.rpartition("-")[2].partition(".")[0] != _digest(path):
        problem = "is missing or damaged; remove this gazetteer and add its sources again"
        raise GazetteerDamagedError(path, problem)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield entry_of(json.loads(line))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
