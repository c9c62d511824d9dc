"""What a command costs: the seconds of all its processes, and those on the wall."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Spent", "frontmap", "least"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Seconds that a command took, and what it said.

    Parameters
    ----------
    cpu_s
        Of all processors, with those of the processes that it started.
    """

    cpu_s: float
    wall_s: float
    said: str


def frontmap(*words: str | Path, environment: Mapping[str, str]) -> Spent:
    """Run a frontmap command to its end; raise RuntimeError where it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "frontmap", *map(str, words)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    wall_s, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode:
        raise RuntimeError(f"frontmap {words[0]} ended with {run.returncode}: {run.stderr.strip()}")
    return Spent(
        cpu_s=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        wall_s=wall_s,
        said=run.stdout.strip(),
    )


def least(run: Callable[[], Spent], times: int) -> Spent:
    """Return the cheapest of some runs: noise only ever adds."""
    return min((run() for _ in range(times)), key=lambda spent: spent.cpu_s)
