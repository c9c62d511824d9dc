"""The process that parses: limits itself, then reads one task from its input and answers in JSON.

Run by ``frontmap.outside.apart``.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from frontmap.outside.errors import UnreadableError

__all__ = ["main"]


def main() -> None:
    """Answer one task."""
    # Whatever a library prints must not get into the answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    task = json.loads(sys.stdin.buffer.readline())
    _limit(task)
    with answers:
        answers.write(json.dumps(_answer(task)).encode("ascii"))


def _limit(task: dict[str, Any]) -> None:
    try:
        import resource
    except ImportError:  # Windows; the parent still ends us in time
        return
    limits = {
        resource.RLIMIT_CPU: task["cpu_s"],
        resource.RLIMIT_AS: task["memory_bytes"],
        resource.RLIMIT_FSIZE: task["answer_bytes"],
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        with suppress(ValueError, OSError):  # macOS knows no limit of addresses
            resource.setrlimit(limit, (most, most))


def _answer(task: dict[str, Any]) -> dict[str, Any]:
    try:
        parser = import_module(f"frontmap.outside.{task['parser']}")
        read: dict[str, Any] = parser.parse(sys.stdin.buffer.read(), task["about"])
    except UnreadableError as error:
        return {"problem": str(error).removeprefix(f"{error.url}: ")}
    except MemoryError:
        megabytes = task["memory_bytes"] // 1_000_000
        return {"problem": f"takes more than {megabytes:,} MB to parse; leave it out"}
    except RecursionError:
        return {"problem": "is nested too deeply; leave it out"}
    except Exception as error:  # noqa: BLE001 - a fault of a parser is one of what it parsed
        return {"problem": f"breaks its parser ({type(error).__name__}); leave it out"}
    return read


if __name__ == "__main__":
    main()
