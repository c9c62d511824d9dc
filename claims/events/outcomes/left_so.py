"""How a place is left: "shelled X, leaving it in the dark", "left in the face of shelling"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["leaves_it_so", "leaves_under_fire"]

_UNDER, _FACE = frozenset(("amid", "under")), ["in", "the", "face", "of"]
_LEADS = 8  # words of "in the face of heavy Xian artillery"
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


def leaves_under_fire(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether fires only say before what some leave: "fled in the face of shelling from X".

    What they leave follows, and nobody is told of as being shelled there.
    """
    between = parsed.lower[event.last + 1 : other.first]
    faced = between[: len(_FACE)] == _FACE or not _UNDER.isdisjoint(between[:1])
    leaves = event.pattern.action is Action.RETREAT and event.pattern.kind == "verb"
    if not (leaves and faced and len(between) <= _LEADS and "," not in between):
        return False
    behind = next((s for s in parsed.spots if s.first > event.last), None)
    return behind is not None and behind.first > other.last and behind.lead == "from"
