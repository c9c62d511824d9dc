"""Still pictures say what they show, in real vectors, the same each time."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import shapely
from PIL import Image
from pypdf import PdfReader

from claims.situation import Situation, Standing
from claims.weighing.grade import Grade
from geo.footprint import Footprint
from maps.beside.labels import limits
from maps.export import export
from maps.looks.theme import Theme
from maps.picture.lettering import Letters, fitting, measure, shortened, wrapped
from maps.picture.margin import footer_of
from maps.picture.sheet import Sheet
from maps.wording.language import language
from tests.maps.situations import hama, many

SVG = "{http://www.w3.org/2000/svg}"


def content(form: str, situation: Situation | None = None, **wishes: object) -> bytes:
    # Wishes are options of any type.
    return export(situation or hama(), name=f"map.{form}", **wishes).content  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    return PdfReader(io.BytesIO(content("pdf", title="Around Hama, as claimed")))


@pytest.fixture(scope="module")
def printed(pdf: PdfReader) -> str:
    return " ".join(pdf.pages[0].extract_text().split())


@pytest.mark.parametrize("width_px", [1200, 2400])
def test_a_png_is_as_wide_as_asked(width_px: int) -> None:
    assert Image.open(io.BytesIO(content("png", width_px=width_px))).width == width_px


@pytest.mark.parametrize(
    "words",
    [
        "Around Hama, as claimed",
        "CLAIMS, NOT VERIFIED",
        "as of 5 Dec 2024, 09:45 UTC+3",
        "22 of 25 claims drawn; the others are listed in the table or report.",
        "1 claim lies beyond the edge of the map",
        "Government",
        "Kurdish-led forces",
        "hollow: planned, failed or denied",
        "30 km",
        "SOHR (9)",
        "Outlet r1, 5 Dec 2024",
        "GeoNames (CC BY 4.0); Base map: Natural Earth, public domain",
        limits(),
    ],
)
def test_a_printed_map_says_on_itself(printed: str, words: str) -> None:
    assert words in printed


def test_a_pdf_holds_vectors_and_no_picture(pdf: PdfReader) -> None:
    assert not pdf.pages[0].images
    assert pdf.pages[0].get_contents().get_data().count(b" l\n") > 1_000


def test_an_svg_holds_shapes_and_no_picture() -> None:
    root = ET.fromstring(content("svg"))
    tags = {element.tag for element in root.iter()}
    assert f"{SVG}path" in tags
    assert f"{SVG}image" not in tags


def test_an_svg_names_the_groups_that_an_editor_looks_for() -> None:
    root = ET.fromstring(content("svg"))
    groups = {re.sub(r"-\d+$", "", element.get("id", "")) for element in root.iter(f"{SVG}g")}
    assert {"land", "borders", "place", "movement", "marker", "town", "legend"} <= groups


@pytest.mark.parametrize(("voices", "dashed"), [(1, True), (2, False)])
def test_a_movement_that_one_voice_alone_tells_of_is_dashed(voices: int, dashed: bool) -> None:
    base = hama()
    grade = Grade(reliability="B", credibility=2, why_reliable="", why_credible="")
    standing = Standing(voices=voices, sides=(), against_interest=False, grade=grade)
    moving = replace(base.drawn[13], standing=standing)
    svg = content("svg", replace(base, drawn=(moving,), not_drawn=()))
    groups = ET.fromstring(svg).iter(f"{SVG}g")
    moved = [each for each in groups if each.get("id", "").startswith("movement-")]
    strokes = [path.get("style", "") for each in moved for path in each.iter(f"{SVG}path")]
    assert any("stroke-dasharray" in style for style in strokes) == dashed
    assert ("one voice alone" in svg.decode()) == dashed


def test_each_form_names_title_credits_and_limits_in_its_own_place(pdf: PdfReader) -> None:
    png = Image.open(io.BytesIO(content("png", title="Around Hama, as claimed"))).text
    svg = ET.fromstring(content("svg", title="Around Hama, as claimed"))
    named = {element.tag.rpartition("}")[2]: "".join(element.itertext()) for element in svg.iter()}
    titles = (png["Title"], svg.find(f"{SVG}title").text, pdf.metadata.title)
    assert titles == ("Around Hama, as claimed",) * 3
    assert limits() in png["Description"]
    assert limits() in pdf.metadata.subject
    assert limits() in named["description"]
    for credit in (png["Copyright"], named["rights"], pdf.metadata["/Keywords"]):
        assert "GeoNames (CC BY 4.0)" in credit
        assert "Natural Earth" in credit


def test_a_picture_is_dated_by_its_claims_and_not_by_the_clock(pdf: PdfReader) -> None:
    assert pdf.metadata.creation_date.isoformat().startswith("2024-12-05T06:45")


def test_nothing_drawn_is_an_honest_map_of_the_world() -> None:
    nothing = replace(hama(), drawn=())
    text = PdfReader(io.BytesIO(content("pdf", nothing))).pages[0].extract_text()
    assert "0 of 3 claims drawn" in text


def with_shape(geometry: shapely.Geometry, *, lon: float, lat: float) -> Situation:
    base = hama()
    shape = Footprint(
        geometry=geometry, lon=lon, lat=lat, uncertainty_m=40_000, method="part", note="made up"
    )
    return replace(base, drawn=(replace(base.drawn[0], footprint=shape),))


@pytest.mark.parametrize(
    ("geometry", "lon", "lat"),
    [
        (shapely.Polygon([(36, 35), (37, 36), (37, 35), (36, 36)]), 36.5, 35.5),
        (shapely.Polygon([(36, 35), (36, 36), (37, 36), (37, 35)]), 36.5, 35.5),
        (shapely.box(178, -18, 180, -16).union(shapely.box(-180, -18, -179, -16)), 179, -17),
        (shapely.box(-30, 80, 30, 90), 0, 88),
        (shapely.LineString([(36, 35), (36, 35)]), 36, 35),
        (shapely.GeometryCollection([shapely.Point(36, 35), shapely.box(36, 35, 37, 36)]), 36, 35),
    ],
    ids=["crosses itself", "reversed", "antimeridian", "pole", "no length", "mixed"],
)
@pytest.mark.parametrize("form", ["svg", "geojson", "kml", "gpkg", "parquet"])
def test_an_awkward_shape_is_written_all_the_same(
    geometry: shapely.Geometry, lon: float, lat: float, form: str
) -> None:
    assert len(content(form, with_shape(geometry, lon=lon, lat=lat))) > 1_000


def test_a_thousand_claims_at_one_point_are_one_marker() -> None:
    crowd = many(1_000)
    one = replace(
        crowd, drawn=tuple(i for i in crowd.drawn if i.footprint is crowd.drawn[4].footprint)
    )
    text = PdfReader(io.BytesIO(content("pdf", one))).pages[0].extract_text()
    assert f"{len(one.drawn)} of {len(one.drawn)} claims drawn" in text


def test_arabic_letters_are_joined() -> None:
    letters = Letters(size=20)
    assert measure("ببب", letters) < 0.8 * 3 * measure("ب", letters)


def test_arabic_runs_from_the_right() -> None:
    sheet = Sheet(width=200, height=40)
    sheet.text("ا..........", 10, 20, Letters(size=20, colour="#000000"))
    out = io.BytesIO()
    sheet.figure.savefig(out, format="png", dpi=72)
    ink = np.array(Image.open(out).convert("L")) < 128
    columns = np.flatnonzero(ink.any(axis=0))
    tallest = int(np.argmax(ink.sum(axis=0)))
    assert tallest > columns.mean(), "the upright letter is the first one read"


def test_figures_stay_before_the_latin_name_that_they_begin() -> None:
    base = hama()
    reports = tuple(replace(report, outlet="24 Hours Wire") for report in base.reports)
    theme = Theme(tongue=language("ar"))
    lines = footer_of(replace(base, reports=reports), named=(), width=700, theme=theme)
    words = " ".join(line.words for line in lines)
    # The mark that begins a run from left to right.
    assert "\u200e24 Hours Wire" in words
    assert not re.search("(?<!\u200e)24 Hours Wire", words)


def test_letters_that_no_font_holds_are_squares_and_warn_of_nothing() -> None:
    assert fitting("မြန် Suran 中") == "□□□□ Suran □"


def test_a_line_is_cut_where_it_would_leave_the_sheet() -> None:
    letters = Letters(size=8)
    cut = shortened("word " * 50, letters, width=100)
    assert cut.endswith("…")
    assert measure(cut, letters) <= 100


def test_a_title_of_sixty_thousand_letters_is_two_lines() -> None:
    lines = wrapped("Hama " * 12_000, Letters(size=19), width=676, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
