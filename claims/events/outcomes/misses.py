"""Fires that do not arrive: "rockets aimed at X fell short and hit Y", "were all shot down"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claim import Action
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.words import numbers_of

__all__ = ["brought_down", "falls_short"]

_FALLS = frozenset("fall falls fell fallen landed".split())
_SHOTS = frozenset("they it which both all these".split())
_WIDE = frozenset(("short", "missed", "wide"))
_THEIR = (["its"], ["their"], ["the"], ["both"], ["all"])
_ROUNDS = frozenset("they it bombs rounds shells rockets missiles missile torpedoes shots".split())
_FELL = frozenset(("fell short", "went wide", "fell wide", "landed short"))
_FLYING = frozenset(
    "drone drones missile missiles rocket rockets projectile projectiles uav uavs shell shells"
    " shahed shaheds".split()
)
_SENT = frozenset("fired launched sent aimed directed".split())
_DOWNED = frozenset("intercepted downed neutralised neutralized".split())
_DOWN = frozenset((("shot", "down"), ("brought", "down"), ("taken", "down"), ("destroyed", "in")))
_DOWN = _DOWN | {("destroyed", "before"), ("destroyed", "mid-air"), ("destroyed", "by")}
_DEFENCES = frozenset("air mid-air midair flight they it defences defenses anti-aircraft".split())
_PARTS = frozenset("most some many half several part".split())  # the others arrived
_ARRIVE = frozenset("hit struck killed landed injured wounded others but damaged".split())
_DEBRIS = frozenset("debris wreckage fragments shrapnel".split())  # of what did not arrive
_WHOLE = frozenset("all each both".split())
_MARKS = frozenset(", ; but while".split())
_SUBJECT, _TOWARDS = 6, 16  # words of "all but one of the 18 armed", "by X at Y and Z overnight"


def falls_short(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what is fired at a place does not reach it; no aims or supplies fall so."""
    if trigger.pattern.action not in (Action.STRIKE, Action.ATTACK):
        return False
    if _WIDE.isdisjoint(parsed.sentence.held):
        return False
    if _misses(parsed, trigger):
        return True
    then = next((t.first for t in parsed.triggers if t.first > trigger.last), len(parsed.words))
    lower = parsed.lower
    ends = {parsed.word_at(s.mention.end - 1) for s in parsed.spots} | {trigger.last}
    for number in range(trigger.last + 2, then):
        fell = lower[number] == "short" and lower[number - 1] in _FALLS
        if fell and lower[number + 1 : number + 2] != ["of"]:
            return number - 2 in ends or lower[number - 2] in _SHOTS
    return False


def _misses(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "but missed" follows: "tried to bomb X on Monday but their bombs missed".

    Who "shelled X but missed the bridge" shelled X.
    """
    lower = parsed.lower
    if "to" not in lower[max(0, trigger.first - 2) : trigger.first]:
        return False
    but = next((n for n in range(trigger.last + 1, len(lower)) if lower[n] == "but"), None)
    if but is None or any(trigger.last < t.first < but for t in parsed.triggers):
        return False
    at = but + 1 + (lower[but + 1 : but + 2] in _THEIR)
    at += lower[at : at + 1] != [] and lower[at] in _ROUNDS
    if lower[at : at + 1] == ["missed"]:  # "but missed few of its houses" hit it
        return lower[at + 1 : at + 2] in ([], ["."], [","], ["and"], *_THEIR)
    return " ".join(lower[at : at + 2]) in _FELL and at > but + 1


def brought_down(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the word that says that shots were sent which are all shot down on their way.

    "The drones [launched] by X at Y were shot down": nobody but who launched them struck at Y,
    and none of them hit it.
    """
    if trigger.pattern.action is not Action.STRIKE or _SENT.isdisjoint(parsed.sentence.held):
        return None
    for sent in numbers_of(parsed.lower, _SENT):
        if sent > trigger.last:
            return None
        flying = sent > 0 and parsed.lower[sent - 1] in _FLYING
        down = _where_downed(parsed.lower[sent : sent + _TOWARDS]) if flying else 0
        if trigger.first <= sent + down and down and _are_all(parsed.lower[:sent]):
            return sent
    return None


def _where_downed(words: Sequence[str]) -> int:
    """Return how many words behind "launched" what was launched "was shot down", 0 for never."""
    for at, word in enumerate(words[1:-1], 1):
        if word in _MARKS or word in _ARRIVE:
            return 0
        downs = word in _DOWNED or (word, words[at + 1]) in _DOWN
        aloft = word != "destroyed" or not _DEFENCES.isdisjoint(words[at + 2 : at + 4])
        if downs and aloft and not BE.isdisjoint(words[max(0, at - 3) : at]):
            # "Were shot down but two hit a house"
            hit = not _ARRIVE.isdisjoint(words[at:]) and _DEBRIS.isdisjoint(words[at:])
            return 0 if hit else at
    return 0


def _are_all(before: Sequence[str]) -> bool:
    """Tell whether words that end with what is sent name all of it: no "most of the rockets"."""
    lead = before[-_SUBJECT:]
    part = any(lead[n - 1] not in _WHOLE for n in numbers_of(lead, frozenset(("of",))))
    return _PARTS.isdisjoint(lead) and not part
