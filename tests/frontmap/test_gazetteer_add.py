"""Adding a country on the command line, from a server on this machine."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import pty
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gazetteer import loopback
from tests.gazetteer.loopback import Server, ranged, status, zipped

SHARED = Path(__file__).parents[2].parent / "shared" / "gazetteer"
FRONTMAP = [sys.executable, "-m", "frontmap"]
DUMP = zipped(
    "PS.txt",
    b"900000001\tBir al Idd\tBir al Idd\tBir al Eid\t31.36\t35.09\tP\tPPL\tPS\t\t\t\t\t\t300"
    b"\t\t\t\t2024-03-05\n"
    b"900000002\tTuba\tTuba\t\t31.39\t35.20\tP\tPPL\tPS\t\t\t\t\t\t80\t\t\t\t2024-03-05\n",
)
BROKEN = (
    "name,lon,lat,country,source,licence\nJinba,35.16,31.36,PS,survey,CC0\n"
    + "Nowhere,400,31,PS,survey,CC0\n" * 7
)


@pytest.fixture
def server() -> Iterator[Server]:
    with loopback.serving() as server:
        server.answers["/PS.zip"] = ranged(DUMP)
        yield server


@pytest.fixture
def added(run: Callable, server: Server) -> Iterator[Server]:
    """Have a gazetteer added while a test runs."""
    assert run("gazetteer", "add", "ps", "--from", server.url("/")).code == 0
    yield server
    run("gazetteer", "remove", "PS")


def rows(result: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.out.splitlines()]  # type: ignore[attr-defined]


def test_add_says_what_was_read_merged_and_kept(run: Callable, server: Server) -> None:
    result = run("gazetteer", "add", "PS", "--from", server.url("/"))
    assert (result.code, result.err) == (0, "")
    (line,) = result.out.splitlines()
    assert line.startswith(f"PS: 2 rows read from {server.url('/PS.zip')}, 0 rejected, ")
    assert line.endswith(" places kept")
    again = run("gazetteer", "add", "PS", "--from", server.url("/"), "--json")
    counts = json.loads(again.out)
    assert (counts["name"], counts["read"], counts["replaced"]) == ("PS", 2, 2)
    assert run("gazetteer", "add", "PS", "--from", server.url("/"), "-q").out == ""
    assert run("gazetteer", "remove", "PS").code == 0


def test_list_and_info_know_what_was_added(run: Callable, added: Server) -> None:
    listed = {row["name"]: row for row in rows(run("gazetteer", "list", "--json"))}
    assert {"syria", "world", "PS"} <= set(listed)
    (source,) = listed["PS"]["sources"]
    assert (source["origin"], source["rows"]) == (added.url("/PS.zip"), 2)
    assert "places added; from PS.zip (CC BY 4.0)" in run("gazetteer", "list").out
    told = rows(run("gazetteer", "info", "ps", "--json"))
    assert told[-1]["dated"] == "2024-03-05"
    assert (
        f"2 places from GeoNames (CC BY 4.0), read from {added.url('/PS.zip')} of 2024-03-05"
        in (run("gazetteer", "info", "ps").out)
    )


def test_export_writes_a_file_or_stdout(run: Callable, added: Server, tmp_path: Path) -> None:
    out = tmp_path / "new" / "ps.csv"
    assert run("gazetteer", "export", "ps", "-o", out).code == 0
    lines = out.read_text(encoding="utf-8").splitlines()
    table = {row["id"]: row for row in csv.DictReader(lines)}
    row = table["geonames:900000001"]
    assert (row["name"], row["aliases"]) == ("Bir al Idd", "Bir al Eid")
    assert (row["source"], row["licence"]) == ("GeoNames 900000001", "CC BY 4.0")
    shapes = run("gazetteer", "export", "PS", "-o", "-", "--format", "geojson")
    assert len(json.loads(shapes.out)["features"]) == len(table)
    records = rows(run("gazetteer", "export", "PS", "-o", "-"))
    assert {record["id"] for record in records} == set(table)


def test_rejected_rows_are_shown_and_end_with_three(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(BROKEN)
    result = run("gazetteer", "add", "PS", "--from", path)
    assert result.code == 3
    assert "1 rows read from survey.csv, 7 rejected" in result.out
    lines = result.err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["frontmap"] * 6
    assert "survey.csv, row 3: " in lines[0]
    assert lines[-1].endswith("2 more rows rejected")
    run("gazetteer", "remove", "PS")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("add", "Syria"), 2, "the nearest are SY (Syria)"),
        (("add", "PS", "--from", "no.csv"), 2, "no such file"),
        (("add", "PS", "--from", "ftp://example.org/PS.zip"), 2, "http or https only"),
        (("add", "PS", "--from", "{server}/UA.zip"), 1, "404 Not Found: no such country file"),
        (("add", "PS", "--from", "{server}/busy"), 1, "403 Forbidden"),
        (("add", "SY", "--from", "{server}/PS.zip"), 2, "no place of SY"),
        (("add", "PS", "--from", "{server}/PS.zip", "--format", "shp"), 2, "'shp' is none of"),
        (("add", "PS", "--from", "{server}/PS.zip", "--sha256", "00"), 1, "not the expected one"),
        (("add", "PS", "--from", "{server}/PS.zip", "--alternate-names", "no.txt"), 2, "no.txt"),
        (("add", "PS", "--from", "http://:99999/"), 1, "address"),
        (("remove", "PS"), 2, "'PS' is not installed"),
        (("remove", "../PS"), 2, "is not installed"),
        (("export", "PS", "-o", "x.csv"), 2, "'PS' is not installed"),
        (("export", "PS", "-o", "x.xlsx"), 2, "csv, geojson, jsonl"),
        (("info", "narnia"), 2, "narnia"),
    ],
)
def test_bad_input_is_one_line(
    run: Callable, server: Server, arguments: tuple[str, ...], code: int, says: str
) -> None:
    server.answers["/busy"] = status(403)
    given = (argument.replace("{server}", server.url("")) for argument in arguments)
    result = run("gazetteer", *given)
    assert (result.code, result.out) == (code, "")
    assert says.casefold() in result.err.casefold()
    assert len(result.err.splitlines()) == 1


def test_a_damaged_gazetteer_is_listed_and_can_be_removed(run: Callable, added: Server) -> None:
    listed = {row["name"]: row for row in rows(run("gazetteer", "list", "--json"))}
    Path(listed["PS"]["path"]).write_bytes(b"no database")
    assert "damaged; renew PS, or else add it again" in run("gazetteer", "list").out
    assert run("gazetteer", "export", "PS", "-o", "-").code == 1
    assert run("gazetteer", "remove", "PS").code == 0
    run("gazetteer", "add", "PS", "--from", added.url("/"))


def test_a_bar_is_shown_to_somebody_who_watches(server: Server, tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    environment = os.environ | {"FRONTMAP_HOME": str(tmp_path)}
    command = [*FRONTMAP, "gazetteer", "add", "PS", "--from", server.url("/")]
    done = subprocess.run(
        command, env=environment, stderr=follower, stdout=subprocess.PIPE, check=True
    )
    shown = os.read(leader, 65_536).decode()
    os.close(follower)
    os.close(leader)
    assert "reading PS.zip [" in shown
    assert b"2 rows read" in done.stdout


@pytest.mark.skipif(not (SHARED / "UA.zip").exists(), reason="no ../shared/gazetteer/UA.zip")
def test_a_whole_country_is_added_within_seconds(server: Server, tmp_path: Path) -> None:
    server.answers["/UA.zip"] = ranged((SHARED / "UA.zip").read_bytes(), breaks=1)
    environment = os.environ | {"FRONTMAP_HOME": str(tmp_path)}
    command = [*FRONTMAP, "gazetteer", "add", "UA", "--from", server.url("/"), "--json"]
    before = os.times()
    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    counts = json.loads(done.stdout)
    assert counts["read"] > 30_000
    assert counts["rejected"] == 0
    assert 30_000 < counts["places"] <= counts["read"] + counts["merged"]
    # 20 s are promised on a quiet machine; a busy one takes three times as much of its processor.
    assert os.times().children_user - before.children_user <= 60


def test_a_zip_bomb_behind_sound_rows_leaves_nothing(run: Callable, tmp_path: Path) -> None:
    bomb = tmp_path / "PS.zip"
    with zipfile.ZipFile(io.BytesIO(DUMP)) as sound:
        rows = sound.read("PS.txt")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("PS.txt", rows + b"\n" * 8_000_000)
    result = run("gazetteer", "add", "PS", "--from", bomb)
    assert (result.code, result.out) == (2, "")
    (line,) = result.err.splitlines()
    assert "zip bomb" in line
    folder = Path(os.environ["FRONTMAP_HOME"]) / "gazetteer" / "sets"
    assert [path.name for path in folder.iterdir() if path.name != ".lock"] == []


def test_a_file_at_hand_is_checked_against_its_digest(run: Callable, tmp_path: Path) -> None:
    dump = tmp_path / "PS.zip"
    dump.write_bytes(DUMP)
    wrong = run("gazetteer", "add", "PS", "--from", dump, "--sha256", "00")
    assert (wrong.code, wrong.out) == (2, "")
    assert "its SHA-256 digest is " in wrong.err
    right = hashlib.sha256(DUMP).hexdigest().upper()
    assert run("gazetteer", "add", "PS", "--from", dump, "--sha256", right).code == 0
    assert run("gazetteer", "remove", "PS").code == 0


def test_a_full_disk_is_one_line_and_no_file(added: Server, tmp_path: Path) -> None:
    out = tmp_path / "PS.jsonl"
    done = subprocess.run(
        [*FRONTMAP, "gazetteer", "export", "PS", "-o", str(out)],
        capture_output=True, text=True, check=False, preexec_fn=_small_files,
    )  # fmt: skip
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.endswith("free its disk or name another")
    assert str(out) in line
    assert list(tmp_path.iterdir()) == []


def _small_files() -> None:
    """Let no file grow beyond a few bytes, as a full disk does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
