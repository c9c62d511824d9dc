"""What goes wrong with what was fetched; failures on the way are of ``gazetteer.errors``."""

from __future__ import annotations

from geo.errors import FrontmapError

__all__ = ["MannersError", "MissingExtraError", "UnreadableError"]


class UnreadableError(FrontmapError, ValueError):
    """Something was fetched and is not what it was taken for."""

    def __init__(self, url: str, problem: str) -> None:
        self.url = url
        super().__init__(f"{url}: {problem}")


class MannersError(FrontmapError, ValueError):
    """A setting with which nobody may be asked."""


class MissingExtraError(FrontmapError, ImportError):
    """The libraries that read the web are not installed."""
