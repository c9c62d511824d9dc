"""Who comes in behind those who left: "the army left X, and rebels moved in hours later"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.number_words import is_count

__all__ = ["is_no_entry"]

# What a clause goes on with that has told who comes in: no place and no thing to be in.
_GOES_ON = frozenset(
    """
    and but as when while after before behind without with from to unopposed unhindered unchecked
    soon shortly later hours minutes days overnight immediately quickly again first next afterwards
    on at by large small great force strength numbers droves single
    """.split()
)
_ARTICLES = frozenset(("a", "an", "the"))
_NEXT = frozenset("next following same day night morning".split())
_SPANS = frozenset("hours hour minutes days day".split())


def is_no_entry(event: Event) -> bool:
    """Tell whether "moved in" goes on to say in what: "moved in the town", "came in a convoy"."""
    trigger, words = event.trigger, event.parsed.lower
    enters = event.action is Action.ADVANCE and not trigger.pattern.place
    if not enters or words[trigger.first + 1 : trigger.last + 1] != ["in"]:
        return False
    after, then = [*words[trigger.last + 1 : trigger.last + 3], "", ""][:2]
    counted = (is_count(after) or after in _ARTICLES) and then in _SPANS | _NEXT
    return after[:1].isalnum() and after not in _GOES_ON and not counted
