"""One report as it was published: its text, taken into sections, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Report", "Section", "SectionKind"]


class SectionKind(StrEnum):
    """What a stretch of a report is; only headline, caption and body carry claims."""

    HEADLINE = "headline"
    CAPTION = "caption"
    BODY = "body"
    RELATED = "related"
    BOILERPLATE = "boilerplate"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The characters ``[start, end)`` of a report's text and what they are."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report.

    Parameters
    ----------
    id
        Name of the file it came from, without its suffix; the ``doc`` of its claims.
    text
        The text as read; every span of a claim counts its characters.
    published
        When it was published, aware; None where the report does not say.
    retrieved
        When its text says that it was fetched ("Retrieved on 5 May 2024"); None where it does not.
    outlet
        Who published it, or empty where the text does not say.
    replaces
        When the earlier version was first read that this one takes the place of; None for a first
        version.
    sha256
        Of the bytes as read.
    copy
        0, and one more for each file of the same bytes read before it in one run.
    piece
        Where the stretches stand that are its own, of a digest of several wars that is read in
        pieces: "0-210+518-640"; empty for a whole report.
    sections
        In order, without gaps that matter; what lies in none is not read for claims.
    path
        Where it was read from, for messages and the list of sources.
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: datetime | None = None
    retrieved: datetime | None = None
    replaces: datetime | None = None
    language: str = "en"
    sha256: str = ""
    copy: int = 0
    piece: str = ""
    sections: tuple[Section, ...] = ()
    path: str = ""
