"""Outlines of first-level areas: pieces of Natural Earth's countries, named by their towns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import cos, radians

import numpy as np
import shapely
import shapely.affinity
from build_areas import COUNTRIES, LINES, mosaic
from natural_earth import NaturalEarth
from province_names import Town
from shapely.geometry.base import BaseGeometry

__all__ = ["outlines"]

#: Country and name of an area.
_Area = tuple[str, str]
#: So much of an area's towns make a piece its own where more of another's lie in it.
_MAIN, _LEAST = 0.5, 3
#: A piece without a town, such as an islet, goes to the nearest area where it is small and near;
#: a large one stays without a name.
_SMALL_DEG2, _NEAR_DEG = 0.05, 0.2
#: A kilometre and a half, for no report knows such a border better; islets below 10 km² are no
#: part of it.
TOLERANCE_DEG, DECIMALS, _LEAST_PART_DEG2 = 0.015, 3, 0.001


def outlines(earth: NaturalEarth, towns: Sequence[Town]) -> dict[_Area, BaseGeometry]:
    """Return the outline of each area that has a town on the map."""
    pieces = list(_pieces(earth))
    inside = _towns_in(pieces, towns)
    homes = _homes(inside)
    parts: dict[_Area, list[BaseGeometry]] = defaultdict(list)
    for number, areas in homes.items():
        own = [town for town in inside[number] if _area(town) in areas]
        for area, part in _parted(pieces[number], own):
            parts[area].append(part)
    _give_islets([piece for n, piece in enumerate(pieces) if n not in homes], parts)
    shapes = ((area, _simple(shapely.union_all(of_area))) for area, of_area in parts.items())
    return {area: shape for area, shape in sorted(shapes) if not shape.is_empty}


def _area(town: Town) -> _Area:
    return town.country, town.area


def _pieces(earth: NaturalEarth) -> Iterator[BaseGeometry]:
    lines = np.array(earth.read(LINES).geometry.dropna().tolist())
    tree = shapely.STRtree(lines)
    for country in earth.read(COUNTRIES).geometry:
        yield from mosaic(country, lines[np.sort(tree.query(country))].tolist())


def _towns_in(pieces: Sequence[BaseGeometry], towns: Sequence[Town]) -> dict[int, list[Town]]:
    """Return the towns of each piece, those of the country alone that most of them belong to."""
    points = shapely.points([(town.lon, town.lat) for town in towns])
    found: dict[int, list[Town]] = defaultdict(list)
    for town, piece in shapely.STRtree(np.array(pieces)).query(points, predicate="within").T:
        found[int(piece)].append(towns[town])
    return {number: _of_one_country(inside) for number, inside in sorted(found.items())}


def _of_one_country(towns: Sequence[Town]) -> list[Town]:
    ((country, _),) = Counter(town.country for town in towns).most_common(1)
    return [town for town in towns if town.country == country]


def _homes(inside: dict[int, list[Town]]) -> dict[int, set[_Area]]:
    """Return the areas that each piece is shared by: by the one of most towns and those at home.

    At home are areas that are the first nowhere, and areas that have most of their towns there.
    """
    counts = {number: Counter(map(_area, towns)) for number, towns in inside.items()}
    homes = {number: {max(count, key=lambda a: (count[a], a))} for number, count in counts.items()}
    first = {area for areas in homes.values() for area in areas}
    total = sum(counts.values(), Counter[_Area]())
    largest: dict[_Area, int] = {}
    for number, count in counts.items():
        for area in count:
            if area not in largest or count[area] > counts[largest[area]][area]:
                largest[area] = number
    for area, number in largest.items():
        here = counts[number][area]
        if area not in first or (here >= _LEAST and here >= _MAIN * total[area]):
            homes[number].add(area)
    return homes


def _parted(piece: BaseGeometry, towns: Sequence[Town]) -> Iterator[tuple[_Area, BaseGeometry]]:
    """Part a piece among the areas of its towns: what is nearer to a town than to any other."""
    areas = sorted({_area(town) for town in towns})
    if len(areas) == 1:
        yield areas[0], piece
        return
    # A degree of longitude is as long as one of latitude on the equator alone.
    narrow = cos(radians(piece.centroid.y))
    spots = {(town.lon * narrow, town.lat): _area(town) for town in towns}
    stretched = shapely.affinity.scale(piece, xfact=narrow, yfact=1, origin=(0, 0))
    cells = shapely.voronoi_polygons(
        shapely.MultiPoint(list(spots)), extend_to=stretched, ordered=True
    )
    for area in areas:
        own = [cell for cell, of in zip(cells.geoms, spots.values(), strict=True) if of == area]
        part = shapely.union_all(own).intersection(stretched)
        yield area, shapely.affinity.scale(part, xfact=1 / narrow, yfact=1, origin=(0, 0))


def _give_islets(islets: Sequence[BaseGeometry], parts: dict[_Area, list[BaseGeometry]]) -> None:
    areas = [area for area, of_area in parts.items() for _ in of_area]
    tree = shapely.STRtree([part for of_area in parts.values() for part in of_area])
    for islet in islets:
        if islet.area <= _SMALL_DEG2:
            at, _ = tree.query_nearest(islet, max_distance=_NEAR_DEG, return_distance=True)
            if len(at):
                parts[areas[int(at[0])]].append(islet)


def _simple(shape: BaseGeometry) -> BaseGeometry:
    parts = sorted(shapely.get_parts(shape.simplify(TOLERANCE_DEG)), key=lambda part: -part.area)
    kept = [part for part in parts if part.area >= _LEAST_PART_DEG2] or parts[:1]
    rounded = shapely.set_precision(shapely.union_all(kept), 10**-DECIMALS)
    return shapely.normalize(rounded)
