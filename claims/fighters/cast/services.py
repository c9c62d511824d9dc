"""Whose "Navy planes" and "Air Force jets" are: those of the power whose press says no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from claims.fighters.forces import force_words
from claims.fighters.makes import is_make
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.sides.groups import services

__all__ = ["side_services"]

_ARMS = frozenset("Infantry Airborne Cavalry Marine Armored Mountain".split())
_STOPS = frozenset('.!?:;\n"“”-–—')


def side_services(
    tokens: Tokens, phrases: Sequence[Phrase], armed: Collection[str], *, known: bool
) -> None:
    """Give a power's services to it where its forces fight: not "the Navy", no "navy planes".

    A land that it helps has a press of its own, which writes so too: the power's are those of a
    report that tells more of its forces than of any other's, and nobody's where it tells as much.
    At the head of a sentence a capital says nothing, and whose they are is left open; so is whose
    "the 7th Infantry Division" is. ``armed`` are the states whose forces are told of; in a war that
    is ``known`` "Army units" are its own.
    """
    powers = {name: side for name, side in services().items() if side in armed}
    powers = {name: side for name, side in powers.items() if not (known and name == "Army")}
    if len(armed) < 2 or not powers or tokens.shouted:
        return  # nobody else has a navy there
    called = {n: name for n, p in enumerate(phrases) if (name := _service(tokens, p, powers))}
    told = Counter(p.side for n, p in enumerate(phrases) if p.armed and n not in called)
    for number, phrase in enumerate(phrases):
        if phrase.side in powers.values():
            continue
        if number in called:
            name = called[number]
            lead = told[powers[name]] - max(told[s] for s in armed if s != powers[name])
            plain = " " not in name and _opens(tokens, phrase.first)
            phrase.side = _whose(phrase.side, powers[name], min(lead, 0) if plain else lead)
        elif phrase.kind == "unit" and not known and not _ARMS.isdisjoint(phrase.text.split()):
            phrase.side = None


def _whose(side: str | None, power: str, lead: int) -> str | None:
    """Return whose a service is by how often more its power's forces are told of than others'."""
    if lead < 0:
        return side  # the land's own press
    return power if lead else None


def _service(tokens: Tokens, phrase: Phrase, powers: Collection[str]) -> str:
    """Return the bare name of a service that opens the words for its arms, or nothing."""
    if phrase.kind != "state" or phrase.definite:
        return ""
    behind = [*tokens.words[phrase.last + 1 : phrase.last + 3], "", ""]
    arms = phrase.text if phrase.text.split()[-1] in force_words().heads else ""
    made = f"{phrase.text} {behind[0]}" if is_make(behind[0], behind[1]) else arms
    return next((name for name in powers if made.startswith(f"{name} ")), "")


def _opens(tokens: Tokens, number: int) -> bool:
    return number == 0 or tokens.words[number - 1] in _STOPS
