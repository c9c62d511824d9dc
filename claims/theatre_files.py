"""Read a theatre's folder; tell from the text which theatre a report belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from claims.countries import countries
from claims.errors import TheatreError
from claims.theatre import Actor, Side, Source, Theatre
from claims.yaml_text import load_yaml

__all__ = ["load_theatre", "neutral_theatre", "recognise_theatre", "theatre_names"]

_FOLDER = Path(__file__).parent / "theatres"
# A report belongs to a theatre when it names the theatre's own words at least this often.
_ENOUGH_WORDS = 2


def theatre_names() -> tuple[str, ...]:
    """Return the ids of the theatres that are installed, in order."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob("*/theatre.yaml")))


@cache
def load_theatre(name: str) -> Theatre:
    """Read the theatre with this id, or the one in this folder.

    Raises
    ------
    TheatreError
        Where there is none, or a file of it cannot be read.
    """
    folder = _FOLDER / name if (_FOLDER / name).is_dir() else Path(name)
    if name == "neutral":
        return neutral_theatre(())
    if not (folder / "theatre.yaml").is_file():
        known = ", ".join((*theatre_names(), "neutral"))
        raise TheatreError(
            name, f"not installed; use one of {known}, or a folder with theatre.yaml"
        )
    head = _rows(name, folder / "theatre.yaml")
    try:
        return _theatre(head, folder)
    except (KeyError, TypeError, AttributeError) as error:
        raise TheatreError(
            name, f"a file in {folder} lacks {error}; see the shipped ones"
        ) from None


def neutral_theatre(country_codes: Iterable[str]) -> Theatre:
    """Return the theatre without sides of its own: sides come from the text's own names."""
    return Theatre(
        id="neutral", name="Not set", timezone="UTC", countries=tuple(dict.fromkeys(country_codes))
    )


def recognise_theatre(texts: Iterable[str]) -> Theatre:
    """Return the theatre that the texts are about, or the neutral one with their countries."""
    whole = "\n".join(texts)
    best = max(theatre_names(), key=lambda name: _mentions(name, whole), default="")
    if best and _mentions(best, whole) >= _ENOUGH_WORDS and _leads(best, whole):
        return load_theatre(best)
    return neutral_theatre(code for code, _ in _countries_named(whole).most_common(2))


def _leads(name: str, text: str) -> bool:
    """Tell whether the theatre's own country is the one, or next to the one, named most often."""
    own = set(load_theatre(name).countries)
    ranked = _countries_named(text).most_common(1)
    return not ranked or ranked[0][0] in own or _mentions(name, text) >= 2 * ranked[0][1]


def _mentions(name: str, text: str) -> int:
    words = _rows(name, _FOLDER / name / "theatre.yaml").get("recognise", ())
    return (
        len(re.findall(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", text)) if words else 0
    )


def _countries_named(text: str) -> Counter[str]:
    codes = {word: country.code for country in countries() for word in country.words}
    words = "|".join(map(re.escape, sorted(codes, key=len, reverse=True)))
    return Counter(codes[match[1]] for match in re.finditer(rf"\b({words})s?\b", text))


@cache
def _rows(name: str, path: Path) -> Any:
    try:
        return load_yaml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        problem = " ".join(str(error).split())
        raise TheatreError(name, f"{path} cannot be read ({problem}); correct it") from None


def _theatre(head: dict[str, Any], folder: Path) -> Theatre:
    name = head["id"]
    return Theatre(
        id=name,
        name=head["name"],
        timezone=head["timezone"],
        countries=tuple(head.get("countries", ())),
        sides=tuple(Side(**row) for row in head["sides"]),
        actors=tuple(map(_actor, _rows(name, folder / "actors.yaml"))),
        sources=tuple(map(_source, _rows(name, folder / "sources.yaml"))),
        metonyms=tuple(
            (word, side) for side, words in head.get("metonyms", {}).items() for word in words
        ),
        adjectives=tuple((word, side) for word, side in head.get("adjectives", {}).items()),
        folder=folder,
    )


def _actor(row: dict[str, Any]) -> Actor:
    return Actor(
        id=row["id"], name=row["name"], side=row["side"], aliases=tuple(row.get("aliases", ()))
    )


def _source(row: dict[str, Any]) -> Source:
    return Source(
        id=row["id"],
        name=row["name"],
        aliases=tuple(row.get("aliases", ())),
        kind=row.get("kind", "press"),
        leaning=row.get("leaning") or "",
        note=row.get("note", ""),
    )
