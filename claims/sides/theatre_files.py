"""Find the theatres that there are; tell from the text which theatre a report belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from claims.errors import TheatreError
from claims.sides.cue_weight import Weight
from claims.sides.digest import further_lands
from claims.sides.theatre import Source, Theatre
from claims.sides.theatre_cues import CueTable, set_in
from claims.sides.theatre_rows import read_press, read_theatre
from gazetteer.homes.world import user_folder

__all__ = [
    "cue_table",
    "load_theatre",
    "neutral_theatre",
    "place_folders",
    "recognise_theatre",
    "theatre_names",
]

_SHIPPED = Path(__file__).parent.parent / "theatres"


def theatre_names() -> tuple[str, ...]:
    """Return the names of the theatres that are shipped and of the user's own, in order."""
    return tuple(sorted(_folders()))


def load_theatre(name: str | Path) -> Theatre:
    """Read the theatre with this name, or the one in this folder.

    A folder ``theatres/NAME`` beside the user's gazetteers comes before a shipped one of its name.

    Raises
    ------
    TheatreError
        Where there is none, or a file of it cannot be read.
    """
    if str(name) == "neutral":
        return neutral_theatre(())
    folder = _folders().get(str(name), Path(name))
    if not (folder / "theatre.yaml").is_file():
        known = ", ".join((*theatre_names(), "neutral"))
        raise TheatreError(
            str(name), f"not installed; use one of {known}, or a folder with theatre.yaml"
        )
    return _read(folder.resolve())


def neutral_theatre(country_codes: Iterable[str]) -> Theatre:
    """Return the theatre without sides of its own: sides come from the text's own names."""
    return Theatre(
        id="neutral",
        name="Not set",
        timezone="UTC",
        countries=tuple(dict.fromkeys(country_codes)),
        sources=_press(),
    )


def recognise_theatre(texts: Iterable[str], days: Iterable[date | None] = ()) -> Theatre:
    """Return the theatre that the texts are about, or the neutral one with their countries.

    Parameters
    ----------
    days
        When the texts were published, where known; the first of them must lie within the time
        that a theatre stands for.
    """
    table, weight = cue_table(), Weight()
    for text in texts:
        weight.add(table.weigh(text))
    known = [day for day in days if day]
    found = table.theatre_of(weight, min(known, default=None))
    set_here = (
        set_in(found, weight, table.theatres.values())
        if found
        else neutral_theatre(weight.countries())
    )
    name, lands = found.id if found else "", set_here.countries
    further = further_lands(weight.texts, table, name, lands) if lands else ()
    return replace(set_here, countries=(*lands, *further)) if further else set_here


def place_folders(theatre: Theatre) -> tuple[Path, ...]:
    """Return the folders of the curated places that texts on a theatre's countries may name.

    Its own stands first; then, for each further country, one of a war there, the latest.
    """
    own = (theatre.folder,) if theatre.folder else ()
    unserved = set(theatre.countries).difference(*(_read(folder).countries for folder in own))
    found = [*own]
    for folder in sorted(_folders().values(), key=lambda each: _read(each).until is not None):
        if not unserved.isdisjoint(_read(folder).countries):
            unserved.difference_update(_read(folder).countries)
            found.append(folder)
    return tuple(found)


def cue_table() -> CueTable:
    """Return the cues of every theatre; get it once to recognise many texts."""
    return _table(tuple(sorted(_folders().values())))


def _folders() -> dict[str, Path]:
    """Return every theatre's folder by name, the user's in place of a shipped one."""
    own = user_folder().parent / "theatres"
    files = (*_SHIPPED.glob("*/theatre.yaml"), *own.glob("*/theatre.yaml"))
    return {path.parent.name: path.parent for path in files}


@cache
def _read(folder: Path) -> Theatre:
    """Return the theatre of a folder, with the press of the world after its own sources."""
    theatre = read_theatre(folder)
    ids = {source.id for source in theatre.sources}
    words = {word.casefold() for source in theatre.sources for word in _words(source)}
    more = (
        source
        for source in _press()
        if source.id not in ids and not any(word.casefold() in words for word in _words(source))
    )
    return replace(theatre, sources=(*theatre.sources, *more))


def _words(source: Source) -> tuple[str, ...]:
    return (source.name, *source.aliases)


@cache
def _press() -> tuple[Source, ...]:
    return read_press(Path(__file__).parent.parent / "press.yaml")


@cache
def _table(folders: tuple[Path, ...]) -> CueTable:
    theatres: dict[str, Theatre] = {}
    for folder in folders:
        theatre = _read(folder.resolve())
        if theatre.id in theatres:
            taken = theatres[theatre.id].folder
            raise TheatreError(theatre.id, f"is the id in {taken} and {folder}; change one of them")
        theatres[theatre.id] = theatre
    return CueTable(theatres.values())
