"""Who took a place by what is said of it: "X, whose capture the rebels had claimed"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.agents import behind
from claims.events.parties.meant import Meant
from claims.events.sentences.clauses import mentions_in
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Roles
from claims.lexicon import Trigger

__all__ = ["whose_capture"]

_TAKING = (Action.CAPTURE, Action.RECAPTURE)
_CLAIMS = frozenset(
    "claimed claims announced announces declared declares proclaimed celebrated hailed trumpeted"
    " reported boasted".split()
)
_HAVE = frozenset("has have had already".split())
_NEAR = 3  # words from "capture" to the one who claims it
_VERB = 4  # and from that one to "announced"
_REACH = 5  # words from "capture" to "by the rebels"


def whose_capture(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles | None:
    """Return who took what "whose" stands for: by name, or because it is that one's own claim.

    None where no place's capture is told of.
    """
    if trigger.pattern.action not in _TAKING or trigger.first != trigger.last:
        return None
    if by := behind(parsed, trigger, meant, words=("by",), reach=_REACH):
        return Roles(actor=by)
    found = mentions_in(parsed, trigger.first, trigger.last + 1 + _NEAR)
    at = parsed.word_at(found[0].end - 1) + 1 if found else len(parsed.words)
    said = [w for w in parsed.lower[at : at + _VERB] if w not in _HAVE]
    claims = bool(said) and said[0] in _CLAIMS
    return Roles(actor=meant.party(found[0]) if claims else None)
