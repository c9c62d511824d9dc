"""Fights that are told of by what they are for alone: "fought to retake X" is one attack on X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["without_fights_for"]

_FIGHTING = ("fight", "fought", "battl")


def without_fights_for(parsed: Parsed, worded: Sequence[Trigger]) -> Iterator[Trigger]:
    """Yield the events of a sentence without those that only lead to the next one.

    Both would be told of the same place, or the first of one that stands before it: so of X in
    "held X as the army fought to retake Y".
    """
    for trigger, then in pairwise(worded):
        if not _is_for(parsed, trigger, then):
            yield trigger
    yield from worded[-1:]


def _is_for(parsed: Parsed, trigger: Trigger, then: Trigger) -> bool:
    if not trigger.form.startswith(_FIGHTING) or then.pattern.kind != "verb":
        return False
    between = parsed.lower[trigger.last + 1 : then.first]
    return between == ["to"] or (not between and parsed.lower[trigger.last] == "to")
