"""The reports of a project: each text once, under all its addresses, with its versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from unicodedata import normalize

from claims.ledger.codec import packed, unpacked
from claims.ledger.file import Ledger
from claims.report import Report

__all__ = ["Arrival", "Known", "Reports", "Standing", "key_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A report as a source gave it.

    Parameters
    ----------
    source
        The project's name of the source.
    address
        Where it stood: a path in the project, or a URL as ``canonical_url`` writes it.
    at
        When it was read, aware.
    aside
        Why it must be on no map, in words; empty where nothing speaks against it.
    """

    report: Report
    source: str
    address: str
    at: datetime
    aside: str = ""


class Known(StrEnum):
    """What a ledger makes of an arrival."""

    NEW = "new"
    CORRECTED = "corrected"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a ledger knows of a report without reading it.

    Parameters
    ----------
    published
        As the report or its feed tells it; None where neither does.
    received
        When it was first read.
    replaced
        When the earlier version was first read that stood under the same address; None for a first
        version.
    """

    key: str
    doc: str
    source: str
    published: datetime | None
    received: datetime
    replaced: datetime | None = None


def key_of(text: str) -> str:
    """Return what a text is known by: the SHA-256 of its words, white space apart."""
    plain = " ".join(normalize("NFC", text).split())
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


class Reports:
    """What was received, in an open ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def contents_at(self, source: str) -> frozenset[tuple[str, str]]:
        """Return every address of a source with the hash of the bytes that stand there."""
        held: dict[str, list[str]] = {}
        for content, key in self._ledger.ask("SELECT sha256, report FROM contents"):
            held.setdefault(key, []).append(content)
        rows = self._ledger.ask(
            "SELECT address, report FROM addresses WHERE source = ? AND current", source
        )
        return frozenset((address, content) for address, key in rows for content in held[key])

    def known_content(self, content_sha256: str) -> bool:
        """Tell whether bytes with this hash were read before."""
        return bool(self._ledger.ask("SELECT 1 FROM contents WHERE sha256 = ?", content_sha256))

    def receive(self, arrivals: Iterable[Arrival]) -> list[Known]:
        """Keep what arrived, all or nothing, and tell of each what it is.

        A text that is known gets one more address. One that differs from what its address held
        replaces it.
        """
        with self._ledger.writing() as connection:
            return [self._receive(connection, arrival) for arrival in arrivals]

    def _receive(self, connection: sqlite3.Connection, arrival: Arrival) -> Known:
        report, address = arrival.report, arrival.address
        key = key_of(report.text)
        held = connection.execute(
            "SELECT report FROM addresses WHERE address = ? AND current ORDER BY seen DESC",
            (address,),
        ).fetchone()
        known = Known.SEEN
        if not connection.execute("SELECT 1 FROM reports WHERE key = ?", (key,)).fetchone():
            earlier = held[0] if held else None
            known = Known.CORRECTED if earlier else Known.NEW
            self._insert(connection, arrival, key, earlier)
        connection.execute(
            "INSERT OR IGNORE INTO contents VALUES (?, ?)", (report.sha256 or key, key)
        )
        self._stand(connection, arrival.source, address, key, arrival.at)
        return known

    def stand_again(self, content_sha256: str, source: str, address: str, at: datetime) -> None:
        """Note that known bytes stand under an address now; nothing is written where they did."""
        ((key,),) = self._ledger.ask("SELECT report FROM contents WHERE sha256 = ?", content_sha256)
        current = self._ledger.ask(
            "SELECT 1 FROM addresses WHERE source = ? AND address = ? AND report = ? AND current",
            source, address, key,
        )  # fmt: skip
        if not current:
            with self._ledger.writing() as connection:
                self._stand(connection, source, address, key, at)

    def _stand(
        self, connection: sqlite3.Connection, source: str, address: str, key: str, at: datetime
    ) -> None:
        connection.execute(
            "UPDATE addresses SET current = 0 WHERE address = ? AND report <> ? AND current",
            (address, key),
        )
        connection.execute(
            "INSERT INTO addresses VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET current = 1",
            (source, address, key, at.isoformat()),
        )

    def _insert(
        self, connection: sqlite3.Connection, arrival: Arrival, key: str, earlier: str | None
    ) -> None:
        report = replace(arrival.report, id=_free_name(connection, arrival.report.id, earlier))
        body = packed(self._ledger.codec.text(report, Report).encode())
        connection.execute(
            "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'received', ?)",
            (
                key, report.id, arrival.source, report.title,
                report.published.isoformat() if report.published else None,
                arrival.at.isoformat(), earlier, arrival.aside, body,
            ),
        )  # fmt: skip

    def gone(self, source: str, standing: Iterable[str]) -> int:
        """Note which addresses of a source hold nothing any more; return how many went."""
        held = self._ledger.ask(
            "SELECT DISTINCT address FROM addresses WHERE source = ? AND current", source
        )
        went = {address for (address,) in held} - set(standing)
        if went:
            with self._ledger.writing() as connection:
                connection.executemany(
                    "UPDATE addresses SET current = 0 WHERE source = ? AND address = ?",
                    [(source, address) for address in sorted(went)],
                )
        return len(went)

    def asked_no_more(self, sources: Iterable[str]) -> int:
        """Forget what sources beside these held; return how many addresses went."""
        asked = set(sources)
        known = self._ledger.ask("SELECT DISTINCT source FROM addresses WHERE current ORDER BY 1")
        left = [source for (source,) in known if source not in asked]
        for source in left:
            # One that is asked again one day must give everything again.
            self._ledger.keep_source_state(source, "")
        return sum(self.gone(source, ()) for source in left)

    def rename_source(self, before: str, after: str) -> None:
        """Let all that a source gave, and what is remembered of it, stand under another name."""
        with self._ledger.writing() as connection:
            connection.execute(
                "INSERT INTO addresses SELECT ?, address, report, seen, current FROM addresses "
                "WHERE source = ? "
                "ON CONFLICT DO UPDATE SET current = max(current, excluded.current)",
                (after, before),
            )
            connection.execute("DELETE FROM addresses WHERE source = ?", (before,))
            connection.execute("UPDATE reports SET source = ? WHERE source = ?", (after, before))
            connection.execute("DELETE FROM sources WHERE source = ?", (after,))
            connection.execute("UPDATE sources SET source = ? WHERE source = ?", (after, before))

    def judge_again(
        self, judge: Callable[[Report], str], *, every: bool = False
    ) -> list[tuple[str, str]]:
        """Ask of reports that stand why they must be on no map, and keep what is said now.

        Of those that were put aside: a day that was to come has come. Of ``every`` one: the project
        has another theatre. Returns the address of each of which another thing is said than before,
        with what is said; nothing where it may be on the map now.
        """
        rows = self._ledger.ask(
            "SELECT key, aside, min(address) FROM reports JOIN addresses a ON a.report = key "
            "WHERE current AND (? OR aside <> '') GROUP BY key ORDER BY 3", every
        )  # fmt: skip
        said = [(judge(self.text_of(key)), aside, key, address) for key, aside, address in rows]
        changed = [(now, key, address) for now, aside, key, address in said if now != aside]
        if changed:
            with self._ledger.writing() as connection:
                connection.executemany(
                    "UPDATE reports SET aside = ? WHERE key = ?",
                    [(now, key) for now, key, _ in changed],
                )
        return [(address, now) for now, _, address in changed]

    def tell_apart(self) -> None:
        """Give every report that stands a name of its own.

        A corrected version carries the name of its earlier one, which may stand elsewhere still or
        come back. Of those with one name the newest keeps it.
        """
        rows = self._ledger.ask(
            "WITH standing AS (SELECT doc, received, replaces, key FROM reports WHERE key IN "
            "(SELECT report FROM addresses WHERE current)) SELECT doc, key FROM standing WHERE doc "
            "IN (SELECT doc FROM standing GROUP BY doc HAVING count(*) > 1) "
            "ORDER BY doc, received DESC, replaces IS NULL, key"
        )
        if rows:
            newest = dict(reversed(rows))
            with self._ledger.writing() as connection:
                for doc, key in rows:
                    if key != newest[doc]:
                        connection.execute(
                            "UPDATE reports SET doc = ? WHERE key = ?",
                            (_free_name(connection, doc, None), key),
                        )

    def standing(self) -> tuple[Standing, ...]:
        """Return the reports that some address holds and nothing speaks against, oldest first."""
        rows = self._ledger.ask(
            "SELECT r.key, r.doc, r.source, r.published, r.received, "
            "(SELECT e.received FROM reports e WHERE e.key = r.replaces) FROM reports r "
            "WHERE r.key IN (SELECT report FROM addresses WHERE current) AND r.aside = '' "
            "ORDER BY coalesce(r.published, r.received), r.doc, r.key"
        )
        with self._ledger.opening("the list of reports"):
            return tuple(
                Standing(
                    key=key, doc=doc, source=source, published=_moment(published),
                    received=datetime.fromisoformat(received), replaced=_moment(replaced),
                )
                for key, doc, source, published, received, replaced in rows
            )  # fmt: skip

    def put_aside(self) -> int:
        """Return how many reports some address holds that something speaks against."""
        ((count,),) = self._ledger.ask(
            "SELECT count(*) FROM reports "
            "WHERE key IN (SELECT report FROM addresses WHERE current) AND aside <> ''"
        )
        return int(count)

    def text_of(self, key: str) -> Report:
        """Return a report as it was read, under the name that it carries now."""
        ((doc, body),) = self._ledger.ask("SELECT doc, report FROM reports WHERE key = ?", key)
        with self._ledger.opening(f"the report {key[:12]}"):
            report: Report = self._ledger.codec.value(unpacked(bytes(body)).decode(), Report)
        return replace(report, id=doc)


def _moment(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told) if told else None


def _free_name(connection: sqlite3.Connection, name: str, earlier: str | None) -> str:
    """Return a name that no other report carries; a corrected version takes its earlier one's."""
    if earlier:
        row = connection.execute("SELECT doc FROM reports WHERE key = ?", (earlier,)).fetchone()
        return str(row[0])
    number, free = 1, name
    while connection.execute("SELECT 1 FROM reports WHERE doc = ?", (free,)).fetchone():
        number += 1
        free = f"{name}-{number}"
    return free
