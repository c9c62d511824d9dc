"""Known names in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gazetteer.english import is_ordinary
from gazetteer.letters import APOSTROPHES, ARTICLES, ASSIMILATED
from gazetteer.names import WordKey
from gazetteer.spelling import NameKey, name_keys

__all__ = ["find_spans"]

_MARKS = re.escape(APOSTROPHES)
# An apostrophe belongs to a word, the possessive 's does not.
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}](?!s\b)[^\W_]+)*[ʼʿʾ]?")
_GAP = re.compile(rf"(?:[ \u00a0\t]|[-‐‑–][{_MARKS}]?|[ \u00a0][{_MARKS}])")
_PARTICLES = (
    ARTICLES | frozenset(ASSIMILATED) | frozenset("de del la las le les du dos da do".split())
)
_LONGEST = 5
#: Sounds shorter than this meet too many names; the letters themselves must agree.
_SHORT = 5


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    words: tuple[str, ...]
    keys: tuple[NameKey, ...]


def find_spans(
    text: str, known: Callable[[Iterable[str]], set[WordKey]]
) -> tuple[tuple[int, int], ...]:
    """Return where names stand: ``[start, end)``, longest first come, no overlap.

    Parameters
    ----------
    known
        Given sounds, says which names in running text have them.
    """
    runs = _runs(text)
    keys = known({key.spoken for run in runs for key in run.keys})
    sounds = {spoken for spoken, _, _ in keys}
    found: list[tuple[int, int]] = []
    for run in sorted(runs, key=lambda run: (run.start, -run.end)):
        if (not found or run.start >= found[-1][1]) and _names(run, keys, sounds):
            found.append((run.start, run.end))
    return tuple(found)


def _names(run: _Run, keys: set[WordKey], sounds: set[str]) -> bool:
    english = is_ordinary(" ".join(run.words))
    for key in run.keys:
        if english:
            if (key.spoken, key.plain, True) in keys:
                return True
        elif key.spoken in sounds and (len(key.spoken) >= _SHORT or _same_letters(key, keys)):
            return True
    return False


def _same_letters(key: NameKey, keys: set[WordKey]) -> bool:
    return any((key.spoken, key.plain, english) in keys for english in (True, False))


def _runs(text: str) -> list[_Run]:
    """Return every run of up to five words that could be a name."""
    words = list(_WORD.finditer(text))
    runs = []
    for first in range(len(words)):
        if not _opens(words, first, text):
            continue
        for last in range(first, min(first + _LONGEST, len(words))):
            if last > first and not _joined(words[last - 1], words[last], text):
                break
            if _capital(words[last].group()):
                runs.append(_run(words[first : last + 1], text))
            elif words[last].group() not in _PARTICLES:
                break
    return runs


def _run(words: list[re.Match[str]], text: str) -> _Run:
    start, end = words[0].start(), words[-1].end()
    return _Run(start, end, tuple(word.group() for word in words), name_keys(text[start:end]))


def _opens(words: list[re.Match[str]], first: int, text: str) -> bool:
    word = words[first].group()
    if _capital(word):
        return not _abbreviation(word)
    article = word in ARTICLES or word in ASSIMILATED
    return article and text[words[first].end() : words[first].end() + 1] in {"-", "‐", "‑"}


def _capital(word: str) -> bool:
    """Tell whether a word starts as a name does; Arabic script has no capitals."""
    return word[0].isupper() or (word[0].isalpha() and not word[0].islower())


def _abbreviation(word: str) -> bool:
    return len(word) <= 4 and word.isupper() and word.isalpha()


def _joined(word: re.Match[str], following: re.Match[str], text: str) -> bool:
    return _GAP.fullmatch(text, word.end(), following.start()) is not None
