"""Years that date an event, and what was done anew since: "in 2016 and again on Monday"."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_anew", "is_past_year", "names_its_year"]

_YEAR_LONG, _FIRST_YEAR = 4, 1900  # digits of a year; "1200 strikes" are counted
# Before a year that dates a noun; "more than 2000 strikes" are counted.
_OF_THAT_YEAR = frozenset(
    """
    a an the this that its their his her our early late mid january february march april may june
    july august september october november december
    """.split()
)


def is_anew(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what was done in another year was done anew: "in 2016 and again on Monday"."""
    if "again" not in parsed.sentence.held:
        return False
    days = (parsed.word_at(t.start) for t in parsed.times if t.day)
    leads = (parsed.lower[max(trigger.last, number - 3) : number] for number in days)
    return any(lead[-1:] == ["again"] and "and" in lead for lead in leads)


def names_its_year(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether an earlier year stands before the noun of an event: "a 2019 bomb attack"."""
    if trigger.pattern.kind != "noun":
        return False
    lead = parsed.lower[max(0, trigger.first - 3) : trigger.first]
    years = (
        int(word)
        for before, word in pairwise(lead)
        if len(word) == _YEAR_LONG and word.isdecimal()
        if before in _OF_THAT_YEAR or before.endswith(("'s", "’s"))
    )
    return any(year > _FIRST_YEAR and is_past_year(year, published) for year in years)


def is_past_year(year: int, published: date) -> bool:
    """Tell whether a year lies before that of a report; one without a date has none."""
    return year < published.year and published.year > 1970
