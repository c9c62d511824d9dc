"""The runs of a project and what each published."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from claims.ledger.codec import packed, unpacked
from claims.ledger.file import Ledger
from claims.written.decision_rows import Decision

__all__ = ["Publication", "Run", "Runs"]

_KEPT_CLAIMS = 2  # publications whose claims are kept, to compare with


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One refresh; ``ended`` is None where it was cut off or goes on."""

    number: int
    started: datetime
    ended: datetime | None
    outcome: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a run published.

    Parameters
    ----------
    fingerprint
        Of all that the outputs follow from.
    manifest
        As it lies beside the outputs.
    claims
        The records of all claims, as ``frontmap claims`` writes them; empty where they are not
        kept any more.
    """

    run: int
    fingerprint: str
    manifest: Mapping[str, Any]
    claims: tuple[Mapping[str, Any], ...] = ()


class Runs:
    """The runs in an open ledger. A run that has nothing to do leaves no trace."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def begin(self, now: datetime) -> int:
        """Note that a run starts to change something; return its number."""
        with self._ledger.writing() as connection:
            row = connection.execute(
                "INSERT INTO runs (started) VALUES (?) RETURNING number", (now.isoformat(),)
            ).fetchone()
        return int(row[0])

    def end(self, number: int, now: datetime, outcome: str, told: Sequence[str]) -> None:
        """Note how a run ended, and what it told."""
        with self._ledger.writing() as connection:
            connection.execute(
                "UPDATE runs SET ended = ?, outcome = ?, told = ? WHERE number = ?",
                (now.isoformat(), outcome, "\n".join(told), number),
            )

    def every(self) -> tuple[Run, ...]:
        """Return all runs, the first one first."""
        rows = self._ledger.ask("SELECT number, started, ended, outcome, told FROM runs ORDER BY 1")
        return tuple(
            Run(
                number=number, started=datetime.fromisoformat(started),
                ended=datetime.fromisoformat(ended) if ended else None,
                outcome=outcome or "", told=tuple(told.splitlines()),
            )
            for number, started, ended, outcome, told in rows
        )  # fmt: skip

    def published(
        self,
        publication: Publication,
        reports: Sequence[str],
        decisions: Mapping[str, Decision],
    ) -> None:
        """Note what a run has published, of which reports and under which decisions.

        Parameters
        ----------
        reports
            Keys of the reports that the outputs show.
        decisions
            Those that were obeyed, by the id of their claim.
        """
        codec, run = self._ledger.codec, publication.run
        lines = "\n".join(json.dumps(record) for record in publication.claims)
        with self._ledger.writing() as connection:
            # The same written once more is no later state.
            connection.execute(
                "DELETE FROM publications WHERE fingerprint = ?", (publication.fingerprint,)
            )
            connection.execute(
                "INSERT OR REPLACE INTO publications VALUES (?, ?, ?, ?)",
                (
                    run, publication.fingerprint, json.dumps(publication.manifest),
                    packed(lines.encode()),
                ),
            )  # fmt: skip
            connection.executemany(
                "INSERT OR REPLACE INTO decisions VALUES (?, ?, ?)",
                [(run, claim, codec.text(row)) for claim, row in sorted(decisions.items())],
            )
            connection.executemany(
                "UPDATE reports SET step = 'published' WHERE key = ?", [(key,) for key in reports]
            )
            connection.execute(
                "UPDATE publications SET claims = NULL WHERE run NOT IN "
                "(SELECT run FROM publications ORDER BY run DESC LIMIT ?)",
                (_KEPT_CLAIMS,),
            )

    def last(self) -> Publication | None:
        """Return the newest publication without its claims, None before the first."""
        # Its claims are many, and most runs have nothing to compare them with.
        return self._newest("SELECT run, fingerprint, manifest, NULL FROM publications")

    def before(self, fingerprint: str) -> Publication | None:
        """Return the newest publication with another fingerprint, to compare one with."""
        return self._newest(
            "SELECT run, fingerprint, manifest, claims FROM publications WHERE fingerprint <> ?",
            fingerprint,
        )

    def _newest(self, query: str, *values: str) -> Publication | None:
        rows = self._ledger.ask(f"{query} ORDER BY run DESC LIMIT 1", *values)
        if not rows:
            return None
        run, fingerprint, manifest, claims = rows[0]
        with self._ledger.opening(f"the publication of run {run}"):
            lines = unpacked(bytes(claims)).decode().splitlines() if claims else ()
            return Publication(
                run=run, fingerprint=fingerprint, manifest=json.loads(manifest),
                claims=tuple(json.loads(line) for line in lines),
            )  # fmt: skip
