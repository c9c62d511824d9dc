"""A country of which the towns alone are known, as where a source knows no outlines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.index_file import build_index
from gazetteer.homes.world import set_path
from gazetteer.index import Gazetteer
from tests.gazetteer.homes import ABOUT

__all__ = ["towns_alone"]


def towns_alone(country: str, towns: Iterable[GazetteerEntry], home: Path) -> Gazetteer:
    """Open a country's set that holds these entries."""
    path = set_path(country, home)
    path.parent.mkdir(parents=True, exist_ok=True)
    build_index(path, towns, about=ABOUT)
    return Gazetteer(countries=[country], home=home)
