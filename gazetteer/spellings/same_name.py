"""Whether two texts spell one name: "Al-Safira" and "As-Safirah", but not "Hill 12" and 112."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.spellings.families import Family
from gazetteer.spellings.spelling import name_sounds

__all__ = ["Spellings", "spellings"]

_DIGITS = re.compile(r"\d+")
#: Shorter sounds meet too many names; the letters themselves must agree.
_LEAST_SOUND = 5
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spellings:
    """The keys of a text: its plain forms, and its sounds where they are long enough to tell."""

    plain: frozenset[_Key]
    sounds: frozenset[_Key]

    def meets(self, other: Spellings) -> bool:
        """Tell whether both may spell one name."""
        return bool(self.plain & other.plain or self.sounds & other.sounds)


def spellings(text: str, families: Sequence[Family]) -> Spellings:
    """Return the keys of a text in families of languages; none for a text without letters.

    Numbers count as written: the keys of names fold doubled letters, and digits with them.
    """
    numbers = tuple(_DIGITS.findall(text))
    keys = [(of.id, *sounds) for of in families for sounds in name_sounds(text, of)]
    return Spellings(
        plain=frozenset((of, plain, *numbers) for of, plain, _ in keys if plain),
        sounds=frozenset((of, heard, *numbers) for of, _, heard in keys
                         if len(heard) >= _LEAST_SOUND),
    )  # fmt: skip
