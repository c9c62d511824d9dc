from __future__ import annotations

import gzip
import ipaddress
import select
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
import pytest
import trustme

from gazetteer.errors import SourceUnavailableError
from gazetteer.web.addresses import is_public
from gazetteer.web.guard import Guard, NotPublicError, resolve_host
from gazetteer.web.request import Answer, NoAnswerError, TooLargeError, fetch
from tests.gazetteer.loopback import serving, speak_tls, whole


class Listener:
    """Listens on every address of this machine, and counts who has connected."""

    def __init__(self) -> None:
        self._sockets = [socket.create_server(("0.0.0.0", 0))]  # noqa: S104 - every spelling of it
        self.port = self._sockets[0].getsockname()[1]
        if socket.has_ipv6:
            self._sockets.append(socket.create_server(("::", self.port), family=socket.AF_INET6))

    def connections(self) -> int:
        # The system takes connections before anybody accepts them, so none can be missed.
        return len(select.select(self._sockets, [], [], 0)[0])

    def close(self) -> None:
        for each in self._sockets:
            each.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def ask(url: str, guard: Guard, **limits: float) -> Answer:
    given = {"timeout_s": 5.0, "most_bytes": 1_000_000, **limits}
    return fetch(url, headers={}, guard=guard, **given)  # type: ignore[arg-type]


INTERNAL = """
    127.0.0.1 127.8.9.10 127.1 127.0.1 0x7f.0.0.1 0x7f000001 0X7F.1 2130706433 017700000001
    0177.0.0.1 0 0.0.0.0 0x0 00000000177.1 127.0.0.1. 127.00.00.01 127.0.0.0x1 localhost localhost.
    LOCALHOST LocalHost.
    [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1]
    [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1]
    [2002:7f00:1::] [2002:7f00:0001::1] [2001:0:7f00:1::] [fe80::1] [fe80::1%25lo] [::1%25lo]
    [fe80::1%lo] user@127.0.0.1 example.org@127.0.0.1 example.org:80@127.0.0.1
    example.org%40127.0.0.1 127.0.0.1%2eexample.org １２７.０.０.１ ①②⑦.⓪.⓪.① 127。0。0。1 ⓛocalhost
""".split()


@pytest.mark.parametrize("host", INTERNAL)
def test_no_spelling_of_this_machine_is_reached(host: str, listener: Listener) -> None:
    guard = Guard(resolve=_system_only, ports=frozenset({listener.port}))
    with pytest.raises(SourceUnavailableError) as caught:
        ask(f"http://{host}:{listener.port}/", guard)
    assert "\n" not in str(caught.value)
    assert listener.connections() == 0


def _system_only(host: str) -> Sequence[str]:
    """Resolve what needs no name server."""
    if host.lower().rstrip(".") == "localhost" or host[:1].isdigit():
        return resolve_host(host)
    raise OSError(f"{host} is unknown here")


def test_the_listener_would_have_noticed(listener: Listener) -> None:
    guard = Guard(allow_private=frozenset({"127.0.0.1"}))
    with pytest.raises(NoAnswerError):
        ask(f"http://127.0.0.1:{listener.port}/", guard, timeout_s=0.2)
    assert listener.connections() == 1


@pytest.mark.parametrize(
    "address",
    """
    127.0.0.1 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 0.0.0.0
    192.0.0.192 198.18.0.1 203.0.113.5 224.0.0.1 240.0.0.1 255.255.255.255 192.88.99.1
    168.63.129.16 :: ::1 ::ffff:10.0.0.1 ::10.0.0.1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254
    64:ff9b:1::8.8.8.8 2002:a00:1:: 2002:808:808:: 2001:0:a00:1:: 2001:db8::1 3fff::1 fc00::1
    fd00:ec2::254 fe80::1 fec0::1 ff02::1 100::1 5f00::1
    """.split(),
)
def test_a_name_with_one_address_inside_may_not_be_dialled_at_all(address: str) -> None:
    guard = Guard(resolve=lambda _host: ["8.8.8.8", address])
    with pytest.raises(NotPublicError, match="not public"):
        guard.addresses(httpx.URL("http://news.example.org/"), within_s=5)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_the_address_that_was_checked_is_the_one_dialled() -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with serving() as server:
        server.answers["/"] = whole(b"here")
        port = server.server_address[1]
        guard = Guard(
            resolve=lambda _host: next(answers), allow_private=frozenset({"wiki.intranet"})
        )
        assert ask(f"http://wiki.intranet:{port}/", guard).body == b"here"
        assert server.asked[0]["Host"] == f"wiki.intranet:{port}"
        assert next(answers) == ["10.0.0.1"]


def test_the_next_address_is_tried_where_nobody_listens() -> None:
    with serving() as server:
        server.answers["/"] = whole(b"here")
        guard = Guard(
            resolve=lambda _host: ["127.0.0.2", "127.0.0.1"], allow_private=frozenset({"a.test"})
        )
        assert ask(server.url().replace("127.0.0.1", "a.test"), guard).body == b"here"


@pytest.mark.parametrize(
    ("allowed", "reached"),
    [
        ("127.0.0.1", True), ("127.0.0.1:{port}", True), ("127.0.0.1:1", False),
        ("127.0.0.2", False), ("localhost", False),
    ],
)  # fmt: skip
def test_a_private_host_is_reached_where_it_is_allowed(allowed: str, reached: bool) -> None:
    with serving() as server:
        server.answers["/"] = whole(b"here")
        port = server.server_address[1]
        guard = Guard(allow_private=frozenset({allowed.format(port=port)}))
        if reached:
            assert ask(server.url(), guard).status == 200
        else:
            with pytest.raises(NotPublicError, match="allow_private"):
                ask(server.url(), guard)
        assert len(server.asked) == reached


def test_other_ports_than_those_of_the_web_are_refused() -> None:
    with pytest.raises(NotPublicError, match="on a port that"):
        ask("http://news.example.org:22/", Guard(resolve=lambda _host: ["8.8.8.8"]))


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://8.8.8.8/", "gopher://8.8.8.8/", "8"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(SourceUnavailableError):
        ask(url, Guard())


def test_an_unknown_name_is_no_outage() -> None:
    def resolve(host: str) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(SourceUnavailableError, match="has no address") as caught:
        ask("http://nowhere.example.org/", Guard(resolve=resolve))
    assert not isinstance(caught.value, NoAnswerError)


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    over = threading.Event()

    def resolve(_host: str) -> Sequence[str]:
        over.wait(10)
        return ["8.8.8.8"]

    start = time.monotonic()
    with pytest.raises(NoAnswerError, match=r"within 0\.2 s"):
        ask("http://slow.example.org/", Guard(resolve=resolve), timeout_s=0.2)
    over.set()
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(("name", "right"), [("a.test", True), ("b.test", False)])
def test_a_certificate_is_checked_for_the_name_that_was_asked_for(
    name: str, right: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    guard = Guard(resolve=lambda _host: ["127.0.0.1"], allow_private=frozenset({"a.test"}))
    with serving() as server:
        speak_tls(server, authority, name)
        server.answers["/"] = whole(b"here")
        url = f"https://a.test:{server.server_address[1]}/"
        if right:
            assert ask(url, guard).body == b"here"
        else:
            with pytest.raises(SourceUnavailableError, match="certificate"):
                ask(url, guard)


LOCAL = Guard(allow_private=frozenset({"127.0.0.1"}))


def test_a_gzip_bomb_is_unpacked_no_further_than_the_limit() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000)
    assert len(bomb) < 1_000_000
    with serving() as server:
        server.answers["/"] = whole(bomb, Content_Encoding="gzip")
        tracemalloc.start()
        with pytest.raises(TooLargeError, match="larger than 1,000,000 bytes"):
            ask(server.url(), LOCAL)
        peak_bytes = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak_bytes < 20_000_000


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(b"words", mtime=0)),
        ("GZIP", gzip.compress(b"wo", mtime=0) + gzip.compress(b"rds", mtime=0)),
        ("deflate", zlib.compress(b"words")),
        ("identity", b"words"),
    ],
)
def test_packed_answers_are_unpacked(packing: str, packed: bytes) -> None:
    with serving() as server:
        server.answers["/"] = whole(packed, Content_Encoding=packing)
        assert ask(server.url(), LOCAL).body == b"words"


@pytest.mark.parametrize(
    ("packing", "packed", "problem"),
    [
        ("gzip", b"words", "damaged"),
        ("gzip", gzip.compress(b"words", mtime=0)[:-6], "damaged"),
        ("br", b"words", "'br', which was not asked for"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"words", mtime=0), mtime=0), "not asked for"),
    ],
)
def test_badly_packed_answers_are_refused(packing: str, packed: bytes, problem: str) -> None:
    with serving() as server:
        server.answers["/"] = whole(packed, Content_Encoding=packing)
        with pytest.raises(SourceUnavailableError, match=problem):
            ask(server.url(), LOCAL)
