"""Which named sides a text calls rebels, and which it names beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claims.fighters.cast.pointed import fights_elsewhere
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.branches import is_branch
from claims.fighters.worded.persons import speaks_for

__all__ = ["called_rebels", "only_heard", "that_fight"]

_REBELS = "rebel resistance guerrilla insurgent opposition mujahideen mujahedin separatist militant"
_OF_SEVERAL = re.compile(
    rf"\b(?:{_REBELS.replace(' ', '|')})\s+(?:groups|parties|factions|organi[sz]ations|movements)\b"
)

_APPOSED = 3  # words from "the rebel group" or from a comma to the name that it stands with
# Words between the two that tell of nothing done: "pushed" sets "Roe's forces" against rebels.
_JOINING = frozenset(
    "the a an of from group groups movement faction alliance called named known as and its"
    " led commanded headed by under loyal to".split()
)
# Nor do these: "rebels joined Roe's men", "rebels under Roe's command".
_SIDES_WITH = frozenset(
    "by under for with alongside joined join joins joining loyal led backed supported while said"
    " says that".split()
)

_PARTING = frozenset("as while when though although but said says".split())
_TAKES = frozenset(
    "captured seized overran overrun stormed took taken attacked raided occupied entered razed"
    " besieged surrounded shelled torched looted".split()
)
_FIGHTS = frozenset(
    "ambushed bombed killed disarmed encircled fought trapped routed repelled repulsed shot".split()
)
_ARTICLES = frozenset("the a an some several".split())
_POSTS = frozenset(
    "base bases camp camps barracks headquarters post posts outpost checkpoint positions garrison"
    " stronghold compound convoy patrol depot".split()
)
_SWORN = frozenset((("allegiance", "to"), ("loyalty", "to"), ("inspired", "by"), ("ties", "to")))
_RAIDS = frozenset("attack attacks assault assaults raid raids offensive ambush attempt".split())
_KILLING = frozenset("killing wounding capturing injuring".split())
_RAID = 5  # words of "an attack on X by the"
_TO_UNIT = 6  # words of "stormed the base of Roe's"
_LATER = frozenset("after before when where once whom who".split())
_TO_POST = 4  # words of "captured a large army base"


def called_rebels(phrases: Sequence[Phrase], words: Sequence[str]) -> tuple[set[str], set[str]]:
    """Return the sides whose names stand with "rebels", and those named beside them.

    ``words`` are all of the text's in lower case.
    """
    called, beside = set[str](), set[str]()
    acting = [phrase for phrase in phrases if phrase.free or phrase.kind != "country"]
    for one, other in pairwise(acting):  # but for the land of "rebels in Chad"
        for rebel, named in ((one, other), (other, one)):
            if rebel.kind != "rebel" or not named.side or one.sentence != other.sentence:
                continue
            if rebel.asset or named.says:
                continue
            between = words[one.last + 1 : other.first]
            told = {word for word in between if word.isalpha()}
            apposed = len(between) < _APPOSED and told <= _JOINING
            if apposed or (rebel is other and _die_attacking(named, between, words)):
                called.add(named.side)
            elif (
                not named.rebel
                and (
                    one.free != other.free
                    or _are_set_against(named, between)
                    or (rebel is one and _are_fought(between))
                )
                and not (rebel is other and rebel.definite and _are_parted(between))
            ):
                beside.add(named.side)
    return called, beside | _robbed(phrases, words)


def _die_attacking(named: Phrase, between: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether rebels fall in a side's attack: "beat off a raid by X, killing ten rebels"."""
    lead = words[max(0, named.first - _RAID) : named.first]
    return "by" in lead[-2:] and not _RAIDS.isdisjoint(lead) and not _KILLING.isdisjoint(between)


def _are_parted(between: Sequence[str]) -> bool:
    """Tell whether another clause begins: "took the Front's camp, even as the rebels said"."""
    return not _PARTING.isdisjoint(between)


def _are_set_against(named: Phrase, between: Sequence[str]) -> bool:
    """Tell whether a verb stands between rebels and a leader's men: "rebels routed Roe's men".

    So it does before a unit of an army: "rebels stormed the base of the Lion Brigade".
    """
    one_clause = all(word.isalpha() for word in between) and _SIDES_WITH.isdisjoint(between)
    near = len(between) <= _TO_UNIT and not (_are_parted(between) or _LATER & {*between})
    set_apart = named.kind == "person" or (is_branch(named) and near)
    return set_apart and one_clause and not _JOINING.issuperset(between)


def _are_fought(between: Sequence[str]) -> bool:
    """Tell whether rebels do something to those named next: "rebels besieged Kasari men"."""
    told = [word for word in between if word not in _ARTICLES]
    return len(told) == 1 and told[0] in _TAKES | _FIGHTS


def _robbed(phrases: Sequence[Phrase], words: Sequence[str]) -> set[str]:
    """Return the sides whose posts rebels take: "fighters captured a base of the Kamo Brigade"."""
    found = set[str]()
    doer: Phrase | None = None
    for phrase in phrases:
        near = doer is not None and phrase.sentence - doer.sentence <= 1  # "they captured"
        if near and phrase.side and _loses_post(phrase, words):
            if doer is not None and doer.kind in ("rebel", "fighters"):
                found.add(phrase.side)
        elif phrase.free and not phrase.asset:
            doer = phrase
    return found


def _loses_post(named: Phrase, words: Sequence[str]) -> bool:
    """Tell whether somebody takes what is a side's: "the X Brigade's base", "a base of the X"."""
    first = named.first
    if not named.asset:
        first -= words[first - 1] == "the"
        if words[first - 1] != "of" or words[first - 2] not in _POSTS:
            return False
        first -= 2
    return not _TAKES.isdisjoint(words[max(0, first - _TO_POST) : first])


def only_heard(groups: Iterable[str], phrases: Sequence[Phrase], read: Tokens) -> set[str]:
    """Return the groups that only speak in a text of several: "the main resistance groups".

    "The guerrillas" of which it tells elsewhere may be of any of them. Nor are those "the rebels"
    who fight another state than the rebels of a land that a text tells of: "Xan rebels".
    """
    called = [p for p in phrases if p.kind == "rebel"]
    abroad = {side for side in groups if any(fights_elsewhere(p, side) for p in called)}
    if not _OF_SEVERAL.search(read.text.lower()):
        return abroad
    told = {side for side in groups if all(speaks_for(read, p) for p in phrases if p.side == side)}
    return told | abroad


def that_fight(groups: Sequence[str], phrases: Sequence[Phrase], read: Tokens) -> list[str]:
    """Return the groups without those that only have another's oath: "pledged allegiance to X"."""

    def is_sworn_to(phrase: Phrase) -> bool:
        at = phrase.first - (read.lower[phrase.first - 1] == "the")
        return tuple(read.lower[max(0, at - 2) : at]) in _SWORN

    told = {p.side for p in phrases if not is_sworn_to(p)}
    return [group for group in groups if group in told]
