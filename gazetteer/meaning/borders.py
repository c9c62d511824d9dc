"""Land borders between states, and the stretch of one that a text speaks of."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from types import MappingProxyType

import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass, GazetteerEntry, Provenance, Toponym
from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.towns import country_rows
from gazetteer.index import Gazetteer
from gazetteer.meaning.rank import EXACT, Scene
from gazetteer.place import Candidate, PlaceExpression, Unresolved
from geo.anchors import joined
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m
from geo.projection import Plane

__all__ = ["beside", "border_line", "border_meant", "drawn_border", "land_borders"]

#: A text that names places this near to a border speaks of the stretch beside them: our judgement,
#: about twice the way that "near the border" reaches in the press.
_BESIDE_M = 60_000.0
#: Borders that reach further, as those of a country with lands overseas, say nothing to a reader.
_WIDEST_M = 1_000_000.0
_Codes = tuple[str, str]


@cache
def land_borders() -> Mapping[_Codes, str]:
    """Return the line between each two neighbours as WKT, by their ISO codes in order.

    Raises
    ------
    GazetteerDamagedError
        The file that is shipped with the package cannot be read.
    """
    with as_file(files("gazetteer").joinpath("data/borders.zip")) as path:
        try:
            with zipfile.ZipFile(path) as archive:
                rows = archive.read("borders.tsv").decode("utf-8").splitlines()
        except (OSError, zipfile.BadZipFile, KeyError) as error:
            raise GazetteerDamagedError(path, "cannot be read; install frontmap again") from error
    parted = (row.split("\t") for row in rows)
    return MappingProxyType({(one, other): line for one, other, line in parted})


@cache
def border_line(pair: _Codes) -> BaseGeometry:
    """Return the border of two neighbours; a text speaks of few, and all take 10 ms to read."""
    return shapely.from_wkt(land_borders()[pair])


def border_meant(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene
) -> Candidate | Unresolved | None:
    """Return the border of the countries that a phrase names; None where it names others.

    Notes
    -----
    "The border between A and B" is theirs. "The border with B" is the one of B and the countries
    that the text is about; where those are unknown, or B is the only one, all of B's borders, for
    nothing says which neighbour is meant. Of a border that is known to be meant, the stretch within
    60 km of the text's sure places counts where there is any; of one that the words set in or near
    a place, the stretch within 60 km of that alone.
    """
    named = [code for head in expression.heads if (code := _country(head, gazetteer))]
    if not named or len(named) != len(expression.heads):
        return None
    own = {anchor.country for anchor in scene.anchors if anchor.sure} | set(scene.countries)
    pairs = _pairs(named, own)
    if pairs:
        why = "the land border of the countries that the text speaks of"
        line, stretch, at = _line(pairs), "", None
        if expression.within and scene.areas:
            at = scene.areas[-1].geometry
            line = _within_reach(line, [at])
            stretch = f" within {_BESIDE_M / 1_000:.0f} km of {scene.areas[-1].name}"
        else:
            line, stretch = beside(line, scene)
        if line.is_empty:
            return _unresolved(expression, f"no stretch of that border lies{stretch}")
        name = f"land border of {_listed(code for pair in pairs for code in pair)}{stretch}"
        return _candidate(pairs, line, name, why, beside=at)
    pairs = [pair for pair in land_borders() if named[0] in pair] if len(named) == 1 else []
    if not pairs:
        return _unresolved(expression, f"{_listed(named)}: no land border of theirs is known")
    why = "all land borders of this country, for the text does not say with whom"
    whole = _candidate(pairs, _line(pairs), f"land borders of {_listed(named)}", why)
    if whole.entry.footprint.uncertainty_m > _WIDEST_M:
        lie = "lie too far apart to mean a place; say with whom"
        return _unresolved(expression, f"the borders of {_listed(named)} {lie}")
    return whole


def _unresolved(expression: PlaceExpression, reason: str) -> Unresolved:
    return Unresolved(expression=expression, status="unresolved", reason=reason)


def _country(head: str, gazetteer: Gazetteer) -> str:
    """Return the code of the country of this name, or nothing."""
    found = gazetteer.sounding(head)
    return next((f.country for f in found if f.feature_code == "PCLI" and f.score >= EXACT), "")


def _pairs(named: Sequence[str], own: Iterable[str]) -> list[_Codes]:
    others = named[1:] or sorted(own)
    pairs = [(min(named[0], other), max(named[0], other)) for other in others]
    return [pair for pair in pairs if pair in land_borders()]


def _line(pairs: Sequence[_Codes]) -> BaseGeometry:
    return shapely.line_merge(shapely.union_all([border_line(pair) for pair in pairs]))


def beside(line: BaseGeometry, scene: Scene) -> tuple[BaseGeometry, str]:
    """Return the stretch that the sure places of the text lie beside, and how it was cut."""
    spots = [shapely.Point(anchor.lon, anchor.lat) for anchor in scene.anchors if anchor.sure]
    if not spots:
        return line, ""
    stretch = _within_reach(line, spots)
    if stretch.is_empty:
        return line, ""
    return stretch, f", within {_BESIDE_M / 1_000:.0f} km of the text's places"


def _within_reach(line: BaseGeometry, spots: Sequence[BaseGeometry]) -> BaseGeometry:
    middle = shapely.GeometryCollection(list(spots)).centroid
    plane = Plane(lon=middle.x, lat=middle.y)
    reach = shapely.union_all([plane.to_plane(spot).buffer(_BESIDE_M) for spot in spots])
    stretch = plane.to_plane(line).intersection(reach)
    return stretch if stretch.is_empty else plane.to_earth(stretch)


def _listed(codes: Iterable[str]) -> str:
    names = {row.code: row.names[0] for row in country_rows()}
    return joined([names.get(code, code) for code in dict.fromkeys(codes)])


def _candidate(
    pairs: Sequence[_Codes],
    line: BaseGeometry,
    name: str,
    why: str,
    *,
    beside: BaseGeometry | None = None,
) -> Candidate:
    centre = beside.centroid if beside else None
    source = Provenance(
        id=f"naturalearth:{'+'.join('-'.join(pair) for pair in pairs)}",
        source="Natural Earth 10m boundary lines",
        licence="public domain",
    )
    return Candidate(entry=drawn_border(line, name, source, centre), score=1.0, why=why)


def drawn_border(
    line: BaseGeometry, name: str, source: Provenance, centre: shapely.Point | None = None
) -> GazetteerEntry:
    """Return an entry for a stretch of a border, its point the nearest to a centre."""
    centre = centre or shapely.minimum_bounding_circle(line).centroid
    middle = shapely.ops.nearest_points(line, centre)[0]
    radius_m = enclosing_radius_m(line, lon=middle.x, lat=middle.y)
    return GazetteerEntry(
        id=source.id,
        toponyms=(Toponym(text=name),),
        feature_class=FeatureClass.AREA,
        feature_code="BNDR",
        footprint=Footprint(
            geometry=line, lon=middle.x, lat=middle.y, uncertainty_m=radius_m, method="gazetteer",
            note=name,
        ),
        source=source.source,
        licence=source.licence,
    )  # fmt: skip
