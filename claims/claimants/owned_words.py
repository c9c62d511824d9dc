"""Whose a claim is that a noun names: "the army's claim that", "a report by residents that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claimants.apposition import after
from claims.claimants.noun_phrase import trimmed
from claims.claimants.speakers import Names
from claims.claimants.speech import tells
from claims.claimants.stretches import Line, Said, leading
from claims.gaps import TIMES
from claims.word_lists import word_list

__all__ = ["owned_words", "without_denied"]

_NOUNS = frozenset(
    """
    account accounts accusation accusations admission allegation allegations announcement
    announcements assertion assertions claim claims complaint complaints confirmation declaration
    insistence report reports statement statements testimony warning warnings
    """.split()
)
# A sentence with one of these calls the claim untrue: it denies what others say.
_UNTRUE = word_list("untrue") | {"wrong", "incorrect", "nothing"}
_OPENS = frozenset(("that", "to"))
# Nobody: "It follows last week's report that", "came after Sunday's report that".
_WHEN = TIMES | frozenset("week month year follows followed following after".split())
_PASSIVE = re.compile(r"(?:was|were|is|are|has|have|been|later|also)\b")
_DESPITE = re.compile(r"\b(?:despite|contrary\s+to|notwithstanding)\s", re.IGNORECASE)
_NOUN = f"(?:{'|'.join(sorted(_NOUNS, key=len, reverse=True))})"
_BEHIND = re.compile(
    rf"\b{_NOUN}\s+(?:by|from|of)\s+(?P<who>[^,;:\"—–]{{2,60}}?(?:,[^,;:\"—–]{{2,80}},)?)\s+that\s+(?!(?:cited|quoted|said|was|were|is|are|has|had)\b)",
    re.IGNORECASE,
)
# "A claim by the rebels [on social media] that", "a report by residents [in X] that".
_WHERE = re.compile(r"\s(?:on|in|at|over|late|early)\s.*$", re.IGNORECASE | re.DOTALL)
_MADE = re.compile(rf"\b(?:made|makes|making)\s+(?:the|an?)\s+(?:\w+\s+)?{_NOUN}\s+that\s", re.I)
_DID = re.compile(
    r".*\s(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?:[a-z]+ed|follow(?:s|ing)|after|contradicts|echoes|(?:cast|threw)\sdoubt)\s"
    r"(?:[a-z]{2,5}\s){0,2}?(?=[A-Z]|the\s)"
)
_BEFORE = re.compile(
    rf"(?:'s|(?<=s)')\s+(?:[a-z]+\s+){{0,2}}{_NOUN}\s+(?:that|to\s+have)\s", re.IGNORECASE
)


def owned_words(line: Line, names: Names, found: list[Said]) -> list[Said]:
    """Return who owns a claim that a noun names, unless somebody tells of it or denies it."""
    held = line.sentence.held
    if _OPENS.isdisjoint(held) or _NOUNS.isdisjoint(held) or not _UNTRUE.isdisjoint(held):
        return []
    return [
        said
        for said in _owners(line, names)
        if not any(s.denies or (not s.wraps and s.low < said.low) for s in found)
    ]


def without_denied(line: Line, found: list[Said]) -> list[Said]:
    """Leave out whose claim it is that others deny: "rebel claims that X fell were denied by Y"."""
    denied = [s for s in found if s.denies and s.wraps and _PASSIVE.match(line.flat, s.low)]
    if not denied:
        return found
    return [
        s
        for s in found
        if s.wraps
        or s.high > denied[0].low
        or _NOUNS.isdisjoint(line.flat[s.low : s.high].lower().split())
    ]


def _owners(line: Line, names: Names) -> Iterator[Said]:
    for match in _BEHIND.finditer(line.flat):
        who, comma, beside = match["who"].partition(",")
        who = trimmed(_WHERE.sub("", who))
        if names.is_source(who) and not any(map(tells, who.lower().split())):
            yield _owner(line, names.name(after(who, comma + beside)), match.span())
    for pattern in (_BEFORE, _MADE):
        for match in pattern.finditer(line.flat):
            low, who = names.before(line.flat, match.start())
            did = _DID.match(who or "")  # "The army contested the Front's claim": the Front's
            who = trimmed(who[did.end() :]).removeprefix("the ") if who and did else who
            if who and who.split()[-1].lower() not in _WHEN:  # "last week's report that X fell"
                yield _owner(line, who, (low, match.end()))


def _owner(line: Line, who: str, own: tuple[int, int]) -> Said:
    """Return an owner whose words follow: up to a comma behind "despite claims by X that"."""
    said = leading(line, who, own)
    stop = line.flat.find(",", own[1]) if _DESPITE.search(line.flat, 0, own[0] + 1) else -1
    return said._replace(end=stop) if stop > 0 else said
