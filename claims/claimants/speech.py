"""The words with which English lets somebody speak: verbs of saying and their tails."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claims.claimants.messages import calls_to
from claims.claimants.speaker_words import SPEAKER_NOUN
from claims.patterns import inflect
from claims.words import Sentence, Word, numbers_of

__all__ = ["SpeechVerb", "find_speech", "in_capitals", "is_speech", "tells"]

# Verbs that let somebody speak; what they govern is that speaker's.
_SAY = """
    add note explain assert acknowledge insist maintain warn recall describe allege reveal indicate
    affirm doubt mark stress highlight suggest confirm inform disclose concede contend argue relate
    recount remark assess believe conclude tweet declare announce report claim estimate charge post
    broadcast vow pledge threaten promise order urge accuse blame observe testify boast reiterate
    air fear emphasise emphasize underline elaborate clarify communicate specify state respond reply
    retort complain caution comment confess mention relay repeat signal attest assure
""".split()
_DENY = """
    deny reject dismiss refute repudiate rebut disavow dispute contradict call debunk rubbish disown
""".split()
# Verbs whose object may be a thing; a clause behind it is the reporter's own again.
_PROCLAIM = frozenset("announce declare order vow pledge threaten promise accuse blame".split())
_CHARGES = frozenset("accuse blame".split())
_IRREGULAR = {
    "swear": "swear swears swore sworn",
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "admit": "admit admits admitted admitting",
    "deny": "deny denies denied denying",
    "rebut": "rebut rebuts rebutted rebutting",
    "broadcast": "broadcast broadcasts broadcasting",
}
# Forms that are as often nouns ("reports of", "its orders"): they need a speaker right before.
_NOUNISH = frozenset(
    """
    report reports claim claims estimate estimates charge charges note notes post posts order
    orders state states vow vows pledge pledges promise promises broadcast broadcasts blame
    stress highlight highlights tweet tweets
    """.split()
)
# What follows a noun and not a verb: "reports of", "claims were", "the report said".
_AFTER_NOUN = frozenset(
    "no. number of from about by on in were was are is have has had said say says suggested"
    " indicate indicated suggest to and or emerged spoke quoted citing , . ;".split()
)
_HEARSAY = frozenset("be have plan hold control intend prepare want remain".split())  # "said to"
_AFTER_NOUN_ONLY = _AFTER_NOUN - {"on", "in"}
_BEFORE_NOUN = frozenset(
    "the a an this that these those its their his her our any some no such earlier recent"
    " unconfirmed conflicting initial preliminary latest new of by with in from to"
    " reject rejected deny denied dismiss dismissed refute refuted".split()
)
_POSTS = frozenset("border frontier command guard police customs observation security".split())
# What others have said, as the object of "reject" or "dispute".
_SAID = (
    "statement statements claim claims report reports allegation allegations accusation accusations"
    " assertion assertions charge charges suggestion suggestions rumour rumours rumor rumors"
    " account accounts version news"
)
# Verbs that speak only with the right object: "posted footage", "rejected reports that".
_OBJECTS = {
    "air": "that",
    "assure": "that",
    "fear": "that",
    "post": "footage video videos images photos photo clip pictures statement map on that",
    "broadcast": "footage video videos images statement that pictures",
    "reject": f"{_SAID} that as any having this",
    "dismiss": f"{_SAID} that as any this",
    "dispute": f"{_SAID} that this",
    "debunk": f"{_SAID} that this",
    "rubbish": f"{_SAID} this",
    "disown": f"{_SAID} this",
    "contradict": f"{_SAID} that this",
    "call": f"{_SAID} this",
    "charge": "that",
    "doubt": "that if whether",
    "mark": "as",
    "maintain": "that it they he she",
    "estimate": "that the a about around at some nearly",
    "observe": "that",
    "indicate": "that in",
    "state": "that the its in on it they",
    "order": "to",
    "urge": "to",
    "blame": "for",
    "accuse": "of",
    "communicate": "that",
    "relate": "that how",
    "respond": "that",
    "comment": "that",
    "mention": "that",
    "relay": "that",
    "repeat": "that",
    "signal": "that",
}
_LONGEST_SUBJECT = 7
_SETS_OFF = frozenset((",", '"', "”"))
_LINKS = frozenset("of to in by from on with and or as for according amid despite".split())
_DETERMINERS = frozenset("the a an any its their his her our some".split())
_MODAL = frozenset("would could should might".split())
_CLAUSAL = frozenset("charge observe estimate indicate state maintain".split())
_OBJECT_REACH = 7
# In words: "called in guns after reports".
_NEAR_OBJECT = {"maintain": 1, "call": 2, "dispute": 3, "contradict": 3}
_AUXILIARIES = frozenset("has have had also then later earlier further again since already".split())
_NEGATIONS = frozenset("not n't never nor neither".split())
_ON = frozenset("went goes continued read reads ran spoke speak".split())
_NEGATED = _NEGATIONS | frozenset("did do does didn't don't doesn't".split())
_BE = frozenset("was were is are been be being".split())
# "In a statement posted on social media" tells whence words come and lets nobody speak.
_TEXTS = frozenset("statement statements message comments remarks".split())
_PUT_OUT = frozenset("posted broadcast aired".split())
_NOT_AFTER_DENY = frozenset(
    "access entry permission visas visa medical aid them him her food treatment passage".split()
)

_KINDS_OF_REPORT = frozenset("situation flash field special progress monthly weekly".split())


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
    for base in (*_SAY, *_DENY):
        forms |= dict.fromkeys(inflect(base), base)
    for base, written in _IRREGULAR.items():
        forms |= dict.fromkeys(written.split(), base)
    return forms


def is_speech(word: str) -> bool:
    """Tell whether a word, in lower case, is a form of a verb of saying."""
    return word in _spoken()


def tells(word: str) -> bool:
    """Tell whether a word, in lower case, is a form of a verb of saying and no noun besides."""
    return word in _forms() and word not in _NOUNISH


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
        if base is None:
            continue
        if number and words[number].text[0].isupper() and not in_capitals(words):
            continue  # "near Tell Oru": a name
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
    if words[number].lower not in ("went", "goes"):
        return after[:1] in ([":"], ['"'], ["“"])
    return after in (["on", ":"], ["on", "to"])


def _verb(words: Sequence[Word], number: int, base: str, offset: int) -> SpeechVerb | None:
    before = words[number - 1].lower if number else ""
    lower = words[number].lower
    after = [w.lower for w in words[number + 1 : number + 1 + _OBJECT_REACH]]
    earlier = [w.lower for w in words[max(0, number - 3) : number]]
    trails = lower in _NOUNISH and _trails(words, number)
    called = calls_to(words, number)
    speaks = trails or called != number or _speaks(base, lower, before, after)
    if not speaks or (lower in _NOUNISH and _is_noun(lower, earlier)):
        return None
    first, use = called, "says"
    while first and words[first - 1].lower in _AUXILIARIES:
        first -= 1
    negated = first > 0 and words[first - 1].lower in _NEGATIONS
    if negated and base not in _DENY:
        return None
    while first and words[first - 1].lower in _NEGATED:
        first -= 1
    if first and words[first - 1].lower in _BE and lower.endswith(("ed", "aid", "en", "old")):
        first, use = first - 1, "passive"
    elif base in _DENY and lower.endswith("ed") and after[:1] == ["by"]:
        use = "passive"  # "an allegation denied by the army"
    elif base in _CHARGES and after[:1] in (["of"], ["for"]):
        use = "passive"  # "Army accused of shelling": so headlines leave out "is"
    elif lower.endswith("ing") and first and words[first - 1].lower in _BE:
        first -= 1  # "is reporting"
    elif lower.endswith("ing"):
        use = "saying"
    return SpeechVerb(
        start=words[first].start - offset,
        end=words[number].end - offset,
        form=lower,
        use=use,
        denies=base in _DENY and not negated,
        proclaims=base in _PROCLAIM,
        that=after[:1] == ["that"],
    )


def _trails(words: Sequence[Word], number: int) -> bool:
    """Tell whether a form ends its clause behind a subject set off: "..., the army claims."."""
    if number + 1 < len(words) and words[number + 1].text not in ".,":
        return False
    before = [word.lower for word in words[max(0, number - _LONGEST_SUBJECT) : number]]
    marks = [place for place, word in enumerate(before) if word in _SETS_OFF]
    subject = before[marks[-1] + 1 :] if marks else []
    return bool(subject and SPEAKER_NOUN.search(subject[-1])) and _LINKS.isdisjoint(subject)


def _is_noun(form: str, earlier: list[str]) -> bool:
    """Tell whether the words before make a noun of "claim": "a rebel claim", "Situation Report"."""
    owned = bool(earlier) and (earlier[-1].endswith("'s") or earlier[-1] in _KINDS_OF_REPORT)
    return owned or (not form.endswith("s") and bool({"a", "an"} & set(earlier)))


def _speaks(base: str, form: str, before: str, after: list[str]) -> bool:
    """Tell whether a form is used to speak, by its neighbours."""
    nearest = after[0] if after else "."
    if form in _NOUNISH and (before in _BEFORE_NOUN or nearest in _AFTER_NOUN_ONLY):
        told = nearest == "to" and after[1:2] not in (["speak"], ["represent"])
        return told and base in ("claim", "order") and before not in _BEFORE_NOUN
    if form.endswith("ed") and before in _DETERMINERS and nearest != "that":
        return False  # "the alleged attack", "a reported advance"
    if base == "post" and (before in _POSTS or nearest in ("at", "near", "in", "outside")):
        return False
    infinite = before == "to" or (before in _MODAL and base != "say")
    if infinite or _means_other(base, form, before, after):
        return False
    if base in _CHARGES and nearest == "by":
        return True  # "accused by the army spokesman, Jan Roe, of shelling"
    objects = _OBJECTS.get(base)
    stated = base in _CLAUSAL and nearest in (".", ",")
    near = after[: _NEAR_OBJECT.get(base, _OBJECT_REACH)]
    return objects is None or stated or any(word in near for word in objects.split())


def _means_other(base: str, form: str, before: str, after: list[str]) -> bool:
    """Tell whether a word beside shows another sense: "denied access", "believed to be rebels"."""
    nearest = after[0] if after else "."
    return (
        (form in ("state", "states") and nearest != "that")
        or (base == "report" and form.endswith("ing") and nearest in _AFTER_NOUN)
        or (nearest == "to" and base in ("believe", "allege"))
        or (nearest == "to" and base == "report" and "that" not in after)
        or (form == "said" and nearest == "to" and not _HEARSAY.isdisjoint(after[1:2]))
        or (base == "deny" and nearest in _NOT_AFTER_DENY)
        or (base in ("describe", "assess") and nearest in ("as", "by"))
        or (form in _PUT_OUT and before in _TEXTS)
        or (base == "reply" and nearest in ("with", "by"))  # "replied with mortars"
    )
