"""Keys under which the spellings of one name meet: Al-Safira, As-Safirah, Sfireh, السفيرة.

Method: a normal form, the form as it sounds (vowels merged as Arabic, Persian and Russian merge
them), a strict and a loose consonant skeleton, in the sense of the name keys of transliteration
matching. Each is a function of the one before, so that a match on an early key is a match on all
later ones. Every step is linear in the length of the name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import Indel

from gazetteer.kinds import FEATURE_WORDS
from gazetteer.letters import (
    APOSTROPHES,
    ARABIC,
    ARTICLES,
    ASSIMILATED,
    CYRILLIC,
    LATIN,
    RUSSIAN,
    UKRAINIAN,
    VARIANTS,
)

__all__ = [
    "MAX_NAME_CHARS",
    "NameKey",
    "key_similarity",
    "mixed_scripts",
    "name_keys",
    "similarity",
    "without_feature_words",
]

#: Longer texts are no names; the longest official place name has 176 characters.
MAX_NAME_CHARS = 200

_WORD = re.compile(r"[^\W_]+")
_NO_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, ""))
_BARE_CONSONANTS = re.compile(r"(?![kgsctdz]h)[^aiu]{2}")
# The same consonants in two scripts say the more, the more of them there are.
_ACROSS = (0.6, 0.7, 0.85, 0.91, 0.94)
_ABJAD = re.compile(r"[\u0620-\u06ff]")
_DOUBLES = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aeiou])h$")
# Pairs in the order in which they are replaced.
_SPOKEN = (
    ("tch", "ch"), ("sch", "sh"), ("dj", "j"), ("ay", "i"), ("ai", "i"), ("ey", "i"), ("ei", "i"),
    ("aw", "u"), ("au", "u"), ("ow", "u"),
)  # fmt: skip
_SPOKEN_LETTERS = str.maketrans({"o": "u", "e": "i", "y": "i", "w": "u"})
_STRICT = (("kh", "x"), ("gh", "G"), ("sh", "S"), ("ch", "S"), ("th", "t"), ("dh", "d"))
_STRICT_LETTERS = str.maketrans({"p": "b", "v": "f", "c": "k"} | dict.fromkeys("aiu"))
_LOOSE_LETTERS = str.maketrans(
    {"x": "h", "G": "k", "g": "k", "q": "k", "j": "k", "d": "z", "S": "s"}
)


@dataclass(frozen=True, slots=True)
class NameKey:
    """The keys of one reading of a name, all without spaces.

    ``plain`` is the name folded to ASCII without articles; ``spoken`` merges vowels; ``strict``
    keeps consonants; ``loose`` merges consonants that romanisations mix up. ``abjad`` marks a
    reading from Arabic script, which leaves short vowels out.
    """

    plain: str
    spoken: str
    strict: str
    loose: str
    abjad: bool = False


def name_keys(text: str) -> tuple[NameKey, ...]:
    """Return the keys of a name, one for each way to read it; none for what cannot be a name.

    Empty text, text without letters and text over ``MAX_NAME_CHARS`` have no keys.
    """
    if not text or len(text) > MAX_NAME_CHARS:
        return ()
    readings: dict[NameKey, None] = {}
    abjad = _ABJAD.search(text) is not None
    for words in _readings(text):
        if words:
            readings[_key(words, abjad=abjad)] = None
    return tuple(readings)


def without_feature_words(text: str) -> str:
    """Return a name without words such as "Jabal" or "bridge", empty where nothing changes."""
    if len(text) > MAX_NAME_CHARS:
        return ""
    words = _words(text)
    kept = [word for word in words if VARIANTS.get(word, word) not in FEATURE_WORDS]
    return " ".join(kept) if len(kept) < len(words) else ""


def similarity(a: str, b: str) -> float:
    """Say how alike two spellings are, from 0 to 1; 1 means the same name but for its dress."""
    pairs = ((x, y) for x in name_keys(a) for y in name_keys(b))
    return max((key_similarity(x, y) for x, y in pairs), default=0.0)


def key_similarity(a: NameKey, b: NameKey) -> float:
    """Say how alike two keys are, from 0 to 1.

    Notes
    -----
    The steps are chosen so that equal sound (0.96) stands above equal consonants with other vowels
    (up to 0.94), and those above anything merely close. A skeleton of two consonants or fewer is
    no evidence by itself: Homs is not Hims of elsewhere, nor is Hima Hama.
    """
    if a.abjad != b.abjad:
        return _across_scripts(a, b)
    if a.plain == b.plain:
        return 1.0
    if a.spoken == b.spoken:
        return 0.96
    vowels = Indel.normalized_similarity(a.spoken, b.spoken)
    if min(len(a.strict), len(b.strict)) <= 2:
        return min(0.78, 0.85 * vowels)
    return _by_skeleton(a, b, vowels)


def _by_skeleton(a: NameKey, b: NameKey, vowels: float) -> float:
    if a.strict == b.strict:
        return 0.70 + 0.24 * vowels
    if a.loose == b.loose:
        return 0.62 + 0.28 * vowels
    skeleton = Indel.normalized_similarity(a.loose, b.loose)
    return 0.9 * (0.5 * skeleton + 0.5 * vowels)


def _across_scripts(a: NameKey, b: NameKey) -> float:
    """Compare an Arabic reading, which lacks the short vowels, with a Latin or Cyrillic one."""
    if a.strict == b.strict:
        if a.plain == b.plain and not _BARE_CONSONANTS.search(a.plain):
            return 1.0
        # Arabic writes the long vowels, so these must stand in the other reading as well.
        arabic, other = (a.spoken, iter(b.spoken)) if a.abjad else (b.spoken, iter(a.spoken))
        agrees = all(letter in other for letter in arabic)
        return _ACROSS[min(len(a.strict), 4)] if agrees else 0.78
    skeleton = Indel.normalized_similarity(a.loose, b.loose)
    return min(0.78, 0.9 * skeleton)


def mixed_scripts(text: str) -> tuple[str, ...]:
    """Return the words that mix scripts, such as a Latin name with one Cyrillic letter in it."""
    if text.isascii() or len(text) > MAX_NAME_CHARS:
        return ()
    return tuple(word for word in _words(text) if len(_scripts(word)) > 1)


def _scripts(word: str) -> set[str]:
    letters = (char for char in word if char.isalpha())
    return {unicodedata.name(char, "?").partition(" ")[0] for char in letters}


@lru_cache(maxsize=4_096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_clean(text)))


def _clean(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    if not decomposed.isascii():
        decomposed = "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})
    return decomposed.translate(_NO_APOSTROPHES).replace("ـ", "").casefold()


def _readings(text: str) -> tuple[list[str], ...]:
    words = _words(text)
    if all(word.isascii() for word in words):
        folded = _without_articles(words)
        return (folded, *_fused(folded))
    both = (_without_articles([_romanise(w, table) for w in words]) for table in (0, 1))
    return tuple(both)


def _without_articles(words: Sequence[str]) -> list[str]:
    kept = []
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if following and (word in ARTICLES or _assimilates(word, following)):
            continue
        if word:
            kept.append(word)
    return kept


def _assimilates(word: str, following: str) -> bool:
    initial = ASSIMILATED.get(word)
    return initial is not None and following.startswith(initial)


def _fused(words: list[str]) -> tuple[list[str], ...]:
    """Read "Alsafira" and "Assafira" as an article and a name as well."""
    first = words[0] if words else ""
    if len(first) <= 5 or first[0] not in "ae":
        return ()
    if first[1] == "l":
        return ([first[2:], *words[1:]],)
    return ([first[2:], *words[1:]],) if first[1] == first[2] else ()


@lru_cache(maxsize=65_536)
def _romanise(word: str, table: int) -> str:
    if word.isascii():
        return word
    if "ا" <= word[0] <= "ی" and word.startswith("ال") and len(word) > 3:
        word = word[2:]
    slavic = RUSSIAN if table else UKRAINIAN
    letters = (slavic.get(c) or LATIN.get(c) or CYRILLIC.get(c, ARABIC.get(c, c)) for c in word)
    return "".join(letters)


def _key(words: list[str], *, abjad: bool) -> NameKey:
    sounds = [_sounds(word) for word in words]
    spoken = "".join(spoken for _, spoken in sounds)
    strict = _strict(spoken)
    loose = _single(strict.translate(_LOOSE_LETTERS))
    return NameKey("".join(plain for plain, _ in sounds), spoken, strict, loose, abjad)


@lru_cache(maxsize=65_536)
def _sounds(word: str) -> tuple[str, str]:
    """Return the plain and the spoken form of one word."""
    plain = VARIANTS.get(word, word)
    if len(plain) > 2:
        plain = _FINAL_H.sub("", _single(plain))
    spoken = _replaced(plain, _SPOKEN)
    return plain, _single(spoken.translate(_SPOKEN_LETTERS))


def _strict(spoken: str) -> str:
    # The vowel that opens a very short name is most of what there is of it: Ain, Ur, Izz.
    initial_vowel = "a" if len(spoken) <= 3 and spoken[:1] in {"a", "i", "u"} else ""
    consonants = _replaced(spoken, _STRICT).translate(_STRICT_LETTERS)
    return initial_vowel + _single(consonants)


def _single(text: str) -> str:
    # Looking first is cheaper: most words have no doubled letter.
    return _DOUBLES.sub(r"\1", text) if _DOUBLES.search(text) else text


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for letters, letter in pairs:
        text = text.replace(letters, letter)
    return text
