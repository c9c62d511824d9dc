"""Curated entries in place of the rows of other sources that they were made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.found import Found, as_found

__all__ = ["twinned"]

_NAMED_SO, _ONCE = 0.98, 0.80


def twinned(
    best: Iterable[Found], twin_of: Callable[[Found], GazetteerEntry | None]
) -> dict[str, Found]:
    """Return what was found by its id, rows of a curated entry as that entry.

    A name that only such a row gives it, as a city was once called, is rather that of the village
    which is called so now.
    """
    found = [*best]
    named = any(f.own_name and f.score >= _NAMED_SO and f.feature_class == "P" for f in found)
    joined: dict[str, Found] = {}
    for each in found:
        own = _by_hand(each, twin_of(each), once=named and not each.own_name)
        known = joined.get(own.id)
        if known is None or own.score > known.score:
            joined[own.id] = own
    return joined


def _by_hand(found: Found, twin: GazetteerEntry | None, *, once: bool) -> Found:
    if twin is None:
        return found
    most = _ONCE if once else 1.0
    score, spelling = min(found.score, most), min(found.spelling, most)
    return as_found(twin, text=found.text, score=score, spelling=spelling)
