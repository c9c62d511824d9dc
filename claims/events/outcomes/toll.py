"""Verbs that only say what an attack did: "an air strike that killed ten", "killed in clashes"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.outcomes.effects import effects
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["TRYING", "is_its_effect", "is_toll"]

_FOUGHT = frozenset((Action.CLASH, Action.ATTACK, Action.STRIKE))
TRYING = frozenset("tried trying tries attempted attempting attempts sought seeking seeks".split())
_SAID = 2  # words from "that" to "has also killed"
_NEAR = 10  # words from "were killed as they" to what they tried


def is_its_effect(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether a verb says what an attack did: "an air strike that killed ten"."""
    did = effects(parsed, event) if other.pattern.action in _FOUGHT else None
    if did is None or not did[0] <= other.first <= did[1]:
        return False
    toll = parsed.lower[did[0] - 2] == "in" and other.form == "killed"  # "in which ten were"
    return toll or other.first <= did[0] + _SAID


def _died_trying(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what the dead were about is told next: "were killed as they tried to enter"."""
    last = trigger.last
    tries = parsed.lower[last + 1 : last + 2] in (["as"], ["while"], ["when"])
    tries = tries and not TRYING.isdisjoint(parsed.lower[last + 2 : last + 5])
    return tries and any(0 < t.first - last <= _NEAR for t in parsed.triggers)


def _died_when(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what killed them, and where, is told next: "were killed when Y was shelled"."""
    for deed in parsed.triggers:
        if deed.first > trigger.last and deed.pattern.action in _FOUGHT:
            low, high = parsed.clause(deed.first)
            when = parsed.opener(deed.first) in ("when", "as") and low - trigger.last <= _NEAR
            when = when and "by" not in parsed.lower[trigger.last : low]
            # "Killed in X when rebels attacked Y" was somebody at X.
            when = when and not any(trigger.last < s.first < low for s in parsed.spots)
            places = (s for s in parsed.spots if deed.first < s.first <= high and not s.aside)
            return when and any(s.mention.expression.heads for s in places)
    return False


def _died_before(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the dead are those of what only dates an event: "took X after a raid that"."""
    for noun in (*parsed.triggers, *parsed.passed_over):
        if noun.pattern.kind == "noun" and noun.first < trigger.first:
            dates = parsed.opener(noun.first) in ("after", "following")
            dates = dates and parsed.clause(noun.first)[0] > parsed.triggers[0].first
            if dates and is_its_effect(parsed, noun, trigger):
                return True
    return False


def is_toll(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "killed" only counts the dead of another event, behind or before it.

    "Killed in clashes", "bombed X, killing four".
    """
    if not trigger.form.startswith("kill"):
        return False
    if trigger.form == "killing":
        return any(t.first < trigger.first and t.pattern.kind != "held" for t in parsed.triggers)
    if any(told(parsed, trigger) for told in (_died_trying, _died_when, _died_before)):
        return True
    high = parsed.clause(trigger.last)[1]
    return any(
        trigger.last < t.first <= high and t.pattern.kind == "noun" and t.pattern.action in _FOUGHT
        for t in parsed.triggers
    )
