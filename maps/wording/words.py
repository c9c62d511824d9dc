"""Plain words for readers: what a claim says, when, and what a situation holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claims.claim import Claim, Status
from claims.report import Report
from claims.situation import WITHHELD, NotDrawn, ResolvedClaim, Situation
from geo.interval import Interval
from maps.wording.language import ENGLISH, Language
from maps.wording.place_names import namer

__all__ = [
    "claim_zone",
    "event_words",
    "headline",
    "mid_sentence",
    "moment_words",
    "replaced_words",
    "speaker",
    "subtitle",
    "time_words",
    "title",
    "zone_of",
]

_UNNAMED = "An unnamed side"
_MOST_NAMED = 3


def _party(side: str | None, words: str, names: Mapping[str, str], tongue: Language) -> str:
    if side and side in names:
        return names[side]
    return tongue.say("page.quoted", text=words) if words else ""


def mid_sentence(name: str, tongue: Language = ENGLISH) -> str:
    """Write a common noun small within a sentence; a proper name keeps its capital."""
    first, *_ = name.split(" ") if name else ("",)
    return name[0].lower() + name[1:] if first in tongue.words["common"] else name


def headline(claim: Claim, names: Mapping[str, str], tongue: Language = ENGLISH) -> str:
    """Say a claim in plain words, with side names from ``names`` (id to name).

    A plan, a failure or a denial is worded as one: no reading of it can pass for a gain.
    """
    actor = _party(claim.actor_side, claim.actor, names, tongue)
    started = actor or tongue.side(_UNNAMED)
    told = _told(claim, names, tongue, claim.status)
    return told if told.startswith(started) else told[:1].upper() + told[1:]


def event_words(claim: Claim, names: Mapping[str, str], tongue: Language = ENGLISH) -> str:
    """Say within a sentence what is claimed, of a denial what is denied."""
    status = Status.OCCURRED if claim.status is Status.DENIED else claim.status
    return _told(claim, names, tongue, status, within=True)


def _told(
    claim: Claim,
    names: Mapping[str, str],
    tongue: Language,
    status: Status,
    *,
    within: bool = False,
) -> str:
    actor = _party(claim.actor_side, claim.actor, names, tongue) or _UNNAMED
    opponent = _party(claim.opponent_side, claim.opponent, names, tongue)
    return _deed_words(claim.action.value, status.value, actor, opponent, tongue, within=within)


@lru_cache(maxsize=4_096)  # claims in their thousands say the same of a few sides
def _deed_words(
    action: str, status: str, actor: str, opponent: str, tongue: Language, *, within: bool
) -> str:
    values = {**_forms("actor", actor, tongue), **_forms("opponent", opponent, tongue)}
    if within:
        values["actor"] = values.get("actor.the", values["actor"])
    phrase, deed = tongue.words["headline"][status], tongue.words["headline"]["action"][action]
    asked = [form for form in _DEEDS if f"{{{form}}}" in phrase]
    told = {form: tongue.fill(deed.get(form, deed["did"]), values) for form in asked}
    # What a report calls a side may hold braces and brackets, so no phrase is filled in twice.
    return tongue.fill(phrase, {**values, **told})


_DEEDS = ("did", "doing", "do")


@lru_cache(maxsize=1_024)
def _forms(role: str, name: str, tongue: Language) -> Mapping[str, str]:
    """Return a side's name and its forms as "actor", "actor.of"; all empty without a name."""
    forms = tongue.forms(name) if name else {"name": ""}
    known = {f"{role}.{key}": mid_sentence(form, tongue) for key, form in forms.items()}
    return {role: forms["name"], **known}


def speaker(claim: Claim, tongue: Language = ENGLISH) -> str:
    """Name who asserts a claim; a report that speaks for itself is named by its outlet."""
    if claim.claimant != "outlet":
        return claim.claimant
    return _own_words(claim.outlet, tongue)


@lru_cache(maxsize=1_024)
def _own_words(outlet: str, tongue: Language) -> str:
    words = tongue.say("told.own_words", outlet=outlet or tongue.say("told.the_report"))
    return words if outlet else words[0].upper() + words[1:]


def replaced_words(report: Report, situation: Situation, tongue: Language = ENGLISH) -> str:
    """Say that a report takes the place of an earlier version, empty where it does not."""
    if report.replaces is None:
        return ""
    when = moment_words(report.replaces, zone_of(situation, report.id), tongue)
    return tongue.say("told.replaces", when=when)


def zone_of(situation: Situation, doc: str = "") -> tzinfo:
    """Return the time zone of a document's theatre, UTC where it names none that exists.

    Without a document it is the zone of the whole: UTC where there are several theatres.
    """
    return _zone(situation.theatre_of_report(doc).timezone)


def claim_zone(situation: Situation, claim: Claim) -> tzinfo:
    """Return the time zone of the theatre that a claim is of."""
    return _zone(situation.theatre_of(claim).timezone)


@lru_cache  # asked for every report and every claim of it
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _day(moment: datetime, tongue: Language) -> str:
    return tongue.days(moment.date(), moment.date())


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


@lru_cache(maxsize=4_096)  # claims in their thousands are about the same days
def time_words(interval: Interval, zone: tzinfo, tongue: Language = ENGLISH) -> str:
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
        return tongue.days(start.date(), (end - timedelta(days=1)).date())
    from_, to = f"{start:%H:%M}", f"{end:%H:%M}"
    first, last = _day(start, tongue), _day(end, tongue)
    if start.date() == end.date():
        return tongue.say("told.hours", day=first, **{"from": from_, "to": to})
    return tongue.say("told.span", first=first, last=last, **{"from": from_, "to": to})


@lru_cache(maxsize=4_096)  # each claim of a report tells when that was published
def moment_words(moment: datetime, zone: tzinfo, tongue: Language = ENGLISH) -> str:
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
        return _day(local, tongue)  # a bare date was read: its midnight is no time of day
    day = _day(local, tongue)
    return tongue.say("told.moment", day=day, time=f"{local:%H:%M}", offset=offset)


def _dates(situation: Situation, tongue: Language) -> str:
    # A plan lies in the future; the title tells of what is claimed until now.
    planned = Status.PLANNED  # to look it up in its class takes longer than all else here
    starts = [
        claim.when.interval.start
        for claim in situation.claims
        if claim.when and claim.status is not planned
    ]
    if not starts:
        return ""
    zone = zone_of(situation)
    # The day on which the last one starts: a night that runs on adds no day.
    first, last = min(starts).astimezone(zone), max(starts).astimezone(zone)
    return tongue.days(first.date(), last.date())


def title(situation: Situation, tongue: Language = ENGLISH) -> str:
    """Make a title from the theatre and the days that the claims are about.

    Without a theatre the place that most claims name stands in for it, and of more theatres than a
    title can name their number.
    """
    days = _dates(situation, tongue)
    theatre = situation.theatre
    if len(situation.parts) > _MOST_NAMED:
        conflicts = tongue.say("told.conflicts", n=len(situation.parts))
        return tongue.say("told.title", theatre=conflicts, days=days)
    if not theatre.sides:
        chosen, name = [item.resolution.chosen for item in situation.drawn], namer(tongue)
        for place, _ in Counter(name(own[0].entry) for own in chosen if own).most_common(1):
            return tongue.say("told.title_place", place=place, days=days)
    return tongue.say("told.title", theatre=tongue.theatre(theatre.name), days=days)


def subtitle(situation: Situation, tongue: Language = ENGLISH) -> str:
    """Count claims, reports, origins and claimants, and say as of when."""
    # Of what a policy withholds nobody learns who said it.
    listed = [item for item in situation.not_drawn if item.reason != WITHHELD]
    told: list[ResolvedClaim | NotDrawn] = [*situation.drawn, *listed]
    numbers = {
        "claims": len(situation.claims),
        "reports": len(situation.reports),
        "origins": len({item.origin or item.claim.doc for item in told}),
        "claimants": len({item.claim.claimant for item in told}),
    }
    counted = {key: tongue.say(f"told.{key}", n=number) for key, number in numbers.items()}
    counts = tongue.say("told.counts", **counted)
    if situation.held_back:
        counts = tongue.say("told.held_back", n=situation.held_back, counts=counts)
    if situation.as_of is None:
        return tongue.say("told.undated", counts=counts)
    moment = moment_words(situation.as_of, zone_of(situation), tongue)
    return tongue.say("told.as_of", counts=counts, moment=moment)
