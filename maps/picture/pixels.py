"""A situation as the bytes of a PNG, SVG or PDF file, with its title, sources and limits inside.

Nothing in the bytes depends on the clock, the machine or a random number.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from claims.situation import Situation
from gazetteer.entry import GazetteerEntry
from maps.looks.theme import Theme
from maps.picture.sheet import Sheet
from maps.picture.still import draw_sheet
from maps.picture.symbols import draw_symbols
from maps.text import plain
from maps.wording.language import Language

__all__ = ["Imprint", "picture", "symbol_sheet"]

_SOFTWARE = "frontmap"
_SETTINGS: Any = {
    # A salt in place of a random one; outlines in place of fonts that a reader may lack.
    "svg.hashsalt": "frontmap",
    "svg.fonttype": "path",
    # Whole TrueType outlines, so that text can be searched and copied.
    "pdf.fonttype": 42,
    "path.simplify": False,
    # Letters at their true widths, whatever the resolution: lines were broken by those.
    "text.hinting": "no_hinting",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a file says of itself in the places that its form has for it.

    ``as_of`` stands for the time of writing, so that equal input gives equal bytes.
    """

    title: str
    subject: str
    credits: str
    as_of: datetime | None
    language: str = "en"


def picture(
    situation: Situation,
    *,
    form: str,
    width_px: int,
    imprint: Imprint,
    towns: Sequence[GazetteerEntry] = (),
    theme: Theme | None = None,
) -> bytes:
    """Draw a situation as a ``png``, ``svg`` or ``pdf`` file; ``width_px`` counts for PNG alone.

    ``towns`` are places to name beside those of the claims and the larger ones around.
    """
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()  # a user's matplotlibrc must not change a published picture
        mpl.rcParams.update(_SETTINGS)
        sheet = draw_sheet(situation, title=imprint.title, towns=towns, theme=theme)
        return _encoded(sheet, form, width_px, imprint)


def symbol_sheet(tongue: Language, *, form: str, width_px: int) -> bytes:
    """Draw what every symbol of the map means, as a ``png``, ``svg`` or ``pdf`` file."""
    import matplotlib as mpl

    title, limits = tongue.say("picture.symbols.title"), tongue.say("static.limits")
    imprint = Imprint(
        title=title, subject=limits, credits="frontmap", as_of=None, language=tongue.code
    )
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        return _encoded(draw_symbols(tongue), form, width_px, imprint)


def _encoded(sheet: Sheet, form: str, width_px: int, imprint: Imprint) -> bytes:
    out = io.BytesIO()
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
        "Language": imprint.language,
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
