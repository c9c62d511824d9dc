"""Whether a seat or land stands for its rulers: "Oslo shelled X", "the region said"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from claims.fighters.forces import force_words
from claims.fighters.named.full_names import DEEDS
from claims.fighters.names import Unit
from claims.fighters.phrase import NO_OBJECTS
from claims.fighters.tokens import Tokens
from claims.lexicon import lexicon

__all__ = ["acts", "is_charged", "is_only_land", "pushes_on"]

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
# Where no object follows, it befell the town, or it is a noun: "Oslo bombs kill ten".
_NO_OBJECT = NO_OBJECTS.union(
    """
    by in on at from near again overnight with during for as after before since and or when while
    yesterday today . , ; : last all heavily hard repeatedly early late without amid despite until
    """.split()
)
# What a city does as well: "is planning a festival", "was gathering its dead", "begins to burn".
_SETS_ABOUT = frozenset(
    "beginning begins planning plans seeking seeks trying gathering amassing accumulating"
    " concentrating regrouping redeploying".split()
)
_MUSTERS = frozenset("accumulate amass mass gather concentrate deploy move send prepare".split())
_BEFALLS = frozenset("burn fall lose collapse surrender".split())
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
    """
    behind = [word for word in behind if word not in _QUOTES]
    behind = behind[1:] if behind[:1] and behind[0] in _STILL else behind
    undergoes = behind[:1] in (["is"], ["was"])
    verb = behind[undergoes or behind[:1] in (["has"], ["had"], ["have"]) :]
    verb = verb[1:] if undergoes and not _STILL.isdisjoint(verb[:1]) else verb
    if not force_words().acting.isdisjoint(verb[:1]):
        return True  # "Oslo is sending troops"
    if verb and verb[0] in _SETS_ABOUT:
        return _is_of_war(verb[1:])
    return not (undergoes or _FIGHTS.isdisjoint(verb[:1]) or _NO_OBJECT & {*verb[1:2]})


def _is_of_war(what: Sequence[str]) -> bool:
    """Tell whether only a state sets about it: "an assault", "to take X", no "a festival"."""
    words = force_words()
    if what[:1] == ["to"]:
        does = set(what[1:2]) - _BEFALLS
        takes = not does.isdisjoint(lexicon().events) and _NO_OBJECT.isdisjoint(what[2:3])
        return takes or not does.isdisjoint(_MUSTERS)
    object_ = set(takewhile(lambda word: word not in words.governs, what))
    return not object_.isdisjoint(_PUSHES | _DEEDS | words.troops | words.weapons)


def is_charged(tokens: Tokens, unit: Unit) -> bool:
    """Tell whether a name is of whom others charge or move: "accused Oslo of", "led Oslo to"."""
    before, behind = (*tokens.lower[max(0, unit.first - 1) : unit.first], ""), unit.last + 1
    led = before[0] in _MOVED and tokens.lower[behind : behind + 1] == ["to"]
    return led or before[0] in _ACCUSED


def is_only_land(tokens: Tokens, unit: Unit) -> bool:
    """Tell whether "the breakaway region" is where others fight, and says and has nothing."""
    land = unit.kind == "rebel" and unit.name.endswith(_LANDS)
    behind = tokens.lower[unit.last + 1 : unit.last + 5]
    return land and not (tokens.owns(unit.last) or (behind != [] and acts(behind)))
