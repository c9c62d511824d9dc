"""One HTTP request: within a time, up to a size, to the host that was asked and no other."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from gazetteer.errors import SourceUnavailableError

__all__ = ["Answer", "NoAnswerError", "fetch", "is_loopback"]


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
    host, end = urlsplit(url).netloc.rpartition("@")[2], time.monotonic() + timeout_s
    own = is_loopback(urlsplit(url).hostname or "")
    try:
        with (
            httpx.Client(timeout=timeout_s, trust_env=not own) as client,
            client.stream("GET", url, headers=dict(headers)) as response,
        ):
            body = _body(response, host, most_bytes, end)
            return Answer(status=response.status_code, headers=dict(response.headers), body=body)
    except (httpx.TimeoutException, TimeoutError) as error:
        raise NoAnswerError(host, f"no answer within {timeout_s:g} s") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as error:
        if isinstance(error, SourceUnavailableError):
            raise
        said = " ".join(str(error).split())[:200]
        if "CERTIFICATE" in said:
            raise SourceUnavailableError(host, f"its certificate is not valid ({said})") from error
        raise NoAnswerError(host, f"cannot be reached ({said})") from error


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this machine itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _body(response: httpx.Response, host: str, most_bytes: int, end: float) -> bytes:
    pieces, size = list[bytes](), 0
    for piece in response.iter_bytes():
        pieces.append(piece)
        size += len(piece)
        if size > most_bytes:
            raise SourceUnavailableError(host, f"its answer is larger than {most_bytes:,} bytes")
        # The client's own limit starts anew with every byte.
        if time.monotonic() > end:
            raise TimeoutError
    return b"".join(pieces)
