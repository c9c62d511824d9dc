"""A situation as a file of any form, chosen by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePath

from claims.situation import Situation
from geo.errors import FrontmapError
from maps.beside.credits import credits_in
from maps.beside.labels import limits, tally_line
from maps.errors import ExtraMissingError
from maps.looks.theme import Theme, painted
from maps.tables.csv_rows import CsvColumns, csv_rows
from maps.wording.words import subtitle
from maps.wording.words import title as default_title

__all__ = ["PICTURES", "REPORTS", "SUFFIXES", "Export", "UnknownFormError", "export", "require"]

PICTURES = (".png", ".svg", ".pdf")
REPORTS = (".docx", ".md")

# Library behind a form: the name to import, the name to tell.
_NEEDS = {
    **dict.fromkeys((*PICTURES, ".md"), (("matplotlib", "matplotlib"),)),
    ".docx": (("docx", "python-docx"), ("matplotlib", "matplotlib")),
    ".parquet": (("pyarrow", "pyarrow"),),
}


class UnknownFormError(FrontmapError, ValueError):
    """A file name whose suffix stands for no form."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"{name}: its suffix tells no form; end it in {', '.join(SUFFIXES)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file's content, and files that belong beside it, by name."""

    content: bytes
    beside: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What a caller wants of a file."""

    title: str
    name: str
    width_px: int
    columns: CsvColumns
    theme: Theme


def export(
    situation: Situation,
    *,
    name: str,
    title: str | None = None,
    width_px: int = 1200,
    columns: CsvColumns = CsvColumns.OWN,
    theme: Theme | None = None,
) -> Export:
    """Turn a situation into a file.

    Parameters
    ----------
    name
        The file's name; its suffix chooses the form, and what belongs beside it is named after it.
    title
        Made from the theatre and the dates where None.
    width_px
        Width of a PNG, also of the picture in a report.
    columns
        Whose columns a CSV file has.
    theme
        The language of pictures, reports and KML, and what else a newsroom sets for them.

    Returns
    -------
    Export
        Equal situations give equal bytes.

    Raises
    ------
    UnknownFormError
        The suffix stands for no form.
    ExtraMissingError
        The form's library is not installed.
    """
    require(name)
    theme = theme or Theme()
    wish = _Wish(
        title=title or theme.title or default_title(situation, theme.tongue),
        name=name,
        width_px=width_px,
        columns=columns,
        theme=theme,
    )
    return _FORMS[_suffix(name)](painted(situation, theme), wish)


def require(name: str) -> None:
    """Raise for a form that is not known, or whose library is missing, before any long work."""
    suffix = _suffix(name)
    if suffix not in _FORMS:
        raise UnknownFormError(name)
    for module, library in _NEEDS.get(suffix, ()):
        if find_spec(module) is None:
            raise ExtraMissingError(suffix[1:].upper(), library)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _alone(content: bytes) -> Export:
    return Export(content=content, beside={})


def _picture(situation: Situation, wish: _Wish, form: str) -> bytes:
    # Only here: matplotlib takes half a second to import.
    from maps.picture.pixels import Imprint, picture

    every, tongue = len(situation.claims), wish.theme.tongue
    tally = tally_line(drawn=len(situation.drawn), every=every, tongue=tongue)
    named = credits_in(situation, basemap=True, tongue=tongue)
    imprint = Imprint(
        title=wish.title,
        subject=f"{subtitle(situation, tongue)}. {tally} {limits(tongue)}",
        credits="; ".join(filter(None, (wish.theme.credit, *named))),
        as_of=situation.as_of,
        language=tongue.code,
    )
    return picture(situation, form=form, width_px=wish.width_px, imprint=imprint, theme=wish.theme)


def _pictured(form: str) -> Callable[[Situation, _Wish], Export]:
    return lambda situation, wish: _alone(_picture(situation, wish, form))


def _markdown(situation: Situation, wish: _Wish) -> Export:
    from maps.report.markdown import markdown
    from maps.report.outline import outline_of

    outline = outline_of(situation, title=wish.title, picture=True, theme=wish.theme)
    beside = f"{wish.name}.png"  # no name that a picture of its own could have
    text = markdown(outline, picture=beside)
    return Export(content=text.encode("utf-8"), beside={beside: _picture(situation, wish, "png")})


def _docx(situation: Situation, wish: _Wish) -> Export:
    from maps.report.docx import docx
    from maps.report.outline import outline_of

    outline = outline_of(situation, title=wish.title, picture=True, theme=wish.theme)
    image = _picture(situation, wish, "png")
    return _alone(docx(outline, picture=image, as_of=situation.as_of))


def _geojson(situation: Situation, wish: _Wish) -> Export:
    from maps.tables.geojson import geojson

    return _alone(geojson(situation, title=wish.title, tongue=wish.theme.tongue))


def _kml(situation: Situation, wish: _Wish) -> Export:
    from maps.tables.kml import kml

    return _alone(kml(situation, title=wish.title, tongue=wish.theme.tongue))


def _gpkg(situation: Situation, wish: _Wish) -> Export:
    from maps.tables.frames import gpkg

    return _alone(gpkg(situation, title=wish.title))


def _parquet(situation: Situation, wish: _Wish) -> Export:
    from maps.tables.frames import parquet

    return _alone(parquet(situation, title=wish.title))


def _csv(situation: Situation, wish: _Wish) -> Export:
    return _alone(csv_rows(situation, columns=wish.columns))


_FORMS: Mapping[str, Callable[[Situation, _Wish], Export]] = {
    ".png": _pictured("png"),
    ".svg": _pictured("svg"),
    ".pdf": _pictured("pdf"),
    ".geojson": _geojson,
    ".gpkg": _gpkg,
    ".kml": _kml,
    ".csv": _csv,
    ".parquet": _parquet,
    ".docx": _docx,
    ".md": _markdown,
}

SUFFIXES = tuple(_FORMS)
"""Suffixes of all forms."""
