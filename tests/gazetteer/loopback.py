"""A small HTTP server on this machine that serves files, and fails in every way that one can."""

from __future__ import annotations

import io
import ssl
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

Answer = Callable[["Handler"], None]
#: Random enough not to be packed away: a break in the middle of the file is one in its content.
ROWS = b"".join(b"%d\tplace %d\n" % (n, n * 7919 % 10_007) for n in range(20_000))


def zipped(member: str, content: bytes) -> bytes:
    """Return a zip file of one member with a fixed date."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(member, (2024, 3, 5, 0, 0, 0)), content)
    return file.getvalue()


class Handler(BaseHTTPRequestHandler):
    """Answers by the path, and remembers what was asked."""

    def do_GET(self) -> None:
        self.server.asked.append(dict(self.headers))  # type: ignore[attr-defined]
        self.server.paths.append(self.path)  # type: ignore[attr-defined]
        answer = self.server.answers.get(self.path, missing)  # type: ignore[attr-defined]
        with suppress(BrokenPipeError, ConnectionResetError):  # the client has heard enough
            answer(self)
        self.close_connection = True

    def head(self, status: int, **headers: object) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Keep the test's output clean."""


class Server(ThreadingHTTPServer):
    """The server with its answers by path."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.over = threading.Event()

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


@contextmanager
def serving() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


def speak_tls(server: Server, authority: trustme.CA, name: str) -> None:
    """Let a server speak TLS under a name that an authority has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)


def missing(handler: Handler) -> None:
    handler.head(404, Content_Length=0)


def silence(_handler: Handler) -> None:
    """Close the connection without a word."""


def status(code: int, **headers: object) -> Answer:
    return lambda handler: handler.head(code, Content_Length=0, **headers)


def whole(content: bytes, **headers: object) -> Answer:
    """Serve the file without ranges."""

    def answer(handler: Handler) -> None:
        handler.head(200, **{"Content_Length": len(content), **headers})
        handler.wfile.write(content)

    return answer


def ranged(content: bytes, etag: str = '"one"', breaks: int = 0) -> Answer:
    """Serve the file with ranges; the first ``breaks`` answers break off half-way."""
    left = [breaks]

    def answer(handler: Handler) -> None:
        asked, tag = handler.headers.get("Range", ""), handler.headers.get("If-Range", etag)
        start = int(asked[6:].rstrip("-")) if asked and tag == etag else 0
        if asked and start >= len(content):
            handler.head(416, Content_Length=0)
            return
        rest = content[start:]
        extent = {"Content_Range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
        handler.head(
            206 if start else 200, Content_Length=len(rest), ETag=etag, **(extent if start else {})
        )
        left[0] -= 1
        handler.wfile.write(rest if left[0] < 0 else rest[: len(rest) // 2])

    return answer


def in_turn(*answers: Answer) -> Answer:
    """Give one answer after the other, the last one for ever."""
    left = list(answers)

    def answer(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def drip(handler: Handler) -> None:
    """Send a byte now and then, without an end."""
    handler.head(200)
    while not handler.server.over.wait(0.02):  # type: ignore[attr-defined]
        handler.wfile.write(b" ")


def hang(handler: Handler) -> None:
    """Take the request and say nothing."""
    handler.server.over.wait(10)  # type: ignore[attr-defined]


def endless(handler: Handler) -> None:
    """Send without an end and without a length."""
    handler.head(200)
    while True:
        handler.wfile.write(ROWS)
