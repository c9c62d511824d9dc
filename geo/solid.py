"""What a cut leaves of a shape: its areas, or its lines where it has none."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

__all__ = ["solid"]


def solid(shape: BaseGeometry) -> BaseGeometry:
    """Return the parts of the highest dimension as one shape.

    Where a cut or a crossing only touches, it leaves points and edges: no part of what was cut.
    """
    parts = shapely.get_parts(shapely.get_parts(shape))
    most = max((int(shapely.get_dimensions(part)) for part in parts), default=0)
    return shapely.union_all([part for part in parts if shapely.get_dimensions(part) == most])
