"""Places that an event takes over within its sentence: from its front, from the event before."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from claims.claim import Action
from claims.events.places.new_places import (
    is_of_another,
    is_theirs,
    one_of_two,
    only_dates,
    without_held,
)
from claims.events.places.of_old import is_of_old
from claims.events.sentences.clause_words import DATING, PLACING
from claims.events.sentences.parse import Parsed
from claims.events.spots.in_front import ANSWERS
from claims.events.spots.spot import Spot
from claims.fighters.forces import force_words
from claims.fighters.makes import is_make
from claims.lexicon import Trigger
from claims.scene import scene
from gazetteer.place import Relation

__all__ = [
    "answers_fire",
    "gapped",
    "heads",
    "hits_widely",
    "is_fired_from",
    "leaves_before",
    "opening",
    "run",
    "shared",
    "where_hurt",
]

_MEANWHILE = frozenset("meanwhile elsewhere separately also".split())
_FRONT = 5  # words within which a place set in front of a sentence starts
_WIDELY = frozenset("civilian populated concentration".split())
# "Strikes on enemy concentration areas", but "shelled populated areas of the town".
_AREAS = re.compile(
    r"\s+(?:(?:on|at|against|of)\s+)?(?:[\w-]+\s+){0,3}(?:(?:civilian|populated|concentration)\s+(?:areas|settlements)"
    r"|areas\s+of\s+(?:[\w-]+\s+){0,3}concentration)\b(?!\s*(?:of|in|near|there)\b)"
)
_WIDE = frozenset("north south east west country region nation".split())
_WHEN = frozenset("when as after because where".split())
_HURT = (
    *("kill", "die", "dead", "wound", "injur", "hurt", "maim", "hospitali", "casualt"),
    *("burn", "ablaze", "damag", "destroy"),
)
_RESULT = ["as", "a", "result"]
_MOVING = frozenset(("from", "to", "into"))  # "the wounded were taken to X"
_WHEN_BEHIND = 2  # a word and "when" before a clause
_LATER = frozenset("by in on at a the two three hours later since".split())
_HEADING = frozenset(":–—")
_FROM_THERE = (("from", "which"), ("from", "where"))
_THERE = 7  # words from "from which" to its verb
_JOURNEYS = frozenset("dash drive march trek journey ride".split())
_HOLDS, _BOUNDING = frozenset(("in", "inside", "within")), frozenset(("with", "to", "into"))
_PARTING = frozenset((",", ";", ":", "(", "and", "or", "but", "while"))
_BESIDE = 5  # words of "with Ruritania in the" between a crossing and its province
_BASE = 6  # words of "from a naval air base at X"
_BEATEN, _ATTACKS = 4, frozenset("attack attackers assault raid raiders ambush".split())
_WAY = 12  # words of "a dash of 300 km across the desert" from X
_SENT = frozenset(("sent", "dispatched", "flown", "brought", "drawn", "rushed"))
_CAME = frozenset("came come coming arrived arriving".split())
_CAR = 5  # words of "came in with armoured cars"
_INSIDE = frozenset("inside outside near along beyond".split())


def run(spots: list[Spot]) -> list[Spot]:
    """Return the last place and those listed with it."""
    run: list[Spot] = []
    for spot in reversed(spots):
        if run and not run[0].listed:
            break
        run.insert(0, spot)
    return run


def opening(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return what opens the sentence: "In Oru province, ...", "In X and Y, ..."."""
    first = parsed.spots[0] if parsed.spots else None
    if first and heads(parsed, first.mention.start, first.mention.end):
        return [] if _is_nearer(parsed, trigger, first) else [first]
    if first is None or first.aside or not first.lead:
        return []
    start = 2 * (parsed.lower[0] in _MEANWHILE and parsed.lower[1:2] == [","])
    if not ANSWERS.isdisjoint(parsed.lower[start + 1 : start + 2]):
        return []  # "in response to fire on X, guns shelled two posts": wherever these are
    leads = parsed.lower[start] in PLACING or first.first <= start + 1
    if not (leads and first.first <= _FRONT) and not first.fronted:
        return []
    later = start > 0 or parsed.opener(trigger.first) in ("before", "after")
    later = later or _beats_it_off(parsed, trigger)
    if later and _is_nearer(parsed, trigger, first):
        return []
    before = [s for s in parsed.spots if s.mention.end <= parsed.words[trigger.first].start]
    return [*before[:1], *takewhile(lambda s: s.listed and not s.aside, before[1:])]


def _beats_it_off(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an attack told of before is beaten off, and so where that was."""
    if trigger.pattern.action is not Action.HOLD:
        return False
    near = parsed.lower[max(0, trigger.first - _BEATEN) : trigger.last + _BEATEN]
    return any(the == "the" and deed in _ATTACKS for the, deed in pairwise(near))


def heads(parsed: Parsed, start: int, end: int) -> bool:
    """Tell whether a place heads a sentence, as an item of a list: "X: drones hit two tanks"."""
    behind = parsed.word_at(end - 1) + 1
    led = any(map(str.isalnum, parsed.sentence.text[: start - parsed.sentence.start]))
    return not led and bool(_HEADING & set(parsed.lower[behind : behind + 1]))


def _is_nearer(parsed: Parsed, trigger: Trigger, first: Spot) -> bool:
    """Tell whether an event told before has a place of its own: "in X, they raided Y before"."""
    stop = parsed.words[trigger.first].start
    between = (s for s in parsed.spots if s.first > first.first and s.mention.end <= stop)
    return any(not s.aside and s.lead != "from" for s in between)


def shared(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return the places of the event before: "attacked X, seizing outposts"."""
    if _is_elsewhere(parsed, trigger) or _has_wide_object(parsed, trigger):
        return []
    if hits_widely(parsed, trigger) and parsed.lower[trigger.first - 1] != ",":
        return []  # but "attacked X, shelling civilian areas"
    if trigger.pattern.action is Action.DEPLOY and leaves_before(parsed, trigger):
        return []
    start = parsed.words[trigger.first].start
    spots = (s for s in parsed.spots if s.mention.end <= start and not s.aside)
    spots = (s for s in spots if not only_dates(parsed, s, trigger))
    near = [s for s in spots if not _is_origin(parsed, s) and not _fired_from(parsed, s)]
    told = _held_within(parsed, near) or run(near)
    told = without_held(parsed, trigger, told)
    told = [s for s in told if not is_of_another(parsed, trigger, s.mention.expression)]
    told = [s for s in told if not (is_theirs(parsed, s, trigger) or is_of_old(parsed, s, trigger))]
    front = parsed.main_comma
    if front < trigger.first and not any(t.first < front for t in parsed.triggers):
        told = [s for s in told if s.first > front]  # "weeks after X fell, an attack took Y"
    return one_of_two(parsed, trigger, told)


def _held_within(parsed: Parsed, spots: list[Spot]) -> list[Spot]:
    """Return the place that the last one only holds: "took the crossing with X in Y province"."""
    if len(spots) < 2 or spots[-1].lead not in _HOLDS or spots[-1].listed:
        return []
    outer = spots[-1].first
    for spot in reversed(spots[:-1]):
        end = parsed.word_at(spot.mention.end - 1)
        between = parsed.lower[end + 1 : outer]
        events = any(spot.first < t.first < outer for t in parsed.triggers)
        if events or len(between) > _BESIDE or not _PARTING.isdisjoint(between):
            return []
        if spot.lead not in _BOUNDING:
            return [spot]
    return []


def leaves_before(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who go elsewhere were told to leave: "withdraw from X and redeploy"."""
    before = (t for t in parsed.triggers if t.first < trigger.first)
    return any(t.pattern.action is Action.RETREAT for t in before)


def where_hurt(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return where that was which a clause beside tells: "died in X when a shell hit"."""
    stretch = _told_beside(parsed, trigger)
    begin, end = stretch[0], stretch[-1]
    told = parsed.lower[begin : end + 1]
    if begin == end or not any(word.startswith(_HURT) for word in told):
        return []
    start, stop = parsed.words[begin].start, parsed.words[end].end
    inside = (s for s in parsed.spots if start <= s.mention.start < stop)
    return run([s for s in inside if not (s.aside or s.unnamed) and s.lead not in _MOVING])


def _told_beside(parsed: Parsed, trigger: Trigger) -> tuple[int, int]:
    """Return the ends of the clause that tells whom an event hurt, the same twice for none.

    It stands before "when", or behind "as a result of the shelling,".
    """
    low, _ = parsed.clause(trigger.first)
    if parsed.lower[:3] == _RESULT and trigger.last < parsed.main_comma:
        first = parsed.main_comma + 1
        return first, parsed.clause(first)[1]
    if low < _WHEN_BEHIND or parsed.lower[low - 1] not in _WHEN:
        return 0, 0
    return parsed.clause(low - 2)[0], low - 2


def gapped(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return places whose verb is left out: "X fell in the morning, Y by noon"."""
    high = parsed.clause(trigger.last)[1]
    last = not any(t.first <= high for t in parsed.following(trigger))
    behind = (s for s in parsed.spots if last and trigger.last < s.first < high and not s.lead)
    starts = {parsed.word_at(t.start) for t in parsed.times}
    return [
        s
        for s in behind
        if parsed.lower[s.first - 1] in (",", "and")
        and not starts.isdisjoint(range(end := parsed.word_at(s.mention.end - 1) + 1, end + 3))
        and parsed.lower[end] in _LATER
    ]


def _is_origin(parsed: Parsed, spot: Spot) -> bool:
    """Tell whether a place only says where fighters are from: "militia from X", "a dash from X"."""
    if spot.lead == "from" and spot.mention.expression.relation is Relation.TOWARD:
        return True  # "attacked from the direction of X"
    back = range(spot.first, max(0, spot.first - _BASE), -1)
    number = next((n - 1 for n in back if parsed.lower[n] == "from"), spot.first - 1)
    whose = parsed.lower[number]
    way = parsed.lower[max(0, number - _WAY) : number + 1]
    sent = whose in scene().fighters or whose in _SENT or not _JOURNEYS.isdisjoint(way)
    # "F-16s from a base at X bombed a camp": wherever that is
    sent = sent or whose in force_words().weapons or is_make(parsed.words[number].text, "")
    # "Drove in from X", "came in with armoured cars from X"
    came = whose == "in" or not _CAME.isdisjoint(parsed.lower[max(0, number - _CAR) : number + 1])
    return spot.lead == "from" and (sent or came)


def is_fired_from(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the place before is where fire comes from: "X, from which they shell Y"."""
    if trigger.pattern.action not in (Action.STRIKE, Action.ATTACK) or trigger.first < _THERE:
        return False
    lead = parsed.lower[trigger.first - _THERE : trigger.first]
    at = next((n for n, pair in enumerate(pairwise(lead)) if pair in _FROM_THERE), None)
    return at is not None and "," not in lead[at:]


def _fired_from(parsed: Parsed, spot: Spot) -> bool:
    """Tell whether a place only says where fire comes from: "fired rockets from the refinery"."""
    if spot.lead != "from":
        return False
    before = [t for t in parsed.triggers if t.first < spot.first]
    return bool(before) and before[-1].pattern.action is Action.STRIKE


def _has_wide_object(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a phrase is about a whole part of a country: "their grip on the south"."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 3]
    return trigger.last > trigger.first and behind[:1] == ["the"] and behind[-1] in _WIDE


def hits_widely(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what is hit may lie anywhere along a front: "shelled civilian areas"."""
    if trigger.pattern.action is not Action.STRIKE or _WIDELY.isdisjoint(parsed.sentence.held):
        return False
    behind = parsed.words[trigger.last].end - parsed.sentence.start
    return _AREAS.match(parsed.sentence.text, behind) is not None


def answers_fire(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether fires only date those of others: "struck X hours after Y launched rockets"."""
    if trigger.pattern.action is not Action.STRIKE or parsed.opener(trigger.first) not in DATING:
        return False
    low, high = parsed.clause(trigger.first)
    before = [t for t in parsed.triggers if t.first < low]
    there = "there" in parsed.lower[trigger.last : high + 1]
    return bool(before) and before[0].pattern.action is Action.STRIKE and not there


def _is_elsewhere(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a clause that dates another says where itself: "after X ambushed Y inside Z"."""
    if parsed.opener(trigger.first) not in DATING:
        return False
    if answers_fire(parsed, trigger):
        return True
    _, high = parsed.clause(trigger.last)
    behind = parsed.words[trigger.last + 1 : high + 1]
    return any(word.lower in _INSIDE for word in behind)
