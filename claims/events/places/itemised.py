"""Places listed line by line under what befell them: "Shelled were:", and below "- X", "- Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.listed import is_item
from claims.events.event import Event
from claims.events.places.leading_places import specific
from claims.events.places.where import spots_behind
from claims.events.sentences.parse import Parsed
from claims.events.sentences.placed import Placed
from claims.lexicon import Trigger
from claims.report import Report, Section

__all__ = ["heads_items", "is_itemised", "itemised"]

_FIRES = frozenset((Action.ATTACK, Action.CLASH, Action.STRIKE))


def heads_items(parsed: Parsed) -> Trigger | None:
    """Return the event of a line whose places stand below it: "Air strikes were reported in:"."""
    told = [t for t in parsed.triggers if t.pattern.kind != "held"]
    opens = parsed.sentence.text.endswith(":") and told
    return told[-1] if opens and not spots_behind(parsed, told[-1]) else None


def is_itemised(report: Report, section: Section, parsed: Parsed) -> bool:
    """Tell whether a line is an item that tells of nothing itself."""
    line = report.text[section.start : section.end]
    told = [t.first for t in (*parsed.triggers, *parsed.passed_over)]
    first = parsed.spots[0].first if parsed.spots else 0
    return is_item(line) and first <= min(told, default=first)  # "- X, where two houses burned"


def itemised(event: Event, parsed: Parsed) -> tuple[Placed, ...]:
    """Return the places of an item at which the event above it happened."""
    if not (event.action in _FIRES or event.roles.actor or event.roles.opponent):
        return ()
    spots = specific([s for s in parsed.spots if not s.aside and s.lead != "from"])
    return tuple(
        Placed(expression=s.mention.expression, start=s.mention.start, end=s.mention.end)
        for s in spots
    )
