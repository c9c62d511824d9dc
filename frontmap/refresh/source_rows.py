"""The ``[[sources]]`` of a project file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from frontmap.refresh.file_names import holds
from frontmap.refresh.project import STATE_FOLDER, Source, SourceKind
from frontmap.refresh.sheet import Sheet, Table, shown

__all__ = ["SOURCE_KEYS", "problem_of_url", "read_sources"]

SOURCE_KEYS = ("name", "kind", "path", "url", "outlet")
_SAMPLE = '[[sources]] with kind = "folder" and path = "reports"'


def read_sources(sheet: Sheet, folder: Path) -> tuple[Source, ...]:
    """Return the sources that are sound; what is wrong with the others is noted in the sheet."""
    found: list[Source] = []
    for row in sheet.tables("sources", SOURCE_KEYS, _SAMPLE):
        source = _source(row, folder)
        if source is None:
            continue
        if any(each.address == source.address for each in found):
            key = "url" if source.url else "path"
            row.wrong(key, f"{shown(row.text(key))} stands twice; leave one out")
        elif any(each.name.casefold() == source.name.casefold() for each in found):
            row.wrong("name", f"{shown(source.name)} stands twice; give each source its own name")
        else:
            found.append(source)
    return tuple(found)


def problem_of_url(url: str) -> str:
    """Say why an address cannot be asked for over the web; empty where it can."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or parts.scheme.lower() not in ("http", "https") or " " in url:
        return "is no web address; write https://..."
    if parts.username is not None or parts.password is not None:
        return "holds a name or password, which would stand in logs; take it out"
    return ""


def _source(row: Table, folder: Path) -> Source | None:
    if not (kind := _kind(row)):
        return None
    wanted, other = ("path", "url") if kind.is_local else ("url", "path")
    if row.has(other):
        row.wrong(other, f"is nothing that a source of kind {kind} has; give it {wanted}")
    address = row.text(wanted, needed="reports" if kind.is_local else "https://...")
    name, outlet = row.text("name") or address, row.text("outlet")
    if not address:
        return None
    path = (folder / Path(address).expanduser()).resolve() if kind.is_local else None
    if problem := _problem_of_path(path, folder) if path else problem_of_url(address):
        row.wrong(wanted, f"{shown(address)} {problem}")
        return None
    return Source(name=name, kind=kind, path=path, url="" if path else address, outlet=outlet)


def _kind(row: Table) -> SourceKind | None:
    if not row.has("kind"):
        row.wrong("kind", f"is missing; write one of {', '.join(SourceKind)}")
        return None
    # An empty word is none of the kinds: it stands for one that was wrong and has been told.
    word = row.one_of("kind", [*SourceKind], "")
    return SourceKind(word) if word else None


def _problem_of_path(path: Path, folder: Path) -> str:
    if holds(folder / STATE_FOLDER, path):
        return "is the project's own state; name another folder"
    return ""
