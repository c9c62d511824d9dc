"""Whom a list goes on about: "the fighters of X carried out the following operations: - They"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["lead_in"]

_BULLETS = "-•*–▪●◾"
_FAR = 3000  # characters back in which the line stands that opens a list


def lead_in(text: str, place: int, named: Sequence[int]) -> tuple[int, int] | None:
    """Return where the line stands that opens the list whose item a place is in, or None.

    ``named`` is where others are named before the place, in order: an item goes on about those
    whom it names itself.
    """
    floor = max(0, place - _FAR)
    start = text.rfind("\n", floor, place) + 1
    if not start or text[start : start + 1] not in _BULLETS:
        return None
    if named and named[-1] >= start:
        return None
    while start > floor:
        end = start - 1
        start = text.rfind("\n", floor, end) + 1
        line = text[start:end].strip()
        if line and line[0] not in _BULLETS:
            return (start, end) if line.endswith(":") else None
    return None
