"""What goes wrong between a situation and a file."""

from __future__ import annotations

from geo.errors import FrontmapError

__all__ = ["ExportError", "PageError"]


class ExportError(FrontmapError, OSError):
    """A map that cannot be written where it was asked for."""


class PageError(FrontmapError, ValueError):
    """A map that cannot be one self-contained page, such as one with outside scripts."""
