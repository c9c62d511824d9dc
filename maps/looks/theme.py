"""How a newsroom wants its maps: title, credit, language, and names and colours of the sides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from claims.sides.theatre import Side
from claims.situation import Situation
from claims.yaml_text import load_yaml
from maps.errors import ThemeError
from maps.looks.colour import contrast
from maps.looks.style import UNKNOWN, side_styles
from maps.wording.language import ENGLISH, Language, language

__all__ = ["Theme", "painted", "read_theme"]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PAPER, _LEAST_CONTRAST = "#f5f4ef", 3.0  # WCAG 2.2, 1.4.11, on the land of the map
_TEXTS = ("title", "subtitle", "credit", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a newsroom sets; what it leaves empty stays as it is.

    ``colours`` are those of the sides in the order of the legend, ``sides`` gives single ones by
    their id a name or a colour.
    """

    title: str = ""
    subtitle: str = ""
    credit: str = ""
    tongue: Language = ENGLISH
    colours: tuple[str, ...] = ()
    sides: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_theme(path: Path, *, tongue: Language | None = None) -> Theme:
    """Read a theme from a YAML file; ``tongue`` stands before its language.

    Raises
    ------
    ThemeError
        Where it cannot be read, has a key that is not known, or a colour that nobody would see.
    LanguageError
        Where its language has no words.
    """
    told = _told(path)
    texts = {key: told.pop(key, "") for key in _TEXTS}
    palette = told.pop("palette", [])
    if told:
        known = ", ".join((*_TEXTS, "palette"))
        raise ThemeError(f"{path}: nothing is called {next(iter(told))!r}; known are {known}")
    for key, text in texts.items():
        if not isinstance(text, str):
            raise ThemeError(f"{path}: {key} is no text; write it in quotation marks")
    return Theme(
        title=texts["title"],
        subtitle=texts["subtitle"],
        credit=texts["credit"],
        tongue=tongue or language(_beside(path, texts["language"] or "en")),
        colours=_colours(path, palette) if isinstance(palette, list) else (),
        sides={} if isinstance(palette, list) else _sides(path, palette),
    )


def _told(path: Path) -> dict[str, Any]:
    try:
        told = load_yaml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        raise ThemeError(f"cannot read {path}: {problem}; give a YAML file") from None
    except yaml.YAMLError as problem:
        reason = " ".join(str(problem).split())
        raise ThemeError(f"{path} is no YAML: {reason}") from None
    if not isinstance(told, dict):
        raise ThemeError(f"{path} sets nothing; write lines such as 'title: Around Hama'")
    return told


def _beside(path: Path, name: str) -> str:
    """Return a language's code, or where its file of words lies beside the theme."""
    return str(path.parent / name) if name.endswith((".yaml", ".yml")) else name


def _colours(path: Path, palette: list[Any]) -> tuple[str, ...]:
    colours = tuple(_colour(path, colour) for colour in palette)
    if twice := next((c for c in colours if colours.count(c) > 1), None):
        raise ThemeError(f"{path}: {twice} stands twice in the palette; no two sides may share it")
    return colours


def _sides(path: Path, palette: Any) -> dict[str, dict[str, str]]:
    if not isinstance(palette, dict):
        raise ThemeError(f"{path}: palette is no list of colours and no table of sides")
    return {str(side): _side(path, str(side), told) for side, told in palette.items()}


def _side(path: Path, side: str, told: Any) -> dict[str, str]:
    row = told if isinstance(told, dict) else {"colour": told}
    if strange := next((key for key in row if key not in ("name", "colour")), None):
        raise ThemeError(f"{path}: {side} has no {strange!r}; a side has a name and a colour")
    if "colour" in row:
        row = {**row, "colour": _colour(path, row["colour"])}
    if not isinstance(row.get("name", ""), str):
        raise ThemeError(f"{path}: the name of {side} is no text; write it in quotation marks")
    return row


def _colour(path: Path, colour: Any) -> str:
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
        raise ThemeError(f"{path}: {colour!r} is no colour; write '#a63c06' in quotation marks")
    seen = contrast(colour.lower(), _PAPER)
    if seen < _LEAST_CONTRAST:
        raise ThemeError(
            f"{path}: {colour} is too pale for the map ({seen:.1f} to 1 against its land, "
            f"{_LEAST_CONTRAST:g} to 1 is the least); take a darker one"
        )
    return colour.lower()


def painted(situation: Situation, theme: Theme) -> Situation:
    """Return a situation whose sides have the names and colours of a theme.

    Raises
    ------
    ThemeError
        For a list with fewer colours than sides that claims name, or a side that nobody names.
    """
    if not theme.colours and not theme.sides:
        return situation
    claims, theatre = situation.claims, situation.theatre
    named = {s for claim in claims for s in (claim.actor_side, claim.opponent_side) if s}
    styles = [style for style in side_styles(theatre, claims) if style.id != UNKNOWN]
    used = [style.id for style in styles if style.id in named]
    if theme.colours and len(theme.colours) < len(used):
        raise ThemeError(
            f"{len(theme.colours)} colours are too few for {len(used)} sides: {', '.join(used)}"
        )
    if strange := next((side for side in theme.sides if side not in {s.id for s in styles}), None):
        known = ", ".join(style.id for style in styles)
        raise ThemeError(f"the palette names a side {strange!r}; the map has {known}")
    given = {side: {"colour": c} for side, c in zip(used, theme.colours, strict=False)}
    rows = {**given, **theme.sides}
    sides = [
        replace(
            Side(id=s.id, name=s.name, colour=s.colour, dash=s.dash, head=s.head),
            **rows.get(s.id, {}),
        )
        for s in styles
    ]
    _apart([side for side in sides if side.id in named])
    return replace(situation, theatre=replace(theatre, sides=tuple(sides)))


def _apart(sides: list[Side]) -> None:
    seen: dict[str, str] = {}
    for side in sides:
        if side.colour in seen:
            raise ThemeError(
                f"{seen[side.colour]} and {side.id} would both be {side.colour}; "
                "give one of them another colour"
            )
        seen[side.colour] = side.id
