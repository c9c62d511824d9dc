"""The data of the page: a head of plain JSON types, columns of numbers and the quoted texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from typing import Any

import numpy as np

from claims.situation import Situation
from gazetteer.entry import GazetteerEntry
from maps.beside.panels import credits_of, entries_used, reports_of, routes_of, towns_of
from maps.land.basemap import Basemap
from maps.land.mercator import STEPS, projected
from maps.looks.colour import dark_of, edge_on, ink_on
from maps.looks.layers import layers_of
from maps.looks.style import SideStyle, side_styles
from maps.looks.theme import Theme
from maps.packed.book import Book, book_of
from maps.packed.choices import add_choices
from maps.packed.pack import Columns, Words, pack
from maps.packed.passages import add_passages
from maps.packed.rows import add_claims
from maps.places.ground import Ground
from maps.places.paths import SCALE
from maps.places.sites import Sites, sites_of
from maps.wording.language import Language
from maps.wording.words import moment_words, subtitle, zone_of

__all__ = ["page_data"]

# What a reader sees of it is beside the map, or a link.
_LATER = ("ids", "reports", "stories")

KINDS = ("point", "area", "wide", "line", "ring", "sector", "corridor")


def page_data(
    situation: Situation,
    ground: Ground,
    *,
    title: str,
    towns: Sequence[GazetteerEntry],
    basemap: Basemap,
    credit: str,
    more: Mapping[str, Any],
    full_text: bool = False,
    theme: Theme | None = None,
) -> str:
    """Return what the page says, packed; every string in it is fit for ``textContent``.

    Parameters
    ----------
    ground
        Where its claims are drawn.
    basemap
        The ground, as far as the map can be moved.
    credit
        Names the base map and stands after the credits of the places.
    more
        Joins the head as it is.
    full_text
        Whether whole reports go into the page, or only what stands around each quotation.
    theme
        The language of the page, its subtitle and credit; its colours are already in the situation.
    """
    columns, words = Columns(), Words()
    theme = theme or Theme()
    sites, site_of = sites_of(ground, theme.tongue)
    styles = side_styles(situation.theatre, situation.claims, theme.tongue)
    book = book_of(situation, theme.tongue, styles=styles, site_of=site_of)
    head = add_claims(columns, words, book) | add_choices(columns, book)
    head |= _add_earth(columns, basemap)
    _add_sites(columns, words, sites)
    texts = add_passages(columns, book.claims, book.reports, full_text=full_text)
    told = _head(situation, book, title=title, towns=towns, credit=credit)
    if theme.subtitle:
        told["subtitle"] = f"{theme.subtitle} · {told['subtitle']}"
    if theme.credit:
        told["credits"].insert(0, {"text": theme.credit, "must": True})
    head |= told
    head["full"] = full_text
    later = {name: head.pop(name) for name in _LATER}
    return pack({**head, **more, "words": words.texts}, columns, texts, later=later)


def _add_earth(columns: Columns, basemap: Basemap) -> dict[str, Any]:
    layers = basemap.layers
    points = projected(np.concatenate([layer.points for layer in layers]), basemap.scale)
    columns.add("earth.parts", [len(layer.sizes) for layer in layers])
    columns.add("earth.points", np.concatenate([layer.sizes for layer in layers]))
    columns.add("earth.x", points[:, 0], steps=True)
    columns.add("earth.y", points[:, 1], steps=True)
    earth = {"layers": [layer.name for layer in layers], "steps": STEPS * basemap.scale}
    return {"earth": earth, "extent": basemap.bounds}


def _add_sites(columns: Columns, words: Words, sites: Sites) -> None:
    paths, stands = sites.paths, sites.stands
    number = {kind: number for number, kind in enumerate(KINDS)}
    columns.add("site.kind", [number[kind] for kind in sites.kinds])
    columns.add("site.label", words.column(sites.labels))
    columns.add("site.radius", sites.radii_m)
    columns.add("site.anchors", stands.counts)
    columns.add("site.paths", paths.counts)
    columns.add("path.points", paths.sizes)
    for name, spots in (("site", sites.centres), ("anchor", stands.spots)):
        columns.add(f"{name}.lon", spots[:, 0], steps=True)
        columns.add(f"{name}.lat", spots[:, 1], steps=True)
    # Written as the steps from point to point, a path's first from the centre of its place.
    points, centres = projected(paths.points, SCALE), projected(sites.centres, SCALE)
    steps = np.diff(points, axis=0, prepend=0)
    firsts = np.cumsum(paths.sizes) - paths.sizes
    steps[firsts] = points[firsts] - np.repeat(centres, paths.counts, axis=0)
    columns.add("path.x", steps[:, 0])
    columns.add("path.y", steps[:, 1])


def _head(
    situation: Situation,
    book: Book,
    *,
    title: str,
    towns: Sequence[GazetteerEntry],
    credit: str,
) -> dict[str, Any]:
    tongue, used = book.tongue, entries_used(situation)
    return {
        "title": title,
        "subtitle": subtitle(situation, tongue),
        "made": _made(situation, tongue),
        "language": tongue.locale,
        "labels": tongue.page,
        "scale": SCALE,
        "steps": STEPS * SCALE,
        "kinds": KINDS,
        "sides": [_side(style) for style in book.styles],
        "layers": [layer.record(tongue) for layer in layers_of(situation)],
        "told": len(situation.reports),
        "reports": reports_of(situation, tongue),
        "towns": towns_of(used, towns, tongue),
        "routes": routes_of(used, tongue),
        "credits": [*credits_of([*used, *towns]), {"text": credit, "must": True}],
    }


def _side(style: SideStyle) -> dict[str, Any]:
    """Return a side's look with its colour, ink and edge on a dark map."""
    dark = dark_of(style.colour)
    return {**asdict(style), "dark": [dark, ink_on(dark), edge_on(dark)]}


def _made(situation: Situation, tongue: Language) -> dict[str, str]:
    """Name what a page was made with, so that its result can be had again."""
    as_of = situation.as_of
    return {
        "frontmap": _version(),
        "theatre": tongue.theatre(situation.theatre.name),
        "as_of": moment_words(as_of, zone_of(situation), tongue) if as_of else "",
    }


@cache  # looked up in the files of the installation
def _version() -> str:
    return version("frontmap")
