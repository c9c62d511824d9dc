"""Inputs as they come."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import ReportError
from claims.intake.reader import read_inputs, read_report

TEXT = "Army says it holds the port\n\nThe army said it “holds” the port of Maru – for now.\n"


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_report_reads_the_same_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, "report.txt", TEXT.encode(encoding))
    assert read_report(path).text == TEXT


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Войска заняли село Новая Гора и продвинулись к реке, сообщило ведомство. " * 4),
        ("cp1256", "سيطرت القوات على بلدة كفر زيتا وتقدمت نحو المدينة وفق بيان الوزارة. " * 4),
    ],
)
def test_old_encodings_of_other_scripts_are_told(tmp_path: Path, encoding: str, text: str) -> None:
    path = write(tmp_path, "report.txt", text.encode(encoding))
    assert read_report(path).text.strip() == text.strip()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n\t", "is empty"),
        ("image.txt", bytes(range(256)) * 8, "binary"),
        ("zeros.txt", b"\x00\x01\x02\x00" * 400, "binary"),
        ("long.txt", b"a" * 2_000_001, "longer than"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(ReportError, match=problem) as caught:
        read_report(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_one_bad_file_does_not_keep_the_others_out(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT.encode())
    write(tmp_path, "b.txt", b"")
    read = read_inputs([tmp_path, tmp_path / "missing.txt", tmp_path / "c.pdf"])
    assert [report.id for report in read.reports] == ["a"]
    assert len(read.rejected) == 3


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    read = read_inputs([tmp_path])
    assert read.reports == ()
    assert "holds nothing readable" in read.rejected[0].reason


def test_two_files_of_one_name_are_two_reports(tmp_path: Path) -> None:
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, "day.txt", TEXT.encode() + folder.encode())
    read = read_inputs([tmp_path / "north", tmp_path / "south"])
    assert [report.id for report in read.reports] == ["day", "day-2"]


def test_the_same_file_given_twice_is_one_report(tmp_path: Path) -> None:
    path = write(tmp_path, "day.txt", TEXT.encode())
    assert len(read_inputs([path, path, tmp_path]).reports) == 1


def test_a_saved_page_gives_its_paragraphs_without_scripts_and_menus(tmp_path: Path) -> None:
    page = (
        "<html><head><title>x</title><script>alert('no')</script></head><body>"
        "<nav>Home News</nav><h1>Army holds the port</h1><p>The army said it holds "
        "<b>the port</b> of Maru.</p><footer>All rights</footer></body></html>"
    )
    path = write(tmp_path, "page.html", page.encode())
    assert read_report(path).text == (
        "Army holds the port\nThe army said it holds the port of Maru.\n"
    )


def test_an_empty_name_is_not_the_current_folder() -> None:
    (rejected,) = read_inputs([""]).rejected
    assert "empty name" in rejected.reason


def test_a_dotted_number_is_no_length_and_stops_nothing() -> None:
    from gazetteer.wording.mentions import find_mentions

    text = "Version 2.9.8 of the map shows Maru. Troops stood 2.9.8 km from Maru."
    assert find_mentions(text, known_spans=[(31, 35)])
