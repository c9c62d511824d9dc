"""What changed as the part of the page's data that its script lists beside the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo
from itertools import groupby
from typing import Any

from claims.editions.changes import Change, Changes, Kind
from claims.editions.marks import MarkKind
from claims.situation import Situation
from maps.changes.phrases import side_names, value_words
from maps.changes.telling import Telling, tellings
from maps.text import plain
from maps.wording.language import ENGLISH, Language
from maps.wording.words import moment_words, zone_of

__all__ = ["changes_panel"]

# The script has the words of these codes.
_CODED = ("action", "status", "not_drawn")
_Item = dict[str, Any]


def changes_panel(
    changes: Changes, situation: Situation, tongue: Language = ENGLISH
) -> dict[str, Any]:
    """Return what changed for the page of a situation, whose claims are its rows.

    ``groups`` holds pairs of a heading and its items. An item has the ``row`` of its claim, or its
    ``text`` and ``quote`` where the claim is on the page no more; and of ``why``, ``differences``
    (field, before, after), ``others`` (rows), ``before`` and ``after`` what there is. ``fresh`` is
    the rows of new claims, ``since`` the words for the moment of the state before.
    """
    # A side is called what it is called on the map.
    sides = {side.id: side.name for side in situation.theatre.sides}
    changes = replace(changes, sides={**changes.sides, **sides})
    rows = {claim.id: number for number, claim in enumerate(situation.claims)}
    zone = zone_of(situation)
    items = _Items(rows, side_names(changes, tongue), zone, tongue)
    told = groupby(tellings(changes, tongue), key=lambda each: each.group)
    fresh = (rows.get(change.noted.claim.id, -1) for change in changes.of(Kind.NEW))
    return {
        "since": moment_words(changes.since, zone, tongue) if changes.since else "",
        "counts": {key: changes.counts[key] for key in ("before", "after", "unchanged")},
        "groups": [[group, [*map(items.item, own)]] for group, own in told],
        "fresh": sorted(row for row in fresh if row >= 0),
    }


@dataclass(frozen=True, slots=True)
class _Items:
    """What the items of one page are made with."""

    rows: Mapping[str, int]
    names: Mapping[str, str]
    zone: tzinfo
    tongue: Language

    def item(self, told: Telling) -> _Item:
        """Return one change as the script lists it."""
        change = told.change
        row = self.rows.get(told.noted.claim.id, -1) if change.after else -1
        item: _Item = {"row": row} if row >= 0 else {
            "text": plain(told.title), "quote": plain(told.noted.claim.quote),
        }  # fmt: skip
        if told.group == change.kind and change.why:
            item["why"] = change.why.value
        if told.group == Kind.CORRECTED:
            item["differences"] = self._differences(change)
        mark = change.mark(MarkKind(told.group)) if told.group in list(MarkKind) else None
        if mark:
            item["others"] = [self.rows[each] for each in told.others if each in self.rows]
            item["before"] = plain(self.names.get(mark.before, mark.before))
            item["after"] = plain(self.names.get(mark.after, mark.after))
        return item

    def _differences(self, change: Change) -> list[tuple[str, str, str]]:
        return [
            (each.field, self._shown(each.field, each.before), self._shown(each.field, each.after))
            for each in change.differences
        ]

    def _shown(self, field: str, value: str) -> str:
        if field in _CODED:
            return value
        return plain(value_words(field, value, self.names, self.zone, self.tongue))
