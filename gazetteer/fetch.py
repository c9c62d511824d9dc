"""One HTTP request: within a time, up to a size, to the host that was asked and no other."""

from __future__ import annotations

import base64
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from gazetteer.errors import SourceUnavailableError

__all__ = ["Answer", "NoAnswerError", "fetch", "is_loopback"]

_PIECE_BYTES = 65_536


class NoAnswerError(SourceUnavailableError):
    """No answer in time, or a connection that broke: asking again may help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the status, the headers by their lower-case names, the whole body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def fetch(url: str, *, headers: Mapping[str, str], timeout_s: float, most_bytes: int) -> Answer:
    """Send one GET request and return the answer, whatever its status.

    Redirects are answers like any other and are not followed. The system's proxies are used, but
    not for this machine itself.

    Parameters
    ----------
    timeout_s
        For the whole of it, so that a server that sends a byte now and then holds nobody up.
    most_bytes
        A larger body is refused.

    Raises
    ------
    NoAnswerError
        The time is over, nobody listens, or the connection broke.
    SourceUnavailableError
        The body is too large, or the server cannot prove who it is.
    """
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    connection, target, proxy_headers = _connection(parts, timeout_s)
    deadline = _Deadline(connection, timeout_s)
    try:
        deadline.start()
        connection.request("GET", target, headers={**headers, **proxy_headers})
        with connection.getresponse() as response:
            answer = _read(response, host, most_bytes)
        # A connection that was cut reads like one that came to its end.
        deadline.check()
        return answer
    except ssl.SSLCertVerificationError as error:
        problem = f"its certificate is not valid ({error.verify_message})"
        raise SourceUnavailableError(host, problem) from error
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, SourceUnavailableError) and not deadline.over:
            raise
        over = deadline.over or isinstance(error, TimeoutError)
        problem = f"no answer within {timeout_s:g} s" if over else _broken(error)
        raise NoAnswerError(host, problem) from error
    finally:
        deadline.cancel()
        connection.close()


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

    A socket's own time limit starts anew with every byte, so it cannot bound the whole.
    """

    def __init__(self, connection: http.client.HTTPConnection, timeout_s: float) -> None:
        self._connection, self._end = connection, time.monotonic() + timeout_s
        self._timer: threading.Timer | None = None
        self.over = False

    def start(self) -> None:
        """Connect, and cut the connection once the rest of the time is over."""
        self._connection.connect()
        rest_s = max(0.0, self._end - time.monotonic())
        # The connection forgets its socket as soon as the answer's head is read.
        self._timer = threading.Timer(rest_s, self._cut, (self._connection.sock,))
        self._timer.daemon = True
        self._timer.start()

    def check(self) -> None:
        """Raise TimeoutError where the time was over before the end was read."""
        if self.over:
            raise TimeoutError

    def cancel(self) -> None:
        """Let the connection be."""
        if self._timer:
            self._timer.cancel()

    def _cut(self, sock: socket.socket) -> None:
        self.over = True
        try:
            # Below TLS: shutting that down from another thread pulls it from under the reader.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
        except OSError:
            return  # closed in the meantime


def _connection(
    parts: SplitResult, timeout_s: float
) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
    """Return a connection that is not yet open, what to ask it for, and headers for a proxy."""
    host, path = parts.hostname or "", f"{parts.path or '/'}?{parts.query}"
    proxy = _proxy(parts)
    if parts.scheme == "https":
        secure = http.client.HTTPSConnection(
            (proxy or parts).hostname or "",
            (proxy.port or 80) if proxy else parts.port,
            timeout=timeout_s,
            context=ssl.create_default_context(),
        )
        if proxy:
            secure.set_tunnel(host, parts.port or 443, _credentials(proxy))
        return secure, path, {}
    if proxy:
        plain = http.client.HTTPConnection(proxy.hostname or "", proxy.port, timeout=timeout_s)
        return plain, f"http://{parts.netloc}{path}", _credentials(proxy)
    return http.client.HTTPConnection(host, parts.port, timeout=timeout_s), path, {}


def _proxy(parts: SplitResult) -> SplitResult | None:
    host = parts.hostname or ""
    address = getproxies().get(parts.scheme)
    if not address or is_loopback(host) or proxy_bypass(host):
        return None
    proxy = urlsplit(address if "://" in address else f"http://{address}")
    try:
        usable = proxy.scheme == "http" and proxy.hostname and (proxy.port or 80)
    except ValueError:
        usable = False
    if not usable:
        problem = "the system's proxy cannot be used; it must be http://host:port"
        raise SourceUnavailableError(host, problem)
    return proxy


def _credentials(proxy: SplitResult) -> dict[str, str]:
    if not proxy.username:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}".encode()
    return {"Proxy-Authorization": f"Basic {base64.b64encode(pair).decode()}"}


def _read(response: http.client.HTTPResponse, host: str, most_bytes: int) -> Answer:
    expected, pieces, size = response.length, list[bytes](), 0
    while (expected is None or size < expected) and (piece := response.read1(_PIECE_BYTES)):
        pieces.append(piece)
        size += len(piece)
        if size > most_bytes:
            problem = f"its answer is larger than {most_bytes:,} bytes"
            raise SourceUnavailableError(host, problem)
    if expected is not None and size < expected:
        raise NoAnswerError(host, f"its answer broke off after {size} of {expected} bytes")
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(status=response.status, headers=headers, body=b"".join(pieces))


def _broken(error: OSError | http.client.HTTPException) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"cannot be reached ({' '.join(said.split())[:200]})"
