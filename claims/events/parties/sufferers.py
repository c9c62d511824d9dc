"""Who does not act though the words look so: whoever is fired at, whoever accuses another."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.lexicon import Trigger
from claims.word_lists import word_list

__all__ = [
    "LAID",
    "accusing_before",
    "charged_at",
    "charged_within",
    "is_charged",
    "judges",
    "suffers",
]

_ACCUSES = word_list("accuses")
# What opens words of which an accused is the subject: "accused Y of having shelled X and bombed Z".
_TOLD_OF = frozenset(", ; : who which that having had said says".split())
_SUSPECTS = frozenset("suspected suspects suspect suspecting".split())
# For what somebody did: "condemned rebels for shelling X", "thanked them for leaving it".
_JUDGES = word_list("judging")
_KEEPS = word_list("keeping_from")
_BY = {"of": _ACCUSES | _SUSPECTS, "for": _ACCUSES | _JUDGES, "from": _KEEPS}

_MEETS = frozenset("under received receives suffer suffers suffered suffering".split())
_BLOWS = frozenset("hammering pounding battering hit hits".split())  # that somebody "took"
_THINGS = frozenset("bridge bridges pylon pylons lifeline".split())
# What is laid, and then hit by those who suffer it.
LAID = tuple(
    (frozenset((word,)),) for word in "mine mines landmine landmines device devices".split()
)
_ROADSIDE = (frozenset(("roadside",)),)  # "hit a roadside bomb"


def suffers(trigger: Trigger) -> bool:
    """Tell whether the subject is the one it is done to: "came under fire", "hit a mine".

    So who "took a pounding".
    """
    words = trigger.pattern.words
    if trigger.form in _THINGS and len(words) > 1:
        return True  # "the bridge was brought down by"
    if len(words) > 1 and isinstance(words[-1], frozenset) and not _BLOWS.isdisjoint(words[-1]):
        return True
    meets = trigger.form in _MEETS  # "received two mortar rounds", "suffered from shelling"
    laid = words[-1:] in LAID or words[-2:-1] == _ROADSIDE
    return meets or words[1:2] == (frozenset(("under",)),) or laid


def judges(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether somebody only passes judgement: "the mission condemned the fighting"."""
    at = parsed.word_at(max(0, mention.end - 1)) + 1
    at += "".join(parsed.lower[at : at + 1]).endswith("ly")
    return not _JUDGES.isdisjoint(parsed.lower[at : at + 1])


def charged_at(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the word by which somebody is accused of an event, or kept from it.

    "Blames X for shelling Y", "stopped X from entering Y"; None where nobody is.
    """
    at = trigger.first - 1
    at -= parsed.lower[at : at + 1] == ["having"]
    told = _BY.get(parsed.lower[at]) if at > 0 else None
    if told is None or told.isdisjoint(parsed.sentence.held):
        return None
    return next((number for number in range(at, -1, -1) if parsed.lower[number] in told), None)


def charged_within(parsed: Parsed, trigger: Trigger) -> tuple[int, int] | None:
    """Return the words among which stands who is accused of an event or kept from it, or None."""
    at = charged_at(parsed, trigger)
    if at is None:
        return None
    return (parsed.clause(at)[0], at) if is_charged(parsed, at) else (at, trigger.first)


def is_charged(parsed: Parsed, at: int) -> bool:
    """Tell whether a word of accusing is passive: "X was accused of it", "X, kept from it"."""
    return parsed.lower[at + 1] in _BY


def accusing_before(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the verb of whoever accuses somebody and then acts: "X blamed Y for it and shelled Z".

    None where that may be told of who is accused: "accused Y of breaking the truce and shelling Z".
    """
    if parsed.lower[trigger.first - 1] != "and" or trigger.form.endswith("ing"):
        return None
    for number in range(trigger.first - 2, parsed.clause(trigger.first)[0], -1):
        if parsed.lower[number] in _TOLD_OF:
            return None
        if parsed.lower[number] in _ACCUSES:
            return None if is_charged(parsed, number) else number
    return None
