"""Which words of a sentence are verbs of a clause's own: "which lies on", "the column had left"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from claims.events.sentences.clause_words import BEHIND_PAST, RELATIVE, RESUMING
from claims.lexicon import Trigger

__all__ = ["is_finite", "is_past"]

_PRONOUNS = RELATIVE - {"whose"}
_WENT = frozenset(
    "left fled went came took held lost set carried drove ran hit led brought".split()
)
_CROWDS = frozenset("hundreds dozens thousands scores tens millions troops residents".split())
_OUT_OF = frozenset("from to in on at by with through over into near".split())


def is_past(lower: Sequence[str], events: Sequence[Trigger], number: int) -> bool:
    """Tell whether a word is a past form, and no adjective before its noun."""
    word, behind = lower[number], lower[number + 1 : number + 2]
    told = any(t.first == number and t.pattern.kind == "verb" for t in events)
    past = word.endswith("ed") and bool(behind) and behind[0] in BEHIND_PAST
    return past or (told and not word.endswith(("ing", "s")))


def is_finite(
    lower: Sequence[str], events: Sequence[Trigger], armed: Set[int], number: int
) -> bool:
    """Tell whether a word is a verb that has a subject, as "lies" of "X, which lies on Y"."""
    word, before = lower[number], lower[number - 1]
    if word in RESUMING or (before == "who" and word.isalpha()):  # "who control X"
        return True
    if any(t.first == number and t.pattern.kind == "verb" for t in events):
        return True
    if word in _WENT and before in _PRONOUNS:  # "a column that left X was", of men and no event
        return True
    if word.endswith("ed") and number - 1 in armed:
        return True
    ends = word.endswith(("ed", "s")) and len(word) > 3 and before in _PRONOUNS
    # "Which leads to X", but "which rebels have held"
    return ends and number not in armed and not _opens_subject(lower, number)


def _opens_subject(lower: Sequence[str], number: int) -> bool:
    """Tell whether a plural is no verb: "from which rebels had fled", "where shops were shut"."""
    has_verb = not RESUMING.isdisjoint(lower[number + 1 : number + 2])
    return has_verb or lower[number] in _CROWDS or lower[max(0, number - 2)] in _OUT_OF
