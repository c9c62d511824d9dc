"""One refresh: read what is new, draw it, publish it, or leave the old map and say why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from claims.ledger.file import Ledger
from claims.ledger.reports import Reports, Standing
from claims.ledger.runs import Publication, Runs
from frontmap.engines.engine import Engine
from frontmap.engines.local import LocalEngine
from frontmap.refresh.ages import is_old_enough
from frontmap.refresh.guard import check_claims, check_clock, check_places, check_sources
from frontmap.refresh.judge import judge_of, judged_with
from frontmap.refresh.lock import locked
from frontmap.refresh.manifest import left_behind, made_manifest, read_manifest, wrong_with
from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project import Project
from frontmap.refresh.publish import (
    cleared,
    drop,
    finish,
    manifest_name,
    manifest_path,
    settle,
    staged_manifest,
)
from frontmap.refresh.receive import Received, receive
from frontmap.refresh.state_print import print_without, state_print
from frontmap.refresh.stated import Stated, read_stated
from geo.errors import FrontmapError

if TYPE_CHECKING:
    from claims.situation import Situation
    from claims.written.decision_rows import Decision
    from frontmap.outside.client import Client

__all__ = ["LEDGER", "refresh"]

LEDGER = "ledger.sqlite"


def refresh(
    project: Project,
    *,
    now: datetime,
    force: bool = False,
    dry_run: bool = False,
    engine: Engine | None = None,
    client: Callable[[], Client],
    tell: Callable[[str], None],
) -> Refreshed:
    """Bring the outputs of a project up to date.

    Parameters
    ----------
    now
        The moment of the run, aware; ages and windows are counted from it.
    force
        Publish although claims fell or no source answered.
    dry_run
        Write nothing at all, and say what would be done.
    engine
        Where the reports that the ledger does not know yet are read; None stands for here.
    client
        Opens what fetches sources on the net; asked for only where there are any.
    tell
        Called with one line for everything a person should know.

    Raises
    ------
    RefreshRunsError
        Another refresh of this project is running.
    RefreshRefusedError
        The old map stays, with the reason.
    FrontmapError
        What the ledger, the theatre, the gazetteers or the files of corrections are at fault in.
    """
    engine = engine or LocalEngine()
    if dry_run:
        with Ledger.copied(project.state_folder / LEDGER) as ledger:
            return _Refresh(project, ledger, now, force, engine, client, tell).rehearse()
    with (
        locked(project.state_folder),
        Ledger(project.state_folder / LEDGER) as ledger,
    ):
        return _Refresh(project, ledger, now, force, engine, client, tell).run()


@dataclass(slots=True)
class _Refresh:
    """The stages of one refresh, each with what the ones before it found."""

    project: Project
    ledger: Ledger
    now: datetime
    force: bool
    engine: Engine
    client: Callable[[], Client]
    tell: Callable[[str], None]
    received: Received = field(default_factory=Received)
    stated: Stated = field(default_factory=Stated)
    recovered: bool = False
    unread: tuple[str, ...] = ()

    def run(self) -> Refreshed:
        """Refresh, and note in the ledger how it went where it changed anything."""
        runs = Runs(self.ledger)
        last = runs.last()
        self.recovered = settle(self.project, last)
        shown, fingerprint = self._received()
        if not self.force and self._stands(last, fingerprint):
            return self._nothing_new()
        number = runs.begin(self.now)
        try:
            done = self._publish(number, shown, fingerprint, last)
        except Exception as error:
            drop(self.project, runs.last())
            runs.end(number, self.now, "failed", [str(error)])
            raise
        runs.end(number, self.now, done.outcome, self.received.rejected)
        return done

    def rehearse(self) -> Refreshed:
        """Do all that a refresh does short of writing a file."""
        last = Runs(self.ledger).last()
        shown, fingerprint = self._received()
        if not self.force and self._stands(last, fingerprint):
            return self._nothing_new()
        situation, _, read_anew, _ = self._situation(shown)
        if not self.force and self._stands(last, print_without(fingerprint, self.unread)):
            return self._nothing_new()
        if not self.force:
            self._check_claims(situation, last)
        return self._done(
            Outcome.WOULD_PUBLISH, situation, read_anew,
            [path.relative_to(self.project.folder).as_posix()
             for output in self.project.outputs for path in output.paths],
        )  # fmt: skip

    def _received(self) -> tuple[list[Standing], str]:
        """Look at the sources; return the reports to show and the fingerprint of the whole."""
        every = Runs(self.ledger).every()
        check_clock(self.now, every[-1] if every else None)
        check_places(self.project)
        self.received = receive(
            self.project.sources,
            self.ledger,
            folder=self.project.folder,
            now=self.now,
            client=self.client,
            judge=judge_of(self.project.theatre, self.now),
            judged_with=judged_with(self.project.theatre),
        )
        for line in self.received.rejected:
            self.tell(line)
        if not self.force:
            check_sources(self.project, self.received)
        self.stated = read_stated(
            self.received, self.project, self.ledger, now=self.now, tell=self.tell
        )
        shown = self._shown()
        return shown, state_print(
            self.project, shown, claims_files=self.received.claims_files,
            kept_out=(*self.stated.held_back, "", *self.stated.outside),
        )  # fmt: skip

    def _shown(self) -> list[Standing]:
        window = self.project.window
        return [
            one for one in self._aged() if window.holds(one.published or one.received, now=self.now)
        ]

    def _aged(self) -> list[Standing]:
        """Return the reports that are old enough to be published."""
        return [one for one in Reports(self.ledger).standing() if not self._is_young(one)]

    def _is_young(self, one: Standing) -> bool:
        return not is_old_enough(
            published=one.published, received=one.received, now=self.now,
            policy=self.project.policy,
        )  # fmt: skip

    def _stands(self, last: Publication | None, fingerprint: str) -> bool:
        """Tell whether what was published last is what would be published now, untouched."""
        if last is None or last.fingerprint != fingerprint:
            return False
        try:
            manifest = read_manifest(manifest_path(self.project))
        except FrontmapError:
            return False
        return manifest == last.manifest and not wrong_with(manifest, self.project.folder)

    def _nothing_new(self) -> Refreshed:
        return Refreshed(
            outcome=Outcome.NOTHING_NEW, received=self.received, recovered=self.recovered,
            held_back=self._held_back(),
        )  # fmt: skip

    def _publish(
        self, number: int, shown: list[Standing], fingerprint: str, last: Publication | None
    ) -> Refreshed:
        from claims.written.records import claim_records
        from frontmap.refresh.build import build
        from frontmap.refresh.changed import changes_since
        from frontmap.refresh.checks import check
        from frontmap.refresh.earlier import Tellable

        situation, whole, read_anew, decided = self._situation(shown)
        fingerprint = print_without(fingerprint, self.unread)
        if not self.force and self._stands(last, fingerprint):
            return self._nothing_new()
        if not self.force:
            self._check_claims(situation, last)
        records = tuple(claim_records(situation))
        before = Runs(self.ledger).before(fingerprint)
        tellable = Tellable.under(self.project.policy, whole=whole, shown=situation)
        changes = changes_since(
            before, situation, records=records, tellable=tellable,
            standing=Reports(self.ledger).standing(), young=self._is_young,
        )  # fmt: skip
        built = build(
            self.project, situation, into=cleared(self.project), records=records, changes=changes,
            still=tellable.entry(), told=before is not None, moment=self.now, tell=self.tell,
        )  # fmt: skip
        check(built, situation)
        place, folder = manifest_name(self.project), self.project.folder
        left = left_behind(last.manifest, built, place=place, folder=folder) if last else []
        manifest = made_manifest(
            situation, built, shown=shown, fingerprint=fingerprint, place=place, left=left
        )
        staged_manifest(self.project, built, manifest, run=number)
        publication = Publication(
            run=number, fingerprint=fingerprint, manifest=manifest, claims=records
        )
        Runs(self.ledger).published(publication, [one.key for one in shown], decided)
        finish(self.project)
        for name in left:
            self.tell(f"{name}: is no output any more and lies there still; remove it")
        names = [one.name for one in built]
        return self._done(Outcome.PUBLISHED, situation, read_anew, names)

    def _situation(
        self, shown: list[Standing]
    ) -> tuple[Situation, Situation, int, dict[str, Decision]]:
        """Return what the shown reports and files of claims claim, as published and whole."""
        from claims.assess import assess
        from claims.ledger.readings import KeptReadings
        from claims.written.decisions import Decisions
        from frontmap.engines.reading import EngineReadings
        from frontmap.refresh.policy import apply_policy
        from gazetteer.meaning.corrections import Corrections

        places, decisions = self.project.places, self.project.decisions
        corrections = Corrections.read(places) if places else Corrections()
        decided = Decisions.read(decisions) if decisions else Decisions()
        reports = Reports(self.ledger)
        keys = {one.doc: one.key for one in shown}
        read = KeptReadings(self.ledger, keys, engine=EngineReadings(self.engine))
        situation = assess(
            [replace(reports.text_of(one.key), replaces=one.replaced) for one in shown],
            theatre=self.project.theatre,
            stated=self.stated.shown,
            corrections=corrections,
            decisions=decided,
            read=read,
        )
        self.unread = tuple(situation.unread)
        for line in situation.unread.values():
            self.received.rejected.append(line)
            self.tell(line)
        situation = replace(situation, held_back=len(self.stated.held_back))
        for file in (corrections, decided):
            if file.rows and file.idle:
                self.tell(file.usage())
        publishable = apply_policy(
            situation, self.project.policy, now=self.now,
            received={one.doc: one.received for one in shown},
        )  # fmt: skip
        obeyed = {row.claim: row for row in decided.rows if row.line in decided.met}
        return publishable.situation, situation, read.read_anew, obeyed

    def _check_claims(self, situation: Situation, last: Publication | None) -> None:
        aside = Reports(self.ledger).put_aside()
        check_claims(self.project, situation, last, held_back=self._held_back(), put_aside=aside)

    def _held_back(self) -> int:
        return len(Reports(self.ledger).standing()) - len(self._aged())

    def _done(
        self, outcome: Outcome, situation: Situation, read_anew: int, outputs: Iterable[str]
    ) -> Refreshed:
        return Refreshed(
            outcome=outcome, received=self.received, read_anew=read_anew,
            claims=len(situation.claims), drawn=len(situation.drawn),
            held_back=self._held_back(), outputs=tuple(outputs), recovered=self.recovered,
        )  # fmt: skip
