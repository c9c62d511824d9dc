"""Who announces what its own side did: "announced the capture of X", "reports strikes near X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["announces"]

_TAKING = (Action.CAPTURE, Action.RECAPTURE, Action.ENCIRCLE)
_ANNOUNCED = frozenset(
    """
    announced announces announce announcing declared declares declare proclaimed claimed claims
    claim reported reports report confirmed confirms confirm
    """.split()
)
_COMMANDS = {"command", "coalition"}  # which report strikes of their own
_APART = frozenset("that by of after before to in from as and".split())
_ANNOUNCED_REACH = 7  # words from "announced" to "the capture of", a day between them


def announces(parsed: Parsed, trigger: Trigger, speaker: Party) -> bool:
    """Tell whether a speaker announces what its own side did: "announced the capture of X"."""
    commands = not _COMMANDS.isdisjoint(speaker.text.lower().split())
    near = parsed.lower[trigger.last + 1 : trigger.last + 2] in (["near"], ["in"])  # not "on"
    flies = commands and near and trigger.form in ("strikes", "airstrikes")
    if not flies and (trigger.form.startswith("fall") or trigger.pattern.action not in _TAKING):
        return False
    lead = parsed.lower[max(0, trigger.first - _ANNOUNCED_REACH) : trigger.first]
    said = next((n for n, word in enumerate(lead) if word in _ANNOUNCED), None)
    return said is not None and _APART.isdisjoint(lead[said:])
