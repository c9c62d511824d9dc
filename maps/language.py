"""The words of the page in one language, from a file that people can translate."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["Language", "language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Words by key, as ``maps/languages/CODE.yaml`` has them.

    ``page`` holds what the page's script says, ``static`` what stands on the page without it;
    ``direction`` is ``ltr`` or ``rtl``.
    """

    code: str
    name: str
    direction: str
    page: dict[str, Any]
    static: dict[str, str]


@lru_cache(maxsize=8)
def language(code: str) -> Language:
    """Return a language by its ISO 639 code.

    Raises
    ------
    FileNotFoundError
        Where nobody has written its file.
    """
    path = files("maps").joinpath("languages", f"{code}.yaml")
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Language(
        code=code,
        name=words["name"],
        direction=words["direction"],
        page=words["page"],
        static=words["static"],
    )
