"""Which of those named before it a pronoun agrees with, and whether it tells of ground held."""

from __future__ import annotations

from claims.claimants.speech import is_speech
from claims.events.parties.objects import is_object
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.forces import force_words
from claims.fighters.number import number_of
from claims.scene import scene
from claims.word_lists import word_list

__all__ = [
    "agreeing",
    "are_speakers_hands",
    "free_of",
    "helped_before",
    "holds_ground",
    "is_kept",
    "says_on",
]

_AS = frozenset(("as", "while"))
_CONDITIONS = frozenset(("if", "unless"))
_HELP = frozenset(
    "support supporting supported help helping helped aid aiding aided assist assisting assisted"
    " backing backed cover covering covered".split()
)
_MANY = frozenset(("they", "their", "them"))
_UNDER = frozenset(("under", "in"))
_HOLD = frozenset("control hands command grip occupation".split())
_OFFICIALS = frozenset(
    "officials officers authorities commanders spokesman spokeswoman spokesperson ministry".split()
)
# What tells that ground is held in spite of what was told of others; and who says that it is not.
_SET_AGAINST = frozenset(
    "but though although however yet while whereas which still remained remains remain firmly"
    " securely stayed".split()
)
_CONFESSED = word_list("confessed")
_FIRM = 3  # words of "their full control"
_LEAD = 4  # words from "support" to those who are helped: "close air support to the"


def holds_ground(parsed: Parsed, number: int) -> bool:
    """Tell whether a pronoun opens what is told of ground: "villages they had taken"."""
    return number > 0 and parsed.lower[number - 1] in scene().ground


def agreeing(free: list[ActorMention], parsed: Parsed, number: int) -> ActorMention:
    """Return the last mention that a pronoun agrees with: a subject, but for ground held."""
    subjects = [m for m in free if not is_object(parsed, m)]
    subjects = free if holds_ground(parsed, number) or not subjects else subjects
    many = parsed.lower[number] in _MANY
    fitting = [m for m in subjects if number_of(m.text) in (None, many)]
    return (fitting or subjects)[-1]


def free_of(
    here: list[ActorMention], told: list[ActorMention], parsed: Parsed, number: int
) -> list[ActorMention]:
    """Return the subjects among those named; where "they" can be none of them, all who are many.

    "A drone watched for the troops near X, which they took." Whoever acts is one of them though
    nobody knows the side, rather than those acted on: "gunmen attacked the troops and they fired".
    So "it" is the one whom many meet: "the rebels shelled the army as it withdrew".
    """
    end = _before_condition(parsed, number)
    here = [m for m in here if m.start < end]
    free, many = [m for m in here if m.free], parsed.lower[number] in _MANY
    if all(is_object(parsed, m) for m in free):
        acting = [m for m in told if m.start >= parsed.sentence.start and m.free and not m.side]
        acting = [m for m in acting if not is_object(parsed, m)]
        free = [m for m in acting if number_of(m.text) in (None, many)] or free
    subjects = [m for m in free if not is_object(parsed, m)]
    if parsed.lower[number] == "it" and subjects and all(number_of(m.text) for m in subjects):
        return [m for m in here if m.armed and number_of(m.text) is False] or free
    if not many or any(number_of(m.text) is not False for m in free):
        return free
    return [m for m in here if m.armed and number_of(m.text) is not False] or free


def is_kept(parsed: Parsed, mention: ActorMention, number: int) -> bool:
    """Tell whether a mention is of what is kept: "the army camp is under their control".

    Nor does a pronoun mean a land by its short form: "in the Xan Republic (XR) since they took Y".
    """
    if mention.start < parsed.sentence.start:
        return False
    last = parsed.word_at(mention.end - 1)
    if not mention.armed and parsed.lower[last + 1 : last + 2] == [")"]:
        return parsed.lower[parsed.word_at(mention.start) - 1] == "("
    return parsed.lower[last] in force_words().assets and _are_hands(parsed, number)


def are_speakers_hands(parsed: Parsed, number: int, *, known: bool) -> bool:
    """Tell whether "their hands" are those of whoever says so, and of none named before.

    So in "rebels entered X, but state officials said it was still in their hands"; those may own up
    to a loss where nothing is set against what was told: "entered X, and officials said it was in
    their hands". Officials speak of their own side though it is not ``known``, residents who are
    of no side of whoever came.
    """
    if not _are_hands(parsed, number):
        return False
    low, high = parsed.sentence.start, parsed.words[number].start
    named = [m for m in parsed.actors if low <= m.start and m.end <= high and m.free and m.side]
    since = parsed.word_at(max(0, named[-1].end - 1)) + 1 if named else 0
    between = parsed.lower[since:number]
    if not any(map(is_speech, between)):
        return False
    if _SET_AGAINST.isdisjoint(between) or not _CONFESSED.isdisjoint(between):
        return False
    return known or not _OFFICIALS.isdisjoint(between)


def _are_hands(parsed: Parsed, number: int) -> bool:
    """Tell whether "in their hands", "under their control" stand around a word."""
    behind = parsed.lower[number + 1 : number + _FIRM]
    return parsed.lower[number - 1] in _UNDER and not _HOLD.isdisjoint(behind)


def helped_before(parsed: Parsed, number: int) -> ActorMention | None:
    """Return those whom somebody helps as "they" do something: "in support of X as they took"."""
    if number < 2 or parsed.lower[number - 1] not in _AS:
        return None
    end = parsed.words[number - 2].end
    last = next((m for m in parsed.actors if m.armed and m.end in (end, end - 2)), None)
    if last is None or number_of(last.text) is False:
        return None
    first = parsed.word_at(last.start)
    helped = not _HELP.isdisjoint(parsed.lower[max(0, first - _LEAD) : first])
    return last if helped else None


def says_on(parsed: Parsed, number: int) -> bool:
    """Tell whether "and said (that)" stands right before a word, or ", said" before "it"."""
    verb = number - 1 - (parsed.lower[max(0, number - 1)] == "that")
    joins = ("and", ",") if parsed.lower[number] == "it" else ("and",)
    return parsed.lower[max(0, verb - 1)] in joins and is_speech(parsed.lower[verb])


def _before_condition(parsed: Parsed, number: int) -> int:
    """Return where those stop whom a pronoun may mean: none of "if the army stayed, and that they".

    Elsewhere that is the pronoun itself.
    """
    words = parsed.lower[:number]
    condition = next((n for n in range(number - 1, 0, -1) if words[n] in _CONDITIONS), 0)
    joined = words[-2:] == ["and", "that"] and condition
    return parsed.words[condition if joined else number].start
