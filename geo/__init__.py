"""The Earth: footprints, distances, spatial relations, arrows."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.axes import axis_of_advance
    from geo.errors import FrontmapError, GeometryError
    from geo.footprint import Footprint
    from geo.interval import Interval
    from geo.tables import to_table

__all__ = [
    "Footprint",
    "FrontmapError",
    "GeometryError",
    "Interval",
    "axis_of_advance",
    "to_table",
]

_HOME = {
    "Footprint": "geo.footprint",
    "FrontmapError": "geo.errors",
    "GeometryError": "geo.errors",
    "Interval": "geo.interval",
    "axis_of_advance": "geo.axes",
    "to_table": "geo.tables",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that the command line starts at once."""
    if name not in _HOME:
        raise AttributeError(f"module 'geo' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
