"""Who does not act though the words look so: whoever is fired at, whoever accuses another."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["LAID", "charged_at", "suffers"]

_ACCUSES = frozenset("accused accuses accuse accusing blamed blames blame blaming".split())

# What is laid, and then hit by those who suffer it.
LAID = tuple(
    (frozenset((word,)),) for word in "mine mines landmine landmines bomb device devices".split()
)


def suffers(trigger: Trigger) -> bool:
    """Tell whether the subject is the one it is done to: "came under fire", "hit a mine"."""
    words = trigger.pattern.words
    meets = trigger.form in ("under", "received", "receives")  # "received two mortar rounds"
    return meets or words[1:2] == (frozenset(("under",)),) or words[-1:] in LAID


def charged_at(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the word by which somebody is accused of an event: "blames X for shelling Y".

    None where nobody is.
    """
    at = trigger.first - 1
    at -= parsed.lower[at : at + 1] == ["having"]
    if at < 1 or parsed.lower[at] not in ("of", "for") or _ACCUSES.isdisjoint(parsed.sentence.held):
        return None
    return next((number for number in range(at, -1, -1) if parsed.lower[number] in _ACCUSES), None)
