"""The day that a report speaks of, as it goes on: published, told, taken over from before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from claims.claim import Status, When
from claims.claimants.listed import is_item
from claims.events.days.apposed_day import apposed_day
from claims.events.days.diary import diary
from claims.events.days.history import is_history
from claims.events.days.leading_day import leading_day
from claims.events.days.nth_day import begun, counted
from claims.events.days.of_asides import is_of_aside, is_of_relative
from claims.events.days.of_others import what_is_dated
from claims.events.days.of_saying import dates_the_saying
from claims.events.days.on_that_day import (
    goes_on,
    is_of_day,
    is_same_day,
    opens_with_those,
    takes_up,
)
from claims.events.days.own_times import opens_entry, own_times
from claims.events.days.report_day import is_daily, report_day
from claims.events.sentences.clause_words import MODALS, NOT
from claims.events.sentences.parse import Parsed
from claims.events.spots.survey import PRESENT
from claims.lexicon import Trigger
from claims.report import Report, Section
from claims.times.days_before import NO_DAYS, DaysBefore
from claims.times.time_mention import TimeMention
from claims.times.when import Anchor, when_of
from claims.words import Sentence

__all__ = ["Clock"]

_DAY = timedelta(days=1)
_WEEK = 6  # days back that a weekday may lie
# What opens a sentence about what came after the one before it.
_CAME_AFTER = re.compile(
    r"^[\"“']?(?:(?:in|over|during|within)\s+)?(?:the\s+|that\s+)?(?:(?:\w+\s+){0,3}?(?:hours?|days?|weeks?|months?|years?)\s+"
    r"(?:later|after(?:wards?)?|that\s+followed)|(?:next|following|same|ensuing|subsequent)\s+(?:\w+\s+)?"
    r"(?:night|morning|evening|days?|weeks?|months?|years?|autumn|winter|spring|summer)|soon\s+after(?:wards)?|"
    r"shortly\s+(?:after(?:wards)?|thereafter)|later\s+that|subsequently|afterwards?|thereafter|then|eventually|by\s+then)\b",
    re.IGNORECASE,
)
# The same in mid-sentence, of a past told before: "French troops later drove them out".
_CAME_LATER = re.compile(
    r"\b(?:then|later|eventually|subsequently|afterwards)\b|\bafter\s+(?:\w+\s+){0,3}?(?:weeks|months|years)\b"
    r"|\b(?:that|the\s+(?:same|following|next))\s+(?:year|summer|autumn|winter|spring|month)\b",
    re.IGNORECASE,
)
# Years that a sentence takes from the one before, even where that one has news as well.
_OF_THAT_YEAR = re.compile(
    r"\b(?:that|the\s+(?:same|following|next))\s+year\b|\byears?\s+later\b", re.IGNORECASE
)
_PERFECT = frozenset(("has", "have"))
_ARE = frozenset("is are remain remains".split())
_HOLDS = frozenset("hold holds control controls occupy occupies retain retains".split())
_CONTINUES, _BARE = frozenset(("continue", "continues")), MODALS | NOT | {"to", "did", "not"}
_STILL = frozenset("now currently still far".split())
_NOW = re.compile(r"\b(?:now|currently|still|so\s+far)\b", re.IGNORECASE)


# What stands before the mark behind the head of an entry.
_HEAD = re.compile(r"\W*[(\[][^()\[\]]{3,30}[)\]]|(?:[^:|–—]{1,60}?(?:[:|–—]|\s--?\s)){1,2}")


@dataclass(slots=True)
class Clock:
    """Follow the days that a report speaks of, sentence by sentence; :meth:`when` goes by them."""

    report: Report
    zone: str
    anchor: Anchor | None = field(init=False)
    daily: bool = field(init=False)  # tells of a day's events; what is weeks old is background
    before: DaysBefore = NO_DAYS  # what the next sentence goes on from
    _headed: dict[Section, date] = field(init=False)  # a day on a line above
    _started: bool = False
    _opens: bool = False  # whether the next sentence opens a paragraph
    _item: bool = False  # and that paragraph is an item of a list
    _past: bool = False  # whether the sentence before told of an earlier year and of no other
    _year: bool = False  # whether it told of an earlier year beside its news

    def __post_init__(self) -> None:
        self.anchor = report_day(self.report)
        self.daily = is_daily(self.report)
        self._headed = diary(self.report, self.today)

    @property
    def today(self) -> date:
        """The day from which "yesterday" and weekdays count back."""
        published = self.report.published.date() if self.report.published else date(1970, 1, 1)
        if self.anchor is None or self.anchor.others:
            return published
        return self.anchor.day

    def open_paragraph(self, section: Section) -> None:
        """Forget the day of the paragraph before, but not one that heads this one."""
        self.before = self.before._replace(
            spoken=None,
            span=None,
            entry=self._headed.get(section),
            earlier=self.before.spoken,
            held=frozenset(),
        )
        self._opens = True
        self._item = is_item(self.report.text[section.start : section.end])

    def when(
        self,
        parsed: Parsed,
        trigger: Trigger,
        status: Status,
        times: list[TimeMention] | None = None,
    ) -> When | None:
        """Return when an event happened, None where the report has no date.

        Its ``times`` are those of its sentence that may be its own, if none are given.
        """
        if self.report.published is None or self.anchor is None:
            return None
        sentence, trigger = parsed.sentence, what_is_dated(parsed, trigger)
        apposed = apposed_day(parsed, trigger)
        times = own_times(parsed, trigger) if times is None else times
        times = [apposed] if apposed else times
        times = counted(times, parsed.days.begun, sentence.text, sentence.start)
        if status is Status.PLANNED:
            times = [t for t in times if not dates_the_saying(parsed, trigger, t)]
        return when_of(
            times,
            parsed.words[trigger.first].start,
            self.report.published,
            self.zone,
            anchor=self._anchor(parsed, trigger, status),
            text=sentence.text,
            reach=(sentence.start, sentence.end),
            ahead=status is Status.PLANNED,
        )

    def goes_on_about_past(self, sentence: Sentence, times: Sequence[TimeMention]) -> bool:
        """Tell whether a sentence only goes on about the earlier year told of before it.

        "The army left X in October 2023. Days later it seized Y. Its rivals later took both."
        """
        if self._year and _OF_THAT_YEAR.search(sentence.text):
            return True
        if not self._past:
            return False
        if _CAME_AFTER.match(sentence.text):
            return True
        onward = opens_with_those(sentence.text) or _CAME_LATER.search(sentence.text)
        return bool(onward) and self._may_go_on(sentence, times)

    @staticmethod
    def _may_go_on(sentence: Sentence, times: Sequence[TimeMention]) -> bool:
        """Tell whether nothing brings a sentence back to the report's own time."""
        dated = any(t.day for t in times) and not _OF_THAT_YEAR.search(sentence.text)
        return not dated and PRESENT.isdisjoint(sentence.held)

    def _anchor(self, parsed: Parsed, trigger: Trigger, status: Status) -> Anchor:
        """Return the day of a sentence that names none itself."""
        assert self.anchor is not None  # noqa: S101 - asked only of dated reports
        sentence, before = parsed.sentence, parsed.days
        # "The army took it back in the afternoon", of the day told before
        of_day = is_of_day(sentence.text)
        before = before._replace(spoken=before.spoken or (before.earlier if of_day else None))
        same = (before.spoken or before.span) and (
            of_day or goes_on(sentence.text, before.held) or self._is_of_old(parsed, before.spoken)
        )
        # "At nightfall" is of one day, and not of a month told before.
        span = before.span if same and not is_same_day(sentence.text) else None
        spoken = before.spoken or (before.span[1] if before.span else None)
        # "That leaves X, where they are dug in" tells of the report's own day
        told = before.spoken if same and not _is_present(parsed, trigger) else None
        now = status is Status.ONGOING or (
            not _STILL.isdisjoint(sentence.held) and bool(_NOW.search(sentence.text))
        )
        if span and not told and not now and status is not Status.PLANNED:
            return Anchor(day=span[0], last=span[1], others=(self.anchor.day,), spoken=spoken)
        now = now or parsed.lower[trigger.first - 1] in _PERFECT  # "has reached X", up to now
        lead = None if now or _is_of_last_night(parsed) else before.lead
        day = told or before.entry or lead
        if day is None or status is Status.PLANNED:
            return Anchor(day=self.anchor.day, others=self.anchor.others, spoken=spoken)
        others = (self.anchor.day,) if day != self.anchor.day else ()
        return Anchor(day=day, others=others, spoken=spoken)

    def _is_of_old(self, parsed: Parsed, spoken: date | None) -> bool:
        """Tell whether a sentence without a day goes on about a day that no news is of any more.

        It names an hour, or a place told of, "the base", and nothing of the present.
        """
        old = spoken is not None and (self.today - spoken).days > _WEEK
        hour = any(
            t.part or t.hour is not None for t in parsed.times if not t.day and not t.step_days
        )
        if hour and (old or not self.daily):
            return True
        return old and takes_up(parsed.sentence.text) and PRESENT.isdisjoint(parsed.sentence.held)

    def follow(self, parsed: Parsed) -> None:
        """Remember the day that a sentence spoke of; the first one's leads the whole report."""
        self._follow_history(parsed)
        if parsed.times:
            self._follow_days(parsed)
        elif self.before.span:
            self.before = self.before._replace(span=None)
        since = begun(parsed, self.today, self.before.begun)
        self.before = self.before._replace(begun=since, held=parsed.sentence.held)
        self._started, self._opens = True, False

    def _follow_history(self, parsed: Parsed) -> None:
        self._year = self._tells_of_year(parsed)
        told = any(t.pattern.kind != "held" for t in parsed.triggers)
        quiet = self._past and not told and self._may_go_on(parsed.sentence, parsed.times)
        self._past = quiet or (self._year and not told)

    def _follow_days(self, parsed: Parsed) -> None:
        days = [t for t in parsed.times if t.day and (not t.last or t.last - t.day <= _DAY)]
        news = [t for t in parsed.times if not is_of_aside(parsed, t)]
        told_days = [t for t in news if t in days]
        spoken, lead, entry, *_ = self.before
        if not self._started:
            lead = leading_day(parsed, days, self.today)
        elif days and all(t.day != lead and not is_of_relative(parsed, t) for t in days):
            lead = None
        elif not days and _is_of_last_night(parsed):
            lead = None  # "Separately, rebels attacked X overnight": the night before the report
        step = _fronted_step(parsed)
        if told_days and told_days[0].day and told_days[0].day <= self.today:
            spoken = told_days[0].day
        elif step and self.anchor and (spoken or step < 0):
            # "The day before, rebels attacked X. They took Y", "the next day they left"
            spoken = min((spoken or self.anchor.day) + step * _DAY, self.today)
        past = ((t.day, t.last) for t in news if t.day and t.last and t.last < self.today)
        span = next(past, None)
        spoken = None if span and not days else spoken
        entry = (_entry(parsed, days, item=self._item) if self._opens else None) or entry
        self.before = self.before._replace(spoken=spoken, lead=lead, entry=entry, span=span)

    def _tells_of_year(self, parsed: Parsed) -> bool:
        """Tell whether a sentence has history, or goes on with it."""
        if self.report.published is None or "since" in parsed.sentence.held:
            return False  # what had lasted since then may end in the next sentence
        if self.goes_on_about_past(parsed.sentence, parsed.times):
            return True
        published = self.report.published.date()
        return any(is_history(parsed, t, published) for t in parsed.passed_over)


def _is_of_last_night(parsed: Parsed) -> bool:
    """Tell whether a sentence tells of "overnight", without a day: of the one before the report."""
    return any(t.part == "overnight" and not t.day and not t.step_days for t in parsed.times)


def _is_present(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb tells what is: "are dug in", "holds X", "continue to resist in X"."""
    lead = parsed.lower[max(0, trigger.first - 2) : trigger.first]
    goes_on = lead[-1:] == ["to"] and not _CONTINUES.isdisjoint(lead)
    holds = trigger.form in _HOLDS and _BARE.isdisjoint(lead[-1:])
    return goes_on or holds or not _ARE.isdisjoint([*lead[-1:], parsed.lower[trigger.first]])


def _fronted_step(parsed: Parsed) -> int:
    """Return by how many days a sentence opens from what was told: "A day earlier", "later"."""
    first = parsed.times[0] if parsed.times else None
    fronted = first and (first.back or first.step_days > 0) and parsed.word_at(first.start) <= 1
    return first.step_days if first and fronted else 0


def _entry(parsed: Parsed, days: Sequence[TimeMention], *, item: bool) -> date | None:
    """Return the day that heads an entry: "Mon 14 Sep: shells fell on", "Kassa (14 Sep) – ...".

    An item of a list is an entry of the day with which it opens: "- On 14 Sep, shells fell on".
    """
    if not days:
        return None
    begin, text = parsed.sentence.start, parsed.sentence.text
    named = days[1:] and text[days[0].end - begin : days[1].start - begin].strip(", ") == ""
    if parsed.word_at(days[0].start) <= 1 and opens_entry(parsed.sentence, days[bool(named)]):
        return days[0].day
    head = _HEAD.match(text)
    stop = begin + head.end() if head else 0
    told = any(parsed.words[t.first].start < stop for t in (*parsed.triggers, *parsed.passed_over))
    if days[0].end <= stop and not told:
        return days[0].day
    alone = not any(map(str.isalnum, text[: days[0].start - begin] + text[days[-1].end - begin :]))
    opens = item and parsed.word_at(days[0].start) <= 1
    return days[0].day if alone or opens else None
