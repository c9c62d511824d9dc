"""Groups named behind what they are: "troops of the main opposition army, the Kassa Front (KF)"."""

from __future__ import annotations

from claims.fighters.named.full_names import full_name
from claims.fighters.names import Unit
from claims.fighters.phrase import Ground

__all__ = ["apposed"]

_BODIES = frozenset("army front party force militia coalition council".split())
_FAR = 7  # words from "of" to the comma: "the country's main armed opposition group"


def apposed(ground: Ground, number: int) -> Unit | None:
    """Return the group that is named behind a comma, for words of a group that start at a word."""
    lower, ends = ground.tokens.lower, ground.words.group | _BODIES
    end = next((n for n in range(number, number + _FAR) if lower[n : n + 1] == [","]), None)
    if end is None or lower[end - 1] not in ends or _names(ground, number, end):
        return None
    first = end + 1 + (lower[end + 1 : end + 2] == ["the"])
    unit = ground.by_first.get(first)
    if unit is not None and unit.kind == "force":
        return unit if _is_set_off(ground, unit.last) else None
    last = first
    while ground.tokens.capital(last + 1):
        last += 1
    named = full_name(ground.tokens, last, ground.by_first) if last > first else None
    if named is None or named[:2] != (first, "named") or not _is_set_off(ground, last):
        return None
    return Unit(first=first, last=last, kind="force", side=named[2], name=named[3])


def _is_set_off(ground: Ground, last: int) -> bool:
    """Tell whether a name is set off: no "fighters of the group, the Kassan Army said, took X"."""
    return ground.tokens.words[last + 1 : last + 2] in ([","], ["("])


def _names(ground: Ground, first: int, end: int) -> bool:
    """Tell whether words name somebody already: "soldiers of the Kassan army, the police"."""
    kinds = {ground.by_first[n].kind for n in range(first, end) if n in ground.by_first}
    words = ground.words.rebel | ground.words.group
    plain = words.isdisjoint(ground.tokens.lower[first:end])
    return "force" in kinds or (plain and "country" in kinds)
