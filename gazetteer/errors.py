"""What goes wrong with names, places and the files that hold them.

FrontmapError
├─ CorrectionsError (ValueError)         .path
├─ PlaceNotFoundError (LookupError)      .entry_id
├─ GazetteerFormatError (ValueError)     .path  .line  .field  .problem
├─ GazetteerDamagedError (OSError)       .path
└─ SourceUnavailableError (OSError)      .source  .retry_after_s
"""

from __future__ import annotations

from pathlib import Path

from geo.errors import FrontmapError

__all__ = [
    "CorrectionsError",
    "GazetteerDamagedError",
    "GazetteerFormatError",
    "PlaceNotFoundError",
    "SourceUnavailableError",
]


class CorrectionsError(FrontmapError, ValueError):
    """A file of corrections that cannot be opened."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")


class PlaceNotFoundError(FrontmapError, LookupError):
    """No open gazetteer holds an entry, or the world's places hold no such country."""

    def __init__(self, wanted: str, way_out: str) -> None:
        self.entry_id = wanted
        super().__init__(f"no gazetteer holds {wanted!r}; {way_out}")


class GazetteerFormatError(FrontmapError, ValueError):
    """A row of a gazetteer file cannot be read."""

    def __init__(self, path: Path, line: int, field: str, problem: str) -> None:
        self.path, self.line, self.field, self.problem = path, line, field, problem
        super().__init__(f"{path}, line {line}, field {field!r}: {problem}")


class GazetteerDamagedError(FrontmapError, OSError):
    """A gazetteer on disk cannot be read or made, and trying again did not help."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"gazetteer {path}: {problem}")


class SourceUnavailableError(FrontmapError, OSError):
    """A service or a download does not answer, refuses, or answers with what cannot be read.

    Never means that a place does not exist. ``retry_after_s`` is the wait that the service asked
    for in seconds, None where it said nothing.
    """

    def __init__(self, source: str, problem: str, *, retry_after_s: float | None = None) -> None:
        self.source, self.retry_after_s = source, retry_after_s
        super().__init__(f"{source}: {problem}")
