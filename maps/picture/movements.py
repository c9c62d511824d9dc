"""Movements: tapered arrows from where to where a report states.

Hollow for retreats, pale and dashed where one voice alone tells of it: as on the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import cos, hypot, radians, sin
from typing import NamedTuple

from claims.claim import Action
from claims.situation import ResolvedClaim
from maps.looks.sides import Book
from maps.looks.style import SideStyle
from maps.picture.boxes import Boxes, box_around
from maps.picture.paper import Paper
from maps.picture.places import Place
from maps.picture.sheet import Ink, Sheet
from maps.picture.signs import DOTTED
from maps.picture.strokes import Arrow, Spot, arrow, circle

__all__ = ["Look", "bearing_of", "is_alone", "keep_clear", "paint_arrow", "paint_movements"]

_HOLLOW = (Action.RETREAT, Action.PUSH_BACK)
_COMPASS = "north northeast east southeast south southwest west northwest".split()

_VOICES = 2
_DASHED = (3.6, 1.8)

# A short arrow whose start nobody states: where it ends beside the place, and how long it is.
_CLEAR, _WIDE_CLEAR, _SHORT = 10.0, 14.0, 22.0
_LEAST = 9.0


class Look(NamedTuple):
    """How an arrow looks: of a retreat or what is no fact, of a fact, told by one voice alone."""

    hollow: bool = False
    fact: bool = True
    alone: bool = False


_PLAIN = Look()


def bearing_of(word: str) -> float | None:
    """Return the bearing in degrees of a compass word, None of any other.

    Examples
    --------
    >>> bearing_of("north-eastern"), bearing_of("uphill")
    (45.0, None)
    """
    bare = "".join(c for c in word.lower() if c.isalpha())
    for ending in ("ern", "wards", "ward"):
        bare = bare.removesuffix(ending)
    return _COMPASS.index(bare) * 45.0 if bare in _COMPASS else None


def paint_movements(sheet: Sheet, places: Sequence[Place], *, paper: Paper, book: Book) -> None:
    """Draw each movement once, however many claims tell of it; equal ways fan out."""
    taken: Counter[tuple[Spot, Spot]] = Counter()
    for place, item, alone in _moving(places):
        side = book.style(item.claim.actor_side)
        fact = item.claim.status.is_fact
        look = Look(hollow=item.claim.action in _HOLLOW or not fact, fact=fact, alone=alone)
        if item.tail is not None:
            start = paper.spot(lon=item.tail.lon, lat=item.tail.lat)
            if hypot(start[0] - place.centre[0], start[1] - place.centre[1]) < _LEAST:
                continue
            bow = 0.13 + 0.11 * taken[start, place.centre]
            taken[start, place.centre] += 1
            shape = arrow(start, _short_of(start, place.centre, 5.0), bow=bow)
            paint_arrow(sheet, shape, side, look)
            continue
        for start, tip in _axes(place, item):
            shape = arrow(start, tip, bow=0.0, head=8, half=2.6)
            paint_arrow(sheet, shape, side, look)


def keep_clear(places: Sequence[Place], boxes: Boxes) -> None:
    """Keep markers off the short arrows that say where a movement came from."""
    for place, item, _ in _moving(places):
        if item.tail is None:
            for start, tip in _axes(place, item):
                middle = ((start[0] + tip[0]) / 2, (start[1] + tip[1]) / 2)
                boxes.add(box_around(*middle, across=14, down=14), place)


def _moving(places: Sequence[Place]) -> Iterator[tuple[Place, ResolvedClaim, bool]]:
    """Yield equal movements once: the same place, side, start and look.

    With each comes whether none of the equal ones has a second voice.
    """
    for place in places:
        equal: dict[object, list[ResolvedClaim]] = {}
        for item in place.claims:
            claim = item.claim
            if item.tail is None and not claim.axes:
                continue
            start = (item.tail.lon, item.tail.lat) if item.tail else claim.axes
            key = (claim.actor_side, start, claim.action in _HOLLOW, claim.status.is_fact)
            equal.setdefault(key, []).append(item)
        for own in equal.values():
            yield place, own[0], all(map(is_alone, own))


def is_alone(item: ResolvedClaim) -> bool:
    """Say whether a claim has no second voice."""
    return item.standing is None or item.standing.voices < _VOICES


def _axes(place: Place, item: ResolvedClaim) -> Iterator[tuple[Spot, Spot]]:
    for word in dict.fromkeys(item.claim.axes):
        bearing = bearing_of(word)
        if bearing is None:
            continue
        east, south = sin(radians(bearing)), -cos(radians(bearing))
        gap = _CLEAR + _WIDE_CLEAR * abs(east)
        x, y = place.centre
        tip = (x + east * gap, y + south * gap)
        yield (tip[0] + east * _SHORT, tip[1] + south * _SHORT), tip


def _short_of(start: Spot, tip: Spot, gap: float) -> Spot:
    length = hypot(tip[0] - start[0], tip[1] - start[1]) or 1.0
    part = max(0.0, 1 - gap / length)
    return start[0] + (tip[0] - start[0]) * part, start[1] + (tip[1] - start[1]) * part


def paint_arrow(sheet: Sheet, shape: Arrow, side: SideStyle, look: Look = _PLAIN) -> None:
    """Draw an arrow in a side's colour and with the sign of its head."""
    sheet.outline(shape.outline, Ink(stroke="#ffffff", width=2.2, alpha=0.9))
    if look.hollow or look.alone:
        sheet.outline(shape.outline, Ink(fill="#ffffff", alpha=0.9))
    if not look.hollow:
        sheet.outline(shape.outline, Ink(fill=side.colour, alpha=0.4 if look.alone else 0.9))
    dash = DOTTED if not look.fact else _DASHED if look.alone else ()
    width = 1.0 if look.hollow or look.alone else 0.5
    sheet.outline(shape.outline, Ink(stroke=side.colour, width=width, dash=dash))
    _head(sheet, shape, side)


def _head(sheet: Sheet, shape: Arrow, side: SideStyle) -> None:
    """Draw what tells the heads of two sides apart without colour."""
    run = hypot(shape.tip[0] - shape.neck[0], shape.tip[1] - shape.neck[1]) or 1.0
    east, south = (shape.tip[0] - shape.neck[0]) / run, (shape.tip[1] - shape.neck[1]) / run
    if side.head == "open":
        at = (shape.neck[0] + east * run * 0.3, shape.neck[1] + south * run * 0.3)
        sheet.outline(circle(*at, 1.4), Ink(fill="#ffffff"))
        return
    if side.head not in ("bar", "double"):
        return
    at, half = (shape.tip, 5.0) if side.head == "bar" else (shape.neck, 5.5)
    ahead = 1.8 if side.head == "bar" else -3.0
    x, y = at[0] + east * ahead, at[1] + south * ahead
    ends = [(x - south * half, y + east * half), (x + south * half, y - east * half)]
    sheet.line(ends, Ink(stroke=side.colour, width=1.4))
