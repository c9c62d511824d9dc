"""The file of corrections: what is read, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.errors import CorrectionsError, GazetteerFormatError
from gazetteer.meaning.corrections import holds_corrections, read_corrections

HEADER = "text,context,entry,lon,lat,uncertainty,note\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_gives_an_entry_a_point_or_no_place(tmp_path: Path) -> None:
    entry, point, nothing = read_corrections(
        write(
            tmp_path,
            HEADER + "Suran,Azaz| Marea ,levant:suran-azaz,,,,\n"
            '"Abu  Ward",,,36.9,35.3,5 km,"seen, twice"\n'
            "Victory,,None,,,,\n",
        )
    )
    assert (entry.entry_id, entry.context, entry.line) == (
        "levant:suran-azaz", ("Azaz", "Marea"), 2,
    )  # fmt: skip
    assert point.footprint is not None
    assert (point.text, point.note) == ("Abu Ward", "seen, twice")
    spot = point.footprint
    assert (spot.lon, spot.lat, spot.uncertainty_m) == (36.9, 35.3, 5_000)
    assert (spot.geometry.x, spot.geometry.y) == (36.9, 35.3)
    assert entry.names_place
    assert not nothing.names_place


@pytest.mark.parametrize(
    ("written", "metres"),
    [("", 2_000), ("800", 800), ("800 m", 800), ("0.5km", 500), ("12 KM", 12_000)],
)
def test_an_uncertainty_is_in_metres_unless_it_says_km(
    tmp_path: Path, written: str, metres: float
) -> None:
    (row,) = read_corrections(write(tmp_path, HEADER + f"X,,,36.9,35.3,{written},\n"))
    assert row.footprint is not None
    assert row.footprint.uncertainty_m == metres


@pytest.mark.parametrize(
    "text", ["", HEADER, "\ufeff" + HEADER, HEADER + ",,,,,,\n\n", "text,entry\n"]
)
def test_a_file_without_rows_is_fine(tmp_path: Path, text: str) -> None:
    assert read_corrections(write(tmp_path, text)) == ()


@pytest.mark.parametrize(
    ("row", "field", "way_out"),
    [
        (",,syria:hama,,,,", "text", "needs one"),
        ("--,,syria:hama,,,,", "text", "give the words"),
        (f"{'x' * 201},,syria:hama,,,,", "text", "give the name alone"),
        ("X,!!,syria:hama,,,,", "context", "give the words"),
        ("X,,,,,,", "entry", "give an id, a point, or none"),
        ("X,,syria:hama,36,35,,", "entry", "give one of them"),
        ("X,,none,36,35,,", "entry", "give one of them"),
        ("X,,hama,,,,", "entry", "frontmap place shows them"),
        ("X,,,36,,,", "lat", "give both"),
        ("X,,,,35,,", "lon", "give both"),
        ("X,,,181,35,,", "lon", "from -180 to 180"),
        ("X,,,36,90.1,,", "lat", "from -90 to 90"),
        ("X,,,nan,35,,", "lon", "from -180 to 180"),
        ('X,,,"36,9",35,,', "lon", "from -180 to 180"),
        ("X,,,36,35,0,", "uncertainty", "write 800 or 5 km"),
        ("X,,,36,35,-5,", "uncertainty", "write 800 or 5 km"),
        ("X,,,36,35,5 miles,", "uncertainty", "write 800 or 5 km"),
        ("X,,,36,35,2001 km,", "uncertainty", "write 800 or 5 km"),
        ("X,,syria:hama,,,800,", "uncertainty", "leave it empty"),
        ("X,,syria:hama,,,,a,b", "note", "quote the commas"),
        ("X,,syria:hama", "lon", "too few cells"),
        ("Al-Safira,,syria:other,,,,", "text", "line 2; keep one row"),
        ("safira,,none,,,,", "text", "line 2; keep one row"),
    ],
)
def test_a_wrong_row_names_file_line_field_and_way_out(
    tmp_path: Path, row: str, field: str, way_out: str
) -> None:
    path = write(tmp_path, f"{HEADER}Al-Safira,,syria:safira,,,,\n{row}\n")
    with pytest.raises(GazetteerFormatError) as caught:
        read_corrections(path)
    assert (caught.value.path, caught.value.line, caught.value.field) == (path, 3, field)
    assert way_out in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_wrong_rows_are_named_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "A,,,,,,\nB,,syria:b,,,,\nC,,c,,,,\nD,,d,,,,\n")
    with pytest.raises(GazetteerFormatError, match=r"line 2.*wrong as well: line 4, 5\)"):
        read_corrections(path)


def test_the_same_name_may_have_another_answer_in_another_context(tmp_path: Path) -> None:
    rows = "Suran,,syria:suran,,,,\nSuran,Azaz,syria:suran-azaz,,,,\nSuran,,syria:suran,,,,again\n"
    assert [row.line for row in read_corrections(write(tmp_path, HEADER + rows))] == [2, 3]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("name,entry", "text"),
        ("text,entry,uncertainity", "uncertainity"),
        ("text,entry,text", "text"),
    ],
)
def test_a_header_with_other_columns_is_refused(tmp_path: Path, header: str, field: str) -> None:
    with pytest.raises(GazetteerFormatError, match=f"line 1, field '{field}'"):
        read_corrections(write(tmp_path, f"{header}\nX,syria:hama,\n"))


def test_a_quote_that_never_closes_is_told_where_it_opens(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + 'A,,syria:a,,,,\nB,,syria:b,,,,"never closed\n')
    with pytest.raises(GazetteerFormatError, match="line 3"):
        read_corrections(path)


def test_bytes_that_are_no_utf_8_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(HEADER.encode() + b"\xe9,,none,,,,\n")
    with pytest.raises(GazetteerFormatError, match="save it as UTF-8"):
        read_corrections(path)


def test_a_file_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.csv", tmp_path):
        with pytest.raises(CorrectionsError, match=r"cannot be opened .* check its name"):
            read_corrections(path)


@pytest.mark.parametrize(
    ("header", "ours"),
    [
        (HEADER, True),
        ("", True),
        ("text,lon,lat", True),
        ("text,entry,uncertainity", True),  # meant for us, so that its error is told
        ("id,name,aliases,arabic,feature_class,feature_code,lon,lat,radius_m,note", False),
        ("text,author", False),
    ],
)
def test_corrections_are_told_from_other_files_by_their_header(
    tmp_path: Path, header: str, ours: bool
) -> None:
    assert holds_corrections(write(tmp_path, header)) is ours
