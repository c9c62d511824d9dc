"""The words for the values of what changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

from claims.editions.changes import Changes
from claims.sides.theatre import own_side
from geo.interval import Interval
from maps.wording.language import Language
from maps.wording.words import time_words

__all__ = ["limits_words", "side_names", "value_words"]

_CODES = {"action": "action", "status": "status", "not_drawn": "reason"}
# What stands without quotation marks, for it is not in the words of a report.
_PLAIN = ("actor_side", "opponent_side", "position", "via", "claimant")


def limits_words(tongue: Language) -> str:
    """Say what no reader of claims may forget."""
    return f"{tongue.say('page.limits')} {tongue.say('page.limits_more')}"


def side_names(changes: Changes, tongue: Language) -> dict[str, str]:
    """Return a name for every side in what changed; its id, written as words, where it has none."""
    claims = [each.claim for e in changes.entries for each in (e.before, e.after) if each]
    ids = {side for c in claims for side in (c.actor_side, c.opponent_side) if side}
    named = {side: _words(side) for side in sorted(ids)} | dict(changes.sides)
    return {side: tongue.side(name) for side, name in named.items()}


def _words(side: str) -> str:
    words = own_side(side)[1].replace("-", " ")
    return words[:1].upper() + words[1:]


def value_words(
    field: str, value: str, names: Mapping[str, str], zone: tzinfo, tongue: Language
) -> str:
    """Return the value of a difference for readers."""
    if field == "not_drawn" and not value:
        return tongue.say("page.on_map")
    if not value:
        return tongue.say("page.changes.none")
    if field in _CODES:
        return str(tongue.page[_CODES[field]].get(value, value))
    if field == "when":
        return _time(value, zone, tongue)
    if field == "claimant" and value == "outlet":
        return tongue.say("page.changes.the_report")
    return names.get(value, value) if field in _PLAIN else tongue.say("page.quoted", text=value)


def _time(value: str, zone: tzinfo, tongue: Language) -> str:
    start, end = map(datetime.fromisoformat, value.split("/"))
    words = time_words(Interval(start=start, end=end), zone, tongue)
    return f"{words} UTC" if zone is UTC and ":" in words else words
