"""Which names of a text are no places: people, organisations, governments, datelines.

Rules over the words around a name, without any statistics. A name that a locative word introduces
is kept even where its words could mean a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer import namewords, words
from gazetteer.states import CAPITALS, COUNTRIES
from gazetteer.tokens import Token

__all__ = ["Screen", "dateline_spans"]

_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}"
_PLACE = r"[^\W\d_][\w.'’/-]*(?:[ ,]+[^\W\d_][\w.'’/-]*){0,5}"
_DATELINE = re.compile(
    rf"^[ \t\"“]*(?P<place>{_PLACE}),?\s*"
    rf"(?:,\s*{_MONTH}(?:,\s*\d{{4}})?\s*(?:{_AGENCY})?|{_AGENCY})"
    r"\s*(?:—|–|--|-|:)\s",
    re.MULTILINE,
)
_SHOUTED = re.compile(
    r"^[ \t\"“]*(?P<place>[A-Z][A-Z.'’ /-]{2,40}(?:,\s+[A-Z][\w. ]{1,30})?)\s+(?:—|–|--|-)\s",
    re.MULTILINE,
)
_ADVERB = re.compile(r"(?:also|now|later|then|still|once|again|too|never|\w+ly)")
_AUXILIARIES = frozenset(("has", "had", "have"))
_TO_GOVERNMENT = frozenset(
    "assured told urged accused warned supplied armed supported backed condemned helped asked "
    "informed blamed thanked criticised criticized reminded pressed pressured allied against "
    "with by for sanctioned threatened persuaded loyal behalf between besides unlike like "
    "including as because accusing urging telling backing supporting blaming via".split()
)


def dateline_spans(text: str) -> list[tuple[int, int]]:
    """Find the places from which reports are sent: "KYIV, March 3 (Reuters) -"."""
    found = [match.span("place") for match in _DATELINE.finditer(text)]
    return found + [match.span("place") for match in _SHOUTED.finditer(text)]


class Screen:
    """The words around the names of one text."""

    def __init__(
        self,
        tokens: Sequence[Token],
        runs: Sequence[tuple[int, int]],
        blocked: Sequence[tuple[int, int]],
    ) -> None:
        self.tokens = tokens
        self.runs = dict(runs)
        self.blocked = {at for first, last in blocked for at in range(first, last)}
        self.people = self._family_names()

    def low(self, at: int) -> str:
        """Return a word in lower case, or nothing beyond the text."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def rejects(self, first: int, last: int) -> bool:
        """Tell whether tokens ``[first, last)`` name no place."""
        return (
            any(at in self.blocked for at in range(first, last))
            or self._is_ordinary(first, last)
            or self._is_organisation(first, last)
            or self._is_person(first, last)
            or self._is_agent(first, last)
        )

    def _is_ordinary(self, first: int, last: int) -> bool:
        plain = [token.low for token in self.tokens[first:last]]
        if len(plain) > 1:
            return False
        word = plain[0]
        return (
            word in namewords.NOT_NAMES
            or words.is_demonym(word)
            or word in namewords.INSTITUTIONS
            or word in namewords.TITLES
            or not self.tokens[first].capital
        )

    def _is_organisation(self, first: int, last: int) -> bool:
        """Tell whether a word of an organisation stands in the name or right after it."""
        if any(token.low in namewords.ORGANISATION_WORDS for token in self.tokens[first:last]):
            return True
        after = self.tokens[last] if last < len(self.tokens) else None
        glued = after is not None and after.capital and not after.opens
        return bool(glued and after and after.low in namewords.ORGANISATION_WORDS)

    # people

    def _family_names(self) -> frozenset[str]:
        found = set()
        for first, last in self.runs.items():
            if last - first > 1 and self._looks_like_person(first, last):
                found.add(self.low(last - 1))
        return frozenset(found)

    def _is_place_after(self, first: int, last: int) -> bool:
        return self.low(first - 1) in namewords.LOCATIVE or (
            self.low(last) in words.FEATURES or self.low(first) in words.PREFIX_FEATURES
        )

    def _looks_like_person(self, first: int, last: int) -> bool:
        before = self.low(first - 1)
        if before == "." and first > 1:
            before = self.low(first - 2)
        if self.low(first) in namewords.TITLES and last - first > 1:
            kind = (
                self.low(first - 2) in words.FEATURES or self.low(first - 2) in words.CENTRE_WORDS
            )
            placed = before in namewords.LOCATIVE or (before == "of" and kind)
            named = self.low(first) in _TITLES_IN_NAMES and placed
            return not (named or self.low(last) in words.FEATURES)
        if before in namewords.TITLES and not self.tokens[first].opens:
            return True
        if self._is_place_after(first, last):
            return False
        if last - first > 1 and self.low(first) in namewords.GIVEN_NAMES:
            return True
        speaks = self.low(last) in namewords.SAYING_VERBS or before in ("said", "says")
        described = self.low(last) == "," and (
            self.low(last + 1) in namewords.TITLES or self.low(last + 2) in namewords.TITLES
        )
        return last - first > 1 and (speaks or described)

    def _is_person(self, first: int, last: int) -> bool:
        run = next(
            ((start, stop) for start, stop in self._runs_at(first) if stop >= last), (first, last)
        )
        if self._looks_like_person(*run):
            return True
        alone = self.low(last - 1) in self.people
        return alone and not self._is_place_after(first, last)

    def _runs_at(self, at: int) -> list[tuple[int, int]]:
        """Return the run that covers a token: it starts at most six tokens before."""
        return [
            (start, self.runs[start])
            for start in range(at, max(-1, at - 7), -1)
            if start in self.runs and self.runs[start] > at
        ]

    # governments

    def _is_agent(self, first: int, last: int) -> bool:
        return (
            self._is_led_or_backed(last)
            or self._owns_power(last)
            or self._names_an_event(last)
            or self._speaks(first, last)
            or (self._is_state(first, last) and self._acts(first, last))
            or self._is_of_office(first)
        )

    def _is_state(self, first: int, last: int) -> bool:
        name = " ".join(token.low for token in self.tokens[first:last])
        return name in COUNTRIES or name in CAPITALS

    def _is_led_or_backed(self, last: int) -> bool:
        """Tell "Iran-backed" from "Sar-e Pol"."""
        return (
            self.low(last) in ("-", "‑")
            and self.tokens[last].glued
            and last + 1 < len(self.tokens)
            and self.tokens[last + 1].glued
            and not self.tokens[last + 1].capital
            and self.low(last + 1) not in words.ARTICLES
        )

    def _owns_power(self, last: int) -> bool:
        """Tell whether an army or a government follows: "Damascus's army", "the Kabul regime"."""
        owned = self.low(last) == "'s"
        at = last + owned
        nouns = namewords.AGENT_NOUNS if owned else namewords.ARMED_NOUNS
        while self.low(at) not in nouns and (
            self.low(at) in words.ADJECTIVES or words.is_demonym(self.low(at))
        ):
            at += 1
        return self.low(at) in nouns and not self.tokens[last].breaks

    def _names_an_event(self, last: int) -> bool:
        return self.low(last) in namewords.EVENT_NOUNS and not self.tokens[last].breaks

    def _verb_at(self, at: int) -> str:
        for _ in range(2):
            if _ADVERB.fullmatch(self.low(at)) or (
                self.low(at) in _AUXILIARIES
                and (self.low(at + 1) in namewords.SAYING_VERBS | namewords.STATE_VERBS)
            ):
                at += 1
        return self.low(at)

    def _speaks(self, first: int, last: int) -> bool:
        """Tell whether the name says something: "Moscow said", but not "officials in Kyiv said"."""
        verb = self._verb_at(last)
        return verb in namewords.SAYING_VERBS and self._is_subject(first)

    def _is_subject(self, first: int) -> bool:
        return self.tokens[first].opens or self.low(first - 1) in _BEFORE_SUBJECT

    def _acts(self, first: int, last: int) -> bool:
        """Tell whether a country or capital stands for its government."""
        before = self.low(first - 1)
        if before in _TO_GOVERNMENT:
            return not self._is_border(first)
        if before in ("to", "from") and self.low(first - 2) in _DEALINGS:
            return True
        if self.tokens[first].opens and self.low(last) == ",":
            return True
        if self.low(last) == "(" and before in _BEFORE_SUBJECT | {"and"}:
            return True
        if self._joined_verb(last) in namewords.STATE_VERBS and self._is_subject(first):
            return True
        return self.low(first - 1) in ("between", "and") and any(
            self.low(first - back) in namewords.NEGOTIATION for back in range(2, 6)
        )

    def _is_border(self, first: int) -> bool:
        return self.low(first - 1) == "with" and self.low(first - 2) in words.BORDER_WORDS

    def _joined_verb(self, last: int) -> str:
        """Return the verb after the name, over "and X"."""
        for _ in range(3):
            if self.low(last) in ("and", ",") and last + 1 in self.runs:
                last = self.runs[last + 1]
        return self._verb_at(last)

    def _is_of_office(self, first: int) -> bool:
        """Tell "President X of Turkey" and "the army of Sudan" from "the city of X"."""
        if self.low(first - 1) != "of":
            return False
        before = self.low(first - 2)
        person = any(
            stop == first - 1 and self._looks_like_person(start, stop)
            for start, stop in self._runs_at(first - 2)
        )
        return person or before in namewords.TITLES or before in namewords.ARMED_NOUNS


_TITLES_IN_NAMES = frozenset("imam prince king queen sultan emir major marshal pope".split())
_DEALINGS = frozenset(
    "ambassador envoy loyal close allied aid weapons arms sold sourced imported supplied "
    "bought support supplies answerable belonging opposed hostile help visit".split()
)
_BEFORE_SUBJECT = frozenset(
    ', and but that while as ; : — – which because although since after when if - " “ ”'.split()
)
