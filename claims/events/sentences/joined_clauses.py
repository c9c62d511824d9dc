"""Clauses behind ", and" that have a subject of their own: ", and rebels from X captured Y"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import BE, CLAUSE_WORDS, PAST, RELATIVE
from claims.events.spots.in_front import opens_in_front
from claims.lexicon import Trigger
from claims.number_words import is_count
from claims.words import numbers_of

__all__ = ["joined_clauses"]

_JOINING = frozenset(("and", "but"))
_SPEAKERS = frozenset(("we", "they"))
_FINITE = BE.union("has had have will would could can may might must did".split()).difference(
    "been being be".split()
)
_DETERMINERS = frozenset("the a an another several some many most more".split())
# What opens no subject that stands right behind "and".
_NO_SUBJECT = CLAUSE_WORDS.union(
    """
    in on at near by with from to of for into onto across along around between inside outside over
    through toward towards under until up down off out back behind beyond above below against
    without within beside besides despite during since if once unless so then also later now again
    soon still even not never only just perhaps yet thus therefore hence instead eventually finally
    subsequently nearly almost both either neither they it he she we i you them us him her what
    this these those that which who whom whose or and but is are was were had has have having been
    be being will would could can may might must did do does today yesterday tomorrow
    """.split()
)
_LEADS = frozenset("amid amidst despite of with under against in during".split())
_CUTS = CLAUSE_WORDS.difference(RELATIVE).union(";:—–()")
# What those who fight mean to do, or go on doing: "and troops plan to storm X".
_MEANS = frozenset(
    """
    intend intends plan plans want wants hope hopes aim aims seek seeks try tries continue continues
    begin begins prepare prepares refuse refuses vow vows threaten threatens expect expects need
    """.split()
)
_HEAD = 5  # words from "and" to the head of those who fight
_ASIDE = 16  # words between the commas behind it
_SHORTEST = 5  # letters of "moved"


def joined_clauses(
    lower: Sequence[str], events: Sequence[Trigger], armed: Collection[int]
) -> Iterator[int]:
    """Yield each "and" behind a comma that opens a clause with a subject of its own.

    Not in "took X, and the rest of Y, and shelled Z", nor before the last of several subjects:
    "the army, the police, and the militia shelled X".
    """
    verbs = {e.first for e in events if e.pattern.kind == "verb" and not e.form.endswith("ing")}
    yield from _strung(lower, verbs)
    for at in numbers_of(lower, _JOINING):
        if at < 2 or lower[at - 1] != ",":
            continue
        head = _behind_head(lower, verbs, armed, at + 1)
        if head and _tells(lower, verbs, at) and _acts(lower, verbs, armed, head):
            yield at


def _strung(lower: Sequence[str], verbs: Collection[int]) -> Iterator[int]:
    """Yield each comma that alone parts two clauses: "the town is ours, we have tanks there"."""
    for at in numbers_of(lower, _SPEAKERS):
        told = lower[at + 1 : at + 2]
        if at < 2 or lower[at - 1] != "," or not told or is_speech(told[0]):
            continue
        if not (told[0] in _FINITE or at + 1 in verbs):
            continue
        before = range(at - 2, -1, -1)
        low = next((n for n in before if lower[n] in _CUTS or lower[n] == ","), -1)
        if not opens_in_front(lower[low + 1 :]) and _tells(lower, verbs, at - 1):
            yield at - 1


def has_subject(
    lower: Sequence[str], verbs: Collection[int], armed: Collection[int], at: int
) -> bool:
    """Tell whether a clause with a subject of its own opens at a word."""
    head = _behind_head(lower, verbs, armed, at)
    return head > 0 and _acts(lower, verbs, armed, head)


def _behind_head(
    lower: Sequence[str], verbs: Collection[int], armed: Collection[int], at: int
) -> int:
    """Return the first word that may be no part of a subject which opens at a word, or 0."""
    if at in verbs or at >= len(lower):
        return 0
    word = lower[at]
    opens = word in _DETERMINERS or is_count(word)
    if not (opens or at in armed) and (word in _NO_SUBJECT or word.endswith((*PAST, "ing", "ly"))):
        return 0  # ", and moved rebels to X"
    named = next((n for n in range(at, min(len(lower), at + _HEAD)) if n in armed), None)
    between = range(at, named or at)
    ends = any(is_verb(lower, verbs, n) or lower[n] in _CUTS for n in between)
    if named is not None and not ends:
        return next((n for n in range(named, len(lower)) if n not in armed), 0)
    return at + 1 if opens or word[0].isalpha() else 0


def _acts(lower: Sequence[str], verbs: Collection[int], armed: Collection[int], at: int) -> bool:
    """Tell whether a subject has a verb behind its head, what only describes it aside."""
    relative = False
    while at < len(lower) - 1 and lower[at] not in _CUTS:
        word, then = lower[at], lower[at + 1]
        if word == ",":
            aside = then in RELATIVE or then.endswith(("ing", *PAST))  # ", who hold X,"
            closing = (n for n in range(at + 2, min(len(lower), at + _ASIDE)) if lower[n] == ",")
            at = next(closing, 0) if aside else 0
            if not at:
                return False
        elif word in _JOINING:
            if at + 1 not in armed and then not in _DETERMINERS:
                return False
        elif word in RELATIVE:
            relative = True
        elif (is_verb(lower, verbs, at) and then != "by") or _means(lower, armed, at):
            if not relative:
                return True
            relative = False
        at += 1
    return False


def _means(lower: Sequence[str], armed: Collection[int], at: int) -> bool:
    """Tell whether those who fight mean to do something: "the army's plans to" mean nothing."""
    return lower[at] in _MEANS and lower[at + 1] == "to" and at - 1 in armed


def _tells(lower: Sequence[str], verbs: Collection[int], stop: int) -> bool:
    """Tell whether a main verb stands before a word, and none of a clause beside it."""
    at = lower.index(",") if opens_in_front(lower) else 0  # "after talks failed, X, and Y fell"
    while at < stop:
        if lower[at] in RELATIVE:
            at = next((n for n in range(at, stop) if lower[n] == ","), stop)
        elif is_verb(lower, verbs, at):
            return True
        at += 1
    return False


def is_verb(lower: Sequence[str], verbs: Collection[int], number: int) -> bool:
    word = lower[number]
    before = lower[number - 1] if number else ""
    if before == "to" or (before in _LEADS and number not in verbs):
        return False  # "in a bid to storm X", "amid continued attacks"
    long = len(word) >= _SHORTEST or not word.endswith("ed")
    return number in verbs or word in _FINITE or (long and "-" not in word and word.endswith(PAST))
