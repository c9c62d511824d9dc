"""Whether an event says enough to be a claim: someone does it, or it has a place of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.claim import Action, Status
from claims.events.event import (
    Acting,
    Event,
    befalls_it,
    hits_by_make,
    points_back,
    takes_ground,
)
from claims.events.places.about import is_about, is_bare
from claims.events.places.cut_roads import is_cut
from claims.events.places.where import spots_behind
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.sentences.placed import Placed
from claims.events.told.action import is_vowed
from claims.events.told.attempts import is_tried_in_war
from claims.events.told.demands import is_only_demanded
from claims.events.told.idle_verbs import GIVEN_UP, is_of_no_ground, only_vows
from claims.events.told.nouns import is_told_noun
from claims.events.told.of_men import (
    blows_himself_up,
    brings_folk_home,
    gives_himself_up,
    gives_up_arms,
    holds_men,
    is_of_folk,
    moves_away,
    sends_troops,
    takes_men,
)
from claims.events.told.policing import is_policing
from claims.events.told.topics import is_off_topic
from claims.scene import scene

__all__ = ["is_worth"]

_HURTS = re.compile(r",?\s+(?:also\s+)?(?:killing|wounding|injuring)\b")
_OBJECT = 12  # words within which an ambiguous verb ("reach") must have its place
# Events that make a claim although nobody is said to do them.
_DONE_TO = frozenset(Action) - {Action.HOLD}
# What tells of ground even where no place is known: it is listed and not drawn.
_TELLING = frozenset(
    (
        *(Action.CAPTURE, Action.RECAPTURE, Action.ADVANCE, Action.RETREAT),
        *(Action.PUSH_BACK, Action.ENCIRCLE, Action.DEPLOY),
    )
)
_FIRES = (Action.STRIKE, Action.ATTACK)
_CRITICAL = frozenset("over for critics opposition".split())
_NO_FIGHTS = (("fighting", "to"), ("fighting", "on"), ("fight", "on"))
_USED = (["was", "used", "to"], ["were", "used", "to"])  # "a bomb was used to destroy a gun there"
_HOUSES = frozenset(
    "house houses home homes clinic church mosque shop shops bus buses convoy convoys"
    " truck trucks lorries train ferry tanker tankers car cars vehicle vehicles ambulance van"
    " manpower hardware equipment reserves ammunition arsenal".split()
)
_FLOWN = frozenset("airliner airliners airplane airplanes balloon balloons".split())
_GROUND_LOST = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.CUT, Action.ENCIRCLE))
_TRIED = frozenset("try tried attempt attempted sought effort bid move moves".split())
_BUT, _GAINED = 6, frozenset("advance advances gain gains progress headway".split())


def is_worth(event: Event, places: Sequence[Placed]) -> bool:
    """Tell whether an event says enough to be a claim: someone does it, or it has its own place."""
    if is_off_topic(event) or is_only_demanded(event) or is_policing(event):
        return False
    own = [place for place in places if not place.inherited]
    denied = event.status is Status.DENIED and (not own or _goes_no_farther(event))
    untried = event.status is Status.DENIED and _is_not_tried(event)
    unsaid = event.said.claimant == "outlet" and (denied or untried)
    if unsaid or (denied and _is_ruled_out(event)):
        return False  # "aircraft did not attack because of the weather": nobody denies anything
    if only_vows(event):
        return False
    if event.trigger.pattern.kind == "verb":
        return not is_of_no_ground(event, own) and _is_told_verb(event, places, own)
    told = event.roles.actor or event.acting is Acting.FIGHTER or _is_state(event)
    if not told and event.action not in _DONE_TO:
        return False
    return bool(own) if event.trigger.pattern.kind == "held" else is_told_noun(event, places, own)


def _goes_no_farther(event: Event) -> bool:
    """Tell whether it is only added that nobody went on: "attacked X but made no gains"."""
    lower, first, last = event.parsed.lower, event.trigger.first, event.trigger.last
    bare = event.trigger.form == "advance" and last == first
    gains = lower[last] in _GAINED and "but" in lower[max(0, first - _BUT) : first]
    return (bare or gains) and not spots_behind(event.parsed, event.trigger)


def _is_not_tried(event: Event) -> bool:
    """Tell whether it is only said that nobody tried: "neither group has attempted to seize X"."""
    lead = event.parsed.lower[max(0, event.trigger.first - 2) : event.trigger.first]
    return lead[-1:] == ["to"] and lead[0] in _TRIED


def _is_ruled_out(event: Event) -> bool:
    """Tell whether it is only said that nothing of the kind will come: "would not move north"."""
    first = event.trigger.first
    lead = event.parsed.lower[max(0, first - 3) : first]
    return "not" in lead and not {"will", "would", "do", "does"}.isdisjoint(lead)


def _is_told_verb(event: Event, places: Sequence[Placed], own: Sequence[Placed]) -> bool:
    if event.trigger.pattern.scheme != "subject":
        shown = event.trigger.pattern.scheme == "shown"
        # "The X election was contested" tells of no fight
        bare = event.action is not Action.CLASH or _ends_in_place(event)
        seen = bool(own) and event.roles.actor is not None
        falls = any(_is_subject(event, p) for p in own) or (bool(places) and befalls_it(event))
        return seen if shown else bare and falls
    fights = event.acting is Acting.FIGHTER or bool(event.roles.actor or event.roles.opponent)
    fights = fights or is_tried_in_war(event)
    loses = event.acting is not Acting.CIVILIAN and _loses_ground(event, own)
    loses = loses and not takes_men(event)
    if loses or (own and (_is_fired_on(event, own[0]) or blows_himself_up(event))):
        return True
    # What is only aimed at, at no place of its own: "they fight to free X", "they will fight on".
    before, behind = event.trigger.first - 1, event.trigger.last + 1
    aims = (event.trigger.form, *event.parsed.lower[behind : behind + 1]) in _NO_FIGHTS
    sent_off = event.action is Action.DEPLOY and event.trigger.form in BE  # "has been moved to X"
    lead = event.parsed.lower[max(0, before - 1) : before + 1]
    had = lead[:1] == ["had"] and event.action is Action.RETREAT  # "the enemy had to retreat"
    had = had or event.parsed.lower[max(0, before - 2) : before + 1] in _USED
    aimed = not own and (aims or (lead[-1:] == ["to"] and not had))  # "fighting to free"
    # "By noon they are in X" may be anybody
    stays = event.trigger.form in BE and event.parsed.lower[event.trigger.last] in ("in", "on")
    stays = stays and event.trigger.last == event.trigger.first + 1
    aimed = aimed or (stays and event.parsed.lower[before] in ("they", "it", "he", "we"))
    # "The former leader is believed to be in X"
    alone = event.roles.actor is None and event.acting is not Acting.FIGHTER
    aimed = aimed or (stays and alone and lead[-1:] == ["to"])
    vowed = is_vowed(event.parsed, event.trigger, denied=event.said.denies)
    civil = event.acting is Acting.CIVILIAN and not (vowed or sends_troops(event))
    aimed = aimed or (sent_off and event.acting is not Acting.FIGHTER)
    aimed = aimed or gives_himself_up(event) or takes_men(event) or holds_men(event)
    aimed = aimed or gives_up_arms(event) or brings_folk_home(event)
    aimed = aimed or (not own and _is_to_go_anywhere(event))
    if aimed or civil or not _may_act(event, fights=fights):
        return False
    if event.trigger.pattern.place == "near" or not fights:
        goes_on = takes_ground(event) or is_bare(event) or hits_by_make(event)
        goes_on = goes_on or befalls_it(event)
        inherited = bool(places) and not own and goes_on
        return inherited or any(is_about(event, place) for place in own)
    if event.trigger.pattern.place == "any":
        stays = event.trigger.form.startswith("control") and takes_ground(event)  # "the post"
        stays = stays or points_back(event) or hits_by_make(event)
        return bool(own or (places and stays))
    # Who "was captured" at no place is a person.
    person = event.action in _GROUND_LOST and is_passive(event.parsed, event.trigger)
    told = bool(event.roles.actor and event.roles.actor.side) and event.action in _TELLING
    placeless = told and (moves_away(event) or not event.parsed.spots)
    return bool(places) or (placeless and event.status.is_fact and not person)


def _is_to_go_anywhere(event: Event) -> bool:
    """Tell whether men are to be sent and nobody says where to: "will send 300 troops"."""
    planned = event.action is Action.DEPLOY and event.status is Status.PLANNED
    return planned and "there" not in event.parsed.lower[event.trigger.first :]


def _is_fired_on(event: Event, own: Placed) -> bool:
    """Tell whether something, whatever it is, was fired on: "a convoy of aid was ambushed"."""
    behind = event.parsed.words[event.trigger.last].end - event.parsed.sentence.start
    hurt = bool(_HURTS.match(event.parsed.sentence.text, behind))  # "was hit, killing two"
    fires = event.action in _FIRES
    armed = event.trigger.pattern.armed and not _is_downed(event)
    fires = fires and (hurt or not armed or _is_hit_in_war(event, own))
    words = event.trigger.form.startswith(("attack", "assault", "assail"))  # a minister's speech
    fired_on = is_passive(event.parsed, event.trigger) or _is_under_fire(event)
    return fires and not words and fired_on


def _is_downed(event: Event) -> bool:
    """Tell whether what flies is shot down, whosever it is: "a plane of the UN was shot down"."""
    low, _ = event.parsed.clause(event.trigger.first)
    subject = event.parsed.lower[low : event.trigger.first]
    down = event.parsed.lower[event.trigger.last] == "down"
    return down and not (scene().weapons | _FLOWN).isdisjoint(subject)


def _is_under_fire(event: Event) -> bool:
    """Tell whether shots are meant: "observers came under fire", no minister "over the budget"."""
    came = event.amid_war and event.trigger.form.startswith(("came", "come", "coming"))
    return came and _CRITICAL.isdisjoint(event.parsed.lower[event.trigger.last :])


def _is_hit_in_war(event: Event, place: Placed) -> bool:
    """Tell whether a house or ground "was hit" by nobody named where a war is told of."""
    parsed, first = event.parsed, event.trigger.first
    if not event.amid_war or "by" in parsed.lower[event.trigger.last + 1 :][:1]:
        return False
    low, at = parsed.clause(first)[0], parsed.word_at(place.start)
    for number in range(low, first):
        # "The hill was taken and explosives were destroyed": these are the subject
        goes_on = parsed.lower[number] == "and" and not BE.isdisjoint(parsed.lower[low:number])
        low = number + 1 if goes_on else low
    spot = next((s for s in parsed.spots if s.mention.start == place.start), None)
    if spot and not spot.lead and low <= at < first:
        return True
    subject = parsed.lower[low:first]
    return any(word in scene().ground or word in _HOUSES for word in subject)


def _loses_ground(event: Event, own: Sequence[Placed]) -> bool:
    """Tell whether a place is said to be taken or cut by nobody named: "the town was taken"."""
    parsed, trigger = event.parsed, event.trigger
    given_up = trigger.form in GIVEN_UP  # "the town was lost"
    if not (given_up or event.action in _GROUND_LOST) or not is_passive(parsed, trigger):
        return False
    after = parsed.lower[trigger.last + 1 : trigger.last + 3]
    figure = (after[:1] == ["to"] and not event.roles.opponent) or after == ["by", "surprise"]
    figure = figure or (trigger.form == "overwhelmed" and not event.roles.actor)  # by patients
    figure = figure or (after[:1] == ["by"] and is_of_folk(parsed.lower[trigger.last + 2 :]))
    cut = event.action is Action.CUT and is_cut(event, own)
    return not figure and (cut or any(_is_subject(event, place) for place in own))


def _may_act(event: Event, *, fights: bool) -> bool:
    if not event.trigger.pattern.armed:
        return not _is_capability(event)
    # "The village was evacuated" tells of its people.
    passive = event.action is Action.RETREAT and is_passive(event.parsed, event.trigger)
    emptied = passive and not event.roles.actor
    return fights and not emptied and not _is_capability(event)


def _is_subject(event: Event, place: Placed) -> bool:
    """Tell whether a place is what falls: "X fell", "the airport in X fell to the rebels"."""
    parsed, first = event.parsed, event.trigger.first
    spot = next((s for s in parsed.spots if s.mention.start == place.start), None)
    if spot is None or place.end > parsed.words[first].start:
        return False
    lead = set(parsed.lower[max(0, spot.first - 4) : spot.first])
    between = parsed.lower[parsed.word_at(place.end - 1) + 1 : first]
    if "where" in between[1:] and between[between.index("where") - 1] in BE:
        return False  # "X is where most of the dead fell"
    near = first - _behind_aside(parsed, parsed.word_at(place.end - 1), first) <= _OBJECT
    apart = parsed.opener(first) == "which" or parsed.lower[spot.first - 1] == ";"
    # "Talk of X having fallen"
    apart = apart or parsed.lower[parsed.word_at(place.end - 1) + 1] == "having"
    return near and (apart or not spot.lead or bool((scene().ground | _ALL_OF) & lead))


def _ends_in_place(event: Event) -> bool:
    """Tell whether a place itself, or what is set off behind it, ends the subject."""
    parsed, last = event.parsed, event.trigger.first - 1
    while last > 0 and parsed.lower[last] in _LINKS:
        last -= 1
    return any(s.first <= last <= parsed.word_at(s.mention.end - 1) for s in parsed.spots) or (
        parsed.lower[last] == ","
    )


def _behind_aside(parsed: Parsed, at: int, first: int) -> int:
    """Return where what is set off behind a place ends ("X, cut in May,"), or the place."""
    commas = [n for n in range(at + 1, first) if parsed.lower[n] == ","]
    return commas[-1] if len(commas) > 1 and commas[0] == at + 1 else at


_PERHAPS = frozenset("probably likely possibly perhaps".split())
_SOON = frozenset("now still then also always easily quickly soon again".split())
_TAKES = _GROUND_LOST | {Action.ADVANCE, Action.PUSH_BACK}
_LINKS = frozenset("which that also now still has have had".split())
_ALL_OF = frozenset("whole all most much half rest control".split())  # "most of X fell"


def _is_capability(event: Event) -> bool:
    """Tell whether it only could be done: "the missiles can reach X", "they can attack X"."""
    words, first = event.parsed.lower, event.trigger.first
    low, _ = event.parsed.clause(first)
    near = max(low, first - 2 - (words[first - 1] in _SOON))
    able = {"can", "could"}.intersection(words[near:first])
    fires = event.action in _FIRES and not is_passive(event.parsed, event.trigger)
    # What they "could" do is to come; and who can hold a place may
    may = words[first - 1] in _PERHAPS  # "can probably seize X" is an outlook
    cannot = words[first - 1] == "cannot" and event.status is Status.DENIED
    reaches = ("can" in able or cannot) and (fires or (event.action in _TAKES and not may))
    return bool(able or cannot) and (reaches or not scene().weapons.isdisjoint(words[low:first]))


def _is_state(event: Event) -> bool:
    """Tell whether a noun says whose a place is, whoever that may be: "under rebel control"."""
    words, trigger = event.parsed.words, event.trigger
    return (
        bool(trigger.pattern.behind)
        and words[trigger.first - 1].lower not in trigger.pattern.behind
    )
