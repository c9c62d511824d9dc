"""What goes wrong, as one tree.

FrontmapError
└─ GeometryError (ValueError)

Packages above add their own branches (``gazetteer.errors``, ``claims.errors``, ``maps.errors``).
Every error also inherits the builtin a caller would expect, and its message is one line: the thing,
the value, the way out.
"""

__all__ = ["FrontmapError", "GeometryError"]


class FrontmapError(Exception):
    """Base of every error that is about the input and not a fault of this program."""


class GeometryError(FrontmapError, ValueError):
    """A coordinate or shape that cannot be measured or drawn."""
