"""One HTTP request: within a time, up to a size, to the host that was asked and no other."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx

from gazetteer.errors import SourceUnavailableError
from gazetteer.web.guard import Guard, GuardedTransport

__all__ = ["Answer", "NoAnswerError", "TooLargeError", "fetch", "is_loopback"]

_PACKED = {"gzip", "x-gzip", "deflate"}
_STEP_BYTES = 1 << 20  # of packed content, unpacked at once


class NoAnswerError(SourceUnavailableError):
    """No answer in time, or a connection that broke: asking again may help."""


class TooLargeError(SourceUnavailableError):
    """An answer that is larger than it may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the status, the headers by their lower-case names, the whole body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def fetch(
    url: str,
    *,
    headers: Mapping[str, str],
    timeout_s: float,
    most_bytes: int,
    body: bytes | None = None,
    guard: Guard | None = None,
) -> Answer:
    """Send one GET request, or with a body one POST, and return the answer, whatever its status.

    Redirects are answers like any other and are not followed. The system's proxies are used, but
    not for this machine itself, and not by a guarded request.

    Parameters
    ----------
    timeout_s
        For the whole of it, so that a server that sends a byte now and then holds nobody up.
    most_bytes
        A larger body is refused, also one that is larger only when unpacked.
    guard
        Whom the request may reach; None for anybody. For addresses that strangers wrote.

    Raises
    ------
    NotPublicError
        The guard keeps the request from its host.
    NoAnswerError
        The time is over, nobody listens, or the connection broke.
    TooLargeError
        The body is.
    SourceUnavailableError
        The server cannot prove who it is.
    """
    host = urlsplit(url).netloc.rpartition("@")[2]
    own = is_loopback(urlsplit(url).hostname or "")
    deadline = _Deadline(timeout_s)
    try:
        with (
            deadline,
            httpx.Client(
                timeout=timeout_s,
                trust_env=not own and guard is None,
                transport=GuardedTransport(guard, deadline.left_s) if guard else None,
            ) as client,
            client.stream(
                "GET" if body is None else "POST",
                url,
                headers={"Accept-Encoding": "gzip", **headers},
                content=body,
                extensions={"trace": deadline.watch},
            ) as response,
        ):
            whole = _body(response, host, most_bytes)
            # A connection that was cut reads like one that came to its end.
            deadline.check()
            return Answer(status=response.status_code, headers=dict(response.headers), body=whole)
    except (httpx.HTTPError, httpx.InvalidURL, ImportError, ValueError, OSError) as error:
        if guard and _sends_nowhere(error):
            problem = "sends on to what is no address; check the address"
            raise SourceUnavailableError(host, problem) from error
        raise _unavailable(error, host, deadline) from error


def _unavailable(error: Exception, host: str, deadline: _Deadline) -> SourceUnavailableError:
    said = " ".join(str(error).split())[:200]
    if deadline.over or isinstance(error, httpx.TimeoutException | TimeoutError):
        return NoAnswerError(host, f"no answer within {deadline.timeout_s:g} s")
    if isinstance(error, SourceUnavailableError):
        return error
    if isinstance(error, httpx.RemoteProtocolError):
        return NoAnswerError(host, f"its answer broke off ({said})")
    if isinstance(error, ImportError | ValueError | httpx.InvalidURL):
        return SourceUnavailableError(host, f"the system's proxy cannot be used ({said})")
    if "CERTIFICATE" in said:
        return SourceUnavailableError(host, f"its certificate is not valid ({said})")
    return NoAnswerError(host, f"cannot be reached ({said})")


def _sends_nowhere(error: Exception) -> bool:
    """Tell whether the library stumbled over a redirect, which it reads without following it."""
    return isinstance(error, httpx.InvalidURL) or (
        isinstance(error, httpx.RemoteProtocolError) and "location header" in str(error)
    )


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this machine itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _Deadline:
    """Cuts a connection when its time is over.

    The client's own limits start anew with every byte, so they cannot bound the whole.
    """

    def __init__(self, timeout_s: float) -> None:
        self.timeout_s, self.over = timeout_s, False
        self._end = time.monotonic() + timeout_s
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(timeout_s, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def watch(self, event: str, told: Mapping[str, Any]) -> None:
        """Keep the socket of the connection that the client has made."""
        if event == "connection.connect_tcp.complete":
            self._socket = told["return_value"].get_extra_info("socket")
            if self.over:  # just now, while there was nothing to cut yet
                self._cut()

    def left_s(self) -> float:
        """Return the seconds that are left."""
        return self._end - time.monotonic()

    def check(self) -> None:
        """Raise TimeoutError where the time was over before the end was read."""
        if self.over:
            raise TimeoutError

    def _cut(self) -> None:
        self.over = True
        if self._socket is None:
            return
        try:
            # Below TLS: shutting that down from another thread pulls it from under the reader.
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        except OSError:
            return  # closed in the meantime


def _body(response: httpx.Response, host: str, most_bytes: int) -> bytes:
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in {*_PACKED, "identity", ""}:
        problem = f"its answer is packed as {packing[:40]!r}, which was not asked for"
        raise SourceUnavailableError(host, problem)
    sent = response.iter_raw()
    pieces, size = list[bytes](), 0
    try:
        for piece in _unpacked(sent) if packing in _PACKED else sent:
            pieces.append(piece)
            size += len(piece)
            if size > most_bytes:
                raise TooLargeError(host, f"its answer is larger than {most_bytes:,} bytes")
    except zlib.error as error:
        raise NoAnswerError(host, f"its packed answer is damaged ({error})") from error
    return b"".join(pieces)


def _unpacked(sent: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack step by step: one packed piece may hold a thousand times its size."""
    engine = None
    for piece in sent:
        rest = piece
        while rest:
            engine = engine or zlib.decompressobj(zlib.MAX_WBITS | 32)
            yield engine.decompress(rest, _STEP_BYTES)
            rest = engine.unused_data if engine.eof else engine.unconsumed_tail
            engine = None if engine.eof else engine
    if engine is not None:
        raise zlib.error("it has no end")
