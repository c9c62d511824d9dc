"""The file that a gazetteer is made from: one at hand, or one that is fetched and then removed."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from gazetteer.adding.mirrors import OriginError
from gazetteer.homes.index_file import Progress
from gazetteer.web.download import Limits, download

__all__ = ["date_in", "obtained"]

_UNSAFE = re.compile(r"[^\w.-]")


@contextmanager
def obtained(
    origin: str | Path, folder: Path, progress: Progress, limits: Limits | None, sha256: str
) -> Iterator[Path]:
    """Give the file itself, or what was fetched into ``folder``, which is gone afterwards.

    What arrived before a break stays there for the next time; what came from another address goes.
    Raises as ``gazetteer.web.download.download`` does, and OriginError where a file at hand has
    another digest.
    """
    if isinstance(origin, Path):
        if sha256:
            _check_digest(origin, sha256)
        yield origin
        return
    # One folder for each address: only the same file is resumed, and it keeps its name.
    here = folder / hashlib.sha256(origin.encode()).hexdigest()[:16]
    for other in folder.glob("*"):
        if other != here:
            shutil.rmtree(other)
    here.mkdir(parents=True, exist_ok=True)
    name = _UNSAFE.sub("_", Path(urlsplit(origin).path).name).lstrip(".") or "places"
    file = download(origin, here / name, progress=progress, limits=limits, sha256=sha256)
    try:
        yield file
    finally:
        shutil.rmtree(folder)


def _check_digest(file: Path, sha256: str) -> None:
    if file.is_dir():
        raise OriginError(str(file), "is a folder, which has no digest; leave the digest out")
    with file.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if found != sha256.lower():
        problem = f"its SHA-256 digest is {found} and not {sha256}; get the file again"
        raise OriginError(str(file), problem)


def date_in(file: Path) -> str:
    """Return the newest date within a zip file; a plain file's own says when it was copied."""
    if not zipfile.is_zipfile(file):
        return ""
    with zipfile.ZipFile(file) as archive:
        year, month, day = max(part.date_time for part in archive.infolist())[:3]
    # Zip's first day stands for no date; broken ones are none either.
    known = year > 1980 and 1 <= month <= 12 and 1 <= day <= 31
    return f"{year}-{month:02}-{day:02}" if known else ""
