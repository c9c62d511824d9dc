"""The outlines of countries, and where in them people live."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache, partial

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.homes.provinces import province_outlines
from gazetteer.homes.towns import country_entries, town_spots
from gazetteer.sources.footprints import footprint_of
from geo.footprint import Footprint
from geo.spread import Points, Sample

__all__ = ["drawn"]

#: Islets smaller than this share of the largest piece are no part that a report tells of.
_LEAST_SHARE = 0.002


def drawn(entry: GazetteerEntry) -> Footprint:
    """Return the footprint of an entry, that of a country with an outline and not a box of towns.

    The outline has the towns as its ``sample``: what happens in a country happens where people
    live.
    """
    if entry.feature_code == "PCLI" and entry.footprint is _boxes().get(entry.id):
        return _outlined(entry.country, entry.name) or entry.footprint
    return entry.footprint


@cache
def _boxes() -> dict[str, Footprint]:
    return {entry.id: entry.footprint for entry in country_entries()}


@lru_cache(maxsize=64)
def _outlined(country: str, name: str) -> Footprint | None:
    """Return the ground of a country: its first-level areas as one; None where none are shipped."""
    whole = shapely.union_all([*province_outlines(country)])
    if whole.is_empty:
        return None
    found = footprint_of(_without_islets(whole), name, FeatureClass.ADMIN, "PCLI")
    return replace(found, sample=Sample(partial(_towns, country)))


def _without_islets(shape: BaseGeometry) -> BaseGeometry:
    """Leave out the smallest pieces of a country, and the slivers between its areas."""
    pieces = [piece for piece in shapely.get_parts(shape) if piece.geom_type == "Polygon"]
    least = _LEAST_SHARE * max(piece.area for piece in pieces)
    return shapely.union_all([shapely.Polygon(p.exterior) for p in pieces if p.area >= least])


def _towns(country: str) -> Points:
    return np.array(town_spots(country))
