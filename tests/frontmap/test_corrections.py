"""``places.csv`` beside the reports: found, obeyed, told about, never written."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import frontmap
from tests.maps.reading import said_on

HEADER = "text,context,entry,lon,lat,uncertainty,note\n"
AZAZ = "Suran,,syria:suran-azaz,,,,as the desk says\n"
DOCS = Path(__file__).parent.parent.parent / "docs" / "corrections.md"
REPORT = (
    " date 2024-12-04\n\nNews of the day from Hama\n\n"
    "Opposition fighters captured the town of Souran on Tuesday, the Syrian Observatory for Human "
    "Rights said. They clashed with the army 5 km north of Abu Ward, the Observatory added.\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a folder of one report, where a user stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "monday.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def entries(done: Any) -> dict[str, str]:
    assert done.code == 0, done.err
    claims = [json.loads(line) for line in done.out.splitlines()]
    return {claim["place"]: claim["resolution"]["entry_id"] for claim in claims}


def claims_of(run: Callable, *more: str) -> dict[str, str]:
    return entries(run("claims", "reports", "--theatre", "syria", *more))


def test_the_file_beside_the_reports_wins_and_is_told_about(desk: Path, run: Callable) -> None:
    before = claims_of(run)
    assert before["the town of Souran"] == "syria:suran"
    rows = HEADER + AZAZ + "Abu Ward,,,36.9,35.3,800,\nAtlantis,,none,,,,\n"
    (desk / "places.csv").write_text(rows, encoding="utf-8")
    done = run("claims", "reports", "--theatre", "syria")
    assert entries(done) == {
        "the town of Souran": "syria:suran-azaz",
        "5 km north of Abu Ward": "places:abu-ward",
    }
    assert done.err == "places.csv: 2 of 3 rows used; line 4 'Atlantis' met nothing\n"
    reasons = [json.loads(line)["resolution"]["reason"] for line in done.out.splitlines()]
    assert reasons[0] == "set by places.csv, line 2: as the desk says"
    assert run("-q", "claims", "reports").err == ""
    assert (desk / "places.csv").read_text(encoding="utf-8") == rows


def test_a_named_file_takes_the_place_of_the_one_beside(desk: Path, run: Callable) -> None:
    (desk / "places.csv").write_text(HEADER + "Suran,,none,,,,\n", encoding="utf-8")
    (desk / "mine.csv").write_text(HEADER + AZAZ, encoding="utf-8")
    assert claims_of(run)["the town of Souran"] is None
    assert claims_of(run, "--places", "mine.csv")["the town of Souran"] == "syria:suran-azaz"


def test_a_theatres_places_are_not_mistaken_for_corrections(desk: Path, run: Callable) -> None:
    header = "id,name,aliases,arabic,feature_class,feature_code,lon,lat,radius_m,note\n"
    (desk / "places.csv").write_text(header, encoding="utf-8")
    done = run("claims", "reports", "--theatre", "syria")
    assert entries(done)["the town of Souran"] == "syria:suran"
    assert done.err == (
        "places.csv holds no corrections, for it has no column 'text'; it is not read\n"
    )
    named = run("claims", "reports", "--places", "places.csv")
    assert (named.code, named.out) == (2, "")
    assert "places.csv, line 1, field 'text'" in named.err


def test_the_file_is_no_input_where_it_lies_among_the_reports(
    desk: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "reports" / "places.csv").write_text(HEADER + AZAZ, encoding="utf-8")
    monkeypatch.chdir(desk / "reports")
    done = run("draw", ".", "--theatre", "syria", "-o", "map.html")
    assert (done.code, done.err) == (0, "places.csv: 1 of 1 rows used\n")
    said = said_on(desk / "reports" / "map.html")
    assert "set by places.csv, line 2: as the desk says" in said


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Suran,,,181,36,,\n", "line 2, field 'lon'"),
        (AZAZ + "Suran,,none,,,,\n", "line 3, field 'text'"),
        ("Atlantis,,syria:atlantis,,,,\n", "line 2, field 'entry'"),
    ],
)
@pytest.mark.parametrize("command", ["draw", "claims"])
def test_a_wrong_row_is_one_line_and_nothing_is_written(
    desk: Path, run: Callable, command: str, rows: str, told: str
) -> None:
    (desk / "places.csv").write_text(HEADER + rows, encoding="utf-8")
    done = run(command, "reports", "--theatre", "syria", "-o", "out.html")
    assert done.code == 2
    assert re.fullmatch(rf"frontmap: places\.csv, {told}: .+\n", done.err)
    assert done.out == ""
    assert not (desk / "out.html").exists()


def test_a_missing_file_is_one_line(desk: Path, run: Callable) -> None:
    done = run("place", "Hama", "--places", "mine.csv")
    assert done.code == 2
    assert re.fullmatch(r"frontmap: mine\.csv: cannot be opened \(.+\); check .+\n", done.err)


def test_a_batch_is_corrected_and_told_about_once(desk: Path, run: Callable) -> None:
    rows = HEADER + "Suran,Azaz,syria:suran-azaz,,,,\nX,,syria:nowhere,,,,\nY,,none,,,,\n"
    (desk / "places.csv").write_text(rows, encoding="utf-8")
    asked = '{"text": "Suran", "context": ["Azaz"]}\nSuran\nX\n'
    done = run("place", "--theatre", "syria", "--batch", "-", stdin=asked)
    records = [json.loads(line) for line in done.out.splitlines()]
    ids = [record["entry"] and record["entry"]["id"] for record in records]
    assert ids == ["syria:suran-azaz", "syria:suran", None]
    assert "places.csv, line 3, field 'entry'" in records[2]["reason"]
    assert done.code == 3
    assert done.err.splitlines()[-1] == "places.csv: 2 of 3 rows used; line 4 'Y' met nothing"


def test_a_name_that_only_the_file_knows_is_found_in_a_report(desk: Path, run: Callable) -> None:
    said = "Abu Ward fell to opposition fighters on Tuesday, the Syrian Observatory said.\n"
    (desk / "reports" / "monday.txt").write_text(f" date 2024-12-04\n\n{said}", encoding="utf-8")
    assert "Abu Ward" not in run("claims", "reports", "--theatre", "syria").out
    (desk / "places.csv").write_text(HEADER + "Abu Ward,,,36.9,35.3,,\n", encoding="utf-8")
    assert claims_of(run) == {"Abu Ward": "places:abu-ward"}


def test_a_context_is_looked_for_in_the_whole_report(desk: Path, run: Callable) -> None:
    # No claim is made about Marea: its name alone stands in the report.
    report = desk / "reports" / "monday.txt"
    rows = HEADER + "Suran,Marea,syria:suran-azaz,,,,\n"
    (desk / "places.csv").write_text(rows, encoding="utf-8")
    assert claims_of(run)["the town of Souran"] == "syria:suran"
    report.write_text(REPORT + "\nBread is dear in Marea.\n", encoding="utf-8")
    assert claims_of(run)["the town of Souran"] == "syria:suran-azaz"


def test_a_claim_from_a_file_goes_where_the_row_says(desk: Path, run: Callable) -> None:
    run("claims", "reports", "--theatre", "syria", "-o", "known.csv")
    with (desk / "known.csv").open(encoding="utf-8", newline="") as file:
        assert "35.2919" in [row["lat"] for row in csv.DictReader(file)]
    (desk / "places.csv").write_text(HEADER + AZAZ, encoding="utf-8")
    done = run("claims", "known.csv", "--theatre", "syria")
    claims = [json.loads(line) for line in done.out.splitlines()]
    assert [claim["lat"] for claim in claims if claim["place"] == "the town of Souran"] == [36.5658]


def test_python_reads_the_file_that_is_named_alone(
    desk: Path,
) -> None:
    (desk / "places.csv").write_text(HEADER + AZAZ + "Atlantis,,none,,,,\n", encoding="utf-8")

    def suran(**more: str) -> list[str]:
        situation = frontmap.assess("reports", theatre="syria", **more)
        found = [c.entry.id for item in situation.drawn for c in item.resolution.chosen]
        return [each for each in found if each.startswith("syria:suran")]

    assert suran() == ["syria:suran"]
    with pytest.warns(UserWarning, match="line 3 'Atlantis' met nothing") as caught:
        assert suran(places="places.csv") == ["syria:suran-azaz"]
    assert caught[0].filename == __file__
    with pytest.warns(UserWarning, match="met nothing"):
        frontmap.draw("reports", theatre="syria", places=desk / "places.csv", out="map.html")
    assert "line 2: as the desk says" in said_on(desk / "map.html")


def test_the_page_shows_what_a_reader_gets(tmp_path: Path) -> None:
    page = DOCS.read_text(encoding="utf-8")
    (table,) = re.findall(r"^```csv\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (console,) = re.findall(r"^```console\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "places.csv").write_text(table, encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command], cwd=tmp_path, check=True, text=True,
            env={**os.environ, "PATH": path}, capture_output=True,
        )  # fmt: skip
        assert done.stdout == shown
