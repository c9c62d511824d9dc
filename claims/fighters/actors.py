"""Find who fights in a text: the theatre's actors, and in any war forces by their own names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from claims.fighters.adjectives import Adjectives
from claims.fighters.by_seat import by_group, by_seat, of_capital, who_runs
from claims.fighters.cast.chiefs import chiefs
from claims.fighters.cast.flyers import only_state
from claims.fighters.cast.lands import join_lands
from claims.fighters.cast.leaders import join_leaders
from claims.fighters.cast.list_leads import lead_in
from claims.fighters.cast.own_voice import own_army, own_voice
from claims.fighters.cast.read_names import Named, phrases_in, read_report
from claims.fighters.cast.rulers import know_rulers, ruling
from claims.fighters.cast.seats import seated
from claims.fighters.cast.strangers import side_strangers
from claims.fighters.cast.surveyed import leave_to_lands
from claims.fighters.cast.who import Cast
from claims.fighters.creeds import REBEL
from claims.fighters.forces import force_words
from claims.fighters.names import units_of
from claims.fighters.party import Roles
from claims.fighters.phrase import Phrase
from claims.fighters.quoted import is_quoted
from claims.fighters.tokens import Tokens, tokens_of
from claims.fighters.worded.branches import with_own_branches
from claims.fighters.worded.of_bodies import is_of
from claims.fighters.worded.persons import is_namesake, is_of_another, persons, speaks_for
from claims.sides.groups import capitals, groups, peoples
from claims.sides.theatre import Theatre

__all__ = ["ActorFinder", "ActorMention"]

_MEDIA = frozenset("media television tv agency broadcaster newspaper".split())
_OF_STATE = frozenset("state government government's regime regime's junta junta's".split())
_OFFICES = frozenset("minister ministry president presidential premier governor government".split())
_GAINS = ("advance", "capture", "recapture", "attack")
_SOLDIERS = frozenset("army boys lads soldiers troops".split())
_LEADER, _LOOK_BACK = 300, 40  # characters back to a leader of "his troops", mentions back


class ActorMention(NamedTuple):
    """An actor in a text: where, the words, the name and side it stands for.

    ``kind`` is what the words are: a ``force`` known by name, ``state``'s or ``rebel`` forces,
    ``own`` for "its troops", ``our``, ``enemy``, ``both``; ``others`` are the sides that act with
    it: ("france",) in "Chadian and French warplanes".
    """

    start: int
    end: int
    text: str
    name: str
    side: str | None
    armed: bool = True  # False for a country's bare name, which is an actor only as a subject
    kind: str = "force"
    free: bool = True  # False behind a preposition
    others: tuple[str, ...] = ()
    sentence: int = 0  # number of its sentence in the report
    voice: bool = False  # named only for who speaks: "said Jan Roe, a spokesman for X"


class ActorFinder:
    """Find actors in texts of one theatre.

    Parameters
    ----------
    theatre
        Whose actors and metonyms are known by name. Others get a side of their own: the country's
        id for "Russian troops", the short form of its name for a named force.
    text
        The whole report, whose explained names and "the rebels" are known everywhere in it.
    issuer
        The fighting body whose communique it is, if any.
    """

    def __init__(self, theatre: Theatre, text: str, issuer: str = "") -> None:
        self._text = text
        self.at_war = frozenset(side.id for side in theatre.sides)  # those known to wage this war
        self.adjectives = Adjectives(theatre.anywhere, text)
        self._capitals = capitals() | dict(theatre.anywhere.metonyms)
        self._read: dict[str, Named] = {}  # the few claimants of a report, asked about again
        self._speakers: dict[str, ActorMention | None] = {}
        self.told: dict[str, Roles] = {}  # who last did what to whom: "the strikes" are theirs
        self._books, units, read = read_report(theatre.anywhere, text, *theatre.countries[:1])
        self._capitals |= {u.name: u.side for u in units if u.kind == "capital" and u.side}
        phrases = read.afresh()
        join_leaders(read.tokens, phrases)
        know_rulers(theatre, phrases, text)
        join_lands(phrases)
        self._cast = Cast.of(theatre, units, phrases, read.tokens)
        self.tell_of_their_own = self._cast.heard.own
        self._cast.settle(phrases)
        if not theatre.sides:
            leave_to_lands(phrases, read.tokens, text, self._cast.home, self._cast.groups)
        side_strangers(read.tokens, phrases, self._cast.armed_states, known=bool(theatre.sides))
        led = seated(read.tokens, units, self._cast.armed_states)
        heads = {name: one.side for name, one in chiefs(read.tokens, phrases) if one.side}
        self._persons = ruling(theatre, text) | dict(led) | heads | persons(read.tokens, phrases)
        self._mentions = [_mention(read.tokens, phrase, 0) for phrase in phrases]
        self._starts = [mention.start for mention in self._mentions]
        spokesman = self._speaker(issuer) if issuer else None
        issued = spokesman and spokesman.side
        self.own_voice = own_voice(read.tokens, units, phrases, self._cast, issued)
        if spokesman and self.own_voice:
            self._speakers[issuer] = spokesman._replace(side=self.own_voice)
        owned = own_army(phrases, self.own_voice, self._cast.is_state, self.adjectives.side)
        if with_own_branches(read.tokens, phrases, groups(), self.own_voice) or owned:
            self._mentions = [_mention(read.tokens, phrase, 0) for phrase in phrases]

    def find(self, text: str, offset: int | None = None) -> tuple[ActorMention, ...]:
        """Return the actors in ``text``, left to right and not overlapping.

        With an ``offset`` the text is the stretch of the report that starts there.
        """
        if offset is not None and self._text.startswith(text, offset):
            low = bisect_left(self._starts, offset)
            high = bisect_right(self._starts, offset + len(text))
            return tuple(m for m in self._mentions[low:high] if m.end <= offset + len(text))
        if (read := self._read.get(text)) is None:
            new = tokens_of(text, self._text)
            read = self._read[text] = phrases_in(new, units_of(new, self._books))
        self._cast.settle(phrases := read.afresh())
        found = tuple(_mention(read.tokens, phrase, offset or 0) for phrase in phrases)
        return found or tuple(self._voice(read.tokens, offset or 0))

    def speaker(self, name: str) -> ActorMention | None:
        """Return for whom a claimant speaks, by its name or the office that the report tells."""
        if name not in self._speakers:
            self._speakers[name] = self._speaker(name)
        return self._speakers[name]

    def _speaker(self, name: str) -> ActorMention | None:
        folded = name.lower()
        bare = folded.partition(",")[0]  # "Jan Roe, government spokesman"
        called: tuple[str, ...] = (folded, folded.rpartition(" ")[2], bare, bare.rpartition(" ")[2])
        called = (folded, bare) if is_namesake(bare, self._persons) else called
        side = next(filter(None, map(self._persons.get, called)), None)
        side = side or self._body(folded) or self._capitals.get(name)
        side = side or of_capital(name, self._cast.heard.seat)
        states = (*self._cast.armed_states, self._cast.home)
        side = side or by_seat(name, self._capitals, states, self._cast.weight)
        if side:
            return ActorMention(start=0, end=len(name), text=name, name=name, side=side)
        found = self.find(who_runs(name)) or self.find(name)
        # "The defence ministry of the Northern Republic" is no ministry of the state's.
        bodies = (m for m in found[1:] if m.kind in ("force", "named", "people"))
        meant = next((m for m in bodies if is_of(m.text, name, m.start)), next(iter(found), None))
        return self._as_written(name, meant) if meant and meant.side in (None, REBEL) else meant

    def _as_written(self, name: str, meant: ActorMention) -> ActorMention:
        """Return a speaker with the side that its words have in the report: "its commander"."""
        at = self._text.find(name)
        if name[:4].lower() in ("his ", "her "):  # of no army named before him
            return meant._replace(side=self.led_before(at))
        inside = self.find(self._text[at : at + len(name)], at) if at >= 0 else ()
        return meant._replace(side=next((m.side for m in inside if m.side), meant.side))

    def _body(self, claimant: str) -> str | None:
        """Return the one force whose "council's commander" or "group's leader" speaks."""
        rebels = self._cast.rebels if self._cast.is_civil_war() else None
        return by_group(claimant, self._cast.groups, rebels)

    def _voice(self, tokens: Tokens, offset: int) -> Iterator[ActorMention]:
        """Yield the side for which "a rebel spokesman" or "the Chadian ministry" speaks."""
        said = set(tokens.lower)
        state = tokens.lower[:1] == ["government"] or (_OF_STATE & said and _MEDIA & said)
        if not (state or force_words().voices & said):
            return
        for number, word in enumerate(tokens.words):
            side = self.adjectives.of_two(*tokens.words[number : number + 2])  # "Bosnian Serb"
            side = side or self.adjective_side(word) or self._office(*tokens.lower[number:][:2])
            if side and not is_of_another(tokens, number):
                start, end = tokens.starts[number] + offset, tokens.ends[number] + offset
                yield ActorMention(start=start, end=end, text=word, name=word, side=side)
                return

    def _office(self, word: str, behind: str = "") -> str | None:
        """Return whose "the ministry" or "defence spokesman" is: the home state's, in its war."""
        office = word in _OFFICES or (word.startswith("defen") and behind.startswith("spokes"))
        return self._cast.home if office and self._cast.is_civil_war() else None

    def is_state(self, side: str) -> bool:
        """Tell whether a side is a state's, with aircraft and artillery of its own."""
        return self._cast.is_state(side)

    def is_one_of_several(self, side: str) -> bool:
        """Tell whether a group only speaks, in a report that tells of several groups."""
        return side in self._cast.names.of_several

    def army_of(self, words: str) -> str | None:
        """Return whose "our soldiers" are where nobody knows who speaks: the state's at home."""
        return None if _SOLDIERS.isdisjoint(words.lower().split()) else self.at_home

    def adjective_side(self, word: str, place: int | None = None) -> str | None:
        """Return the side that an adjective stands for: "Russian" before "airstrikes".

        ``place`` is where the report has it, which tells of what part of a people it speaks.
        """
        plain = self.adjectives.plain(word)
        if plain.lower() in force_words().rebel:
            return self._cast.called(plain)
        if plain.lower() in force_words().state:
            return self._cast.home
        side = self.adjectives.side(plain, place)
        if side is None or plain not in peoples():
            return side
        before = reversed(self.before(place)) if place is not None else ()
        return self._cast.branch(side, (mention.side for mention in before))

    @property
    def only_state(self) -> str | None:
        """The one state that fights in the report, against groups; None where more do."""
        return only_state(self._cast, self.acting)

    @property
    def at_home(self) -> str | None:
        """The state at home, in its civil war."""
        return self._cast.home if self._cast.is_civil_war() else None

    @property
    def sides(self) -> frozenset[str]:
        """The sides that the report names."""
        return frozenset(self._cast.weight)

    @property
    def acting(self) -> frozenset[str | None]:
        """The sides of whose forces the report tells."""
        return frozenset(m.side for m in self._mentions if m.armed)

    def is_war_of_states(self) -> bool:
        """Tell whether states fight each other, so that "the army" may be either's."""
        return not self._cast.is_civil_war()

    def enemy_of(self, side: str) -> str | None:
        """Return whom a side calls the enemy: whom the report calls so, else who fights it."""
        return self._cast.enemy_of(side)

    def opposite(self, side: str | None) -> str | None:
        """Return the side that the report sets against another, or None."""
        return self._cast.opposite(side)

    def foe(self, side: str | None) -> str | None:
        """Return the one side that a side fights in the report, None where there are several."""
        return self._cast.foe(side) if side else None

    def gaining(self) -> str | None:
        """Return the side that was last told of as gaining ground, None where there is none."""
        gains = (self.told[action] for action in reversed(self.told) if action in _GAINS)
        return next((roles.actor.side for roles in gains if roles.actor), None)

    @property
    def pair(self) -> tuple[str | None, str | None]:
        """The two sides that the report is about, the state's first; None where it tells none."""
        return self._cast.pair()

    def is_quoted(self, place: int) -> bool:
        """Tell whether a place of the report stands in quotation marks."""
        return is_quoted(self._text, place)

    def led_before(self, place: int) -> str | None:
        """Return the side of the leader or speaker who was named last before a place."""
        words = re.findall(r"[\w'-]+", self._text[max(0, place - _LEADER) : place].lower())
        names = (word.removesuffix("'s") for word in reversed(words))
        return next(filter(None, map(self._persons.get, names)), None)

    def list_lead(self, place: int) -> ActorMention | None:
        """Return who acts in the line that opens the list whose item a place is in."""
        line = lead_in(self._text, place, [m.start for m in self.before(place) if m.side])
        acting = (m for m in self._mentions if m.free and m.armed and m.side)
        return next((m for m in acting if line and line[0] <= m.start < line[1]), None)

    def before(self, place: int) -> tuple[ActorMention, ...]:
        """Return the report's last actors before a place of its text, nearest last."""
        number = bisect_left(self._starts, place)
        return tuple(self._mentions[max(0, number - _LOOK_BACK) : number])


def _mention(tokens: Tokens, phrase: Phrase, offset: int) -> ActorMention:
    start = tokens.starts[phrase.first]
    end = tokens.ends[phrase.last] - 2 * tokens.owns(phrase.last)
    text = tokens.text[start:end]
    return ActorMention(
        start=start + offset,
        end=end + offset,
        text=text,
        name=phrase.name or text,
        side=phrase.side,
        armed=phrase.armed,
        kind=phrase.kind,
        free=phrase.free,
        others=tuple(phrase.others),
        sentence=phrase.sentence,
        voice=speaks_for(tokens, phrase),
    )
