"""Bytes as letters that mean nothing in HTML, in an attribute, in a script or to any template.

Five letters stand for four bytes, as in Ascii85; the alphabet is what is left of the printable
letters of ASCII without quotes, angle brackets, ampersand, backslash, dollar and opening brace.
"""

from __future__ import annotations

import numpy as np

__all__ = ["bytes_of", "letters_of"]

_LETTERS = bytes(code for code in range(33, 127) if chr(code) not in "\"&'<>\\`${")
_POWERS = 85 ** np.arange(4, -1, -1)


def letters_of(whole: bytes) -> str:
    """Write bytes as letters.

    Examples
    --------
    >>> letters_of(b"Hama"), bytes_of("=;EFJ")
    ('=;EFJ', b'Hama')
    """
    missing = -len(whole) % 4
    numbers = np.frombuffer(whole + bytes(missing), ">u4").astype(np.uint32)
    digits = np.empty((len(numbers), 5), np.uint8)
    for place in reversed(range(5)):
        higher = numbers // 85
        digits[:, place] = numbers - higher * 85
        numbers = higher
    letters = np.frombuffer(_LETTERS, np.uint8)[digits].tobytes()
    return letters[: len(letters) - missing].decode("ascii")


def bytes_of(letters: str) -> bytes:
    """Read what :func:`letters_of` wrote."""
    missing = -len(letters) % 5
    values = np.zeros(128, np.int64)
    values[list(_LETTERS)] = range(85)
    codes = np.frombuffer((letters + missing * "~").encode("ascii"), np.uint8)
    numbers = (values[codes].reshape(-1, 5) * _POWERS).sum(axis=1)
    whole: bytes = numbers.astype(">u4").tobytes()
    return whole[: len(whole) - missing]
