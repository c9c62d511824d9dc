"""Which names running text may use for an entry."""

from __future__ import annotations

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.spellings.english import is_common_word, is_ordinary
from gazetteer.spellings.spelling import MAX_NAME_CHARS

__all__ = ["stands_in_text"]

_LEAST_CHARS = 3
_WELL_KNOWN = 100_000


def stands_in_text(entry: GazetteerEntry, name: str) -> bool:
    """Tell whether running text means the entry by this name, and not an English word by it.

    Entries written by hand, which no list of the world's places numbers, may bear any name.
    """
    if not entry.id.startswith(_LISTS):
        return True
    if not _LEAST_CHARS <= len(name) <= MAX_NAME_CHARS:
        return False
    if not is_ordinary(name):
        return True
    return name == entry.name and _is_well_known(entry, name)


_LISTS = ("geonames:", "wof:", "osm:", "naturalearth:")


def _is_well_known(entry: GazetteerEntry, name: str) -> bool:
    if entry.feature_class is FeatureClass.ADMIN and entry.feature_code == "PCLI":
        return True
    large = entry.population >= _WELL_KNOWN and not is_common_word(name) and len(name) > 3
    return entry.feature_code == "PPLC" or large
