"""A refresh from feeds and pages of a real server, of which many are hostile."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from frontmap.outside.client import Client
from frontmap.outside.manners import Manners
from frontmap.refresh.guard import RefreshRefusedError
from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from gazetteer.web.guard import Guard
from tests.frontmap.outside.pages import article, conditional, entry, rss
from tests.gazetteer.loopback import Answer, Server, drip, endless, hang, serving, status, whole
from tests.gazetteer.service import Clock

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)
_BOMB = gzip.compress(b" " * 50_000_000)
_XML_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (n, *[n - 1] * 4) for n in range(98, 118))
    + b"]><rss version='2.0'><channel><title>&u;</title></channel></rss>"
)
HOSTILE: dict[str, Answer] = {
    "429": status(429),
    "500": status(500),
    "404": status(404),
    "time-out": hang,
    "drip": drip,
    "endless": endless,
    "type": whole(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 99, Content_Type="image/png"),
    "login": whole(b"<html><body><form><input type=password></form></body></html>"),
    "gzip": whole(_BOMB, Content_Encoding="gzip"),
    "xml": whole(_XML_BOMB),
    "nested": whole(b"<rss version='2.0'>" + b"<a>" * 200_000),
    "utf-8": whole(b"<rss\xff\xfe version='2.0'><channel><item><title>\xc3\x28"),
    "file": status(302, Location="file:///etc/passwd"),
    "inside": status(302, Location="http://169.254.169.254/latest/meta-data/"),
}


def story(town: str) -> bytes:
    return article(
        "News of the day",
        f"Opposition fighters seized {town} on Tuesday after hours of clashes, a war monitor said.",
        f"Syrian government forces shelled the outskirts of {town}, it added on Wednesday.",
        "Residents said by telephone that the road to the south had been closed since Sunday.",
    )


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def make(server: Server, tmp_path: Path) -> Callable[[], Client]:
    clock = Clock()

    def made() -> Client:
        host = f"127.0.0.1:{server.server_address[1]}"
        manners = Manners(
            contact="desk@example.org", guard=Guard(allow_private=frozenset({host})),
            timeout_s=2.0, source_s=6.0, robots=False, attempts=1, recheck_s=0.0,
        )  # fmt: skip
        return Client(manners, home=tmp_path / "home", clock=clock, sleep=clock.sleep)

    return made


def project_of(folder: Path, server: Server, *paths: str) -> Path:
    folder.mkdir()
    rows = "".join(
        f'[[sources]]\nname = "{path}"\nkind = "feed"\nurl = "{server.url("/" + path)}"\n'
        for path in paths
    )
    path = folder / "frontmap.toml"
    path.write_text(
        f'[project]\ntheatre = "syria"\ncontact = "desk@example.org"\n{rows}'
        '[[outputs]]\npath = "out/map.html"\n[[outputs]]\npath = "out/claims.jsonl"\n'
    )
    return path


def serve(server: Server, **stories: str) -> None:
    """Serve a feed of stories, each at an address of its own."""
    for name, town in stories.items():
        body = story(town)
        server.answers[f"/{name}"] = conditional(body, ETag=f'"{town}"')
    entries = (
        entry(number, link=server.url(f"/{name}"), date="03 Dec 2024")
        for number, name in enumerate(stories)
    )
    server.answers["/good"] = whole(rss(*entries))


def run(project: Path, make: Callable[[], Client], **options: object) -> Refreshed:
    chosen: dict = {"now": _NOW, "client": make, "tell": lambda _: None, **options}
    return refresh(read_project(project, {}), **chosen)


def places(project: Path) -> set[str]:
    lines = (project.parent / "out" / "claims.jsonl").read_text("utf-8").splitlines()
    return {json.loads(line)["place"] for line in lines}


def test_hostile_sources_are_told_and_the_map_comes_from_the_rest(
    tmp_path: Path, server: Server, make: Callable[[], Client]
) -> None:
    serve(server, first="Suran", second="Morek")
    server.answers |= {f"/{name}": answer for name, answer in HOSTILE.items()}
    project = project_of(tmp_path / "desk", server, *HOSTILE, "good")
    started = time.monotonic()
    done = run(project, make)
    assert time.monotonic() - started < 120
    assert (done.outcome, done.exit_code, done.received.new) == (Outcome.PUBLISHED, 3, 2)
    for name in set(HOSTILE) - {"utf-8"}:  # wrong bytes cost letters and not the feed
        mine = [line for line in done.received.rejected if name in line]
        assert mine, name
        assert all("\n" not in line for line in mine)
    assert {"Suran", "Morek"} <= places(project)
    assert not any("169.254" in path or "passwd" in path for path in server.paths)


def test_when_only_hostile_sources_are_left_the_old_map_stays(
    tmp_path: Path, server: Server, make: Callable[[], Client]
) -> None:
    serve(server, first="Suran")
    project = project_of(tmp_path / "desk", server, "good")
    run(project, make)
    page = (project.parent / "out" / "map.html").read_bytes()
    server.answers["/good"] = HOSTILE["500"]
    with pytest.raises(RefreshRefusedError, match="0 of 1 sources answered"):
        run(project, make)
    assert (project.parent / "out" / "map.html").read_bytes() == page


def test_a_second_look_brings_nothing_new(
    tmp_path: Path, server: Server, make: Callable[[], Client]
) -> None:
    serve(server, first="Suran", second="Morek")
    project = project_of(tmp_path / "desk", server, "good")
    run(project, make)
    page = (project.parent / "out" / "map.html").read_bytes()
    done = run(project, make, now=_NOW + timedelta(hours=1))
    assert (done.outcome, done.exit_code) == (Outcome.NOTHING_NEW, 0)
    assert (done.received.new, done.received.corrected) == (0, 0)
    assert (project.parent / "out" / "map.html").read_bytes() == page


def test_one_article_under_many_addresses_is_one_report(
    tmp_path: Path, server: Server, make: Callable[[], Client]
) -> None:
    serve(server, **dict.fromkeys("abcdefghij", "Suran"))
    project = project_of(tmp_path / "desk", server, "good")
    done = run(project, make)
    assert done.received.new == 1
    lines = (project.parent / "out" / "claims.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == done.claims
    assert len({json.loads(line)["doc"] for line in lines}) == 1


def test_an_article_that_was_corrected_replaces_its_earlier_version(
    tmp_path: Path, server: Server, make: Callable[[], Client]
) -> None:
    serve(server, first="Suran", second="Morek")
    project = project_of(tmp_path / "desk", server, "good")
    run(project, make)
    serve(server, first="Rastan", second="Morek")
    done = run(project, make, now=_NOW + timedelta(hours=1))
    assert (done.outcome, done.received.new, done.received.corrected) == (
        Outcome.PUBLISHED, 0, 1,
    )  # fmt: skip
    told = places(project)
    assert "Rastan" in told
    assert "Suran" not in told


@pytest.mark.parametrize("change", ["name", "url"])
def test_a_feed_that_is_told_otherwise_keeps_what_it_lists_no_more(
    tmp_path: Path, server: Server, make: Callable[[], Client], change: str
) -> None:
    serve(server, first="Suran", second="Morek")
    project = project_of(tmp_path / "desk", server, "good")
    run(project, make)
    serve(server, second="Morek", third="Rastan")
    server.answers["/moved"] = server.answers["/good"]
    text = project.read_text("utf-8")
    old, new = {"name": ('name = "good"', 'name = "wire"'), "url": ("/good", "/moved")}[change]
    assert old in text
    project.write_text(text.replace(old, new), "utf-8")
    done = run(project, make, now=_NOW + timedelta(hours=1))
    assert (done.received.new, done.received.gone) == (1, 0)
    assert {"Suran", "Morek", "Rastan"} <= places(project)
