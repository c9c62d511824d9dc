"""Map what reports about a war claim: who says which side moved, where, when, in which words.

>>> import frontmap
>>> frontmap.draw(["reports/"], out="out/map.html")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frontmap.calls import assess, draw, place

__all__ = ["__version__", "assess", "draw", "place"]

__version__ = version("frontmap")


def __getattr__(name: str) -> object:
    """Import a call when it is first used: the command line's ``--help`` must stay light."""
    if name not in __all__:
        raise AttributeError(f"module 'frontmap' has no attribute {name!r}; it has {__all__}")
    from frontmap import calls

    return getattr(calls, name)
