"""Words for who and what stands around an event, read from ``scene.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.yaml_text import load_yaml

__all__ = ["Scene", "scene"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Classes of words, lower case, with their plurals.

    Parameters
    ----------
    fighters, weapons, civilians
        Who or what may be the subject of an event, and who may not.
    makes
        Names of weapons that are other words without their capital: "Typhoons".
    travelling
        What is on its way, and is met there.
    relief, crowds
        What makes a convoy civil; whose clashes are no war.
    ground
        What ground is made of.
    peaceful
        What is struck, reached or fought over without any war.
    remembered
        What looks back at an event.
    owners
        Whom or what a place only belongs to.
    loot, persons
        What and who is taken where no ground is.
    accidents, misfortunes
        What kills or hits without any war.
    shouted
        What reports in capitals hold beside all these, and no list of frequent words.
    warfare, peacetime
        What hardly a report of war is without; what reports of sport, votes, trade, sickness,
        weather, courts and shows are full of.
    calamities, courts, memories, exercises, exchanges
        What reports of a flood or a sickness, a trial, a remembrance, a drill and an exchange of
        prisoners are known by.
    rescues, pleas, rites, trainees, captives
        What goes with each of these.
    """

    fighters: frozenset[str]
    weapons: frozenset[str]
    makes: frozenset[str]
    civilians: frozenset[str]
    travelling: frozenset[str]
    relief: frozenset[str]
    crowds: frozenset[str]
    ground: frozenset[str]
    peaceful: frozenset[str]
    remembered: frozenset[str]
    owners: frozenset[str]
    loot: frozenset[str]
    persons: frozenset[str]
    accidents: frozenset[str]
    misfortunes: frozenset[str]
    shouted: frozenset[str]
    warfare: frozenset[str]
    peacetime: frozenset[str]
    calamities: frozenset[str]
    rescues: frozenset[str]
    courts: frozenset[str]
    pleas: frozenset[str]
    memories: frozenset[str]
    rites: frozenset[str]
    exercises: frozenset[str]
    trainees: frozenset[str]
    exchanges: frozenset[str]
    captives: frozenset[str]


@cache
def scene() -> Scene:
    """Return the shipped classes of words."""
    rows = load_yaml((files("claims") / "scene.yaml").read_text(encoding="utf-8"))
    return Scene(**{name: frozenset(_forms(text)) for name, text in rows.items()})


def _forms(text: str) -> Iterator[str]:
    for word in text.split():
        yield word
        if word.endswith(("s", "x", "ch", "sh")):
            yield word + "es"
        elif word.endswith("y") and word[-2] not in "aeiou":
            yield word[:-1] + "ies"
        elif word.endswith("man"):
            yield word[:-3] + "men"
        else:
            yield word + "s"
