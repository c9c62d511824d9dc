"""How a text calls its forces later on: "the Zalins", "the Front".

A force is named in full once, and then by what is left of its name: by the last words, by the
people that it is made after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.fighters.behind import ends_name, is_verb
from claims.fighters.forces import force_words
from claims.fighters.named.full_names import slug
from claims.fighters.names import Unit
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.words import numbers_of

__all__ = ["with_later_names"]

_LEAST = 3  # letters of a name by which a people is called
# Bodies of which a state has one too, so that "the Army" is seldom that of a force named before.
_STATES_TOO = frozenset(
    "army forces force police military guard command staff navy government state republic people"
    " people's defence defense security national battalion regiment division units unit company"
    " brigade brigades group".split()
)
# Last words that stay a name in small letters: "the front said".
_SMALL = frozenset(
    "front movement alliance coalition council legion brotherhood union league cartel gang"
    " framework".split()
)
# Those of them that are a line in the field or a town's too: "the front moved", "the council fled".
_LINES = frozenset(("front", "council"))
_AS_FORCE = force_words().acting - {"withdrew", "resumed", "stepped", "intensified", "holds", "put"}
_AS_FORCE |= frozenset(
    "attacked ambushed captured seized raided shelled bombed stormed assaulted killed retook"
    " overran freed".split()
)
_LINKS = frozenset("of for the and de al la del in".split())
_NAMED = frozenset(("named", "force", "people"))
_ALSO = (["then"], ["also"], ["later"], ["now"])
_PLACED = frozenset("in at near around outside to from toward towards".split())


class _Form(NamedTuple):
    """A shorter name: its words in lower case, the name and side, and how it must stand."""

    words: tuple[str, ...]
    name: str
    side: str
    small: bool = False  # may be written in small letters
    bare: bool = False  # stands without "the"
    place: bool = False  # may be a place's too, and without "the" is a force's only before a verb


def with_later_names(
    tokens: Tokens, units: Sequence[Unit], phrases: Sequence[Phrase]
) -> list[Unit] | None:
    """Return the units and those that are shorter names of forces; None where there are none."""
    names = {} if tokens.shouted else _full(phrases)
    if not names:
        return None
    forms = _forms(names)
    numbers = [*numbers_of(tokens.lower, forms)]
    if not numbers:
        return None
    taken = {number for unit in units for number in range(unit.first, unit.last + 1)}
    found = [*_found(tokens, numbers, forms, taken)]
    return sorted((*units, *found)) if found else None


def _full(phrases: Sequence[Phrase]) -> dict[tuple[str, str], bool]:
    """Return name and side of the forces that a text names, and whether a people's name is one."""
    names: dict[tuple[str, str], bool] = {}
    for phrase in phrases:
        name, side, kind = phrase.name, phrase.side, phrase.kind
        if not side or not name or kind not in _NAMED:
            continue
        written = phrase.text.rpartition("'s ")[2]
        if kind == "force" and " " in written and written.istitle():
            names[written, side] = False  # "Revolutionary Guards", whose name is another
        if (name, side) in names:
            continue
        if " " in name and kind != "people":
            names[name, side] = False
        elif side == slug(name) and _are_men(phrase.text):
            names[name, side] = True
    tails = {name for name, _ in names for other, _ in names if other.endswith(f" {name}")}
    return {known: men for known, men in names.items() if known[0] not in tails}


def _are_men(text: str) -> bool:
    head = text.rpartition(" ")[2].lower()
    return head in force_words().fighters or head in force_words().rebel


def _forms(names: Mapping[tuple[str, str], bool]) -> dict[str, list[_Form]]:
    """Return the shorter names by their first word, without those that two sides may have."""
    sides: dict[tuple[str, ...], set[str]] = {}
    forms: dict[tuple[str, ...], _Form] = {}
    for (name, side), men in names.items():
        for form in _forms_of(name, side, men):
            sides.setdefault(form.words, set()).add(side)
            forms.setdefault(form.words, form)
    found: dict[str, list[_Form]] = {}
    for words in sorted(forms, key=len, reverse=True):
        if len(sides[words]) == 1:
            found.setdefault(words[0], []).append(forms[words])
    return found


@lru_cache(maxsize=4_096)  # reports go on naming new forces
def _forms_of(name: str, side: str, men: bool) -> tuple[_Form, ...]:
    return tuple(_of_men(name, side) if men else _of_name(name, side))


def _of_men(name: str, side: str) -> Iterator[_Form]:
    """Yield "the Zalins" and "Red Sun" of "Zalin militants" and "the Red Sun rebels"."""
    words = tuple(name.lower().split())
    if len(name) < _LEAST or name.isupper():
        return
    yield _Form(words, name, side, bare=True, place=True)
    if not words[-1].endswith("s"):
        yield _Form((*words[:-1], f"{words[-1]}s"), name, side, bare=True)


def _of_name(name: str, side: str) -> Iterator[_Form]:
    """Yield "the Patriotic Front" and "the Front" of a longer name, "the Lions" of those of X."""
    words, generic = name.split(), force_words().generic
    for first in range(1, len(words)):
        tail = tuple(word.lower() for word in words[first:])
        alone, small = len(tail) == 1, tail[0] in _SMALL
        capital = words[first][:1].isupper() and not _LINKS & {tail[0]}
        if not (capital or (alone and small)) or (
            _STATES_TOO.issuperset(tail) or (tail[-1] in _STATES_TOO and generic.issuperset(tail))
        ):
            continue
        if alone and not small and tail[0] in generic and tail[0] != "guards":
            continue
        yield _Form(tail, name, side, small=small and alone)
    if words[0].endswith("s") and words[1] in _LINKS and words[0].lower() not in generic:
        yield _Form((words[0].lower(),), name, side)


def _found(
    tokens: Tokens,
    numbers: Sequence[int],
    forms: Mapping[str, Sequence[_Form]],
    taken: set[int],
) -> Iterator[Unit]:
    for number in numbers:
        if number in taken:
            continue
        for form in forms[tokens.lower[number]]:
            last = number + len(form.words) - 1
            if tuple(tokens.lower[number : last + 1]) == form.words and _stands(
                tokens, number, last, form
            ):
                yield Unit(number, last, "force", form.name, form.side)
                taken.update(range(number, last + 1))
                break


def _stands(tokens: Tokens, first: int, last: int, form: _Form) -> bool:
    """Tell whether words stand as a name does: "the Front said", but no "Western Front"."""
    before = tokens.lower[first - 1] if first else ""
    if first and tokens.capital(first - 1) and before != "the":
        return False
    if not (form.small or all(tokens.capital(n) for n in range(first, last + 1))):
        return False
    also = tokens.lower[last + 1 : last + 2] in _ALSO
    behind = "".join(tokens.lower[last + 1 + also : last + 2 + also]) or "."
    if before != "the":
        acts = before not in _PLACED and is_verb(behind) and not tokens.owns(last)
        return form.bare and (acts or not form.place)
    if tokens.owns(last):
        return True
    if not form.small or tokens.capital(first):
        return ends_name(behind)
    return behind in _AS_FORCE if form.words[0] in _LINES else is_verb(behind)
