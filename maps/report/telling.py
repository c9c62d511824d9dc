"""One claim as one sentence that keeps apart who says it, what, where, when and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from claims.claim import Claim, Status
from claims.situation import NotDrawn, ResolvedClaim, Situation
from geo.interval import Interval
from maps.text import plain
from maps.wording.language import Language
from maps.wording.standing_words import voices_words
from maps.wording.words import claim_zone, event_words, time_words

__all__ = ["Sentence", "day_words", "sentence_of", "when_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence about a claim, its quotation, and the numbers of claim and source.

    The parts are plain text; each form escapes them in its own way.
    """

    telling: str
    quote: str
    voices: str
    claim: int
    source: int | None


def sentence_of(
    item: ResolvedClaim | NotDrawn,
    situation: Situation,
    *,
    names: dict[str, str],
    tongue: Language,
    claim: int,
    source: int | None,
) -> Sentence:
    """Tell a claim; ``claim`` and ``source`` are its numbers in the report's lists."""
    return Sentence(
        telling=_one_line(_telling(item.claim, situation, names, tongue)),
        quote=_one_line(item.claim.quote),
        voices=_voices(item, tongue),
        claim=claim,
        source=source,
    )


def _voices(item: ResolvedClaim | NotDrawn, tongue: Language) -> str:
    """Say how a claim stands where that is more than one voice for itself."""
    plain_case = item.standing is None or (
        item.standing.voices == 1 and not item.standing.against_interest
    )
    return "" if plain_case else _one_line(voices_words(item, tongue))


def _telling(claim: Claim, situation: Situation, names: dict[str, str], tongue: Language) -> str:
    where = tongue.say("page.quoted", text=claim.place.text) if claim.place else ""
    stated = tongue.listed([where, when_words(claim, situation, tongue)])
    told = tongue.say("report.told", what=event_words(claim, names, tongue), stated=stated)
    key, who = _voice(claim)
    who = who or tongue.say("told.the_report")
    line = tongue.say(f"report.{key}", who=who, via=", ".join(claim.via), told=told)
    return line[0].upper() + line[1:]


def _voice(claim: Claim) -> tuple[str, str]:
    """Tell how a claim is asserted, and by whom; a report's own voice is called so."""
    denied = claim.status is Status.DENIED
    if claim.claimant == "outlet":
        return "own_denied" if denied else "wrote", claim.outlet
    return "denied" if denied else "said", claim.claimant


def when_words(claim: Claim, situation: Situation, tongue: Language) -> str:
    """Write a claim's time in the zone of its theatre; empty where none is known."""
    if claim.when is None:
        return ""
    return time_words(claim.when.interval, claim_zone(situation, claim), tongue)


def day_words(claim: Claim, situation: Situation, tongue: Language) -> str:
    """Write the day on which a claim's time begins; empty where none is known."""
    if claim.when is None:
        return ""
    zone = claim_zone(situation, claim)
    start = claim.when.interval.start.astimezone(zone)
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    return time_words(Interval(start=day, end=day + timedelta(days=1)), zone, tongue)


def _one_line(words: str) -> str:
    return " ".join(plain(words).split())
