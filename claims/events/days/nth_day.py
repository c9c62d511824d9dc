"""Days counted from a beginning: "on the third day of the offensive"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from claims.events.sentences.parse import Parsed
from claims.times.days_before import Begun
from claims.times.months import ordinal
from claims.times.time_mention import TimeMention

__all__ = ["begun", "counted"]

_DAY = timedelta(days=1)
_PUSH = "offensive|operation|assault|campaign|push|drive|invasion|incursion|attack"
_NOUNS = frozenset((*_PUSH.split("|"), "war", "battle", "siege", "fighting", "uprising"))
_WAGED = rf"(?P<waged>{'|'.join(sorted(_NOUNS))})"
_BEGAN = re.compile(
    rf"\b{_WAGED}\b[^.;]{{0,60}}?\b(?:began|begun|started|erupted|launched|opened|broke\sout)\b",
    re.IGNORECASE,
)
_LAUNCHED = re.compile(
    rf"\b(?:began|started|launched|opened|mounted)\b[^.;]{{0,40}}?\b{_WAGED}\b", re.IGNORECASE
)
_BEGUN = frozenset("began begun started erupted launched opened mounted out".split())
# "The offensive entered its third day", "on Tuesday, the third day of the offensive".
_NTH = r"(?P<nth>[a-z]+|\d{1,2}(?:st|nd|rd|th))\sday\b"
_ENTERED = re.compile(
    rf"\b{_WAGED}\b[^.;]{{0,40}}?\b(?:enter\w+|in|into)\sits\s{_NTH}", re.IGNORECASE
)
_APPOSED = re.compile(
    rf",\s(?:the|its)\s{_NTH}(?:\sof\s(?:[\w-]+\s){{1,3}}?{_WAGED}\b)?", re.IGNORECASE
)
# "Of the army offensive"; of anything else no day is counted.
_OF = re.compile(
    rf"\sof\s(?:the|its|their|this)\s(?:(?:[\w'’-]+\s){{0,3}}?{_WAGED}\b)?", re.IGNORECASE
)


def begun(parsed: Parsed, today: date, before: Begun | None) -> Begun | None:
    """Return when and what began, as a sentence tells it, else as told before."""
    if _NOUNS.isdisjoint(parsed.sentence.held):
        return before
    if "day" in parsed.sentence.held and (since := _counted_back(parsed, today)):
        return since
    days = [t.day for t in parsed.times if t.day and not t.last]
    if not days or _BEGUN.isdisjoint(parsed.sentence.held):
        return before
    text = parsed.sentence.text
    match = _BEGAN.search(text) or _LAUNCHED.search(text)
    return Begun(days[0], _kind(match["waged"])) if match and days[0] else before


def _counted_back(parsed: Parsed, today: date) -> Begun | None:
    """Return when that began whose third day a sentence names."""
    text = parsed.sentence.text
    days = [t for t in parsed.times if t.day and not t.last]
    for match in filter(None, (_ENTERED.search(text), _APPOSED.search(text))):
        nth = ordinal(match["nth"].lower())
        at = match.start() + parsed.sentence.start
        day = next((t.day for t in days if t.end == at or match["waged"]), today)
        if nth and day:
            return Begun(day - (nth - 1) * _DAY, _kind(match["waged"] or "offensive"))
    return None


def _kind(waged: str) -> str:
    """Return one word for what is launched, whatever it is called: "assault", "operation"."""
    return "push" if re.fullmatch(_PUSH, waged, re.IGNORECASE) else waged.lower()


def counted(
    times: Sequence[TimeMention], since: Begun | None, text: str, offset: int
) -> list[TimeMention]:
    """Return the times with the days that count from what began, where that is told."""
    if since is None or not any(t.nth for t in times):
        return [*times]
    return [_day_of(t, since, text, offset) if t.nth and not t.day else t for t in times]


def _day_of(t: TimeMention, since: Begun, text: str, offset: int) -> TimeMention:
    of = _OF.match(text, t.end - offset)
    if of and _kind(of["waged"] or "") != since.what:
        return t
    return replace(t, day=since.day + (t.nth - 1) * _DAY)
