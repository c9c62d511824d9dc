"""What a person should look at first, and by how much an answer would change the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.claim import Action, Claim
from claims.situation import NotDrawn, ResolvedClaim, Situation

__all__ = ["Concern", "concerns"]

Located = ResolvedClaim | NotDrawn

# What an answer moves on the map: who holds a place, who is cut off, where forces are, a mark.
_MOVES = {
    Action.CAPTURE: 4.0,
    Action.RECAPTURE: 4.0,
    Action.RETREAT: 4.0,
    Action.PUSH_BACK: 4.0,
    Action.ENCIRCLE: 3.0,
    Action.CUT: 3.0,
    Action.ADVANCE: 2.0,
    Action.HOLD: 2.0,
}
_OTHER_MOVE = 1.0
_NOT_FACT = 0.5  # a plan or a denial draws less than a gain
# How likely an answer changes what is drawn now. Ours, by judgement: one side of a contradiction
# will go, an ambiguous place is one choice away from being drawn, a missing one needs a search.
_DOUBT = {
    "contradicting": 1.5,
    "ambiguous": 1.2,
    "unresolved": 1.0,
    "inherited": 0.6,
    "too-vague": 0.5,
    "stale": 0.5,
    "no-place": 0.4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One question for a person: the claims that an answer would settle, and why it is asked.

    Parameters
    ----------
    kind
        "contradicting", "ambiguous", "unresolved", "inherited", "too-vague", "stale" or "no-place".
    items
        The claims, as located now. Claims of one place that was not found ask one question.
    change
        By how much an answer would change the map: the sum over its claims of what their action
        moves, times how likely the answer differs from what is drawn. It only orders questions.
    why
        One sentence.
    against
        The claims that contradict it.
    """

    kind: str
    items: tuple[Located, ...]
    change: float
    why: str
    against: tuple[Claim, ...] = ()


def concerns(situation: Situation) -> tuple[Concern, ...]:
    """Return what deserves a look, the largest change first; what is decided is left out."""
    found = [*_unplaced(situation.not_drawn), *_drawn(situation)]
    return tuple(sorted(found, key=lambda c: (-c.change, c.items[0].claim.id)))


def _unplaced(items: Iterable[NotDrawn]) -> Iterator[Concern]:
    groups: dict[tuple[str, str, str], list[NotDrawn]] = {}
    for item in items:
        if item.reason in _DOUBT and not item.claim.reviewed:
            claim = item.claim
            # Without a place each claim is a question of its own.
            place = claim.place.text.casefold() if claim.place else claim.id
            groups.setdefault((item.reason, claim.doc, place), []).append(item)
    for (reason, _, _), group in groups.items():
        yield _concern(reason, group, group[0].detail)


def _drawn(situation: Situation) -> Iterator[Concern]:
    by_id = {claim.id: claim for claim in situation.claims}
    for item in situation.drawn:
        if item.claim.reviewed:
            continue
        against = tuple(by_id[other] for other in item.contradicts if other in by_id)
        if against:
            others = "another claim" if len(against) == 1 else f"{len(against)} other claims"
            yield _concern("contradicting", [item], f"contradicts {others}", against)
        elif item.claim.place_inherited:
            yield _concern("inherited", [item], "its place is taken from the sentence before")


def _concern(
    kind: str, items: Sequence[Located], why: str, against: tuple[Claim, ...] = ()
) -> Concern:
    moved = sum(_moves(item.claim) for item in items) * _DOUBT[kind]
    return Concern(kind=kind, items=tuple(items), change=moved, why=why, against=against)


def _moves(claim: Claim) -> float:
    return _MOVES.get(claim.action, _OTHER_MOVE) * (1.0 if claim.status.is_fact else _NOT_FACT)
