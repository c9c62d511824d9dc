"""A small driver of headless Chromium over its DevTools protocol, for tests that see a page."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import websocket

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0",
    "--remote-allow-origins=*",
)  # fmt: skip
_PATIENCE_S = 60


def chromium() -> str:
    """Return the path of Chromium; fail with what to do where it is missing."""
    found = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    assert found, "the page tests need Chromium: apt-get install chromium (scripts/test does)"
    return found


class Browser:
    """One Chromium with the network cut; opens pages one after the other.

    Attributes
    ----------
    requests
        Addresses that the page asked for since it was opened, its own left out.
    complaints
        Console errors and uncaught exceptions since then.
    """

    def __init__(self, *flags: str) -> None:
        self._profile = tempfile.TemporaryDirectory(
            prefix="frontmap-chromium-", ignore_cleanup_errors=True
        )
        self._process = subprocess.Popen(
            [chromium(), *_FLAGS, *flags, f"--user-data-dir={self._profile.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._socket: websocket.WebSocket | None = None
        self._count = 0
        self._scripted = True
        self.requests: list[str] = []
        self.complaints: list[str] = []
        try:
            self._connect()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End Chromium and remove its profile."""
        if self._socket is not None:
            with suppress(Exception):
                self._send("Browser.close")
            self._socket.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._profile.cleanup()

    def _connect(self) -> None:
        port_file = Path(self._profile.name) / "DevToolsActivePort"
        deadline = time.monotonic() + _PATIENCE_S
        while not (port_file.exists() and port_file.read_text().count("\n")):
            assert self._process.poll() is None, "Chromium ended at once"
            assert time.monotonic() < deadline, "Chromium did not start"
            time.sleep(0.05)
        port = port_file.read_text().split()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            pages = [target for target in json.load(answer) if target["type"] == "page"]
        self._socket = websocket.create_connection(
            pages[0]["webSocketDebuggerUrl"], timeout=_PATIENCE_S
        )
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._send(f"{domain}.enable")
        # No name resolves and nothing is reachable: what loads comes from the file itself.
        self._send(
            "Network.emulateNetworkConditions",
            offline=True,
            latency=0,
            downloadThroughput=0,
            uploadThroughput=0,
        )

    def _send(self, method: str, **params: Any) -> dict[str, Any]:
        assert self._socket is not None
        self._count += 1
        number = self._count
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message['error']}"
                result: dict[str, Any] = message["result"]
                return result
            self._note(message)

    def _note(self, message: dict[str, Any]) -> None:
        params = message.get("params", {})
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])
            case "Runtime.exceptionThrown":
                details = params["exceptionDetails"]
                self.complaints.append(
                    details.get("exception", {}).get("description") or details["text"]
                )
            case "Log.entryAdded" if params["entry"]["level"] == "error":
                self.complaints.append(params["entry"]["text"])
            case "Runtime.consoleAPICalled" if params["type"] == "error":
                self.complaints.append(str(params["args"]))

    def open(
        self,
        page: Path,
        *,
        width: int = 1280,
        height: int = 800,
        fragment: str = "",
        ready: str = "window.frontmap && window.frontmap.ready",
    ) -> None:
        """Open a file at a window size; wait until ``ready`` holds or the page has complained."""
        self._send("Page.navigate", url="about:blank")
        self._send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.requests.clear()
        self.complaints.clear()
        address = page.resolve().as_uri() + fragment
        self._send("Page.navigate", url=address)
        deadline = time.monotonic() + _PATIENCE_S
        while not self.run(f"document.readyState === 'complete' && !!({ready})"):
            loaded = self.run("document.readyState === 'complete'")
            if time.monotonic() > deadline or (loaded and self.complaints):
                break
            time.sleep(0.02)
        frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        if self._scripted:  # nothing calls back where scripts are off
            self.run(frames)
        # Data addresses are bytes of the page itself and never reach the network.
        self.requests[:] = [
            url
            for url in self.requests
            if url != address.partition("#")[0] and not url.startswith("data:")
        ]

    def run(self, script: str) -> Any:
        """Return the value of a JavaScript expression; a promise is waited for."""
        answer = self._send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def click(self, x: float, y: float) -> None:
        """Press and release the left button at a point of the window."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self._send(
                "Input.dispatchMouseEvent",
                type=kind,
                x=x,
                y=y,
                button="left",
                clickCount=int(kind != "mouseMoved"),
            )

    def press(self, key: str) -> None:
        """Press a named key such as ``Escape``, ``Tab`` or ``Enter``."""
        extra = {"text": "\r"} if key == "Enter" else {}
        codes = {
            "Escape": 27, "Tab": 9, "Enter": 13, " ": 32, "PageUp": 33, "PageDown": 34, "End": 35,
            "Home": 36, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
        }  # fmt: skip
        for kind in ("keyDown", "keyUp"):
            self._send(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=codes[key],
                **extra,
            )

    def prefer(self, **features: str) -> None:
        """Set what the reader prefers, as media features with underscores; none sets all back."""
        told = [{"name": name.replace("_", "-"), "value": v} for name, v in features.items()]
        self._send("Emulation.setEmulatedMedia", features=told)

    @contextmanager
    def without_scripts(self) -> Iterator[None]:
        """Open pages as a browser does in which scripts are switched off."""
        self._scripted = False
        self._send("Emulation.setScriptExecutionDisabled", value=True)
        try:
            yield
        finally:
            self._scripted = True
            self._send("Emulation.setScriptExecutionDisabled", value=False)

    def pdf(self, path: Path, *, width_mm: float = 210, height_mm: float = 297) -> None:
        """Print the page to a PDF file of a paper's size, as the reader's browser would."""
        inches = {"paperWidth": width_mm / 25.4, "paperHeight": height_mm / 25.4}
        made = self._send(
            "Page.printToPDF", printBackground=False, preferCSSPageSize=False, **inches
        )
        path.write_bytes(base64.b64decode(made["data"]))

    def screenshot(self, path: Path, *, whole: bool = False) -> None:
        """Save what the window shows, or the whole page, as PNG."""
        shot = self._send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))
