"""Whose fires are denied that the words give to nobody: "X had not been bombed", says its army."""

from __future__ import annotations

import re

from claims.events.told_sides import FIRES, Told
from claims.fighters.actors import ActorFinder

__all__ = ["denies_own"]

# What is denied by whoever is blamed; that it was "hit" is denied by those who were as well.
_BLAMED = re.compile(r"\b(?:bomb(?:ed|ing)|bombarded|shelled|shelling|strafed|raided)\b")


def denies_own(clause: str, speaker: str | None, told: Told, finder: ActorFinder) -> str | None:
    """Return whoever denies fires of its own, None where it may deny what others did.

    It is a side that fires elsewhere in the report, or the state in its war with groups.
    """
    if speaker is None or not _BLAMED.search(clause):
        return None
    fires = any(speaker in deed.sides for deed in told.deeds if deed.action in FIRES)
    return speaker if fires or speaker == finder.at_home else None
