"""Sentences that join two, each with a subject and a verb: "took X, and troops shelled Y".

They are read one by one, as they would be with a full stop between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claims.claimants.speech import is_speech
from claims.events.spots.in_front import FRONTING
from claims.number_words import is_count
from claims.words import Sentence, Word, numbers_of

__all__ = ["parts"]

_JOINING = frozenset(("and", "but"))
_PARTING = _JOINING | {";"}
_LISTING = frozenset(("and", "but", "or"))
_BE = frozenset("is are was were be been being am".split())
# What no subject starts with.
_NO_SUBJECT = frozenset("and or but which who whose where when including".split())
_AUXILIARIES = frozenset(
    "is are was were has have had will would may might can could must should did remains remain"
    " remained falls withdraws takes captures enters says holds controls denies admits"
    " loses".split()
)
# Past forms that are no participles.
_PAST = frozenset(
    """
    took fell drove fled withdrew broke blew began came went gave saw rose grew flew sought spoke
    became overran shook
    """.split()
)
# These may be participles: "villages held by rebels", "troops sent to X".
_PARTICIPLES = frozenset(
    """
    held lost left fought struck hit shot won made met set said told found brought sent put kept led
    paid sat spent beat burnt cut swept
    """.split()
)
_LIKE_PAST = frozenset("armed backed allied aligned based led hundred united".split())
_DETERMINERS = frozenset("the a an its their his".split())  # "a combined force": no verb
_ARTICLES = _DETERMINERS.union("her several some more no".split())
_AFTER_VERB = _ARTICLES.union(
    "to into from back up out away off on at over against all about nearly under down that".split()
)
_AFTER_PARTICIPLE = frozenset("by in near with during since last as of for along".split())
# What no verb follows: "amid continued attacks".
_NO_HEAD = frozenset(
    "the a an its their his her our some all most many on in at by from near of to newly"
    " amid amidst despite under against during with over into through".split()
)
_ENDS = frozenset(
    ": ( ) . ; nor who that where whose whom which when as while after before if unless because"
    " since although though until whether once it they he she this these those — –".split()
)
# What means something told before: the two are read together.
_MEANS = frozenset(
    "it they he she this that these those both its their his her all none each".split()
)
_AGAIN = frozenset(
    "attack attacks attempt attempts assault assaults raid raids offensive bid effort efforts claim"
    " report reports advance operation".split()
)
_THEM = frozenset(("they", "them", "it", "there"))
_TOWNS = frozenset("town village city place".split())
_POINTING = frozenset("the that this these those all each".split())
# A list or a condition that is not told to its end.
_OPEN = frozenset(": if unless whether between both either neither lest".split())
_ONE = frozenset("is was has remains remained".split())  # what no two are told by
_LOOSE = frozenset("who which that to be been being".split())
_ADVERBS = frozenset("to then later also now again still soon in at on by for from of with".split())
_PAIRS = (("(", ")"), ("“", "”"))
_LOCATIVE = frozenset("in at near around outside".split())
_ADVERBIAL = _LOCATIVE.union("on by late early later meanwhile then".split())
_FRONT = 3  # words of "two days after", "but when"
_CLAUSE = 14  # words within which the verb of a new clause follows its subject
_SHORTEST = 3  # letters of what is no past form: "red"
_ASIDE = 12  # words set off behind a subject


def parts(sentence: Sentence, places: Sequence[int]) -> Iterator[Sentence]:
    """Yield a sentence, or what it joins one by one.

    What names no place itself is told of the one before. ``places`` are the sorted characters where
    names that the gazetteer knows begin in the report.
    """
    low = 0
    if not _PARTING.isdisjoint(sentence.held):
        for mark, begin in _joints(sentence):
            bare = sentence.lower[mark] in _JOINING
            if bare and not _closes(sentence, low, mark):
                continue
            if (
                mark > low
                and bisect_left(places, sentence.words[begin].start)
                < bisect_left(places, sentence.end)
                and _opens(sentence, begin, bare=bare)
                and _is_told(sentence, low, mark)
            ):
                yield _part(sentence, low, mark)
                low = begin
    yield _part(sentence, low, len(sentence.words)) if low else sentence


def _joints(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield each mark that may part two clauses, and the first word behind it and its "and"."""
    lower = sentence.lower
    for number in numbers_of(lower[:-2], _PARTING):
        if lower[number] == ";":
            yield number, number + 1 + (lower[number + 1] in _JOINING)
        elif number and lower[number - 1] != ";":
            yield number - (lower[number - 1] == ","), number + 1


def _closes(sentence: Sentence, low: int, mark: int) -> bool:
    """Tell whether a verb and its object stand before an "and" without a comma."""
    lower = sentence.lower
    for at in range(mark - 2, low, -1):
        if lower[at] in _ENDS or lower[at] in _LISTING or lower[at] == "," or is_speech(lower[at]):
            return False
        if lower[at - 1] not in _DETERMINERS and _is_verb(sentence, at):
            return lower[at - 1] not in _LOOSE
    return False


def _opens(sentence: Sentence, first: int, *, bare: bool) -> bool:
    """Tell whether a subject and its verb follow; ``bare`` are those behind no comma."""
    lower = sentence.lower
    if _goes_on(sentence, first) or _looks_back(lower, first):
        return False
    if bare and (
        _may_be_past(lower[first]) or lower[first] in _ADVERBS or lower[first][-2:] == "ly"
    ):
        return False
    for at in range(first + 1, min(len(lower) - 1, first + _CLAUSE)):
        listed = lower[at] in _LISTING and sentence.words[at + 1].text[0].isupper()
        # "With shells and grenades in X and Y said": Y alone speaks
        listed = listed and not (bare and any(map(is_speech, lower[at + 2 : at + 3])))
        if lower[at] in _ENDS or (lower[at] in _LISTING and not listed):
            return False
        if lower[at] == "," and (bare or lower[first] not in _ADVERBIAL):
            closing = next((n for n in range(at + 1, len(lower) - 1) if lower[n] == ","), 0)
            near = not bare and at < closing < at + _ASIDE
            return near and _is_verb(sentence, closing + 1)
        headless = lower[at - 1] in _NO_HEAD or lower[at - 1].endswith("ly")
        if headless or (bare and _is_of_both(lower, at)):
            continue
        if _is_verb(sentence, at, bare=bare and lower[first] != "the"):
            return True
    return False


def _is_of_both(lower: Sequence[str], at: int) -> bool:
    """Tell whether a verb may be that of a list, or a participle: "said X was taken and Y held"."""
    many = lower[at] in _ONE and lower[at - 1].endswith("s")
    return many or not (lower[at] in _PAST or lower[at + 1][:1].isalnum())


def _goes_on(sentence: Sentence, first: int) -> bool:
    """Tell whether no subject of its own begins at a word: "and captured X", "but they fled"."""
    word = sentence.lower[first]
    subject = not (word in _MEANS or word in _NO_SUBJECT or word.endswith("ing"))
    verb = word in _AUXILIARIES or word in _PARTICIPLES or _is_past(sentence, first, acts=True)
    return verb or not subject


def _looks_back(lower: Sequence[str], first: int) -> bool:
    """Tell whether what was told before is meant: "; the attack was repelled", "the village"."""
    return lower[first] in _AGAIN or any(
        word in _THEM
        or (word in _AGAIN and lower[n - 1] in _POINTING)
        or (word in _TOWNS and lower[n - 1] in _POINTING and lower[n + 1 : n + 2] != ["of"])
        or (word == "that" and lower[n + 1 : n + 2] == ["was"])
        for n, word in enumerate(lower[first + 1 : first + _CLAUSE], first + 1)
    )


def _is_verb(sentence: Sentence, at: int, *, bare: bool = False) -> bool:
    if sentence.words[at].text[0].isupper():
        return False
    word = sentence.lower[at]
    return word in (_ONE if bare else _AUXILIARIES) or _is_past(sentence, at, acts=bare)


def _is_past(sentence: Sentence, at: int, *, acts: bool = False) -> bool:
    """Tell whether a word is a past form, and no participle; ``acts`` asks for its object."""
    word, behind = sentence.lower[at], sentence.lower[at + 1 : at + 2]
    if word in _PAST or not behind:
        return word in _PAST
    if not _may_be_past(word) or sentence.lower[at - 1] in _BE:
        return False
    object_ = behind[0] in _ARTICLES or is_count(behind[0])
    if object_ or sentence.words[at + 1].text[0].isupper():
        return True
    return not acts and (behind[0] in _AFTER_VERB or behind[0] not in _AFTER_PARTICIPLE)


def _may_be_past(word: str) -> bool:
    """Tell whether a word is a past form or a participle."""
    regular = word.endswith("ed") and len(word) > _SHORTEST and word not in _LIKE_PAST
    return word in _PAST or word in _PARTICIPLES or (regular and "-" not in word)


def _is_told(sentence: Sentence, low: int, high: int) -> bool:
    """Tell whether a stretch is a whole sentence."""
    lower = sentence.lower[low:high]
    closed = all(lower.count(a) == lower.count(b) for a, b in _PAIRS) and lower.count('"') % 2 == 0
    if not closed or not _OPEN.isdisjoint(lower):
        return False
    if lower[0] in _LOCATIVE and "," in lower:
        return False  # "In X, a shell killed two, and snipers shot at a tram": both there
    start = 0
    if not FRONTING.isdisjoint(lower[:_FRONT]):
        if "," not in lower:
            return False
        start = lower.index(",") + 1
    return any(w in _AUXILIARIES or _may_be_past(w) for w in lower[start:])


def _part(sentence: Sentence, low: int, high: int) -> Sentence:
    """Return the words ``[low, high)`` as a sentence; what is parted from the rest gets a stop."""
    words = sentence.words[low:high]
    start, end = words[0].start, words[-1].end
    lower, starts = sentence.lower[low:high], sentence.starts[low:high]
    if high < len(sentence.words):
        words = (*words, Word(".", end, end, "."))
        lower.append(".")
        starts.append(end)
    text = sentence.text[start - sentence.start : end - sentence.start]
    return Sentence(text, start, end, words, lower, frozenset(lower), starts)
