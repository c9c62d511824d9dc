"""What took somebody how long: "it took the rebels two days to capture X"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention

__all__ = ["it_took", "who_needed"]

_SPANS = frozenset("minutes hours days weeks months years day week month year hour until".split())
_TOOK = (("took",), ("has", "taken"), ("had", "taken"))
_FAR = 20  # words from "it" to the verb


def it_took(parsed: Parsed, verb: int) -> int | None:
    """Return the word behind "it took" where that says how long a deed took, else None."""
    lower = parsed.lower
    if verb < 1 or lower[verb - 1] != "to" or "it" not in parsed.sentence.held:
        return None
    for number in range(verb - 2, max(-1, verb - _FAR), -1):
        if lower[number] != "it":
            continue
        for took in _TOOK:
            behind = number + 1 + len(took)
            if tuple(lower[number + 1 : behind]) == took:
                spent = not _SPANS.isdisjoint(lower[behind : verb - 1])
                return behind if spent else None
        return None
    return None


def who_needed(parsed: Parsed, verb: int) -> ActorMention | None:
    """Return who did what took so long: the rebels in "it took the rebels two days to"."""
    took = it_took(parsed, verb)
    if took is None:
        return None
    first = parsed.words[took + (parsed.lower[took] == "the")]
    return next((m for m in parsed.actors if m.free and m.start <= first.start < m.end), None)
