from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from frontmap.outside.client import Client
from frontmap.outside.manners import Manners
from gazetteer.errors import SourceUnavailableError
from gazetteer.web.guard import Guard
from gazetteer.web.redirects import sent_on
from tests.gazetteer.loopback import Server, serving, speak_tls, status, whole
from tests.gazetteer.service import Clock

Make = Callable[..., Client]
LIMIT = 1_000_000


def test_redirects_are_followed_up_to_a_limit(client: Client, server: Server) -> None:
    for number in range(9):
        server.answers[f"/{number}"] = status(301, Location=f"{number + 1}")
    server.answers["/9"] = whole(b"here")
    assert client.get(server.url("/4"), most_bytes=LIMIT).url == server.url("/9")
    with pytest.raises(SourceUnavailableError, match="more than 5 times"):
        client.get(server.url("/3"), most_bytes=LIMIT)


def test_a_loop_of_redirects_ends(client: Client, server: Server) -> None:
    server.answers |= {"/a": status(302, Location="/b"), "/b": status(307, Location="/a")}
    with pytest.raises(SourceUnavailableError, match="more than 5 times"):
        client.get(server.url("/a"), most_bytes=LIMIT)
    assert len(server.paths) == 7


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("file:///etc/passwd", "neither an http nor an https address"),
        ("FILE:/etc/passwd", "neither an http nor an https address"),
        ("ftp://127.0.0.1/", "neither an http nor an https address"),
        ("javascript:alert(1)", "no address"),
        ("data:text/plain,x", "no address"),
        ("http://user:secret@127.0.0.1/", "holds a user name"),
        ("http://[::1", "no address"),
        ("/" + "x" * 5_000, "longer than 4,000"),
    ],
)
def test_no_redirect_leads_to_what_is_no_web_address(
    location: str, problem: str, client: Client, server: Server
) -> None:
    server.answers["/"] = status(302, Location=location)
    with pytest.raises(SourceUnavailableError, match=problem) as caught:
        client.get(server.url("/"), most_bytes=LIMIT)
    assert "secret" not in str(caught.value)
    assert server.paths.count("/") == 1


INSIDE = """
    http://127.0.0.1:{port}/ http://localhost:{port}/ http://localhost.:{port}/ //127.1:{port}/
    http://2130706433:{port}/ http://0x7f000001:{port}/ http://0177.0.0.1:{port}/ //0:{port}/
    http://[::1]:{port}/ http://[::ffff:127.0.0.1]:{port}/ http://[64:ff9b::7f00:1]:{port}/
    http://[2002:7f00:1::]:{port}/ http://127.0.0.2:{port}/ http://169.254.169.254/latest/
    http://10.0.0.1/ http://192.168.0.1/ http://[fd00:ec2::254]/ http://[fe80::1]/
    http://100.100.100.200/ http://0.0.0.0:{port}/ http://127.0.0.1:22/
""".split()


@pytest.mark.parametrize("location", INSIDE)
def test_no_redirect_leads_inside(location: str, make_client: Make, server: Server) -> None:
    with serving() as inside:
        location = location.format(port=inside.server_address[1])
        server.answers["/"] = status(302, Location=location)
        client = make_client()
        ports = frozenset({inside.server_address[1], 80})
        client.manners = replace(client.manners, guard=replace(client.manners.guard, ports=ports))
        with pytest.raises(SourceUnavailableError):
            client.get(server.url("/"), most_bytes=LIMIT)
        assert inside.paths == []


def test_no_redirect_leads_from_https_to_http(
    server: Server, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    guard = Guard(resolve=lambda _host: ["127.0.0.1"], allow_private=frozenset({"a.test"}))
    manners = Manners(contact="desk@example.org", guard=guard)
    client = Client(manners, home=tmp_path, clock=clock, sleep=clock.sleep)
    with serving() as secure:
        speak_tls(secure, authority, "a.test")
        port, plain = secure.server_address[1], server.url("/").replace("127.0.0.1", "a.test")
        secure.answers |= {"/": status(302, Location=plain), "/2": status(302, Location="/3")}
        secure.answers["/3"] = whole(b"here")
        page = client.get(f"https://a.test:{port}/2", most_bytes=LIMIT)
        assert (page.url, page.body) == (f"https://a.test:{port}/3", b"here")
        with pytest.raises(SourceUnavailableError, match="from https to http"):
            client.get(f"https://a.test:{port}/", most_bytes=LIMIT)
    assert server.paths == []


def test_a_redirect_from_http_to_https_is_followed() -> None:
    assert sent_on("http://a.test/", "https://b.test/") == "https://b.test/"


def test_no_token_is_shown_where_a_redirect_leads() -> None:
    with pytest.raises(SourceUnavailableError, match=r"from https to http://b\.test/, which"):
        sent_on("https://a.test/", "http://b.test/?token=1")
