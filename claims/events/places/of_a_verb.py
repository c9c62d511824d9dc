"""Places behind a noun that are the subject or object of a verb: "the attack came as X fell"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.outcomes.inner import Inner, inner
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from gazetteer.place import Relation

__all__ = ["is_of_a_verb"]

_LEADS = frozenset("on in at near against of to toward towards into around over for across".split())
_PHRASE = 8  # words of "on army positions in X"
_HALFWAY = frozenset("halfway half-way midway mid-way half somewhere".split())
_APART = frozenset((Relation.OFFSET, Relation.DISTANCE))


def is_of_a_verb(parsed: Parsed, trigger: Trigger, spot: Spot, *, first: bool) -> bool:
    """Tell whether a place behind a noun is the subject or object of a verb and not the noun's."""
    if trigger.pattern.kind != "noun" or trigger.pattern.action is Action.DEPLOY:
        return False
    near = spot.mention.expression.relation is Relation.NEAR  # "close to X"
    if spot.lead or near or spot.listed or ":" in parsed.lower[trigger.last : trigger.last + 2]:
        return False  # "Under rebel control: X"
    beside = first or spot.first == trigger.last + 1
    halfway = not _HALFWAY.isdisjoint(parsed.lower[spot.first : spot.first + 2])
    if beside and (halfway or spot.mention.expression.relation in _APART):
        return False  # "a counterattack north of X", "clashes erupted 5 km from X"
    after = parsed.lower[trigger.last + 1 : trigger.last + 2]
    if first and not _LEADS.isdisjoint(after) and spot.first - trigger.last <= _PHRASE:
        return False
    return not any(
        trigger.last < t.first < spot.first and inner(parsed, trigger, t) is not Inner.NOT
        for t in parsed.triggers
    )
