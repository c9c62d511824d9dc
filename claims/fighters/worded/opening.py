"""Words with a capital only because they open a sentence."""

from __future__ import annotations

from claims.sides.groups import peoples
from gazetteer.spellings.english import is_ordinary

__all__ = ["is_no_name"]


def is_no_name(word: str) -> bool:
    """Tell whether a word that opens a sentence is no people's: "Suspected rebels".

    "Tiger gunners" are the Tigers'.
    """
    return "-" in word or (is_ordinary(word) and f"{word}s" not in peoples())
