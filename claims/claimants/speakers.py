"""Who speaks: the name in front of a verb of saying, as the theatre or the text names it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from claims.claimants.aliases import WORD, Alias, aliases
from claims.claimants.apposition import after, with_apposition
from claims.claimants.fitting import fits
from claims.claimants.leads import strip_leads
from claims.claimants.noun_phrase import (
    PAST,
    VERBAL,
    behind_colon,
    is_anybody,
    nearest_part,
    opens_later,
    speakers_end,
    subject,
)
from claims.claimants.press import MEDIA
from claims.claimants.pronouns import is_pronoun, kind_of, meant, takes_up
from claims.claimants.put_out import CARRIED, PUT_OUT
from claims.claimants.short_names import WITHOUT_ARTICLE, author, short_name
from claims.claimants.speaker_words import PARTICLE, PERSON, SPEAKER_NOUN, is_medium
from claims.claimants.topic import FULL_NAME, Topic
from claims.fighters.forces import country_adjectives
from claims.sides.theatre import Theatre
from claims.words import straight

__all__ = ["SPEAKS", "Names"]

_REMEMBERED = 40  # speakers whom a pronoun, a title or a surname may mean
_MARKS = ';"—–'  # behind which a speaker opens
_REACH = 170  # characters before a verb in which its speaker is named
_NOT_SPEAKER = re.compile(
    r"^(?:it\s+(?:was|is|has\s+been)|we|i|you|there|neither|nobody|none|no|this|these|those|that|which|who|whom|what|heavy|fierce|clashes?|"
    r"fighting|casualties|rumou?rs?|legend|gossip|(?:(?:a|an|the|new|geolocated|satellite|social\s+media)\s+)*(?:footage|videos?|clips?|"
    r"images?|imagery|photos?|photographs?|maps?|data)|(?:(?:a|an|the)\s+)?(?:[\w-]+\s+){0,2}(?:evidence|footage|imagery))\b",
    re.IGNORECASE,
)
# "No one has confirmed it but residents [said]": whoever stands behind the turn speaks.
_TURN = re.compile(r"^.*\b(?:but|though|although|while|yet|as|after|when)\s+(?=\S)", re.DOTALL)
# "A charge it denied" names what was said, and by a pronoun of somebody else.
_CHARGE = re.compile(r"^(?:a|an|the|something)\b.{0,30}\s(?:he|she|it|they)$", re.IGNORECASE)
SPEAKS = re.compile(f"{SPEAKER_NOUN.pattern}|{PERSON.pattern}", re.IGNORECASE)
# A speaker that did something else first: "the monitor put the distance at 20 km and said".
_DID_FIRST = re.compile(
    rf"\s+(?:put|gave|also|has|had|have|is|was|spoke|met|sent|threw|{'|'.join(sorted(PAST))}|\w+ed|(?!{SPEAKS.pattern})[a-z]\w*s)\s.*\b(?:and|but|then)$",
    re.DOTALL,
)
_HE_DID = re.compile(r"^(he|she|they)\s+(?!and\b|but\b)[a-z].*$", re.IGNORECASE | re.DOTALL)
_CLOCK = re.compile(r"\s*\d{1,2}[:.]\d\d\s+")  # "18:47 The army says"
# "The spokesman of the Front, Jan Roe, [distanced it from X]": who "he" is from then on.
_TITLED = re.compile(
    r"(?=[A-Z][\w-]*\s(?:[\w-]+\s){0,3}(?:of|for)\s)((?:[\w-]+\s){0,3}(?:spokes(?:man|woman|person)|commander|chief|governor"
    r"|leader|minister|head|secretary|director|president|chairman)\s(?:of|for)\s[^,;:\"]{2,60})(?=,\s[A-Z])"
)
_OPENING_NAME = re.compile(r"((?:[A-Z][\w.'-]+\s)+)(?=[a-z])")
# "The movement's affiliate in the north, the Kassa Province, claimed".
_BRANCH = re.compile(
    r"[^,;]{3,60}\s(?:affiliate|branch|wing|arm|offshoot)\b[^,;]{0,20},\s(?:the\s)?([A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3}),"
)
_HEAD = re.compile(r"([A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3}),\swhich\s")
# "The Joint Force - Operation Steel [announced]": a dash inside of a name.
_DASHED = re.compile(
    r"\b[Tt]he\s(?:[A-Z][\w']*\s|(?:of|for|the)\s){1,6}-\s(?:[A-Z][\w']*(?:\s|$)){1,5}$"
)
# Behind a speaker's noun: "observatory [for Human Rights]", "spokesman [Jan Roe]".
_NAMED_BEHIND = re.compile(
    r"(?:(?:(?:of|for)\s(?:the\s)?)?[A-Z][\w.'’-]*(?:(?<=-led)\s[a-z]+)?(?:\s(?=\S)|,|$))+"
)
# "To crush what it [says is a revolt]": whoever acts calls it so.
_CALLED = re.compile(r"\swhat\s(it|they|he|she)\s*$")
_PROPER = re.compile(
    rf"(?:[A-Z][\w.'-]*|{PARTICLE}|of|the|and|for)"
    rf"(?:\s+(?:[A-Z][\w.'-]*|{PARTICLE}|of|the|and|for|\d+(?:st|nd|rd|th)))*"
)
_OUTLAWED = re.compile(r"^(?:outlawed|banned|proscribed|exiled|self-styled|breakaway|ousted)\s+")
_NEVER = frozenset(
    "meanwhile however but and yesterday today tomorrow earlier later also monday tuesday wednesday"
    " thursday friday saturday sunday since although after before when while if as in on at by"
    " from there january february march april june july august september october november"
    " december".split()
)
_PUT_OUT_BY_BODIES = frozenset("statement report bulletin communique".split())
_SHORT = 8  # words in which a known source is the whole speaker
_LONGEST = 16  # words of one speaker's name with office and place
_OWN_VOICE = re.compile(r",\sand\s(?=(?:their|its)\s\w+,)")  # "fled, and their spokesman, Roe,"


@dataclass(slots=True)
class Names:
    """The speakers of one report: known by the theatre, named by the text, meant by a pronoun."""

    theatre: Theatre
    text: str = ""
    spoken: list[str] = field(default_factory=list)
    _persons: set[str] = field(default_factory=set)  # sources for whom a person spoke
    _met: dict[str, str] = field(default_factory=dict)
    _named_here: dict[str, bool] = field(default_factory=dict)
    _index: dict[str, tuple[Alias, ...]] = field(init=False)
    _topic: Topic = field(init=False)

    def __post_init__(self) -> None:
        self._index = aliases(self.theatre.anywhere)
        self._topic = Topic(opening=self.opening)

    @property
    def last(self) -> str:
        """Who spoke last, or empty."""
        return self.spoken[-1] if self.spoken else ""

    def note(self, who: str) -> None:
        """Remember who spoke, for "he added"; of many speakers the latest."""
        self._topic.note(who)
        if who != self.last:
            if who in self.spoken:
                self.spoken.remove(who)
            self.spoken.append(who)
            del self.spoken[:-_REMEMBERED]

    def open_paragraph(self) -> None:
        """Forget what the last paragraph was about."""
        self._topic = Topic(opening=self.opening)

    def note_topic(self, sentence: str) -> None:
        """Remember whom a sentence is about in which nobody speaks: "Captain Noor led them."."""
        self._topic.add(sentence)

    def before(self, flat: str, at: int, floor: int = 0, *, told: bool = False) -> tuple[int, str]:
        """Return where the speaker before the character ``at`` starts and who it is, or empty.

        ``flat`` is the sentence with its brackets blanked; nothing before ``floor`` is looked at.
        ``told`` says that the verb is "said" or "told", whose subject is whoever it is.
        """
        dashed = _DASHED.search(flat, floor, at) if flat.find(" - ", floor, at) > 0 else None
        low = max(
            floor,
            at - _REACH,
            behind_colon(flat, floor, at),
            *(flat.rfind(mark, floor, at) + 1 for mark in _MARKS),
            flat.rfind(" - ", floor, dashed.start() if dashed else at) + 1,
            flat.rfind(" --", floor, at) + 3 * (" --" in flat[floor:at]),
            *(m.end() for m in _OWN_VOICE.finditer(flat, floor, at)),
        )
        clock = _CLOCK.match(flat, low)
        low = clock.end() if clock else low
        at = low + speakers_end(flat[low:at].rstrip())
        called = _CALLED.search(flat, low, at)
        chunk = called[1] if called else nearest_part(flat[low:at].strip())
        start = low + flat[low:at].rfind(chunk) if chunk else low
        if takes_up(chunk) and (who := self.opening(chunk)):
            return low, who
        cut = self._refined(chunk.strip(" -'"))
        if not (cut and (self.is_source(cut) or (told and is_anybody(cut)))):
            return at, ""
        begin = start + max(0, chunk.find(cut))
        return begin, self.name(with_apposition(cut, flat[begin + len(cut) : at]))

    def opening(self, words: str) -> str:
        """Return who a sentence opens with: the subject of "The army attacked, saying that"."""
        words = strip_leads(words)
        # Pictures open no speech: "Satellite imagery taken on Monday and posted on Tuesday"
        return "" if _NOT_SPEAKER.match(words) else self._opening(words)

    def _opening(self, words: str) -> str:
        if (titled := _TITLED.match(words)) and (who := after(titled[1], words[titled.end() :])):
            return self.name(who)
        if (branch := _BRANCH.match(words)) and self.is_source(branch[1]):
            return self.name(branch[1])
        if (head := _HEAD.match(words)) and self.is_source(head[1]):
            return self.name(head[1])
        parts = words.split()[:10]
        name = FULL_NAME.match(" ".join(parts))
        if name:
            return self.name(after(name[1], words[name.end(1) :]))
        for number, part in enumerate(parts):
            behind = parts[number + 1].strip(",") if number + 1 < len(parts) else ""
            if number > 1 and part in _PUT_OUT_BY_BODIES and parts[number - 1] in ("a", "an"):
                continue  # "The Relief Fund issued a statement"
            if behind.islower() and (_is_speaker(behind) or part in country_adjectives()):
                continue  # "a military source", "the Chadian press agency"
            if _is_speaker(part.strip(",")):
                lead = " ".join(parts[: number + 1]).rpartition(", ")[2]
                named = _NAMED_BEHIND.match(" ".join(parts[number + 1 :]))
                cut = f"{lead} {named[0] if named else ''}".strip(", ")
                if cut.endswith(("'s", "’s")):
                    continue  # "President Roe's minister [said]"
                return self.name(cut) if self.is_source(cut) else ""
        name = _OPENING_NAME.match(" ".join(parts))
        known = name and self.is_source(name[1]) and not is_pronoun(name[1].strip())
        return self.name(name[1]) if name and known else ""

    def _refined(self, words: str) -> str:
        """Return the noun phrase that speaks, without what leads up to it."""
        words = strip_leads(words)
        if words.endswith(("and", "but", " then")):
            words = _HE_DID.sub(r"\1", _DID_FIRST.sub("", words))
        words = PUT_OUT.sub("", words)
        if _NOT_SPEAKER.match(words):
            words = _TURN.sub("", words)
        if _NOT_SPEAKER.match(words) or _CHARGE.match(words):
            return ""
        parts = words.lower().split()
        short = len(parts) <= _SHORT and _NEVER.isdisjoint(parts[:1])  # "In the south Hizbollah"
        words = words if short and self.known(words) and not opens_later(words) else subject(words)
        return "" if _NOT_SPEAKER.match(words) else words.strip()

    def is_source(self, words: str) -> bool:
        """Tell whether a noun phrase can speak: a known source, a speaker noun, a proper name."""
        words = words.strip()
        parts = words.split()
        if not parts or len(parts) > _LONGEST or parts[0].lower() in _NEVER:
            return False
        if not VERBAL.isdisjoint(map(str.lower, parts)):
            return False
        if self.known(words) or is_pronoun(words) or any(map(_may_speak, parts)):
            return True
        if SPEAKS.search(words):  # nouns of two words: "civil society"
            return True
        plain = _OUTLAWED.sub("", WITHOUT_ARTICLE.sub("", words))
        return len(words) > 1 and bool(_PROPER.fullmatch(plain))

    def known(self, words: str) -> str:
        """Return the name of the theatre's source that the words hold, or empty."""
        if words in self._met:
            return self._met[words]
        self._met[words] = name = self._known(straight(words))
        return name

    def _known(self, plain: str) -> str:
        lower = plain.lower()
        words = set(WORD.findall(lower))
        near = (row for word in words for row in self._index.get(word, ()))
        rows = [row for row in near if row.lower in lower]  # most only share a word
        for row in sorted(rows, key=lambda row: row.rank):
            match = row.search(plain)
            meant = match and not _of_another(plain, match)
            if meant and (not row.common or self._named(row.name)):
                return row.name
        return ""

    def is_publisher(self, name: str) -> bool:
        """Tell whether a name is a medium's, by its words or as the theatre knows it."""
        source = self.theatre.source(name)
        return is_medium(name) or (source is not None and source.kind in MEDIA)

    def _named(self, name: str) -> bool:
        """Tell whether the report names a source itself, so that "the war monitor" may mean it."""
        if name not in self._named_here:
            plain = straight(self.text)
            lower = plain.lower()
            rows = (row for rows in self._index.values() for row in rows)
            self._named_here[name] = any(
                row.lower in lower and row.search(plain)
                for row in rows
                if row.name == name and not row.common
            )
        return self._named_here[name]

    def name(self, words: str) -> str:
        """Return the name of who is meant: a known source, the one a pronoun means, the words."""
        words = " ".join(words.strip().rstrip(",").split())
        words = author(CARRIED.sub("", words))
        known = self.known(words)
        if known and fits(known, words):
            (self._persons.add if kind_of(words) == "person" else self._persons.discard)(known)
            return known
        about = self._topic.meant_by(words) if is_pronoun(words) else ""
        earlier = meant(words, self.spoken, about, self._persons)
        if earlier:
            return earlier
        return short_name(words)


@lru_cache(maxsize=8_192)  # sentences mostly open with the same words
def _is_speaker(word: str) -> bool:
    return bool(SPEAKS.fullmatch(word))


@lru_cache(maxsize=8_192)
def _may_speak(word: str) -> bool:
    return SPEAKS.search(word) is not None


def _of_another(text: str, match: re.Match[str]) -> bool:
    """Tell whether a country stands before a bare title: "the Chadian Defence Ministry"."""
    before = text[: match.start()].split()
    return bool(before) and before[-1].removesuffix("'s") in country_adjectives()
