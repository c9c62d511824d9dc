"""States that fall on each other in words: "Oslo attacked Paris over the claim"."""

from __future__ import annotations

from claims.events.event import Event
from claims.events.sentences.passives import is_passive

__all__ = ["is_in_words"]

_FALLS_ON = ("attack", "assail", "blast", "hammer", "slam")
_STATES = frozenset(("country", "capital"))
_REASON = frozenset("what its their his her allegedly".split())
_OVER = _REASON | {"the", "a", "claims", "remarks", "comments", "allegations", "reports"}
_SPANS = frozenset(
    "weekend night week month year day days hours past last next same course border frontier"
    " river few".split()
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
    return at is not None and _gives_reason(parsed.lower[at : at + 3])


def _acts_in_arms(event: Event) -> bool:
    actor = event.roles.actor
    return actor is not None and not any(
        m.start == actor.start and m.kind in _STATES and not m.armed for m in event.parsed.actors
    )


def _gives_reason(words: list[str]) -> bool:
    """Tell whether it is told why, and not how long or where: "over its stance", "over the week".

    Examples
    --------
    >>> _gives_reason(["over", "the", "claim"]), _gives_reason(["over", "the", "weekend"])
    (True, False)
    >>> _gives_reason(["for", "hosting", "rebels"]), _gives_reason(["for", "the", "third"])
    (True, False)
    """
    lead, then, behind = [*words, "", ""][:3]
    if lead == "for":
        return then in _REASON or then.endswith("ing")
    return then in _OVER and behind not in _SPANS
