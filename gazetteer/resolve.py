"""From a place expression to its footprint, or an honest no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shapely import Point

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.index import Gazetteer
from gazetteer.names import BARE_FACTOR
from gazetteer.place import PlaceExpression, Relation, Resolution, Unresolved
from gazetteer.rank import Anchor, Area, Scene
from gazetteer.readings import as_named, near_the_rest
from gazetteer.shape import shape
from gazetteer.toponym import Chosen, resolve_heads
from geo.errors import GeometryError
from geo.footprint import Footprint

__all__ = ["Context", "resolve", "resolve_all"]

#: Slack around an area that holds a place: press areas have no sharp edge.
_SLACK_KM = 10.0
#: A town without an area of its own stands for this much around it.
_SURROUNDINGS_KM = 30.0
#: A place this wide says nothing about where another one lies.
_WIDEST_ANCHOR_M = 60_000
#: Spelled so well that the place may vouch for others.
_SURE = 0.95
_MOST_ANCHORS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of where a name may lie.

    Parameters
    ----------
    near
        Points as longitude and latitude in degrees; nearer candidates win.
    inside
        Names or ids of areas and countries that hold the place.
    countries
        ISO 3166-1 alpha-2 codes; candidates of others are held back.
    """

    near: tuple[tuple[float, float], ...] = ()
    inside: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


def resolve(
    expression: PlaceExpression, gazetteer: Gazetteer, context: Context = Context()
) -> Resolution | Unresolved:
    """Place one expression, or say why it cannot be placed.

    Never guesses: a poor spelling without support, candidates that fit equally well, or a kind of
    feature that the gazetteer does not hold give an ``Unresolved`` with the nearest candidates.
    """
    return resolve_all((expression,), gazetteer, context=context)[0]


def resolve_all(
    expressions: Sequence[PlaceExpression], gazetteer: Gazetteer, *, context: Context = Context()
) -> tuple[Resolution | Unresolved, ...]:
    """Place all expressions of one document, each in the light of the others.

    Notes
    -----
    Two passes: names that are clear by themselves first, then every name again by its distance to
    the clear ones.
    """
    scene = _scene(gazetteer, context)
    named = {asked: as_named(asked, gazetteer) for asked in dict.fromkeys(expressions)}
    first = {meant: _choose(meant, gazetteer, scene) for meant in dict.fromkeys(named.values())}
    anchors = _anchors(first)
    second: dict[PlaceExpression, Resolution | Unresolved] = {}
    for meant, chosen in first.items():
        others = _with_others(scene, anchors, chosen)
        answer = _shaped(meant, _choose(meant, gazetteer, others))
        if isinstance(answer, Resolution):
            answer = near_the_rest(answer, others.anchors)
        second[meant] = answer
    return tuple(replace(second[named[asked]], expression=asked) for asked in expressions)


def _choose(expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene) -> Chosen | Unresolved:
    if not expression.heads:
        return Unresolved(
            expression=expression, status="unresolved", reason="the text names no place"
        )
    holder = expression.within
    if holder is not None and holder.heads:
        answer = _shaped(holder, _choose(holder, gazetteer, scene))
        scene = _inside(scene, answer)
    return resolve_heads(expression, gazetteer, scene)


def _shaped(expression: PlaceExpression, chosen: Chosen | Unresolved) -> Resolution | Unresolved:
    if isinstance(chosen, Unresolved):
        return chosen
    names = " and ".join(expression.heads)
    anchors = [candidate.entry.footprint for candidate in chosen.candidates]
    try:
        footprint = shape(expression, anchors, name=names, middle=_namesake(chosen))
    except GeometryError as error:
        return Unresolved(
            expression=expression,
            status="unresolved",
            reason=f"{expression.text!r} cannot be drawn: {error}",
            candidates=chosen.candidates,
        )
    # The outskirts of a city's province, or 15 km from it, are nobody's meaning.
    if expression.relation in {Relation.AT, Relation.PART}:
        others = (shape(expression, [e.footprint], name=names) for e in chosen.alternatives)
        footprint = replace(footprint, alternatives=(*footprint.alternatives, *others))
    return Resolution(
        expression=expression,
        footprint=footprint,
        chosen=chosen.candidates,
        rejected=chosen.rejected,
    )


def _namesake(chosen: Chosen) -> Footprint | None:
    """Return the town that an area shares its name with, the first that lies inside it."""
    area = chosen.candidates[0].entry.footprint.geometry
    towns = (
        entry.footprint
        for entry in (*chosen.alternatives, *(candidate.entry for candidate in chosen.rejected))
        if entry.feature_class is FeatureClass.POPULATED
    )
    return next((town for town in towns if area.contains(Point(town.lon, town.lat))), None)


def _scene(gazetteer: Gazetteer, context: Context) -> Scene:
    anchors = tuple(Anchor(lon, lat, "the given point") for lon, lat in context.near)
    areas = tuple(area for name in context.inside for area in _area_named(gazetteer, name))
    return Scene(anchors=anchors, areas=areas, countries=context.countries)


def _area_named(gazetteer: Gazetteer, name: str) -> tuple[Area, ...]:
    """Return the area of this name or id; a town stands for the area drawn around it."""
    if ":" in name:
        return (_area_of(name, gazetteer.get(name)),)
    entries = [found.entry for found in gazetteer.matches(name) if found.score >= BARE_FACTOR]
    entries.sort(key=lambda entry: entry.feature_class is not FeatureClass.ADMIN)
    if not entries:
        return ()
    return (_area_of(name, gazetteer.area_around(entries[0]) or entries[0]),)


def _area_of(name: str, entry: GazetteerEntry) -> Area:
    shaped = entry.footprint.geometry.geom_type.endswith("Polygon")
    return Area(name, entry.footprint.geometry, _SLACK_KM if shaped else _SURROUNDINGS_KM)


def _inside(scene: Scene, holder: Resolution | Unresolved) -> Scene:
    if isinstance(holder, Unresolved):
        return scene
    name = repr(holder.expression.text)
    area = Area(name, holder.footprint.geometry, _SLACK_KM)
    return replace(scene, areas=(*scene.areas, area))


def _anchors(answers: Mapping[PlaceExpression, Chosen | Unresolved]) -> dict[str, Anchor]:
    """Return the places that are clear by themselves, by the id of their entry."""
    return {
        each.entry.id: Anchor(each.entry.footprint.lon, each.entry.footprint.lat, head)
        for asked, answer in answers.items()
        if isinstance(answer, Chosen)
        for head, each in zip(asked.heads, answer.candidates, strict=False)
        if each.score >= _SURE and each.entry.footprint.uncertainty_m <= _WIDEST_ANCHOR_M
    }


def _with_others(scene: Scene, anchors: dict[str, Anchor], own: Chosen | Unresolved) -> Scene:
    """Add the places of the text, but not the one that is asked about or its rivals."""
    candidates = own.candidates if isinstance(own, Unresolved) else (*own.candidates, *own.rejected)
    asked_about = {candidate.entry.id for candidate in candidates}
    others = [anchor for entry_id, anchor in anchors.items() if entry_id not in asked_about]
    return replace(scene, anchors=(*scene.anchors, *others[:_MOST_ANCHORS]))
