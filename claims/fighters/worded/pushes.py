"""Whether a seat or land stands for its rulers: "Oslo shelled X", "the region said"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.fighters.forces import force_words
from claims.fighters.named.full_names import DEEDS
from claims.fighters.names import Unit
from claims.fighters.phrase import NO_OBJECTS
from claims.fighters.tokens import Tokens
from gazetteer.wording.deeds import is_a_states
from gazetteer.wording.powerwords import TOWN_DOINGS

__all__ = ["acts", "is_charged", "is_goal", "is_only_land", "pushes_on"]

_PUSHES = frozenset(
    "offensive counteroffensive counter-offensive counterattack counter-attack invasion incursion"
    " advance push onslaught".split()
)
# What befalls a city as well, unless more is said of where: "the capital's bombing".
_DEEDS = frozenset(
    "attack attacks assault assaults raid raids strike strikes airstrikes bombing bombardment"
    " shelling siege blockade capture seizure".split()
)
_ON = frozenset("on of against".split())
_ACCUSED = frozenset("accused accuses accuse accusing".split())
_MOVED = frozenset("led prompted forced compelled obliged pushed".split())
_FIGHTS = DEEDS | frozenset(
    "pulled pulls withdrawn moved redeployed invaded massed shells bombs attacks captures".split()
)
_GOES_ON = frozenset("keeps kept continues continued".split())
# Where no object follows, it befell the town, or it is a noun: "Oslo bombs kill ten".
_NO_OBJECT = NO_OBJECTS.union(
    """
    by in on at from near again overnight with during for as after before since and or when while
    yesterday today . , ; : last all heavily hard repeatedly early late without amid despite until
    """.split()
)
# What stands before a city that is no subject: "guns near Oslo shelled", "who left Oslo shelled".
_BESIDE = frozenset(
    """
    on onto into at toward towards outside inside near around above over behind beyond surrounding
    left took entered fled captured seized reached besieged surrounded
    """.split()
)
_SIDES = frozenset("north south east west northeast northwest southeast southwest".split())
# "Oslo begins a siege" is said of its state as "Oslo is beginning" is.
_PLAIN = {"begins": "beginning", "plans": "planning", "seeks": "seeking"}
# Lands that rule themselves: "entered the breakaway region".
_LANDS = ("region", "republic", "state", "province", "enclave")
_QUOTES = frozenset("\"“”'‘")
_STILL = frozenset("still now also already again later".split())


def pushes_on(behind: Sequence[str]) -> bool:
    """Tell whether the words behind "Oslo's" name what its forces do elsewhere.

    Examples
    --------
    >>> pushes_on(["long-awaited", "counterattack", "began", "on"])
    True
    >>> pushes_on(["shelling", "of", "the", "port"]), pushes_on(["shelling", "went", "on", "and"])
    (True, False)
    """
    pushes = not _PUSHES.isdisjoint(behind[:3])
    return pushes or any(one in _DEEDS and two in _ON for one, two in pairwise(behind))


def acts(behind: Sequence[str]) -> bool:
    """Tell whether the words behind a capital tell what its state does, and befalls no town.

    Examples
    --------
    >>> acts(["has", "sent", "troops", "to"]), acts(["shelled", "the", "port", "and"])
    (True, True)
    >>> acts(["was", "shelled", "by", "rebels"]), acts(["shelled", "by", "rebels", "."])
    (False, False)
    >>> acts(["bombs", "the", "port", "."]), acts(["bombs", "kill", "ten", "."])
    (True, False)
    >>> acts(["is", "shelling", "the", "port"]), acts(["has", "been", "shelling", "it"])
    (True, True)
    """
    behind = [word for word in behind if word not in _QUOTES]
    behind = behind[1:] if behind[:1] and behind[0] in _STILL else behind
    has = behind[:1] in (["has"], ["had"], ["have"])
    undergoes = behind[has : has + 1] in (["is"], ["was"], ["been"])
    goes_on = undergoes or not _GOES_ON.isdisjoint(behind[:1])
    verb = behind[has + goes_on :]
    verb = verb[1:] if undergoes and not _STILL.isdisjoint(verb[:1]) else verb
    if goes_on and (is_a_states(verb) or not TOWN_DOINGS.isdisjoint(verb[:1])):
        return is_a_states(verb)  # "Oslo is sending troops", no "is preparing for winter"
    if not force_words().acting.isdisjoint(verb[:1]):
        return True
    if plain := _PLAIN.get("".join(verb[:1])):
        return is_a_states([plain, *verb[1:]])
    return not (goes_on or _FIGHTS.isdisjoint(verb[:1]) or _NO_OBJECT & {*verb[1:2]})


def is_charged(tokens: Tokens, unit: Unit) -> bool:
    """Tell whether a name is of whom others charge or move: "accused Oslo of", "led Oslo to"."""
    before, behind = (*tokens.lower[max(0, unit.first - 1) : unit.first], ""), unit.last + 1
    led = before[0] in _MOVED and tokens.lower[behind : behind + 1] == ["to"]
    return led or before[0] in _ACCUSED


def is_goal(tokens: Tokens, unit: Unit) -> bool:
    """Tell whether a capital is only where others are or went: "guns outside Oslo", "took Oslo"."""
    before = tokens.lower[max(0, unit.first - 2) : unit.first]
    off = before[-1:] == ["of"] and not _SIDES.isdisjoint(before)
    return off or not _BESIDE.isdisjoint(before[-1:])


def is_only_land(tokens: Tokens, unit: Unit) -> bool:
    """Tell whether "the breakaway region" is where others fight, and says and has nothing."""
    land = unit.kind == "rebel" and unit.name.endswith(_LANDS)
    behind = tokens.lower[unit.last + 1 : unit.last + 5]
    return land and not (tokens.owns(unit.last) or (behind != [] and acts(behind)))
