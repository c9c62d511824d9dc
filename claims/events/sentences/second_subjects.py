"""Who or what opens a clause behind "and" or "since": "shelled X and Y fell", "since Y fell"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from claims.events.sentences.clause_words import (
    BE,
    DATING,
    GOES_ON,
    RELATIVE_PRONOUNS,
    RESUMING,
    SUBORDINATING,
)
from claims.events.sentences.joined_clauses import joined_clauses
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from claims.number_words import TWO_TO_TEN
from claims.words import numbers_of

__all__ = ["fronts", "opens_with", "second_subjects"]

_JOINING = frozenset(("and", "but"))
_SINCE = frozenset(("since",))
_RESUMED = tuple([word] for word in RESUMING)
_OPENS = DATING | SUBORDINATING | {"when", "once", "if", "that"}
_ONE = frozenset("is was has remains remained fell".split())  # what no list of several is told by
_LINKED = frozenset("between linking connecting joining".split())
_FRONTED = frozenset("in near at around outside".split())
_DETERMINERS = TWO_TO_TEN.union("a an the several some".split())
_DWELLERS = frozenset("residents villagers inhabitants civilians families refugees".split())
_SOON = 6  # words from a place set in front to its verb
_HEAD = 4  # words to the head of a subject
_ASIDE = 14  # words between the commas behind it
_RELATES = 4  # words from "that" to its verb


def second_subjects(
    lower: Sequence[str],
    spots: Sequence[Spot],
    events: Sequence[Trigger],
    armed: Collection[int],
    word_at: Callable[[int], int],
) -> Iterator[int]:
    """Yield each "and" behind which a clause opens with a subject of its own, such as a place.

    "Attacked the army, and an assault on X and Y was beaten off" goes on with its list.
    """
    yield from joined_clauses(lower, events, armed)
    for spot in spots:
        at = _start(lower, spot) - 1
        if at < 1 or lower[at] not in _JOINING or spot.lead in _LINKED:
            continue
        behind = word_at(spot.mention.end - 1) + 1
        if _is_led(lower, spot) and _acts(lower, armed, behind):
            yield at
            continue
        before = next((e for e in reversed(events) if e.last < at), None)
        if before is None or not (_is_finite(lower, before) or _is_told(lower, before, at)):
            continue
        if _heads_clause(lower, spots, spot, before):
            continue
        if fronts(lower, events, armed, spot, behind) or opens_with(lower, events, behind):
            yield at
    if "since" in lower:
        ends = {spot.first: word_at(spot.mention.end - 1) + 1 for spot in spots}
        yield from _since(lower, events, armed, ends)


def _heads_clause(lower: Sequence[str], spots: Sequence[Spot], spot: Spot, before: Trigger) -> bool:
    """Tell whether a list that a place ends heads a clause: "they fled after X and Y fell"."""
    listed = spots[: spots.index(spot)]
    head = next((one for one in reversed(listed) if not one.listed), None) if spot.listed else None
    return head is not None and head.first - 1 > before.last and lower[head.first - 1] in _OPENS


def _since(
    lower: Sequence[str],
    events: Sequence[Trigger],
    armed: Collection[int],
    ends: Mapping[int, int],
) -> Iterator[int]:
    """Yield each "since" that opens a clause: "its first gain since X fell", not "since May".

    ``ends`` are the words behind the places, by the first word of each.
    """
    verbs = {e.first for e in events if e.pattern.kind == "verb"}
    for number in numbers_of(lower, _SINCE):
        named = next((n for n in range(number + 1, number + _HEAD) if n in armed), 0)
        armed_to = next((n for n in range(named, len(lower)) if n not in armed), 0) if named else 0
        behind = ends.get(number + 1, armed_to)
        if behind and (behind in verbs or lower[behind : behind + 1] in _RESUMED):
            yield number


def _start(lower: Sequence[str], spot: Spot) -> int:
    """Return the number of a place's first word, its preposition included."""
    return spot.first - (spot.first > 0 and lower[spot.first - 1] in _FRONTED)


def opens_with(lower: Sequence[str], events: Sequence[Trigger], behind: int) -> bool:
    """Tell whether a place is the subject of what stands behind it, or leads to who is."""
    falls = any(e.first == behind and e.pattern.scheme.startswith("place") for e in events)
    word = lower[behind] if behind < len(lower) else "."
    suffers = word == "came" and any(e.first == behind for e in events)
    return falls or suffers or word in _ONE or word in _DWELLERS


def fronts(
    lower: Sequence[str],
    events: Sequence[Trigger],
    armed: Collection[int],
    spot: Spot,
    behind: int,
) -> bool:
    """Tell whether a place is set in front of a clause: "and near X a convoy was ambushed"."""
    if not _is_led(lower, spot):
        return False
    if _acts(lower, armed, behind):
        return True
    verbs = (e.first for e in events if e.pattern.kind == "verb")
    soon = any(behind < first <= behind + _SOON for first in verbs)
    return soon and not _DETERMINERS.isdisjoint(lower[behind : behind + 1])


def _is_led(lower: Sequence[str], spot: Spot) -> bool:
    return lower[_start(lower, spot)] in _FRONTED


def _acts(lower: Sequence[str], armed: Collection[int], behind: int) -> bool:
    """Tell whether those who fight act in a place: "; at X, lost in May, troops were probing"."""
    at = behind
    if lower[at : at + 1] == [","]:
        closing = (n for n in range(at + 1, min(len(lower), at + _ASIDE)) if lower[n] == ",")
        inside = next(closing, at)
        at = at + 1 if at + 1 in armed else inside + 1
    # "Chadian and international forces": the head of who acts may stand some words on.
    at = next((n for n in range(at, at + _HEAD) if n in armed), at)
    then = next((n for n in range(at, len(lower)) if n not in armed), at)
    verb = lower[then] if then < len(lower) else ""
    return then > at and (verb in RESUMING or verb.endswith("ed"))


def _is_told(lower: Sequence[str], event: Trigger, stop: int) -> bool:
    """Tell whether a noun has its verb before a word: "fighting raged in X and Y was taken"."""
    noun = event.pattern.kind == "noun" and RELATIVE_PRONOUNS.isdisjoint(lower[:stop])
    return noun and not GOES_ON.isdisjoint(lower[event.last + 1 : min(stop, event.last + 2)])


def _is_finite(lower: Sequence[str], event: Trigger) -> bool:
    """Tell whether a verb has a clause of its own, and only describes nobody."""
    lead = lower[max(0, event.first - _RELATES) : event.first]
    loose = event.form.endswith("ing") and lead[-1:] != [] and lead[-1] not in BE
    aims = lead[-1:] == ["to"]
    verb = event.pattern.kind == "verb" and not (loose or aims)
    return verb and RELATIVE_PRONOUNS.isdisjoint(lead)
