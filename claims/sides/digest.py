"""Lands of a digest: each of its lines is news of its own, with its sources or land told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from claims.sides.digest_lines import opens_with_land
from claims.sides.heading_cues import headed
from claims.sides.setting import likely_countries
from claims.sides.theatre_cues import ENOUGH, CueTable
from claims.sides.town_cues import count_towns

__all__ = ["further_lands"]

_SOURCED = re.compile(r"^.*\S\s*\([A-Z][^()\n]{1,60}\)[\s.]*$", re.MULTILINE)
_LINES = 2  # of a digest at least
_MOST = 8  # lands, for every one makes the search for a name longer
_AT_HOME = 2  # a group tells more of a land than the name of another beside it
# So much do towns tell of a line that names no country: two of them, or one that is in no other.
_TOWN = 1.9


def further_lands(
    texts: Iterable[str], table: CueTable, theatre: str, lands: Iterable[str]
) -> tuple[str, ...]:
    """Return the lands of lines that have nothing to do with the others: ISO codes.

    Parameters
    ----------
    theatre
        The id of the theatre that the texts are of; empty for none.
    lands
        The codes of the countries that they are set in.
    """
    known = set(lands)
    found = (land for text in texts for land in _of_lines(text, table, theatre, known))
    return tuple(dict.fromkeys(found))[: max(0, _MOST - len(known))]


def _items(text: str) -> list[str]:
    """Return the lines of a digest: those that end in a source, or open with a land."""
    items = _SOURCED.findall(text)
    if len(items) >= _LINES:
        return items
    items = [line for line in text.splitlines() if headed(line) or opens_with_land(line)]
    return items if len(items) >= _LINES else []


def _of_lines(text: str, table: CueTable, theatre: str, lands: set[str]) -> Iterator[str]:
    for line in _items(text):
        told = table.weigh(line)
        named = told.named + Counter(dict.fromkeys(told.homes, _AT_HOME))
        if told.points[theatre] or not lands.isdisjoint(named):
            continue
        towns = {code: worth for code, worth in count_towns(line).items() if worth >= _TOWN}
        if lands.isdisjoint(towns):
            other = max(told.firm, key=lambda name: told.points[name], default="")
            sure = bool(other) and told.points[other] >= ENOUGH
            own = table.theatres[other].countries if sure else likely_countries(named, towns)
            yield from own[:1]
