"""For whom a deed came to nothing: "an assault near X was unsuccessful for the enemy"."""

from __future__ import annotations

from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["failed_for"]

# A "disaster" may be one for those who were attacked.
_IN_VAIN = frozenset("unsuccessful unsuccessfully fruitless failure vain".split())
_REACH = 16  # words from a noun to its predicate


def failed_for(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return those whose deed it was, where its predicate says for whom it failed."""
    if _IN_VAIN.isdisjoint(parsed.sentence.held):
        return None
    for number in range(trigger.last + 2, min(len(parsed.words) - 1, trigger.last + _REACH)):
        if parsed.lower[number] == "for" and parsed.lower[number - 1] in _IN_VAIN:
            first = number + 1 + (parsed.lower[number + 1] == "the")
            named = (m for m in parsed.actors if parsed.word_at(m.start) == first)
            return next(map(meant.party, named), None)
    return None
