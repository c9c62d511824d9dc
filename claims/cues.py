"""The words of one sentence that let somebody speak, and the stretch that is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.noun_phrase import FINITE, trimmed
from claims.passed_on import through_media
from claims.speakers import Names, is_medium
from claims.speech import SAME_LENGTH, SPEAKER_NOUN, SpeechVerb, find_speech, is_tail
from claims.stretches import Said, bounded
from claims.words import Sentence

__all__ = ["Cue", "find_cues"]

_BRACKETS = re.compile(r"\([^()]{1,60}\)|\[[^\[\]]{1,60}\]")
_NAME = r"(?P<who>[^,;:\"—–]{2,110})"
_ACCORDING = re.compile(
    r"(?:\baccording\s+to|,\s+per|\bas\s+(?:reported|announced|confirmed|claimed|stated)\s+by|in\s+the\s+words"
    r"\s+of)\s+" + _NAME,
    re.IGNORECASE,
)
_CITES = ("according", ", per ", " by ", "words of")
_BY = re.compile(r"(?:\s+\w+){0,3}?\s+by\s+" + _NAME, re.IGNORECASE)
_INVERTED = re.compile(
    r"\s+(?P<who>(?:a|an|the|one|two|several|(?-i:[A-Z]))[^;:\"—–]{2,140})", re.IGNORECASE
)
_QUOTES = re.compile(
    r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(?P<who>[^;:\"—–]{2,110}?)\s+as\s+"
    r"(?:saying|telling|reporting|claiming)\b",
    re.IGNORECASE,
)
_WAS_QUOTED = re.compile(
    r"\b(?:was|were|is|are|been)\s+(?:also\s+)?(?:quoted|cited)\s+(?:by\s+(?P<who>[^,;:\"]{2,60}?)\s+)?"
    r"as\s+saying\b",
    re.IGNORECASE,
)
_HEADLINE_LAST = re.compile(r"(?::|\s[-–—])\s*(?P<who>\w[\w .'-]{1,40})$")
_HEADLINE_FIRST = re.compile(r"^(?P<who>\w[\w.' -]{1,40}):\s+(?=\S+\s+\S+\s+\S)")
_HEADLINE_WORDS = 5
# Where "who said" ends, and where the object of "announced" does.
_ASIDE = re.compile(r",")
_AGAIN = re.compile(r",?\s(?:as|while|after|before|when|but)\s", re.IGNORECASE)
# A verb with an object: what stands before it is a subject and no speaker behind "said".
_ACTS = re.compile(
    r"\s(?!named|called)\w{3,}ed\s(?!by|in|on|at|to|as|from|with|only|near)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that attribute: who, and the stretch of the text that is theirs."""

    who: str
    start: int
    end: int
    via: tuple[str, ...] = ()
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One sentence: with straight quotes, and with its brackets blanked."""

    sentence: Sentence
    text: str
    flat: str

    @property
    def size(self) -> int:
        return len(self.flat)

    def lead(self, at: int) -> str:
        """Return the mark or word before a character."""
        before = self.flat[:at].rstrip()
        return before[-1:] if before[-1:] in ',"' else before.rpartition(" ")[2].lower()


def find_cues(sentence: Sentence, names: Names, *, headline: bool = False) -> list[Cue]:
    """Return who speaks in a sentence and what is theirs, in the order of their words."""
    text = sentence.text.translate(SAME_LENGTH)
    flat = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    line = _Line(sentence=sentence, text=text, flat=flat)
    found = list(_headline(line, names)) if headline else []
    found += _quoted_as_saying(line, names)
    taken = [(s.low, s.high) for s in found]
    found += (s for s in _according(line, names) if not _inside(s.low, taken))
    for verb in find_speech(sentence.words, sentence.start):
        if not _inside(verb.end - 1, taken):
            found += _spoken(line, names, verb, found)
    found = through_media(flat, names, found)
    offset = sentence.start
    return [
        Cue(who=s.who, start=offset + s.start, end=offset + s.end, via=s.via, denies=s.denies)
        for s in bounded(flat, found)
    ]


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(low <= place < high for low, high in spans)


def _headline(line: _Line, names: Names) -> Iterator[Said]:
    """Yield the speaker that a headline sets off: "...: Monitor", "Army: ..."."""
    last, first = _HEADLINE_LAST.search(line.text), _HEADLINE_FIRST.search(line.text)
    for match in (first, last):
        if match and _sets_off_speaker(match["who"], names):
            who = names.name(match["who"])
            yield Said(
                who=who, low=match.start(), high=match.end(), start=0, end=line.size, wraps=True
            )
            return


def _sets_off_speaker(words: str, names: Names) -> bool:
    """Tell whether the words that a headline sets off name a speaker; a place alone does not."""
    parts = words.split()
    if len(parts) > _HEADLINE_WORDS or not names.is_source(words):
        return False
    first = bool(SPEAKER_NOUN.fullmatch(parts[0])) and parts[1:2] in ([], ["of"], ["in"], ["for"])
    noun = first or bool(SPEAKER_NOUN.fullmatch(parts[-1]))
    short = len(parts) == 1 and words.isupper()
    return noun or short or bool(names.known(words)) or is_medium(words)


def _quoted_as_saying(line: _Line, names: Names) -> Iterator[Said]:
    if " as " not in line.flat.lower():
        return
    for match in _WAS_QUOTED.finditer(line.flat):
        start, who = names.before(line.flat, match.start())
        if who:
            via = (names.name(match["who"]),) if match["who"] else ()
            yield _around(line, who, (start, match.end()), via)
    for match in _QUOTES.finditer(line.flat):
        who = trimmed(match["who"].split(",")[0])
        if names.is_source(who):
            low, medium = names.before(line.flat, match.start())
            via = (medium,) if medium else ()
            yield _around(line, names.name(who), (low, match.end()), via)


def _around(line: _Line, who: str, own: tuple[int, int], via: tuple[str, ...]) -> Said:
    """Return a speaker whose words follow, or stand before where nothing follows."""
    if line.flat[own[1] :].strip(" .\"'"):
        return _leading(line, who, own, via=via)
    return _wrapping(line, who, own, via)


def _leading(
    line: _Line, who: str, own: tuple[int, int], *, via: tuple[str, ...] = (), denies: bool = False
) -> Said:
    """Return a speaker whose words follow."""
    return Said(
        who=who, low=own[0], high=own[1], start=own[1], end=line.size, via=via, denies=denies
    )


def _wrapping(
    line: _Line, who: str, own: tuple[int, int], via: tuple[str, ...] = (), *, denies: bool = False
) -> Said:
    """Return a speaker whose words stand before, or around."""
    return Said(
        who=who, low=own[0], high=own[1], start=0, end=line.size, wraps=True, via=via, denies=denies
    )


def _according(line: _Line, names: Names) -> Iterator[Said]:
    low = line.flat.lower()
    if not any(hint in low for hint in _CITES):
        return
    for match in _ACCORDING.finditer(line.flat):
        words = trimmed(match["who"])
        if words:
            high = match.start("who") + len(words)
            yield _wrapping(line, names.name(words), (match.start(), high))


def _spoken(line: _Line, names: Names, verb: SpeechVerb, found: list[Said]) -> Iterator[Said]:
    """Yield what a verb of saying attributes, and to whom."""
    if verb.use == "passive":
        yield from _said_by(line, names, verb)
        return
    inverted = _inverted(line, names, verb)
    if inverted:
        yield inverted
        return
    low, who = _speaker(line, names, verb, found)
    if not who:
        return
    names.note(who)
    own = (low, verb.end)
    trails = line.lead(low) in (",", '"', "as") and not verb.that and verb.use == "says"
    if trails and is_tail(line.sentence.words, line.sentence.start, verb):
        yield _wrapping(line, who, own, denies=verb.denies)
        return
    # The verb itself is the speaker's too: "the army claims the town".
    said = replace(_leading(line, who, own, denies=verb.denies), start=verb.start)
    aside = line.lead(verb.start) in ("who", "which")
    ends = _ASIDE if aside else _AGAIN if verb.proclaims else None
    stop = ends.search(line.flat, verb.end) if ends and not verb.that else None
    yield replace(said, end=stop.start()) if stop else said


def _speaker(line: _Line, names: Names, verb: SpeechVerb, found: list[Said]) -> tuple[int, str]:
    """Return where the speaker of a verb starts and who it is: named before it, or before that."""
    floor = max((s.high for s in found if s.high <= verb.start), default=0)
    lead = line.lead(verb.start)
    if lead in ("who", "which"):
        at = line.flat.lower().rindex(lead, 0, verb.start)
        return names.before(line.flat, len(line.flat[:at].rstrip(" ,")), floor)
    low, who = (verb.start, "")
    if not (verb.use == "saying" and lead == ","):
        low, who = names.before(line.flat, verb.start, floor)
    if not who and (verb.use == "saying" or lead in ("and", "but")):
        low, who = verb.start, _same_speaker(line, names, verb, found)
    return low, who


def _said_by(line: _Line, names: Names, verb: SpeechVerb) -> Iterator[Said]:
    """Yield who a passive names: "the fall of the town was announced by the army"."""
    match = _BY.match(line.flat, verb.end)
    words = trimmed(match["who"]) if match else ""
    if match and names.is_source(words):
        own = (verb.start, match.start("who") + len(words))
        yield _wrapping(line, names.name(words), own, denies=verb.denies)


def _inverted(line: _Line, names: Names, verb: SpeechVerb) -> Said | None:
    """Return the speaker behind a verb: "..., said a rebel commander"."""
    match = _INVERTED.match(line.flat, verb.end)
    if not match or verb.form.startswith("t") or line.lead(verb.start) not in (",", '"', "as"):
        return None
    words = match["who"].partition(",")[0].partition(" who ")[0].strip(" .!?'")
    if (
        FINITE.search(words)
        or _ACTS.search(words)
        or not names.is_source(words.split(" quoted by ")[0].split(" in ")[0])
    ):
        return None
    own = (verb.start, match.start("who") + len(words))
    return _wrapping(line, names.name(words), own, denies=verb.denies)


def _same_speaker(line: _Line, names: Names, verb: SpeechVerb, found: list[Said]) -> str:
    """Return who goes on speaking: "..., adding that", "said that X and denied that Y"."""
    earlier = [s for s in found if s.high <= verb.start]
    if earlier:
        return max(earlier, key=lambda s: s.high).who
    goes_on = verb.use == "saying" or line.lead(verb.start) == "and"
    return names.opening(line.flat[: verb.start]) if goes_on else ""
