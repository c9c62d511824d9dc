"""Places listed behind what says since when: "took ten villages since it attacked, including X"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["listed_past"]

_LISTS = frozenset("including among notably".split())
_WHEN = frozenset("since during in after".split())
_MANY = frozenset(
    """
    villages towns cities settlements hamlets districts areas localities positions neighbourhoods
    neighborhoods communities municipalities camps bases posts outposts
    """.split()
)
_FAR = 24  # words from the verb to its list
_BEGUN = 3  # words of "began last week" behind "the offensive"
_GOALS = frozenset("on against at near to into from for by".split())


def listed_past(parsed: Parsed, trigger: Trigger) -> int:
    """Return the word that opens such a list, 0 where none does.

    "Ten villages" are what is listed; the attack in between only tells when they were taken.
    """
    if trigger.pattern.kind != "verb" or _LISTS.isdisjoint(parsed.sentence.held):
        return 0
    words = parsed.lower
    stretch = range(trigger.last + 2, min(len(words), trigger.last + _FAR))
    opens = next((n for n in stretch if words[n] in _LISTS and words[n - 1] == ","), 0)
    events = [t for t in parsed.following(trigger) if t.first < opens]
    if len(events) != 1 or not _tells_when(parsed, trigger, events[0], opens):
        return 0
    return opens


def _tells_when(parsed: Parsed, main: Trigger, event: Trigger, opens: int) -> bool:
    """Tell whether an event between only says when: "since the offensive began,"."""
    before, behind = parsed.lower[main.last + 1 : event.first], parsed.lower[event.last + 1 : opens]
    many = not _MANY.isdisjoint(before)
    when = not _WHEN.isdisjoint(before[-_BEGUN * 2 :])
    bare = len(behind) <= _BEGUN + 1 and _GOALS.isdisjoint(behind)
    return many and when and bare
