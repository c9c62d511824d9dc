"""No text of a report, theatre or gazetteer breaks a file or becomes code in one."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import docx
import geopandas as gpd
import pytest
from markdown_it import MarkdownIt
from PIL import Image
from pypdf import PdfReader

from claims.situation import Situation
from maps.export import SUFFIXES, export
from tests.maps.hostile import hostile
from tests.maps.payloads import BREAKING, JAVASCRIPT

PAYLOADS = JAVASCRIPT + BREAKING
FORMULAE = (
    "[a](javascript:x)",
    "![a](//x.example/p.png)",
    "| a | b |",
    "# head",
    "$[name]",
    "$$x$$",
)


def situations() -> list[Situation]:
    """Give situations that hold every payload in every field."""
    made = [hostile(lambda field, text=text: f"{text} {field}") for text in (*PAYLOADS, *FORMULAE)]
    together = [made[start::4] for start in range(4)]
    return [
        replace(
            group[0],
            reports=tuple(report for one in group for report in one.reports),
            drawn=tuple(item for one in group for item in one.drawn),
            not_drawn=tuple(item for one in group for item in one.not_drawn),
        )
        for group in together
    ]


@pytest.fixture(scope="module", params=range(4))
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    situation = situations()[request.param]
    title = " ".join((*PAYLOADS, *FORMULAE)[request.param :: 4])
    return {
        suffix: export(situation, name=f"c{suffix}", title=title).content for suffix in SUFFIXES
    }


def test_a_picture_is_whole(files: dict[str, bytes]) -> None:
    Image.open(io.BytesIO(files[".png"])).load()
    assert len(PdfReader(io.BytesIO(files[".pdf"])).pages) == 1


def test_an_svg_runs_and_fetches_nothing(files: dict[str, bytes]) -> None:
    for element in ET.fromstring(files[".svg"]).iter():
        tag = element.tag.rpartition("}")[2].lower()
        assert tag not in {"script", "foreignobject", "a", "image", "iframe", "animate", "set"}
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            if name.rpartition("}")[2] == "href":
                assert value.startswith("#")


def test_kml_balloons_hold_no_tags_but_ours_and_no_entity_of_google(
    files: dict[str, bytes],
) -> None:
    root = ET.fromstring(files[".kml"])
    for element in root.iter("{http://www.opengis.net/kml/2.2}description"):
        text = (element.text or "").replace("<br>", "")
        assert "<" not in text
        assert "$[" not in text


def test_a_docx_opens_and_links_nowhere(files: dict[str, bytes]) -> None:
    assert docx.Document(io.BytesIO(files[".docx"])).paragraphs
    package = zipfile.ZipFile(io.BytesIO(files[".docx"]))
    for name in package.namelist():
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in package.read(name)


def test_markdown_holds_no_html_and_no_link_but_its_sources(files: dict[str, bytes]) -> None:
    parser = MarkdownIt("commonmark", {"linkify": False}).enable("table")
    tokens = parser.parse(files[".md"].decode("utf-8"))
    inline = [child for token in tokens for child in (token, *(token.children or []))]
    kinds = {token.type for token in inline}
    assert not kinds & {"html_block", "html_inline", "code_inline", "code_block", "fence"}
    assert [t.attrs["src"] for t in inline if t.type == "image"] == ["c.md.png"]
    headings = [t for t in tokens if t.type == "heading_open" and t.tag in ("h1", "h2")]
    assert len(headings) == 1 + 7
    for token in inline:
        if token.type == "link_open":
            assert re.match(r"https?://", str(token.attrs["href"]))


def test_a_markdown_table_keeps_its_columns(files: dict[str, bytes]) -> None:
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(files[".md"].decode("utf-8"))
    tables = [i for i, token in enumerate(tokens) if token.type == "table_open"]
    last = tokens[tables[-1] :]
    rows = sum(token.type == "tr_open" for token in last)
    assert sum(token.type in ("td_open", "th_open") for token in last) == 8 * rows


def test_tables_read_back_whole(files: dict[str, bytes]) -> None:
    count = len(json.loads(files[".geojson"])["features"])
    assert len(gpd.read_parquet(io.BytesIO(files[".parquet"]))) == count
    assert files[".gpkg"].startswith(b"SQLite format 3\x00")


def test_no_control_character_reaches_a_text_form(files: dict[str, bytes]) -> None:
    for suffix in (".svg", ".kml", ".md", ".geojson", ".csv"):
        text = files[suffix].decode("utf-8")
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\u202e]", text), suffix
