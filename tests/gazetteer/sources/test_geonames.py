from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.entry import Toponym
from gazetteer.sources import UnreadableSourceError
from gazetteer.sources.lines import MAX_LINE_BYTES, numbered_lines
from tests.gazetteer.sources.writing import geonames_row, read, texts, written, zipped

SHARED = Path(__file__).parents[4] / "shared" / "gazetteer"


def first(path: Path, *rows: str, **told: object):
    entries, rejected = read(written(path / "SY.txt", "\n".join(rows)), **told)
    assert rejected == []
    return entries[0]


def test_a_row_becomes_an_entry(tmp_path: Path) -> None:
    entry = first(tmp_path, geonames_row())
    assert (entry.id, entry.source, entry.licence) == (
        "geonames:163915", "GeoNames 163915", "CC BY 4.0",
    )  # fmt: skip
    assert (entry.feature_class, entry.feature_code, entry.country) == ("P", "PPLA3", "SY")
    assert (entry.population, entry.admin) == (29_100, ("05", "0503"))
    assert (entry.footprint.lon, entry.footprint.lat) == (36.7485, 35.2919)
    assert entry.footprint.geometry.coords[0] == (36.7485, 35.2919)


def test_names_stand_once_with_their_scripts(tmp_path: Path) -> None:
    entry = first(tmp_path, geonames_row())
    assert [(name.text, name.script) for name in entry.toponyms] == [
        ("Şūrān", "Latn"), ("Suran", "Latn"), ("Souran", "Latn"), ("صوران", "Arab"),
        ("Сӯран", "Cyrl"),
    ]  # fmt: skip


@pytest.mark.parametrize("code", [
    "http://en.wikipedia.org/wiki/Suran", "www.suran.sy", "Q217", "ALP", "SYALP", "SY ALP",
])  # fmt: skip
def test_links_and_codes_are_no_names(tmp_path: Path, code: str) -> None:
    assert texts(first(tmp_path, geonames_row(names=f"{code},Souran"))) == [
        "Şūrān", "Suran", "Souran",
    ]  # fmt: skip


def test_an_airport_loses_its_four_letters_and_a_state_keeps_its_three(tmp_path: Path) -> None:
    airport = geonames_row(names="OSAP,ALP", **{"class": "S", "code": "AIRP"})
    assert texts(first(tmp_path, airport)) == ["Şūrān", "Suran"]
    state = geonames_row(name="United Arab Emirates", names="UAE", **{"class": "A", "code": "PCLI"})
    assert "UAE" in texts(first(tmp_path, state))
    assert "QARA" in texts(first(tmp_path, geonames_row(names="QARA")))


@pytest.mark.parametrize(("letter", "code", "population", "radius_m"), [
    ("P", "PPL", "0", 1_500),
    ("P", "PPLA", "460602", 4_281),
    ("S", "BDG", "0", 300),
    ("T", "HLL", "0", 1_500),
    ("A", "ADM1", "0", 80_000),
    ("A", "ADM1H", "0", 80_000),
    ("A", "PCLI", "0", 450_000),
    ("U", "RDGU", "0", 20_000),
])  # fmt: skip
def test_every_class_has_a_radius(
    tmp_path: Path, letter: str, code: str, population: str, radius_m: float
) -> None:
    row = geonames_row(code=code, population=population, **{"class": letter})
    assert first(tmp_path, row).footprint.uncertainty_m == pytest.approx(radius_m, abs=1)


@pytest.mark.parametrize(("change", "problem"), [
    ({"lat": "91"}, "not on the Earth"),
    ({"lon": "180.1"}, "not on the Earth"),
    ({"lat": "nan"}, "not on the Earth"),
    ({"lon": "inf"}, "not on the Earth"),
    ({"lat": ""}, "not on the Earth"),
    ({"id": "-1"}, "geonameid"),
    ({"id": "٣"}, "geonameid"),
    ({"class": "X"}, "feature class"),
    ({"population": "-5"}, "population"),
    ({"population": "9" * 5_000}, "population"),
    ({"country": "Syria"}, "country"),
    ({"name": "x\0y"}, "NUL"),
    ({"name": "", "ascii": "—", "names": "n" * 201}, "no readable name"),
    ({"zone": "Asia\tDamascus"}, "20 columns"),
])  # fmt: skip
def test_a_broken_row_is_told_and_skipped(
    tmp_path: Path, change: dict[str, str], problem: str
) -> None:
    rows = [geonames_row(), geonames_row(**change), "", geonames_row(id="7")]
    entries, rejected = read(written(tmp_path / "SY.txt", "\n".join(rows)))
    assert [entry.id for entry in entries] == ["geonames:163915", "geonames:7"]
    assert [row.line_or_item for row in rejected] == [2]
    assert problem in rejected[0].problem


def test_a_row_that_is_not_utf_8_is_told_and_skipped(tmp_path: Path) -> None:
    rows = [geonames_row().encode(), geonames_row(name="Hama").encode() + b"\xff\xfe"]
    entries, rejected = read(written(tmp_path / "SY.txt", b"\r\n".join(rows)))
    assert len(entries) == 1
    assert rejected[0].problem == "is not UTF-8 text"


def test_a_line_without_end_is_told_and_not_held(tmp_path: Path) -> None:
    long = geonames_row(names="n," * 2**20)
    rows = [geonames_row(), long, geonames_row(id="7")]
    entries, rejected = read(written(tmp_path / "SY.txt", "\n".join(rows)))
    assert [entry.id for entry in entries] == ["geonames:163915", "geonames:7"]
    assert [(row.line_or_item, "bytes" in row.problem) for row in rejected] == [(2, True)]


def test_a_name_too_long_is_left_out(tmp_path: Path) -> None:
    assert texts(first(tmp_path, geonames_row(name="n" * 201, names=""))) == ["Suran"]


def test_alternate_names_bring_languages(tmp_path: Path) -> None:
    rows = [
        "1\t163915\tar\tصوران\t\t\t\t\t\t",
        "2\t163915\ten\tSuran\t1\t\t\t\t\t",
        "3\t163915\tlink\thttps://en.wikipedia.org/wiki/Suran\t\t\t\t\t\t",
        "4\t163915\tfr_1793\tSourane\t\t\t\t1\t1920\t1946",
        "5\t163915\ticao\tOSSN\t\t\t\t\t\t",
        "6\t1\ten\tElsewhere\t\t\t\t\t\t",
    ]
    names = zipped(tmp_path / "alternateNamesV2.zip", {
        "iso-languagecodes.txt": "ISO 639-3\tISO 639-2\tISO 639-1\tLanguage Name\n",
        "alternateNamesV2.txt": "\n".join([*rows, "x\ty"]),
    })  # fmt: skip
    entries, rejected = read(written(tmp_path / "SY.txt", geonames_row()), beside=[names])
    assert entries[0].toponyms == (
        Toponym(text="Şūrān"),
        Toponym(text="Suran", language="en"),
        Toponym(text="صوران", script="Arab", language="ar"),
        Toponym(text="Sourane", language="fr"),
        Toponym(text="Souran"),
        Toponym(text="Сӯран", script="Cyrl"),
    )
    assert rejected[0].line_or_item == 7
    assert "alternate names" in rejected[0].problem


def test_admin_codes_get_their_names_where_these_are_given(tmp_path: Path) -> None:
    ones = written(tmp_path / "admin1CodesASCII.txt", "SY.05\tHama\tHama\t170016\n")
    twos = written(tmp_path / "admin2Codes.txt", "SY.05.0503\tMhardeh\tMhardeh\t8\n")
    dump = written(tmp_path / "SY.txt", geonames_row())
    assert read(dump, beside=[ones, twos])[0][0].admin == ("Hama", "Mhardeh")
    assert read(dump, beside=[ones])[0][0].admin == ("Hama", "0503")


def test_names_of_units_stay_names(tmp_path: Path) -> None:
    row = geonames_row(admin1="Hasaka (Al Haksa)", admin2="Quamishli")
    assert first(tmp_path, row).admin == ("Hasaka (Al Haksa)", "Quamishli")


def test_a_file_beside_a_dump_that_does_not_belong_there_is_refused(tmp_path: Path) -> None:
    dump = written(tmp_path / "SY.txt", geonames_row())
    with pytest.raises(UnreadableSourceError, match="neither alternateNamesV2 nor"):
        read(dump, beside=[dump])


def test_others_who_write_these_columns_keep_their_name_and_licence(tmp_path: Path) -> None:
    entry = first(tmp_path, geonames_row(country=""), source="NGA", licence="CC0", country="sy")
    assert (entry.source, entry.licence, entry.country) == ("NGA 163915", "CC0", "SY")


@pytest.mark.skipif(not (SHARED / "SY.zip").exists(), reason="the dumps of ../shared are not here")
def test_a_whole_country_is_read_without_a_reject() -> None:
    entries, rejected = read(SHARED / "SY.zip")
    assert (len(entries), rejected) == (10_657, [])


def test_one_letter_in_two_codings_is_one_name(tmp_path: Path) -> None:
    # "ş" as one character and as an s with a cedilla below.
    entry = first(tmp_path, geonames_row(name="Işla", ascii="Is\u0327la", names=""))
    assert texts(entry) == ["Işla"]


def test_no_more_of_a_line_is_held_than_a_row_can_have() -> None:
    lines = list(numbered_lines([b"x" * 2**20] * 8 + [b"\nshort\n"]))
    assert [(number, len(line)) for number, line in lines] == [(1, MAX_LINE_BYTES + 1), (2, 5)]
