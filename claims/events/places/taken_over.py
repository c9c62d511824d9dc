"""The place that an event takes over from the text before it, where its sentence names none."""

from __future__ import annotations

from itertools import pairwise

from claims.claim import Action, Status
from claims.events.event import (
    Event,
    answers_fire_there,
    comes_from_a_side,
    goes_at_a_time,
    hits_by_make,
    it_has_fallen,
    points_back,
    says_there,
    takes_ground,
    takes_it,
    withholds_place,
)
from claims.events.parties.shots import fires_at_what_was_seen
from claims.events.parties.sufferers import suffers
from claims.events.places.here import seen_at
from claims.events.places.led_to import led_to
from claims.events.places.new_places import is_of_another
from claims.events.places.of_old import is_of_old
from claims.events.places.shared_places import (
    answers_fire,
    hits_widely,
    is_fired_from,
    leaves_before,
)
from claims.events.sentences.clause_words import PLUNDERS
from claims.events.sentences.parse import Parsed
from claims.events.sentences.placed import Placed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from claims.scene import scene
from gazetteer.place import Relation
from geo.geodesy import COMPASS

__all__ = ["taken_over"]

# What leads away from a place given up.
_LEADS_ON = frozenset("from to into toward towards across".split())
_BACK = frozenset((Action.RETREAT, Action.PUSH_BACK))
_HEARD = frozenset((Action.ADVANCE, Action.STRIKE, Action.CLASH))
_DEFENCE = frozenset((Action.HOLD, Action.PUSH_BACK))
_SENDS = ("fir", "launch", "lob")  # shots, which are their object
_LEAVING = _BACK | {Action.DEPLOY}
# What opens a sentence with a capital and names nobody: "Government troops".
_PLAIN = frozenset(
    "government army military rebel loyalist regime separatist insurgent opposition guerrilla"
    " militia some hundreds thousands its their".split()
)
_BESIDE = (["alongside"], ["beside"])  # "it fights alongside the army": wherever that is


def taken_over(event: Event) -> tuple[Placed, ...]:
    """Return the place of an event that names none: the one told of last, or where it leads."""
    ahead = led_to(event.parsed, event.trigger)
    return ahead if ahead and _names_who(event) else _spoken_of(event) or ahead


def _spoken_of(event: Event) -> tuple[Placed, ...]:
    """Return the place that the text spoke of last, for an event of a known actor."""
    actor, parsed = event.roles.actor or event.roles.opponent, event.parsed
    own = [spot for spot in parsed.spots if _is_own(event, spot)]
    _, high = parsed.clause(event.trigger.last)
    if any(spot.first <= high for spot in own):
        return ()
    heard = event.action in _HEARD or event.action in _BACK
    hit = suffers(event.trigger) or _defends_itself(event)
    if seen := seen_at(parsed, event.said.claimant, hit=hit, heard=heard):
        return (seen,)
    goes = own or (event.action is Action.DEPLOY and leaves_before(parsed, event.trigger))
    # "Denied sending fighters": anywhere
    denied = event.status is Status.DENIED
    goes = goes or (event.action is Action.DEPLOY and (denied or _heads_away(event)))
    goes = goes or answers_fire(parsed, event.trigger) or _only_fires_from(event)
    # "X and Y fell. The army withdrew to Z": nobody says from which
    goes = goes or (event.action is Action.RETREAT and parsed.among and _leads_on(event))
    if goes or is_fired_from(parsed, event.trigger) or withholds_place(event):
        return ()
    if hits_widely(parsed, event.trigger):
        return ()
    known_ground = takes_ground(event) or comes_from_a_side(event)
    known_ground = known_ground or takes_it(event) or points_back(event)
    # "The rebels entered at dawn"; who "left on Friday" may have left talks
    known_ground = known_ground or (goes_at_a_time(event) and event.action is Action.ADVANCE)
    by_make = hits_by_make(event)
    known_ground = known_ground or by_make
    anywhere = event.trigger.form.startswith(PLUNDERS)  # "they looted shops"
    anywhere = anywhere or parsed.lower[event.trigger.last + 1 :][:1] in _BESIDE
    if anywhere or (event.trigger.pattern.place and not known_ground):
        return ()
    known = (
        bool(actor and actor.side)
        or it_has_fallen(event)
        or says_there(event)
        or answers_fire_there(event)
    )
    known = known or by_make or fires_at_what_was_seen(parsed, event.trigger)
    before = parsed.before
    other = before is not None and (
        is_of_another(parsed, event.trigger, before.expression) or _sets_out(event, before)
    )
    return (before,) if before and known and not other else ()


def _defends_itself(event: Event) -> bool:
    """Tell whether those who speak say what they beat off: "police in X said they had repelled"."""
    actor = event.roles.actor if event.action in _DEFENCE else None
    own = actor.text.lower() if actor else ""
    return bool(own) and own in event.said.claimant.lower()


def _heads_away(event: Event) -> bool:
    """Tell whether men leave a place in a direction: "moved reinforcements south from X"."""
    behind = pairwise(event.parsed.lower[event.trigger.first :])
    return any(way in COMPASS and lead == "from" for way, lead in behind)


def _only_fires_from(event: Event) -> bool:
    """Tell whether a sentence names whence shots come and not where they fell: "fired from X"."""
    if event.action is not Action.STRIKE or not event.trigger.form.startswith(_SENDS):
        return False
    behind = (s for s in event.parsed.spots if s.first > event.trigger.last and not s.aside)
    return any(s.lead == "from" and s.mention.expression.heads and not s.unnamed for s in behind)


def _names_who(event: Event) -> bool:
    """Tell whether it is said by name who falls back: "Xian troops", and not "the soldiers".

    Those who are only taken up were at the place told of before.
    """
    actor, parsed = event.roles.actor, event.parsed
    if actor is None or actor.start is None or actor.start < parsed.sentence.start:
        return False
    first = parsed.word_at(actor.start)
    taken_up = parsed.lower[first] == "the" or parsed.lower[max(0, first - 1)] == "the"
    names = (w for w in actor.text.split() if w[:1].isupper() and w.lower() not in _PLAIN)
    return not taken_up and any(name.lower() not in scene().fighters for name in names)


def _leads_on(event: Event) -> bool:
    """Tell whether a sentence says where those who leave go."""
    return bool(led_to(event.parsed, event.trigger))


def _sets_out(event: Event, before: Placed) -> bool:
    """Tell whether those who come from a place have nothing to do with where others went."""
    goes = event.action is Action.ADVANCE and before.expression.relation is Relation.TOWARD
    return goes and any(spot.lead == "from" for spot in event.parsed.spots)


def _is_own(event: Event, spot: Spot) -> bool:
    """Tell whether a sentence names a place at which the event itself may be."""
    away = _LEADS_ON if event.action in _BACK else ("from",)
    if spot.aside or spot.lead in away or is_of_old(event.parsed, spot, event.trigger):
        return False
    if event.action is Action.RETREAT and spot.unnamed and spot.lead in ("along", "via"):
        return False  # "fled along the main road"
    return not _is_where_others_go(event.parsed, event.trigger, spot)


def _is_where_others_go(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether a place is only where a later verb leads: "shot at men who fled towards X"."""
    if spot.mention.expression.relation is not Relation.TOWARD and spot.lead not in _LEADS_ON:
        return False
    between = (t for t in parsed.triggers if trigger.last < t.first < spot.first)
    if trigger.pattern.action is Action.DEPLOY:
        return False  # "reinforcements were rushed to X": they
    return any(t.pattern.kind == "verb" and t.pattern.action in _LEAVING for t in between)
