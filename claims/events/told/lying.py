"""Words of holding that only say how ground lies or what a post is: "a hill controlling X"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["only_lies"]

_LYING = frozenset("controlling commanding dominating sits sitting".split())
_POSTS = frozenset("headquarters post posts centre center structure bunker".split())


def only_lies(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether nobody holds: "a hill controlling the road", "X, which sits on", "command post".

    What stands right before is ground then, and no force.
    """
    if trigger.form == "command":
        return not _POSTS.isdisjoint(parsed.lower[trigger.last + 1 : trigger.last + 2])
    if trigger.form not in _LYING or not trigger.first:
        return False
    before = trigger.first - 1
    before -= parsed.lower[before] in ("which", "that")
    before -= parsed.lower[before] == ","
    town = any(parsed.word_at(s.mention.end - 1) == before for s in parsed.spots)
    return town or parsed.lower[before] in scene().ground
