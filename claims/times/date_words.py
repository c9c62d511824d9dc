"""The words of dates and times, and the one pattern that meets them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.number_words import FIRST_TO_TENTH
from claims.words import lowered

__all__ = [
    "FEASTS",
    "HALVES",
    "LEAD",
    "MONTHS",
    "NUMBERS",
    "PARTS",
    "UNIT_DAYS",
    "WEEKDAYS",
    "may_hold_time",
    "times_in",
]

_MONTH_NAMES = """
    january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|
    september sep sept|october oct|november nov|december dec
"""
MONTHS = {
    name: number
    for number, names in enumerate(_MONTH_NAMES.split("|"), start=1)
    for name in names.split()
}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
NUMBERS = {
    word: number
    for number, words in enumerate(
        "a an one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve".split("|"), start=1
    )
    for word in words.split()
} | {"several": 3, "few": 3, "a few": 3, "a couple of": 2, "couple of": 2}
UNIT_DAYS = {"hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
# Feasts of a fixed day that reports date by, as month and day.
FEASTS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1),
}  # fmt: skip
# Days of a month that "early", "mid" and "late" mean: thirds.
HALVES = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# Hours that a part of day is taken to mean, by convention and in local time; a night runs on into
# the next day. "Overnight" is reported in the morning after: the hours since midnight, which is
# the night that "on Monday night" starts only from the other end.
PARTS = {
    "early hours": (0, 6),
    "small hours": (0, 6),
    "after midnight": (0, 6),
    "midnight": (0, 1),
    "before midnight": (22, 24),
    "overnight": (0, 6),
    "before dawn": (2, 6),
    "predawn": (2, 6),
    "pre dawn": (2, 6),
    "early morning": (4, 9),
    "dawn": (4, 7),
    "daybreak": (4, 7),
    "sunrise": (4, 7),
    "first light": (4, 7),
    "morning": (6, 12),
    "midday": (11, 13),
    "noon": (11, 13),
    "afternoon": (12, 17),
    "evening": (17, 22),
    "dusk": (17, 20),
    "sunset": (17, 20),
    "nightfall": (17, 20),
    "night": (18, 30),
    "early": (0, 9),
    "late": (18, 24),
}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_COUNT = r"\d{1,3}|a\ few|(?:a\ )?couple\ of|" + "|".join(
    sorted((w for w in NUMBERS if " " not in w), key=len, reverse=True)
)
_ORDINAL = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)"
# "On the 14th": but no brigade, floor or anniversary of that number.
_NUMBERED = r"""(?:(?<=\bon\ the\ )|(?<=\bsince\ the\ )|(?<=\buntil\ the\ )
    |(?<=night\ of\ the\ )|(?<=evening\ of\ the\ )|(?<=morning\ of\ the\ )|(?<=hours\ of\ the\ ))
    (?P<numbered>\d{1,2})(?:st|nd|rd|th)\b(?!-|\s+(?:and\s+\d|brigade|division|battalion|regiment|corps|army
    |floor|storey|day|week|month|year|anniversary|century|parallel|meridian|infantry|armou?red|motor
    |mechani[sz]ed|mountain|guards?|separate|assault|tank|rifle|airborne|marine|artillery|cavalry
    |light|special|round|attempt|time|straight|consecutive|kilomet|km|mile|street|avenue|district
    |ward|rank|largest|biggest|most|session|group|squadron|fleet|wing|expeditionary|military
    |operations?|command|combat|territorial|national|regional|state|edition|birthday|page|line))"""
_SEASON = "(?:spring|summer|autumn|winter)"
_IN_SEASON = r"(?:(?<=\bin\ the\ )|(?<=\bover\ the\ )|(?<=\bduring\ the\ )|(?<=\bsince\ the\ ))"
# No "spring offensive", "spring of 1987", "Winter Palace".
_NO_NAME = r"(?=\s*(?:[,.;:)]|$)|\s+(?:and|but|as|when|while|after|before|of\s+this\s+year)\b)"
# "The 7 July neighbourhood", "17 February Street": what is called after a day.
_CALLED = r"""(?!\s+(?:neighbou?rhood|quarter|district|suburb|streets?|square|avenue|bridge|hospital
    |highway|road|boulevard|tunnel
    |school|university|stadium|dam|camp|base|airport|brigade|battalion|division|movement|park)\b)"""
# "The March 23 Movement", "members of the 17 November group": nor is who is called so.
_NAMED = r"(?!\s+(?:(?:youth|liberation)\s+)?(?:movement|group|martyrs)\b)"
# The words with which a time opens, if not with a digit: nothing else is looked at twice. By their
# first letter: half the words of a text start with another one.
_INITIALS = defaultdict[str, set[str]](set)
for _words in (
    *MONTHS,
    *NUMBERS,
    *HALVES,
    *PARTS,
    *FEASTS,
    *(f"{day}day" for day in "mon tues wednes thurs fri satur sun".split()),
    *FIRST_TO_TENTH,
    *"yesterday today tonight tomorrow this last next past preceding previous".split(),
    *"start beginning middle end first opening second earlier".split(),
    *"following recent day days week weekend weeks months spring summer autumn winter".split(),
):
    _INITIALS[_words[0]].add(_words.split()[0][1:])
_OPENING = "|".join(f"{letter}(?:{'|'.join(sorted(_INITIALS[letter]))})" for letter in _INITIALS)
# In lower case, as is the text it is met in. No alternative starts with a common word: a
# preposition in front is looked for afterwards.
_ANY = re.compile(
    rf"""\b(?=[0-9{"".join(_INITIALS)}])(?=[0-9]|(?:{_OPENING})\b)(?:
      (?P<is_iso>(?P<iso>\d{{4}}-\d\d-\d\d)(?!\d))
    | (?P<is_dotted>(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})(?!\d))
    | (?P<is_slashed>(?P<slashed>\d{{1,2}}/\d{{1,2}}(?:/(?:\d{{4}}|\d\d))?)(?![\d/]|\s+{_MONTH}))
    | (?P<is_calendar>
        (?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?
          (?:(?:,\s*\d{{1,2}}(?:st|nd|rd|th)?){{1,6}}(?=,?\s+and\s+\d))?
          (?:\s*(?:-|–|to|,?\s+and)\s*(?P<to>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d))?(?!\d|:\d)
          (?:,?\s+(?P<year>\d{{4}}))?(?!\d){_NAMED}
      | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?
          (?:(?:,\s*\d{{1,2}}(?:st|nd|rd|th)?){{1,6}}(?=,?\s+and\s+\d))?
          (?:\s*(?:-|–|/|to|,?\s+and|until)\s*(?P<to2>\d{{1,2}})(?:st|nd|rd|th)?)?
          (?:\s+|-(?=[a-z]{{3}}-\d{{4}}))(?P<month2>{_MONTH})(?!\s+\d{{1,2}},?\s+\d{{4}})(?:(?:,?\s+|-)(?P<year2>[12]\d{{3}}|\d\d(?=\s*(?:\(|--|—|–|\[))))?(?!\d){_CALLED}{_NAMED})
    | (?P<is_slice>(?P<slice>start|beginning|middle|end
          |(?:first|last)\s+(?:few\s+)?(?:days|week|half)|second\s+half|{_ORDINAL}|first)\s+of\s+(?:(?P<slice_now>(?:the|this|last)\s+month\b)
          |(?P<slice_month>{_MONTH})(?:,?\s+(?P<slice_year>\d{{4}})(?!\d))?))
    | (?P<is_month>(?:(?P<which>early|mid|late)(?:\s+in)?[\s-]+)?(?P<only>{_MONTH})
        (?!\s+\d{{1,2}}\b)(?:,?\s+(?P<only_year>\d{{4}}))?(?=[\s.,;:)]|$))
    | (?P<is_feast>(?P<feast>(?:christmas|new\s+year['’]s)\s+(?:eve|day)|boxing\s+day)\b
        (?:,?\s+(?P<feast_year>\d{{4}})(?!\d))?)
    | (?P<is_season>(?:this\s+(?P<season_now>{_SEASON}|fall)|{_IN_SEASON}(?P<season>{_SEASON}))
        {_NO_NAME})
    | (?P<is_numbered>{_NUMBERED})
    | (?P<is_weekday>(?P<weekday>{_WEEKDAY})(?:'s)?\b(?!\ mosques?\b)
        (?:\s+(?:of\s+)?(?P<of_week>(?:last|this)\s+week)\b)?)
    | (?P<is_back>(?P<back>day\s+before\s+yesterday|night\s+before\s+last|yesterday|today|tonight
        |tomorrow|last\s+night|last\s+week(?:end)?|week\s+before(?=\s*(?:[,.;:]|$))|weekend|this\s+week
        |earlier\s+this\s+year|(?:(?:early|late)\s+)?(?:last|this)\s+month
        |(?:earlier|early|late)\s+in\s+the\s+(?:week|month)|(?:start|beginning)\s+of\s+the\s+week
        |this\s+(?:morning|afternoon|evening))\b)
    | (?P<is_straight>(?P<nth>first|opening|{_ORDINAL})(?:\s+(?:straight|consecutive))?\s+day\b)
    | (?P<is_neighbour>(?P<neighbour>(?:next|following|previous)\s+
          (?:day|night|morning|afternoon|evening|week|month|year)
        |(?:day|night|evening)\s+before\b(?!\s+(?:yesterday|last\b))|day\s+after(?=\s*[,.;]|$))\b)
    | (?P<is_recent>(?:past|last|previous|preceding|recent)\s+
        (?:(?P<recent_count>{_COUNT})[\s-]+)?(?P<recent_unit>hours?|days?|weeks?|months?)\b)
    | (?P<is_step>(?P<number>{_COUNT})\s+
        (?P<unit>days?|nights?|weeks?|fortnights?|months?
          |(?<=24\ |48\ |72\ )hours(?=\s+(?:earlier|before|after|later)))
        (?:\s+(?P<way>ago|earlier|before|after(?:wards?)?|later|previously|thereafter))?\b)
    | (?P<is_vague>(?P<vague>days|weeks|months)\s+(?P<vague_way>ago|earlier|later|afterwards)\b
        |(?<=\bfor\ )(?P<lasting>days|weeks)\b
        |(?P<one>day)\s+after\b(?!\s+day\b))
    | (?P<is_hour>(?:(?P<hour>\d{{1,2}}(?:[:.]\d\d)?(?=\s*[ap]\.?m\b)|\d{{1,2}}:\d\d
          |\d{{4}}(?=\s*(?:gmt|utc|hours|hrs|local\ time)))
        \s*(?P<half>[ap]\.?\ ?m\b\.?)?\s*(?:\(?\s*(?P<gmt>gmt|utc|z\b|local\ time))?))
    | (?P<is_part>(?P<part>early\s+hours|small\s+hours|(?:after|before)\s+midnight|midnight
        |before\s+dawn
        |pre-?dawn|early\s+morning|dawn|daybreak|sunrise|first\s+light|morning|midday|noon
        |afternoon|evening|dusk|sunset|nightfall|(?<!all-)night(?!s)|overnight
        |(?:early|late)(?=\s+(?:(?:on\s+)?(?:{_WEEKDAY}|yesterday|today)|on\s+(?:\d|{_MONTH}\s+\d)
          |(?:the\s+)?(?:next|following|previous|same|that)\s+(?:day|night|morning))))\b)
    )""",
    re.VERBOSE,
)
# What may stand right in front of a time and belongs to it.
LEAD = re.compile(
    r"\b(?P<lead>(?:earlier\s+|(?:over|in|during|within|for|between|from|until|by|since|of|on|at|this|last|"
    r"next|coming)\s+(?:the\s+|(?:more\s+than|nearly|almost|about|around|roughly|at\s+least)\s+)?)+)$"
)
# Some of these stands in every sentence that states a time; most sentences state none.
_HINTS = (
    *"""
    day night noon morning dawn evening dusk light sun hour week month ago earlier later 0 1 2 3 4
    5 6 7 8 9 spring summer autumn winter jan feb mar apr may jun jul aug sep oct nov dec
    """.split(),
    "this fall",
    "s eve",
)


def may_hold_time(text: str) -> bool:
    """Tell, cheaply, whether a sentence may state a time at all."""
    low = text.lower()
    return any(map(low.__contains__, _HINTS))


def times_in(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be a time, with groups that tell what; the match holds words in lower case."""
    return _ANY.finditer(lowered(text))
