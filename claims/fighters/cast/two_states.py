"""Whose "the army" and "government troops" are where two states fight."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from claims.fighters.cast.home import STATE, land_of, powers, seat_of
from claims.fighters.names import Unit
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens, sentence_ends
from claims.sides.groups import corps
from claims.sides.theatre import Theatre

__all__ = ["GUARDS", "STATIONS", "Heard", "Known", "army_of_one", "heard_in", "the_troops"]

STATIONS = frozenset("radio television broadcasting".split())
GUARDS = re.compile(r"\b(?:guards?|guardsmen|militia|militias|militiamen|police|policemen)$")
"""Words for armed men of a land who are no army."""
_ARMS = frozenset("marines paratroopers paratroops commandos legionnaires".split())
_LATELY = 1  # sentences back to a country whose "the troops" are
_ISSUED = frozenset(
    "communique statement spokesman spokeswoman announcement ministry government officials command"
    " authorities issued released".split()
)
# Who speaks for the state of a dateline's capital, unless it is said whose they are.
_OFFICIAL = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:(?:senior|chief|top)\s)?(?:(?:government|army|military|air\sforce|navy)\s"
    r"(?:spokes\w+|statement|said)|defen[cs]e\sministry)\b(?!\s(?:of|in|for|from)\b|['’]s)"
)
# Who speaks for whichever state told of its forces before.
_UNOWNED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:(?:senior|chief|top|war|official)\s)?(?:government|army|military|air\sforce|navy|war)\s"
    r"(?:spokes\w+|communiqu[eé]|statement|command|source|officials?|bulletin)\b(?!\s(?:of|in|for|from)\b|['’]s)"
)
_SAYS = frozenset("said says claimed claims announced reported".split())
_ITS = frozenset(("its", "their"))


class Heard(NamedTuple):
    """Which states speak in a report."""

    by_sentence: Mapping[int, str] = {}  # those that its capitals or officials speak for
    seat: str = ""  # which of two states at war it is from
    own: Collection[str] = ()  # that tell of forces of their own: "Chad said its troops"


class Known(NamedTuple):
    """The states that fight in a report, the one at home, and which of them a sentence hears."""

    armed: Sequence[str]
    home: str
    theatre: Theatre
    told: Heard
    sentence: int | None = None

    @property
    def heard(self) -> str | None:
        """The state that is heard in the sentence, if it is one of those that fight."""
        heard = None if self.sentence is None else self.told.by_sentence.get(self.sentence)
        return heard if heard in (self.home, *self.armed, *self.told.own) else None


def heard_in(tokens: Tokens, units: Sequence[Unit], phrases: Sequence[Phrase]) -> Heard:
    """Return the sides that capitals speak for, by sentence, and which of two states' it is from.

    "Broadcast by Oslo radio", "a communique in Oslo said"; in a report from the capital of
    one of two states at war also "the government spokeswoman said". Else an official of no named
    state speaks for the one that told of its own forces last.
    """
    seat = seat_of(units, phrases, tokens)
    stops = [*sentence_ends(tokens)]
    seats = [unit for unit in units if unit.kind == "capital" and unit.side]
    heard = {bisect_left(stops, u.first): u.side for u in seats if u.side and _speaks(tokens, u)}
    for match in _OFFICIAL.finditer(tokens.text) if seat else ():
        number = bisect_left(tokens.starts, match.start())
        if side := _official(tokens, seats, number, seat):
            heard.setdefault(bisect_left(stops, number), side)
    rebels = any(p.kind == "rebel" for p in phrases)  # "the government" is the one they fight
    tellers = () if rebels else phrases
    own = {p.sentence: p.side for p in tellers if p.side and _tells_of_its_own(tokens, p)}
    told = {bisect_left(stops, unit.first) for unit in seats}  # "a communique issued in Oslo"
    for match in _UNOWNED.finditer(tokens.text) if own and not seat else ():
        number = bisect_left(stops, bisect_left(tokens.starts, match.start()))
        if number in told:
            continue
        spoke = [p for p in phrases if p.kind == "country" and p.says and p.sentence <= number]
        if spoke and own.get(spoke[-1].sentence) == spoke[-1].side:
            heard.setdefault(number, spoke[-1].side or "")
    return Heard(heard, seat, frozenset(own.values()))


def _tells_of_its_own(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a state tells of its forces: "Chad said its troops", "Iran claims its men"."""
    behind = tokens.lower[phrase.last + 1 : phrase.last + 5]
    says = phrase.kind == "country" and bool(behind) and behind[0] in _SAYS
    return says and not _ITS.isdisjoint(behind)


def _official(tokens: Tokens, seats: Sequence[Unit], number: int, home: str) -> str:
    """Return for whom "the army spokesman" speaks: for the dateline's state, but "in Oslo" not.

    Nobody can tell in a paragraph that only speaks of another capital before.
    """
    opens = max((n for n in range(number) if tokens.lower[n] == "\n"), default=0)
    named = [u for u in seats if opens <= u.first < number and u.side != home]
    if not named:
        return home
    there = tokens.lower[named[-1].first - 1 : named[-1].first] == ["in"]
    return named[-1].side or "" if there else ""


def _speaks(tokens: Tokens, unit: Unit) -> bool:
    behind = tokens.lower[unit.last + 1 : unit.last + 2]
    lead = tokens.lower[max(0, unit.first - 2) : unit.first]
    issued = lead[1:] == ["in"] and not _ISSUED.isdisjoint(lead)
    return issued or not STATIONS.isdisjoint(behind)


def army_of_one(phrase: Phrase | None, before: Sequence[Phrase], known: Known) -> str | None:
    """Return which of the states that fight words mean that name neither.

    "The army" is that of whoever is heard in the sentence, else the last told of. "Government
    troops" are never those of the state just named beside them: they are those of the land that
    the report's towns are in, else nobody's.
    """
    if known.heard and known.heard in (*known.armed, *known.told.own):
        return known.heard
    if phrase and phrase.text.lower().startswith("government"):
        seat = known.told.seat
        land = seat if seat in known.armed else land_of(known.theatre)
        return land if land in known.armed else None
    last = next((p.side for p in reversed(before) if p.side in known.armed and p.free), known.home)
    armies = {p.side for p in before if p.side in known.armed and _is_of_army(p)}
    if phrase is None or not _is_of_army(phrase) or len(armies) != 1:
        return last
    # "The Xan army took Maru. Yan guards shelled Oru": the guards are no army
    guards = all(GUARDS.search(p.text) for p in before if p.side == last)
    return armies.pop() if guards else last


def _is_of_army(phrase: Phrase) -> bool:
    return "army" in phrase.text.lower().split()


def the_troops(
    phrase: Phrase,
    before: Sequence[Phrase],
    known: Known,
    is_state: Callable[[str], bool],
    *,
    groups: Collection[str],
) -> str | None:
    """Return whose "the troops" are: those of the state that acted last, else of that at home.

    ``groups`` are those that fight beside the states.
    """
    home, armed = known.home, known.armed
    if known.heard:
        return known.heard
    if (own := corps().get(phrase.text)) in armed:
        return own
    head = phrase.text.lower().rpartition(" ")[2]
    same = (p.side for p in reversed(before) if p.side and p.text.lower().endswith(f" {head}"))
    if head in _ARMS and (of_arm := next(same, None)):
        return of_arm  # "American marines took X. Iraqi troops held Y. The marines"
    rebels = any(p.kind == "rebel" for p in before)
    holds_out = rebels and phrase.text.lower().endswith("garrison")
    for one in reversed(before):
        # A country that has just done something, not one that lorries come from.
        acts = one.armed or (one.free and phrase.sentence - one.sentence <= _LATELY)
        if one.side and acts and is_state(one.side):
            # In a war at home "troops" are no neighbour's that is told of in passing.
            often = sum(p.side == one.side for p in before) > 1 or not (groups or holds_out)
            if holds_out and not often and one.side in powers():
                continue  # "French jets flew over X. Rebels attacked Y, where the garrison held"
            if often or one.side == home or home not in armed:
                return _who_acted(one, phrase, before, is_state)
    return (home or None) if home != STATE or len(armed) <= 1 else None


def _who_acted(
    one: Phrase, phrase: Phrase, before: Sequence[Phrase], is_state: Callable[[str], bool]
) -> str | None:
    """Return the state that a sentence before was about: "Xan jets hit Yan guns. Troops took"."""
    if one.sentence == phrase.sentence:
        return one.side
    there = (p for p in before if p.sentence == one.sentence and p.armed and p.free)
    return next((p.side for p in there if p.side and is_state(p.side)), one.side)
