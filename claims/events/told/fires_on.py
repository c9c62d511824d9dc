"""Whether a verb only goes on with fires told before: "shelled X; destroyed two posts"."""

from __future__ import annotations

from collections.abc import Collection

from claims.claim import Action
from claims.events.places.under_way import met_as_it_went
from claims.events.places.where import spots_behind
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.lexicon import Trigger

__all__ = ["fires_on"]

_FIRES = (Action.STRIKE, Action.ATTACK, Action.CLASH)
_FIRING = (*_FIRES, Action.HOLD, Action.PUSH_BACK)


def fires_on(parsed: Parsed, trigger: Trigger, told: Collection[Trigger]) -> bool:
    """Tell whether a verb at no place of its own goes on with what was ``told`` before it.

    So does "firing", by what means a column was held: "halted near X by rebels firing missiles".
    """
    firing = trigger.form == "firing"
    fires = trigger.pattern.action in _FIRES and (firing or trigger.pattern.place == "any")
    deeds = _FIRING if firing else _FIRES
    # Who "returned fire" and called in jets is not who "engaged the rebels".
    before = [t for t in told if t.pattern.action in deeds and not t.form.startswith("return")]
    before = [t for t in before if t.first < trigger.first]
    if not (fires and before) or _has_own_subject(parsed, trigger, before):
        return False
    # "Beat off an assault on X and hit a convoy as it left Y"
    own = spots_behind(parsed, trigger) or met_as_it_went(parsed, trigger)
    return all(spot.unnamed for spot in own)


def _has_own_subject(parsed: Parsed, trigger: Trigger, before: Collection[Trigger]) -> bool:
    """Tell whether a clause of its own names what was hit: "hit X as posts near Y were burned"."""
    low, _ = parsed.clause(trigger.first)
    if not is_passive(parsed, trigger) or any(t.first >= low for t in before):
        return False
    return any(low <= s.first < trigger.first and not (s.unnamed or s.aside) for s in parsed.spots)
