"""The words of one sentence that let somebody speak, and the stretch that is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.claimants.apposition import after
from claims.claimants.headline import set_off, subject_left_out
from claims.claimants.idioms import idioms
from claims.claimants.inverted import speaker_behind, tells_anybody
from claims.claimants.noun_phrase import trimmed
from claims.claimants.owned_words import owned_words
from claims.claimants.passed_on import through_media
from claims.claimants.pronouns import kind_of
from claims.claimants.said_by import said_by
from claims.claimants.speakers import Names
from claims.claimants.speech import SpeechVerb, find_speech, is_speech
from claims.claimants.speech_tail import is_tail
from claims.claimants.stretches import Line, Said, bounded, leading, wrapping
from claims.claimants.witnessed import witnessed
from claims.fighters.number import number_of
from claims.number_words import ONE_TO_TEN
from claims.words import Sentence, straight

__all__ = ["Cue", "find_cues"]

_SHORTEST = 4  # words that say something before "it said": a subject with its verb and object
_BRACKETS = re.compile(r"\([^()]{1,60}\)|\[[^\[\]]{1,60}\]")
_NAME = r"(?P<who>[^,;:\"—–]{2,110})"
_ACCORDING = re.compile(
    r"(?:\baccording\s+to|(?:^|,\s+)per|\bas\s+(?:reported|announced|confirmed|claimed|stated)\s+by|in\s+the\s+words"
    r"\s+of)\s+" + _NAME,
    re.IGNORECASE,
)
# "...; according to residents, X fell": only what follows is theirs.
_NEW_CLAUSE = re.compile(r"(?:;|,\s*(?:and|but|while))\s*$", re.IGNORECASE)
_RELATIVE = frozenset("which whom what".split())  # "a report, according to which"
_SUBJECTS = {"her": "she", "him": "he", "them": "they"}  # "according to her"
_CITES = frozenset("according per words".split())
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
    r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)|report(?:ed|s|ing))\s+(?P<who>[^;:\"—–]{2,110}?)\s+as\s+"
    r"(?:saying|telling|reporting|claiming)\b",
    re.IGNORECASE,
)
_WAS_QUOTED = re.compile(
    r"\b(?:was|were|is|are|been)\s+(?:also\s+)?(?:quoted|cited)\s+(?:by\s+(?P<who>[^,;:\"]{2,60}?)\s+)?"
    r"as\s+saying\b(?:\s+by\s+(?P<medium>[^,;:\"]{2,60}?)(?=\s*(?:[.,;]|$|\s(?:on|that)\s)))?",
    re.IGNORECASE,
)
# "The office published a statement saying": the office says it.
_ISSUED = re.compile(
    r"\s(?:issued|published|released|posted)\s+(?:an?|the)\s+(?:\w+\s+){0,2}"
    r"(?:statement|communiqu[eé]|bulletin|report|message)\s*(?:that\s|which\s)?$",
    re.IGNORECASE,
)
# Where "who said" ends, and where the object of "announced" does.
_ASIDE = re.compile(r",")
_OWN_QUOTE = re.compile(r'[^":]{0,60}:\s*"')  # "denied the report: "We hold X""
_BESIDE = re.compile(r",\s+(?:(?:an?|the|its|their)\s+)?([^,]{3,90}),?", re.IGNORECASE)
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
_AS_FALSE = re.compile(r"^\s+as\s+(?:\w+ly\s+)?\w+\s")  # "rejected as baseless the army's claim"
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
# Words doubted or named, which are no speech: the DPR's "defence ministry", the "Storm" force.
_DOUBTED = re.compile(r'"((?:[a-z][\w-]*\s){1,2}[a-z][\w-]*)"|(?<=\bthe )"([A-Z][\w-]+)"')


def find_cues(sentence: Sentence, names: Names, *, headline: bool = False) -> list[Cue]:
    """Return who speaks in a sentence and what is theirs, in the order of their words."""
    text = straight(sentence.text)
    bracketed = "(" in text or "[" in text
    flat = _BRACKETS.sub(lambda m: " " * len(m.group()), text) if bracketed else text
    if flat[0] > "~":  # no letter: "▪️ Roe writes that"
        flat = _PICTOGRAM.sub(lambda m: " " * len(m.group()), flat)
    flat = _DOUBTED.sub(lambda m: f" {m[0][1:-1]} ", flat) if '"' in flat else flat
    line = Line(sentence=sentence, text=text, flat=flat, headline=headline)
    found = list(set_off(line, names)) if headline else []
    found += _quoted_as_saying(line, names)
    taken = [(s.low, s.high) for s in found]
    found += (s for s in _according(line, names) if not _inside(s.low, taken))
    for verb in (*find_speech(sentence), *witnessed(sentence), *idioms(sentence)):
        if not (_inside(verb.end - 1, taken) or _is_what_is_denied(line, verb, found)):
            found += _spoken(line, names, verb, found)
    found += owned_words(line, names, found)
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


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(low <= place < high for low, high in spans)


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
    if line.flat[own[1] :].strip(" .\"'"):
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
        yield from said_by(line, names, verb)
        return
    inverted = speaker_behind(line, names, verb)
    if inverted:
        yield inverted
        return
    low, who = _speaker(line, names, verb, found)
    if not who:
        return
    names.note(who)
    own = (low, verb.end)
    trails = line.lead(low) in (",", '"', "as") and not verb.that and verb.use == "says"
    quoted = line.flat[:low].rstrip().endswith((',"', '."')) and '"' not in line.flat[verb.end :]
    if trails and (quoted or is_tail(line.sentence.words, line.sentence.start, verb)):
        yield wrapping(line, who, own, denies=verb.denies)
        return
    # The verb itself is the speaker's too: "the army claims the town".
    said = leading(line, who, own, denies=verb.denies)._replace(start=verb.start)
    aside = line.lead(verb.start) in ("who", "which") or bool(_WHOSE.search(line.flat, 0, low))
    ends = _ASIDE if aside else _AGAIN if verb.proclaims else None
    stop = ends.search(line.flat, verb.end) if ends and not verb.that else None
    fronted = None if stop else _FRONTED.match(line.flat)
    if fronted and low <= fronted.end():  # "Although the army said X fell, troops hold it"
        stop = _ASIDE.search(line.flat, verb.end)
    quote = _OWN_QUOTE.match(line.flat, verb.end) if verb.denies else None
    if quote:
        at = quote.end()
        yield from (said._replace(end=at), said._replace(low=at, high=at, start=at, denies=False))
    else:
        yield said._replace(end=stop.start()) if stop else said


def _speaker(line: Line, names: Names, verb: SpeechVerb, found: list[Said]) -> tuple[int, str]:
    """Return where the speaker of a verb starts and who it is: named before it, or before that."""
    floor = max((s.high for s in found if s.high <= verb.start), default=0)
    lead = line.lead_over(verb.start)
    if lead in ("who", "which"):
        at = len(line.flat[: line.flat.lower().rindex(lead, 0, verb.start)].rstrip(" ,"))
        # "... by the army, which said", "said Jan Roe, a spokesman, who added"
        if floor == at or _is_named(line.flat[floor:at], found, floor):
            return verb.start, _same_speaker(line, names, verb, found)
        return names.before(line.flat, at, floor, told=tells_anybody(verb))
    # With no subject between, the first speaker goes on: "denied that Kilu fell and said that".
    goes_on = lead in ("and", "but") or (lead == "," and verb.form.endswith("s"))
    who = _same_speaker(line, names, verb, found) if goes_on and floor else ""
    if who:
        return verb.start, who
    if line.headline and lead == "," and verb.use == "says":
        return verb.start, subject_left_out(line, names)
    low, who = (verb.start, "")
    if not (verb.use == "saying" and lead == ","):
        issued = _ISSUED.search(line.flat, floor, verb.start)
        at = issued.start() if issued else verb.start
        low, who = names.before(line.flat, at, floor, told=tells_anybody(verb) and not goes_on)
        who = (_opener(line, names, low, verb) if who and not found else "") or who
        who = _report_opener(line, names, low, who) or who
    if not who and (verb.use == "saying" or goes_on):
        low, who = verb.start, _same_speaker(line, names, verb, found)
    return low, who


def _is_named(words: str, found: list[Said], high: int) -> bool:
    """Tell whether words behind a speaker are the title that stands with his name."""
    beside = _BESIDE.fullmatch(words)
    return bool(beside) and any(s.high == high and beside[1] in s.who for s in found if beside)


def _report_opener(line: Line, names: Names, low: int, who: str) -> str:
    """Return with whom a report opens whose first sentence ends so: "The army took X, it said"."""
    before = line.flat[:low]
    who = line.flat[low:].split(" ", 1)[0] if before.endswith((" where ", " which ")) else who
    pronoun = who.lower() in ("it", "they") and len(before.split()) >= _SHORTEST
    opener = names.opening(before) if pronoun else ""
    return opener if number_of(opener) in (None, who.lower() == "they") else ""


def _opener(line: Line, names: Names, low: int, verb: SpeechVerb) -> str:
    """Return the person with whom a sentence opens: "President Roe listed X, which he said"."""
    if line.flat[low : verb.start].split()[-1:] not in (["he"], ["she"]):
        return ""
    opener = names.opening(line.flat[:low])
    named = any(word[:1].isupper() for word in opener.split()[1:])
    named = named or line.flat[:low].endswith(" in which ")  # "put out a statement in which he"
    return opener if named and kind_of(opener) == "person" else ""


def _same_speaker(line: Line, names: Names, verb: SpeechVerb, found: list[Said]) -> str:
    """Return who goes on speaking: "..., adding that"; X in "X, which Y say is from Z, said"."""
    earlier = [s for s in found if s.high <= verb.start and line.lead(s.low) != "which"]
    if earlier:
        return max(earlier, key=lambda s: s.high).who
    goes_on = verb.use == "saying" or line.lead(verb.start) in ("and", "but")
    return names.opening(line.flat[: verb.start]) if goes_on else ""
