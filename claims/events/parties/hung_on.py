"""Who fights in what hangs on another clause: "the Front entered X, with fighting at its fort"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["hung_on"]

_GOES_IN = frozenset((Action.ADVANCE, Action.ATTACK, Action.CAPTURE, Action.RECAPTURE))
_NEAR = 4  # words from "with" to "reports of heavy fighting"


def hung_on(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles | None:
    """Return the subject of the main clause, where it is none of the two a report is about."""
    low = max(1, trigger.first - _NEAR)
    at = next((n for n in range(low, trigger.first) if parsed.lower[n] == "with"), None)
    if at is None or parsed.lower[at - 1] != ",":
        return None
    start, end = parsed.sentence.start, parsed.words[at].start
    told = [m for m in parsed.actors if start <= m.start < end and m.armed and m.free and m.side]
    if not told or told[0].side in meant.finder.pair:
        return None
    if not any(t.pattern.action in _GOES_IN and t.first < at for t in parsed.triggers):
        return None  # "Turkish troops watched from the border, with fighting in X"
    foe = meant.finder.foe(told[0].side)
    return Roles(actor=meant.party(told[0]), opponent=Party(side=foe) if foe else None)
