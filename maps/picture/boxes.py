"""Boxes on paper that must not cover each other, found through a coarse grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Box", "Boxes", "box_around"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""

_CELL = 64


def box_around(x: float, y: float, *, across: float, down: float) -> Box:
    """Return the box of a width and height around a point."""
    return (x - across / 2, y - down / 2, x + across / 2, y + down / 2)


@dataclass(slots=True)
class Boxes:
    """A growing set of boxes, each with the name of its owner.

    Not frozen: laying out a picture is one walk in which every name takes its room from the rest.
    """

    _cells: dict[tuple[int, int], list[tuple[Box, object]]] = field(default_factory=dict)

    def add(self, box: Box, owner: object = None) -> None:
        """Take a box's room."""
        for key in _keys(box):
            self._cells.setdefault(key, []).append((box, owner))

    def remove(self, box: Box, owner: object) -> None:
        """Give a box's room back."""
        for key in _keys(box):
            self._cells[key].remove((box, owner))

    def hit(self, box: Box, *, but: tuple[object, ...] = ()) -> Box | None:
        """Return the first box in the way, owners in ``but`` left out; None where there is room."""
        for key in _keys(box):
            for other, owner in self._cells.get(key, ()):
                if owner is not None and owner in but:
                    continue
                if _overlap(box, other):
                    return other
        return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _keys(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(value // _CELL) for value in box)
    for x in range(left, right + 1):
        for y in range(top, bottom + 1):
            yield x, y
