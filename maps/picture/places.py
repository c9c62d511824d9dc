"""The places of a picture: every drawn claim at its site, laid on paper."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from claims.situation import ResolvedClaim, Situation
from maps.looks.sides import Book
from maps.looks.style import SideStyle
from maps.picture.paper import Paper
from maps.picture.strokes import Spot
from maps.places.ground import ground_of
from maps.places.paths import SCALE
from maps.places.sites import Site, sites_of
from maps.wording.language import ENGLISH, Language

__all__ = ["Place", "places_of"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """A site on paper with the claims that are drawn there.

    ``anchors`` are where its marker may stand, the best first; ``shape`` is None for a point.
    ``radius`` is its uncertainty on paper in points.
    """

    site: Site
    claims: tuple[ResolvedClaim, ...]
    anchors: tuple[Spot, ...]
    centre: Spot
    shape: BaseGeometry | None
    radius: float

    @property
    def wide(self) -> bool:
        """Whether it is a whole region, which gets a name and no outline."""
        return self.site.kind == "wide"

    def looks(self, book: Book) -> list[tuple[SideStyle, bool]]:
        """Return each side that claims something here, and whether any of it is said to be so."""
        sides: dict[str, bool] = {}
        for item in self.claims:
            side = book.style(item.claim.actor_side).id
            sides[side] = sides.get(side, False) or item.claim.status.is_fact
        ordered = sorted(sides, key=book.rank)
        return [(book.styles[side], sides[side]) for side in ordered]


def places_of(situation: Situation, paper: Paper, tongue: Language = ENGLISH) -> tuple[Place, ...]:
    """Lay the sites of a situation on paper, in the order in which the claims name them."""
    sites, numbers = sites_of(ground_of(situation.drawn), tongue)
    together: list[list[ResolvedClaim]] = [[] for _ in sites]
    for item, number in zip(situation.drawn, numbers, strict=True):
        together[number].append(item)
    return tuple(_place(*each, paper) for each in zip(sites, together, strict=True))


def _place(site: Site, items: list[ResolvedClaim], paper: Paper) -> Place:
    first = items[0]
    footprint = first.footprint
    spots = paper.spots(np.array([site.centre, *site.anchors], dtype=float) / SCALE)
    centre, *anchors = ((float(x), float(y)) for x, y in spots)
    return Place(
        site=site,
        claims=tuple(items),
        # A place that reaches into the picture is marked where it is seen.
        anchors=tuple(sorted(anchors, key=lambda spot: not paper.holds(*spot))),
        centre=centre,
        shape=_shape(first, paper),
        radius=paper.length(footprint.uncertainty_m, lat=footprint.lat),
    )


def _shape(item: ResolvedClaim, paper: Paper) -> BaseGeometry | None:
    geometry = item.footprint.geometry
    if geometry.geom_type in ("Point", "MultiPoint"):
        return None
    # A fifth of a point is thinner than any line that is drawn.
    return shapely.simplify(paper.shape(geometry), 0.2)
