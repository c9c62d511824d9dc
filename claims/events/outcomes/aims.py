"""Aims: whether a verb behind "to" is told of as done, or only meant: "moved in to retake X"."""

from __future__ import annotations

from itertools import pairwise

from claims.claim import Action
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["is_goal"]

_MANAGED = frozenset(
    """
    managed manages able began begun begin begins started starts continued continues
    continue obliged led forced helped allowed able compelled moved on proceeded resumed
    returned used only
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
_CAME = (["came"], ["returned"])  # aircraft that did so bombed it
_TURN = frozenset("first second third fourth fifth last latest only".split())
_HELPED = frozenset("helped helping enabled allowed".split())
_IS = frozenset("is are was were".split())
_OUGHT = frozenset("ought need needs needed hope hopes hoped want wants wanted".split())
_TOLD_REACH = 12  # words from "said" to "and to have cut the road"
_HELP_REACH = 6


def is_goal(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb is only an aim: "launched an offensive to retake the city"."""
    if trigger.pattern.kind != "verb" or trigger.form.endswith(("ing", "ed")):
        return False
    before = parsed.lower[max(0, trigger.first - 3) : trigger.first]
    if before[-2:] == ["to", "have"]:
        return not _is_told_of(parsed, trigger.first - 2)
    if "to" not in before[-2:] or _is_bound(parsed, trigger.first - 1):
        return False
    lead = before[: len(before) - 1 - before[::-1].index("to")]
    ends = (parsed.word_at(s.mention.end - 1) for s in parsed.spots)
    helped = _has_helped(parsed.lower[max(0, trigger.first - _HELP_REACH) : trigger.first])
    came = trigger.pattern.action is Action.STRIKE and lead[-1:] in _CAME  # "jets came to bomb X"
    came = came and lead[0] in scene().weapons and "but" not in parsed.lower[trigger.last :]
    named = helped or came or trigger.first - 1 in ends  # "the road to X cut by rebels"
    # "Had to fall back", unless it is what somebody asks for; who "had to retake X" has yet to
    left = trigger.pattern.action is Action.RETREAT and lead[-1:] == ["had"]
    named = named or (left and not _is_spoken_before(parsed, trigger))
    if named or (lead and lead[-1] in _MANAGED_OR_TOLD) or not _TURN.isdisjoint(lead):
        return False
    low = max(parsed.clause(trigger.first)[0], trigger.first - _RESULT_REACH)
    if any(low <= t.first < trigger.first and _are_sent(t, trigger) for t in parsed.triggers):
        return False
    words = parsed.lower[low : trigger.first]
    used = any(pair in _USED for pair in pairwise(words))
    return not used and _RESULTS.isdisjoint(words)


def _is_spoken_before(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody says it: "the president said that the rebels had to leave X"."""
    at = parsed.words[trigger.first].start
    return any(parsed.words[0].start < cue.start <= at < cue.end for cue in parsed.cues)


def _are_sent(event: Trigger, aim: Trigger) -> bool:
    """Tell whether troops that were sent are those who reinforce a place: one arrival."""
    return event.pattern.action is aim.pattern.action is Action.DEPLOY


def _is_told_of(parsed: Parsed, to: int) -> bool:
    """Tell whether a deed is told of: "were said by X to have cut the road", not "were meant"."""
    for number in range(to - 1, max(0, to - _TOLD_REACH), -1):
        word, before = parsed.lower[number], parsed.lower[number - 1]
        if word in _TOLD:
            return True
        if before in BE or word in _OUGHT:
            return False
    return False


def _has_helped(words: list[str]) -> bool:
    """Tell whether somebody helped in a deed; who "is helping to take X" has not taken it."""
    return any(
        word in _HELPED and not (word == "helping" and {*words[max(0, n - 2) : n]} & _IS)
        for n, word in enumerate(words)
    )


def _is_bound(parsed: Parsed, number: int) -> bool:
    """Tell whether "to" leads to a place: "on its way to X came under fire"."""
    place = parsed.words[number].start
    return any(m.start <= place < m.end for m in parsed.places)
