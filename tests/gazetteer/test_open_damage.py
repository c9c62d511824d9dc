"""An index that is damaged while it is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.index_file import build_index, open_index
from gazetteer.homes.stores import RowStore
from gazetteer.spellings.keying import letter_of
from tests.gazetteer.villages import village

HEADER_BYTES, PAGE_BYTES = 100, 4_096
QUESTIONS: dict[str, Callable[[RowStore], object]] = {
    "a name": lambda store: store.matches("Brod 7"),
    "a name near a place": lambda store: store.matches("Bord 7", ((16.0, 45.0),)),
    "a sound": lambda store: store.sounding("Brod 7"),
    "the words of a text": lambda store: store.known([f"{letter_of(store.families[0])}brod"]),
    "an id": lambda store: store.get("geonames:7"),
    "everything": lambda store: list(store.entries()),
    "the number of rows": lambda store: store.holding(),
}


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "XX.sqlite"
    rows = (village(at, f"Brod {at}", 16 + at / 1_000, 45.0) for at in range(1, 2_000))
    build_index(path, rows, about={"name": "XX"})
    return path


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("how", ["cut", "overwritten"])
def test_damage_after_opening_is_one_line_with_the_way_out(
    index: Path, how: str, question: Callable[[RowStore], object]
) -> None:
    store = open_index(index, way_out="run: frontmap gazetteer renew XX")
    if how == "cut":
        os.truncate(index, PAGE_BYTES)
    else:
        with index.open("r+b") as file:
            file.seek(PAGE_BYTES)
            file.write(b"\xa5" * (index.stat().st_size - PAGE_BYTES))
    with pytest.raises(GazetteerDamagedError) as caught:
        question(store)
    told = str(caught.value)
    assert told.startswith(f"gazetteer {index}: was damaged while it was open")
    assert told.endswith("run: frontmap gazetteer renew XX")
    assert "\n" not in told
