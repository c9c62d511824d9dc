"""What a report calls its sides: rebels, the enemy, a part of some force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.fighters.forces import force_words
from claims.fighters.phrase import Phrase
from claims.fighters.worded.branches import is_branch
from claims.sides.groups import missions

__all__ = ["Called"]

_LOYAL = re.compile(r"\bloyal\s+to\b|\w loyalists?$|\bpro-(?:government|regime|state)\b")
_ONCE = frozenset("sacked former ousted exiled deposed rebel renegade fugitive".split())
_UN = "un"
_NAMES_UN = re.compile(r"\bUnited Nations\b|\bU\.N\.|\bUN\b|\b[Bb]lue (?:[Hh]elmets|[Bb]erets)\b")
_OF_UN = ("United Nations", "U.N.", "UN", "elmets", "erets")  # one of these is in whatever it meets
_NEAR = 4  # sentences back in which those stand whom it calls terrorists by name


@dataclass(slots=True)
class Called:
    """The sides of a report by what it calls them."""

    rebel: set[str] = field(default_factory=set)
    beside_rebels: set[str] = field(default_factory=set)  # named in one sentence with "rebels"
    of_several: set[str] = field(default_factory=set)  # only speak, in a text of several groups
    loyal: set[str] = field(default_factory=set)  # named as fighters for a ruler
    enemy: set[str] = field(default_factory=set)  # "the occupiers", who are never "the army"
    terror: set[str] = field(default_factory=set)  # "X terrorists", whom the report calls so alone
    mission: str | None = None  # whose "the peacekeepers" are
    branches: set[str] = field(default_factory=set)  # known only as a part of some force

    def learn(self, phrase: Phrase, side: str) -> None:
        """Take what a phrase calls the side that it stands for."""
        lower = phrase.text.lower()
        ruler = not phrase.led and ("loyal" in lower or "pro-" in lower)
        ruler = ruler and _ONCE.isdisjoint(lower.split())  # "loyal to the sacked vice president"
        if ruler and _LOYAL.search(lower):
            self.loyal.add(side)  # who fights for a ruler is not who rose against him
        if not force_words().enemy.isdisjoint(lower.split()):
            self.enemy.add(side)
        if "terrorist" in lower and not phrase.text.islower():
            self.terror.add(side)
        if is_branch(phrase):
            self.branches.add(side)
        if "gang" in lower:  # criminals, whoever "the rebels" are
            self.beside_rebels.add(side)
        if self.mission is None and _keeps_peace(phrase):
            self.mission = side

    def peacekeepers(self, before: Sequence[Phrase]) -> str | None:
        """Return whose "the peacekeepers" are: the last named, or the first of the text."""
        near = (p.side for p in reversed(before) if p.side and _keeps_peace(p))
        return next(near, self.mission)

    def learn_mission(self, text: str) -> None:
        """Take "the peacekeepers" of a text that names no others for those of the United Nations.

        It has to name the United Nations, for missions are of many.
        """
        named = self.mission is None and any(map(text.__contains__, _OF_UN))
        if named and _NAMES_UN.search(text):
            self.mission = _UN

    def terrorists(self, phrase: Phrase, before: Sequence[Phrase]) -> str | None:
        """Return whom plain "terrorists" are: those of a name whom the report just called so."""
        if not self.terror or not phrase.text.islower() or "terrorist" not in phrase.text:
            return None
        near = (p for p in reversed(before) if phrase.sentence - p.sentence <= _NEAR)
        return next((p.side for p in near if p.side in self.terror), None)


def _keeps_peace(phrase: Phrase) -> bool:
    lower = phrase.text.lower()
    return "peacekeep" in lower or (phrase.side in missions() and "nato" not in lower)
