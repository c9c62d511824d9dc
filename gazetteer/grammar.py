"""The grammar of place expressions: tokens and names in, phrases out.

A recursive descent over the words of a text. Which words are names is decided before
(``gazetteer.names``); every rule looks at a bounded stretch of words, so a text is read in linear
time. The rules are the ones of the table in section "Relative locations" of the georeferencing
guides, widened to how the press words them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from gazetteer import words
from gazetteer.measures import directions_at, distance_at
from gazetteer.place import PlaceExpression, Relation
from gazetteer.tokens import Token

__all__ = ["Grammar", "Name", "Phrase"]

_CODE = re.compile(words.CODE_LETTERS)
_DASHES = frozenset("-–—‑/")
_GATES = frozenset(("gate", "gates", "doorstep", "doorsteps", "threshold"))
_ARTICLE = frozenset(("the", "a", "an", "this", "that", "these", "those", "both", "all"))
_POINTS_BACK = frozenset(
    "the this that these those nearby neighbouring neighboring surrounding adjacent".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A toponym in a text: tokens ``[first, last)``, and whether the gazetteer knows it.

    ``derived`` tells that it is built on a known one: "New Aleppo", "Greater Kabul".
    """

    first: int
    last: int
    text: str
    known: bool
    derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A place expression with the tokens ``[first, last)`` that it takes up.

    ``shares`` tells that its opening words ("the towns of", "near") hold for a whole list.
    ``evident`` tells that the words themselves show that a place is meant.
    """

    first: int
    last: int
    names: tuple[Name, ...] = ()
    heads: tuple[str, ...] = ()
    relation: Relation = Relation.AT
    distance_km: tuple[float, float] | None = None
    directions: tuple[str, ...] = ()
    feature: str = ""
    within: Phrase | None = None
    shares: bool = False
    plural: bool = False
    evident: bool = True


class Grammar:
    """The rules over one text."""

    def __init__(self, text: str, tokens: Sequence[Token], names: Mapping[int, Name]) -> None:
        self.text, self.tokens, self.names = text, tokens, names

    def low(self, index: int) -> str:
        """Return the word in lower case, or nothing past the end."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def slice(self, first: int, last: int) -> str:
        """Return the characters of tokens ``[first, last)``."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def expression(self, phrase: Phrase) -> PlaceExpression:
        """Turn a phrase into the value that the other rooms use."""
        return PlaceExpression(
            text=self.slice(phrase.first, phrase.last),
            heads=phrase.heads,
            relation=phrase.relation,
            distance_km=phrase.distance_km,
            directions=phrase.directions,
            feature_word=phrase.feature,
            within=self.expression(phrase.within) if phrase.within else None,
        )

    def place(self, at: int) -> Phrase | None:
        """Read the place expression that starts at a token, with what holds it."""
        phrase = self.bare(at)
        return self.held(phrase) if phrase else None

    def bare(self, at: int) -> Phrase | None:
        """Read a place expression without what holds it."""
        rules: tuple[Callable[[int], Phrase | None], ...] = (
            self._distance, self._between, self._gates, self._toward, self._near, self._along,
            self._countable, self.core,
        )  # fmt: skip
        return next((found for rule in rules if (found := rule(at))), None)

    def core(self, at: int) -> Phrase | None:
        """Read a place that is named, or pointed back to, with its part."""
        rules = (self._side, self._heading, self._road, self._kind_of, self.named, self._generic)
        return next((found for rule in rules if (found := rule(at))), None)

    # what lies around or away from a place

    def _related(self, at: int, first: int, relation: Relation) -> Phrase | None:
        """Read the place that a relation word at ``first`` speaks of."""
        inner = self.core(at)
        if inner is None:
            return None
        keeps = relation is Relation.NEAR and inner.relation in (
            Relation.OUTSKIRTS, Relation.PART, Relation.OFFSET, Relation.ALONG,
        )  # fmt: skip
        kind = inner.relation if keeps else relation
        return replace(inner, first=first, relation=kind, shares=True, evident=True)

    def _distance(self, at: int) -> Phrase | None:
        found = distance_at(self.tokens, at)
        if found is None:
            return None
        inner = self.core(found.last)
        if inner is None or inner.distance_km:
            return None
        relation = Relation.OFFSET if found.directions else Relation.DISTANCE
        return replace(
            inner,
            first=at,
            relation=relation,
            distance_km=found.distance_km,
            directions=found.directions,
            shares=True,
            evident=True,
        )

    def _between(self, at: int) -> Phrase | None:
        start = at
        at = self._match(at, "halfway", "half way", "midway", "somewhere", "in") or at
        if self.low(at) in _ARTICLE and self.low(at + 1) in words.AREA_NOUNS:
            at += 2
        if self.low(at) != "between":
            return None
        one = self._plain(at + 1)
        if one is None or self.low(one.last) != "and":
            return None
        other = self._plain(one.last + 1)
        if other is None:
            return None
        return self._pair(start, one, other, Relation.BETWEEN)

    def _pair(self, first: int, one: Phrase, other: Phrase, relation: Relation) -> Phrase:
        kind = other.feature if other.plural or one.feature == other.feature else ""
        return Phrase(
            first=first,
            last=other.last,
            names=one.names + other.names,
            heads=one.heads + other.heads,
            relation=relation,
            feature=kind,
        )

    def _plain(self, at: int) -> Phrase | None:
        """Read one end of a pair: a single named place."""
        phrase = self._kind_of(at) or self.named(at)
        return phrase if phrase and len(phrase.heads) == 1 else None

    def _gates(self, at: int) -> Phrase | None:
        start = at
        at += self.low(at) in ("at", "to", "on")
        at += self.low(at) == "the"
        at += self.low(at) in ("very",)
        if self.low(at) not in _GATES or self.low(at + 1) != "of":
            return None
        return self._related(at + 2, start, Relation.GATES)

    def _toward(self, at: int) -> Phrase | None:
        last = self._match(at, "towards", "toward", "in the direction of", "the direction of",
                           "on the way to", "en route to", "in the direction to")  # fmt: skip
        return self._related(last, at, Relation.TOWARD) if last else None

    def _near(self, at: int) -> Phrase | None:
        last = self._match(at, "in and around", "near to", "near", "close to", "around", "outside",
                           "just outside", "in the vicinity of", "the vicinity of", "surrounding",
                           "adjacent to", "next to", "not far from", "in the area of",
                           "the area of", "the area around", "areas around", "the areas around",
                           "the area surrounding", "the area near", "beside", "close by",
                           "in the surroundings of", "around and in")  # fmt: skip
        return self._related(last, at, Relation.NEAR) if last else None

    def _match(self, at: int, *phrases: str) -> int:
        """Return the token after the longest of some phrases, 0 where none stands here."""
        ends = [
            at + phrase.count(" ") + 1
            for phrase in phrases
            if all(self.low(at + i) == word for i, word in enumerate(phrase.split()))
        ]
        return max(ends, default=0)

    # roads and borders

    def _along(self, at: int) -> Phrase | None:
        last = self._match(at, "along", "all along", "alongside", "astride")
        if not last:
            return None
        inner = self._road(last) or self._countable(last) or self._related(last, at, Relation.ALONG)
        if inner is None:
            return None
        ground = inner.relation in (Relation.AT, Relation.ALONG)
        return replace(inner, first=at, relation=Relation.ALONG if ground else inner.relation)

    def _road(self, at: int) -> Phrase | None:
        start, at = at, self._adjectives(self._determiner(at))
        return self._road_between(start, at) or self._road_named(start, at)

    def _road_between(self, start: int, at: int) -> Phrase | None:
        """Read "the road from A to B", "the road linking A with B", "the border with B"."""
        kind = words.ROAD_WORDS.get(self.low(at)) or words.BORDER_WORDS.get(self.low(at))
        if not kind or at in self.names:
            return None
        at += 1
        last = self._match(at, "that links", "which links", "that connects", "which connects",
                           "linking", "connecting", "from", "between", "leading from", "joining",
                           "running from", "that runs from")  # fmt: skip
        one = self._plain(last) if last else None
        if one and self.low(one.last) in ("to", "and", "with"):
            skip = 1 + (self.low(one.last + 1) == "the")
            other = self._plain(one.last + skip) or self._plain(one.last + 1)
            if other:
                return replace(self._pair(start, one, other, Relation.ALONG), feature=kind)
        ends = ("with",) if kind == "border" else ("to", "leading to", "into", "of", "toward")
        last = self._match(at, *ends)
        goal = self._plain(last) if last else None
        return goal and replace(goal, first=start, relation=Relation.ALONG, feature=kind)

    def _road_named(self, start: int, at: int) -> Phrase | None:
        """Read "the A-B road", "the A to B highway", "the M5", "Highway 1", "Castello Road"."""
        if self.low(at) in words.ROAD_WORDS and self._is_code(at + 1):
            return self._code(start, at + 1, at + 2, words.ROAD_WORDS[self.low(at)])
        if self._is_code(at):
            last = at + 1 + 2 * (self.tokens[at].text.isalpha())
            after = last + (self.low(last) in words.ADJECTIVES)
            kind = words.ROAD_WORDS.get(self.low(after), "")
            if kind or start < at:
                return self._code(start, at, after + 1 if kind else last, kind)
        ends = self._ends(at)
        return self._ended(start, at, ends) if ends else None

    def _is_code(self, at: int) -> bool:
        """Tell whether a road number stands here: "M5", "M-5", "60" after "Highway"."""
        if at >= len(self.tokens):
            return False
        if self.low(at - 1) in words.ROAD_WORDS and self.low(at).isdigit():
            return True
        if _CODE.fullmatch(self.tokens[at].text):
            return True
        return at + 2 < len(self.tokens) and bool(
            _CODE.fullmatch(self.slice(at, at + 3)) and self.tokens[at + 2].glued
        )

    def _code(self, start: int, first: int, last: int, kind: str) -> Phrase:
        stop = last
        while words.ROAD_WORDS.get(self.low(stop - 1)) or self.low(stop - 1) in words.ADJECTIVES:
            stop -= 1
        head = self.slice(first, stop)
        if head.isdigit():
            head = self.slice(first - 1, stop)
        name = Name(first=first, last=stop, text=head, known=False)
        return Phrase(first=start, last=last, names=(name,), heads=(head,),
                      relation=Relation.ALONG, feature=kind or "road")  # fmt: skip

    def _ends(self, at: int) -> list[Name]:
        """Collect names that a dash or "to" joins: the ends of a road."""
        found: list[Name] = []
        while (name := self.names.get(at)) is not None:
            found.append(name)
            at = name.last
            if self.low(at) not in _DASHES and self.low(at) != "to":
                break
            at += 1
        return found

    def _ended(self, start: int, at: int, ends: list[Name]) -> Phrase | None:
        last = ends[-1].last
        skip = last + (self.low(last) in words.ADJECTIVES)
        word = self.low(skip)
        kind = words.ROAD_WORDS.get(word) or words.BORDER_WORDS.get(word)
        if not kind and word in ("line", "front") and len(ends) > 1:
            kind = "axis"
        if not kind or (len(ends) == 1 and kind == "axis"):
            return None
        heads = tuple(end.text for end in ends)
        if len(ends) == 1 and kind != "border":
            heads = (self.slice(at, skip + 1),)
        return Phrase(first=start, last=skip + 1, names=tuple(ends), heads=heads,
                      relation=Relation.ALONG, feature=kind)  # fmt: skip

    # named places and their parts

    def _determiner(self, at: int) -> int:
        return at + (self.low(at) in words.DETERMINERS and at not in self.names)

    def _adjectives(self, at: int) -> int:
        """Skip what colours a place without moving it: "strategic", "rebel-held", "Syrian"."""
        while at < len(self.tokens) and at not in self.names:
            if self.low(at + 1) == "-" and self.low(at + 2) in words.HELD_WORDS:
                at += 3
            elif self._kind(at)[1] > at + 1:
                return at
            elif self._is_adjective(at):
                at += 1
            elif self.low(at) == "," and self.low(at + 1) in words.ADJECTIVES:
                at += 1
            else:
                return at
        return at

    def _is_adjective(self, at: int) -> bool:
        word = self.low(at)
        if word in ("border", "central"):
            return bool(self._kind(at + 1)[0])
        if word in words.PARTICIPLES and self.low(at - 1) not in words.BEFORE_ADJECTIVES:
            return False
        return word in words.ADJECTIVES or words.is_demonym(word)

    def _kind(self, at: int) -> tuple[str, int]:
        """Read the word for a kind of feature: its plain form and the next token."""
        if at in self.names:
            return "", at
        two = f"{self.low(at)} {self.low(at + 1)}"
        if two in words.FEATURES and at + 1 not in self.names:
            return words.FEATURES[two], at + 2
        if self.low(at) in words.FEATURES:
            return words.FEATURES[self.low(at)], at + 1
        return "", at

    def _is_plural(self, last: int) -> bool:
        return self.low(last - 1) in words.PLURALS

    def _kind_of(self, at: int) -> Phrase | None:
        """Read "the strategic city of X", "University of X", "the village X"."""
        start, at = at, self._adjectives(self._determiner(at))
        at = self._adjectives(directions_at(self.tokens, at)[1])
        kind, last = self._kind(at)
        if not kind:
            return None
        plural = self._is_plural(last)
        of = last + (self.low(last) == "of")
        of += self.low(of) == "the" and of > last
        if kind in ("centre", "suburb") and (plural or kind == "centre"):
            return None
        if of == last and (kind in words.KEPT_IN_NAME or plural):
            return None
        if of == last and self.low(of) == "," and not plural:
            return self._renamed(start, kind, of + 1)
        inner = self.named(of)
        if inner is None or (of == last and inner.directions):
            return None
        heads = inner.heads
        if kind in words.KEPT_IN_NAME and self.tokens[last - 1].capital and not plural:
            heads = (self.slice(at, inner.last),)
        return replace(inner, first=start, heads=heads, feature=kind, shares=plural, evident=True,
                       plural=plural)  # fmt: skip

    def _renamed(self, start: int, kind: str, at: int) -> Phrase | None:
        """Read "the provincial capital, X," where nothing but the name hangs on the comma."""
        name = self.names.get(at)
        if name is None or self.low(name.last) not in _CLOSING or self.low(start) not in _ARTICLE:
            return None
        return Phrase(first=start, last=name.last, names=(name,), heads=(name.text,), feature=kind)

    def named(self, at: int) -> Phrase | None:
        """Read "(northern) (rural) X (province) (countryside)" and "X's northern outskirts"."""
        start, at = at, self._adjectives(self._determiner(at))
        towards, at = directions_at(self.tokens, at, self.names)
        rural = self.low(at) in words.RURAL_WORDS and at not in self.names
        centre = self.low(at) in ("central", "downtown") and at not in self.names
        at = self._adjectives(at + (rural or centre))
        name = self.names.get(at)
        if name is None:
            return None
        feature, last = self._features_after(name)
        head = self.slice(name.first, last) if self._is_kept(name, feature, last) else name.text
        relation = Relation.PART if towards or rural or centre else Relation.AT
        default = "countryside" if rural else "centre" if centre else ""
        phrase = Phrase(
            first=start,
            last=last,
            names=(name,),
            heads=(head,),
            relation=relation,
            directions=towards,
            feature=feature or self._prefix_kind(name) or default,
            plural=self._is_plural(last) and last > name.last,
            evident=relation is not Relation.AT
            or bool(feature)
            or name.derived
            or self._has_prefix(name),
        )
        return self._tail(phrase)

    def _has_prefix(self, name: Name) -> bool:
        return name.last > name.first + 1 and self.low(name.first) in words.PREFIX_FEATURES

    def _prefix_kind(self, name: Name) -> str:
        return words.PREFIX_FEATURES[self.low(name.first)] if self._has_prefix(name) else ""

    def _features_after(self, name: Name) -> tuple[str, int]:
        kind, last = "", name.last
        if self.low(name.last) in words.FEATURE_ADJECTIVES:
            kind, last = self._kind(name.last + 1)
        if not kind:
            kind, last = self._kind(name.last)
        if not kind or kind == "centre":
            return "", name.last
        return kind, last

    def _is_kept(self, name: Name, feature: str, last: int) -> bool:
        return (
            feature in words.KEPT_IN_NAME
            and last > name.last
            and (not self._is_plural(last) or self.tokens[last - 1].capital)
        )

    def _tail(self, phrase: Phrase) -> Phrase:
        """Read what follows a name: "countryside", "'s outskirts", "'s Salamiyah district"."""
        at = phrase.last
        owned = self.low(at) == "'s"
        start = at + owned
        towards, at = directions_at(self.tokens, start, self.names)
        at = self._adjectives(at)
        tail = self._part_word(at, bare=not towards and not owned)
        if tail is None:
            return self._owned(phrase, start, towards) if owned else phrase
        relation, feature, last = tail
        if towards and not owned and relation is Relation.AT:
            return phrase
        towards = towards or phrase.directions
        return replace(
            phrase,
            last=last,
            relation=Relation.PART if towards and relation is not Relation.OUTSKIRTS else relation,
            directions=towards,
            feature=phrase.feature or feature,
            evident=True,
        )

    def _owned(self, owner: Phrase, start: int, towards: tuple[str, ...]) -> Phrase:
        """Read "Syria's Hama province", "Kharkiv's north": the owner holds or is the place."""
        inner = self._kind_of(start) or self.named(start)
        if inner and inner.last > inner.names[0].first:
            return replace(inner, first=owner.first, within=owner, evident=True)
        after = directions_at(self.tokens, start, self.names)[1]
        if towards and not self._is_noun(after):
            return replace(owner, last=after, relation=Relation.PART, directions=towards)
        return owner

    def _is_noun(self, at: int) -> bool:
        """Tell whether a further word belongs to the phrase, so that it is no place."""
        return at < len(self.tokens) and self.low(at).isalpha() and self.low(at) not in _CLOSERS

    def _part_word(self, at: int, *, bare: bool) -> tuple[Relation, str, int] | None:
        """Read the word for a part of a place: relation, kind of part, next token."""
        word, last = self.low(at), at + 1
        if at in self.names:
            return None
        if word in words.OUTSKIRTS_WORDS:
            return Relation.OUTSKIRTS, "", last
        if word in words.RURAL_WORDS:
            return Relation.PART, "countryside", last + (self.low(last) in ("area", "areas"))
        if self._kind(at)[0] == "centre":
            return Relation.PART, "centre", self._kind(at)[1]
        if word in ("center", "centre"):
            return Relation.PART, "centre", last
        if word in words.AREA_NOUNS:
            return Relation.NEAR if bare else Relation.PART, words.AREA_NOUNS[word], last
        if word in words.SECTION_WORDS and not bare:
            return Relation.PART, "", last
        return None

    def _side(self, at: int) -> Phrase | None:
        """Read "the northern outskirts of X", "the countryside of X", "the western part of it"."""
        start, at = at, self._adjectives(self._determiner(at))
        towards, at = directions_at(self.tokens, at)
        at = self._adjectives(at)
        tail = self._part_word(at, bare=not towards)
        if tail is None or tail[0] is Relation.NEAR or (not towards and tail[1] == ""
                                                        and tail[0] is Relation.PART):  # fmt: skip
            return None
        relation, feature, last = tail
        if self.low(last) == "and" and (more := self._part_word(last + 1, bare=True)):
            last = more[2]
        if self.low(last) not in ("of", "around", "to"):
            return None
        inner = self._kind_of(last + 1) or self.named(last + 1) or self._generic(last + 1)
        if inner is None:
            return None
        return replace(
            inner,
            first=start,
            relation=relation,
            directions=towards,
            feature=inner.feature or ("" if feature == "area" else feature),
            shares=True,
            evident=True,
        )

    def _heading(self, at: int) -> Phrase | None:
        """Read "north of X" (beyond it) and "the north of X" (a part of it)."""
        start = at
        beyond = self._match(at, "to the", "just", "immediately", "further") or at
        part = self.low(at) in ("the", "in") and beyond == at
        at = beyond + part + (self.low(at) == "in" and self.low(at + 1) == "the")
        towards, last = directions_at(self.tokens, at)
        if not towards or self.low(last) != "of":
            return None
        inner = self._kind_of(last + 1) or self.named(last + 1) or self._generic(last + 1)
        if inner is None or inner.relation is not Relation.AT:
            return None
        relation = Relation.PART if part else Relation.OFFSET
        return replace(inner, first=start, relation=relation, directions=towards, shares=True,
                       evident=True)  # fmt: skip

    def _generic(self, at: int) -> Phrase | None:
        """Read a place that points back: "the city", "nearby regions", "the front lines"."""
        start = at
        if self.low(at) not in _POINTS_BACK or at in self.names:
            return self._uncounted(at)
        towards, at = directions_at(self.tokens, self._adjectives(at + 1))
        at = self._adjectives(at)
        front = self._match(at, "front line", "front lines", "frontline", "frontlines",
                            "line of contact", "contact line")  # fmt: skip
        if front:
            return Phrase(first=start, last=front, feature="front line", directions=towards,
                          relation=Relation.PART if towards else Relation.AT)  # fmt: skip
        kind, last = self._kind(at)
        kind = (
            kind or words.ROAD_WORDS.get(self.low(at)) or words.BORDER_WORDS.get(self.low(at), "")
        )
        if self._is_title(at):
            return None
        if kind and (kind != "centre" or last > at + 1):
            last = max(last, at + 1)
            phrase = Phrase(first=start, last=last, feature=kind)
            tailed = self._tail(phrase)
            return None if tailed == phrase and self.low(last) in words.COMPOUND_NOUNS else tailed
        tail = self._part_word(at, bare=not towards)
        if tail is None or tail[1] == "centre" or self.low(tail[2]) in words.COMPOUND_NOUNS:
            return None
        relation, feature, last = tail
        relation = Relation.AT if relation is Relation.NEAR else relation
        return Phrase(first=start, last=last, relation=relation, directions=towards,
                      feature=feature or "area")  # fmt: skip

    def _uncounted(self, at: int) -> Phrase | None:
        """Read places that are counted and not named: "three neighbourhoods", "dozens of villages"."""
        start, at = at, at + (self.low(at) in ("at", "more")) * 2
        if self.low(at) not in words.QUANTIFIERS and not self.low(at).isdigit():
            return None
        while self.low(at) in words.QUANTIFIERS or self.low(at).isdigit():
            at += 1 + (self.low(at + 1) == "of")
        at = self._adjectives(at)
        at = self._adjectives(
            at + 3 * (self.low(at) in ("pro", "anti") and self.low(at + 1) == "-")
        )
        kind, last = self._kind(at)
        if not kind or not self._is_plural(last) or self.low(last) in words.COMPOUND_NOUNS:
            return None
        if kind in words.KEPT_IN_NAME:
            return None
        return Phrase(first=start, last=last, feature=kind, plural=True)

    def _is_title(self, at: int) -> bool:
        """Tell "The New Region" (a title) from "the region"."""
        token = self.tokens[at] if at < len(self.tokens) else None
        shown = token and token.capital and not token.loud and not token.opens
        return bool(shown and self._kind(at)[0] != "old city")

    def _countable(self, at: int) -> Phrase | None:
        """Read "seven villages in the countryside of X", "some areas of X": as long as X."""
        start, at = at, self._determiner(at)
        while self.low(at) in words.QUANTIFIERS or self.low(at).isdigit():
            at += 1 + (self.low(at + 1) == "of")
        towards, at = directions_at(self.tokens, self._adjectives(at))
        last = self._many(at, bare=not towards)
        if not last or self.low(last) not in _WHERE:
            return None
        plain = self.low(last) in _WITHIN
        if self.low(last) == "across" and self._kind(last - 1)[0] in words.KEPT_IN_NAME:
            return None
        inner = self.bare(last + 1) if plain else self.bare(last)
        if inner is None:
            return None
        named = self._kind_of(start) if self.low(last) == "of" else None
        if named and self.low(named.last) in (",", "and", "or"):
            return named
        if towards and inner.relation is Relation.AT:
            inner = replace(inner, relation=Relation.PART, directions=towards)
        return replace(inner, first=start, evident=True, shares=inner.shares or plain)

    def _many(self, at: int, *, bare: bool) -> int:
        """Return the token after "villages", "areas", "front lines", "positions", or 0."""
        front = self._match(at, "front lines", "front line", "frontline", "frontlines", "positions",
                            "localities", "territory", "territories")  # fmt: skip
        kind, last = self._kind(at)
        if front or (kind and self._is_plural(last) and kind != "suburb"):
            return front or last
        return at + 1 if bare and self.low(at) in words.SECTION_WORDS and not kind else 0

    def held(self, phrase: Phrase) -> Phrase:
        """Add the place that holds it: "in eastern Z province", ", 12 km south of Y"."""
        if phrase.within or not phrase.heads:
            return phrase
        at = phrase.last
        if self.low(at) in ("in", "inside"):
            outer = self.core(at + 1)
        elif self.low(at) == ",":
            outer = self._apposed(at + 1)
        else:
            return phrase
        if outer is None or not outer.heads:
            return phrase
        outer = self.held(outer)
        return replace(
            phrase, last=outer.last, within=outer, evident=phrase.evident or outer.evident
        )

    def _apposed(self, at: int) -> Phrase | None:
        """Read what a comma may hang on a place and what says where that place is."""
        outer = self._distance(at) or self._between(at) or self._heading(at)
        if outer:
            return outer
        outer = self.core(at)
        if outer is None or not outer.heads or outer.relation is Relation.ALONG:
            return None
        closed = self.low(outer.last) in _CLOSING
        if self.low(outer.last) == "'s":
            return None
        plain = outer.relation is Relation.AT and not outer.feature
        if plain and self.low(outer.last) == "," and not self._ends_clause(outer.last):
            return None
        return outer if closed or not plain else None

    def _ends_clause(self, at: int) -> bool:
        """Tell whether a comma closes an apposition: no further name of a list follows."""
        return not any(self.names.get(at + step) for step in (1, 2, 3))


_CLOSING = frozenset((",", ".", ";", ")", "", "—", "–", ":"))
_WITHIN = frozenset(("in", "of", "across", "inside", "within"))
_WHERE = _WITHIN | {"near", "around", "along", "outside", "between", "close", "north", "south"}
_CLOSERS = frozenset(
    "and or but as on in at from to with by after before when while where which that who is are was "
    "were has have had been be will would said says for during since until amid following".split()
)
