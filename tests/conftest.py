"""Settings of all tests, and the places, the database and the browser that some share."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from frontmap.garbage import look_seldom

if TYPE_CHECKING:
    from tests.browser import Browser
    from tests.postgres import Server

# A deadline fails on a busy machine and says nothing about the code; and the same code passes or
# fails the same way each time. `pytest --hypothesis-profile=search` looks for what is not known.
settings.register_profile("frontmap", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=3_000)
settings.load_profile("frontmap")

look_seldom()  # as the command line does


def pytest_collection_finish() -> None:
    """Take the tests themselves, of which there are thousands, out of what is looked through."""
    gc.freeze()


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of one run of the tests share."""
    run = tmp_path_factory.getbasetemp()
    return run.parent if "PYTEST_XDIST_WORKER" in os.environ else run


@pytest.fixture(scope="session")
def shipped_home(run_folder: Path) -> Path:
    """The data folder in which the shipped places of a country are indexed once for all tests.

    All processes of a run share it, so nothing is ever added to it: a test that adds something
    takes a folder of its own.
    """
    folder = run_folder / "shipped-home"
    (folder / "gazetteer").mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_user(shipped_home: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("FRONTMAP_GAZETTEER", raising=False)
        patch.setenv("FRONTMAP_HOME", str(shipped_home))
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A throwaway PostgreSQL with PostGIS, for as long as the tests run."""
    from tests.postgres import running_server

    with running_server() as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests that see a page."""
    from tests.browser import Browser

    with Browser() as running:
        yield running
