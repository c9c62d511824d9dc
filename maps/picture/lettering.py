"""Letters on a picture: which fonts, which of their glyphs exist, how wide a line is.

Only the fonts that come with matplotlib are used, so that one input gives one picture on every
machine. They hold Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian and Georgian letters; matplotlib
joins and turns Arabic by itself (since 3.11, through libraqm).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from maps.text import plain

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties

__all__ = ["Letters", "fitted", "fitting", "measure", "properties", "shortened", "wrapped"]

_SANS, _SERIF = ("DejaVu Sans",), ("STIXGeneral", "DejaVu Sans")
_MISSING = "□"

# More characters than any line of a picture holds; a hostile title is not measured to its end.
_LONGEST = 1_000
_FINER = 10
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """A kind of lettering; ``size`` in points."""

    size: float
    colour: str = "#2b2e31"
    bold: bool = False
    italic: bool = False
    serif: bool = False


@lru_cache(maxsize=64)
def properties(letters: Letters) -> FontProperties:
    """Return what matplotlib calls such letters."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(
        family=list(_SERIF if letters.serif else _SANS),
        size=letters.size,
        weight="bold" if letters.bold else "normal",
        style="italic" if letters.italic else "normal",
    )


def fitted(line: str, letters: Letters) -> Letters:
    """Return letters in which a line can be written: no oblique face has Arabic ones."""
    if letters.italic and any(ord(c) not in _known("oblique") for c in line):
        return replace(letters, italic=False)
    return letters


@lru_cache(maxsize=2)
def _known(style: Literal["normal", "oblique"] = "normal") -> frozenset[int]:
    """Return the characters that the widest of the fonts can write, normal and bold."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    weights = ("normal", "bold")
    faces = [FontProperties(family=_SANS[0], weight=weight, style=style) for weight in weights]
    held = [set(get_font(findfont(face)).get_charmap()) for face in faces]
    return frozenset(held[0] & held[1])


@lru_cache(maxsize=8192)
def fitting(words: str) -> str:
    """Return a text as one line in which every character can be written.

    Controls are gone, reading-direction tricks written out; a letter that no font holds is an
    empty square, which says that something stands there.
    """
    # A byte order mark has no glyph, and matplotlib's PDF writer stumbles over it (3.11).
    # Spaces that hold words together, as before a French colon, stay.
    line = _SPACES.sub(" ", plain(words).replace("\ufeff", "")).strip()
    return "".join(c if ord(c) in _known() else _MISSING for c in line)


@lru_cache(maxsize=1)
def _scales() -> RendererAgg:
    from matplotlib.backends.backend_agg import RendererAgg

    # Ten times the sheet's resolution: at its own, whole pixels would add up to false widths.
    scales: RendererAgg = RendererAgg(8, 8, 72 * _FINER)  # type: ignore[no-untyped-call]
    return scales


def measure(words: str, letters: Letters) -> float:
    """Return how wide a line of text is as it is shown, in points."""
    return _width(fitting(words), letters)


@lru_cache(maxsize=8192)
def _width(line: str, letters: Letters) -> float:
    scales: Any = _scales()  # matplotlib leaves it untyped
    face = properties(fitted(line, letters))
    width, _, _ = scales.get_text_width_height_descent(line, face, ismath=False)
    return float(width) / _FINER


def shortened(words: str, letters: Letters, *, width: float) -> str:
    """Return a text cut to a width in points, with an ellipsis where something is gone."""
    line = fitting(words)[:_LONGEST]
    if measure(line, letters) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(line[:middle].rstrip() + "…", letters) <= width:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip() + "…"


def wrapped(words: str, letters: Letters, *, width: float, most: int) -> list[str]:
    """Break a text into at most ``most`` lines of a width in points; the last one may be cut."""
    lines: list[str] = []
    rest = fitting(words)[:_LONGEST].split(" ")
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and measure(" ".join(rest[: taken + 1]), letters) <= width:
            taken += 1
        lines.append(shortened(" ".join(rest[:taken]), letters, width=width))
        rest = rest[taken:]
    if rest:
        lines.append(shortened(" ".join(rest), letters, width=width))
    return lines
