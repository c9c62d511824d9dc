"""Forces whose full name opens with what they are: "the Movement for Democracy in Oru"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.fighters.forces import bears_no_arms, force_words
from claims.fighters.named.full_names import ACRONYM, slug
from claims.fighters.names import NameEntry, Unit, entry
from claims.fighters.tokens import Tokens
from claims.sides.groups import country_words
from claims.words import numbers_of

__all__ = ["fronted_names"]

_HEADS = frozenset(
    "alliance army brigade brigades coalition congress council forces front league movement"
    " organisation organization rally resistance union".split()
)
_LINKS = frozenset("of for and the de du des la para por del y et".split())
_LONGEST = 9  # words behind the head
_APPOSED = 5  # words from a name to "group" in ", a new rebel group"
_LEAD = 3  # words from "rebels of" or "the rebel group" to the name
# What nobody but a force does.
_DEEDS = frozenset(
    """
    captured recaptured seized retook retaken overran overrun stormed ambushed besieged shelled
    bombed bombarded attacked raided captures recaptures seizes retakes overruns storms ambushes
    besieges shells bombs bombards attacks raids
    """.split()
)
_STATES = frozenset("army forces armed defence defense".split())
_STYLES = frozenset(
    """
    of the republic kingdom federation union state emirate sultanate federal democratic islamic
    people's socialist united arab federative
    """.split()
)
_CLASHES = frozenset("clashed fought battled engaged".split())  # with troops


def fronted_names(tokens: Tokens, by_last: Mapping[int, Unit]) -> Iterator[tuple[str, NameEntry]]:
    """Yield names that a text gives to fighters: "rebels of the Coalition of Patriots for Change".

    What is known by name already keeps its side.
    """
    if tokens.shouted:
        return
    for number in numbers_of(tokens.lower, _HEADS):
        if not tokens.capital(number):
            continue
        first, last = _first(tokens, number), _last(tokens, number)
        parts = tokens.lower[first : last + 1]
        known = any(n in by_last and by_last[n].kind == "force" for n in range(first, last + 1))
        if last == number or known or bears_no_arms(parts) or not _fights(tokens, first, last):
            continue
        if _is_of_state(tokens, first, number, last, by_last):
            continue
        anyones = tokens.lower[number] == "forces" and tokens.lower[last] in _HEADS
        if anyones or tokens.words[last].removesuffix("'s").isupper():
            continue  # "Forces of the NLF", "Forces of the Northern Front captured X"
        name = tokens.text[tokens.starts[first] : tokens.ends[last] - 2 * tokens.owns(last)]
        short = _short_form(tokens, last)
        side = slug(short if short and last + 2 not in by_last else name)
        yield entry(name, "force", side, name=name)
        if short:
            yield entry(short, "force", side, name=name)


def _is_of_state(
    tokens: Tokens, first: int, number: int, last: int, by_last: Mapping[int, Unit]
) -> bool:
    """Tell whether a name is a state's own army: "the Armed Forces of the Republic of Chad"."""
    if not _STATES.issuperset(tokens.lower[first : number + 1]):
        return False
    lands = (by_last[n] for n in range(number + 1, last + 1) if n in by_last)
    land = next((unit for unit in lands if unit.kind == "country"), None)
    # "The Armed Forces of the North of Chad" are no state's.
    return land is not None and _STYLES.issuperset(tokens.lower[number + 1 : land.first])


def _short_form(tokens: Tokens, last: int) -> str:
    """Return what stands in brackets behind a name, if it is a short form: "(RJC)"."""
    short = "".join(tokens.words[last + 2 : last + 3])
    bracketed = tokens.words[last + 1 : last + 4 : 2] == ["(", ")"]
    return short if bracketed and ACRONYM.match(short) else ""


def _first(tokens: Tokens, number: int) -> int:
    """Return the first of the capitalised words that a head ends: "Patriotic Movement of"."""
    while number > 0 and tokens.capital(number - 1) and tokens.lower[number - 1] not in _LINKS:
        number -= 1
    return number


def _last(tokens: Tokens, number: int) -> int:
    """Return the last word of a name behind its head, the head itself where none follows."""
    last = number
    if tokens.lower[number + 1 : number + 2] not in (["of"], ["for"]):
        return last
    for at in range(number + 1, min(len(tokens.words), number + 1 + _LONGEST)):
        if tokens.capital(at):
            last = at
            if tokens.owns(at):
                break
        elif tokens.lower[at] not in _LINKS and not _leads_to_land(tokens, at):
            break
    return last


def _leads_to_land(tokens: Tokens, number: int) -> bool:
    """Tell whether "in" stands before a country, as it may in a name: "Democracy in Chad"."""
    land = tokens.words[number + 1 : number + 2]
    return tokens.lower[number] == "in" and bool(land) and land[0] in country_words()


def _fights(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a text calls the bearer of a name a force, or tells its deeds."""
    words = force_words()
    lead = set(tokens.lower[max(0, first - _LEAD) : first])
    armed = words.rebel | words.fighters | words.troops
    last += 3 * bool(_short_form(tokens, last))
    behind = tokens.lower[last + 1 : last + 1 + _APPOSED]
    clashes = not _CLASHES.isdisjoint(behind[:2]) and not armed.isdisjoint(behind)
    deed = clashes or not _DEEDS.isdisjoint(behind[:2])
    # "the Movement for Justice, a new rebel group"
    called = (
        behind[:1] == [","] and not armed.isdisjoint(behind) and not words.group.isdisjoint(behind)
    )
    return deed or called or not armed.isdisjoint(lead)
