"""One sentence with everything found in it: actors, places, events, times, who speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from claims.claimants.attribution import Cue
from claims.claimants.speech import is_speech
from claims.events.sentences import clause_words
from claims.events.sentences.brackets import is_no_clause
from claims.events.sentences.closing import closing_comma, may_open
from claims.events.sentences.finite import is_finite, is_past
from claims.events.sentences.kept import kept
from claims.events.sentences.placed import Placed
from claims.events.sentences.second_subjects import second_subjects
from claims.events.sentences.statements import Statements, opens_none
from claims.events.spots.in_front import opens_in_front
from claims.events.spots.spot import Spot
from claims.fighters.actors import ActorMention
from claims.intake.peacetime import NO_TOPICS, Topic
from claims.lexicon import Trigger, lexicon
from claims.scene import scene
from claims.times.days_before import NO_DAYS, DaysBefore
from claims.times.time_mention import TimeMention
from claims.words import Sentence, Word, numbers_of
from gazetteer.wording.mentions import Mention

__all__ = ["Parsed"]

_SOON = 6  # words behind a place set in front in which its verb stands
_TOLD_THAT = 8  # words between "told" and its "that"
_TELLING = frozenset("tell tells told telling informed warned assured reminded by".split())
_STATE = 16  # words between ", with" and "under control"
_PARTICIPLE_REACH = 4  # words of "having also been driven"


# Not frozen, for two are made of every sentence: that would take four times as long.
@dataclass(kw_only=True, eq=False)
class Parsed:
    """A sentence and what was found in it, all with places in the report's text."""

    sentence: Sentence
    actors: tuple[ActorMention, ...] = ()
    places: tuple[Mention, ...] = ()
    spots: tuple[Spot, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    passed_over: tuple[Trigger, ...] = ()  # events of another time, or of no war
    times: tuple[TimeMention, ...] = ()
    cues: Sequence[Cue] = ()
    before: Placed | None = None  # the place that was named last before the sentence
    among: bool = False  # whether that was one of several in the sentence before
    days: DaysBefore = NO_DAYS  # that were told before it
    topics: frozenset[Topic] = NO_TOPICS  # of the report
    words: tuple[Word, ...] = field(init=False)
    lower: list[str] = field(init=False)  # the same in lower case
    passives: dict[Trigger, bool] = field(init=False, default_factory=dict)  # as they are asked for
    behind: dict[Trigger, list[Spot]] = field(init=False, default_factory=dict)  # likewise

    def __post_init__(self) -> None:
        # Taken over from the sentence: every rule asks for them.
        self.words, self.lower = self.sentence.words, self.sentence.lower

    @kept
    def statuses(self) -> tuple[Trigger, ...]:
        """The words of attempt, failure, plan and denial; looked for where something happens."""
        return lexicon().status_cues(self.sentence)

    @kept
    def armed(self) -> frozenset[int]:
        """The words that name those who fight."""
        spans = [self.sentence.words_in(m.start, m.end) for m in self.actors if m.armed]
        return frozenset(chain.from_iterable(spans))

    def word_at(self, place: int) -> int:
        """Return the number of the word that stands at a place of the text."""
        return bisect_right(self.sentence.starts, place, lo=1) - 1

    def clause(self, number: int) -> tuple[int, int]:
        """Return the first and last word number of the clause around a word."""
        return self._clauses[number] if 0 <= number < len(self.words) else (number, number)

    @kept
    def _clauses(self) -> list[tuple[int, int]]:
        """The clause of each word; it is asked for again and again by every event."""
        found: list[tuple[int, int]] = []
        edges = [-1, *self._cuts(), len(self.words)]
        for before, cut, after in zip(edges, edges[1:], [*edges[2:], -1], strict=False):
            found += [(before + 1, cut - 1)] * (cut - before - 1)
            found.append((before + 1, after - 1))  # a word that cuts belongs to both sides
        return found

    def _cuts(self) -> list[int]:
        """Return the words that end one clause and open another."""
        cuts = {*self._resumptions, *self.joints}
        if not clause_words.MAY_CUT.isdisjoint(self.sentence.held):
            cuts.update(filter(self._breaks, numbers_of(self.lower, clause_words.MAY_CUT)))
        return sorted(cuts)

    @kept
    def joints(self) -> frozenset[int]:
        """The words behind which a clause opens with a subject of its own: ", and rebels took"."""
        at = self.word_at
        return frozenset(second_subjects(self.lower, self.spots, self._events, self.armed, at))

    def interrupted(self, number: int) -> tuple[int, int] | None:
        """Return the clause that a relative one parts from its verb: "X, which lies on Y, was".

        It is asked for a word of the clause that goes on behind; None where nothing was parted.
        """
        low, _ = self.clause(number)
        if low < 1 or low - 1 not in self._resumptions:
            return None
        opener = self._resumptions[low - 1]
        return self.clause(opener - 2 if self.words[opener - 1].text == "," else opener - 1)

    @kept
    def _resumptions(self) -> dict[int, int]:
        """Where a main clause goes on behind a relative one: its auxiliary, and the pronoun.

        "The column which left X had been hit": "had" goes on with what "which" broke off.
        """
        found: dict[int, int] = {}
        if clause_words.RELATIVE.isdisjoint(self.sentence.held):
            return found
        first = next(numbers_of(self.lower, clause_words.RELATIVE), len(self.words))
        opener, verb = 0, False
        for number, word in enumerate(self.words[first:], first):
            if word.lower in clause_words.RELATIVE and self.relates(number):
                opener, verb = number, False
            elif opener and (word.text in clause_words.CLAUSE_MARKS or self._speaks_on(number)):
                opener = 0
            elif opener and verb and self._goes_on(number, opener):
                found[number] = opener
                opener = 0
            elif opener and number > opener:
                verb = (
                    verb
                    or is_finite(self.lower, self._events, self.armed, number)
                    or is_speech(word.lower)
                )
        return found

    def relates(self, number: int) -> bool:
        """Tell whether a pronoun tells of the noun before it, unlike "told X by phone that"."""
        before = self.words[number - 1] if number else None
        if before is None or self._inside_mention(self.words[number].start):
            return False
        if self.lower[number] == "that":
            lead = self.words[max(0, number - _TOLD_THAT) : number]
            # "Oru state that" is a land
            land = before.lower == "state" and self.words[number - 2].text[:1].isupper()
            told = any(is_speech(w.lower) for w in (lead[:-1] if land else lead))
            arms = number - 1 in self.armed or before.lower in scene().weapons
            if told and arms and _TELLING.isdisjoint(w.lower for w in lead):
                return True  # "said the rebels that attacked X fled"; "told the rebels that X fell"
            return (
                before.text[:1].isalnum() and before.lower not in clause_words.JOINED and not told
            )
        return before.text == "," or before.text[:1].isalnum()

    def _speaks_on(self, number: int) -> bool:
        """Tell whether somebody speaks of what follows; "whose presence X denies," closes.

        Nor is it speech of the clause that breaks off at a comma: "who took X, vowed to go on".
        """
        closes = self.lower[number + 1 : number + 2]
        ends = closes == [","] or (closes == ["to"] and self.lower[number - 1] == ",")
        return is_speech(self.lower[number]) and not ends

    def _goes_on(self, number: int, opener: int) -> bool:
        """Tell whether a main clause goes on at a word: its auxiliary, or a verb behind commas."""
        if (word := self.lower[number]) in clause_words.RESUMING:
            return self._resumes(number) and not self._closes(opener, number)
        parted = self.lower[opener - 1] == self.lower[number - 1] == ","
        return parted and (word in clause_words.LYING or is_past(self.lower, self._events, number))

    def _closes(self, opener: int, number: int) -> bool:
        """Tell whether a clause stands behind all of the main one: "shelled X, where shops"."""
        parted = self.lower[opener - 1] == "," != self.lower[number - 1]
        told = (t.first < opener and t.pattern.kind == "verb" for t in self._events)
        return self.lower[opener] == "where" and parted and any(told)

    def _resumes(self, number: int) -> bool:
        """Tell whether an auxiliary starts a predicate of its own, and no part of one before."""
        before = self.lower[number - 1]
        return before not in clause_words.NO_RESUMPTION and not before.endswith("ly")

    def following(self, trigger: Trigger) -> list[Trigger]:
        """Return what is worded behind an event, of this time or another, in order."""
        at = bisect_right(self._events, trigger.last, key=lambda t: t.first)
        return self._events[at:]

    @kept
    def _events(self) -> list[Trigger]:
        return sorted((*self.triggers, *self.passed_over), key=lambda t: t.first)

    def opener(self, number: int) -> str:
        """Return the word that opens the clause around a word ("which"), or empty at the start."""
        low, _ = self.clause(number)
        return self.lower[low - 1] if low > 0 else ""

    @kept
    def main_comma(self) -> int:
        """The comma that closes a clause set in front: "After X fell, the army shelled Y"."""
        fronted = opens_in_front(self.lower) or self._opens_with_participle()
        events = [t.first for t in self._events] if fronted else []
        if not fronted:
            return -1
        return closing_comma(self.lower, self._has_subject, self._is_place, events)

    def _is_place(self, number: int) -> bool:
        return number < len(self.words) and any(
            place.start == self.words[number].start for place in self.places
        )

    @kept
    def statements(self) -> Statements:
        """Where further statements with subjects of their own open."""
        return Statements.of(self.lower, self._events, self.armed, self.main_comma)

    def _opens_with_participle(self) -> bool:
        """Tell whether a sentence opens with what came before: "Driven from X, rebels"."""
        first = next((t for t in self.triggers if t.pattern.kind == "verb"), None)
        if first is None or first.first >= _PARTICIPLE_REACH:
            return False
        return self.lower[0] == "having" or first.first == 0

    def _has_subject(self, comma: int, stop: int) -> bool:
        """Tell whether a stretch behind a comma has a subject before its verb."""
        if not may_open(self.lower, comma):
            return False
        verbs = {t.first for t in self.triggers if t.pattern.kind == "verb"}
        behind = range(comma + 2, stop)
        told = verbs | {n for n in behind if self.lower[n] in clause_words.FINITE}
        return any(n in told or is_past(self.lower, self._events, n) for n in behind)

    def _breaks(self, number: int) -> bool:
        word = self.words[number]
        if word.text in clause_words.CLAUSE_MARKS or number == self.main_comma:
            inside = word.text in clause_words.LISTING and self._inside_mention(word.start)
            return not (inside or is_no_clause(self.lower, self.words, number))
        if word.lower in clause_words.CLAUSE_WORDS:
            return not (self._inside_mention(word.start) or opens_none(self.lower, number))
        return word.text == "," and self._participle_follows(number)

    def _participle_follows(self, number: int) -> bool:
        """Tell whether a comma opens a clause of its own: ", capturing ...", ", and took ..."."""
        first, second = (*self.lower[number + 1 : number + 3], "", "")[:2]
        state = first == "with" and self._state_soon(number)
        if state or (first == "and" and second == "in" and self._fronted(number)):
            return True
        for at, word in (number + 1, first), (number + 2, second):
            participle = word.endswith("ing") and len(word) > 5
            noun = at > number + 1 and first in clause_words.ARTICLES  # ", a mining town,"
            if noun or not participle or word in clause_words.NO_CLAUSE:
                continue
            if not self._inside_mention(self.words[at].start):
                return True  # but ", Oru and Bela" are towns
        soon = first in ("and", "but", "or") and self._verb_soon(number)
        return soon and not self._lists_on(number)

    def _lists_on(self, number: int) -> bool:
        """Tell whether a comma stands before the last of several subjects: "X, Y, and Z fell"."""
        told = any(t.first < number and t.pattern.kind == "verb" for t in self.triggers)
        ends = (self.word_at(s.mention.end - 1) for s in self.spots if not s.lead)
        return not told and number - 1 in ends and any(s.first == number + 2 for s in self.spots)

    def _fronted(self, number: int) -> bool:
        """Tell whether a clause opens with its place: ", and in X, government forces shelled Y"."""
        spot = next((s for s in self.spots if number < s.first <= number + 4), None)
        comma = self.word_at(spot.mention.end - 1) + 1 if spot else len(self.words)
        if self.lower[comma : comma + 1] != [","]:
            return False
        behind = self.lower[comma + 1 : comma + 2]
        verbs = (t.first for t in self.triggers if t.pattern.kind == "verb")
        soon = any(comma + 1 < first <= comma + _SOON for first in verbs)
        return soon and (clause_words.RELATIVE | clause_words.NO_SUBJECT).isdisjoint(behind)

    def _state_soon(self, number: int) -> bool:
        """Tell whether "with" opens how a place stands: ", with half of X under army control"."""
        return any(number < t.first <= number + _STATE and t.pattern.behind for t in self.triggers)

    def _verb_soon(self, number: int) -> bool:
        verbs = (t for t in self.triggers if t.pattern.kind == "verb")
        # "X, Y, and Z as rebels shelled W", "amid fighting": that verb is another clause's
        lead = enumerate(self.lower[number : number + _SOON])
        end = next((n for n, word in lead if word in clause_words.BESIDE), _SOON)
        near = (t for t in verbs if 0 < t.first - number <= end)
        return any(not (self._trails(t) or t.pattern.scheme == "shown") for t in near)

    def _trails(self, verb: Trigger) -> bool:
        """Tell whether a participle goes on behind a list: "X, and Y, leaving Z"."""
        return verb.form.endswith("ing") and self.lower[verb.first - 1] == ","

    def _inside_mention(self, place: int) -> bool:
        return any(m.start <= place < m.end for m in self.places)
