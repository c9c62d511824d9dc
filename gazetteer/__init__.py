"""Names to places: spellings, the index, place expressions and their resolution."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gazetteer.entry import GazetteerEntry
from gazetteer.place import PlaceExpression, Resolution, Unresolved

if TYPE_CHECKING:
    from gazetteer.expression import parse_place
    from gazetteer.index import Gazetteer
    from gazetteer.resolve import Context, resolve_all

__all__ = [
    "Context",
    "Gazetteer",
    "GazetteerEntry",
    "PlaceExpression",
    "Resolution",
    "Unresolved",
    "parse_place",
    "resolve_all",
]

# The face carries resolve_all, for its sibling resolve has the name of the module that holds it.
_LAZY = {
    "Context": "resolve",
    "Gazetteer": "index",
    "parse_place": "expression",
    "resolve_all": "resolve",
}


def __getattr__(name: str) -> Any:
    """Import the heavy parts when they are first asked for."""
    if name in _LAZY:
        return getattr(import_module(f"gazetteer.{_LAZY[name]}"), name)
    raise AttributeError(f"module 'gazetteer' has no attribute {name!r}")
