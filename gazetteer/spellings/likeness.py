"""How alike two spellings are."""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel, LCSseq

from gazetteer.spellings.families import Family
from gazetteer.spellings.spelling import NameKey, name_keys

__all__ = ["SAME_SOUND", "key_likeness", "likeness"]

#: Names that sound alike in every vowel; nothing that differs in sound comes near it.
SAME_SOUND = 0.96
#: Shares of the four keys, the sound before the letters before the consonants.
_PLAIN, _SPOKEN, _STRICT, _LOOSE = 0.20, 0.35, 0.25, 0.20
#: What is left of a likeness where the sounds differ: a skeleton of two consonants or fewer is no
#: evidence by itself, Homs is not Hims of elsewhere.
_DIFFERS, _DIFFERS_SHORT, _SKELETON = 0.97, 0.80, 2
# Two consonants side by side in a short name are a typing error in Latin letters: "Hma".
_BARE_CONSONANTS = re.compile(r"(?![kgsctdz]h)[^aiu]{2}")
# The same for two scripts, one of which leaves vowels out.
_ACROSS = (0.60, 0.70, 0.84, 0.91, 0.94)
_ACROSS_LETTERS, _ACROSS_STRICT, _ACROSS_LOOSE = 0.35, 0.35, 0.30

_share = Indel.normalized_similarity


def likeness(a: str, b: str, of: Family | None = None) -> float:
    """Say how alike two spellings are, from 0 to 1; 1 means the same name but for its dress."""
    pairs = ((x, y) for x in name_keys(a, of) for y in name_keys(b, of))
    return max((key_likeness(x, y) for x, y in pairs), default=0.0)


def key_likeness(a: NameKey, b: NameKey) -> float:
    """Say how alike two keys are, from 0 to 1.

    Notes
    -----
    The weighted share of letters that agree in each of the four forms of a name: what romanisations
    mix up counts as a fault in the earlier forms alone. The weights were chosen on three thousand
    Syrian and Ukrainian spellings and are the same for all families.
    """
    # Unpacked at once, with few further calls: a search spends much of its time here.
    plain, spoken, strict, loose, abjad = a
    other_plain, other_spoken, other_strict, other_loose, other_abjad = b
    if abjad != other_abjad:
        return _across_scripts(a, b)
    if plain == other_plain:
        return 1.0
    if spoken == other_spoken:
        return SAME_SOUND
    left = _DIFFERS if min(len(strict), len(other_strict)) > _SKELETON else _DIFFERS_SHORT
    return left * (
        _PLAIN * _share(plain, other_plain)
        + _SPOKEN * _share(spoken, other_spoken)
        + _STRICT * (1.0 if strict == other_strict else _share(strict, other_strict))
        + _LOOSE * (1.0 if loose == other_loose else _share(loose, other_loose))
    )


def _across_scripts(a: NameKey, b: NameKey) -> float:
    """Compare a reading that lacks the short vowels with one that has them.

    Arabic and Hebrew write the long vowels, so these must stand in the other reading as well.
    """
    written = a if a.abjad else b
    letters = LCSseq.similarity(a.spoken, b.spoken) / max(len(written.spoken), 1)
    if a.spoken == b.spoken and not _BARE_CONSONANTS.search(a.spoken):
        return SAME_SOUND
    known = min(len(a.strict), len(b.strict), len(_ACROSS) - 1)
    return _ACROSS[known] * (
        _ACROSS_LETTERS * letters
        + _ACROSS_STRICT * _share(a.strict, b.strict)
        + _ACROSS_LOOSE * _share(a.loose, b.loose)
    )
