"""Keys under which the spellings of one name meet: Al-Safira, As-Safirah, Sfireh, السفيرة.

Method: a plain form, the form as it sounds (vowels merged as the family of languages merges them),
a strict and a loose consonant skeleton, in the sense of the name keys of transliteration matching.
Each is a function of the one before, so that a match on an early key is a match on all later ones.
What differs between families of languages is data (``gazetteer.spellings.families``). Every step is
linear in the length of the name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from gazetteer.kinds import FEATURE_WORDS
from gazetteer.spellings.affixes import parted, plain_ending, unified
from gazetteer.spellings.families import APOSTROPHES, GENERAL, Family, family
from gazetteer.spellings.foreign import may_be_foreign, read_abroad
from gazetteer.spellings.marks import without_marks

__all__ = [
    "MAX_NAME_CHARS",
    "NameKey",
    "foreign_keys",
    "mixed_scripts",
    "name_keys",
    "name_sounds",
    "opens_with_article",
    "without_feature_words",
]

#: Longer texts are no names; the longest official place name has 176 characters.
MAX_NAME_CHARS = 200

_WORD = re.compile(r"[^\W_]+")
# Latin words with a mark near their end: few names have one.
_MARKED_WORD = re.compile(r"[^\W_]*[à-ÿ][^\W_]{0,3}\b")
_NO_APOSTROPHES = str.maketrans(dict.fromkeys((*APOSTROPHES, "ـ"), ""))
_ABJAD = re.compile(r"[\u05d0-\u05ea\u0620-\u06ff]")
_DOUBLES = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aeiou])h$")
_ARTICLE = "ال"
# A short vowel may stand unwritten between two letters that would be read as one without it: the s
# and the h of "sahl" are no sh.
_APART = "|"
# "Oru International Airport" is Oru Airport, and none like another International Airport.
_LEFT_OUT = frozenset(("international",))
_WITH_H = frozenset(("d", "g", "k", "s", "t", "z", "sh", "kh", "th", "dh", "gh"))


class NameKey(NamedTuple):
    """The keys of one reading of a name, all without spaces.

    ``plain`` is the name folded to ASCII without articles; ``spoken`` merges vowels; ``strict``
    keeps consonants; ``loose`` merges consonants that romanisations mix up. ``abjad`` marks a
    reading from a script that leaves short vowels out.
    """

    plain: str
    spoken: str
    strict: str
    loose: str
    abjad: bool = False


def name_keys(text: str, of: Family | None = None) -> tuple[NameKey, ...]:
    """Return the keys of a name in a family of languages, one for each way to read it.

    Empty text, text without letters and text over ``MAX_NAME_CHARS`` have no keys.
    """
    if not text or len(text) > MAX_NAME_CHARS:
        return ()
    of = of or family(GENERAL)
    abjad = not text.isascii() and _ABJAD.search(text) is not None
    readings = {_key_of(words, of, abjad=abjad): None for words in _readings(text, of) if words}
    return tuple(readings)


def foreign_keys(text: str, of: Family) -> tuple[NameKey, ...]:
    """Return the keys of a Latin name as maps in other languages would have written it."""
    if not text or len(text) > MAX_NAME_CHARS:
        return ()
    words = _words(text, of.id)
    letters = " ".join(words)
    if not letters.isascii() or not may_be_foreign(letters, of):
        return ()
    named = _without_articles(words, of)
    return tuple(_key_of(read, of, abjad=False) for read in read_abroad(named, of))


def name_sounds(text: str, of: Family) -> tuple[tuple[str, str], ...]:
    """Return the plain and the spoken forms of ``name_keys`` alone, which takes half the time."""
    if not text or len(text) > MAX_NAME_CHARS:
        return ()
    return tuple(_joined_sounds(words, of) for words in _readings(text, of) if words)


def without_feature_words(text: str, of: Family | None = None) -> str:
    """Return a name without words such as "Jabal" or "bridge", empty where nothing changes."""
    if len(text) > MAX_NAME_CHARS:
        return ""
    of = of or family(GENERAL)
    words = _words(text, of.id)
    generic = _generic(of.id)
    if text.isascii() and generic.isdisjoint(words):
        return ""  # as most names
    kept = [word for word in words if _romanise(word, of.id, 0) not in generic]
    return " ".join(kept) if len(kept) < len(words) else ""


@cache
def _generic(name: str) -> frozenset[str]:
    """Return the words of a family that a name may leave out, in all their spellings."""
    of = family(name)
    forms = FEATURE_WORDS | of.generic | _LEFT_OUT
    spelled = (word for word, form in of.words.items() if form in forms)
    return frozenset((*spelled, *(form for form in forms if of.words.get(form, form) in forms)))


@lru_cache(maxsize=16_384)
def opens_with_article(text: str) -> bool:
    """Tell whether a name is written with the Arabic article: "Al Jadida", "As Safira", السفيرة.

    Examples
    --------
    >>> opens_with_article("Al Jadida"), opens_with_article("Alma")
    (True, False)
    """
    words = _words(text[:MAX_NAME_CHARS], GENERAL)[:2]
    if words and words[0].startswith(_ARTICLE):
        return len(words[0]) > 3
    return len(_without_articles(words, family(GENERAL))) < len(words)


def mixed_scripts(text: str) -> tuple[str, ...]:
    """Return the words that mix scripts, such as a Latin name with one Cyrillic letter in it."""
    if text.isascii() or len(text) > MAX_NAME_CHARS:
        return ()
    return tuple(word for word in _words(text, GENERAL) if len(_scripts(word)) > 1)


def _scripts(word: str) -> set[str]:
    letters = (char for char in word if char.isalpha())
    return {unicodedata.name(char, "?").partition(" ")[0] for char in letters}


def _words(text: str, name: str) -> tuple[str, ...]:
    # Only what is not ASCII do families clean each in their own way.
    return _cleaned_words(text, GENERAL if text.isascii() else name)


@lru_cache(maxsize=4_096)
def _cleaned_words(text: str, name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_clean(text, family(name))))


def _clean(text: str, of: Family) -> str:
    if not text.isascii():
        composed = unicodedata.normalize("NFC", text).casefold()
        if of.written:
            composed = _MARKED_WORD.sub(lambda word: plain_ending(word[0], of.written), composed)
        text = without_marks(composed.translate(of.marked))
    return text.translate(_NO_APOSTROPHES).casefold()


def _readings(text: str, of: Family) -> tuple[list[str], ...]:
    words = _words(text, of.id)
    if text.isascii() or "".join(words).isascii():
        folded = _without_articles(words, of)
        return (folded, *_fused(folded, of), *_read_otherwise(folded, of), *_bare(text, words, of))
    tables = range(len(of.readings))
    read = [_without_articles([_romanise(w, of.id, n) for w in words], of) for n in tables]
    return (
        *(_put(each, "a") for each in read),
        *(_put(each, "") for each in read if _APART in "".join(each)),
    )


def _put(words: Sequence[str], vowel: str) -> list[str]:
    return [word.replace(_APART, vowel) for word in words]


def _without_articles(words: Sequence[str], of: Family) -> list[str]:
    # Most names have none.
    if of.articles.isdisjoint(words) and of.assimilated.keys().isdisjoint(words):
        return list(words)
    kept = []
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if following and (word in of.articles or _assimilates(word, following, of)):
            continue
        if word:
            kept.append(word)
    return kept


def _assimilates(word: str, following: str, of: Family) -> bool:
    initial = of.assimilated.get(word)
    return initial is not None and following.startswith(initial)


def _fused(words: list[str], of: Family) -> tuple[list[str], ...]:
    """Read "Alsafira" and "Assafira" as an article and a name as well."""
    first = words[0] if words else ""
    if len(first) <= 5 or first[0] not in "ae" or not of.articles:
        return ()
    if first[1] == "l":
        return ([first[2:], *words[1:]],)
    return ([first[2:], *words[1:]],) if first[1] == first[2] else ()


def _bare(text: str, words: Sequence[str], of: Family) -> tuple[list[str], ...]:
    """Read "Goražde" without its marks as well, as most of the press prints it."""
    if text.isascii():
        return ()
    bare = _WORD.findall(without_marks(text).translate(_NO_APOSTROPHES).casefold())
    return () if bare == list(words) else (_without_articles(bare, of),)


def _read_otherwise(words: list[str], of: Family) -> tuple[list[str], ...]:
    """Read "Mourhla" as "Moughla" as well."""
    for letters, others in of.either:
        if letters in " ".join(words):
            return ([word.replace(letters, others) for word in words],)
    return ()


@lru_cache(maxsize=16_384)
def _romanise(word: str, name: str, table: int) -> str:
    if word.isascii():
        return word
    if word.startswith(_ARTICLE) and len(word) > 3:
        word = word[2:]
    letters = family(name).readings[table]
    read = [letters.get(char, char) for char in word]
    if _ABJAD.search(word) is None:
        return "".join(read)
    pairs = pairwise(("", *read))
    return "".join(
        _APART + char if char == "h" and last in _WITH_H else char for last, char in pairs
    )


def _key_of(words: Sequence[str], of: Family, *, abjad: bool) -> NameKey:
    plain, spoken = _joined_sounds(words, of)
    strict = _strict(spoken, of)
    return NameKey(plain, spoken, strict, _single(of.loose.apply(strict)), abjad)


def _joined_sounds(words: Sequence[str], of: Family) -> tuple[str, str]:
    if len(words) == 1:
        return _sounds(words[0], of.id)
    sounds = [_sounds(word, of.id) for word in words]
    return "".join([plain for plain, _ in sounds]), "".join([spoken for _, spoken in sounds])


@lru_cache(maxsize=16_384)
def _sounds(word: str, name: str) -> tuple[str, str]:
    """Return the plain and the spoken form of one folded word in a family."""
    of = family(name)
    opening, rest = parted(word, of)
    if rest:
        plain, heard = _sounds(rest, name)
        return opening + plain, _single(of.spoken.apply(opening) + heard)
    plain = opening or of.words.get(word, word)
    heard = opening or unified(plain, of)
    if len(plain) > 2:
        plain, heard = _single(plain), _single(heard)
        if of.silent_h:
            plain, heard = _FINAL_H.sub("", plain), _FINAL_H.sub("", heard)
    return plain, _single(of.spoken.apply(heard))


def _strict(spoken: str, of: Family) -> str:
    # The vowel that opens a very short name is most of what there is of it: Ain, Ur, Izz.
    initial_vowel = "a" if len(spoken) <= 3 and spoken[:1] in {"a", "i", "u"} else ""
    consonants = _single(of.strict.apply(spoken))
    return consonants if consonants.startswith(initial_vowel) else initial_vowel + consonants


def _single(text: str) -> str:
    # Looking first is cheaper: most words have no doubled letter.
    return _DOUBLES.sub(r"\1", text) if _DOUBLES.search(text) else text
