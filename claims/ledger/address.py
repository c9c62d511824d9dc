"""One address for a page, however the links to it were dressed."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

__all__ = ["canonical_url"]

# What only counts where a reader came from.
_COUNTING = re.compile(
    r"utm_\w+|(?:fb|g|y|ms|dc|tw|ttc)clid|mc_[ce]id|igshid|cmpid|ref(?:_src)?|ocid|at_\w+",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str) -> str:
    """Return a URL without fragment, counting parameters and default port, its host in lower case.

    Parameters are sorted and the scheme is dropped, so that ``http`` and ``https`` are one address.
    What is no URL of a host is returned as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    if not parts.hostname:
        return url
    host = parts.hostname.rstrip(".").removeprefix("www.")
    if port not in (None, _PORTS.get(parts.scheme)):
        host = f"{host}:{port}"
    told = [(k, v) for k, v in parse_qsl(parts.query, True) if not _COUNTING.fullmatch(k)]
    return urlunsplit(("", host, parts.path.rstrip("/"), urlencode(sorted(told)), ""))
