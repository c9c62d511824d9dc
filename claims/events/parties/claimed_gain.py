"""Who says to have taken a place whose fall is only claimed: "a claim by X that Y had fallen"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.claim_owner import noun_of_claim
from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import ending_at
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["claimed_gain"]

_TAKEN = frozenset((Action.CAPTURE, Action.RECAPTURE))
# Nobody boasts of what he lost: a report or a statement may own up to it.
_CLAIMS = frozenset("claim claims assertion assertions boast boasts".split())
_BY = frozenset(("by", "from"))
_OWNED = ("'s", "’s", "'", "’")


def claimed_gain(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who claims that a place fell or was taken, where nobody says to whom."""
    if trigger.pattern.action not in _TAKEN or _CLAIMS.isdisjoint(parsed.sentence.held):
        return None
    noun, that = noun_of_claim(parsed, trigger.first)
    if noun == that or noun < 1 or parsed.lower[noun] not in _CLAIMS:
        return None
    by = parsed.lower[noun + 1] in _BY
    last = that - 1 if by else noun - 1
    if named := ending_at(parsed, last):
        return meant.party(named)
    first = noun + 2 if by else last
    text = " ".join(word.text for word in parsed.words[first : last + 1])
    for end in _OWNED:
        text = text.removesuffix(end)
    side = None if by else meant.finder.adjective_side(parsed.words[last].text)
    own = meant.finder.speaker(text) if text[:1].isupper() and not side else None
    side = own.side if own else side
    return Party(text=text, side=side) if side else None
