"""What a page says, read back out of its packed data the way its script reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from claims.situation import Situation
from gazetteer.entry import GazetteerEntry
from maps.land.basemap import Basemap, clip
from maps.packed.pack import unpack
from maps.packed.payload import page_data
from maps.places.ground import ground_of
from maps.wording.words import title

__all__ = ["page_value", "said_on"]

_WORDS = (
    "head actor opponent place claimant outlet published when whenText reviewed how reason detail "
    "origin voicesText grade gradeText"
).split()


def page_value(
    situation: Situation,
    *,
    towns: Sequence[GazetteerEntry] = (),
    credit: str = "",
) -> dict[str, Any]:
    """Return the head of the page's data with its claims as a list of rows."""
    packed = page_data(
        situation,
        ground_of(situation.drawn),
        title=title(situation),
        towns=towns,
        basemap=_ground(),
        credit=credit,
        more={},
    )
    head, columns, texts = unpack(packed)
    at = {name: column.tolist() for name, column in columns.items()}
    rows = [_row(number, head, at, texts) for number in range(len(head["ids"]))]
    return {**head, "claims": rows, "sites": len(at["site.kind"])}


@lru_cache
def _ground() -> Basemap:
    return clip((36.0, 35.0, 36.1, 35.1))


def said_on(page: Path) -> str:
    """Return all that a page says: its HTML, then its words and its texts read out of its data."""
    html = page.read_text(encoding="utf-8")
    (packed,) = re.findall(r'id="fm-data"[^>]*>([^<]*)</script>', html)
    head, _, texts = unpack(packed)
    return "\n".join([html, json.dumps(head, ensure_ascii=False), *texts])


def _row(
    number: int, head: dict[str, Any], at: dict[str, list[int]], texts: list[str]
) -> dict[str, Any]:
    words = head["words"]
    passage, status = at["claim.passage"][number], at["claim.status"][number]
    # Offsets count units of UTF-16, of which each is two bytes.
    whole = texts[passage].encode("utf-16-le")
    start = 2 * at["claim.from"][number]
    end = start + 2 * at["claim.chars"][number]
    flags = at["passage.flags"][passage]
    row: dict[str, Any] = {name: words[at[f"claim.{name}"][number]] for name in _WORDS}
    row |= {name: at[f"claim.{name}"][number] for name in ("side", "layer", "start", "gains")}
    row["end"] = row["start"] + at["claim.length"][number]
    return row | {
        "id": head["ids"][number],
        "site": at["claim.site"][number] - 1,
        "report": at["claim.report"][number] - 1,
        "status": head["statuses"][status],
        "fact": head["facts"][status],
        "quote": whole[start:end].decode("utf-16-le"),
        "before": ("… " if flags & 1 else "") + whole[:start].decode("utf-16-le"),
        "after": whole[end:].decode("utf-16-le") + (" …" if flags & 2 else ""),
        "agrees": _linked("agrees", number, at),
        "contradicts": _linked("contradicts", number, at),
    }


def _linked(name: str, number: int, at: dict[str, list[int]]) -> list[int]:
    pairs = zip(at[f"claim.{name}.of"], at[f"claim.{name}"], strict=True)
    return [to for of, to in pairs if of == number]
