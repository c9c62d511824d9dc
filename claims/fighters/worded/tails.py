"""Forces called by the last words of their name: "the Defence Army" of a land named before."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.fighters.phrase import Phrase
from claims.sides.groups import unions

__all__ = ["Tails"]

_NAMED = ("force", "country")
_FEDERAL = "federal"
_SHORT = ("state", "unit")
_ARMIES = frozenset("army navy federal federals".split())


@dataclass(slots=True)
class Tails:
    """The sides of a report's forces by the last two words of their full names."""

    sides: dict[str, set[str]] = field(default_factory=dict)
    federal: set[str] = field(default_factory=set)  # whose army is called federal: "X federal army"
    armies: set[str] = field(default_factory=set)  # whose army is named: "X army tanks"
    named: set[str] = field(default_factory=set)  # unions that are named: "LJUBLJANA, Yugoslavia"
    is_federal: bool = False  # whether "federal" forces are told of, whoever's they are

    def learn(self, phrase: Phrase) -> None:
        """Remember whose a force of three words and more is."""
        if phrase.kind == "capital":
            return
        words = phrase.text.split()
        lower = phrase.text.lower().split()
        self.is_federal = self.is_federal or _FEDERAL in lower
        if phrase.side in unions():
            self.named.add(phrase.side)
        if phrase.side and _FEDERAL in lower:
            self.federal.add(phrase.side)
        if phrase.side and "army" in lower and (phrase.kind in _NAMED or len(words) > 1):
            self.armies.add(phrase.side)
        if phrase.side and phrase.kind in _NAMED and len(words) > 2:  # a land and two words
            self.sides.setdefault(_tail(words), set()).add(phrase.side)

    def side(self, phrase: Phrase) -> str | None:
        """Return the one side whose force ends with the words of a phrase that names none."""
        words = phrase.text.split()
        lower = phrase.text.lower().split()
        if _FEDERAL in lower and len(self.federal) == 1:
            return next(iter(self.federal))
        armies = self.armies or (self.named if self.is_federal else set())
        union = armies if armies <= unions() and "government" not in lower else set()
        if phrase.kind == "state" and len(union) == 1 and not _ARMIES.isdisjoint(lower):
            return next(iter(union))
        named = phrase.kind in _SHORT and len(words) > 1 and all(map(str.istitle, words))
        sides = self.sides.get(_tail(words), set()) if named and not phrase.side else set()
        return next(iter(sides)) if len(sides) == 1 else None


def _tail(words: list[str]) -> str:
    return " ".join(words[-2:]).lower()
