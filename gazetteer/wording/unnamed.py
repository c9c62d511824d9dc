"""Rules for parts of places, and for places that are pointed back to or counted."""

from __future__ import annotations

from gazetteer.place import Relation
from gazetteer.states import CAPITAL_OF_PEOPLE
from gazetteer.wording import words
from gazetteer.wording.cursor import CLOSING, phrases
from gazetteer.wording.measures import ABBREVIATED
from gazetteer.wording.named import MOST_OWNERS, NamedRules
from gazetteer.wording.phrases import Phrase

__all__ = ["OF_HEADINGS", "OF_SIDES", "UnnamedRules"]

#: Some of these is in whatever is read as a side of a place.
OF_SIDES = (
    words.OUTSKIRTS_WORDS
    | words.RURAL_WORDS
    | words.CENTRE_WORDS
    | words.SECTION_WORDS
    | words.SHORES
    | frozenset((*words.AREA_NOUNS, "middle"))
)
#: And of these in whatever lies in some direction from a place.
OF_HEADINGS = frozenset((*words.DIRECTIONS, *(wind.lower() for wind in ABBREVIATED)))
_IN_STREETS = frozenset("battle battles fight fights fighting clashes combat protests".split())
_POINTS_BACK = frozenset(
    "the this that these those nearby neighbouring neighboring surrounding adjacent".split()
)
_CALLED = frozenset(("called", "named", "known"))  # "the town called X" is X
_BEHIND_TOWN = CLOSING | {"on", "after", "before", "yesterday", "overnight"}
_SCORES = frozenset("dozen score couple handful number".split())
_CENTRAL = frozenset(("central", "downtown"))
_OWNERS = frozenset(("its", "their"))
_OWNED = frozenset(("airport", "airfield", "air base", "port", "harbour"))  # "X and its airport"
_MOST_COUNTS = 6
_GENERAL = words.KEPT_IN_NAME | words.SETTLEMENTS
# Behind "the place" where it stands for a town: no "place of honour", "place where".
_STOPS = frozenset('. , ; : ! ? ” " ) on at by after before without as and but since again'.split())
_FAR = frozenset("far extreme very".split())
_FRONT = phrases(
    "front line",
    "front lines",
    "frontline",
    "frontlines",
    "line of contact",
    "contact line",
)


class UnnamedRules(NamedRules):
    """Parts and pointers: "the outskirts of X", "north of X", "the city", "three villages"."""

    def side(self, at: int) -> Phrase | None:
        """Read "the northern outskirts of X", "the countryside of X", "the western part of it"."""
        start, at = at, self.lead(at)
        towards, at = self.directions(at)
        at = self.adjectives(at)
        if not towards and (shore := self._shore(start, at)):
            return shore
        tail = self._middle(at) or self.part_word(at, bare=not towards)
        if tail is None or tail[0] is Relation.NEAR or (not towards and tail[1] == ""
                                                        and tail[0] is Relation.PART):  # fmt: skip
            return None
        relation, feature, last = tail
        if self.low[last] == "and" and (more := self.part_word(last + 1, bare=True)):
            last = more[2]
        if self.low[last] not in ("of", "around", "to"):
            return None
        inner = self.kind_of(last + 1) or self.named(last + 1) or self.generic(last + 1)
        if inner is None and self.low[last + 1] == "town":  # "the edge of town"
            inner = Phrase(first=last + 1, last=last + 2, feature="town")
        if inner is None:
            return None
        return inner._replace(
            first=start,
            relation=relation,
            directions=towards,
            feature=self._kind_of_part(inner, feature) or self._of_river(last),
            shares=True,
            evident=True,
        )

    def _middle(self, at: int) -> tuple[Relation, str, int] | None:
        """Read "central parts", "the downtown area"."""
        middle = self.low[at] in _CENTRAL and self.low[at + 1] in words.SECTION_WORDS
        return (Relation.PART, "centre", at + 2) if middle and at not in self.names else None

    def _kind_of_part(self, of: Phrase, part: str) -> str:
        """Return the kind that counts: the part's for "the centre of the town of X", else X's."""
        if part == "centre" and of.feature in words.SETTLEMENTS and of.heads:
            return part
        return of.feature or ("" if part == "area" else part)

    def tail(self, phrase: Phrase, owners: int = MOST_OWNERS) -> Phrase:
        """Read "the X's left bank" of a river, and what follows any other name."""
        if self.low[phrase.last] == "'s" and self.low[phrase.first] == "the":
            towards, at = self.directions(phrase.last + 1, self.names)
            at += self.low[at] in words.SIDES
            if self.low[at] in words.BANKS:
                return phrase._replace(last=at + 1, relation=Relation.PART, directions=towards,
                                       feature="river", evident=True)  # fmt: skip
        return super().tail(phrase, owners)

    def _owned(self, owner: Phrase, start: int, towards: tuple[str, ...], owners: int) -> Phrase:
        """Read "X's main town, Y," as Y, which X holds; what else X owns as all names do."""
        kind, last = self.kind(self.adjectives(start))
        town = self.names.get(last + 1) if self.low[last] == "," else None
        named = kind in words.SETTLEMENTS and town is not None and not self.is_plural(last)
        if not named or town is None or self.low[town.last] not in _BEHIND_TOWN:
            return super()._owned(owner, start, towards, owners)
        return Phrase(first=owner.first, last=town.last, names=(town,), heads=(town.text,),
                      feature=kind, within=owner)  # fmt: skip

    def stronghold(self, at: int) -> Phrase | None:
        """Read "the rebel stronghold of X" as X."""
        of = self.lead(at)
        inner = self.kind_of(of + 1) or self.named(of + 1)
        return inner and inner._replace(first=at, evident=True)

    def _shore(self, start: int, at: int) -> Phrase | None:
        """Read "the left bank of X" (a part of it) and "the coast of X" (near it)."""
        side = self.low[at] in words.SIDES
        at += side
        if self.low[at] not in words.SHORES or self.low[at + 1] != "of" or self.is_title(at):
            return None
        inner = self.kind_of(at + 2) or self.named(at + 2) or self.generic(at + 2)
        relation = Relation.PART if side else Relation.NEAR
        feature = self._of_river(at + 1) or "bank"
        return inner and inner._replace(first=start, relation=relation, shares=True, evident=True,
                                 feature=inner.feature or feature)  # fmt: skip

    def _of_river(self, at: int) -> str:
        """Tell that a river has the bank before "of": "of the X" is never of a town called X."""
        banks = self.low[at - 1] in words.BANKS and self.low[at + 1] == "the"
        return "river" if banks else ""

    def heading(self, at: int) -> Phrase | None:
        """Read "(due) north of X" (beyond it) and "the (far) north of X" (a part of it)."""
        start = at
        close = self.low[at] in words.EXACTLY  # "just (to the) north of X"
        at += close
        at += 2 * (self.low[at] == "to" and self.low[at + 1] == "the")
        at += not close and self.low[at] in words.EXACTLY
        part = self.low[at] in ("the", "in") and at == start
        at += part + (self.low[at] == "in" and self.low[at + 1] == "the")
        at += self.low[at] in _FAR
        towards, last = self.directions(at)
        if not towards and not part:
            towards, last = self.abbreviated(at)
        if not towards or self.low[last] != "of":
            return None
        inner = self.kind_of(last + 1) or self.named(last + 1) or self.generic(last + 1)
        if inner is None or inner.relation is not Relation.AT:
            return None
        relation = Relation.PART if part else Relation.OFFSET
        return inner._replace(first=start, relation=relation, directions=towards, shares=True,
                       evident=True)  # fmt: skip

    def generic(self, at: int) -> Phrase | None:
        """Read a place that points back: "the city", "nearby regions", "the front lines"."""
        start = at
        if self.low[at + 1] == "place" and self.low[at] == "the" and self.low[at + 2] in _STOPS:
            return Phrase(first=at, last=at + 2, feature="town")  # "had entered the place"
        owned = self.low[at] in _OWNERS and self.kind(at + 1)[0] in _OWNED
        if not owned and (self.low[at] not in _POINTS_BACK or at in self.names):
            return self._uncounted(at)
        towards, at = self.directions(self.adjectives(at + 1))
        at = self.adjectives(at)
        if self.is_title(at):
            return None
        return self._of_people(start, at) or self._pointed(start, at, towards)

    def _pointed(self, start: int, at: int, towards: tuple[str, ...]) -> Phrase | None:
        """Read what follows "the (northern)" in a place that points back."""
        if self.low[at] in words.SIDES and self.low[at + 1] in words.SHORES:
            return Phrase(first=start, last=at + 2, feature="bank")
        front = self.match(at, _FRONT)
        if front:
            return Phrase(first=start, last=front, feature="front line", directions=towards,
                          relation=Relation.PART if towards else Relation.AT)  # fmt: skip
        kind, last = self.kind(at)
        fought = self.low[at] == "street" and self.low[at + 1] in _IN_STREETS
        if kind == "spring" or fought:
            return None  # a season rather than a source; "said that street battles raged"
        while kind and self.kind(last)[0] in _GENERAL and not self.tokens.capital[last]:
            kind, last = self.kind(last)  # "the jungle headquarters", "the mountain town"
        kind = (
            kind or words.ROAD_WORDS.get(self.low[at]) or words.BORDER_WORDS.get(self.low[at], "")
        )
        if kind and (kind != "centre" or last > at + 1):
            last = max(last, at + 1)
            phrase = Phrase(first=start, last=last, feature=kind)
            tailed = self.tail(phrase)
            compound = tailed == phrase and self.low[last] in words.COMPOUND_NOUNS
            return None if compound or self.low[last] in _CALLED else tailed
        tail = self.part_word(at, bare=not towards)
        if tail is None or tail[1] == "centre" or self.low[tail[2]] in words.COMPOUND_NOUNS:
            return None
        relation, feature, last = tail
        relation = Relation.AT if relation is Relation.NEAR else relation
        return Phrase(first=start, last=last, relation=relation, directions=towards,
                      feature=feature or "area")  # fmt: skip

    def _of_people(self, start: int, at: int) -> Phrase | None:
        """Read "the (besieged) Syrian capital" as the town, "the Crimean peninsula" as a name."""
        kind, last = self.kind(at)
        if kind not in ("capital", "peninsula") or self.is_plural(last):
            return None
        for word in range(at - 1, start, -1):
            two, one = " ".join(self.low[word - 1 : word + 1]), self.low[word]
            town = CAPITAL_OF_PEOPLE.get(two) or CAPITAL_OF_PEOPLE.get(one)
            if town and self.low[word + 1] != "-":  # "the Russian-held capital"
                head = town if kind == "capital" else self.slice(word, last)
                return self.tail(Phrase(first=start, last=last, heads=(head,), feature=kind))
        return None

    def counted(self, at: int) -> int:
        """Skip what counts: "several", "at least 12 of"."""
        for _ in range(_MOST_COUNTS):
            more = self.low[at] == "more" and self.low[at + 1] == "than"
            at += 2 * more
            at += self.low[at] == "a" and self.low[at + 1] in _SCORES  # "more than a dozen"
            if self.low[at] not in words.QUANTIFIERS and not self.low[at].isdigit():
                break
            at += 1 + (self.low[at + 1] == "of")
        return at

    def _uncounted(self, at: int) -> Phrase | None:
        """Read places that are counted and not named: "three villages", "dozens of towns"."""
        start, at = at, at + (self.low[at] in ("at", "more")) * 2
        if self.low[at] not in words.QUANTIFIERS and not self.low[at].isdigit():
            return None
        at = self.adjectives(self.counted(at))
        at = self.adjectives(at + 3 * (self.low[at] in ("pro", "anti") and self.low[at + 1] == "-"))
        kind, last = self.kind(at)
        if not kind or not self.is_plural(last) or self.low[last] in words.COMPOUND_NOUNS:
            return None
        if kind in words.KEPT_IN_NAME:
            return None
        return Phrase(first=start, last=last, feature=kind, plural=True)

    def is_title(self, at: int) -> bool:
        """Tell "The New Region" (a title) from "the region"."""
        tokens = self.tokens
        if at >= tokens.size or not tokens.capital[at] or tokens.loud[at] or tokens.opens[at]:
            return False
        return self.kind(at)[0] != "old city"
