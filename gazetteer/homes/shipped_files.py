"""Archives that are shipped with the package."""

from __future__ import annotations

import os
import zipfile
from functools import cache
from importlib.resources import as_file, files

from gazetteer.errors import GazetteerDamagedError

__all__ = ["shipped_archive"]


def shipped_archive(name: str) -> zipfile.ZipFile:
    """Return an archive, which stays open: to read what it holds takes as long as a country.

    Raises
    ------
    GazetteerDamagedError
        It cannot be read.
    """
    # A file that two processes had in common would be read by both at once.
    return _opened(name, os.getpid())


@cache
def _opened(name: str, process: int) -> zipfile.ZipFile:  # noqa: ARG001  one for each process
    with as_file(files("gazetteer").joinpath("data", name)) as path:
        try:
            return zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise GazetteerDamagedError(path, "cannot be read; install frontmap again") from error
