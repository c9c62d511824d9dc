"""The names of a theatre's sources, and which of them a text may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.sides.theatre import Theatre
from claims.words import straight

__all__ = ["WORD", "Alias", "aliases"]

WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*")
_STATE_MEDIA = re.compile(
    r"\b(?:state|official|government|junta|regime)(?:-\w+)?\s(?:media|television|tv|radio|press|news)\b"
    r"|\b(?:media|radio|television)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One name of a source.

    Parameters
    ----------
    plain, lower
        The name with straight quotes, and in lower case: most names are told not to stand in a text
        by that alone.
    name
        The source.
    common
        Whether it is a common noun ("war monitor").
    rank
        Sorts the longest name first.
    """

    plain: str
    lower: str
    name: str
    common: bool
    rank: tuple[int, str]

    def search(self, plain: str) -> re.Match[str] | None:
        """Return where this name stands in a text with straight quotes, or None."""
        return _whole_words(self.plain).search(plain)


# Few of the world's thousand sources speak in a report, so a pattern is made when it is asked for.
@lru_cache(maxsize=4_096)
def _whole_words(alias: str) -> re.Pattern[str]:
    flags = 0 if alias.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){re.escape(alias)}(?![\w-])", flags)


@lru_cache(maxsize=64)  # more theatres than one run reads
def aliases(theatre: Theatre) -> dict[str, tuple[Alias, ...]]:
    """Return the names of all sources by their first word."""
    found: dict[str, list[Alias]] = {}
    for source in theatre.sources:
        for alias in dict.fromkeys((source.name, *source.aliases)):
            plain = straight(alias)
            first = WORD.search(plain.lower())
            row = Alias(
                plain=plain,
                lower=plain.lower(),
                name=source.name,
                common=alias.islower() or _is_generic(plain, source.name),
                rank=(-len(alias), alias),
            )
            found.setdefault(first.group() if first else "", []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


def _is_generic(alias: str, name: str) -> bool:
    """Tell whether an alias only says what kind of medium it is: "Chadian state media"."""
    shared = set(WORD.findall(alias.lower())) & set(WORD.findall(name.lower()))
    return bool(_STATE_MEDIA.search(alias)) and not shared
