"""Markers: a row of segments, one per side, that stand where there is room; none is ever hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot

from claims.claim import Action
from claims.situation import ResolvedClaim
from maps.looks.sides import Book
from maps.looks.style import SideStyle
from maps.picture.boxes import Box, Boxes
from maps.picture.lettering import Letters, measure
from maps.picture.paper import Paper
from maps.picture.places import Place
from maps.picture.strokes import Spot

__all__ = ["LETTER", "PILL", "SEVERAL", "WORD", "Mark", "Segment", "place_marks", "segment_width"]

PILL = 13.0
"""Height of a marker in points."""

LETTER = Letters(size=7.2, bold=True)
WORD = Letters(size=6.8, bold=True, italic=True)
_GLYPH, _PAD, _WORD_ROOM = 9.5, 4.0, 11.0
_BADGE = 5.0

SEVERAL = SideStyle(
    id="*",
    name="",
    abbreviation="+",
    colour="#4a4f54",
    ink="#ffffff",
    dash="solid",
    head="solid",
    angle_deg=45,
)
"""Stands for more sides than a marker has room for."""

_ORDER = {"point": 0, "area": 1, "line": 2, "corridor": 2, "sector": 3, "ring": 4, "wide": 5}
_BESIDE = ((0, -1), (0, 1), (1.7, 0), (-1.7, 0), (1.4, -1), (-1.4, 1), (1.4, 1), (-1.4, -1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The part of a marker that is one side's: a sign, a letter, a count."""

    side: SideStyle
    action: Action | None
    text: str
    hollow: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mark:
    """A marker for one or several places; ``x`` and ``y`` are its middle on paper."""

    places: tuple[Place, ...]
    segments: tuple[Segment, ...]
    home: Spot
    word: str
    name: str
    disputed: bool
    x: float = 0.0
    y: float = 0.0

    @property
    def width(self) -> float:
        """Width of the row of segments in points."""
        return sum(segment_width(segment) for segment in self.segments)

    def box(self, x: float, y: float) -> Box:
        """Return the room it takes when its middle stands there."""
        half = max(
            self.width,
            measure(self.word, WORD) if self.word else 0,
            measure(self.name, WORD) if self.name else 0,
        )
        half = half / 2 + (_BADGE if self.disputed else 2)
        up = PILL / 2 + 1.5 + (_WORD_ROOM if self.name else 0)
        return (x - half, y - up, x + half, y + PILL / 2 + 1.5 + (_WORD_ROOM if self.word else 0))


def segment_width(segment: Segment) -> float:
    """Return the width of a segment in points."""
    sign = _GLYPH if segment.action else 0
    # An Arabic letter may be narrower than a round marker is high.
    return max(PILL, 2 * _PAD + sign + measure(segment.text, LETTER))


def place_marks(
    places: Sequence[Place], *, book: Book, paper: Paper, boxes: Boxes
) -> tuple[Mark, ...]:
    """Give every place a marker; where there is no room two places share one.

    ``boxes`` holds what no marker may cover, and holds the markers afterwards.
    """
    marks: list[Mark] = []
    waiting = sorted(
        enumerate(places), key=lambda p: (_ORDER[p[1].site.kind], -len(p[1].claims), p[0])
    )
    for _, place in waiting:
        mark = _mark((place,), place.anchors[0], book)
        stand = _stand(mark, paper, boxes)
        while stand is None and marks:
            near = min(marks, key=lambda m: hypot(m.x - mark.home[0], m.y - mark.home[1]))
            marks.remove(near)
            boxes.remove(near.box(near.x, near.y), near)
            mark = _mark((*near.places, *mark.places), near.home, book)
            stand = _stand(mark, paper, boxes)
        x, y = stand or _inside(mark, mark.home, paper)
        mark = replace(mark, x=x, y=y)
        boxes.add(mark.box(x, y), mark)
        marks.append(mark)
    return tuple(marks)


def _mark(places: tuple[Place, ...], home: Spot, book: Book) -> Mark:
    items = [item for place in places for item in place.claims]
    return Mark(
        places=places,
        segments=_segments(items, book),
        home=home,
        word=_word(items, book),
        name=places[0].site.label if len(places) == 1 and places[0].wide else "",
        disputed=any(item.contradicts for item in items),
    )


def _word(items: Sequence[ResolvedClaim], book: Book) -> str:
    """Say why a marker is hollow."""
    if any(item.claim.status.is_fact for item in items):
        return ""
    statuses = dict.fromkeys(item.claim.status for item in items)
    return " / ".join(book.tongue.say(f"page.mark.{status.value}") for status in statuses)


def _segments(items: Sequence[ResolvedClaim], book: Book) -> tuple[Segment, ...]:
    sides: dict[str, list[ResolvedClaim]] = {}
    for item in items:
        sides.setdefault(book.style(item.claim.actor_side).id, []).append(item)
    biggest = sorted(sides, key=lambda side: (-len(sides[side]), book.rank(side)))
    shown = biggest if len(biggest) <= 3 else biggest[:2]
    segments = [_segment(book.styles[s], sides[s]) for s in sorted(shown, key=book.rank)]
    if rest := sum(len(sides[side]) for side in biggest[len(shown) :]):
        segments.append(Segment(side=SEVERAL, action=None, text=f"+{rest}", hollow=False))
    return tuple(segments)


def _segment(side: SideStyle, items: Sequence[ResolvedClaim]) -> Segment:
    actions = {item.claim.action for item in items}
    count = f" {len(items)}" if len(items) > 1 else ""
    return Segment(
        side=side,
        action=actions.pop() if len(actions) == 1 else None,
        text=side.abbreviation + count,
        hollow=not any(item.claim.status.is_fact for item in items),
    )


def _stand(mark: Mark, paper: Paper, boxes: Boxes) -> Spot | None:
    for x, y in _stands(mark):
        spot = _inside(mark, (x, y), paper)
        if boxes.hit(mark.box(*spot), but=mark.places) is None:
            return spot
    return None


def _stands(mark: Mark) -> Iterator[Spot]:
    place = mark.places[0]
    if len(mark.places) > 1:
        yield mark.home
    yield from place.anchors
    x, y = place.anchors[0]
    for step in (24, 46) if place.wide else (18, 30):
        for across, down in _BESIDE:
            yield x + across * step, y + down * step


def _inside(mark: Mark, spot: Spot, paper: Paper) -> Spot:
    """Push a marker that would stick out of the map back into it."""
    left, top, right, bottom = mark.box(*spot)
    edge = 3.0
    x = spot[0] + max(0.0, paper.left + edge - left)
    x -= max(0.0, right - (paper.left + paper.width - edge))
    y = spot[1] + max(0.0, paper.top + edge - top)
    return x, y - max(0.0, bottom - (paper.top + paper.height - edge))
