"""The words of movement, control, contact and fires, read from ``lexicon.yaml`` and inflected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.claim import Action
from claims.words import Word
from claims.yaml_text import load_yaml

__all__ = ["Lexicon", "Pattern", "Trigger", "lexicon"]

_GAP = 7  # words that "*" may stand for at most; it may stand for none
_STOP = frozenset(".;:!?—–")
_VOWELS = "aeiou"
_AUXILIARIES = frozenset("is are was were be been being am began begun started continued".split())
_BEFORE_VERB = frozenset("to will would could may might must can they we who which that".split())
_DETERMINERS = frozenset("the a an this that these those its their our his several some".split())
_AFTER_NOUN = frozenset("by of on in near against from and , . ; at around with between".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One entry: the words in order ("*" is a gap), what it means and how it takes its roles."""

    words: tuple[frozenset[str] | None, ...]
    action: Action | None = None
    kind: str = "verb"
    scheme: str = "subject"
    place: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A pattern met in a sentence: word numbers ``[first, last]``, form of its first word."""

    pattern: Pattern
    first: int
    last: int
    form: str
    gap: tuple[int, int] | None = None


_HELD = Pattern(words=(), action=Action.HOLD, kind="held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Patterns by the first word they may start with."""

    events: dict[str, tuple[Pattern, ...]]
    statuses: dict[str, tuple[Pattern, ...]]
    held: frozenset[str]

    def triggers(
        self, words: Sequence[Word], taken: frozenset[int] = frozenset()
    ) -> tuple[Trigger, ...]:
        """Return the events worded in a sentence, left to right; the longest match wins.

        No event starts at a word whose number is ``taken`` (it names an actor or a place). Where a
        word may be verb or noun ("attack", "shelling"), the words around it decide.
        """
        found = [t for t in _matches(self.events, words) if t.first not in taken]
        events = [t for t in found if not _other_kind(t, found, words, taken)]
        return tuple(sorted((*_longest(events), *self._held(words)), key=lambda t: t.first))

    def _held(self, words: Sequence[Word]) -> Iterator[Trigger]:
        """Yield the adjectives that say who holds a place: "government-held"."""
        for number, word in enumerate(words):
            holder, _, end = word.lower.rpartition("-")
            if holder and end in self.held:
                yield Trigger(pattern=_HELD, first=number, last=number, form=word.lower)

    def status_cues(self, words: Sequence[Word]) -> tuple[Trigger, ...]:
        """Return the words of attempt, failure, plan and denial in a sentence."""
        return tuple(_longest(_matches(self.statuses, words)))


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon."""
    rows = load_yaml((files("claims") / "lexicon.yaml").read_text(encoding="utf-8"))
    irregular = {base: frozenset(forms) for base, forms in rows["irregular"].items()}
    events = [*_verb_patterns(rows["verbs"], irregular), *_noun_patterns(rows["nouns"])]
    statuses = [
        Pattern(words=_compile(text, irregular), status=status, kind="status")
        for status, texts in rows["status"].items()
        for text in texts
    ]
    return Lexicon(
        events=_by_first(events), statuses=_by_first(statuses), held=frozenset(rows["held"])
    )


def _verb_patterns(
    groups: Iterable[dict[str, Any]], irregular: dict[str, frozenset[str]]
) -> Iterator[Pattern]:
    for group in groups:
        for text in group["words"]:
            yield Pattern(
                words=_compile(text, irregular),
                action=Action(group["action"]),
                scheme=group.get("scheme", "subject"),
                place=group.get("place", ""),
            )


def _noun_patterns(groups: Iterable[dict[str, Any]]) -> Iterator[Pattern]:
    for group in groups:
        for text in group["words"]:
            words = tuple(frozenset((word,)) for word in text.split())
            yield Pattern(
                words=words,
                action=Action(group["action"]),
                kind="noun",
                place=group.get("place", ""),
            )


def _compile(text: str, irregular: dict[str, frozenset[str]]) -> tuple[frozenset[str] | None, ...]:
    first, *rest = text.split()
    opening = inflect(first, irregular.get(first, frozenset()))
    return (opening, *(_further(word, irregular) for word in rest))


def _further(word: str, irregular: dict[str, frozenset[str]]) -> frozenset[str] | None:
    """Return the forms of a word behind the first, None for a gap; only irregular verbs inflect."""
    if word == "*":
        return None
    return inflect(word, irregular[word]) if word in irregular else frozenset((word,))


def inflect(base: str, irregular: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the forms of an English verb: "carry", "carries", "carried", "carrying".

    Examples
    --------
    >>> sorted(inflect("seize"))
    ['seize', 'seized', 'seizes', 'seizing']
    """
    if base.endswith(("s", "x", "ch", "sh", "z")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    stem = base[:-1] if base.endswith("e") else base
    past = base[:-1] + "ied" if base.endswith("y") and base[-2] not in _VOWELS else stem + "ed"
    return frozenset((base, third, past, stem + "ing")) | irregular


def _by_first(patterns: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for form in pattern.words[0] or ():
            index.setdefault(form, []).append(pattern)
    return {form: tuple(found) for form, found in index.items()}


def _matches(index: dict[str, tuple[Pattern, ...]], words: Sequence[Word]) -> Iterator[Trigger]:
    for number, word in enumerate(words):
        for pattern in index.get(word.lower, ()):
            met = _match(pattern, words, number)
            if met:
                yield Trigger(
                    pattern=pattern, first=number, last=met[0], form=word.lower, gap=met[1]
                )


def _match(
    pattern: Pattern, words: Sequence[Word], first: int
) -> tuple[int, tuple[int, int] | None] | None:
    """Return the number of the last word of the match and the gap it spans, or None."""
    position, gap = first, None
    pending_gap = False
    for form in pattern.words[1:]:
        if form is None:
            pending_gap = True
            continue
        limit = position + (_GAP if pending_gap else 0) + 1
        start = position + 1
        hit = next(
            (i for i in range(start, min(limit + 1, len(words))) if words[i].lower in form), None
        )
        if hit is None or any(words[i].text in _STOP for i in range(position + 1, hit)):
            return None
        if hit > position + 1:
            if not pending_gap:
                return None
            gap = (position + 1, hit)
        position, pending_gap = hit, False
    return position, gap


def _other_kind(
    trigger: Trigger, found: Sequence[Trigger], words: Sequence[Word], taken: frozenset[int]
) -> bool:
    """Tell whether a trigger takes a noun for a verb or a verb for a noun."""
    rivals = {t.pattern.kind for t in found if t.first == trigger.first}
    if rivals != {"verb", "noun"}:
        return False
    return trigger.pattern.kind != ("verb" if _is_verb(trigger, words, taken) else "noun")


def _is_verb(trigger: Trigger, words: Sequence[Word], taken: frozenset[int]) -> bool:
    """Tell whether a word that may be either is a verb here, from the words to both sides."""
    before = words[trigger.first - 1].lower if trigger.first else ""
    after = words[trigger.first + 1].lower if trigger.first + 1 < len(words) else "."
    if trigger.form.endswith("ing"):
        return before in _AUXILIARIES or after not in _AFTER_NOUN
    if trigger.form.endswith("ed") or before in _BEFORE_VERB:
        return True
    follows_actor = trigger.first - 1 in taken and after not in _AFTER_NOUN - {"with"}
    leads_object = after in _DETERMINERS or trigger.first + 1 in taken
    return follows_actor or (leads_object and before not in _DETERMINERS)


def _longest(triggers: Iterable[Trigger]) -> Iterator[Trigger]:
    """Keep the triggers that start no inside another's own words; a gap may hold another."""
    taken: set[int] = set()
    ordered = sorted(
        triggers,
        key=lambda t: (
            -sum(w is not None for w in t.pattern.words),
            t.first,
            t.pattern.place == "any",
        ),
    )
    kept = []
    for trigger in ordered:
        own = set(range(trigger.first, trigger.last + 1)) - set(range(*(trigger.gap or (0, 0))))
        if own & taken:
            continue
        taken |= own
        kept.append(trigger)
    yield from sorted(kept, key=lambda t: t.first)
