"""History: what a clause dates to an earlier year is no news, whatever its verb."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.days.ages import DIGITS, is_aged, may_date
from claims.events.days.decades import (
    LONG_AGO,
    WEEKDAY,
    is_aside,
    is_closed_aside,
    is_of_a_decade,
    names_decade,
    without_papers,
)
from claims.events.days.of_asides import is_of_object
from claims.events.days.ranked import up_to_measure
from claims.events.days.set_off import nearest_day, past_set_in
from claims.events.days.told_past import is_stated, is_told_as_past
from claims.events.days.years import is_anew, is_past_year, names_its_year
from claims.events.outcomes.effects import effects
from claims.events.sentences.clause_words import BE, PAST
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.times.time_mention import TimeMention

__all__ = ["is_history", "is_weeks_old"]

_SUBORDINATE = frozenset("after before when that which who as since until".split())
_SEQUEL = frozenset("after before when until".split())
# Nor is an hour a year: "until 1100", "since 1540".
_YEAR = re.compile(
    r"\b(?:in|since|until|from|of|during|the|after|before|by|between)\s+(?:\w+\s+){0,2}(?:mid-|early-|late-)?((?:19|20)\d\d|1[0-8][6-9]\d)(?:['’]?s|[-–]\d\d)?\b",
    re.IGNORECASE,
)
# "X held the hills after the war of 1991", "took Y, a mining town, in 1994": behind the clause.
_DATED_TAIL = re.compile(
    r"\s*(?:(?:after|until|before|following)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?|,\s+an?\s[^,;:]{3,70},\s+in\s+)"
    r"((?:19|20)\d\d|1[0-8][6-9]\d)\b"
)
# "Six months after the army lost X": the report is about what came of it.
_LONG_AFTER = re.compile(
    r"\b(?:months|years|decades|(?:a|one)\s+(?:month|year|decade)|(?:[4-9]|1\d|four|five|six|seven|eight"
    r"|nine|ten|several|many)\s+weeks)\s+(?:after|since)\s[^,;]*$",
    re.IGNORECASE,
)
# "Were captured last year but given up some months later": the same years.
_LATER = re.compile(
    r"\b(?:days|weeks|months|years)\s+later\b|\b(?:that(?:\s+same)?|the\s+(?:next|following))\s+year\b"
)
_NEXT = re.compile(r"\bthe\s+(?:following|next)\s+(day|week|month)\b", re.IGNORECASE)
_LONG = {"day": 1, "week": 7, "month": 31}
_STILL = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?been\b", re.IGNORECASE)
# "Until 2011, when", "the worst setback since January 2021, when"
_WHEN_YEAR = re.compile(
    r"(?P<since>\bsince (?:\w+ )?)?\b(?P<year>(?:19|20)\d\d|1[0-8][6-9]\d)s?,?\s+when\s*$"
)
# "Have besieged X since April last year": they still do.
_SINCE_THEN = re.compile(
    r"\bsince\s+(?:[\w-]+\s+){0,4}?(?:last\s+year|(?:year|decade)s?\s+ago|(?:19|20)\d0s)\b", re.I
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day\b", re.IGNORECASE)
_TURN = re.compile(rf",\s+and\s+on\s+{_WEEKDAY.pattern}", re.IGNORECASE)
_OLD, _YEAR_OLD = 28, 300  # days back; a day of almost a year ago may be one of these weeks
_LAST_MONTH_OLD = 400  # unless the text says so: "last December"
_LASTING = frozenset("is are remain remains continue continues hold holds control controls".split())
_STILL_SO = frozenset("still now today and".split())
_NOW = frozenset("now today still since is are has have currently again".split())
_PARTING = _SUBORDINATE | {"but", "while", ";"}
_LEAD = 6  # words in front of the first clause at most: "In the summer of 2016,"


def is_history(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether the clause dates its event to an earlier year."""
    if is_told_as_past(parsed, trigger) or names_its_year(parsed, trigger, published):
        return True
    text, may = parsed.sentence.text.lower(), may_date(parsed.sentence.held)
    # "Took X in 2016 and still holds it"
    may = may and not (trigger.form in _LASTING and parsed.lower[trigger.first - 1] in _STILL_SO)
    aged = may and is_aged(text)
    if not (aged or (may and DIGITS.search(text))) or is_anew(parsed, trigger):
        return False
    low, high = _clause_of(parsed, trigger)
    own = past_set_in(parsed, trigger.first, low)
    low = own or _opening(parsed, trigger, low)
    before = parsed.sentence.text[: parsed.words[trigger.first].start - parsed.sentence.start]
    start = parsed.words[low].start - parsed.sentence.start
    when = _WHEN_YEAR.search(text, 0, start) if "when" in text else None
    follows = ("later" in text or aged) and _LATER.search(text, len(before))
    later = follows and _tells_of_year(before, published)
    if (
        later
        or (";" in text and _goes_on_with_year(parsed, trigger, published))
        or (aged and _LONG_AFTER.search(before))
        or (when and (when["since"] or is_past_year(int(when["year"]), published)))
    ):
        return True
    low = own or _leading(parsed, trigger, low)
    behind = parsed.words[high].end - parsed.sentence.start
    high = min(high, _closing(parsed, trigger))
    at = parsed.words[trigger.first].start - parsed.words[low].start
    clause = up_to_measure(without_papers(_words_of(parsed, low, high)), at)
    tail = _DATED_TAIL.match(parsed.sentence.text, behind)
    if (aged and _is_long_ago(parsed, trigger, clause)) or (
        tail and is_past_year(int(tail[1]), published)
    ):
        return True
    end = parsed.words[trigger.last].end - parsed.words[low].start
    decade = aged and is_of_a_decade(clause, at, end, parsed.sentence.text)
    found = [m for m in _YEAR.finditer(clause) if _dates(m.group(), trigger)]
    years = [int(m.group(1)) for m in found if not is_aside(clause, m.start(), at)]
    since = any(m.group().lower().startswith("since") for m in found)
    # What "has been under siege since 2016" is so today; "X, which has been held since" may not be.
    if since and is_stated(parsed, trigger) and _lasts(parsed, trigger, clause):
        return False
    # "Withdrew to the lines of 2016 and left X on Tuesday"
    lately = all(m.start() < at for m in found) and _WEEKDAY.search(clause, max(0, at))
    return decade or (bool(years) and not lately and is_past_year(max(years), published))


def _closing(parsed: Parsed, trigger: Trigger) -> int:
    """Return the last word of what commas set in: "the rebels, who in 2016 took X, left on Monday".

    The last of the sentence where nothing is.
    """
    low, last = parsed.clause(trigger.first)[0], len(parsed.words) - 1
    if low < 2 or parsed.lower[low - 1] not in ("who", "which") or parsed.lower[low - 2] != ",":
        return last
    return next((n - 1 for n in range(trigger.last + 1, last) if parsed.lower[n] == ","), last)


def _clause_of(parsed: Parsed, trigger: Trigger) -> tuple[int, int]:
    """Return an event's clause, with that which tells what it did: "an attack that killed ten"."""
    low, high = parsed.clause(trigger.first)
    did = effects(parsed, trigger)
    return low, did[1] if did else high


def _dates(year: str, trigger: Trigger) -> bool:
    """Tell whether a year dates an event; of decades just "held since the 1990s" is seen here."""
    state = trigger.pattern.action in (Action.HOLD, Action.ENCIRCLE)
    return not year.endswith("s") or (state and year.lower().startswith("since"))


def _is_long_ago(parsed: Parsed, trigger: Trigger, clause: str) -> bool:
    """Tell whether a clause names an earlier time, and not one since when its event goes on."""
    before = parsed.sentence.text[: parsed.words[trigger.first].start - parsed.sentence.start]
    turn = _TURN.search(before)  # "in the last war X fell, and on Monday Y did"
    clause = clause.partition(turn.group())[2] if turn else clause
    told = _SINCE_THEN.sub("", clause) if _lasts(parsed, trigger, clause) else clause
    event = parsed.words[trigger.first].start - parsed.sentence.start
    at = event - max(0, parsed.sentence.text.find(told))
    return any(
        not (WEEKDAY.search(told, met.end(), at) or is_closed_aside(told, met.start(), at))
        for met in LONG_AGO.finditer(told)
    )


def _leading(parsed: Parsed, trigger: Trigger, low: int) -> int:
    """Return the word with which the clauses start that date an event, its own the last of them."""
    opener = parsed.opener(trigger.first)
    sequel = opener == "," and trigger.form.endswith("ing")  # "in 1993, killing hundreds"
    if low < 2 or not (sequel or opener in _SUBORDINATE):
        return low
    if opener in ("who", "which", "that") and _closes_dated(parsed, low, trigger.first):
        return trigger.first  # "rebels who seized X in 2017 attacked Y"
    before = low - 2
    if opener == "that" and is_speech(parsed.lower[before]):
        return low  # "in X, which fell in 2016, officials said that troops had moved"
    # "Was besieged in 1993 after an offensive that drove the army out"
    low = parsed.clause(before)[0]
    acts = any(word.endswith(PAST) for word in parsed.lower[low : before + 1])
    if opener not in _SEQUEL and not acts:
        return low  # "after an offensive that drove the army out"
    # "In 1994 X took Y, moving on to Z, before its enemy launched a raid that won it back"
    while low > 1 and _is_sequel(parsed, low, before):
        before = low - 2
        low = parsed.clause(before)[0]
    return low


def _is_sequel(parsed: Parsed, low: int, number: int) -> bool:
    """Tell whether a clause goes on with what the one before it tells."""
    opener = parsed.opener(number)
    return opener in _SEQUEL or (opener == "," and parsed.lower[low].endswith("ing"))


def _goes_on_with_year(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether a semicolon goes on with the year that opens: "In 2016 X fell; Y held out"."""
    text, at = parsed.sentence.text, parsed.words[trigger.first].start - parsed.sentence.start
    opened = _YEAR.match(text) if ";" in text[:at] else None
    if opened is None or not is_past_year(int(opened[1]), published):
        return False
    part = text[text.rfind(";", 0, at) :].partition(";")[2]
    turns = DIGITS.search(part) or _WEEKDAY.search(part)
    return not turns and _NOW.isdisjoint(part.lower().split())


def _closes_dated(parsed: Parsed, low: int, first: int) -> bool:
    """Tell whether the words up to an event end in an earlier year."""
    if first - low < 2:
        return False
    front = _words_of(parsed, low, first - 1)
    found = (m for p in (_YEAR, LONG_AGO) for m in p.finditer(front))
    return any(m.start() and m.end() == len(front) for m in found)  # not "which in 2017 took X"


def is_weeks_old(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether an event has a day long before the report: "the army took X in March"."""
    going = trigger.form.endswith("ing") and parsed.lower[trigger.first - 1] in BE
    if not parsed.times or going or trigger.form in _LASTING or _has_lasted(parsed, trigger):
        return False
    own = _own_time(parsed, trigger)
    day = (own and (own.last or own.day)) or _day_after(parsed, trigger)
    longest = _LAST_MONTH_OLD if own and own.text.lower().startswith("last") else _YEAR_OLD
    return day is not None and _OLD <= (published - day).days <= longest


def _own_time(parsed: Parsed, trigger: Trigger) -> TimeMention | None:
    """Return the days that stand behind an event in its own clause, or else in front of it."""
    low, high = _clause_of(parsed, trigger)
    low = past_set_in(parsed, trigger.first, low) or low
    days = [t for t in parsed.times if t.day and low <= parsed.word_at(t.start) <= high]
    if not days and parsed.opener(trigger.first) in ("when", "after"):
        # "A truce held until June, when X", "took Y last May after X": the day before the clause
        days = [t for t in parsed.times if t.day and low - 3 <= parsed.word_at(t.end - 1) < low]
    days = [t for t in days if not is_of_object(parsed, trigger, t)]
    stop = _next_clause(parsed, trigger)
    return nearest_day(parsed, trigger, days, stop)


def _day_after(parsed: Parsed, trigger: Trigger) -> date | None:
    """Return the day of what came after a dated event: "fell in May but was freed next month"."""
    _, high = parsed.clause(trigger.first)
    later = _NEXT.search(_words_of(parsed, trigger.first, high))
    days = [t.last or t.day for t in parsed.times if parsed.word_at(t.start) < trigger.first]
    before = next((day for day in reversed(days) if day), None)
    return before + timedelta(days=_LONG[later[1].lower()]) if later and before else None


def _next_clause(parsed: Parsed, trigger: Trigger) -> int:
    """Return the word that opens a further clause: "besieged X *since* it fell in June"."""
    behind = range(trigger.last + 1, len(parsed.words))
    parts = (n for n in behind if parsed.lower[n] in _PARTING and not _is_dating(parsed, n))
    return next(parts, len(parsed.words))


def _is_dating(parsed: Parsed, number: int) -> bool:
    """Tell whether a word only belongs to a time: "since March"."""
    place = parsed.words[number].start
    return any(t.start <= place < t.end for t in parsed.times)


def _has_lasted(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event's day is that since which it goes on: "have held X since March"."""
    if "since" not in parsed.sentence.held:
        return False
    low, high = parsed.clause(trigger.first)
    return "since" in parsed.lower[trigger.last : high + 1] and _lasts(
        parsed, trigger, _words_of(parsed, low, high)
    )


def _lasts(parsed: Parsed, trigger: Trigger, clause: str) -> bool:
    """Tell whether what began then goes on: "has been held", "have besieged X since 2016"."""
    before = set(parsed.lower[max(0, trigger.first - 3) : trigger.first])
    state = trigger.pattern.action in (Action.HOLD, Action.ENCIRCLE)
    now = trigger.pattern.kind == "verb" and trigger.form in _LASTING
    now = now or not before.isdisjoint(("has", "have", "is", "are"))
    now = now or parsed.opener(trigger.first) in ("–", ":")  # "X: quiet - under rebel control"
    return bool(_STILL.search(clause)) or (state and now)


def _words_of(parsed: Parsed, low: int, high: int) -> str:
    start, end = parsed.words[low].start, parsed.words[high].end
    return parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]


def _opening(parsed: Parsed, trigger: Trigger, low: int) -> int:
    """Return where a clause starts with the time set in front of it: "In 2016, shelling hit X"."""
    told = any(t.first < low for t in parsed.triggers)
    return low if told or low > _LEAD or parsed.opener(trigger.first) != "," else 0


def _tells_of_year(text: str, published: date) -> bool:
    """Tell whether words name an earlier year, as such or as "last year"."""
    years = [int(match[1]) for match in _YEAR.finditer(text)]
    earlier = LONG_AGO.search(text) or names_decade(text)
    return bool(earlier) or any(is_past_year(y, published) for y in years)
