"""Whose the shots or pushes are that hit or take a place: "French air strikes on X hit Y"."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import Action
from claims.events.outcomes.effects import deed_before
from claims.events.parties.beside_force import are_fired_on
from claims.events.parties.meant import Meant
from claims.events.parties.noun_owner import owner_before
from claims.events.parties.noun_roles import noun_roles
from claims.events.sentences.clauses import segment_low
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.fighters.forces import AIRCRAFT
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["shot_by", "whose_fires"]

_FIRES = frozenset(
    "strike strikes airstrike airstrikes shelling bombardment missile missiles rocket rockets shell"
    " shells raid raids drone drones fire bomb bombs barrage salvo mortars attack attacks"
    " reinforcements".split()
)
_PUSHES = frozenset(
    "operation operations offensive offensives counter-offensive counteroffensive counter-attack"
    " counterattack assault push thrust advance incursion blitz onslaught".split()
)
_RELATIVE = frozenset(("that", "which"))
_WHITHER = frozenset("on against in into toward towards across".split())
_GAINS = frozenset(
    (Action.ADVANCE, Action.CAPTURE, Action.CUT, Action.ENCIRCLE, Action.PUSH_BACK)
).union((Action.RECAPTURE, Action.STRIKE))
_OPENS = frozenset("after when as before while".split())
_HURTS = ("kill", "wound", "injur")
_COUNTED = 3  # words of "after two car"
_BOMBS = frozenset(("bomb", "bombs"))
_FLYERS = AIRCRAFT | {"aviation"}
_BY = 4  # words of "by heavy Chadian army" before "fire on"
_NEAR = 160  # characters back in which the sentence before told of aircraft


def shot_by(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose fire is no verb: "killed by rebel fire on the runway"."""
    lead = parsed.lower[max(0, trigger.first - _BY) : trigger.first]
    if trigger.form != "fire" or "by" not in lead:
        return None
    return owner_before(parsed, trigger, meant) or Party(side=None)


def whose_fires(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles:
    """Return whose strikes are the subject, and on whom, "a bomb that killed ten" included."""
    if (deed := deed_before(parsed, trigger.first)) is not None:
        return noun_roles(parsed, replace(trigger, first=deed, last=deed), meant)
    if are_fired_on(parsed, trigger):
        return Roles()  # "opened fire on columns leaving X": who fires is not who leaves
    low = 0 if trigger.form.endswith("ing") else segment_low(parsed, trigger.first)
    if low > 1 and parsed.lower[low - 1] in _RELATIVE:
        low -= 2  # "an offensive that has retaken X"
    for number in range(low, trigger.first):
        if parsed.lower[number] in _FIRES or _pushes(parsed, trigger, number):
            roles = noun_roles(parsed, replace(trigger, first=number, last=number), meant)
            lead = parsed.lower[max(0, number - _COUNTED) : number]
            if trigger.form.startswith(_HURTS) and not _OPENS.isdisjoint(lead):
                # "Rebels fled after two bombs killed ten people"
                roles = roles._replace(opponent=None)
            falls = trigger.pattern.action is Action.STRIKE  # what "exploded" may be a car
            bombs = falls and not roles.actor and parsed.lower[number] in _BOMBS
            return roles._replace(actor=_dropped_by(parsed, meant)) if bombs else roles
    return Roles()


def _pushes(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a subject is a push that gains ground: "the army's offensive has retaken X"."""
    if parsed.lower[number] not in _PUSHES or trigger.pattern.action not in _GAINS:
        return False
    start = group_start(parsed, trigger.first)
    behind = number + 1 == start or (number + 2 == start and parsed.lower[number + 1] in _RELATIVE)
    return behind or parsed.lower[number + 1] in _WHITHER


def _dropped_by(parsed: Parsed, meant: Meant) -> Party | None:
    """Return whose aircraft the sentence before tells of, where it tells of that side alone."""
    before = meant.finder.before(parsed.sentence.start)
    if not before or any(m.side for m in parsed.actors if m.armed):
        return None
    last = [m for m in before if m.sentence == before[-1].sentence and m.armed]
    sides = {m.side for m in last}
    near = parsed.sentence.start - before[-1].end < _NEAR
    flew = any(m.text.lower().rpartition(" ")[2] in _FLYERS for m in last)
    flew = flew and not any(
        roles.actor and roles.actor.start == last[0].start
        for action, roles in meant.finder.told.items()
        if action not in (Action.STRIKE, Action.ATTACK)  # "helicopters evacuated the wounded"
    )
    return Party(side=last[0].side) if near and flew and len(sides) == 1 else None
