"""What a place is called on a map in a language: as its readers write it, where that is known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter

from gazetteer.entry import GazetteerEntry
from maps.wording.language import ENGLISH, Language

__all__ = ["both_names", "namer"]


def namer(tongue: Language) -> Callable[[GazetteerEntry], str]:
    """Return what gives the name of an entry in a language, its usual name where there is none.

    The usual names of a gazetteer are those that stand in English text.
    """
    if tongue.code == ENGLISH.code:
        return attrgetter("name")
    return partial(_name, tongue.code)


def _name(code: str, entry: GazetteerEntry) -> str:
    own = (toponym.text for toponym in entry.toponyms if toponym.language == code)
    return next(own, entry.name)


def both_names(entry: GazetteerEntry, tongue: Language) -> str:
    """Return the name of an entry in a language with its usual one, where they differ."""
    own = namer(tongue)(entry)
    return own if own == entry.name else f"{own} / {entry.name}"
