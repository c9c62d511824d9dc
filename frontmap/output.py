"""Where results go: a file that is replaced whole, or standard output for ``-``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from geo.errors import FrontmapError

__all__ = ["OutputError", "check_writable", "is_stdout", "write_bytes", "write_text"]


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
    if path.exists() and not path.is_file():
        raise OutputError(path, "is no file", "name a file, or - for standard output")
    if suffixes and path.suffix.lower() not in suffixes:
        raise OutputError(path, "has no name of a web page", f"let it end in {suffixes[0]}")
    standing = next(parent for parent in path.absolute().parents if parent.exists())
    if not standing.is_dir():
        raise OutputError(path, f"{standing} is a file", "name another folder with -o")
    if not os.access(standing, os.W_OK | os.X_OK):
        raise OutputError(path, f"no right to write into {standing}", "name another with -o")


def write_text(path: Path, content: str) -> int:
    """Write a result whole or not at all, making its folder, and return its size in bytes."""
    if is_stdout(path):
        sys.stdout.write(content)
        sys.stdout.flush()
        return len(content.encode())
    return write_bytes(path, content.encode())


def write_bytes(path: Path, content: bytes) -> int:
    """Write a file whole or not at all, making its folder, and return its size in bytes."""
    from maps.html import write_atomically

    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, content)
    return len(content)
