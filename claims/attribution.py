"""Who asserts a sentence: the claimant, and who passed it on, apart from the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from claims.forces import country_adjectives
from claims.theatre import Theatre
from claims.words import Sentence

__all__ = ["Attribution", "Cue", "Speakers", "attribute"]

_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_SAY = (
    r"said|says|say|stated|told|tells|tell|reported|reports|report|confirmed|confirms|confirm|"
    r"claimed|claims|claim|added|adds|noted|notes|"
    r"explained|asserted|asserts|acknowledged|acknowledges|admitted|admits|insisted|insists|maintained|"
    r"warned|warns|alleged|alleges|revealed|reveals|wrote|writes|indicated|indicates|affirmed|stressed|"
    r"highlighted|highlight|highlights|suggested|suggests|suggest|estimated|estimates|charged|vowed|vows|"
    r"denied|denies|deny|rejected|rejects|dismissed|dismisses|refuted|refutes|quoted|pointed\s+out|"
    r"(?:announced|announces|announce|declared|declares|declare)(?=[^.;,]{0,40}?\s(?:that|it|they|he|she)\b)|"
    r"has\s+said|have\s+said|had\s+said|has\s+reported|have\s+reported|has\s+claimed|has\s+confirmed"
)
_DENY = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refute[sd]?)\b", re.IGNORECASE
)
_NAME = r"[^,;:.\"()—–]{2,90}?"
_ACCORDING = re.compile(r"\baccording\s+to\s+(?P<who>[^,;:.\"()—–]{2,90})", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?P<who>{_NAME}(?:\s\([^)]{{2,20}}\))?(?:,[^,;:\"]{{2,90}},)?)(?<!\bthe)(?<!\ba)(?<!\bits)(?<!\bby)\s+(?:also\s+|then\s+|later\s+|earlier\s+|had\s+|has\s+|have\s+)?(?P<verb>{_SAY})\b"
    r"(?!\s+(?:have|has|had|of|about|were|are|was|emerged)\b)"
)
_INVERTED = re.compile(
    r"[,\"]\s*(?P<verb>said|says|added|noted|reported|stated|told\s+reporters)\s+(?P<who>(?:a|an|the|one|[A-Z])[^,;:.\"()—–]{2,90})"
)
_QUOTED_BY = re.compile(
    r"\b(?:quoted\s+by|cited\s+by|told\s+(?!that|reporters)|in\s+an?\s+interview\s+with|speaking\s+to)\s+(?P<who>(?:the\s+)?[A-Z][^,;:.\"()—–]{2,60})"
)
_FURTHER = re.compile(rf"\b(?:and|but)\s+(?:also\s+|then\s+)?(?P<verb>{_SAY})\b")
_HEADLINE = re.compile(r":\s*(?P<who>[A-Z][A-Za-z .'-]{2,40})$")
_PRONOUN = re.compile(
    r"^(?:and\s+|but\s+|as\s+)?(?:he|she|it|they|the\s+same\s+\w+|the\s+(?:ministry|group|statement|source|spokes(?:man|woman|person)|report|center|centre|agency|monitor|observatory|official|organi[sz]ation|commander|governor|minister|president|communique|director|general|leader))$",
    re.IGNORECASE,
)
# Titles that name one person or office; other nouns ("the group") may stand for any speaker.
_TITLES = frozenset(
    "ministry minister source spokesman spokeswoman spokesperson official commander governor"
    " president director general leader".split()
)
_SPEAKER_NOUN = re.compile(
    r"\b(?:ministry|minister|spokes(?:man|woman|person|people)|sources?|officials?|monitors?|statement|agency|media|"
    r"correspondent|commander|governor|president|staff|residents?|witness(?:es)?|activists?|observatory|army|military|"
    r"command|government|rebels?|forces?|group|front|reports?|television|radio|news|police|envoy|ambassador|centre|center|"
    r"office|department|council|leader|chief|general|colonel|mayor|director|organi[sz]ation|party|communique|administration|"
    r"authorities|fighters|movement|coalition|nations|service|agencies|he|she|it|they)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^.*\b(?:as|while|and|but|after|because|since|that|when|where|although|meanwhile|however|which|who)\s+(?=\S)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_SPEAKER = re.compile(
    r"^(?:it\s+(?:was|is|has\s+been)|there|this|these|those|that|which|who|what|heavy|fierce|clashes?|fighting|casualties)\b",
    re.IGNORECASE,
)
# "By noon", "In the early hours" in front of a speaker are the time, not the name.
_TIME_LEAD = re.compile(
    r"^(?:by|in|on|at|during|late|early)\s+(?:the\s+)?(?:early\s+|late\s+|same\s+)?(?:morning|noon|"
    r"midday|afternoon|evening|night|dawn|hours|day|\w+day)(?:\s+(?:morning|afternoon|evening|night))?"
    r"\s+",
    re.IGNORECASE,
)
# A speaker that did something else first: "the monitor put the distance at 20 km and said".
_DID_FIRST = re.compile(r"\s+(?:put|gave|took|made|also|has|had|have|\w+ed|\w+s)\s.*\b(?:and|but)$")
_ARTICLE = re.compile(r"^(?:the|a|an|one)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that attribute: who, and the stretch of the text that is theirs."""

    who: str
    start: int
    end: int
    via: tuple[str, ...] = ()
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The claimant of a place in the text, the chain to the outlet, and whether it is denied."""

    claimant: str = "outlet"
    via: tuple[str, ...] = ()
    denies: bool = False


@dataclass(slots=True)
class Speakers:
    """Follow who speaks through one report, sentence by sentence.

    Call :meth:`read` with the sentences of one paragraph, in order; the last named speaker is kept
    from paragraph to paragraph, for "he added".
    """

    theatre: Theatre
    text: str = ""
    last: str = ""
    _open_quote: bool = field(default=False)

    def read(self, paragraph: Sequence[Sentence], *, headline: bool = False) -> list[list[Cue]]:
        """Return, for each sentence of a paragraph, the cues whose stretches it holds."""
        cues = [self._sentence(sentence, headline=headline) for sentence in paragraph]
        return list(self._carried(paragraph, cues))

    def _sentence(self, sentence: Sentence, *, headline: bool) -> list[Cue]:
        plain = sentence.text.translate(_SAME_LENGTH)
        found = list(self._cues(plain, sentence.start, headline=headline))
        for cue in found:
            self.last = cue.who
        return found

    def _cues(self, text: str, offset: int, *, headline: bool) -> Iterator[Cue]:
        via = tuple(
            self._name(m["who"]) for m in _QUOTED_BY.finditer(text) if self._is_source(m["who"])
        )
        whole = (offset, offset + len(text))
        if headline and (match := _HEADLINE.search(text)) and self._is_source(match["who"]):
            yield Cue(who=self._name(match["who"]), start=whole[0], end=whole[1], via=via)
        for match in _ACCORDING.finditer(text):
            yield Cue(who=self._name(match["who"]), start=whole[0], end=whole[1], via=via)
        for match in _INVERTED.finditer(text):
            if self._is_source(match["who"].split(" quoted ")[0]):
                yield Cue(
                    who=self._name(match["who"]),
                    start=whole[0],
                    end=offset + match.start(),
                    via=via,
                )
        inverted = [match.span() for match in _INVERTED.finditer(text)]
        for match in _SUBJECT.finditer(text):
            who = self._subject(match["who"])
            if who and not any(a <= match.start("verb") < b for a, b in inverted):
                yield self._stretch(text, offset, match, who, via)
                yield from _went_on(text, offset, match.end(), who)

    def _stretch(
        self, text: str, offset: int, match: re.Match[str], who: str, via: tuple[str, ...]
    ) -> Cue:
        """Return a speaker's words: after the verb, or before it where a comma led up to it."""
        rest = text[match.end() :]
        lead = text[: match.end("who")].rstrip()
        led_up = bool(re.search(r"[,\"][^,\"]{2,90}$", lead)) and not lead.endswith(",")
        short = len(re.findall(r"\w+", rest)) <= 5 and not re.match(
            r"\s*(?:that\b|:|,?\s*\")", rest
        )
        start = offset if led_up and short else offset + match.end()
        denies = bool(_DENY.match(match["verb"]))
        return Cue(who=who, start=start, end=offset + len(text), via=via, denies=denies)

    def _subject(self, words: str) -> str:
        """Return who speaks from the words before the verb, or empty where they name no speaker."""
        words = words.strip().strip('"').strip()
        words = words.split(", ")[0] if words.endswith(",") else words
        words = re.sub(r"\s\([^)]*\)$", "", words)  # the short form: "the Guard (PG) said"
        words = _DID_FIRST.sub("", _TIME_LEAD.sub("", words))
        cut = _LEAD_IN.sub("", words).strip() if not self._known(words) else words
        if not cut or _NOT_SPEAKER.match(cut):
            return ""
        return self._name(cut) if self._is_source(cut) else ""

    def _is_source(self, words: str) -> bool:
        words = words.strip()
        if self._known(words) or _PRONOUN.match(words):
            return True
        if _SPEAKER_NOUN.search(words):
            return len(words.split()) <= 12
        return bool(
            re.fullmatch(
                r"(?:[A-Z][\w.'-]+|al|bin|ibn|de|van|von|of|the)(?:\s+(?:[A-Z][\w.'-]+|al-\w+|bin|ibn|de|van|von))*",
                words,
            )
        )

    def _known(self, words: str) -> str:
        plain = words.translate(_SAME_LENGTH)
        for pattern, name, common in _aliases(self.theatre):
            match = pattern.search(plain)
            if match and not _of_another(plain, match) and (not common or self._named(name)):
                return name
        return ""

    def _named(self, name: str) -> bool:
        """Tell whether the report names a source itself, so that "the war monitor" may mean it."""
        plain = self.text.translate(_SAME_LENGTH)
        return any(n == name and not c and p.search(plain) for p, n, c in _aliases(self.theatre))

    def _name(self, words: str) -> str:
        words = words.strip().rstrip(",")
        known = self._known(words)
        if known:
            return known
        if _PRONOUN.match(words) and self.last and self._fits(words):
            return self.last
        short = _ARTICLE.sub("", words.split(" in a ")[0].split(" quoted by ")[0]).strip()
        return short[:80] or words[:80]

    def _fits(self, words: str) -> bool:
        """Tell whether "the governor" can mean who spoke last: only where that was a governor."""
        title = words.lower().split()[-1]
        return title not in _TITLES or title in self.last.lower()

    def _carried(self, paragraph: Sequence[Sentence], cues: list[list[Cue]]) -> Iterator[list[Cue]]:
        """Give a sentence without a cue the speaker that quotation marks or "he added" imply."""
        for index, sentence in enumerate(paragraph):
            opened = self._open_quote
            marks = sentence.text.translate(_SAME_LENGTH).count('"')
            self._open_quote = opened if marks % 2 == 0 else not opened
            if cues[index]:
                yield cues[index]
                continue
            heir = self._heir(paragraph, cues, index, quoted=opened or marks > 0)
            yield [Cue(who=heir, start=sentence.start, end=sentence.end)] if heir else []
        self._open_quote = False

    def _heir(
        self, paragraph: Sequence[Sentence], cues: list[list[Cue]], index: int, *, quoted: bool
    ) -> str:
        later = next((c for c in cues[index + 1 :] if c), None)
        follows_on = bool(later) and bool(
            re.search(
                r"\b(?:he|she|it|they)\s+(?:added|noted|said)\b",
                paragraph[min(index + 1, len(paragraph) - 1)].text,
            )
        )
        if later and (quoted or follows_on):
            return later[0].who
        if quoted and index and cues[index - 1]:
            return cues[index - 1][-1].who
        return self.last if quoted else ""


def _went_on(text: str, offset: int, start: int, who: str) -> Iterator[Cue]:
    """Yield the further speech of one speaker: "denied that X fell and said that it held Y"."""
    for match in _FURTHER.finditer(text, start):
        denies = bool(_DENY.match(match["verb"]))
        yield Cue(who=who, start=offset + match.end(), end=offset + len(text), denies=denies)


def _of_another(text: str, match: re.Match[str]) -> bool:
    """Tell whether a country stands before a bare title: "the Turkish Defence Ministry"."""
    before = text[: match.start()].split()
    return bool(before) and before[-1] in country_adjectives()


@cache
def _aliases(theatre: Theatre) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Return what matches each source, longest first, its name, whether it is a common noun."""
    rows = [(alias, s.name) for s in theatre.sources for alias in (s.name, *s.aliases)]
    rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return tuple(
        (
            re.compile(
                rf"(?<![\w-]){re.escape(alias.translate(_SAME_LENGTH))}(?![\w-])",
                0 if alias.isupper() else re.IGNORECASE,
            ),
            name,
            alias.islower(),
        )
        for alias, name in rows
    )


def attribute(cues: Sequence[Cue], place: int) -> Attribution:
    """Return who asserts what stands at ``place``: the closest stretch; wider ones pass it on."""
    around = sorted((c for c in cues if c.start <= place < c.end), key=lambda c: c.end - c.start)
    if not around:
        return Attribution()
    inner, outer = around[0], around[1:]
    via = tuple(dict.fromkeys((*inner.via, *(c.who for c in outer if c.who != inner.who))))
    return Attribution(claimant=inner.who, via=via, denies=inner.denies)
