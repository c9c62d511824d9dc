"""How often Python looks for rings of garbage."""

from __future__ import annotations

import gc

__all__ = ["look_seldom"]

_OBJECTS_BETWEEN_LOOKS = 10_000


def look_seldom() -> None:
    """Look after many objects: by itself that takes a sixth of a run, and finds next to nothing."""
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS, 10, 10)
