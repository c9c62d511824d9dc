"""The places of a map: each shape once, in columns, with the points where its marker may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from claims.situation import ResolvedClaim
from gazetteer.entry import FeatureClass, GazetteerEntry
from maps.alike import Alike, alike
from maps.places.ground import Ground
from maps.places.paths import Path, Paths, encoded, paths_of
from maps.places.stands import Stands, stands_of, stands_on
from maps.wording.language import ENGLISH, Language
from maps.wording.place_names import namer

__all__ = ["Site", "Sites", "sites_of"]

# From these radii on a named place, or a part of one, is a whole region. A dot in its middle would
# claim a precision that nobody stated, and its hatching would cover all else: it gets a name badge
# and shows its shape when asked.
_WIDE_M = 25_000
_WIDE_PART_M = 45_000

_KINDS = {
    "ring": "ring",
    "sector": "sector",
    "outskirts": "ring",
    "part": "sector",
    "toward": "sector",
    "between": "corridor",
    "along": "corridor",
}
_LINES = (
    shapely.GeometryType.LINESTRING,
    shapely.GeometryType.LINEARRING,
    shapely.GeometryType.MULTILINESTRING,
)
_WHOLE = ("point", "area")
_AREAS = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


class Site(NamedTuple):
    """A place on the page.

    Parameters
    ----------
    kind
        ``point``, ``area``, ``wide``, ``line``, ``ring``, ``sector`` or ``corridor``.
    paths
        The shape as rings or lines; empty for a point.
    anchors
        Encoded positions for its marker, the best first.
    centre
        Encoded position that movements point to.
    radius_m
        Uncertainty in metres.
    label
        What a reader calls it.
    """

    kind: str
    paths: Sequence[Path]
    anchors: tuple[tuple[int, int], ...]
    centre: tuple[int, int]
    radius_m: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sites:
    """All places, a column for each field of :class:`Site`."""

    kinds: Sequence[str]
    paths: Paths
    stands: Stands
    centres: NDArray[np.int64]
    radii_m: Sequence[int]
    labels: Sequence[str]
    shapes: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.kinds)

    def __iter__(self) -> Iterator[Site]:
        own = np.split(self.stands.spots, np.cumsum(self.stands.counts))[:-1]
        rows = zip(
            self.kinds, self.paths.each(), self.centres, self.radii_m, self.labels, strict=True
        )
        for (kind, paths, centre, radius_m, label), stands, shape in zip(
            rows, own, self.shapes, strict=True
        ):
            spots = stands if len(stands) else stands_on(shape) if kind == "line" else [centre]
            anchors = tuple((int(lon), int(lat)) for lon, lat in spots)
            yield Site(kind, paths, anchors, tuple(centre.tolist()), radius_m, label)


def sites_of(ground: Ground, tongue: Language = ENGLISH) -> tuple[Sites, list[int]]:
    """Return the places of claims and, for each claim, the number of its place.

    Claims that are drawn at the very same shape with the same uncertainty share a place.
    """
    items, count = ground.items, len(ground.items)
    shapes, spots = ground.shapes[:count], ground.spots[:count]
    centres, radii = encoded(spots[:, :2]), np.rint(spots[:, 2]).astype(np.int64)
    # A row as its bytes: one thing to compare, not three.
    rows = np.column_stack([centres, radii]).view("V24").ravel().tolist()
    kept, numbers = _alike(shapes, alike(rows))
    first = np.array(kept, np.int64)
    own, shapes = [items[n] for n in kept], shapes[first]
    kinds = _kinds(own, shapes, spots[first, 2])
    sites = Sites(
        kinds=kinds,
        paths=paths_of(shapes),
        stands=stands_of([ground.places[n] for n in kept], kinds, shapes),
        centres=centres[first],
        radii_m=radii[first].tolist(),
        labels=_labels(own, kinds, namer(tongue)),
        shapes=shapes,
    )
    return sites, numbers.tolist()


def _alike(shapes: NDArray[np.object_], near: Alike) -> Alike:
    """Tell apart by their shapes what stands around one point; few do, of many places."""
    several = np.flatnonzero(np.bincount(near.of)[near.of] > 1)
    written = np.full(len(shapes), b"", object)
    written[several] = shapely.to_wkb(shapes[several])
    return alike(zip(near.of.tolist(), written.tolist(), strict=True)) if len(several) else near


def _kinds(
    items: Sequence[ResolvedClaim], shapes: NDArray[np.object_], radii_m: NDArray[np.float64]
) -> list[str]:
    types = shapely.get_type_id(shapes)
    plain = np.where(radii_m >= _WIDE_M, "wide", "point")
    kinds: list[str] = np.where(np.isin(types, _LINES), "line", plain).tolist()
    for number in np.flatnonzero(np.isin(types, _AREAS)).tolist():
        kinds[number] = _area(items[number])
    return kinds


def _area(item: ResolvedClaim) -> str:
    radius_m, method = item.footprint.uncertainty_m, item.footprint.method
    if method in _KINDS:
        return "wide" if radius_m >= _WIDE_PART_M else _KINDS[method]
    return "wide" if radius_m >= _WIDE_M or _is_admin(item) else "area"


def _is_admin(item: ResolvedClaim) -> bool:
    chosen = item.resolution.chosen
    return bool(chosen) and chosen[0].entry.feature_class is FeatureClass.ADMIN


def _labels(
    items: Sequence[ResolvedClaim], kinds: Sequence[str], name_of: Callable[[GazetteerEntry], str]
) -> list[str]:
    """Name places by their gazetteer entries, or by the report's words what is a part of one."""
    entries = [
        item.resolution.chosen[0].entry
        if item.resolution.chosen and (kind in _WHOLE or item.footprint.method == "gazetteer")
        else None
        for item, kind in zip(items, kinds, strict=True)
    ]
    # Many places are named after the same few entries.
    distinct = {id(entry): entry for entry in entries if entry is not None}
    names = {key: name_of(entry) for key, entry in distinct.items()}
    named = map(names.get, map(id, entries))
    return [name or _words(item) for name, item in zip(named, items, strict=True)]


def _words(item: ResolvedClaim) -> str:
    return item.claim.place.text if item.claim.place else ""
