"""Which places an event belongs to: those of its own clause, else what came before."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claim import Action
from claims.events.outcomes.inner import Inner, inner
from claims.events.parties.sufferers import suffers
from claims.events.places.covered_from import is_covered_from, is_sent_from
from claims.events.places.cut_roads import is_cut_at
from claims.events.places.goals import (
    OUT,
    befalls_men,
    goals_and_tails,
    hits_a_land,
    leads_on,
    leaves_a_land,
)
from claims.events.places.ground_left import gained_before, happens_there
from claims.events.places.held_places import described, holds_it
from claims.events.places.leading_places import (
    all_of_them,
    behind_land,
    members,
    specific,
    spots_before,
    told_nearly,
)
from claims.events.places.list_end import list_end
from claims.events.places.listed_past import listed_past
from claims.events.places.new_places import stands_behind_another, without_held
from claims.events.places.of_a_verb import is_of_a_verb
from claims.events.places.ousted import regroups, tells_of_ousted
from claims.events.places.runs_on import end_of_aside, opens_anew, past_aside, runs_on
from claims.events.places.shared_places import gapped, is_fired_from, opening, shared, where_hurt
from claims.events.places.under_way import (
    goes_on_firing,
    hit_as_it_went,
    met_as_it_went,
    met_on_the_way,
    only_flown_over,
)
from claims.events.places.where_it_stood import met_where_it_stood
from claims.events.sentences.brackets import words_apart
from claims.events.sentences.called import names_speaker, of_speaker, speech_start
from claims.events.sentences.clause_words import AHEAD
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.sentences.placed import Placed
from claims.events.sentences.predicates import next_predicate
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from claims.scene import scene
from gazetteer.place import Relation

__all__ = ["find_places", "following", "spots_behind"]

_FAR = 26  # words after which no place is its own
_NEXT = 24  # words after one of its places within which a further one still belongs to it
_DRIVES = frozenset((Action.PUSH_BACK, Action.ADVANCE))
_MEETS = frozenset((Action.PUSH_BACK, Action.HOLD))
_FIRES = frozenset((Action.STRIKE, Action.ATTACK))
_ON = frozenset(("on", "against"))  # "strikes on a column nearing X"
_TRYING = (["trying", "to"], ["attempting", "to"])
_TARGET = 7  # words in which those who are fired at go: "a long column of tanks entering"
_GO_BACK = frozenset("turn return retreat withdraw flee fleeing".split())


def find_places(parsed: Parsed, trigger: Trigger) -> tuple[tuple[Placed, ...], tuple[Placed, ...]]:
    """Return the places of an event and, apart, where its movement starts ("from X toward Y")."""
    if trigger.pattern.kind == "held":
        return _placed(described(parsed, trigger)), ()
    spots, tails = _own_spots(parsed, trigger)
    spots = hit_as_it_went(parsed, trigger) or spots
    if is_fired_from(parsed, trigger):  # "the hill from which they shell X"
        return _placed([s for s in spots if s.first > trigger.last]), ()
    if spots and only_flown_over(trigger, spots):
        spots = specific(_caught(parsed, trigger)) or spots
    of_it = holds_it(parsed, trigger)  # "in X, they attacked Y and hold half of it"
    chosen = spots or ([] if of_it else specific(opening(parsed, trigger)))
    chosen = _stood(parsed, trigger, chosen) or chosen
    if not chosen and trigger.pattern.action in _FIRES:
        chosen = specific(where_hurt(parsed, trigger))
    # Where those were or were bound who are met, sent or driven off.
    met = [] if chosen else specific(_caught(parsed, trigger) or _came_from(parsed, trigger))
    if any(s.lead == "from" for s in met):  # "hold X against attacks from Y"
        met = specific(shared(parsed, trigger)) or met
    chosen = chosen or met
    takes = trigger.pattern.place != "any" or of_it
    if takes and not (chosen or leaves_a_land(trigger, following(parsed, trigger))):
        gained = gained_before(parsed, trigger)
        chosen = spots_behind(parsed, gained) if gained else specific(shared(parsed, trigger))
        chosen = chosen or specific(_arrived(parsed, trigger))
    if not chosen and (goes_on_firing(parsed, trigger) or happens_there(parsed, trigger)):
        chosen = specific(shared(parsed, trigger))
    if not chosen and suffers(trigger):  # "came under fire from positions near X": they are near
        chosen = [s for s in tails if s.mention.expression.relation is Relation.NEAR]
    if parsed.cues:  # "a spokesman of a brigade in the area said": wherever that is
        chosen = [s for s in chosen if s.mention.expression.heads or not of_speaker(parsed, s)]
    chosen = met_on_the_way(parsed, trigger, chosen)
    return _placed(members(parsed, chosen)), _placed(tails)


def spots_behind(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return the places that follow an event as its own."""
    return specific(goals_and_tails(parsed, trigger, following(parsed, trigger))[0])


def _own_spots(parsed: Parsed, trigger: Trigger) -> tuple[list[Spot], list[Spot]]:
    """Return the places in an event's own clause, and apart those that it starts from."""
    goals, tails = goals_and_tails(parsed, trigger, following(parsed, trigger))
    if _sends_back(parsed, trigger):
        goals = [s for s in goals if not leads_on(s)]
    before = [] if hits_a_land(trigger, goals) else spots_before(parsed, trigger)
    goals, before = specific(goals), behind_land(specific(without_held(parsed, trigger, before)))
    if before and suffers(trigger):
        goals = [s for s in goals if "from" not in parsed.lower[trigger.last + 1 : s.first]]
    if goals and is_cut_at(parsed, trigger, goals):
        return goals, tails
    alone = trigger.pattern.place == "any" and not _is_done_to(parsed, trigger)
    if alone and not all_of_them(parsed, trigger):
        it = holds_it(parsed, trigger)
        before = [s for s in before if not (it or stands_behind_another(parsed, s, trigger))]
    # "A convoy from X to Y was ambushed near Z": at Z, not where it was bound for.
    # So for "troops sent to take X were ambushed near Z", not for "and were pushed back to Z".
    met = trigger.pattern.action in _FIRES
    passed = [
        s for s in before if s.lead in AHEAD or (met and stands_behind_another(parsed, s, trigger))
    ]
    bound = bool(goals) and passed == before
    bound = bound or (bool(goals) and befalls_men(parsed, trigger, before))
    # "Rebels shelled X and were driven out of Y": the first verb's place is no subject.
    out = bool(goals) and goals[0].lead in OUT
    bound = bound or (out and all(stands_behind_another(parsed, s, trigger) for s in before))
    if before and _is_done_to(parsed, trigger) and not bound:
        return [*before, *gapped(parsed, trigger)], tails
    return goals or before, tails


def _sends_back(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether others are made to go somewhere: "forced the convoy to turn back to X"."""
    words = parsed.lower[trigger.first : trigger.last + 1]
    return trigger.pattern.action is Action.PUSH_BACK and not _GO_BACK.isdisjoint(words)


def _is_done_to(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the subject is the place that something is done to: "X was captured"."""
    done = is_passive(parsed, trigger) and trigger.pattern.action is not Action.DEPLOY
    return done or trigger.pattern.scheme.startswith("place")


def _placed(spots: Sequence[Spot]) -> tuple[Placed, ...]:
    return tuple(
        Placed(expression=s.mention.expression, start=s.mention.start, end=s.mention.end)
        for s in spots
    )


def following(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return the places between an event and the next one, as long as they follow closely."""
    known = parsed.behind.get(trigger)
    if known is None:
        known = parsed.behind[trigger] = told_nearly(parsed, _told_behind(parsed, trigger))
    return known


def _told_behind(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    begin = past_aside(parsed, trigger) or trigger.first  # "took, after a raid on X, Y": no X
    start, stop, found = parsed.words[begin].end, _stop(parsed, trigger), list[Spot]()
    for spot in parsed.spots:
        if not start <= _begin(spot) < stop or spot.aside:
            continue
        others = is_of_a_verb(parsed, trigger, spot, first=not found)
        if others or is_sent_from(parsed, trigger, spot):
            continue
        if opens_anew(parsed, spot):
            break
        at = spot.mention.expression.relation is Relation.AT
        if found and at and not spot.lead and spot.first - 1 in parsed.armed:
            break  # "the rebels hold X, the army its airport", not "army posts south of Y"
        if found and _is_of_an_aim(parsed, trigger, found[-1], spot):
            break  # "moved to X to secure Y"
        if found and is_covered_from(parsed, found[-1], spot):
            break
        if found and regroups(trigger, parsed.lower[found[-1].first : spot.first]):
            break  # "pulled out of X to regroup in Y"
        last = found[-1].first if found else max(begin, trigger.last)
        near = words_apart(parsed.words, last, spot.first) <= (_NEXT if found else _FAR)
        if near and not names_speaker(parsed, trigger, spot):
            found.append(spot)
    return found


def _is_of_an_aim(parsed: Parsed, trigger: Trigger, before: Spot, spot: Spot) -> bool:
    """Tell whether a further place is only what is meant to be done there."""
    aims = (t for t in parsed.following(trigger) if before.first < t.first < spot.first)
    return any(
        parsed.lower[t.first - 1] == "to" and inner(parsed, trigger, t) is Inner.AIM for t in aims
    )


def _begin(spot: Spot) -> int:
    """Return where a place starts, without a verb taken for its adjective: "captured X"."""
    head = spot.mention.head_span
    return head[0] if head and not spot.lead and not spot.unnamed else spot.mention.start


def _arrived(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return where those who drive others back get to: "pushed them back, reaching X"."""
    if trigger.pattern.kind != "verb" or trigger.pattern.action not in _DRIVES:
        return []
    later = (t for t in parsed.triggers if t.first > trigger.last and t.pattern.kind == "verb")
    then = next(later, None)
    goes_on = then and then.form.endswith("ing") and parsed.opener(then.first) == ","
    return goals_and_tails(parsed, then, following(parsed, then))[0] if then and goes_on else []


def _stood(parsed: Parsed, trigger: Trigger, told: Sequence[Spot]) -> list[Spot]:
    """Return where a target was behind a wider place: "in X, jets hit a gun that was near Y"."""
    wider = all(spot.first < trigger.first for spot in told) and not is_passive(parsed, trigger)
    return specific(met_where_it_stood(parsed, trigger)) if wider else []


def _caught(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return where those who are fired at were bound: "bombed a column approaching X"."""
    clashes = trigger.pattern.action is Action.CLASH and "with" in parsed.sentence.held
    noun = trigger.pattern.kind != "verb" and _ON.isdisjoint(parsed.lower[trigger.last + 1 :][:1])
    if noun or not (clashes or trigger.pattern.action in _FIRES):
        return []
    then = next((t for t in parsed.triggers if t.first > trigger.last), None)
    far = then is None or then.first - trigger.last > _TARGET * (1 + clashes)
    # "A column nearing X", "a column trying to reach X"
    tries = then is not None and parsed.lower[then.first - 2 : then.first] in _TRYING
    if then is None or far or not (then.form.endswith("ing") or tries):
        return met_as_it_went(parsed, trigger) or met_where_it_stood(parsed, trigger)
    # Told of others: "killed ten, the rest were fleeing to X", "killed ten before leaving for X".
    leaves = {"before"} if then.pattern.action is Action.RETREAT else set()
    alone = ({",", "and"} | leaves).isdisjoint(parsed.lower[trigger.last : then.first])
    met = following(parsed, then) if alone else []
    # "A column nearing X from Y", "a column fleeing X for Y"
    return [s for s in met if not (leads_on(s) if leaves else s.lead == "from")] or met


def _came_from(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return where those were who were met: "beat back columns trying to advance from X"."""
    sent = trigger.pattern.action is Action.DEPLOY
    if trigger.pattern.kind != "verb" or not (sent or trigger.pattern.action in _MEETS):
        return []
    then = next((t for t in parsed.triggers if t.first > trigger.last), None)
    if sent:  # "sent men to defend X"
        aim = then and inner(parsed, trigger, then) is Inner.AIM
        return spots_behind(parsed, then) if then and aim else []
    if then and tells_of_ousted(parsed, trigger, then):
        return spots_behind(parsed, then)
    met = then and inner(parsed, trigger, then) is Inner.MET
    return following(parsed, then) if then and met else []


def _describes_troops(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle only says where troops are: "soldiers stationed in X"."""
    stands = trigger.pattern.action is Action.HOLD and trigger.form.endswith(("ed", "dug"))
    return stands and trigger.first > 0 and parsed.lower[trigger.first - 1] in scene().fighters


def _stop(parsed: Parsed, trigger: Trigger) -> int:
    """Return where the reach of an event ends: at the next event or clause."""
    past = listed_past(parsed, trigger) or past_aside(parsed, trigger)
    following = (
        t
        for t in parsed.following(trigger)
        if t.pattern.kind != "held"
        and t.first > past
        and not _describes_troops(parsed, t)
        and inner(parsed, trigger, t) is Inner.NOT
    )
    high = parsed.clause(past)[1] if past else runs_on(parsed, trigger)
    high = min(high, speech_start(parsed, trigger.last, high))
    closing = next(following, None)
    limit = parsed.words[closing.first].start if closing else parsed.sentence.end
    limit = min(limit, next_predicate(parsed, trigger), end_of_aside(parsed, trigger))
    return min(limit, max(parsed.words[high].end, list_end(parsed, high)))
