"""Situations to files: layers, page, exports. Made for :func:`frontmap.draw`."""

from maps.compose import FrontMap, draw
from maps.errors import ExportError, PageError
from maps.text import safe

__all__ = ["ExportError", "FrontMap", "PageError", "draw", "safe"]
