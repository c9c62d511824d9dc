"""Whose rockets fall where nobody is named: "X fired 90 rockets. One of them hit Y"."""

from __future__ import annotations

import re

from claims.fighters.actors import ActorFinder

__all__ = ["who_fired_before"]

_SHOT = r"(?:rocket|projectile|missile|drone|shell|mortar)"
# In the sentence before, or in front of the clause in its own.
_VOLLEY = re.compile(
    r"(?:^|\n|[.!?]\s+)(?P<who>[^.!?;\n]{3,90}?)\s+(?:(?:has|have|had|also|then)\s+)*"
    r"(?:fired|launched|lobbed|unleashed|shot|sent)\s+(?:[\w,-]+\s+){0,6}?"
    rf"(?P<shot>{_SHOT})s?\b[^.!?\n]*[.!?]\s+[^.!?\n]*$",
    re.IGNORECASE,
)
_SHOTS = re.compile(rf"\b({_SHOT})s?\b")
_ANY = "projectile"
_NEAR = 320  # characters of two sentences


def who_fired_before(
    text: str, start: int, clause: str, finder: ActorFinder
) -> tuple[str, bool] | None:
    """Return the side that the sentence before tells of as firing, and whether the same weapon.

    ``start`` is where a claim's words start, ``clause`` the words of its event in lower case.
    """
    fallen = _SHOTS.search(clause)
    before = text[max(0, start - _NEAR) : start]
    volley = _VOLLEY.search(before) if fallen else None
    if fallen is None or volley is None:
        return None
    named = finder.find(volley["who"], start - len(before) + volley.start("who"))
    side = named[-1].side if named else None
    shots = {volley["shot"].lower(), fallen[1]}
    return (side, len(shots) == 1 or _ANY in shots) if side else None
