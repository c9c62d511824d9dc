"""Rules for roads and borders: by their ends, their name or their number."""

from __future__ import annotations

from gazetteer.place import Relation
from gazetteer.states import COUNTRY_OF
from gazetteer.town_parts import SITES
from gazetteer.wording import words
from gazetteer.wording.cursor import phrases
from gazetteer.wording.numbered_roads import NumberedRoadRules
from gazetteer.wording.phrases import Name, Phrase

__all__ = ["OF_ROADS", "PAVED", "SPANS", "RoadRules"]

_MOST_ENDS = 6
_DASHES = frozenset("-–—‑/")
_JOINING = phrases(
    "that links",
    "which links",
    "that connects",
    "which connects",
    "linking",
    "connecting",
    "from",
    "between",
    "leading from",
    "joining",
    "running from",
    "running between",
    "that runs from",
    "that runs between",
    "which runs from",
    "that leads from",
    "which leads from",
    "that goes from",
    "leading out of",
    "out of",
)
_GOAL = phrases("to", "leading to", "leading into", "into", "of", "toward", "towards", "out of",
                "running to", "that leads to", "from", "between", "between it and",
                "between the city and", "between the town and", "linking it to", "linking it with",
                "linking the city to", "linking the town to", "connecting it to",
                "connecting it with", "connecting the city to", "through", "running through",
                "passing through", "leading through", "that runs through")  # fmt: skip
_AT_BORDER = phrases("the border at", "the border near", "the frontier at", "the border post at",
                     "the border post of", "the border crossing at", "the border crossing of",
                     "the border town of")  # fmt: skip
_THROUGH = phrases("via", "through", "by way of")
PAVED = frozenset(
    "supply ring access dirt gravel paved asphalt logistics logistical link national trunk"
    " administrative provincial regional".split()
)
SPANS = frozenset(("bridge", "tunnel", "pipeline", "causeway"))
_LINKING = phrases("linking", "connecting", "joining", "between", "that links", "which links",
                   "that connects", "which connects", "that joins")  # fmt: skip
_OVER = frozenset(("over", "across", "on"))
_WHOLE = frozenset(("pan", "trans", "inter"))  # "the Trans-Sahara Highway" has no ends in its name
_TOWNS = frozenset(("city", "town"))
_LEADING_ON = frozenset(("road", "highway", "motorway"))
_TRACK = frozenset("line lines track tracks link".split())
_ENCLOSED = phrases("of", "between", "formed by", "made up of")
_ENCLOSING = frozenset("triangle pocket salient agglomeration conurbation corridor gap".split())
#: Some of these is in whatever is read as a road or a border, unless it has a number.
OF_ROADS = (
    frozenset((*words.ROAD_WORDS, *words.BORDER_WORDS, *words.AREA_NOUNS))
    | _ENCLOSING
    | SPANS
    | {"line", "front", "direction"}
)
_PEOPLES = frozenset(people.split()[0] for people in COUNTRY_OF)
_NEIGHBOUR = phrases("with", "of")


class RoadRules(NumberedRoadRules):
    """Roads and borders: "the A-B road", "the M5", "the border with B"."""

    def plain(self, at: int) -> Phrase | None:
        """Read one end of a pair: a single named place."""
        phrase = self.kind_of(at) or self.named(at)
        return phrase if phrase and len(phrase.heads) == 1 else None

    def pair(self, first: int, one: Phrase, other: Phrase, relation: Relation) -> Phrase:
        """Join two ends into one phrase that starts at token ``first``."""
        kind = other.feature if other.plural or one.feature == other.feature else ""
        return Phrase(
            first=first,
            last=other.last,
            names=one.names + other.names,
            heads=one.heads + other.heads,
            relation=relation,
            feature=kind,
        )

    def road(self, at: int) -> Phrase | None:
        """Read a road or a border."""
        start, at = at, self.determiner(at)
        if self.low[at] in _PEOPLES and (peoples := self._border_of_peoples(start, at)):
            return peoples
        if at in self.names and self.low[at] not in PAVED:
            return self._road_named(start, at)
        at = self.lead(start)
        if self.low[at] in PAVED:
            at = self.adjectives(at + 1)
        return (
            self._road_between(start, at)
            or self._enclosed(start, at)
            or self._road_named(start, at)
        )

    def _border_of_peoples(self, start: int, at: int) -> Phrase | None:
        """Read "the Honduran border", "the Sudanese-Chadian border" as of their countries."""
        found: list[Name] = []
        while len(found) < 2 and (people := self._people(at)):
            found.append(people)
            at = people.last + (self.low[people.last] in _DASHES)
        if not found or self.low[at] not in words.BORDER_WORDS:
            return None
        if self.low[at + 1] in words.COMPOUND_NOUNS or self.low[at + 1] == "with":
            return None
        if self.kind(at + 1)[0]:
            return None  # "the Honduran border town of X"
        heads = tuple(name.text for name in found)
        return Phrase(first=start, last=at + 1, names=tuple(found), heads=heads,
                      relation=Relation.ALONG, feature="border")  # fmt: skip

    def _people(self, at: int) -> Name | None:
        for last in (at + 2, at + 1):
            country = COUNTRY_OF.get(" ".join(self.low[step] for step in range(at, last)))
            if country:
                return Name(first=at, last=last, text=country, known=True)
        return None

    def _road_between(self, start: int, at: int) -> Phrase | None:
        """Read "the road from A to B", "the road linking A with B", "the border with B"."""
        kind = words.ROAD_WORDS.get(self.low[at]) or words.BORDER_WORDS.get(self.low[at])
        if self.low[at] in SPANS and (spanned := self._spanned(start, at)):
            return spanned
        if not kind or at in self.names:
            return None
        at += 1 + (kind == "railway" and self.low[at + 1] in _TRACK)
        last = self.match(at, _JOINING)
        one = self._end(last) if last else None
        both = one and self._joined(start, one)
        if both:
            return both._replace(feature=kind)
        last = self.match(at, _NEIGHBOUR if kind == "border" else _GOAL)
        goal = self.plain(last) if last else None
        leads = kind in _LEADING_ON  # to a town, though nobody knows it
        return goal and goal._replace(first=start, relation=Relation.ALONG, feature=kind,
                                      evident=goal.evident or leads)  # fmt: skip

    def _spanned(self, start: int, at: int) -> Phrase | None:
        """Read "a bridge linking A and B", "the bridge over the X between A and B"."""
        over = at + 2 + (self.low[at + 2] == "the") if self.low[at + 1] in _OVER else 0
        river = self.plain(over) if over else None
        last = self.match(river.last if river else at + 1, _LINKING)
        one = self._end(last) if last else None
        both = one and self._joined(start, one)
        kind = self.low[at]
        return both and both._replace(feature=kind, relation=Relation.BETWEEN)

    def _joined(self, start: int, one: Phrase) -> Phrase | None:
        """Read the other end of a road, and what it leads through: "via C to B"."""
        at = self._behind_land(one.last)
        way = self.match(at, _THROUGH)
        middle = self.plain(way) if way else None
        at = middle.last if middle else at
        if self.low[at] not in ("to", "and", "with"):
            return None
        other = self.plain(at + 1 + (self.low[at + 1] == "the")) or self._end(at + 1)
        if other is None:
            return None
        first = self.pair(start, one, middle, Relation.ALONG) if middle else one
        return self.pair(start, first, other, Relation.ALONG)

    def _behind_land(self, at: int) -> int:
        """Return the token behind where one end lies: "from X in Y province to Z"."""
        land = self.plain(at + 1) if self.low[at] == "in" else None
        return land.last if land and land.feature in words.DISTRICTS else at

    def _end(self, at: int) -> Phrase | None:
        """Read where a road ends: a place, or "the border (post) at" one."""
        last = self.match(at, _AT_BORDER)
        return self.plain(last or at)

    def _enclosed(self, start: int, at: int) -> Phrase | None:
        """Read "the triangle of A, B and C"."""
        if self.low[at] != "triangle" or at in self.names:
            return None
        last = self.match(at + 1, _ENCLOSED)
        corners = self.corners(start, last) if last else None
        return corners and corners._replace(feature="triangle")

    def corners(self, start: int, at: int) -> Phrase | None:
        """Read what encloses a stretch of land: "A and B", "A, B and C"."""
        found = self.plain(at)
        while found and len(found.heads) < _MOST_ENDS:
            last = found.last
            comma, closing = self.low[last] == ",", self.low[last] == "and"
            closing = closing or (comma and self.low[last + 1] == "and")
            if not (comma or closing):
                return None
            item = self.plain(last + 1 + (comma and closing))
            if item is None:
                return None
            found = self.pair(start, found, item, Relation.BETWEEN)
            if closing:
                return found
        return None

    def _road_named(self, start: int, at: int) -> Phrase | None:
        """Read "the A-B road", "the A to B highway", "the M5", "Highway 1", "Castello Road"."""
        if self.low[at] in words.ROAD_WORDS and at + 1 in self.codes:
            return self.coded(start, at + 1, at + 2, words.ROAD_WORDS[self.low[at]])
        if at in self.codes:
            last = at + 1 + 2 * (self.tokens.text[at].isalpha())
            site, behind = self.kind(self.adjectives(last))
            if site in SITES or site == "base":  # "the T4 air base"
                name = Name(first=at, last=last, text=self.slice(at, last), known=False)
                return Phrase(first=start, last=behind, names=(name,), heads=(name.text,),
                              feature=site)  # fmt: skip
            after = last + (self.low[last] in words.ADJECTIVES)
            kind = words.ROAD_WORDS.get(self.low[after], "")
            ends = [] if kind else self._ends(last)
            if len(ends) > 1 and (road := self._ended(start, last, ends)):
                return road  # "the M5 A-B highway"
            if kind or (start < at and self.low[start] == "the") or self.leads_along(at):
                return self.coded(start, at, after + 1 if kind else last, kind)
        ends = self._ends(at)
        return self._ended(start, at, ends) if ends else None

    def _ends(self, at: int) -> list[Name]:
        """Collect names that a dash or "to" joins: the ends of a road."""
        found: list[Name] = []
        while len(found) < _MOST_ENDS and (name := self.names.get(at)) is not None:
            at = name.last
            if self.low[at] in _TOWNS and self.tokens.capital[at]:
                at += 1  # "the A City-B City road"
            found.append(name._replace(last=at))
            if self.low[at] not in _DASHES and self.low[at] != "to":
                break
            at += 1
            if self.low[at] == "to" and self.low[at + 1] in _DASHES:
                at += 2  # "the A-to-B road"
        return found

    def _ended(self, start: int, at: int, ends: list[Name]) -> Phrase | None:
        last = ends[-1].last
        skip = last + (self.low[last] in words.ADJECTIVES or self.low[last] in PAVED)
        word = self.low[skip]
        kind = words.ROAD_WORDS.get(word) or words.BORDER_WORDS.get(word)
        if not kind and word in ("line", "front", "direction") and len(ends) > 1:
            kind = "axis"
        if not kind and len(ends) > 1 and (word in words.AREA_NOUNS or word in _ENCLOSING):
            return self._pairs(start, ends, skip + 1, words.AREA_NOUNS.get(word, word))
        if not kind or (len(ends) == 1 and kind == "axis"):
            return None
        alone = kind == "border" and len(ends) == 1 and self.tokens.capital[skip]
        named = f"{word} {self.low[skip + 1]}" in words.FEATURES  # "the X border crossing"
        if alone or named or (kind == "border" and self.low[skip + 1] in words.COMPOUND_NOUNS):
            return None
        heads = tuple(end.text for end in ends)
        if ends[0].text.lower() in _WHOLE or (len(ends) == 1 and kind != "border"):
            heads = (self.slice(at, skip + 1),)
            if self.tokens.capital[skip] and (site := self._site_on(start, at, skip + 1, ends)):
                return site
        return Phrase(first=start, last=skip + 1, names=tuple(ends), heads=heads,
                      relation=Relation.ALONG, feature=kind)  # fmt: skip

    def _site_on(self, start: int, at: int, last: int, ends: list[Name]) -> Phrase | None:
        """Read "the X Street bridge", which is called after its street."""
        site, behind = self.kind(last)
        if site not in words.KEPT_IN_NAME or self.is_plural(behind):
            return None
        heads = (self.slice(at, behind),)
        return Phrase(first=start, last=behind, names=tuple(ends), heads=heads, feature=site)

    def _pairs(self, start: int, ends: list[Name], last: int, kind: str) -> Phrase:
        """Make "the A-B area", "the A-B-C triangle": the land between its names."""
        return Phrase(first=start, last=last, names=tuple(ends), heads=tuple(n.text for n in ends),
                      relation=Relation.BETWEEN, feature=kind)  # fmt: skip
