from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from frontmap.outside.client import Client
from frontmap.outside.manners import Manners
from gazetteer.web.guard import Guard
from tests.gazetteer.loopback import Server, serving
from tests.gazetteer.service import Clock

Make = Callable[..., Client]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_client(server: Server, clock: Clock, tmp_path: Path) -> Make:
    """Make a client that may reach the test's own server, and nobody else on this machine."""

    def make(**manners: object) -> Client:
        host = f"127.0.0.1:{server.server_address[1]}"
        given = {
            "contact": "desk@example.org",
            "guard": Guard(allow_private=frozenset({host})),
            "timeout_s": 5.0,
            **manners,
        }
        return Client(Manners(**given), home=tmp_path, clock=clock, sleep=clock.sleep)  # type: ignore[arg-type]

    return make


@pytest.fixture
def client(make_client: Make) -> Client:
    return make_client()
