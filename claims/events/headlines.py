"""Headlines that only say in short what the text below tells: "Rebels take key town near X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.claim import Action, Claim
from claims.report import SectionKind
from gazetteer.place import Relation

__all__ = ["told_once"]

_GAINS = frozenset(
    (Action.CAPTURE, Action.RECAPTURE, Action.ADVANCE, Action.ATTACK, Action.PUSH_BACK)
)
#: A headline says no more closely where it was: "a town near X", "on the road to X".
_VAGUE = frozenset(
    (
        *(Relation.NEAR, Relation.PART, Relation.OUTSKIRTS, Relation.ALONG, Relation.TOWARD),
        *(Relation.OFFSET, Relation.DISTANCE),
    )
)


def told_once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims without those of a headline that the text tells again, and of whom.

    The same side does the same there, at the same place or, where the headline names none by
    itself, at any.
    """
    body = [claim for claim in claims if claim.section == SectionKind.BODY]
    for claim in claims:
        headline = claim.section == SectionKind.HEADLINE
        if not (headline and any(_is_told_by(claim, other) for other in body)):
            yield claim


def _is_told_by(headline: Claim, claim: Claim) -> bool:
    if headline.actor_side is None or headline.actor_side != claim.actor_side:
        return False
    if not (headline.status.is_fact and claim.status.is_fact):
        return False
    same = headline.action is claim.action or {headline.action, claim.action} <= _GAINS
    return same and _may_be_there(headline, claim)


def _may_be_there(headline: Claim, claim: Claim) -> bool:
    short, full = headline.place, claim.place
    if short is None or not short.heads or full is None:
        return full is not None
    heads = {head.casefold() for head in short.heads}
    return short.relation in _VAGUE or heads == {head.casefold() for head in full.heads}
