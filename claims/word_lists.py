"""Lists of words that rules look for, read from ``word_lists.yaml``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from claims.yaml_text import load_yaml

__all__ = ["any_of", "word_list"]


def word_list(name: str) -> frozenset[str]:
    """Return the words of a list; what each holds is said in the file."""
    return frozenset(_lists()[name].split())


def any_of(words: Collection[str]) -> str:
    r"""Return one pattern for words, in which letters that open several are looked at once.

    >>> any_of(("air_force", "air", "army", "navy"))
    '(?:a(?:ir(?:\\s+force)?|rmy)|navy)'
    """
    opened = defaultdict[str, set[str]](set)
    for word in filter(None, words):
        opened[word[0]].add(word[1:])
    parts = [
        (r"\s+" if first == "_" else re.escape(first)) + any_of(rest)
        for first, rest in sorted(opened.items())
    ]
    if not parts:
        return ""
    if "" in words:
        return f"(?:{'|'.join(parts)})?"
    return f"(?:{'|'.join(parts)})" if len(parts) > 1 else parts[0]


@cache
def _lists() -> dict[str, str]:
    text = (files("claims") / "word_lists.yaml").read_text(encoding="utf-8")
    rows: dict[str, str] = load_yaml(text)
    return rows
