"""What a page costs a reader: measured in headless Chromium without GPU, with the network cut."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from tests.browser import Browser

__all__ = ["Watch"]

# The end of the last long task and of the last long frame, the load event and the page's own word,
# whichever comes last; asked again until nothing has happened for a while. A long frame lasts from
# the task before it until its picture is made, so that the claims are on the map, for all pages
# alike: none draws so many in less than the 50 ms that make a task long.
_READY = """(() => new Promise((done) => {
  let last = 0;
  const end = (task) => { last = Math.max(last, task.startTime + task.duration); };
  for (const type of ["longtask", "long-animation-frame"]) {
    new PerformanceObserver((list) => list.getEntries().forEach(end))
      .observe({ type, buffered: true });
  }
  const look = () => {
    const [page] = performance.getEntriesByType("navigation");
    const [mark] = performance.getEntriesByName("frontmap-ready");
    last = Math.max(last, page.loadEventEnd, mark ? mark.startTime : 0);
    if (page.loadEventEnd && performance.now() - last > 700) done(last); else setTimeout(look, 100);
  };
  look();
}))()"""
# From an act of the reader to the end of the frame that shows it.
_ACT = """(async () => {
  const turn = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  const times = [];
  for (let n = 0; n < TIMES; n += 1) {
    await turn(); await turn();
    const start = performance.now();
    (ACT)(n);
    await turn();
    times.push(performance.now() - start);
  }
  return times;
})()"""
_TOGGLE = """(n) => {
  const all = [...document.querySelectorAll(".fm-switch, .leaflet-control-layers-overlays input")];
  all[Math.floor(n / 2) % all.length].click();
}"""
_FILTER = """(n) => {
  const box = document.querySelector("[data-only]");
  if (box) box.click();
}"""
_STEP = """(n) => {
  const slider = document.getElementById("fm-slider");
  slider.value = Number(slider.min) + 1 + n;
  slider.dispatchEvent(new Event("input"));
}"""
_FRAMES = """(() => {
  window.benchFrames = [];
  let last = 0;
  const next = (now) => {
    if (last) window.benchFrames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
})()"""
_TIMES = 12


class Watch(Browser):
    """A browser that takes times."""

    def ready(self, page: Path) -> float:
        """Open a page; return after how many milliseconds it was ready."""
        self.open(page, ready="true")
        return float(self.run(_READY))

    def cost(self, page: Path, *, ours: bool) -> dict[str, Any]:
        """Open a page and use it; return medians in milliseconds, and megabytes.

        What a page does not have is None: peers without a switch for layers, or without time.
        """
        self.ready(page)
        found: dict[str, Any] = {}
        self._send("HeapProfiler.enable")
        self._send("HeapProfiler.collectGarbage")
        found["heap_mb"] = self._send("Runtime.getHeapUsage")["usedSize"] / 1e6
        switches = "document.querySelectorAll('.fm-switch, .leaflet-control-layers-overlays input')"
        found["toggle_ms"] = self._acts(_TOGGLE) if self.run(f"{switches}.length") else None
        found["filter_ms"] = self._acts(_FILTER) if ours else None
        found["step_ms"] = self._acts(_STEP) if ours and self._has_time() else None
        found["drag_p95_ms"] = self._drag()
        found["requests"], found["complaints"] = len(self.requests), len(self.complaints)
        return found

    def _has_time(self) -> bool:
        return bool(self.run("!!document.getElementById('fm-slider')"))

    def _acts(self, act: str) -> float:
        return statistics.median(self.run(_ACT.replace("TIMES", str(_TIMES)).replace("ACT", act)))

    def _drag(self) -> float:
        """Draw the map to and fro with the mouse; return the 95th of a hundred frames' lengths."""
        self.run(_FRAMES)
        x, y = 400, 300

        def mouse(kind: str) -> None:
            self._send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1)

        mouse("mousePressed")
        for turn in range(90):
            x, y = x + (4 if turn // 15 % 2 else -4), y + (2 if turn // 15 % 2 else -2)
            mouse("mouseMoved")
            time.sleep(0.012)
        frames = sorted(self.run("window.benchFrames"))
        mouse("mouseReleased")
        return float(frames[int(0.95 * len(frames))]) if frames else float("nan")
