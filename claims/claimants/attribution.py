"""Who asserts a sentence: the claimant, and who passed it on, apart from the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.claimants.cues import Cue, find_cues
from claims.claimants.indirect import goes_on_in_his_voice
from claims.claimants.issuer import find_issuer
from claims.claimants.listed import is_item, label, lister
from claims.claimants.pronouns import is_pronoun
from claims.claimants.speaker_words import is_medium
from claims.claimants.speakers import Names
from claims.claimants.told_behind import tells_who_said_it
from claims.sides.theatre import Theatre
from claims.words import Sentence, straight

__all__ = ["Attribution", "Cue", "Speakers", "attribute"]

_SILENT = re.compile(
    r"\bno\s+(?:mention|comment)\b|\bignored\b|\bsilent\b|\b(?:declined|refused)\s+to\b"
)
_ADDED = re.compile(
    r"\b(?:(?:he|she|it|they|the\s+\w+)\s+(?:also\s+)?(?:added|adds|noted|continued|went\s+on)"
    r"|(?:he|she|it|they)\s+said|^(?:that|this)(?:'s|\s+is|\s+was|\s+comes)?\s+according\s+to|(?:added|noted)\s+(?:the\s+\w+|[A-Z]\w+))\b",
    re.IGNORECASE,
)
_ADDING = frozenset("added adds noted continued went said according".split())
_BRACKETED = re.compile(r"[(\[]([A-Z][\w .,'&!-]{1,60})[)\]]")
# Of whoever wrote down a broadcast: "[words indistinct]".
_EDITORS = frozenset("indistinct omitted heard received recording garbled inaudible sic".split())
_FIRST_BRACKETS = re.compile(r"(?:[(\[][A-Z][\w .,'&!-]{1,60}[)\]]\s*)+[.\s]*")
_LAST_BRACKET = re.compile(
    r"[(\[](?:[Ss]ources?:\s)?([A-Z][\w .,'&!-]{1,60})[)\]]\s*\.?$"
    r"|(?:\s[–—-]|^Sources?:)\s([A-Z][\w &!-]{1,30})\s*\.?$"
)
_MARKS = ("(", "[", " - ", " – ", " — ", "Source")
_DATED = re.compile(r",[^,]*\d.*$")  # "(Radio Oru, 4 May)"
_HEADED = re.compile(r"^([A-Z]{3,}(?:[ -][A-Z]+)?):\s", re.MULTILINE)
# "ORU: Rebels left the town": the label is where it happened.
_THE_TOWN = re.compile(r"\bthe\s(?:town|city|village|airport)\b(?!\sof\b)", re.IGNORECASE)
_HEADINGS = 3  # places by which the paragraphs of a report go
_PART_QUOTED = re.compile(r'[^"]*[a-z] "[a-z][^"]*"[^"]*$')
_QUOTATION = re.compile(r'\s*"(?:[^"\s]+\s+){2,}[^"]+"[.!?]?\s*')
_LONG_QUOTE = 24  # characters; shorter words in quotation marks are no speech of their own


class Attribution(NamedTuple):
    """The claimant of a place in the text, the chain to the outlet, and whether it is denied."""

    claimant: str = "outlet"
    via: tuple[str, ...] = ()
    denies: bool = False


@dataclass(slots=True)
class Speakers:
    """Follow who speaks through one report, sentence by sentence.

    Call :meth:`read` with the sentences of one paragraph, in order; the last named speaker is kept
    from paragraph to paragraph, for "he added". Where the report names its own ``outlet`` as the
    speaker, the claimant is "outlet".
    """

    theatre: Theatre
    text: str = ""
    outlet: str = ""
    names: Names = field(init=False)
    _issuer: str = field(init=False, default="")
    _list: str = ""
    _open_quote: bool = field(default=False)
    _left_open: bool = field(default=False)
    _by_place: bool = field(init=False, default=False)  # its paragraphs go by "ORU:"

    def __post_init__(self) -> None:
        self.names = Names(theatre=self.theatre, text=self.text)
        self._issuer = find_issuer(self.text)
        headed = {label for label in _HEADED.findall(self.text) if not is_medium(label)}
        self._by_place = len(headed) >= _HEADINGS
        if self._issuer:
            self.names.note(self._issuer)

    def read(self, paragraph: Sequence[Sentence], *, headline: bool = False) -> list[list[Cue]]:
        """Return, for each sentence of a paragraph, the cues whose stretches it holds."""
        cues = []
        self.names.open_paragraph()
        listed = self._listed(paragraph, headline)
        if listed:
            self.names.note(listed)  # whom "he added" means
        for sentence in paragraph:
            found = find_cues(sentence, self.names, headline=headline)
            for cue in found:
                for who in (*cue.via, cue.who):  # "the agency quoted an officer. It also said"
                    self.names.note(who)
            if not found:
                self.names.note_topic(sentence.text)
            cues.append(found)
        carried = list(self._carried(paragraph, cues))
        own = [list(map(self._own, found)) for found in _sourced(paragraph, carried)]
        behind = tuple(filter(None, (listed, self._issuer)))
        return [
            [*found, *(Cue(who=who, start=sentence.start, end=sentence.end) for who in behind)]
            for sentence, found in zip(paragraph, own, strict=True)
        ]

    def _listed(self, paragraph: Sequence[Sentence], headline: bool) -> str:
        """Return who says all of a paragraph: its label, or whoever says the list it is in."""
        if not paragraph:
            return ""
        first = paragraph[0]
        line = self.text[first.start : paragraph[-1].end] or first.text
        begin = self.text.rfind("\n", 0, first.start) + 1  # where its mark stands: "2. The army"
        item = is_item(self.text[begin : paragraph[-1].end])
        if item:
            said = lister(self.text, begin, self.names)
            self._list = self._list if said is None else said
        else:
            self._list = ""
        labelled = "" if headline and not item else label(line, self.names)
        placed = labelled.isupper() and (self._by_place or _THE_TOWN.search(first.text))
        if placed and not is_medium(labelled):
            labelled = ""
        return labelled or self._list

    def _own(self, cue: Cue) -> Cue:
        """Name the outlet "outlet" where the report speaks of itself."""
        own = self.outlet.lower()
        if self._issuer and cue.who.lower().startswith("our "):
            return cue._replace(who=self._issuer)  # "our forces inform the people that"
        if own and cue.who.lower() == own != self._issuer.lower():
            return cue._replace(who="outlet")
        passed = tuple(who for who in cue.via if who.lower() != own)
        return cue._replace(via=passed) if passed != cue.via else cue

    def _carried(self, paragraph: Sequence[Sentence], cues: list[list[Cue]]) -> Iterator[list[Cue]]:
        """Give a sentence without a cue the speaker that quotation marks or "he added" imply."""
        texts = [straight(sentence.text) for sentence in paragraph]
        # A quotation left open goes on where the next paragraph opens with a mark of its own.
        if self._left_open and texts and texts[0].startswith('"'):
            texts[0], self._open_quote = texts[0][1:], True
        following, behind = _following(cues), _told_behind(paragraph, cues)
        voice: Cue | None = None  # whose the words of the sentence before are
        for index, text in enumerate(texts):
            opened, marks = self._open_quote, text.count('"')
            self._open_quote = opened if marks % 2 == 0 else not opened
            quoted = opened or marks % 2 == 1 or (marks > 1 and _speech(text))
            heir = None
            before = cues[index - 1] if index else []
            if not cues[index] and before and _IT_WAS_SAID.search(text):
                heir = before[-1]
            elif not cues[index] and behind[index]:
                heir = following[index][1][0]
            elif not cues[index] and (quoted or _goes_on(paragraph, index)):
                heir = self._heir(before, following[index], quoted=quoted)
                # '"We hid," she said' of nobody named tells of the sentence before nothing
                heir = None if heir and not quoted and is_pronoun(heir.who) else heir
                # Words out of a sentence of the reporter's are no speech of whoever spoke above.
                if heir and not (before or following[index][1]) and _PART_QUOTED.match(text):
                    heir = None
            sentence = paragraph[index]
            said = cues[index]
            alone = not said and not heir
            if alone and voice and goes_on_in_his_voice(sentence, paragraph[index - 1], voice):
                heir = voice
            if heir:
                said = [heir._replace(start=sentence.start, end=sentence.end, denies=False)]
            voice = said[-1] if said and not quoted else None
            yield said
        self._left_open, self._open_quote = self._open_quote, False

    def _heir(
        self, before: list[Cue], following: tuple[int, list[Cue]], *, quoted: bool
    ) -> Cue | None:
        """Return whose words a sentence without a cue of its own are, if anybody's."""
        distance, later = following
        if later and (quoted or distance == 1):
            return later[0]
        if quoted and before:
            return before[-1]
        return Cue(who=self.names.last, start=0, end=0) if quoted and self.names.last else None


# "The road is cut, it was stated": by whoever spoke in the sentence before.
_IT_WAS_SAID = re.compile(
    r",\sit\swas\s(?:also\s|further\s)?(?:said|stated|added|announced|reported|claimed|noted)\W*$"
)


def _goes_on(paragraph: Sequence[Sentence], index: int) -> bool:
    """Tell whether the next sentence is one in which "he added" what came before as well.

    Not what they were silent on: "The radio made no mention of the fall of X. It said only".
    """
    behind = paragraph[index + 1 : index + 2]
    if _SILENT.search(paragraph[index].text):
        return False
    added = bool(behind) and not _ADDING.isdisjoint(behind[0].held)
    return added and bool(_ADDED.search(straight(behind[0].text)))


def _following(cues: list[list[Cue]]) -> list[tuple[int, list[Cue]]]:
    """Return, for each sentence, the next cues behind it and how many sentences on they stand."""
    found: list[tuple[int, list[Cue]]] = []
    distance, later = 0, list[Cue]()
    for own in reversed(cues):
        found.append((distance + 1, later))
        distance, later = (0, own) if own else (distance + 1, later)
    return found[::-1]


def _told_behind(paragraph: Sequence[Sentence], cues: list[list[Cue]]) -> list[bool]:
    """Tell of each sentence whether the next that has a cue says whose all of them are."""
    found: list[bool] = []
    said = False
    for sentence, own in zip(reversed(paragraph), reversed(cues), strict=True):
        found.append(said)
        said = tells_who_said_it(sentence) if own else said
    return found[::-1]


def _speech(text: str) -> bool:
    """Tell whether a sentence is a quotation, or holds one long enough to be speech."""
    return _QUOTATION.fullmatch(text) is not None or any(
        len(part) >= _LONG_QUOTE for part in text.split('"')[1::2]
    )


def _sourced(paragraph: Sequence[Sentence], cues: list[list[Cue]]) -> list[list[Cue]]:
    """Add the sources that stand in brackets behind sentences, as those who passed them on."""
    first = 0
    for index, sentence in enumerate(paragraph):
        before, own = _bracketed(sentence.text)
        for sources, end in ((before, index), (own, index + 1)):
            if sources:
                for number in range(first, end):
                    cues[number] = _passed_on(paragraph[number], cues[number], sources)
                first = end
    return cues


def _bracketed(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sources in brackets that close the sentence before, and those that close this one.

    An acronym explained ("the Northern Front (NF).") is no source.
    """
    if not any(mark in text for mark in _MARKS):
        return (), ()
    leading = _FIRST_BRACKETS.match(text)
    told = _BRACKETED.findall(leading.group()) if leading else []
    before = tuple(name for name in told if _EDITORS.isdisjoint(name.lower().split()))
    match = _LAST_BRACKET.search(text, leading.end() if leading else 0)
    name = _DATED.sub("", match[1] or match[2]) if match else ""
    closes = match and is_medium(name) and not _is_acronym(text[: match.start()], name)
    return before, (name,) if closes else ()


def _is_acronym(before: str, short: str) -> bool:
    """Tell whether letters in brackets shorten the words before them."""
    initials = "".join(word[0] for word in before.split()[-8:] if word[0].isupper())
    return short.isupper() and initials.endswith(short[-2:])


def _passed_on(sentence: Sentence, cues: list[Cue], sources: tuple[str, ...]) -> list[Cue]:
    if not cues:
        return [Cue(who="outlet", start=sentence.start, end=sentence.end, via=sources)]
    return [cue._replace(via=(*cue.via, *(s for s in sources if s != cue.who))) for cue in cues]


def attribute(cues: Sequence[Cue], place: int) -> Attribution:
    """Return who asserts what stands at ``place``: the closest stretch; wider ones pass it on."""
    around = [c for c in cues if c.start <= place < c.end]
    if not around:
        return Attribution()
    around.sort(key=lambda c: c.end - c.start)
    inner, outer = around[0], around[1:]
    passed = (
        name
        for cue in outer
        for name in (cue.who, *cue.via)
        if name != inner.who and (inner.denies or not cue.denies)  # who denies it passes on nothing
    )
    via = tuple(dict.fromkeys((*inner.via, *passed)))
    return Attribution(claimant=inner.who, via=via, denies=inner.denies)
