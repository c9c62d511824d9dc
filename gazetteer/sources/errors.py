"""What goes wrong with a whole source, as against one row of it."""

from __future__ import annotations

from pathlib import Path

from gazetteer.errors import GazetteerFormatError
from geo.errors import FrontmapError

__all__ = ["BrokenRowError", "ExtraMissingError", "UnreadableSourceError"]


class UnreadableSourceError(GazetteerFormatError):
    """A file is no known source of places, is damaged, or breaks a limit."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.line, self.field = path, 0, ""
        # The parent's message speaks of a row; this error is about the file.
        ValueError.__init__(self, f"{path}: {problem}")


class ExtraMissingError(FrontmapError, ImportError):
    """A format needs a package that is not installed."""

    def __init__(self, form: str, extra: str) -> None:
        self.form, self.extra = form, extra
        ImportError.__init__(
            self, f'reading {form} needs an extra package; run pip install "frontmap[{extra}]"'
        )


class BrokenRowError(FrontmapError, ValueError):
    """One row cannot be read; the readers turn it into a ``Rejected`` and go on."""
