"""Attacks that come to nothing: who beat them off, and so did not wage them."""

from __future__ import annotations

from itertools import pairwise

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party, Roles
from claims.gaps import behind_time
from claims.lexicon import Trigger
from claims.number_words import TWO_TO_TEN
from claims.scene import scene
from claims.word_lists import word_list

__all__ = ["beaten_by", "beaten_off", "beats_no_attack", "is_object", "is_target"]

_BEAT = (Action.HOLD, Action.PUSH_BACK)
# What is done to an attack: "smashed the offensive", "threw back the assault".
_BREAKS = ("frustrat", "crush", "smash", "shatter", "quash", "defeat", "reject")
_SENDS_BACK = ("threw", "throw", "turn", "drove", "driv", "broke", "break")
_ATTACKS = word_list("attacks")
_ARTICLES = frozenset(("a", "an", "the", '"', "“"))
_TRIED = frozenset(("attempt", "attempts"))
# "Rejected with heavy losses an attempt by X to infiltrate": what only fighters try.
_MOVES = frozenset(
    "infiltrate penetrate enter cross land advance break storm seize capture retake".split()
)
_TRIED_BY = 8  # further words to what was tried
_JOINING = frozenset(("and", "but", "while"))
# What is done to those who come: "halted the rebels at X".
_STOPS = ("halt", "stop", "check", "contain", "resist")
_OF_MEN = 3  # words before "rebels" in "the advancing rebels"
_POSTS = frozenset("checkpoint checkpoints roadblock roadblocks border".split())
# Behind those who are stopped: where, when, or nothing more.
_THERE = frozenset(
    ". , ; and but after when while as before at in near outside on along around short dead cold"
    " north south east west northeast northwest southeast southwest some about just only inside"
    " yesterday today earlier early late monday tuesday wednesday thursday friday saturday sunday"
    " there".split()
)
_OBJECT = 5  # words from "repelled" to "a third heavy attack"
_LONG_OBJECT = 11  # to "a month-long French and Chadian army offensive", and nothing in between
_COUNTS = TWO_TO_TEN.union("a an the another its their this several many".split())
_COUNTED = TWO_TO_TEN.union("a an several some many".split())
_MORE = _COUNTS.union("other more further additional one enemy".split())
_LINKS = frozenset(
    ", . ; : of to for into near around over under between but while that which who where when"
    " then is are was were has have had".split()
)
_ON = frozenset(("on", "against", "upon"))
_AIMS = frozenset("against in on at from during after with by as".split())


def beaten_by(parsed: Parsed, trigger: Trigger) -> Trigger | None:
    """Return the verb whose object an attack is that comes to nothing: "fought off an attack"."""
    for verb in reversed(parsed.triggers):
        near = is_object(parsed, verb, trigger)
        if near and verb.pattern.kind == "verb" and verb.pattern.action in _BEAT:
            between = parsed.lower[verb.last + 1 : trigger.first]
            clash = trigger.pattern.action is Action.CLASH
            if clash and not _JOINING.isdisjoint(between):
                return None  # "drove rebels out of X and that fighting goes on near Y"
            aims = not (_AIMS.isdisjoint(between) or _is_further(parsed, verb, trigger))
            return None if verb.pattern.armed or aims else verb
    return None


def is_object(parsed: Parsed, verb: Trigger, noun: Trigger) -> bool:
    """Tell whether a noun stands where a verb's object does: near, or at the end of one phrase.

    When it was may stand between them: "repelled late on Tuesday an attack"; and so may others that
    were met: "repelled two attacks at X and another six at Y".
    """
    if _is_further(parsed, verb, noun):
        return True
    start = behind_time(parsed.lower, verb.last + 1)
    if _is_ground(parsed, start, noun.first):
        return False
    distance = noun.first - start + 1
    if distance <= _OBJECT:
        return distance > 0
    between = parsed.lower[start : noun.first]
    phrase = distance <= _LONG_OBJECT and between[0] in _COUNTS
    phrase = phrase and (_LINKS | _AIMS).isdisjoint(between)
    return phrase and not any(
        t.pattern.kind == "verb" and verb.last < t.first < noun.first for t in parsed.triggers
    )


def _is_further(parsed: Parsed, verb: Trigger, noun: Trigger) -> bool:
    """Tell whether a noun counts more attacks that a verb meets: "two at X and six more at Y"."""
    joint = noun.first - 1
    while joint > verb.last and (parsed.lower[joint] in _MORE or parsed.lower[joint].isdigit()):
        joint -= 1
    if joint == noun.first - 1 or parsed.lower[joint] not in ("and", ","):
        return False
    between = [t for t in parsed.triggers if verb.last < t.first < noun.first]
    _, high = parsed.clause(noun.last)
    tells = any(t.pattern.kind == "verb" and t.first <= high for t in parsed.following(noun))
    alike = all(
        t.pattern.kind == "noun" and t.pattern.action is noun.pattern.action for t in between
    )
    return bool(between) and alike and not tells and is_object(parsed, verb, between[0])


def _is_ground(parsed: Parsed, start: int, noun: int) -> bool:
    """Tell whether ground, and no attack, is the object: "Rebels hold X, army attacks"."""
    between = parsed.lower[start:noun]
    comma = between.index(",") if "," in between else 0
    if not comma or not (_LINKS | _AIMS).isdisjoint(between[:comma]):
        return False
    last = parsed.words[start + comma - 1]
    return last.lower in scene().ground or any(m.end == last.end for m in parsed.places)


def beaten_off(defender: Party | None, actor: Party | None, other: Party | None) -> Roles:
    """Return the roles of an attack that a defender beat off, and whom he "killed" in doing so."""
    if actor is None and other and not (defender and other.side == defender.side):
        actor = other
    return Roles(actor=actor, opponent=defender or (other if other is not actor else None))


def is_target(parsed: Parsed, noun: Trigger, place: int) -> bool:
    """Tell whether who stands at a place is attacked: "beat off an attack on a rebel base"."""
    lead = parsed.lower[noun.last + 1 : parsed.word_at(place)]
    attack = noun.pattern.kind == "noun" or parsed.lower[noun.last] in _ATTACKS
    if not attack or not lead or lead[0] not in _ON:
        return False
    return _LINKS.isdisjoint(lead[1:])


def beats_no_attack(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb that holds ground only over an attack has none as its object.

    "Crushed the offensive" tells of a defence, "crushed the rebels" and "drove back" of none.
    """
    if trigger.first == trigger.last and trigger.form.startswith(_STOPS):
        return not _stops_men(parsed, trigger)
    back = parsed.lower[trigger.last] in ("back", "up") and trigger.last == trigger.first + 1
    if trigger.pattern.action is not Action.HOLD or not trigger.form.startswith(
        _SENDS_BACK if back else _BREAKS
    ):
        return False
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _OBJECT]
    if trigger.form.endswith("ing") and parsed.lower[trigger.first - 1] in _ARTICLES:
        return True  # "announced a crushing offensive"
    if trigger.form.startswith("reject"):
        return _rejects_no_attack(parsed, trigger, behind)
    return _ATTACKS.isdisjoint(behind)


def _stops_men(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who come are a verb's object: "halted the advancing rebels at X".

    Two of them are "stopped at a checkpoint", and who would stop them may not.
    """
    first = trigger.last + 1
    if parsed.lower[first : first + 2] == ["them", "there"]:
        return True
    end = first + _OF_MEN
    met = next((m for m in parsed.actors if first <= parsed.word_at(m.start) < end), None)
    aim = parsed.lower[max(0, trigger.first - 2) : trigger.first]
    aimed = aim[-1:] == ["to"] and not aim[0].startswith("manag")
    if met is None or not met.armed or aimed:
        return False
    last = parsed.word_at(met.end - 1)
    lead, behind = parsed.lower[first : last + 1], parsed.lower[last + 1 :]
    counted = not _COUNTED.isdisjoint(lead) or any(word[0].isdigit() for word in lead)
    posted = not _POSTS.isdisjoint(behind[: _OF_MEN + 1])  # "stopped them at a roadblock"
    there = behind[:1] == [] or behind[0] in _THERE or behind[0][0].isdigit()
    return there and not (counted or posted)


def _rejects_no_attack(parsed: Parsed, trigger: Trigger, behind: list[str]) -> bool:
    """Tell whether what is rejected is a plan: "rejected an attempt to end the war"."""
    if not _ATTACKS.isdisjoint(behind) and _TRIED.isdisjoint(behind):
        return "peace" in behind
    wide = parsed.lower[trigger.last + 1 : trigger.last + _OBJECT + _TRIED_BY]
    return _TRIED.isdisjoint(wide) or not any(a == "to" and b in _MOVES for a, b in pairwise(wide))
