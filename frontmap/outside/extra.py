"""The libraries that only reading the web needs."""

from __future__ import annotations

from importlib.util import find_spec

from frontmap.outside.errors import MissingExtraError

__all__ = ["require_extra"]

_LIBRARIES = ("feedparser", "lxml_html_clean", "protego", "trafilatura", "w3lib")


def require_extra() -> None:
    """Say in one line what is missing, before anybody is asked.

    Raises
    ------
    MissingExtraError
        One of the libraries is not installed.
    """
    missing = [name for name in _LIBRARIES if find_spec(name) is None]
    if missing:
        raise MissingExtraError(
            f"reading the web needs {', '.join(missing)}; run: pip install 'frontmap[refresh]'"
        )
