"""What the letters of a text tell of its script: Cyrillic, and what only looks Latin."""

from __future__ import annotations

__all__ = ["is_cyrillic", "looks_latin", "turns_around"]

# Right-to-left and left-to-right override.
_OVERRIDES = "\u202d\u202e"
# Cyrillic letters that look like Latin ones, from Unicode's list of confusable characters.
_LOOKALIKES = frozenset("аеорсухіјѕһАВЕКМНОРСТУХЅІЈ")


def turns_around(text: str) -> bool:
    """Tell whether a text holds marks by which it reads other than it is written."""
    return any(mark in text for mark in _OVERRIDES)


def is_cyrillic(char: str) -> bool:
    """Tell whether a character is a Cyrillic letter."""
    return "\u0400" <= char <= "\u052f"


def looks_latin(text: str) -> bool:
    """Tell whether every letter of a Cyrillic name looks like a Latin one: "Нама" for "Hama"."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(char in _LOOKALIKES for char in letters)
