"""The words of movement, control, contact and fires, read from ``lexicon.yaml`` and inflected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import compress, count, repeat
from operator import contains

from claims.claim import Action
from claims.gaps import ADVERBS, leads_to_a_time, match
from claims.number_words import TWO_TO_TEN
from claims.openings import closes_opening, is_driven, is_noun
from claims.overlaps import longest, without_shots
from claims.patterns import (
    Pattern,
    PatternIndex,
    Trigger,
    by_first,
    gerund_patterns,
    idiom_patterns,
    noun_patterns,
    state_patterns,
    status_patterns,
    verb_patterns,
)
from claims.words import Sentence, numbers_of
from claims.yaml_text import load_yaml

__all__ = ["Lexicon", "Trigger", "lexicon"]

_DID = frozenset("killed wounded injured hit struck destroyed damaged left targeted".split())
# "Troops march on X", "troops backed by air strikes push into X": of many, no noun follows.
_MOVES = frozenset("push march drive advance thrust".split())
_MANY = frozenset(
    """
    troops forces soldiers fighters rebels militants insurgents guerrillas militias militiamen men
    paratroopers marines tanks strikes airstrikes raids warplanes jets helicopters drones allies
    """.split()
)
_BEHIND = 4  # words within which an event named by a noun follows the word that it needs
_AUXILIARIES = frozenset(
    "is are was were be been being am began begun started continued kept resumed stopped".split()
)
_BEFORE_VERB = frozenset("to not will would could may might must can they we who which".split())
_DETERMINERS = frozenset("the a an this that these those its their our his several some".split())
_RANKS = frozenset("such first second third fourth fifth sixth last major worst".split())
_MOST = ("iest", "rgest", "ggest", "ngest", "atest", "rcest", "oldest", "ewest")  # no "west"
_BEFORE_NOUN = _DETERMINERS | frozenset("in of to into from near around toward towards".split())
_ONWARD = frozenset("on to into toward towards against within through in near".split())
_ONE = frozenset(("a", "an"))
_COUNTS = TWO_TO_TEN.union(("several", "many"))
_UNITS = frozenset(
    "km kilometres kilometers miles metres meters hours days weeks months years other".split()
)
_VERBAL = frozenset("back off out to for their its alongside each one".split())  # behind "fighting"
_AFTER_NOUN = frozenset(
    """
    by of on in near against from and , . ; : at around between to was were is are has have had
    will began begins continued continues failed fails killed kills wounded came left hit continue
    erupted erupt broke raged rage resumed resume intensified intensify persist go went
    """.split()
)


_HELD = Pattern(words=(), action=Action.HOLD, kind="held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Patterns by their first word, adjectives of who holds a place, and how verbs are formed."""

    events: PatternIndex
    statuses: PatternIndex
    held: frozenset[str]
    states: dict[str, Pattern]
    pasts: frozenset[str]  # irregular ones

    def is_past(self, word: str) -> bool:
        """Tell whether a verb is in a past form: "seized", "took"."""
        return word.endswith("ed") or word in self.pasts

    def triggers(
        self, sentence: Sentence, taken: frozenset[int] = frozenset()
    ) -> tuple[Trigger, ...]:
        """Return the events worded in a sentence, left to right; the longest match wins.

        No event starts at a word whose number is ``taken`` (it names an actor or a place). Where a
        word may be verb or noun ("attack", "shelling"), the words around it decide.
        """
        words = sentence.lower
        found = [
            t
            for t in _matches(self.events, sentence)
            if _is_free(t, taken) and not (_is_troops(t, words, taken) or is_noun(t, sentence))
            if not is_driven(t, words)
        ]
        firsts = [t.first for t in found]
        if len({*firsts}) < len(found):  # else no word is read in two ways
            found = [
                t
                for t in found
                if firsts.count(t.first) == 1 or not _other_kind(t, found, words, taken)
            ]
        stated = {t.first for t in found if t.pattern.behind}
        if stated:  # "under the control of X" is a state of the place, "control of X" none
            found = [t for t in found if t.pattern.behind or not _names(t, stated)]
        told = without_shots([t for t in longest(found) if t.pattern.kind != "idiom"])
        led = {t.first for t in told}  # "went on to take X" tells of the taking
        told = [t for t in told if not (t.last + 1 in led and _leads_on(t, words))]
        return tuple(sorted((*told, *self._held(sentence)), key=lambda t: t.first))

    def _held(self, sentence: Sentence) -> Iterator[Trigger]:
        """Yield the adjectives that say who holds a place: "government-held"."""
        words = sentence.lower
        if "-" not in sentence.text and self.states.keys().isdisjoint(sentence.held):
            return
        joined = compress(count(), map(contains, words, repeat("-")))
        for number in sorted({*joined, *numbers_of(words, self.states)}):
            form = words[number]
            if "-" in form and self._names_holder(form):
                yield Trigger(pattern=_HELD, first=number, last=number, form=form)
            elif form in self.states and _describes(words, number):
                yield Trigger(pattern=self.states[form], first=number, last=number, form=form)

    def _names_holder(self, form: str) -> bool:
        holder, _, end = form.rpartition("-")
        return bool(holder) and end in self.held

    def status_cues(self, sentence: Sentence) -> tuple[Trigger, ...]:
        """Return the words of attempt, failure, plan and denial in a sentence."""
        return tuple(longest(_matches(self.statuses, sentence)))


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon."""
    rows = load_yaml((files("claims") / "lexicon.yaml").read_text(encoding="utf-8"))
    sets = {f"@{name}": frozenset(words) for name, words in rows["sets"].items()}
    irregular = {base: frozenset(forms) for base, forms in rows["irregular"].items()} | sets
    nouns = tuple(noun_patterns(rows["nouns"], sets))
    named = frozenset(by_first(nouns))
    return Lexicon(
        events=by_first(
            (
                *verb_patterns(rows["verbs"], irregular),
                *nouns,
                *gerund_patterns(rows["verbs"], irregular, named),
                *idiom_patterns(rows["idioms"], irregular),
            )
        ),
        statuses=by_first(status_patterns(rows["status"], irregular)),
        held=frozenset(rows["held"]),
        states=state_patterns(rows["states"]),
        pasts=frozenset(
            form
            for base, forms in rows["irregular"].items()
            for form in forms
            if form != base and not form.endswith(("ing", "s"))
        ),
    )


def _matches(index: PatternIndex, sentence: Sentence) -> Iterator[Trigger]:
    lower, held = sentence.lower, sentence.held
    for number in numbers_of(lower, index):
        form = lower[number]
        for pattern in index[form].met(held):
            if pattern.behind and pattern.behind.isdisjoint(
                lower[max(0, number - _BEHIND) : number]
            ):
                continue
            met = match(pattern, lower, number) if pattern.size > 1 else (number, None)
            if met and not leads_to_a_time(lower, met[0]):
                yield Trigger(pattern, number, met[0], form, met[1])


def _describes(words: Sequence[str], number: int) -> bool:
    """Tell whether a participle stands before its noun: "the besieged town", "in besieged X"."""
    return number > 0 and words[number - 1] in _BEFORE_NOUN


def _counts(words: Sequence[str], trigger: Trigger) -> bool:
    """Tell whether a number of objects follows: "capture three villages", no "15 km from X"."""
    count, *unit = words[trigger.first + 1 : trigger.first + 3] or [""]
    return (count in _COUNTS or count.isdigit()) and bool(unit) and unit[0] not in _UNITS


def _leads_on(trigger: Trigger, words: Sequence[str]) -> bool:
    """Tell whether a verb only says that its subject went on to do what follows."""
    return words[trigger.last - 1 : trigger.last + 1] == ["on", "to"]


def _is_free(trigger: Trigger, taken: frozenset[int]) -> bool:
    """Tell whether a trigger is no part of a name; "drone attack" may start with one."""
    noun = trigger.pattern.kind == "noun" and trigger.last > trigger.first
    return (trigger.last if noun else trigger.first) not in taken


def _names(trigger: Trigger, numbers: set[int]) -> bool:
    """Tell whether a noun of several words holds one of the words."""
    words = range(trigger.first, trigger.last + 1)
    return trigger.pattern.kind == "noun" and not numbers.isdisjoint(words)


def _is_troops(trigger: Trigger, words: Sequence[str], taken: frozenset[int]) -> bool:
    """Tell whether "force" is the noun: the verb has its object right behind it."""
    if trigger.form not in ("force", "forces"):
        return False
    number = trigger.first + 1
    led = number in taken or (number < len(words) and words[number] in _DETERMINERS)
    headed = trigger.form == "force" and words[trigger.first - 1] not in _BEFORE_VERB
    return not led and (trigger.form == "forces" or (headed and trigger.first > 0))


def _other_kind(
    trigger: Trigger, found: Sequence[Trigger], words: Sequence[str], taken: frozenset[int]
) -> bool:
    """Tell whether a trigger takes a noun for a verb or a verb for a noun."""
    rivals = {t.pattern.kind for t in found if t.first == trigger.first} - {"idiom"}
    if trigger.pattern.kind == "idiom" or rivals != {"verb", "noun"}:
        return False
    verb = trigger.form == "under" or _is_verb(trigger, words, taken)  # "under fire were X and Y"
    verb = verb or _goes_on(trigger, found, words)
    opens = verb and closes_opening(words, trigger.first, trigger.last, taken, lexicon().is_past)
    verb = verb and not opens
    return trigger.pattern.kind != ("verb" if verb else "noun")


def _goes_on(trigger: Trigger, found: Sequence[Trigger], words: Sequence[str]) -> bool:
    """Tell whether a verb of the present goes on with one before it: "take X and advance on Y"."""
    first = trigger.first
    onward = set(words[first + 1 : first + 2]) & _ONWARD
    if not onward or words[first - 1 : first] != ["and"]:
        return False
    verbs = (t for t in found if t.pattern.kind == "verb" and t.first == t.last < first - 1)
    return any(
        not t.form.endswith(("ed", "ing")) and t.form.endswith("s") == trigger.form.endswith("s")
        for t in verbs
    )


def _moves_on(trigger: Trigger, words: Sequence[str]) -> bool:
    """Tell whether many move on who were told of further off: "who crossed at X push on to Y"."""
    onward = words[trigger.first + 1 : trigger.first + 3] == ["on", "to"]
    return onward and _DETERMINERS.isdisjoint(words[max(0, trigger.first - 2) : trigger.first])


def _is_verb(trigger: Trigger, words: Sequence[str], taken: frozenset[int]) -> bool:
    """Tell whether a word that may be either is a verb here, from the words to both sides."""
    number = trigger.first - 1
    while number > 0 and (words[number] in ADVERBS or words[number].endswith("ly")):
        number -= 1
    before = words[number] if number >= 0 else ""
    after = words[trigger.first + 1] if trigger.first + 1 < len(words) else "."
    behind = words[trigger.last + 2 : trigger.last + 4]
    under = trigger.form == "control" and "under" in words[max(0, number - 2) : number + 1]
    told = after in ("that", "which")
    did = told and not _DID.isdisjoint(behind[:1])
    alone = (told and before not in _AUXILIARIES) or (after == "for" and before in ("", ","))
    fought = trigger.form == "fighting" and alone
    many = before == "to" and trigger.form.endswith("s") and not trigger.form.endswith("ss")
    if (
        did or fought or under or many or before == "whose"
    ):  # "in response to attacks"; "has been under X control since May"
        # "In the east, fighting for X entered its third day", "died in fighting that began at X"
        return False
    if trigger.form.endswith("ing"):
        leads = after in _DETERMINERS or trigger.first + 1 in taken or after in _VERBAL
        if before in _AUXILIARIES and "there" in words[max(0, number - 2) : number]:
            return False  # "There has been fighting in X"
        return before in _AUXILIARIES or (leads and before not in _DETERMINERS)
    moves = trigger.form in _MOVES and (
        before in _MANY or (before == "," and after in _ONWARD) or _moves_on(trigger, words)
    )
    if trigger.form.endswith("ed") or before in _BEFORE_VERB or moves:
        return True
    follows_actor = trigger.first - 1 in taken and after not in _AFTER_NOUN
    # "Two X attacks were beaten back": two of them do not "attacks".
    lead = words[trigger.first - 2] if trigger.first > 1 else ""
    counted = trigger.form.endswith("s") and (lead in _COUNTS or lead.isdigit())
    # "A rebel push towards X": one force would "push" with an "s".
    one = not trigger.form.endswith("s") and not _ONE.isdisjoint(words[max(0, number - 2) : number])
    follows_actor = follows_actor and not (counted or (one and trigger.form != "thrust"))
    leads_object = after in _DETERMINERS or trigger.first + 1 in taken or _counts(words, trigger)
    if before == "that":
        return leads_object  # "a force that attacks X", but "said that attacks took place"
    # "The third such attack this month", "the deadliest raid this year"
    ranked = before in _RANKS or before.endswith(_MOST)
    return follows_actor or (leads_object and before not in _DETERMINERS and not ranked)
