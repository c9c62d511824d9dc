"""Different servers are asked side by side, one server in the order of its sources."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from frontmap.outside.client import Client
from frontmap.outside.errors import MannersError
from frontmap.outside.manners import Manners
from frontmap.outside.source import Fetched, Source, SourceFailed
from frontmap.outside.state import State
from frontmap.outside.together import fetch_sources
from gazetteer.web.guard import Guard
from tests.frontmap.outside.pages import entry, rss
from tests.gazetteer.loopback import Answer, Handler, Server, serving, status, whole


@pytest.fixture
def servers() -> Iterator[tuple[Server, Server]]:
    with ExitStack() as stack:
        yield stack.enter_context(serving()), stack.enter_context(serving())


@pytest.fixture
def make(servers: tuple[Server, Server], tmp_path: Path) -> Callable[[], Client]:
    hosts = frozenset(f"127.0.0.1:{server.server_address[1]}" for server in servers)
    manners = Manners(
        contact="desk@example.org", guard=Guard(allow_private=hosts), robots=False, gap_s=0.0,
        attempts=1,
    )  # fmt: skip
    return lambda: Client(manners, home=tmp_path)


def asked(server: Server, *names: str) -> list[tuple[Source, State]]:
    return [
        (Source(name=name, url=server.url(f"/{name}"), articles=False), State()) for name in names
    ]


def feed(name: str) -> bytes:
    return rss(entry(1, link=f"https://example.org/{name}", text=f"<p>From {name}.</p>"))


def after(waited: threading.Event, answer: Answer, met: list[bool], most_s: float = 20.0) -> Answer:
    """Answer when something has happened elsewhere, and note whether it has in time."""

    def late(handler: Handler) -> None:
        met.append(waited.wait(most_s))
        answer(handler)

    return late


def setting(event: threading.Event, answer: Answer) -> Answer:
    def told(handler: Handler) -> None:
        event.set()
        answer(handler)

    return told


def links(got: Fetched | SourceFailed) -> list[str]:
    assert isinstance(got, Fetched), got
    return [item.url for item in got.items]


def test_a_slow_server_keeps_no_other_one_waiting(
    servers: tuple[Server, Server], make: Callable[[], Client]
) -> None:
    slow, quick = servers
    reached, met = threading.Event(), []
    slow.answers = {
        "/a": after(reached, whole(feed("a")), met),
        "/b": whole(feed("b")),
    }
    quick.answers = {"/c": setting(reached, whole(feed("c")))}
    rows = [*asked(slow, "a"), *asked(quick, "c"), *asked(slow, "b")]
    got = list(fetch_sources(rows, client=make))
    assert met == [True]
    assert [links(each) for each in got] == [
        ["https://example.org/a"], ["https://example.org/c"], ["https://example.org/b"],
    ]  # fmt: skip
    assert slow.paths == ["/a", "/b"]


def test_one_server_is_asked_for_one_source_at_a_time(
    servers: tuple[Server, Server], make: Callable[[], Client]
) -> None:
    server, reached, met = servers[0], threading.Event(), []
    server.answers = {
        "/a": after(reached, whole(feed("a")), met, 0.5),
        "/b": setting(reached, whole(feed("b"))),
    }
    got = list(fetch_sources(asked(server, "a", "b"), client=make))
    assert met == [False]
    assert [links(each) for each in got] == [["https://example.org/a"], ["https://example.org/b"]]
    assert server.paths == ["/a", "/b"]


def test_a_source_that_fails_stands_in_its_place(
    servers: tuple[Server, Server], make: Callable[[], Client]
) -> None:
    first, second = servers
    first.answers, second.answers = {"/a": status(500)}, {"/b": whole(feed("b"))}
    failed, got = fetch_sources([*asked(first, "a"), *asked(second, "b")], client=make)
    assert isinstance(failed, SourceFailed)
    assert failed.source == "a"
    assert links(got) == ["https://example.org/b"]


def test_where_nobody_can_be_asked_every_source_says_so(servers: tuple[Server, Server]) -> None:
    def refused() -> Client:
        raise MannersError("contact '' is no mail or web address; give one of yours")

    told = list(fetch_sources(asked(servers[0], "a", "b"), client=refused))
    assert [(each.source, "no mail" in each.reason) for each in told] == [
        ("a", True), ("b", True),
    ]  # fmt: skip
