"""For which side a person speaks: "Jan Roe, a spokesman for the Northern Front"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from claims.fighters.forces import force_words
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.sides.groups import capitals, country_words
from claims.words import numbers_of
from gazetteer.spellings.english import is_ordinary

__all__ = [
    "HEADS_OF_STATE",
    "TITLES",
    "holders",
    "is_namesake",
    "is_of_another",
    "name_ending",
    "name_from",
    "owner_of",
    "persons",
    "speaks_for",
]

HEADS_OF_STATE = frozenset(("president", "premier"))
_PREPOSITIONS = frozenset("for of from with in".split())
TITLES = frozenset(
    """
    general gen colonel col lieutenant lt major maj captain capt brigadier brig admiral marshal
    commander commandant sergeant mr mrs ms dr sheikh field air vice rear
    """.split()
)
_OFFICES = frozenset(
    """
    spokesman spokeswoman spokesperson commander commander-in-chief leader chief head deputy member
    official officer minister secretary representative general chairman president governor
    general-secretary
    """.split()
)
_ONCE = frozenset(
    "former ex once retired renegade ousted dismissed sacked deserter onetime".split()
)
_LEAVES = frozenset("defected deserted joined".split())  # "Jan Roe of the army joined the rebels"
_SAYS = frozenset(
    "said says added told quoted warned claimed insisted announced to adds warns claims insists"
    " announces".split()
)
# "Kestrian soldiers backing President Roe" are not his.
_DOING, _HOLDING = ("ing", "ed"), frozenset("acting retired elected appointed".split())
_LINKS = frozenset("al ag el bin ibn abu abou de ould von la du ben al- ul".split())
_ARTICLES = frozenset("al el as ad ar az ash".split())
_LONGEST = 6  # words of a person's name
_TITLE = 2  # words of one before a name: "Col."
_LONG_OFFICE = 7  # words of "the former army chief of the" and a little more
_PARTS = frozenset((",", "and", "."))
_BETWEEN = 5  # words of an office around its noun: "the chief military"


def persons(tokens: Tokens, phrases: Sequence[Phrase]) -> dict[str, str]:
    """Return the side of each person whose office the text names, by full name and last word.

    Names are in lower case; what stands for two sides is left out.
    """
    found: dict[str, str] = {}
    unsure: set[str] = set()
    sided = [phrase for phrase in phrases if phrase.side]
    for name, phrase in chain(holders(tokens, sided), _their_own(tokens, sided)):
        side = phrase.side or ""
        if found.setdefault(name, side) != side:
            unsure.add(name)
    return {name: side for name, side in found.items() if name not in unsure}


def is_namesake(name: str, known: Iterable[str]) -> bool:
    """Tell whether somebody else has a person's last name: "jan roe" is no "ann roe"."""
    before, _, last = name.rpartition(" ")
    others = tuple(other for other in known if other.endswith(f" {last}"))
    titled = before.rpartition(" ")[2] in TITLES | _OFFICES
    return bool(others and before and not titled) and not name.endswith(others)


def holders(tokens: Tokens, phrases: Sequence[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Yield the names of all who hold an office in a force, or to whom it belongs, with it."""
    for phrase in phrases:
        told = [*owner_of(tokens, phrase)]
        if _is_near_office(tokens, phrase) and not _held_once(tokens, phrase):
            told += (*_behind(tokens, phrase), *_before(tokens, phrase))
        for first, last in told:
            yield from ((name, phrase) for name in _called(tokens, first, last))


def _their_own(tokens: Tokens, phrases: Sequence[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Yield "Jan Roe" of "Their officer, Jan Roe," with those of whom the sentence before tells."""
    for number in numbers_of(tokens.lower, _OFFICES):
        opens = tokens.words[number - 1] in ("Their", "Its") and number > 1
        behind = number + 1 + (tokens.words[number + 1 : number + 2] == [","])
        before = [p for p in phrases if p.last < number] if opens else []
        last = [p for p in before if p.sentence == before[-1].sentence and p.free]
        if len({p.side for p in last}) == 1:
            for first, end in name_from(tokens, behind):
                yield from ((name, last[0]) for name in _called(tokens, first, end))


def _held_once(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether an office is no longer held: "Jan Roe, a former army officer"."""
    lower, behind = tokens.lower, phrase.last + 1
    lead = lower[max(0, phrase.first - _LONG_OFFICE) : phrase.first]
    cut = max((n for n, word in enumerate(lead[:-4]) if word in _PARTS), default=-1)
    once = [*lead[cut + 1 :], *lower[phrase.first : phrase.last + 2]]
    return not (_ONCE.isdisjoint(once) and _LEAVES.isdisjoint(lower[behind : behind + 2]))


def _called(tokens: Tokens, first: int, last: int) -> Iterator[str]:
    """Yield how a person is called later: "jan al-roe", "al-roe" and "roe"."""
    yield " ".join(tokens.lower[first : last + 1])
    yield tokens.lower[last]
    article, _, bare = tokens.lower[last].partition("-")
    if article in _ARTICLES and bare:
        yield bare


def owner_of(tokens: Tokens, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield "Jan Roe" of "Jan Roe's Northern Front": whose a named force is."""
    number = phrase.first - 1
    named = phrase.kind in ("force", "named") and number >= 0 and tokens.owns(number)
    if named and tokens.capital(number) and tokens.lower[number] not in _lands():
        yield from name_ending(tokens, number)


@cache
def _lands() -> frozenset[str]:
    """Return the names of lands and capitals: "Chad's Northern Front" is nobody's of that name."""
    return frozenset(word.lower() for word in (*country_words(), *capitals()))


def speaks_for(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a force is named only to say who speaks: "said Jan Roe, a commander of X"."""
    if not _is_near_office(tokens, phrase):
        return False
    office = _office(tokens, phrase)
    if office is not None and tokens.lower[office].startswith("spokes"):
        return True
    return any(_said_by(tokens, first) for first, _ in _before(tokens, phrase))


def _is_near_office(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether an office is named around a force; it is around few."""
    near = tokens.lower[max(0, phrase.first - _BETWEEN) : phrase.last + _BETWEEN]
    return not (_OFFICES.isdisjoint(near) and TITLES.isdisjoint(near))


def _said_by(tokens: Tokens, number: int) -> bool:
    """Tell whether a verb of saying stands before a name, titles aside."""
    while number and (tokens.lower[number - 1] in TITLES or tokens.words[number - 1] == "."):
        number -= 1
    return number > 0 and tokens.lower[number - 1] in _SAYS


def _office(tokens: Tokens, phrase: Phrase) -> int | None:
    """Return the word that names the office held in a force, where it stands right before it."""
    number = phrase.first - 1
    while number >= 0 and tokens.lower[number] in ("the", "this"):
        number -= 1
    if number < 1 or tokens.lower[number] not in _PREPOSITIONS:
        return None
    return number - 1 if tokens.lower[number - 1] in _OFFICES else None


def _before(tokens: Tokens, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield "Jan Roe" of "Jan Roe, a spokesman for X" and "X's commander, Jan Roe"."""
    office = _office(tokens, phrase)
    if office is None:
        if _office_behind(tokens, phrase) is not None:
            yield from _apposed_to(tokens, phrase.first)
        yield from _titled(tokens, phrase)
        return
    number = office - 1
    while number >= 0 and office - number <= _BETWEEN and tokens.lower[number].isalpha():
        if tokens.capital(number) and tokens.lower[number] not in TITLES:
            break
        number -= 1
    if number >= 0 and tokens.words[number] == ",":
        yield from name_ending(tokens, number - 1)
    behind = phrase.last + 1
    if tokens.words[behind : behind + 1] == [","]:
        yield from name_from(tokens, behind + 1)  # "the spokesman for X, Jan Roe,"


def _titled(tokens: Tokens, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield "Jan Roe" of "Colonel Jan Roe of the X army"."""
    number = phrase.first - 1
    number -= tokens.lower[number : number + 1] == ["the"]
    if number < 1 or tokens.lower[number] != "of" or not tokens.capital(number - 1):
        return
    for first, last in name_ending(tokens, number - 1):
        if not (TITLES | _OFFICES).isdisjoint(tokens.lower[max(0, first - _TITLE) : first]):
            yield first, last


def _behind(tokens: Tokens, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield "Jan Roe" of "army spokesman Jan Roe", "the army's spokesman, Colonel Jan Roe"."""
    number, end = _office_behind(tokens, phrase), len(tokens.words)
    if number is None:
        return
    while number < end and tokens.lower[number] in _OFFICES:
        number += 1
    if number < end and tokens.words[number] == ",":
        number += 1
    yield from name_from(tokens, number)


def _office_behind(tokens: Tokens, phrase: Phrase) -> int | None:
    """Return the word behind an office of a force: "army spokesman", "X's military chief"."""
    last = phrase.last
    near = tokens.lower[last : last + _BETWEEN]
    if _OFFICES.isdisjoint(near):
        return None
    for number, word in enumerate(near, last):
        if word in _OFFICES:
            return number + 1
        # "The army said that General Roe's men", "troops and rebel leader Jan Roe's men"
        told = word in _SAYS or word in ("that", "and")
        told = told or (word.endswith(_DOING) and word not in _HOLDING)
        if number > last and (told or not word.isalpha() or tokens.capital(number)):
            return None
    return None


def _apposed_to(tokens: Tokens, number: int) -> Iterator[tuple[int, int]]:
    """Yield the name that a comma parts from what follows: "Jan Roe, the army spokesman"."""
    number -= 1
    while number >= 0 and tokens.lower[number] in ("the", "a", "an"):
        number -= 1
    if number > 0 and tokens.words[number] == ",":
        yield from name_ending(tokens, number - 1)


def name_from(tokens: Tokens, number: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of the person's name that starts at a word, titles aside."""
    end = len(tokens.words)
    while number < end and (tokens.lower[number] in TITLES or tokens.words[number] == "."):
        number += 1
    last = number
    while last < min(end, number + _LONGEST) and _is_name(tokens, last):
        last += 1
    if last > number and tokens.capital(number):
        yield number, last - 1


def name_ending(tokens: Tokens, number: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of the person's name that ends at a word, if it is one."""
    first = number
    while first >= 0 and number - first < _LONGEST and _is_name(tokens, first):
        first -= 1
    first += 1
    while first < number and (tokens.lower[first] in TITLES or not _has_capital(tokens, first)):
        first += 1
    if first <= number and _has_capital(tokens, first):
        yield first, number


def _is_name(tokens: Tokens, number: int) -> bool:
    word = tokens.lower[number]
    known = word in force_words().not_people and word not in _LINKS
    return word in _LINKS or (_has_capital(tokens, number) and not known)


def _has_capital(tokens: Tokens, number: int) -> bool:
    """Tell whether a word of a name has its capital, if only behind an article: "al-Roe"."""
    article, _, bare = tokens.words[number].partition("-")
    behind = article in _ARTICLES and bare[:1].isupper() and not tokens.shouted
    return behind or tokens.capital(number)


def is_of_another(tokens: Tokens, number: int) -> bool:
    """Tell whether a president is that of a land by itself: "the region's de facto president".

    A "former Chadian captain" is no longer of the land that his words name.
    """
    if not _ONCE.isdisjoint(tokens.lower[max(0, number - 1) : number]):
        return True
    if tokens.lower[number] not in HEADS_OF_STATE:
        return False
    before, behind = tokens.words[max(0, number - 4) : number], tokens.words[number + 1 :]
    owned = any(word[0].isupper() and word.endswith(("'s", "’s")) for word in before)
    # "The Xan president" of a land that nobody knows
    owned = owned or (bool(before) and before[-1][:1].isupper() and not is_ordinary(before[-1]))
    return owned or (behind[:1] == ["of"] and behind[1:2] != [] and behind[1][0].isupper())
