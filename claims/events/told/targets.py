"""Words that only say to what something was done: "raids on rebel reinforcements at X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.events.spots.answered_for import is_answered_for
from claims.gaps import TIMES
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["fights_nobody", "is_fired_from", "is_target"]

_AIMED = frozenset(
    """
    on against at hit hits hitting struck strike striking targeted targeting destroyed destroying
    bombed bombing shelled shelling pounded pounding trapped trapping blocked blocking ambushed
    ambushing intercepted intercepting
    """.split()
)
_STOOD = frozenset(
    "moving operating gathered massed assembled stationed deployed positioned concentrated".split()
)
_BREAKS = frozenset(
    "break breaks broke broken breaking lift lifts lifted lifting end ends ended".split()
)
_LAID = frozenset(("imposed", "laid", "set"))
_FIRED = 6  # words of "fired from the hills of X"
_ARTICLES = (["the"], ["a"], ["an"])
_AGAINST = 5  # words of "against the remaining Xan rebels"
_FAR = 4  # words of "rebel troops and reinforcements"
_STOPS = frozenset((*",;:().", "that", "as", "after", "when", "while", "where"))


def is_target(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a noun names what somebody hits, or breaks: "broke the siege imposed by".

    So does a participle behind it: "fired at soldiers gathered in X". Nor are attacks told of by
    which somebody is described.
    """
    describes = trigger.pattern.kind == "verb" and _describes(parsed, trigger)
    if trigger.pattern.kind != "noun" and not describes:
        return False
    if trigger.pattern.action is Action.ENCIRCLE:
        laid = trigger.last + 1 < len(parsed.lower) and parsed.lower[trigger.last + 1] in _LAID
        return laid and not _BREAKS.isdisjoint(
            parsed.lower[max(0, trigger.first - _FAR) : trigger.first]
        )
    if trigger.pattern.action is not Action.DEPLOY and not describes:
        return is_answered_for(parsed.lower, trigger.last)
    for number in range(trigger.first - 1, max(-1, trigger.first - 1 - _FAR), -1):
        word = parsed.lower[number]
        if word in _STOPS or word in TIMES:
            return False
        if word in _AIMED:
            return True
    return False


def _describes(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle says of a force where it stood when it was hit."""
    before = parsed.lower[trigger.first - 1] if trigger.first else ""
    return trigger.form in _STOOD and before in scene().fighters


def is_fired_from(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a place before a verb is where its subject comes from: "fired from X strike Y".

    The verb has its object right behind it.
    """
    lead = parsed.lower[max(0, trigger.first - _FIRED) : trigger.first]
    led = "from" in lead and not {"fired", "launched"}.isdisjoint(lead)
    return led and parsed.lower[trigger.last + 1 : trigger.last + 2] in _ARTICLES


def fights_nobody(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an operation is against none who are armed: "operations against smugglers".

    Nor is "combat" a fight that only says which troops are meant: "will send combat troops to X".
    """
    if trigger.form == "combat" and trigger.last + 1 in parsed.armed:
        return True
    if not trigger.form.startswith("operation") or parsed.lower[trigger.last] != "against":
        return False
    behind = range(trigger.last + 1, trigger.last + 1 + _AGAINST)
    return parsed.armed.isdisjoint(behind)
