"""Print what opening an index of names costs a process of its own.

``python -m bench_gazetteer.opening INDEX NAME``: milliseconds to the first answer, and the growth
of the process in MB of 1e6 bytes after it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from bench_gazetteer.ours import open_names

_STATM = Path("/proc/self/statm")


def _resident_mb() -> float:
    if _STATM.exists():
        return int(_STATM.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6
    # Elsewhere only the peak is told; imports may have raised it, so this is a lower bound.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    before_mb, start = _resident_mb(), time.process_time()
    open_names(Path(sys.argv[1])).matches(sys.argv[2])
    opened_ms = (time.process_time() - start) * 1_000
    print(json.dumps({"opened_ms": opened_ms, "memory_mb": _resident_mb() - before_mb}))
