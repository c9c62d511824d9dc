"""The few calls that users write, over the rooms below; heavy packages wait until one is made."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from frontmap.engines.choose import open_engine
from frontmap.walk import walk

if TYPE_CHECKING:
    from claims.situation import Situation
    from claims.written.decisions import Decisions
    from gazetteer.meaning.corrections import Corrections
    from maps.compose import Form, FrontMap
    from maps.looks.theme import Theme

__all__ = ["assess", "draw", "export"]


def assess(
    inputs: str | Path | Iterable[str | Path],
    *,
    theatre: str | None = None,
    as_of: datetime | None = None,
    places: str | Path | None = None,
    decisions: str | Path | None = None,
    engine: str = "local",
) -> Situation:
    """Read what reports claim, place it and compare it.

    Parameters
    ----------
    inputs
        Files and folders of reports, claims files, or ``-`` for standard input.
    theatre
        Name of the conflict; None recognises it from the texts.
    as_of
        The moment to look at, aware; None stands for the newest report.
    places
        A CSV file that says what names mean; its rows win over every gazetteer.
    decisions
        A CSV file with what a reviewer decided about single claims.
    engine
        Where reports are read: ``local``, ``process``, ``process:N``, ``dask`` or
        ``dask:tcp://HOST:PORT``. A script that uses another than ``local`` must begin with
        ``if __name__ == "__main__":``, for each worker imports it.

    Warns
    -----
    UserWarning
        For every input that was left out, with the reason, and where rows of ``places`` or
        ``decisions`` met nothing.

    Raises
    ------
    NothingToDrawError
        Where no input could be read, or none makes a claim.
    CorrectionsError, DecisionsError, GazetteerFormatError
        Where ``places`` or ``decisions`` cannot be opened, or one of their rows is wrong.
    UnknownEngineError, EngineError
        Where there is no such engine, or it does not work.
    """
    every = [inputs] if isinstance(inputs, str | Path) else inputs
    corrections = _read(places)
    decided = _read_decisions(decisions)
    with open_engine(engine, tell=_warn) as opened:
        walked = walk(
            every,
            theatre=theatre,
            as_of=as_of,
            corrections=corrections,
            decisions=decided,
            engine=opened,
            tell=_warn,
        )
    for file in (corrections, decided):
        if file is not None and file.idle:
            _warn(file.usage())
    return walked.situation


def draw(
    inputs: str | Path | Iterable[str | Path],
    *,
    out: str | Path | None = None,
    theatre: str | None = None,
    as_of: datetime | None = None,
    places: str | Path | None = None,
    decisions: str | Path | None = None,
    title: str | None = None,
    full_text: bool = False,
    form: Form = "page",
    language: str | None = None,
    theme: str | Path | None = None,
) -> FrontMap:
    """Draw a map of what reports claim, and write it where ``out`` is given.

    Parameters
    ----------
    inputs, theatre, as_of, places, decisions
        As for :func:`assess`.
    out
        The file to write; its folder is made.
    title
        Heading of the map; None makes one from the theatre and the dates.
    full_text
        Put whole reports into the map, where you have the right to; else only what stands around
        each quotation.
    form
        ``page``, or ``embed`` and ``embed-untimed`` for the frame of another page, where
        :func:`maps.embed.element` makes what is pasted there.
    language
        ``en``, ``fr``, ``ar``, ``uk`` or the path of a file of words; None for English.
    theme
        A file with title, subtitle, credit, language, and names and colours of sides.

    Returns
    -------
    FrontMap
        A folium map, so layers of your own can be added before ``save``.

    Raises
    ------
    NothingToDrawError
        Where no input could be read, or none makes a claim.
    LanguageError, ThemeError
        Where the language has no words or the theme is not sound.
    ExportError
        Where ``out`` cannot be written; nothing is left behind.
    """
    from maps.compose import draw as draw_situation

    look = _look(theme, language)
    situation = assess(inputs, theatre=theatre, as_of=as_of, places=places, decisions=decisions)
    drawn = draw_situation(situation, title=title, full_text=full_text, form=form, theme=look)
    if out is not None:
        Path(out).parent.mkdir(parents=True, exist_ok=True)
        drawn.save(out)
    return drawn


def export(
    inputs: str | Path | Iterable[str | Path],
    *,
    out: str | Path,
    theatre: str | None = None,
    as_of: datetime | None = None,
    places: str | Path | None = None,
    decisions: str | Path | None = None,
    title: str | None = None,
    width_px: int = 1200,
    columns: str = "own",
    language: str | None = None,
    theme: str | Path | None = None,
) -> Path:
    """Write what reports claim as a picture, a table or a report, by the suffix of ``out``.

    Parameters
    ----------
    inputs, theatre, as_of, places, decisions
        As for :func:`assess`.
    out
        The file to write; its folder is made. A ``.md`` file has its picture beside it.
    title
        Title of the file; None makes one from the theatre and the dates.
    width_px
        Width of a PNG in pixels, also of the picture in a report.
    columns
        Columns of a CSV file: ``own``, ``acled`` or ``ucdp``.
    language, theme
        As for :func:`draw`; they count for pictures, reports and KML.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    UnknownFormError
        Where the suffix stands for no form.
    ExtraMissingError
        Where the form's library is not installed.
    ExportError
        Where the file cannot be written; nothing is left behind.
    """
    from frontmap.output import write_bytes
    from maps.export import export as export_situation
    from maps.export import require
    from maps.tables.csv_rows import CsvColumns

    path = Path(out)
    require(path.name)
    look = _look(theme, language)
    situation = assess(inputs, theatre=theatre, as_of=as_of, places=places, decisions=decisions)
    made = export_situation(
        situation,
        name=path.name,
        title=title,
        width_px=width_px,
        columns=CsvColumns(columns),
        theme=look,
    )
    for name, content in made.beside.items():
        write_bytes(path.with_name(name), content)
    write_bytes(path, made.content)
    return path


def _look(theme: str | Path | None, language: str | None) -> Theme:
    from frontmap.console import Console
    from frontmap.themed import theme_of

    return theme_of(Path(theme) if theme else None, language=language, console=Console())


def _read(places: str | Path | None) -> Corrections | None:
    if places is None:
        return None
    from gazetteer.meaning.corrections import Corrections

    return Corrections.read(Path(places))


def _read_decisions(path: str | Path | None) -> Decisions | None:
    if path is None:
        return None
    from claims.written.decisions import Decisions

    return Decisions.read(Path(path))


def _warn(line: str) -> None:
    warnings.warn(line, stacklevel=4)
