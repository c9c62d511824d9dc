"""The times of a sentence that may be an event's own: none of an aside or of what is conceded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.claimants.speech import is_speech
from claims.events.days.lasting import lasts_of_another
from claims.events.days.of_asides import is_of_pact
from claims.events.days.of_others import dates_another_deed, is_before_a_perfect, is_behind
from claims.events.days.of_relatives import dates_a_relative, dates_an_apposition
from claims.events.days.of_saying import ends_with_saying
from claims.events.sentences.clause_words import RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.number_words import FIRST_TO_TENTH
from claims.times.time_mention import TimeMention
from claims.words import Sentence

__all__ = ["opens_entry", "own_times"]

_FOUNDED = frozenset("formed founded created established".split())
_CONCEDING = frozenset("although though whereas despite".split())
_MARKED = re.compile(r"\s*[:|–—]|\s+-\s")
_GIVEN = frozenset("gave give gives given giving".split())
_IS = frozenset("is are remain remains".split())
_WHEN, _WEEK = frozenset(("when", "after", "before", "until")), 7
_SINCE = 3  # words of "since early in"
_RANKS, _RANKED = {*FIRST_TO_TENTH, "most", "worst"}, 9  # words of "its first gain since"
_RANKERS = frozenset("the its their our a this second third".split())
_SIDES = frozenset("west south-west southwest north-west northwest forest rest crest".split())
_PARTS = frozenset("and but then before while ; ,".split())  # one event from the next
_PERFECT = frozenset("has have".split())
_JOINED = frozenset("and but while".split())
_STATES = frozenset("at in on out quiet under".split())  # "A, on the defensive since May, ..."


def own_times(parsed: Parsed, trigger: Trigger) -> list[TimeMention]:
    """Return the times of a sentence without those of asides that do not hold the trigger.

    "Jets bombed X although it had been freed in May", "X, which fell in May, was shelled".
    """
    own = []
    exact = any(t.day and (t.last is None or t.last == t.day) for t in parsed.times)
    steps = any(_ends_with(parsed, trigger, t) for t in parsed.times)  # "... a day later"
    for t in parsed.times:
        number = parsed.word_at(t.start)
        if not _CONCEDING.isdisjoint(parsed.lower[trigger.first : number]):
            continue
        if _is_of_another(parsed, trigger, t, number):
            continue
        if exact and _is_of_a_clause(parsed, trigger, t):
            continue
        low, high = parsed.clause(number)
        inside = low <= trigger.first <= high and not _comma(parsed, number, trigger.first)
        # "Fighting that resumed on Sunday near X"
        inside = inside or (trigger.pattern.kind == "noun" and low == trigger.last + 2)
        if inside or steps or not _is_aside(parsed, low, number):
            own.append(replace(t, back=True) if _ends_with(parsed, trigger, t) else t)
    return _of_statement(parsed, trigger, own) if len(own) > 1 else own


def _is_of_another(parsed: Parsed, trigger: Trigger, t: TimeMention, number: int) -> bool:
    """Tell whether the time at a word number dates something else that the sentence tells of."""
    if number < trigger.first and (
        _dates_a_founding(parsed, number) or _counts_from_front(parsed, trigger, t, number)
    ):
        return True
    now = trigger.form in _IS or parsed.lower[trigger.first - 1] in ("now", "still")
    if now and "and" in parsed.lower[number : trigger.first]:
        return True  # "entered X last week and are in Y", "and now hold Y"
    if number > trigger.first and _is_a_deadline(parsed, trigger.last, number):
        return True
    if is_before_a_perfect(parsed, trigger, t):
        return True
    if lasts_of_another(parsed, trigger, t) or dates_another_deed(parsed, trigger, t):
        return True
    compared = _dates_what_is_compared(parsed.lower[trigger.last + 1 : number])
    counted = _counts_times(parsed.lower[:number]) or _is_told_aside(parsed, trigger, number)
    aside = compared or counted or is_of_pact(parsed, t) or is_behind(parsed, trigger, number)
    return aside or _dates_what_came_before(parsed, trigger, number)


def _of_statement(parsed: Parsed, trigger: Trigger, own: list[TimeMention]) -> list[TimeMention]:
    """Return the times of an event's own statement where that has a day, none of another event.

    "Rebels took X on Monday, while a strike hit a school in Y on Tuesday": one to each.
    """
    low, high = parsed.statements.around(trigger.first)
    within = [t for t in own if low <= parsed.word_at(t.start) <= high]
    # "Rebels took X on Monday and jets hit Y, officials said on Tuesday"
    told = (t for t in within if t.day and not ends_with_saying(parsed, trigger, t))
    own = within if any(told) else own
    return [t for t in own if not _dates_another(parsed, trigger, t, own)]


def _counts_times(before: Sequence[str]) -> bool:
    """Tell whether a time is that of a count: "the third time this week", "the second in May"."""
    timed = before[-1:] == ["time"]
    word = "".join(before[-2:-1] if timed else before[-1:])
    return (timed or before[-2:-1] == ["the"]) and (word in FIRST_TO_TENTH or word[:1].isdigit())


def _is_told_aside(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a time is of words set off by commas, or of what another verb behind tells.

    "X, whose chief fell last week, said it took Y", "struck X, taken on Monday, and Y",
    "have met resistance and were driven back on Monday": no perfect takes a day.
    """
    if dates_an_apposition(parsed, trigger, number):
        return True
    since = parsed.lower[number] == "since"
    if number < trigger.first:
        ranked = since and _ranks(parsed.lower[:number])
        return ranked or _is_closed_aside(parsed, number, trigger.first)
    if dates_a_relative(parsed, trigger, number):
        return True
    later = [e for e in parsed.following(trigger) if e.last < number]
    perfect = trigger.first and parsed.lower[trigger.first - 1] in _PERFECT
    if any(e.pattern.kind == "verb" and (perfect or _is_apposed(parsed, e, number)) for e in later):
        return True
    goes_over = since and _goes_over(parsed, trigger.last, number)
    return goes_over or (since and _is_ranked(parsed, trigger, number))


def _ranks(words: Sequence[str]) -> bool:
    """Tell whether words rank an event among others: ", the heaviest raid there [since May]"."""
    return any(
        before in _RANKERS and (word in _RANKS or (word.endswith("est") and word not in _SIDES))
        for before, word in pairwise(words[-_RANKED:])
    )


def _goes_over(parsed: Parsed, low: int, high: int) -> bool:
    """Tell whether a clause with a subject of its own begins between two words: ", and ABC has"."""
    opened = (n for n in range(low + 2, high) if parsed.lower[n] in _JOINED)
    subjects = {parsed.word_at(actor.start) for actor in parsed.actors}
    return any(
        parsed.lower[n - 1] == "," and not subjects.isdisjoint((n + 1, n + 2)) for n in opened
    )


def _is_closed_aside(parsed: Parsed, number: int, event: int) -> bool:
    """Tell whether commas set a word apart, in a clause that ends before the event."""
    lower = parsed.lower
    low = max((n for n in range(1, number) if lower[n - 1] == ","), default=0)
    when = "when" in lower[number:event] and parsed.opener(event) == "when"
    if low == 0 or when or "," not in lower[number:event]:
        return False  # "A, who took X, held it until May, when B took it": of what B did
    verbs = {e.first for e in parsed.triggers if e.pattern.kind == "verb"}
    # "A, taken on Monday, ..." and "A, allied to B since May, ..."
    word, lasts = lower[low], lower[number] == "since"
    joined = lasts and (word.endswith("ed") or word in _STATES)
    joined = joined or (low in verbs and not word.endswith("ing"))
    return joined or word in RELATIVE


def _is_apposed(parsed: Parsed, event: Trigger, number: int) -> bool:
    """Tell whether a participle behind a comma has a time to itself: ", taken on Monday"."""
    lower = parsed.lower
    apart = lower[event.first - 1] == "," and not event.form.endswith("ing")
    return apart and "," not in lower[event.last : number]


def _dates_another(
    parsed: Parsed, trigger: Trigger, t: TimeMention, own: list[TimeMention]
) -> bool:
    """Tell whether a day is an earlier event's, or an entry's, where this event has one behind it.

    "They took X on Monday and shelled Y on Tuesday", "4 May: They took X on Monday"
    """
    number = parsed.word_at(t.start)
    if number > trigger.first:
        return _opens_next(parsed, trigger, number, own)
    if not t.day:
        onward = t.step_days > 0 or t.back  # not "a day after", of the day behind
        return _is_step_of_first(parsed, trigger, number, own) if onward else False
    if number <= 1 and opens_entry(parsed.sentence, t):
        return any(other.day and other is not t for other in own)
    earlier = any(e.first < number for e in parsed.triggers)
    parted = not _PARTS.isdisjoint(parsed.lower[number : trigger.first])
    return earlier and parted and any(_follows(parsed, trigger, other) for other in own)


def _opens_next(parsed: Parsed, trigger: Trigger, number: int, own: list[TimeMention]) -> bool:
    """Tell whether a time opens what is told next: "On Monday X fell; on Tuesday Y was hit"."""
    lower = parsed.lower
    if ";" in (between := lower[trigger.last : number]):
        end = trigger.last + between.index(";")
        return any(t.day and parsed.word_at(t.start) < end for t in own)
    more = lower[number - 2] == "," or any(e.first > number for e in parsed.triggers)
    opened = lower[number - 1] in _JOINED and more
    before = (t for t in own if t.day or t.step_days)
    return opened and any(parsed.word_at(t.start) < trigger.first for t in before)


def _is_step_of_first(
    parsed: Parsed, trigger: Trigger, number: int, own: list[TimeMention]
) -> bool:
    """Tell whether a step is of what is told first: "a day later X fell, and on Friday Y did"."""
    days = [parsed.word_at(t.start) for t in own if t.day]
    told = [e.first for e in parsed.triggers if number < e.first]
    return any(number < first < day < trigger.first for first in told for day in days)


def opens_entry(sentence: Sentence, t: TimeMention) -> bool:
    """Tell whether a mark stands behind a day, as where it heads an entry: "4 May: ..."."""
    return bool(_MARKED.match(sentence.text, t.end - sentence.start))


def _follows(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a day stands behind an event with no other verb between."""
    between = range(trigger.last + 1, parsed.word_at(t.start))
    if not t.day or not between:
        return False
    others = any(e.first in between for e in parsed.triggers)
    return not (others or any(is_speech(parsed.lower[number]) for number in between))


def _dates_a_founding(parsed: Parsed, number: int) -> bool:
    """Tell whether a time says since when there is a group: "X, an alliance formed in May,"."""
    lead = parsed.lower[max(0, number - 3) : number]
    return (
        not _FOUNDED.isdisjoint(lead) or lead[-3:-1] == ["set", "up"] or lead[-2:] == ["set", "up"]
    )


def _counts_from_front(parsed: Parsed, trigger: Trigger, t: TimeMention, number: int) -> bool:
    """Tell whether a step only dates what a clause in front tells: "days after X fell, Y was hit".

    Not where that has a day: "two days after it fell on Monday, Y was hit" is Wednesday.
    """
    front = parsed.main_comma
    if not number < front < trigger.first or not t.text.lower().endswith("after"):
        return False
    return not any(o.day and parsed.word_at(o.start) < front for o in parsed.times)


def _is_of_a_clause(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a month is of a clause behind: "took X in a push begun when Y left in May"."""
    number = parsed.word_at(t.start)
    low, high = parsed.clause(number)
    wide = t.day is not None and t.last is not None and (t.last - t.day).days > _WEEK
    before = (o for o in parsed.times if not o.day and parsed.word_at(o.start) < low)
    wide = wide or any(o.part == "overnight" for o in before)
    behind = low > trigger.last and not low <= trigger.first <= high
    return wide and behind and parsed.opener(number) in _WHEN


def _dates_what_came_before(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a time is that of what came first: "hold X after seizing it on Monday"."""
    later = (e for e in parsed.following(trigger) if e.last < number)
    return any(parsed.lower[e.first - 1] == "after" and e.form.endswith("ing") for e in later)


def _dates_what_is_compared(between: Sequence[str]) -> bool:
    """Tell whether a time is that of another event: "took X, its first gain since Y fell in May".

    Not so "has held X since the truce collapsed in May", which tells how long.
    """
    if "since" not in between:
        return False
    at = between.index("since")
    ranked = any(w.endswith("est") or w in _RANKS for w in between[max(0, at - _RANKED) : at])
    return ranked and len(between) - at > _SINCE


def _is_ranked(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether an event is one of several: "the first attack on X since May"."""
    word = parsed.lower[trigger.first - 1] if trigger.first else ""
    ranked = trigger.pattern.kind == "noun" and (word in _RANKS or word.endswith("est"))
    return ranked or _ranks(parsed.lower[trigger.last + 1 : number])


def _is_a_deadline(parsed: Parsed, event: int, number: int) -> bool:
    """Tell whether others are given a time behind an event: "and gave the town until Friday"."""
    between = parsed.lower[event + 1 : number + 1]
    return "until" in between and not _GIVEN.isdisjoint(between)


def _ends_with(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a step closes the sentence of its event: "rebels seized X two days later"."""
    if t.step_days <= 0 or t.start < parsed.words[trigger.first].start:
        return False
    return not any(e.first > trigger.first for e in parsed.triggers)


def _comma(parsed: Parsed, low: int, high: int) -> bool:
    return any(word.text == "," for word in parsed.words[slice(*sorted((low, high)))])


def _is_aside(parsed: Parsed, low: int, number: int) -> bool:
    """Tell whether a word stands in a relative clause, which a comma ends: "X, which fell on"."""
    if low == 0 or parsed.lower[low - 1] not in RELATIVE:
        return False
    said = low > 1 and parsed.lower[low - 1] == "that" and is_speech(parsed.lower[low - 2])
    return not said and not _comma(parsed, low, number)
