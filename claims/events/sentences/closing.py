"""Where a clause set in front of the main one closes: "As talks went on, rebels took X"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.events.sentences.clause_words import FINITE, LENGTHS, NO_SUBJECT, PLACING

__all__ = ["closing_comma", "may_open"]

_NO_CLAUSE = (("as", "a", "result"), ("as", "a", "consequence"))
_LONGEST = 60  # words of such a clause


def closing_comma(
    lower: Sequence[str],
    has_subject: Callable[[int, int], bool],
    is_place: Callable[[int], bool],
    events: Sequence[int],
) -> int:
    """Return the comma that closes a clause set in front, or -1.

    ``has_subject`` tells of the stretch from a comma to the next whether it opens the main clause,
    ``is_place`` tells of a word whether a place starts there, ``events`` are the words of events.
    In "as talks went on, X, its last post, was taken" the main clause starts with X, in "despite
    the truce, near X, men died" with "near".
    """
    commas = [n for n, word in enumerate(lower[:_LONGEST]) if word == ","]
    result = bool(commas) and tuple(lower[:3]) in _NO_CLAUSE and may_open(lower, commas[0])
    if result and not is_place(commas[0] + 1):
        return commas[0]  # "as a result of the raid, ten men and a tank were lost", no "on X, Y"
    for number, comma in enumerate(commas):
        later = [*commas[number + 1 :], len(lower)]
        behind = later[1] + 1 if len(later) > 2 else len(lower)
        word = lower[behind] if behind < len(lower) else ""
        set_off = word in FINITE or (behind in events and not word.endswith("ing"))
        if set_off or has_subject(comma, later[0]):
            told = any(event < comma for event in events)
            placed = number > 0 and not told and _places(lower, commas[number - 1] + 1)
            return commas[number - 1] if placed else comma
    first = commas[0] if commas else 0
    alone = first and may_open(lower, first) and events and events[0] > first
    return first if alone else -1


def may_open(lower: Sequence[str], comma: int) -> bool:
    """Tell whether a subject may stand behind a comma: no ", and" and no participle."""
    first = lower[comma + 1] if comma + 1 < len(lower) else ""
    return first not in NO_SUBJECT and not first.endswith("ing")


def _places(lower: Sequence[str], at: int) -> bool:
    """Tell whether a stretch only says where: "near X", "ten miles north of X"."""
    return lower[at] in PLACING or not LENGTHS.isdisjoint(lower[at + 1 : at + 3])
