"""Whose a staff's men are: "Coast group troops" of "Chad's Coast operational group"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.named.full_names import slug
from claims.fighters.phrase import Phrase

__all__ = ["join_staffs"]


def join_staffs(phrases: Sequence[Phrase]) -> None:
    """Give those whom a text names by a state's operational group the side of that state."""
    units = [phrase for phrase in phrases if phrase.kind == "unit" and phrase.name]
    owners = {slug(phrase.name): phrase.side for phrase in units if phrase.side}
    for phrase in phrases if owners else ():
        named = phrase.kind == "unit" or (phrase.kind == "people" and not phrase.rebel)
        owner = owners.get(slug(phrase.name)) if named else None
        if owner:
            phrase.kind, phrase.side = "unit", owner
