from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from frontmap.refresh.errors import ProjectError
from frontmap.refresh.project import Form, Policy, Project, SourceKind, Window
from frontmap.refresh.project_file import read_project

SOURCES = '[[sources]]\nkind = "folder"\npath = "reports"\n'
OUTPUTS = '[[outputs]]\npath = "out/map.html"\n'
LEAST = SOURCES + OUTPUTS

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(text: str) -> Path:
        path = tmp_path / "frontmap.toml"
        path.write_bytes(text.encode())
        return path

    return put


def read(path: Path, **environ: str) -> Project:
    return read_project(path, environ)


def problems(path: Path, **environ: str) -> list[str]:
    with pytest.raises(ProjectError) as raised:
        read_project(path, environ)
    return [line.removeprefix(f"{path}, ") for line in raised.value.lines]


def test_the_least_project_has_the_defaults(write: Write, tmp_path: Path) -> None:
    project = read(write(LEAST))
    assert project.folder == tmp_path.resolve()
    assert project.state_folder == project.folder / ".frontmap"
    assert [(s.name, s.kind, s.path) for s in project.sources] == [
        ("reports", SourceKind.FOLDER, project.folder / "reports")
    ]
    assert [(o.path, o.form) for o in project.outputs] == [
        (project.folder / "out" / "map.html", Form.HTML)
    ]
    assert project.policy == Policy(minimum_age=timedelta(hours=24))
    assert project.thresholds.largest_fall == 0.5
    assert (project.title, project.theatre, project.places) == (None, None, None)


def test_every_field_is_read(write: Write, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("text\n", "utf-8")
    path = write(
        '[project]\ntitle = "North"\ntheatre = "sudan"\nlanguage = "en"\ncontact = "a@b.example"\n'
        'site = "https://maps.example/north"\ngazetteers = ["SD", "TD"]\nplaces = "mine.csv"\n'
        "[window]\nsince = 2024-11-01\nuntil = 2024-11-30\n"
        "[policy]\nminimum_age_hours = 1.5\nround_m = 5000\nwithhold = ['aid']\n"
        "withhold_words = ['convoy']\n[thresholds]\nlargest_fall = 0.25\nleast_sources = 2\n"
        '[[sources]]\nname = "wire"\nkind = "feed"\nurl = "https://news.example/rss"\n'
        'outlet = "The Wire"\n'
        '[[outputs]]\npath = "a/t.csv"\ncolumns = "acled"\n'
        '[[outputs]]\npath = "a/p.png"\nwidth_px = 2400\n'
        '[[outputs]]\npath = "a/m.htm"\nembed = true\nfull_text = true\n'
        '[[outputs]]\npath = "a/new.atom"\nchanges = true\n'
    )
    project = read(path)
    assert (project.title, project.theatre, project.contact) == ("North", "sudan", "a@b.example")
    assert project.site == "https://maps.example/north/"
    assert project.gazetteers == ("SD", "TD")
    assert project.places == tmp_path.resolve() / "mine.csv"
    assert project.window == Window(
        since=datetime(2024, 11, 1, tzinfo=UTC), until=datetime(2024, 12, 1, tzinfo=UTC)
    )
    assert project.policy == Policy(
        minimum_age=timedelta(hours=1.5),
        round_m=5000,
        withhold=("aid",),
        withhold_words=("convoy",),
    )
    assert (project.thresholds.largest_fall, project.thresholds.least_sources) == (0.25, 2)
    (wire,) = project.sources
    assert (wire.name, wire.address, wire.outlet) == (
        "wire",
        "https://news.example/rss",
        "The Wire",
    )
    table, picture, page, news = project.outputs
    assert (table.columns, picture.width_px, page.embed, page.full_text) == (
        "acled", 2400, True, True,
    )  # fmt: skip
    assert (page.form, news.form, news.changes) == (Form.HTML, Form.ATOM, True)


# Each is put above the least project that is sound, so its first line is line 1.
WRONG = [
    ("[project]\ntitel = 'x'\n", 2, "project.titel", "did you mean 'title'?"),
    ("[projekt]\n", 1, "projekt", "did you mean 'project'?"),
    ("title = 'x'\n", 1, "title", "is no table here"),
    ("project = 3\n", 1, "project", "3 is no table"),
    ("[project]\n\ntitle = 3\n", 3, "project.title", "3 is no text"),
    ("[project]\ntitle = ' '\n", 2, "project.title", "is empty"),
    ('[project]\ntitle = "a\\nb"\n', 2, "project.title", "line break"),
    ("[project]\ntheatre = 'siria'\n", 2, "project.theatre", "did you mean 'syria'?"),
    ("[project]\nlanguage = 'xx'\n", 2, "project.language", "none of ar, en"),
    ("[project]\ncontact = 'me'\n", 2, "project.contact", "no address"),
    ("[project]\nsite = 'maps'\n", 2, "project.site", "no web address"),
    ("[project]\ngazetteers = [\n'SY',\n'Syria']\n", 2, "project.gazetteers", "'Syria' is no ISO"),
    ("[project]\ngazetteers = 'SY'\n", 2, "project.gazetteers", "is no list"),
    ("[project]\ndecisions = 'd.csv'\n", 2, "project.decisions", "'d.csv' is no file"),
    ("window = { days = 0 }\n", 1, "window.days", "0 is no whole number"),
    ("window.days = 2.5\n", 1, "window.days", "2.5 is no whole number"),
    ("[window]\ndays = 2\nsince = 2024-01-01\n", 2, "window.days", "beside since"),
    ("[window]\nsince = 07:00:00\n", 2, "window.since", "is no day or time"),
    ("[window]\nsince = 'May'\n", 2, "window.since", "'May' is no day or time"),
    ("[window]\nuntil = 9999-12-31\n", 2, "window.until", "is no day or time"),
    ("[window]\nsince = 2024-02-01\nuntil = 2024-01-01\n", 3, "window.until", "before since"),
    ("[policy]\nminimum_age_hours = -1\n", 2, "policy.minimum_age_hours", "-1 is no number"),
    ("[policy]\nminimum_age_hours = inf\n", 2, "policy.minimum_age_hours", "inf is no number"),
    ("[policy]\nround_m = nan\n", 2, "policy.round_m", "nan is no whole number"),
    ("[policy]\nround_m = 1\nround_decimals = 1\n", 2, "policy.round_m", "beside round_decimals"),
    ("[policy]\nwithhold = ['hospital']\n", 2, "policy.withhold", "did you mean 'hospitals'?"),
    ("[thresholds]\nlargest_fall = true\n", 2, "thresholds.largest_fall", "true is no number"),
    ("[thresholds]\nlargest_fall = 1.01\n", 2, "thresholds.largest_fall", "from 0 to 1"),
]


@pytest.mark.parametrize(("text", "line", "field", "problem"), WRONG)
def test_a_wrong_field_is_one_line_with_its_line(
    write: Write, text: str, line: int, field: str, problem: str
) -> None:
    (told,) = problems(write(text + LEAST))
    assert told.startswith(f"line {line}, {field}: ")
    assert problem in told
    assert len(told.splitlines()) == 1


WRONG_ROWS = [
    ("[[sources]]\nkind = 'rss2'\n", "sources.2.kind", "'rss2' is none of folder, file"),
    ("[[sources]]\npath = 'x'\n", "sources.2.kind", "is missing"),
    ("[[sources]]\nkind = 'folder'\n", "sources.2.path", 'write path = "reports"'),
    ("[[sources]]\nkind = 'folder'\npath = './reports/'\n", "sources.2.path", "stands twice"),
    ("[[sources]]\nname = 'Reports'\nkind = 'file'\npath = 'x'\n", "sources.2.name", "twice"),
    ("[[sources]]\nkind = 'file'\npath = 'reports'\n", "sources.2.path", "twice"),
    ("[[sources]]\nkind = 'file'\npath = '.frontmap/l'\n", "sources.2.path", "own state"),
    ("[[sources]]\nkind = 'feed'\nurl = 'file:///x'\n", "sources.2.url", "no web address"),
    ("[[sources]]\nkind = 'feed'\nurl = 'http://[::1'\n", "sources.2.url", "no web address"),
    ("[[sources]]\nkind = 'feed'\nurl = 'https://a:b@c.example'\n", "sources.2.url", "password"),
    ("[[sources]]\nkind = 'page'\nurl = 'https://c'\npath = 'x'\n", "sources.2.path", "nothing"),
    ("[[outputs]]\nembed = true\n", "outputs.2.path", "is missing"),
    ("[[outputs]]\npath = 'out/map.exe'\n", "outputs.2.path", "tells no form"),
    ("[[outputs]]\npath = '../map.html'\n", "outputs.2.path", "leads out of a folder"),
    ("[[outputs]]\npath = 'a/../../map.html'\n", "outputs.2.path", "leads out of a folder"),
    ("[[outputs]]\npath = '/srv/map.html'\n", "outputs.2.path", "no path inside the project"),
    ("[[outputs]]\npath = 'C:\\map.html'\n", "outputs.2.path", "no path inside the project"),
    ("[[outputs]]\npath = 'a\\..\\map.html'\n", "outputs.2.path", "not every system"),
    ("[[outputs]]\npath = 'out//map.html'\n", "outputs.2.path", "empty part"),
    ("[[outputs]]\npath = 'Aux.html'\n", "outputs.2.path", "reserved"),
    ("[[outputs]]\npath = 'lpt1 .a/map.html'\n", "outputs.2.path", "reserved"),
    ("[[outputs]]\npath = 'out./map.html'\n", "outputs.2.path", "at its end"),
    ("[[outputs]]\npath = '.Frontmap/map.html'\n", "outputs.2.path", "keeps its state"),
    ("[[outputs]]\npath = 'Out/MAP.html'\n", "outputs.2.path", "an output above"),
    ("[[outputs]]\npath = 'out/map.html/b.png'\n", "outputs.2.path", "an output above"),
    ("[[outputs]]\npath = 'Reports/map.html'\n", "outputs.2.path", "read as source 'reports'"),
    ("[[outputs]]\npath = 'decisions.csv'\n", "outputs.2.path", "is decisions, which is read"),
    ("[[outputs]]\npath = 'folder.html'\n", "outputs.2.path", "is a folder"),
    ("[[outputs]]\npath = 'link/map.html'\n", "outputs.2.path", "through a link"),
    ("[[outputs]]\npath = 'a.csv'\ncolumns = 'gdelt'\n", "outputs.2.columns", "none of own"),
    ("[[outputs]]\npath = 'a.csv'\nembed = true\n", "outputs.2.embed", "only for .html"),
    ("[[outputs]]\npath = 'a.atom'\n", "outputs.2.path", "write changes = true"),
    ("[[outputs]]\npath = 'a.png'\nwidth_px = 9\n", "outputs.2.width_px", "from 400 to 9600"),
    ("[[outputs]]\npath = 'a.html'\nembed = 'yes'\n", "outputs.2.embed", "write true or false"),
]


@pytest.mark.parametrize(("text", "field", "problem"), WRONG_ROWS)
def test_a_wrong_row_is_told_by_its_number(
    write: Write, tmp_path: Path, text: str, field: str, problem: str
) -> None:
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "link").symlink_to(tmp_path.parent)
    (tmp_path / "decisions.csv").write_text("claim\n", "utf-8")
    path = write(LEAST + text)
    (told,) = problems(path)
    found = re.fullmatch(r"line (\d+), ([\w.]+): (.*)", told)
    assert found
    assert problem in found[3]
    assert found[2] == field
    assert (
        path.read_text("utf-8")
        .splitlines()[int(found[1]) - 1]
        .startswith((field.rpartition(".")[2], "[["))
    )


def test_all_problems_are_told_at_once_in_the_order_of_the_file(write: Write) -> None:
    told = problems(write("[window]\ndays = 0\nday = 1\n[[sources]]\nkind = 'x'\n"))
    assert [line.split(":")[0] for line in told] == [
        "line 1, outputs",
        "line 2, window.days",
        "line 3, window.day",
        "line 5, sources.1.kind",
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"[window]\ndays = \n", "line 2: is no TOML"),
        (b"[window]\n\ndays = [1,\n", "line 3: is no TOML"),
        (b"a = 1\nb = '\xff'\n", "line 2: is no UTF-8"),
        (b"a = " + b"[" * 20_000, "too deep"),
        (b"#" * 1_000_001, "is larger than"),
        (b"a = 1\na = 2\n", "line 2: is no TOML"),
    ],
)
def test_a_file_that_is_no_toml_is_one_line(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "frontmap.toml"
    path.write_bytes(content)
    (told,) = problems(path)
    assert problem in told


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    (told,) = problems(tmp_path / "frontmap.toml")
    assert "frontmap init" in told


def test_a_mark_of_byte_order_is_no_fault(write: Write) -> None:
    assert read(write("\ufeff" + LEAST)).sources


def test_a_folder_stands_for_the_file_in_it(write: Write) -> None:
    path = write(LEAST)
    assert read(path.parent) == read(path)


def test_files_of_answers_beside_the_project_are_found(write: Write, tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text("village,district\n", "utf-8")  # another kind of list
    (tmp_path / "decisions.csv").write_text("claim,verdict\n", "utf-8")
    project = read(write(LEAST))
    assert (project.places, project.decisions) == (None, project.folder / "decisions.csv")
    (tmp_path / "places.csv").write_text("text,entry\n", "utf-8")
    assert read(write(LEAST)).places == project.folder / "places.csv"


def test_variables_win_over_the_file(write: Write) -> None:
    path = write("[window]\ndays = 7\n[policy]\nwithhold = ['aid']\n" + LEAST)
    project = read(
        path,
        FRONTMAP_PROJECT_TITLE="Tonight",
        FRONTMAP_WINDOW_DAYS="2",
        FRONTMAP_POLICY_WITHHOLD="aid, shelters",
        FRONTMAP_POLICY_MINIMUM_AGE_HOURS="0",
        FRONTMAP_THRESHOLDS_LARGEST_FALL="",
        FRONTMAP_SOURCES_1_PATH="elsewhere",
        FRONTMAP_OUTPUTS_1_FULL_TEXT="true",
        FRONTMAP_HOME="unread",
        FRONTMAP_GAZETTEER="unread",
    )
    assert (project.title, project.window.days) == ("Tonight", 2)
    assert project.policy.withhold == ("aid", "shelters")
    assert project.policy.minimum_age == timedelta(0)
    assert project.sources[0].path == project.folder / "elsewhere"
    assert project.outputs[0].full_text


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        ("FRONTMAP_WINDOW_DAYS", "soon", "'soon' is no whole number"),
        ("FRONTMAP_WINDOW_DAY", "2", "did you mean 'days'?"),
        ("FRONTMAP_WINDOW_SINCE", "May", "'May' is no day or time"),
        ("FRONTMAP_POLICY_ROUND_M", "1e400", "is no whole number"),
        ("FRONTMAP_SOURCES_1_KIND", "rss", "'rss' is none of"),
        ("FRONTMAP_SOURCES_2_URL", "https://a.example", "the file has 1 sources"),
        ("FRONTMAP_SOURCES_URL", "https://a.example", "the file has 1 sources"),
        ("FRONTMAP_OUTPUTS_1_PATH", "../x.html", "leads out of a folder"),
        ("FRONTMAP_OUTPUTS_1_EMBED", "perhaps", "write true or false"),
    ],
)
def test_a_wrong_variable_is_told_by_its_name(
    write: Write, variable: str, value: str, problem: str
) -> None:
    (told,) = problems(write(LEAST), **{variable: value})
    assert told.startswith(f"{variable}: ")
    assert problem in told


def test_a_window_of_days_counts_back_from_now() -> None:
    now = datetime(2024, 12, 8, 12, tzinfo=UTC)
    week = Window(days=7)
    assert week.holds(now - timedelta(days=7), now=now)
    assert not week.holds(now - timedelta(days=7, seconds=1), now=now)
    assert not Window(until=now).holds(now, now=now)
    assert Window(since=now).holds(now, now=now)
