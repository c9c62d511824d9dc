"""Claims as KML 2.2 for Google Earth and the like."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

import shapely
from shapely.geometry.base import BaseGeometry

from claims.claim import Claim
from claims.situation import NotDrawn, Situation
from maps.beside.credits import credits_in
from maps.beside.labels import limits
from maps.looks.layers import layer_index, layers_of
from maps.looks.sides import Book, book_of
from maps.tables.rows import COLUMNS, Row, rows_of
from maps.text import plain, safe
from maps.wording.language import ENGLISH, Language
from maps.wording.standing_words import reason_words
from maps.wording.words import claim_zone, headline, speaker, time_words

__all__ = ["kml"]

_KML, _ATOM = "http://www.opengis.net/kml/2.2", "http://www.w3.org/2005/Atom"


def kml(situation: Situation, *, title: str, tongue: Language = ENGLISH) -> bytes:
    """Return a KML document with a folder per layer, and one for what is not drawn.

    The credits stand in the document's ``atom:author`` and description, which Google Earth shows
    beside the title.
    """
    book = book_of(situation, tongue)
    root = ET.Element("kml", {"xmlns": _KML, "xmlns:atom": _ATOM})
    document = ET.SubElement(root, "Document")
    credit = "; ".join(credits_in(situation))
    _text(document, "name", title)
    author = ET.SubElement(document, "atom:author")
    _text(author, "atom:name", credit or "frontmap")
    _text(document, "description", safe(f"{limits(tongue)} {credit}"))
    for number, style in enumerate(book.styles.values()):
        _style(document, f"side-{number}", style.colour)
    layers = [layer.record(tongue)["name"] for layer in layers_of(situation)]
    rows = list(rows_of(situation))
    for index, layer in enumerate(layers):
        inside = [row for row in rows if _drawn(row) and layer_index(situation, row.claim) == index]
        _folder(document, layer, inside, situation, book)
    left = [row for row in rows if not _drawn(row)]
    _folder(document, tongue.say("page.tab.listed"), left, situation, book)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _drawn(row: Row) -> bool:
    return not isinstance(row.item, NotDrawn)


def _text(parent: ET.Element, tag: str, words: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = plain(words)
    return element


def _style(document: ET.Element, name: str, colour: str) -> None:
    # KML writes colours as alpha, blue, green, red.
    blue_green_red = colour[5:7] + colour[3:5] + colour[1:3]
    style = ET.SubElement(document, "Style", {"id": name})
    _text(ET.SubElement(style, "IconStyle"), "color", f"ff{blue_green_red}")
    line = ET.SubElement(style, "LineStyle")
    _text(line, "color", f"ff{blue_green_red}")
    _text(line, "width", "2")
    _text(ET.SubElement(style, "PolyStyle"), "color", f"40{blue_green_red}")


def _folder(
    document: ET.Element,
    name: str,
    rows: Iterable[Row],
    situation: Situation,
    book: Book,
) -> None:
    rows = list(rows)
    if not rows:
        return
    folder = ET.SubElement(document, "Folder")
    _text(folder, "name", name)
    for row in rows:
        _placemark(folder, row, situation, book)


def _placemark(folder: ET.Element, row: Row, situation: Situation, book: Book) -> None:
    claim = row.claim
    mark = ET.SubElement(folder, "Placemark")
    _text(mark, "name", headline(claim, book.names, book.tongue))
    # A balloon is HTML in which $[name] would be replaced: the text is made inert for both.
    _text(mark, "description", _balloon(row, situation, book.tongue))
    _span(mark, claim)
    side = book.style(claim.actor_side).id
    _text(mark, "styleUrl", f"#side-{book.rank(side)}")
    table = ET.SubElement(mark, "ExtendedData")
    for column in COLUMNS:
        value = row.cells[column]
        if value not in (None, ""):
            cell = ET.SubElement(table, "Data", {"name": column})
            _text(cell, "value", str(value))
    if row.shape is not None and _drawn(row):
        _shape(mark, row.shape)


def _balloon(row: Row, situation: Situation, tongue: Language) -> str:
    claim = row.claim
    when = ""
    if claim.when:
        when = time_words(claim.when.interval, claim_zone(situation, claim), tongue)
    reason = ""
    if isinstance(row.item, NotDrawn):
        reason = reason_words(row.item, tongue)
    parts = (
        tongue.say("page.quoted", text=claim.quote),
        speaker(claim, tongue),
        claim.outlet,
        when,
        reason,
    )
    return "<br>".join(safe(part) for part in parts if part)


def _span(mark: ET.Element, claim: Claim) -> None:
    if claim.when is None:
        return
    span = ET.SubElement(mark, "TimeSpan")
    _text(span, "begin", claim.when.interval.start.isoformat())
    _text(span, "end", claim.when.interval.end.isoformat())


def _shape(parent: ET.Element, shape: BaseGeometry) -> None:
    parts = list(shapely.get_parts(shapely.get_parts(shape)))
    if len(parts) > 1:
        parent = ET.SubElement(parent, "MultiGeometry")
    for part in parts:
        if part.geom_type == "Polygon":
            polygon = ET.SubElement(parent, "Polygon")
            _ring(ET.SubElement(polygon, "outerBoundaryIs"), part.exterior)
            for hole in part.interiors:
                _ring(ET.SubElement(polygon, "innerBoundaryIs"), hole)
        else:
            kind = "Point" if part.geom_type == "Point" else "LineString"
            _coordinates(ET.SubElement(parent, kind), part)


def _ring(boundary: ET.Element, ring: BaseGeometry) -> None:
    _coordinates(ET.SubElement(boundary, "LinearRing"), ring)


def _coordinates(parent: ET.Element, line: BaseGeometry) -> None:
    _text(parent, "coordinates", " ".join(f"{x:.6f},{y:.6f}" for x, y in line.coords))
