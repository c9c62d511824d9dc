"""One event as a sentence words it: what, by whom, when, and what it says of its ground."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from claims.claim import Action, Status, When
from claims.claimants.attribution import Attribution
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.fighters.makes import is_make
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger
from claims.report import Section
from claims.scene import scene

__all__ = [
    "Acting",
    "Event",
    "answers_fire_there",
    "befalls_it",
    "comes_from_a_side",
    "goes_at_a_time",
    "has_it",
    "hits_by_make",
    "is_part_of_it",
    "it_has_fallen",
    "points_back",
    "says_there",
    "takes_ground",
    "takes_it",
    "withholds_place",
]

# "Launched 27 drones overnight": at what, nobody says.
_LAUNCHED = re.compile(
    r"\blaunch\w*\s+(?:[\w/-]+\s+){0,4}?(?:drones?|missiles?|rockets?|UAVs?)\b"
    r"(?!\s+(?:at|on|into|against|towards?|over)\b)"
    r"|\b(?:combined|massive|massed|mass|large-scale)\s+(?:(?:drone|missile|rocket|and)\s+)+"
    r"(?:strike|attack)s?\b(?!\s+(?:at|on|into|against|towards?|over)\b)",
    re.IGNORECASE,
)
_NOWHERE = re.compile(
    r"\bwithout\s+(?:saying|specifying|giving|naming)\b|\b(?:unspecified|undisclosed|elsewhere|everywhere)\b"
    r"|\b(?:countrywide|nationwide|(?:across|throughout|around)\s+the\s+country)\b"
    r"|\bof\s+(?:its|their|the|our|his)\s+(?:territor(?:y|ies)|country|land)\b"
    r"|\b(?:all|each|every)\s+(?:of\s+)?(?:(?:the|its|their|our)\s+)?(?:captured|fallen|lost|occupied|seized)\s"
    r"|\bspread\w*\s+(?:\w+\s+)?(?:in)?to\s+the\s+(?:interior|hinterland|rest)\b"
    r"|\bin\s+the\s+(?:far\s+)?(?:north|south|east|west|centre|center)(?=\s+(?:while|as|and|but)\b|[,.;])",
    re.IGNORECASE,
)
# Words of which a sentence holds one wherever the patterns above match.
_FLOWN = frozenset(
    """
    drone drones missile missiles rocket rockets uav uavs strike strikes attack attacks
    """.split()
)
_ANYWHERE = frozenset(
    """
    without unspecified undisclosed elsewhere everywhere countrywide nationwide country territory
    territories land interior hinterland rest north south east west centre center
    captured fallen lost occupied seized
    """.split()
)
# "Denied that soldiers had entered Kyrgyz territory"
_ON_SOIL = re.compile(r"\s+(?-i:[A-Z])\w+(?:['’]s)?\s+(?:territory|soil|airspace|waters)\b")
_FROM_SIDE = re.compile(r"\s+from\s+the\s+(?:north|south|east|west)", re.IGNORECASE)
# "There" as a place, and not "there were clashes".
_IN_PART = re.compile(
    r"[^,;.]{0,60}?\b(?:in|across|throughout|over)\s+the\s+(?:(?:whole|entire|far|extreme)\s+)?(?:north|south|east|west)(?:east|west)?\b(?!\s+of\b)"
    # "would retake the north", but "took the south bank"
    r"|\s+(?:all\s+|all\s+of\s+)?the\s+(?:(?:whole|entire|far)\s+)?(?:north|south|east|west)(?:east|west)?"
    r"(?=\s*(?:[.,;:\"”]|$)|\s+(?:and|but|when|while|as|if|after|before|from|in|by|within|until|once|again|soon)\b)"
)
_THERE = re.compile(
    r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had)\b)"
    r"|\b(?:inside|outside|near|beside)\s+it\b(?=\s*[.,;])|\b(?:in|on|at)\s+its\s+(?:\w+\s+)?(?:outskirts|suburbs|streets|centre|center|edges?)\b",
    re.IGNORECASE,
)
_AT = frozenset("at on into against across over toward towards".split())
_THOSE = (["the"], ["these"], ["those"], ["them"])
_PARTS_OF = frozenset("most much some several".split())  # "some of it", not "some 200 cattle"


class Acting(Enum):
    """What kind of subject an event has: someone who fights, someone who does not, or not told."""

    FIGHTER = "fighter"
    CIVILIAN = "civilian"
    UNTOLD = "untold"


# Not frozen, for some are made of every sentence: that would take three times as long.
@dataclass(slots=True, kw_only=True, eq=False)
class Event:
    """One event as a sentence words it, before its places are told apart."""

    section: Section
    parsed: Parsed
    trigger: Trigger
    said: Attribution
    speaker: Party | None  # the claimant, where it is a party itself or speaks for one
    roles: Roles
    action: Action
    status: Status
    when: When | None
    acting: Acting = Acting.UNTOLD
    amid_war: bool = False  # somebody who fights was told of before


_MOVES = frozenset((Action.ADVANCE, Action.RETREAT))
_HAS = frozenset("has had have".split())
_SINCE = frozenset("then also now since later soon eventually already too itself".split())
_REMAINS = (["remains"], ["remained"], ["stays"], ["stayed"])
_PARTS = (["most"], ["all"], ["half"], ["much"], ["part"], ["parts"], ["some"])
_SOON = 2  # words from a verb to when
_RIDING = (["trucks"], ["lorries"], ["vehicles"], ["pickups"], ["jeeps"], ["boats"], ["buses"])
_BEHIND_IT = frozenset(
    ". , ; back on in again after from when without last yesterday tomorrow tonight soon overnight"
    " and but".split()
)


def comes_from_a_side(event: Event) -> bool:
    """Tell whether a movement only says from which side it came: "entered from the north"."""
    behind = event.parsed.words[event.trigger.last].end - event.parsed.sentence.start
    return bool(_FROM_SIDE.match(event.parsed.sentence.text, behind))


def hits_by_make(event: Event) -> bool:
    """Tell whether a make of weapon hits, and so whoever was told of: "a Paveway removed it".

    A statement on one sortie goes on so where that was: "the crew attacked with a Hellfire".
    """
    if event.action not in (Action.STRIKE, Action.ATTACK):
        return False
    low, high = event.parsed.clause(event.trigger.first)
    words = event.parsed.words
    return any(
        is_make(words[n].text, words[n + 1].lower) for n in range(low, min(high, len(words) - 1))
    )


def goes_at_a_time(event: Event) -> bool:
    """Tell whether a movement only says when or how it was made: "entered at dawn"."""
    if event.action not in _MOVES or event.trigger.pattern.place != "near":
        return False
    last = event.trigger.last
    dated = any(0 < event.parsed.word_at(time.start) - last <= _SOON for time in event.parsed.times)
    behind = event.parsed.lower[last + 1 : last + 3]
    return dated or behind[:1] == ["without"] or (behind[:1] == ["in"] and behind[1:] in _RIDING)


def takes_ground(event: Event) -> bool:
    """Tell whether unnamed ground is the object: "they seized three posts"."""
    last = event.trigger.last
    behind = event.parsed.lower[last + 1 : last + 7]
    if "from" in behind:  # "they took weapons from the posts"
        behind = behind[: behind.index("from")]
    return any(
        word in scene().ground and (word not in _PARTS_OF or after == "of")
        for word, after in pairwise([*behind, ""])
    )


def takes_it(event: Event) -> bool:
    """Tell whether a place told of before is the object: "the army lost it", "won it back"."""
    end = event.trigger.last + (not _is_inside(event.trigger))
    behind = event.parsed.lower[end + 1 : end + 2]
    return has_it(event) and (not behind or behind[0] in _BEHIND_IT)


def has_it(event: Event) -> bool:
    """Tell whether "it" stands right behind the event: "lost it to the rebels", "took it back"."""
    trigger = event.trigger
    at = trigger.gap[0] if trigger.gap and _is_inside(trigger) else trigger.last + 1
    return event.parsed.lower[at : at + 1] == ["it"] or is_part_of_it(event.parsed, at)


def is_part_of_it(parsed: Parsed, at: int) -> bool:
    """Tell whether "most of it" stands at a word."""
    return parsed.lower[at : at + 1] in _PARTS and parsed.lower[at + 1 : at + 3] == ["of", "it"]


def _is_inside(trigger: Trigger) -> bool:
    """Tell whether one word is all that stands within an event: "take it back"."""
    return trigger.gap is not None and trigger.gap[1] - trigger.gap[0] == 1


def befalls_it(event: Event) -> bool:
    """Tell whether "it", of which the text told before, is a side's: "it was hit by", "it fell to".

    So in "it is now in rebel hands".
    """
    parsed, trigger = event.parsed, event.trigger
    if it_has_fallen(event):
        return True
    if "it" not in parsed.sentence.held or not (event.roles.actor and event.roles.actor.side):
        return False
    low, _ = parsed.clause(trigger.first)
    if is_passive(parsed, trigger) and parsed.lower[low] == "it":
        return True
    lead = parsed.lower[low : trigger.first]
    behind = lead[lead.index("it") + 1 :] if "it" in lead else [","]
    if trigger.pattern.behind:  # "it is under rebel control"
        return (behind[:1] in _REMAINS or not BE.isdisjoint(behind[:1])) and "," not in behind
    falls = trigger.pattern.scheme == "place-falls"
    taker = event.roles.actor.end
    told = parsed.lower[parsed.word_at(taker - 1) + 1 :][:1] if taker else []
    if told == ["to"]:
        return False  # "it fell to the army to bury the dead"
    return falls and all(w in BE or w in _HAS or w.endswith("ly") or w in _SINCE for w in behind)


def points_back(event: Event) -> bool:
    """Tell whether an event is where the text is: "it was hit by", "there", "engaged them"."""
    return (
        befalls_it(event) or says_there(event) or _meets_those(event) or answers_fire_there(event)
    )


def answers_fire_there(event: Event) -> bool:
    """Tell whether men fire back, and so where they were fired on: "the patrol returned fire"."""
    back = event.trigger.form.startswith("return") and event.action is Action.CLASH
    fights = event.acting is Acting.FIGHTER or bool(event.roles.actor and event.roles.actor.side)
    return back and fights and event.status is Status.OCCURRED


def _meets_those(event: Event) -> bool:
    """Tell whether it is done to those who were told of before: "engaged the insurgents"."""
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 2]
    return event.trigger.form.startswith("engag") and behind[0:1] in _THOSE


def it_has_fallen(event: Event) -> bool:
    """Tell whether a speaker denies of a place told before that "it had fallen".

    What only "had fallen" may as well be a drone or a price.
    """
    parsed, trigger = event.parsed, event.trigger
    denied = event.status is Status.DENIED and bool(parsed.cues)
    if not denied or trigger.form != "fallen" or trigger.last > trigger.first:
        return False
    behind = parsed.lower[trigger.last + 1 : trigger.last + 2]
    lead = [w for w in parsed.lower[max(0, trigger.first - 4) : trigger.first] if w not in _SINCE]
    lead = [word for word in lead if word not in ("not", "yet")]
    ends = behind in ([], ["."], [","], ["and"], ["but"], ['"'], ["”"])
    return ends and lead[-2:-1] == ["it"] and lead[-1] in _HAS


def says_there(event: Event) -> bool:
    """Tell whether the sentence says "there": "fighting continued there", "in its outskirts"."""
    return bool(_THERE.search(event.parsed.sentence.text))


def withholds_place(event: Event) -> bool:
    """Tell whether the sentence says that the place is not told, or fires at nothing it names."""
    text = event.parsed.sentence.text
    behind = event.parsed.words[event.trigger.last].end - event.parsed.sentence.start
    part = _IN_PART.match(text, behind)  # a part of the land, and not the town told of before
    part = part or _ON_SOIL.match(text, behind)
    held = event.parsed.sentence.held
    shots = not _FLOWN.isdisjoint(held) and _LAUNCHED.search(text)
    nowhere = part or shots or _is_at_a_land(event)
    return bool(nowhere or (not _ANYWHERE.isdisjoint(held) and _NOWHERE.search(text)))


def _is_at_a_land(event: Event) -> bool:
    """Tell whether shots are told to fall on a whole land: "fired 90 missiles at Chad"."""
    if event.action is not Action.STRIKE:
        return False
    parsed, last = event.parsed, event.trigger.last
    _, high = parsed.clause(last)
    lands = (m for m in parsed.actors if m.kind == "country" and not m.armed)
    ends = ((parsed.word_at(m.start), parsed.word_at(m.end - 1)) for m in lands)
    return any(
        last < first <= high and parsed.lower[first - 1] in _AT and not _goes_on(parsed, end + 1)
        for first, end in ends
    )


def _goes_on(parsed: Parsed, number: int) -> bool:
    """Tell whether a land only says whose or which men those are: "Chad's troops"."""
    return parsed.lower[number : number + 1] in (["'s"], ["’s"], ["'"], ["’"])
