"""Which names of a text act instead of being a place: governments, armies, events, owners.

"Moscow said", "Damascus's army", "the Minsk agreements", "loyal to X": a place cannot say, own an
army or be signed. Rules over the words around a name; one that a locative word introduces is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.states import CAPITALS, COUNTRIES
from gazetteer.wording import namewords, powerwords, words
from gazetteer.wording.deeds import is_about_to, is_of_a_deed
from gazetteer.wording.people import People
from gazetteer.wording.tokens import Tokens

__all__ = ["Agents"]

_ADVERBS = frozenset("also now later then still once again too never".split())
_RELATIVES = frozenset("that which where whom".split())
_RULES = frozenset(
    "ran runs rules ruled holds held opened controls controlled claims claimed calls called".split()
)
_IS_DONE_TO = frozenset("was were is fell remains remained".split())
_DESCRIBED, _MOST_JOINED = 16, 6  # words of what describes a place between commas, countries
_AUXILIARIES = frozenset(("has", "had", "have"))
_GIFTS = frozenset("its his her their a an the another one fresh more new".split())
_JOINTS = frozenset((",", "and", "or"))
_UNDERGONE = frozenset("by again overnight twice".split())
_NOT_YET = frozenset("not never also already now".split())
_DEEDS = frozenset("captured recaptured attacked seized ambushed shelled bombed abducted".split())


class Agents(People):
    """The words around the names of one text, as far as they tell of somebody who acts."""

    def __init__(self, tokens: Tokens, runs: Sequence[tuple[int, int]]) -> None:
        super().__init__(tokens, runs)
        self._ruled: set[int] = set()

    def is_agent(self, first: int, last: int) -> bool:
        """Tell whether tokens ``[first, last)`` name somebody who acts, or an event."""
        before = self._is_governed(first, last)
        if before:
            self._ruled.add(last)
        return before or self._is_told_by_what_follows(first, last)

    def _is_governed(self, first: int, last: int) -> bool:
        """Tell whether the words before speak of a power: "loyal to X", "they warned X"."""
        before, earlier = self.low[first - 1], self.low[first - 2]
        return (
            (before == "by" and earlier in powerwords.DONE_BY)
            or (before == "to" and earlier in ("loyal", "according"))
            or (before in powerwords.MEETING and not self._is_place_after(first, last))
            or (before in ("and", "or") and first - 1 in self._ruled)
            or self._is_of_office(first)
            or (self._is_state(first, last) and self._is_dealt_with(first))
        )

    def _is_dealt_with(self, first: int) -> bool:
        before, earlier = self.low[first - 1], self.low[first - 2]
        if before == "," and first - 1 in self._ruled:
            return True
        if before in powerwords.TO_GOVERNMENT:
            return not self._is_ground(first, before, earlier)
        if before in powerwords.DEALT:
            return earlier in powerwords.DEALT[before]
        return before in ("between", "and") and any(
            self.low[first - back] in powerwords.NEGOTIATION for back in range(2, 6)
        )

    def _is_ground(self, first: int, before: str, earlier: str) -> bool:
        """Tell whether a capital is a town: "fighting for X", no "mercenaries fighting for X"."""
        if before == "between":
            return earlier in _LAID
        if before == "against":
            return earlier in powerwords.ASSAULTS and self.low[first] in CAPITALS
        serves = earlier.startswith("f") and self.low[first - 3] in powerwords.ARMED_NOUNS
        fought = before == "for" and earlier in powerwords.CONTESTS and not serves
        return fought or (before == "with" and earlier in words.BORDER_WORDS)

    def _is_of_office(self, first: int) -> bool:
        """Tell "President X of Turkey" and "the army of Sudan" from "the city of X".

        The mayor of a town leaves it a place: "the city" said of it later is that one.
        """
        if self.low[first - 1 - (self.low[first - 1] == "the")] != "of":
            return False
        at = first - 2 - (self.low[first - 1] == "the")
        before = self.low[at]
        town = before in _OF_A_TOWN or is_of_a_deed(self.low, at + 1)
        if town and not self._is_state(first, first + 1):
            return False
        if before in namewords.TITLES or before in powerwords.ARMED_NOUNS:
            return True
        return self._is_institution(at) or any(
            stop == at + 1 and self.looks_like_person(start, stop)
            for start, stop in self.runs_at(at)
        )

    def _is_institution(self, at: int) -> bool:
        """Tell "the Bank of X", "the Islamic State of X", "the Treaty of X" from places."""
        word = self.low[at]
        if self.low[at - 1] in powerwords.FAITHS and word in ("state", "emirate", "republic"):
            return word != "republic"
        shown = at >= 0 and self.tokens.capital[at] and word not in _FOUGHT
        return shown and word in namewords.ORGANISATION_WORDS and word not in words.FEATURES

    # what follows

    def _is_told_by_what_follows(self, first: int, last: int) -> bool:
        if self.low[last] in _TELL_NOTHING and not self._is_state(first, last):
            return False
        return (
            self._is_led_or_backed(last)
            or self._owns_power(first, last)
            or self._names_an_event(first, last)
            or self._is_armament(first, last)
            or self._is_office(first, last)
            or self._speaks(first, last)
            or (self._is_state(first, last) and self._acts(first, last))
        )

    def _is_state(self, first: int, last: int) -> bool:
        name = " ".join(self.tokens.low[first:last])
        return name in COUNTRIES or name in CAPITALS

    def _is_led_or_backed(self, last: int) -> bool:
        """Tell "Iran-backed" from "Sar-e Pol", and from the "A-to-B road"."""
        return (
            self.low[last] in ("-", "‑")
            and self.tokens.glued[last]
            and last + 1 < self.tokens.size
            and self.tokens.glued[last + 1]
            and not self.tokens.capital[last + 1]
            and not (self.low[last + 1] in words.ARTICLES or self.low[last + 1] == "to")
        )

    def _owns_power(self, first: int, last: int) -> bool:
        """Tell whether an army or a government follows: "Damascus's army", "the Kabul regime"."""
        owned = self.low[last] == "'s"
        at = last + owned if owned else self._after_list(last)
        nouns = powerwords.AGENT_NOUNS if owned else powerwords.ARMED_NOUNS
        while self.low[at] not in nouns and (
            self.low[at] in words.ADJECTIVES
            or self.low[at] in powerwords.UNIT_KINDS
            or words.is_demonym(self.low[at])
        ):
            at += 1
        if owned and self.low[at] not in nouns and self.low[at + 1] in powerwords.RULING:
            return True
        if self.low[at] not in nouns or self.low[at + 1] in words.FEATURES:
            return False
        if f"{self.low[at]} {self.low[at + 1]}" in words.FEATURES:
            return False  # "the Maru army post"
        return owned or self.low[first - 1] not in _PLACING

    def _after_list(self, last: int) -> int:
        """Return the token after "A, B and C" where ``last`` is the one after A."""
        at = last
        if self.low[at] not in _JOINTS:
            return last
        for _ in range(_MOST_JOINED):
            joint = at + (self.low[at] == ",")
            closes = self.low[joint] in ("and", "or")
            joint += closes
            # "Near X, and Ukrainian forces left": a people's forces are no part of the list.
            if joint == at or joint not in self.runs or words.is_demonym(self.low[joint]):
                break
            at = self.runs[joint]
            if closes:
                return at
        return last  # commas alone are appositions or clauses

    def _names_an_event(self, first: int, last: int) -> bool:
        if self.low[first - 1] in _PLACING:
            return False
        at = self._after_list(last)
        if at > last and self.low[at] not in _EVENTS:
            return False
        nouns = powerwords.EVENT_NOUNS
        return self.low[at] in nouns or (
            self.low[at] in powerwords.EVENT_KINDS and self.low[at + 1] in nouns
        )

    def _is_armament(self, first: int, last: int) -> bool:
        return self.low[last] in powerwords.ARMAMENTS and self.low[first - 1] not in _PLACING

    def _is_office(self, first: int, last: int) -> bool:
        """Tell whether an office follows: "the X deputy provincial governor"."""
        at = last
        while self.low[at] in powerwords.RANKS:
            at += 1
        office = at > last and self.low[at] in powerwords.OFFICES
        return office and self.low[first - 1] not in _PLACING

    def _verb_at(self, at: int) -> str:
        for _ in range(2):
            word = self.low[at]
            leads = word in _AUXILIARIES and self.low[at + 1] in _SAID_OR_DONE
            at += leads or word in _ADVERBS or word.endswith("ly")
        undergone = self.low[at + 1] in _UNDERGONE and "by" in self.low[at + 1 : at + 4]
        return "" if undergone else self.low[at]  # a headline's "X attacked by rebels"

    def _speaks(self, first: int, last: int) -> bool:
        """Tell whether the name says something: "Moscow said", but not "officials in Kyiv said"."""
        verb = self._verb_at(last)
        if verb in namewords.SAYING_VERBS:
            return self._is_subject(first)
        suffers = verb in ("was", "were") and self.low[last + 1] in namewords.SUFFERED
        # "People from X and Y fled": what "and" joins is no subject of its own.
        alone = self._is_subject(first) and self.low[first - 1] not in ("and", ",")
        return alone and (verb in namewords.HUMAN_VERBS or suffers or self._has_taken(last))

    def _has_taken(self, last: int) -> bool:
        """Tell whether the name is whose deed is told: "X has not captured a single village"."""
        at = last + 1 + (self.low[last + 1] in _NOT_YET)
        active = self.low[at] in _DEEDS and self.low[at + 1] not in (".", ",", "by")
        return self.low[last] in _AUXILIARIES and active

    def _is_subject(self, first: int) -> bool:
        return self.tokens.opens[first] or self.low[first - 1] in _BEFORE_SUBJECT

    def _acts(self, first: int, last: int) -> bool:
        """Tell whether a country or capital stands for its government."""
        before = self.low[first - 1]
        if before in powerwords.GIVING and self.low[last] in _GIFTS:
            return True  # "handing X its biggest gain"
        if self.tokens.opens[first] and self.low[last] == ",":
            return not self._suffers_behind(last)
        rules = self.low[last + (self.low[last] in _ADVERBS)] in _RULES
        bracket = self.low[last] == "(" and before in _BEFORE_SUBJECT
        if bracket or (rules and before in _RELATIVES):
            return True
        if self._joined_verb(last) in _SAID_OR_DONE and self._is_subject(first):
            return True
        if is_about_to(self.low, last):
            return before in namewords.SAYING_VERBS or self._is_subject(first)
        return self._is_one_of_many(first, last)

    def _suffers_behind(self, last: int) -> bool:
        """Tell whether something is done to it behind what describes it: "X, far off, was hit"."""
        behind = self.low[last + 1 : min(self.tokens.size, last + _DESCRIBED)]
        at = behind.index(",") + last + 2 if "," in behind else last
        has = self.low[at] in _AUXILIARIES and self.low[at + 1] == "been"
        return at > last and (has or self.low[at] in _IS_DONE_TO)

    def _joined_verb(self, last: int) -> str:
        """Return the verb after the name, over "and X"."""
        at = self._after_list(last)
        while at == last and self.tokens.loud[at - 1] and self.low[at] in ("and", ","):
            at = last = at + 2  # a headline has no runs: one word is one name
        return self._verb_at(at)

    def _is_one_of_many(self, first: int, last: int) -> bool:
        """Tell whether the name is one of three countries or more that do something together."""
        start, stop, count = first, last, 1
        while (last_of := self._joint_before(start)) and count <= _MOST_JOINED:
            start = last_of[0]
            count += 1
        while (next_of := self._joint_after(stop)) and count <= _MOST_JOINED:
            stop = next_of[1]
            count += 1
        before = self.low[start - 1 - (self.low[start - 1] == "the")]
        return count > 2 and (
            self.tokens.opens[start] or before in _BEFORE_SUBJECT or before in ("by", "with")
        )

    def _joint_before(self, first: int) -> tuple[int, int] | None:
        at = first - 1 - (self.low[first - 1] == "the")
        at -= self.low[at] in ("and", "or")
        at -= self.low[at] == ","
        if at == first - 1:
            return None
        runs = (run for run in self.runs_at(at) if run[1] == at + 1 and self._is_state(*run))
        return next(runs, None)

    def _joint_after(self, last: int) -> tuple[int, int] | None:
        at = last + (self.low[last] == ",")
        at += self.low[at] in ("and", "or")
        if at == last:
            return None
        at += self.low[at] == "the"
        runs = (run for run in self.runs_at(at) if run[0] == at and self._is_state(*run))
        return next(runs, None)


# Whoever stands before one of these is not told by it to act.
_TELL_NOTHING = frozenset(". ; : ) in on at to from near of for by with as after when".split())
_LAID = frozenset((*words.ROAD_WORDS, *words.PLURALS, *words.FEATURES))  # between two towns
_PLACING = namewords.LOCATIVE | {"over"}
_FOUGHT = frozenset(("battle", "war", "front", "siege"))
_OF_A_TOWN = frozenset("mayor governor prefect bishop archbishop resident".split())
_SAID_OR_DONE = namewords.SAYING_VERBS | powerwords.STATE_VERBS | namewords.HUMAN_VERBS
_EVENTS = frozenset(word for word in powerwords.EVENT_NOUNS if word.endswith("s"))
_BEFORE_SUBJECT = frozenset(
    ', and but that while as ; : — – -- which because although since after when if - " “ ”'
    " monday tuesday wednesday thursday friday saturday sunday yesterday step claim".split()
) | {"\n"}
