"""Entries of the lexicon as patterns of words: verbs inflected, gaps measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from claims.claim import Action

__all__ = [
    "NARROW",
    "Pattern",
    "PatternIndex",
    "Trigger",
    "by_first",
    "gerund_patterns",
    "idiom_patterns",
    "inflect",
    "noun_patterns",
    "state_patterns",
    "status_patterns",
    "verb_patterns",
]

NARROW = 3  # words that "_" may stand for; none of them a comma
_GAP = 7  # words that "*" may stand for at most; it may stand for none
_GAPS = {"*": _GAP, "_": NARROW}
_SHORT = re.compile(r"^[^aeiou]*[aeiou][bdglmnprt]$")
_MADE_NOUNS = dict.fromkeys(("capture", "recapture", "encircle"), "near")
_MADE_NOUNS |= dict.fromkeys(("strike", "attack"), "any")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pattern:
    """One entry: the words in order ("*" and "_" are gaps), what it means, what it asks for.

    Each is itself alone and equal to no other, so that what a sentence holds is quickly told apart.

    ``armed`` asks for a subject that fights, ``place`` for a place near by or somewhere in the
    sentence, ``behind`` for one of these words shortly before; ``status`` is what its words alone
    say of an event.
    """

    words: tuple[frozenset[str] | int, ...]
    action: Action | None = None
    kind: str = "verb"
    scheme: str = "subject"
    armed: bool = False
    place: str = ""
    behind: frozenset[str] = frozenset()
    status: str = ""
    size: int = field(init=False)  # its words without the gaps
    further: tuple[tuple[int, frozenset[str]], ...] = field(init=False)  # behind gaps so long

    def __post_init__(self) -> None:
        size = sum(isinstance(word, frozenset) for word in self.words)
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "further", tuple(_with_gaps(self.words[1:])))


def _with_gaps(
    words: Iterable[frozenset[str] | int],
) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield each word with how many others may stand before it; "* *" is a gap twice as long."""
    room = 0
    for word in words:
        if isinstance(word, int):
            room += word
        else:
            yield room, word
            room = 0


# No named tuple and not frozen: it is made by the dozen, and read by every rule.
@dataclass(slots=True, eq=False)
class Trigger:
    """A pattern met in a sentence: word numbers ``[first, last]``, form of its first word.

    Each is itself alone and equal to no other.
    """

    pattern: Pattern
    first: int
    last: int
    form: str
    gap: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The patterns that a word opens: of that word alone, and those that need a further one.

    A sentence must hold a form of one certain word for each of these: ``telling`` are all such
    forms, and ``led`` are the numbers of the patterns that each of them may stand for. ``beside``
    are the patterns, those of the word alone as well, where one such form is held and no other.
    """

    alone: tuple[Pattern, ...]
    further: tuple[Pattern, ...]
    telling: frozenset[str]
    led: dict[str, tuple[int, ...]]
    beside: dict[str, tuple[Pattern, ...]]

    def met(self, held: frozenset[str]) -> tuple[Pattern, ...]:
        """Return the patterns that a sentence of these words may hold, which are few."""
        told = self.telling & held
        if not told:
            return self.alone
        if len(told) == 1:
            return self.beside[next(iter(told))]
        numbers = {*chain.from_iterable(map(self.led.__getitem__, told))}
        return (*self.alone, *map(self.further.__getitem__, sorted(numbers)))


PatternIndex = dict[str, Opened]
"""Patterns by the forms of their first word."""


def verb_patterns(
    groups: Iterable[dict[str, Any]], irregular: dict[str, frozenset[str]]
) -> Iterator[Pattern]:
    """Return the verbs of the lexicon as patterns."""
    for group in groups:
        for text in group["words"]:
            yield Pattern(
                words=_compiled(text, irregular),
                action=Action(group["action"]),
                scheme=group.get("scheme", "subject"),
                armed=group.get("subject") == "armed",
                place=group.get("place", ""),
                status=group.get("status", ""),
            )


def noun_patterns(
    groups: Iterable[dict[str, Any]], sets: dict[str, frozenset[str]]
) -> Iterator[Pattern]:
    """Return the nouns of the lexicon as patterns."""
    for group in groups:
        for text in group["words"]:
            yield Pattern(
                words=tuple(
                    _GAPS.get(word) or sets.get(word) or frozenset((word,)) for word in text.split()
                ),
                action=Action(group["action"]),
                kind="noun",
                place=group.get("place", ""),
                behind=frozenset(group.get("behind", ())),
            )


def gerund_patterns(
    groups: Iterable[dict[str, Any]], irregular: dict[str, frozenset[str]], nouns: frozenset[str]
) -> Iterator[Pattern]:
    """Return what verbs make nouns of: "the overrunning of X", unless they are in ``nouns``.

    What is taken is a place right behind, what is fired at may be anything.
    """
    for group in groups:
        plain = group.get("scheme", "subject") == "subject"
        place = _MADE_NOUNS.get(group["action"]) if plain else None
        for text in filter(str.isalpha, group["words"] if place else ()):
            forms = inflect(text, irregular.get(text, frozenset())) - nouns
            made = frozenset(f for f in forms if f.endswith("ing") and f != "killing")
            if made and place:
                yield Pattern(
                    words=(made, frozenset(("of",))),
                    action=Action(group["action"]),
                    kind="noun",
                    place=place,
                )


def _compiled(text: str, irregular: dict[str, frozenset[str]]) -> tuple[frozenset[str] | int, ...]:
    first, *rest = text.split()
    verbs = irregular[first] if first.startswith("@") else (first,)
    opening = frozenset[str]().union(*(inflect(v, irregular.get(v, frozenset())) for v in verbs))
    return (opening, *(_further(word, irregular) for word in rest))


def _further(word: str, irregular: dict[str, frozenset[str]]) -> frozenset[str] | int:
    """Return the forms of a word behind the first, or the length of a gap.

    Only verbs with irregular forms inflect there; "@" names a set of words.
    """
    if word in _GAPS:
        return _GAPS[word]
    if word.startswith("@"):
        return irregular[word]
    return inflect(word, irregular[word]) if word in irregular else frozenset((word,))


def inflect(base: str, irregular: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the forms of an English verb: "carry", "carries", "carried", "carrying".

    Examples
    --------
    >>> sorted(inflect("seize"))
    ['seize', 'seized', 'seizes', 'seizing']
    """
    if base.endswith(("s", "x", "ch", "sh", "z", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    stem = base[:-1] if base.endswith("e") else base
    past = base[:-1] + "ied" if base.endswith("y") and base[-2] not in _VOWELS else stem + "ed"
    regular = frozenset((base, third, past, stem + "ing"))
    if _SHORT.search(base):
        regular |= {base + base[-1] + "ed", base + base[-1] + "ing"}  # "ram", "rammed"
    return regular | irregular


def status_patterns(
    rows: dict[str, Iterable[str]], irregular: dict[str, frozenset[str]]
) -> Iterator[Pattern]:
    """Return the words of attempt, failure, plan and denial as patterns."""
    for row, texts in rows.items():
        status, _, object_only = row.partition(" ")
        scheme = object_only or "subject"
        for text in texts:
            words = _compiled(text, irregular)
            yield Pattern(words=words, status=status, scheme=scheme, kind="status")


def idiom_patterns(texts: Iterable[str], irregular: dict[str, frozenset[str]]) -> Iterator[Pattern]:
    """Return the phrases that tell of no war as patterns without an action."""
    for text in texts:
        yield Pattern(words=_compiled(text, irregular), kind="idiom")


def state_patterns(rows: dict[str, Iterable[str]]) -> dict[str, Pattern]:
    """Return what each adjective says is done to a place: "besieged"."""
    return {
        word: Pattern(words=(), action=Action(action), kind="held")
        for action, words in rows.items()
        for word in words
    }


def by_first(patterns: Iterable[Pattern]) -> PatternIndex:
    """Return patterns by the forms of their first word, in their order."""
    index: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        opening = pattern.words[0]
        for form in opening if isinstance(opening, frozenset) else ():
            index.setdefault(form, []).append(pattern)
    # Most forms of a verb open the same patterns, which are looked through once.
    found = {form: tuple(opened) for form, opened in index.items()}
    once = {opened: _opened(opened) for opened in dict.fromkeys(found.values())}
    return {form: once[opened] for form, opened in found.items()}


def _opened(patterns: Sequence[Pattern]) -> Opened:
    further = tuple(pattern for pattern in patterns if pattern.size > 1)
    led: dict[str, tuple[int, ...]] = {}
    for number, pattern in enumerate(further):
        for form in _rarest(pattern):
            led[form] = (*led.get(form, ()), number)
    alone = tuple(pattern for pattern in patterns if pattern.size == 1)
    return Opened(
        alone=alone,
        further=further,
        telling=frozenset(led),
        led=led,
        beside={w: (*alone, *(further[n] for n in numbers)) for w, numbers in led.items()},
    )


def _rarest(pattern: Pattern) -> frozenset[str]:
    """Return the forms of the word that the fewest sentences hold: the longest behind the first."""
    behind = [word for word in pattern.words[1:] if isinstance(word, frozenset)]
    return max(behind, key=lambda word: min(map(len, word)))
