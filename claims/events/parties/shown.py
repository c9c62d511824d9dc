"""Whom pictures show: "footage shows rebel fighters at the gates of X"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.lexicon import Trigger

__all__ = ["who_is_shown"]

_PICTURES = frozenset(
    """
    footage video videos clip clips image images imagery photo photos photograph photographs
    picture pictures
    """.split()
)
_FAR = 8  # words of "what appear to be dozens of" before those who are shown
# What is shown of those who do not stand anywhere any more.
_GONE = frozenset(
    "burning burnt burnt-out burned-out dead dying bodies body corpses wreckage remains".split()
)
_KEPT = frozenset("armed masked hooded camouflaged uniformed turbaned bearded".split())


def who_is_shown(parsed: Parsed, trigger: Trigger) -> ActorMention | None:
    """Return who stands at a place in pictures that "show" it; None where they do something else.

    "Shows rebels entering X" tells of entering, and "shows destroyed army tanks" of nobody there.
    """
    low, high = parsed.clause(trigger.first)
    if _PICTURES.isdisjoint(parsed.lower[low : trigger.first]):
        return None
    start, end = parsed.words[trigger.last].end, parsed.words[high].end
    shown = next((m for m in parsed.actors if start <= m.start < end and m.armed), None)
    if shown is None or shown.side is None or not shown.free:
        return None
    first = parsed.word_at(shown.start)
    lead = parsed.lower[trigger.last + 1 : first]
    gone = any(w in _GONE or (w.endswith("ed") and w not in _KEPT) for w in lead)
    verbs = (t for t in parsed.triggers if t.pattern.kind == "verb")
    acts = any(trigger.last < t.first <= high for t in verbs)
    return None if gone or acts or len(lead) > _FAR else shown
