"""Whom words mean that name nobody: "they", "its troops", "our forces", "the enemy"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from claims.claimants.speech import is_speech
from claims.events.parties import loaded_words
from claims.events.parties.agreeing import (
    agreeing,
    are_speakers_hands,
    free_of,
    helped_before,
    holds_ground,
    is_kept,
    says_on,
)
from claims.events.parties.as_they_went import as_they_went
from claims.events.parties.called_they import called_they, heads_quote
from claims.events.parties.claim_owner import claim_owner, claiming_party
from claims.events.parties.either_side import in_attack
from claims.events.parties.last_subject import last_subject
from claims.events.parties.loaded_words import is_either_army, is_reviled
from claims.events.parties.locals_who_speak import locals_who_speak
from claims.events.parties.pursued import driven_before, leaves, pursued, strangers_before
from claims.events.parties.same_unit import side_before
from claims.events.parties.strangers import are_some_group, is_a_places, is_a_strangers
from claims.events.parties.whose_leader import whose_leader
from claims.events.sentences.clauses import says_before
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.number import number_of
from claims.fighters.party import Party, Roles

__all__ = ["Meant"]

_LIKE = {"strike": "attack", "attack": "strike"}  # one may be told as the other
_PERFECT = frozenset("has have had".split())
_FIRST = frozenset("we our us i".split())
_OTHERS = frozenset(("they", "them"))
_SINGLE = frozenset(("it", "its"))
_ONE = frozenset(("he", "she"))  # never a force of many
_RELATIVE = frozenset(("that", "which", "whom"))
_GOES_ON = frozenset((("and", "its"), ("as", "its"), ("while", "its")))
_POSSESSIVE = 4  # words before a head among which "its" stands
_CLAUSE = 60  # characters behind a subject in which "its troops" are still that one's
_ARTICLE = 2  # words behind a comma in which a subject begins: "the rebels"
_OFFICERS = frozenset("officers officials commanders sources authorities".split())
_NEAR = 700  # characters back in which a pronoun finds whom it means


class Meant(NamedTuple):
    """What is known beside a sentence: the report's actors, who was spoken of, who speaks."""

    parsed: Parsed
    finder: ActorFinder
    focus: Party | None
    speaker: Party | None

    def party(self, mention: ActorMention) -> Party:
        """Return a mention as a party, with whom it means."""
        # "X, which its garrison left", whoever held it
        side = None if is_a_places(self.parsed, mention) else mention.side
        side = in_attack(self.parsed, mention, self.finder) or side
        side = side_before(mention, self.finder) or side
        if mention.kind == "our":
            own = self._reporter(mention.start) or self._speaker()
            told = side or self.finder.own_voice or self.finder.army_of(mention.text)
            side = own.side if own else told
        elif mention.kind == "enemy" or is_reviled(mention, self.speaker, self.finder):
            side = self._enemy(mention)
        elif self._is_speakers(mention):
            side = self.speaker.side if self.speaker else side
        elif loaded_words.meets_enemy(self.parsed, mention, self.finder):
            side = self.speaker.side if self.speaker else self.finder.own_voice or side
        elif mention.kind == "own" and (claims := self._claims(mention)):
            side = self.party(claims).side
        elif mention.kind == "own" and (claiming := self._claiming(mention)):
            side = claiming.side
        elif mention.kind == "own" and self.speaker:
            side = self._owner(mention, self.speaker)
        elif mention.kind == "own" and (led := self._led(mention)):
            side = led
        elif self._is_eithers(mention) or is_a_strangers(self.parsed, mention, self.finder):
            side = None  # "X's president said his men would drive the Y army out": no Y
        start, end = mention.start, mention.end
        return Party(text=mention.text, side=side, start=start, end=end, others=mention.others)

    def _is_speakers(self, mention: ActorMention) -> bool:
        """Tell whether words that may be others' are of those for whom somebody speaks."""
        own = self.speaker.side if self.speaker else None
        said = mention.kind == "troops" and self._is_said(mention)  # "she said troops had taken X"
        unit = mention.kind == "unit" and not side_before(mention, self.finder)
        units = (said or unit) and self._speaks_for_one_of_two()
        if units or loaded_words.is_itself(self.parsed, mention, self.speaker):
            return True
        army = own and loaded_words.is_own_army(self.parsed, mention, own, self.finder)
        return bool(army) or loaded_words.is_of_rebels(mention, self.speaker, self.finder)

    def _is_eithers(self, mention: ActorMention) -> bool:
        """Tell whether an army may be that of a state that speaks or of the land it speaks of."""
        own = self.speaker.side if self.speaker else None
        return bool(own) and is_either_army(self.parsed, mention, own or "", self.finder)

    def _is_said(self, mention: ActorMention) -> bool:
        """Tell whether words stand behind those of saying, and are no reporter's before them."""
        return says_before(self.parsed, self.parsed.word_at(mention.start))

    def _speaks_for_one_of_two(self) -> bool:
        """Tell whether a state speaks in a war of states: "the Fifth Division" is its own."""
        told = self.speaker.side if self.speaker else None
        return bool(told) and self.finder.is_state(told or "") and self.finder.is_war_of_states()

    def _speaker(self) -> Party | None:
        """Return who speaks: the claimant, or for whom the sentence says that somebody speaks."""
        if self.speaker:
            return self.speaker
        voices = (m for m in self.parsed.actors if m.voice)
        return next((Party(text=m.text, side=m.side) for m in voices), None)

    def _reporter(self, place: int) -> Party | None:
        """Return the side in whose words a report is, for "we" that no foe of it is quoted with."""
        own, said = self.finder.own_voice, self.speaker.side if self.speaker else None
        foe = own and said and said != own and not self.finder.is_quoted(place)
        return Party(side=own) if foe else None

    def _enemy(self, mention: ActorMention) -> str | None:
        """Return whom a speaker calls the enemy: the side the report sets against the speaker's."""
        own = self.speaker.side if self.speaker else self.finder.own_voice
        if own:
            return loaded_words.invader(mention, own, self.finder) or self.finder.enemy_of(own)
        before = (m for m in self.parsed.actors if m.end <= mention.start and m.side and m.free)
        other = next(before, None)
        return self.finder.opposite(other.side) if other else None

    def _claims(self, mention: ActorMention) -> ActorMention | None:
        """Return who claims what "its troops" are said to have done: "reports by X that its"."""
        if mention.start < self.parsed.sentence.start:
            return None
        return claim_owner(self.parsed, self.parsed.word_at(mention.start))

    def _led(self, mention: ActorMention) -> str | None:
        """Return whose "his troops" are that open a sentence: those of the leader named last."""
        first = self.parsed.word_at(mention.start)
        lead = self.parsed.lower[:first]
        return self.finder.led_before(mention.start) if lead[:1] in (["his"], ["her"]) else None

    def _owner(self, mention: ActorMention, speaker: Party) -> str | None:
        """Return whose "its troops" are: a subject's named since the verb of saying, or its own."""
        number = self.parsed.word_at(mention.start)
        if is_a_places(self.parsed, mention):
            return None
        before = [m for m in self.parsed.actors if m.end <= mention.start and m.side and m.free]
        if speaker.text.lower().startswith("its "):  # "its army said its troops": no second owner
            before = [m for m in before if not (m.kind == "own" and speaker.text.endswith(m.text))]
        lead = self.parsed.lower[max(0, number - _POSSESSIVE) : number]
        fitting = [m for m in before if not ("its" in lead and number_of(m.text))]
        near = fitting and mention.start - fitting[-1].end < _CLAUSE
        near = near or (fitting and self._goes_on(number))
        if near and self._says_between(fitting[-1].end, number):
            return speaker.side  # "accused the army of shelling X and said its fighters"
        if near and fitting[-1].side != speaker.side:
            return mention.side
        if "its" in lead and speaker.text.lower().rpartition(" ")[2] in _OFFICERS:
            return mention.side if mention.side != speaker.side else None  # "officers said its men"
        return (mention.side if near else None) or speaker.side

    def _goes_on(self, number: int) -> bool:
        """Tell whether "its" goes on with a subject: "X used gas, and its jets hit Y, Z said"."""
        lead = self.parsed.lower[max(0, number - _POSSESSIVE) : number]
        joined = any(pair in _GOES_ON for pair in pairwise(lead))
        return joined and not any(map(is_speech, self.parsed.lower[:number]))

    def _says_between(self, end: int, number: int) -> bool:
        """Tell whether "and said" or ", said" stands between somebody named and a word."""
        words = self.parsed.lower[self.parsed.word_at(end) : number]
        return any(a in ("and", ",") and is_speech(b) for a, b in pairwise(words))

    def pronoun(self, parsed: Parsed, number: int) -> Party | None:
        """Return whom a pronoun at a word number means."""
        if met := as_they_went(parsed, number):
            party = next((m for m in parsed.actors if m.end == met.end), None)
            # "Stopped their convoy as it left": of others than those who stop it
            return self.party(party) if party and party.kind != "own" else None
        if parsed.lower[number] in _FIRST:
            return self._reporter(parsed.words[number].start) or self._speaker()
        if heads_quote(parsed, number, self.speaker, self.finder):
            return called_they(parsed, number, self.speaker, self.finder)
        claims = claim_owner(parsed, number) or pursued(parsed, number)
        claims = claims or helped_before(parsed, number) or whose_leader(parsed, number)
        if claims:
            return self.party(claims)
        if are_speakers_hands(parsed, number, known=bool(self.speaker and self.speaker.side)):
            return self.speaker
        told = claiming_party(parsed, number, self.finder) or locals_who_speak(parsed, number)
        return told or self._named(parsed, number)

    def _claiming(self, mention: ActorMention) -> Party | None:
        """Return whose "its troops" are in "denied the army's claim that its troops hold X"."""
        number = self.parsed.word_at(mention.start)
        number -= self.parsed.lower[max(0, number - 1)] in ("its", "their")
        return claiming_party(self.parsed, number, self.finder)

    def _named(self, parsed: Parsed, number: int) -> Party | None:
        """Return whom a pronoun means among those named before it, else who speaks."""
        place = parsed.words[number].start
        kept = {m.start for m in parsed.actors if is_kept(parsed, m, number)}
        told = [m for m in parsed.actors if m.end <= place and m.armed and m.start not in kept]
        if parsed.lower[number] in _SINGLE:  # "faced armed looters and held X in its grip"
            told = [m for m in told if not number_of(m.text)]
        sideless = bool(told) and not any(m.side or not m.free for m in told)
        if sideless or holds_ground(parsed, number):  # "the movement insisted that it held"
            return self.party(agreeing(told, parsed, number)) if told else None
        before = [m for m in self.finder.before(place) if place - m.end < _NEAR and m.side]
        before = [m for m in before if m.start not in kept]
        if number > 1 and parsed.lower[number - 1] in _RELATIVE:
            driven = parsed.words[number - 2].end  # "the army that they drove out" is not "they"
            before = [m for m in before if m.end != driven]
        it_leaves = parsed.lower[: number + 1] == ["it"] and leaves(parsed, number)
        single = it_leaves or parsed.lower[number] in _ONE
        if single:
            before = [m for m in before if not number_of(m.text)]
        here = [m for m in before if m.start >= parsed.sentence.start]
        listed = parsed.lower[number] == "they" and self.finder.list_lead(place)
        if listed and not here:
            return self.party(listed)
        free = free_of(here, told, parsed, number)
        if free:
            return self._acting(free, number)
        behind = parsed.lower[number + 1 : number + 3]  # "it claimed to have", "he has promised"
        says = any(map(is_speech, behind if _PERFECT & set(behind[:1]) else behind[:1]))
        if self.speaker and (says or says_before(parsed, number)):
            return self.speaker
        if here:
            return self.party(here[-1])
        many = parsed.lower[number] in _ONE or number_of(self.focus.text if self.focus else "")
        last = None if single and many else self.focus
        known = driven_before(parsed, number, self.finder)
        known = known or self._still_own(place)
        known = known or called_they(parsed, number, self.speaker, self.finder)
        known = known or strangers_before(parsed, number, self.finder)
        known = known or self._before(before) or last or self.speaker
        # "The command said it took X": itself, though nobody knows whose it is
        itself = parsed.lower[number] == "it" or are_some_group(parsed, number)
        itself = itself and not self.speaker and says_before(parsed, number)
        return (None if itself else known) or self._ahead(number)

    def _acting(self, free: list[ActorMention], number: int) -> Party | None:
        """Return whom a pronoun means of those who act in its sentence, or who speaks of itself."""
        # "X accused Y of helping them and said it had sent troops": X
        own = self.speaker if says_on(self.parsed, number) else None
        named = next((m for m in free if own and m.side == own.side), None)
        named = named or (None if own else agreeing(free, self.parsed, number))
        return self.party(named) if named else own

    def _ahead(self, number: int) -> Party | None:
        """Return the subject behind a clause set in front: "After they took X, the rebels"."""
        comma, words = self.parsed.main_comma, self.parsed.words
        if not number < comma < len(words) - 1:
            return None
        many = words[number].lower in _OTHERS
        subject = next((m for m in self.parsed.actors if m.start > words[comma].start), None)
        near = subject and self.parsed.word_at(subject.start) <= comma + _ARTICLE
        agrees = near and subject and number_of(subject.text) in (None, many)
        return self.party(subject) if subject and agrees else None

    def _still_own(self, place: int) -> Party | None:
        """Return a speaker whose own men the sentence before was about, as this one is.

        "He said his men had left X for Y. They now held both, he said."
        """
        before = [m for m in self.finder.before(place) if m.free and m.armed]
        last = [m for m in before if m.sentence == before[-1].sentence]
        return self.speaker if last and last[0].kind in ("own", "our") else None

    def _before(self, before: list[ActorMention]) -> Party | None:
        """Return the subject of the last sentence that names someone but the speaker."""
        own = self.speaker.side if self.speaker else None
        others = [m for m in before if m.side != own]
        subject = last_subject(self.parsed, others, self.finder)
        return self.party(subject) if subject else None

    def told(self, action: str, *, again: bool = False) -> Roles:
        """Return who was last said to do such a thing to whom, as understood.

        ``again`` lets "another strike" follow what was told as an attack.
        """
        told = self.finder.told.get(action)
        if told is None and again:
            told = self.finder.told.get(_LIKE.get(action, ""))
        told = told or Roles()
        actor, opponent = (
            party._replace(start=None, end=None) if party else None
            for party in (told.actor, told.opponent)
        )
        return Roles(actor=actor, opponent=opponent)
