"""Who is who in one report: what "the rebels", "the army" and "its troops" stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from claims.fighters.cast import by_creed, introduced, pointed, two_states
from claims.fighters.cast.called_names import Called
from claims.fighters.cast.home import STATE, home_of, home_side, main_state, theatre_states
from claims.fighters.cast.lands import unknown_states
from claims.fighters.cast.proxies import backed_by
from claims.fighters.cast.rebel_names import called_rebels, only_heard, that_fight
from claims.fighters.cast.rivals import across, branch, clear_rival, rivals, tie, tie_joined
from claims.fighters.cast.rulers import know_presidents, rulers
from claims.fighters.creeds import REBEL, jihadists, leftist, theatre_rebels
from claims.fighters.forces import force_words
from claims.fighters.named.full_names import slug
from claims.fighters.names import Unit
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.branches import share_branches
from claims.fighters.worded.tails import Tails
from claims.sides.groups import allied, groups, homes, missions, states
from claims.sides.theatre import Theatre

__all__ = ["Cast"]

_BACK, _ONCE = 12, 2  # mentions back to whom words mean; what a mention weighs


@dataclass(slots=True)
class Cast:
    """The sides of one report, and which of them its phrases mean."""

    theatre: Theatre
    home: str
    rulers: frozenset[str] = frozenset()  # names by which the state at home goes
    lands: frozenset[str] = frozenset()  # states that no list knows
    meant: str | None = None  # whom the theatre says "the rebels" are, of its own land
    groups: list[str] = field(default_factory=list)  # sides that are no state, as named
    names: Called = field(default_factory=Called)
    armed_states: list[str] = field(default_factory=list)
    peoples: set[str] = field(default_factory=set)  # groups known only as a people's fighters
    tails: Tails = field(default_factory=Tails)
    weight: Counter[str] = field(default_factory=Counter)
    allies: dict[str, set[str]] = field(default_factory=dict)
    fought: dict[str, set[str]] = field(default_factory=dict)  # whom it clashed with
    heard: two_states.Heard = field(default_factory=two_states.Heard)

    @classmethod
    def of(cls, theatre: Theatre, units: list[Unit], phrases: list[Phrase], read: Tokens) -> Cast:
        """Learn the sides of a report from all that it names."""
        home = home_of(theatre, units, phrases, read)
        lands = [] if theatre.sides else unknown_states(phrases, units, home)
        cast = cls(theatre=theatre, home=next(iter(lands), home), lands=frozenset(lands))
        cast.meant = theatre_rebels(theatre) if home_side(theatre) in (None, "", home) else None
        cast.heard = two_states.heard_in(read, units, phrases)
        know_presidents(theatre, cast.home, phrases)
        cast.rulers = rulers(theatre, cast.home, phrases, read.text)
        cast.weight.update(u.side for u in units if u.kind == "people" and u.side and "-" in u.side)
        share_branches(phrases)
        for phrase in phrases:
            if phrase.side in cast.rulers:
                phrase.side, phrase.kind = cast.home, "state"
            cast.tails.learn(phrase)
            cast._learn(phrase)
        cast.names.learn_mission(read.text)
        cast.groups = that_fight(cast.groups, phrases, read)
        for phrase in introduced.without_towns(phrases, read):
            cast._learn_people(phrase)
        tie_joined(cast.allies, phrases)
        called, beside = called_rebels(phrases, read.lower)
        cast.names.of_several = only_heard(cast.groups, phrases, read)
        cast.names.rebel = (cast.names.rebel | called - cast.names.loyal) - cast.names.of_several
        cast.names.beside_rebels |= beside | cast.names.loyal | cast.names.of_several
        return cast

    def _learn(self, phrase: Phrase) -> None:
        side = phrase.side
        if side is None or phrase.kind == "capital":
            return
        self.names.learn(phrase, side)
        self.weight[side] += 2 if phrase.armed else 1
        for other in phrase.others:
            tie(self.fought if phrase.apart else self.allies, side, other)
            self.weight[other] += 1
        if self.is_state(side):
            if phrase.armed and side not in self.armed_states:
                self.armed_states.append(side)
        elif phrase.kind in ("force", "named") or (phrase.kind == "person" and phrase.rebel):
            if side not in self.groups and side not in allied(self.home):
                self.groups.append(side)
            if phrase.rebel or not force_words().rebel.isdisjoint(phrase.text.lower().split()):
                self.names.rebel.add(side)

    def _learn_people(self, phrase: Phrase) -> None:
        """Count a people's fighters as a group of their own where no group is named for it."""
        if phrase.side is None or phrase.kind not in ("people", "person") or not phrase.armed:
            return
        if self.is_state(phrase.side) or phrase.side in self.groups or pointed.are_hired(phrase):
            return
        if not any(g for g in self.groups if g not in self.peoples):
            self.groups.append(phrase.side)
            self.peoples.add(phrase.side)
            self.names.rebel |= {phrase.side} if phrase.rebel else set()

    def is_state(self, side: str) -> bool:
        """Tell whether a side is a state's."""
        known = (*self.lands, self.home, STATE, *theatre_states(self.theatre))
        return side in states() or side in known

    def is_civil_war(self) -> bool:
        """Tell whether the state at home fights on its own ground and not another state."""
        foreign = {*self.armed_states} - {self.home, *missions()}
        own = any(homes().get(group) == self.home for group in self.groups)
        return bool(self.home) and (own or not foreign or bool(home_side(self.theatre)))

    def settle(self, phrases: Sequence[Phrase]) -> None:
        """Give each phrase its side, from what stands before it."""
        for one, other in pairwise(phrases):
            if other.apposed and one.kind in ("person", "people", "rebel", "group"):
                one.side = other.side
            if one.owner and one.side and one.last + 1 == other.first:  # "the Front's Brigade"
                other.side = one.side if other.kind in ("named", "state", "unit") else other.side
        for number, phrase in enumerate(phrases):
            understood = phrase.side is None
            before = phrases[max(0, number - _BACK) : number]
            known = pointed.governed_there(phrases, number) or self.names.terrorists(phrase, before)
            phrase.side = known or self._side(phrase, before)
            if phrase.side == REBEL and self.meant is None:
                groups = self._rebel_groups() - self.peoples
                here = {g for g in groups if not pointed.fights_elsewhere(phrase, g)}
                phrase.side = pointed.named_soon(phrases, number, here) or REBEL
            if understood and phrase.side and phrase.side not in missions():
                self.weight[phrase.side] += 2

    def _side(self, phrase: Phrase, before: Sequence[Phrase]) -> str | None:
        kind = phrase.kind
        if kind == "people" and phrase.rebel and phrase.side not in self.groups:
            return self._one_rebel(phrase.side)
        if phrase.side in self.rulers:
            return self.home
        if phrase.side is not None:
            named = (one.side for one in reversed(before))
            people = self.branch(phrase.side, named) if kind == "people" else None
            return people or by_creed.called_by_creed(phrase, before) or phrase.side
        if kind == "rebel":
            own = phrase.bound and slug(phrase.text)
            meant = self._of_creed(phrase.text) or self.rebels(before, own, phrase.sentence)
            phrase.side = REBEL if pointed.fights_elsewhere(phrase, meant) else meant
            return by_creed.called_by_creed(phrase, before) or phrase.side
        if phrase.bound and kind in ("", "people", "nobody"):
            by = backed_by(phrase.text, phrase.bound, self.theatre, self.weight)
            return self._backed(phrase, before) or by
        return self._pointed(phrase, before)

    def branch(self, side: str, named: Iterable[str | None] = ()) -> str:
        """Return which part of a people fights here, ``named`` being the sides before."""
        return branch(side, self.weight, named)

    def _pointed(self, phrase: Phrase, before: Sequence[Phrase]) -> str | None:
        """Return whom words mean that name nobody, by what kind of phrase they are."""
        full = not home_side(self.theatre) and self.tails.side(phrase)
        if full := pointed.abroad(phrase, before, self.is_state, self.home) or full:
            return full  # where no theatre says whose "the Army" is
        if phrase.kind == "state" and self.home and " loyal to " in phrase.text.lower():
            return pointed.loyal_to_a_ruler(phrase, self.home)
        last_group = partial(pointed.last_group, is_state=self.is_state)
        some_arm = pointed.is_some_arm(phrase) and not home_side(self.theatre)
        ask = {
            "state": None if some_arm else partial(self._state, phrase=phrase),
            "unit": self._unit,
            **dict.fromkeys(("front", "fighters"), last_group),
            "mission": self.names.peacekeepers,
            "factions": self._factions,
            "forces": partial(pointed.the_forces, phrase) if phrase.definite else None,
            "own": partial(pointed.owner, phrase, is_state=self.is_state),
            "whose": (lambda told: told[-1].side) if phrase.whose else None,
            "group": partial(pointed.the_group, phrase, is_state=self.is_state),
        }.get(phrase.kind)
        if ask:
            return ask(before) or (slug(phrase.text) if phrase.kind == "front" else None)
        if phrase.kind == "troops" or some_arm:
            armed, at = self.armed_states, phrase.sentence
            known = two_states.Known(armed, self.home, self.theatre, self.heard, at)
            return two_states.the_troops(phrase, before, known, self.is_state, groups=self.groups)
        if phrase.kind == "nobody":
            return pointed.attackers(phrase, before, self.is_state, self.groups)
        ours = phrase.kind == "our" and phrase.rebel  # where nobody tells who speaks
        return self.rebels(before, None, phrase.sentence) if ours else None

    def _backed(self, phrase: Phrase, before: Sequence[Phrase]) -> str | None:
        """Return whom "the pro-French group" means: one named before, and no friend's state."""
        group = phrase.text.split()[-1].lower() in force_words().group
        return pointed.last_group(before, self.is_state) if phrase.definite and group else None

    def called(self, word: str) -> str | None:
        """Return whose an adjective for rebels is: "jihadist", "guerrilla"."""
        return self._of_creed(word) or self.rebels()

    def _of_creed(self, text: str) -> str | None:
        """Return whom "the jihadists" or "the communists" means, if rebels may be anyone."""
        words = set(text.lower().split())
        found = jihadists(words, self.groups, self.peoples) if self.meant is None else None
        return found or leftist(words, self.groups, self.home, self.armed_states)

    def _one_rebel(self, side: str | None) -> str | None:
        """Return the one named group for its people's rebels; a theatre knows whose its are."""
        known = {s.id for s in self.theatre.sides}
        # A known one that rises against no state may be the foe of that people.
        named = [g for g in self.groups if g in homes() or g not in groups()]
        return named[0] if len(named) == 1 and known.isdisjoint((side, *named)) else side

    def rebels(
        self, before: Sequence[Phrase] = (), own: str | None = None, sentence: int = 0
    ) -> str | None:
        """Return whom "the rebels" means: the one named group, the one called so, of two none."""
        meant, single = self.meant, self.groups[0] if len(self.groups) == 1 else None
        if meant == REBEL and "is" in self.groups and REBEL not in self.groups:
            return "is"  # a theatre's opposition is not named beside it
        # A group named beside "the rebels" in a sentence is not they.
        may_be = single in self.names.rebel or single not in self.names.beside_rebels
        theirs = single in self.names.rebel and meant != single  # "coastal rebels"
        if single and (not meant or single == "is" or theirs) and may_be:
            return single
        called = [g for g in self.groups if g in self.names.rebel]
        if meant is not None:
            last = None if meant else pointed.lately(before, sentence, self._rebel_groups(), 1)
            return None if last and called and last not in called else meant or last
        known = [g for g in called if len(self.groups) == 1 or any(p.side == g for p in before)]
        if len(called) == 1 and known:
            return called[0]
        told = next((p.side for p in reversed(before) if p.side in called), None)
        near = told or own or pointed.lately(before, sentence, self._rebel_groups())
        return near or pointed.only_named(before, self._rebel_groups()) or REBEL

    def _rebel_groups(self) -> set[str]:
        """Return the named groups that may be rebels: no ally of the state or of peacekeepers."""
        groups = set(self.groups) - self.allies.get(self.home, set()) - self.names.beside_rebels
        kept = (self.allies.get(s, set()) for s in self.armed_states if s in missions())
        return groups.difference(*kept) or groups

    def _state(self, before: Sequence[Phrase], phrase: Phrase | None = None) -> str | None:
        """Return whose "the army" is: the home state's, or one of two states that fight."""
        armed = [s for s in self.armed_states if s not in missions()]
        foreign = [s for s in armed if s not in (self.home, *self.allies.get(self.home, ()))]
        if not self.home:  # where states fight, the only one that the report names
            own = [s for s in self.armed_states if s not in self.names.enemy]
            enemy = None if own or len(self.names.enemy) != 1 else next(iter(self.names.enemy))
            return own[0] if len(own) == 1 else self.against(enemy)
        at = phrase.sentence if phrase else None
        known = two_states.Known(armed, self.home, self.theatre, self.heard, at)
        if foreign and not self.groups and (known.heard or self.home in armed):
            return two_states.army_of_one(phrase, before, known)
        return self.home

    def _unit(self, before: Sequence[Phrase]) -> str | None:
        """Return whose "155th Brigade" is: the state's whose army was spoken of last."""
        return self._state(before) or pointed.last_forces(before)

    def _factions(self, before: Sequence[Phrase]) -> str | None:
        """Return whom "the factions" are: a theatre's rebels, else the group spoken of."""
        return (self.meant and self.rebels(before)) or pointed.last_group(before, self.is_state)

    def pair(self) -> tuple[str | None, str | None]:
        """Return the two sides that a report is about: the state at home, and whom it fights."""
        armed = [side for side, weight in self.weight.most_common() if weight > 1]
        if not armed:
            return None, None
        first = self.home if self.home in armed else armed[0]
        return first, self.opposite(first)

    def enemy_of(self, side: str) -> str | None:
        """Return whom a side calls the enemy: whom the report does, or some named rival."""
        ranked = [o for o in self._rivals(side) if o != REBEL or self.weight[o] > _ONCE]
        named = [other for other in ranked if other in self.names.enemy] or ranked
        return named[0] if named else self.opposite(side) or across(self.theatre.lands, side)

    def opposite(self, side: str | None) -> str | None:
        """Return the side that fights a side: the one named most that is no ally of it."""
        return next(iter(self._rivals(side)), None)

    def against(self, enemy: str | None) -> str | None:
        """Return who fights a side in its theatre: whom the report names, else the main state."""
        main = main_state(self.theatre)
        return enemy and (self.opposite(enemy) or (main if main != enemy else None))

    def foe(self, side: str) -> str | None:
        """Return the side that fights a side, where no other is named nearly as much."""
        if len(fought := self.fought.get(side, set())) == 1:
            return next(iter(fought))
        return clear_rival(side, self._rivals(side), self.weight, home=self.home)

    def _rivals(self, side: str | None) -> list[str]:
        named, told = self.names.branches, (*self.armed_states, self.home)
        return rivals(side, self.weight, self.allies, self.is_state, branches=named, armed=told)
