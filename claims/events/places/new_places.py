"""Places not named again: "took X and shelled another town", "took X and Y and lost the latter"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from claims.claim import Action
from claims.events.sentences.called import SAID
from claims.events.sentences.clause_words import BE, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.set_off import before_dated
from claims.events.sentences.verb_groups import group_start
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from claims.number_words import is_count
from gazetteer.place import PlaceExpression
from gazetteer.town_parts import OF_TOWN
from gazetteer.wording.words import DISTRICTS, SETTLEMENTS

__all__ = [
    "is_of_another",
    "is_theirs",
    "one_of_two",
    "only_dates",
    "stands_behind_another",
    "without_held",
]

_ORDINALS = frozenset("second third fourth fifth further different".split())
_PAIR = 2
_NEAR = 5  # words in which "on another important market town" goes
_PHRASE_ENDS = frozenset(", . ; : ( of in at near from and or but that which who".split())
_AREAS = DISTRICTS.union("valley area governorate".split())

_FORMER, _LATTER = ("former", "first"), ("latter", "second")
_BEHIND = frozenset(
    ". , ; ) and but on in at after before by from to was were is has had when while until".split()
)
_MANY = frozenset("several dozens scores many numerous".split())
_ELSEWHERE = frozenset(
    """
    posts outposts checkpoints checkposts roadblocks stations villages towns hamlets camps bases
    garrisons districts neighbourhoods neighborhoods
    """.split()
)
_NAMES = frozenset("name identify specify disclose".split())
_NAMELESS = 10  # words of "inside a village that the army did not name"
_COUNTED = 7  # words of "at least ten of the police stations"
_AROUND = 5  # words from a verb to "the second"
_STILL = frozenset("hold holds control controls".split())
_PERFECT = frozenset("have has still".split())
_HELD = 4  # words from "hold" to "the second city, X"


def one_of_two(parsed: Parsed, trigger: Trigger, told: Sequence[Spot]) -> list[Spot]:
    """Return the one of two places that is meant: "took X and Y, but lost the latter"."""
    if len(told) != _PAIR or "the" not in parsed.sentence.held:
        return list(told)
    low, high = max(0, trigger.first - _AROUND), trigger.last + _AROUND
    for number in range(low, min(high, len(parsed.lower) - 1)):
        word, behind = parsed.lower[number + 1], parsed.lower[number + 2 : number + 3]
        ends = not behind or behind[0] in _BEHIND
        if parsed.lower[number] == "the" and ends and word in (*_FORMER, *_LATTER):
            return [told[word in _LATTER]]
    return list(told)


def is_of_another(parsed: Parsed, trigger: Trigger, told: PlaceExpression) -> bool:
    """Tell whether an event is at another place than the town told of before: "another town".

    A province may be where the other town is, and no airport where ten police stations are.
    """
    counted = told.feature_word in OF_TOWN and _counts_posts(parsed, trigger)
    if counted or _is_not_named(parsed, trigger):
        return True
    if not _AREAS.isdisjoint(told.text.lower().split()):
        return False
    lower, at = parsed.lower, trigger.last + 1
    if lower[at : at + 1] and lower[at] in ("on", "in", "into", "against", "at", "for", "of"):
        at += 1
    opened = lower[at : at + 2]
    if opened[:1] in (["another"], ["yet"]):
        at += 1 + (opened == ["yet", "another"])
    elif opened[:1] == ["a"] and not _ORDINALS.isdisjoint(opened):
        at += 2
    else:
        return False
    for word in lower[at : at + _NEAR]:
        if word in SETTLEMENTS:
            return True
        if word in _PHRASE_ENDS:
            return False
    return False


def _is_not_named(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether nobody says where: "a clash inside a village the army did not name"."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _NAMELESS]
    town = next((n for n, word in enumerate(behind) if word in SETTLEMENTS), len(behind))
    if behind[town - 1 : town] in (["unnamed"], ["undisclosed"], ["unidentified"]):
        return True
    told = behind[town + 1 :]
    return any(a == "not" and b in _NAMES for a, b in pairwise(told)) and "," not in told[:2]


def _counts_posts(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether several places are the object: "attacked at least ten police stations"."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _COUNTED]
    many = next((n for n, word in enumerate(behind) if is_count(word) or word in _MANY), None)
    if many is None:
        return False
    return not _ELSEWHERE.isdisjoint(takewhile(lambda w: w not in _PHRASE_ENDS, behind[many:]))


def only_dates(parsed: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Tell whether a clause that only says when names it: "took Y, after Z left X, but lost it"."""
    joining = group_start(parsed, trigger.first) - 1
    if joining < 2 or parsed.lower[joining - 1] != "," or spot.first >= joining:
        return False
    return spot.first > before_dated(parsed, joining)


def is_theirs(parsed: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Tell whether those who move on hold a place: "rebels who hold X moved north"."""
    if trigger.pattern.action is not Action.ADVANCE:
        return False
    held = (t for t in parsed.triggers if t.last < spot.first < trigger.first)
    last = max(held, key=lambda t: t.first, default=None)
    if last is None or last.pattern.action is not Action.HOLD:
        return False
    return not RELATIVE.isdisjoint(parsed.lower[max(0, last.first - 2) : last.first])


def stands_behind_another(parsed: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Tell whether a place already stands behind an earlier event."""
    low, _ = parsed.clause(trigger.first)
    behind = parsed.word_at(spot.mention.end - 1) + 1
    subject = not spot.lead and (behind == trigger.first or parsed.lower[behind] in BE)
    for t in parsed.triggers:
        between = parsed.lower[t.last + 1 : spot.first]
        patrols = t.form == "patrolling"  # "aircraft patrolling near X engaged two guns"
        if low <= t.first < spot.first < trigger.first and not patrols:
            return not (subject and not SAID.isdisjoint(between))  # "attacked X, saying Y was in"
    return False


def without_held(parsed: Parsed, trigger: Trigger, spots: list[Spot]) -> list[Spot]:
    """Leave out of the ground that a retreat gives up what those who retreat still hold.

    "Who had held X" gave it up, as may whoever is told to go nowhere: "who has held X, withdrew".
    """
    goes = (s for s in parsed.spots if 0 < s.first - trigger.last <= _HELD and s.lead == "to")
    if trigger.pattern.action is not Action.RETREAT or not any(goes):
        return spots
    holds = [t for t in parsed.triggers if t.last < trigger.first and _is_present(parsed, t)]
    return [s for s in spots if not any(_is_held_by(t, s) for t in holds)]


def _is_held_by(hold: Trigger, spot: Spot) -> bool:
    return 0 < spot.first - hold.last <= _HELD or (spot.listed and hold.last < spot.first)


def _is_present(parsed: Parsed, trigger: Trigger) -> bool:
    held = trigger.form in _STILL or parsed.lower[trigger.first - 1] in _PERFECT
    return held and trigger.pattern.action is Action.HOLD
