"""Whose a force is whose short form a text explains: "Kestria Army (KA)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from claims.fighters.forces import force_words
from claims.fighters.names import NameBook, Unit
from claims.fighters.tokens import Tokens
from claims.sides.explained_cues import may_be_same
from claims.sides.groups import groups

__all__ = ["army_of", "known", "known_as", "land_before"]

_NATIONAL = re.compile(
    r"(?:defen[cs]e forces?|armed forces|national army|^[\w ]{4,20} (?:army|air force|navy)"
    r"|(?:peace[ -]?keeping|monitoring|expeditionary|intervention|deterrent) (?:forces?|corps)"
    r"|group of forces)$",  # what a state's troops abroad are called
    re.IGNORECASE,
)


def army_of(name: str, first: int, by_last: Mapping[int, Unit]) -> str | None:
    """Return whose army a name is that starts with a country: "South Sudan ... Defence Forces"."""
    land = next((by_last[n] for n in range(first, first + 3) if n in by_last), None)
    owns = land is not None and land.kind == "country" and land.first - first <= 1  # "The Chadian"
    return land.side if land and owns and _NATIONAL.search(name) else None


def known_as(book: NameBook, short: str, name: str, slug: Callable[[str], str]) -> str:
    """Return the side of a short form: the known one where its full name may be the same."""
    side = known(book, short)
    spelled = "".join(word[0] for word in name.split() if word[0].isupper()).endswith(short)
    if side is not None and spelled and not may_be_same(name, groups().get(side, ())):
        return slug(name)
    return side or slug(short)


def known(book: NameBook, short: str) -> str | None:
    """Return the side of the force that is known by a short form."""
    named = book.get(short.lower())
    forces = [known for known in named.alone if known.kind == "force"] if named else []
    return forces[0].side if forces else None


def land_before(tokens: Tokens, army: Unit, by_last: Mapping[int, Unit]) -> Unit | None:
    """Return what stands before words for an army, plain ones aside: "Xan [National] Army"."""
    at = army.first - 1
    while at > 0 and tokens.capital(at) and tokens.lower[at] in force_words().generic:
        at -= 1
    return by_last.get(at)
