from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gazetteer.errors import GazetteerFormatError
from tests.gazetteer.sources.writing import geonames_row, read, written, zipped


def refusal(path: Path, **told: object) -> str:
    with pytest.raises(GazetteerFormatError) as caught:
        read(path, **told)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_a_dump_is_read_out_of_its_zip(tmp_path: Path) -> None:
    dump = zipped(tmp_path / "SY.zip", {
        "readme.txt": "Readme for GeoNames Gazetteer extract files\n",
        "SY.txt": geonames_row(),
    })  # fmt: skip
    assert [entry.id for entry in read(dump)[0]] == ["geonames:163915"]


def test_the_suffix_of_a_file_is_not_trusted(tmp_path: Path) -> None:
    dump = zipped(tmp_path / "places.geojson", {"SY.csv": geonames_row()})
    assert len(read(dump)[0]) == 1


def test_a_zip_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "SY.zip", {"SY.txt": geonames_row()}).read_bytes()
    cut = written(tmp_path / "cut.zip", whole[: len(whole) // 2])
    assert "cut-off zip; download it again" in refusal(cut)


def test_a_zip_with_a_changed_byte_is_refused(tmp_path: Path) -> None:
    rows = "\n".join(geonames_row(id=str(at)) for at in range(1, 2_000))
    whole = bytearray(zipped(tmp_path / "SY.zip", {"SY.txt": rows}).read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    assert "download it again" in refusal(written(tmp_path / "changed.zip", bytes(whole)))


def test_a_zip_bomb_is_refused_while_it_unpacks(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "SY.zip", {"SY.txt": geonames_row() + "\n" * 8_000_000})
    assert "zip bomb" in refusal(bomb)


def test_a_zip_may_not_unpack_to_more_than_is_allowed(tmp_path: Path) -> None:
    rows = "\n".join(geonames_row(id=str(at)) for at in range(1, 2_000))
    dump = zipped(tmp_path / "SY.zip", {"SY.txt": rows})
    assert "raise max_bytes" in refusal(dump, max_bytes=100_000)
    assert len(read(dump, max_bytes=1_000_000)[0]) == 1_999


def test_members_that_share_bytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name in ("a.txt", "b.txt"):
            file.writestr(name, geonames_row())
        # Both rows of the directory lead to the same member, each with all of the file's bytes.
        for member in file.infolist():
            member.header_offset = 0
            member.compress_size = member.file_size = 600
    assert "overlap" in refusal(path)


def test_a_zip_in_a_zip_is_refused(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "SY.zip", {"SY.txt": geonames_row()})
    outer = zipped(tmp_path / "outer.zip", {"SY.zip": inner.read_bytes()})
    assert "holds another zip, 'SY.zip'; unpack it" in refusal(outer)


@pytest.mark.parametrize(
    "name", ["../SY.txt", "/etc/SY.txt", "a/../../SY.txt", "C:\\SY.txt", "C:/SY.txt"]
)
def test_a_member_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    assert "leads out" in refusal(zipped(tmp_path / "SY.zip", {name: geonames_row()}))


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    whole = bytearray(zipped(tmp_path / "SY.zip", {"SY.txt": geonames_row()}).read_bytes())
    # The flag stands in the member's own header and in the directory.
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refusal(written(tmp_path / "locked.zip", bytes(whole)))


@pytest.mark.parametrize(("content", "problem"), [
    (b"", "is empty"),
    (b"\n\n", "is empty"),
    (b"<!DOCTYPE html><html>404</html>", "is a web page"),
    (b"\xff\xfeN\0a\0m\0e\0", "UTF-16"),
    (b"\x1f\x8b\x08rest", "gzip"),
    (b"name,place\nHama,here\n", "no known format"),
    (b"Dear all, please find attached the list.\n", "no known format"),
    (b"\x00" * 4_000, "no known format"),
    (b'{"type": "FeatureCollection", "features": [', "is no GeoJSON"),
    (b'{"a": ' * 100_000, "is no GeoJSON"),
    (b'{"type": "Topology"}', "no FeatureCollection"),
    (b"SQLite format 3\x00 and no more", "cannot be read"),
])  # fmt: skip
def test_a_file_of_no_known_format_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    assert problem in refusal(written(tmp_path / "SY.txt", content))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read (No such file or directory)" in refusal(tmp_path / "SY.txt")


def test_a_folder_without_places_is_refused(tmp_path: Path) -> None:
    assert "give the file itself" in refusal(tmp_path)


def test_a_zip_without_places_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "SY.zip", {"readme.txt": "nothing here"})
    assert "holds 'readme.txt', no format of places" in refusal(path)


def test_a_zip_of_two_formats_is_refused_unless_one_is_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "SY.zip", {
        "SY.txt": geonames_row(), "SY.csv": "name,lon,lat\nHama,36.75,35.13\n",
    })  # fmt: skip
    assert "several formats (csv, geonames)" in refusal(path)
    assert [entry.id for entry in read(path, form="geonames")[0]] == ["geonames:163915"]


def test_an_unknown_form_is_refused(tmp_path: Path) -> None:
    assert "form 'kml' is none of geonames" in refusal(tmp_path / "SY.kml", form="kml")
