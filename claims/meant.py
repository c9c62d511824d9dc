"""Whom words mean that name nobody: "they", "its troops", "our forces", "the enemy"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.actors import ActorFinder, ActorMention
from claims.clauses import is_object, says_before
from claims.number import number_of
from claims.parse import Parsed
from claims.party import Party, Roles

__all__ = ["Meant"]

_LIKE = {"strike": "attack", "attack": "strike"}  # one may be told as the other
_FIRST = frozenset("we our us i".split())
_NEAR = 700  # characters back in which a pronoun finds whom it means


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What is known beside a sentence: the report's actors, who was spoken of, who speaks."""

    finder: ActorFinder
    focus: Party | None
    speaker: Party | None

    def party(self, mention: ActorMention) -> Party:
        """Return a mention as a party, with whom it means."""
        side = mention.side
        if mention.kind == "our":
            own = self.speaker or self.focus
            side = own.side if own else None
        elif mention.kind == "enemy":
            side = self._enemy(mention)
        elif mention.kind == "own" and self.speaker and not self._named_before(mention):
            side = self.speaker.side
        return Party(
            text=mention.text,
            side=side,
            start=mention.start,
            end=mention.end,
            others=mention.others,
        )

    def _enemy(self, mention: ActorMention) -> str | None:
        """Return whom a speaker calls the enemy: the side the report sets against the speaker's."""
        if self.speaker and self.speaker.side:
            return self.finder.opposite(self.speaker.side)
        for other in reversed(self.finder.before(mention.start)):
            if other.side and other.free:
                return self.finder.opposite(other.side)
        return None

    def _named_before(self, mention: ActorMention) -> bool:
        before = self.finder.before(mention.start)
        return bool(before) and mention.start - before[-1].end < 60 and before[-1].free

    def pronoun(self, parsed: Parsed, number: int) -> Party | None:
        """Return whom a pronoun at a word number means."""
        if parsed.words[number].lower in _FIRST:
            return self.speaker or self.focus
        place = parsed.words[number].start
        before = [m for m in self.finder.before(place) if place - m.end < _NEAR and m.side]
        here = [m for m in before if m.start >= parsed.sentence.start]
        free = [m for m in here if m.free]
        if free:
            return self.party(_agreeing(parsed, free, parsed.words[number].lower))
        if self.speaker and says_before(parsed, number):
            return self.speaker
        if here:
            return self.party(here[-1])
        return self._sentence_before(before) or self.focus or self.speaker

    def _sentence_before(self, before: list[ActorMention]) -> Party | None:
        """Return the subject of the last sentence that names someone but the speaker."""
        own = self.speaker.side if self.speaker else None
        before = [m for m in before if m.side != own]
        last = [m for m in before if m.sentence == before[-1].sentence]
        return next((self.party(m) for m in last if m.free), None)

    def told(self, action: str, *, again: bool = False) -> Roles:
        """Return who was last said to do such a thing to whom, as understood.

        ``again`` lets "another strike" follow what was told as an attack.
        """
        told = self.finder.told.get(action)
        if told is None and again:
            told = self.finder.told.get(_LIKE.get(action, ""))
        told = told or Roles()
        actor, opponent = (
            replace(party, start=None, end=None) if party else None
            for party in (told.actor, told.opponent)
        )
        return Roles(actor=actor, opponent=opponent)


def _agreeing(parsed: Parsed, free: list[ActorMention], word: str) -> ActorMention:
    """Return the mention that a pronoun agrees with: the last subject of its number."""
    subjects = [m for m in free if not is_object(parsed, m)] or free
    many = word in ("they", "their", "them")
    fitting = [m for m in subjects if number_of(m.text) in (None, many)]
    return (fitting or subjects)[-1]
