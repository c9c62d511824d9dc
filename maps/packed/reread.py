"""What a written page holds, read back out of its data."""

from __future__ import annotations

import re
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maps.errors import PageError
from maps.packed.pack import unpack

__all__ = ["claim_ids", "page_data_of"]

_DATA = re.compile(r'id="fm-data"[^>]*>([^<]*)</script>')


def claim_ids(html: str) -> list[str]:
    """Return the ids of the claims on a page, drawn and listed.

    Raises
    ------
    PageError
        The text is no page of a map, or its data is damaged.
    """
    head, _, _ = page_data_of(html)
    return list(head["ids"])


def page_data_of(html: str) -> tuple[dict[str, Any], dict[str, NDArray[np.int64]], list[str]]:
    """Return the head, columns and texts of a page, as :func:`maps.packed.pack.unpack` does.

    Raises
    ------
    PageError
        As for :func:`claim_ids`.
    """
    found = _DATA.search(html)
    if found is None:
        raise PageError("this is no map that frontmap wrote; it has no data of one")
    try:
        return unpack(found[1])
    except (zlib.error, ValueError, LookupError, TypeError) as error:
        raise PageError("the data of this map is damaged; write or copy it again") from error
