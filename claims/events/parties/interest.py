"""Who does what nobody is said to do, by whom the speaker fights: "the attack was foiled"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.claim import Action, Status
from claims.events.event import Event
from claims.events.parties.arms_of_others import are_arms_of_others
from claims.events.parties.beside_force import are_fired_on
from claims.events.parties.gainers import OWNED_UP, OWNING_UP, claims_it, owns_up, plans_it
from claims.events.parties.own_deeds import of_own_voice, who_fires_at
from claims.events.parties.own_fires import fires_at_forces, on_base
from claims.events.parties.strangers import are_somebodys
from claims.events.parties.sufferers import charged_at, suffers
from claims.events.parties.who_fired import BOMBERS, who_fired
from claims.events.sentences.clause_words import FALLS
from claims.events.sentences.passives import is_passive
from claims.fighters.actors import ActorFinder
from claims.fighters.cast.intruders import comes_into
from claims.fighters.forces import AIRCRAFT, force_words
from claims.fighters.party import Party, Roles

__all__ = ["as_meant", "is_only_met"]

_TAKES = frozenset((Action.ADVANCE, Action.ATTACK, Action.CAPTURE, Action.CUT, Action.ENCIRCLE))
_STAYS = frozenset((Action.DEPLOY, Action.HOLD, Action.RETREAT))
_FIRES = frozenset((Action.ATTACK, Action.STRIKE))
_FLOWN = _FIRES | {Action.DEPLOY}
_TAKEN = (Action.CAPTURE, Action.RECAPTURE)
# "A unit crossed the border", says a source in a movement.
_OWN = frozenset("unit units column columns".split())
_MEN = frozenset("fighters units forces".split())
_VAGUE = frozenset("force forces troops soldiers fighters units unit fighter".split())
_CLEARING = frozenset("mopping-up clearing clearance".split())
_FEARS = frozenset(
    "warn warned warns warning fear fears feared expect expects expected brace braced bracing"
    " await awaited enemy accused threat threatened threatening".split()
)
_CLOSE = 3  # words from "taken" to "under full control"
_WHOLLY = frozenset("fully completely entirely totally successfully".split())
_MADE_SAFE = frozenset(("secured", "cleared"))
_FIGHTS = frozenset(
    """
    president minister premier
    army military commander commanders general gen colonel col brigadier major lieutenant command
    communique rebel rebels guerrilla guerrillas brigade forces
    """.split()
)
_MOVED = ("withdraw", "pull", "evacuat", "recall", "redeploy", "abandon", "vacat")
_SOLDIERS = frozenset(("soldier", "soldiers"))
_LOCAL = frozenset(
    "office prosecutor mayor governor authorities administration residents doctors hospital"
    " police emergency".split()
)


def as_meant(event: Event, finder: ActorFinder) -> Event:
    """Return an event with the roles that a careful reader supplies."""
    meant = _meant(event, finder)
    return event if meant is event.roles else replace(event, roles=meant)


def _meant(event: Event, finder: ActorFinder) -> Roles:
    """Return an event's roles with the actor that a careful reader supplies, if any.

    What a side denies, or says has failed, its enemy did; whose forces stay, leave or fire at the
    enemy without more are its own. Nobody is supplied where the report sets two against a side.
    """
    roles = event.roles
    if _was_withdrawn(event):
        return Roles(actor=roles.opponent, opponent=None)
    told = event.speaker.side if event.speaker else None
    told = None if _looks_on(told, finder) else told
    if _fights_in_own_words(event, told):
        return Roles(actor=roles.opponent or Party(side=told), opponent=roles.actor)
    if roles.actor and (roles.actor.side or not _is_vague(roles.actor)):
        return roles
    arms = event.action in _STAYS and are_arms_of_others(
        event.parsed, event.trigger, event.speaker, finder
    )
    others = arms or are_fired_on(event.parsed, event.trigger)
    if others or are_somebodys(event.parsed, roles.actor):
        return roles
    if event.status is Status.DENIED and event.action in _TAKES:
        told = told or finder.own_voice  # whoever of its own denies it
    voice = told or (finder.own_voice if _is_local(event) else None)
    own = of_own_voice(event, finder, voice) if voice else None
    side = own or _side(event, finder, told)
    if side is None:
        return roles
    actor = roles.actor._replace(side=side) if roles.actor else Party(side=side)
    return Roles(actor=actor, opponent=roles.opponent)


def _looks_on(told: str | None, finder: ActorFinder) -> bool:
    """Tell whether a state speaks of a war at home elsewhere, in which none of its forces act.

    Where only another state's forces are told of, it may be the one that they fight; a side that
    the theatre knows may act as well.
    """
    home, acting = finder.at_home, finder.acting - {None}
    if told is None or home in (None, told) or not finder.is_state(told):
        return False
    if told in acting | finder.at_war:
        return False
    return not acting or any(not finder.is_state(side) for side in acting if side)


def _fights_in_own_words(event: Event, told: str | None) -> bool:
    """Tell whether one who fights tells of a clash, and whom with is at most known from before."""
    actor, opponent = event.roles.actor, event.roles.opponent
    unnamed = actor is None or (not actor.text and actor.side != told)
    unnamed = unnamed and (opponent is None or opponent.side == told)
    fought = event.action is Action.CLASH and event.status is not Status.DENIED
    return fought and told is not None and unnamed


def _is_local(event: Event) -> bool:
    """Tell whether an office or those who live there speak, whom a side's report quotes."""
    return not _LOCAL.isdisjoint(re.findall(r"\w+", event.said.claimant.lower()))


def is_only_met(event: Event) -> bool:
    """Tell whether a plot "was foiled" by nobody known: the attack itself says all of it."""
    parsed, trigger = event.parsed, event.trigger
    if trigger.form not in ("foiled", "thwarted") or event.roles.actor:
        return False
    return is_passive(parsed, trigger)


def _was_withdrawn(event: Event) -> bool:
    """Tell whether forces were withdrawn by nobody named, and so by their own side."""
    moved = event.action is Action.RETREAT and event.trigger.form.startswith(_MOVED)
    moved = moved and event.roles.actor is None
    return moved and bool(event.roles.opponent) and is_passive(event.parsed, event.trigger)


def _side(event: Event, finder: ActorFinder, told: str | None) -> str | None:
    """Return the side that is meant, ``told`` being the speaker's; None where it is left open."""
    met = event.roles.opponent.side if event.roles.opponent else None
    undone = event.status in (Status.DENIED, Status.FAILED) and event.action in _TAKES
    hit = suffers(event.trigger) and event.action not in _TAKEN  # no "came under control"
    # "The airbase came under fire", says a group that may have fired
    hit = hit and (met is not None or told is None or finder.is_state(told) or not on_base(event))
    lost = _is_taken(event) and owns_up(event.parsed, event.trigger, told)  # "admitted X fell"
    if (undone and not _is_own_failure(event, told)) or hit or lost:
        own = told if told and told == finder.own_voice and not met else None
        return finder.enemy_of(own) if own else finder.foe(met or told)
    drives = (Action.PUSH_BACK, Action.HOLD)
    held = event.action in drives or event.trigger.pattern.action is Action.PUSH_BACK
    # "A wedge was driven into our lines"
    beset = met == told and event.action in _TAKES and event.roles.actor is None
    if met and (held or beset or _is_from_them(event)):
        return finder.foe(met)
    charged = charged_at(event.parsed, event.trigger) is not None
    if told and met != told and not charged and _is_own(event, finder, told):
        return told  # not whoever "accuses the alliance of bombing a depot"
    if event.trigger.form in _CLEARING and event.roles.actor is None:
        return finder.gaining()  # who mops up has taken the ground before
    flown = event.roles.actor and event.action in _FLOWN and _flies(event.roles.actor)
    if flown and finder.only_state:
        return finder.only_state
    fired = who_fired(event, finder, met if event.action in _FIRES else None)
    # "X had not been bombed", says whoever is blamed for it
    charged = charged or (event.status is Status.DENIED and event.action is Action.STRIKE)
    return fired or (who_fires_at(event, finder, told) if told and not charged else None)


def _is_vague(actor: Party) -> bool:
    """Tell whether words tell nobody apart: "fighters", "two helicopter gunships"."""
    words = actor.text.lower()
    return words in _VAGUE or words in force_words().weapons or _flies(actor)


def _flies(actor: Party) -> bool:
    """Tell whether those who act fly, as in most wars only a state's forces do."""
    words = actor.text.lower()
    return words.rpartition(" ")[2] in AIRCRAFT or words.endswith("jet fighters")


def _is_own(event: Event, finder: ActorFinder, told: str) -> bool:
    """Tell whether a speaker means its own forces, or a group its own bomber."""
    low, _ = event.parsed.clause(event.trigger.first)
    before = event.parsed.lower[low : event.trigger.first]
    unnamed = event.roles.actor is None and not _OWN.isdisjoint(before)
    unnamed = unnamed and not _enters_own_land(event, told)
    unnamed = unnamed or _is_own_failure(event, told)
    unnamed = unnamed or (event.roles.actor is None and claims_it(event.parsed, event.trigger))
    # "Not a single rebel remains in X" is told of no one's own
    nobody = event.action is Action.HOLD and event.status is Status.DENIED and not event.roles.actor
    lead = event.parsed.lower[max(0, event.trigger.first - 2) : event.trigger.first]
    blames = lead == ["for", "the"] and event.trigger.pattern.kind == "noun"  # others for a loss
    stays = event.action in _STAYS and not (nobody or blames)
    if stays or unnamed or _is_won(event) or _hits_enemy(event):
        return True
    if _is_in_store(event) or _goes_on_gaining(event, finder, told):
        return True
    if _is_taken(event) and (_is_under_control(event) or not finder.is_state(told)):
        return True
    words = force_words()
    if _meets(event, words.rebel if finder.is_state(told) else words.state | _SOLDIERS):
        return True
    if finder.is_state(told):
        return fires_at_forces(event)
    # "A rebel spokesman said fighters had entered X"
    men = event.roles.actor is not None and event.roles.actor.text.lower() in _MEN
    return men or (event.action in _FIRES and not BOMBERS.isdisjoint(before))


def _enters_own_land(event: Event, told: str) -> bool:
    """Tell whether a unit comes into the land of the speaker: "a column crossed into Chad"."""
    parsed, first = event.parsed, event.trigger.first
    lands = (m for m in parsed.actors if m.kind == "country" and m.side == told)
    leads = (parsed.lower[first : parsed.word_at(m.start)] for m in lands)
    return any(map(comes_into, leads))


def _hits_enemy(event: Event) -> bool:
    """Tell whether fires hit what a speaker calls the enemy's: "a depot of the enemy was hit"."""
    if (
        event.action not in _FIRES
        or event.roles.actor
        or not is_passive(event.parsed, event.trigger)
    ):
        return False
    low, _ = event.parsed.clause(event.trigger.first)
    start, end = (event.parsed.words[n].start for n in (low, event.trigger.first))
    return any(m.kind == "enemy" and start <= m.start < end for m in event.parsed.actors)


def _is_own_failure(event: Event, told: str | None) -> bool:
    """Tell whether one owns up to a failure, "conceded it was beaten back", or denies a plan."""
    failed = event.status is Status.FAILED and event.action in _TAKES
    planned = event.status is Status.DENIED and plans_it(event.parsed, event.trigger)
    return planned or (failed and owns_up(event.parsed, event.trigger, told))


def _is_won(event: Event) -> bool:
    """Tell whether so only the winner speaks: "the hill was brought under control"."""
    worded = event.parsed.lower[event.trigger.first : event.trigger.last + 1]
    taken = event.action is Action.CAPTURE and _takes_pride(event)
    taken = taken or (event.action is Action.CAPTURE and "brought" in worded)
    # What "is encircled" may be the speaker's own; what "had been" is its doing.
    told = event.parsed.lower[max(0, event.trigger.first - OWNING_UP) : event.trigger.first]
    ringed = event.action is Action.ENCIRCLE and "been" in told and OWNED_UP.isdisjoint(told)
    ringed = ringed and is_passive(event.parsed, event.trigger) and not _is_local(event)
    won = taken or ringed or event.action is Action.RECAPTURE or event.trigger.form == "relieved"
    return event.roles.actor is None and won


def _is_taken(event: Event) -> bool:
    """Tell whether nobody is said to have taken a place: "X had been captured", "had fallen"."""
    return event.action in _TAKEN and event.roles.actor is None


def _is_in_store(event: Event) -> bool:
    """Tell whether a side speaks of an attack to come, and does not fear it."""
    planned = event.status is Status.PLANNED and event.action is Action.ATTACK
    unowned = event.trigger.pattern.kind == "noun" and event.roles.actor is None
    return planned and unowned and _FEARS.isdisjoint(event.parsed.lower)


def _goes_on_gaining(event: Event, finder: ActorFinder, told: str) -> bool:
    """Tell whether a state says that a place was taken which was told of last as gaining ground."""
    falls = event.trigger.form in FALLS  # which the enemy's do as well
    owned_up = falls or not OWNED_UP.isdisjoint(event.parsed.lower)
    return _is_taken(event) and not owned_up and finder.gaining() == told


def _is_from_them(event: Event) -> bool:
    """Tell whether ground was "retaken from the rebels", or somebody "cleared" it of them."""
    if event.trigger.form == "cleared" and _is_taken(event):
        return True
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 3]
    return _is_taken(event) and "from" in behind and is_passive(event.parsed, event.trigger)


def _is_under_control(event: Event) -> bool:
    """Tell whether a place is said to be "taken under full control"."""
    behind = event.parsed.lower[event.trigger.first : event.trigger.last + 1 + _CLOSE]
    return "under" in behind and "control" in behind


def _meets(event: Event, foes: frozenset[str]) -> bool:
    """Tell whether nobody is said to have hit whom the speaker fights: "rebels were killed"."""
    met = event.roles.opponent
    if event.action not in _FIRES or event.roles.actor or met is None:
        return False
    fought = not foes.isdisjoint(met.text.lower().split())
    return fought and is_passive(event.parsed, event.trigger)


def _takes_pride(event: Event) -> bool:
    """Tell whether those who fight say that a place was "secured", or "fully captured"."""
    parsed, trigger = event.parsed, event.trigger
    speaks = not _FIGHTS.isdisjoint(event.said.claimant.lower().split())
    wholly = trigger.first > 0 and parsed.lower[trigger.first - 1] in _WHOLLY
    return speaks and (wholly or trigger.form in _MADE_SAFE) and is_passive(parsed, trigger)
