"""One text that a source published: an entry of a feed, an article, a page."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from claims.intake.published import published_date
from claims.intake.sections import find_sections
from claims.report import Report

__all__ = ["Item"]

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A text with what is known of it.

    Parameters
    ----------
    id
        What the feed calls it, the same for every version of it; the address of a page.
    url
        Where a reader finds it.
    text
        Paragraphs, one a line, without the title.
    published, updated
        Aware; None where the source does not say.
    outlet
        Who published it, as the user, the feed or the page says.
    """

    id: str
    url: str
    title: str
    text: str
    published: datetime | None = None
    updated: datetime | None = None
    outlet: str = ""

    def report(self) -> Report:
        """Return it as a report: the title in a line of its own, then the text."""
        body = self.text.strip()
        titled = not self.title or body.partition("\n")[0].strip() == self.title
        text = f"{body}\n" if titled else f"{self.title}\n\n{body}\n"
        return Report(
            id=_file_name(self.title, self.id),
            text=text,
            title=self.title,
            outlet=self.outlet,
            url=self.url,
            published=self.published or published_date(text),
            sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
            sections=find_sections(text),
            path=self.url,
        )


def _file_name(title: str, source_id: str) -> str:
    """Return a name that every file system takes, and that no other item has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = _NOT_PLAIN.sub("-", plain).strip("-")[:_LONGEST_NAME].rstrip("-")
    digest = hashlib.sha256(source_id.encode("utf-8", "replace")).hexdigest()[:10]
    return f"{words}-{digest}" if words else digest
