"""What a report calls its sides: rebels, the enemy, a part of some force."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claims.fighters.forces import force_words
from claims.fighters.phrase import Phrase
from claims.fighters.worded.branches import is_branch

__all__ = ["Called"]

_LOYAL = re.compile(r"\bloyal\s+to\b|\bpro-(?:government|regime|state)\b")


@dataclass(slots=True)
class Called:
    """The sides of a report by what it calls them."""

    rebel: set[str] = field(default_factory=set)
    beside_rebels: set[str] = field(default_factory=set)  # named in one sentence with "rebels"
    loyal: set[str] = field(default_factory=set)  # named as fighters for a ruler
    enemy: set[str] = field(default_factory=set)  # "the occupiers", who are never "the army"
    branches: set[str] = field(default_factory=set)  # known only as a part of some force

    def learn(self, phrase: Phrase, side: str) -> None:
        """Take what a phrase calls the side that it stands for."""
        lower = phrase.text.lower()
        ruler = not phrase.led and ("loyal" in lower or "pro-" in lower)
        if ruler and _LOYAL.search(lower):
            self.loyal.add(side)  # who fights for a ruler is not who rose against him
        if not force_words().enemy.isdisjoint(lower.split()):
            self.enemy.add(side)
        if is_branch(phrase):
            self.branches.add(side)
