"""What the first lines of a text tell of its country: a heading before a colon, a dateline."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.sides.countries import countries
from claims.sides.town_cues import count_towns
from gazetteer.states import CAPITALS

__all__ = ["headed", "written_in"]

_HEAD = re.compile(r"\s*([A-Z][^\n:,.]{2,40}):\s")
# "Kassa, Venezuela, Apr 25 (EFE)": a town abroad or in the provinces, and whose land it is in.
_DATELINE = re.compile(
    r"^(?P<town>[A-Z][\w.'’ -]{1,40}),\s(?P<land>[A-Z][A-Za-z. ]{2,40}?)(?=,\s|\s*\()", re.MULTILINE
)
_HEAD_LINES = 400  # characters of a text in which its dateline stands
_CLEARLY = 2  # times as much that the towns of one country are worth as those of another


def headed(text: str) -> str:
    """Return the code of the country before the colon with which a text opens, if it is one."""
    match = _HEAD.match(text)
    named = match[1].lower() if match else ""
    codes = (c.code for c in countries() if named and named in map(str.lower, c.words))
    return next(codes, "")


@lru_cache(maxsize=16)  # asked again when a report's sides are learnt
def written_in(text: str) -> str:
    """Return the code of the country in which a text was written away from its capital, of itself.

    Many a report on a war is from a town across the border, where those who flee arrive: what is
    told must lie in the dateline's country, which other towns of the text tell.
    """
    match = _DATELINE.search(text, 0, _HEAD_LINES)
    if not match or match["town"].lower() in CAPITALS:
        return ""
    code = next((c.code for c in countries() if match["land"] in c.words), "")
    towns = count_towns(text[match.end() :]) if code else {}
    there = towns.pop(code, 0.0)
    return code if there > _CLEARLY * max(towns.values(), default=0.0) else ""
