"""What goes wrong with a project.

FrontmapError
└─ ProjectError (ValueError)     .lines
"""

from __future__ import annotations

from collections.abc import Iterable

from geo.errors import FrontmapError

__all__ = ["ProjectError"]


class ProjectError(FrontmapError, ValueError):
    """A project file that cannot be used: ``lines`` says what is wrong, one line for each thing."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))
