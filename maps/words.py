"""Plain words for readers: what a claim says, when, and what a situation holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claims.claim import Action, Claim, Status
from claims.situation import Situation
from geo.interval import Interval

__all__ = [
    "counted",
    "headline",
    "mid_sentence",
    "moment_words",
    "speaker",
    "subtitle",
    "time_words",
    "title",
    "zone_of",
]

# Per action: what it did, what it is doing, the bare verb. "{o}" takes the opponent.
_VERBS = {
    Action.ADVANCE: ("advanced{a}", "is advancing{a}", "advance{a}"),
    Action.CAPTURE: ("took ground{f}", "is taking ground{f}", "take ground{f}"),
    Action.RECAPTURE: ("retook ground{f}", "is retaking ground{f}", "retake ground{f}"),
    Action.RETREAT: ("pulled back{b}", "is pulling back{b}", "pull back{b}"),
    Action.PUSH_BACK: ("pushed {o} back", "is pushing {o} back", "push {o} back"),
    Action.ATTACK: ("attacked{d}", "is attacking{d}", "attack{d}"),
    Action.CLASH: ("fought{w}", "is fighting{w}", "fight{w}"),
    Action.STRIKE: ("struck{d}", "is striking{d}", "strike{d}"),
    Action.HOLD: ("held its positions", "is holding its positions", "hold its positions"),
    Action.ENCIRCLE: ("encircled{d}", "is encircling{d}", "encircle{d}"),
    Action.CUT: ("cut a route", "is cutting a route", "cut a route"),
    Action.DEPLOY: ("brought in forces", "is bringing in forces", "bring in forces"),
}

_COMMON_NOUNS = frozenset({"Government", "Opposition", "Army", "Rebels", "Militias", "Coalition"})


def _verb(action: Action, form: int, opponent: str) -> str:
    tails = {"a": "against", "f": "from", "b": "before", "w": "with", "d": ""}
    filled = {
        key: " ".join(["", *([word] if word else []), opponent]) if opponent else ""
        for key, word in tails.items()
    }
    return _VERBS[action][form].format(o=opponent or "its opponent", **filled)


def _party(side: str | None, words: str, names: Mapping[str, str]) -> str:
    if side and side in names:
        return names[side]
    return f"“{words}”" if words else ""


def mid_sentence(name: str) -> str:
    """Write a common noun small within a sentence; a proper name keeps its capital."""
    first, *_ = name.split(" ") if name else ("",)
    return name[0].lower() + name[1:] if first in _COMMON_NOUNS else name


def headline(claim: Claim, names: Mapping[str, str]) -> str:
    """Say a claim in plain words, with side names from ``names`` (id to name).

    A plan, a failure or a denial is worded as one: no reading of it can pass for a gain.
    """
    actor = _party(claim.actor_side, claim.actor, names) or "An unnamed side"
    opponent = mid_sentence(_party(claim.opponent_side, claim.opponent, names))
    match claim.status:
        case Status.OCCURRED:
            return f"{actor} {_verb(claim.action, 0, opponent)}"
        case Status.ONGOING:
            return f"{actor} {_verb(claim.action, 1, opponent)}"
        case Status.PLANNED:
            return f"{actor} plans to {_verb(claim.action, 2, opponent)}"
        case Status.FAILED:
            return f"{actor} failed to {_verb(claim.action, 2, opponent)}"
        case Status.DENIED:
            return f"Denied: {actor} {_verb(claim.action, 0, opponent)}"


def speaker(claim: Claim) -> str:
    """Name who asserts a claim; a report that speaks for itself is named by its outlet."""
    if claim.claimant != "outlet":
        return claim.claimant
    return f"{claim.outlet or 'The report'}, in its own words"


def zone_of(situation: Situation, doc: str = "") -> tzinfo:
    """Return the time zone of a document's theatre, UTC where it names none that exists.

    Without a document it is the zone of the whole: UTC where there are several theatres.
    """
    try:
        return ZoneInfo(situation.theatre_of(doc).timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _day(moment: datetime, *, year: bool = True) -> str:
    # strftime("%-d") is not portable, and month names must not follow the machine's locale.
    month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[moment.month - 1]
    return f"{moment.day} {month} {moment.year}" if year else f"{moment.day} {month}"


def _days(first: datetime, last: datetime) -> str:
    if first.date() == last.date():
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{_day(first, year=first.year != last.year)} – {_day(last)}"


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def time_words(interval: Interval, zone: tzinfo) -> str:
    """Write a stretch of time for readers, in a zone; whole days stay days.

    Examples
    --------
    >>> from datetime import UTC
    >>> time_words(Interval(start=datetime(2024, 12, 3, tzinfo=UTC),
    ...                     end=datetime(2024, 12, 5, tzinfo=UTC)), UTC)
    '3–4 Dec 2024'
    """
    start, end = interval.start.astimezone(zone), interval.end.astimezone(zone)
    if _is_midnight(start) and _is_midnight(end):
        return _days(start, end - timedelta(days=1))
    if start.date() == end.date():
        return f"{_day(start)}, {start:%H:%M}–{end:%H:%M}"
    return f"{_day(start)}, {start:%H:%M} – {_day(end)}, {end:%H:%M}"


def moment_words(moment: datetime, zone: tzinfo) -> str:
    """Write one moment for readers, with its distance from UTC.

    Examples
    --------
    >>> from datetime import UTC
    >>> moment_words(datetime(2024, 12, 5, 6, 45, tzinfo=UTC), ZoneInfo("Asia/Damascus"))
    '5 Dec 2024, 09:45 UTC+3'
    """
    local = moment.astimezone(zone)
    minutes = int((local.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    offset = f"{sign}{hours}" + (f":{rest:02d}" if rest else "") if minutes else ""
    if local.hour == local.minute == 0:
        return _day(local)  # a bare date was read: its midnight is no time of day
    return f"{_day(local)}, {local:%H:%M} UTC{offset}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _dates(situation: Situation) -> str:
    # A plan lies in the future; the title tells of what is claimed until now.
    intervals = [
        claim.when.interval
        for claim in situation.claims
        if claim.when and claim.status is not Status.PLANNED
    ]
    if not intervals:
        return ""
    zone = zone_of(situation)
    first = min(i.start for i in intervals).astimezone(zone)
    # The day on which the last one starts: a night that runs on adds no day.
    last = max(i.start for i in intervals).astimezone(zone)
    return _days(first, last)


def title(situation: Situation) -> str:
    """Make a title from the theatre and the days that the claims are about.

    Without a theatre the place that most claims name stands in for it.
    """
    days = _dates(situation)
    theatre = situation.theatre
    places = Counter(
        item.resolution.chosen[0].entry.name for item in situation.drawn if item.resolution.chosen
    )
    if theatre.sides or not places:
        subject = f"{theatre.name}: what is claimed"
    else:
        subject = f"What is claimed around {places.most_common(1)[0][0]}"
    return f"{subject}, {days}" if days else subject


def subtitle(situation: Situation) -> str:
    """Count claims, reports, origins and claimants, and say as of when."""
    claims = situation.claims
    origins = {item.origin or item.claim.doc for item in situation.drawn}
    origins |= {item.origin or item.claim.doc for item in situation.not_drawn}
    counts = (
        f"{counted(len(claims), 'claim')} in {counted(len(situation.reports), 'report')}, "
        f"{counted(len(origins), 'origin')}, "
        f"{counted(len({claim.claimant for claim in claims}), 'claimant')}"
    )
    if situation.as_of is None:
        return f"{counts}; no date known"
    return f"{counts}; as of {moment_words(situation.as_of, zone_of(situation))}"
