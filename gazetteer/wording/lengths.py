"""The English words of stated lengths: units, numbers, and how exact they are meant."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["APPROXIMATE", "NAUTICAL_MILE_KM", "NUMBER_WORDS", "PARTS", "UNITS_KM"]

NAUTICAL_MILE_KM = 1.852
UNITS_KM = MappingProxyType(
    dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), 1.0)
    | dict.fromkeys(("mile", "miles", "mi"), 1.609344)
    | dict.fromkeys(("m", "meter", "meters", "metre", "metres"), 0.001)
    | dict.fromkeys(("yard", "yards"), 0.0009144)
    | dict.fromkeys(("foot", "feet", "ft"), 0.0003048)
    | {"nmi": NAUTICAL_MILE_KM}
)
APPROXIMATE = MappingProxyType(
    {"about": "about", "around": "about", "some": "about", "roughly": "about",
     "approximately": "about", "approx": "about", "circa": "about", "more than": "least",
     "over": "least", "at least": "least", "beyond": "least", "no less than": "least",
     "upwards of": "least", "as much as": "most", "up to": "most", "within": "most",
     "less than": "most", "under": "most", "no more than": "most", "fewer than": "most",
     "at most": "most", "nearly": "almost", "almost": "almost", "just under": "almost",
     "just over": "slightly over", "a little over": "slightly over", "only": "exact",
     "well over": "least", "well under": "most", "inside": "most", "no closer than": "least",
     "no nearer than": "least", "a maximum of": "most", "a minimum of": "least", "in": "exact",
     "anywhere": "exact", "somewhere": "exact", "closer than": "most", "not less than": "least",
     "slightly more than": "slightly over", "a little more than": "slightly over",
     "slightly less than": "almost", "a little less than": "almost", "not even": "most",
     "close to": "about", "as many as": "most", "a good": "least", "well within": "most",
     "in excess of": "least", "at": "exact", "to within": "most", "to": "exact",
     "just": "exact", "exactly": "exact", "as close as": "exact", "as far as": "exact",
     "barely": "exact", "a": "exact", "just about": "about", "a mere": "exact", "the": "exact",
     "as little as": "exact", "not more than": "most",
     "estimated": "about", "an estimated": "about", "somewhere around": "about"}
)  # fmt: skip
NUMBER_WORDS = MappingProxyType(
    {word: (value, value) for value, word in enumerate(
        ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
         "sixteen seventeen eighteen nineteen twenty").split(), 1)}
    | {word: (value, value) for value, word in zip(
        (30, 40, 50, 60, 70, 80, 90), "thirty forty fifty sixty seventy eighty ninety".split(),
        strict=True)}
    | {"half": (0.5, 0.5), "a dozen": (12, 12), "a couple of": (2, 2), "a few": (2, 5),
       "several": (3, 9), "a few hundred": (200, 500), "several hundred": (300, 900),
       "hundreds of": (200, 900), "a few dozen": (24, 60), "dozens of": (24, 90),
       "a hundred": (100, 100), "one hundred": (100, 100), "half a": (0.5, 0.5),
       "a half": (0.5, 0.5), "a quarter of a": (0.25, 0.25), "quarter of a": (0.25, 0.25),
       "a quarter": (0.25, 0.25), "three quarters of a": (0.75, 0.75), "couple of": (2, 2),
       "tens of": (20, 90), "a score of": (20, 20), "two hundred": (200, 200),
       "three hundred": (300, 300), "a couple": (2, 2), "a half-dozen": (6, 6),
       "half a dozen": (6, 6), "five hundred": (500, 500), "a thousand": (1000, 1000)}
)  # fmt: skip
PARTS = frozenset(
    part for text in (*APPROXIMATE, *NUMBER_WORDS, *UNITS_KM) for part in text.split()
)
"""Every word that a stated length can hold."""
