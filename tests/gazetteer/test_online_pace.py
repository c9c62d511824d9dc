from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from gazetteer.errors import GazetteerDamagedError, SourceUnavailableError
from gazetteer.online import OnlineStore, open_online
from gazetteer.services.pace import Pace
from tests.gazetteer.service import Clock, Service, answer, running, status


def opened(service: Service, home: Path, clock: Clock, **more: Any) -> OnlineStore:
    return open_online(
        "nominatim", contact="maps@example.org", domain=service.domain, home=home, clock=clock,
        sleep=clock.sleep, **more,
    )  # fmt: skip


def pace(folder: Path, clock: Clock, **more: Any) -> Pace:
    figures = {"interval_s": 1.0, "most_wait_s": 60.0, **more}
    return Pace(folder=folder, source="a service", clock=clock, sleep=clock.sleep, **figures)


def stamp(folder: Path) -> Path:
    (path,) = folder.glob("pace-*.json")
    return path


def take(turns: Pace) -> None:
    with turns.turn():
        pass


def test_two_requests_are_a_second_apart(tmp_path: Path) -> None:
    clock = Clock()
    with running(answer([])) as service:
        for name in ("Hama", "Homs", "Idlib"):
            opened(service, tmp_path, clock).matches(name)
        assert clock.slept == [1.0, 1.0]


def test_a_second_that_has_passed_is_not_waited_for(tmp_path: Path) -> None:
    clock = Clock()
    take(pace(tmp_path, clock))
    clock.now += 0.75
    take(pace(tmp_path, clock))
    clock.now += 1.0
    take(pace(tmp_path, clock))
    assert clock.slept == [0.25]


def test_the_second_counts_from_the_end_of_a_request(tmp_path: Path) -> None:
    clock = Clock()
    turns = pace(tmp_path, clock)
    with turns.turn():
        clock.now += 5
    take(turns)
    assert clock.slept == [1.0]


def test_a_request_that_fails_counts_as_well(tmp_path: Path) -> None:
    clock = Clock()
    with running(status(404)) as service:
        for name in ("Hama", "Homs"):
            with pytest.raises(SourceUnavailableError):
                opened(service, tmp_path, clock).matches(name)
        assert clock.slept == [1.0]


@pytest.mark.parametrize("back_s", [0.5, 3_600, 10**9])
def test_a_clock_set_back_costs_one_interval_at_most(tmp_path: Path, back_s: float) -> None:
    clock = Clock()
    take(pace(tmp_path, clock))
    clock.now -= back_s
    take(pace(tmp_path, clock))
    assert clock.slept == [1.0]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"at": 1}', '{"at": NaN, "wait_s": 1}', '{"at": 1, "wait_s": 1e999}',
             "null", '{"at": "x", "wait_s": null}']
)  # fmt: skip
def test_a_half_written_stamp_costs_one_interval(tmp_path: Path, text: str) -> None:
    clock = Clock()
    take(pace(tmp_path, clock))
    clock.now += 100
    stamp(tmp_path).write_text(text)
    take(pace(tmp_path, clock))
    assert clock.slept == [1.0]


def test_a_longer_wait_binds_every_process_and_ends(tmp_path: Path) -> None:
    clock = Clock()
    turns = pace(tmp_path, clock)
    with turns.turn():
        turns.postpone(30)
    take(pace(tmp_path, clock))
    take(pace(tmp_path, clock))
    assert clock.slept == [30.0, 1.0]


def test_a_wait_over_the_limit_is_refused(tmp_path: Path) -> None:
    clock = Clock()
    turns = pace(tmp_path, clock)
    with turns.turn():
        turns.postpone(61)
    with pytest.raises(SourceUnavailableError, match="61 s") as caught:
        take(turns)
    assert (caught.value.retry_after_s, clock.slept) == (61, [])


def test_a_lock_that_another_holds_for_too_long_is_an_error(tmp_path: Path) -> None:
    turns = pace(tmp_path, Clock(), most_wait_s=0.05)
    take(turns)
    other = FileLock(stamp(tmp_path).with_suffix(".lock"))
    with other, pytest.raises(SourceUnavailableError, match="other processes"):
        take(turns)


def test_the_lock_is_free_while_a_process_waits(tmp_path: Path) -> None:
    clock = Clock()

    def sleep(seconds: float) -> None:
        with FileLock(stamp(tmp_path).with_suffix(".lock"), timeout=0):
            clock.sleep(seconds)

    turns = replace(pace(tmp_path, clock), sleep=sleep)
    take(turns)
    take(turns)
    assert clock.slept == [1.0]


def test_a_turn_that_others_always_take_first_is_given_up(tmp_path: Path) -> None:
    clock = Clock()

    def sleep(seconds: float) -> None:
        clock.sleep(seconds)
        take(pace(tmp_path, clock))  # another process wakes a little earlier

    take(pace(tmp_path, clock))
    with pytest.raises(SourceUnavailableError, match="other processes"):
        take(replace(pace(tmp_path, clock, most_wait_s=5.0), sleep=sleep))
    assert clock.slept == [1.0] * 5


def test_a_folder_that_is_gone_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(GazetteerDamagedError, match="FRONTMAP_HOME"):
        take(pace(tmp_path / "file", Clock()))


_HOLD = """
import sys, time
from pathlib import Path
from gazetteer.services.pace import Pace
turns = Pace(folder=Path(sys.argv[1]), source="a service", interval_s=1.0, most_wait_s=60.0,
             clock=time.time, sleep=time.sleep)
with turns.turn():
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
def test_a_holder_that_is_killed_holds_nobody_up(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _HOLD, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as holder:  # type: ignore[call-overload]
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(SourceUnavailableError, match="other processes"):
            take(pace(tmp_path, Clock(), most_wait_s=0.05))
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait(timeout=30)
    clock = Clock(now=0.0)
    take(pace(tmp_path, clock))
    assert clock.slept == [1.0]


_ASK = """
import sys
from pathlib import Path
from gazetteer.online import open_online
store = open_online("nominatim", contact="maps@example.org", domain=sys.argv[1],
                    home=Path(sys.argv[2]), interval_s=float(sys.argv[3]))
print("ready", flush=True)
sys.stdin.readline()
for letter in "abcdefghijkl":
    store.matches(f"Hama {letter} {sys.argv[4]}")
"""


def test_two_processes_keep_the_pace_together(tmp_path: Path) -> None:
    interval_s = 0.1
    with running(answer([])) as service:
        both = [
            subprocess.Popen(
                [sys.executable, "-c", _ASK, service.domain, str(tmp_path), str(interval_s), name],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for name in ("one", "two")
        ]  # fmt: skip
        for process in both:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in both:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        assert [process.communicate(timeout=120)[1] for process in both] == ["", ""]
        times = [request.at_s for request in service.requests]
        names = [request.asked["q"][-3:] for request in service.requests]
    assert sorted(names) == ["one"] * 12 + ["two"] * 12
    # The clock that is slept by and the one that is read here may differ by a tick.
    assert min(later - earlier for earlier, later in pairwise(times)) >= interval_s - 0.002
