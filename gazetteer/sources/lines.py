"""Lines of a stream of bytes, numbered, none of them too long to hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gazetteer.sources.errors import BrokenRowError

__all__ = ["MAX_LINE_BYTES", "decoded", "numbered_lines"]

#: Longer lines are no rows: the longest of GeoNames has some ten thousand characters.
MAX_LINE_BYTES = 2**20

_BOM = b"\xef\xbb\xbf"


def numbered_lines(blocks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not empty with their numbers from 1, without their ends.

    A line over ``MAX_LINE_BYTES`` comes cut off just beyond that length.
    """
    number, rest = 1, b""
    for block in _without_bom(blocks):
        first, *others = block.split(b"\n")
        # Cut as it is joined, so that a line of many blocks is never held whole.
        rest = (rest + first)[: MAX_LINE_BYTES + 1]
        for line in others:
            if rest and not rest.isspace():
                yield number, rest.rstrip(b"\r")
            number, rest = number + 1, line[: MAX_LINE_BYTES + 1]
    if rest and not rest.isspace():
        yield number, rest.rstrip(b"\r")


def _without_bom(blocks: Iterable[bytes]) -> Iterator[bytes]:
    for at, block in enumerate(blocks):
        yield block if at else block.removeprefix(_BOM)


def decoded(line: bytes) -> str:
    """Return a line as text.

    Raises
    ------
    BrokenRowError
        It is no UTF-8, holds NUL bytes or is too long.
    """
    if len(line) > MAX_LINE_BYTES:
        raise BrokenRowError(f"has over {MAX_LINE_BYTES} bytes")
    if b"\0" in line:
        raise BrokenRowError("holds NUL bytes")
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        raise BrokenRowError("is not UTF-8 text") from error
