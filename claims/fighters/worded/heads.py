"""What the head of a phrase is with the words before it: a state's, a rebel's, nobody's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.fighters.names import Unit
from claims.fighters.phrase import Ground, Phrase
from claims.fighters.worded.behind_land import SPLIT
from claims.number_words import ORDINAL
from claims.sides.groups import groups

__all__ = ["ALONE", "JOINT", "REVILED", "come_from", "numbered", "settle"]

# Heads that stand for someone without any word before them.
ALONE = {
    "troops": "troops", "soldiers": "troops", "servicemen": "troops", "paratroopers": "troops",
    "commandos": "troops", "reservists": "troops", "marines": "troops",
    "legionnaires": "troops", "paratroops": "troops",
    "infantry": "troops", "fighters": "fighters", "band": "fighters",
    "militiamen": "fighters", "militias": "fighters", "mercenaries": "fighters",
    "forces": "forces", "warplanes": "nobody", "planes": "nobody", "jets": "nobody",
    "aircraft": "nobody", "helicopters": "nobody", "gunmen": "nobody", "drones": "nobody",
    "warships": "nobody", "gunboats": "nobody", "frigates": "nobody",
    "army": "state", "military": "state", "police": "state", "junta": "state", "regime": "state",
    "government": "state", "loyalists": "state", "federals": "state", "navy": "state",
    "airforce": "state", "gendarmes": "state", "paramilitaries": "fighters", "attackers": "nobody",
    "assailants": "nobody", "invaders": "enemy", "occupiers": "enemy", "aggressors": "enemy",
    "aggressor": "enemy", "invader": "enemy", "occupier": "enemy",
    "enemy": "enemy", "adversary": "enemy", "foe": "enemy", "takfiris": "enemy",
    "zionists": "enemy", "crusaders": "enemy", "apostates": "enemy", "khawarij": "enemy",
    "kharijites": "enemy", "authorities": "state", "factions": "factions", "faction": "factions",
}  # fmt: skip
_DEFINITE = {
    "militia": "group", "garrison": "troops", "bomber": "fighters",
    "units": "forces", "fighter": "fighters", "tanks": "troops",
    "convoy": "forces", "column": "forces", "brigade": "forces", "allies": "nobody",
    "corps": "forces", "battalion": "forces", "regiment": "forces", "contingent": "forces",
    "command": "forces", "peacekeepers": "mission", "defenders": "nobody",
}  # fmt: skip
_OF_A_TOWN = (("garrison", "town"), ("garrison", "towns"), ("garrison", "city"))
_LOYAL = re.compile(r"pro-|\w+-(?:backed|allied|aligned|armed)$").match
_COUNTED = frozenset("brigade battalion division regiment corps".split())
# "The terrorist army" is what a state's foes call its own.
REVILED = frozenset(("terrorist", "bandit"))
_DEFENCE = frozenset(("defence", "defense"))
_OF_STATE = frozenset("army military police junta regime government gendarmerie".split())
# Without "the" they are others than those spoken of before: "militias seized the town".
_OTHERS = frozenset(("mercenaries", "militias", "militiamen", "paramilitaries"))
_NO_ARMY = frozenset("gunmen faction factions clans warlords".split())
_ON_GROUND = frozenset("from on into onto across to".split())
_AIRCRAFT = (["jet", "fighters"], ["jet", "fighter"])
_LINE_ENDS = frozenset((".", ":", ";", "!", "?"))
_DOES = frozenset(
    """
    captures retakes recaptures seizes takes gains repels bombs shells attacks advances enters
    loses holds kills strikes pounds clears secures
    """.split()
)
_ANY = frozenset(("any", "no", "single"))
# Ships carry oil and refugees as well: "a Greek ship was hit".
_AFLOAT = frozenset("ship ships boat boats".split())
# "Former soldiers" are no army's.
_ONCE = frozenset("former ex-soldiers demobilised demobilized disbanded retired".split())
_LEAGUES = frozenset("coalition alliance coup mutineers plotters putschists".split())
_KIN = frozenset("clan tribe tribal".split())
_ELDERS = frozenset("elders elder leaders leader chiefs chief members member".split())
_FIRING = tuple("shell bombard fire firing attack pound blockad launch land open".split())
_FIRED_ON = frozenset("been were are".split())  # but for "were shelling"
_SINCE = _FIRED_ON | frozenset("have has had then also later again since still now".split())
_PLURAL_REBELS = re.compile(r"s$|^(?:opposition|resistance|insurgency|m[uo]jah[ie]dd?[ie]e?n)$")


def settle(ground: Ground, phrase: Phrase, number: int) -> bool:
    """Decide what a head with its modifiers is; False where it is nobody that fights."""
    lower, words = ground.tokens.lower, ground.words
    span = lower[number : phrase.last + 1]
    last = span[-1]
    if _by_creed_or_scorn(ground, phrase, number):
        return True
    if any(w in words.rebel for w in span):
        return _settle_rebel(ground, phrase, number, last)
    staff = phrase.kind == "unit" and phrase.name and not phrase.side
    if staff or phrase.kind in ("state", "rebel", "enemy", "both", "nobody"):
        # "The Chadian federal government"
        rules = phrase.kind == "state" and last in words.state
        rules = rules and (bool(phrase.side) or lower[phrase.first] == "federal")
        rules = rules and not ground.describes(phrase.last + 1)
        return last in words.heads or phrase.last > number or rules
    if phrase.side or phrase.bound or phrase.kind in ("people", "person"):
        return _settle_sided(ground, phrase, last)
    if phrase.kind in ("own", "our", "group", "whose"):  # "the alliance's troops"
        behind = set(lower[phrase.last + 1 : phrase.last + 2])
        adjective = last in words.state and words.civil & behind  # "its military wing"
        return last in words.heads - words.assets and not adjective
    return _settle_alone(ground, phrase, span)


def _by_creed_or_scorn(ground: Ground, phrase: Phrase, number: int) -> bool:
    """Settle "Islamic fighters", who are Islamist ones, and "the terrorist army", a state's."""
    span = ground.tokens.lower[number : phrase.last + 1]
    if span[0] in REVILED and span[-1] in _OF_STATE:
        phrase.kind = "state"
        return True
    if phrase.kind != "country" and (phrase.kind or phrase.side or phrase.bound):
        return False
    men = ALONE.get(span[-1]) == "fighters" or span[-1] in ground.words.rebel | _NO_ARMY
    creed = ground.tokens.lower[number - 1 : number] == ["islamic"]
    if men and creed and not any(map(_is_islamic, ground.units)):
        phrase.first = min(phrase.first, number - 1)
        phrase.kind, phrase.side, phrase.rebel = "rebel", None, True
        return True
    return False


def _is_islamic(unit: Unit) -> bool:
    """Tell whether a state calls its own men so: one whose guards are the "Islamic ..."."""
    names = groups().get(unit.side or "", ()) if unit.kind == "country" else ()
    return any(name.startswith("Islamic ") for name in names)


def _settle_rebel(ground: Ground, phrase: Phrase, number: int, last: str) -> bool:
    """Settle "rebels", "Chadian insurgents", "rebel positions"."""
    lower = ground.tokens.lower
    if phrase.kind == "state" and any(map(_LOYAL, lower[phrase.first : number])):
        return True  # "pro-government militants"
    phrase.rebel = True
    if phrase.kind in ("country", "", "own", "state"):
        phrase.kind, phrase.side = "rebel", None
    if phrase.kind in ("enemy", "both", "nobody"):
        return True
    plural = bool(_PLURAL_REBELS.search(last))
    if plural and last not in ("opposition", "resistance"):
        return True
    if phrase.last > number or phrase.first < number:
        return last in ground.words.heads or plural or last in ground.words.rebel
    article = number > 0 and lower[number - 1] in ("the", "armed")
    return (
        article and last in ("opposition", "resistance") and not ground.describes(phrase.last + 1)
    )


def _settle_sided(ground: Ground, phrase: Phrase, last: str) -> bool:
    words = ground.words
    if _is_no_force(ground, phrase, last):
        return False
    creed = phrase.kind == "people" and ground.tokens.lower[phrase.first] in words.creeds
    if creed and phrase.definite and last in words.group:
        phrase.kind, phrase.side = "group", None  # "the Shi'ite group": one told of before
        return True
    if last in _NO_ARMY and phrase.kind == "country":
        phrase.kind, phrase.side = "nobody", None  # of no army
        return True
    led = phrase.bound and not phrase.side and not phrase.kind
    if led and words.state & set(ground.tokens.lower[phrase.first : phrase.last]):
        phrase.kind = "state"  # "the Muslim-led government troops" are no Muslims of their own
    if last in words.state:
        following = set(ground.tokens.lower[phrase.last + 1 : phrase.last + 2])
        civil = last in words.heads
        if following & words.civil if civil else ground.describes(phrase.last + 1):
            return False
        phrase.kind = "state" if phrase.kind in ("country", "") else phrase.kind
    if phrase.kind == "people" and "government" in ground.tokens.lower[phrase.first : phrase.last]:
        phrase.kind, phrase.side = "state", None  # "the mainly Muslim government army"
    return True


def _is_no_force(ground: Ground, phrase: Phrase, last: str) -> bool:
    """Tell whether a land's head is none of its forces: "a South African company" trades.

    A camp is of refugees as often as not; "the Chadian side of the border" is a place.
    """
    if last == "side":
        return _is_ground(ground, phrase)
    behind = ground.tokens.lower[phrase.last + 1 : phrase.last + 2]
    if last in _KIN and not _ELDERS.isdisjoint(behind):
        return True  # "Kasari clan elders"
    if last == "camp":
        return phrase.kind in ("people", "country")
    idle = last in _AFLOAT and not _fire(ground, phrase.last + 1)
    idle = idle and phrase.kind in ("people", "country")  # "a Greek ship", "a Greek-flagged ship"
    return idle or (phrase.kind == "country" and last in ("company", "companies"))


def _fire(ground: Ground, number: int) -> bool:
    """Tell whether ships fire by the verb behind them: "have been shelling X", no "were hit"."""
    behind = ground.tokens.lower[number : number + 4]
    at = next((n for n, word in enumerate(behind) if word not in _SINCE), len(behind))
    passive = not _FIRED_ON.isdisjoint(behind[:at]) or behind[at + 1 : at + 2] == ["by"]
    ends = "ing" if passive else ""
    return at < len(behind) and behind[at].startswith(_FIRING) and behind[at].endswith(ends)


def _is_ground(ground: Ground, phrase: Phrase) -> bool:
    """Tell whether a side is one of a border: "the X side of", "shells from the X side".

    Not one that is accused: "accused the X side of shelling Y".
    """
    lower = ground.tokens.lower
    lead = lower[max(0, phrase.first - 2) : phrase.first]
    of, what = [*lower[phrase.last + 1 : phrase.last + 3], "", ""][:2]
    # "Advanced from Oru side"; but "shelling from Pakistani side"
    there = lead[-1:] in (["from"], ["on"]) and phrase.kind == "people"
    there = there or (lead[-1:] == ["the"] and lead[0] in _ON_GROUND)
    return there or (of == "of" and not what.endswith("ing"))


def _settle_alone(ground: Ground, phrase: Phrase, span: Sequence[str]) -> bool:
    """Settle a head without a side before it: "the army", "troops", "the convoy"."""
    lower, number = ground.tokens.lower, phrase.last - len(span) + 1
    kind = next((ALONE[w] for w in span if w in ALONE), "")
    kind = "nobody" if span[-2:] in _AIRCRAFT else kind
    if not kind and (phrase.definite or lower[phrase.first - 1] in _ANY):
        kind = _DEFINITE.get(span[-1], "")
    if kind == "forces" and ground.tokens.words[phrase.last - 1] in _DEFENCE:
        kind = "state"  # "the defence forces"
    following = lower[phrase.last + 1] if phrase.last + 1 < len(lower) else "."
    told_of = span[-1] in ground.words.attributive and len(span) == 1 and span[0] != "troops"
    told_of = told_of or (span[-1], following) in _OF_A_TOWN
    # "The command denied it"; nobody acts who has "the command of the front"
    told_of = told_of or (span == ["command"] and following not in ground.words.acting)
    if not kind or told_of:
        return False
    if span[-1] in _COUNTED and ORDINAL.match(lower[number - 1]):
        phrase.kind = "unit"  # "the 106th brigade"
        return True
    if kind == "state" and len(span) == 1:
        gains = following == "gains" and lower[phrase.last + 2 : phrase.last + 3] == ["ground"]
        attribute = ground.describes(phrase.last + 1) and not gains
        if attribute or ground.tokens.owns(phrase.last):
            return False
        civil = span[0] in ("government", "military", "authorities")
        if civil and not (phrase.definite or _heads_line(ground, phrase, following)):
            return False
    new = span[-1] in _OTHERS and not phrase.definite
    before = lower[max(0, phrase.first - 1) : number]
    new = new or not ground.words.creeds.isdisjoint(before)  # "Christian militiamen"
    if kind == "fighters" and (new or come_from(ground, phrase)):
        kind = "nobody"
    behind = lower[phrase.last + 2 : phrase.last + 5] if following in ("of", "loyal") else ()
    league = {*span[:-1], *behind}
    if kind == "troops" and not (_ONCE.isdisjoint(before) and _LEAGUES.isdisjoint(league)):
        # "Former soldiers"; "coalition troops", who may be any state's; "loyal to the coup leaders"
        kind = "nobody"
    _take_joint(phrase, kind, lower)
    phrase.kind = "nobody" if kind == "factions" and _is_some(ground, phrase) else kind
    return True


def _take_joint(phrase: Phrase, kind: str, lower: Sequence[str]) -> None:
    """Take "joint" into "the joint forces", who are of several."""
    if kind == "forces" and lower[phrase.first - 1] in JOINT:
        phrase.first -= 1


def _heads_line(ground: Ground, phrase: Phrase, following: str) -> bool:
    """Tell whether a headline leaves the article out: "Military retakes X"."""
    if phrase.first and ground.tokens.words[phrase.first - 1] not in _LINE_ENDS:
        return False
    return following in ground.words.acting or following in _DOES


JOINT = ("joint", "combined")
"""What the forces of several who act together are called."""


def _is_some(ground: Ground, phrase: Phrase) -> bool:
    """Tell whether an adjective says which faction of several: "the royalist faction"."""
    word = ground.tokens.lower[phrase.first - 1] if phrase.first else ""
    adjective = word.endswith(("ist", "al", "ic", "ive", "ing", "ish", "ary"))
    return word.isalpha() and (adjective or word in SPLIT)


def come_from(ground: Ground, phrase: Phrase) -> bool:
    """Tell whether a place or a leader says who fighters are: "militias from Oru", "under Roe"."""
    number, tokens = phrase.last + 2, ground.tokens
    if number >= len(tokens.lower) or tokens.lower[number - 1] not in ("from", "of", "under"):
        return False
    return tokens.capital(number) and number not in ground.by_first


_NUMBERED = frozenset(
    "battalion battalions division divisions brigade brigades regiment regiments".split()
)


def numbered(ground: Ground, last: int) -> int:
    """Return the last of the numbers behind a head: "battalions 744 and 745"."""
    words = ground.tokens.words
    if ground.tokens.lower[last] not in _NUMBERED:
        return last
    while "".join(words[last + 1 : last + 2]).isdigit():
        last += 1
        further = "".join(words[last + 2 : last + 3]).isdigit()
        last += further and words[last + 1] in ("and", ",")
    return last
