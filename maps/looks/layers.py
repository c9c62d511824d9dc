"""Which layer a claim belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.claim import Action, Claim
from claims.situation import Situation
from maps.wording.language import ENGLISH, Language

__all__ = ["LAYERS", "Layer", "layer_index", "layer_of", "layers_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A layer of the map: its id and the actions it shows; its language names it.

    ``theatre`` names the conflict whose claims it shows where a map has several.
    """

    id: str
    actions: tuple[Action, ...]
    theatre: str = ""

    def record(self, tongue: Language = ENGLISH) -> dict[str, str]:
        """Return what the page needs to know of it."""
        kind = next(layer.id for layer in LAYERS if layer.actions == self.actions)
        name = tongue.say(f"told.layer.{kind}")
        if not self.theatre:
            return {"id": self.id, "name": name}
        theatre = tongue.theatre(self.theatre)
        small = name[0].lower() + name[1:]
        full = tongue.say("told.theatre_layer", theatre=theatre, layer=small)
        return {"id": self.id, "name": full, "short": name, "theatre": theatre}


LAYERS = (
    Layer(id="advances", actions=(Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE)),
    Layer(id="withdrawals", actions=(Action.RETREAT, Action.PUSH_BACK)),
    Layer(id="fighting", actions=(Action.ATTACK, Action.CLASH)),
    Layer(id="strikes", actions=(Action.STRIKE,)),
    Layer(id="held", actions=(Action.HOLD, Action.DEPLOY)),
    Layer(id="routes", actions=(Action.CUT, Action.ENCIRCLE)),
)

_BY_ACTION = {action: layer for layer in LAYERS for action in layer.actions}


def layer_of(action: Action) -> Layer:
    """Return the layer that shows an action; every action has exactly one.

    Examples
    --------
    >>> layer_of(Action.RECAPTURE).id
    'advances'
    """
    return _BY_ACTION[action]


def layers_of(situation: Situation) -> tuple[Layer, ...]:
    """Return the layers of a map; where it shows several theatres, each has its own of each."""
    if not situation.parts:
        return LAYERS
    return tuple(
        replace(layer, id=f"{part.theatre.id}-{layer.id}", theatre=part.theatre.name)
        for part in situation.parts
        for layer in LAYERS
    )


def layer_index(situation: Situation, claim: Claim) -> int:
    """Return which of ``layers_of`` shows a claim."""
    within = LAYERS.index(layer_of(claim.action))
    before = max(situation.part_of(claim), 0)
    return before * len(LAYERS) + within
