"""Whose fires are told of by the post they come from: "X was shelled from army positions in Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.by_adjective import by_adjective
from claims.events.parties.held_by import held_by
from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["gun_post"]

_REACH = 12  # words from a verb to "from"
_BEFORE = frozenset(("the", "a", "an", "nearby", "former", "neighbouring", "neighboring"))
_OWNED = 4  # words of "the army's main base"


def gun_post(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose post or ground fires come from that nobody is named for."""
    if trigger.pattern.action is not Action.STRIKE:
        return None
    _, high = parsed.clause(trigger.last)
    ahead = range(trigger.last + 1, min(high, trigger.last + _REACH))
    at = next((n + 1 for n in ahead if parsed.lower[n] == "from"), None)
    if at is None:
        return None
    while not _BEFORE.isdisjoint(parsed.lower[at : at + 1]):
        at += 1
    held = (t for t in parsed.triggers if t.pattern.kind == "held" and t.first == at)
    if holder := next(held, None):
        return held_by(parsed, holder, meant.finder)
    return _owner_of_post(parsed, at, meant)


def _owner_of_post(parsed: Parsed, at: int, meant: Meant) -> Party | None:
    """Return whose a post is: "the army's main base", and no men: "from soldiers in X"."""
    post = parsed.lower[at : at + _OWNED]
    if scene().ground.isdisjoint(post[1:]):
        return None
    named = next((m for m in parsed.actors if parsed.word_at(m.start) == at), None)
    if named:
        party = meant.party(named)
        return Party(side=party.side) if party.side else None
    owner = by_adjective(parsed, at, meant)
    return Party(side=owner.side) if owner else None
