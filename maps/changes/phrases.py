"""The words of what changed, out of the file of the page's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from claims.changes import Changes
from geo.interval import Interval
from maps.language import language
from maps.words import time_words

__all__ = ["said", "side_names", "value_words"]

_CODES = {"action": "action", "status": "status", "not_drawn": "reason"}
# What stands without quotation marks, for it is not in the words of a report.
_PLAIN = ("actor_side", "opponent_side", "position", "via", "claimant")


def said(key: str, **values: object) -> str:
    """Return a phrase by its key with its {names} filled in; ``n`` chooses the plural form."""
    found: Any = language("en").page["changes"]
    for step in key.split("."):
        found = found[step]
    if not isinstance(found, str):
        found = found["one" if values["n"] == 1 else "other"]
    return str(found.format(**values))


def side_names(changes: Changes) -> dict[str, str]:
    """Return a name for every side in what changed; its id, written as words, where it has none."""
    claims = [each.claim for e in changes.entries for each in (e.before, e.after) if each]
    ids = {side for c in claims for side in (c.actor_side, c.opponent_side) if side}
    named = {side: _words(side) for side in sorted(ids)}
    return named | dict(changes.sides)


def _words(side: str) -> str:
    words = side.rpartition("/")[2].replace("-", " ")
    return words[:1].upper() + words[1:]


def value_words(field: str, value: str, names: Mapping[str, str], zone: tzinfo) -> str:
    """Return the value of a difference for readers."""
    words = language("en").page
    if field == "not_drawn" and not value:
        return str(words["on_map"])
    if not value:
        return said("none")
    if field in _CODES:
        return str(words[_CODES[field]].get(value, value))
    if field == "when":
        return _time(value, zone)
    if field == "claimant" and value == "outlet":
        return said("the_report")
    return names.get(value, value) if field in _PLAIN else f"“{value}”"


def _time(value: str, zone: tzinfo) -> str:
    start, end = map(datetime.fromisoformat, value.split("/"))
    words = time_words(Interval(start=start, end=end), zone)
    return f"{words} UTC" if zone is UTC and ":" in words else words
