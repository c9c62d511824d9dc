"""One value, its columns of numbers and its long texts, packed into one short string.

The bytes are: the length of a JSON head (four bytes, little-endian), the head in UTF-8, the columns
one after the other, then the texts. Head, columns and texts are deflated together (RFC 1950, which
every browser can inflate and whose checksum shows damage) and written in base64.
``maps/page/unpack.js`` reads it.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from maps.text import json_bytes

__all__ = ["Columns", "Words", "pack", "unpack"]

# Level 6 takes twice, level 9 seven times as long, and makes the page 2 or 3 hundredths shorter.
_LEVEL = 5
_TYPES = ("u1", "u2", "i2", "i4")


class Columns:
    """Columns of whole numbers, each written in the fewest bytes that hold it."""

    def __init__(self) -> None:
        self.directory: list[tuple[str, str, int, int]] = []
        self._bytes: list[bytes] = []

    def add(self, name: str, values: ArrayLike, *, steps: bool = False) -> None:
        """Write a column; with ``steps`` as the first value and the differences from each to next.

        Raises
        ------
        OverflowError
            For a number, or a step, of more than 31 bits.
        """
        numbers = np.asarray(values, dtype=np.int64)
        if steps and len(numbers):
            numbers = np.diff(numbers, prepend=0)
        kind = _smallest(numbers)
        # The bytes of one significance stand together: the high ones are nearly all alike.
        planes = (
            numbers.astype(f"<{kind}")
            .view(np.uint8)
            .reshape(len(numbers), np.dtype(kind).itemsize)
            .T
        )
        self.directory.append((name, kind, len(numbers), int(steps)))
        self._bytes.append(planes.tobytes())

    def add_pairs(self, name: str, pairs: Sequence[tuple[int, int]]) -> None:
        """Write pairs of a row and what it is linked to (``name.of`` and ``name``), by rows."""
        self.add(f"{name}.of", [row for row, _ in pairs], steps=True)
        self.add(name, [linked for _, linked in pairs])

    def __bytes__(self) -> bytes:
        return b"".join(self._bytes)


def _smallest(numbers: NDArray[np.int64]) -> str:
    low, high = (int(numbers.min()), int(numbers.max())) if len(numbers) else (0, 0)
    for kind in _TYPES:
        limits = np.iinfo(kind)
        if limits.min <= low and high <= limits.max:
            return kind
    raise OverflowError(f"{low} to {high} does not fit into 32 bits")


class Words:
    """Strings, each kept once and known by its number; number 0 is the empty string."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}

    def column(self, texts: Iterable[str]) -> list[int]:
        """Return the number of each."""
        known = self._numbers
        return [known.setdefault(text, len(known)) for text in texts]

    @property
    def texts(self) -> list[str]:
        """Every string, in the order of the numbers."""
        return list(self._numbers)


def pack(head: Mapping[str, Any], columns: Columns, texts: bytes = b"") -> str:
    """Return everything as one string of the letters of base64."""
    written = json_bytes({**head, "columns": columns.directory})
    whole = len(written).to_bytes(4, "little") + written + bytes(columns) + texts
    return base64.b64encode(zlib.compress(whole, _LEVEL)).decode("ascii")


def unpack(packed: str) -> tuple[dict[str, Any], dict[str, NDArray[np.int64]], bytes]:
    """Return the head, the columns by name and the texts of what :func:`pack` wrote.

    Examples
    --------
    >>> columns = Columns()
    >>> columns.add("at", [365000, 365010, 364990], steps=True)
    >>> head, read, texts = unpack(pack({"title": "Hama"}, columns, "حماة".encode()))
    >>> head["title"], read["at"].tolist(), texts.decode()
    ('Hama', [365000, 365010, 364990], 'حماة')
    """
    import json

    whole = zlib.decompress(base64.b64decode(packed))
    at = 4 + int.from_bytes(whole[:4], "little")
    head: dict[str, Any] = json.loads(whole[4:at])
    columns: dict[str, NDArray[np.int64]] = {}
    for name, kind, count, steps in head.pop("columns"):
        size = np.dtype(kind).itemsize
        planes = np.frombuffer(whole, np.uint8, count * size, at).reshape(size, count)
        numbers = planes.T.copy().view(f"<{kind}").reshape(count).astype(np.int64)
        columns[name] = np.cumsum(numbers) if steps else numbers
        at += count * size
    return head, columns, whole[at:]
