"""A name that is asked for, and how well the kind of a feature fits it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.homes.found import Found
from gazetteer.kinds import Kind, class_words

__all__ = [
    "PORTS",
    "STRUCK_AFAR",
    "Asked",
    "fits",
    "is_province",
    "kind_weight",
    "kind_words",
    "whole_names",
]

_KIND_WEIGHT, _LESSER_KIND_WEIGHT, _OTHER_KIND, _NOT_A_TOWN = 0.08, 0.03, 0.12, 0.08

#: Sites that aircraft and drones are sent to over any distance.
STRUCK_AFAR = frozenset(
    "refinery|plant|power plant|power station|oilfield|gasfield|terminal|depot".split("|")
)
PORTS = frozenset(("port", "harbour", "harbor"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A name with what its phrase says of it; ``prefers`` are class letters, best first."""

    name: str
    kind: Kind | None
    kind_word: str = ""
    prefers: str = "P"

    @property
    def far(self) -> bool:
        """Tell whether drones and aircraft are sent to such a site over any distance."""
        return self.kind_word in STRUCK_AFAR

    def is_called(self, found: Found) -> bool:
        """Tell whether the name of a site holds the word that is asked for: "Oru Refinery"."""
        return self.kind_word.rpartition(" ")[2] in found.text.casefold().split()


def fits(kind: Kind, found: Found) -> bool:
    """Tell whether a feature is of a kind."""
    return kind.fits(found.feature_class, found.feature_code)


def is_province(asked: Asked, found: Found) -> bool:
    """Tell a first-level area where a province is asked for: "Khost province" is no district."""
    province = asked.kind is not None and asked.kind.name == "province"
    return province and found.feature_code.startswith("ADM1")


def whole_names(asked: Asked, found: Sequence[Found]) -> Sequence[Found]:
    """Forgive no village a word that its name has more, where another has the very name.

    "The village of Oru" is Oru and not Second Oru; but "the city of Oru" may be Oru City.
    """
    return [
        each._replace(spelling=each.score)
        if each.feature_class == "P" and not asked.is_called(each)
        else each
        for each in found
    ]


def kind_weight(asked: Asked, found: Found) -> float:
    """Return what the kind of a feature says for it, or against it."""
    if asked.kind and fits(asked.kind, found):
        first = asked.kind.means_first(found.feature_code)
        return _KIND_WEIGHT if first else _LESSER_KIND_WEIGHT
    if asked.kind:
        return -_OTHER_KIND
    # The bare name of a country means the country and no village on the other side of the earth.
    meant = found.feature_class in asked.prefers or found.feature_code == "PCLI"
    return 0.0 if meant else -_NOT_A_TOWN


def kind_words(asked: Asked, found: Found) -> str:
    """Say in words what the kind of a feature says of it."""
    if asked.kind and fits(asked.kind, found):
        return f"fits the word {asked.kind_word!r}"
    if asked.kind:
        return f"{class_words(found.feature_class)}, while the text says {asked.kind_word!r}"
    return f"the bare name rather means {_MEANS[asked.prefers]}"


_MEANS = {
    "P": "a populated place",
    "A": "an administrative area",
    "HLT": "a river, a land or a height",
}
