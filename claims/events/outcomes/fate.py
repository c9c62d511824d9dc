"""What becomes of an attack in the next sentence: "Rebels stormed X. The army drove them back."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.claim import Action, Claim, Status
from claims.claimants.attribution import attribute
from claims.events.outcomes.blamed import laid_next
from claims.events.outcomes.met_attacks import BEATS
from claims.events.sentences.parse import Parsed

__all__ = ["FAILED", "Told", "with_fates"]

_KEPT = (Action.HOLD, Action.PUSH_BACK)
FAILED = re.compile(
    r"\b(?:the|this|that|both|their|its|all|each|every)\s+(?:\w+\s+)?"
    r"(?:attacks?|assaults?|attempts?|bids?|offensives?|raids?|push|effort|counter-?attacks?)\s+"
    r"(?:(?:has|have|had)\s+)?(?:(?:was|were|been|is|are)\s+(?:\w+ly\s+)?"
    r"(?:unsuccessful|repelled|repulsed|thwarted|foiled|defeated|beaten\s+(?:back|off)|driven\s+(?:back|off)|a\s+failure)"
    r"|prove[ds]?\s+unsuccessful|fail(?:ed|s)?(?!\s+to)|falter(?:ed|s)|collapse[ds]|fizzled|c[ao]mes?\s+to\s+nothing|end(?:ed|s)\s+in\s+failure|"
    r"(?:did|do|does)\s+not\s+succeed)\b"
    r"|^\W*(?:they|it)\s+failed(?!\s+to)\b"
    r"|\bthey\s+(?:were|are|have\s+been|had\s+been)\s+(?:all\s+)?(?:\w+ly\s+)?(?:stopped|halted|repelled|repulsed|"
    r"(?:thrown|beaten|driven)\s+(?:back|off))\b",
    re.IGNORECASE,
)


_HURT = re.compile(
    r"\b(?:hurt|injur\w+|wounded|killed|died|dead|casualt\w+|damaged?)\b", re.IGNORECASE
)
_HARM = 14  # words of "No casualties were reported and the damage was slight."


class Told(NamedTuple):
    """What one sentence claims, and what it denies of the claims before it."""

    parsed: Parsed
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    follows: bool  # whether it may go on with the sentence before


def with_fates(sentences: Iterable[Told]) -> Iterator[Claim]:
    """Yield the claims of sentences, attacks failed where the next sentence says so.

    Only who told of an attack can say so; what another one says stands beside it.
    """
    before: Told | None = None
    for told in sentences:
        if before and _only_tells_harm(told):
            before = Told(told.parsed, (*_fated(told, before.claims),), before.denials, True)
            continue
        if before:
            follows = told.follows or (before.follows and _stands_behind(told, before))
            yield from _fated(told, before.claims) if follows else before.claims
            yield from before.denials
        before = told
    if before:
        yield from (*before.claims, *before.denials)


def _only_tells_harm(told: Told) -> bool:
    """Tell whether a sentence only says whom the one before hurt: "Nobody was hurt."."""
    short = len(told.parsed.words) <= _HARM
    tells = bool(told.claims or told.denials) or not told.follows
    return short and not tells and _HURT.search(told.parsed.sentence.text) is not None


def _stands_behind(told: Told, before: Told) -> bool:
    """Tell whether a sentence follows another in its paragraph."""
    return told.parsed.sentence.start - before.parsed.sentence.end == 1


def _fated(told: Told, before: Sequence[Claim]) -> Iterator[Claim]:
    for claim in before:
        attack = claim.action is Action.ATTACK and claim.status.is_fact
        failed = attack and (_fails(told, claim) or _is_beaten(told, claim))
        yield replace(claim, status=Status.FAILED) if failed else laid_next(told.parsed, claim)


def _fails(told: Told, attack: Claim) -> bool:
    """Tell whether the attack itself is said to have failed, and none that is told between."""
    start = told.parsed.sentence.start
    match = FAILED.search(told.parsed.sentence.text)
    if match is None or any(_is_attack_before(c, start + match.start()) for c in told.claims):
        return False
    said = attribute(told.parsed.cues, start + match.end() - 1)
    return said.claimant == attack.claimant


def _is_attack_before(claim: Claim, place: int) -> bool:
    """Tell whether a claim is of an attack told of before a place of the text."""
    return claim.action is Action.ATTACK and claim.span.end <= place


def _is_beaten(told: Told, attack: Claim) -> bool:
    """Tell whether those attacked are said to have beaten "them" off, at the same place."""
    if not BEATS.search(told.parsed.sentence.text):
        return False
    return any(_is_kept(claim, attack) for claim in told.claims)


def _is_kept(kept: Claim, attack: Claim) -> bool:
    if kept.action not in _KEPT or kept.status is not Status.OCCURRED or not kept.actor_side:
        return False
    rivals = kept.actor_side != attack.actor_side and kept.claimant == attack.claimant
    there = kept.place and attack.place and kept.place.heads == attack.place.heads
    return bool(rivals and there and kept.place_inherited)
