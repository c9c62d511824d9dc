"""Persons by whose names a text calls a state: "Roe's government", so "Roe's troops" too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from claims.fighters.full_names import slug
from claims.fighters.home import home_side
from claims.fighters.phrase import Phrase
from claims.sides.countries import countries
from claims.sides.theatre import Theatre
from claims.yaml_text import load_yaml

__all__ = ["know_governments", "rulers"]

_FOES_SAY = frozenset(("regime", "junta", "clique", "dictatorship"))
_RULE = ("government", "regime", "cabinet")


def rulers(theatre: Theatre, home: str, phrases: Sequence[Phrase]) -> frozenset[str]:
    """Return the sides of persons that stand for the state at home.

    Those known to have ruled it, and the one whose government the text names; none of these where
    it names two.
    """
    named = {
        phrase.side
        for phrase in phrases
        if phrase.side and phrase.kind in ("person", "people") and _rules(phrase)
    }
    own = theatre.countries[0] if theatre.sides and home == home_side(theatre) else ""
    return _known(home, own) | (frozenset(named) if len(named) == 1 else frozenset())


def _rules(phrase: Phrase) -> bool:
    """Tell whether a phrase names somebody's rule: "Roe's government", "the Roe regime army"."""
    if phrase.kind == "person":
        return phrase.text.lower().endswith(_RULE)
    says = not _FOES_SAY.isdisjoint(phrase.text.lower().split())
    return says and phrase.side == slug(phrase.name)


def know_governments(theatre: Theatre, phrases: Sequence[Phrase]) -> None:
    """Give "Mobutu's government" its country, in a war that no theatre stands for."""
    if theatre.sides:
        return
    for phrase in phrases:
        if phrase.kind == "person" and phrase.text.lower().endswith(_RULE):
            state = _states().get(phrase.side or "")
            if state:
                phrase.side, phrase.kind = state, "country"


@cache
def _known(home: str, code: str) -> frozenset[str]:
    """Return who ruled a state, by its id or as a theatre calls it, by its country's code."""
    ids = {home, *(c.id for c in countries() if code and c.code == code)}
    return frozenset(name for name, state in _states().items() if state in ids)


@cache
def _states() -> dict[str, str]:
    """Return the state that each ruler's name, as the id of a side, stands for."""
    rows = load_yaml((files("claims") / "rulers.yaml").read_text(encoding="utf-8"))
    return {slug(name.split()[-1]): state for state, names in rows.items() for name in names}
