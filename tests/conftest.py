"""Settings of all tests, and the database that some of them share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.postgres import Server

# A deadline fails on a busy machine and says nothing about the code; and the same code passes or
# fails the same way each time. `pytest --hypothesis-profile=search` looks for what is not known.
settings.register_profile("frontmap", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=3_000)
settings.load_profile("frontmap")


@pytest.fixture(scope="session", autouse=True)
def _no_database_of_the_user() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("FRONTMAP_GAZETTEER", raising=False)
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A throwaway PostgreSQL with PostGIS, for as long as the tests run."""
    from tests.postgres import running_server

    with running_server() as server:
        yield server
