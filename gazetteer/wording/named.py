"""Rules for places that are named: "the city of X", "northern X province", "X's outskirts"."""

from __future__ import annotations

from gazetteer.place import Relation
from gazetteer.states import CAPITAL_OF, CAPITAL_OF_PEOPLE, COUNTRIES
from gazetteer.town_parts import OF_TOWN, PARTS_OF_TOWN, SITES
from gazetteer.wording import namewords, powerwords, words
from gazetteer.wording.cursor import ARTICLES, CLOSING
from gazetteer.wording.measures import MeasureRules
from gazetteer.wording.numbered import is_numeral
from gazetteer.wording.phrases import Name, Phrase
from gazetteer.wording.posts import before_own_name

__all__ = ["MOST_OWNERS", "NamedRules"]

_CLOSERS = frozenset(
    "and or but as on in at from to with by after before when while where which that who is "
    "are was were has have had been be will would said says for during since until amid "
    "following".split()
)
# Behind a name these tell of no part of it.
_NO_TAIL = frozenset(". ; : ) on after before as when was were is had has have who which".split())
_PROVINCES = frozenset("province governorate oblast region state county department".split())
_LIVED_IN = frozenset(
    "suburb city town village hamlet settlement neighbourhood quarter district capital port".split()
)
_HELD_BY_THE_SECOND = PARTS_OF_TOWN - {"suburb"}  # "the Kharkiv suburb of X" lies by the first
_PARTED = words.RURAL_WORDS | words.OUTSKIRTS_WORDS | frozenset(words.AREA_NOUNS)
_MAIN = frozenset("main international only own".split())
_IN = frozenset("in to from".split())
MOST_OWNERS = 2  # "Syria's Hama province's villages" and no deeper


class NamedRules(MeasureRules):
    """A name with its kind, direction, part and owner."""

    def kind_of(self, at: int, owners: int = MOST_OWNERS) -> Phrase | None:
        """Read "the strategic city of X", "University of X", "the village X"."""
        start, at = at, self.lead(at)
        at = self.adjectives(self.directions(at)[1])
        kind, last = self.kind(at)
        while kind and self.kind(last)[0]:  # "the crossroads town", "the port city"
            kind, last = self.kind(last)
        if not kind or self._is_faith_state(at, kind):
            return None
        plural = self.is_plural(last)
        last = last if plural else self._beside_it(kind, last)
        of = last + (self.low[last] == "of")
        of += self.low[of] == "the" and of > last
        if kind in ("centre", "suburb") and (plural or kind == "centre"):
            return None
        if of == last and (
            kind in words.KEPT_IN_NAME or (plural and not self.lists_names(start, of))
        ):
            return None
        if of == last and self.low[of] == "," and not plural:
            return self._renamed(start, kind, of + 1)
        inner = self.named(of, owners)
        if inner is None or (of == last and inner.directions):
            return None
        heads = inner.heads
        if kind in words.KEPT_IN_NAME and self.tokens.capital[last - 1] and not plural:
            heads = (self.slice(at, inner.last),)
        whole = inner._replace(first=start, heads=heads, feature=kind, shares=plural, evident=True,
                       plural=plural)  # fmt: skip
        return self._seat(whole) if kind == "capital" and of > last and not plural else whole

    def _beside_it(self, kind: str, last: int) -> int:
        """Skip what a town has in "the town and airport of X": X has both."""
        if kind not in _LIVED_IN or self.low[last] != "and":
            return last
        beside, behind = self.kind(last + 1)
        return behind if beside and self.low[behind] == "of" else last

    def _is_faith_state(self, at: int, kind: str) -> bool:
        """Tell "the Islamic State of X", which is an organisation, from "the state of X"."""
        return kind == "state" and self.low[at - 1] in powerwords.FAITHS

    def _renamed(self, start: int, kind: str, at: int) -> Phrase | None:
        """Read "the provincial capital, X," where nothing but the name hangs on the comma."""
        name = self.names.get(at)
        if name is None or self.low[name.last] not in CLOSING or self.low[start] not in ARTICLES:
            return None
        if self.low[start - 1] == "of" and self.low[start - 2] in namewords.TITLES:
            return None  # "the commander of the city, Abu X,": he is called so
        return Phrase(first=start, last=name.last, names=(name,), heads=(name.text,), feature=kind)

    def named(self, at: int, owners: int = MOST_OWNERS) -> Phrase | None:
        """Read "(northern) (rural) X (province) (countryside)" and "X's northern outskirts"."""
        if self.low[at] == "that" and at + 1 in self.names:
            return None  # "said that X ..."
        if at in self.names:
            return self._with_kind(at, self.names[at], owners)
        start, at = at, self.lead(at)
        towards, at = self.directions(at, self.names)
        rural = self.low[at] in words.RURAL_WORDS and at not in self.names
        centre = self.low[at] in ("central", "downtown") and at not in self.names
        at = self.adjectives(at + (rural or centre))
        name = self.names.get(at)
        if name is None or (towards and self._is_elsewhere(at, name)):
            return None
        part = "countryside" if rural else "centre" if centre else ""
        return self._with_kind(start, name, owners, towards, part)

    def _is_elsewhere(self, at: int, name: Name) -> bool:
        """Tell "in the east, X" without its comma from "the east X countryside"."""
        whole = self.low[at - 2] == "the" and not self.low[at - 1].endswith("n")
        parted = self._features_after(name)[0] or self.low[name.last] in _PARTED
        return whole and not parted and self.low[at - 3] in _IN

    def _with_kind(
        self, start: int, name: Name, owners: int, towards: tuple[str, ...] = (), part: str = ""
    ) -> Phrase:
        """Read what follows a name; ``towards`` and ``part`` are what stands before it."""
        feature, last = self._features_after(name)
        post = 0 if name.known else before_own_name(self.low[name.first : name.last])
        kept = bool(post) or self._is_kept(name, feature, last)
        head = self.slice(name.first + post, last) if kept else name.text
        parted = bool(towards or part)
        phrase = Phrase(
            first=start,
            last=last,
            names=(name,),
            heads=(head,),
            relation=Relation.PART if parted else Relation.AT,
            directions=towards,
            feature=feature or self._prefix_kind(name) or part,
            plural=last > name.last and self.is_plural(last),
            evident=parted or bool(feature or post) or name.derived or self._has_prefix(name),
        )
        if feature == "capital" and not phrase.plural:
            return self._seat(phrase)
        if self._is_a_town_there(phrase, name):
            return phrase._replace(names=(), heads=(), relation=Relation.AT, directions=())
        return self._part_named(phrase, owners) or self.tail(phrase, owners)

    def _is_a_town_there(self, phrase: Phrase, name: Name) -> bool:
        """Tell whether "the northern Hama town" or "the Hama river town" is one told of before."""
        tells = bool(phrase.directions) or self.low[name.last] in ("river", "border")
        if phrase.feature not in words.SETTLEMENTS or phrase.plural or not tells:
            return False
        kind = phrase.last - 1
        told = self.low[phrase.first] == "the" and kind >= name.last
        return told and not self.tokens.capital[kind] and self.low[phrase.last] != "of"

    def _seat(self, phrase: Phrase) -> Phrase:
        """Read "the X capital", "the X capital of Y", "..., Y,": the town is Y, and X holds it."""
        if town := CAPITAL_OF_PEOPLE.get(phrase.heads[0].lower()):  # "the South Sudanese capital"
            return self.tail(phrase._replace(heads=(town,)))
        apart = self.low[phrase.last] == ","
        name = self.names.get(phrase.last + (apart or self.low[phrase.last] == "of"))
        if name is None or (apart and self.low[name.last] not in CLOSING):
            return phrase
        area = phrase._replace(feature="province")
        return phrase._replace(last=name.last, names=(name,), heads=(name.text,), within=area)

    def _part_named(self, phrase: Phrase, owners: int) -> Phrase | None:
        """Read "the Kharkiv suburb of X", where the name that comes first holds the other.

        "The X district of Kharkiv" mostly is the other way about; which of two names holds the
        other, the gazetteer tells (``gazetteer.meaning.readings``).
        """
        kind, of = self.kind(phrase.last)
        held = kind in _LIVED_IN and phrase.feature in words.DISTRICTS
        if held and self.low[of] == "of" and owners:
            town = self.named(of + 1, owners - 1)  # "the Kharkiv region town of X"
            return town and town._replace(first=phrase.first, feature=kind, within=phrase,
                                          evident=True)  # fmt: skip
        if phrase.feature not in _LIVED_IN or self.low[phrase.last] != "of" or not owners:
            return None
        inner = self.named(phrase.last + 1, owners - 1)
        if inner is None:
            return None
        if inner.feature in _PROVINCES or phrase.feature in _HELD_BY_THE_SECOND:
            return phrase._replace(last=inner.last, within=inner, evident=True)
        name, river = phrase.names[0], self.low[phrase.names[0].last] == "river"  # not in Niger
        outer = None if river else phrase._replace(last=name.last, feature="", heads=(name.text,))
        return inner._replace(first=phrase.first, within=outer, feature=phrase.feature,
                       shares=phrase.plural, plural=phrase.plural, evident=True)  # fmt: skip

    def _has_prefix(self, name: Name) -> bool:
        prefixed = self.low[name.first] in words.PREFIX_FEATURES
        return name.last > name.first + 1 and (prefixed or is_numeral(self.low[name.last - 1]))

    def _prefix_kind(self, name: Name) -> str:
        return words.PREFIX_FEATURES.get(self.low[name.first], "") if self._has_prefix(name) else ""

    def _features_after(self, name: Name) -> tuple[str, int]:
        kind, last = "", name.last
        if self.low[name.last] in words.FEATURE_ADJECTIVES:
            kind, last = self.kind(name.last + 1)
        if not kind:
            kind, last = self.kind(name.last)
        if not kind or kind == "centre":
            return "", name.last
        return kind, last

    def _is_kept(self, name: Name, feature: str, last: int) -> bool:
        one = not self.is_plural(last) or self.tokens.capital[last - 1]
        return feature in words.KEPT_IN_NAME and last > name.last and one

    def tail(self, phrase: Phrase, owners: int = MOST_OWNERS) -> Phrase:
        """Read what follows a name: "countryside", "'s outskirts", "'s Salamiyah district"."""
        at = phrase.last
        if self.low[at] in _NO_TAIL and self.low[at + 1] != "-":
            return phrase
        if self.low[at] == "and" and self.low[at + 1] in ("its", "their"):
            return self._with_surroundings(phrase, at + 2)
        owned = self.low[at] == "'s"
        start = at + owned
        towards, at = self.directions(start, self.names)
        at = self.adjectives(at)
        tail = self.part_word(at, bare=not towards and not owned)
        if tail is None:
            return self._owned(phrase, start, towards, owners) if owned and owners else phrase
        relation, feature, last = tail
        if towards and not owned and relation is Relation.AT:
            return phrase
        towards = towards or phrase.directions
        return phrase._replace(
            last=last,
            relation=Relation.PART if towards and relation is not Relation.OUTSKIRTS else relation,
            directions=towards,
            feature=phrase.feature or feature,
            evident=True,
        )

    def _with_surroundings(self, phrase: Phrase, at: int) -> Phrase:
        tail = self.part_word(self.adjectives(self.directions(at)[1]), bare=True)
        if tail is None or phrase.relation is not Relation.AT:
            return phrase
        return phrase._replace(last=tail[2], relation=Relation.NEAR, evident=True)

    def _owned(self, owner: Phrase, start: int, towards: tuple[str, ...], owners: int) -> Phrase:
        """Read "Syria's Hama province", "Kharkiv's north", "Hama's prison"."""
        whose = owner.heads[0].lower() if owner.heads else ""
        after = self.directions(start, self.names)[1]
        if self.low[after] in words.BORDER_WORDS and (border := self._its_border(owner, after + 1)):
            return border
        if self.low[start] == "capital" and whose in CAPITAL_OF:
            return self._its_capital(owner, start)
        kind, last = self.kind(start)
        if kind == "capital" and owner.heads and not self.is_plural(last):
            return self._seat(owner._replace(last=last, feature=kind, evident=True))
        inner = self.kind_of(start, owners - 1) or self.named(start, owners - 1)
        if inner and inner.last > inner.names[0].first:
            return inner._replace(first=owner.first, within=owner, evident=True)
        if towards and not self._is_noun(after):
            return owner._replace(last=after, relation=Relation.PART, directions=towards)
        return owner if whose in COUNTRIES else self._its_site(owner, start)

    def _its_site(self, town: Phrase, at: int) -> Phrase:
        """Read "X's (main) prison", which stands in X."""
        site, last = self.kind(self.adjectives(at + (self.low[at] in _MAIN)))
        plain = town.relation is Relation.AT and town.feature in ("", "capital", "city", "town")
        # "X's port authority", "X's airport road"; its military airport may be another one
        goes_on = self.low[last] in words.COMPOUND_NOUNS or self.low[last] in words.ROAD_WORDS
        goes_on = goes_on or (self.low[at] == "military" and site in SITES)
        stands = site in OF_TOWN and plain and not goes_on and not self.is_plural(last)
        return town._replace(last=last, feature=site, evident=True) if stands else town

    def _its_capital(self, owner: Phrase, at: int) -> Phrase:
        """Read "Libya's capital", "Libya's capital, Tripoli"."""
        name = self.names.get(at + 1 + (self.low[at + 1] == ","))
        town = CAPITAL_OF[owner.heads[0].lower()]
        if name and name.text == town:
            return owner._replace(last=name.last, names=(name,), heads=(town,),
                                  feature="capital", evident=True)  # fmt: skip
        return owner._replace(last=at + 1, heads=(town,), feature="capital", evident=True)

    def _its_border(self, owner: Phrase, at: int) -> Phrase | None:
        """Read "X's border with Y", and of a country "X's border" that is no "border town"."""
        border = owner._replace(last=at, relation=Relation.ALONG, feature="border", evident=True)
        if self.low[at] == "with" and (other := self.kind_of(at + 1, 0) or self.named(at + 1, 0)):
            heads, names = owner.heads + other.heads, owner.names + other.names
            return border._replace(last=other.last, names=names, heads=heads)
        alone = not (self.kind(at)[0] or self.low[at] in words.COMPOUND_NOUNS)
        return border if alone and owner.heads[0].lower() in COUNTRIES else None

    def _is_noun(self, at: int) -> bool:
        """Tell whether a further word belongs to the phrase, so that it is no place."""
        return at < self.tokens.size and self.low[at].isalpha() and self.low[at] not in _CLOSERS
