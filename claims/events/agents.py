"""Who stands behind an event's word as the one who does it: "captured by X", "fell to Y"."""

from __future__ import annotations

from claims.events.meant import Meant
from claims.events.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["behind"]

_ADJECTIVES = 3
# "Backed by aircraft" names who helps, not who acts.
_ADJUNCTS = frozenset("backed supported covered led accompanied followed protected joined".split())
_FAR = 14  # words behind an event in which "by" names who acts


def behind(
    parsed: Parsed, trigger: Trigger, meant: Meant, *, words: tuple[str, ...], reach: int
) -> Party | None:
    """Return the nearest actor soon after a trigger, behind one of ``words``."""
    for mention in parsed.actors:
        number = parsed.word_at(mention.start)
        if not trigger.last < number <= trigger.last + (_FAR if words == ("by",) else reach):
            continue
        lead = parsed.lower[trigger.last : number]
        if _led_by(lead) if words == ("by",) else set(words) & set(lead):
            return meant.party(mention)
    return None


def _led_by(lead: list[str]) -> bool:
    """Tell whether "by" stands right before, an article or two adjectives aside."""
    if "by" not in lead:
        return False
    at = len(lead) - 1 - lead[::-1].index("by")
    behind_it = lead[at + 1 :]
    if at and lead[at - 1] in _ADJUNCTS:
        return False
    return len(behind_it) <= _ADJECTIVES and "," not in behind_it
