"""``frontmap diff``: two states in, what changed out, in the form that was asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROWS = [
    {"id": "a", "doc": "monday", "quote": "Troops took Orlo.", "claimant": "the army",
     "action": "capture", "actor_side": "north", "place": "Orlo", "lon": 30, "lat": 10,
     "published": "2031-05-03", "when": {"start": "2031-05-03"}},
    {"id": "b", "doc": "monday", "quote": "Guns fell silent.", "claimant": "the army",
     "action": "hold", "actor_side": "north", "place": "Vint", "lon": 31, "lat": 10,
     "published": "2031-05-03", "when": {"start": "2031-05-03"}},
]  # fmt: skip
LATER = [
    ROWS[0] | {"quote": "Troops took Arlo.", "place": "Arlo"},
    ROWS[1] | {"id": "c", "doc": "tuesday", "quote": "Shells hit Vint.", "action": "strike",
               "published": "2031-05-04"},
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the claims of two days, and a map of the second, where a user stands."""
    monkeypatch.chdir(tmp_path)
    for name, rows in (("a", ROWS), ("b", LATER)):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_what_changed_is_said_as_text(desk: Path, run: Callable) -> None:
    done = run("diff", "a.jsonl", "b.jsonl")
    assert (done.code, done.err) == (0, "")
    assert "New: 1 · Corrected: 1 · Withdrawn: 1 · Claims before: 2, now: 2" in done.out
    assert "Place: “Orlo” → “Arlo”" in done.out


def test_what_changed_is_said_to_programs(desk: Path, run: Callable) -> None:
    done = run("diff", "a.jsonl", "b.jsonl", "--json")
    counts = json.loads(done.out)["counts"]
    assert (counts["new"], counts["withdrawn"], counts["corrected"]) == (1, 1, 1)


def test_maps_are_compared_like_the_claims_they_were_drawn_from(desk: Path, run: Callable) -> None:
    for name in ("a", "b"):
        assert run("draw", f"{name}.jsonl", "-o", f"{name}.html").code == 0
    by_file = json.loads(run("diff", "a.jsonl", "b.jsonl", "--json").out)["counts"]
    by_page = json.loads(run("diff", "a.html", "b.html", "--json").out)["counts"]
    assert by_page == by_file
    text = run("diff", "a.jsonl", "b.html", "-o", "sent/changes.md")
    assert text.err.startswith("New: 1")
    written = (desk / "sent" / "changes.md").read_text(encoding="utf-8")
    assert "](<../b.html#claim=c>)" in written


def test_a_feed_is_begun_and_continued(desk: Path, run: Callable) -> None:
    link = ("--map", "https://example.org/m.html")
    assert run("diff", "a.jsonl", "b.jsonl", "-o", "c.atom", *link).code == 0
    first = (desk / "c.atom").read_text(encoding="utf-8")
    assert first.count("<entry>") == 3
    assert "<updated>2031-05-04T00:00:00Z</updated>" in first
    run("diff", "a.jsonl", "b.jsonl", "-o", "c.atom", *link)
    assert (desk / "c.atom").read_text(encoding="utf-8") == first
    run("diff", "b.jsonl", "a.jsonl", "-o", "c.atom", "--as-of", "2031-05-06T00:00Z", *link)
    root = ET.fromstring((desk / "c.atom").read_text(encoding="utf-8"))
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 6


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("a.jsonl", "a.jsonl"), 0),
        (("a.jsonl", "b.jsonl"), 0),
        (("a.jsonl", "a.jsonl", "--exit-code"), 0),
        (("a.jsonl", "b.jsonl", "--exit-code"), 1),
    ],
)
def test_the_exit_code_tells_of_changes_where_asked(
    desk: Path, run: Callable, arguments: tuple[str, ...], code: int
) -> None:
    assert run("diff", *arguments).code == code


def test_an_empty_state_is_a_state(desk: Path, run: Callable) -> None:
    (desk / "none.jsonl").write_text("", encoding="utf-8")
    assert "New: 2 ·" in run("diff", "none.jsonl", "a.jsonl").out
    assert "Withdrawn: 2 ·" in run("diff", "a.jsonl", "none.jsonl").out


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("gone.jsonl", None, "cannot be read"),
        ("gone.html", None, "cannot be read"),
        ("folder", "", "is a folder"),
        ("news.txt", "x", "is no map (.html) and no claims file (.jsonl, .csv, .yaml)"),
        ("claims.geojson", "{}", "is no map (.html) and no claims file (.jsonl, .csv, .yaml)"),
        ("news.html", "<p>x</p>", "no map that frontmap wrote"),
        ("broken.html", '<script id="fm-data">x</script>', "damaged"),
        ("broken.jsonl", '{"id": 1', "line 1: is no JSON object"),
        ("other.jsonl", '{"id": "x", "quote": "y"}', "line 1, field 'claimant': is missing"),
    ],
)
def test_a_bad_state_is_named_in_one_line(
    desk: Path, run: Callable, name: str, content: str | None, problem: str
) -> None:
    if name == "folder":
        (desk / name).mkdir()
    elif content is not None:
        (desk / name).write_text(content, encoding="utf-8")
    done = run("diff", "a.jsonl", name)
    assert done.code == 2
    assert name in done.err
    assert problem in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    "options", [("-o", "c.txt"), ("-o", "c.md", "--json"), ("-o", "c.atom", "--json")]
)
def test_a_form_that_is_none_is_a_wrong_use(
    desk: Path, run: Callable, options: tuple[str, ...]
) -> None:
    assert run("diff", "a.jsonl", "b.jsonl", *options).code == 2
    assert not (desk / options[1]).exists()


def test_a_feed_of_somebody_else_is_not_overwritten(desk: Path, run: Callable) -> None:
    (desk / "c.atom").write_text("<rss/", encoding="utf-8")
    done = run("diff", "a.jsonl", "b.jsonl", "-o", "c.atom")
    assert done.code == 2
    assert "move it away to begin a new one" in done.err
    assert (desk / "c.atom").read_text(encoding="utf-8") == "<rss/"


def test_a_feed_needs_a_moment(desk: Path, run: Callable) -> None:
    for name in ("a", "b"):
        rows = [json.loads(line) for line in (desk / f"{name}.jsonl").read_text().splitlines()]
        bare = "".join(json.dumps(row | {"published": ""}) + "\n" for row in rows)
        (desk / f"{name}.jsonl").write_text(bare, encoding="utf-8")
    done = run("diff", "a.jsonl", "b.jsonl", "-o", "c.atom")
    assert done.code == 2
    assert "--as-of" in done.err
