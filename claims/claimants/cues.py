"""The words of one sentence that let somebody speak, and the stretch that is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.claimants.apposition import after
from claims.claimants.headline import set_off
from claims.claimants.idioms import idioms
from claims.claimants.in_quotes import is_told_in_quotes
from claims.claimants.inverted import speaker_behind
from claims.claimants.noun_phrase import trimmed
from claims.claimants.owned_words import owned_words, without_denied
from claims.claimants.passed_on import through_media
from claims.claimants.said_by import NAME, said_by
from claims.claimants.scare_quotes import DOUBTED, NAMED
from claims.claimants.speakers import Names
from claims.claimants.speech import SpeechVerb, find_speech, is_speech
from claims.claimants.speech_sense import SAID_NOUNS
from claims.claimants.speech_tail import is_tail
from claims.claimants.stretches import Line, Said, bounded, inside, leading, wrapping
from claims.claimants.who_speaks import speaker_of
from claims.claimants.witnessed import witnessed
from claims.number_words import ONE_TO_TEN
from claims.words import Sentence, straight

__all__ = ["Cue", "find_cues"]

_BRACKETS = re.compile(r"\([^()]{1,60}\)|\[[^\[\]]{1,60}\]")
_ACCORDING = re.compile(
    r"(?:\baccording\s+to|(?:^|,\s+)per|\bas\s+(?:reported|announced|confirmed|claimed|stated)\s+by|in\s+the\s+words"
    r"\s+of|,\s+(?:[\w.]+\s+){1,3}(?:has\s+|have\s+)?learn(?:ed|t)\s+from)\s+" + NAME,
    re.IGNORECASE,
)
# "...; according to residents, X fell": only what follows is theirs.
_NEW_CLAUSE = re.compile(r"(?:;|,\s*(?:and|but|while))\s*$", re.IGNORECASE)
_RELATIVE = frozenset("which whom what".split())  # "a report, according to which"
_SUBJECTS = {"her": "she", "him": "he", "them": "they"}  # "according to her"
_CITES = frozenset("according per words learned learnt".split())
_REPORTED_BY = frozenset(("as", "by"))
# "In the general's words", "by the army's account".
_OWN_WORDS = re.compile(
    r"\b(?:by|in)\s+(?P<who>[^,;:\"—–]{2,60}?)'s?\s+(?:own\s+)?(?:account|words|telling|version)\b",
    re.IGNORECASE,
)
# "By their own count, rebels took X": whoever opens the sentence says so.
_BY_OWN = re.compile(
    r"\bby\s+(?:its|their|his|her)\s+own\s+(?:account|admission|count|estimates?|figures|tally|telling)\b",
    re.IGNORECASE,
)
_OWN = frozenset("account admission count estimate figures tally words telling version".split())
_QUOTES = re.compile(
    r"\b(?:quot(?:ed|es?|ing)|cit(?:ed|es?|ing)|report(?:ed|s|ing))\s+(?P<who>[^;:\"—–]{2,110}?)\s+as\s+"
    r"(?:saying|telling|reporting|claiming)\b",
    re.IGNORECASE,
)
_WAS_QUOTED = re.compile(
    r"\b(?:was|were|is|are|been)\s+(?:also\s+)?(?:quoted|cited)\s+(?:by\s+(?P<who>[^,;:\"]{2,60}?)\s+)?"
    r"as\s+saying\b(?:\s+by\s+(?P<medium>[^,;:\"]{2,60}?)(?=\s*(?:[.,;]|$|\s(?:on|that)\s)))?",
    re.IGNORECASE,
)
# "As saying [on Monday]": nothing follows that was said.
_SAID_WHEN = re.compile(
    r"(?:,?\s+(?:late|early|earlier|on|in|from|\w+day|by\s+(?:tele)?phone|(?-i:[A-Z])\w+))*"
    r"(?:\s+(?:from|in|at|by|via)\s+(?:an?|the|his|her|their|its)(?:\s+[a-z]+){1,3})?[\s.\"']*",
    re.IGNORECASE,
)
# Where "who said" ends, and where the object of "announced" does.
_ASIDE = re.compile(r",")
# "Denied the report: "We hold X"", "denied it: X is ours"
_OWN_REASON = re.compile(r'(?P<denied>[^":]*):\s+(?!that\b)(?P<quoted>"?)')
# Whose word it is that one has told of already, and what lists more than one.
_KNOWN = (["the"], ["this"], ["that"])
_SEVERAL = frozenset("following claims reports statements".split())
_LISTED = SAID_NOUNS | frozenset("following reported claimed said".split())
_FRONTED = re.compile(
    r"\W*(?:(?:\w+\s+){0,3}(?:after|before)|although|though|even\s+though|while|when|because|since)"
    r"\s+(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
_WHOSE = re.compile(r",\s+(?:whose\s+\w+|which|whom)\s+(?:the\s+)?$", re.IGNORECASE)
_AGAIN = re.compile(
    r",?\s(?:(?<!known )(?<!such )(?<!well )as|while|after|before|when|but)\s", re.IGNORECASE
)
_CLAIMS = frozenset("claim claims report reports charge charges".split())
# "Rejected as baseless the army's claim", "denied on May 3 rebel claims that".
_AS_FALSE = re.compile(
    r"^\s+(?:as\s+(?:\w+ly\s+)?\w+|(?:\w+\s+)?on\s+(?:[A-Z]\w+\s+\d+|\d+\s+[A-Z]\w+)),?\s"
)
_ORDERS = ("order", "urg")  # "ordered all to leave, shelling the town as they went"
_NEXT_PART = re.compile(r";\s")  # of a headline: "Army says it took X; rebels storm Y"
# "To crush what it says is a revolt and has sealed off the town": what it calls so and no more.
_CALLED = re.compile(r"\bwhat\s(?:[\w'.-]+\s){1,6}$", re.IGNORECASE)
_CALLED_ENDS = re.compile(r"[,;]|\s(?:and|but)\s")
# "The town was shelled by what the army says were rebels": the deed of whom it calls so as well.
_BY, _OPENS = ("by ", "in "), re.compile(r"[,;]\s|\s(?:and|but|after|when)\s")
_PICTOGRAM = re.compile(r"[^\w\"'(\[]+")
_DENIED = 3  # words from "denied" to "claims": "repeated rebel claims"


class Cue(NamedTuple):
    """Words that attribute: who, and the stretch of the text that is theirs."""

    who: str
    start: int
    end: int
    via: tuple[str, ...] = ()
    denies: bool = False


_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]$")  # "the U.N", whose last point ended a clause
_SINGLE = re.compile(r"(?<!\w)'([^']{2,90})'(?!\w)")  # 'We hold X,' says a leader in a headline
# "The tale that X had fled [he dismissed]": what is denied stands in front.
_TALE = re.compile(
    r"\W*(?:the|an?|any|all|that)\s(?:\w+\s)?(?:accusation|allegation|charge|claim|idea|news|notion|report|rumou?r"
    r"|story|suggestion|tale)s?\s(?:that|of)\s.*\s(?P<who>he|she|they)\s*",
    re.IGNORECASE,
)


def find_cues(sentence: Sentence, names: Names, *, headline: bool = False) -> list[Cue]:
    """Return who speaks in a sentence and what is theirs, in the order of their words."""
    text = straight(sentence.text)
    bracketed = "(" in text or "[" in text
    flat = _BRACKETS.sub(lambda m: " " * len(m.group()), text) if bracketed else text
    if flat[0] > "~":  # no letter: "▪️ Roe writes that"
        flat = _PICTOGRAM.sub(lambda m: " " * len(m.group()), flat)
    if headline and "'" in flat:
        flat = _SINGLE.sub(r'"\1"', flat)
    if '"' in flat:
        doubted = DOUBTED if headline else NAMED
        flat = doubted.sub(lambda m: f" {m[0][1:-1]} ", flat)
    line = Line(sentence=sentence, text=text, flat=flat, headline=headline)
    found = list(set_off(line, names))
    found += _quoted_as_saying(line, names)
    taken = [(s.low, s.high) for s in found]
    found += (s for s in _according(line, names) if not inside(s.low, taken))
    verbs = sorted((*find_speech(sentence), *witnessed(sentence), *idioms(sentence)))
    for verb in verbs:
        theirs = _is_what_is_denied(line, verb, found) or is_told_in_quotes(flat, verb)
        if not (theirs or inside(verb.end - 1, taken)):
            found += _spoken(line, names, verb, found)
    found += owned_words(line, names, found)
    found = without_denied(line, found)
    found = through_media(line, names, found)
    offset = sentence.start
    return [
        Cue(
            who=_INITIALS.sub(r"\g<0>.", s.who) if s.who[-2:-1] == "." else s.who,
            start=offset + s.start,
            end=offset + s.end,
            via=s.via,
            denies=s.denies,
        )
        for s in bounded(flat, found)
    ]


def _is_what_is_denied(line: Line, verb: SpeechVerb, found: list[Said]) -> bool:
    """Tell whether a word of saying is a noun that somebody denies: "denied rebel claims that"."""
    if verb.form not in _CLAIMS or not found or not found[-1].denies:
        return False
    between = _AS_FALSE.sub("", line.flat[found[-1].high : verb.start]).split()
    return len(between) <= _DENIED and "that" not in between


def _quoted_as_saying(line: Line, names: Names) -> Iterator[Said]:
    if "as" not in line.sentence.held:
        return
    for match in _WAS_QUOTED.finditer(line.flat):
        start, who = names.before(line.flat, match.start())
        if who:
            medium = match["who"] or match["medium"]
            via = (names.name(medium),) if medium else ()
            yield _around(line, who, (start, match.end()), via)
    for match in _QUOTES.finditer(line.flat):
        who, comma, beside = match["who"].partition(",")
        who = trimmed(who)
        if names.is_source(who):
            low, medium = names.before(line.flat, match.start())
            via = (medium,) if medium else ()
            yield _around(line, names.name(after(who, comma + beside)), (low, match.end()), via)


def _around(line: Line, who: str, own: tuple[int, int], via: tuple[str, ...]) -> Said:
    """Return a speaker whose words follow, or stand before where nothing follows."""
    if not _SAID_WHEN.fullmatch(line.flat, own[1]):
        return leading(line, who, own, via=via)
    return wrapping(line, who, own, via)


def _according(line: Line, names: Names) -> Iterator[Said]:
    if not _OWN.isdisjoint(line.sentence.held):
        for match in _OWN_WORDS.finditer(line.flat):
            if names.is_source(match["who"]):
                yield wrapping(line, names.name(match["who"]), match.span())
        for match in _BY_OWN.finditer(line.flat):
            before = line.flat[: match.start()].strip(" ,")
            who = names.opening(before or line.flat[match.end() :].lstrip(" ,"))
            counts = who.split()[:1] and who.split()[0].lower() in ONE_TO_TEN  # "three rebels died"
            told = counts or any(map(is_speech, who.lower().split()))  # "Monitors say the army"
            if not told and names.is_source(who):
                yield wrapping(line, who, match.span())
    held = line.sentence.held
    if _CITES.isdisjoint(held) and not _REPORTED_BY.issubset(held):
        return
    for match in _ACCORDING.finditer(line.flat):
        words = trimmed(match["who"])
        if words and words.split()[0].lower() not in _RELATIVE:
            high = match.start("who") + len(words)
            meant = _SUBJECTS.get(words.lower(), words)
            who = names.name(after(meant, line.flat[high:]))
            said = wrapping(line, who, (match.start(), high))
            opens = _NEW_CLAUSE.search(line.flat, 0, match.start())
            own = opens and words.lower() not in ("them", "him", "her", "it")
            yield said._replace(start=match.start()) if own else said


def _spoken(line: Line, names: Names, verb: SpeechVerb, found: list[Said]) -> Iterator[Said]:
    """Yield what a verb of saying attributes, and to whom."""
    if verb.use == "passive":
        for said in said_by(line, names, verb):
            names.note(said.who)
            yield said
        return
    inverted = speaker_behind(line, names, verb)
    if inverted:
        yield inverted
        return
    tale = _TALE.fullmatch(line.flat, 0, verb.start) if verb.denies else None
    if tale:
        own = (tale.start("who"), verb.end)
        yield wrapping(line, names.name(tale["who"]), own, denies=True)._replace(end=verb.end)
        return
    low, who = speaker_of(line, names, verb, found)
    if not who:
        return
    names.note(who)
    own = (low, verb.end)
    whose = who.lower().startswith("whose ")  # tells of one named before, and no main clause
    who = who[6:] if whose else who
    trails = (
        not whose
        and line.lead(low) in (",", '"', "as", "so")
        and not verb.that
        and verb.use == "says"
    )
    quoted = line.flat[:low].rstrip().endswith((',"', '."')) and '"' not in line.flat[verb.end :]
    if trails and (quoted or is_tail(line.sentence.words, line.sentence.start, verb)):
        yield wrapping(line, who, own, denies=verb.denies)
        return
    called = _CALLED.search(line.flat, 0, verb.start)
    said = leading(line, who, own, denies=verb.denies)._replace(start=_starts(line, verb, called))
    aside = line.lead(verb.start) in ("who", "which") or bool(_WHOSE.search(line.flat, 0, low))
    aside = aside or whose
    ordered = verb.form.startswith(_ORDERS)
    ends = _ASIDE if aside or ordered else _AGAIN if verb.proclaims else None
    ends = _CALLED_ENDS if called else ends
    stop = ends.search(line.flat, verb.end) if ends and not verb.that else None
    fronted = None if stop else _FRONTED.match(line.flat)
    if fronted and low <= fronted.end():  # "Although the army said X fell, troops hold it"
        stop = _ASIDE.search(line.flat, verb.end)
    if line.headline and not stop:
        stop = _NEXT_PART.search(line.flat, verb.end)
    reason = _own_reason(line, verb) if verb.denies else None
    if reason:
        at = reason.end()
        yield from (said._replace(end=at), said._replace(low=at, high=at, start=at, denies=False))
    else:
        yield said._replace(end=stop.start()) if stop else said


def _own_reason(line: Line, verb: SpeechVerb) -> re.Match[str] | None:
    """Find what opens a denier's own words; "denied two reports: X fell" only lists what it is."""
    found = _OWN_REASON.match(line.flat, verb.end)
    if found is None or found["quoted"]:
        return found
    words = found["denied"].lower().split()
    # "The report" was told before, and what follows is why it is untrue
    known = words[-2:-1] in _KNOWN and words[-1] not in _SEVERAL
    return None if words[-1:] and words[-1] in _LISTED and not known else found


def _starts(line: Line, verb: SpeechVerb, called: re.Match[str] | None) -> int:
    """Return where a speaker's words start: with the verb itself, "the army claims the town"."""
    if not (called and line.flat[: called.start()].endswith(_BY)):
        return verb.start
    opened = [match.end() for match in _OPENS.finditer(line.flat, 0, called.start())]
    return max(opened, default=0)
