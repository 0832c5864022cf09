"""Chromium without a window, asked through its debugging pipe: what a page does in a real browser."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path


class Browser:
    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="gladi-chromium-")
        to_read, self.to = os.pipe()
        self.back, to_write = os.pipe()
        # It reads commands from 3 and answers on 4, each with a NUL behind it.
        start = (f"exec 3<&{to_read} 4>&{to_write}; exec chromium --headless=new --no-sandbox --disable-gpu --mute-audio "
                 f"--disable-dev-shm-usage --no-first-run --user-data-dir='{self.profile}' --remote-debugging-pipe about:blank")
        self.process = subprocess.Popen(["bash", "-c", start], pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, env=dict(os.environ, HOME=self.profile))
        os.close(to_read)
        os.close(to_write)
        self.number = 0
        self.buffer = b""
        self.events = []
        self.session = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Network.enable")

    def close(self):
        os.close(self.to)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.back)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _next(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.back, 1 << 16)
            if not piece:
                raise AssertionError("the browser has ended")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        sent = json.dumps(message).encode() + b"\0"
        while sent:
            sent = sent[os.write(self.to, sent):]
        while True:
            answer = self._next()
            if answer.get("id") != self.number:
                self.events.append(answer)
                continue
            if "error" in answer:
                raise AssertionError(f"{method}: {answer['error']}")
            return answer["result"]

    def size(self, width, height, phone):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)

    def open(self, file):
        self.ask("Page.navigate", url=Path(file).absolute().as_uri())
        self.wait("document.readyState == 'complete'")

    def value(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, expression, seconds=30):
        end = time.monotonic() + seconds
        while not self.value(expression):
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} s for {expression}")
            time.sleep(0.05)

    def click(self, selector):
        """As a hand does it: where the thing stands on the screen."""
        place = self.value(f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
                           "const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] })()")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def requested(self):
        """Every address that was asked for, whether it came or not."""
        return [event["params"]["request"]["url"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]

    def screenshot(self, name, whole=False):
        folder = os.environ.get("GLADI_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            picture = self.ask("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
            (Path(folder) / f"{name}.png").write_bytes(base64.b64decode(picture))
