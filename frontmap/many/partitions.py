"""The parts that many reports are read in: a table each, and loose texts some hundred at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from claims.errors import ReportError
from claims.intake.reader import files_of, is_claims_file, read_report
from claims.intake.report_rows import holds_reports, reports_in
from claims.report import Report
from geo.errors import FrontmapError

__all__ = ["Partition", "partitions_of"]

_TEXTS = 500
_KEY_CHARACTERS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """Files whose claims go into one file.

    Parameters
    ----------
    name
        For messages.
    """

    name: str
    files: tuple[Path, ...]

    def key(self) -> str:
        """Return a hash of what the files hold; raise ReportError where one cannot be read."""
        told = sha256()
        for path in self.files:
            try:
                with path.open("rb") as stream:
                    told.update(file_digest(stream, "sha256").digest())
            except OSError as error:
                raise ReportError(
                    str(path), f"cannot be opened ({error.strerror})", "check its permissions"
                ) from None
            if not holds_reports(path):  # a row has its own name, a text that of its file
                told.update(path.stem.encode("utf-8", errors="surrogateescape"))
        return told.hexdigest()[:_KEY_CHARACTERS]

    def reports(self) -> Iterator[Report | FrontmapError]:
        """Yield each report, or why it is none; two of one name would have one set of claims."""
        known: dict[str, str] = {}
        for read in self._read():
            if isinstance(read, Report) and known.setdefault(read.id, read.path) != read.path:
                yield ReportError(
                    read.path, f"has the id {read.id!r} of {known[read.id]}", "give it its own"
                )
            else:
                yield read

    def _read(self) -> Iterator[Report | FrontmapError]:
        for path in self.files:
            try:
                if holds_reports(path):
                    yield from reports_in(path)
                else:
                    yield read_report(path)
            except FrontmapError as error:
                yield error


def partitions_of(inputs: Iterable[str | Path]) -> tuple[list[Partition], list[str]]:
    """Return the partitions of the inputs in their order, and a line for each that is none."""
    parts: list[Partition] = []
    texts: list[Path] = []
    rejected: list[str] = []
    for item in inputs:
        try:
            found = _files_of(item)
        except FrontmapError as error:
            rejected.append(str(error))
            continue
        for path in found:
            if holds_reports(path):
                parts.append(Partition(name=str(path), files=(path,)))
            elif is_claims_file(path):
                rejected.append(f"{path}: holds no reports; give texts, JSON Lines or Parquet")
            else:
                texts.append(path)
    parts += [
        Partition(name=f"{len(some)} texts from {some[0]}", files=tuple(some))
        for some in _cut(list(dict.fromkeys(texts)))
    ]
    return parts, rejected


def _files_of(item: str | Path) -> list[Path]:
    if str(item) == "-":
        raise ReportError("standard input", "is no file to come back to", "name files or folders")
    return list(files_of(item))


def _cut(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    return (paths[start : start + _TEXTS] for start in range(0, len(paths), _TEXTS))
