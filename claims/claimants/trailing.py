"""Whether "claims" or "reports" behind a subject set off is a verb: "..., the army claims."."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.claimants.speaker_words import SPEAKER_NOUN
from claims.claimants.speech_sense import SAID_NOUNS
from claims.lexicon import lexicon
from claims.words import Word

__all__ = ["ends_aside", "trails"]

_LONGEST_SUBJECT = 7
_ARTICLES = frozenset(("the", "a", "an"))
_PAST = frozenset(("struck", "hit", "took", "overran"))
_SETS_OFF = frozenset((",", '"', "”"))
_LINKS = frozenset("of to in by from on with and or as for according amid despite than".split())
_ADJECTIVES = ("an", "ese", "ish", "i", "ch")  # "denied, as in earlier Chadian reports"


def trails(words: Sequence[Word], number: int) -> bool:
    """Tell whether a form ends its clause behind a subject set off: "..., the army claims."."""
    if number + 1 < len(words) and words[number + 1].text not in ".,;":
        return False
    before = words[max(0, number - _LONGEST_SUBJECT) : number]
    marks = [place for place, word in enumerate(before) if word.lower in _SETS_OFF]
    subject = _without_names(before[marks[-1] + 1 :]) if marks else []
    if not subject or subject[0].endswith("ing") or _acts(subject):
        return False
    if words[number - 1].text[0].isupper() and words[number].text.islower():
        if len(subject) > 2 and subject[-2] in ("in", "at"):
            del subject[-2:]  # "police in X report."
        elif words[number].text.endswith("s") and not subject[-1].endswith(_ADJECTIVES):
            return _LINKS.isdisjoint(subject)  # "state broadcaster X reports."
    return bool(SPEAKER_NOUN.search(subject[-1])) and _LINKS.isdisjoint(subject)


def _acts(subject: Sequence[str]) -> bool:
    """Tell whether words have a verb of their own: "..., the army struck two Xan posts.".

    "..., a defeated commander reports." has none.
    """
    told = (w for a, w in pairwise(subject[:-1]) if a not in _ARTICLES)
    return any(w in lexicon().events for w in told if w.endswith("ed") or w in _PAST)


def _without_names(words: Sequence[Word]) -> list[str]:
    """Return words in lower case, without a link inside a name: "Observatory for Human Rights"."""
    capital = [False, *(word.text[0].isupper() for word in words), False]
    return [
        word.lower
        for n, word in enumerate(words, 1)
        if not (word.lower in _LINKS and capital[n - 1] and capital[n + 1])
    ]


def ends_aside(words: Sequence[Word], number: int) -> bool:
    """Tell whether a form ends what is said of a claim: "..., a claim that the army rejected."."""
    if number + 1 < len(words) and words[number + 1].text not in ".,":
        return False
    before = [word.lower for word in words[max(0, number - _LONGEST_SUBJECT) : number]]
    return not SAID_NOUNS.isdisjoint(before)
