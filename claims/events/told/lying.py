"""Words that only say how ground lies or is left, or what a post is: "a hill controlling X"."""

from __future__ import annotations

import re

from claims.events.sentences.clause_words import BE, BEHIND_NOUN, LENGTHS
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.number_words import TWO_TO_TEN
from claims.scene import scene

__all__ = [
    "ROUND",
    "are_captives",
    "does_it_to_a_place",
    "leaves_in_a_state",
    "lies_about",
    "only_dates",
    "only_lies",
]

ROUND = frozenset(("surrounding", "controlling", "defending"))
"""Participles that describe the ground behind them as often as they tell of it."""
_COUNTS = TWO_TO_TEN.union("several many dozens some".split())

_LYING = frozenset("controlling commanding dominating surrounding sits sitting".split())
_COMMANDS = frozenset("commands controls dominates".split())  # "X, which commands the road to Y"
_POSTS = frozenset("headquarters post posts centre center structure bunker".split())
_LEFT_SO = re.compile(
    r"\b(?:under|in)\s+(?:\S+\s+){0,2}(?:control|rule|hands|ruins|flames|rubble)\b"
    r"|\b(?:littered|strewn|scattered|dotted|pocked|smouldering|smoldering|blackened|flattened|devastated|exposed|"
    r"vulnerable|undefended|unguarded|unprotected|stranded|reeling|shaken|paralysed|paralyzed)\b"
    r"|\bwithin\s+(?:\S+\s+){0,2}(?:range|reach)\b|\b(?:cut\s+off|isolated|surrounded|encircled)\b"
    r"|\bwithout\s+(?:power|water|electricity|food|cover|protection)\b",
    re.IGNORECASE,
)
# And what only "leaving" leads to: men leave a town in the dark, too.
_LEAVING_SO = re.compile(
    r"\b(?:in\s+(?:the\s+)?(?:dark|darkness|chaos|disarray|turmoil|limbo|a\s+state\s+of)|at\s+a\s+standstill|on\s+(?:edge|fire)"
    r"|under\s+(?:\S+\s+){0,2}(?:siege|curfew|blockade|fire|attack)|short\s+of|with\s+(?:no|little|few|only))\b"
    r"|\b(?:ablaze|burning|damaged|deserted|destroyed|empty|flooded|inaccessible)(?=\s*[.,;])",
    re.IGNORECASE,
)
_ONE = frozenset(("a", "an"))
_HOUSE = 3  # words of "a burnt-out concrete"
_DESERTED = ("deserted", "abandoned")
_STATES = ("secure", "clear", *_DESERTED)
_FOUND = frozenset("found find finds finding".split())
_FOUND_REACH = 4  # words from "found" to "deserted": "found the two villages"
_KEEPS = frozenset("keep keeps kept keeping".split())
# What is done to who was there, and how who is there may be.
_DONE_TO = frozenset("shot found seen hit struck driven taken held heard caught thrown".split())
_STAY = frozenset(
    """
    positioned stationed located situated deployed based dug encamped camped massed gathered
    concentrated reported halted stopped remaining standing waiting massing camping advancing moving
    """.split()
)
# Whoever comes by after a fight sees what it has left.
_SEEING = frozenset(
    "saw seen sees see passed passing past showed shows show showing patrolled patrolling toured"
    " roamed searched searching combed crossed entered".split()
)
_OBJECTS = frozenset("the a an this that these those his her its their our".split())
_RUNWAYS = frozenset(("runway", "tarmac"))
_STATE_REACH = 80  # characters behind "leaving" in which "under army control" stands


def leaves_in_a_state(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "leaving" says how things stand then: "leaving only X in rebel hands".

    So does what is secure or clear, and who keeps doing a thing.
    """
    if trigger.form in _STATES:
        return _is_state(parsed, trigger)
    if trigger.form in _KEEPS:
        return _keeps_doing(parsed, trigger)
    if trigger.form not in ("leave", "leaves", "left", "leaving"):
        return False
    behind = parsed.lower[trigger.last + 1 : trigger.last + 3]
    if behind[:1] == ["of"] or not _RUNWAYS.isdisjoint(behind) or _is_left_there(parsed, trigger):
        return True  # "retook what was left of X", "a plane left the runway"
    text, end = parsed.sentence.text, parsed.words[trigger.last].end - parsed.sentence.start
    if trigger.form == "leaving" and _LEAVING_SO.search(text, end, end + _STATE_REACH):
        return True
    return bool(_LEFT_SO.search(text, end, end + _STATE_REACH))


def lies_about(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle says what was made of things that lie about.

    "There were burned trucks", "patrolled deserted streets"; but "was seen captured by rebels".
    """
    at = trigger.first - 1
    if at < 0:
        return False
    before, after = parsed.lower[at], parsed.lower[at + 2 : at + 3]
    there = before in BE and at > 0 and parsed.lower[at - 1] == "there"
    described = parsed.lower[at + 1].endswith(("ed", "rnt")) and after and after[0][:1].isalpha()
    if not described or not (there or before in _SEEING):
        return False
    if parsed.words[at + 2].text[:1].isupper():
        return False  # "passed besieged X"
    return after[0] not in BEHIND_NOUN and after[0] not in _OBJECTS


def _is_left_there(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether some are only there still: "the last troops left in X"; not "left in trucks"."""
    at = trigger.last + 1
    if trigger.form != "left" or parsed.lower[at : at + 1] != ["in"]:
        return False
    return any(spot.first == at + 1 for spot in parsed.spots)


def _is_found_so(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether who came only found ground left by others: "entered X and found it deserted"."""
    lead = parsed.lower[max(0, trigger.first - _FOUND_REACH) : trigger.first]
    by = parsed.lower[trigger.last + 1 : trigger.last + 2] == ["by"]
    return not by and not _FOUND.isdisjoint(lead) and "that" not in lead


def _is_state(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a word is no verb: "the base was secure", "the aim is clear"."""
    if trigger.form in _DESERTED:
        return _is_found_so(parsed, trigger)
    after = parsed.lower[trigger.last + 1 : trigger.last + 2]
    if after and after[0][:1].isalnum():
        return False
    return trigger.form == "secure" or parsed.lower[trigger.first - 1] in BE


def _keeps_doing(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb only says that another goes on: "kept shelling X", "kept on shelling"."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 3]
    return any(word.endswith("ing") for word in behind[: 1 + (behind[:1] in (["on"], ["up"]))])


def are_captives(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether men are spoken of who were captured: "to kill 30 captured soldiers".

    Or people who cannot get out, of whom nobody fights: "tried to reach civilians trapped in X".
    """
    if trigger.form == "trapped":
        return parsed.lower[trigger.first - 1] in scene().civilians
    if trigger.form != "captured" or trigger.first == 0:
        return False
    before, at = parsed.lower[trigger.first - 1], parsed.words[trigger.first - 1].start
    counted = before.isdigit() or before in _COUNTS
    dated = any(t.start <= at < t.end for t in parsed.times)
    behind = parsed.lower[trigger.last + 1 : trigger.last + 3]
    return counted and not dated and not scene().fighters.isdisjoint(behind)


def only_lies(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether nobody does it: "hills surrounding X", "X, which sits on", "command post".

    What stands right before is ground then, and no force: so it is in "X is about 5 km from Y".
    """
    if trigger.form in BE and not LENGTHS.isdisjoint(
        parsed.lower[trigger.last - 1 : trigger.last + 1]
    ):
        before, words = trigger.first - 1, parsed.lower
        before -= words[before] in ("which", "that") and words[before - 1] in scene().ground
        ends = (parsed.word_at(s.mention.end - 1) for s in parsed.spots if not s.lead)
        return before < trigger.first - 1 or before in ends
    if trigger.form == "shell":  # "the tower, a 40-storey shell near X"
        return not _ONE.isdisjoint(parsed.lower[max(0, trigger.first - _HOUSE) : trigger.first])
    if trigger.form == "command":
        return not _POSTS.isdisjoint(parsed.lower[trigger.last + 1 : trigger.last + 2])
    before = trigger.first - 1
    relative = parsed.lower[before] in ("which", "that")
    within = trigger.form in BE and parsed.lower[trigger.last] in ("in", "on")  # "which are in Xan"
    lies = trigger.form in _LYING or (relative and (within or trigger.form in _COMMANDS))
    if not lies or not trigger.first:
        return False
    before -= relative
    before -= parsed.lower[before] == ","
    town = any(parsed.word_at(s.mention.end - 1) == before for s in parsed.spots)
    return town or parsed.lower[before] in scene().ground


def only_dates(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a distance is no news: "when it was 5 km from X", "is within 5 km of it".

    Nor is it that of who was hit there: "two were killed 5 km from X".
    """
    measure = parsed.lower[max(trigger.first, trigger.last - 1) : trigger.last + 1]
    if trigger.form not in BE or LENGTHS.isdisjoint(measure):
        return False
    words = parsed.lower[trigger.first + 1 : trigger.last]
    if any(word.endswith(("ed", "ing")) or word in _DONE_TO for word in words if word not in _STAY):
        return True
    far = parsed.lower[trigger.last] in LENGTHS
    within = "within" in parsed.lower[trigger.first + 1 : trigger.last]
    when = parsed.lower[max(0, trigger.first - 2) : trigger.first - 1] == ["when"]
    return far and (within or when)


def does_it_to_a_place(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle behind a comma does something to a place: ", surrounding X"."""
    before = parsed.lower[max(0, trigger.first - 2) : trigger.first]
    if trigger.form not in ROUND or before[-1:] not in ([","], ["and"]) or before == [",", "and"]:
        return False
    return parsed.words[trigger.last + 1].text[:1].isupper()
