"""Readings that are kept, so that a report is read again only where something bears on it anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from claims.claim import Claim
from claims.figure import Figure
from claims.ledger.errors import LedgerDamagedError
from claims.ledger.file import Ledger
from claims.ledger.grounds import ground_print, report_print
from claims.reading import Ground, Read, Reading, read_each
from claims.report import Report
from gazetteer.place import PlaceExpression, Resolution, Unresolved

__all__ = ["KeptReadings", "open_readings"]

_Answer = Resolution | Unresolved
_Told = tuple[tuple[PlaceExpression, str], ...]
_BATCH = 25  # readings that a run which is cut off loses at most


class KeptReadings:
    """Reads reports through a ledger: what it holds is taken from it, the rest is read and kept.

    It is what ``claims.assess`` takes as ``read``.

    Parameters
    ----------
    keys
        The ledger's key of each report, by the name that its claims carry.
    engine
        Reads what the ledger does not hold.
    extractor
        Who reads: the rules, or the name of a model.
    """

    def __init__(
        self, ledger: Ledger, keys: Mapping[str, str], *, engine: Read, extractor: str = "rules"
    ) -> None:
        self._ledger, self._keys, self._engine = ledger, keys, engine
        self._extractor = extractor
        self._asked: dict[str, set[str]] = {}  # fingerprints by the report's key
        self.read_anew = 0

    def __call__(self, ground: Ground, reports: Sequence[Report]) -> list[Reading]:
        """Return a reading for each report, in order."""
        on = ground_print(ground, extractor=self._extractor)
        prints = {report.id: report_print(report, on) for report in reports}
        for report in reports:
            self._asked.setdefault(self._keys[report.id], set()).add(prints[report.id])
        found: dict[str, Reading] = {}
        missing: list[Report] = []
        for report in reports:
            kept = self.recalled(self._keys[report.id], prints[report.id])
            if kept is None:
                missing.append(report)
            else:
                found[report.id] = kept
        for batch in _batches(zip(missing, self._engine(ground, missing), strict=True)):
            with self._ledger.writing() as connection:
                for report, reading in batch:
                    if not reading.problem:  # one that failed is tried again
                        self._keep(connection, report, prints[report.id], reading)
                    found[report.id] = reading
        self.read_anew += len(missing)
        return [found[report.id] for report in reports]

    def recalled(self, key: str, wanted: str) -> Reading | None:
        """Return what is kept of a report where it was read with the ground of this fingerprint."""
        rows = self._ledger.ask(
            "SELECT piece, answers, figures, met FROM readings WHERE report = ? AND ground = ?",
            key, wanted,
        )  # fmt: skip
        if not rows:
            return None
        piece, answers, figures, met = rows[0]
        codec = self._ledger.codec
        claims = self._ledger.ask(
            "SELECT claim FROM claims WHERE report = ? AND piece = ? ORDER BY number", key, piece
        )
        with self._ledger.opening(f"what was read of the report {key[:12]}"):
            told: _Told = codec.value(answers, _Told)
            return Reading(
                claims=tuple(codec.value(claim, Claim) for (claim,) in claims),
                answers={asked: self._answer(body) for asked, body in told},
                figures=codec.value(figures, tuple[Figure, ...]),
                met=frozenset(json.loads(met)),
            )

    def _answer(self, key: str) -> _Answer:
        answer: _Answer = self._ledger.codec.shared(key, _Answer)
        return answer

    def _keep(
        self, connection: sqlite3.Connection, report: Report, on: str, reading: Reading
    ) -> None:
        codec = self._ledger.codec
        key, piece = self._keys[report.id], report.piece
        self._forget(connection, key)
        connection.executemany(
            "INSERT INTO claims VALUES (?, ?, ?, ?, ?)",
            [(key, piece, n, one.id, codec.text(one)) for n, one in enumerate(reading.claims)],
        )
        told = tuple(
            (asked, codec.share(answer, _Answer)) for asked, answer in reading.answers.items()
        )
        connection.execute(
            "INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?)",
            (
                key, piece, on, codec.text(told, _Told),
                codec.text(reading.figures, tuple[Figure, ...]), json.dumps(sorted(reading.met)),
            ),
        )  # fmt: skip
        connection.execute(
            "UPDATE reports SET step = 'resolved' WHERE key = ? AND step <> 'published'", (key,)
        )

    def _forget(self, connection: sqlite3.Connection, key: str) -> None:
        """Remove what was read of a report, or of a piece of it, in another way than now."""
        rows = self._ledger.ask("SELECT piece, ground FROM readings WHERE report = ?", key)
        for piece in (piece for piece, ground in rows if ground not in self._asked[key]):
            connection.execute("DELETE FROM claims WHERE report = ? AND piece = ?", (key, piece))
            connection.execute("DELETE FROM readings WHERE report = ? AND piece = ?", (key, piece))


def open_readings(ledger: Ledger) -> Iterator[str]:
    """Open every reading of a ledger and yield a line for each that does not."""
    kept = KeptReadings(ledger, {}, engine=read_each)
    for key, ground in ledger.ask("SELECT report, ground FROM readings ORDER BY report"):
        try:
            kept.recalled(key, ground)
        except LedgerDamagedError as error:
            yield str(error)


def _batches(
    pairs: Iterable[tuple[Report, Reading]],
) -> Iterator[list[tuple[Report, Reading]]]:
    rest = iter(pairs)
    while batch := list(islice(rest, _BATCH)):
        yield batch
