"""What goes wrong with a project's ledger."""

from __future__ import annotations

from pathlib import Path

from geo.errors import FrontmapError

__all__ = ["LedgerDamagedError", "LedgerError"]


class LedgerError(FrontmapError, OSError):
    """A ledger that cannot be opened, read or written."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")


class LedgerDamagedError(LedgerError):
    """A file that is no ledger, or one that was harmed; nothing of it is used."""
