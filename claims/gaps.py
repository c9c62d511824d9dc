"""Where a pattern of the lexicon ends in a sentence: its gaps, adverbs and times in between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.claim import Action
from claims.patterns import NARROW, Pattern

__all__ = ["ADVERBS", "FINITE", "TIMES", "behind_time", "leads_to_a_time", "match"]

_STOP = frozenset(".;:!?—–")
FINITE = frozenset("was were is are has have had".split())
_HAVE = frozenset("has have had".split())
_SHOTS = frozenset(
    "shell shells rocket rockets bomb bombs mortar mortars missile missiles rounds".split()
)
_WENT = frozenset("went came fell drove pulled moved turned marched".split())
_TURNS = frozenset((",", "but"))
_GOES_ON = (["also"], ["not"], ["even"])  # behind "but"
_RELATES = (["which"], ["who"], ["where"], ["whose"], ["thus"])
_TIMED = frozenset("on in at".split())
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december dawn dusk night noon midnight midday
    morning afternoon evening nightfall yesterday today tonight overnight
    sunrise sunset daybreak sundown weekend
    jan feb apr jun jul aug sep sept oct nov dec
    """.split()
)
_WHOLE = frozenset("yesterday today tonight overnight".split())  # with no word before them
_PARTS = frozenset("early late earlier later shortly soon just".split())
_SPANS, _NEAR = frozenset(("week", "month")), frozenset(("last", "this"))  # "last week"
_UNITS, _AGO = frozenset("hours days day week weeks month".split()), 4  # words of "a few days ago"
_SPAN, _UP_TO_NOW = 5, frozenset("last past recent previous preceding".split())
_DURING = _TIMED.union("before after by during over within".split())
_ARTICLES = frozenset("the this last early same".split())
_OPENS_TIME = TIMES | _PARTS | _DURING | {"last", "this"}
_OF_TIME = TIMES.union("and or of am pm a.m p.m gmt hours hrs local utc in near at on".split())
_LINKS = frozenset(
    "of over on in into to at from out back near around against toward towards".split()
)  # what a time may stand before
# And where a verb has no more to it than these: a town that "fell on Monday in X" was no shell,
# unless a shell is what fell.
_PAIR, _TIED = 2, _LINKS - frozenset("in on at near around".split())
ADVERBS = frozenset(
    "now still also already just again reportedly once then firmly unopposed unhindered"
    " unchallenged almost virtually practically largely".split()
)
_COMPASS = frozenset(
    f"{way}{end}"
    for way in (
        "north south east west northeast northwest southeast southwest north-east north-west"
        " south-east south-west"
    ).split()
    for end in ("", "ward", "wards")
)
_WAYS = frozenset("to toward towards into along through on past across from".split())
# None of these opens what is driven off: "pushed along the river from X".
_ONWARD = frozenset("along up down through across into toward towards on over past ahead".split())
_COUNTS = frozenset("a an one two three four five six seven eight nine ten several some".split())
_SET_IN = _OPENS_TIME | _COUNTS | {","}
_SOURCE = 7  # words of ", according to X,"
_SAID = frozenset(("said", "says", "say"))
_QUOTES = frozenset('"“”')
_QUOTED = frozenset("of in at".split())


def leads_to_a_time(lower: Sequence[str], last: int) -> bool:
    """Tell whether a pattern's last word only says when: "fell on Monday", not "fell on X"."""
    if lower[last] not in _TIMED:
        return False
    at = last + 1 + (lower[last + 1 : last + 2] == ["the"])
    after, behind = (*lower[at : at + 2], "", "")[:2]
    if after in _WHOLE:
        return False  # "was fired on overnight"
    # "Fell on 12 December", but "fell on 12 villages", "were fired at the 12th frontier post"
    counts = after[:1].isdecimal() and behind.isalpha() and behind not in _OF_TIME
    return after.rstrip(".") in TIMES or (after[:1].isdecimal() and not counts)


def match(
    pattern: Pattern, lower: Sequence[str], first: int
) -> tuple[int, tuple[int, int] | None] | None:
    """Return the number of the last word of the match and the gap it spans, or None."""
    position, gap = first, None
    tied = len(pattern.words) <= _PAIR and (
        pattern.action is not Action.STRIKE or _may_be_no_shot(lower, first)
    )
    links = _TIED if tied else _LINKS
    for number, (room, form) in enumerate(pattern.further):
        hit = _next(form, lower, position + 1, room, links)
        if hit is None:
            return None
        if room and lower[hit] == "to":
            hit = _led_to(pattern.further[number + 1 :], lower, hit, position + 2 + room)
        if hit > position + 1:
            gap = (position + 1, hit)
        position = hit
    if gap is not None and _is_told_anew(lower[slice(*gap)]):
        return None  # "took X and was driven back" did not take it back
    opens = gap is not None and gap[0] == first + 1
    if opens and pattern.action is Action.PUSH_BACK and lower[first + 1] in _ONWARD:
        return None
    return position, gap


def _may_be_no_shot(lower: Sequence[str], first: int) -> bool:
    """Tell whether a verb of shells may tell of a town as well: "X fell", no "rockets fell"."""
    verb = first - (first > 0 and lower[first - 1] in _HAVE)
    shots = verb > 0 and lower[verb - 1] in _SHOTS
    return lower[first].startswith(("fall", "fell", "shot")) and not shots


def _led_to(
    further: Sequence[tuple[int, frozenset[str]]], lower: Sequence[str], hit: int, stop: int
) -> int:
    """Return the "to" before the next word: "forced men loyal to X to withdraw", else the first."""
    if not further or further[0][0]:
        return hit
    then = further[0][1]
    toward = (n for n in range(hit, min(stop, len(lower) - 1)) if lower[n] == "to")
    return next((n for n in toward if lower[n + 1] in then), hit)


def _is_told_anew(gap: Sequence[str]) -> bool:
    """Tell whether a second verb begins in a gap: "and were", "and went", "had been beaten"."""
    passive = "".join(gap[-2:-1]) in ("been", "was", "were")  # "to take X, had been beaten back"
    # "A statement sent to reporters said its troops"; but "sent, the army said, its troops"
    said = any(one in _SAID and other != "," for one, other in pairwise([*gap, ""]))
    again = any(one == "and" and other in FINITE | _WENT for one, other in pairwise(gap))
    return passive or said or again


def _next(
    form: frozenset[str], lower: Sequence[str], start: int, room: int, links: frozenset[str]
) -> int | None:
    """Return where one of the forms stands within so many words, no stop in between.

    An adverb may stand anywhere: "are now within", "pressed north towards"; so may a time before
    one of the ``links``: "seized control early on Monday of".
    """
    if not room and start < len(lower):
        # the "complete liberation" of X, were "in full retreat"
        start += lower[start] in _QUOTES and not form.isdisjoint(_QUOTED)
    if not room and start < len(lower):
        if lower[start] not in form:
            way = lower[start] in _COMPASS and not _WAYS.isdisjoint(form)
            start += way or lower[start] in ADVERBS
            start += lower[start : start + 1] == ["unopposed"]  # "almost unopposed"
        opens = start < len(lower) and (lower[start] in _SET_IN or lower[start].isdecimal())
        if opens and start < len(lower) - 1 and form & links:
            then = _behind_source(lower, start) if lower[start] == "," else start
            then = behind_time(lower, then)
            start = then if not form.isdisjoint(lower[then : then + 1]) else start
    if form.isdisjoint(lower[start : start + room + 1]):
        return None
    for number in range(start, min(start + room + 1, len(lower))):
        word = lower[number]
        if word in form:
            return number
        if word in _STOP or (word in _TURNS and _closes(lower, number, room)):
            return None
    return None


def behind_time(lower: Sequence[str], start: int) -> int:
    """Return where the words of a time end that stand at a word, or that word: "late on Monday".

    So for "shortly before dawn", "over the weekend" and "in the early hours of Monday".
    """
    number = start
    if not _DURING.isdisjoint(lower[start : start + 1]) and (span := _behind_span(lower, start)):
        return span
    if "ago" in lower[start + 2 : start + _AGO]:
        ago = lower.index("ago", start)
        return ago + 1 if lower[ago - 1] in _UNITS else start
    if _OPENS_TIME.isdisjoint(lower[start : start + 1]):
        return start
    for words in _PARTS, _DURING, _ARTICLES, _ARTICLES:
        number += number < len(lower) and lower[number] in words
    number += 2 * (lower[number : number + 2] == ["hours", "of"])
    first = number
    while number < len(lower) and (lower[number] in TIMES or lower[number][:1].isdecimal()):
        number += 1
    if lower[number - 1] in _NEAR and not _SPANS.isdisjoint(lower[number : number + 1]):
        return number + 1
    if not TIMES.intersection(lower[first:number]):
        return start
    return number + (lower[number : number + 1] == ["prayers"])


def _behind_span(lower: Sequence[str], start: int) -> int:
    """Return where the time up to now ends, or 0: "in the last 24 hours", "over recent days"."""
    words = lower[start + 1 : start + 1 + _SPAN]
    unit = next((n for n, word in enumerate(words) if word in _UNITS), 0)
    return start + unit + 2 if unit and not _UP_TO_NOW.isdisjoint(words[:unit]) else 0


def _behind_source(lower: Sequence[str], comma: int) -> int:
    """Return where it ends who says so, or the comma: "seized control, according to X, of"."""
    closing = range(comma + 2, min(len(lower), comma + _SOURCE))
    end = next((n for n in closing if lower[n] == ","), comma)
    told = lower[comma + 1] == "according" or lower[end - 1] in _SAID
    return end + 1 if end > comma and told else comma


def _closes(lower: Sequence[str], number: int, room: int) -> bool:
    """Tell whether a gap ends at a comma or "but": "not prevent a riot but stopped X from".

    At a comma a wide one does where "which" tells of what it holds.
    """
    after = lower[number + 1 : number + 2]
    if lower[number] == "but":
        return after not in _GOES_ON
    return lower[number] == "," and (room == NARROW or after in _RELATES)
