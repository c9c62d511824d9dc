"""Whose words a report is that says "our troops" and "the enemy" itself, and names no issuer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from claims.fighters.cast.reviled import reviled
from claims.fighters.cast.two_states import STATIONS
from claims.fighters.cast.who import Cast
from claims.fighters.names import Unit
from claims.fighters.phrase import Phrase
from claims.fighters.quoted import is_quoted
from claims.fighters.tokens import Tokens
from claims.fighters.worded.branches import is_branch
from claims.sides.groups import missions

__all__ = ["own_army", "own_voice"]

_OWN = frozenset(("our", "enemy"))
_MOST = 2  # sentences that speak so; a wire may once say "enemy" of its own
_HEAD = 20  # words among which a station names itself
_PRAISE = frozenset("glorious heroic valiant gallant victorious brave courageous".split())
_TOLD = frozenset(
    "said says say admitted admits conceded acknowledged reported reports wrote writes claimed told"
    " according called".split()
)
_REPORTS = frozenset("report reports reported inform informs informed announces announced".split())
_ENDS = frozenset(".!?\n")  # a headline tells of the text below it
_SENTENCE = 40  # words to either side of praise among which somebody is told to have spoken it
_OF = 2  # words between "our heroes" and "of the X Front"


def own_voice(
    tokens: Tokens,
    units: Sequence[Unit],
    phrases: Sequence[Phrase],
    cast: Cast,
    issuer: str | None = None,
) -> str | None:
    """Return the side in whose voice a report is written, or None where it is nobody's.

    It is that of its issuer, if it has one; else the side that the report says does something to
    the enemy, or of which it calls men its own; else, where one side alone is called names, the
    side that fights it; else the state at home where others are called names.
    """
    spoken = list(_unquoted(tokens, [p for p in phrases if p.kind in _OWN]))
    if issuer in cast.names.enemy:
        issuer = None  # "the General Staff" of those whom the text calls occupiers is no state's
    both = {p.kind for p in spoken} == _OWN  # "our forces destroyed an enemy base"
    if issuer or not (both or len({p.sentence for p in spoken}) >= _MOST):
        return issuer or _at_war_with_terrorists(tokens, spoken, phrases, cast)
    foes = reviled(_unquoted(tokens, phrases), cast)
    praised = _praised(tokens, phrases) - foes
    if len(praised) == 1:
        return next(iter(praised))
    acting = Counter(_reporting(tokens, spoken, phrases, foes))
    acting = acting or Counter(_against_enemy(spoken, phrases, foes))
    acting = acting or Counter(_of_ours(spoken, phrases, foes))
    if acting:
        return acting.most_common(1)[0][0]
    others = foes or {side for side in cast.armed_states if side != cast.home}
    # whoever calls a side by its country's name is not of it
    named = cast.is_state(cast.home) and cast.home not in (foes or cast.armed_states)
    # where groups fight some other state, the state at home may have no part in it
    silent = not foes and cast.groups and not any(_names(p, cast.home) for p in phrases)
    at_home = named and cast.home not in foes and not silent
    if at_home and others and not any(map(cast.is_state, foes)):
        return cast.home  # who calls rebels names
    if len(foes) == 1:
        return cast.against(*foes)
    masthead = _broadcasts(tokens, units)
    told = masthead if masthead not in foes else None
    return told or (cast.home if at_home and others else None)


def own_army(
    phrases: Iterable[Phrase],
    voice: str | None,
    is_state: Callable[[str], bool],
    side_of: Callable[[str], str | None],
) -> bool:
    """Let "the army" and "the ground forces" of a state's own report be that state's.

    In the report of another land's radio they would be those of the land it is set in. Those that
    an adjective gives to another state stay its own: "the Chadian armed forces". Return whether
    any changed.
    """
    if voice is None or not is_state(voice) or voice in missions():
        return False  # beside a mission of many states "the police" are those of the land
    others = [
        p
        for p in phrases
        if p.kind in ("forces", "state") and p.side != voice and not _names_its_land(p, side_of)
    ]
    for phrase in others:
        phrase.side = voice
    return bool(others)


def _names_its_land(phrase: Phrase, side_of: Callable[[str], str | None]) -> bool:
    named = (word for word in phrase.text.split() if word[:1].isupper())
    return phrase.side is not None and any(side_of(word) == phrase.side for word in named)


def _unquoted(tokens: Tokens, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    return (p for p in phrases if not is_quoted(tokens.text, tokens.starts[p.first]))


def _names(phrase: Phrase, side: str) -> bool:
    return phrase.side == side and phrase.kind != "troops"


def _at_war_with_terrorists(
    tokens: Tokens, spoken: Sequence[Phrase], phrases: Sequence[Phrase], cast: Cast
) -> str | None:
    """Return the state that once says "our army" itself and calls those it fights terrorists."""
    if not any(p.kind == "our" and not _is_told(tokens, p) for p in spoken):
        return None
    foes = reviled(_unquoted(tokens, phrases), cast)
    of_groups = bool(foes) and not any(map(cast.is_state, foes))
    return cast.home if of_groups and any(p.side == cast.home for p in phrases) else None


def _praised(tokens: Tokens, phrases: Sequence[Phrase]) -> set[str]:
    """Return the sides whose men the report itself praises: "Kestria's glorious army"."""
    return {
        phrase.side
        for phrase in _unquoted(tokens, phrases)
        if phrase.side and phrase.armed
        if not _PRAISE.isdisjoint(tokens.lower[max(0, phrase.first - 1) : phrase.last + 1])
        if not _is_told(tokens, phrase)
    }


def _is_told(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether somebody is said to speak so: "the brave troops held, a paper admitted"."""
    before = tokens.lower[max(0, phrase.first - _SENTENCE) : phrase.first]
    behind = tokens.lower[phrase.last + 1 : phrase.last + 1 + _SENTENCE]
    around = (*_until_end(reversed(before)), *_until_end(behind))
    return not _TOLD.isdisjoint(around)


def _until_end(words: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda word: word not in _ENDS, words)


def _broadcasts(tokens: Tokens, units: Sequence[Unit]) -> str | None:
    """Return whose a station is that heads a report: "Voice of Kassa", "Kassan Radio"."""
    for unit in units:
        if unit.first > _HEAD:
            return None
        before, behind = unit.first - 1, unit.last + 1
        led = tokens.lower[max(0, before - 1) : before + 1]
        named = unit.name.lower().startswith(("voice of", "radio"))
        if (
            named
            or led == ["voice", "of"]
            or not STATIONS.isdisjoint(
                (*tokens.lower[before : before + 1], *tokens.lower[behind : behind + 1])
            )
        ):
            return unit.side
    return None


def _reporting(
    tokens: Tokens, spoken: Sequence[Phrase], phrases: Sequence[Phrase], foes: frozenset[str]
) -> list[str]:
    """Return the groups that tell of their own men as "ours": "the Front reported that our men"."""
    return [
        one.side
        for one, two in pairwise(phrases)
        if two.kind == "our" and two in spoken and one.sentence == two.sentence
        if one.side and one.kind in ("named", "force") and one.free and one.side not in foes
        if "that" in (told := tokens.lower[one.last + 1 : two.first])
        if not _REPORTS.isdisjoint(told)
    ]


def _against_enemy(
    spoken: Sequence[Phrase], phrases: Sequence[Phrase], foes: frozenset[str]
) -> list[str]:
    """Return the sides that open a sentence which names the enemy, once for each.

    A brigade of which no more is said is any side's, though it passes for the state's.
    """
    enemies = (p for p in spoken if p.kind == "enemy")
    first = (next(p for p in phrases if p.sentence == e.sentence and p.armed) for e in enemies)
    named = (p for p in first if p.kind != "unit")
    return [p.side for p in named if p.side and p.free and p.side not in foes]


def _of_ours(
    spoken: Sequence[Phrase], phrases: Sequence[Phrase], foes: frozenset[str]
) -> list[str]:
    """Return the sides of whose men a report speaks as its own: "our heroes of the X Front"."""
    return [
        two.side
        for one, two in pairwise(phrases)
        if one.kind == "our" and one in spoken and two.first - one.last <= _OF + 1
        if two.side and two.kind in ("named", "force") and two.side not in foes
        if not is_branch(two)
    ]
