"""Whether a place is what a verb is about: "seized posts in X", no "seized weapons in X"."""

from __future__ import annotations

from itertools import pairwise

from claims.claim import Action
from claims.events.event import Event, comes_from_a_side, goes_at_a_time, has_it, takes_ground
from claims.events.places.goals import leads_on
from claims.events.places.leading_places import NAMING
from claims.events.places.runs_on import past_aside
from claims.events.places.shared_places import heads
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.sentences.placed import Placed
from claims.events.spots.spot import Spot
from claims.number_words import is_count
from claims.scene import scene
from gazetteer.place import Relation

__all__ = ["is_about", "is_bare"]

# "Hold 60 per cent of X", "took what was left of X": as long as X.
_SHARES = frozenset(
    "all both rest percent % cent third thirds two-thirds quarters majority bulk whole left".split()
)
_NO_OBJECT = frozenset("to with for against by about as".split())
_ROADS = frozenset("road highway route".split())  # "kept the checkpoints on the road to X"
_GATES = frozenset("crossing crossings border frontier gate checkpoint post posts".split())
_LINES = frozenset(("border", "frontier"))
_LEADS = frozenset("in at on near from of around outside inside over along across within".split())
_TAKEN = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.CUT, Action.ENCIRCLE))
_CAPTIVE = frozenset("hostage hostages captive prisoner".split())
_FIRES = frozenset((Action.STRIKE, Action.ATTACK))
_MINES = frozenset(("mine", "mines"))  # which are no ground where somebody laid them
_LAID = frozenset(
    "land anti-personnel antipersonnel anti-tank antitank anti-vehicle claymore".split()
)
_COUNTS = frozenset("one two three some most all".split())
_SPOTS = frozenset("point points position positions spot line lines area".split())
_OBJECT = 12  # words within which an ambiguous verb ("reach") must have its place


def _is_line(event: Event, place: Placed) -> bool:
    """Tell whether a border is said to be taken, which means guarded: "secure its border"."""
    line = place.expression.feature_word or place.expression.text.split()[-1]
    return line in _LINES and event.action in _TAKEN


def is_about(event: Event, place: Placed) -> bool:
    """Tell whether a place is what the verb is about: its object, its subject, its antecedent.

    "Seized three posts in X" takes ground at X; "seized weapons in X" and "took part in X" do not.
    """
    parsed, trigger = event.parsed, event.trigger
    last = past_aside(parsed, trigger) or trigger.last
    last = last if parsed.words[last].start < place.start else trigger.last
    between = parsed.lower[last + 1 : parsed.word_at(place.start)]
    if _is_line(event, place) and scene().ground.isdisjoint(between):
        return False  # but "took posts on the border at X"
    if place.end <= parsed.words[trigger.first].start:
        if event.action in _FIRES and heads(parsed, place.start, place.end):
            return True
        relative = parsed.opener(trigger.first) in ("which", "where")
        return is_passive(parsed, trigger) or relative or takes_ground(event) or is_bare(event)
    spot = next((s for s in parsed.spots if s.mention.start == place.start), None)
    named = not NAMING.isdisjoint(between[-1:])  # "among the towns seized by X was Y"
    if named or (event.action is Action.DEPLOY and spot and leads_on(spot)):
        return True
    road = len(between) > 1 and between[-1] == "to" and between[-2] in _ROADS
    leads = {"to"} if event.action is Action.DEPLOY or road else set()
    parting = [w for w, then in pairwise([*between, ""]) if w != "about" or not is_count(then)]
    led_to = [w for noun, w in pairwise(between) if noun in _GATES]  # "the crossing with Chad at X"
    parting = [w for w in parting if w not in led_to]
    if _apart(parsed, last, place.start) > _OBJECT or (_NO_OBJECT - leads) & set(parting):
        return False  # but "a ridge about 400 yards long near X"
    # In "move on X" the preposition is the verb's own.
    own = not between and parsed.lower[trigger.last] == (spot.lead if spot else "")
    share = len(between) > 1 and between[-1] == "of" and _is_share(between[-2])
    led = spot is not None and (spot.lead in _LEADS or _is_beside(spot, between))
    led = led and not (own or share)
    # "Took 30 people hostage in a hospital in X"
    captive = event.action in _TAKEN and not _CAPTIVE.isdisjoint(between)
    ground = (w for kind, w in pairwise(["", *between]) if not (w in _MINES and kind in _LAID))
    return not led or (not captive and not scene().ground.isdisjoint(ground))


def _apart(parsed: Parsed, last: int, start: int) -> int:
    """Return how many words part a verb from its place, the names of forces aside."""
    between = range(last + 1, parsed.word_at(start))
    return sum(number not in parsed.armed for number in between)


def _is_beside(spot: Spot, between: list[str]) -> bool:
    """Tell whether an object stands before "north of X": "lost three tanks north of X"."""
    told = bool(between) and between[-1] not in _SPOTS and not spot.unnamed
    return told and spot.mention.expression.relation is Relation.OFFSET


def _is_share(word: str) -> bool:
    """Tell whether a word says how much of a place: "two-thirds of X", "14 of X's districts"."""
    return word in _SHARES or word.isdigit()


def is_bare(event: Event) -> bool:
    """Tell whether the object is left out or a pronoun: "tried to enter", "took it"."""
    words, last = event.parsed.words, event.trigger.last
    after = words[last + 1].lower if last + 1 < len(words) else "."
    # What holds without an object is a line or a truce, and no place.
    counted = after in _COUNTS and [w.lower for w in words[last + 2 : last + 4]] == ["of", "them"]
    meant = counted or has_it(event) or after == "both"
    if meant or (after == "by" and event.action is Action.RETREAT):
        return True  # "the garrison left by sea"
    open_end = not after[:1].isalnum() and event.action is not Action.HOLD
    return open_end or comes_from_a_side(event) or goes_at_a_time(event)
