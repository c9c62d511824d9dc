"""Whose country a report is from: the state that "the army" and "the government" are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from claims.fighters.cast.only_telling import only_telling
from claims.fighters.forces import force_words
from claims.fighters.names import Unit
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.havens import is_haven
from claims.sides.countries import ACT_ABROAD, countries
from claims.sides.groups import became, country_words, homes, listed
from claims.sides.heading_cues import written_in
from claims.sides.theatre import Theatre

__all__ = [
    "STATE",
    "home_of",
    "home_side",
    "land_of",
    "main_state",
    "powers",
    "seat_of",
    "theatre_states",
]

STATE = "government"
_ARMYLESS = "palestine"  # a country's adjective that the press gives to groups only
_LANDS = ("country", "capital")
_DATELINE = 20  # words at the head of a report among which the town it is from stands
_HIRED = tuple("allies mercenaries contractors advisers advisors instructors peacekeepers".split())
_OPENS = frozenset(", ( - – — : /".split())  # behind the town of a dateline
_WAR = frozenset(
    "war fire fighting fought clashes battles conflict hostilities truce ceasefire enemies".split()
)
_SET_AGAINST = frozenset("and with against".split())
_BESIDE = 6  # words from one state to the one that it fights: "X's border war with Y"
_BORDERS = (["border"], ["frontier"])  # "the Albanian border" is where another land ends
_REBELS = ("rebels", "rebel", "separatists", "separatist")
_STRONG = 3  # mentions that one of these outweighs


@lru_cache(maxsize=256)  # texts name countries in many sets, each a theatre of its own
def home_side(theatre: Theatre) -> str | None:
    """Return whose "the army" is in a theatre: empty where that is open, None without sides."""
    plain = dict(theatre.plain)
    ids = {side.id for side in theatre.sides}
    if STATE in plain or not ids or STATE in ids:
        return plain.get(STATE, STATE if STATE in ids else None)
    return main_state(theatre)


def main_state(theatre: Theatre) -> str | None:
    """Return the side of a theatre's first country, whoever "the army" is; None without one."""
    adjectives = dict(theatre.adjectives)
    words = (c.words for c in countries() if c.code in theatre.countries[:1])
    return next((adjectives[w] for each in words for w in each if w in adjectives), None)


@lru_cache(maxsize=256)  # texts name countries in many sets, each a theatre of its own
def theatre_states(theatre: Theatre) -> frozenset[str]:
    """Return the sides of a theatre that are states: those after which a country is named."""
    words = country_words()
    return frozenset(
        side for word, side in theatre.adjectives if words.get(word, _ARMYLESS) != _ARMYLESS
    )


def _at_home(units: Sequence[Unit], phrases: Sequence[Phrase]) -> Counter[str]:
    """Count what tells whose country a report is from: "Chad's government", a dateline."""
    found = Counter[str]()
    for unit in units:
        if unit.kind == "capital" and unit.first < _DATELINE and unit.side:
            found[unit.side] += _STRONG
    for phrase in phrases:
        if phrase.side and phrase.text.lower().endswith(("government", "authorities")):
            found[phrase.side] += _STRONG
        if phrase.side and "government" in phrase.text.lower().split():
            found[phrase.side] += 1
    return found


def _of_dateline(units: Sequence[Unit], theatre: Theatre) -> str:
    """Return the side of the capital that a report is from, in a war of states."""
    from_there = (u.side for u in units if _dates(u) and u.side in theatre_states(theatre))
    return next(from_there, None) or ""


def _of_intruder(units: Sequence[Unit], phrases: Sequence[Phrase], own: str) -> str:
    """Return the state that fights across a border, where its forces alone of states fight.

    A report from its capital, or on raids against a group that fights it at home, calls those at
    home there "the army".
    """
    states = {p.side for p in phrases if p.armed and p.side in _nations() | {own} and not p.joined}
    capitals = [u.side for u in units if u.kind == "capital" and u.first < 2 * _DATELINE]
    fought = [homes().get(p.side or "") for p in phrases if p.kind == "force"]
    return next((side for side in (*capitals, *fought) if side and states == {side}), "")


def _is_from_abroad(phrase: Phrase) -> bool:
    """Tell whether a force only helps: "backed by French jets", "French mercenaries"."""
    helps = phrase.joined and not phrase.free
    return helps or phrase.text.lower().endswith(_HIRED)


def _from_abroad(phrases: Sequence[Phrase]) -> Iterator[str]:
    """Yield the states that only help, or that arm rebels: "French-backed rebels"."""
    for phrase in phrases:
        if phrase.side and _is_from_abroad(phrase):
            yield phrase.side
        if phrase.bound and (phrase.rebel or phrase.kind == "named"):
            yield phrase.bound


def _backers(read: Tokens) -> Iterator[str]:
    """Yield the states that a text says to back somebody: "French-backed"."""
    joined = (word.rpartition("-") for word in read.words if "-" in word)
    heads = (head for head, _, tail in joined if tail in force_words().bound)
    yield from (country_words()[head] for head in heads if head in country_words())


def _of_visitors(units: Sequence[Unit], phrases: Sequence[Phrase], read: Tokens) -> set[str]:
    """Return the states of which a report names only who tells of a war: "Norwegian diplomats".

    So are powers abroad that it names without any forces of theirs, or a town it was written in.
    """
    armed, at_home = {p.side for p in phrases if p.armed}, _at_home((), phrases).keys()
    seats = _at_home(units, ()).keys() | at_home
    visiting = only_telling(units, read) - at_home
    visiting |= {u.side for u in units if u.side in powers()} - seats
    visiting |= _havens(units, read)
    return {s for s in visiting - armed if s and s != _state_of(written_in(read.text))}


def _havens(units: Sequence[Unit], read: Tokens) -> set[str]:
    """Return the states named only as where people came to who tell what they left."""
    lands = {u: is_haven(read.text, read.starts[u.first]) for u in units if u.kind == "country"}
    return {u.side for u in lands if u.side} - {u.side for u, came in lands.items() if not came}


def home_of(
    theatre: Theatre, units: Sequence[Unit], phrases: Sequence[Phrase], read: Tokens
) -> str:
    """Return the state at home: the theatre's, else the one named most, its forces above all."""
    own = home_side(theatre)
    if own is not None:
        intruder = _of_intruder(units, phrases, own) if own else ""
        return intruder or own or _of_dateline(units, theatre)
    seats = {u.last + 2 for u in units if _dates(u)}
    # Where a report is written says little, and nothing twice: "OSLO, Norway (AP)".
    named = (u for u in units if u.kind == "capital" or (u.kind in _LANDS and u.first not in seats))
    told = [u.side for u in named if read.lower[u.last + 1 : u.last + 2] not in _BORDERS]
    counts = Counter(side for side in told if side)
    visitors = _of_visitors(units, phrases, read)
    counts = _without(counts, visitors)
    written = _state_of(written_in(read.text), counts)
    risen = seat_of(units, phrases, read) or _of_rebels(units, phrases, counts)
    if risen and written in ("", risen):
        return risen
    # A "regime" is spoken of by its foes, who may fight others in its pay.
    armed = (p for p in phrases if p.armed and "regime" not in p.text.lower().split())
    counts.update(p.side for p in armed if p.side in _nations())
    counts = _without(counts + _at_home(units, phrases), visitors)  # of a dateline
    if written:
        counts[written] += 2 * _STRONG
    abroad = [*_from_abroad(phrases)]
    counts.subtract(2 * abroad)
    counts = +counts
    counts = Counter({side: n for side, n in counts.items() if side not in powers()}) or counts
    # "Chadian soldiers entered Oru": its towns tell whose "the army" there is.
    land = land_of(theatre, counts)
    land = STATE if land in visitors else land
    if counts and land in (STATE, *counts):
        counts[land] += _STRONG * (land != STATE)
        armies = {side for side, state in became().items() if state == land and state in counts}
        for side in dict.fromkeys(p.side for p in phrases if p.side in homes()):
            counts[homes()[side or ""]] += _STRONG * (side not in armies)
        return counts.most_common(1)[0][0]
    inside = [word for unit in units for word in unit.name.split() if unit.kind == "force"]
    for word in inside:
        if word in country_words():
            return country_words()[word]
    fought = [homes()[p.side] for p in phrases if p.side in homes()]
    if fought:
        return Counter(fought).most_common(1)[0][0]
    # "Army units, backed by French jets", "the French-backed Coast Front"
    return STATE if land in (*abroad, *_backers(read)) else land


def _without(counts: Counter[str], sides: Collection[str]) -> Counter[str]:
    return Counter({side: n for side, n in counts.items() if side not in sides})


def _seat(units: Sequence[Unit], read: Tokens) -> str:
    """Return the state from whose capital a report is, by its dateline; empty for none."""
    opening = (u for u in units if u.kind == "capital" and u.side and u.first < _DATELINE)
    for unit in opening:
        line = unit.first == 0 or read.lower[unit.first - 1] == "\n"
        if line and not _OPENS.isdisjoint(read.lower[unit.last + 1 : unit.last + 2]):
            return unit.side or ""
    return ""


def seat_of(units: Sequence[Unit], phrases: Sequence[Phrase], read: Tokens) -> str:
    """Return the state from whose capital a report is, where it is one of two that fight.

    However much is told of the other, "the army" is the one there. Where groups fight as well, a
    report may come from a neighbour's capital.
    """
    seat = _seat(units, read)
    if not seat or seat in powers() or any(p.rebel or p.kind == "rebel" for p in phrases):
        return ""
    fighting = {p.side for p in phrases if p.armed and p.side}
    others = fighting - {seat}
    if len(others) != 1 or not others <= _nations() or _act_together(phrases, read):
        return ""
    return seat if seat in fighting or _are_at_war({seat, *others}, units, read) else ""


def _act_together(phrases: Sequence[Phrase], read: Tokens) -> bool:
    """Tell whether forces of two states are one subject: "X troops and Y government forces"."""
    return any(
        one.side and other.side and one.side != other.side
        and " " in one.text and " " in other.text  # no bare names of lands
        and read.lower[one.last + 1 : other.first] == ["and"]
        for one, other in pairwise(phrases)
    )  # fmt: skip


def _are_at_war(states: set[str], units: Sequence[Unit], read: Tokens) -> bool:
    """Tell whether two states are set against each other: "X's border war with Y"."""
    lands = [unit for unit in units if unit.kind == "country" and unit.side in states]
    for one, other in pairwise(lands):
        between = read.lower[one.last + 1 : other.first]
        if one.side == other.side or len(between) > _BESIDE or _SET_AGAINST.isdisjoint(between):
            continue
        around = read.lower[max(0, one.first - _DATELINE) : other.last + _DATELINE]
        if not _WAR.isdisjoint(around):
            return True
    return False


def _of_rebels(units: Sequence[Unit], phrases: Sequence[Phrase], named: Counter[str]) -> str:
    """Return the country whose rebels and capital a report names, if no other as often.

    A report from one capital on rebels elsewhere is on a war there, whoever helps the state there.
    One on other rebels as well, known by their people's name, may be on a war elsewhere; so is one
    on a group that fights another state for its land: "coastal guerrillas".
    """
    if any(p.side and p.text.endswith(_REBELS) for p in phrases):
        return ""
    called = (p.text.split() for p in phrases if p.rebel and p.kind == "rebel")
    lands = {country_words().get(word) for words in called for word in words[:1]}
    land = max(sorted(filter(None, lands)), key=named.__getitem__, default="")
    elsewhere = any(homes().get(p.side or "", land) != land for p in phrases)
    told = named - Counter(u.side or "" for u in units if _dates(u))
    if not land or elsewhere or told[land] < max(told.values(), default=0):
        return ""
    seated = any(u.kind == "capital" and u.side == land and not _dates(u) for u in units)
    return land if seated else ""


def _dates(unit: Unit) -> bool:
    return unit.kind == "capital" and unit.first < _DATELINE


def land_of(theatre: Theatre, named: Collection[str] = ()) -> str:
    """Return the state of the country that a text's towns are in, where it is known."""
    return _state_of(theatre.countries[0] if theatre.countries else "", named) or STATE


def _state_of(code: str, named: Collection[str] = ()) -> str:
    """Return the side of a country (ISO code), of several the one named; empty for none."""
    ids = [c.id for c in countries() if c.code == code]
    told = [side for side in ids if side in named]
    return next(iter((*told, *(s for s in ids if s not in listed("former")), *ids)), "")


@cache
def _nations() -> frozenset[str]:
    """Return the sides that are states; a mission of many has no home."""
    return frozenset(country.id for country in countries())


@cache
def powers() -> frozenset[str]:
    """Return the sides of powers whose forces fight abroad, so that a report on them is no proof.

    Where another country is named as well, that one is at home.
    """
    return frozenset(c.id for c in countries() if c.code in ACT_ABROAD)
