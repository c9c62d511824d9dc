"""Read inputs as they come: texts in any encoding, folders, saved pages, tables, claims files."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claims.errors import ReportError
from claims.intake.html_text import html_to_text
from claims.intake.published import published_date, retrieved_date
from claims.intake.report_rows import holds_reports, reports_in
from claims.intake.sections import find_sections
from claims.report import Report, SectionKind
from geo.errors import FrontmapError

__all__ = ["Inputs", "Rejected", "files_of", "is_claims_file", "read_inputs", "read_report"]

_LIMIT_BYTES = 2_000_000
_TEXT = (".txt", ".text", ".md", "")
_PAGE = (".html", ".htm")
_CLAIMS = (".jsonl", ".csv", ".yaml", ".yml")
_TABLE = (".parquet",)
_IN_FOLDERS = (".txt", ".text", *_PAGE, *_CLAIMS, *_TABLE)
_MOSTLY_ASCII = 20  # one byte in so many beyond ASCII: quotes and dashes, not another script
_BOMS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """An input that was not read, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What was read: reports, claims files by path, and what was rejected."""

    reports: tuple[Report, ...]
    claims_files: tuple[Path, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def read_inputs(inputs: Iterable[str | Path]) -> Inputs:
    """Read every input that can be read, collect the others; ``-`` is standard input.

    Reports come in the order given, files of a folder by name; equal names get distinct ids.
    """
    reports: list[Report] = []
    claims_files: list[Path] = []
    rejected: list[Rejected] = []
    for item in inputs:
        try:
            for path in files_of(item):
                if holds_reports(path):
                    _take_rows(path, reports, rejected)
                elif is_claims_file(path):
                    claims_files.append(path)
                else:
                    _take(path, reports, rejected)
        except FrontmapError as error:
            rejected.append(Rejected(path=str(item), reason=str(error)))
    return Inputs(
        reports=tuple(_distinct(reports)),
        claims_files=tuple(claims_files),
        rejected=tuple(rejected),
    )


def _take(path: Path, reports: list[Report], rejected: list[Rejected]) -> None:
    try:
        reports.append(read_report(path))
    except FrontmapError as error:
        rejected.append(Rejected(path=str(path), reason=str(error)))


def _take_rows(path: Path, reports: list[Report], rejected: list[Rejected]) -> None:
    try:
        for row in reports_in(path):
            if isinstance(row, Report):
                reports.append(row)
            else:
                rejected.append(Rejected(path=row.path, reason=str(row)))
    except FrontmapError as error:
        rejected.append(Rejected(path=str(path), reason=str(error)))


def read_report(path: Path) -> Report:
    """Read one file as a report.

    Raises
    ------
    ReportError
        Where it cannot be opened, is empty, too long, or not text.
    """
    name = "standard input" if str(path) == "-" else str(path)
    if path.suffix.lower() in _TABLE:
        raise ReportError(
            name, "holds many reports", "read it with frontmap claims, draw or export"
        )
    raw = _bytes(path, name)
    text = _decode(raw, name)
    if path.suffix.lower() in _PAGE:
        text = html_to_text(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReportError(name, "is empty", "give a file with the text of a report")
    sections = find_sections(text)
    title = next((text[s.start : s.end] for s in sections if s.kind is SectionKind.HEADLINE), "")
    return Report(
        id="stdin" if name == "standard input" else path.stem,
        text=text,
        title=title,
        published=published_date(text),
        retrieved=retrieved_date(text),
        sha256=hashlib.sha256(raw).hexdigest(),
        sections=sections,
        path=name,
    )


def is_claims_file(path: Path) -> bool:
    """Tell whether a file holds claims, and no report, by its suffix."""
    return path.suffix.lower() in _CLAIMS


def files_of(item: str | Path) -> Iterator[Path]:
    """Yield the files of one input, those of a folder by name.

    Raises
    ------
    ReportError
        Where there is nothing of this name, or nothing in it that is read.
    """
    path = Path(item)
    if not str(item):
        raise ReportError("an input", "has an empty name", "name a file or a folder")
    if str(item) == "-" or path.is_file():
        if path.suffix.lower() not in (*_TEXT, *_PAGE, *_CLAIMS, *_TABLE) and str(item) != "-":
            raise ReportError(
                str(path),
                f"{path.suffix} files are not read",
                "save the report as plain text (.txt)",
            )
        yield path
    elif path.is_dir():
        found = sorted(
            p
            for p in path.iterdir()
            if p.is_file() and p.suffix.lower() in _IN_FOLDERS and not p.name.startswith(".")
        )
        if not found:
            raise ReportError(
                str(path), "holds nothing readable", "put reports into it as .txt files"
            )
        yield from found
    else:
        raise ReportError(str(path), "does not exist", "check the name")


def _bytes(path: Path, name: str) -> bytes:
    try:
        raw = sys.stdin.buffer.read(_LIMIT_BYTES + 1) if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise ReportError(
            name, f"cannot be opened ({error.strerror})", "check its permissions"
        ) from None
    if len(raw) > _LIMIT_BYTES:
        raise ReportError(
            name, f"is longer than {_LIMIT_BYTES // 1_000_000} MB", "split it into single reports"
        )
    return raw


def _decode(raw: bytes, name: str) -> str:
    """Decode by byte order mark, as UTF-8, else by the most likely encoding of its letters."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    order = _utf16_without_mark(raw)
    if order:
        return raw.decode(order, errors="replace")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _guess(raw, name)
    if _looks_binary(text):
        raise ReportError(name, "is binary data, not text", "save the report as plain text (.txt)")
    return text


def _guess(raw: bytes, name: str) -> str:
    """Decode text that is not UTF-8: mostly ASCII is Western, the rest is told by its letters."""
    from charset_normalizer import from_bytes  # imported here: most reports are UTF-8

    if b"\0" in raw:
        raise ReportError(name, "is binary data, not text", "save the report as plain text (.txt)")
    if sum(byte > 127 for byte in raw) * _MOSTLY_ASCII < len(raw):
        return raw.decode("cp1252", errors="replace")
    best = from_bytes(raw).best()
    if best is None:
        raise ReportError(name, "is in no encoding that can be told", "save it as UTF-8")
    return str(best)


def _utf16_without_mark(raw: bytes) -> str | None:
    """Return the byte order of UTF-16 text without a mark: every other byte of it is zero."""
    sample = raw[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 3
    if odd > enough and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > enough and odd == 0 else None


def _looks_binary(text: str) -> bool:
    sample = text[:4096]
    odd = sum(ord(c) < 32 and c not in "\t\n\r\f\v\x1b" for c in sample)
    return odd * 20 > len(sample) or "\0" in sample


def _distinct(reports: Sequence[Report]) -> Iterator[Report]:
    """Give reports of one name distinct ids and number copies; a file given twice is one report."""
    names: Counter[str] = Counter()
    contents: Counter[str] = Counter()
    read: set[tuple[str, str]] = set()
    for report in reports:
        if (report.path, report.sha256) in read:
            continue
        read.add((report.path, report.sha256))
        names[report.id] += 1
        number, copy = names[report.id], contents[report.sha256]
        contents[report.sha256] += 1
        yield replace(report, id=report.id if number == 1 else f"{report.id}-{number}", copy=copy)
