"""Read the files of a theatre's folder and say in one line what is wrong with them.

``theatre.yaml`` is required; ``actors.yaml`` and ``sources.yaml`` may be missing, and so may the
places, which :mod:`gazetteer.files` reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from claims.errors import TheatreError
from claims.sides.theatre import DASHES, HEADS, Actor, Side, Source, Theatre
from claims.sides.theatre_cues import POINTS
from claims.sides.theatre_fields import Fields, as_mapping, load_rows

__all__ = ["SOURCE_KINDS", "read_press", "read_theatre"]

SOURCE_KINDS = tuple(
    "belligerent-media belligerent-official igo monitor ngo partisan-media press state-media "
    "unnamed wire".split()
)
_CODE = re.compile(r"[A-Z]{2}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PLAIN = ("government", "opposition")
_HEAD_FIELDS = frozenset(
    "id name timezone countries nearby since until recognise sides metonyms adjectives "
    "plain lands fought_over".split()
)


def read_theatre(folder: Path) -> Theatre:
    """Read a folder with ``theatre.yaml``.

    Raises
    ------
    TheatreError
        For the first thing that is wrong, with file, line, field and what to do.
    """
    path = folder / "theatre.yaml"
    head = Fields(path, None, as_mapping(path, load_rows(path), None))
    head.only(_HEAD_FIELDS)
    sides = _sides(head)
    known = tuple(side.id for side in sides)
    return Theatre(
        id=_own_id(head),
        name=head.text("name"),
        timezone=_zone(head),
        countries=_countries(head, "countries"),
        nearby=_countries(head, "nearby"),
        sides=sides,
        actors=_rows(folder / "actors.yaml", lambda row: _actor(row, known)),
        sources=_rows(folder / "sources.yaml", lambda row: _source(row, known)),
        metonyms=_metonyms(head, known),
        adjectives=_adjectives(head, known),
        plain=_plain(head, known),
        lands=_lands(head, known),
        fought_over=_boxes(head, "fought_over"),
        cues=_cues(head),
        since=head.day("since"),
        until=head.day("until"),
        folder=folder,
    )


def read_press(path: Path) -> tuple[Source, ...]:
    """Read sources that belong to no theatre, and so lean to no side."""
    return _rows(path, lambda row: _source(row, ()))


def _own_id(head: Fields) -> str:
    if head.identifier() == "neutral":
        raise head.wrong("id", "'neutral' stands for reports without a theatre; take another")
    return head.identifier()


def _zone(head: Fields) -> str:
    name = head.text("timezone")
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise head.wrong(
            "timezone", f"{name!r} is no IANA zone; write one such as Asia/Damascus"
        ) from None
    return name


def _countries(head: Fields, field: str) -> tuple[str, ...]:
    codes = head.words(field)
    for code in codes:
        if not _CODE.fullmatch(code):
            raise head.wrong(field, f"{code!r} is no ISO 3166-1 code; write SY, UA, ...")
    return codes


def _sides(head: Fields) -> tuple[Side, ...]:
    rows = head.values.get("sides")
    if not isinstance(rows, list) or not rows:
        raise head.wrong("sides", "is missing or no list; give at least one side")
    return tuple(_side(head.path, row, head) for row in rows)


def _side(path: Path, row: object, head: Fields) -> Side:
    if not isinstance(row, dict):
        raise head.wrong("sides", f"{row!r} is no side; write {{id: ..., name: ..., colour: ...}}")
    fields = Fields(path, None, row)
    fields.only(frozenset(("id", "name", "colour", "dash", "head")))
    colour = fields.text("colour")
    if not _COLOUR.fullmatch(colour):
        raise head.wrong("sides", f"colour {colour!r} is none; write it in quotes as '#0b6fa4'")
    return Side(
        id=fields.identifier(),
        name=fields.text("name"),
        colour=colour,
        dash=fields.one_of("dash", DASHES, "solid"),
        head=fields.one_of("head", HEADS, "solid"),
    )


def _metonyms(head: Fields, sides: Sequence[str]) -> tuple[tuple[str, str], ...]:
    rows = head.mapping("metonyms")
    for side in rows:
        _known_side(head, "metonyms", side, sides)
    return tuple(
        (word, side) for side, words in rows.items() for word in head.as_words("metonyms", words)
    )


def _adjectives(head: Fields, sides: Sequence[str]) -> tuple[tuple[str, str], ...]:
    rows = head.mapping("adjectives")
    for side in rows.values():
        _known_side(head, "adjectives", side, sides)
    return tuple(rows.items())


def _plain(head: Fields, sides: Sequence[str]) -> tuple[tuple[str, str], ...]:
    rows = head.mapping("plain")
    for words, side in rows.items():
        if words not in _PLAIN:
            raise head.wrong("plain", f"{words!r} is unknown; use {', '.join(_PLAIN)}")
        if side != "":
            _known_side(head, "plain", side, sides)
    return tuple(rows.items())


def _lands(head: Fields, sides: Sequence[str]) -> tuple[tuple[str, str], ...]:
    rows = head.mapping("lands")
    for code, side in rows.items():
        if not _CODE.fullmatch(code):
            raise head.wrong("lands", f"{code!r} is no ISO 3166-1 code; write LB, UA, ...")
        _known_side(head, "lands", side, sides)
    return tuple(rows.items())


def _boxes(head: Fields, field: str) -> tuple[tuple[float, float, float, float], ...]:
    boxes = head.values.get(field) or []
    for box in boxes if isinstance(boxes, list) else [boxes]:
        numbers = isinstance(box, list) and all(isinstance(n, int | float) for n in box)
        if not numbers or len(box) != 4 or not (box[0] < box[2] and box[1] < box[3]):
            raise head.wrong(field, f"{box!r} is no box; write [west, south, east, north]")
    return tuple((float(w), float(s), float(e), float(n)) for w, s, e, n in boxes)


def _cues(head: Fields) -> tuple[tuple[str, int], ...]:
    told = head.values.get("recognise") or []
    rows = {"likely": told} if isinstance(told, list) else head.mapping("recognise")
    for strength in rows:
        if strength not in POINTS:
            raise head.wrong("recognise", f"{strength!r} is unknown; use {', '.join(POINTS)}")
    return tuple(
        (word, POINTS[strength])
        for strength, words in rows.items()
        for word in head.as_words("recognise", words)
    )


def _known_side(fields: Fields, field: str, side: object, sides: Sequence[str]) -> None:
    if side not in sides:
        raise fields.wrong(field, f"{side!r} is no side of theatre.yaml; use {', '.join(sides)}")


def _rows(path: Path, read: Callable[[Fields], Any]) -> tuple[Any, ...]:
    """Read a list of rows whose ids differ and whose words stand with one name each."""
    if not path.exists():
        return ()
    rows = load_rows(path) or []
    if not isinstance(rows, list):
        raise TheatreError(path.parent.name, f"{path} is no list; begin each row with '- id:'")
    found: list[Any] = []
    ids: set[str] = set()
    owners: dict[str, str] = {}
    for number, row in enumerate(rows):
        fields = Fields(path, number, as_mapping(path, row, number))
        item = read(fields)
        if item.id in ids:
            raise fields.wrong("id", f"{item.id!r} stands twice; give each row its own")
        ids.add(item.id)
        for word in (item.name, *item.aliases):
            owner = owners.setdefault(word.casefold(), item.name)
            if owner != item.name:
                raise fields.wrong("aliases", f"{word!r} stands with {owner!r} too; keep one")
        found.append(item)
    return tuple(found)


def _actor(row: Fields, sides: Sequence[str]) -> Actor:
    row.only(frozenset(("id", "name", "side", "aliases", "loaded")))
    _known_side(row, "side", row.text("side"), sides)
    return Actor(
        id=row.identifier(), name=row.text("name"), side=row.text("side"),
        aliases=row.words("aliases"),
    )  # fmt: skip


def _source(row: Fields, sides: Sequence[str]) -> Source:
    row.only(frozenset(("id", "name", "aliases", "kind", "leaning", "note")))
    leaning = row.text("leaning", missing="")
    if leaning:
        _known_side(row, "leaning", leaning, sides)
    return Source(
        id=row.identifier(), name=row.text("name"), aliases=row.words("aliases"),
        kind=row.one_of("kind", SOURCE_KINDS, "press"), leaning=leaning,
        note=row.text("note", missing=""),
    )  # fmt: skip
