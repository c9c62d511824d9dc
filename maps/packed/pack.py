"""One value, its columns of numbers and its long texts, packed into one short string.

There are three blocks. The first is all that a page needs to draw its map: a head in JSON and the
columns one after the other. The second is what stands beside the map: more of the head, and the
words of the texts. The third is the texts, as numbers of these words
(:mod:`maps.packed.codebook`). Before JSON in UTF-8 stands its length, in four bytes, little-endian.

Each block is deflated (RFC 1950, which every browser can inflate and whose checksum shows damage)
and written in base64, which browsers read at once and which means nothing in HTML, in an attribute,
in a script or to any template; so does the full stop between blocks. ``maps/page/bytes.js`` and
``maps/page/unpack.js`` read them, the later ones when the map stands.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from maps.packed.codebook import Codes, coded, decoded
from maps.text import json_bytes, plain

__all__ = ["Columns", "Words", "pack", "unpack"]

# Level 4 takes half as long again, level 6 three times as long; the page would be 2 or 3 hundredths
# shorter.
_LEVEL = 1

# Texts that hardly repeat a phrase are as short without a search for phrases, which takes most of
# the time; a sample of so many bytes tells.
_SAMPLE = 16_384


class Columns:
    """Columns of whole numbers, each written in the fewest bytes that hold it."""

    def __init__(self) -> None:
        # Name, bytes a number, how many, whether signs and steps are to be undone, rows of which.
        self.directory: list[tuple[str, int, int, int, str]] = []
        self._bytes: list[bytes] = []

    def add(self, name: str, values: ArrayLike, *, steps: bool = False, rows: str = "") -> None:
        """Write a column; with ``steps`` as the first value and the differences from each to next.

        ``rows`` names the column that says which of these values each row has.

        Raises
        ------
        OverflowError
            For a number, or a step, of more than 31 bits.
        """
        numbers = np.asarray(values, dtype=np.int64)
        if steps and len(numbers):
            numbers = np.diff(numbers, prepend=0)
        signed = bool(len(numbers)) and int(numbers.min()) < 0
        if len(numbers) and max(-int(numbers.min()), int(numbers.max())) >= 2**31:
            raise OverflowError(f"a number in {name} does not fit into 31 bits and a sign")
        if signed:
            # The sign stands lowest, so that small numbers of either sign are small.
            numbers = (numbers << 1) ^ (numbers >> 63)
        size = max(1, -(-int(numbers.max()).bit_length() // 8)) if len(numbers) else 1
        # The bytes of one significance stand together: the high ones are nearly all alike.
        planes = [(numbers >> 8 * place).astype(np.uint8).tobytes() for place in range(size)]
        self.directory.append((name, size, len(numbers), signed + 2 * steps, rows))
        self._bytes += planes

    def add_pairs(self, name: str, pairs: Sequence[tuple[int, int]]) -> None:
        """Write pairs of a row and what it is linked to (``name.of`` and ``name``), by rows."""
        rows = np.array(pairs, np.int64).reshape(-1, 2)
        self.add(f"{name}.of", rows[:, 0], steps=True)
        self.add(name, rows[:, 1])

    def add_links(self, name: str, counts: ArrayLike, linked: ArrayLike) -> None:
        """Write the same from how many each row is linked to, and all those one after another."""
        counts = np.asarray(counts, np.int64)
        self.add(f"{name}.of", np.repeat(np.arange(len(counts)), counts), steps=True)
        self.add(name, linked)

    def add_alike(self, name: str, of: ArrayLike, columns: Mapping[str, Sequence[int]]) -> None:
        """Write columns whose rows repeat: each row that there is once, and which one stands where.

        ``columns`` have a value for each kind of row, and ``of`` is the kind of each row. Readers
        of the columns need not know: they read back as if written one by one.
        """
        rows = [*zip(*columns.values(), strict=True)]
        numbers = {row: number for number, row in enumerate(dict.fromkeys(rows))}
        kinds = np.array([numbers[row] for row in rows], np.int64)
        self.add(name, kinds[np.asarray(of, np.int64)])
        values = np.array([*numbers], np.int64).reshape(-1, len(columns))
        for number, own in enumerate(columns):
            self.add(own, values[:, number], rows=name)

    def __bytes__(self) -> bytes:
        return b"".join(self._bytes)


class Words:
    """Strings fit for a page, each kept once and known by its number; 0 is the empty string."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}

    def column(self, texts: Iterable[str]) -> list[int]:
        """Return the number of each, as :func:`maps.text.plain` leaves it."""
        every, known = [*texts], self._numbers
        # Nearly all of them are the same few: what is done for each of those is quickly done.
        number = {text: known.setdefault(plain(text), len(known)) for text in dict.fromkeys(every)}
        return [*map(number.__getitem__, every)]

    @property
    def texts(self) -> list[str]:
        """Every string, in the order of the numbers."""
        return list(self._numbers)


def pack(
    head: Mapping[str, Any],
    columns: Columns,
    texts: Sequence[str] = (),
    *,
    later: Mapping[str, Any] | None = None,
) -> str:
    """Return everything as one string that is inert wherever it stands.

    ``later`` is what joins the head, but is not needed to draw a map.
    """
    codes, words = coded(texts)
    columns.add("text.words", codes.words)
    columns.add("text.tails", codes.tails)
    later = later or {}
    known = {**head, "later": [*later], "columns": columns.directory}
    blocks = (
        _deflated(_framed(known, bytes(columns))),
        _deflated(_framed(later, words.encode())),
        _deflated(codes.written, _quickest(codes.written[:_SAMPLE])),
    )
    return ".".join(b64encode(block).decode("ascii") for block in blocks)


def _quickest(sample: bytes) -> int:
    ways = (zlib.Z_HUFFMAN_ONLY, zlib.Z_DEFAULT_STRATEGY)
    return min(ways, key=lambda way: len(_deflated(sample, way)))


def _framed(value: Mapping[str, Any], rest: bytes) -> bytes:
    written = json_bytes(value)
    return b"".join((len(written).to_bytes(4, "little"), written, rest))


def _deflated(block: bytes, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    deflating = zlib.compressobj(_LEVEL, strategy=strategy)
    return deflating.compress(block) + deflating.flush()


def unpack(packed: str) -> tuple[dict[str, Any], dict[str, NDArray[np.int64]], list[str]]:
    """Return the head, the columns by name and the texts of what :func:`pack` wrote.

    Examples
    --------
    >>> columns = Columns()
    >>> columns.add("at", [365000, 365010, 364990], steps=True)
    >>> head, read, texts = unpack(pack({"title": "Hama"}, columns, ["took Suran", "حماة"]))
    >>> head["title"], read["at"].tolist(), texts
    ('Hama', [365000, 365010, 364990], ['took Suran', 'حماة'])
    """
    first, beside, codes = (
        zlib.decompress(b64decode(block, validate=True)) for block in packed.split(".")
    )
    (head, planes), (later, words) = _unframed(first), _unframed(beside)
    head |= later
    del head["later"]
    at, columns = 0, dict[str, NDArray[np.int64]]()
    for name, size, count, undo, rows in head.pop("columns"):
        numbers = _numbers(planes[at : at + size * count], size, undo)
        columns[name] = numbers[columns[rows]] if rows else numbers
        at += size * count
    sizes = (columns.pop(name).tolist() for name in ("text.words", "text.tails"))
    return head, columns, decoded(Codes(codes, *sizes), words.decode())


def _unframed(block: bytes) -> tuple[dict[str, Any], bytes]:
    end = 4 + int.from_bytes(block[:4], "little")
    return json.loads(block[4:end]), block[end:]


def _numbers(planes: bytes, size: int, undo: int) -> NDArray[np.int64]:
    numbers = np.zeros(len(planes) // size, np.int64)
    for place, plane in enumerate(np.frombuffer(planes, np.uint8).reshape(size, -1)):
        numbers |= plane.astype(np.int64) << (8 * place)
    if undo & 1:
        numbers = (numbers >> 1) ^ -(numbers & 1)
    summed: NDArray[np.int64] = np.cumsum(numbers) if undo & 2 else numbers
    return summed
