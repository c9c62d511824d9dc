"""Positions on the square of web Mercator, which a page has only to scale to its window.

To project tens of thousands of points takes a browser longer than to draw them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["STEPS", "projected"]

STEPS = 360
"""Steps along a side of the square for each step of a degree that positions are written in."""

# The map ends short of the poles: what lies beyond stands at its edge.
_LAST_DEG = 85.05


def projected(points: NDArray[np.int64], scale: int) -> NDArray[np.int64]:
    """Return rows of longitude and latitude, in steps of ``1 / scale`` degrees, on the square.

    Its first corner is the north-west one, and each side has ``STEPS * scale`` steps.

    Examples
    --------
    >>> projected(np.array([[-180, 90], [0, 0], [36, 35]]), 1).tolist()
    [[0, 0], [180, 180], [216, 143]]
    """
    lat = np.clip(points[:, 1] / scale, -_LAST_DEG, _LAST_DEG)
    down = 0.5 - np.arctanh(np.sin(np.radians(lat))) / (2 * np.pi)
    y = np.rint(down * (STEPS * scale)).astype(np.int64)
    return np.stack([points[:, 0] + 180 * scale, y], axis=1)
