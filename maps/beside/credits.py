"""Whose places and ground a file shows, in the words in which they ask to be named."""

from __future__ import annotations

from collections.abc import Sequence

from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.entry import GazetteerEntry
from maps.beside.panels import credits_of, entries_used
from maps.wording.language import ENGLISH, Language

__all__ = ["credit_of", "credits_in", "credits_on"]


def credits_in(
    situation: Situation,
    *,
    towns: Sequence[GazetteerEntry] = (),
    basemap: bool = False,
    tongue: Language = ENGLISH,
) -> tuple[str, ...]:
    """Name all sources of the places in a file, then of its base map where it has one."""
    places = tuple(row["text"] for row in credits_of([*entries_used(situation), *towns]))
    return (*places, tongue.say("told.basemap")) if basemap else places


def credits_on(
    situation: Situation, *, towns: Sequence[GazetteerEntry] = (), tongue: Language = ENGLISH
) -> tuple[str, ...]:
    """Name on a picture those whose licence asks for it, and the base map.

    What is in the public domain is named in the file beside the picture (:func:`credits_in`).
    """
    must = tuple(
        row["text"] for row in credits_of([*entries_used(situation), *towns]) if row["must"]
    )
    return (*must, tongue.say("told.basemap"))


def credit_of(item: ResolvedClaim | NotDrawn) -> str:
    """Name the sources of one claim's place; empty where it has none or its text gives it."""
    if isinstance(item, ResolvedClaim):
        found = item.resolution.chosen
    else:
        found = item.candidates if item.footprint else ()
    rows = (f"{candidate.entry.source} ({candidate.entry.licence})" for candidate in found)
    return "; ".join(dict.fromkeys(rows))
