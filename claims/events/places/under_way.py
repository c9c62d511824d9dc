"""Those who are on their way somewhere: where a convoy is met, and where reinforcements go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.claim import Action
from claims.events.parties.sufferers import suffers
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from claims.number_words import TWO_TO_TEN
from claims.scene import scene
from gazetteer.place import Relation

__all__ = [
    "CONVOYS",
    "goes_on_firing",
    "hit_as_it_went",
    "met_as_it_went",
    "met_on_the_way",
    "moves_out",
    "only_flown_over",
    "sets_out",
]

_FIRES = frozenset((Action.ATTACK, Action.STRIKE))
_MET = _FIRES | {Action.CAPTURE, Action.RECAPTURE}
CONVOYS = frozenset(
    """
    convoy convoys column columns patrol patrols bus buses train trains truck trucks lorry lorries
    vehicle vehicles motorcade
    """.split()
)
"""Who is met as often as they get anywhere."""
_GOING = CONVOYS.union(
    "travelling traveling heading driving moving going returning way bound headed".split()
)
_TAKING = frozenset((Action.ATTACK, Action.CAPTURE, Action.RECAPTURE))
_STORMING = frozenset("broke break breaks stormed storm punched smashed".split())
_BESIDE = frozenset((Relation.NEAR, Relation.OFFSET, Relation.DISTANCE))
_SHIPS = frozenset(
    """
    tanker tankers supertanker supertankers freighter freighters ship ships vessel vessels boat
    boats frigate destroyer corvette ferry trawler trawlers dhow dhows carrier steamer gunboat
    """.split()
)
_FLAGGED = ("-owned", "-flag", "-flagged", "-registered")  # "the Kassan-owned Oru Star"
_AT_SEA = 14  # words of "the tanker Oru Star with machinegun fire and grenades"
_FROM = 3  # words from "convoy" to "from": "convoy on Monday from"
_AS_THEY = frozenset((a, b) for a in ("as", "while", "when") for b in ("it", "they", "she"))
_LEAVE = frozenset("left leave leaves leaving".split())
_REINFORCING = frozenset(("reinforcement", "reinforcements"))
_SENT = frozenset("column columns convoy convoys".split())
_AHEAD = frozenset("for to toward towards direction".split())
_SUBJECT = 6  # words of "a column of 40 tanks had"
_PARTS = frozenset("battalion battalions brigades companies regiments platoons columns".split())
_QUARTERS = frozenset("base bases barracks camp camps headquarters hideouts".split())
_AMOUNTS = frozenset(
    "some several about around only most many few more up over its their his".split()
).union(TWO_TO_TEN)
_OBJECT = 7  # words of "several battalions of its best troops"
_MEN = frozenset("troops soldiers men fighters forces".split())
_PARTS_OFF = frozenset(", before after when while as because and but to for with from".split())
_TRIED = frozenset("tried attempted sought".split())
_OWN = 4  # words of "left their main base"


def moves_out(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is told what forces leave and not where they go: "redeployed from X"."""
    if not trigger.form.startswith("redeploy"):
        return False
    _, high = parsed.clause(trigger.last)
    behind = [spot for spot in parsed.spots if trigger.last < spot.first <= high + 1]
    leaves = parsed.lower[trigger.last + 1 : trigger.last + 2] == ["from"]
    return leaves and bool(behind) and all(s.lead == "from" or s.aside for s in behind)


def met_on_the_way(parsed: Parsed, trigger: Trigger, spots: Sequence[Spot]) -> list[Spot]:
    """Return places, the ends of a journey made one: "ambushed a convoy travelling from X to Y".

    It was met somewhere between the two; one "bound for Y near X" near X; and one "bound for Y",
    of which no more is told, on the way there.
    """
    if _GOING.isdisjoint(parsed.sentence.held) or trigger.pattern.action not in _MET:
        return list(spots)
    met = [spot for spot in spots if not _is_bound_for(parsed, trigger, spot)]
    if met or trigger.pattern.action not in _FIRES:
        return met  # whoever seizes a convoy for X seizes no X
    return [_met_near(parsed, spot) or _on_the_way(parsed, spot) for spot in spots]


def met_as_it_went(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return where those were who are fired at on their way: "attacked a convoy as it left X"."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _AT_SEA]
    opened = next((n for n, pair in enumerate(pairwise(behind)) if pair in _AS_THEY), None)
    hit = opened == 0 and suffers(trigger)  # "came under fire as they crossed X"
    if opened is None or trigger.pattern.action not in _FIRES or not (opened or hit):
        return []
    armed = behind.index("with") if "with" in behind[1:opened] else opened  # "with guided missiles"
    met = behind[armed - 1]  # not in "blew up a bridge behind them as they fled to X"
    near = hit or (armed < _OBJECT and (met in _GOING or met in scene().fighters))
    # "Killed rebels who attacked them as they pursued a leader in X"
    them = behind[:opened] == ["them"]
    if not (near or them or any(w in _SHIPS or w.endswith(_FLAGGED) for w in behind[:opened])):
        return []
    begin = trigger.last + 1 + opened
    reach = range(begin, begin + (_OBJECT if near else _AT_SEA))
    spots = [s for s in parsed.spots if s.first in reach and (them or not s.aside)]
    return [s for s in spots if s.lead not in _AHEAD] or spots[:1]


def hit_as_it_went(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return where a convoy was hit: at Y in "set out for X and was shelled as it crossed Y"."""
    if trigger.pattern.action not in _FIRES or parsed.lower[trigger.first - 1] not in BE:
        return []
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _OBJECT]
    opened = next((n for n, pair in enumerate(pairwise(behind)) if pair in _AS_THEY), None)
    if opened is None or behind[opened] == "when" or not _PARTS_OFF.isdisjoint(behind[:opened]):
        return []
    if not _is_subject_again(parsed, trigger, behind[: opened + 2]):
        return []
    begin = trigger.last + 1 + opened
    if parsed.lower[begin + 2] in _TRIED:
        return []  # "as it tried to enter X": it never got there
    reach = range(begin, begin + _OBJECT + 2)
    spots = [s for s in parsed.spots if s.first in reach and not s.aside]
    return [s for s in spots[:1] if not (s.lead in _AHEAD or s.lead == "from")]


def _is_subject_again(parsed: Parsed, trigger: Trigger, behind: list[str]) -> bool:
    """Tell whether "it" or "they" are who was hit on the way, no town and no attackers.

    So not in "Oru was shelled as they entered Maru", "were burned by rebels as they left".
    """
    before = trigger.first - 2
    if any(not s.lead and parsed.word_at(s.mention.end - 1) == before for s in parsed.spots):
        return False
    be, many = parsed.lower[trigger.first - 1], behind[-1] == "they"
    by = trigger.last + 1 + (behind.index("by") if "by" in behind else len(behind))
    theirs = many and not parsed.armed.isdisjoint(range(by, trigger.last + len(behind)))
    return not theirs and be not in (("was", "is") if many else ("were", "are"))


def only_flown_over(trigger: Trigger, spots: Sequence[Spot]) -> bool:
    """Tell whether those who fire are told to have been over some land before, and no more."""
    fires = trigger.pattern.kind == "verb" and trigger.pattern.action in _FIRES
    return fires and all(s.first < trigger.first and s.lead == "over" for s in spots)


def goes_on_firing(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who were somewhere fired there: "covered men near X, destroying a gun"."""
    if trigger.pattern.action is not Action.STRIKE or not trigger.form.endswith("ing"):
        return False
    first = trigger.pattern.kind == "verb" and parsed.lower[trigger.first - 1] == ","
    return first and not any(t.first < trigger.first for t in parsed.triggers)


def _is_bound_for(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether those who are met only go to a place: "a convoy bound for X (was ambushed)"."""
    low = trigger.last + 1 if spot.first > trigger.last else 0
    lead = parsed.lower[max(low, spot.first - 1 - _FROM) : spot.first]
    return spot.lead in _AHEAD and _has_name(spot) and not _GOING.isdisjoint(lead)


def _on_the_way(parsed: Parsed, goal: Spot) -> Spot:
    """Return the way to a place: "for X" of "a convoy bound for X", or "from X to Y" as a whole."""
    said, low = goal.mention, _led_by(parsed, goal.first, goal.lead)
    heads, relation = said.expression.heads, Relation.TOWARD
    start = next((s for s in parsed.spots if s.first < goal.first and s.lead == "from"), None)
    if start is not None and _goes_from(parsed, start, goal):
        low, relation = _led_by(parsed, start.first, "from"), Relation.BETWEEN
        heads = (*start.mention.expression.heads, *heads)
    begin, shift = parsed.words[low].start, parsed.sentence.start
    text = parsed.sentence.text[begin - shift : said.end - shift]
    told = replace(said.expression, text=text, heads=heads, relation=relation)
    return goal._replace(mention=replace(said, start=begin, expression=told))


def _led_by(parsed: Parsed, first: int, lead: str) -> int:
    """Return where the preposition of a place stands."""
    return next((n for n in range(first, -1, -1) if parsed.lower[n] == lead), first)


def _goes_from(parsed: Parsed, start: Spot, goal: Spot) -> bool:
    """Tell whether a journey is told by both its ends: "a convoy (travelling) from X to Y"."""
    low = _led_by(parsed, start.first, "from")
    goes = not _GOING.isdisjoint(parsed.lower[max(0, low - _FROM) : low])
    between = parsed.lower[parsed.word_at(start.mention.end - 1) + 1 : goal.first]
    return goes and goal.lead == "to" and between == ["to"] and _has_name(start)


def _met_near(parsed: Parsed, goal: Spot) -> Spot | None:
    """Return where on its way a convoy was met: "travelling from X to Y near Z"."""
    said, held = goal.mention, goal.mention.expression.within
    if held is not None and held.relation is Relation.NEAR:
        start = said.start + max(0, said.expression.text.find(held.text))
        return goal._replace(mention=replace(said, start=start, expression=held))
    behind = next((s for s in parsed.spots if s.first > goal.first), None)
    apart = parsed.word_at(goal.mention.end - 1) + 1
    near = behind is not None and behind.mention.expression.relation in _BESIDE
    comma = parsed.lower[apart : apart + 1] == [","]
    return behind if behind and near and behind.first == apart + comma else None


def _has_name(spot: Spot) -> bool:
    expression = spot.mention.expression
    return len(expression.heads) == 1 and expression.relation is Relation.AT


def sets_out(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who leave are sent somewhere: "reinforcements had left X for Y".

    Or that they leave others somewhere: "left 300 troops in X".
    """
    if trigger.form not in _LEAVE or trigger.pattern.action is not Action.RETREAT:
        return False
    if _leaves_men(parsed, trigger):
        return True
    lead = parsed.lower[max(0, trigger.first - _SUBJECT) : trigger.first]
    if not _REINFORCING.isdisjoint(lead) or _goes_to_fight(parsed, trigger):
        return True
    if _SENT.isdisjoint(parsed.lower[: trigger.first]):
        return False
    then = next((t for t in parsed.following(trigger) if t.pattern.kind == "verb"), None)
    comes = then is not None and then.pattern.action is Action.ADVANCE  # "left X and reached Y"
    bound = not _AHEAD.isdisjoint(parsed.lower[trigger.last + 1 : trigger.last + _SUBJECT])
    return comes or (bound and not _SENT.isdisjoint(lead))


def _leaves_men(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether men are the object, not a place: "would leave some 120,000 troops in X"."""
    left = parsed.lower[trigger.last + 1 : trigger.last + 1 + _OBJECT]
    if not left or not (left[0] in _AMOUNTS or left[0][0].isdecimal()):
        return False
    men = next((n for n, word in enumerate(left) if word in _MEN), None)
    if men is None:
        return False
    between = {a for a, b in pairwise(left[: men + 1]) if not b[0].isdecimal()}  # "120,000"
    return _PARTS_OFF.isdisjoint(between)


def _goes_to_fight(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who leave go on to attack: "left their barracks and stormed the palace".

    Whoever leaves a town for a fight has left it, but for a few of many: "two battalions left X,
    broke through the cordon at Y".
    """
    lead = parsed.lower[max(0, trigger.first - _SUBJECT) : trigger.first]
    lead = lead[len(lead) - lead[::-1].index(",") :] if "," in lead else lead  # "two days later,"
    parts = not (_PARTS.isdisjoint(lead) or TWO_TO_TEN.isdisjoint(lead))
    left = parsed.lower[trigger.last + 1 : trigger.last + _OWN]
    home = left[:1] in (["their"], ["its"]) and not _QUARTERS.isdisjoint(left)
    if not (parts or home):
        return False
    verbs = (t for t in parsed.following(trigger) if t.pattern.kind == "verb")
    then = next(verbs, None)
    fights = then and (then.pattern.action in _TAKING or then.form in _STORMING)
    return bool(then and fights and parsed.lower[then.first - 1] in ("and", ",", "to"))
