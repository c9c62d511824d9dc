"""Fighting that breaks out apart from what else is told: "as X was shelled, clashes began in Y"."""

from __future__ import annotations

from claims.events.sentences.clause_words import GOES_ON
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.words import numbers_of

__all__ = ["breaks_out_elsewhere"]

_PARTS = frozenset(", ; as after before while when and but".split())


def breaks_out_elsewhere(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether fighting has its own verb and place: "as X was shelled, clashes began in Y"."""
    if event.pattern.kind == "noun" or other.pattern.kind != "noun":
        return False
    between = parsed.lower[event.last + 1 : other.first]
    verb = other.last + 1
    if parsed.lower[verb : verb + 1] == ["between"]:
        verb = next((n for n in numbers_of(parsed.lower, GOES_ON) if n > verb), 0)
    if parsed.lower[verb : verb + 1] == [] or parsed.lower[verb] not in GOES_ON:
        return False
    placed = any(event.last < s.first < other.first for s in parsed.spots)
    return placed and not _PARTS.isdisjoint(between) and any(s.first > verb for s in parsed.spots)
