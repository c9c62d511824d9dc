"""Forces by their full name, and the short forms that a text explains in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from unicodedata import normalize

from claims.fighters.forces import AIRCRAFT, bears_no_arms, force_words
from claims.fighters.named.causes import is_of_rebels
from claims.fighters.named.posts import is_posted
from claims.fighters.named.short_sides import army_of, known, known_as, land_before
from claims.fighters.named.spelled import LONGEST, run_of_capitals, spelled
from claims.fighters.names import NameBook, NameEntry, Unit, entry
from claims.fighters.tokens import Tokens
from claims.lexicon import lexicon
from claims.number_words import ORDINAL
from claims.words import numbers_of

__all__ = [
    "ACRONYM",
    "ARMIES",
    "COLOURS",
    "DEEDS",
    "FIGHT",
    "SPOKEN",
    "explained",
    "full_name",
    "owns_troops",
    "slug",
]

COLOURS = frozenset("red blue green black white".split())  # "the Red Sun rebels"
SPOKEN = 20  # words behind a speaker in which it tells of "its forces"
ARMIES = frozenset("army forces".split())
_BRACKETS = frozenset("([")
_READ_OUT = 4  # letters of the shortest form that is read out
_FOREIGN = 3  # words of a name whose short form may be of another language: "(FARC)"
_IN_CAPITALS = 6  # words of "THE KASSAN NATIONAL GUARD CORPS"
_NO_NAME = frozenset("in at on by from with to near against who which that are is was were".split())
ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,7}[a-z]?$")
# Last words that make a name a force's, whatever stands before: an army may call itself a party.
_ARMED = frozenset(
    "liberation army resistance state revolutionary rebels guerrillas militia islamic salvation"
    " fighters defence defense guard movements fronts".split()
)
# Names of plain words that only a group of its own has: "Northern Front"; "on" one is a place.
_GROUPS = frozenset("front movement party resistance brotherhood alliance".split())
FIGHT = frozenset("fighters fighter combatants militia militiamen gunmen guerrillas".split())
_ON = frozenset("on at along across".split())
_LEADS_TO_THE = frozenset("of for de".split())
_OF_AN_ARMY = frozenset("battalion regiment division police".split())  # named after its hero
_OF_SOLDIERS = frozenset("military defence defense armed security ruling".split())
_CROWNED = frozenset(("royal", "imperial"))
_REBELS = frozenset(
    "liberation islamic revolutionary martyrs volunteer people's red community".split()
)


def slug(text: str) -> str:
    """Return the id of a side that the text itself names.

    Examples
    --------
    >>> slug("Freedom of Russia Legion")
    'freedom-of-russia-legion'
    """
    plain = text if text.isascii() else normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def full_name(
    tokens: Tokens, number: int, by_first: Mapping[int, Unit]
) -> tuple[int, str, str | None, str] | None:
    """Return first word, kind, side and name of the force whose full name ends at a word.

    The side is the country's where its adjective comes first, a side of its own where the name
    tells who is meant ("Patriotic Salvation Front"), None where it does not ("National Army").
    """
    words = force_words()
    capital = tokens.capital(number) and tokens.lower[number] in words.name_ends
    first = _first(tokens, number) if capital else number
    first = _behind_land(tokens, first, number, by_first)
    if first == number or is_posted(tokens, first, number):
        return None
    # "South African", of which "South" alone may be a front, "Papua New Guinea"
    lands = (by_first.get(first - n) for n in (1, 2))
    first = next((u.first for u in lands if u and u.kind == "country" and u.last == first), first)
    name = tokens.text[tokens.starts[first] : tokens.ends[number] - 2 * tokens.owns(number)]
    parts = tokens.lower[first : number + 1]
    if bears_no_arms(parts) or _is_plain_council(parts) or parts[0] == "operation":
        return None  # "in Operation Coast Storm" both sides fight
    country = by_first.get(first + (parts[0] in _CROWNED))  # "Royal Thai Army"
    if country is not None and country.kind in ("country", "force") and country.last < number:
        named = country.kind == "country" and is_of_rebels(parts)
        whose = ("named", slug(name)) if named else (country.kind, country.side)
        return country.first, *whose, name
    own = [w for w in parts if w not in words.generic and not ORDINAL.match(w)]
    numbered = first > 0 and tokens.words[first - 1].isdigit() and parts[-1] in _NUMBERED
    if numbered or any(map(ORDINAL.match, parts)):  # "3 Commando Brigade"
        group = parts[-1] == "front"  # of guerrillas; an army's has a brigade in it
        return (first, "front" if group else "unit", None, name)
    army = parts[-1] in _OF_AN_ARMY and not _REBELS & set(parts)
    if (own and not army) or parts[-1] in _GROUPS:
        stands = not own and _ON & set(tokens.lower[max(0, first - 2) : first])
        own_one = tokens.lower[first - 1] == "its"  # "the movement and its Liberation Army"
        whose = ("own", None) if own_one else ("named", slug(name))
        return None if stands else (first, *whose, name)
    return first, "unit" if own else "state", None, name


_NUMBERED = frozenset("brigade division battalion regiment corps squadron company".split())


def _is_plain_council(parts: Sequence[str]) -> bool:
    """Tell whether a name of plain words may be anybody's: "the Supreme Council"."""
    plain = parts[-1] == "council" and force_words().generic.issuperset(parts)
    return plain and _OF_SOLDIERS.isdisjoint(parts)


_OPENING = frozenset((".", "\n", '"', "“", ":"))
# What names nobody though it has the capital of a sentence's first word.
_MEN = AIRCRAFT.union(
    "forces columns column tanks artillery drones weapons missiles rockets guns ships".split()
)
_STAFFS = frozenset("general high supreme military joint command".split())
_PLACING = frozenset("in at near from to into around on toward towards".split())
_SOME = frozenset("youth youths recruits unit units elements members men parts".split())


def _first(tokens: Tokens, number: int) -> int:
    """Return the first word of the capitalised name that ends at a word."""
    words, first = force_words(), number
    for position in range(number - 1, max(-1, number - 1 - LONGEST), -1):
        word = tokens.lower[position]
        if word.rpartition("-")[2] in words.bound:
            break  # "the Xan-backed Coast Front"
        if tokens.owns(position) and word not in ("people", "lord", "women", "worker"):
            break
        if tokens.capital(position) or ORDINAL.match(word):
            opens = word in COLOURS and position < number - 1  # "Red Sun Army", no "Red Army"
            if word in words.not_people and word not in words.generic and not opens:
                break
            first = position
        elif word not in words.name_links or (
            # "Army of the Coast", but "in Oslo the Coast Army"
            word == "the" and tokens.lower[position - 1] not in _LEADS_TO_THE
        ):
            break
    first = _behind_person(tokens, _behind_place(tokens, first, number), number)
    while first < number and tokens.lower[first] in ("the", "and", "of", "for"):
        first += 1
    return first


def _behind_place(tokens: Tokens, first: int, last: int) -> int:
    """Return where a name starts behind a place: "took Oru and Coast Front fighters fled"."""
    if "and" not in tokens.lower[first:last] or not first:
        return first
    before = tokens.lower[first - 1]
    placed = before in _PLACING or before in lexicon().events
    return tokens.lower.index("and", first) + 1 if placed else first


def _behind_land(tokens: Tokens, first: int, last: int, by_first: Mapping[int, Unit]) -> int:
    """Return where a name starts behind others: "Cuban and Popular Movement troops"."""
    land = by_first.get(first)
    joined = land is not None and land.kind in ("country", "people") and land.last + 2 < last
    if land is None or not joined or tokens.lower[land.last + 1] != "and":
        return first
    return land.last + 2


def _behind_person(tokens: Tokens, first: int, last: int) -> int:
    """Return where a name starts that says whose man somebody is: "Jan Roe of the United Front"."""
    words = force_words()
    for number in range(first + 1, last - 1):
        if tokens.lower[number : number + 2] != ["of", "the"]:
            continue
        before = set(tokens.lower[first:number])
        some = before & (words.troops | words.fighters | words.rebel | _SOME)
        opens = first < 1 or tokens.words[first - 1] in _OPENING
        if some or (opens and before <= _MEN):
            return number + 2  # "Soldiers of the National Army", "Units of the Oru Front's"
        plain = all(w in words.generic for w in tokens.lower[number + 2 : last + 1])
        if before <= _STAFFS and not plain:
            return number + 2  # "the General Command of the Oru Front"
        if plain and not before & (words.generic | words.name_ends):
            return number + 2
    return first


def explained(
    tokens: Tokens, book: NameBook, by_last: Mapping[int, Unit]
) -> Iterator[tuple[str, NameEntry]]:
    """Yield the short forms that a text explains: "Rapid Support Forces (RSF)"."""
    for number in numbers_of(tokens.words[:-2], _BRACKETS):
        if not number or tokens.words[number + 2] not in (")", "]"):
            continue
        short = tokens.words[number + 1]
        if not (ACRONYM.match(short) or _is_read_out(tokens, number, short)):
            continue
        start = _first(tokens, number - 1)
        counted = any(map(ORDINAL.match, tokens.lower[start:number]))
        if counted and tokens.lower[number - 1] != "front":
            yield entry(short, "unit", None, name=short)  # "5th Motorised Brigade (BIM)"
            continue
        before = by_last.get(number - 1)
        land = land_before(tokens, before, by_last) if before is not None else None
        longer = before is not None and land is None and _is_end(tokens, start, before)
        if before is not None and before.kind == "state" and not longer:  # "armed forces (FAMa)"
            side = land.side if land is not None and land.kind == "country" else None
            yield entry(short, "force" if side else "state", side, name=short)
            continue
        first = spelled(tokens, number, short)
        if first is None:
            run = (_run_in_capitals if tokens.shouted else run_of_capitals)(tokens, number)
            long = run is not None and number - run >= _FOREIGN and len(short) >= _FOREIGN
            first = run if long or known(book, short) else None
        if first is None:
            continue
        unit = by_last.get(number - 1)
        name = tokens.text[tokens.starts[first] : tokens.ends[number - 1]]
        if unit is not None and unit.kind == "force":
            yield entry(short, "force", unit.side, name=unit.name)
        elif (
            not _speaks_of_no_force(tokens, first, number)
            or _has_men(tokens, first, number)
            or (not bears_no_arms(tokens.lower[first:number]) and _fights(tokens, short))
        ):
            side = army_of(name, first, by_last) or known_as(book, short, name, slug)
            yield entry(short, "force", side, name=name)
            yield entry(name, "force", side, name=name)


def _is_end(tokens: Tokens, first: int, unit: Unit) -> bool:
    """Tell whether words for a state's army only end a name: "Oru National Army"."""
    return first < unit.first and tokens.lower[unit.last] in ARMIES and tokens.capital(unit.first)


def _is_read_out(tokens: Tokens, number: int, short: str) -> bool:
    """Tell whether a short form is written as a word: "Revolutionary Armed Forces ... (Farc)"."""
    word = len(short) >= _READ_OUT and short.isalpha() and short == short.capitalize()
    return word and spelled(tokens, number, short) is not None


def _run_in_capitals(tokens: Tokens, end: int) -> int | None:
    """Return the start of a force's name before a word where all is in capitals: behind "THE"."""
    if tokens.lower[end - 1] not in force_words().name_ends:
        return None
    lead = range(end - 2, max(-1, end - 2 - _IN_CAPITALS), -1)
    the = next((n for n in lead if tokens.lower[n] == "the"), None)
    if the is None or the == end - 2 or not _NO_NAME.isdisjoint(tokens.lower[the:end]):
        return None
    return the + 1


# What nobody but a force does.
DEEDS = frozenset(
    """
    captured recaptured seized retook retaken overran overrun stormed ambushed besieged shelled
    bombed bombarded attacked raided repelled
    """.split()
)


_ALSO_FIGHT = frozenset("struck shelled positions militants rebels".split())


def owns_troops(words: Sequence[str]) -> bool:
    """Tell whether who speaks has troops: "... said that its forces had left X"."""
    force = force_words()
    own = ("fighters", "forces", "troops", "soldiers", "men", "units", "combatants")
    return any(
        owner in ("its", "their") and (owned in own or owned in force.fighters)
        for owner, owned in pairwise(words)
    )


def _fights(tokens: Tokens, short: str) -> bool:
    """Tell whether a short form stands for fighters somewhere: "ABC attacked", "ABC positions"."""
    return any(
        word == short and (behind in DEEDS or behind in FIGHT or behind in _ALSO_FIGHT)
        for word, behind in zip(tokens.words, tokens.lower[1:], strict=False)
    )


def _speaks_of_no_force(tokens: Tokens, first: int, number: int) -> bool:
    parts = tokens.lower[first:number]
    return bears_no_arms(parts) or not set(parts) & (_ARMED | force_words().name_ends)


def _has_men(tokens: Tokens, first: int, bracket: int) -> bool:
    """Tell whether a name speaks of its men: "the X (ABC) said its fighters"."""
    behind = tokens.lower[bracket + 3 : bracket + 3 + SPOKEN]
    speaks = behind[:1] and behind[0] in force_words().acting
    return bool(speaks) and not bears_no_arms(tokens.lower[first:bracket]) and owns_troops(behind)
