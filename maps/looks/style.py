"""How a side looks: colour, and the signs beside colour that carry it for every eye and printer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from claims.claim import Claim
from claims.sides.invented import invented_sides, side_name
from claims.sides.theatre import Side, Theatre, own_side
from maps.looks.colour import edge_on, ink_on
from maps.wording.language import ENGLISH, Language

__all__ = ["UNKNOWN", "SideStyle", "side_styles"]

UNKNOWN = "?"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_UNKNOWN_COLOUR = "#696969"
_DASHES = ("solid", "long", "short", "dot")
_HEADS = ("solid", "open", "double", "bar")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideStyle:
    """One side as it is drawn.

    ``abbreviation`` is unique on the map; ``ink`` is the text colour that reads on ``colour``, with
    an ``edge`` around it where it needs one; ``angle_deg`` is the direction of its hatching.
    """

    id: str
    name: str
    abbreviation: str
    colour: str
    ink: str
    dash: str
    head: str
    angle_deg: int
    edge: str = ""


def _abbreviation(name: str, taken: set[str]) -> str:
    """Return the shortest start of a name that no other side has, at most three letters."""
    letters = "".join(c for c in name.upper() if c.isalnum()) or "X"
    for candidate in (letters[:1], letters[:2], letters[:3]):
        if candidate not in taken:
            return candidate
    return next(f"{letters[0]}{n}" for n in range(2, 1000) if f"{letters[0]}{n}" not in taken)


def _sides_used(theatre: Theatre, claims: Iterable[Claim]) -> list[Side]:
    """Return the theatre's sides, then those only the claims name, each once."""
    known = {side.id: side for side in theatre.sides}
    named = {*chain.from_iterable(map(attrgetter("actor_side", "opponent_side"), claims))}
    made = invented_sides(named - {None, ""} - known.keys())
    return [*known.values(), *(replace(side, name=_name_of(side.id)) for side in made)]


def _name_of(side_id: str) -> str:
    """Name a side after its id; one of several theatres with its theatre: "Government (Syria)"."""
    theatre, side = own_side(side_id)
    theatre, name = theatre.replace("-", " ").replace("_", " "), side_name(side)
    return f"{name} ({theatre.title().replace('Around ', 'around ')})" if theatre else name


def side_styles(
    theatre: Theatre, claims: Iterable[Claim], tongue: Language = ENGLISH
) -> tuple[SideStyle, ...]:
    """Give every side of a theatre and its claims one look; the unknown side comes last.

    A colour, dash or head that is not one of the known spellings falls back to a plain one: a
    theatre is a file that people write by hand, and a page must not carry what it did not check.
    """
    styles: list[SideStyle] = []
    taken = {UNKNOWN}
    for index, side in enumerate(_sides_used(theatre, claims)):
        colour = side.colour.lower() if _COLOUR.fullmatch(side.colour) else _UNKNOWN_COLOUR
        words = tongue.forms(side.name)
        short = words.get("short") or ""
        own = short and short not in taken
        abbreviation = short if own else _abbreviation(short or words["name"], taken)
        taken.add(abbreviation)
        style = SideStyle(
            id=side.id,
            name=words["name"],
            abbreviation=abbreviation,
            colour=colour,
            ink=ink_on(colour),
            edge=edge_on(colour),
            dash=side.dash if side.dash in _DASHES else "solid",
            head=side.head if side.head in _HEADS else "solid",
            angle_deg=(45, 135, 90, 0, 20, 110)[index % 6],
        )
        styles.append(style)
    unknown = SideStyle(
        id=UNKNOWN,
        name=tongue.say("told.side_unknown"),
        abbreviation=UNKNOWN,
        colour=_UNKNOWN_COLOUR,
        ink="#ffffff",
        dash="dot",
        head="open",
        angle_deg=70,
    )
    return (*styles, unknown)
