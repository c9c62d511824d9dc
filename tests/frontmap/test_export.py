"""``frontmap export`` writes each form whole or not at all, the same each time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import frontmap
from maps.export import SUFFIXES

# A library that is not there, without touching the one that is.
ABSENT = "import sys; sys.modules[{library!r}] = None\nfrom frontmap.cli import main\nmain()"

WITHOUT_EXTRAS = """
import sys
sys.modules["matplotlib"] = sys.modules["docx"] = None
from frontmap.cli import main
_, report, *outs = sys.argv
for out in outs:
    sys.argv = ["frontmap", "export", report, "-o", out]
    try:
        main()
    except SystemExit as ended:
        if ended.code:
            raise
print(*sys.modules)
"""


def started(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parent.parent.parent
    search = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": search},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".PNG"])
def test_the_suffix_chooses_the_form(reports: Path, run: Callable, suffix: str) -> None:
    out = reports / "new" / f"map{suffix}"
    result = run("export", reports / "good.txt", "-o", out)
    assert (result.code, result.err) == (0, "")
    assert out.stat().st_size > 500
    assert f"{out}  " in result.out
    assert "drawn: " in result.out


def test_a_markdown_report_brings_its_picture(reports: Path, run: Callable) -> None:
    out = reports / "new" / "day.md"
    result = run("export", reports / "good.txt", "-o", out)
    assert {path.name for path in out.parent.iterdir()} == {"day.md", "day.md.png"}
    assert result.out.splitlines()[-1] == str(out) + ".png"


def test_quiet_prints_nothing(reports: Path, run: Callable) -> None:
    result = run("export", reports / "good.txt", "-o", reports / "c.kml", "--quiet")
    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize("name", ["map", "map.xlsx", ".png.", "-"])
def test_an_unknown_suffix_is_one_line_before_any_work(
    reports: Path, run: Callable, name: str
) -> None:
    before = set(reports.rglob("*"))
    result = run("export", reports / "missing.txt", "-o", name)
    (line,) = result.err.splitlines()
    assert result.code == 2
    assert ".geojson" in line
    assert ";" in line
    assert set(reports.rglob("*")) == before


@pytest.mark.parametrize(
    ("suffix", "library", "told"),
    [
        (".png", "matplotlib", "matplotlib"),
        (".md", "matplotlib", "matplotlib"),
        (".docx", "docx", "python-docx"),
        (".parquet", "pyarrow", "pyarrow"),
    ],
)
def test_without_the_extra_one_line_names_it(
    reports: Path, suffix: str, library: str, told: str
) -> None:
    out = reports / f"map{suffix}"
    done = started(
        ABSENT.format(library=library), "export", str(reports / "good.txt"), "-o", str(out)
    )
    (line,) = done.stderr.splitlines()
    assert done.returncode == 2
    assert told in line
    assert 'pip install "frontmap[export]"' in line
    assert not out.exists()


def test_tables_need_no_extra_and_load_nothing_of_pages(reports: Path) -> None:
    outs = [str(reports / f"map{suffix}") for suffix in (".geojson", ".gpkg", ".kml", ".csv")]
    done = started(WITHOUT_EXTRAS, str(reports / "good.txt"), *outs)
    assert done.returncode == 0, done.stderr
    assert all(Path(out).exists() for out in outs)
    assert not {"branca", "folium"} & set(done.stdout.split())


def test_columns_of_event_databases_are_for_csv_alone(reports: Path, run: Callable) -> None:
    result = run("export", reports / "good.txt", "-o", reports / "c.kml", "--columns", "acled")
    assert result.code == 2
    assert "--columns acled is for .csv files" in result.err


def test_what_event_columns_leave_out_is_told(reports: Path, run: Callable) -> None:
    (reports / "denied.txt").write_text(
        " date 2024-12-04\n\nThe army denied on Tuesday that opposition fighters had captured the "
        "town of Suran. Opposition fighters captured the town of Morek on Tuesday, it said.\n",
        encoding="utf-8",
    )
    result = run("export", reports / "denied.txt", "-o", reports / "c.csv", "--columns", "ucdp")
    assert result.code == 0
    assert "left out of ucdp columns: 1 planned or denied" in result.out


def test_a_rejected_input_is_told_and_the_rest_written(reports: Path, run: Callable) -> None:
    out = reports / "c.geojson"
    result = run("export", reports / "empty.txt", reports / "good.txt", "-o", out)
    assert result.code == 3
    assert out.exists()


def test_no_claim_writes_nothing(reports: Path, run: Callable) -> None:
    out = reports / "new" / "map.png"
    result = run("export", reports / "noclaim.txt", "-o", out)
    assert result.code == 2
    assert result.err.splitlines()[-1].endswith("so nothing was written")
    assert not out.parent.exists()


def test_a_place_that_cannot_be_written_is_one_line(reports: Path, run: Callable) -> None:
    result = run("export", reports / "good.txt", "-o", reports / "good.txt" / "map.png")
    (line,) = result.err.splitlines()
    assert result.code == 1
    assert "is a file" in line


def test_python_exports_what_the_command_exports(reports: Path, run: Callable) -> None:
    run("export", reports / "good.txt", "-o", reports / "a.kml", "--title", "One")
    made = frontmap.export(reports / "good.txt", out=reports / "b.kml", title="One")
    prints = {hashlib.sha256(p.read_bytes()).digest() for p in (reports / "a.kml", made)}
    assert len(prints) == 1
