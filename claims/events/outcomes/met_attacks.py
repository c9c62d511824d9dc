"""An attack that was met, beside the deed of those who beat it off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.claim import Action, Claim, Status

__all__ = ["BEATS", "met_attacks"]

BEATS = re.compile(
    r"\b(?:repel|repuls|thwart|foil|frustrat|rout|fend|ward|parr(?:y|ied)|smash|crush|shatter|weather|absorb|(?:drove|driven|drives?|beats?|beaten|threw|throws?|thrown|push(?:ed|es)?|force[ds]?|fought|fights?|saw|sees?|seen)"
    r"\s+(?:\w+\s+){0,4}(?:back|off|out)\b)",
    re.IGNORECASE,
)
_TRIED = (Action.ATTACK, Action.ADVANCE)
_GAINS = (Action.ADVANCE, Action.CAPTURE)
# Those of a speaker are not who speaks: "beaten back by our forces", say the armed forces.
_MEN = frozenset("forces troops men units fighters soldiers combatants".split())


def met_attacks(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a sentence's claims, with an attack that was met beside the deed of those who met it.

    "The army repelled an attack on X" tells that the army holds X and of an attack that failed.
    Of "the attack on X was repelled" nobody is known to hold X, and those who are said to have
    attacked do not where only they are told of.
    """
    claims = [c for c in _with_its_end(claims) if not any(_is_met_at(c, o) for o in claims)]
    failed = [c for c in claims if c.status is Status.FAILED and c.action in _TRIED]
    stands: dict[str, Claim] = {}
    left_out: set[str] = set()
    for held, attack in [(h, attack) for attack in failed for h in claims if _meets(h, attack)]:
        first = claims.index(held) < claims.index(attack)
        if first and held.action is Action.PUSH_BACK:
            continue  # "were driven out of X, which they tried to enter again"
        named = held.actor_side if first else _is_by_them(held, attack)
        stands[attack.id] = _by_others(stands.get(attack.id, attack), held)
        stands[held.id] = _against(stands.get(held.id, held), attack)
        if not named and (attack.actor_side or not first):
            left_out.add(held.id)
    yield from (stands.get(c.id, c) for c in claims if c.id not in left_out)


def _by_others(attack: Claim, held: Claim) -> Claim:
    """Return an attack with who met it, made by nobody of theirs and when they met it."""
    dated = attack.when and attack.when.text and not (held.when and held.when.text)
    told = attack if dated else replace(attack, when=held.when)
    if held.actor_side and told.actor_side == held.actor_side:
        told = replace(told, actor=held.opponent, actor_side=held.opponent_side)
    return _against(told, held)


def _is_by_them(held: Claim, attack: Claim) -> bool:
    """Tell whether words say who met it, and not only who says so: "beaten back, says ministry"."""
    who = held.actor.lower()
    named = bool(who) and (who in _MEN or who not in held.claimant.lower())
    return named and held.actor_side != attack.actor_side


def _with_its_end(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield an attack and that those who made it did not get in as one attack that failed."""
    for claim in claims:
        ends = [c for c in claims if _is_end(claim, c)]
        if ends or not any(_is_end(attack, claim) for attack in claims):
            yield replace(claim, status=Status.FAILED) if ends else claim


def _is_met_at(held: Claim, attack: Claim) -> bool:
    """Tell whether an attack names where it was met: "near X, they attacked Y but were stopped".

    What is set in front then says where Y is, and nobody holds it by that.
    """
    failed = attack.status is Status.FAILED and attack.action in _TRIED
    met = held.action is Action.HOLD and attack.actor_side == held.opponent_side is not None
    if not (failed and met and held.place_span and attack.place_span):
        return False
    return held.place_span.end < attack.span.start <= attack.place_span.start < held.span.end


def _is_end(attack: Claim, other: Claim) -> bool:
    """Tell whether an attack came to nothing: "attacked X but failed to get inside"."""
    told = attack.action is Action.ATTACK and attack.status is Status.OCCURRED
    ended = other.action in _GAINS and other.status is Status.FAILED
    same = attack.actor_side is not None and attack.actor_side == other.actor_side
    there = attack.place and other.place and attack.place.heads == other.place.heads
    return bool(told and ended and same and there and attack.span.start <= other.span.start)


def _against(kept: Claim, other: Claim) -> Claim:
    """Tell by the claim left out whom an attacker or a defender fought."""
    if kept.opponent_side or not other.actor_side or other.actor_side == kept.actor_side:
        return kept
    return replace(kept, opponent=other.actor, opponent_side=other.actor_side)


def _meets(held: Claim, attack: Claim) -> bool:
    kept = held.action in (Action.HOLD, Action.PUSH_BACK) and held.status.is_fact
    there = kept and held.place and attack.place and held.place.text == attack.place.text
    return bool(there and BEATS.search(held.quote))
