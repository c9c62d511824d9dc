"""States that no list knows: whose "Kestrian army" and "Kestria's government" are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.fighters.cast.home import STATE
from claims.fighters.cast.staffs import join_staffs
from claims.fighters.named.full_names import slug
from claims.fighters.names import Unit
from claims.fighters.phrase import Phrase

__all__ = ["join_lands", "unknown_states"]

_BODIES = ("army", "navy", "government", "military", "air force", "junta", "armed forces", "regime")
_ENDINGS = ("n", "an", "ian", "ean", "ese", "i", "ish")  # of an adjective made of a land's name
_LEAST = 3  # letters of a land's name


def join_lands(phrases: Sequence[Phrase]) -> None:
    """Give "Kestria's troops" the side of "Kestrian troops", and a staff's men their state's."""
    join_staffs(phrases)
    peoples = {p.side for p in phrases if p.kind == "people" and p.side == slug(p.name)}
    if not peoples:
        return
    for phrase in phrases:
        if phrase.kind == "person" and phrase.side:
            same = peoples & _adjectives(phrase.side)
            if len(same) == 1:
                phrase.side, phrase.kind = same.pop(), "people"


def _adjectives(land: str) -> set[str]:
    """Return all that may be an adjective made of the name of a land."""
    stem = land.rstrip("aeiou")
    if len(stem) < _LEAST:
        return set()
    return {base + ending for base in (land, land[:-1], stem) for ending in _ENDINGS}


def unknown_states(phrases: Sequence[Phrase], units: Sequence[Unit], home: str) -> list[str]:
    """Return the peoples who have an army or a government, those named most first.

    None where the state at ``home`` is named, and not only known by some towns. Of a town it is
    no state's: "the Maru government", "Maru Military Airport".
    """
    if home != STATE and any(unit.side == home for unit in units):
        return []
    found = Counter(
        phrase.side
        for phrase in phrases
        if phrase.side
        and phrase.kind == "people"
        and phrase.side == slug(phrase.name)
        and phrase.side.endswith(_ENDINGS)
        and not phrase.rebel
        and phrase.text.lower().endswith(_BODIES)
        and not phrase.text.endswith("Military")
    )
    return [side for side, _ in found.most_common()]
