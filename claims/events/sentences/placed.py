"""Where an event is, as its sentence says or as it is taken over from the text before."""

from __future__ import annotations

from typing import NamedTuple

from gazetteer.place import PlaceExpression

__all__ = ["Placed"]


class Placed(NamedTuple):
    """A place of an event: the expression, where its words stand, and whether it is taken over."""

    expression: PlaceExpression
    start: int
    end: int
    inherited: bool = False
