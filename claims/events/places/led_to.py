"""Where a retreat leads that is told of by that alone: "fell back to X", "retreated towards X"."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import Action
from claims.events.places.goals import leads_on
from claims.events.places.leading_places import specific
from claims.events.places.where import following
from claims.events.sentences.focus import Placed
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from gazetteer.place import PlaceExpression, Relation

__all__ = ["led_to"]

_FLIGHT = ("fle", "fli")  # which anybody may do
_TAKEN = frozenset("wounded injured dead casualties families".split())  # and are no retreat


def led_to(parsed: Parsed, trigger: Trigger) -> tuple[Placed, ...]:
    """Return the place towards which somebody falls back, who lost none that the text names."""
    if trigger.pattern.action is not Action.RETREAT or _is_mere_flight(parsed, trigger):
        return ()
    ahead = specific([spot for spot in following(parsed, trigger) if leads_on(spot)][:1])
    if any(not _TAKEN.isdisjoint(parsed.lower[trigger.first : spot.first]) for spot in ahead):
        return ()
    return tuple(
        Placed(_that_way(s.mention.expression), s.mention.start, s.mention.end)
        for s in ahead
        if s.mention.expression.heads
    )


def _is_mere_flight(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a flight is no fighters', or only goes on with what they lost: "fled after"."""
    fights = trigger.first - 1 in parsed.armed and len(parsed.triggers) == 1
    return trigger.form.startswith(_FLIGHT) and not fights


def _that_way(expression: PlaceExpression) -> PlaceExpression:
    """Return a place as the way to it: whoever withdraws to a town has not lost it."""
    plain = expression.relation is Relation.AT
    return replace(expression, relation=Relation.TOWARD) if plain else expression
