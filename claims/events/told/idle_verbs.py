"""Verbs that take or hold no ground and attack nobody: "one jet was lost", "will fight on"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.claim import Action, Status
from claims.events.event import Event
from claims.events.places.shared_places import opening
from claims.events.places.where import spots_behind
from claims.events.sentences.passives import is_passive
from claims.events.sentences.placed import Placed
from claims.events.told.no_ground import tells_of_no_ground
from claims.events.told.of_men import ARMS, expels_folk, lets_them_go, puts_to_flight
from claims.events.told.on_its_way import is_struck_on_its_way
from claims.events.told.plunder import only_plunders
from claims.fighters.number import number_of
from claims.scene import scene

__all__ = ["GIVEN_UP", "is_of_no_ground", "only_vows"]

GIVEN_UP = frozenset("lost abandoned ceded relinquished surrendered vacated".split())
_GO = frozenset("push pushes pushing pushed drive drives drove driving sweep sweeps swept".split())
_FROM, _WHOM = (["from"], ["out"]), frozenset("whom that which who".split())
_FLYING = frozenset("aircraft jet plane warplane helicopter drone pilot".split())
_GRIP = frozenset("grip hold control position positions lines ground line".split())
_HALTS = ("halt", "stop", "slow", "stall")
_OURS = frozenset("our their its".split())
_HOMELAND = frozenset("land lands soil homeland country motherland fatherland nation".split())
_ALL_OVER = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?(?:of|in)\s+(?:the\s+country|the\s+nation|[A-Z]\w+)['’]s?\s(?:[\w-]+\s+)?"
    r"(?:districts|provinces|territory|states|regions|counties|municipalities)\b"
)
# "Have been fighting since 1983", of a war and of no battle
_FOR_YEARS = re.compile(
    r"\b(?:since\s+(?:[\w-]+\s+){0,4}?(?:(?:19|20)\d\d|independence|last\s+year|(?:year|decade)s?\s+ago)"
    r"|for\s+(?:[\w-]+\s+){0,4}?(?:years|decades|generations))"
)
_PERFECT = frozenset("has have had".split())
_LOSES = ("lose", "losing", "lost")
_LOSSES = 10  # words of "as many as a third of its main battle tanks"
_ENDS = frozenset(
    """
    in at near on around over during since when as while after before until with without amid
    despite because through under by for from to . , ; : and but
    """.split()
)
_LIVES = frozenset("men lives comrades officers".split())
_ARMS = scene().weapons | scene().makes | {"vehicle", "aircraft", "force"}
_ROADS = frozenset("road route highway lane path".split())
_LITTLE = frozenset("little minimal limited marginal minor few slow incremental scant".split())
_WAY_ON = _ROADS | scene().ground | {"through", "across"}
_WAYS_OUT = frozenset("exit departure release evacuation passage escape freedom safety".split())
_CAUSES = frozenset("war cause battle lives life jobs election".split())


def is_of_no_ground(event: Event, own: Sequence[Placed]) -> bool:
    """Tell whether a verb changes no ground and fights nobody at a place, whoever does it."""
    return (
        _halts_itself(event)
        or _only_flies(event)
        or only_plunders(event)
        or _lost_arms(event)
        or _loses_men(event)
        or _keeps_arms(event)
        or _goes_out(event)
        or _is_of_a_homeland(event)
        or _is_of_a_country(event, own)
        or _gains_little(event, own)
        or _secures_a_way(event)
        or _makes_safe(event)
        or is_struck_on_its_way(event)
        or puts_to_flight(event)
        or lets_them_go(event)
        or expels_folk(event)
        or tells_of_no_ground(event)
    )


def _goes_out(event: Event) -> bool:
    """Tell whether some push or drive out of a place and nobody else out of it: "pushed from X".

    "Rebels pushed from X" may as well be what is done to them, and is left open. Who is "driven"
    is so by others.
    """
    trigger, lower = event.trigger, event.parsed.lower
    if trigger.pattern.action is not Action.PUSH_BACK or trigger.gap or event.roles.opponent:
        return False
    goes = trigger.form in _GO
    whom = not _WHOM.isdisjoint(lower[: trigger.first])  # "whom the army drove from X"
    out = lower[trigger.first + 1 : trigger.first + 2] in _FROM
    return goes and out and not whom and not is_passive(event.parsed, trigger)


def _gains_little(event: Event, own: Sequence[Placed]) -> bool:
    """Tell whether hardly any ground was won, wherever it was: "made minimal advances"."""
    words = event.parsed.lower[event.trigger.first : event.trigger.last + 1]
    return event.action is Action.ADVANCE and not (own or _LITTLE.isdisjoint(words))


def _secures_a_way(event: Event) -> bool:
    """Tell whether it is made sure that people get away: "after securing the exit of all"."""
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 5]
    if not event.trigger.form.startswith("secur") or _WAYS_OUT.isdisjoint(behind[:3]):
        return False
    at = next(n for n, word in enumerate(behind) if word in _WAYS_OUT)
    return not _WAY_ON.issuperset(behind[at + 1 : at + 2] or ("",))  # "secured the exit road at X"


def _makes_safe(event: Event) -> bool:
    """Tell whether a road is only made safe to use: "hit a mine while clearing a route"."""
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 3]
    road = behind[:1] == ["a"] and not _ROADS.isdisjoint(behind)
    return event.trigger.form == "clearing" and road and event.roles.opponent is None


def _keeps_arms(event: Event) -> bool:
    """Tell whether some only do not give up their arms, or are told to: "must lay down arms"."""
    words = event.parsed.lower[event.trigger.first : event.trigger.last + 1]
    told_to = event.parsed.lower[event.trigger.first - 1] in ("must", "should")
    return (told_to or event.status is Status.DENIED) and not ARMS.isdisjoint(words)


def _is_of_a_homeland(event: Event) -> bool:
    """Tell whether a speech names no place but its land: "drive the invaders from our soil"."""
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 5]
    owned = bool(behind) and behind[0] in _OURS
    return owned and not _HOMELAND.isdisjoint(behind[1:])


def only_vows(event: Event) -> bool:
    """Tell whether some only fight on, wherever: "left X and vowed to keep fighting"."""
    first, clash = event.trigger.first, event.action is Action.CLASH
    if clash and _is_at_war(event):
        own = opening(event.parsed, event.trigger) if event.parsed.spots else ()
        return not own and not (event.parsed.spots and spots_behind(event.parsed, event.trigger))
    meant = clash and event.status is Status.PLANNED
    later = any(t.first < first for t in event.parsed.triggers) or not event.parsed.spots
    return meant and later and not spots_behind(event.parsed, event.trigger)


def _is_at_war(event: Event) -> bool:
    """Tell whether some are only said to wage a war for years: "has fought the army since 2009"."""
    first = event.trigger.first
    lead = event.parsed.lower[max(0, first - 3) : first]
    text, at = event.parsed.sentence.text, event.parsed.words[first].start
    lasts = not _PERFECT.isdisjoint(lead)
    return lasts and _FOR_YEARS.search(text, at - event.parsed.sentence.start) is not None


def _is_of_a_country(event: Event, own: Sequence[Placed]) -> bool:
    """Tell whether ground all over a land was taken: "half of Chad's districts"."""
    at = event.parsed.words[event.trigger.last].end - event.parsed.sentence.start
    told = _ALL_OVER.match(event.parsed.sentence.text, at)
    heads = [head for place in own for head in place.expression.heads]
    return told is not None and not any(head in told.group() for head in heads)


def _lost_arms(event: Event) -> bool:
    """Tell whether it is no ground that was lost: "one jet was lost", "the war is lost"."""
    parsed, trigger = event.parsed, event.trigger
    lost = trigger.form in GIVEN_UP and is_passive(parsed, trigger)
    lead = parsed.lower[max(0, trigger.first - 3) : trigger.first]
    return lost and not (scene().weapons.isdisjoint(lead) and _CAUSES.isdisjoint(lead))


def _loses_men(event: Event) -> bool:
    """Tell whether men and arms are lost, and no ground: "has lost a third of its tanks in X"."""
    parsed, trigger = event.parsed, event.trigger
    if not trigger.form.startswith(_LOSES) or is_passive(parsed, trigger):
        return False
    lost = parsed.lower[trigger.last + 1 : trigger.last + 1 + _LOSSES]
    end = next((n for n, word in enumerate(lost) if word in _ENDS), len(lost))
    heads = lost[max(0, end - 1) : end]  # "a third of its tanks", but "the tank base"
    before = next((t for t in reversed(parsed.triggers) if t.last < trigger.first), None)
    sent = before is not None and before.pattern.action is Action.DEPLOY
    if sent and "of" in lost[:end] and heads in (["it"], ["them"]):
        one = before is not None and parsed.lower[before.first + 1] in ("a", "an", "its", "their")
        return one or heads == ["them"]  # "sent a column into X and lost most of it"
    return any(
        word in scene().fighters | _LIVES or word.removesuffix("s") in _ARMS for word in heads
    )


def _only_flies(event: Event) -> bool:
    """Tell whether aircraft on patrol are told of, which hold no ground: "patrolling over X"."""
    lower, trigger = event.parsed.lower, event.trigger
    if not trigger.form.startswith("patrol"):
        return False
    flown = {word.removesuffix("s") for word in lower[max(0, trigger.first - 4) : trigger.first]}
    over = lower[trigger.last + 1 : trigger.last + 2] == ["over"]
    return over or not flown.isdisjoint(scene().makes | _FLYING)


def _halts_itself(event: Event) -> bool:
    """Tell whether an advance is ended by those who made it: "the army halted its offensive".

    "Their offensive" is of many, where nobody was told of before whom they fight.
    """
    trigger, actor, lower = event.trigger, event.roles.actor, event.parsed.lower
    if event.action is Action.HOLD and _waits(event):
        return True
    gap, halts = trigger.gap, trigger.form.startswith(_HALTS)
    if event.action is not Action.HOLD or (gap and lower[gap[1]] in _GRIP):
        return False  # "maintained its grip on X"
    inside = lower[trigger.first + 1 : trigger.last] if halts else lower[slice(*gap or (0, 0))]
    many = actor is not None and number_of(actor.text) is not False and not event.roles.opponent
    return "its" in inside or (halts and "their" in inside and (many or "own" in inside))


def _waits(event: Event) -> bool:
    """Tell whether some "hold off", and nobody is held off: "urged the army to hold off"."""
    parsed, last = event.parsed, event.trigger.last
    off = event.trigger.form.startswith(("hold", "held")) and parsed.lower[last] == "off"
    bare = parsed.lower[last + 1 : last + 2] and parsed.lower[last + 1] in _ENDS | {"on"}
    alone = bool(bare) and event.roles.opponent is None  # no "held off for a week against rebels"
    return off and alone and not is_passive(parsed, event.trigger)
