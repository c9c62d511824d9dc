"""Indexes of shipped places for folders that a test adds something to."""

from __future__ import annotations

import shutil
from pathlib import Path

from filelock import FileLock

from gazetteer.homes.world import open_shipped, user_folder

__all__ = ["copy_index"]


def copy_index(country: str, shipped_home: Path, home: Path) -> None:
    """Give a data folder the index of a country, which takes seconds to make where it is large."""
    with FileLock(shipped_home / f"{country}.lock"):  # another process of the tests may be at it
        open_shipped(country, home=shipped_home)
    (index,) = user_folder(shipped_home).glob(f"{country}-*.sqlite")
    user_folder(home).mkdir(parents=True, exist_ok=True)
    shutil.copy(index, user_folder(home))
