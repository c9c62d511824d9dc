"""Which script a name is written in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

__all__ = ["script_of"]

# First and last code point of blocks of letters, from Unicode's Blocks.txt, with the ISO 15924
# code of their script; neighbouring blocks of one script stand as one range.
_RANGES = (
    (0x0041, 0x02AF, "Latn"), (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"), (0x0590, 0x05FF, "Hebr"), (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"), (0x0750, 0x077F, "Arab"), (0x0780, 0x07BF, "Thaa"),
    (0x07C0, 0x07FF, "Nkoo"), (0x0840, 0x085F, "Mand"), (0x0860, 0x086F, "Syrc"),
    (0x0870, 0x08FF, "Arab"), (0x0900, 0x097F, "Deva"), (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"), (0x0A80, 0x0AFF, "Gujr"), (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"), (0x0C00, 0x0C7F, "Telu"), (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"), (0x0D80, 0x0DFF, "Sinh"), (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"), (0x0F00, 0x0FFF, "Tibt"), (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"), (0x1100, 0x11FF, "Hang"), (0x1200, 0x139F, "Ethi"),
    (0x13A0, 0x13FF, "Cher"), (0x1400, 0x167F, "Cans"), (0x1680, 0x169F, "Ogam"),
    (0x16A0, 0x16FF, "Runr"), (0x1780, 0x17FF, "Khmr"), (0x1800, 0x18AF, "Mong"),
    (0x18B0, 0x18FF, "Cans"), (0x1900, 0x194F, "Limb"), (0x1950, 0x197F, "Tale"),
    (0x1980, 0x19DF, "Talu"), (0x1A00, 0x1A1F, "Bugi"), (0x1A20, 0x1AAF, "Lana"),
    (0x1B00, 0x1B7F, "Bali"), (0x1B80, 0x1BBF, "Sund"), (0x1BC0, 0x1BFF, "Batk"),
    (0x1C00, 0x1C4F, "Lepc"), (0x1C50, 0x1C7F, "Olck"), (0x1C80, 0x1C8F, "Cyrl"),
    (0x1C90, 0x1CBF, "Geor"), (0x1D00, 0x1DBF, "Latn"), (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"), (0x2C60, 0x2C7F, "Latn"), (0x2C80, 0x2CFF, "Copt"),
    (0x2D00, 0x2D2F, "Geor"), (0x2D30, 0x2D7F, "Tfng"), (0x2D80, 0x2DDF, "Ethi"),
    (0x2DE0, 0x2DFF, "Cyrl"), (0x2E80, 0x2FDF, "Hani"), (0x3005, 0x3007, "Hani"),
    (0x3040, 0x309F, "Hira"), (0x30A0, 0x30FF, "Kana"), (0x3100, 0x312F, "Bopo"),
    (0x3130, 0x318F, "Hang"), (0x31A0, 0x31BF, "Bopo"), (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"), (0xA000, 0xA4CF, "Yiii"),
    (0xA4D0, 0xA4FF, "Lisu"), (0xA500, 0xA63F, "Vaii"), (0xA640, 0xA69F, "Cyrl"),
    (0xA720, 0xA7FF, "Latn"), (0xA880, 0xA8DF, "Saur"), (0xA8E0, 0xA8FF, "Deva"),
    (0xA900, 0xA92F, "Kali"), (0xA930, 0xA95F, "Rjng"), (0xA960, 0xA97F, "Hang"),
    (0xA980, 0xA9DF, "Java"), (0xA9E0, 0xA9FF, "Mymr"), (0xAA00, 0xAA5F, "Cham"),
    (0xAA60, 0xAA7F, "Mymr"), (0xAA80, 0xAADF, "Tavt"), (0xAAE0, 0xAAFF, "Mtei"),
    (0xAB00, 0xAB2F, "Ethi"), (0xAB30, 0xAB6F, "Latn"), (0xAB70, 0xABBF, "Cher"),
    (0xABC0, 0xABFF, "Mtei"), (0xAC00, 0xD7FF, "Hang"), (0xF900, 0xFAFF, "Hani"),
    (0xFB00, 0xFB06, "Latn"), (0xFB13, 0xFB17, "Armn"), (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"), (0xFE70, 0xFEFE, "Arab"), (0xFF21, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9F, "Kana"), (0xFFA0, 0xFFDC, "Hang"), (0x10800, 0x1083F, "Cprt"),
    (0x10D00, 0x10D3F, "Rohg"), (0x11100, 0x1114F, "Cakm"), (0x16A40, 0x16A6F, "Mroo"),
    (0x1E2C0, 0x1E2FF, "Wcho"), (0x1E7E0, 0x1E7FF, "Ethi"), (0x1E900, 0x1E95F, "Adlm"),
    (0x20000, 0x323AF, "Hani"),
)  # fmt: skip
_FIRSTS = [first for first, _, _ in _RANGES]

# Whole names of the scripts that most names are in, so that few are looked at letter by letter.
_COMMON = (
    (re.compile(r"[\x00-\u02ff\u0300-\u036f\u1e00-\u1eff\u2000-\u206f]*\Z"), "Latn"),
    (re.compile(r"[\x00-\x40\xa0-\xbf\u0400-\u052f\u2000-\u206f]*\Z"), "Cyrl"),
    (re.compile(r"[\x00-\x40\u0600-\u06ff\u2000-\u206f]*\Z"), "Arab"),
)


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script of most letters, the first among equals.

    ``Zyyy`` (common) is the script of a name without letters, such as "7".

    Examples
    --------
    >>> [script_of(name) for name in ("Şūrān", "صوران", "Харків", "ဗန်းမော်", "አዲስ አበባ", "7")]
    ['Latn', 'Arab', 'Cyrl', 'Mymr', 'Ethi', 'Zyyy']
    """
    if text[:1].isalpha():
        if text.isascii():
            return "Latn"
        for whole, script in _COMMON:
            if whole.match(text):
                return script
    met = Counter(_script(ord(char)) for char in text if char.isalpha())
    return met.most_common(1)[0][0] if met else "Zyyy"


def _script(point: int) -> str:
    at = bisect_right(_FIRSTS, point) - 1
    return _RANGES[at][2] if at >= 0 and point <= _RANGES[at][1] else "Zzzz"
