"""Where a retreat leads that is told of by that alone: "fell back to X", "retreated towards X"."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import Action
from claims.events.places.goals import leads_on
from claims.events.places.leading_places import specific
from claims.events.places.where import following
from claims.events.sentences.parse import Parsed
from claims.events.sentences.placed import Placed
from claims.lexicon import Trigger
from gazetteer.place import PlaceExpression, Relation

__all__ = ["led_to"]

_FLIGHT = ("fle", "fli")  # anybody may flee
_TAKEN = frozenset("wounded injured dead casualties families".split())  # and are no retreat


def led_to(parsed: Parsed, trigger: Trigger) -> tuple[Placed, ...]:
    """Return the place towards which somebody falls back, who lost none that the text names."""
    if trigger.pattern.action is not Action.RETREAT or trigger.form.startswith(_FLIGHT):
        return ()
    ahead = specific([spot for spot in following(parsed, trigger) if leads_on(spot)][:1])
    if any(not _TAKEN.isdisjoint(parsed.lower[trigger.first : spot.first]) for spot in ahead):
        return ()
    return tuple(
        Placed(_that_way(s.mention.expression), s.mention.start, s.mention.end)
        for s in ahead
        if s.mention.expression.heads
    )


def _that_way(expression: PlaceExpression) -> PlaceExpression:
    """Return a place as the way to it: whoever withdraws to a town has not lost it."""
    plain = expression.relation is Relation.AT
    return replace(expression, relation=Relation.TOWARD) if plain else expression
