"""Letters that a text calls fighters, and peoples after whom it calls them: "ABC rebels"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count, pairwise, takewhile
from operator import ne

from claims.fighters.forces import force_words
from claims.fighters.makes import is_make
from claims.fighters.named.full_names import ACRONYM, DEEDS, FIGHT, SPOKEN, owns_troops, slug
from claims.fighters.names import NameBook, NameEntry, entry
from claims.fighters.tokens import Tokens
from claims.fighters.told_to import is_told
from claims.sides.groups import country_words

__all__ = ["named_groups"]

# What only those hold who fight: "shelled ABC positions".
_ENTRENCHED = frozenset("positions trenches strongholds hideouts".split())
_SOLDIERS = frozenset("troops soldiers militiamen gunmen".split())
_PRESS = frozenset("agency radio television newspaper daily weekly station".split())
_CLAUSE = 10  # words from "captured" to whom it was captured from
# With or against whom only fighters are told to do so, and what is taken only from them.
_FOUGHT = frozenset("clashed clashes fought battles offensive offensives skirmishes".split())
_TAKEN = frozenset("captured recaptured retook retaken wrested".split())
_APPOSED = 4  # words from a comma to "militia" in "ABC, a Tuareg militia"


def named_groups(tokens: Tokens, book: NameBook) -> Iterator[tuple[str, NameEntry]]:
    """Yield the letters that a text calls fighters: "ABC rebels", "the rebel group ABC"."""
    found: set[str] = set()
    if tokens.shouted:
        return
    yield from _peoples(tokens, book)
    yield from _joint(tokens, book)
    # Most words are small, and so no short form.
    for number in compress(count(), map(ne, tokens.words, tokens.lower)):
        word = tokens.words[number]
        if not word[:2].isupper() or word in found or not ACRONYM.match(word):
            continue
        if is_make(word, "".join(tokens.lower[number + 1 : number + 2])):
            continue  # "MIG fighters" are aircraft
        hours = word.lower() in force_words().not_people  # "at 0530 GMT rebels attacked X"
        if not _PRESS.isdisjoint(tokens.lower[max(0, number - 1) : number]):
            continue  # "the news agency ABC said its forces"
        called = not hours and word.lower() not in book and not tokens.shouts(number)
        if called and not is_told(tokens, number) and _is_called_fighters(tokens, number):
            found.add(word)
            yield entry(word, "force", slug(word), name=word)


def _peoples(tokens: Tokens, book: NameBook) -> Iterator[tuple[str, NameEntry]]:
    """Yield the peoples by whose name a text calls fighters: "the Xans" of "Xan battalions"."""
    if "ans" not in tokens.text:
        return
    words = set(tokens.words)
    plurals = {w for w in words if w.endswith("ans") and w[:1].isupper() and w[:-1] in words}
    for word in sorted(plurals):
        behind = (
            tokens.lower[number + 1 : number + 2]
            for number, one in enumerate(tokens.words)
            if one == word[:-1]
        )
        armed = any(after and after[0] in force_words().heads for after in behind)
        if armed and word.lower() not in book and word[:-1].lower() not in book:
            yield entry(word, "people", slug(word[:-1]), name=word)


def _joint(tokens: Tokens, book: NameBook) -> Iterator[tuple[str, NameEntry]]:
    """Yield the forces of two states, as those of the first named: "a Malian-Russian column"."""
    lands = country_words()
    for number in compress(count(), map(ne, tokens.words, tokens.lower)):
        word = tokens.words[number]
        first, _, second = word.partition("-")
        if not (second in lands and first in lands) or word.lower() in book:
            continue
        behind = takewhile(str.islower, tokens.words[number + 1 : number + 3])  # no "X-Y Army"
        if not force_words().heads.isdisjoint(behind):
            yield entry(word, "country", lands[first], name=word)


def _is_called_fighters(tokens: Tokens, number: int) -> bool:
    words, lower = force_words(), tokens.lower
    before, behind = lower[max(0, number - 3) : number], lower[number + 1 : number + 2]
    fights = behind and (behind[0] in words.rebel or behind[0] in FIGHT or behind[0] in DEEDS)
    if fights or (behind and behind[0] in _ENTRENCHED):
        return True
    if _is_led(lower, number) or _has_men(lower[number + 1 : number + 2 + _APPOSED]):
        return True
    if behind and behind[0] in words.acting and owns_troops(lower[number + 2 : number + SPOKEN]):
        return True
    grouped = before[-1:] and before[-1] in words.group
    if grouped and (before[-1] == "militia" or not words.rebel.isdisjoint(before[-2:-1])):
        return True
    men = lower[number - 4] if grouped and before[:2] == ["of", "the"] else ""
    if men in words.rebel or men in FIGHT:
        return True  # "rebels of the group ABC"
    apposed = lower[number + 1 : number + 2 + _APPOSED]  # "ABC, a Tuareg militia, attacked"
    said = apposed[:2] in ([",", "a"], [",", "an"], [",", "the"])
    return said and any(
        word == "militia" or (word in words.group and before in words.rebel)
        for before, word in pairwise(apposed)
    )


def _has_men(behind: Sequence[str]) -> bool:
    """Tell whether men are told of who are those of letters: "ABC, whose fighters"."""
    fight = force_words().rebel | FIGHT | _SOLDIERS
    return behind[:2] == [",", "whose"] and not fight.isdisjoint(behind[2:4])


def _is_led(lower: Sequence[str], number: int) -> bool:
    """Tell whether the words before letters make fighters of them: "rebels of", "clashed with"."""
    *_, what, lead = ["", "", *(w for w in lower[max(0, number - 3) : number] if w != "the")]
    if lead == "by":
        return what in DEEDS
    if lead in ("with", "against"):
        return what in _FOUGHT
    of_men = what in force_words().rebel or what in FIGHT
    taken = lead == "from" and not _TAKEN.isdisjoint(lower[max(0, number - _CLAUSE) : number])
    return taken or (lead in ("of", "from") and of_men)
