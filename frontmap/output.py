"""Where results go: a file that is replaced whole, or standard output for ``-``."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from geo.errors import FrontmapError

if TYPE_CHECKING:
    from maps import FrontMap

__all__ = ["OutputError", "check_writable", "is_stdout", "replacing", "write_page"]


class OutputError(FrontmapError, OSError):
    """A result that cannot be written where the user wants it."""

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}; {remedy}")


def is_stdout(path: Path) -> bool:
    """Tell whether the path is ``-``, which stands for standard output."""
    return str(path) == "-"


def check_writable(path: Path, *, suffixes: Sequence[str] = ()) -> None:
    """Raise OutputError where a file could not be written, before any long work is done."""
    if is_stdout(path):
        return
    if path.is_dir():
        raise OutputError(path, "is a folder", "name a file in it")
    if suffixes and path.suffix.lower() not in suffixes:
        raise OutputError(path, "has no name of a web page", f"let it end in {suffixes[0]}")
    standing = next(parent for parent in path.absolute().parents if parent.exists())
    if not standing.is_dir():
        raise OutputError(path, f"{standing} is a file", "name another folder with -o")
    if not os.access(standing, os.W_OK | os.X_OK):
        raise OutputError(path, f"no right to write into {standing}", "name another with -o")


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Open a text file that takes the place of ``path`` only when the block ends well."""
    if is_stdout(path):
        yield sys.stdout
        sys.stdout.flush()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as stream:
        fresh = Path(stream.name)
        try:
            yield cast(TextIO, stream)
            stream.flush()
            os.fsync(stream.fileno())
            fresh.chmod(0o644)
            fresh.replace(path)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise


def write_page(page: FrontMap, path: Path) -> int:
    """Write a map and return its size in bytes."""
    if not is_stdout(path):
        page.save(path)
        return path.stat().st_size
    html = page.to_html()
    with replacing(path) as stream:
        stream.write(html)
    return len(html.encode())
