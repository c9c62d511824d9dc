"""What befalls people and no ground: men captured, one who gives himself up, staff who leave."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.claim import Action
from claims.events.event import Event
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.scene import scene
from claims.sides.groups import country_words

__all__ = [
    "ARMS",
    "blows_himself_up",
    "brings_folk_home",
    "expels_folk",
    "gives_himself_up",
    "gives_up_arms",
    "holds_men",
    "is_of_folk",
    "lets_them_go",
    "moves_away",
    "puts_to_flight",
    "sends_troops",
    "takes_men",
]

ARMS = frozenset(("arms", "weapons"))
"""What men who give up lay down, and no ground."""
_WHOM = 7  # words from "whom" to the verb whose object it is
_MISSING = 8  # words from "missing" to "captured"
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens several".split()
)
_AFTER_COUNT = frozenset("near in at around during after alive on , . and".split()) | {""}
_SAME_FATE = frozenset("killed wounded injured dead missing surrounded or and ,".split())
_MEMBERS = frozenset(
    "member fighter commander militant insurgent gunman soldier rebel leader combatant".split()
)
_SELVES = frozenset("himself herself themselves itself".split())
_MISHAPS = frozenset("accident accidentally gas mishap".split())
_FOLK = frozenset("staff inhabitants occupants owners locals families".split())
_AT_HOME = frozenset("its their his her our all some most".split())
_NATIONALS = frozenset("nationals dependents dependants expatriates personnel".split())
_ARMED_MEN = frozenset("military security armed combat troop un peacekeeping guard guards".split())
_PERSON = 7  # words of "a senior Xan network facilitator and"
_AFTER_PERSON = frozenset("in at near on of from during after who and , . along with for".split())
_PERSONS = frozenset(
    "facilitator leader commander operative suspect courier financier emir official member".split()
)
_ARMS = 3  # words of "all their weapons"
_BY = 3  # words of "its remaining staff"
_WITHDRAWN = 6  # and of "its last foreign aid workers from"
_AWAY = frozenset("fleeing running scrambling scurrying packing retreating reeling".split())
_PLACED = frozenset((",", "in", "near", "at", "outside", "around", "on"))  # behind "a base"
_SET_IN = 24  # words of what is set in behind a person
_LEADS = frozenset("of in at to for from with , which where that".split())
_HURT = frozenset("wounded injured sick dead captured captive freed released disarmed".split())
_TROOPS = frozenset("troops reinforcements soldiers fighters men".split())


def sends_troops(event: Event) -> bool:
    """Tell whether whoever sends them sends those who fight: "the council sent troops to X"."""
    sent = event.parsed.lower[event.trigger.last]
    return event.action is Action.DEPLOY and (sent in _TROOPS or sent in scene().fighters)


def moves_away(event: Event) -> bool:
    """Tell whether troops are moved from a place, and nobody says where to: "sent men from X"."""
    if event.action is not Action.DEPLOY:
        return False
    low, high = event.parsed.clause(event.trigger.last)
    beside = [s for s in event.parsed.spots if low <= s.first <= high]
    beside = beside or [s for s in event.parsed.spots if s.first < event.trigger.first]
    return bool(beside) and all(s.lead == "from" for s in beside)


def puts_to_flight(event: Event) -> bool:
    """Tell whether men are sent nowhere but away: "took X, sending soldiers fleeing".

    Nor do those fight who are flown out: "flew 200 wounded soldiers to X".
    """
    if event.action is not Action.DEPLOY:
        return False
    first, last = event.trigger.first, event.trigger.last
    away = event.parsed.lower[last + 1 : last + 2]
    hurt = not _HURT.isdisjoint(event.parsed.lower[first : last + 1])
    return hurt or (bool(away) and away[0] in _AWAY)


def expels_folk(event: Event) -> bool:
    """Tell whether a people is driven out, and no fighters: "expelled 500 Tutsis from X".

    "Expelled the Serbs from X" may tell of their army, as "expelled 300 Chadians" does.
    """
    parsed, gap = event.parsed, event.trigger.gap
    if gap is None or not event.trigger.form.startswith("expel"):
        return False
    named = (m for m in parsed.actors if parsed.word_at(m.end - 1) == gap[1] - 1)
    whom = next((m for m in named if m.kind == "people"), None)
    one = whom is not None and whom.text.isalpha() and whom.side not in country_words().values()
    return one and parsed.lower[gap[1] - 2] not in ("the", "and")


def lets_them_go(event: Event) -> bool:
    """Tell whether people or ships are let go, and no ground: "stopped a bus but let it go"."""
    gap, goes = event.trigger.gap, event.parsed.lower[event.trigger.last] == "go"
    if gap is None or not (goes and event.trigger.form.startswith("let")):
        return False
    placed = any(gap[0] <= s.first < gap[1] for s in event.parsed.spots)
    return not placed and scene().ground.isdisjoint(event.parsed.lower[slice(*gap)])


def blows_himself_up(event: Event) -> bool:
    """Tell whether men die by their own bomb: "two men blew themselves up in X"."""
    if not event.trigger.form.startswith(("blow", "blew")) or event.trigger.gap is None:
        return False
    own = event.parsed.lower[event.trigger.gap[0]] in _SELVES
    return own and _MISHAPS.isdisjoint(event.parsed.sentence.held)


def gives_himself_up(event: Event) -> bool:
    """Tell whether one man leaves his group: "a former member of the militia surrendered"."""
    parsed, first = event.parsed, event.trigger.first
    low, _ = parsed.clause(first)
    one = parsed.lower[low:first]
    if not event.trigger.form.startswith("surrender") or _MEMBERS.isdisjoint(one):
        return False
    ground = any(0 < s.first - event.trigger.last <= 2 and not s.lead for s in parsed.spots)
    return not ground and (one[:1] in (["a"], ["an"], ["one"]) or "former" in one)


def gives_up_arms(event: Event) -> bool:
    """Tell whether fighters are only to be disarmed: "gave them two days to surrender weapons"."""
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 1 + _ARMS]
    told = event.trigger.form.startswith("surrender") and not event.status.is_fact
    return told and not scene().loot.isdisjoint(behind)


def takes_men(event: Event) -> bool:
    """Tell whether men were captured, and no ground: "four killed and seven captured"."""
    if event.trigger.form != "captured":
        return False
    lower, number = event.parsed.lower, event.trigger.first - 1
    behind = [*lower[event.trigger.last + 1 : event.trigger.last + 3], "", ""]
    if "missing" in lower[max(0, number - _MISSING) : number]:
        return True  # "six are missing and thought to have been captured"
    counted = (behind[0].isdigit() or behind[0] in _COUNTS) and behind[1] in _AFTER_COUNT
    if counted and not _is_of_places(lower[:number]):
        return True  # "killed 300 and captured 150 near X", "captured three."
    if _is_a_person(lower[event.trigger.last + 1 : event.trigger.last + 1 + _PERSON]):
        return True
    while number > 0 and lower[number] in _SAME_FATE:  # "were killed, wounded or [captured]"
        number -= 1
    while number > 0 and (lower[number] in BE or lower[number] == "also"):
        number -= 1
    if number < 0 or _is_who(event, number):
        return number >= 0
    return _is_counted(event, number) or _are_men(event, number)


def _is_who(event: Event, comma: int) -> bool:
    """Tell whether it is a person who is captured: "the general, who led the defence of X, was"."""
    lower = event.parsed.lower
    passive = not BE.isdisjoint(lower[comma + 1 : event.trigger.first])
    if lower[comma] != "," or not passive or "who" not in event.parsed.sentence.held:
        return False
    back = range(comma - 1, max(0, comma - _SET_IN), -1)
    who = next((n for n in back if lower[n] in ("who", "which", "whose", "where", ";")), 0)
    opened = next((n for n in range(who - 1, 0, -1) if lower[n] == ","), 0)
    apposed = lower[opened + 1 : who]  # "Roe, the general who"
    near = opened and (not apposed or apposed[0] in ("the", "a", "an"))
    if not near or lower[who] != "who" or "," in lower[who:comma]:
        return False
    return _LEADS.isdisjoint(apposed) and not _opens_with_ground(event.parsed, opened)


def _opens_with_ground(parsed: Parsed, stop: int) -> bool:
    """Tell whether a place is the subject: "X, held by General Roe, who fled, was captured".

    So it is in "a base near X, held by men, who fled," and not in "the base commander, who fled,".
    """
    if any(s.first < stop and not s.lead and _is_closed(parsed, s) for s in parsed.spots):
        return True
    parts = pairwise(parsed.lower[: stop + 1])
    return any(one in scene().ground and behind in _PLACED for one, behind in parts)


def _is_closed(parsed: Parsed, spot: Spot) -> bool:
    """Tell whether a comma stands right behind a place."""
    last = parsed.word_at(spot.mention.end - 1)
    return parsed.lower[last + 1 : last + 2] == [","]


def _is_of_places(lead: Sequence[str]) -> bool:
    """Tell whether places were counted before: "attacked ten villages and captured three"."""
    ground = scene().ground
    return any(
        (one.isdigit() or one in _COUNTS) and noun.endswith("s") and noun[:-1] in ground
        for one, noun in pairwise(lead)
    )


def _is_a_person(behind: Sequence[str]) -> bool:
    """Tell whether an object is somebody: "captured a Xan network facilitator in Y"."""
    end = next((n for n, word in enumerate(behind) if word in _AFTER_PERSON), len(behind))
    return end > 0 and behind[end - 1].removesuffix("s") in _PERSONS


def _is_counted(event: Event, number: int) -> bool:
    """Tell whether a number alone is captured; of "seven villages four were captured" no men."""
    word, lead = event.parsed.lower[number], event.parsed.lower[: event.trigger.first]
    counts = word in _COUNTS or (word.isdigit() and not _dates(event, number))
    return counts and scene().ground.isdisjoint(lead)


def _are_men(event: Event, number: int) -> bool:
    """Tell whether those who are captured are men: "Cubans", "soldiers", no "Iraqi posts"."""
    parsed, first = event.parsed, event.trigger.first
    low, _ = parsed.clause(first)
    ground = not scene().ground.isdisjoint(parsed.lower[low:first])
    if ground or BE.isdisjoint(parsed.lower[number + 1 : first]):
        return False
    end = parsed.words[number].end
    named = (m for m in parsed.actors if m.end == end and m.text.endswith("s"))
    nation = any(m.kind in ("country", "people") for m in named)
    return nation or parsed.lower[number] in scene().fighters


def _dates(event: Event, number: int) -> bool:
    """Tell whether a number belongs to a date: "rebels on June 3 captured X"."""
    place = event.parsed.words[number].start
    return any(t.start <= place < t.end for t in event.parsed.times)


def is_of_folk(behind: Sequence[str]) -> bool:
    """Tell whether no fighters leave: "the clinic was abandoned by its staff"."""
    leaving = behind[:_BY]
    return "general" not in leaving and not (_FOLK | scene().civilians).isdisjoint(leaving)


def brings_folk_home(event: Event) -> bool:
    """Tell whether no fighters are withdrawn: "is pulling out its staff", "withdrew its envoys"."""
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 1 + _WITHDRAWN]
    if event.action is not Action.RETREAT or behind[:1] == [] or behind[0] not in _AT_HOME:
        return False
    ends = (n for n, word in enumerate(behind) if word == "from" or not word[:1].isalpha())
    whom = set(behind[1 : next(ends, len(behind))])
    fights = not (_ARMED_MEN.isdisjoint(whom) and scene().fighters.isdisjoint(whom))
    return not fights and not (_FOLK | _NATIONALS | scene().civilians).isdisjoint(whom)


def holds_men(event: Event) -> bool:
    """Tell whether people are kept and no ground: "29 soldiers were held by villagers"."""
    lower, at = event.parsed.lower, event.trigger.first - 1
    behind = lower[event.trigger.last + 1 : event.trigger.last + 2]
    if "whom" in lower[max(0, at - _WHOM) : at] and not "".join(behind).isalnum():
        return True  # "a commander whom the army does not intend to attack"
    being = at > 0 and event.trigger.form == "held" and lower[at] in BE
    return being and lower[at - 1].endswith(("s", "men")) and lower[at - 1] in scene().fighters
