"""Ask many sources at once: different servers side by side, each server one source at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from frontmap.outside.client import Client
from frontmap.outside.source import Fetched, Source, SourceFailed
from frontmap.outside.state import State
from frontmap.outside.visit import fetch_source
from geo.errors import FrontmapError

__all__ = ["fetch_sources"]

_WIDTH = 4  # servers that are asked at the same time
_Asked = tuple[Source, State]


def fetch_sources(
    asked: Sequence[_Asked], *, client: Callable[[], Client]
) -> Iterator[Fetched | SourceFailed]:
    """Yield what is new at each source, or why nothing came, in their order.

    Parameters
    ----------
    asked
        Each source with what is remembered of it.
    client
        Opens what asks one server; no two servers share one, for it keeps the time of a source.
    """
    servers: dict[str, list[_Asked]] = {}
    for source, known in asked:
        servers.setdefault(_server(source), []).append((source, known))
    pool = ThreadPoolExecutor(_WIDTH)
    try:
        told = {name: pool.submit(_one_by_one, some, client) for name, some in servers.items()}
        for source, _ in asked:
            yield told[_server(source)].result().popleft()
    finally:
        pool.shutdown(cancel_futures=True)


def _server(source: Source) -> str:
    return urlsplit(source.url).netloc.casefold()


def _one_by_one(
    asked: Sequence[_Asked], client: Callable[[], Client]
) -> deque[Fetched | SourceFailed]:
    try:
        opened = client()
    except FrontmapError as error:
        return deque(SourceFailed(source=source.name, reason=str(error)) for source, _ in asked)
    return deque(fetch_source(source, known, client=opened) for source, known in asked)
