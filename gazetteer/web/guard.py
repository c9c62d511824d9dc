"""Requests that reach public servers only: every address is checked, then dialled as checked."""

from __future__ import annotations

import functools
import ipaddress
import os
import queue
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpx

from gazetteer.errors import SourceUnavailableError
from gazetteer.web.addresses import Address, is_public, literal_address

__all__ = ["Guard", "GuardedTransport", "NotPublicError", "resolve_host"]

_PORTS = {"http": 80, "https": 443}
_MOST_ADDRESSES = 4


class NotPublicError(SourceUnavailableError):
    """A host that is not on the public internet, or a port that no web server has there."""


def resolve_host(host: str) -> Sequence[str]:
    """Return the addresses that the system knows for a host."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Whom requests may reach.

    Parameters
    ----------
    allow_private
        Hosts that are reached wherever they are, on any port, or on one: ``wiki.intranet``,
        ``127.0.0.1:8080``, ``[::1]:8080``. Whoever writes a name here trusts who answers for it.
    ports
        Of public servers.
    proxy
        Address of a proxy that dials instead. It then resolves the names, and has to keep internal
        ones from us; only hosts written as addresses are checked here.
    resolve
        From a host to its addresses.
    """

    allow_private: frozenset[str] = frozenset()
    ports: frozenset[int] = frozenset(_PORTS.values())
    proxy: str = ""
    resolve: Callable[[str], Sequence[str]] = resolve_host

    def addresses(self, url: httpx.URL, *, within_s: float) -> list[str]:
        """Return the addresses that may be dialled for a URL, in the order to try them.

        Raises
        ------
        NotPublicError
            One of the host's addresses is not public, or the URL does not stand ``check``.
        SourceUnavailableError
            The host has no address.
        TimeoutError
            The system does not say within ``within_s`` seconds.
        """
        literal = self.check(url)
        if literal is not None:
            return [str(literal)]
        host = url.host
        found = _resolved(self.resolve, host, within_s)
        if not self._allows(url):
            for text in found:
                if not is_public(ipaddress.ip_address(text)):
                    raise _not_public(host, f"leads to {text}, which is not public")
        return list(found[:_MOST_ADDRESSES])

    def check(self, url: httpx.URL) -> Address | None:
        """Check all of a URL that can be checked without asking anybody.

        Return the address that its host is written as; None where it is a name.

        Raises
        ------
        NotPublicError
            The scheme is neither http nor https, the port is not allowed, or the host is written
            as an address that is not public or not in its usual form.
        """
        host, allowed = url.host, self._allows(url)
        if url.scheme not in _PORTS or not host:
            raise NotPublicError(f"{url.scheme}:", "is neither an http nor an https address")
        try:
            literal = literal_address(host)
        except ValueError:
            raise _not_public(host, "is no address in its usual form") from None
        if allowed:
            return literal
        if literal is not None and not is_public(literal):
            raise _not_public(host, "is not a public address")
        if _port(url) not in self.ports:
            raise _not_public(f"{host}:{_port(url)}", "is on a port that public pages are not on")
        return literal

    def _allows(self, url: httpx.URL) -> bool:
        host = url.host.rstrip(".").lower()
        shown = f"[{host}]" if ":" in host else host
        return not self.allow_private.isdisjoint({host, shown, f"{shown}:{_port(url)}"})


class GuardedTransport(httpx.BaseTransport):
    """Sends a request to an address that a guard has checked, under the name that was asked for.

    The name is resolved once, so that a second answer of its name server changes nothing.

    Parameters
    ----------
    left_s
        Says how many seconds there are still for all of it.
    """

    def __init__(self, guard: Guard, left_s: Callable[[], float]) -> None:
        self._guard, self._left_s = guard, left_s
        authorities = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
        self._inner = httpx.HTTPTransport(
            verify=_trusted(*authorities), trust_env=False, proxy=guard.proxy or None
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request to the first address that takes a connection."""
        if self._guard.proxy:
            self._guard.check(request.url)
            return self._inner.handle_request(request)
        failed: Exception = TimeoutError()
        for address in self._guard.addresses(request.url, within_s=self._left_s()):
            left_s = self._left_s()
            if left_s <= 0:
                raise TimeoutError
            try:
                return self._inner.handle_request(_moved(request, address, left_s))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failed = error
        raise failed

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


@functools.lru_cache(maxsize=4)
def _trusted(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """Return whom to trust after the environment; reading all authorities takes 20 ms."""
    return httpx.create_ssl_context()


def _moved(request: httpx.Request, address: str, left_s: float) -> httpx.Request:
    """Return a request to an address; its ``Host`` and the certificate's name stay."""
    wait_s = dict.fromkeys(("connect", "read", "write", "pool"), left_s)
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host, "timeout": wait_s},
    )


def _resolved(resolve: Callable[[str], Sequence[str]], host: str, within_s: float) -> Sequence[str]:
    """Resolve a host in a thread, since the system's resolver knows no time limit."""
    said: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            said.put(resolve(host))
        except (OSError, ValueError) as error:
            said.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = said.get(timeout=max(0.0, within_s))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, socket.gaierror) and found.errno == socket.EAI_AGAIN:
        raise found
    if isinstance(found, Exception) or not found:
        raise SourceUnavailableError(host, "has no address; check how it is spelled")
    return found


def _port(url: httpx.URL) -> int:
    return url.port or _PORTS.get(url.scheme, 0)


def _not_public(host: str, problem: str) -> NotPublicError:
    return NotPublicError(host, f"{problem}; where it is meant, add it to allow_private")
