"""Ask one source for what is new: the entries of a feed, the articles they link to, or a page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from frontmap.outside.apart import parse_apart
from frontmap.outside.client import Client, Page, RefusedError
from frontmap.outside.errors import UnreadableError
from frontmap.outside.item import Item
from frontmap.outside.robots import DisallowedError
from frontmap.outside.source import Fetched, Source, SourceFailed, SourceKind
from frontmap.outside.state import Seen, State
from gazetteer.web.download import shown_url
from gazetteer.web.guard import NotPublicError
from gazetteer.web.request import TooLargeError
from geo.errors import FrontmapError

__all__ = ["fetch_source"]

Row = Mapping[str, str]
Parse = Callable[[str, bytes, Mapping[str, str]], dict[str, Any]]
# What another try in an hour does not change; all else may pass.
_LASTING = (RefusedError, DisallowedError, NotPublicError, TooLargeError, UnreadableError)


def fetch_source(
    source: Source, known: State, *, client: Client, parse: Parse = parse_apart
) -> Fetched | SourceFailed:
    """Return what is new at a source since the run that gave ``known``, or why nothing came.

    An entry of a feed is read when its fingerprint is new, or when its page is due to be looked at
    again. What fails for one article is a problem of the ones that came; it is tried again by the
    next run, or, where that would change nothing, when it is due again.

    Parameters
    ----------
    parse
        Reads bytes as the parser of a name does; the one here gives each a process of its own.
    """
    client.begin_source()
    try:
        if source.kind is SourceKind.PAGE:
            return _page(source, known, client, parse)
        return _feed(source, known, client, parse)
    except FrontmapError as error:
        return SourceFailed(source=source.name, reason=_reason(error))


def _page(source: Source, known: State, client: Client, parse: Parse) -> Fetched:
    page = client.get(source.url, seen=known.source, most_bytes=client.manners.page_bytes)
    items = (_article(parse, page, source, {}, ""),) if page.changed else ()
    return Fetched(items=items, state=State(source=page.seen))


def _feed(source: Source, known: State, client: Client, parse: Parse) -> Fetched:
    seen = Seen() if _any_due(known, client) else known.source
    page = client.get(source.url, seen=seen, most_bytes=client.manners.feed_bytes)
    if not page.changed:
        return Fetched(items=(), state=State(
            source=page.seen, entries=known.entries, pages=known.pages
        ))  # fmt: skip
    about = {"url": shown_url(page.url), "base": page.url, "content_type": page.content_type}
    feed = parse("feed", page.body, about)
    if not feed["entries"]:
        problem = f"{about['url']}: has no entries at the moment; look at it if that stays so"
        state = State(entries=known.entries, pages=known.pages)
        return Fetched(items=(), state=state, problems=(problem,))
    run = _Run(source=source, known=known, client=client, parse=parse, title=feed["title"])
    for row in feed["entries"]:
        run.take(row)
    return run.result(page.seen)


def _any_due(known: State, client: Client) -> bool:
    now, after_s = client.now(), client.manners.recheck_s
    return any(seen.is_due(now, after_s) for seen in known.pages.values())


@dataclass(slots=True, kw_only=True)
class _Run:
    """The entries of a feed on their way, and what is to be remembered of them."""

    source: Source
    known: State
    client: Client
    parse: Parse
    title: str
    items: list[Item] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Seen] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    asked: int = 0
    left: int = 0
    again: bool = False  # the next run has to read the feed whatever its server says

    def take(self, row: Row) -> None:
        """Read an entry, if there may be anything new in it."""
        link, before = row["link"], self.known.pages.get(row["link"], Seen())
        follows = self.source.articles and bool(link)
        if row["id"] in self.entries or link in self.pages:
            return  # the same one twice in one feed
        known = self.known.entries.get(row["id"]) == self._fingerprint(row)
        if known and not (follows and self._due(before)):
            self._done(row, before if follows else None)
        elif not follows:
            self._keep(_entry(row, self.source, self.title))
            self._done(row, None)
        elif self.asked >= self.client.manners.most_articles:
            self.left += 1
            self._leave(row, before)
        else:
            self.asked += 1
            self._follow(row, before)

    def result(self, seen: Seen) -> Fetched:
        """Return what came of all entries."""
        if self.left:
            problem = f"{self.left} of its articles are left; the next run reads them"
            self.problems.append(f"{shown_url(seen.at)}: {problem}")
        return Fetched(
            items=tuple(self.items),
            state=State(
                source=Seen() if self.again else seen, entries=self.entries, pages=self.pages
            ),
            problems=tuple(self.problems),
        )

    def _due(self, before: Seen) -> bool:
        return before.is_due(self.client.now(), self.client.manners.recheck_s)

    def _follow(self, row: Row, before: Seen) -> None:
        """Read the page that an entry links to."""
        try:
            page = self.client.get(
                row["link"], seen=before, most_bytes=self.client.manners.page_bytes
            )
            if page.changed:
                self._keep(_article(self.parse, page, self.source, row, self.title))
            self._done(row, page.seen)
        except FrontmapError as error:
            self.problems.append(_reason(error))
            if isinstance(error, _LASTING):
                self._done(row, Seen(asked=self.client.now()))
            else:
                self._leave(row, before)

    def _keep(self, item: Item) -> None:
        if item.text or item.title:
            self.items.append(item)

    def _done(self, row: Row, seen: Seen | None) -> None:
        self.entries[row["id"]] = self._fingerprint(row)
        if seen is not None:
            self.pages[row["link"]] = seen

    def _leave(self, row: Row, before: Seen) -> None:
        """Let the next run read an entry."""
        self.again = True
        if before.asked:
            self.pages[row["link"]] = before

    def _fingerprint(self, row: Row) -> str:
        """Return what changes with anything in an entry, and with how it is read."""
        text = "\0".join([str(self.source.articles), *(row[name] for name in sorted(row))])
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _entry(row: Row, source: Source, title: str) -> Item:
    return Item(
        id=row["id"],
        url=row["link"],
        title=row["title"],
        text=row["text"],
        published=_moment(row["published"]) or _moment(row["updated"]),
        updated=_moment(row["updated"]),
        outlet=source.outlet or row["outlet"] or title,
    )


def _article(parse: Parse, page: Page, source: Source, row: Row, title: str) -> Item:
    """Read the article on a page; what the entry of a feed says of it is the more exact."""
    about = {"url": shown_url(page.url), "content_type": page.content_type}
    read: dict[str, Any] = parse("article", page.body, about)
    return Item(
        id=row.get("id") or page.url,
        url=page.url,
        title=read["title"] or row.get("title", ""),
        text=read["text"],
        published=_moment(row.get("published", "")) or _moment(read["published"]),
        updated=_moment(row.get("updated", "")),
        outlet=source.outlet or row.get("outlet", "") or read["outlet"] or title,
    )


def _moment(text: str) -> datetime | None:
    """Return a date as an aware moment; a day begins at midnight UTC, as those in reports do."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _reason(error: FrontmapError) -> str:
    """Return an error as one line that says what happens next."""
    said = " ".join(str(error).split())
    if ";" in said:
        return said
    return (
        f"{said}; {'leave it out' if isinstance(error, _LASTING) else 'the next run tries again'}"
    )
