"""Places that an adjective says are somebody's: "the rebel-held town of X"."""

from __future__ import annotations

from collections.abc import Iterable

from claims.claim import Action, Claim, Span
from claims.claimants.speech import is_speech
from claims.events.event import is_part_of_it
from claims.events.places.leading_places import specific
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from gazetteer.wording.mentions import Mention
from gazetteer.wording.powerwords import STATE_MEDIA

__all__ = ["described", "holds_it", "is_told_in"]

_ALL_OVER = frozenset("area areas territory territories parts regions zones districts".split())
_NAMED = 5  # words behind "rebel-run" in which it is said to be an agency
_BESIDE = 30  # characters from "rebel-held" to the place


def described(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return the place that an adjective describes: around it, or right behind it."""
    word = parsed.words[trigger.first]
    around = [s for s in parsed.spots if s.mention.start <= word.start < s.mention.end]
    following = parsed.lower[trigger.last + 1 : trigger.last + _NAMED]
    if around and not STATE_MEDIA.isdisjoint(following):
        return []  # "the rebel-run Maru news agency"
    behind = [s for s in parsed.spots if _is_beside(parsed, trigger, s)]
    found = [s for s in (around or behind)[:1] if not (s.aside and around)]
    return [s for s in specific(found) if not _is_all_over(s)]


def _is_beside(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether a place stands right behind an adjective, and nobody who speaks between."""
    told = any(map(is_speech, parsed.lower[trigger.last + 1 : spot.first]))  # "State-run TV said"
    told = told or not STATE_MEDIA.isdisjoint(parsed.lower[trigger.last + 1 : spot.first])
    return 0 <= spot.mention.start - parsed.words[trigger.first].end <= _BESIDE and not told


def _is_all_over(spot: Spot) -> bool:
    """Tell whether words mean all that a side holds, and no town: "the rebel-held areas"."""
    return spot.unnamed and spot.mention.expression.text.split()[-1].lower() in _ALL_OVER


def is_told_in(claim: Claim, met: Iterable[Mention], fell: Iterable[Span]) -> bool:
    """Tell whether a claim's place is told of otherwise: "shelled rebel-held X", "it fell"."""
    span = claim.place_span
    ends = [*((m.start, m.end) for m in met), *((s.start, s.end) for s in fell)]
    return bool(span and any(span.start < end and start < span.end for start, end in ends))


def holds_it(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether they hold a place told of: "left X, and others man posts there", "took it"."""
    at = trigger.last + (parsed.lower[trigger.last] != "there")  # "they are still there"
    behind = parsed.lower[at : at + 2]
    if trigger.pattern.action is Action.HOLD and is_part_of_it(parsed, at):
        return True
    there = behind[:1] in (["it"], ["there"]) and trigger.pattern.action is Action.HOLD
    return there and (behind[0] == "it" or not "".join(behind[1:]).isalpha())
