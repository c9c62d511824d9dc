from __future__ import annotations

import os
import socket
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from gazetteer.errors import SourceUnavailableError
from gazetteer.online import OnlineStore, open_online
from tests.gazetteer.service import (
    HAMA,
    Behaviour,
    Clock,
    answer,
    drip,
    hang,
    reset,
    running,
    status,
    truncated,
)

FOUND = answer([HAMA])


def opened(domain: str, home: Path, clock: Clock, **more: Any) -> OnlineStore:
    settings = {"contact": "maps@example.org", "rest_s": 0.0, "timeout_s": 5.0, **more}
    return open_online(
        "nominatim", domain=domain, home=home, clock=clock, sleep=clock.sleep, **settings
    )


def refused(store: OnlineStore, name: str = "Hama") -> SourceUnavailableError:
    with pytest.raises(SourceUnavailableError) as caught:
        store.matches(name)
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (status(500), "500"),
        (status(502), "502"),
        (status(429), "asked too often"),
        (reset, "cannot be reached"),
        (truncated, "broke off (peer closed connection"),
        (hang, "no answer within 0.5 s"),
        (drip(head=True), "no answer within 0.5 s"),
        (drip(head=False), "no answer within 0.5 s"),
    ],
)
def test_a_passing_fault_is_tried_again_and_then_named(
    tmp_path: Path, behaviour: Behaviour, said: str
) -> None:
    with running(behaviour) as service:
        # Only what never answers needs a short limit: a busy machine takes its time.
        limit_s = 0.5 if "no answer" in said else 10.0
        store = opened(service.domain, tmp_path, Clock(), timeout_s=limit_s)
        assert said in str(refused(store))
        assert len(service.requests) == 3


@pytest.mark.parametrize("behaviour", [status(500), status(503), reset, truncated])
def test_a_fault_that_passes_is_no_fault(tmp_path: Path, behaviour: Behaviour) -> None:
    clock = Clock()
    with running(behaviour, FOUND) as service:
        (found,) = opened(service.domain, tmp_path, clock).matches("Hama")
        assert found.id == "nominatim:relation/1234567"
        assert clock.slept == [2.0]


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (status(401), "check it"),
        (status(403), "terms of use"),
        (status(400), "does not take the request"),
        (status(404), "does not take the request"),
        (status(302, Location="http://elsewhere.example/search?key=secret"), "elsewhere.example"),
        (status(301, Location="http://[broken"), "not followed"),
        (answer(b"<!DOCTYPE html><form>Log in</form>"), "a web page"),
        (answer(b'[{"osm_type": "way"'), "not JSON"),
        (answer(b"[" * 100_000), "not JSON"),
        (answer(b""), "not JSON"),
        (answer(b'[{"name": "H\xe4ma"}]'), "not UTF-8"),
        (answer({"features": []}), "not of the form"),
        (answer("Hama"), "not of the form"),
        (answer(None), "not of the form"),
        (answer([1, "Hama", None]), "none of the 3 rows"),
        (answer([{**HAMA, "lat": "nan"}, {**HAMA, "lon": "181"}]), "none of the 2 rows"),
        (answer([HAMA] * 400), "larger than"),
    ],
)
def test_what_asking_again_does_not_change_is_asked_once(
    tmp_path: Path, behaviour: Behaviour, said: str
) -> None:
    with running(behaviour) as service:
        error = refused(opened(service.domain, tmp_path, Clock(), most_bytes=110_000))
        assert said in str(error)
        assert "secret" not in str(error)
        assert len(service.requests) == 1


def test_a_body_without_end_is_cut_at_the_limit(tmp_path: Path) -> None:
    def endless(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
        while True:
            handler.wfile.write(b" " * 65_536)

    with running(endless) as service:
        store = opened(service.domain, tmp_path, Clock(), most_bytes=1_000_000)
        assert "larger than 1,000,000 bytes" in str(refused(store))


def test_nobody_listens(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        store = opened(f"http://127.0.0.1:{taken.getsockname()[1]}", tmp_path, Clock())
        assert "cannot be reached" in str(refused(store))


@pytest.mark.parametrize("of", [lambda _: "7", lambda clock: formatdate(clock() + 7, usegmt=True)])
@pytest.mark.parametrize("code", [429, 503])
def test_the_wait_that_is_asked_for_is_kept(
    tmp_path: Path, of: Callable[[Clock], str], code: int
) -> None:
    clock = Clock()
    with running(status(code, Retry_After=of(clock)), FOUND) as service:
        assert opened(service.domain, tmp_path, clock).matches("Hama")
        assert clock.slept == [7.0]


@pytest.mark.parametrize(
    "of", [lambda _: "3600", lambda clock: formatdate(clock() + 3600, usegmt=True)]
)
def test_too_long_a_wait_is_an_error_for_all_stores_until_it_is_over(
    tmp_path: Path, of: Callable[[Clock], str]
) -> None:
    clock = Clock()
    with running(status(429, Retry_After=of(clock)), FOUND) as service:
        assert refused(opened(service.domain, tmp_path, clock)).retry_after_s == 3600
        assert refused(opened(service.domain, tmp_path, clock)).retry_after_s == 3600
        assert (len(service.requests), clock.slept) == (1, [])
        clock.now += 3600
        assert opened(service.domain, tmp_path, clock).matches("Hama")


@pytest.mark.parametrize("header", ["soon", "-5", "", "Fri, 99 Foo 2024 99:99:99 GMT"])
def test_a_wait_that_cannot_be_read_is_no_wait(tmp_path: Path, header: str) -> None:
    clock = Clock()
    with running(status(429, Retry_After=header), FOUND) as service:
        assert opened(service.domain, tmp_path, clock).matches("Hama")
        assert clock.slept == [2.0]


@pytest.mark.parametrize(
    "behaviour", [status(500), status(404), answer(b"<html>"), reset, answer([{"lat": "x"}])]
)
def test_nothing_is_kept_of_a_failure(tmp_path: Path, behaviour: Behaviour) -> None:
    clock = Clock()
    with running(behaviour) as service:
        store = opened(service.domain, tmp_path, clock, attempts=1)
        refused(store)
        service.script[:] = [FOUND]
        assert store.matches("Hama")


def test_a_service_that_is_down_is_left_alone_for_a_while(tmp_path: Path) -> None:
    clock = Clock()
    with running(status(500)) as service:
        store = opened(service.domain, tmp_path, clock, rest_s=60.0)
        first = str(refused(store))
        for name in ("Homs", "Aleppo"):
            assert str(refused(store, name)) == f"{first} (asked a moment ago)"
        assert len(service.requests) == 3
        service.script[:] = [FOUND]
        clock.now += 60
        assert store.matches("Hama")


def test_a_clock_set_back_does_not_keep_a_service_down(tmp_path: Path) -> None:
    clock = Clock()
    with running(status(500)) as service:
        store = opened(service.domain, tmp_path, clock, rest_s=60.0)
        refused(store)
        service.script[:] = [FOUND]
        clock.now -= 86_400
        assert store.matches("Hama")


def test_one_unreadable_answer_is_not_the_service_being_down(tmp_path: Path) -> None:
    with running(answer(b"{"), FOUND) as service:
        store = opened(service.domain, tmp_path, Clock(), rest_s=60.0)
        refused(store, "Homs")
        assert store.matches("Hama")


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:9", "socks5://127.0.0.1:9"])
def test_a_proxy_of_the_system_is_not_asked_for_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    without_proxies(monkeypatch)
    monkeypatch.setenv("http_proxy", proxy)
    with running(FOUND) as service:
        assert opened(service.domain, tmp_path, Clock()).matches("Hama")


def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


def test_other_machines_are_asked_through_the_proxy_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_proxies(monkeypatch)
    with running(FOUND) as service:
        monkeypatch.setenv("http_proxy", f"http://me:pass%21@127.0.0.1:{service.port}")
        assert opened("http://geo.example.org/n", tmp_path, Clock()).matches("Hama")
        (request,) = service.requests
        assert request.path.startswith("http://geo.example.org/n/search?q=Hama&")
        assert request.headers["host"] == "geo.example.org"
        assert request.headers["proxy-authorization"] == "Basic bWU6cGFzcyE="


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "http://127.0.0.1:port"])
def test_a_proxy_that_cannot_be_used_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    without_proxies(monkeypatch)
    monkeypatch.setenv("http_proxy", proxy)
    store = opened("http://geo.example.org", tmp_path, Clock(), attempts=1)
    assert "proxy" in str(refused(store))


def test_a_service_without_tls_behind_https_is_not_reached(tmp_path: Path) -> None:
    with running(FOUND) as service:
        store = opened(f"https://127.0.0.1:{service.port}", tmp_path, Clock(), attempts=1)
        assert "cannot be reached" in str(refused(store))
        assert service.requests == []


def test_a_refusal_within_a_good_status_is_an_outage(tmp_path: Path) -> None:
    limit = {"status": {"message": "the hourly limit of 1000 credits for me has been exceeded",
                        "value": 19}}  # fmt: skip
    with running(answer(limit)) as service:
        clock = Clock()
        store = open_online(
            "geonames", contact="maps@example.org", key="me", domain=service.domain, home=tmp_path,
            clock=clock, sleep=clock.sleep,
        )  # fmt: skip
        error = str(refused(store))
        assert "hourly limit" in error
        assert " me " not in error
