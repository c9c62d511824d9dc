"""States that fall on each other in words: "Oslo attacked Paris over the claim"."""

from __future__ import annotations

from claims.events.event import Event
from claims.events.sentences.passives import is_passive

__all__ = ["is_in_words"]

_FALLS_ON = ("attack", "assail", "blast", "hammer", "slam")
_STATES = frozenset(("country", "capital"))
# What a state says or lets others do, and no reason for which it would shell a town.
_ON_WORDS = frozenset(
    """
    claim claims remark remarks comment comments statement statements allegation allegations
    accusation accusations stance position speech decision plan plans policy refusal support vote
    veto ban tweet
    """.split()
)
_DOING = frozenset(
    "hosting supporting backing saying refusing failing criticising criticizing arming".split()
)
_REACH = 3  # words of a place before "for"


def is_in_words(event: Event) -> bool:
    """Tell whether a state only finds fault with another: "attacked X for hosting rebels"."""
    parsed, trigger = event.parsed, event.trigger
    verb = trigger.pattern.kind == "verb" and trigger.form.startswith(_FALLS_ON)
    if not verb or is_passive(parsed, trigger) or _acts_in_arms(event):
        return False
    behind = range(trigger.last + 1, min(trigger.last + 2 + _REACH, len(parsed.words) - 1))
    at = next((n for n in behind if parsed.lower[n] in ("for", "over")), None)
    return at is not None and _gives_reason(parsed.lower[at : at + 4])


def _acts_in_arms(event: Event) -> bool:
    actor = event.roles.actor
    return actor is not None and not any(
        m.start == actor.start and m.kind in _STATES and not m.armed for m in event.parsed.actors
    )


def _gives_reason(words: list[str]) -> bool:
    """Tell whether words or a policy are the reason: "over its stance", "for what it called lies".

    Examples
    --------
    >>> _gives_reason(["over", "the", "claim"]), _gives_reason(["over", "the", "weekend"])
    (True, False)
    >>> _gives_reason(["for", "hosting", "rebels"]), _gives_reason(["for", "the", "third"])
    (True, False)
    """
    if words[0] == "for":
        return words[1:2] == ["what"] or not _DOING.isdisjoint(words[1:3])
    return not _ON_WORDS.isdisjoint(words)
