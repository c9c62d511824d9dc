"""Outlines on paper as lists of corners: rounded boxes, arcs, tapered arrows, hatching."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

__all__ = ["Arrow", "Spot", "arrow", "circle", "hatching", "rounded"]

Spot = tuple[float, float]

_STEPS = 24


def circle(x: float, y: float, radius: float) -> list[Spot]:
    """Return the corners of a circle, close enough for any print at this size."""
    steps = max(_STEPS, min(180, int(radius)))
    turns = (2 * math.pi * n / steps for n in range(steps))
    return [(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns]


def rounded(
    left: float,
    top: float,
    right: float,
    bottom: float,
    *,
    radius: float,
    ends: tuple[bool, bool] = (True, True),
) -> list[Spot]:
    """Return the corners of a box whose left and right ends are round where ``ends`` says so."""
    corners = [
        (left + radius, top + radius, 180, ends[0]),
        (right - radius, top + radius, 270, ends[1]),
        (right - radius, bottom - radius, 0, ends[1]),
        (left + radius, bottom - radius, 90, ends[0]),
    ]
    square = [(left, top), (right, top), (right, bottom), (left, bottom)]
    found: list[Spot] = []
    for (x, y, start_deg, is_round), corner in zip(corners, square, strict=True):
        if not is_round:
            found.append(corner)
            continue
        turns = (math.radians(start_deg + 90 * n / 8) for n in range(9))
        found += [(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A tapered arrow: its outline, where the head begins, and its tip."""

    outline: tuple[Spot, ...]
    neck: Spot
    tip: Spot


def arrow(start: Spot, tip: Spot, *, bow: float, half: float = 3.4, head: float = 12) -> Arrow:
    """Bend a tapered arrow from one spot to another.

    Parameters
    ----------
    bow
        How far it swings aside, as part of its length; arrows between the same ends get different
        ones, so that they fan out and do not cover each other.
    half
        Half its width at the neck, in points.
    head
        Length of the head in points; a short arrow gets a shorter one.
    """
    first, last = np.array(start), np.array(tip)
    along = last - first
    length = float(np.hypot(*along)) or 1.0
    head = min(head, length * 0.45)
    control = (first + last) / 2 + np.array([-along[1], along[0]]) * bow
    steps = np.linspace(0.0, 1 - head / length, _STEPS + 1)[:, None]
    spine = (1 - steps) ** 2 * first + 2 * (1 - steps) * steps * control + steps**2 * last
    slope = 2 * (1 - steps) * (control - first) + 2 * steps * (last - control)
    normal = np.column_stack([-slope[:, 1], slope[:, 0]]) / np.hypot(*slope.T)[:, None]
    width = (0.7 + (half - 0.7) * np.linspace(0, 1, _STEPS + 1))[:, None]
    left, right = spine + normal * width, spine - normal * width
    neck = spine[-1]
    toward = (last - neck) / (float(np.hypot(*(last - neck))) or 1.0)
    barb = np.array([-toward[1], toward[0]]) * head * 0.58
    outline = np.vstack([left, neck + barb, last, neck - barb, right[::-1]])
    return Arrow(
        outline=tuple((float(x), float(y)) for x, y in outline),
        neck=(float(neck[0]), float(neck[1])),
        tip=(float(tip[0]), float(tip[1])),
    )


def hatching(area: BaseGeometry, *, angle_deg: float, gap: float) -> list[Sequence[Spot]]:
    """Return the lines of a hatching inside an area on paper, ``gap`` points apart.

    The lines of all areas lie on one grid, so that two areas of one side join without a step.
    """
    turned = affinity.rotate(area, -angle_deg, origin=(0, 0))
    left, top, right, bottom = turned.bounds
    rows = np.arange(math.ceil(top / gap) * gap, bottom, gap)
    rules = shapely.linestrings([[(left - 1, y), (right + 1, y)] for y in rows])
    inside = affinity.rotate(
        shapely.GeometryCollection(list(shapely.intersection(rules, turned))),
        angle_deg,
        origin=(0, 0),
    )
    parts = shapely.get_parts(shapely.get_parts(inside))
    return [list(part.coords) for part in parts if part.geom_type == "LineString"]
