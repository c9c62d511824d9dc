"""A page of somebody else's with a map in a frame, served on this machine's own loopback."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.browser import Browser

_PAGE = (
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Host</title>'
    '<link rel="icon" href="data:,"><style>body {{ margin: 8px }}</style>'
    "<p>Words above.</p>{element}<p>Words below.</p>"
)


def host_page(element: str) -> str:
    """Return a plain page with an element between two paragraphs."""
    return _PAGE.format(element=element)


@contextmanager
def serving(pages: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Serve pages by path; yield the address before the path, and the paths asked for so far."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            page = pages.get(self.path.partition("?")[0])
            self.send_response(200 if page is not None else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((page or "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class FrameBrowser(Browser):
    """A browser that reaches loopback alone and can run scripts inside a page's frame."""

    def __init__(self) -> None:
        # Frames stay in the page's process, where one connection sees them all.
        super().__init__(
            "--disable-site-isolation-trials",
            "--disable-features=IsolateSandboxedIframes",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        )
        self._send(
            "Network.emulateNetworkConditions",
            offline=False,
            latency=0,
            downloadThroughput=-1,
            uploadThroughput=-1,
        )

    def _note(self, message: dict[str, Any]) -> None:
        super()._note(message)
        params = message.get("params", {})
        match message.get("method"):
            case "Runtime.executionContextCreated" if params["context"]["auxData"]["isDefault"]:
                self._contexts[params["context"]["auxData"]["frameId"]] = params["context"]["id"]
            case "Runtime.executionContextDestroyed":
                gone = params["executionContextId"]
                for frame in [key for key, own in self._contexts.items() if own == gone]:
                    del self._contexts[frame]

    _contexts: dict[str, int] = {}  # noqa: RUF012  (contexts are told of before __init__ ends)

    def visit(self, address: str, *, width: int = 1000, height: int = 900) -> None:
        """Open an address with a frame in it, and wait until the map in the frame is ready."""
        self._send("Page.navigate", url="about:blank")
        self._send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.requests.clear()
        self.complaints.clear()
        self._send("Page.navigate", url=address)
        self.wait("document.readyState === 'complete'")
        self.wait("document.querySelector('iframe').contentWindow !== null")
        self.wait("!!(window.frontmap && window.frontmap.ready)", inside=True)

    def inside(self, script: str) -> Any:
        """Return the value of an expression in the first frame, None before it has a page."""
        frames = self._send("Page.getFrameTree")["frameTree"]["childFrames"]
        if frames[0]["frame"]["id"] not in self._contexts:
            return None
        answer = self._send(
            "Runtime.evaluate",
            expression=script,
            contextId=self._contexts[frames[0]["frame"]["id"]],
            returnByValue=True,
            awaitPromise=True,
            userGesture=True,
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press_inside(self, selector: str) -> None:
        """Click, as a reader does, on an element in the frame; scrolls to it first."""
        x, y = self.inside(
            f"(() => {{ const node = document.querySelector({selector!r});"
            "node.scrollIntoView({block: 'center'}); const r = node.getBoundingClientRect();"
            "return [r.left + r.width / 2, r.top + r.height / 2]; })()"
        )
        left, top = self.run(
            "(() => { const r = document.querySelector('iframe').getBoundingClientRect();"
            "return [r.left, r.top]; })()"
        )
        self.click(left + x, top + y)

    def wait(self, condition: str, *, inside: bool = False) -> None:
        """Wait until a condition holds in the page, or in its frame."""
        deadline = time.monotonic() + 20
        while not (self._holds(condition) if inside else self.run(condition)):
            assert time.monotonic() < deadline, f"never came true: {condition}"
            time.sleep(0.02)

    def _holds(self, condition: str) -> bool:
        try:
            return bool(self.inside(condition))
        except AssertionError as problem:
            # The frame's first, empty page went away between two messages.
            if "Cannot find context" in str(problem):
                return False
            raise
