"""Groups spoken of without their name: "the group", "the banned sect", "the ethnic army"."""

from __future__ import annotations

from claims.fighters.phrase import Ground, Phrase

__all__ = ["group_noun", "of_group", "of_irregulars"]

_THE = frozenset(("the", "this", "that"))
_QUOTES = frozenset("\"”’'")
_ARMIES = frozenset(("army", "armies"))
_ACCUSED = frozenset("accused accuses accuse accusing".split())


def of_group(ground: Ground, number: int) -> Phrase | None:
    """Return "the group", "the outlawed movement": one that was named before."""
    lower = ground.tokens.lower
    if not _is_definite(ground, number) or ground.leads_on(number + 1):
        return None
    following = lower[number + 1] if number + 1 < len(lower) else "."
    accused = number > 1 and lower[number - 2] in _ACCUSED
    named = (following == "of" and not accused) or (
        following == "for" and ground.tokens.capital(number)
    )
    if named or ground.describes(number + 1):
        return None  # "the Movement for Democracy" is one of its own
    return Phrase(first=number, last=number, kind="group", definite=True)


def of_irregulars(ground: Ground, number: int) -> Phrase | None:
    """Return "the ethnic army", "the peasant army": no state's, but one that was named before."""
    lower, words = ground.tokens.lower, ground.words
    if lower[number] not in _ARMIES or not number or ground.tokens.capital(number):
        return None
    if lower[number - 1] not in words.irregular:
        return None
    many = lower[number] == "armies" or lower[number - 2 : number - 1] != ["the"]
    kind = "nobody" if many else "group"
    return Phrase(first=number - 1, last=number, kind=kind, definite=not many)


def group_noun(ground: Ground, phrase: Phrase) -> str:
    """Return what a force is called behind its name or in it: "the X rebel movement"."""
    lower, words = ground.tokens.lower, ground.words
    for word in reversed(lower[phrase.first : phrase.last + 1]):
        if word in words.group:
            return word
    if phrase.kind not in ("force", "named"):
        return ""
    at = phrase.last + 1
    while at < len(lower) and (lower[at] in _QUOTES or lower[at] in words.rebel):
        at += 1
    return lower[at] if lower[at : at + 1] and lower[at] in words.group else ""


def _is_definite(ground: Ground, number: int) -> bool:
    """Tell whether "the" stands before a group, past what it is called: "the al Qaeda-linked"."""
    lower, at = ground.tokens.lower, number - 1
    words = ground.words
    while at > number - 3 and (lower[at] in words.called or lower[at] in words.rebel):
        at -= 1
    if at > 0 and lower[at].rpartition("-")[2] in words.bound and "-" in lower[at]:
        at -= 1
        while at > number - 4 and ground.tokens.words[at].islower() and lower[at] not in _THE:
            at -= 1
    return at >= 0 and lower[at] in _THE
