"""What a cut leaves of a shape, and what one that crosses itself covers."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

__all__ = ["solid", "sound"]


def solid(shape: BaseGeometry) -> BaseGeometry:
    """Return the parts of the highest dimension as one shape.

    Where a cut or a crossing only touches, it leaves points and edges: no part of what was cut.
    """
    parts = _simple_parts(shape)
    most = max((int(shapely.get_dimensions(part)) for part in parts), default=0)
    return shapely.union_all([part for part in parts if shapely.get_dimensions(part) == most])


def sound(shape: BaseGeometry) -> BaseGeometry:
    """Return a valid shape of what one covers that crosses itself, as a coarse outline can.

    A bow tie is cut into its areas. What has no area or length left comes back as lines or points.
    """
    # One by one: GEOS refuses some areas of several parts of which one has collapsed.
    parts = [shapely.make_valid(part) for part in shapely.get_parts(shape)]
    return solid(shapely.GeometryCollection(parts))


def _simple_parts(shape: BaseGeometry) -> list[BaseGeometry]:
    parts = list(shapely.get_parts(shape))
    nested = any(part.geom_type.startswith(("Multi", "Geometry")) for part in parts)
    return [deep for part in parts for deep in _simple_parts(part)] if nested else parts
