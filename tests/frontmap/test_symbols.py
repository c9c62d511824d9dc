"""``frontmap symbols``, and the options for language and theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from frontmap.cli import app
from frontmap.console import Console
from geo.errors import FrontmapError

REPORT = "By Reuters\n2024-12-03\n\nSyrian army forces captured Suran on Tuesday, the army said.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_the_sheet_of_symbols_is_written(tmp_path: Path) -> None:
    out = tmp_path / "symbols.svg"
    result = CliRunner().invoke(app, ["symbols", "-o", str(out), "--language", "uk"], obj=Console())
    assert result.exit_code == 0, result.output
    assert "<dc:language>uk</dc:language>" in out.read_text(encoding="utf-8")


def test_a_sheet_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["symbols", "-o", str(tmp_path / "a.html")], obj=Console())
    assert result.exit_code == 2
    assert "a.html is no picture" in result.output


def test_draw_takes_a_language_and_a_theme(report: Path, tmp_path: Path) -> None:
    theme = tmp_path / "theme.yaml"
    theme.write_text("title: Nord de Hama\n", encoding="utf-8")
    out = tmp_path / "map.html"
    result = CliRunner().invoke(
        app,
        ["draw", str(report), "-o", str(out), "--language", "fr", "--theme", str(theme)],
        obj=Console(),
    )
    assert result.exit_code == 0, result.output
    page = out.read_text(encoding="utf-8")
    assert '<html lang="fr" dir="ltr">' in page
    assert "<title>Nord de Hama</title>" in page


def test_a_language_without_words_is_told_before_any_work(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    result = CliRunner().invoke(
        app, ["draw", str(report), "-o", str(out), "--language", "xx"], obj=Console()
    )
    assert isinstance(result.exception, FrontmapError)
    assert "no words for the language 'xx'" in str(result.exception)
    assert not out.exists()
