"""The theme and the language that the options of a command ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from frontmap.console import Console

if TYPE_CHECKING:
    from maps.looks.theme import Theme

__all__ = ["theme_of"]


def theme_of(path: Path | None, *, language: str | None, console: Console) -> Theme:
    """Read a theme, with the language that is asked for in place of its own.

    Raises
    ------
    LanguageError, ThemeError
        Where one of them is not sound.
    """
    from maps.looks.theme import Theme, read_theme
    from maps.wording.language import ENGLISH
    from maps.wording.language import language as read

    asked = read(language) if language else None
    theme = read_theme(path, tongue=asked) if path else Theme(tongue=asked or ENGLISH)
    missing = theme.tongue.missing
    if missing:
        console.warn(
            f"{theme.tongue.code}: English stands in for {len(missing)} phrases ({missing[0]}, ...)"
        )
    return theme
