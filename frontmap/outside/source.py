"""A source on the web, and what came of asking it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from frontmap.outside.item import Item
from frontmap.outside.state import State

__all__ = ["Fetched", "Source", "SourceFailed", "SourceKind"]


class SourceKind(StrEnum):
    """What an address gives: a feed of entries, or one page with a text."""

    FEED = "feed"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source on the web.

    Parameters
    ----------
    name
        What the user calls it; in messages.
    articles
        Of a feed: whether to read the pages that its entries link to, or the entries themselves.
    outlet
        Who publishes it; empty to believe the feed or the page.
    """

    name: str
    url: str
    kind: SourceKind = SourceKind.FEED
    articles: bool = True
    outlet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a source gave.

    Parameters
    ----------
    items
        New ones, and new versions of known ones, in the order of the source; empty where nothing
        is new.
    state
        To be given back by the next run.
    problems
        What could not be read besides, one line each; a run with any has inputs rejected.
    """

    items: tuple[Item, ...]
    state: State
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFailed:
    """A source that gave nothing, and why, in one line; its state stays what it was."""

    source: str
    reason: str
