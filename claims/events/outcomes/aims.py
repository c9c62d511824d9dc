"""Aims: whether a verb behind "to" is told of as done, or only meant: "moved in to retake X"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.claim import Action
from claims.events.outcomes.turns import is_one_that_was, is_their_turn
from claims.events.sentences.clause_words import BE, MODALS, NOT
from claims.events.sentences.it_took import it_took
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = [
    "PROMPTED",
    "came_to_nothing",
    "is_goal",
    "is_kept",
    "is_prompted",
    "is_told_of",
    "spur_of",
]

_MANAGED = frozenset(
    """
    managed manages manage managing hesitate quick swift able began begun begin begins
    start started starts
    continued continues continue continuing obliged led forced helped allowed compelled moved on
    proceeded resumed returned used only
    """.split()
)
# "Is said to have taken X", "claims to have": what is told of; "was meant to have" came to nothing.
_TOLD = frozenset(
    """
    claim claims claimed claiming alleged confirmed said reported believed thought known
    understood appear appears appeared seem seems seemed
    """.split()
)
_MANAGED_OR_TOLD = _MANAGED | _TOLD
# Who joined, or advanced, to take a place took it; who sent troops to take it has not yet.
_RESULTS = frozenset("joined combined united teamed swept poured crossed surged used using".split())
_RESULT_REACH = 9
_USED = frozenset((("took", "advantage"), ("taken", "advantage"), ("taking", "advantage")))
_CAME = (["came"], ["returned"], ["return"], ["returns"])  # aircraft that did so bombed it
_HELPED = frozenset("helped helping enabled allowed".split())
_TO_HELP = frozenset((("to", "help"), ("to", "let")))
_IS = frozenset("is are was were".split())
_OUGHT = frozenset("ought need needs needed hope hopes hoped want wants wanted".split())
_TOLD_REACH = 26  # words from "said to be near X, where Y was told of," to "and to have cut Z"
_HELP_REACH = 6
_CARRIED = 5  # words from "launch" to the attack
_WAGED = frozenset(
    """
    launch mount carry conduct stage start wage begin open press execute undertake make perform
    prosecute lead unleash direct deliver
    """.split()
)
_SPANS = frozenset("minutes hours days weeks months years day week month year hour".split())
_SPENT = frozenset("took taken needed".split())
_SEIZED = frozenset("took taking seized".split())
_LEFT = frozenset(("had", "left"))
_FORCED = 7  # words of "had no other choice but to"
# "Took X, prompting the army to shell the town": it did, unless it is calls that were prompted.
PROMPTED = frozenset(
    """
    prompted prompting prompts provoked provoking caused causing led leading compelled compelling
    obliged obliging forced forcing lead prompt compel oblige force cause
    """.split()
)
_NOT_SO = NOT.union("nearly almost rarely hardly".split())
_NOUN_ENDS = frozenset("for from by on , ; that".split())  # "prompted calls for the army to"
_SENT = frozenset("sent dispatched scrambled sending".split())
_CHOICE = frozenset("choice option alternative".split())
# "Carried out its threat to", "made good on a vow to": done.
_KEPT = re.compile(
    r"(?<!not )(?<!n't )(?<!never )\b(?:carried out|made good(?: on)?|kept|fulfilled|honou?red"
    r"|followed through (?:on|with)|acted on)\s+(?:\w+\s+){0,3}"
    r"(?:threats?|vow|promise|pledge|word|orders?)\b"
)


def is_goal(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is only an aim: "launched an offensive to retake the city".

    Also where a verb of its own brings it about: "to launch an attack", "is to be attacked".
    """
    first = _verb_of(parsed, trigger)
    if first is None or _is_to_be_helped(parsed, trigger):
        return first is not None
    before = parsed.lower[max(0, first - 3) : first]
    if before[-2:] == ["to", "have"]:
        return not is_told_of(parsed, first - 2)
    done = it_took(parsed, first) is not None  # "it took the army until Friday to retake X"
    # "Claims to be besieging X"
    done = done or (trigger.form.endswith("ing") and is_told_of(parsed, first - 1))
    if "to" not in before[-2:] or _is_named(parsed, first - 1) or done:
        return False
    lead = before[: len(before) - 1 - before[::-1].index("to")]
    ends = (parsed.word_at(s.mention.end - 1) for s in parsed.spots)
    helped = _has_helped(parsed.lower[max(0, first - _HELP_REACH) : first])
    came = trigger.pattern.action is Action.STRIKE and lead[-1:] in _CAME  # "jets came to bomb X"
    came = came and lead[0] in scene().weapons and "but" not in parsed.lower[trigger.last :]
    named = helped or came or first - 1 in ends  # "the road to X cut by rebels"
    # "Had to fall back", unless it is what somebody asks for; who "had to retake X" has yet to
    left = trigger.pattern.action is Action.RETREAT and lead[-1:] == ["had"]
    named = named or (left and not _is_spoken_before(parsed, trigger))
    named = named or (lead and lead[-1] in _MANAGED_OR_TOLD) or is_their_turn(parsed, first, lead)
    if named or is_one_that_was(parsed, trigger, first):
        return False
    low = max(parsed.clause(first)[0], first - _RESULT_REACH)
    if any(low <= t.first < first and _are_sent(t, trigger) for t in parsed.triggers):
        return False
    words = parsed.lower[low:first]
    used = any(pair in _USED for pair in pairwise(words))
    near = parsed.lower[max(0, first - _FORCED) : first]
    came_about = _came_about(words, lead) or _is_forced(near, lead) or is_prompted(parsed, first)
    flew = trigger.pattern.action is Action.STRIKE and _were_sent(words)
    flew = flew and "but" not in parsed.lower[trigger.last :]
    return not (used or came_about or flew) and _RESULTS.isdisjoint(words)


def is_kept(lead: list[str]) -> bool:
    """Tell whether words lead up to a promise or threat that was kept: "carried out its threat"."""
    return _KEPT.search(" ".join(lead)) is not None


def _were_sent(words: list[str]) -> bool:
    """Tell whether aircraft were sent to do it: "sent jets to bomb X", "of sending jets to"."""
    to = len(words) - 1 - words[::-1].index("to")
    sent = next((n for n in range(to - 1, -1, -1) if words[n] in _SENT), None)
    if sent is None:
        return False
    flown = words[sent + 1 : to] or words[:sent]  # "sent jets to bomb X", "jets were sent to"
    of = words[max(0, sent - 1) : sent] == ["of"]  # accused of it
    meant = words[sent] == "sending" and not of
    return not meant and MODALS.isdisjoint(words[:sent]) and not scene().weapons.isdisjoint(flown)


def _came_about(words: list[str], lead: list[str]) -> bool:
    """Tell whether it was done after all: "took three days to", no "would have taken"."""
    spent = lead[-1:] and lead[-1] in _SPANS and not _SPENT.isdisjoint(words)
    spent = spent and MODALS.isdisjoint(words)
    seized = lead[-1:] in (["chance"], ["opportunity"]) and not _SEIZED.isdisjoint(words)
    return bool(spent or seized) or is_kept(words)


def _is_forced(near: list[str], lead: list[str]) -> bool:
    """Tell whether they "had no choice but to"; who has none has yet to."""
    forced = lead[-1:] == ["but"] and not _CHOICE.isdisjoint(lead)
    return forced and not _LEFT.isdisjoint(near) and MODALS.isdisjoint(near)


def is_prompted(parsed: Parsed, first: int) -> bool:
    """Tell whether fighters were prompted to do it; what "could prompt" them is to come."""
    spur = spur_of(parsed, first)
    if spur is None:
        return False
    return (MODALS | _NOT_SO | {"to"}).isdisjoint(parsed.lower[max(0, spur - 3) : spur])


def came_to_nothing(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether fighters were not prompted to do it: "has not led the army to leave X"."""
    spur = spur_of(parsed, trigger.first)
    return spur is not None and not _NOT_SO.isdisjoint(parsed.lower[max(0, spur - 3) : spur])


def spur_of(parsed: Parsed, first: int) -> int | None:
    """Return the verb that tells what made fighters act: "prompting the army to leave X"."""
    words, to = parsed.lower, first - 1
    spurs = range(to - 2, max(0, to - _FORCED), -1)
    spur = next((n for n in spurs if words[n] in PROMPTED), None)
    if spur is None or words[to] != "to" or not _NOUN_ENDS.isdisjoint(words[spur + 1 : to]):
        return None
    acts = to - 1 in parsed.armed or words[to - 1] in scene().weapons
    acts = acts or parsed.words[to - 1].text[:1].isupper()  # "led Oslo to pull back"
    return spur if acts else None


def _verb_of(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return where the verb stands that may be an aim: its own, or "launch" of "launch an attack".

    None for a verb that tells of what is or was.
    """
    first, form = trigger.first, trigger.form
    if trigger.pattern.kind == "noun":
        lead = range(first - 1, max(0, first - _CARRIED), -1)
        return next((n for n in lead if parsed.lower[n] in _WAGED), None)
    if parsed.lower[max(0, first - 2) : first] == ["to", "be"]:
        return first - 1
    had = "having" in parsed.lower[max(0, first - 2) : first]  # "admitted to having left X"
    return None if had or form.endswith(("ing", "ed")) else first


def _is_spoken_before(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody says it: "the president said that the rebels had to leave X"."""
    at = parsed.words[trigger.first].start
    return any(parsed.words[0].start < cue.start <= at < cue.end for cue in parsed.cues)


def _are_sent(event: Trigger, aim: Trigger) -> bool:
    """Tell whether troops that were sent are those who reinforce a place: one arrival.

    So are those who set out: "a column left X on Wednesday to reinforce Y".
    """
    set_out = event.pattern.kind == "verb" and event.pattern.action is Action.RETREAT
    return aim.pattern.action is Action.DEPLOY and (
        set_out or event.pattern.action is Action.DEPLOY
    )


def is_told_of(parsed: Parsed, to: int) -> bool:
    """Tell whether a deed is told of: "were said by X to have cut the road", not "were meant"."""
    for number in range(to - 1, max(0, to - _TOLD_REACH), -1):
        word, before = parsed.lower[number], parsed.lower[number - 1]
        if word in _TOLD:
            return True
        as_well = before == "be" and parsed.lower[number - 2] == "to"  # "said to be near X and to"
        if (before in BE and not as_well) or word in _OUGHT:
            return False
    return False


def _has_helped(words: list[str]) -> bool:
    """Tell whether somebody helped in a deed; who "is helping to take X" has not taken it."""
    return any(
        word in _HELPED and not (word == "helping" and {*words[max(0, n - 2) : n]} & _IS)
        for n, word in enumerate(words)
    )


def _is_to_be_helped(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether others are to be helped in it: "sent guns to help the army retake X"."""
    form, forms = trigger.form, trigger.pattern.words[0]
    plain = {f"{form}ing", f"{form.removesuffix('e')}ing", f"{form}{form[-1:]}ing"}
    if trigger.pattern.kind != "verb" or isinstance(forms, int) or plain.isdisjoint(forms):
        return False
    lead = parsed.lower[max(0, trigger.first - _HELP_REACH) : trigger.first]
    at = next((n for n, pair in enumerate(pairwise(lead)) if pair in _TO_HELP), None)
    if at is None or not _MANAGED.isdisjoint(lead[max(0, at - 1) : at]):
        return False  # "managed to help the army retake X"
    return all(word[:1].isalnum() for word in lead[at:])


def _is_named(parsed: Parsed, number: int) -> bool:
    """Tell whether "to" leads to a name: "on its way to X came under fire", "loyal to Y took X"."""
    word = parsed.words[number]
    # A bulletin in capitals has its verbs so: "TO HELP DEFEND X"
    name = word.text[:1].isupper() and not word.text.isupper()
    placed = any(m.start <= word.start < m.end for m in parsed.places)
    return name or placed or number in parsed.armed
