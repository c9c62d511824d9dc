"""JSON from outside, whole in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gazetteer.sources.errors import UnreadableSourceError

__all__ = ["MAX_JSON_BYTES", "joined", "parsed_object"]

#: JSON has no rows to stream; this much of it takes some two gigabytes of memory.
MAX_JSON_BYTES = 2**28


def joined(blocks: Iterable[bytes], path: Path) -> bytes:
    """Return all blocks of a JSON file as one.

    Raises
    ------
    UnreadableSourceError
        There are more than ``MAX_JSON_BYTES``.
    """
    whole = bytearray()
    for block in blocks:
        whole += block
        if len(whole) > MAX_JSON_BYTES:
            limit = MAX_JSON_BYTES // 2**20
            raise UnreadableSourceError(path, f"has over {limit} MiB of JSON in one; split it")
    return bytes(whole)


def parsed_object(text: bytes) -> dict[str, Any]:
    """Return a JSON object; bytes that are no UTF-8 stay as lone surrogates.

    Raises
    ------
    ValueError
        It is no JSON object.
    """
    # One feature with a bad byte must not cost all others: names with surrogates are left out.
    try:
        found = json.loads(text.removeprefix(b"\xef\xbb\xbf").decode(errors="surrogateescape"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found
