"""Small words between a side and its force that tell nothing: "our proud army"."""

from __future__ import annotations

from claims.fighters.names import Unit
from claims.fighters.phrase import Ground, Phrase, ends_in_an, is_country_name
from claims.fighters.worded.possessives import POSSESSIVES
from claims.lexicon import lexicon

__all__ = ["tells_nothing"]

_FUNCTION = frozenset(
    "and or but the a an is are was were be been has have had said says that which who not as then"
    " after before when while where if once until because since although though whereas as so than"
    " took take led met saw hit sent also still now will would could may might must".split()
)


def tells_nothing(ground: Ground, phrase: Phrase, number: int) -> bool:
    """Tell whether an unknown small word stands between a side and its force: "our proud army"."""
    lower, word = ground.tokens.lower, ground.tokens.lower[number]
    if phrase.side or phrase.kind or number == 0 or not word.replace("-", "").isalpha():
        return False
    if word in ground.words.governs or word in _FUNCTION or word.endswith("ly"):
        return False
    own = lower[number - 1] in POSSESSIVES  # "its main base", "the army's young men"
    if own or ground.tokens.owns(number - 1):
        return own or lower[phrase.last] not in ground.words.assets
    unit = ground.by_last.get(number - 1)
    sided = unit is not None and unit.kind in ("country", "people")
    if word.endswith(("ed", "ing")) or _is_told_of_country(unit, word):
        return False
    return sided


def _is_told_of_country(unit: Unit | None, word: str) -> bool:
    """Tell whether a word is a verb behind a land: "Chad sends troops", "Chad drove rebels"."""
    named = unit is not None and (is_country_name(unit) or ends_in_an(unit.name))
    return named and (word.endswith("s") or lexicon().is_past(word))
