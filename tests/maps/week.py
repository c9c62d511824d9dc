"""The claims around Hama spread over five days, with a claim of three days and one of no date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from claims.claim import When
from claims.sides.theatre import Actor, Source, Theatre
from claims.situation import ResolvedClaim, Situation, Standing
from claims.weighing.grade import Grade
from geo.interval import Interval
from tests.maps.situations import THEATRE, hama

__all__ = ["DATELESS", "LONG", "START", "months", "week"]

#: Midnight of 1 December 2024 in Damascus.
START = datetime(2024, 11, 30, 21, tzinfo=UTC)
DATELESS, LONG = "c019", "c016"

_THEATRE = replace(
    THEATRE,
    actors=(Actor(id="hts", name="HTS", side="opposition"),),
    sources=(
        Source(id="sohr", name="SOHR", kind="monitor", leaning="opposition"),
        Source(id="sdm", name="Syrian Defence Ministry", leaning="government"),
        Source(id="xinhua", name="Xinhua", kind="wire"),
    ),
)


def _when(number: int, claim_id: str) -> When | None:
    if claim_id == DATELESS:
        return None
    start = START + timedelta(days=number % 5, hours=6 * (number // 5 % 4))
    length = timedelta(hours=6)
    if claim_id == LONG:
        start, length = START, timedelta(days=3)
    return When(interval=Interval(start=start, end=start + length), text="then")


def _dated(number: int, item: ResolvedClaim) -> ResolvedClaim:
    grade = Grade(
        reliability="BCD"[number % 3], credibility=2 + number % 3, why_reliable="", why_credible=""
    )
    standing = Standing(voices=1, sides=(), against_interest=number in (8, 17), grade=grade)
    claim = replace(item.claim, when=_when(number, item.claim.id))
    return replace(item, claim=claim, standing=standing)


def week(theatre: Theatre = _THEATRE) -> Situation:
    """Return 22 drawn claims of 1 to 5 December 2024 and three that are listed."""
    base = hama()
    drawn = tuple(_dated(number, item) for number, item in enumerate(base.drawn))
    return replace(base, theatre=theatre, drawn=drawn)


def months(count: int) -> Situation:
    """Return so many claims, one every nine minutes from 1 December 2024 on."""
    base = hama()
    drawn: list[ResolvedClaim] = []
    for number in range(count):
        item = base.drawn[number % len(base.drawn)]
        start = START + timedelta(minutes=9 * number)
        when = When(interval=Interval(start=start, end=start + timedelta(hours=12)), text="then")
        claim = replace(item.claim, id=f"m{number:05d}", when=when)
        drawn.append(replace(item, claim=claim, agrees_with=(), contradicts=()))
    return replace(base, theatre=_THEATRE, drawn=tuple(drawn), not_drawn=())
