"""Names as maps in other languages write them: "Kachowka" for "Kakhovka"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gazetteer.spellings.families import Family, family

__all__ = ["may_be_foreign", "read_abroad"]


def may_be_foreign(letters: str, of: Family) -> bool:
    """Tell whether a name has any letters that maps in other languages write; most have none."""
    return bool(of.foreign) and _any(of.id).search(letters) is not None


def read_abroad(words: Sequence[str], of: Family) -> Iterator[list[str]]:
    """Read "Kachowka" as "Kakhowka", in each language by whose letters another name comes out."""
    for letters, find in zip(of.foreign, _each(of.id), strict=True):
        read = ["".join([letters.get(each, each) for each in find.split(word)]) for word in words]
        if read != list(words):
            yield read


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(find.pattern for find in _each(name)))


@cache
def _each(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"({'|'.join(of)})") for of in family(name).foreign)
