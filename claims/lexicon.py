"""The words of movement, control, contact and fires, read from ``lexicon.yaml`` and inflected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import compress, count, repeat
from operator import contains

from claims.claim import Action
from claims.number_words import TWO_TO_TEN
from claims.overlaps import longest, without_shots
from claims.patterns import (
    NARROW,
    Pattern,
    PatternIndex,
    Trigger,
    by_first,
    idiom_patterns,
    noun_patterns,
    state_patterns,
    status_patterns,
    verb_patterns,
)
from claims.words import Sentence, numbers_of
from claims.yaml_text import load_yaml

__all__ = ["Lexicon", "Trigger", "lexicon"]

_STOP = frozenset(".;:!?—–")
_RELATES = (["which"], ["who"], ["where"], ["whose"], ["thus"])
_TIMED = frozenset("on in at".split())
_TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december dawn dusk night noon midnight midday
    morning afternoon evening
    """.split()
)
_ADVERBS = frozenset("now still also already just again reportedly once then firmly".split())
_COMPASS = frozenset(
    f"{way}{end}"
    for way in (
        "north south east west northeast northwest southeast southwest north-east north-west"
        " south-east south-west"
    ).split()
    for end in ("", "ward", "wards")
)
_DID = frozenset("killed wounded injured hit struck destroyed damaged left targeted".split())
_TOLD_OF = frozenset(
    "began erupted broke started raged flared resumed"
    " begins erupts breaks starts rages resumes".split()
)
_WAYS = frozenset("to toward towards into along through on past across from".split())
_BEHIND = 4  # words within which an event named by a noun follows the word that it needs
_AUXILIARIES = frozenset(
    "is are was were be been being am began begun started continued kept resumed stopped".split()
)
_BEFORE_VERB = frozenset("to not will would could may might must can they we who which".split())
_DETERMINERS = frozenset("the a an this that these those its their our his several some".split())
_BEFORE_NOUN = _DETERMINERS | frozenset("in of to into from near around toward towards".split())
_ONWARD = frozenset("on to into toward towards against within through in near".split())
_QUOTES = (['"'], ["“"], ["”"])
_ONE = frozenset(("a", "an"))
_COUNTS = TWO_TO_TEN.union(("several", "many"))
_VERBAL = frozenset("back off out to for their its alongside each one".split())  # behind "fighting"
_AFTER_NOUN = frozenset(
    """
    by of on in near against from and , . ; : at around with between to was were is are has have had
    will began begins continued continues failed fails killed kills wounded came left hit continue
    erupted erupt broke raged rage resumed resume intensified intensify persist go went
    """.split()
)


_HELD = Pattern(words=(), action=Action.HOLD, kind="held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Patterns by the first word they may start with, and adjectives of who holds a place."""

    events: PatternIndex
    statuses: PatternIndex
    held: frozenset[str]
    states: dict[str, Pattern]

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
            if _is_free(t, taken) and not _is_troops(t, words, taken)
        ]
        if len({t.first for t in found}) < len(found):  # else no word is read in two ways
            found = [t for t in found if not _other_kind(t, found, words, taken)]
        stated = {t.first for t in found if t.pattern.behind}
        if stated:  # "under the control of X" is a state of the place, "control of X" none
            found = [t for t in found if t.pattern.behind or not _names(t, stated)]
        told = without_shots([t for t in longest(found) if t.pattern.kind != "idiom"])
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
    irregular = {base: frozenset(forms) for base, forms in rows["irregular"].items()}
    return Lexicon(
        events=by_first(
            (
                *verb_patterns(rows["verbs"], irregular),
                *noun_patterns(rows["nouns"]),
                *idiom_patterns(rows["idioms"], irregular),
            )
        ),
        statuses=by_first(status_patterns(rows["status"], irregular)),
        held=frozenset(rows["held"]),
        states=state_patterns(rows["states"]),
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
            met = _match(pattern, lower, number)
            if met and not _leads_to_a_time(lower, met[0]):
                yield Trigger(pattern, number, met[0], form, met[1])


def _leads_to_a_time(lower: Sequence[str], last: int) -> bool:
    """Tell whether a pattern's last word only says when: "fell on Monday", not "fell on X"."""
    if lower[last] not in _TIMED:
        return False
    after = next((word for word in lower[last + 1 : last + 3] if word != "the"), "")
    return after in _TIMES or after[:1].isdecimal()


def _match(
    pattern: Pattern, lower: Sequence[str], first: int
) -> tuple[int, tuple[int, int] | None] | None:
    """Return the number of the last word of the match and the gap it spans, or None."""
    position, gap, room = first, None, 0
    for form in pattern.words[1:]:
        if isinstance(form, int):
            room += form  # "* *" is a gap twice as long
            continue
        hit = _next(form, lower, position + 1, room)
        if hit is None:
            return None
        if hit > position + 1:
            gap = (position + 1, hit)
        position, room = hit, 0
    return position, gap


def _next(form: frozenset[str], lower: Sequence[str], start: int, room: int) -> int | None:
    """Return where one of the forms stands within so many words, no stop in between.

    An adverb may stand anywhere: "are now within", "pressed north towards".
    """
    if not room and lower[start : start + 1] in _QUOTES and form & {"of", "in", "at"}:
        start += 1  # the "complete liberation" of X, were "in full retreat"
    if not room and start < len(lower) and lower[start] not in form:
        way = lower[start] in _COMPASS and not _WAYS.isdisjoint(form)
        start += way or lower[start] in _ADVERBS
    for number in range(start, min(start + room + 1, len(lower))):
        if lower[number] in form:
            return number
        if lower[number] in _STOP or (lower[number] == "," and _closes(lower, number, room)):
            return None
    return None


def _closes(lower: Sequence[str], comma: int, room: int) -> bool:
    """Tell whether a gap ends at a comma: a wide one does where "which" tells of what it holds."""
    return room == NARROW or lower[comma + 1 : comma + 2] in _RELATES


def _describes(words: Sequence[str], number: int) -> bool:
    """Tell whether a participle stands before its noun: "the besieged town", "in besieged X"."""
    return number > 0 and words[number - 1] in _BEFORE_NOUN


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


def _is_verb(trigger: Trigger, words: Sequence[str], taken: frozenset[int]) -> bool:
    """Tell whether a word that may be either is a verb here, from the words to both sides."""
    number = trigger.first - 1
    while number > 0 and (words[number] in _ADVERBS or words[number].endswith("ly")):
        number -= 1
    before = words[number] if number >= 0 else ""
    after = words[trigger.first + 1] if trigger.first + 1 < len(words) else "."
    behind = words[trigger.last + 2 : trigger.last + 4]
    dated = after in ("that", "which") and not _TOLD_OF.isdisjoint(behind)
    under = trigger.form == "control" and "under" in words[max(0, number - 2) : number + 1]
    did = after in ("that", "which") and not _DID.isdisjoint(behind[:1])
    fought = trigger.form == "fighting" and (dated or (after == "for" and before in ("", ",")))
    if did or fought or under:  # "has been under X control since May"
        # "In the east, fighting for X entered its third day", "died in fighting that began at X"
        return False
    if trigger.form.endswith("ing"):
        leads = after in _DETERMINERS or trigger.first + 1 in taken or after in _VERBAL
        if before in _AUXILIARIES and "there" in words[max(0, number - 2) : number]:
            return False  # "There has been fighting in X"
        return before in _AUXILIARIES or (leads and before not in _DETERMINERS)
    if trigger.form.endswith("ed") or before in _BEFORE_VERB:
        return True
    follows_actor = trigger.first - 1 in taken and after not in _AFTER_NOUN - {"with"}
    # "Two X attacks were beaten back": two of them do not "attacks".
    lead = words[trigger.first - 2] if trigger.first > 1 else ""
    counted = trigger.form.endswith("s") and (lead in _COUNTS or lead.isdigit())
    # "A rebel push towards X": one force would "push" with an "s".
    one = not trigger.form.endswith("s") and not _ONE.isdisjoint(words[max(0, number - 2) : number])
    follows_actor = follows_actor and not (counted or (one and trigger.form != "thrust"))
    leads_object = after in _DETERMINERS or trigger.first + 1 in taken
    if before == "that":
        return leads_object  # "a force that attacks X", but "said that attacks took place"
    return follows_actor or (leads_object and before not in _DETERMINERS)
