"""Who speaks in a headline, which leaves out articles, verbs and subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claimants.leads import strip_leads
from claims.claimants.noun_phrase import FINITE
from claims.claimants.speaker_words import PERSON, SPEAKER_NOUN, is_medium
from claims.claimants.speakers import SPEAKS, Names
from claims.claimants.speech import SpeechVerb, is_speech
from claims.claimants.stretches import Line, Said
from claims.lexicon import lexicon
from claims.sides.groups import country_words
from claims.word_lists import word_list
from gazetteer.spellings.english import is_ordinary

__all__ = ["behind", "is_label", "is_named", "set_off", "subject_left_out", "verbs_of"]

_LAST = re.compile(r"(?::(?!\d\d\b)|\s[-–—])\s*(?P<who>\w(?:(?!\s[-–—]\s)[\w .'-]){1,40})$")
_FIRST = re.compile(r"^(?P<who>\w[\w.' -]{1,40}):\s+(?=\S+\s+\S+\s+\S)")
_SHORT = 3  # letters of a short form that may be a word too
_LONG = 5  # and beyond which it is rather a town, unless the text has it speak
_LONGEST = 5  # words of a speaker that a headline sets off
_AREAS = frozenset("front axis".split())  # a stretch of the front heads what is told of it
_AREA = re.compile(r"(?:[IVX]+|\d+\w*)\s+Corps")  # so does "II Corps", but no "Coast Corps"
# What a brief calls itself: "North Coast - Daily situation update".
_SUMS = frozenset("update snapshot summary overview digest roundup round-up recap sitrep".split())
_ISSUED = frozenset(
    f"{kind} {text}"
    for kind in ("press", "joint", "official", "media", "news")
    for text in ("statement", "release", "briefing", "communique")
)
# "The rebels put out a statement on Monday: "Our forces ...".
_PUT_OUT = re.compile(
    r"(?:[^,;:]{1,40},\s)?(?:(?:the|an?)\s)?(?P<who>[^,;:\"]{2,60}?)\s(?:(?:has|have|had|also|later|then)\s)*"
    r"(?:(?:put|sent|gave)\sout|issued?|released?|published?|posted|circulated|distributed|broadcast"
    r"|aired|read(?:\sout)?)\s(?:(?:an?|the|this|their|its)\s)?(?:[\w-]+\s){0,3}?"
    r"(?P<text>statement|communiqu[eé]|bulletin|message|declaration|leaflets?|press\srelease)"
    r"(?:\s(?:by|from)\s(?:the\s|an?\s)?(?P<by>[^,;:\"]{2,60})|\s[^,;:\"]{1,50})?(?P<opens>:\s*)?",
    re.IGNORECASE,
)
# "Great people of the hills: our forces ..." turns to those who listen.
_HEARERS = frozenset("people citizens masses compatriots countrymen nation".split())
_LABELS = word_list("labels")


def set_off(line: Line, names: Names) -> Iterator[Said]:
    """Yield the speaker that a headline sets off: "...: Monitor", "Army: ...".

    Elsewhere whoever puts out a text that a colon opens.
    """
    put_out = _PUT_OUT.match(line.flat) if ": " in line.flat else None
    if put_out is not None and put_out["opens"]:
        who = put_out["by"] or ""
        who = who if names.is_source(who) else strip_leads(put_out["who"])
        low, high = put_out.start("who"), put_out.end("text")
        if names.is_source(who):
            who = names.name(who)
            yield Said(who=who, low=low, high=high, start=put_out.end(), end=line.size)
        return
    if not line.headline:
        return
    last, first = _LAST.search(line.text), _FIRST.search(line.text)
    for match in (first, last):
        # In a line of capitals a last word alone is rather a place: "DAILY SUMMARY: ORU".
        loud = match is last and line.text.isupper() and match and not _is_told(match["who"])
        if match and not loud and is_label(match["who"], names):
            who = names.name(match["who"])
            yield Said(
                who=who, low=match.start(), high=match.end(), start=0, end=line.size, wraps=True
            )
            return


def _is_told(words: str) -> bool:
    """Tell whether words in capitals are no bare name: "ORU", but "MONITOR", "ORU GOVERNOR"."""
    return " " in words or is_ordinary(words.lower())


def is_label(words: str, names: Names) -> bool:
    """Tell whether words set off by a colon or a dash name a speaker; a place alone does not."""
    parts = words.split()
    if not parts or len(parts) > _LONGEST or not names.is_source(words):
        return False
    lowered = [part.lower() for part in parts]
    if words.title() in country_words() or _PUT_OUT.fullmatch(words):
        return False  # "Chad: ..." says what the report is about
    heads = (
        " ".join(lowered) in _ISSUED
        or lowered[0] in _LABELS
        or lowered[-1] in _AREAS | _SUMS
        or _AREA.fullmatch(words)
        or _addresses(lowered)
    )
    if heads or any(map(is_speech, lowered[1:])):
        return False
    first = bool(SPEAKS.fullmatch(parts[0])) and parts[1:2] in ([], ["of"], ["in"], ["for"])
    noun = first or any(SPEAKS.fullmatch(" ".join(parts[-n:])) for n in (1, 2))
    if noun and parts[-1][:1].isupper() and not is_ordinary(lowered[-1]):
        noun = bool(SPEAKER_NOUN.fullmatch(parts[-1]))  # "Oru - Bela" ends in a town
    noun = noun or _names_person(parts)
    # "TASS: ..." names who speaks, "CHAD: ..." what the report is about.
    short = len(parts) == 1 and words.isupper() and _is_short_form(words, names)
    return noun or short or bool(names.known(words)) or is_medium(words)


def _addresses(words: list[str]) -> bool:
    """Tell whether words call on those who listen: not "Voice of the People"."""
    return words[-1] in _HEARERS and "of" not in words


def is_named(words: str, names: Names) -> bool:
    """Tell whether words set off before a quotation name somebody: "Major Orel", "Jan Roe"."""
    parts = words.split()
    told = any(map(is_speech, (part.lower() for part in parts))) or _PUT_OUT.fullmatch(words)
    return bool(parts) and len(parts) <= _LONGEST and not told and names.is_source(words)


def _is_short_form(word: str, names: Names) -> bool:
    """Tell letters that stand for a name from a word in capitals: "TASS", not "EAST", "KILINO"."""
    plain = len(word) > _SHORT and is_ordinary(word.lower())  # "UN", "WHO"
    told = any(f"{word}{said}" in names.text for said in (")", " said", " reported", " announced"))
    return not (plain or f"{word.title()} " in names.text or (len(word) > _LONG and not told))


def _names_person(parts: list[str]) -> bool:
    """Tell whether words end in a title and a name: "army spokesman Jan Roe"."""
    titles = (n for n, part in enumerate(parts[:-1]) if n and PERSON.fullmatch(part))
    return any(all(part[:1].isupper() for part in parts[n + 1 :]) for n in titles)


def behind(line: Line, names: Names, verb: SpeechVerb) -> str:
    """Return the speaker who ends a headline behind a verb ("..., says governor"), or empty."""
    words = line.flat[verb.end :].strip(" .!?'\"")
    parts = words.split()
    if not parts or len(parts) > _LONGEST or parts[0].lower() in ("he", "she", "it", "they"):
        return ""
    acts = FINITE.search(words) or any(start >= verb.end for start in verbs_of(line))
    return words if not acts and names.is_source(words) else ""


def subject_left_out(line: Line, names: Names) -> str:
    """Return who both acts and speaks: the army in "Army Leaves Town, Says It Will Return"."""
    verbs = verbs_of(line)
    opening = line.flat[: verbs[0]].strip(" '\"") if verbs else ""
    if not opening:
        noun = SPEAKER_NOUN.search(line.flat)
        opening = line.flat[: noun.end()] if noun else ""
    return names.name(opening) if opening and names.is_source(opening) else ""


def verbs_of(line: Line) -> list[int]:
    """Return the characters at which the verbs of a line start."""
    sentence = line.sentence
    return [
        sentence.words[trigger.first].start - sentence.start
        for trigger in lexicon().triggers(sentence)
        if trigger.pattern.kind == "verb"
    ]
