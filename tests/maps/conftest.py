"""One drawn page for all tests of the map."""

from __future__ import annotations

from pathlib import Path

import pytest

from maps import draw
from tests.maps.ground import TOWNS
from tests.maps.situations import hama


@pytest.fixture(scope="session")
def hama_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hama") / "hama.html"
    draw(hama(), towns=TOWNS).save(path)
    return path
