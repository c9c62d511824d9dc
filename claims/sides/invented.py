"""Sides of wars without a theatre: a plain name and a look for each id that the text gave."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from claims.sides.countries import countries
from claims.sides.groups import groups, peoples
from claims.sides.theatre import DASHES, HEADS, Side

__all__ = ["invented_sides", "side_name"]

# They tell apart under normal, protan, deutan and tritan sight (Machado et al. 2009, CIEDE2000
# >= 14) and are legible on the land and the sea of the map (WCAG 2.2, 3:1).
_COLOURS = (
    *("#AA2200", "#0C7EFF", "#0F444F", "#A7028F", "#DE5813", "#698B64"),
    *("#0B0164", "#5A3B34", "#2329FF", "#A3739D", "#11001A", "#2B0400"),
)
_SMALL = frozenset("of for the and de al la del".split())
_GOVERNMENT = "-government"


def invented_sides(ids: Iterable[str]) -> tuple[Side, ...]:
    """Return a side for each id, in order of id, with a neutral name and a look of its own.

    No two of the first sixteen share both dash and head, so none is known by colour alone.
    """
    return tuple(
        Side(
            id=side_id,
            name=side_name(side_id),
            colour=_COLOURS[number % len(_COLOURS)],
            dash=DASHES[number % len(DASHES)],
            head=HEADS[(number + number // len(DASHES)) % len(HEADS)],
        )
        for number, side_id in enumerate(sorted(set(ids)))
    )


@lru_cache(maxsize=4_096)  # reports go on giving new ids
def side_name(side_id: str) -> str:
    """Return the plain name of a side that no theatre names.

    Examples
    --------
    >>> side_name("ltte"), side_name("sri-lanka-government"), side_name("coast-brigades")
    ('LTTE', 'Government of Sri Lanka', 'Coast Brigades')
    """
    known = _known().get(side_id)
    if known:
        return known
    words = side_id.replace("_", "-").split("-")
    return " ".join(
        word if number and word in _SMALL else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )


@cache
def _known() -> dict[str, str]:
    names = {side: f"{word} forces" for word, side in reversed(peoples().items())}
    names |= {side: known[0] for side, known in groups().items()}
    for country in countries():
        home = country.id.endswith((_GOVERNMENT, "-gov"))
        names[country.id] = f"Government of {country.name}" if home else country.name
    return names
