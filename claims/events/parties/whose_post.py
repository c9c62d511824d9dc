"""Whose post or drone does something: "a checkpoint set up by the militia", "thought French"."""

from __future__ import annotations

from claims.events.parties.by_adjective import by_adjective
from claims.events.parties.meant import Meant
from claims.events.parties.shots import fires_from_afar
from claims.events.sentences.clauses import mentions_in, segment_low
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["whose_post"]

_MADE = frozenset(
    """
    up erected established built manned staffed run operated held controlled laid planted placed
    fired launched owned flown piloted imposed sent
    """.split()
)
_THOUGHT = frozenset("believed thought suspected presumed understood known said".split())
_OF = frozenset("belong belonging".split())
_SUBJECT = 10  # words from "believed to" to the verb
_NEAR = 4  # words from "by" to whoever made it


def whose_post(
    parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party | None
) -> Party | None:
    """Return by whom a verb's subject is said to be made or manned, or whose it is thought to be.

    A ``subject`` with a side is left as it is.
    """
    if subject and subject.side:
        return subject
    if subject and subject.text:  # "warplanes thought to be French", "drones launched by X"
        sent = fires_from_afar(subject) and _made_by(parsed, trigger, meant)
        return sent or _thought_to_be(parsed, trigger, meant) or subject
    return _made_by(parsed, trigger, meant) or _thought_to_be(parsed, trigger, meant)


def _made_by(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return by whom what stands before a verb was set up, laid or sent."""
    for number in range(segment_low(parsed, trigger.first) + 1, trigger.first - 1):
        if parsed.lower[number] == "by" and parsed.lower[number - 1] in _MADE:
            stop = min(trigger.first, number + _NEAR)
            found = mentions_in(parsed, number + 1, stop)
            return meant.party(found[0]) if found else None
    return None


def _thought_to_be(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose a subject is thought to be: "drones believed to belong to X", "to be French".

    None where it may be one's or another's.
    """
    lower, held = parsed.lower, parsed.sentence.held
    if _THOUGHT.isdisjoint(held) and _OF.isdisjoint(held):
        return None
    for number in range(max(2, trigger.first - _SUBJECT), trigger.first - 1):
        if lower[number] == "to" and lower[number - 1] in _OF:
            found = mentions_in(parsed, number + 1, min(trigger.first, number + _NEAR))
            one = len(found) == 1 and "or" not in lower[number : trigger.first]
            return meant.party(found[0]) if one else None
        if lower[number - 1 : number + 1] == ["to", "be"] and lower[number - 2] in _THOUGHT:
            owner = by_adjective(parsed, number + 1, meant)
            if owner and number + 2 == group_start(parsed, trigger.first):
                return owner
    return None
