"""What a map carries beside its content: frame, scale bar, what lies beyond its edges."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from maps.picture.boxes import Box, Boxes
from maps.picture.lettering import Letters, measure, shortened
from maps.picture.paper import Paper
from maps.picture.places import Place
from maps.picture.sheet import Ink, Sheet
from maps.picture.strokes import Spot, rounded
from maps.wording.language import ENGLISH, Language

__all__ = [
    "Plate",
    "beyond",
    "lay_plates",
    "paint_frame",
    "paint_plate",
    "paint_scale",
    "scale_box",
    "scale_km",
]

_INK = "#3c3f42"
_SMALL = Letters(size=7.0, colour=_INK)
_BOLD = Letters(size=7.2, colour=_INK, bold=True)
_INSET, _SCALE_HEIGHT = 8.0, 18.0
_LONGEST_NAME = 90.0
_ARROWS = "→↘↓↙←↖↑↗"


def scale_km(paper: Paper) -> float:
    """Return a round length in kilometres that is a handy part of the picture's width."""
    longest_km = paper.width * 0.2 / paper.length(1_000, lat=paper.middle_lat)
    power = 10.0 ** math.floor(math.log10(longest_km))
    return max(step * power for step in (1, 2, 3, 5) if step * power <= longest_km)


def _scale_words(paper: Paper, tongue: Language) -> tuple[str, float]:
    kilometres = scale_km(paper)
    small = kilometres < 1
    length = round(kilometres * 1000) if small else round(kilometres)
    words = tongue.say("picture.m" if small else "picture.km", n=length)
    # On a small-scale Mercator map a bar holds for one latitude only, so it says for which.
    south, north = paper.bounds[1], paper.bounds[3]
    if north - south > 6:
        lat = paper.middle_lat
        half = tongue.say("picture.north" if lat >= 0 else "picture.south")
        words = tongue.say("picture.at_lat", length=words, n=round(abs(lat)), hemisphere=half)
    return words, paper.length(kilometres * 1000, lat=paper.middle_lat)


def scale_box(paper: Paper, tongue: Language = ENGLISH) -> Box:
    """Return the room of the scale bar, at the lower left."""
    words, length = _scale_words(paper, tongue)
    width = max(length, measure(words, _SMALL)) + 10
    bottom = paper.top + paper.height - _INSET
    return (paper.left + _INSET, bottom - _SCALE_HEIGHT, paper.left + _INSET + width, bottom)


def paint_scale(sheet: Sheet, paper: Paper, tongue: Language = ENGLISH) -> None:
    """Draw the scale bar."""
    words, length = _scale_words(paper, tongue)
    left, top, right, bottom = scale_box(paper, tongue)
    plate = rounded(left, top, right, bottom, radius=2)
    sheet.outline(plate, Ink(fill="#ffffff", alpha=0.8))
    x, y = left + 5, bottom - 4
    bar = [(x, y - 4), (x, y), (x + length, y), (x + length, y - 4)]
    sheet.line(bar, Ink(stroke=_INK, width=0.9))
    sheet.text(words, x, top + 5.5, _SMALL)


def paint_frame(sheet: Sheet, paper: Paper) -> None:
    """Draw the line around the map."""
    corners = [
        (paper.left, paper.top),
        (paper.left + paper.width, paper.top),
        (paper.left + paper.width, paper.top + paper.height),
        (paper.left, paper.top + paper.height),
    ]
    sheet.outline(corners, Ink(stroke="#8a8d90", width=0.6))


def beyond(places: Sequence[Place], paper: Paper) -> dict[int, list[Place]]:
    """Group the places whose middle lies outside the map by the eight directions from it.

    0 is east, then clockwise by 45 degrees. A line or area that reaches into the map is not away:
    it is seen.
    """
    groups: dict[int, list[Place]] = {}
    middle = (paper.left + paper.width / 2, paper.top + paper.height / 2)
    for place in places:
        if any(paper.holds(*anchor) for anchor in place.anchors):
            continue
        x, y = place.centre[0] - middle[0], place.centre[1] - middle[1]
        turn = math.atan2(y / paper.height, x / paper.width)
        groups.setdefault(round(turn / (math.pi / 4)) % 8, []).append(place)
    return groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A line at the edge of the map that tells what lies beyond it."""

    words: str
    x: float
    y: float
    width: float

    @property
    def box(self) -> Box:
        """The room it takes."""
        return _box(self.x, self.y, self.width)


def lay_plates(
    groups: Mapping[int, Sequence[Place]],
    *,
    paper: Paper,
    boxes: Boxes,
    tongue: Language = ENGLISH,
) -> tuple[Plate, ...]:
    """Find room for what points beyond the edge, and take it."""
    plates: list[Plate] = []
    for direction in sorted(groups):
        words = _away_words(groups[direction], direction, tongue)
        width = measure(words, _BOLD) + 14
        x, y = _free(direction, width, paper, boxes)
        plates.append(Plate(words=words, x=x, y=y, width=width))
        boxes.add(plates[-1].box)
    return tuple(plates)


def paint_plate(sheet: Sheet, plate: Plate) -> None:
    """Draw a line that points beyond the edge."""
    edge = rounded(*plate.box, radius=8)
    sheet.outline(edge, Ink(fill="#ffffff", stroke="#8a8d90", width=0.5, alpha=0.96))
    sheet.text(plate.words, plate.x, plate.y, _BOLD, align="center")


def _away_words(places: Sequence[Place], direction: int, tongue: Language) -> str:
    count = sum(len(place.claims) for place in places)
    names = list(dict.fromkeys(place.site.label for place in places))
    named = ", ".join(shortened(name, _BOLD, width=_LONGEST_NAME) for name in names[:2])
    if len(names) > 2:
        named += " " + tongue.say("page.and_more", n=len(names) - 2)
    arrow = _ARROWS[direction]
    before = direction not in (0, 1, 7)
    if tongue.direction == "rtl":
        # The mark lets the line run from the right, where its first sign then stands.
        before, named = not before, f"\u200f{named}"
    return f"{arrow} {named}: {count}" if before else f"{named}: {count} {arrow}"


def _box(x: float, y: float, width: float) -> Box:
    return (x - width / 2, y - 8, x + width / 2, y + 8)


def _free(direction: int, width: float, paper: Paper, boxes: Boxes) -> Spot:
    """Slide along the edge until nothing is covered; stay where there is no room at all."""
    x, y = _edge(direction, width, paper)
    along = (0, 8) if direction in (0, 4) else (8, 0)
    for step in range(60):
        for way in (step, -step):
            left, top, right, bottom = _box(x + along[0] * way, y + along[1] * way, width)
            inside = paper.holds(left, top) and paper.holds(right, bottom)
            if inside and boxes.hit((left, top, right, bottom)) is None:
                return (left + right) / 2, (top + bottom) / 2
    return x, y


def _edge(direction: int, width: float, paper: Paper) -> Spot:
    across = (1, 1, 0, -1, -1, -1, 0, 1)[direction]
    down = (0, 1, 1, 1, 0, -1, -1, -1)[direction]
    x = paper.left + paper.width / 2 + across * (paper.width / 2 - width / 2 - _INSET)
    y = paper.top + paper.height / 2 + down * (paper.height / 2 - 8 - _INSET)
    return x, y
