"""A drawn sheet as the bytes of a PNG, SVG or PDF file, with its title, sources and limits inside.

Nothing in the bytes depends on the clock, the machine or a random number.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from maps.picture.sheet import Sheet
from maps.text import plain

__all__ = ["Imprint", "encoded"]

_SOFTWARE = "frontmap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a file says of itself in the places that its form has for it.

    ``as_of`` stands for the time of writing, so that equal input gives equal bytes.
    """

    title: str
    subject: str
    credits: str
    as_of: datetime | None


def encoded(sheet: Sheet, *, form: str, width_px: int, imprint: Imprint) -> bytes:
    """Return a sheet as a file: ``png``, ``svg`` or ``pdf``; ``width_px`` counts for PNG alone."""
    import matplotlib as mpl

    settings: Any = {  # matplotlib's type lists all of its 300 names
        # A salt in place of a random one; outlines in place of fonts that a reader may lack.
        "svg.hashsalt": "frontmap",
        "svg.fonttype": "path",
        "pdf.fonttype": 42,
        "pdf.compression": 6,
        "path.simplify": False,
    }
    out = io.BytesIO()
    with mpl.rc_context(settings):
        sheet.figure.savefig(
            out,
            format=form,
            dpi=width_px / (sheet.width / 72) if form == "png" else 72,
            metadata=_METADATA[form](imprint),
        )
    return out.getvalue()


def _png(imprint: Imprint) -> Mapping[str, Any]:
    # Keywords of the PNG specification, 11.3.3.2.
    return {
        "Title": plain(imprint.title),
        "Description": plain(imprint.subject),
        "Copyright": plain(imprint.credits),
        "Creation Time": _moment(imprint).strftime("%a, %d %b %Y %H:%M:%S +0000"),
        "Software": _SOFTWARE,
    }


def _svg(imprint: Imprint) -> Mapping[str, Any]:
    return {
        "Title": plain(imprint.title),
        "Description": plain(imprint.subject),
        "Rights": plain(imprint.credits),
        "Date": _moment(imprint).isoformat(),
        "Creator": _SOFTWARE,
        "Language": "en",
    }


def _pdf(imprint: Imprint) -> Mapping[str, Any]:
    return {
        "Title": plain(imprint.title),
        "Subject": plain(imprint.subject),
        "Keywords": plain(imprint.credits),
        "Creator": _SOFTWARE,
        "CreationDate": _moment(imprint),
    }


_METADATA = {"pdf": _pdf, "png": _png, "svg": _svg}


def _moment(imprint: Imprint) -> datetime:
    return (imprint.as_of or datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC)
