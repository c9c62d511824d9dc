"""How an event leaves a place: "shelled X, leaving the city in the dark" is no withdrawal."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["leaves_it_so"]

# After what they do to a place, "leaving" says how it is then; who holds or moves may leave.
_DONE_TO_IT = frozenset(Action) - {Action.HOLD, Action.RETREAT, Action.ADVANCE, Action.DEPLOY}


def leaves_it_so(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether "leaving" only says what came of an event: "hit X, leaving it in the dark".

    So in "fled X, leaving the town to its enemy"; "raided X, leaving the town at dawn" tells when.
    """
    if other.form != "leaving" or parsed.lower[other.first - 1] != ",":
        return False
    if event.pattern.action is Action.RETREAT:
        left = [s.mention.expression.heads for s in parsed.spots if s.first < other.first]
        behind = next((s for s in parsed.spots if s.first > other.last), None)
        return behind is not None and behind.mention.expression.heads in left
    end = parsed.words[other.last].end
    return event.pattern.action in _DONE_TO_IT and not any(t.start > end for t in parsed.times)
