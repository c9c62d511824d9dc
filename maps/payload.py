"""The data of the page: a head of plain JSON types, columns of numbers and the quoted texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

import numpy as np

from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.entry import GazetteerEntry
from maps.choices import add_choices
from maps.colour import dark_of, ink_on
from maps.language import Language
from maps.layers import layers_of
from maps.pack import Columns, Words, pack
from maps.panels import credits_of, reports_of, routes_of, towns_of
from maps.passages import add_passages
from maps.rows import Book, add_claims
from maps.sites import SCALE, Site, sites_of
from maps.style import SideStyle, side_styles
from maps.text import plain, web_link
from maps.theme import Theme
from maps.words import moment_words, subtitle, zone_of

__all__ = ["page_data"]

KINDS = ("point", "area", "wide", "line", "ring", "sector", "corridor")


def page_data(
    situation: Situation,
    *,
    title: str,
    towns: Sequence[GazetteerEntry],
    credit: str,
    more: Mapping[str, Any],
    full_text: bool = False,
    theme: Theme | None = None,
) -> str:
    """Return what the page says, packed; every string in it is fit for ``textContent``.

    Parameters
    ----------
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
    book, sites = _book(situation, theme.tongue)
    head = add_claims(columns, words, book) | add_choices(columns, book)
    _add_sites(columns, words, sites)
    texts = add_passages(columns, book.claims, book.reports, full_text=full_text)
    told = _head(situation, book, title=title, towns=towns, credit=credit)
    if theme.subtitle:
        told["subtitle"] = f"{theme.subtitle} · {told['subtitle']}"
    if theme.credit:
        told["credits"].insert(0, {"text": theme.credit, "must": True})
    head |= _clean(told)
    head["full"] = full_text
    for row in head["reports"]:
        row["url"] = web_link(row["url"])
    return pack({**head, **more, "words": words.texts}, columns, texts)


def _book(situation: Situation, tongue: Language) -> tuple[Book, tuple[Site, ...]]:
    sites, numbers = sites_of(situation.drawn)
    place = {item.claim.id: at for item, at in zip(situation.drawn, numbers, strict=True)}
    every: list[ResolvedClaim | NotDrawn] = [*situation.drawn, *situation.not_drawn]
    items = {item.claim.id: item for item in every}
    claims = situation.claims
    book = Book(
        situation=situation,
        items=[items[claim.id] for claim in claims],
        claims=claims,
        styles=side_styles(situation.theatre, claims, tongue),
        site_of=[place.get(claim.id, -1) for claim in claims],
        reports={report.id: (n, report) for n, report in enumerate(situation.reports)},
        tongue=tongue,
    )
    return book, sites


def _add_sites(columns: Columns, words: Words, sites: Sequence[Site]) -> None:
    columns.add("site.kind", [KINDS.index(site.kind) for site in sites])
    columns.add("site.label", words.column(site.label for site in sites))
    columns.add("site.radius", [site.radius_m for site in sites])
    # The script finds the stands of points and on lines by itself.
    stands = [() if _is_plain(site) else site.anchors for site in sites]
    columns.add("site.anchors", [len(own) for own in stands])
    columns.add("site.paths", [len(site.paths) for site in sites])
    paths = [path for site in sites for path in site.paths]
    columns.add("path.points", [len(path) for path in paths])
    anchors = np.array([spot for own in stands for spot in own]).reshape(-1, 2)
    centres = np.array([site.centre for site in sites]).reshape(-1, 2)
    for name, spots in (("site", centres), ("anchor", anchors)):
        columns.add(f"{name}.lon", spots[:, 0], steps=True)
        columns.add(f"{name}.lat", spots[:, 1], steps=True)
    # Written as the steps from point to point, a path's first from the centre of its place.
    points = np.concatenate([np.empty((0, 2), np.int64), *paths])
    steps = np.diff(points, axis=0, prepend=0)
    firsts = np.cumsum([0, *map(len, paths)])[:-1]
    owners = np.repeat(np.arange(len(sites)), [len(site.paths) for site in sites])
    steps[firsts] = points[firsts] - centres[owners]
    columns.add("path.lon", steps[:, 0])
    columns.add("path.lat", steps[:, 1])


def _is_plain(site: Site) -> bool:
    return site.kind == "line" or site.anchors == (site.centre,)


def _head(
    situation: Situation,
    book: Book,
    *,
    title: str,
    towns: Sequence[GazetteerEntry],
    credit: str,
) -> dict[str, Any]:
    tongue = book.tongue
    return {
        "title": title,
        "subtitle": subtitle(situation, tongue),
        "made": _made(situation, tongue),
        "language": tongue.locale,
        "labels": tongue.page,
        "scale": SCALE,
        "kinds": KINDS,
        "sides": [_side(style) for style in book.styles],
        "layers": [layer.record(tongue) for layer in layers_of(situation)],
        "reports": reports_of(situation, tongue),
        "towns": towns_of(situation, towns),
        "routes": routes_of(situation),
        "credits": [*credits_of(situation, towns), {"text": credit, "must": True}],
    }


def _side(style: SideStyle) -> dict[str, Any]:
    """Return a side's look with its colour and ink on a dark map."""
    dark = dark_of(style.colour)
    return {**asdict(style), "dark": [dark, ink_on(dark)]}


def _made(situation: Situation, tongue: Language) -> dict[str, str]:
    """Name what a page was made with, so that its result can be had again."""
    as_of = situation.as_of
    return {
        "frontmap": version("frontmap"),
        "theatre": tongue.theatre(situation.theatre.name),
        "as_of": moment_words(as_of, zone_of(situation), tongue) if as_of else "",
    }


def _clean(value: Any) -> Any:
    """Pass every string of a nested value through :func:`maps.text.plain`."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _clean(child) for key, child in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(child) for child in value]
    return value
