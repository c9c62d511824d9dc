"""What goes wrong between a situation and a file."""

from __future__ import annotations

from geo.errors import FrontmapError

__all__ = [
    "ExportError",
    "ExtraMissingError",
    "FeedError",
    "LanguageError",
    "PageError",
    "ThemeError",
]


class ExportError(FrontmapError, OSError):
    """A map that cannot be written where it was asked for."""


class ExtraMissingError(FrontmapError, ImportError):
    """A form whose library is not installed."""

    def __init__(self, form: str, library: str) -> None:
        self.form, self.library = form, library
        super().__init__(
            f"{form} files need {library}, which is not installed; "
            'run: pip install "frontmap[export]"'
        )


class PageError(FrontmapError, ValueError):
    """A map that cannot be one self-contained page, such as one with outside scripts."""


class FeedError(FrontmapError, ValueError):
    """A feed that a new one cannot go on from."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(
            f"the feed of changes cannot be continued: {problem}; move it away to begin a new one"
        )


class LanguageError(FrontmapError, ValueError):
    """A language without words, or a file of words that is not sound."""


class ThemeError(FrontmapError, ValueError):
    """A theme with a key, a colour or a number of colours that cannot be used."""
