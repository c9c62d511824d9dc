"""The land that has a capital, as what holds a place: "X, the capital of Y"."""

from __future__ import annotations

from gazetteer.states import CAPITAL_OF, COUNTRIES
from gazetteer.wording.phrases import Phrase

__all__ = ["land_around"]


def land_around(town: Phrase, capital: Phrase) -> Phrase:
    """Return the land that has a capital as what holds it: "X, the capital of Y", "the Y capital".

    "Bamako, the Malian capital" tells of Bamako in Mali, and of no province of Bamako.
    """
    (head, *_) = capital.heads
    own = capital.heads == town.heads
    land = next((land for land, seat in CAPITAL_OF.items() if own and seat == head), "")
    country = land or head.lower() in COUNTRIES
    heads = (land.title(),) if land else capital.heads
    return capital._replace(heads=heads, feature="" if country else "province")
