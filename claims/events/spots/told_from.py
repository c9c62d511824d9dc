"""Places from which a story or a statement comes, where nothing of it happens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.claimants.speaker_words import is_medium
from claims.claimants.speech import is_speech
from claims.events.spots.fronted import is_fronted
from claims.fighters.worded.havens import is_haven
from claims.lexicon import lexicon
from claims.words import Sentence
from gazetteer.wording.mentions import Mention

__all__ = ["is_dateline", "said_in"]

_DASHED = re.compile(r"^\s+(?:—|–|--|-)\s+[\"“‘']?[A-Z]")
_SAID = re.compile(
    r"\s+(?:also\s+)?(?:said|says|reported|told|confirmed|announced|denie[ds]|insist(?:ed|s))\b",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"\s+(?:also\s+|later\s+)?(?:said|says|told|added|(?:denie[ds]|insist(?:ed|s))(?:\s+that)?\s+"
    r"(?:its|their|his|her|the|any|it|they|he|she)\b"
    r"|(?:acknowledge|admit|concede|confirm|claim|announce|report|state)(?:t?ed|d|s)\s+that\b)",
    re.IGNORECASE,
)
# "X Province Governor Jan Roe claimed": the place is part of an office.
_OFFICE = re.compile(
    r"\s+(?i:(?:deputy\s+|acting\s+|regional\s+|district\s+|provincial\s+|military\s+|occupation\s+)*"
    r"(?:governor|mayor|head|police\s+chief|administration|administrator|commissioner|officials?|authorities))"
    r"(?:\s+[A-Z][\w'’.-]+){0,4}\s+(?:also\s+|later\s+|further\s+)?"
    r"(?:says?|said|stat(?:es|ed)|claim(?:s|ed)|report(?:s|ed)|confirm(?:s|ed)|tells|told|acknowledge[sd]|admit(?:s|ted)"
    r"|den(?:ies|ied)|add(?:s|ed)|announce[sd]|warn(?:s|ed)|declare[sd])\b"
)
_CALLED = re.compile(r"\s+(?:has\s+)?(?:call|describe|term|label|dub|hail)", re.IGNORECASE)
_WHAT = frozenset(("what", "which"))
_REPORTED = re.compile(
    r"\s+(?:report(?:ed|s)?|confirm(?:ed|s)|announce[ds])\s*[.,;\"”]", re.IGNORECASE
)
# "..., the agency reported from X": whence it did, where "clashes were reported from X" were there.
_WIRED = re.compile(
    r",\s(?P<who>(?:(?!(?:was|were|is|are|been|being)\b)[\w.'’&-]+\s){1,6})report(?:ed|s)\sfrom\s$"
)
_SOURCE = 6  # words of ", a newspaper in X reported"
# "A statement from X that", "by telephone from X": whence words came.
_TEXTS = frozenset(
    "statement communique bulletin broadcast interview telephone telegram message".split()
)
_PUT_OUT = frozenset("issued released published distributed broadcast received".split())
# '"We hold it," he said by telephone from X': where he spoke.
_BEHIND_QUOTE = re.compile(
    r"[,.?!…][\"”]\s[^\"“”]*\b(?:said|says|told|added)\b(?:(?!\b(?:as|after|before|when|while|that|where"
    r"|adding|saying|warning|claiming|insisting|noting|accus(?:ed|ing)|blam(?:ed|ing))\b)[^\"“”])*$"
)
# "In X, the news agency quoted": where those are who only pass it on.
_PASSED_ON = re.compile(
    r",\s+(?:[\w'’-]+\s+){0,5}?(?:agency|radio|television|newspaper|daily|ministry|spokes\w+)\s"
    r"(?:[\w.'’-]+\s+){0,5}?(?:said|quoted|reported|told|announced|claimed)\b"
)
# "In X, the foreign minister said that Y was shelled": where a government speaks.
_STATED = re.compile(
    r",\s+(?:[\w'’.-]+\s+){0,6}?(?:officials?|president|premier|ministers?|ministry|diplomats?|ambassador|envoy|spokes\w+"
    r"|government|chancellor|secretary|analysts?|department|pentagon|kremlin|white\s+house|secretary-general"
    r"|alliance|bloc)\s"
    r"(?:[\w.'’-]+\s+){0,6}?(?:said|told|announced|warned|denied|insisted|confirmed|acknowledged|declined|called|urged)\b",
    re.IGNORECASE,
)
# "In X, the rebels' stronghold, a statement said": that was put out there. Where a comma closes
# it, "In X, a statement said, ten were killed", it is only set in.
_GIVEN_OUT = re.compile(
    r",\s+(?:(?:the|an?|its|their)\s[^,]{3,60},\s+)?(?:an?|the)\s(?:\w+\s){0,3}(?:statement|communiqu[eé]|bulletin)\s"
    r"(?:[\w.'’-]+\s+){0,6}?(?:said|announced|claimed|denied|warned|insisted)\b(?!,)",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"\s(?:president|premier|prime\s+minister|foreign\s+minist(?:er|ry)|chancellor|king|alliance|bloc|pentagon"
    r"|kremlin|white\s+house|secretary-general|ambassador|envoy)\s",
    re.IGNORECASE,
)
# "In X, diplomats protested": where nothing happened but words.
_DEBATED = re.compile(
    r",\s+(?:[\w'’.-]+\s+){0,4}?(?:officials|ministers?|ministry|diplomats?|ambassadors?|envoys?|leaders|lawmakers"
    r"|deputies|delegat\w+|negotiators|parliament|council|government|president|premier|alliance|bloc)\s"
    r"(?:has\s|have\s|had\s)?(?:protested|condemned|deplored|denounced|welcomed|voted|debated|met)\b",
    re.IGNORECASE,
)
# "Quoting the command in X, the radio said", "quoted a man in X as saying": where those are. No
# man is quoted in "cited heavy fighting in X, where".
_CITED = re.compile(r"\b(?:quot|cit)(?:ing|(e[ds]))\s[^,;\"“”]{3,60}\s(?:in|at|from)\s+$")
_AS_SAYING = re.compile(r"\s+as\s+(?:saying|telling|reporting)\b")
_TELL = re.compile(
    r"\s(?:(?:on\s\w+day|today|yesterday|overnight|by\s\w+)\s)?(?:said|say|told|spoke|reported|described"
    r"|gave|talked|recounted)\b"
)
_FOR_TALKS = re.compile(
    r"\s+for\s+(?:[\w-]+\s+){0,3}?(?:talks|negotiations|summit|meetings?|conference|consultations|treatment"
    r"|visit|funeral|ceremony)\b"
)
_TELLING = frozenset("reporting speaking writing broadcasting".split())
_CHARGES = frozenset("accusation allegation assertion charge claim".split())
_TALKED = frozenset(
    "discussed debated considered negotiated weighed confirmed condemned denounced deplored"
    " welcomed denied hailed mourned acknowledged criticised criticized".split()
)
# "The radio, heard in X, said", "the agency, monitored in X, said": where it was listened to.
_LISTENED = frozenset("monitored received intercepted".split())
_ON_AIR = frozenset("radio station broadcast broadcasts voice television".split())
_TOLD = frozenset(("told", "informed"))
_TO = 5  # words from "told" to where
_DAYS = frozenset(
    """
    today yesterday monday tuesday wednesday thursday friday saturday sunday
    morning afternoon evening night
    """.split()
)
# What fighting did on a day in a place: it "continued on Friday in X".
_GO_ON = frozenset("continue continues continued went goes opened closed began ended".split())
_CLOSES = frozenset(".,;:)")
_MARKS = frozenset('"”')
_OFFICES = frozenset("police army military".split())
_THAT = re.compile(r"\s+that\b", re.IGNORECASE)


def is_dateline(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a place in front only says whence a report comes: "Oru — Soldiers ..."."""
    behind = sentence.text[mention.end - sentence.start :]
    return mention.start == sentence.start and bool(_DASHED.match(behind))


# "X radio said", "the border troops": the place is part of whose name it is.
_COMPOUND = re.compile(
    r"\s+(?:(?:news\s+)?(?:website|newspaper|magazine|weekly|agency|outlet|portal|broadcaster|channel)"
    r"|radio|television|TV|(?<=border )(?:troops|guards?|police|forces|guardsmen|service))\b"
)


def _is_passed_on(
    sentence: Sentence, first: int, mention: Mention, later: Sequence[Mention]
) -> bool:
    """Tell whether a place only says where words were passed on: '"We won," he said in X'."""
    elsewhere = _is_named_in(later)
    start, behind = mention.start - sentence.start, mention.end - sentence.start
    fronted = sentence.lower[first - 1] == "in" and is_fronted(sentence.lower, first)
    if fronted and (
        _PASSED_ON.match(sentence.text, behind) or _DEBATED.match(sentence.text, behind)
    ):
        return True
    if sentence.lower[0] == "in" and _GIVEN_OUT.match(sentence.text, behind):
        return True
    stated = _STATED.match(sentence.text, behind) if fronted else None
    if stated and (elsewhere or (not later and _RULES.search(stated[0]))):
        return True
    if _is_cited(sentence, start, behind):
        return True
    quoted = not _MARKS.isdisjoint(sentence.held)
    return quoted and bool(_BEHIND_QUOTE.search(sentence.text, 0, start))


def _is_cited(sentence: Sentence, start: int, behind: int) -> bool:
    """Tell whether a place is only where those are whom somebody quotes."""
    text = sentence.text
    saying = _AS_SAYING.match(text, behind) is not None
    if not (saying or text[behind : behind + 1] == ","):
        return False
    cited = _CITED.search(text, 0, start)
    return cited is not None and (saying or not cited[1])


def said_in(
    sentence: Sentence, first: int, mention: Mention, later: Sequence[Mention] = ()
) -> bool:
    """Tell whether a place is where somebody spoke: "claimed in X that", "police in X said".

    ``later`` are the places behind it: "in X, officials said" tells of X where none is named.
    """
    behind = sentence.text[mention.end - sentence.start :]
    if behind.startswith(", ") and "," in mention.expression.text:
        behind = behind[1:]  # "an officer in X, 30 km from Y, told Z"
    lead = sentence.lower[max(0, first - 2) : first + 1]
    texts = not _TEXTS.isdisjoint(lead[:-2]) or _is_put_out(sentence, first)
    if texts and lead[-2] in ("from", "in", "at"):
        return True
    if lead[0] in ("a", "an") and not _CHARGES.isdisjoint(lead[-2:-1]):
        return True  # "an accusation the capital denied"
    talked = lead[-2:-1] in (["in"], ["at"]) and not _TALKED.isdisjoint(lead[:-2])
    if talked or (lead[-2:-1] == ["in"] and _is_met_in(sentence, first, behind)):
        return True  # "the fall of Y was confirmed in X", "an official, in X for talks, denied"
    heard = lead[-2:-1] == ["in"] and _is_listened_to(sentence, first)
    heard = heard or (bool(_TELL.match(behind)) and _reached(sentence, mention))
    heard = heard or _is_wired(sentence.text[: mention.start - sentence.start])
    heard = heard or (behind.startswith(",") and _is_of_cited(sentence.lower[: first + 1]))
    if heard or (_is_dated_speech(sentence, first) and not _goes_on(behind, later)):
        return True
    tells = sentence.lower[first - 3 : first - 2] == [","] and lead[0] in _TELLING
    if _is_passed_on(sentence, first, mention, later) or (tells and lead[1] in ("from", "in")):
        return True  # "Jan Roe, reporting from X, said"
    return behind[:1].isspace() and _is_spoken_in(sentence, first, behind, lead)


def _is_met_in(sentence: Sentence, first: int, behind: str) -> bool:
    """Tell whether a place is where people meet or speak, set off or behind "called"."""
    before = sentence.lower[max(0, first - 4) : first - 1]
    talks = _FOR_TALKS.match(behind) is not None
    set_off = before[-1:] == [","] or before[-2:] in (["who", "is"], ["who", "was"])
    return (talks and set_off) or (before[-1:] == ["called"] and behind.startswith(" for "))


def _reached(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether people came to a place who may tell what they left: "refugees reaching X"."""
    return is_haven(sentence.text, mention.start - sentence.start)


def _is_put_out(sentence: Sentence, first: int) -> bool:
    """Tell whether a text is published in a place: "in a statement issued in X"."""
    lead = sentence.lower[max(0, first - 3) : first - 1]
    if _PUT_OUT.isdisjoint(lead[1:]):
        return False
    set_off = lead[0] == "," and not _TEXTS.isdisjoint(sentence.lower[: first - 3])
    return set_off or lead[0] in _TEXTS  # "a communique from the command, released in X,"


def _is_wired(before: str) -> bool:
    """Tell whether a medium, or somebody with a name, reports from the place that follows."""
    wired = _WIRED.search(before) if before.endswith(" from ") else None
    who = wired["who"].strip() if wired else ""
    return is_medium(who) or who.rpartition(" ")[2][:1].isupper()


def _is_of_cited(words: Sequence[str]) -> bool:
    """Tell whether words are all of who is cited: "according to a source at the bank in X,"."""
    cited = words[:2] == ["according", "to"] and "," not in words
    return cited and not any(map(lexicon().is_past, words))


def _is_named_in(later: Sequence[Mention]) -> bool:
    """Tell whether a place is named behind the one looked at."""
    return any(m.expression.heads for m in later)


def _goes_on(behind: str, later: Sequence[Mention]) -> bool:
    """Tell whether what was told is told of the place: "reported on Monday in X an attack by"."""
    closed = not behind.strip() or behind.lstrip()[:1] in _CLOSES or _THAT.match(behind)
    return not closed and not _is_named_in(later)


def _is_dated_speech(sentence: Sentence, first: int) -> bool:
    """Tell whether somebody spoke there on a day: "police sources reported today in X"."""
    at = first - 2
    if at < 1 or sentence.lower[at + 1] != "in" or sentence.lower[at] not in _DAYS:
        return False
    while at > 0 and (sentence.lower[at] in _DAYS or sentence.lower[at] in ("on", "late", "early")):
        at -= 1
    verb = sentence.lower[at]
    return is_speech(verb) and verb not in _GO_ON


def _is_listened_to(sentence: Sentence, first: int) -> bool:
    """Tell whether somebody listened in a place to what is told: ", monitored in X"."""
    if first < 3 or sentence.lower[first - 3] != ",":
        return False
    verb = sentence.lower[first - 2]
    on_air = verb == "heard" and not _ON_AIR.isdisjoint(sentence.lower[: first - 3])
    return on_air or verb in _LISTENED


def _is_spoken_in(sentence: Sentence, first: int, behind: str, lead: list[str]) -> bool:
    """Tell whether the words behind a place say that somebody spoke there."""
    if _COMPOUND.match(sentence.text, len(sentence.text) - len(behind)) or _OFFICE.match(behind):
        return True
    if _CALLED.match(behind) and not _WHAT.isdisjoint(lead[:-1]):
        return True  # "in what the capital called a turning point"
    if _SAID.match(behind) and not _OFFICES.isdisjoint(lead):
        return True
    set_off = "," in sentence.lower[max(0, first - _SOURCE) : first] and _REPORTED.match(behind)
    if (_SPOKE.match(behind) or set_off) and lead[-2:-1] in (["in"], ["at"], ["from"]):
        return True
    told = any(map(is_speech, lead)) or not _TOLD.isdisjoint(
        sentence.lower[max(0, first - _TO) : first]
    )
    return told and bool(_THAT.match(behind))  # "told X in Y that"
