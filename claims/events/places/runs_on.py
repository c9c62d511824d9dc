"""How far an event goes on being told behind its clause: "fighting that began near X"."""

from __future__ import annotations

from itertools import takewhile

from claims.events.outcomes.effects import effects
from claims.events.outcomes.inner import Inner, inner
from claims.events.sentences.clauses import SPEECH
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from gazetteer.place import Relation

__all__ = ["end_of_aside", "opens_anew", "past_aside", "runs_on"]

_SET_IN = frozenset("with without after despite amid following backed supported".split())
_ASIDE = 14  # words of ", with the help of air strikes,"
_OBJECT = 4  # words of "the caves", "two army posts"
# What opens a phrase that only dates or explains what the sentence tells.
_FRONTING = frozenset("following after since with despite amid before during upon".split())
_FRONTED = 6  # words from it to the noun
_RELATES = 3  # words from a noun to the "that" which tells of it
_BEGAN = frozenset(
    "began erupted broke started raged flared continued resumed lasted"
    " begins erupts breaks starts rages continues resumes".split()
)
_LYING = frozenset("lies lie lay is are was were sits sit stands stand".split())
_SITUATED = frozenset("located situated about some just only at in on along roughly to the".split())
_LIES = 3  # words between "lies" and a place: "is located in"


def runs_on(parsed: Parsed, trigger: Trigger) -> int:
    """Return the last word of an event's clause, with what says when and where it broke out.

    "Died in fighting that began last night near X": the relative clause goes on telling of it.
    """
    low, high = parsed.clause(trigger.last)
    at = high + 1
    if parsed.lower[low - 1 : low] == ["which"] and (end := _gap_end(parsed, trigger, low)):
        return min(high, end)
    then = parsed.following(trigger)[:1]
    if then and then[0].first > high and inner(parsed, trigger, then[0]) is Inner.MET:
        return parsed.clause(then[0].first)[1]  # "repelled rebels who tried to enter X"
    if did := effects(parsed, trigger):
        return did[1]
    if lies := _where_it_lies(parsed, trigger, at):
        return lies
    two = parsed.lower[trigger.last + 1 : trigger.last + 2] == ["between"]  # "X and Y, which"
    at += two and parsed.lower[at : at + 1] == [","]
    relative = trigger.pattern.kind == "noun" and parsed.lower[at : at + 1] in (["that"], ["which"])
    began = parsed.lower[at + 1 : at + 4]
    if not relative or (at - trigger.last > _RELATES and not two) or _BEGAN.isdisjoint(began):
        return high
    return parsed.clause(at + 1)[1]


def _where_it_lies(parsed: Parsed, trigger: Trigger, at: int) -> int:
    """Return where a clause ends that tells where what is hit or taken lies, 0 where none stands.

    "Rebels captured a village that lies 9 km north of X": no other place is told of.
    """
    opener, verb, *behind = [*parsed.lower[at : at + 2 + _LIES], "", ""]
    if opener not in ("that", "which") or verb not in _LYING:
        return 0
    placed = next((s for s in parsed.spots if s.first > trigger.last), None)
    if placed is None or not at + 1 < placed.first <= at + 2 + len(behind):
        return 0
    between = parsed.lower[at + 2 : placed.first]
    beside = placed.mention.expression.relation is not Relation.AT
    return parsed.word_at(placed.mention.end - 1) if beside and _SITUATED.issuperset(between) else 0


def _gap_end(parsed: Parsed, trigger: Trigger, low: int) -> int:
    """Return where "which" is the object and its clause ends: "X, which they took, and Y was"."""
    words, by = parsed.lower, range(low, trigger.first)
    if low < 3 or words[low - 2] != "," or parsed.armed.isdisjoint(by):
        return 0
    if all(parsed.word_at(spot.mention.end - 1) != low - 3 for spot in parsed.spots):
        return 0
    return next((n - 1 for n in range(trigger.last + 1, len(words)) if words[n] == ","), 0)


def past_aside(parsed: Parsed, trigger: Trigger) -> int:
    """Return the comma that closes what is set between a verb and its place, or 0.

    "Captured, with the help of air strikes, the town of X": no strike of its own parts the two.
    """
    at, lower = trigger.last + 1, parsed.lower
    if trigger.pattern.kind != "verb" or "," not in parsed.sentence.held:
        return 0
    day = next((t for t in parsed.times if parsed.word_at(t.start) - at in (0, 1)), None)
    at = parsed.word_at(day.end - 1) + 1 if day and lower[at] != "," else at
    if lower[at : at + 1] != [","] or _SET_IN.isdisjoint(lower[at + 1 : at + 2]):
        return 0
    behind = range(at + 2, min(at + 2 + _ASIDE, len(lower) - 1))
    end = next((n for n in behind if lower[n] == ","), 0)
    return end if end and _opens_with_place(parsed, end + 1) else 0


def _opens_with_place(parsed: Parsed, first: int) -> bool:
    """Tell whether a place stands at a word, or what lies at one: "the caves near X"."""
    spot = next((s for s in parsed.spots if s.first >= first), None)
    if spot is None or spot.first - first > _OBJECT:
        return False
    if spot.first == first and spot.lead and parsed.lower[first] != "the":
        return False  # "after raids in X, Y and Z", but "after raids in X, the town of Y"
    between = parsed.lower[first : spot.first]
    said = any(word in SPEECH or word == "," for word in between)
    return not said and not any(first <= t.first < spot.first for t in parsed.triggers)


def end_of_aside(parsed: Parsed, trigger: Trigger) -> int:
    """Return the character where what holds a noun ends: "took, after a raid, X", or the last.

    So in "Following the capture of X, the situation in Y is tense".
    """
    if trigger.pattern.kind != "noun" or "," not in parsed.sentence.held:
        return parsed.sentence.end
    if (comma := _end_of_fronted(parsed, trigger)) is not None:
        return parsed.words[comma].start
    before = (t for t in parsed.triggers if t.pattern.kind == "verb" and t.last < trigger.first)
    ends = (end for t in before if (end := past_aside(parsed, t)) > trigger.last)
    return next((parsed.words[end].start for end in ends), parsed.sentence.end)


def _end_of_fronted(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the comma that parts a phrase in front, which has a place of its own, from the rest.

    A list goes on behind a comma: "After the fall of X, Y and Z, rebels left W".
    """
    before = range(trigger.first - 1, max(-1, trigger.first - _FRONTED), -1)
    opens = next((n for n in before if parsed.lower[n] in _FRONTING), None)
    behind = [s for s in parsed.spots if s.first > trigger.last]
    if opens is None or not behind or not (opens == 0 or parsed.lower[opens - 1] == ","):
        return None
    if "," in parsed.lower[trigger.last : behind[0].first]:
        return None
    low = end = parsed.word_at(behind[0].mention.end - 1)
    for spot in takewhile(lambda s: s.listed, behind[1:]):
        if "and" in parsed.lower[low : spot.first]:
            end = parsed.word_at(spot.mention.end - 1)
        low = parsed.word_at(spot.mention.end - 1)
    return next((n for n in range(end, len(parsed.lower)) if parsed.lower[n] == ","), None)


def opens_anew(parsed: Parsed, spot: Spot) -> bool:
    """Tell whether a place opens what a semicolon parts: "was forced out; in X others fought"."""
    if spot.first < 2 or parsed.lower[spot.first - 2] != ";" or not spot.lead:
        return False
    behind = parsed.lower[spot.first :]
    end = spot.first + (behind.index(";") if ";" in behind else len(behind))
    return any(spot.first < t.first < end for t in parsed.triggers)
