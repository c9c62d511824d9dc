from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from frontmap import __version__
from frontmap.outside import extra
from frontmap.outside.client import Client
from frontmap.outside.errors import MannersError
from frontmap.outside.manners import Manners
from frontmap.outside.robots import DisallowedError
from frontmap.outside.state import Seen
from gazetteer.errors import SourceUnavailableError
from gazetteer.services.retries import ServiceDownError
from tests.frontmap.outside.pages import conditional
from tests.gazetteer.loopback import (
    Answer,
    Server,
    drip,
    endless,
    hang,
    in_turn,
    serving,
    silence,
    status,
    whole,
)  # fmt: skip
from tests.gazetteer.service import Clock

Make = Callable[..., Client]
LIMIT = 1_000_000


def get(client: Client, server: Server, seen: Seen | None = None) -> bytes:
    return client.get(server.url("/"), seen=seen, most_bytes=LIMIT).body


def test_a_request_says_who_asks_and_nothing_else(client: Client, server: Server) -> None:
    server.answers["/"] = whole(b"here", Set_Cookie="a=b")
    get(client, server)
    get(client, server)
    assert server.asked[-1]["User-Agent"] == f"frontmap/{__version__} (+desk@example.org)"
    assert not {"Cookie", "Referer", "Authorization"} & set(server.asked[-1])


@pytest.mark.parametrize("contact", ["", "me", "a@b.org\r\nX: y", "señor@example.org"])
def test_nobody_asks_without_a_contact(contact: str) -> None:
    with pytest.raises(MannersError, match="give one of yours"):
        Manners(contact=contact)


def test_a_missing_extra_is_named_before_anybody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    found = extra.find_spec
    monkeypatch.setattr(extra, "find_spec", lambda name: None if name == "protego" else found(name))
    with pytest.raises(ImportError, match=r"needs protego; run: pip install 'frontmap\[refresh\]'"):
        Client(Manners(contact="desk@example.org"))


def test_no_proxy_of_the_environment_is_used(
    client: Client, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        server.answers["/"] = whole(b"here")
        assert get(client, server) == b"here"
        assert proxy.paths == []


def test_what_has_not_changed_is_not_sent_again(client: Client, server: Server) -> None:
    server.answers["/"] = conditional(b"here", ETag='W/"one"')
    first = client.get(server.url("/"), most_bytes=LIMIT)
    again = client.get(server.url("/"), seen=first.seen, most_bytes=LIMIT)
    assert (first.changed, again.changed, again.body) == (True, False, b"")
    assert server.asked[-1]["If-None-Match"] == 'W/"one"'
    assert again.seen.etag == 'W/"one"'


def test_a_date_is_given_back_as_it_came(client: Client, server: Server) -> None:
    date = "Tue, 05 Mar 2024 08:00:00 GMT"
    server.answers["/"] = conditional(b"here", Last_Modified=date)
    first = client.get(server.url("/"), most_bytes=LIMIT)
    assert not client.get(server.url("/"), seen=first.seen, most_bytes=LIMIT).changed
    assert server.asked[-1]["If-Modified-Since"] == date


def test_the_same_bytes_are_no_change_even_without_marks(client: Client, server: Server) -> None:
    server.answers["/"] = in_turn(whole(b"here"), whole(b"here", ETag='"two"'), whole(b"there"))
    seen = client.get(server.url("/"), most_bytes=LIMIT).seen
    same = client.get(server.url("/"), seen=seen, most_bytes=LIMIT)
    assert (same.changed, same.seen.etag) == (False, '"two"')
    assert client.get(server.url("/"), seen=same.seen, most_bytes=LIMIT).changed


def test_a_mark_is_only_given_back_to_the_address_it_came_from(
    client: Client, server: Server
) -> None:
    server.answers["/"] = status(302, Location="/new")
    server.answers["/new"] = whole(b"here")
    seen = Seen(at=server.url("/old"), etag='"secret"')
    page = client.get(server.url("/"), seen=seen, most_bytes=LIMIT)
    assert page.url == server.url("/new")
    assert not any("If-None-Match" in each for each in server.asked)


def test_a_header_that_breaks_lines_is_not_remembered(client: Client, server: Server) -> None:
    server.answers["/"] = whole(b"here", ETag="\x01" + "x" * 400)
    assert client.get(server.url("/"), most_bytes=LIMIT).seen.etag == ""


FAILING: list[tuple[Answer, str, int]] = [
    (status(429), "asked too often", 3),
    (status(500), r"fails \(500\)", 3),
    (status(503), r"fails \(503\)", 3),
    (silence, "breaks off|broke off|cannot be reached", 3),
    (hang, "no answer within", 3),
    (drip, "no answer within", 3),
    (status(404), r"is not there \(404\)", 1),
    (status(410), r"is gone \(410\)", 1),
    (status(403), r"refuses to answer \(403\)", 1),
    (status(401), r"wants a password \(401\)", 1),
    (status(418), "answers 418", 1),
    (status(304), "answers 304", 1),
    (status(302), "answers 302", 1),
    (endless, "larger than 1,000,000 bytes", 1),
    (whole(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip"), "larger than", 1),
]


@pytest.mark.parametrize(("answer", "problem", "requests"), FAILING)
def test_what_may_pass_is_tried_again_and_nothing_else(
    answer: Answer, problem: str, requests: int, make_client: Make, server: Server
) -> None:
    server.answers["/"] = answer
    client = make_client(timeout_s=0.4 if answer in {hang, drip} else 5.0, robots=False)
    with pytest.raises(SourceUnavailableError, match=problem) as caught:
        get(client, server)
    assert server.paths.count("/") == requests
    assert "\n" not in str(caught.value)


def test_what_fails_twice_and_then_works_is_had(
    client: Client, server: Server, clock: Clock
) -> None:
    server.answers["/"] = in_turn(status(500), status(429, Retry_After="7"), whole(b"here"))
    assert get(client, server) == b"here"
    assert sum(clock.slept) == pytest.approx(1 + 2 + 7)  # after robots.txt, backing off, as told


def test_whoever_asks_for_a_long_wait_is_left_alone_by_later_runs(
    make_client: Make, server: Server
) -> None:
    server.answers["/"] = status(503, Retry_After="3600")
    with pytest.raises(ServiceDownError):
        get(make_client(), server)
    asked = len(server.paths)
    with pytest.raises(SourceUnavailableError, match="not to be asked again for 36"):
        get(make_client(robots=False), server)
    assert len(server.paths) == asked


def test_a_host_is_not_asked_faster_than_it_wants(
    make_client: Make, server: Server, clock: Clock
) -> None:
    server.answers["/"] = whole(b"here")
    server.answers["/robots.txt"] = whole(b"User-agent: *\nCrawl-delay: 9\n")
    client = make_client()
    for _ in range(3):
        get(client, server)
    assert clock.slept == pytest.approx([1, 9, 9])
    assert server.paths == ["/robots.txt", "/", "/", "/"]


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (b"User-agent: *\nDisallow: /\n", False),
        (b"User-agent: frontmap\nDisallow: /*.xml$\n", False),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: frontmap\nDisallow: /private\n", True),
        (b"User-agent: *\nDisallow: /\nAllow: /feed.xml\n", True),
        (b"\xff\xfe\0 no rules at all", True),
    ],
)
def test_robots_txt_is_obeyed(rules: bytes, allowed: bool, client: Client, server: Server) -> None:
    server.answers |= {"/robots.txt": whole(rules), "/feed.xml": whole(b"here")}
    if allowed:
        assert client.get(server.url("/feed.xml"), most_bytes=LIMIT).body == b"here"
    else:
        with pytest.raises(DisallowedError, match=r"robots\.txt"):
            client.get(server.url("/feed.xml"), most_bytes=LIMIT)
        assert "/feed.xml" not in server.paths


def test_nothing_is_fetched_where_robots_txt_cannot_be_read(client: Client, server: Server) -> None:
    server.answers |= {"/robots.txt": status(500), "/": whole(b"here")}
    for _ in range(2):
        with pytest.raises(ServiceDownError, match=r"robots\.txt: fails"):
            get(client, server)
    assert server.paths == ["/robots.txt"] * 3


def test_robots_txt_can_be_passed_over(make_client: Make, server: Server) -> None:
    server.answers |= {"/robots.txt": whole(b"User-agent: *\nDisallow: /\n"), "/": whole(b"here")}
    assert get(make_client(robots=False), server) == b"here"
    assert server.paths == ["/"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "x", "", "http://", "http://a b.test/"])
def test_only_web_addresses_are_asked_for(url: str, client: Client) -> None:
    with pytest.raises(SourceUnavailableError) as caught:
        client.get(url, most_bytes=LIMIT)
    assert re.search("address", str(caught.value))


def test_a_source_has_its_time_and_no_more(make_client: Make, server: Server) -> None:
    server.answers["/"] = whole(b"here")
    client = make_client(source_s=0.0)
    client.begin_source()
    with pytest.raises(ServiceDownError, match="not done after 0 s"):
        get(client, server)
    assert server.paths == []


def test_a_folder_that_cannot_be_made_is_named(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    client = Client(Manners(contact="a@b.org"), home=tmp_path / "file", clock=clock)
    with pytest.raises(OSError, match="FRONTMAP_HOME") as caught:
        get(client, server)
    assert "\n" not in str(caught.value)
