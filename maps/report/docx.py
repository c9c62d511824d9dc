"""A report for word processors (Office Open XML)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from maps.errors import ExtraMissingError
from maps.report.outline import Outline
from maps.report.telling import Sentence
from maps.wording.language import Language

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["docx"]

# The oldest moment that a ZIP entry can hold: the bytes must not tell when they were written.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_PICTURE_INCHES, _SMALL_POINTS = 6.3, 7.5
_RIGHT_TO_LEFT = ("R", "AL")


def docx(outline: Outline, *, picture: bytes, as_of: datetime | None) -> bytes:
    """Return a report as a DOCX file; ``picture`` is a PNG, empty for none.

    Raises
    ------
    ExtraMissingError
        Where python-docx is not installed.
    """
    try:
        from docx import Document
    except ImportError:
        raise ExtraMissingError("DOCX", "python-docx") from None
    document = Document()
    _properties(document, outline, as_of)
    if outline.tongue.direction == "rtl":
        _turn(document)
    _text(document.add_paragraph(), outline.kicker, bold=True)
    document.add_heading(outline.title, level=0)
    document.add_paragraph(f"{outline.counts}. {outline.tally}")
    _text(document.add_paragraph(), outline.warning, italic=True)
    if picture:
        _picture(document, picture, f"{outline.title}. {outline.tally}")
    _passages(document, outline)
    _against(document, outline)
    document.add_heading(outline.say("table"), level=1)
    _table(document, [*outline.tongue.words["report"]["column"].values()], outline.table)
    _missing(document, outline)
    _ending(document, outline)
    written = io.BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _properties(document: Document, outline: Outline, as_of: datetime | None) -> None:
    moment = (as_of or datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC).replace(tzinfo=None)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = outline.title[:255], "frontmap", ""
    about.language = outline.tongue.locale
    about.subject = outline.limits
    about.comments = "; ".join(outline.credits)[:255]
    about.created = about.modified = moment


def _turn(document: Document) -> None:
    """Let paragraphs begin on the right."""
    from docx.oxml import OxmlElement

    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet"):
        style: Any = document.styles[name]
        style.element.get_or_add_pPr().append(OxmlElement("w:bidi"))


def _picture(document: Document, picture: bytes, words: str) -> None:
    from docx.shared import Inches

    shape = document.add_picture(io.BytesIO(picture), width=Inches(_PICTURE_INCHES))
    shape._inline.docPr.set("descr", words)  # noqa: SLF001 - the only way to a text for the blind


def _passages(document: Document, outline: Outline) -> None:
    document.add_heading(outline.say("places"), level=1)
    for passage in outline.passages:
        document.add_heading(passage.heading, level=2)
        for day, sentences in passage.paragraphs:
            paragraph = document.add_paragraph()
            if day:
                _text(paragraph, f"{day}. ", bold=True)
            for number, sentence in enumerate(sentences):
                _told(paragraph, sentence, outline.tongue, before=" " if number else "", after=".")


def _against(document: Document, outline: Outline) -> None:
    if not outline.against:
        return
    document.add_heading(outline.say("against"), level=1)
    table = _headed(document, (outline.say("one"), outline.say("other_account")))
    for pair in outline.against:
        for cell, sentence in zip(table.add_row().cells, pair, strict=True):
            _told(cell.paragraphs[0], sentence, outline.tongue, after=".")


def _table(document: Document, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = _headed(document, heads)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _text(cell.paragraphs[0], words, small=True)


def _headed(document: Document, heads: Sequence[str]) -> Any:
    table = document.add_table(rows=1, cols=len(heads), style="Light Grid Accent 1")
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        _text(cell.paragraphs[0], words, bold=True, small=True)
    return table


def _missing(document: Document, outline: Outline) -> None:
    document.add_heading(outline.say("missing"), level=1)
    if not outline.missing:
        document.add_paragraph(outline.say("nothing_missing"))
    for listed in outline.missing:
        paragraph = document.add_paragraph(style="List Bullet")
        _text(paragraph, listed.reason + " — ", bold=True)
        _told(paragraph, listed.sentence, outline.tongue)


def _ending(document: Document, outline: Outline) -> None:
    document.add_heading(outline.say("sources"), level=1)
    for source in outline.sources:
        # Numbered by hand: the numbers are named in the text, and a list may be renumbered.
        words = f"[{source.number}] {source.words}"
        document.add_paragraph(f"{words} {source.url}".rstrip())
    document.add_heading(outline.say("credits"), level=1)
    for words in outline.credits:
        document.add_paragraph(words, style="List Bullet")
    document.add_heading(outline.say("limits"), level=1)
    _text(document.add_paragraph(), outline.limits, bold=True)


def _told(
    paragraph: Any, sentence: Sentence, tongue: Language, *, before: str = "", after: str = ""
) -> None:
    _text(paragraph, f"{before}{sentence.telling}{tongue.say('report.colon')}")
    _text(paragraph, tongue.say("page.quoted", text=sentence.quote), italic=True)
    voices = f" ({sentence.voices})" if sentence.voices else ""
    source = f" [{sentence.source}]" if sentence.source else ""
    number = f" ({tongue.say('report.claim', n=sentence.claim)})"
    _text(paragraph, f"{voices}{number}{source}{after}")


def _text(
    paragraph: Any, words: str, *, bold: bool = False, italic: bool = False, small: bool = False
) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(words)
    run.bold, run.italic = bold or None, italic or None
    if small:
        run.font.size = Pt(_SMALL_POINTS)
    if _is_right_to_left(words):
        run.font.rtl = True


def _is_right_to_left(words: str) -> bool:
    """Tell by the first letter that has a direction (Unicode Bidirectional Algorithm, P2)."""
    from unicodedata import bidirectional

    kinds = (bidirectional(c) for c in words)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") in _RIGHT_TO_LEFT


def _timeless(package: bytes) -> bytes:
    """Return a ZIP file with the same entries in the same order, without their times."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=_ZIP_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry))
    return out.getvalue()
