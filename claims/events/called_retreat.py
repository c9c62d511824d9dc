"""What the beaten make of a loss told before: "Xan troops took Oru. Rebels called it a retreat"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claims.claim import Action, Claim, Span, Status
from claims.claimants.attribution import Attribution, attribute
from claims.events.build import denial_of
from claims.events.sentences.parse import Parsed
from claims.report import Report

__all__ = ["called_retreats"]

_NOUNS = frozenset("withdrawal retreat pullout pullback pull-out pull-back redeployment".split())
_ENDS = r"(?!\s+(?:from|of|by|deal|talks|plan|agreement|order|deadline)\b)"
_CALLED = re.compile(
    r"\b(?:(?:call|term|label|brand|portray|characteri[sz]|dubb)\w*\s+(?:it|this|that|the\s+(?:move|loss|departure))"
    r"|(?:describ|present|explain)\w*\s+(?:it|this|that|the\s+(?:move|loss|departure))\s+as"
    r"|\b(?:it|this|that)\s+(?:was|is|had\s+been)(?:\s+(?:only|merely|simply|just))?"
    r"|sp(?:oke|eaks|eaking)\s+of)\s+"
    rf"(?:an?\s+)?[\"“'‘]?(?:an?\s+)?(?:(?!not?\b|never\b|end\b)[\w-]+\s+){{0,2}}"
    rf"(?:{'|'.join(sorted(_NOUNS))})\b{_ENDS}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:(?:an?|the)\s+)?(?P<who>[^,;:\"“]{2,60}?)\s+", re.IGNORECASE)
_GAINS = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.ADVANCE, Action.PUSH_BACK))


def _namer(parsed: Parsed, at: int) -> Attribution:
    """Return who calls it so, where no verb of saying tells: "A rebel spokesman called it"."""
    lead = _SUBJECT.fullmatch(parsed.sentence.text[:at])
    return Attribution(claimant=lead["who"] if lead else "outlet")


def called_retreats(
    report: Report,
    parsed: Parsed,
    before: Sequence[Claim],
    side_of: Callable[[str], str | None],
    foe_of: Callable[[str | None], str | None],
) -> Iterator[Claim]:
    """Yield that a side left what its foes were just told to have taken, as it says itself.

    Others who call it a retreat, as an ally of the beaten may, left nothing.
    """
    if not before or _NOUNS.isdisjoint(parsed.sentence.held):
        return
    match = _CALLED.search(parsed.sentence.text)
    if match is None:
        return
    start, end = (parsed.sentence.start + at for at in match.span())
    said = attribute(parsed.cues, end - 1) if parsed.cues else _namer(parsed, match.start())
    own = None if said.denies else side_of(said.claimant)
    for claim in before:
        gained = claim.action in _GAINS and claim.status.is_fact and claim.place
        beaten = claim.opponent_side or foe_of(claim.actor_side)
        if own and gained and claim.actor_side is not None and beaten == own:
            left = replace(claim, action=Action.RETREAT, actor=said.claimant, actor_side=own)
            left = replace(left, actor_with=(), opponent="", opponent_side=None, axes=(), tail=None)
            told = denial_of(report, left, said, Span(start=start, end=end))
            yield replace(told, status=Status.OCCURRED)
