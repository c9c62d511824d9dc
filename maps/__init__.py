"""Situations to files: layers, page, exports. Made for :func:`frontmap.draw`.

Pages alone are made of folium, which takes half a second to import; tables do not wait for it.
"""

from typing import TYPE_CHECKING, Any

from maps.errors import ExportError, PageError
from maps.text import safe

if TYPE_CHECKING:
    from maps.compose import FrontMap, draw

__all__ = ["ExportError", "FrontMap", "PageError", "draw", "safe"]


def __getattr__(name: str) -> Any:
    if name in {"FrontMap", "draw"}:
        from maps import compose

        return getattr(compose, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
