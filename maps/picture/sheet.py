"""The sheet that a picture is drawn on: the only place that speaks to matplotlib.

Everything is in points (1/72 inch) from the upper left corner, y downwards. Artists are stacked in
the order in which they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from maps.picture.lettering import Letters, fitted, fitting, measure, properties
from maps.picture.strokes import Spot

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.path import Path

__all__ = ["Ink", "Sheet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How an outline is filled and stroked; None leaves that part out. Widths in points."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    alpha: float = 1.0
    dash: tuple[float, ...] = ()


class Sheet:
    """A blank sheet of a width and height in points."""

    def __init__(self, *, width: float, height: float, paper: str = "#ffffff") -> None:
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self.figure: Figure = Figure(figsize=(width / 72, height / 72), facecolor=paper)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.set_autoscale_on(False)
        self._window: tuple[float, float, float, float] | None = None
        self._group, self._drawn = "margin", 0

    @contextmanager
    def group(self, name: str) -> Iterator[None]:
        """Name what is drawn inside, so that an editor finds it in the SVG."""
        before, self._group = self._group, name
        yield
        self._group = before

    @contextmanager
    def window(self, left: float, top: float, width: float, height: float) -> Iterator[None]:
        """Show of what is drawn inside only what lies in a rectangle."""
        self._window = (left, top, width, height)
        yield
        self._window = None

    def outline(self, corners: Sequence[Spot], ink: Ink) -> None:
        """Draw one closed outline."""
        if len(corners) >= 2:
            self._add(_path([np.asarray(corners, dtype=float)], closed=True), ink)

    def line(self, corners: Sequence[Spot], ink: Ink) -> None:
        """Draw one open line."""
        self.lines([corners], ink)

    def lines(self, many: Iterable[Sequence[Spot] | NDArray[Any]], ink: Ink) -> None:
        """Draw many open lines as one element."""
        parts = [np.asarray(corners, dtype=float) for corners in many]
        if parts:
            self._add(_path(parts, closed=False), ink)

    def rings(self, many: Iterable[NDArray[Any]], ink: Ink) -> None:
        """Fill closed rings together; a ring inside another is its hole."""
        parts = list(many)
        if parts:
            self._add(_path(parts, closed=True), ink)

    def shape(self, geometry: BaseGeometry, ink: Ink) -> None:
        """Draw the areas and lines of a shape on paper."""
        areas: list[NDArray[Any]] = []
        lines: list[NDArray[Any]] = []
        for part in shapely.get_parts(shapely.get_parts(geometry)):
            if part.is_empty:
                continue
            if part.geom_type == "Polygon":
                # Holes turn against the outer ring: every renderer then leaves them out.
                sound = orient(part)
                areas += [shapely.get_coordinates(r) for r in (sound.exterior, *sound.interiors)]
            elif part.geom_type in ("LineString", "LinearRing"):
                lines.append(shapely.get_coordinates(part))
        self.rings(areas, ink)
        self.lines(lines, ink)

    def text(
        self,
        words: str,
        x: float,
        y: float,
        letters: Letters,
        *,
        align: str = "left",
        halo: str | None = None,
        around: float = 2.2,
    ) -> None:
        """Write one line of text around the height ``y``; any text is safe here.

        ``halo`` is the colour of a line ``around`` the letters, as wide as that in points.
        """
        from matplotlib.patheffects import Stroke

        shown = fitting(words)
        if not shown:
            return
        common: dict[str, Any] = {
            "fontproperties": properties(fitted(shown, letters)),
            "ha": align,
            "va": "center_baseline",
            # Dollar signs in a headline are money, never a formula.
            "parse_math": False,
            "color": letters.colour,
        }
        if halo is not None:
            # The halo is an outline of its own below the text, which stays text for a search.
            under = self._axes.text(x, y, shown, **common)
            under.set_path_effects([Stroke(linewidth=around, foreground=halo)])
            self._place(under)
        self._place(self._axes.text(x, y, shown, **common))

    def measure(self, words: str, letters: Letters) -> float:
        """Return how wide a line of text is, in points."""
        return measure(words, letters)

    def _add(self, path: Path, ink: Ink) -> None:
        from matplotlib.patches import PathPatch

        patch = PathPatch(
            path,
            facecolor=ink.fill or "none",
            edgecolor=ink.stroke or "none",
            linewidth=ink.width if ink.stroke else 0,
            alpha=ink.alpha if ink.alpha < 1 else None,
            linestyle=(0, ink.dash) if ink.dash else "solid",
            joinstyle="round",
            capstyle="butt" if ink.dash else "round",
        )
        self._axes.add_artist(patch)  # add_patch would walk each curve for limits that are fixed
        self._place(patch)

    def _place(self, artist: Any) -> None:
        self._drawn += 1
        artist.set_zorder(self._drawn)
        artist.set_gid(f"{self._group}-{self._drawn}")
        if self._window is not None:
            artist.set_clip_box(self._clip(*self._window))
            artist.set_clip_on(True)
        else:
            artist.set_clip_on(False)

    def _clip(self, left: float, top: float, width: float, height: float) -> Any:
        from matplotlib.transforms import Bbox, TransformedBbox

        box = Bbox.from_extents(left, top, left + width, top + height)
        return TransformedBbox(box, self._axes.transData)


def _path(parts: Sequence[NDArray[Any]], *, closed: bool) -> Path:
    from matplotlib.path import Path

    corners: list[NDArray[Any]] = []
    codes: list[NDArray[Any]] = []
    for part in parts:
        open_end = closed and not np.array_equal(part[0], part[-1])
        spots = np.vstack([part, part[:1]]) if open_end else part
        steps = np.full(len(spots), Path.LINETO, dtype=np.uint8)
        steps[0] = Path.MOVETO
        if closed:
            steps[-1] = Path.CLOSEPOLY
        corners.append(spots)
        codes.append(steps)
    return Path(np.vstack(corners), np.concatenate(codes))
