"""What is listed beside a map and named on it: reports, speakers, towns, routes, credits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import Any

import numpy as np
from shapely.geometry import LineString, MultiLineString

from claims.situation import Situation
from gazetteer.entry import FeatureClass, GazetteerEntry
from maps.places.paths import SCALE, paths_of
from maps.text import web_link
from maps.wording.language import ENGLISH, Language
from maps.wording.place_names import namer
from maps.wording.source_words import source_words
from maps.wording.words import moment_words, replaced_words, speaker, zone_of

__all__ = ["credits_of", "entries_used", "reports_of", "routes_of", "speakers_of", "towns_of"]

_FREE = re.compile(r"\b(CC0|public domain|PDDL|Unlicense)\b", re.IGNORECASE)


def entries_used(situation: Situation) -> list[GazetteerEntry]:
    """Return the entries behind the drawn claims, each once, in the order of their ids."""
    every = [each.entry for item in situation.drawn for each in item.resolution.chosen]
    # Thousands of claims use the same few, and to ask each of them for its id takes longer.
    used = {entry.id: entry for entry in dict(zip(map(id, every), every, strict=True)).values()}
    return [used[key] for key in sorted(used)]


def reports_of(situation: Situation, tongue: Language = ENGLISH) -> list[dict[str, Any]]:
    """List every report, also those without a claim, with its number of claims.

    ``minute`` is when it was published, in minutes since 1970.
    """
    counts = Counter(claim.doc for claim in situation.claims)
    return [
        {
            "id": report.id,
            "title": report.title,
            "outlet": report.outlet,
            "url": web_link(report.url),
            "language": report.language,
            "published": moment_words(report.published, zone_of(situation, report.id), tongue)
            if report.published
            else "",
            "replaces": replaced_words(report, situation, tongue),
            "minute": int(report.published.timestamp()) // 60 if report.published else None,
            "sha256": report.sha256,
            "claims": counts[report.id],
        }
        for report in situation.reports
    ]


def speakers_of(
    situation: Situation, sides: Sequence[str], tongue: Language = ENGLISH
) -> list[dict[str, Any]]:
    """Count claims per claimant and side of the actor, the most frequent claimant first.

    ``sides`` ends with the unknown side, which takes what fits none.
    """
    table: dict[str, list[int]] = {}
    for claim in situation.claims:
        row = table.setdefault(speaker(claim, tongue), [0] * len(sides))
        known = claim.actor_side in sides
        row[sides.index(claim.actor_side or "") if known else len(sides) - 1] += 1
    ordered = sorted(table.items(), key=lambda pair: (-sum(pair[1]), pair[0]))
    return [{"name": name, "counts": counts} for name, counts in ordered]


def towns_of(
    used: Sequence[GazetteerEntry],
    towns: Iterable[GazetteerEntry],
    tongue: Language = ENGLISH,
) -> list[dict[str, Any]]:
    """List places to name on the base map: those that claims use first, then the given ones.

    A lower rank is shown first when names would overlap: towns that claims name, then by people.
    """
    rows: dict[str, dict[str, Any]] = {}
    name = namer(tongue)
    wanted = [(entry, 0) for entry in used] + [(entry, 1) for entry in towns]
    for entry, rank in wanted:
        if entry.feature_class is not FeatureClass.POPULATED or entry.id in rows:
            continue
        rows[entry.id] = {
            "name": name(entry),
            "at": [round(entry.footprint.lon * SCALE), round(entry.footprint.lat * SCALE)],
            "people": entry.population,
            "rank": rank,
        }
    return sorted(rows.values(), key=lambda row: (row["rank"], -row["people"], row["name"]))


def routes_of(used: Sequence[GazetteerEntry], tongue: Language = ENGLISH) -> list[dict[str, Any]]:
    """List the roads among the entries that claims use, as lines with their names.

    Each line is a list of whole numbers: its first point, then the steps from point to point.
    """
    roads = [
        entry
        for entry in used
        if entry.feature_class is FeatureClass.ROAD
        and isinstance(entry.footprint.geometry, (LineString, MultiLineString))
    ]
    name = namer(tongue)
    lines = paths_of(np.array([entry.footprint.geometry for entry in roads], dtype=object)).each()
    return [
        {
            "name": name(entry),
            "paths": [np.diff(path, axis=0, prepend=0).ravel().tolist() for path in own],
        }
        for entry, own in zip(roads, lines, strict=True)
    ]


def credits_of(entries: Iterable[GazetteerEntry]) -> list[dict[str, Any]]:
    """Name the sources of the rows a map uses, with their licences.

    "GeoNames 170017" and "GeoNames 170018" are one source: a trailing row number is left out. A
    source in the public domain asks for no line on the map itself (``must`` is false), nor does
    "GeoNames, outlines by others" beside "GeoNames"; they are named in the panel alone.
    """
    named = {(_without_number(source_words(each.source)), each.licence) for each in entries}
    return [
        {
            "text": f"{source} ({licence})",
            "must": not _FREE.search(licence) and not _is_named(source, licence, named),
        }
        for source, licence in sorted(named)
    ]


def _is_named(source: str, licence: str, named: Container[tuple[str, str]]) -> bool:
    whole, comma, _ = source.partition(", ")
    return bool(comma) and (whole, licence) in named


def _without_number(source: str) -> str:
    words = source.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].isdigit() else source
