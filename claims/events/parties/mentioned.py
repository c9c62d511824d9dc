"""Which mention ends at a word, and what stands before one: "X and a faction of Y"."""

from __future__ import annotations

from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.phrase import is_number
from claims.gaps import FINITE
from claims.lexicon import lexicon
from claims.word_lists import word_list

__all__ = [
    "CONTROL",
    "WAYS",
    "before_article",
    "ending_at",
    "is_ground",
    "is_moved",
    "opens_clause",
]

_BRACKET = 6  # words at most in which a bracket says what those before it are called
WAYS = frozenset("in on at by from with for to of near against over then later".split())
# "X ordered Y to enter Z", "X helped Y recapture Z": Y enters, Y recaptures.
CONTROL = word_list("controlling")
_LED = frozenset("led brought made drew drove let".split())
_LEADING = WAYS | CONTROL | {"that"}  # what no description of men holds
# Of whose members only the whole is named: "troops and a breakaway faction of Zalins".
_PARTS = frozenset(
    "band company column contingent detachment elements faction force group rearguard units"
    " vanguard wing".split()
)
_SHARES = frozenset("most many some all several part parts half".split())
_COUNTS = frozenset("dozens scores hundreds thousands".split())
_OF_THEIRS = (["of", "its"], ["of", "their"])


def ending_at(parsed: Parsed, number: int) -> ActorMention | None:
    """Return the mention whose last word has this number, a short form in brackets aside."""
    words = parsed.words
    if number >= 2 and words[number].text in (")", '"', "”"):
        behind = range(number - 2, max(-1, number - _BRACKET), -1)
        opening = next((n for n in behind if words[n].text == "("), None)
        if words[number].text == ")" and opening is not None:
            inner = ending_at(parsed, number - 1)
            return ending_at(parsed, opening - 1) or inner
        number -= 1
    if number < 0:
        return None
    place = words[number].start
    return next((m for m in parsed.actors if m.start <= place < m.end), None)


def before_article(parsed: Parsed, number: int) -> int:
    """Return the word before a mention, articles and the like aside, or the "and" before it."""
    if number > 2 and parsed.lower[number - 2] == "of" and parsed.lower[number - 3] in _PARTS:
        number -= 3
    if number > 2 and parsed.lower[number - 1] == "of" and parsed.lower[number - 2] in _COUNTS:
        number -= 2  # "the army and hundreds of Xan soldiers"
    if parsed.lower[max(0, number - 2) : number] in _OF_THEIRS and number > 2:
        # "The army and most of its Xan allies", the share told in one word
        number -= 3 if parsed.lower[number - 3] in _SHARES else 0
    position = number - 1
    lead = parsed.lower[max(0, number - 4) : number]
    joined = max((n for n, word in enumerate(lead) if word == "and"), default=len(lead))
    described = lead[joined + 1 :]
    plain = all(word.isalpha() or is_number(word) for word in described)
    if described and plain and not _LEADING & set(described):
        return number - len(described) - 1
    skipped = ("the", "a", "an", "its", "their", "some", "more", "several", "allied", "other")
    while position >= 0 and parsed.lower[position] in skipped:
        position -= 1
    return position


def is_moved(parsed: Parsed, mention: ActorMention, number: int) -> bool:
    """Tell whether a deed only makes a state do something: "attacks on X led Chad to send men"."""
    before = parsed.lower[number - 1]
    return not mention.armed and (before in _LED or before.endswith("ed"))


def opens_clause(parsed: Parsed, mention: ActorMention, *, set_in: bool) -> bool:
    """Tell whether a mention starts a clause of its own: "..., and Chad retaliated by".

    Behind what is ``set_in`` the main clause starts at a comma.
    """
    first = parsed.word_at(mention.start)
    before = before_article(parsed, first)
    last = parsed.word_at(max(0, mention.end - 1))
    if before < 1 or last + 1 >= len(parsed.words):
        return False
    verb = parsed.lower[last + 1]
    if set_in and parsed.lower[before] == ",":
        return not is_speech(verb) and (verb in FINITE or lexicon().is_past(verb))
    if parsed.lower[before] not in ("and", "but"):
        return False
    return verb.endswith("ed") and ending_at(parsed, before - 1) is None


def is_ground(parsed: Parsed, mention: ActorMention, verb: int) -> bool:
    """Tell whether words behind a comma are of ground that does nothing: "X, a rebel stronghold".

    What befalls such ground befalls those whose it is: "X, a rebel stronghold, was attacked".
    """
    if not mention.text.endswith(("stronghold", "strongholds")):
        return False
    number = parsed.word_at(mention.start)
    apposed = "," in parsed.lower[max(0, number - 3) : number]
    return apposed and BE.isdisjoint(parsed.lower[verb : verb + 2])
