"""One claim as one sentence that keeps apart who says it, what, where, when and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from claims.claim import Claim, Status
from claims.situation import NotDrawn, ResolvedClaim, Situation
from geo.interval import Interval
from maps.standing_words import voices_words
from maps.text import plain
from maps.words import headline, mid_sentence, time_words, zone_of

__all__ = ["Sentence", "day_words", "sentence_of", "when_words"]

_UNNAMED = "An unnamed side"


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
    claim: int,
    source: int | None,
) -> Sentence:
    """Tell a claim; ``claim`` and ``source`` are its numbers in the report's lists."""
    return Sentence(
        telling=_one_line(_telling(item.claim, situation, names)),
        quote=_one_line(item.claim.quote),
        voices=_voices(item),
        claim=claim,
        source=source,
    )


def _voices(item: ResolvedClaim | NotDrawn) -> str:
    """Say how a claim stands where that is more than one voice for itself."""
    plain_case = item.standing is None or (
        item.standing.voices == 1 and not item.standing.against_interest
    )
    return "" if plain_case else _one_line(voices_words(item))


def _telling(claim: Claim, situation: Situation, names: dict[str, str]) -> str:
    said = headline(claim, names).removeprefix("Denied: ")
    start = mid_sentence(said)
    if said.startswith(_UNNAMED):
        start = "an" + said.removeprefix("An")
    verb = "denied" if claim.status is Status.DENIED else "said"
    where = f"“{claim.place.text}”" if claim.place else ""
    stated = "; ".join(part for part in (where, when_words(claim, situation)) if part)
    told = f"{_voice(claim, verb)} that {start}{f' ({stated})' if stated else ''}"
    return told[0].upper() + told[1:]


def _voice(claim: Claim, verb: str) -> str:
    """Name the one who asserts it and who passed it on; a report's own voice is called so."""
    if claim.claimant == "outlet":
        own = "denied" if verb == "denied" else "wrote"
        return f"{claim.outlet or 'The report'} {own} in its own words"
    via = f", as passed on by {', '.join(claim.via)}," if claim.via else ""
    return f"{claim.claimant}{via} {verb}"


def when_words(claim: Claim, situation: Situation) -> str:
    """Write a claim's time in the zone of its theatre; empty where none is known."""
    if claim.when is None:
        return ""
    return time_words(claim.when.interval, zone_of(situation, claim.doc))


def day_words(claim: Claim, situation: Situation) -> str:
    """Write the day on which a claim's time begins; empty where none is known."""
    if claim.when is None:
        return ""
    zone = zone_of(situation, claim.doc)
    start = claim.when.interval.start.astimezone(zone)
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    return time_words(Interval(start=day, end=day + timedelta(days=1)), zone)


def _one_line(words: str) -> str:
    return " ".join(plain(words).split())
