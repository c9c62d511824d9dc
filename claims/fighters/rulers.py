"""Persons by whose names a text calls a state: "Roe's government", so "Roe's troops" too."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.full_names import slug
from claims.fighters.phrase import Phrase

__all__ = ["rulers"]

_RULE = ("government", "regime", "cabinet")


def rulers(phrases: Sequence[Phrase]) -> frozenset[str]:
    """Return the one person's side whose government is named; none where two have one."""
    found = {
        phrase.side
        for phrase in phrases
        if phrase.side and phrase.kind in ("person", "people") and _rules(phrase)
    }
    return frozenset(found) if len(found) == 1 else frozenset()


def _rules(phrase: Phrase) -> bool:
    """Tell whether a phrase names somebody's rule: "Roe's government", "the Roe regime army"."""
    if phrase.kind == "person":
        return phrase.text.lower().endswith(_RULE)
    return "regime" in phrase.text.lower().split() and phrase.side == slug(phrase.name)
