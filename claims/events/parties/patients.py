"""Whom a passive verb befalls, and whether it befalls its subject at all."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["is_halted", "patient"]

_TAKEN = frozenset((Action.CAPTURE, Action.RECAPTURE))
_IN = frozenset("in at inside around near".split())
_ASIDE, _LEADS = frozenset(("which", "where")), frozenset("to in of for from on at over".split())
_HELD = frozenset(
    "captured capture seized seize took taken occupy occupied held hold holds control controlled"
    " controls overran retook recaptured".split()
)
_FAR = 5  # words from "which" to those told of: "which the group's"
_PEOPLE = frozenset("they he we who i".split())


def patient(parsed: Parsed, trigger: Trigger, subject: Party | None) -> Party | None:
    """Return whom a passive verb befalls: nobody that was spoken of before, where ground is taken.

    "Rebels marched on X. The town was captured on Tuesday": not the rebels were.
    """
    if _tells_of_place(parsed, trigger.first):
        return None
    start = subject.start if subject else None
    if start is not None and start >= parsed.sentence.start:
        if _is_told_aside(parsed, parsed.word_at(start), trigger.first):
            return None
        # "The town of X (Northern Republic) was taken": there.
        there = _is_bracketed(parsed, start) or _is_of_ground(parsed, trigger)
        return None if there or _fell_beside_foes(parsed, trigger, subject) else subject
    if trigger.pattern.action not in _TAKEN:
        return subject
    low, _ = parsed.clause(trigger.first)
    return None if _PEOPLE.isdisjoint(parsed.lower[low : trigger.first]) else subject


def _fell_beside_foes(parsed: Parsed, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether men of two sides are the subject: "20 soldiers and 90 rebels were killed"."""
    if subject is None or subject.side is None or trigger.pattern.action in _TAKEN:
        return False
    stop = parsed.words[trigger.first].start
    behind = [m for m in parsed.actors if (subject.start or 0) < m.start and m.end <= stop]
    others = (m for m in behind if m.armed and m.side not in (None, subject.side))
    return any(
        "and" in parsed.lower[max(0, parsed.word_at(m.start) - 3) : parsed.word_at(m.start)]
        for m in others
    )


def _tells_of_place(parsed: Parsed, first: int) -> bool:
    """Tell whether a comma sets a participle off from a place: "ten died, and X, shelled by Y".

    What befalls a place with men in it befalls them: "marines in X, encircled by Y, held out".
    """
    if first < 2 or parsed.lower[first - 1] != ",":
        return False
    placed = (m for m in parsed.places if parsed.word_at(m.end - 1) == first - 2)
    starts = [parsed.word_at(m.start) for m in placed]
    return bool(starts) and not any(_has_men(parsed, start - 1) for start in starts)


def _has_men(parsed: Parsed, number: int) -> bool:
    """Tell whether those who fight stand right before the preposition of a place."""
    return number > 0 and parsed.lower[number] in _IN and number - 1 in parsed.armed


def _is_told_aside(parsed: Parsed, number: int, verb: int) -> bool:
    """Tell whether a party is only told of beside a place: "X, which rebels besiege, was shelled".

    The verb behind tells of the place. It befalls those who hold that, as they are told to.
    """
    if not _HELD.isdisjoint(parsed.lower[number:verb]):
        return False
    if "," not in parsed.lower[number:verb] or _ASIDE.isdisjoint(parsed.sentence.held):
        return False
    back = range(number - 1, max(0, number - _FAR), -1)
    opener = next((n for n in back if parsed.lower[n] in _ASIDE or parsed.lower[n] == ","), 0)
    if parsed.lower[opener] not in _ASIDE:
        return False
    comma = opener - 1 - (parsed.lower[opener - 1] in _LEADS)
    ends = (parsed.word_at(m.end - 1) for m in parsed.places)
    return comma > 0 and parsed.lower[comma] == "," and any(end == comma - 1 for end in ends)


def _is_bracketed(parsed: Parsed, start: int) -> bool:
    """Tell whether a party is named only in brackets, as the land of a place is."""
    at = start - parsed.sentence.start
    return parsed.sentence.text[max(0, at - 1) : at] == "("


def _is_of_ground(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle tells of a place: "the army dug in at X, captured last week"."""
    comma = trigger.first - 1
    if trigger.pattern.action not in _TAKEN or parsed.lower[comma] != ",":
        return False
    return any(m.end == parsed.words[comma - 1].end for m in parsed.places)


def is_halted(trigger: Trigger) -> bool:
    """Tell whether an advance "was halted": it is the subject, and who halts it stands behind."""
    second = trigger.pattern.words[1:2]
    return any(isinstance(w, frozenset) and {"halted", "stopped", "turned"} & w for w in second)
