"""Known names in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import compress
from operator import add
from typing import NamedTuple

from gazetteer.homes.found import WordKey
from gazetteer.spellings.english import is_ordinary
from gazetteer.spellings.families import APOSTROPHES, GENERAL, Family, family
from gazetteer.spellings.kept import Kept
from gazetteer.spellings.keying import letter_of
from gazetteer.spellings.pieces import Pieces
from gazetteer.spellings.spelling import name_sounds

__all__ = ["find_spans"]

_MARKS = re.escape(APOSTROPHES)
# An apostrophe belongs to a word, the possessive 's does not.
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}](?:(?!s\b)|(?<=\b[^\W\d_]a.))[^\W_]+)*[ʼʿʾ]?")
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


# Words that could be a name: where they start, where they end, counted back so that the longest
# comes first, the words and how they sound. Plain tuples: a report has a hundred.
_Run = tuple[int, int, list[str], _Keys]


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
    keys = known(frozenset[str]().union(*[of.sounds for _, _, _, of in runs]))
    sounds = {sound for sound, _, _ in keys}
    found: list[tuple[int, int]] = []
    free = 0
    for start, back, words, of in sorted(
        run for run in runs if not sounds.isdisjoint(run[3].sounds)
    ):
        if start >= free and _names(words, of, keys, sounds):
            free = -back
            found.append((start, free))
    return tuple(found)


def _names(words: list[str], of: _Keys, keys: set[WordKey], sounds: set[str]) -> bool:
    heard = [key for key in of.of if key[0] in sounds]
    if is_ordinary(" ".join(words)):
        return any((*key, True) in keys for key in heard)
    return any(len(key[0]) > _SHORT or _same_letters(key, keys) for key in heard)


def _same_letters(key: tuple[str, str], keys: set[WordKey]) -> bool:
    return any((*key, english) in keys for english in (True, False))


def _runs(text: str, families: Sequence[Family]) -> list[_Run]:
    """Return every run of up to five words that could be a name."""
    starts, words, capital, opens = _PIECES.columns(text)
    ends = [*map(add, starts, map(len, words))]
    names = tuple(of.id for of in families)
    runs = []
    for first in compress(range(len(words)), opens):
        start = starts[first]
        if not capital[first] and not text.startswith(_HYPHENS, ends[first]):
            continue  # "al-Bab" starts with its article, "al Bab" is found without
        for last in range(first, min(first + _LONGEST, len(words))):
            if last > first:
                gap = text[ends[last - 1] : starts[last]]
                if gap != " " and not _joins(gap):
                    break
            if capital[last]:
                end = ends[last]
                runs.append(
                    (start, -end, words[first : last + 1], _keys_of(text[start:end], names))
                )
            elif words[last] not in _PARTICLES and not text.startswith(_HYPHENS, ends[last]):
                break  # "Port-au-Prince" goes on
    return runs


@lru_cache(maxsize=_KEPT_NAMES)
def _keys_of(name: str, families: tuple[str, ...]) -> _Keys:
    keys = tuple(
        (letter_of(of) + spoken, plain)
        for of in map(family, families)
        for plain, spoken in name_sounds(name, of)
    )
    return _Keys(of=keys, sounds=frozenset(sound for sound, _ in keys))


def _words_of(piece: str) -> tuple[tuple[int, str, bool, bool], ...]:
    """Return the words of a text without spaces that may stand in a name, which are few.

    Of each: where it starts, the word, whether it is capital and whether a name may start with it.
    """
    return tuple(
        (match.start(), match[0], _capital(match[0]), _may_open(match[0]))
        for match in _WORD.finditer(piece)
        if _capital(match[0]) or match[0] in _PARTICLES or piece.startswith(_HYPHENS, match.end())
    )


_PIECES = Pieces(_words_of, width=4)


def _may_open(word: str) -> bool:
    """Tell whether a name may start with a word: a capital, or an article with a hyphen."""
    return not _abbreviation(word) if _capital(word) else word in _ARABIC_ARTICLES


def _capital(word: str) -> bool:
    """Tell whether a word starts as a name does; Arabic script has no capitals.

    Behind an article that is written with it, as in "Petite Rivière de l'Artibonite", the name is
    its second letter on.
    """
    if word[1:2] in APOSTROPHES and word[0] in "ld" and len(word) > 2:
        return word[2].isupper()
    return word[0].isupper() or (word[0].isalpha() and not word[0].islower())


def _abbreviation(word: str) -> bool:
    return len(word) <= 4 and word.isupper() and word.isalpha()


def _joins(gap: str) -> bool:
    """Tell whether what stands between two words lets them belong to one name."""
    return len(gap) < 3 and _JOINS[gap]


# There are few gaps so short, and each stands in every text.
_JOINS = Kept(lambda gap: _GAP.fullmatch(gap) is not None)
