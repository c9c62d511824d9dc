"""Names of battles that only head what is told of them: "Battle of X: troops entered"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_title"]


def is_title(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a battle's name only heads what is told of it: "Battle of X: troops entered"."""
    of = parsed.lower[trigger.last + 1 : trigger.last + 2] == ["of"]
    if trigger.first > 1 or not of or trigger.form not in ("battle", "siege"):
        return False
    place = next((s for s in parsed.spots if s.first > trigger.last), None)
    if place is None:
        return False
    return parsed.lower[parsed.word_at(place.mention.end - 1) + 1 :][:1] == [":"]
