"""From a place expression to its footprint, or an honest no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gazetteer.homes.outlines import drawn
from gazetteer.index import Gazetteer
from gazetteer.meaning import standins
from gazetteer.meaning.called_after import town_of
from gazetteer.meaning.corrections import Corrections
from gazetteer.meaning.courses import (
    beside_the_rest,
    goes_by,
    is_passed_by,
    on_stretch,
    somewhere_on,
    tells_of_goal,
)
from gazetteer.meaning.decide import Chosen
from gazetteer.meaning.district_seats import around_seat
from gazetteer.meaning.heard import Heard
from gazetteer.meaning.holding import (
    around,
    ground_of,
    inside,
    is_curated,
    lies,
    off_ground,
    off_holder,
    off_town,
    stays,
)
from gazetteer.meaning.quarters import quartered
from gazetteer.meaning.rank import Scene
from gazetteer.meaning.readings import as_named, namesake, near_seat
from gazetteer.meaning.shape import is_plain, shape
from gazetteer.meaning.surroundings import Anchor
from gazetteer.meaning.told_beside import told_beside
from gazetteer.meaning.told_once import retold
from gazetteer.meaning.toponym import resolve_heads
from gazetteer.place import PlaceExpression, Relation, Resolution, Unresolved
from gazetteer.town_parts import URBAN
from geo.errors import GeometryError
from geo.footprint import Footprint

__all__ = ["Context", "resolve", "resolve_all"]

# Reports of one war word the same places alike, and a shape takes longest of all.
_kept_shape = lru_cache(maxsize=2_048)(shape)
_near_seat = lru_cache(maxsize=512)(near_seat)


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
    text
        The document that the names stand in; corrections may ask what else it names.
    """

    near: tuple[tuple[float, float], ...] = ()
    inside: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    text: str = ""


def resolve(
    expression: PlaceExpression, gazetteer: Gazetteer, context: Context = Context()
) -> Resolution | Unresolved:
    """Place one expression, or say why it cannot be placed.

    Never guesses: a poor spelling without support, candidates that fit equally well, or a kind of
    feature that the gazetteer does not hold give an ``Unresolved`` with the nearest candidates.
    """
    return resolve_all((expression,), gazetteer, context=context)[0]


def resolve_all(
    expressions: Sequence[PlaceExpression],
    gazetteer: Gazetteer,
    *,
    context: Context = Context(),
    corrections: Corrections | None = None,
) -> tuple[Resolution | Unresolved, ...]:
    """Place all expressions of one document, each in the light of the others.

    Notes
    -----
    Every name is weighed by its spelling first; then by its distance to what the other names may
    mean, each reading by its weight. So two names that are ambiguous settle each other where one
    pair of their readings lies close together. What people have corrected is not weighed at all.
    """
    scene = around(gazetteer, near=context.near, inside=context.inside, countries=context.countries)
    if corrections is not None:
        about = "\n".join((context.text, *context.inside))
        scene = replace(scene, settled=corrections.settle(expressions, gazetteer, text=about))
    named = {
        asked: as_named(asked, gazetteer, context.countries) for asked in dict.fromkeys(expressions)
    }
    meant = tuple(dict.fromkeys(named.values()))
    heard = Heard(meant, gazetteer, scene)
    answers = {asked: _answer(asked, gazetteer, heard.by(asked)) for asked in meant}
    for taught in (retold, told_beside, quartered):
        answers |= taught(
            answers, lambda told, of, known: _answer(told, gazetteer, heard.by(of), known=known)
        )
    return tuple(_as_asked(answers[named[asked]], asked) for asked in expressions)


def _as_asked(answer: Resolution | Unresolved, asked: PlaceExpression) -> Resolution | Unresolved:
    return answer if answer.expression is asked else replace(answer, expression=asked)


def _answer(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene, *, known: bool = False
) -> Resolution | Unresolved:
    """Place an expression; nothing stands in for what must be ``known``."""
    settled = scene.settled.whole(expression)
    if isinstance(settled, Unresolved):
        return settled
    if settled is not None:
        where = settled.entry.footprint
        return Resolution(expression=expression, footprint=where, chosen=(settled,))
    holder = _holder(expression.within, gazetteer, scene, of=expression.feature_word)
    there = inside(scene, holder) if holder and not is_passed_by(expression, holder) else scene
    answer = _shaped(expression, _choose(expression, gazetteer, there))
    # A border was cut to its stretch beside the holder already, and lies in none.
    if isinstance(holder, Resolution) and expression.feature_word != "border":
        answer = _held(answer, holder, gazetteer) if isinstance(answer, Resolution) else answer
    if isinstance(holder, Unresolved) and isinstance(answer, Resolution):
        answer = somewhere_on(answer, holder)
    if holder is None and (ground := ground_of(expression)) is not None:
        holder = _holder(ground, gazetteer, scene)
        answer = _on_ground(answer, holder, gazetteer, scene)
    if isinstance(answer, Resolution):
        near = [anchor for anchor in scene.anchors if anchor.sure]
        return beside_the_rest(around_seat(answer, near), near, held=bool(holder))
    return answer if known else _stand_in(answer, holder, gazetteer, there)


def _held(answer: Resolution, holder: Resolution, gazetteer: Gazetteer) -> Resolution | Unresolved:
    """Take back what does not lie in its holder, and cut what runs through it."""
    inner = off_holder(answer, holder, curated=is_curated(answer, gazetteer))
    return on_stretch(inner, holder) if isinstance(inner, Resolution) else inner


def _on_ground(
    answer: Resolution | Unresolved,
    ground: Resolution | Unresolved | None,
    gazetteer: Gazetteer,
    scene: Scene,
) -> Resolution | Unresolved:
    """Look again on the ground that a text is about where the name alone is unclear, or far off."""
    if not isinstance(ground, Resolution):
        return answer
    # A town that is spoken of holds what is not known elsewhere; a front or a province holds all.
    town = not ground.expression.is_front and ground.chosen[0].entry.feature_class == "P"
    if isinstance(answer, Resolution) and (town or is_curated(answer, gazetteer)):
        return off_town(answer, ground, scene.anchors) if town else answer
    there = inside(scene, ground)
    area = there.areas[-1]
    if ground.expression.is_front:
        where, (name, *_) = ground.footprint, ground.expression.heads
        there = replace(there, anchors=(*there.anchors, Anchor(where.lon, where.lat, name)))
    if not answer.searched if isinstance(answer, Unresolved) else stays(answer, area):
        return answer
    again = _shaped(answer.expression, _choose(answer.expression, gazetteer, there))
    if isinstance(again, Resolution) and lies(again, area):
        return again
    return off_ground(answer, ground, area) if isinstance(answer, Resolution) else answer


def _holder(
    said: PlaceExpression | None, gazetteer: Gazetteer, scene: Scene, *, of: str = ""
) -> Resolution | Unresolved | None:
    """Place what the text says holds a place of kind ``of``; None where it says nothing."""
    if said is None:
        return None
    if of in URBAN and said.relation is Relation.PART and not said.feature_word:
        town = _holder(replace(said, feature_word="city"), gazetteer, scene)
        if isinstance(town, Resolution):
            return town  # a quarter in the west of X, the city and not the province
    holder = as_named(said, gazetteer, scene.countries)
    if not holder.heads:
        return None
    # A name must not hear its own voice back.
    others = tuple(anchor for anchor in scene.anchors if anchor.name not in holder.heads)
    return _answer(holder, gazetteer, replace(scene, anchors=others))


def _choose(expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene) -> Chosen | Unresolved:
    if not expression.heads:
        return Unresolved(
            expression=expression, status="unresolved", reason="the text names no place"
        )
    return resolve_heads(expression, gazetteer, scene)


def _stand_in(
    answer: Unresolved,
    holder: Resolution | Unresolved | None,
    gazetteer: Gazetteer,
    scene: Scene,
) -> Resolution | Unresolved:
    """Place what is not known itself by the town that it is called after, or that holds it."""
    if not answer.searched:
        return answer
    name = town_of(answer.expression) if answer.status == "unresolved" else ""
    town = standins.sure_place(answer.expression, name, "town", gazetteer, scene) if name else None
    passes = holder is not None and goes_by(answer.expression)
    if town and not (passes and not tells_of_goal(holder, town, scene)):
        return standins.beside_town(answer, town)
    # Of many a town the district of its name alone is known.
    area = None
    if name and not holder:
        area = standins.sure_place(answer.expression, name, "district", gazetteer, scene)
    place = standins.as_place(area) if area else holder
    held = standins.held_in(answer, place) if place else answer
    return standins.beside_namesake(held, gazetteer, scene) if held is answer else held


def _shaped(expression: PlaceExpression, chosen: Chosen | Unresolved) -> Resolution | Unresolved:
    if isinstance(chosen, Unresolved):
        return chosen
    names = " and ".join(expression.heads)
    if expression.feature_word == "border":
        names = chosen.candidates[0].entry.name
    # A plain name keeps what it has: the outline of a large country takes its time.
    plain = expression.relation is Relation.AT
    anchors = tuple(c.entry.footprint if plain else drawn(c.entry) for c in chosen.candidates)
    try:
        seat = namesake(chosen)
        footprint = _drawn(expression, anchors, name=names, middle=seat)
    except GeometryError as error:
        return Unresolved(
            expression=expression,
            status="unresolved",
            reason=f"{expression.text!r} cannot be drawn: {error}",
            candidates=chosen.candidates,
        )
    if seat is not None:
        footprint = _near_seat(footprint, seat)
    # The outskirts of a city's province, or 15 km from it, are nobody's meaning.
    if expression.relation in {Relation.AT, Relation.PART}:
        others = (_drawn(expression, (e.footprint,), name=names) for e in chosen.alternatives)
        read = (*footprint.alternatives, *others)
        footprint = replace(footprint, alternatives=read) if read else footprint
    return Resolution(
        expression=expression,
        footprint=footprint,
        chosen=chosen.candidates,
        rejected=chosen.rejected,
    )


def _drawn(
    expression: PlaceExpression,
    anchors: tuple[Footprint, ...],
    *,
    name: str,
    middle: Footprint | None = None,
) -> Footprint:
    """Return the shape of an expression; a plain name is its place, which needs no keeping."""
    if is_plain(expression):
        return anchors[0]
    return _kept_shape(expression, anchors, name=name, middle=middle)
