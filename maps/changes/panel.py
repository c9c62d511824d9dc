"""What changed as the part of the page's data that its script lists beside the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from itertools import groupby
from typing import Any

from claims.changes import Change, Changes, Kind
from claims.marks import MarkKind
from maps.changes.phrases import side_names, value_words
from maps.changes.telling import Telling, tellings
from maps.text import plain
from maps.words import moment_words

__all__ = ["changes_panel"]

# The script has the words of these codes.
_CODED = ("action", "status", "not_drawn")
_Item = dict[str, Any]


def changes_panel(changes: Changes, ids: Sequence[str], zone: tzinfo) -> dict[str, Any]:
    """Return what changed for the page whose claims have these ids, row by row.

    ``groups`` holds pairs of a heading and its items. An item has the ``row`` of its claim, or its
    ``text`` and ``quote`` where the claim is on the page no more; and of ``why``, ``differences``
    (field, before, after), ``others`` (rows), ``before`` and ``after`` what there is. ``fresh`` is
    the rows of new claims, ``since`` the words for the moment of the state before. Times are told
    in ``zone``.
    """
    rows = {each: number for number, each in enumerate(ids)}
    names = side_names(changes)
    told = groupby(tellings(changes), key=lambda each: each.group)
    fresh = (rows.get(change.noted.claim.id, -1) for change in changes.of(Kind.NEW))
    return {
        "since": moment_words(changes.since, zone) if changes.since else "",
        "counts": {key: changes.counts[key] for key in ("before", "after", "unchanged")},
        "groups": [
            [group, [_item(each, rows, names, zone) for each in own]] for group, own in told
        ],
        "fresh": sorted(row for row in fresh if row >= 0),
    }


def _item(told: Telling, rows: Mapping[str, int], names: Mapping[str, str], zone: tzinfo) -> _Item:
    change = told.change
    row = rows.get(told.noted.claim.id, -1) if change.after else -1
    item: _Item = {"row": row} if row >= 0 else {
        "text": plain(told.title), "quote": plain(told.noted.claim.quote),
    }  # fmt: skip
    if told.group == change.kind and change.why:
        item["why"] = change.why.value
    if told.group == Kind.CORRECTED:
        item["differences"] = _differences(change, names, zone)
    mark = change.mark(MarkKind(told.group)) if told.group in list(MarkKind) else None
    if mark:
        item["others"] = [rows[each] for each in told.others if each in rows]
        if mark.after:
            item |= {
                end: plain(names.get(v, v))
                for end, v in (("before", mark.before), ("after", mark.after))
            }
    return item


def _differences(
    change: Change, names: Mapping[str, str], zone: tzinfo
) -> list[tuple[str, str, str]]:
    def shown(field: str, value: str) -> str:
        return value if field in _CODED else plain(value_words(field, value, names, zone))

    return [
        (d.field, shown(d.field, d.before), shown(d.field, d.after)) for d in change.differences
    ]
