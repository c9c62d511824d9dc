"""The words with which English lets somebody speak: verbs of saying and their tails."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claims.claimants.messages import calls_to
from claims.claimants.speech_sense import (
    CHARGES,
    NOUNISH,
    OBJECT_REACH,
    SAID_NOUNS,
    used_to_speak,
)
from claims.claimants.trailing import ends_aside, trails
from claims.patterns import inflect
from claims.word_lists import word_list
from claims.words import Sentence, Word, numbers_of

__all__ = ["SpeechVerb", "find_speech", "in_capitals", "is_speech", "tells"]

# Verbs that let somebody speak; what they govern is that speaker's.
_SAY = word_list("said")
_DENY = word_list("denied")
_WITH = frozenset(tuple(pair.split("_")) for pair in word_list("denied_with"))
_PARTED = frozenset(verb for verb, _ in _WITH)
# Verbs whose object may be a thing; a clause behind it is the reporter's own again.
_PROCLAIM = frozenset("announce declare order vow pledge threaten promise accuse blame".split())
_IRREGULAR = {
    "swear": "swear swears swore sworn",
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "admit": "admit admits admitted admitting",
    "deny": "deny denies denied denying",
    "monitor": "monitored",
    "rebut": "rebut rebuts rebutted rebutting",
    "broadcast": "broadcast broadcasts broadcasting",
}
_AUXILIARIES = frozenset(
    "has have had also still now then later earlier further again since already always".split()
)
_HAVE = frozenset(("has", "have", "had"))
_NO_ADVERBS = frozenset("ally assembly daily early family monthly only rally weekly".split())
_INFERRING = frozenset("suggesting indicating signalling signaling".split())
_NEGATIONS = frozenset("not n't never nor neither".split())
_ON = frozenset(
    "went goes continued read reads ran spoke speak speaks pointed points pointing".split()
)
_QUOTES = frozenset('"”')
_NEGATED = _NEGATIONS | frozenset("did do does didn't don't doesn't".split())
_BE = frozenset("was were is are been be being".split())
_OWNER = ("'s", "’s", "'", "’")
_LATELY = frozenset("earlier newly already long just once now".split())
_ONLY = (["would", "only"], ["could", "only"], ["will", "only"])
_ORDERED = ["ordered", "to"]  # "Troops ordered to leave X"
_KINDS_OF_REPORT = frozenset(
    "trade trades traded swap swapped rival situation flash field special progress monthly"
    " weekly".split()
)


class SpeechVerb(NamedTuple):
    """A verb of saying: characters ``[start, end)`` from the first auxiliary, and how it is used.

    ``use`` is ``says``, ``saying`` (a participle), ``passive`` ("was reported") or ``quoted`` ("was
    quoted as saying"); ``denies`` where what follows is denied; ``that`` where "that" follows;
    ``proclaims`` where its object may be a thing ("announced an offensive").
    """

    start: int
    end: int
    form: str
    use: str = "says"
    denies: bool = False
    that: bool = False
    proclaims: bool = False


@cache
def _forms() -> dict[str, str]:
    """Return every form of every verb of saying, with its plain form."""
    forms: dict[str, str] = {}
    for base in sorted(_SAY | _DENY):
        forms |= dict.fromkeys(inflect(base), base)
    for base, written in _IRREGULAR.items():
        forms |= dict.fromkeys(written.split(), base)
    return forms


def is_speech(word: str) -> bool:
    """Tell whether a word, in lower case, is a form of a verb of saying."""
    return word in _spoken()


def tells(word: str) -> bool:
    """Tell whether a word, in lower case, is a form of a verb of saying and no noun besides."""
    return word in _forms() and word not in NOUNISH


@cache
def _spoken() -> frozenset[str]:
    return _ON.union(_forms())


def find_speech(sentence: Sentence) -> list[SpeechVerb]:
    """Return the verbs of saying in a sentence, left to right; places count from its start."""
    forms, words, offset = _forms(), sentence.words, sentence.start
    if _spoken().isdisjoint(sentence.held):
        return []
    found = []
    for number in numbers_of(sentence.lower, _spoken()):
        form = sentence.lower[number]
        base = forms.get(form)
        if base is None and form in _ON and _goes_on(words, number):
            base = "say"
        if base is None or (base in _PARTED and not _is_whole(sentence.lower, number, base)):
            continue
        if number and words[number].text[0].isupper() and not in_capitals(words):
            continue  # "near Tell Oru": a name
        before = sentence.lower[number - 1] if number else ""
        if (
            (form in _INFERRING and before == ",")
            or (form == "writing" and before == "of")
            or before == "worth"
        ):
            continue  # "have begun to leave, suggesting that", "of writing", "worth noting"
        verb = _verb(words, number, base, offset)
        if verb:
            found.append(verb)
    return found


def in_capitals(words: Sequence[Word]) -> bool:
    """Tell whether capitals mean nothing here, as in a headline or a telegram."""
    capitals = sum(word.text[0].isupper() for word in words)
    return 2 * capitals > sum(word.text[0].isalpha() for word in words)


def _goes_on(words: Sequence[Word], number: int) -> bool:
    """Tell whether "went on", "read" or "spoke" lets somebody speak, by what follows."""
    after = [w.lower for w in words[number + 1 : number + 3]]
    if words[number].lower.startswith("sp"):
        return after[:1] == ["of"]
    if words[number].lower.startswith("point"):
        return after == ["out", "that"]
    if words[number].lower not in ("went", "goes"):
        closes = after[:1] in ([], ["."]) and any(w.text in _QUOTES for w in words[:number])
        return closes or after[:1] in ([":"], ['"'], ["“"])
    further = words[number + 3].lower if number + 3 < len(words) else ""
    return after == ["on", ":"] or (after == ["on", "to"] and further in _forms())


def _verb(words: Sequence[Word], number: int, base: str, offset: int) -> SpeechVerb | None:
    before = words[number - 1].lower if number else ""
    lower = words[number].lower
    last = _last(words, number, base)
    after = [w.lower for w in words[last + 1 : last + 1 + OBJECT_REACH]]
    earlier = [w.lower for w in words[max(0, number - 3) : number]]
    trailing = lower in NOUNISH and trails(words, number)
    called = calls_to(words, number)
    speaks = trailing or called != number or used_to_speak(base, lower, before, after)
    speaks = speaks or (base in _DENY and (ends_aside(words, number) or _of_claim(words, number)))
    owned = lower.endswith("ed") and after[:1] != ["that"] and _is_owned(earlier)
    if not speaks or owned or (lower in NOUNISH and _is_noun(lower, earlier)):
        return None
    first, use = called - 2 * (lower == "say" and earlier[-2:] in _ONLY), "says"
    while first and (words[first - 1].lower in _AUXILIARIES or _tells_how(words[first - 1].text)):
        first -= 1
    negated = first > 0 and words[first - 1].lower in _NEGATIONS
    if negated and base not in _DENY:
        return None
    negated = negated or (base in _DENY and earlier[-2:] == ["no", "longer"])
    first -= 2 * (words[first - 1].lower == "longer")  # "the ministry no longer denies"
    while first and words[first - 1].lower in _NEGATED:
        first -= 1
    if first and words[first - 1].lower in _BE and lower.endswith(("ed", "aid", "en", "old")):
        first, use = first - 1, "passive"
    elif base in _DENY and lower.endswith("ed") and after[:1] == ["by"]:
        use = "passive"  # "an allegation denied by the army"
    elif (base in CHARGES and after[:1] in (["of"], ["for"])) or [lower, *after[:1]] == _ORDERED:
        use = "passive"  # "Army accused of shelling": so headlines leave out "is"
    elif lower.endswith("ing") and first and words[first - 1].lower in _BE:
        first -= 1 + (
            first > 1 and words[first - 2].lower in _HAVE
        )  # "is reporting", "have been saying"
    elif lower.endswith("ing"):
        use = "saying"
    return SpeechVerb(
        start=words[first].start - offset,
        end=words[last].end - offset,
        form=lower,
        use=use,
        denies=base in _DENY and not negated,
        proclaims=base in _PROCLAIM,
        that=after[:1] == ["that"],
    )


def _is_whole(lower: Sequence[str], number: int, base: str) -> bool:
    """Tell whether the word stands behind a verb with which alone it denies: "laughed off"."""
    return any((base, word) in _WITH for word in lower[number + 1 : number + 2])


def _last(words: Sequence[Word], number: int, base: str) -> int:
    """Return the last word of a verb: "pointed out", "laughed off"."""
    parted = base in _PARTED or words[number].lower.startswith("point")
    return number + (parted and number + 1 < len(words))


def _tells_how(word: str) -> bool:
    """Tell whether a word is an adverb between who speaks and the verb: "flatly denied"."""
    return word.endswith("ly") and word.islower() and word not in _NO_ADVERBS


def _of_claim(words: Sequence[Word], number: int) -> bool:
    """Tell whether somebody denies a claim named before: "claims that X fell were rejected by"."""
    by = words[number + 1].lower == "by" if number + 1 < len(words) else False
    return by and not SAID_NOUNS.isdisjoint(word.lower for word in words[:number])


def _is_owned(earlier: list[str]) -> bool:
    """Tell whether what is told of is somebody's: "the coalition's previously announced plans"."""
    owner = next((w for w in reversed(earlier) if not (w in _LATELY or w.endswith("ly"))), "")
    return owner.endswith(_OWNER) or owner in ("its", "their")


def _is_noun(form: str, earlier: list[str]) -> bool:
    """Tell whether the words before make a noun of "claim": "a rebel claim", "Situation Report"."""
    owned = bool(earlier) and (earlier[-1].endswith(_OWNER) or earlier[-1] in _KINDS_OF_REPORT)
    return owned or (not form.endswith("s") and bool({"a", "an"} & set(earlier)))
