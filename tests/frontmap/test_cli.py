"""The contract of the command line: what goes where, and with which exit code it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from frontmap.commands.options import parse_moment
from tests.maps.reading import said_on

FIELDS = (
    "id doc outlet published quote char_start char_end claimant actor actor_side opponent "
    "opponent_side action status place place_start place_end lat lon uncertainty_m footprint "
    "resolution when origin agrees_with contradicts"
).split()
FRONTMAP = [str(Path(sys.executable).with_name("frontmap"))]


def test_draw_says_claims_claimants_drawn_not_drawn_path_and_size(
    reports: Path, run: Callable
) -> None:
    out = reports / "new" / "map.html"
    result = run("draw", reports / "good.txt", "-o", out)
    lines = result.out.splitlines()
    assert result.code == 0
    assert result.err == ""
    assert lines[0] == "2 claims by 1 claimant in 1 report, as of 2024-12-04"
    assert lines[1] == "drawn: 2"
    assert lines[2] == "not drawn: 0"
    assert lines[3] == f"{out}  {out.stat().st_size / 1000:.0f} kB"


def test_draw_writes_the_page_to_stdout_and_the_summary_to_stderr(
    reports: Path, run: Callable
) -> None:
    run("draw", reports / "good.txt", "-o", reports / "map.html")
    result = run("draw", reports / "good.txt", "-o", "-")
    assert result.out == (reports / "map.html").read_text(encoding="utf-8")
    assert "drawn: 2" in result.err


def test_two_runs_write_the_same_bytes(reports: Path, run: Callable) -> None:
    pages = []
    for name in ("a.html", "b.html"):
        run("draw", reports / "good.txt", "-o", reports / name)
        pages.append((reports / name).read_bytes())
    assert pages[0] == pages[1]


def test_a_report_from_stdin_is_drawn(reports: Path, run: Callable) -> None:
    text = (reports / "good.txt").read_text(encoding="utf-8")
    result = run("claims", "-", stdin=text)
    assert [json.loads(line)["doc"] for line in result.out.splitlines()] == ["stdin", "stdin"]


def test_quiet_leaves_only_the_file(reports: Path, run: Callable) -> None:
    for arguments in (["--quiet", "draw"], ["draw", "--quiet"]):
        result = run(*arguments, reports / "good.txt", "-o", reports / "map.html")
        assert (result.code, result.out, result.err) == (0, "", "")


def test_claims_have_the_fields_that_programs_read(reports: Path, run: Callable) -> None:
    text = (reports / "good.txt").read_text(encoding="utf-8")
    for line in run("claims", reports / "good.txt").out.splitlines():
        claim = json.loads(line)
        assert set(FIELDS) <= set(claim)
        assert text[claim["char_start"] : claim["char_end"]] == claim["quote"]
        assert text[claim["place_start"] : claim["place_end"]] == claim["place"]
        assert claim["footprint"]["type"]
        assert claim["resolution"]["status"] == "resolved"


@pytest.mark.parametrize(
    ("suffix", "read"),
    [
        (".jsonl", lambda text: [json.loads(line)["id"] for line in text.splitlines()]),
        (".csv", lambda text: [row["id"] for row in csv.DictReader(io.StringIO(text))]),
        (".yaml", lambda text: [row["id"] for row in yaml.safe_load(text)["claims"]]),
        (".geojson", lambda text: [row["id"] for row in json.loads(text)["features"]]),
    ],
)
def test_claims_are_written_as_the_suffix_or_the_option_says(
    reports: Path, run: Callable, suffix: str, read: Callable
) -> None:
    out = reports / f"claims{suffix}"
    run("claims", reports / "good.txt", "-o", out)
    by_option = run("claims", reports / "good.txt", "--format", suffix[1:])
    assert len(read(by_option.out)) == 2
    assert read(out.read_text(encoding="utf-8")) == read(by_option.out)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".yaml"])
def test_claims_that_were_written_can_be_drawn_again(
    reports: Path, run: Callable, suffix: str
) -> None:
    out = reports / f"claims{suffix}"
    run("claims", reports / "good.txt", "-o", out)
    result = run("draw", out, "-o", reports / "map.html")
    assert result.code == 0
    assert "drawn: 2" in result.out


def test_as_of_a_day_holds_back_what_was_published_later(reports: Path, run: Callable) -> None:
    result = run("draw", reports / "good.txt", "--as-of", "2024-12-01", "-o", reports / "map.html")
    assert "drawn: 0" in result.out
    assert "not drawn: 2 (2 later)" in result.out


@pytest.mark.parametrize(("place", "hint"), [("Zzyzx", True), ("Kunduz", False)])
def test_a_country_that_was_not_added_is_named_where_a_place_is_unknown(
    tmp_path: Path, run: Callable, place: str, hint: bool
) -> None:
    text = f"Afghan troops entered the village of {place} on Monday. Kandahar was calm."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    out = run("draw", tmp_path / "one.txt", "-o", tmp_path / "map.html").out
    assert ("frontmap gazetteer add AF" in out) is hint


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-12-05", "2024-12-05T23:59:59+00:00"),  # a day is looked at from its end
        ("2024-12-05T18:00Z", "2024-12-05T18:00:00+00:00"),
        ("2024-12-05T18:00", "2024-12-05T18:00:00+00:00"),
        ("2024-12-05T18:00+03:00", "2024-12-05T18:00:00+03:00"),
    ],
)
def test_a_moment_is_read_with_its_zone(text: str, moment: str) -> None:
    assert parse_moment(text).isoformat() == moment


def test_a_fault_of_the_program_is_one_line_and_a_trace_only_with_debug(
    reports: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_args: object, **_options: object) -> None:
        raise RuntimeError("a fault\nin two lines")

    monkeypatch.setattr("claims.assess.assess", fault)
    plain = run("draw", reports / "good.txt", "-o", reports / "map.html")
    debug = run("draw", reports / "good.txt", "-o", reports / "map.html", "--debug")
    assert (plain.code, debug.code) == (1, 1)
    assert plain.err.splitlines() == [
        "frontmap: RuntimeError: a fault in two lines; run again with --debug to see where"
    ]
    assert "Traceback" in debug.err


def test_a_reader_that_goes_away_ends_the_run_without_a_word(reports: Path) -> None:
    for number in range(40):
        (reports / f"copy-{number}.txt").write_bytes((reports / "good.txt").read_bytes())
    command = [*FRONTMAP, "claims", *map(str, reports.glob("copy-*.txt"))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_output_is_utf8_whatever_the_locale(reports: Path) -> None:
    locale = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*FRONTMAP, "claims", str(reports / "good.txt")],
        env=os.environ | locale,
        capture_output=True,
        check=True,
    )
    assert "“Khattab" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_commands(shell: str) -> None:
    done = subprocess.run(
        [*FRONTMAP],
        env={"_FRONTMAP_COMPLETE": f"source_{shell}"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert "_FRONTMAP_COMPLETE" in done.stdout


def test_wrong_usage_ends_with_two(run: Callable) -> None:
    assert run("draw").code == 2
    assert run("paint").code == 2
    assert run("draw", "x.txt", "--colour", "red").code == 2


def test_whole_reports_are_drawn_only_when_asked_for(
    reports: Path, run: Callable, tmp_path: Path
) -> None:
    silent = "The weather stays cold. " * 40 + "Buses ran on time."
    good = reports / "good.txt"
    good.write_text(good.read_text(encoding="utf-8") + f"\n\n{silent}\n", encoding="utf-8")
    pages = [tmp_path / "passages.html", tmp_path / "full.html"]
    assert run("draw", good, "-o", pages[0]).code == 0
    assert run("draw", good, "--full-text", "-o", pages[1]).code == 0
    assert ["Buses ran on time" in said_on(page) for page in pages] == [False, True]
