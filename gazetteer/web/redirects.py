"""Addresses on the web as they may be asked for, and where an answer may send on to."""

from __future__ import annotations

import httpx

from gazetteer.errors import SourceUnavailableError
from gazetteer.web.download import shown_url

__all__ = ["host_of", "sent_on", "web_address"]

_LONGEST = 4_000


def web_address(text: str) -> str:
    """Return an http or https address in its usual form, without a fragment.

    It is read by the library that sends the request, since two readers of one address may
    disagree about its host.

    Raises
    ------
    SourceUnavailableError
        It is no such address, is overlong, or holds a user name.

    Examples
    --------
    >>> web_address("HTTPS://News.Example.org:443/feed#top")
    'https://news.example.org/feed'
    """
    try:
        url = httpx.URL(text.strip()[: _LONGEST + 1])
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceUnavailableError(_shown(text), f"is no address ({error})") from None
    if url.scheme not in {"http", "https"} or not url.host:
        problem = "is neither an http nor an https address; give one of these"
        raise SourceUnavailableError(_shown(text), problem)
    if url.userinfo:
        problem = "holds a user name; give an address without"
        raise SourceUnavailableError(shown_url(str(url)), problem)
    if len(str(url)) > _LONGEST:
        problem = f"is longer than {_LONGEST:,} characters; give a shorter one"
        raise SourceUnavailableError(_shown(text), problem)
    return str(url.copy_with(fragment=None))


def sent_on(url: str, location: str) -> str:
    """Return the address that an answer's ``Location`` sends on to.

    Raises
    ------
    SourceUnavailableError
        It leads to another scheme than http and https, or from https back to http.
    """
    try:
        target = web_address(str(httpx.URL(url).join(location)))
    except (httpx.InvalidURL, ValueError):
        target = ""
    except SourceUnavailableError as error:
        raise SourceUnavailableError(shown_url(url), f"sends on to {error}") from None
    if not target:
        problem = f"sends on to {_shown(location)!r}, which is no address"
        raise SourceUnavailableError(shown_url(url), problem)
    if url.startswith("https:") and target.startswith("http:"):
        problem = f"sends on from https to {shown_url(target)}, which is not followed"
        raise SourceUnavailableError(shown_url(url), problem)
    return target


def host_of(url: str) -> str:
    """Return the host of an address, with its port where it is not the usual one."""
    return httpx.URL(url).netloc.decode("ascii")


def _shown(text: str) -> str:
    """Return a short line of what is no address, without what may be a password."""
    start = text.partition("?")[0].rpartition("@")[2]
    return "".join(c for c in start if c.isprintable())[:80] or "an empty address"
