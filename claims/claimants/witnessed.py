"""What is said without a verb of saying: "residents saw rebels enter X", "took responsibility"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.claimants.speech import SpeechVerb
from claims.words import Sentence, numbers_of

__all__ = ["witnessed"]

_SENSED = frozenset(("saw", "heard"))
_WATCHERS = frozenset(
    """
    witness witnesses eyewitness eyewitnesses resident residents villagers locals inhabitants
    townspeople observers monitors
    """.split()
)
_RESPONSIBLE = frozenset(("responsibility",))
_TAKES = frozenset("accepted accepts took takes assumed assumes".split())
_ASIDE = frozenset("also later nevertheless then reportedly themselves".split())
_OF = frozenset("of in near from at".split())


def witnessed(sentence: Sentence) -> Iterator[SpeechVerb]:
    """Yield the verbs of a sentence by which somebody tells something, as verbs of saying."""
    if "responsibility" in sentence.held:
        yield from _owned_up(sentence)
    if _SENSED.isdisjoint(sentence.held) or _WATCHERS.isdisjoint(sentence.held):
        return
    for number, form in enumerate(sentence.lower):
        first = number - (number > 0 and sentence.lower[number - 1] in _ASIDE)
        if form in _SENSED and _watch(sentence.lower[max(0, first - 3) : first]):
            start, end = sentence.words[first].start, sentence.words[number].end
            yield SpeechVerb(start=start - sentence.start, end=end - sentence.start, form=form)


def _owned_up(sentence: Sentence) -> Iterator[SpeechVerb]:
    """Yield where somebody "took responsibility for" a deed, as who claims it does."""
    for number in numbers_of(sentence.lower, _RESPONSIBLE):
        first = number - 1 - (sentence.lower[number - 1] in ("the", "full"))
        if first > 0 and sentence.lower[first] in _TAKES:
            first -= sentence.lower[first - 1] in _ASIDE
            start, end = sentence.words[first].start, sentence.words[number].end
            yield SpeechVerb(start=start - sentence.start, end=end - sentence.start, form="claimed")


def _watch(before: Sequence[str]) -> bool:
    """Tell whether a subject ends here that watches: "residents", "residents of X"."""
    if before[-1:] and before[-1] in _WATCHERS:
        return True
    return len(before) == 3 and before[0] in _WATCHERS and before[1] in _OF
