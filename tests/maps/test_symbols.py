from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from claims.claim import Action, Status
from claims.sides.theatre_files import load_theatre
from maps.picture.pixels import symbol_sheet
from maps.picture.symbols import draw_symbols
from maps.wording.language import LANGUAGES, language


def _texts(code: str) -> list[Any]:
    sheet = draw_symbols(language(code))
    return [artist for artist in sheet.figure.axes[0].texts if artist.get_text().strip()]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sheet_names_every_action_and_status_in_full(code: str) -> None:
    said = {artist.get_text().strip("\u200f") for artist in _texts(code)}
    page, say = language(code).page, language(code).say
    assert {say(f"picture.action.{action.value}") for action in Action} <= said
    assert {page["status"][status.value] for status in Status} <= said
    assert not [words for words in said if words.endswith("…")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_words_of_the_sheet_cover_each_other_or_leave_it(code: str) -> None:
    sheet = draw_symbols(language(code))
    canvas: Any = sheet.figure.canvas
    renderer = canvas.get_renderer() if hasattr(canvas, "get_renderer") else None
    boxes = [text.get_window_extent(renderer) for text in sheet.figure.axes[0].texts]
    width, height = sheet.figure.bbox.width, sheet.figure.bbox.height
    assert all(b.x0 >= 0 and b.x1 <= width and b.y0 >= 0 and b.y1 <= height for b in boxes)
    ordered = sorted(boxes, key=lambda b: (round(b.x0), b.y0))
    for one, other in pairwise(ordered):
        assert not one.overlaps(other) or one.bounds == other.bounds


def test_the_sheet_has_the_colours_of_the_sides_on_a_map() -> None:
    painted = symbol_sheet(language("en"), form="svg", width_px=800).decode().lower()
    for side in load_theatre("syria").sides[:2]:
        assert side.colour.lower() in painted


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_the_sheet_is_the_same_bytes_twice(form: str) -> None:
    once = symbol_sheet(language("ar"), form=form, width_px=800)
    assert once == symbol_sheet(language("ar"), form=form, width_px=800)
    assert once.startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[form])
