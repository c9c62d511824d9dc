"""Men whose name tells of no side of their own: officers of some state's army."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.phrase import Phrase
from claims.fighters.worded.owned import BODIES
from claims.number_words import is_ordinal

__all__ = ["leave_to_armies"]

_SEATS = frozenset("headquarters staff".split())
_NUMBERED = BODIES | {"army", "fleet", "group"}


def leave_to_armies(phrases: Sequence[Phrase]) -> None:
    """Give no side to who has but a headquarters or a numbered unit: "General Roe's 3rd Division".

    Who has men or forces besides may be a warlord, and stays a side. A unit is that of the army
    spoken of, but where two states fight nobody says which; a headquarters only speaks.
    """
    states = {p.side for p in phrases if p.kind == "country" and p.armed}
    sides: dict[str | None, list[Phrase]] = {}
    for phrase in phrases:
        sides.setdefault(phrase.side, []).append(phrase)
    for side, told in sides.items():
        if side is not None and all(map(_is_officers, told)):
            for phrase in told:
                seat = phrase.text.split()[-1].lower() in _SEATS
                phrase.kind, phrase.side = "" if seat or len(states) > 1 else "unit", None


def _is_officers(phrase: Phrase) -> bool:
    """Tell whether a man is named only as who commands: a numbered unit, a headquarters."""
    words = phrase.text.lower().split()
    if phrase.kind != "person" or not words:
        return False
    return words[-1] in _SEATS or (words[-1] in _NUMBERED and any(map(is_ordinal, words[1:-1])))
