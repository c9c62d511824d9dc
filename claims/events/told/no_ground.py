"""What tells of no ground taken or cut: lines that are down, towns that go to and fro."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event

__all__ = ["cuts_a_line", "goes_to_and_fro"]

_LINES = frozenset("phone phones telephone internet communications electricity power".split())
_LINE = 7  # words of "phone lines to X have been"
_OFTEN = frozenset("times twice repeatedly often".split())
_TIMES = 8  # words of "changed hands half a dozen times"


def cuts_a_line(event: Event) -> bool:
    """Tell whether what is cut is no road: "phone and internet links to X were cut"."""
    first = event.trigger.first
    lead = event.parsed.lower[max(0, first - _LINE) : first]
    return event.action is Action.CUT and not _LINES.isdisjoint(lead)


def goes_to_and_fro(event: Event) -> bool:
    """Tell whether only the course of a war is told: "X, which has changed hands six times"."""
    first = event.trigger.first
    words = event.parsed.lower[first : first + _TIMES]
    had = event.parsed.lower[first - 1 : first] in (["has"], ["have"], ["had"])
    return had and words[1:2] == ["hands"] and not _OFTEN.isdisjoint(words[2:])
