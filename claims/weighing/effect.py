"""What a claim means on the ground: which side is better off at its place, which worse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.claim import Action, Claim, Status

__all__ = ["Adversaries", "Effect", "effect_of"]

_GAINS = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE, Action.PUSH_BACK))
_RINGS = frozenset((Action.ENCIRCLE, Action.CUT))
_FIGHTS = frozenset((Action.ATTACK, Action.CLASH, Action.STRIKE))
_AGAINST = _GAINS | _RINGS | _FIGHTS | {Action.RETREAT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Who is better off by a claim, who worse, and by what.

    Parameters
    ----------
    kind
        "gain" of ground, "ring" (cut off), "hold" of ground, "present" (forces brought there),
        "fight" (nobody better off), "denied"; empty where the claim says nothing of the kind.
    gains, loses
        Sides that are better and worse off, as far as the claim tells.
    actor, action
        As in the claim.
    """

    kind: str = ""
    gains: str | None = None
    loses: str | None = None
    actor: str | None = None
    action: Action


def effect_of(claim: Claim) -> Effect:
    """Return what a claim means: by a gain the actor, by a retreat or a failed gain the opponent.

    Plans mean nothing yet.
    """
    actor, opponent, action = claim.actor_side, claim.opponent_side, claim.action
    kind, up, down = "", actor, opponent
    if claim.status is Status.DENIED:
        kind = "denied"
    elif claim.status is Status.FAILED:
        kind, up, down = "hold" if action in _GAINS | _RINGS | _FIGHTS else "", opponent, actor
    elif claim.status.is_fact:
        kind = _kind(action)
        if action is Action.RETREAT:
            up, down = opponent, actor
        if action in _FIGHTS:
            up = down = None
    if not kind:
        up = down = None
    return Effect(kind=kind, gains=up, loses=down, actor=actor, action=action)


def _kind(action: Action) -> str:
    if action in _GAINS or action is Action.RETREAT:
        return "gain"
    if action in _RINGS:
        return "ring"
    if action in _FIGHTS:
        return "fight"
    return {Action.HOLD: "hold", Action.DEPLOY: "present"}[action]


@dataclass(frozen=True, slots=True)
class Adversaries:
    """Who fights whom, as the claims themselves tell."""

    pairs: frozenset[frozenset[str]]

    @classmethod
    def among(cls, claims: Iterable[Claim]) -> Adversaries:
        """Learn the pairs of sides that some claim says fought each other."""
        return cls(
            frozenset(
                frozenset((claim.actor_side, claim.opponent_side))
                for claim in claims
                if claim.action in _AGAINST and claim.actor_side and claim.opponent_side
                if claim.actor_side != claim.opponent_side
            )
        )

    def foes(self, one: str | None, other: str | None) -> bool:
        """Tell whether two sides fight each other; False where either is unknown.

        Two sides of which the claims tell no fight at all, neither between them nor with a common
        enemy, are taken for enemies: what is held by one is then not held by the other.
        """
        if not one or not other or one == other:
            return False
        if frozenset((one, other)) in self.pairs:
            return True
        return not self._enemies(one) and not self._enemies(other)

    def _enemies(self, side: str) -> set[str]:
        return {each for pair in self.pairs if side in pair for each in pair - {side}}
