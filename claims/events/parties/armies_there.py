"""Whose "the army" is at a place abroad: that of the land which was spoken of last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from claims.claim import Claim
from claims.events.parties.on_land import Lands
from claims.fighters.actors import ActorFinder
from claims.fighters.cast.two_states import GUARDS

__all__ = ["armies_there"]

_OWN = r"\b(?:their|its|his|her|our)\s+(?:own\s+)?"
_BEFORE = 12  # characters of "their own" and of spaces
_ARMIES = frozenset("army soldier soldiers troops military government garrison".split())
_OF_SEVERAL = frozenset("coalition allied alliance foreign international joint combined".split())


def armies_there(
    claims: Iterable[Claim], lands: Lands, finder: ActorFinder, text: str
) -> list[Claim]:
    """Return claims with "the army" of no other land than that which a report has come to.

    A report on a war in several lands takes "soldiers" for those of the land it tells most of. At a
    place in another one they are that state's, if its forces were named last; nobody's, if those of
    a third were. A theatre has its own rules for this.
    """
    return [*claims] if lands.theatre.sides else [_as_there(c, lands, finder, text) for c in claims]


def _as_there(claim: Claim, lands: Lands, finder: ActorFinder, text: str) -> Claim:
    sides = (claim.actor_side, claim.opponent_side)
    told = text[max(0, claim.span.start - _BEFORE) : claim.span.end]
    bare = [_is_bare(words, told) for words in (claim.actor, claim.opponent)]
    owner = lands.owner(claim.place) if any(bare) else None
    if owner is None or owner not in finder.sides:
        return claim
    last, own = _last_state(claim, finder), finder.speaker(claim.claimant)
    kept = (None, owner, last, own.side if own else None)  # "the army said its troops were in X"
    found = [
        (owner if last == owner else None)
        if plain and side not in kept and finder.is_state(side)
        else side
        for side, plain in zip(sides, bare, strict=True)
    ]
    if found[0] is not None and found[0] == found[1]:
        return claim
    return replace(claim, actor_side=found[0], opponent_side=found[1])


def _is_bare(words: str, told: str) -> bool:
    """Tell whether words for an army name no land: "army convoys", no "their troops"."""
    said = {*words.split()}
    bare = words.islower() and not _ARMIES.isdisjoint(said) and _OF_SEVERAL.isdisjoint(said)
    return bare and not re.search(rf"{_OWN}{re.escape(words)}\b", told, re.IGNORECASE)


def _last_state(claim: Claim, finder: ActorFinder) -> str | None:
    """Return the state whose forces were last called by a name before a claim ends.

    In "Xan troops entered Yania. The troops drove through Yania" these are those of Xan.
    """
    told = [m for m in finder.before(claim.span.end) if m.side and not m.text.islower()]
    told = [m for m in told if m.armed or m.start < claim.span.start]
    named = [m for m in told if not GUARDS.search(m.text) and finder.is_state(m.side or "")]
    if not named:
        return None
    last = named[-1]
    acting = (m.side for m in reversed(named) if m.armed and m.sentence == last.sentence)
    return next(acting, last.side)
