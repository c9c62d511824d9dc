"""Parse what strangers sent in a process of its own, which is ended when it takes too much."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from frontmap.outside.errors import UnreadableError

__all__ = ["Cage", "parse_apart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cage:
    """What a parser may take.

    Parameters
    ----------
    cpu_s, wall_s
        Of computing, and by the clock on the wall, for machines that have other work.
    memory_bytes
        Of addresses; not on Windows and macOS, which have no such limit.
    answer_bytes
        Of what it gives back.
    """

    cpu_s: int = 20
    wall_s: float = 60.0
    memory_bytes: int = 1 << 30
    answer_bytes: int = 20_000_000


def parse_apart(
    parser: str, body: bytes, about: Mapping[str, str], *, cage: Cage | None = None
) -> dict[str, Any]:
    """Return what a parser of ``frontmap.outside`` reads in some bytes.

    Parameters
    ----------
    parser
        ``feed`` or ``article``.
    about
        What is known of the bytes; ``url`` names them in messages.

    Raises
    ------
    UnreadableError
        They are not what they were taken for, or the parser took too much time or memory or died.
    """
    cage = cage or Cage()
    task = {
        "parser": parser, "about": dict(about), "cpu_s": cage.cpu_s,
        "memory_bytes": cage.memory_bytes, "answer_bytes": cage.answer_bytes,
    }  # fmt: skip
    # Files and not pipes: nobody has to read and write at once, and a limit holds for their size.
    with TemporaryFile() as given, TemporaryFile() as said:
        given.write(json.dumps(task).encode() + b"\n" + body)
        given.seek(0)
        problem = _run(given, said, cage)
        said.seek(0)
        answer = said.read(cage.answer_bytes + 1)
    if not problem:
        try:
            read: dict[str, Any] = json.loads(answer)
        except (ValueError, RecursionError):
            problem = "its parser gives back more than it may, or nothing"
        else:
            problem = read.get("problem", "")
            if not problem:
                return read
    raise UnreadableError(about["url"], problem)


def _run(given: IO[bytes], said: IO[bytes], cage: Cage) -> str:
    """Run the parser to its end, and say what went wrong, empty for nothing."""
    command = [sys.executable, "-P", "-m", "frontmap.outside.child"]
    with subprocess.Popen(  # noqa: S603 - this program itself, with nothing from outside
        command, stdin=given, stdout=said, stderr=subprocess.DEVNULL, env=_environment()
    ) as process:
        try:
            code = process.wait(cage.wall_s)
        except BaseException as error:
            process.kill()
            if isinstance(error, subprocess.TimeoutExpired):
                return f"takes more than {cage.wall_s:g} s to parse; leave it out"
            raise
    if code == 0:
        return ""
    if code < 0 and -code in _signals("SIGXCPU", "SIGKILL"):
        return f"takes more than {cage.cpu_s} s of computing to parse; leave it out"
    return f"breaks its parser (code {code}); leave it out"


def _environment() -> dict[str, str]:
    """Return what a parser needs to know: where Python's modules are, and none of our secrets."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    roots = [str(Path(each).resolve()) for each in sys.path if each]
    return {**kept, "PYTHONPATH": os.pathsep.join(roots), "PYTHONUTF8": "1"}


def _signals(*names: str) -> set[int]:
    import signal

    return {int(getattr(signal, name)) for name in names if hasattr(signal, name)}
