"""Forces told by what stands right around them: "convoys retreating", "officers of a division"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import ending_at
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.fighters.party import Party
from claims.lexicon import Trigger
from claims.number_words import TWO_TO_TEN
from claims.scene import scene

__all__ = [
    "DESCRIBING",
    "OF_FORCES",
    "are_fired_on",
    "are_ridden",
    "is_of_a_force",
    "is_some_force",
    "whose_force",
]

# Participles that tell of those right before them, whatever these are: "hit convoys retreating".
DESCRIBING = frozenset(
    "stationed positioned entrenched garrisoned holed dug withdrawing retreating fleeing advancing"
    " holding defending occupying besieging guarding encircling"
    " approaching entering leaving making heading headed moving marching nearing".split()
)
_KEEPING = frozenset("defending holding guarding manning".split())
_OF_A_FORCE = frozenset(("officers", "company", "companies"))
_ENLISTED = frozenset("allied armed loyal loyalist tribal".split())
_RIDDEN = frozenset("truck trucks lorry lorries jeep jeeps humvees".split())
OF_FORCES = _OF_A_FORCE | _RIDDEN
"""Words that may be part of a force beside them."""
_LINES = frozenset("defences defenses defence defense lines line front resistance ranks".split())
_WE = frozenset(("we", "our"))
_UNITS = frozenset("column unit force battalion brigade detachment contingent".split())
_BANDS = _UNITS | {"unit"}
_GOES_ON = frozenset((Action.ADVANCE, Action.CAPTURE, Action.ATTACK, Action.STRIKE))
_FURTHER = (["another"], ["a", "second"], ["a", "third"], ["a", "further"])
_LEAVING = frozenset(("left", "leave", "leaves"))
# "Fighters leaving X" may be told of before; these are whoever's are on the road.
_ON_ROADS = frozenset(
    """
    column columns convoy convoys vehicle vehicles truck trucks lorry lorries bus buses car cars
    ambulance ambulances
    """.split()
)
_FIRED = frozenset(("on", "at", "upon", "against"))
_HITS = frozenset((Action.STRIKE, Action.ATTACK))
_SORTS = 3  # words of "on a military" before it
_MANY = 6  # and of "ambushed a convoy of 17 aid"
_SOME = TWO_TO_TEN.union("a an some several more another".split())


def is_some_force(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a force that nothing tells apart stands right before what it does.

    "Had noticed some units pulling back", "another column was shelling X"; "two battalions holding
    it fell back" are none of those who attacked.
    """
    first = trigger.first - (parsed.lower[trigger.first - 1] in BE)
    before = parsed.lower[max(0, first - 2) : first]
    if before[-1:] == ["it"] and before[0] in _KEEPING:
        return parsed.lower[first - 3] in scene().fighters
    if _are_their_lines(parsed, trigger) or _is_a_further_one(parsed, trigger):
        return True
    if are_fired_on(parsed, trigger):
        return True
    ongoing = trigger.form.endswith("ing") and " ".join(before[:1]) in _SOME
    return ongoing and before[-1] in scene().fighters


def are_fired_on(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb says where those go whom others hit: "opened fire on columns leaving X".

    So they are only where no word says whose they are.
    """
    body = trigger.first - 1
    if trigger.form not in DESCRIBING or parsed.lower[body] not in _ON_ROADS:
        return False
    if body in parsed.armed:
        return False
    low = max(0, body - _SORTS)
    fired = not _FIRED.isdisjoint(parsed.lower[low:body])
    fired = fired and parsed.armed.isdisjoint(range(low, body))
    hits = (t.last for t in parsed.triggers if t.pattern.action in _HITS)
    last = max((last for last in hits if last < body), default=-1)
    between = parsed.lower[last + 1 : body]
    return fired or (0 <= body - last - 1 <= _MANY and last >= 0 and "," not in between)


def whose_force(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose a force is that keeps a place: "troops guarding it fled"; else nobody says.

    So in "had noticed some units pulling back" and of "the two battalions defending it". Whose
    lines give way to "us" whoever speaks fights.
    """
    if _are_their_lines(parsed, trigger):
        own = meant.speaker.side if meant.speaker else None
        return Party(side=meant.finder.opposite(own)) if own else None
    if _is_a_further_one(parsed, trigger):
        gains = meant.finder.gaining()
        return meant.focus if meant.focus and meant.focus.side == gains else None
    it = trigger.first - 1 - (parsed.lower[trigger.first - 1] in BE)
    if parsed.lower[it - 1] == "another" and parsed.lower[it] in _UNITS:
        return meant.speaker  # "an officer of X said another column was shelling Y"
    force = ending_at(parsed, it - 2) if parsed.lower[it] == "it" else None
    return meant.party(force) if force and force.side else None


def _is_a_further_one(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a sentence goes on with a further force of those before: "Another column took".

    So does "A second unit"; "another group", or one in the middle, may be of either side.
    """
    lead, unit = parsed.lower[: group_start(parsed, trigger.first)], ""
    if lead:
        *lead, unit = lead
    # "Another battalion retook X", "fled X", are rather of those who were attacked.
    goes_on = trigger.pattern.action in _GOES_ON and unit in _BANDS
    return goes_on and lead in _FURTHER


def _are_their_lines(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether lines give way to those who speak: "we went in and their defences collapsed"."""
    whose, what = ["", "", *parsed.lower[: trigger.first]][-2:]
    return whose == "their" and what in _LINES and not _WE.isdisjoint(parsed.lower[: trigger.first])


def is_of_a_force(parsed: Parsed, number: int) -> bool:
    """Tell whether officers act as part of their force: "officers of the 3rd Division retook".

    So do a company, which alone may trade ("a company of Marines"), "army trucks" and "allied
    volunteers".
    """
    if are_ridden(parsed, number):
        return True
    if number and parsed.lower[number].startswith("volunteer"):
        before = parsed.lower[number - 1]
        return before in _ENLISTED or before.startswith("pro-")
    if parsed.lower[number] not in _OF_A_FORCE or parsed.lower[number + 1 : number + 2] != ["of"]:
        return False
    return not parsed.armed.isdisjoint(range(number + 2, number + 4))


def are_ridden(parsed: Parsed, number: int) -> bool:
    """Tell whether a force moves in vehicles: "a column of army trucks has reached X".

    Who leaves in them may only be on an errand, and what they carry may be food.
    """
    if parsed.lower[number] not in _RIDDEN or number + 1 == len(parsed.words):
        return False
    behind = parsed.lower[number + 1 : number + 3]
    stays = _LEAVING.isdisjoint(behind) and not behind[0].endswith("ing")
    return stays and number - 1 in parsed.armed
