"""How far a clause has places past what would close it: a dash, a bracket, a colon."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.events.sentences.predicates import FINITE, opens_clause
from claims.events.spots.spot import Spot

__all__ = ["list_end"]

_TURNS = FINITE.union(("came", "fell", "suffered"))


def list_end(parsed: Parsed, high: int) -> int:
    """Return how far a clause goes on past a dash or a bracket, or over a list with semicolons."""
    number, end = high + 1, parsed.words[high].end
    mark = parsed.words[number].text if number < len(parsed.words) else ""
    if mark in ("which", "where"):
        return _behind_relative(parsed, number, end)
    if mark == ";":
        return _behind_semicolon(parsed, number, end)
    if mark == ":":
        # As in "Under rebel control: X, Y" and "27 raids: 14 on X, nine on Y".
        led = any(number < s.first <= number + 1 + bool(s.lead) * 2 for s in parsed.spots)
        return parsed.sentence.end if led else end
    if (
        not mark
        or mark not in "—–("
        or any(c.start > parsed.words[number].start for c in parsed.cues)
    ):
        return end
    if mark == "(" and ")" in parsed.lower[number:]:  # "X (north of Y) and Z, while W was calm"
        closing = parsed.lower.index(")", number)
        behind = parsed.clause(min(closing + 1, len(parsed.words) - 1))[1]
        return list_end(parsed, max(behind, closing))
    return parsed.sentence.end


def _behind_relative(parsed: Parsed, number: int, end: int) -> int:
    """Return how far a list goes on over what is told of one place: "X, which lies near Y, and Z".

    ``end`` where nothing goes on, or the clause tells of an event.
    """
    last = next((s for s in parsed.spots if s.first > number and _goes_on(parsed, s)), None)
    if last is None:
        return end
    stop = parsed.word_at(last.mention.end - 1)
    told = any(number < t.first <= stop + 1 for t in parsed.triggers)
    return end if told else parsed.words[stop].end


def _goes_on(parsed: Parsed, spot: Spot) -> bool:
    return spot.listed and parsed.lower[max(0, spot.first - 2) : spot.first] == [",", "and"]


def _behind_semicolon(parsed: Parsed, number: int, end: int) -> int:
    """Return how far a list goes on over a semicolon, ``end`` where none does."""
    places = [s.first for s in parsed.spots if s.first > number]
    between = [w.lower for w in parsed.words[number : places[0] if places else number]]
    first = next((s for s in parsed.spots if s.first > number), None)
    if first:  # "; the village of X came under fire"
        after = parsed.word_at(first.mention.end - 1) + 1
        between += parsed.lower[after : after + 1]
    turns = any(word.endswith("ed") or word in _TURNS for word in between)
    if turns or opens_clause(parsed, number):  # "; they turned back"
        return end
    later = [t.first for t in parsed.triggers if t.first > number and t.pattern.kind == "verb"]
    ends = {parsed.word_at(s.mention.end - 1) for s in parsed.spots if s.first > number}
    if later and later[0] - 1 in ends:  # "; X and Y retaken": those are its own subject
        return end
    return parsed.words[later[0]].start if later else parsed.sentence.end
