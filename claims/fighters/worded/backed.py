"""Who backs a force: "French-backed", "pro-Russian", "fighters backed by Chad"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claims.fighters.behind import ends_name
from claims.fighters.named.full_names import slug
from claims.fighters.names import Unit
from claims.fighters.phrase import Ground, Phrase, ends_in_an, is_country_name
from claims.sides.groups import capitals, country_words, groups, peoples
from gazetteer.spellings.english import is_ordinary

__all__ = ["patron", "step_bound"]

_BACKED = frozenset("backed supported armed trained funded sponsored equipped".split())


def step_bound(
    ground: Ground, phrase: Phrase, number: int, compound: tuple[str, str]
) -> int | None:
    """Take "French-backed", "pro-Russian", "anti-government" before a head."""
    sign, word = compound
    side, kind = _meant(ground, word)
    if not (side or kind):
        side = _named_here(ground, word)
    phrase.first = number
    if sign == "anti":
        phrase.kind, phrase.rebel = phrase.kind or "rebel", True
    elif kind == "state":
        phrase.kind = phrase.kind or "state"
    elif side and not phrase.side and not phrase.bound:
        phrase.bound = side
    elif sign == "pro" and _is_person(ground, number, word) and not (phrase.side or phrase.kind):
        phrase.kind, phrase.side, phrase.name = "person", slug(word), word
    elif kind == "rebel":
        phrase.kind, phrase.rebel = phrase.kind or "rebel", True
    elif _is_proxy(ground, number, word) and not phrase.side:
        phrase.bound = phrase.bound or slug(word)  # of a land that no list knows
    return number - 1


def _named_here(ground: Ground, word: str) -> str | None:
    """Return the side of a group that only this text names: "NLF-led forces"."""
    lower = ground.tokens.lower
    forces = (u for u in ground.units if u.kind == "force" and u.first == u.last)
    return next((u.side for u in forces if lower[u.first] == word), None)


def _is_proxy(ground: Ground, number: int, word: str) -> bool:
    """Tell whether a name that no list knows is of who arms others: "Zemblan-backed"."""
    armed = ground.tokens.lower[number].endswith(("-backed", "-armed", "-supported"))
    return armed and _is_person(ground, number, word)


def _is_person(ground: Ground, number: int, word: str) -> bool:
    """Tell whether the text names a person inside "pro-Roe", and not all of it is in capitals."""
    inner = ground.tokens.words[number].removeprefix("pro-").removeprefix("Pro-")
    return inner[:2].istitle() and not ground.tokens.shouted and not is_ordinary(word)


def _meant(ground: Ground, word: str) -> tuple[str | None, str]:
    """Return side and kind of the word inside a compound: "french" in "French-backed"."""
    found = _bound_names().get(word)
    if found:
        return found, "country"
    if word in ground.words.state or word in ground.words.state_owner:
        return None, "state"
    return (None, "rebel") if word in ground.words.rebel else (None, "")


@cache
def _bound_names() -> Mapping[str, str]:
    known = {name: side for side, names in groups().items() for name in names if " " not in name}
    names = {**known, **country_words(), **peoples(), **capitals()}
    return {word.lower(): side for word, side in names.items()}


def patron(ground: Ground, phrase: Phrase) -> Unit | None:
    """Return the state that backs men of no side: "fighters backed by the United Arab Emirates".

    Those "backed by French jets" are nobody's for it.
    """
    lower, number = ground.tokens.lower, phrase.last + 1
    loose = phrase.kind in ("fighters", "forces", "nobody") and not (phrase.side or phrase.bound)
    if not loose or lower[number + 1 : number + 2] != ["by"] or lower[number] not in _BACKED:
        return None
    unit = ground.by_first.get(number + 2 + (lower[number + 2 : number + 3] == ["the"]))
    if unit is None or unit.kind != "country" or ground.tokens.owns(unit.last):
        return None
    named = is_country_name(unit) or ends_in_an(unit.name)
    return (
        unit if named and ends_name("".join(lower[unit.last + 1 : unit.last + 2]) or ".") else None
    )
