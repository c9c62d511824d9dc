"""Letters without their marks, and without what is not seen."""

from __future__ import annotations

import unicodedata

__all__ = ["without_marks"]


class _Marks(dict[int, int | None]):
    """For ``str.translate``: what is a mark or unseen goes; each character is asked for once."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.category(chr(code)) in {"Mn", "Cf"} else code
        self[code] = kept
        return kept


_MARKS = _Marks()


def without_marks(text: str) -> str:
    """Return a text in its letters alone.

    >>> without_marks("Goražde, Ḩamāh")
    'Gorazde, Hamah'
    """
    return unicodedata.normalize("NFKD", text).translate(_MARKS)
