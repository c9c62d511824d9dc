"""Who rules a land, behind its name: "loyal to Xan's new government", "to its president Roe"."""

from __future__ import annotations

from claims.fighters.phrase import Ground

__all__ = ["ONCE", "TITLED", "ruler_named", "rules", "state_behind", "with_officer"]

ONCE = frozenset("former ousted exiled deposed ex".split())
"""Words of who rules no more."""
TITLED = 6
"""Words before a person's name: "the eastern-based renegade general"."""
_OFFICES = frozenset(
    """
    president king minister premier leader ruler dictator emir sultan general colonel commander
    marshal warlord strongman chief
    """.split()
)


def ruler_named(ground: Ground, land: int) -> range | None:
    """Return the words of a name behind titles, ``land`` being the last word of whose they are."""
    tokens = ground.tokens
    if not tokens.owns(land) and _OFFICES.isdisjoint(tokens.lower[land + 1 : land + 3]):
        return None  # but "Chad's embattled president", "Chadian rebel leader"
    first, end = land + 1, min(len(tokens.words) - 1, land + TITLED)
    while first < end and _describes(ground, first):
        first += 1
    if not tokens.capital(first) or tokens.lower[first - 1] not in _OFFICES:
        return None
    last = first
    while last + 1 < len(tokens.words) and tokens.capital(last + 1):
        last += 1
    return range(first, last + 1)


def rules(ground: Ground, land: int, named: range) -> bool:
    """Tell whether who is named rules a land today: "Xan's president Jan Roe", no rebel leader."""
    between = ground.tokens.lower[land + 1 : named.start]
    rose = not (ONCE | ground.words.rebel).isdisjoint(between)
    return not rose and not ground.words.state_owner.isdisjoint(between)


def state_behind(ground: Ground, number: int) -> int:
    """Return the last word of who is named by a land or group before: "Chad's new government".

    So in "tribesmen allied with the Chadian army", "men loyal to ABC fighters".
    """
    tokens, words = ground.tokens, ground.words
    if not tokens.owns(number):
        beside = tokens.lower[number + 1 : number + 2]
        named = beside and (beside[0] in words.state or beside[0] in words.heads)
        return number + 1 if named and not ground.is_verb(number + 1) else number
    ahead = range(number + 1, min(len(tokens.lower), number + TITLED))
    return next((n for n in ahead if tokens.lower[n] in words.state), number)


def _describes(ground: Ground, number: int) -> bool:
    """Tell whether a word describes a person, or is his title: "embattled President"."""
    word, tokens = ground.tokens.lower[number], ground.tokens
    return word in _OFFICES or (word.replace("-", "").isalpha() and not tokens.capital(number))


def with_officer(ground: Ground, number: int) -> int:
    """Return the last word of an officer's name: "to government military chief Jan Roe"."""
    tokens, at = ground.tokens, number + 1
    while at < min(number + TITLED, len(tokens.words)) and _is_title(ground, at):
        at += 1
    if at == number + 1 or not tokens.capital(at):
        return number
    while tokens.capital(at + 1):
        at += 1
    return at


def _is_title(ground: Ground, number: int) -> bool:
    word = ground.tokens.lower[number]
    return word in ground.words.offices or word in ground.words.state
