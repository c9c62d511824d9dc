"""Known names in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from gazetteer.homes.found import WordKey
from gazetteer.spellings.english import is_ordinary
from gazetteer.spellings.families import APOSTROPHES, GENERAL, Family, family
from gazetteer.spellings.keying import letter_of
from gazetteer.spellings.spelling import name_sounds

__all__ = ["find_spans"]

_MARKS = re.escape(APOSTROPHES)
# An apostrophe belongs to a word, the possessive 's does not. Most words are plain, which is told
# faster than what else may be one.
_WORD = re.compile(
    r"[A-Za-z]++(?=[ ,.-])"
    rf"|[^\W_]+(?:[{_MARKS}](?:(?!s\b)|(?<=\b[^\W\d_]a.))[^\W_]+)*[ʼʿʾ]?"
)
_GAP = re.compile(rf"(?:[ \u00a0\t]|[-‐‑–][{_MARKS}]?|[ \u00a0][{_MARKS}])")
_ARABIC_ARTICLES = family(GENERAL).articles | frozenset(family(GENERAL).assimilated)
_PARTICLES = _ARABIC_ARTICLES | frozenset("de del la las le les du dos da do".split())
_HYPHENS = ("-", "‐", "‑")
_LONGEST = 5
#: Sounds shorter than this meet too many names; the letters themselves must agree.
_SHORT = 5
# The reports of one war name the same people and places.
_KEPT_NAMES = 8_192


class _Keys(NamedTuple):
    """Each way a name sounds: sound and plain form, and the sounds alone."""

    of: tuple[tuple[str, str], ...]
    sounds: frozenset[str]


class _Run(NamedTuple):
    """Words that could be a name, and how they sound."""

    start: int
    end: int
    words: list[str]
    keys: _Keys


def find_spans(
    text: str, known: Callable[[Iterable[str]], set[WordKey]], families: Sequence[Family]
) -> tuple[tuple[int, int], ...]:
    """Return where names stand: ``[start, end)``, longest first come, no overlap.

    Parameters
    ----------
    known
        Given sounds, says which names in running text have them.
    families
        The families of languages in which the names are filed.
    """
    runs = _runs(text, families)
    keys = known(frozenset[str]().union(*(run.keys.sounds for run in runs)))
    sounds = {sound for sound, _, _ in keys}
    heard = (run for run in runs if not sounds.isdisjoint(run.keys.sounds))
    found: list[tuple[int, int]] = []
    for run in sorted(heard, key=lambda run: (run.start, -run.end)):
        if (not found or run.start >= found[-1][1]) and _names(run, keys, sounds):
            found.append((run.start, run.end))
    return tuple(found)


def _names(run: _Run, keys: set[WordKey], sounds: set[str]) -> bool:
    heard = [key for key in run.keys.of if key[0] in sounds]
    if is_ordinary(" ".join(run.words)):
        return any((*key, True) in keys for key in heard)
    return any(len(key[0]) > _SHORT or _same_letters(key, keys) for key in heard)


def _same_letters(key: tuple[str, str], keys: set[WordKey]) -> bool:
    return any((*key, english) in keys for english in (True, False))


def _runs(text: str, families: Sequence[Family]) -> list[_Run]:
    """Return every run of up to five words that could be a name."""
    found = list(_WORD.finditer(text))
    words = [match[0] for match in found]
    names = tuple(of.id for of in families)
    capital = [*map(_capital, words)]
    opening = [n for n, word in enumerate(words) if capital[n] or word in _ARABIC_ARTICLES]
    runs = []
    for first in opening:
        start, end = found[first].span()
        if not _opens(words[first], text, end):
            continue
        for last in range(first, min(first + _LONGEST, len(words))):
            if last > first and not _joined(found[last - 1], found[last], text):
                break
            if capital[last]:
                end = found[last].end()
                keys = _keys_of(text[start:end], names)
                runs.append(_Run(start, end, words[first : last + 1], keys))
            elif words[last] not in _PARTICLES:
                break
    return runs


@lru_cache(maxsize=_KEPT_NAMES)
def _keys_of(name: str, families: tuple[str, ...]) -> _Keys:
    keys = tuple(
        (letter_of(of) + spoken, plain)
        for of in map(family, families)
        for plain, spoken in name_sounds(name, of)
    )
    return _Keys(of=keys, sounds=frozenset(sound for sound, _ in keys))


def _opens(word: str, text: str, end: int) -> bool:
    """Tell whether a name may start with the word that ends at a character of the text."""
    if _capital(word):
        return not _abbreviation(word)
    return word in _ARABIC_ARTICLES and text.startswith(_HYPHENS, end)


@lru_cache(maxsize=16_384)  # most words of a text stood in those before it
def _capital(word: str) -> bool:
    """Tell whether a word starts as a name does; Arabic script has no capitals."""
    return word[0].isupper() or (word[0].isalpha() and not word[0].islower())


def _abbreviation(word: str) -> bool:
    return len(word) <= 4 and word.isupper() and word.isalpha()


def _joined(word: re.Match[str], following: re.Match[str], text: str) -> bool:
    start, end = word.end(), following.start()
    return text[start:end] == " " or _GAP.fullmatch(text, start, end) is not None
