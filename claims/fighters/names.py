"""Find what is known by name in a text: forces, groups, peoples, countries, capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from operator import itemgetter
from typing import NamedTuple

from claims.fighters.forces import force_words
from claims.fighters.tokens import Tokens, tokens_of
from claims.sides.groups import (
    capitals,
    country_words,
    groups,
    homes,
    listed,
    namesakes,
    peoples,
    plain,
)
from claims.sides.theatre import Theatre
from claims.words import numbers_of

__all__ = ["NameBook", "NameEntry", "Unit", "book_of", "entry", "theatre_names", "units_of"]

_LINK = 3  # letters of the longest word that a name may have in small ones: "of", "the"
_STATIONS = frozenset("radio television tv".split())
_CARRIED = frozenset("by on over to via".split())
_SHORT = 6  # letters of the longest short form that must keep its capitals


class Unit(NamedTuple):
    """Something known by name: its words ``[first, last]``, what it is, name and side.

    ``kind`` is ``force`` for who fights, ``country``, ``people`` or ``capital`` for whose name
    stands with those who fight, or a kind of phrase: ``rebel``, ``state``, ``both``, ``nobody``,
    ``enemy``.
    """

    first: int
    last: int
    kind: str
    name: str
    side: str | None


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name as it is written behind its first word, and who that is."""

    tail: tuple[str, ...]
    head: str  # how the first word must be written; empty where the case does not matter
    kind: str
    name: str
    side: str | None
    plain: bool = False  # of everyday words: each must have its capital, if the first has one
    ahead: int = 0  # last words that only follow the name: what "coalition airstrikes" are


class Named(NamedTuple):
    """The names that start with one word: those of no other, and with them those of a second."""

    alone: tuple[NameEntry, ...]
    led: dict[str, tuple[NameEntry, ...]]


_FIRES = frozenset("air airstrike airstrikes strike strikes raid raids".split())
_NOBODY = "namesake"  # a name that only keeps a shorter one from being met
_ENDS = frozenset(". , ) \n ( - to at by on".split(" "))
NameBook = dict[str, Named]
"""What is known by name, by its first word."""

_Row = tuple[str, str, str, str | None, bool]


def entry(
    text: str, kind: str, side: str | None, *, name: str = "", strict: bool = True
) -> tuple[str, NameEntry]:
    """Return the first word of a name and its entry; ``strict`` names keep their capitals."""
    words = tokens_of(text.removeprefix("the ").removeprefix("The "))
    head = words.words[0] if strict and words.words[0] != words.words[0].lower() else ""
    ahead = len([*takewhile(_FIRES.__contains__, reversed(words.words[1:]))])
    return words.lower[0], NameEntry(
        tuple(words.lower[1:]), head, kind, name or text, side, text in plain(), ahead
    )


def book_of(names: Mapping[str, Iterable[NameEntry]]) -> NameBook:
    """Return a name book of entries by their first word, the strongest first."""
    return {first: _named(tuple(entries)) for first, entries in names.items()}


def _named(entries: tuple[NameEntry, ...]) -> Named:
    seconds = {known.tail[0] for known in entries if known.tail}
    return Named(
        alone=tuple(known for known in entries if not known.tail),
        led={word: tuple(e for e in entries if e.tail[:1] in ((), (word,))) for word in seconds},
    )


def theatre_names(theatre: Theatre) -> NameBook:
    """Return all that is known by name in a theatre: its own first, then the world's."""
    return _names(theatre.anywhere)


@lru_cache(maxsize=64)  # more theatres than one run reads, and each holds a few thousand names
def _names(theatre: Theatre) -> NameBook:
    own, world = _by_tail(_rows(theatre)), _world()
    found = {**world, **{first: {**world.get(first, {}), **own[first]} for first in own}}
    return book_of(
        {
            first: sorted(entries.values(), key=lambda e: -len(e.tail))
            for first, entries in found.items()
        }
    )


@cache
def _world() -> dict[str, dict[tuple[str, ...], NameEntry]]:
    """Return what the whole world knows by name, once for all theatres."""
    return _by_tail(_world_rows())


def _by_tail(rows: Iterable[_Row]) -> dict[str, dict[tuple[str, ...], NameEntry]]:
    """Return names by their first word, then by the others; of the same words the first row."""
    found: dict[str, dict[tuple[str, ...], NameEntry]] = {}
    for text, kind, name, side, strict in rows:
        first, known = entry(text, kind, side, name=name, strict=strict)
        found.setdefault(first, {}).setdefault(known.tail, known)
    return found


def _rows(theatre: Theatre) -> Iterator[_Row]:
    """Yield text, kind, name, side and whether capitals matter, the strongest first."""
    for actor in theatre.actors:
        for alias in (actor.name, *actor.aliases):
            yield alias, "force", actor.name, actor.side, alias.isupper() and len(alias) <= _SHORT
    yield from _also_called(theatre)
    plain = force_words().state | force_words().rebel
    for word, side in theatre.adjectives:
        if word.lower() in plain:
            continue
        yield word, "people" if word in peoples() else "country", word, side, True
    for word, side in theatre.metonyms:
        yield word, "capital", word, side, True


def _also_called(theatre: Theatre) -> Iterator[_Row]:
    """Give a body that a theatre knows by one of the world's names its others too: "DPR"."""
    own = {alias: actor for actor in theatre.actors for alias in (actor.name, *actor.aliases)}
    for names in groups().values():
        known = next((own[name] for name in names if len(name) > _SHORT and name in own), None)
        if known is not None:
            also = (name for name in names if name not in plain())
            yield from ((name, "force", known.name, known.side, True) for name in also)


def _world_rows() -> Iterator[_Row]:
    for side, names in groups().items():
        for name in names:
            yield name, "force", name, side, True
    for kind, words in (
        ("country", country_words()),
        ("people", peoples()),
        ("capital", capitals()),
    ):
        for word, side in words.items():
            yield word, kind, word, side, True
    for word, side in _demonyms():
        yield word, "people", word, side, True
    for text, kind in force_words().phrases:
        yield text, kind, text, None, False
    for name in namesakes():
        yield name, _NOBODY, name, None, True


def _demonyms() -> Iterator[tuple[str, str]]:
    """Yield "Russians", "Chadians": the people of a country by its adjective."""
    for word, side in country_words().items():
        # "South Koreans" too, but of two words no "Saudi Arabias"
        ends = ("an",) if " " in word else ("an", "i", "k", "o", "ine", "av")
        if word.endswith(ends):
            yield word + "s", side


def units_of(tokens: Tokens, books: Iterable[NameBook]) -> list[Unit]:
    """Return what the books know, left to right, the longest name at each place."""
    found: list[Unit] = []
    free = 0
    known = [
        (number, book[tokens.lower[number]])
        for book in books
        for number in numbers_of(tokens.lower, book)
    ]
    for number, named in sorted(known, key=itemgetter(0)):  # of one word the first book first
        unit = _match(tokens, number, named) if number >= free else None
        if unit and not (found and _is_of_another_land(tokens, found[-1], unit)):
            free = unit.last + 1
            if unit.kind != _NOBODY:
                found.append(unit)
    return found


def _is_of_another_land(tokens: Tokens, before: Unit, unit: Unit) -> bool:
    """Tell whether a country in front makes a force's name its own army's.

    "Chad People's Defence Forces" are not the forces of that name that fight elsewhere, and
    "Rwandan Armed Forces" not those of the theatre.
    """
    owned = before.kind == "country" and before.last == unit.first - 1
    if not owned or unit.kind != "force" or before.side == unit.side:
        return False
    generic = force_words().generic.issuperset(tokens.lower[unit.first : unit.last + 1])
    elsewhere = homes().get(unit.side or "", before.side) != before.side
    return generic or (elsewhere and unit.first < unit.last)


def _match(tokens: Tokens, number: int, named: Named) -> Unit | None:
    following = tokens.lower[number + 1] if number + 1 < len(tokens.lower) else ""
    for known in named.led.get(following, named.alone):
        tail = known.tail
        last = number + len(tail)
        if len(tail) > 1 and tuple(tokens.lower[number + 1 : last + 1]) != tail:
            continue
        other = _language(tokens, number, known) or _carries(tokens, number, known)
        other = other or (known.kind == "force" and _is_wanted(tokens, number, last))
        if _written(tokens, number, known) and not other:
            last -= known.ahead
            return Unit(first=number, last=last, kind=known.kind, name=known.name, side=known.side)
    return None


def _language(tokens: Tokens, number: int, known: NameEntry) -> bool:
    """Tell whether a country's adjective names a language: "said in Spanish"."""
    if known.kind != "country" or number < 1 or tokens.lower[number - 1] != "in":
        return False
    behind = tokens.lower[number + 1] if number + 1 < len(tokens.lower) else "."
    return known.head.endswith(("ish", "ese", "ian", "ic", "ch")) and (
        behind in _ENDS or behind[:1].isdigit()
    )


def _carries(tokens: Tokens, number: int, known: NameEntry) -> bool:
    """Tell whether a capital names the station that carried it: "quoted by Radio Oslo"."""
    if known.kind != "capital" or number < 2 or tokens.lower[number - 1] not in _STATIONS:
        return False
    return tokens.lower[number - 2] in _CARRIED


def _is_wanted(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a state is what some fight for, and nobody's name: "want an Islamic state"."""
    if tokens.lower[last] != "state" or first == last:
        return False
    if first and tokens.lower[first - 1] in ("an", "a"):
        return not tokens.capital(last)
    common = tokens.capital(first) and not tokens.capital(last)
    # "Islamic state fighters" are some papers' own way to write it.
    return common and force_words().heads.isdisjoint(tokens.lower[last + 1 : last + 2])


def _written(tokens: Tokens, number: int, known: NameEntry) -> bool:
    """Tell whether the first word has the capitals that the name needs."""
    if not known.head:
        return True
    word = tokens.words[number]
    if known.plain:
        return not tokens.shouted and _in_capitals(tokens, number, number + len(known.tail))
    if tokens.shouted:
        return bool(known.tail) or tokens.lower[number] not in listed("words_too") or "." in word
    if known.head.isupper() and len(known.head) > 1:
        return word.startswith(known.head) or _reads_out(word, known.head)
    return word[0].isupper() or known.head[0].islower()


def _reads_out(word: str, head: str) -> bool:
    """Tell whether a word is a short form as papers write those that are read out: "Isis"."""
    return word == head.capitalize() and head.lower() in listed("read_out")


def _in_capitals(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether all words of a name but its links ("of") have capitals."""
    words = tokens.words[first : last + 1]
    return all(word[0].isupper() or len(word) <= _LINK for word in words)
