"""From ``frontmap.toml`` to a project, or every line that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from frontmap.refresh.environment import override
from frontmap.refresh.errors import ProjectError
from frontmap.refresh.output_rows import OUTPUT_KEYS, read_outputs
from frontmap.refresh.project import PLACE_CLASSES, Policy, Project, Thresholds, Window
from frontmap.refresh.sheet import Sheet, Table, nearest, shown
from frontmap.refresh.source_rows import SOURCE_KEYS, problem_of_url, read_sources

__all__ = ["KEYS", "PROJECT_FILE", "read_project"]

PROJECT_FILE = "frontmap.toml"

_LARGEST_BYTES = 1_000_000
_TABLES = {
    "project": tuple("title theatre language contact site gazetteers places decisions".split()),
    "window": ("days", "since", "until"),
    "policy": tuple("minimum_age_hours round_m round_decimals withhold withhold_words".split()),
    "thresholds": ("largest_fall", "least_sources"),
}
_ROWS = {"sources": SOURCE_KEYS, "outputs": OUTPUT_KEYS}
KEYS = {**_TABLES, **_ROWS}
"""The keys of each table of a project file."""

_LONGEST_AGE_H = 10 * 365 * 24
_LARGEST_GRID_M = 100_000


def read_project(path: Path, environ: Mapping[str, str]) -> Project:
    """Read a project file and check every field of it.

    Parameters
    ----------
    path
        The file, or the folder with a ``frontmap.toml``.
    environ
        Variables ``FRONTMAP_TABLE_KEY`` that win over the file; see ``docs/project-file.md``.

    Raises
    ------
    ProjectError
        The file cannot be read, or fields are wrong: one line for each of them.
    """
    path = path / PROJECT_FILE if path.is_dir() else path
    sheet = _open(path)
    for name in sheet.values:
        if name not in KEYS:
            sheet.wrong((name,), f"is no table here; {nearest(name, KEYS)}")
    override(sheet, environ, tables=_TABLES, rows=_ROWS)
    project = _project(sheet, path.resolve())
    if sheet.problems:
        raise ProjectError(sheet.told())
    return project


def _open(path: Path) -> Sheet:
    try:
        content = path.read_bytes()
    except OSError as error:
        remedy = "name a project file, or make one with: frontmap init"
        raise ProjectError([f"{path}: cannot be read ({error.strerror}); {remedy}"]) from None
    if len(content) > _LARGEST_BYTES:
        raise ProjectError([f"{path}: is larger than {_LARGEST_BYTES} bytes; shorten it"])
    try:
        text = content.decode("utf-8-sig")
        return Sheet(name=str(path), text=text, values=tomllib.loads(text))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ProjectError([f"{path}, line {line}: is no UTF-8; save it as UTF-8"]) from None
    except tomllib.TOMLDecodeError as error:
        line, problem = _fault(str(error), text)
        problem = f"is no TOML ({problem}); correct the line, texts stand in quotes"
        raise ProjectError([f"{path}, line {line}: {problem}"]) from None
    except RecursionError:
        raise ProjectError([f"{path}: has brackets too deep to be read; take some out"]) from None


def _fault(message: str, text: str) -> tuple[int, str]:
    """Return the line that tomllib names in its message, and the rest of it."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+),.*|end of document)\)", message, re.DOTALL)
    line = int(found[2]) if found and found[2] else text.rstrip().count("\n") + 1
    return line, found[1] if found else message


def _project(sheet: Sheet, path: Path) -> Project:
    folder = path.parent
    head = sheet.table("project", _TABLES["project"])
    places, decisions = _beside(head, "places", folder), _beside(head, "decisions", folder)
    sources = read_sources(sheet, folder)
    inputs = {"the project file": path, "places": places, "decisions": decisions}
    return Project(
        path=path,
        folder=folder,
        title=head.text("title") or None,
        theatre=_theatre(head, folder),
        language=head.one_of("language", _languages(), "en"),
        contact=_contact(head),
        site=_site(head),
        gazetteers=_gazetteers(head),
        places=places,
        decisions=decisions,
        sources=sources,
        outputs=read_outputs(sheet, folder, sources=sources, inputs=inputs),
        window=_window(sheet.table("window", _TABLES["window"])),
        policy=_policy(sheet.table("policy", _TABLES["policy"])),
        thresholds=_thresholds(sheet.table("thresholds", _TABLES["thresholds"])),
    )


def _beside(head: Table, key: str, folder: Path) -> Path | None:
    """Return a file of people's own answers: the one that is named, or KEY.csv where it is."""
    if name := head.text(key):
        path = (folder / name).resolve()
        if not path.is_file():
            head.wrong(key, f"{shown(name)} is no file; write it, or leave the key out")
        return path
    beside = folder / f"{key}.csv"
    if head.has(key) or not beside.is_file():
        return None
    from gazetteer.meaning.csv_rows import read_header

    # A list of places of another kind has no words of reports; then it is none of ours.
    return beside if key != "places" or "text" in read_header(beside) else None


def _theatre(head: Table, folder: Path) -> str | None:
    if not (name := head.text("theatre")):
        return None
    from claims.sides.theatre_files import theatre_names

    known = (*theatre_names(), "neutral")
    if name in known:
        return name
    if (folder / name / "theatre.yaml").is_file():
        return str((folder / name).resolve())
    told = f"is no theatre and no folder with theatre.yaml; {nearest(name, known)}"
    head.wrong("theatre", f"{shown(name)} {told}")
    return None


def _languages() -> tuple[str, ...]:
    # Looked up without importing the package, which brings folium along.
    spec = find_spec("maps")
    folders = spec.submodule_search_locations or () if spec else ()
    return tuple(
        sorted(file.stem for each in folders for file in Path(each).glob("languages/*.yaml"))
    )


def _contact(head: Table) -> str:
    contact = head.text("contact")
    if contact and not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+|https?://\S+", contact):
        head.wrong(
            "contact", f"{shown(contact)} is no address; write a mail address or https://..."
        )
    return contact


def _site(head: Table) -> str:
    site = head.text("site")
    if site and (problem := problem_of_url(site)):
        head.wrong("site", f"{shown(site)} {problem}")
    return site if not site or site.endswith("/") else f"{site}/"


def _gazetteers(head: Table) -> tuple[str, ...]:
    codes = head.words("gazetteers")
    for code in codes:
        if not re.fullmatch(r"[A-Z]{2}", code):
            head.wrong("gazetteers", f"{shown(code)} is no ISO 3166-1 code; write SY, UA, ...")
    return codes


def _window(table: Table) -> Window:
    since, until = table.moment("since", last=False), table.moment("until", last=True)
    days = table.whole("days", 1, 36_500, 0)
    if days and (since or until):
        table.wrong("days", "stands beside since or until; keep either, and leave the others out")
    elif since and until and since >= until:
        table.wrong("until", f"ends before since ({since.isoformat()}) begins; write a later day")
    else:
        return Window(days=days or None, since=since, until=until)
    return Window()


def _policy(table: Table) -> Policy:
    withhold = table.words("withhold", Policy().withhold)
    for name in withhold:
        if name not in PLACE_CLASSES:
            problem = f"{shown(name)} is no class of places; {nearest(name, PLACE_CLASSES)}"
            table.wrong("withhold", problem)
    if table.has("round_m") and table.has("round_decimals"):
        table.wrong("round_m", "stands beside round_decimals; keep one of them")
    decimals = table.whole("round_decimals", 0, 6, 6) if table.has("round_decimals") else None
    return Policy(
        minimum_age=timedelta(hours=table.number("minimum_age_hours", 0, _LONGEST_AGE_H, 24)),
        round_m=table.whole("round_m", 0, _LARGEST_GRID_M, 0),
        round_decimals=decimals,
        withhold=withhold,
        withhold_words=table.words("withhold_words"),
    )


def _thresholds(table: Table) -> Thresholds:
    return Thresholds(
        largest_fall=table.number("largest_fall", 0, 1, Thresholds().largest_fall),
        least_sources=table.whole("least_sources", 0, 10_000, Thresholds().least_sources),
    )
