"""What is only talked about, and so no deed of those who talk: "talks over the offensive"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.word_lists import word_list

__all__ = ["is_topic"]

_ABOUT = frozenset("because concerning protest".split())
_OVER = frozenset(
    ("over", "about")
)  # but "launched over fifty attacks", "pressed on over the river"
_TALKS = word_list("talks")
_NEAR = 5  # words of "talks with a Xan envoy" before "over"


def is_topic(parsed: Parsed, number: int) -> bool:
    """Tell whether a word leads to what is only talked about: "suspends talks over the attack"."""
    if parsed.lower[number] not in _OVER:
        return parsed.lower[number] in _ABOUT
    return not _TALKS.isdisjoint(parsed.lower[max(0, number - _NEAR) : number])
