"""What goes wrong with reports, claims and theatres.

FrontmapError
├─ ModelError (OSError)                .source
├─ ReportError (ValueError)            .path
├─ ClaimFormatError (ValueError)       .path .line .field
├─ DecisionsError (ValueError)         .path
└─ TheatreError (LookupError)          .name
"""

from __future__ import annotations

from pathlib import Path

from geo.errors import FrontmapError

__all__ = ["ClaimFormatError", "DecisionsError", "ModelError", "ReportError", "TheatreError"]


class ReportError(FrontmapError, ValueError):
    """An input that cannot be read as a report."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}; {remedy}")


class ClaimFormatError(FrontmapError, ValueError):
    """A claims file with a row or field that cannot be read."""

    def __init__(self, path: str, line: int, field: str, problem: str) -> None:
        self.path, self.line, self.field = path, line, field
        where = f"{path}, line {line}" + (f", field {field!r}" if field else "")
        super().__init__(f"{where}: {problem}; correct this row and run again")


class DecisionsError(FrontmapError, ValueError):
    """A file of decisions that cannot be opened or written."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}; check its name and permissions")


class ModelError(FrontmapError, OSError):
    """A language model that gives no answer, or none that can be used."""

    def __init__(self, source: str, problem: str) -> None:
        self.source = source
        super().__init__(f"{source}: {problem}")


class TheatreError(FrontmapError, LookupError):
    """A theatre that does not exist or whose files cannot be read."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(f"theatre {name!r}: {problem}")
