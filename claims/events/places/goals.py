"""The places behind an event: where it is, and where its movement starts or leads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from claims.claim import Action
from claims.events.places.leading_places import specific
from claims.events.places.under_way import moves_out, sets_out
from claims.events.sentences.clause_words import AHEAD, BE
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from claims.scene import scene
from gazetteer.place import Relation

__all__ = ["OUT", "befalls_men", "goals_and_tails", "hits_a_land", "leads_on", "leaves_a_land"]

_MEN = frozenset("soldiers troops fighters rebels people civilians men".split())
_TAKES = frozenset((Action.CAPTURE, Action.RECAPTURE))
_FIRES = (Action.STRIKE, Action.ATTACK)
_BACK = frozenset((Action.RETREAT, Action.PUSH_BACK))
_TOWARDS = frozenset(("toward", "towards"))
_OVER = frozenset(("across", "over"))
_SET_OUT = frozenset("moved crossed crossing".split())
_FROM = frozenset(("from",))
OUT = frozenset(("from", "of"))
"""What leads to a place that is left."""
_HEAR = frozenset(("hear", "heard", "hears"))
_FIRED_FROM = 5  # words of "from its base in Y"
_GOING_ON = frozenset(", ; and or to".split())
_PARTING = frozenset(", ; and or to on at".split())
_HOLDS = frozenset("in at near of inside within".split())


def goals_and_tails(
    parsed: Parsed, trigger: Trigger, after: list[Spot]
) -> tuple[list[Spot], list[Spot]]:
    """Part the places behind an event into where it is and where it starts."""
    action = trigger.pattern.action
    if sets_out(parsed, trigger):
        return [s for s in after if leads_on(s)], [s for s in after if not leads_on(s)]
    tails = [s for s in after if _is_origin(s, trigger) or _is_fired_from(parsed, trigger, s)]
    if tails and after[0] is tails[0] and _is_heard_from(parsed, trigger, tails[0]):
        tails = []
    goals = [s for s in after if s not in tails]
    if moves_out(parsed, trigger):
        return tails, []
    if action in _BACK:
        # Where a retreat leads is not where ground was given up.
        left = [s for s in goals if not leads_on(s)]
        if action is Action.RETREAT:
            # "Fell back to X, the last town on the road to Y": neither was given up, nor is what
            # "left X to regroup in Y" goes on to.
            given_up = takewhile(lambda s: not leads_on(s), _before_aims(parsed, goals))
            return tails or list(given_up), []
        return ([s for s in left if s.lead == "from"] or left or goals), []
    if action is Action.ATTACK and trigger.form.startswith("kill"):
        # "Ten were killed and the rest fled to X": nobody was killed there.
        goals = [s for s in goals if _is_there(parsed, trigger, s) or not leads_on(s)]
    if action is Action.ADVANCE and any(s.lead in _TOWARDS for s in goals):
        # "Advanced 300 metres from X towards Y": at neither, but that way.
        goals = [s for s in goals if s.mention.expression.relation is not Relation.DISTANCE]
    if action is Action.HOLD:
        held = [s for s in goals if s.mention.expression.relation is not Relation.TOWARD]
        # "Were in hot pursuit towards X": they hold nothing
        goals = held if trigger.form in BE else held or goals
    if action in _TAKES:
        goals = [s for s in _taken(goals) if not _lies_apart(parsed, trigger, s)]
    return (_without_aims(parsed, goals) if action is Action.DEPLOY else goals), tails


def _is_there(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether "to the north of X" says where men were killed, and not where they went."""
    off = spot.mention.expression.relation is Relation.OFFSET
    return off and _GOING_ON.isdisjoint(parsed.lower[trigger.last + 1 : spot.first])


def _without_aims(parsed: Parsed, goals: list[Spot]) -> list[Spot]:
    """Leave out what forces are to do where they are sent: "sent to X to guard the airport"."""
    kept = goals[:1]
    for before, spot in pairwise(goals):
        between = parsed.lower[parsed.word_at(before.mention.end - 1) + 1 : spot.first]
        if spot.unnamed and "to" in between[:-1]:
            break
        kept.append(spot)
    return kept


def _before_aims(parsed: Parsed, goals: list[Spot]) -> list[Spot]:
    """Return the places up to what is meant to be done at the next: "left X to regroup in Y"."""
    for number, (before, spot) in enumerate(pairwise(goals), 1):
        between = parsed.lower[parsed.word_at(before.mention.end - 1) + 1 : spot.first]
        if "to" in between[:-1]:
            return goals[:number]
    return goals


def leads_on(spot: Spot) -> bool:
    """Tell whether a place is where somebody goes: "to X", "towards X"."""
    expression = spot.mention.expression
    crosses = spot.lead in _OVER and expression.feature_word == "border"
    return spot.lead in AHEAD or expression.relation is Relation.TOWARD or crosses


def leaves_a_land(trigger: Trigger, after: Sequence[Spot]) -> bool:
    """Tell whether a whole land is left, "took X after Y pulled its troops out of Z".

    Or some place for another that is not told: "units were being moved up from X", "the group,
    which crossed from X in May".
    """
    left = [s for s in after if s.lead in OUT and not leads_on(s)]
    all_of_it = trigger.pattern.action is Action.RETREAT and len(specific(left)) < len(left)
    return all_of_it or (trigger.form in _SET_OUT and bool(left))


def hits_a_land(trigger: Trigger, after: Sequence[Spot]) -> bool:
    """Tell whether a whole land is fired at, wherever those are who would: "would hit X next"."""
    fires = trigger.pattern.kind == "verb" and trigger.pattern.action in (
        Action.STRIKE,
        Action.ATTACK,
    )
    if not (fires and after) or after[0].lead or after[0].first != trigger.last + 1:
        return False
    return not specific(after)


def _taken(goals: list[Spot]) -> list[Spot]:
    """Leave out where the thing taken lies: "captured X on Monday in Y"."""
    if not goals or goals[0].lead:
        return goals
    return [goals[0], *(s for s in goals[1:] if s.listed or not _only_holds(s))]


def _only_holds(spot: Spot) -> bool:
    """Tell whether a place only says where another is: "in X", "on the road to Y"."""
    along = spot.unnamed or spot.mention.expression.relation is Relation.ALONG
    return spot.lead in _HOLDS or spot.lead in AHEAD or (spot.lead == "on" and along)


def _is_origin(spot: Spot, trigger: Trigger) -> bool:
    """Tell whether "from" leads to a start, and is no distance: "5 km from X", "a drive from X".

    So does "of" in "rolled out of X and into Y".
    """
    action = trigger.pattern.action
    if action is Action.ADVANCE and spot.lead == "of" and spot.first < trigger.last:
        return True
    measured = spot.mention.expression.relation in (Relation.DISTANCE, Relation.OFFSET)
    measured = measured or (action is Action.ADVANCE and trigger.pattern.words[-1] == _FROM)
    return spot.lead == "from" and not (measured or action in (Action.PUSH_BACK, Action.CLASH))


def _is_fired_from(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether guns stand at a place: "shelled X from positions north of it", "its base in Y".

    What is told of one place alone may be a distance: "shells landed 5 km from X".
    """
    if trigger.pattern.action is not Action.STRIKE:
        return False
    hit = any(trigger.last < s.first < spot.first for s in parsed.spots)
    lead = parsed.lower[max(0, spot.first - _FIRED_FROM) : spot.first + 1]
    begun = "from" in lead and _PARTING.isdisjoint(lead[lead.index("from") :])
    return hit and (spot.lead == "from" or begun)


def _is_heard_from(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether a noise comes from a place: "explosions could be heard from X".

    So it does where they "could hear shelling from the direction of X".
    """
    low = min(spot.first, trigger.first) - 3
    return spot.lead == "from" and not _HEAR.isdisjoint(parsed.lower[max(0, low) : spot.first + 1])


def _lies_apart(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether no ground that is taken lies there, unlike "a village 15 km from X"."""
    if spot.mention.expression.relation is Relation.DISTANCE:
        return scene().ground.isdisjoint(parsed.lower[trigger.last + 1 : spot.first])
    return spot.mention.expression.relation is Relation.TOWARD


def befalls_men(parsed: Parsed, trigger: Trigger, before: Sequence[Spot]) -> bool:
    """Tell whether the subject is no place but men: "shelled X and the rebels were driven out"."""
    last = max((parsed.word_at(s.mention.end - 1) for s in before), default=trigger.first)
    men = parsed.armed | {n for n in range(last, trigger.first) if parsed.lower[n] in _MEN}
    return not men.isdisjoint(range(last + 1, trigger.first))
