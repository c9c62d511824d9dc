"""What changed as an Atom feed (RFC 4287), an entry for each change, the latest first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from claims.editions.changes import Changes
from maps.changes.phrases import limits_words
from maps.changes.telling import Telling, claim_link, tellings
from maps.errors import FeedError
from maps.text import plain
from maps.wording.language import ENGLISH, Language

__all__ = ["changes_feed"]

_ATOM = "http://www.w3.org/2005/Atom"
# A tag names who gave it and when they could (RFC 4151). Where a map has no address on the net it
# is a name that nobody can own (RFC 2606).
_NOBODY, _YEAR = "frontmap.invalid", "2026"
_MOST_CHARS = 20_000_000


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    title: str
    updated: str
    link: str
    content: str


def changes_feed(
    changes: Changes,
    *,
    title: str,
    map_url: str,
    moment: datetime,
    earlier: str = "",
    still: Callable[[str], bool] = bool,
    most: int = 100,
    tongue: Language = ENGLISH,
) -> str:
    """Return a feed of changes that goes on from the feed of the time before.

    The same changes of the same moment give the same entries, so that a run that is done again
    tells nothing twice.

    Parameters
    ----------
    title
        Of the map.
    map_url
        Where the map is, absolute or relative to the feed; a claim's link leads into it.
    moment
        Of the later state, aware.
    earlier
        The feed as it was written before; its entries follow the new ones.
    still
        Tells of the words of an earlier entry whether they may be told still.
    most
        Entries that are kept. Where one state alone brings more, the last of them says how many.
    tongue
        Its language.

    Raises
    ------
    FeedError
        ``earlier`` is no feed that this wrote.
    """
    updated = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fresh = _cut([*_entries(changes, map_url, updated, tongue)], most, map_url, updated, tongue)
    old = [entry for entry in _read(earlier) if still(f"{entry.title}\n{entry.content}")]
    kept = {entry.id: entry for entry in [*fresh, *old]}
    # The first of two entries with one id comes first in the mapping, the last would win in it.
    kept |= {entry.id: entry for entry in fresh}
    return _written(
        [*kept.values()][:most], title=title, map_url=map_url, updated=updated, tongue=tongue
    )


def _entries(changes: Changes, map_url: str, updated: str, tongue: Language) -> Iterator[_Entry]:
    for told in tellings(changes, tongue):
        quoted = tongue.say("page.quoted", text=told.noted.claim.quote)
        kind = tongue.say(f"page.changes.kind.{told.group}")
        yield _Entry(
            id=_tag(map_url, "change", _digest(told, updated)),
            title=plain(f"{kind}: {told.title}"),
            updated=updated,
            link=claim_link(map_url, told),
            content=plain("\n".join([quoted, *told.details, limits_words(tongue)])),
        )


def _digest(told: Telling, updated: str) -> str:
    change = told.change
    ids = [each.claim.id if each else "" for each in (change.before, change.after)]
    text = "\n".join([told.group, *ids, *told.details, *told.others, updated])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _tag(map_url: str, kind: str, name: str) -> str:
    parts = urlsplit(map_url)
    return f"tag:{parts.hostname or _NOBODY},{_YEAR}:frontmap/{kind}/{quote(name, safe='/')}"


def _cut(
    entries: list[_Entry], most: int, map_url: str, updated: str, tongue: Language
) -> list[_Entry]:
    left = len(entries) - most + 1
    if left <= 1:
        return entries
    more = _Entry(
        id=_tag(map_url, "more", updated), title=tongue.say("page.changes.more", n=left),
        updated=updated, link=map_url, content=limits_words(tongue),
    )  # fmt: skip
    return [*entries[: most - 1], more]


def _written(
    entries: Iterable[_Entry], *, title: str, map_url: str, updated: str, tongue: Language
) -> str:
    ET.register_namespace("", _ATOM)
    feed = ET.Element(_name("feed"))
    known = [*entries]
    _add(feed, "id", _tag(map_url, "changes", urlsplit(map_url).path.lstrip("/") or "map"))
    said = tongue.say("page.changes.title")
    _add(feed, "title", plain(f"{title}: {said}" if title else said))
    _add(feed, "subtitle", limits_words(tongue))
    _add(feed, "updated", max([updated, *(entry.updated for entry in known)]))
    _add(ET.SubElement(feed, _name("author")), "name", "frontmap")
    _add(feed, "generator", "frontmap")
    _link(feed, map_url)
    for entry in known:
        node = ET.SubElement(feed, _name("entry"))
        _add(node, "id", entry.id)
        _add(node, "title", entry.title)
        _add(node, "updated", entry.updated)
        _link(node, entry.link)
        _add(node, "content", entry.content).set("type", "text")
    ET.indent(feed)
    written = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    node = ET.SubElement(parent, _name(name))
    node.text = text
    return node


def _link(parent: ET.Element, address: str) -> None:
    if address:
        fields = {"rel": "alternate", "type": "text/html", "href": address}
        ET.SubElement(parent, _name("link"), fields)


def _read(feed: str) -> Iterator[_Entry]:
    """Yield the entries of a feed as it was written."""
    if not feed.strip():
        return
    # A feed of ours declares no entities; one that does is somebody else's.
    if len(feed) > _MOST_CHARS or "<!DOCTYPE" in feed or "<!ENTITY" in feed:
        raise FeedError("it is longer than a feed of changes or declares entities")
    try:
        root = ET.fromstring(feed)  # noqa: S314 - without declarations nothing expands
    except (ET.ParseError, ValueError) as error:
        raise FeedError(f"it is no XML ({error})") from error
    for node in root.iter(_name("entry")):
        link = node.find(_name("link"))
        texts = [node.findtext(_name(name)) for name in ("id", "title", "updated", "content")]
        own, title, updated, content = (text or "" for text in texts)
        if not own or not updated:
            raise FeedError("an entry has no id or no time")
        yield _Entry(
            id=own, title=title, updated=updated, content=content,
            link=link.get("href", "") if link is not None else "",
        )  # fmt: skip
