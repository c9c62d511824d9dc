"""What changed since the last publication, on the map and as files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from claims.editions.change_records import changes_record
from claims.editions.changes import Changes, Fates, Why, changes_between
from claims.editions.noted import State, state_of, state_of_records
from claims.ledger.reports import Standing
from claims.ledger.runs import Publication
from claims.situation import WITHHELD, Situation
from frontmap.output import write_bytes
from frontmap.refresh.earlier import Tellable
from frontmap.refresh.project import Form, Output, Project
from maps.looks.theme import Theme

__all__ = ["changes_file", "changes_since"]


def changes_since(
    before: Publication | None,
    situation: Situation,
    *,
    records: Sequence[Mapping[str, Any]],
    tellable: Tellable,
    standing: Iterable[Standing],
    young: Callable[[Standing], bool],
) -> Changes:
    """Compare a situation with what was published before; without that all of it is new.

    Parameters
    ----------
    records
        The claims of the situation as it will be published.
    tellable
        What may still be told of what was published before.
    standing
        The reports that the ledger holds; of those that are not on the map any more it is told
        whether they are too young again or outside the window.
    young
        Tells whether a report is too young to be published.
    """
    after = state_of(situation)
    known = zip(records, after.claims, strict=True)
    state = state_of_records(before.claims, known=known) if before else State(claims=())
    shown = {report.id for report in situation.reports}
    why = {
        one.doc: Why.HELD_BACK if young(one) else Why.OUTSIDE_WINDOW
        for one in standing
        if one.doc not in shown
    }
    # Of withheld claims nothing is known that could change.
    seen = tuple(each for each in after.claims if each.reason != WITHHELD)
    return changes_between(tellable.of(state), replace(after, claims=seen), Fates(why=why))


def changes_file(
    project: Project,
    output: Output,
    changes: Changes,
    *,
    theme: Theme,
    moment: datetime,
    still: Callable[[str], bool],
    tell: Callable[[str], None],
) -> bytes:
    """Write what changed in the form of one output; a feed goes on from the one that stands there.

    Parameters
    ----------
    still
        Tells of the words of an earlier entry of a feed whether they may be told still.
    tell
        Called with a line where the feed that stands there is set aside, for it is damaged.
    """
    if output.form is Form.JSON:
        text = json.dumps(changes_record(changes), ensure_ascii=False, indent=1) + "\n"
    elif output.form is Form.ATOM:
        text = _feed(project, output, changes, theme, moment, still, tell)
    else:
        text = _markdown(project, output, changes, theme)
    return text.encode()


def _markdown(project: Project, output: Output, changes: Changes, theme: Theme) -> str:
    from maps.changes.markdown import changes_markdown

    link = _link(project, output)
    return changes_markdown(changes, title=project.title or "", map_url=link, tongue=theme.tongue)


def _feed(
    project: Project,
    output: Output,
    changes: Changes,
    theme: Theme,
    moment: datetime,
    still: Callable[[str], bool],
    tell: Callable[[str], None],
) -> str:
    from maps.changes.atom import changes_feed
    from maps.errors import FeedError

    written = partial(
        changes_feed,
        changes,
        title=project.title or project.folder.name,
        map_url=_link(project, output),
        moment=moment,
        still=still,
        tongue=theme.tongue,
    )
    standing = output.path.read_bytes() if output.path.is_file() else b""
    try:
        return written(earlier=standing.decode("utf-8", "replace"))
    except FeedError as error:
        # In the state folder: its entries may tell what must not be told any more.
        aside = project.state_folder / f"damaged-{output.path.name}"
        write_bytes(aside, standing)
        tell(
            f"{_inside(project, output.path)}: {error.problem}; it is kept as "
            f"{_inside(project, aside)}, and a new feed begins"
        )
        return written(earlier="")


def _inside(project: Project, path: Path) -> str:
    return path.relative_to(project.folder).as_posix()


def _link(project: Project, output: Output) -> str:
    """Return where the map is: on the project's site, else as seen from the file itself."""
    pages = (o.path for o in project.outputs if o.form is Form.HTML and not o.embed)
    page = next(pages, None)
    if page is None:
        return ""
    if project.site:
        return project.site + _inside(project, page)
    return Path(os.path.relpath(page, output.path.parent)).as_posix()
