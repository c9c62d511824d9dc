"""A geocoding service on this machine that answers, and fails, as it is told."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

__all__ = [
    "HAMA", "Clock", "Request", "Service", "answer", "drip", "hang", "photon", "reset", "running",
    "status", "truncated",
]  # fmt: skip

#: A row as Nominatim gives it, as far as it is read.
HAMA: dict[str, Any] = {
    "osm_type": "relation", "osm_id": 1234567, "lat": "35.1318", "lon": "36.7578",
    "class": "boundary", "type": "administrative", "addresstype": "city", "name": "Hama",
    "display_name": "Hama, Hama Governorate, Syria",
    "boundingbox": ["35.08", "35.18", "36.70", "36.82"],
    "address": {"state": "Hama Governorate", "country_code": "sy"},
    "namedetails": {"name": "حماة", "name:en": "Hama", "alt_name": "Hamah;Hamath", "ref": "7"},
}  # fmt: skip

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True)
class Request:
    """One request as it came: when, for what, with which headers."""

    at_s: float
    path: str
    headers: dict[str, str]
    body: bytes = b""

    @property
    def asked(self) -> dict[str, str]:
        """The parameters, each once."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}


@dataclass
class Service:
    """What to do with each request in turn; the last behaviour stays."""

    script: list[Behaviour]
    port: int = 0
    requests: list[Request] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def domain(self) -> str:
        """Where the service is."""
        return f"http://127.0.0.1:{self.port}"

    def next(self) -> Behaviour:
        """Return what to do now."""
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


class Clock:
    """A clock that only moves when somebody sleeps by it, and remembers for how long."""

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.now = now
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    service: Service

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that hang up."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        service = self.server.service
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0)))
        service.requests.append(Request(time.monotonic(), self.path, headers, body))
        service.next()(self)

    do_POST = do_GET  # noqa: N815 - the name that the base class calls

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name it has there
        """Keep the output of the tests clean."""


@contextmanager
def running(*script: Behaviour) -> Iterator[Service]:
    """Run a service for the time of a test."""
    service = Service(list(script))
    server = _Server(("127.0.0.1", 0), _Handler)
    server.service, service.port = service, server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


def answer(body: Any, *, code: int = 200, **headers: str) -> Behaviour:
    """Answer with bytes as they are, anything else as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return behave


def status(code: int, **headers: str) -> Behaviour:
    """Answer with a status and a page that says so."""
    return answer(b"<html>no</html>", code=code, **headers)


def hang(handler: BaseHTTPRequestHandler) -> None:
    """Take the request and say nothing."""
    handler.server.service.over.wait(10)  # type: ignore[attr-defined]


def drip(*, head: bool) -> Behaviour:
    """Send a byte every now and then, of the head or of the body, and never come to an end."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        start = b"HTTP/1.0 200 OK\r\nX-Slow: " if head else b"HTTP/1.0 200 OK\r\n\r\n["
        handler.wfile.write(start)
        while not handler.server.service.over.wait(0.02):  # type: ignore[attr-defined]
            handler.wfile.write(b" ")
            handler.wfile.flush()

    return behave


def reset(handler: BaseHTTPRequestHandler) -> None:
    """Break the connection without a word."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def truncated(handler: BaseHTTPRequestHandler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'[{"osm_type": "way"')


def photon(name: str, **properties: Any) -> dict[str, Any]:
    """Return a feature as Photon gives it."""
    fields = {"osm_type": "N", "osm_id": 7, "osm_key": "place", "osm_value": "village"}
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [36.75, 35.13]},
        "properties": {**fields, "name": name, **properties},
    }
