"""What the sources of a project hold now, taken into its ledger."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claims.intake.reader import files_of, is_claims_file, read_report
from claims.ledger.address import canonical_url
from claims.ledger.file import Ledger
from claims.ledger.reports import Arrival, Known, Reports
from claims.report import Report
from frontmap.refresh.project import Source, SourceKind
from geo.errors import FrontmapError

if TYPE_CHECKING:
    from frontmap.outside.client import Client
    from frontmap.outside.source import Fetched, SourceFailed

__all__ = ["Received", "address_in", "receive"]

_BATCH = 50  # reports that a run which is cut off receives again at most
_JUDGED = "judged with"  # kept like the state of a source: what the reports were judged with


@dataclass(slots=True)
class Received:
    """What a look at all sources brought.

    Parameters
    ----------
    new, corrected, gone
        How many reports, how many newer versions of known ones, how many addresses hold nothing
        any more.
    answered
        How many sources could be read.
    claims_files
        The files of claims among the sources.
    rejected
        One line for each source or input that could not be read.
    """

    new: int = 0
    corrected: int = 0
    gone: int = 0
    answered: int = 0
    claims_files: list[Path] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether the ledger holds anything that it did not hold before."""
        return bool(self.new or self.corrected or self.gone)


def receive(
    sources: tuple[Source, ...],
    ledger: Ledger,
    *,
    folder: Path,
    now: datetime,
    client: Callable[[], Client],
    judge: Callable[[Report], str],
    judged_with: str,
) -> Received:
    """Look at every source and keep what is new; a source that fails is told, the rest goes on.

    Parameters
    ----------
    folder
        The project's; paths in the ledger are relative to it.
    client
        Opens what fetches sources on the net, where any are asked; each server has its own.
    judge
        Says why a report must be on no map, empty where nothing speaks against it.
    judged_with
        What changes where the judge may say another thing of the same report on the same day.
    """
    with closing(_answers(sources, ledger, client)) as answers:
        look = _Look(ledger=ledger, folder=folder, now=now, answers=answers, judge=judge)
        look.follow_names(sources)
        look.judge_again(judged_with)
        for source in sources:
            try:
                look.at(source)
            except FrontmapError as error:
                look.found.rejected.append(f"source {source.name}: {error}")
    reports = Reports(ledger)
    look.found.gone += reports.asked_no_more(source.name for source in sources)
    reports.tell_apart()
    return look.found


def _answers(
    sources: tuple[Source, ...], ledger: Ledger, client: Callable[[], Client]
) -> Generator[Fetched | SourceFailed, None, None]:
    """Ask the sources on the net when the first answer is wanted; yield all in their order."""
    from frontmap.outside import source as web
    from frontmap.outside.state import State
    from frontmap.outside.together import fetch_sources

    asked = []
    for source in sources:
        if source.kind.is_local:
            continue
        told = ledger.source_state(source.name)
        kind = web.SourceKind(source.kind.value)
        asked.append((
            web.Source(name=source.name, url=source.url, kind=kind, outlet=source.outlet),
            State.from_json(json.loads(told)) if told else State(),
        ))  # fmt: skip
    yield from fetch_sources(asked, client=client)


@dataclass(slots=True, kw_only=True)
class _Look:
    """One look at all sources."""

    ledger: Ledger
    folder: Path
    now: datetime
    answers: Iterator[Fetched | SourceFailed]
    judge: Callable[[Report], str]
    found: Received = field(default_factory=Received)

    def follow_names(self, sources: tuple[Source, ...]) -> None:
        """Let a source that has another name now keep what it gave under the old one."""
        names = {source.name for source in sources}
        for source in sources:
            path = Path(source.address)
            where = address_in(self.folder, path) if source.path else canonical_url(source.url)
            before = self.ledger.source_state(f"at:{where}")
            if before and before not in names:
                Reports(self.ledger).rename_source(before, source.name)
            self.ledger.keep_source_state(f"at:{where}", source.name)

    def judge_again(self, judged_with: str) -> None:
        """Judge what was put aside; all that stands where the judge is another than before."""
        anew = self.ledger.source_state(_JUDGED) != judged_with
        for address, aside in Reports(self.ledger).judge_again(self.judge, every=anew):
            self.found.new += not aside
            if aside:
                self.found.rejected.append(f"{address}: {aside}")
        self.ledger.keep_source_state(_JUDGED, judged_with)

    def at(self, source: Source) -> None:
        """Take in what one source holds."""
        if source.kind is SourceKind.CLAIMS:
            self._claims(Path(source.address))
        elif source.kind.is_local:
            self._local(source)
        else:
            self._net(source)

    def _claims(self, path: Path) -> None:
        if is_claims_file(path) and not path.exists():
            self.found.claims_files.append(path)  # told where it is opened
            return
        self.found.claims_files += files_of(str(path))
        self.found.answered += 1

    def _local(self, source: Source) -> None:
        paths = list(files_of(str(source.path)))
        self.found.answered += 1
        standing: list[str] = []
        arrived: list[Arrival] = []
        here = Reports(self.ledger).contents_at(source.name)
        for path in paths:
            if is_claims_file(path):
                self.found.claims_files.append(path)
                continue
            address = address_in(self.folder, path)
            standing.append(address)
            try:
                arrived += self._file(source, path, address, here)
            except FrontmapError as error:
                self.found.rejected.append(str(error))
            if len(arrived) >= _BATCH:
                self._keep(arrived)
                arrived = []
        self._keep(arrived)
        self.found.gone += Reports(self.ledger).gone(source.name, standing)

    def _file(
        self, source: Source, path: Path, address: str, here: frozenset[tuple[str, str]]
    ) -> Iterator[Arrival]:
        reports = Reports(self.ledger)
        try:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            content = ""  # read_report says why
        if (address, content) in here:
            return
        if content and reports.known_content(content):
            reports.stand_again(content, source.name, address, self.now)
            return
        report = read_report(path)
        report = replace(
            report, id=_readable(report.id), outlet=source.outlet or report.outlet, path=address
        )
        yield self._arrival(report, source, address)

    def _net(self, source: Source) -> None:
        from frontmap.outside import source as web

        answer = next(self.answers)
        if isinstance(answer, web.SourceFailed):
            self.found.rejected.append(f"source {source.name}: {answer.reason}")
            return
        self.found.answered += 1
        self.found.rejected += answer.problems
        self._keep(
            [
                self._arrival(
                    replace(item.report(), retrieved=self.now),
                    source,
                    canonical_url(item.url or item.id),
                )
                for item in answer.items
            ]
        )
        self.ledger.keep_source_state(source.name, json.dumps(answer.state.as_json()))

    def _arrival(self, report: Report, source: Source, address: str) -> Arrival:
        aside = self.judge(report)
        if aside:
            self.found.rejected.append(f"{address}: {aside}")
        return Arrival(report=report, source=source.name, address=address, at=self.now, aside=aside)

    def _keep(self, arrivals: Sequence[Arrival]) -> None:
        if not arrivals:
            return
        for known in Reports(self.ledger).receive(arrivals):
            self.found.new += known is Known.NEW
            self.found.corrected += known is Known.CORRECTED


def _readable(name: str) -> str:
    """Return a file name as text; what is no UTF-8 in it cannot be kept or printed as it is."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def address_in(folder: Path, path: Path) -> str:
    """Return the address of a file: its path in the project folder, whole where it lies outside."""
    inside = path.is_relative_to(folder)
    return _readable((path.relative_to(folder) if inside else path).as_posix())
