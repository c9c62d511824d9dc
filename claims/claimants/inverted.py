"""Who speaks behind the verb: "..., said a rebel commander"."""

from __future__ import annotations

import re

from claims.claimants.apposition import after, with_apposition
from claims.claimants.headline import behind, verbs_of
from claims.claimants.noun_phrase import FINITE, is_anybody
from claims.claimants.speaker_words import PERSON, SPEAKER_NOUN
from claims.claimants.speakers import Names
from claims.claimants.speech import SpeechVerb
from claims.claimants.stretches import Line, Said, wrapping
from gazetteer.spellings.english import is_ordinary

__all__ = ["speaker_behind", "tells_anybody"]

_INVERTED = re.compile(
    r"\s+(?P<who>(?:a|an|the|its|their|one|two|several|(?-i:[A-Z]))[^;:\"—–]{2,140})", re.IGNORECASE
)
# "..., said rebel commander Jan Roe", "..., say residents": no article, so the noun has to tell.
_INVERTED_PLAIN = re.compile(
    rf"\s+(?P<who>(?:(?!(?:he|she|it|they|that|there|its|his|their)\b)[a-z][\w'-]*\s+){{0,4}}"
    rf"(?:{SPEAKER_NOUN.pattern}|{PERSON.pattern})(?:\s+(?:[A-Z][\w.'-]*|\d+))*"
    rf"(?:\s+(?:of|in|for|from|near)\s[^,;:\"—–]{{2,60}})?)\s*(?=[.;!?\"]|$|,\s(?:who|an?|the|adding|citing|quoted|cited)\s|\s(?:on|who|by|as|late|in|reached|contacted|interviewed)\s)"
)
# A verb with an object: what stands before it is a subject and no speaker behind "said".
_COMMA = re.compile(r",(?!\d)")  # none of "6,000 men"
_PERSONS = re.compile(r"\s(?:of|from|at)\s.*$", re.DOTALL)  # "Dr Roe of the city hospital"
_ACTS = re.compile(
    r"(?<!\ba)(?<!\ban)(?<!\bone)(?<!\bthe)\s(?!named|called|united)\w{3,}ed\s(?!by|in|on|at|to|as|from|with|only|near)",
    re.IGNORECASE,
)
# "A source, who asked not to be named, [said the rebels left]": the speaker stands before, as does
# "Jan Roe, spokesman for the Front, [said Oru, the second city, had fallen]".
_DESCRIBED = re.compile(
    r"(?:^|[.;]\s)\W*(?P<who>[^,;.]{3,60}),\s+(?:who|speaking|quot(?:ed|ing)|cit(?:ed|ing)|contacted"
    r"|reached|interviewed|briefed|monitored)"
    r"\s[^,;]+,$"
)
_TITLED = re.compile(r"\W*(?P<who>[^,;\"]{3,80})(?P<title>,\s[^,;\"]{3,90},)")
_BESIDE = re.compile(r",\s[^,;\"]{3,90}(?=,)")
_SUBJECT = re.compile(r",\s[^,;\"]{3,90},\s(?:had|has|have|was|were|is|are|would|will|could)\s")
_OF_TEXT = re.compile(r"(?<!\bsaid)\s(?:the|these|those)\s(?:reports?|claims?|news|statement)\b")
_PARTICIPLE = re.compile(r"\w+(?:ing|ed)\b")
_CHARGES = ("accus", "blam", "urg", "order")  # somebody follows who is charged
_TOLD = frozenset("say says said tell tells told recalled".split())
# "Officials, however, said": who speaks stands before.
_SET_OFF = re.compile(
    r",\s(?:meanwhile|however|though|nevertheless|in\s+turn|too|for\s+(?:its|his|her|their)\s+part),$"
)


def tells_anybody(verb: SpeechVerb) -> bool:
    """Tell whether whoever stands beside a verb speaks: "a mother of four said"."""
    return verb.form in _TOLD


def speaker_behind(line: Line, names: Names, verb: SpeechVerb) -> Said | None:
    """Return the speaker behind a verb: "..., said a rebel commander"."""
    if line.headline and line.lead(verb.start) == ",":
        words = behind(line, names, verb)
        own = (verb.start, line.size)
        return wrapping(line, names.name(words), own, denies=verb.denies) if words else None
    # "Rejected the statement" has an object there, and "told" somebody.
    objects = verb.denies or verb.form.startswith("t") or _OF_TEXT.match(line.flat, verb.end)
    if objects or line.lead(verb.start) not in (",", '"', "as"):
        return None
    front = line.flat[: verb.start].rstrip()
    if _stands_before(front, names):
        return None
    match = _INVERTED.match(line.flat, verb.end) or _INVERTED_PLAIN.match(line.flat, verb.end)
    if not match:
        return None
    words = _COMMA.split(match["who"])[0].partition(" who ")[0].strip(" .!?'")
    cut = words.split(" quoted by ")[0].split(" in ")[0]
    # In capitals all is written like a name: ", SAID THE TOWN" has a clause behind it.
    plain = (
        line.flat[: verb.end].isupper()
        and is_ordinary(cut.split()[-1])
        and not SPEAKER_NOUN.search(cut)
    )
    if (
        plain
        or verb.form.startswith(_CHARGES)
        or not _heads(cut)
        or FINITE.search(words)
        or _ACTS.search(words)
        or _SUBJECT.match(line.flat, match.start("who") + len(words))
        or _goes_on(line, match.start("who"), match.start("who") + len(words))
        or not (
            names.is_source(cut)
            or names.is_source(_PERSONS.sub("", cut))
            or (tells_anybody(verb) and is_anybody(cut))
        )
    ):
        return None
    end = match.start("who") + len(words)
    told = after(words, line.flat[end:])
    beside = _BESIDE.match(line.flat, end) if told != words else None
    end = beside.end() if beside else end
    who = names.name(told)
    return wrapping(line, who, (verb.start, end), denies=verb.denies)


def _stands_before(front: str, names: Names) -> bool:
    """Tell whether what stands before a verb is who speaks, with what is said of him."""
    if (set_off := _SET_OFF.search(front)) is not None:
        who = front[: set_off.start()]
        told = FINITE.search(who) or _ACTS.search(who)  # "X had fallen, though, said the army"
        return not told and names.is_source(who)
    described = _DESCRIBED.search(front)
    if described and names.is_source(described["who"]):
        return True
    titled = _TITLED.fullmatch(front)
    if not titled:
        return False
    return with_apposition(titled["who"], titled["title"]) != titled["who"]


def _goes_on(line: Line, start: int, end: int) -> bool:
    """Tell whether words have a verb of their own: "the radio in X, says rebels shell Y"."""
    inside = (at for at in verbs_of(line) if start < at < end and " " in line.flat[at:end])
    if not line.headline:
        inside = (at for at in inside if line.flat[at].islower())  # "the General Command of X"
    return any(not _PARTICIPLE.match(line.flat, at) for at in inside)


def _heads(words: str) -> bool:
    """Tell whether the noun at the head may speak: "the capture of X by rebels" is no speaker."""
    head = _PERSONS.sub("", words)
    of = head != words and head.rsplit(maxsplit=1)[-1].islower()
    return not of or bool(SPEAKER_NOUN.search(head) or PERSON.search(head))
