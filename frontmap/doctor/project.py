"""Whether a project can be refreshed, and what it published is as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from frontmap.doctor.finding import Finding, note, ok, wrong
from frontmap.doctor.installation import lacking, problem_of_folder
from frontmap.output import OutputError
from frontmap.refresh.errors import ProjectError
from frontmap.refresh.project import Form, Project, Source
from geo.errors import FrontmapError

if TYPE_CHECKING:
    from frontmap.outside.client import Client

__all__ = ["check_project"]

_NEED_EXPORT = frozenset({Form.PNG, Form.SVG, Form.PDF, Form.DOCX, Form.MD, Form.PARQUET})


def check_project(
    path: Path, environ: Mapping[str, str], *, client: Callable[[Project], Client] | None = None
) -> Iterator[Finding]:
    """Check a project file and everything that it names.

    Parameters
    ----------
    path
        The file, or the folder it lies in.
    client
        Opens what asks sources on the net; None asks none of them.
    """
    from frontmap.refresh.project_file import read_project

    try:
        project = read_project(path, environ)
    except ProjectError as error:
        for line in error.lines:
            yield wrong("project", line)
        return
    yield ok("project", f"{project.path.name} is sound")
    yield from _needs(project)
    yield _folder(project)
    yield _lock(project)
    yield _ledger(project)
    yield _outputs(project)
    yield from _sources(project, client)


def _needs(project: Project) -> Iterator[Finding]:
    """Check what the project asks of the installation: extras and gazetteers."""
    from frontmap.refresh.guard import RefreshRefusedError, check_places

    wanted = {
        "refresh": any(not source.kind.is_local for source in project.sources),
        "export": any(output.form in _NEED_EXPORT for output in project.outputs),
    }
    for extra, is_wanted in wanted.items():
        if is_wanted and lacking(extra):
            way = f"run: pip install 'frontmap[{extra}]'"
            yield wrong("project", f"needs the extra {extra}, which is not installed; {way}")
    try:
        check_places(project)
    except RefreshRefusedError as error:
        yield wrong("project", str(error))


def _folder(project: Project) -> Finding:
    for folder in {project.state_folder, *(output.path.parent for output in project.outputs)}:
        problem = problem_of_folder(folder)
        if problem:
            return wrong("folder", f"{folder} cannot be written ({problem}); open it to this user")
    return ok("folder", f"{project.folder} can be written")


def _lock(project: Project) -> Finding:
    from frontmap.refresh.lock import RefreshRunsError, locked

    if not project.state_folder.is_dir():
        return ok("lock", "no refresh is running")
    try:
        with locked(project.state_folder):
            return ok("lock", "no refresh is running")
    except RefreshRunsError:
        return note("lock", "a refresh is running; what is said below may change with it")
    except OutputError as error:
        return wrong("lock", str(error))


def _ledger(project: Project) -> Finding:
    from claims.ledger.audit import audit
    from claims.ledger.file import Ledger
    from claims.ledger.reports import Reports
    from claims.ledger.runs import Runs
    from frontmap.refresh.run import LEDGER

    path = project.state_folder / LEDGER
    if not path.is_file():
        return note("ledger", "is not there yet; run: frontmap refresh")
    try:
        with Ledger(path, read_only=True) as ledger:
            problems = audit(ledger)
            if problems:
                way = "put back a copy of it, or move it away and run: frontmap refresh"
                return wrong("ledger", f"{'; '.join(problems[:3])}; {way}")
            standing, runs = len(Reports(ledger).standing()), Runs(ledger).every()
    except FrontmapError as error:
        return wrong("ledger", str(error))
    last = f"{runs[-1].started:%Y-%m-%d %H:%M}, {runs[-1].outcome or 'cut off'}" if runs else "none"
    told = f"sound, {standing} reports stand, last run with news: {last}"
    if runs and not runs[-1].ended:
        return note("ledger", f"{told}; the next refresh finishes it")
    return ok("ledger", told)


def _outputs(project: Project) -> Finding:
    from frontmap.refresh.manifest import read_manifest, wrong_with
    from frontmap.refresh.publish import manifest_path

    path = manifest_path(project)
    if not path.exists():
        return note("outputs", "nothing is published yet; run: frontmap refresh")
    try:
        manifest = read_manifest(path)
        problems = wrong_with(manifest, project.folder)
    except (FrontmapError, LookupError, TypeError) as error:
        said = str(error) if isinstance(error, FrontmapError) else f"{path}: is no manifest of ours"
        return wrong("outputs", said)
    if problems:
        return wrong("outputs", f"{'; '.join(problems[:3])}; run: frontmap refresh")
    return ok("outputs", f"{len(manifest['outputs'])} files are as they were published")


def _sources(project: Project, client: Callable[[Project], Client] | None) -> Iterator[Finding]:
    unasked = 0
    for source in project.sources:
        if source.path is not None:
            yield _local(source, source.path)
        elif client is not None:
            yield _net(source, project, client)
        else:
            unasked += 1
    if unasked:
        yield note("sources", f"{unasked} on the net not asked; ask them with --net")


def _local(source: Source, path: Path) -> Finding:
    from claims.intake.reader import files_of

    try:
        found = sum(1 for _ in files_of(str(path)))
    except FrontmapError as error:
        return wrong(f"source {source.name}", str(error))
    return ok(f"source {source.name}", f"{found} {'file' if found == 1 else 'files'}")


def _net(source: Source, project: Project, client: Callable[[Project], Client]) -> Finding:
    """Fetch a source once and parse it, without the articles that it links to."""
    from frontmap.outside.apart import parse_apart
    from gazetteer.web.download import shown_url

    try:
        asking = client(project)
        page = asking.get(source.url, most_bytes=asking.manners.feed_bytes)
        about = {"url": shown_url(page.url), "base": page.url, "content_type": page.content_type}
        if source.kind == "feed":
            entries = len(parse_apart("feed", page.body, about)["entries"])
            return ok(f"source {source.name}", f"answers with {entries} entries")
        read = parse_apart("article", page.body, about)
    except FrontmapError as error:
        return wrong(f"source {source.name}", " ".join(str(error).split()))
    return ok(f"source {source.name}", f"answers with {len(read['text'].split())} words")
