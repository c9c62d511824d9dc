"""Whose deed it is that nobody is said to do, in a report which speaks for a side itself."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.event import Event
from claims.events.parties.sufferers import suffers
from claims.events.sentences.passives import is_passive
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.forces import AIRCRAFT
from claims.scene import scene
from claims.word_lists import word_list

__all__ = ["SPARED", "of_own_voice", "who_fires_at"]

_FIRES = frozenset((Action.ATTACK, Action.STRIKE))
_OWN = _FIRES.union((Action.CUT, Action.ENCIRCLE))
_FLOWN = frozenset("air airstrike airstrikes missile missiles".split())  # seldom a group's
_HELD = ("-held", "-occupied", "-controlled")
_GUNS = frozenset("artillery guns tanks".split())
_STAYS = frozenset(("remain", "remains", "remained", "still", "stays", "stayed"))
# Whom no report says its own side hit.
_CIVIL = word_list("civil")
_KILLS = frozenset("kill kills killed killing wound wounds wounded wounding".split())
# Whom either side may have hit.
_NOBODYS = word_list("nobodys")
SPARED = _CIVIL | _NOBODYS
"""Whom nobody says that they hit themselves."""
_DOWNS = ("shot", "shoot", "down", "intercept", "bring", "brought")
_DOWNED = 4  # words of "another two Chadian"
_WHENCE = 4  # words of "from the territory of"
_OF = 2  # words between a thing and whose it is: "of the ABC"
_OURS = frozenset(("our", "us", "we", "defenders", "own"))
# What a state has, and a side that fights it hits.
_MILITARY = word_list("military")


def of_own_voice(event: Event, finder: ActorFinder, told: str) -> str | None:
    """Return the side that fires at what a report names, where the report is in a side's own words.

    What is the enemy's its own side hit, and the enemy whom it calls its own, or civilians. A
    convoy or a post of which no more is said is a state's.
    """
    if finder.own_voice != told or event.action not in _OWN:
        return None
    parsed, trigger = event.parsed, event.trigger
    low, high = parsed.clause(trigger.first)[0], parsed.clause(trigger.last)[1]
    start, end = parsed.words[low].start, parsed.words[high].end
    enemy = finder.enemy_of(told)
    named = [m for m in parsed.actors if start <= m.start < end and m.kind != "forces"]
    foes = [m for m in named if m.kind == "enemy" or (enemy and m.side == enemy)]
    if any((m.kind == "enemy" and _does_it(event, m)) or _is_whence(event, m) for m in foes):
        return enemy  # "enemy aircraft bombed X", "enemy shelling of X", "rockets from Chad"
    theirs = bool(foes)
    own = _is_done_to(event, told) or bool(named and _is_owner(event, named[0], told))
    if _brings_down_theirs(event, finder, enemy):
        return told
    if event.action in _FIRES:
        words = set(parsed.lower[low : high + 1])
        return _who_fires(event, finder, told, words, own=own, theirs=theirs)
    if own or theirs:
        return enemy if own else None
    return _who_cuts(event, told, enemy, finder)


def who_fires_at(event: Event, finder: ActorFinder, told: str) -> str | None:
    """Return who fires at people of whom a side tells that a report quotes: whom it fights.

    Who tells that shells killed civilians did not fire these; those that hit a town may be its
    own, and so may be those that hit "enemy-held" ground.
    """
    parsed, trigger = event.parsed, event.trigger
    low, high = parsed.clause(trigger.first)[0], parsed.clause(trigger.last)[1]
    words = set(parsed.lower[low : high + 1])
    foe = finder.foe(told)
    civil = not _CIVIL.isdisjoint(words)
    # "A strike on a church kills 16", and not "strikes on houses": those may be its own.
    killed = event.action is Action.STRIKE and civil and not _KILLS.isdisjoint(words)
    told_of = trigger.pattern.kind == "verb" or killed
    if event.action not in _FIRES or not told_of or event.roles.opponent or foe is None:
        return None
    flown = _flies(words) or not _FLOWN.isdisjoint(words)
    held = any(word.endswith(_HELD) for word in words)
    return foe if civil and not held and not (flown and not finder.is_state(foe)) else None


def _does_it(event: Event, mention: ActorMention) -> bool:
    """Tell whether somebody stands before an event as who does it."""
    parsed, trigger = event.parsed, event.trigger
    behind = parsed.word_at(mention.end - 1) + 1
    if trigger.pattern.kind != "verb":
        return behind == trigger.first
    return behind <= trigger.first and not is_passive(parsed, trigger)


def _brings_down_theirs(event: Event, finder: ActorFinder, enemy: str | None) -> bool:
    """Tell whether aircraft of the enemy's are brought down: "shot down a Chadian MiG-29"."""
    parsed, trigger = event.parsed, event.trigger
    if enemy is None or not trigger.form.startswith(_DOWNS) or is_passive(parsed, trigger):
        return False
    behind = parsed.words[trigger.last + 1 : trigger.last + 1 + _DOWNED]
    return any(w.text[:1].isupper() and finder.adjective_side(w.text) == enemy for w in behind)


def _is_whence(event: Event, mention: ActorMention) -> bool:
    """Tell whether fires come from somebody's land: "was hit from the territory of Chad"."""
    at = event.parsed.word_at(mention.start)
    lead = event.parsed.lower[max(event.trigger.first, at - _WHENCE) : at]
    return "from" in lead and event.trigger.last < at


def _who_fires(
    event: Event, finder: ActorFinder, told: str, words: set[str], *, own: bool, theirs: bool
) -> str | None:
    """Return who fires in a clause of such words, that names the voice's own or its enemy's."""
    enemy = finder.enemy_of(told)
    state, met = finder.is_state(told), suffers(event.trigger)
    if _flies(words) and enemy and finder.is_state(enemy) and not state:
        return enemy  # no guerrillas have jets
    ours = own or not _CIVIL.isdisjoint(words) or not _OURS.isdisjoint(words)
    if theirs and not ours:
        return told
    if not own and not _NOBODYS.isdisjoint(words):
        return None
    if not ours and _MILITARY.isdisjoint(words):
        return enemy if met or _is_shot_at(event) else None
    if ours or state:
        return enemy if ours or met or is_passive(event.parsed, event.trigger) else None
    return told


def _is_shot_at(event: Event) -> bool:
    """Tell whether a plain place is hit by shots of nobody's: "rockets hit the district"."""
    if event.trigger.pattern.kind != "verb" or is_passive(event.parsed, event.trigger):
        return False
    low, _ = event.parsed.clause(event.trigger.first)
    return not (scene().weapons | _GUNS).isdisjoint(event.parsed.lower[low : event.trigger.first])


def _is_done_to(event: Event, told: str) -> bool:
    """Tell whether it is done to a side's own: "ABC positions at X were shelled"."""
    met = event.roles.opponent
    return met is not None and met.side == told


def _is_owner(event: Event, mention: ActorMention, told: str) -> bool:
    """Tell whether what it is done to is a side's: "positions of the ABC at X were shelled"."""
    parsed = event.parsed
    at = parsed.word_at(mention.start)
    if mention.side != told or "of" not in parsed.lower[max(0, at - _OF) : at]:
        return False
    return not any(map(is_speech, parsed.lower[at : event.trigger.first]))


def _flies(words: set[str]) -> bool:
    return not AIRCRAFT.isdisjoint(words) or any(word.startswith("mig-") for word in words)


def _who_cuts(event: Event, told: str, enemy: str | None, finder: ActorFinder) -> str | None:
    """Return who cuts or encircles a place: the enemy, if it stays so, else who fights a state.

    A road that stays cut serves those who fight a state.
    """
    first, roads = event.trigger.first, event.action is Action.CUT and not finder.is_state(told)
    if not (roads or _STAYS.isdisjoint(event.parsed.lower[max(0, first - 2) : first])):
        return enemy
    held = event.trigger.pattern.kind == "held"  # "in the besieged town"
    return None if held or finder.is_state(told) else told
