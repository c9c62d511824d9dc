"""Which mention of those who fight is a verb's object: "hit two separate units"."""

from __future__ import annotations

from claims.events.parties.mentioned import before_article
from claims.events.sentences.antecedents import antecedent, has_told_all, is_subject_there
from claims.events.sentences.clause_words import BE_OR_HAVE, RELATIVE_PRONOUNS
from claims.events.sentences.clauses import SPEECH
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.number_words import TWO_TO_TEN
from claims.word_lists import word_list

__all__ = ["is_aimed_at", "is_kept_so", "is_newly", "is_object", "of_whom_told"]

_MODIFIERS = frozenset("the a an these those other allied its their some several more".split())
_NO_OBJECT = frozenset(
    """
    said says meanwhile today yesterday monday tuesday wednesday thursday friday saturday sunday
    evening morning during
    """.split()
)
_SORTS = frozenset(
    """
    separate different suspected presumed alleged purported known small large major nearby
    armed newly freshly heavily poorly elite entrenched encircled isolated unidentified
    """.split()
)
_HOW_MANY = TWO_TO_TEN.union(
    "of dozens hundreds scores thousands at least"
    " dozen hundred thousand several some few many eleven twelve fifteen twenty thirty forty"
    " fifty sixty".split()
)
_DETERMINERS = frozenset("the a an its their his her our some these those".split())
_ON_THE_MOVE = frozenset(
    "retreating fleeing withdrawing departing advancing marauding rampaging attacking".split()
)
_OPENS = frozenset("that , when as before after until and".split())
_THEM = frozenset("them him it us".split())
_LATELY = frozenset(("newly", "freshly"))
# How those stand to others who fought beside or against them.
_BESIDE = frozenset(
    "beside alongside with for against under fighting fought battling battled facing faced".split()
)
_NOUNS = frozenset("grouping wing gathering".split())
_AWAY = frozenset("down out".split())
_OUSTS = word_list("ousting")
_ENDS_STRETCH = RELATIVE_PRONOUNS | frozenset(", ; : and but".split()) | SPEECH
_CAUSES = frozenset(
    "saw see left led met hit sent put let made forced took drove beat has have".split()
)


def is_kept_so(parsed: Parsed, number: int) -> bool:
    """Tell whether a pronoun is whom somebody has in some state: "we have them surrounded"."""
    kept = parsed.lower[number] in _THEM and number > 1
    return kept and parsed.lower[number - 1] in ("have", "has", "had")


def of_whom_told(parsed: Parsed, mention: ActorMention) -> ActorMention | None:
    """Return of whom a clause tells that ends with others: "troops who fought beside X withdrew".

    The verb behind it is theirs, and not that of X.
    """
    before = before_article(parsed, parsed.word_at(mention.start))
    if before < 1 or parsed.lower[before] not in _BESIDE:
        return None
    opener = next((n for n in range(before, 0, -1) if parsed.lower[n] in _ENDS_STRETCH), 0)
    if not opener or parsed.lower[opener] not in RELATIVE_PRONOUNS:
        return None
    whom = antecedent(parsed, opener)
    return whom if whom and whom.free and is_subject_there(parsed, whom) else None


def is_aimed_at(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether others want a side gone: "fighting to topple the government have seized X"."""
    number = before_article(parsed, parsed.word_at(mention.start))
    verb = number - (parsed.lower[number] in _AWAY)
    return verb > 0 and parsed.lower[verb] in _OUSTS and parsed.lower[verb - 1] == "to"


def is_object(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether a verb stands right before a mention, articles aside, or before what it joins.

    So with the camp of "rebels who captured X and an army camp shelled Y".
    """
    position = parsed.word_at(mention.start) - 1
    also = _is_also_had(parsed, before_article(parsed, position + 1))
    return also or _is_behind_verb(parsed, mention, position)


def _is_behind_verb(parsed: Parsed, mention: ActorMention, position: int) -> bool:
    if _is_on_the_move(parsed, mention, position):
        return False
    while position >= 0 and (
        _describes(parsed.lower[position])
        or is_newly(parsed, position)
        or _is_participle(parsed, position)
    ):
        position -= 1
    if position < 0 or _ends_noun(parsed, position):
        return False  # "after heavy fighting the rebels took X"
    if _ends_verb(parsed, position) or is_aimed_at(parsed, mention):
        return True
    word = parsed.words[position]
    if not word.lower.isalpha() or word.lower in _NO_OBJECT or position in parsed.armed:
        return False
    if any(m.start <= word.start < m.end for m in parsed.places) or word.lower in SPEECH:
        return False
    opens = position == 0 and word.lower.endswith("ed")  # "Emboldened rebels attacked X"
    verbal = word.lower.endswith(("ed", "ing")) and word.lower not in _NOUNS and not opens
    return verbal or word.lower in _CAUSES


def _is_also_had(parsed: Parsed, joint: int) -> bool:
    """Tell whether "and" joins the objects of a clause on a subject: "rebels who took X and Y"."""
    if joint < 1 or parsed.lower[joint] != "and":
        return False
    stretch = range(joint - 1, 0, -1)
    opener = next((n for n in stretch if parsed.lower[n] in _ENDS_STRETCH), 0)
    if not opener or parsed.lower[opener] not in RELATIVE_PRONOUNS:
        return False
    whom = antecedent(parsed, opener)
    if whom is None or not is_subject_there(parsed, whom):
        return False
    verb = any(t.pattern.kind == "verb" and opener < t.first < joint for t in parsed.triggers)
    return verb and not has_told_all(parsed, opener, joint)


def _is_participle(parsed: Parsed, number: int) -> bool:
    """Tell whether a participle stands before its noun: "the exhausted rebels"."""
    if number < 1 or not parsed.lower[number].endswith(("ed", "ing")):
        return False
    before = parsed.lower[number - 1]
    return before in _DETERMINERS or before.endswith(("'s", "’s", "s'", "s’"))


def _is_on_the_move(parsed: Parsed, mention: ActorMention, number: int) -> bool:
    """Tell whether a participle says what a subject is doing: "said retreating rebels burnt X".

    Not in "civilians fleeing rebels", nor in "fleeing rebels, they burnt X".
    """
    if number < 0 or parsed.lower[number] not in _ON_THE_MOVE:
        return False
    before = parsed.lower[number - 1] if number else "said"
    dated = number > 0 and any(t.end == parsed.words[number - 1].end for t in parsed.times)
    last = parsed.word_at(mention.end - 1)
    set_off = parsed.lower[last + 1 : last + 2] == [","]
    return not set_off and (dated or before in SPEECH or before in _OPENS)


def is_newly(parsed: Parsed, number: int) -> bool:
    """Tell whether a participle says what men newly are: "newly mobilised troops"."""
    lately = parsed.lower[max(0, number - 1)] in _LATELY and number > 0
    return lately and parsed.lower[max(0, number - 2)] not in BE_OR_HAVE


def _ends_verb(parsed: Parsed, number: int) -> bool:
    return any(t.pattern.kind == "verb" and t.first <= number <= t.last for t in parsed.triggers)


def _ends_noun(parsed: Parsed, number: int) -> bool:
    told = (*parsed.triggers, *parsed.passed_over)
    return any(t.pattern.kind == "noun" and t.first <= number <= t.last for t in told)


def _describes(word: str) -> bool:
    """Tell whether a word only says how many or of what sort: "two suspected"."""
    if _counts(word) or word in _SORTS or "-" in word[1:-1]:  # "Soviet-built"
        return True
    return word.endswith(("'s", "’s")) or (word.endswith("est") and not word.endswith("west"))


def _counts(word: str) -> bool:
    """Tell whether a word is an article or says how many."""
    return word in _MODIFIERS or word in _HOW_MANY or word[:1].isdigit()
