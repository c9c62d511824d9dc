"""What changed since the last publication, on the map and as files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from claims.change_records import changes_record
from claims.changes import Changes, Fates, Why, changes_between
from claims.ledger.reports import Standing
from claims.ledger.runs import Publication
from claims.noted import State, state_of, state_of_records
from claims.situation import Situation
from frontmap.refresh.project import Form, Output, Project
from maps.theme import Theme

__all__ = ["changes_file", "changes_since"]


def changes_since(
    before: Publication | None,
    situation: Situation,
    *,
    standing: Iterable[Standing],
    young: Callable[[Standing], bool],
) -> Changes:
    """Compare a situation with what was published before; without that all of it is new.

    Parameters
    ----------
    standing
        The reports that the ledger holds; of those that are not on the map any more it is told
        whether they are too young again or outside the window.
    young
        Tells whether a report is too young to be published.
    """
    state = state_of_records(before.claims) if before else State(claims=())
    shown = {report.id for report in situation.reports}
    why = {
        one.doc: Why.HELD_BACK if young(one) else Why.OUTSIDE_WINDOW
        for one in standing
        if one.doc not in shown
    }
    return changes_between(state, state_of(situation), Fates(why=why))


def changes_file(
    project: Project, output: Output, changes: Changes, *, theme: Theme, moment: datetime
) -> bytes:
    """Write what changed in the form of one output; a feed goes on from the one that stands there.

    Raises
    ------
    FeedError
        The feed that stands there cannot be gone on from.
    """
    if output.form is Form.JSON:
        text = json.dumps(changes_record(changes), ensure_ascii=False, indent=1) + "\n"
    elif output.form is Form.ATOM:
        text = _feed(project, output, changes, theme, moment)
    else:
        text = _markdown(project, output, changes, theme)
    return text.encode()


def _markdown(project: Project, output: Output, changes: Changes, theme: Theme) -> str:
    from maps.changes.markdown import changes_markdown

    link = _link(project, output)
    return changes_markdown(changes, title=project.title or "", map_url=link, tongue=theme.tongue)


def _feed(
    project: Project, output: Output, changes: Changes, theme: Theme, moment: datetime
) -> str:
    from maps.changes.atom import changes_feed

    earlier = output.path.read_text(encoding="utf-8") if output.path.is_file() else ""
    return changes_feed(
        changes,
        title=project.title or project.folder.name,
        map_url=_link(project, output),
        moment=moment,
        earlier=earlier,
        tongue=theme.tongue,
    )


def _link(project: Project, output: Output) -> str:
    """Return where the map is: on the project's site, else as seen from the file itself."""
    pages = (o.path for o in project.outputs if o.form is Form.HTML and not o.embed)
    page = next(pages, None)
    if page is None:
        return ""
    if project.site:
        return project.site + page.relative_to(project.folder).as_posix()
    return Path(os.path.relpath(page, output.path.parent)).as_posix()
