"""Where a sentence opens a further statement, with a subject of its own: ", and rebels took Y"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from claims.events.sentences.by_the_clock import leads_to_time
from claims.events.sentences.clause_words import (
    ADVERBS,
    AT,
    JOINING,
    SPANS,
    SUBORDINATING,
)
from claims.events.sentences.joined_clauses import has_subject, is_verb
from claims.lexicon import Trigger
from claims.words import numbers_of

__all__ = ["SHARING", "Statements", "opens_none"]

SHARING = ("that", " and", " as", " while")
"""Joints behind which what is said, asked or denied may go on."""
_JOINING = SUBORDINATING | {"and", "but"}
_SAYING = frozenset(("and", "adding"))
_MAY_OPEN = {";"} | _JOINING | _SAYING
_TAKEN_UP = frozenset("it they he she we this these those both all each none which".split())
_LEADING, _FRONT = frozenset("on in at near by".split()), 6  # words of "on 5 May, rebels"
_LAST = 10_000  # more words than a sentence has
_LISTING = 4  # words from "between" to the "and" of its two


class Statements(NamedTuple):
    """The statements of a sentence: the first word of each further one, and what joins it.

    "that" joins what somebody goes on to say, "," the main clause to one set in front of it; a word
    that joins without a comma has a space before it: " and".
    """

    joints: tuple[tuple[int, str], ...]

    @classmethod
    def of(
        cls,
        lower: Sequence[str],
        events: Sequence[Trigger],
        armed: Collection[int],
        main_comma: int,
    ) -> Statements:
        """Find them; ``main_comma`` closes a clause set in front, -1 where there is none."""
        return cls(tuple(_openings(lower, events, armed, main_comma)))

    def parted(self, low: int, high: int, *unless: str) -> bool:
        """Tell whether a further one opens behind a word and up to another, but for some joints."""
        return any(low < n <= high and by not in unless for n, by in self.joints)

    def around(self, number: int) -> tuple[int, int]:
        """Return the first word of the one around a word, and the last it may have."""
        return self.begin(number), min((n - 1 for n, _ in self.joints if n > number), default=_LAST)

    def begin(self, number: int, *unless: str) -> int:
        """Return the first word of the one around a word, which some joints do not open."""
        return max((n for n, by in self.joints if n <= number and by not in unless), default=0)

    def end(self, number: int) -> int:
        """Return the last word that may tell what became of what a word tells: "but" turns yet."""
        ends = (n - 1 for n, by in self.joints if n > number and by.strip() != "but")
        return next(ends, _LAST)


def _openings(
    lower: Sequence[str], events: Sequence[Trigger], armed: Collection[int], main_comma: int
) -> Iterator[tuple[int, str]]:
    verbs = {e.first for e in events if e.pattern.kind == "verb" and not e.form.endswith("ing")}
    if main_comma > 0:
        yield main_comma + 1, ","
    begun = max(0, main_comma + 1)
    for number in numbers_of(lower, _MAY_OPEN):
        first = number + 1
        if first >= len(lower) or number < 2 or number <= main_comma:
            continue
        if lower[number] in _SAYING and lower[first] == "that":
            yield first + 1, "that"
        elif lower[number] == ";":
            begun = first
            if lower[first] not in _TAKEN_UP:
                yield first, ";"
        elif lower[number] in _JOINING:
            if "between" in lower[max(0, number - _LISTING) : number]:
                continue
            subject = _behind_front(lower, armed, first)
            told = has_subject(lower, verbs, armed, subject)
            if told and any(is_verb(lower, verbs, at) for at in range(begun, number)):
                begun = first
                yield first, " " * (lower[number - 1] != ",") + lower[number]


def _behind_front(lower: Sequence[str], armed: Collection[int], first: int) -> int:
    """Return where a subject may stand behind what is set in front: "and on Monday rebels"."""
    if lower[first] not in _LEADING:
        return first
    behind = range(first + 2, min(len(lower), first + _FRONT))
    return next((n for n in behind if n in armed or lower[n - 1] == ","), first)


def opens_none(lower: Sequence[str], number: int) -> bool:
    """Tell whether a word opens no clause: "as well as X", "once before", "the day after"."""
    word, after = lower[number], " ".join(lower[number + 1 : number + 2])
    spans = word in ("that", "following") and after in SPANS
    spans = spans or leads_to_time(lower, number)
    dated = after in AT and lower[number - 1] in SPANS
    if spans or (word in ADVERBS and (dated or not after[:1].isalnum())):
        return True
    if word == "but":  # "took all but two posts", "not only X but also Y"
        also = after == "also" and "only" in lower[:number]
        return also or lower[number - 1] == "all"
    return word == "as" and not JOINING.isdisjoint(lower[max(0, number - 2) : number + 3])
