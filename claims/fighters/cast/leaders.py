"""Who leads whom, and who hires whom: after "rebels led by Roe", "Roe's men" are these rebels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.fighters.cast.chiefs import chiefs
from claims.fighters.cast.officers import leave_to_armies
from claims.fighters.named.full_names import slug
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.owners import LED
from claims.fighters.worded.persons import TITLES, holders

__all__ = ["join_leaders", "side_with_hirers"]

_LED_BY = ("led by", "commanded by", "headed by")
_GROUPS = ("force", "named", "people", "rebel")
_LONGEST = 4  # words of a name
_HIRED = ("mercenaries", "pilots", "contractors", "aircrews", "airmen", "crews")
_SERVES = frozenset("flying fighting working serving".split())
_PAID = frozenset("hired employed paid engaged recruited contracted".split())
_ARTICLES = frozenset(("the", "a", "an"))
_LEADS = 2  # words of "flying for", "hired by"


def join_leaders(tokens: Tokens, phrases: Sequence[Phrase]) -> None:
    """Give those whom a text names by their leader the side that he is said to lead."""
    if all(phrase.kind != "person" for phrase in phrases):
        return
    led = dict(_heading(tokens, phrases))
    if any(words in tokens.text for words in _LED_BY):
        led |= dict(_led(tokens, phrases))
    for phrase in phrases if led else ():
        whose = led.get(phrase.side or "") if phrase.kind == "person" else None
        if whose is not None:
            phrase.side, phrase.kind, phrase.rebel = whose.side, whose.kind, whose.rebel
            phrase.led = True
    leave_to_armies(phrases)


def _heading(tokens: Tokens, phrases: Sequence[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Yield each who owns, heads or speaks for a force, as the side that he would be, with it."""
    whole = [phrase for phrase in phrases if phrase.side or phrase.kind == "state"]
    told = [*holders(tokens, whole), *chiefs(tokens, whole), *_by_name(whole)]
    sides: dict[str, set[str]] = {}
    for name, phrase in told:
        sides.setdefault(name, set()).update(filter(None, [phrase.side]))
    # "rebel commander Jan Roe of the X Front" is the Front's
    told.sort(key=lambda one: one[1].side is not None)
    yield from ((slug(name), phrase) for name, phrase in told if len(sides[name]) <= 1)


def _by_name(phrases: Sequence[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Yield the last name of whoever a force goes by: "fighters of rebel leader Jan Roe"."""
    for phrase in phrases:
        words = phrase.text.split()
        if phrase.kind == "force" and len(words) > 1 and all(map(str.istitle, words[-2:])):
            yield words[-1].lower(), phrase


def _led(tokens: Tokens, phrases: Sequence[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Yield each leader, as the side that he would be, with the phrase for those whom he leads."""
    for phrase in phrases:
        at = phrase.last + 1
        at += tokens.words[at : at + 1] == [","]
        by = tokens.lower[at : at + 2]
        if phrase.kind not in _GROUPS or by[:1] == [] or by[0] not in LED or by[1:] != ["by"]:
            continue
        first = at + 2
        while tokens.lower[first : first + 1] and tokens.lower[first] in TITLES | {"the", "a", "."}:
            first += 1
        last = first
        while last < min(len(tokens.words), first + _LONGEST) and tokens.capital(last):
            last += 1
        if last > first:
            yield slug(tokens.lower[last - 1]), phrase


def side_with_hirers(tokens: Tokens, phrases: Sequence[Phrase]) -> None:
    """Give hirelings the side of those for whom they are said to fight, open where that one is."""
    for one, other in pairwise(phrases):
        hired = one.kind in ("country", "people") and one.text.lower().endswith(_HIRED)
        if hired and _serves(tokens.lower[one.last + 1 : other.first]):
            one.side = other.side


def _serves(between: Sequence[str]) -> bool:
    lead = [word for word in between if word not in _ARTICLES]
    if len(lead) != _LEADS:
        return False
    return (lead[0] in _SERVES and lead[1] == "for") or (lead[0] in _PAID and lead[1] == "by")
