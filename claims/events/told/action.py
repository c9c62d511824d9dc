"""What is said to be done, and whether it was: the action and the status of an event."""

from __future__ import annotations

from claims.claim import Action, Status
from claims.events.outcomes.comes_to import fighting_comes
from claims.events.outcomes.denied import is_added
from claims.events.outcomes.sieges import is_lifted
from claims.events.parties.by_make import is_flown
from claims.events.parties.each_other import FIGHT
from claims.events.parties.shots import (
    comes_in_person,
    fires_from_afar,
    lands_as_shot,
    lands_ashore,
    reaches_as_shot,
)
from claims.events.places.under_way import moves_out, sets_out
from claims.events.sentences.clause_words import HOURS
from claims.events.sentences.parse import Parsed
from claims.events.told.governed import governed
from claims.events.told.in_flight import crosses_in_flight
from claims.events.told.of_men import ARMS
from claims.events.told.status import find_status
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["as_attempt", "as_fought", "as_met", "as_told", "is_vowed"]

_MET = 5  # words from "engaged" to those who are met
_WEAPONS = frozenset("strike strikes helicopters gunships jets planes warplanes guns".split())
_AIMS = frozenset("position positions target targets post posts hideouts with from".split())
_VOWS = ("vow", "pledg", "promis", "threaten", "swear", "sworn", "swore")

_OCCUPY = frozenset(("occupy", "occupies"))
_LONGER = 4  # words from "no longer" to what is held
_AIM = 12  # words from "headed" to what for
_WENT = frozenset(
    "headed heading moved moving marched marching drove driving went rushed raced hurried flew"
    " sailed streamed poured withdrew pulled fell returned crossed came".split()
)
_PURSUES = ("pursu", "chas", "hunt")  # as aircraft do from above
_REFUSE = ("refus", "declin")
_YET = frozenset("will would can could".split())
_STILL = frozenset("still continue continues".split())
_GAINS = frozenset(
    (
        Action.ADVANCE,
        Action.CAPTURE,
        Action.RECAPTURE,
        Action.ENCIRCLE,
        Action.CUT,
        Action.PUSH_BACK,
    )
)


def as_told(
    parsed: Parsed, trigger: Trigger, *, actor: Party | None, denies: bool
) -> tuple[Action, Status]:
    """Return what is said to be done and whether it was; ``denies`` where its speaker denies it."""
    action = _done(parsed, trigger, actor)
    if trigger.pattern.kind == "held":
        return action, Status.OCCURRED  # "government-held" describes what is, whatever is planned
    status = find_status(parsed, trigger)
    if status is Status.DENIED and _stays(parsed, trigger):
        return Action.HOLD, Status.OCCURRED
    if denies and not is_added(parsed, trigger):
        return action, Status.DENIED
    if isinstance(status, Status):
        verb = trigger.pattern.kind == "verb" and trigger.first == trigger.last
        controls = verb and trigger.form.startswith("control")
        if action is Action.HOLD and not status.is_fact:
            return _unheld(parsed, trigger, status, controls=controls)
        return action, status
    # Who tries to set up a base or to send troops has not yet.
    return as_attempt(action), Status.PLANNED if action is Action.DEPLOY else Status.ONGOING


def _done(parsed: Parsed, trigger: Trigger, actor: Party | None) -> Action:
    """Return what is done by those who do it, whether it was or not."""
    met = _meets_men(parsed, trigger, actor) or fighting_comes(parsed, trigger)
    action = Action.CLASH if met else trigger.pattern.action
    shot = lands_as_shot(parsed, trigger) or reaches_as_shot(parsed, trigger)
    flown = trigger.form.startswith(_PURSUES) and fires_from_afar(actor)
    action = Action.STRIKE if shot or flown else action
    flies = fires_from_afar(actor) if actor else _flies_unnamed(parsed, trigger)
    if action is Action.ATTACK and flies:
        action = Action.STRIKE
    if action is Action.STRIKE and comes_in_person(parsed, trigger):
        action = Action.ATTACK
    if action is Action.STRIKE and lands_ashore(parsed, trigger, actor):
        action = Action.ADVANCE
    if _occupies_since(parsed, trigger):
        action = Action.HOLD  # they took it before
    if _comes_to_control(parsed, trigger):
        action = Action.CAPTURE
    if sets_out(parsed, trigger):
        action = Action.DEPLOY
    if moves_out(parsed, trigger) or crosses_in_flight(parsed, trigger):
        action = Action.RETREAT
    return Action.ADVANCE if is_lifted(parsed, trigger) else action or Action.CLASH


def _flies_unnamed(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether aircraft that are nobody's attack, by their make: "a Reaper attacked X"."""
    low, _ = parsed.clause(trigger.first)
    return is_flown(" ".join(parsed.lower[low : trigger.first]))


def _meets_men(parsed: Parsed, trigger: Trigger, actor: Party | None) -> bool:
    """Tell whether men engage men, which is no fire from afar: "troops engaged rebels near X"."""
    if not trigger.form.startswith("engag"):
        return False
    low, _ = parsed.clause(trigger.first)
    subject, behind = parsed.lower[low : trigger.first], parsed.lower[trigger.last + 1 :]
    fired = not (_WEAPONS | scene().weapons).isdisjoint(subject)
    met = not parsed.armed.isdisjoint(range(trigger.last + 1, trigger.last + _MET))
    return bool(actor and actor.text) and met and not fired and _AIMS.isdisjoint(behind[:_MET])


def _occupies_since(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those stay who took a place before: "still occupy X", "occupied X since May"."""
    still = not _STILL.isdisjoint(parsed.lower[max(0, trigger.first - 2) : trigger.first])
    if trigger.form in _OCCUPY or (still and trigger.form == "occupied"):
        return still
    _, high = parsed.clause(trigger.last)
    behind = parsed.lower[trigger.last + 1 : high + 3]
    since = trigger.form == "occupied" and "since" in behind
    return since and HOURS.isdisjoint(behind[behind.index("since") + 1 :][:1])


def _comes_to_control(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who advance then have ground: "advanced and controlled several hills"."""
    joined = trigger.form == "controlled" and parsed.lower[trigger.first - 1] == "and"
    return joined and any(
        t.pattern.action is Action.ADVANCE and t.last == trigger.first - 2 for t in parsed.triggers
    )


def _goes_to_hold(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those have set out who are to hold a place: "headed north to dig in at X"."""
    low, first = parsed.clause(trigger.first)[0], trigger.first
    lead = parsed.lower[max(low, first - _AIM) : first]
    aims = lead[-1:] == ["to"] or lead[-2:-1] == ["to"]
    return aims and not _WENT.isdisjoint(lead) and governed(parsed, trigger) is None


def _stays(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those stay who do not move at all: "have not budged from X", "refused to go"."""
    words = parsed.lower[trigger.first : trigger.last + 1]
    inch = "inch" in words or words[:2] == ["let", "go"]
    refuse = _refuses(parsed, trigger) and ARMS.isdisjoint(words)
    stays = refuse or inch or words[0].startswith("budg")
    return trigger.pattern.action is Action.RETREAT and stays


def _refuses(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether some will not do what they are told to: "refused to leave", "defied orders to".

    Who has "yet to leave" may do so.
    """
    to = trigger.first - 1
    cue = next((e for e in parsed.statuses if e.last == to and parsed.lower[to] == "to"), None)
    if cue is None or any(e.last == cue.first - 1 for e in parsed.statuses):
        return False  # "may refuse to leave", "did not ignore an order to leave"
    told = to - cue.first > 1 and parsed.lower[to - 1] != "yet"
    return told or cue.form.startswith(_REFUSE)


def _is_there(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb says no more than where forces are: "we will be in the town soon"."""
    ends = parsed.lower[trigger.first], parsed.lower[trigger.last]
    return ends[0] == "be" and ends[1] in ("in", "at", "inside")


def _is_over(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether ground is held no more: "no longer controls X"."""
    lead = parsed.lower[max(0, trigger.first - _LONGER) : trigger.first + 2]
    return "no longer" in " ".join(lead) and _YET.isdisjoint(lead)


def _unheld(
    parsed: Parsed, trigger: Trigger, status: Status, *, controls: bool
) -> tuple[Action, Status]:
    """Return what it means that ground is not held: to come, lost, or failed to be taken."""
    if status is Status.PLANNED and _goes_to_hold(parsed, trigger):
        return Action.DEPLOY, Status.OCCURRED
    if status is Status.DENIED and _is_over(parsed, trigger):
        return Action.RETREAT, Status.OCCURRED
    if status is Status.PLANNED and _is_there(parsed, trigger):
        return Action.ADVANCE, status
    # "Failed to control" is to fail to take.
    failed = controls and status is Status.FAILED
    return Action.CAPTURE if failed else Action.HOLD, status


def as_attempt(action: Action) -> Action:
    """Return what is certain of an attempt: who tries to take or to enter a place attacks it."""
    return Action.ATTACK if action in _GAINS else action


def as_fought(trigger: Trigger, roles: Roles, action: Action) -> Action:
    """Return the clash that an attack is whose two sides were one subject: "X and Y fought for Z".

    The second of them is then a side without words of its own.
    """
    other = roles.opponent
    parted = other is not None and other.side is not None and not other.text
    fought = action is Action.ATTACK and trigger.form.startswith(FIGHT)
    words = roles.actor.text if roles.actor else ""
    both = " and " in words or ", " in words
    return Action.CLASH if fought and parted and both else action


def as_met(parsed: Parsed, main: Trigger | None) -> Status:
    """Return what became of an attack that was met: who "failed to repel" it did not stop it."""
    fended = main is None or find_status(parsed, main) is not Status.FAILED
    return Status.FAILED if fended else Status.OCCURRED


def is_vowed(parsed: Parsed, trigger: Trigger, *, denied: bool = False) -> bool:
    """Tell whether a speaker says what he will do: "a rebel spokesman vowed to retake X".

    Whoever denies plans, or having done something, speaks of its own.
    """
    lead = parsed.lower[max(0, trigger.first - 2) : trigger.first]
    vows = lead[-1:] == ["to"] and lead[0].startswith(_VOWS)
    own = lead == ["plans", "to"] or lead[-1:] == ["having"]
    taking = trigger.pattern.kind == "noun" and trigger.pattern.action is Action.CAPTURE
    denying = lead[-1:] != [] and lead[-1].startswith(("deni", "deny"))
    own = own or (denying and not taking)  # "denied firing", but not "Army denies fall of X"
    return vows or (denied and own)
