"""From a click on the timeline to the right picture in a take of an hour: in the window, in the player alone, and mpv beside it.

    tests/support/with-sound.sh python3 tests/bench/seek_cost.py [--seeks N] [--check]

Runs build/test/gladi and build/test/tests/gladi_bench (which makes the take, once a machine). In the window a click is answered
when the frame with the right picture has been drawn, by the CPU (Xvfb). mpv seeks exactly (--hr-seek), paused as Gladi is, and
is asked through its socket: its answer is the event playback-restart, which it sends when the picture is there. Gladi's player
alone stands against mpv without a window (--vo=null), Gladi's window against mpv's (--vo=x11), at the same size. mpv is left
out where it isn't installed.
"""

import argparse
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from keyboard import Keyboard
from running import BINARY, Desktop, Gladi, Report

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))
from made_take import TAKE, make_take  # noqa: E402

SECONDS, MOST_P95_MS = 3600, 80
MEDIA = Path(tempfile.gettempdir()) / "gladi-seek-bench-60.mp4"


def percentiles(times):
    times = sorted(times)
    return times[len(times) // 2], times[len(times) * 95 // 100]


def player_alone():
    """p50 and p95 in ms, of the player without a window; makes MEDIA where it isn't there."""
    bench = BINARY.parent / "tests/gladi_bench"
    answer = subprocess.run([str(bench), "--benchmark_filter=seek_anywhere/finished:1", "--benchmark_format=json"], check=True,
                            capture_output=True).stdout
    counters = json.loads(answer)["benchmarks"][0]
    return counters["p50_ms"], counters["p95_ms"]


class Mpv:
    def __init__(self, display, video_output):
        self._folder = tempfile.TemporaryDirectory(prefix="gladi-mpv-")
        path = f"{self._folder.name}/socket"
        self._process = subprocess.Popen(
            ["mpv", "--no-config", "--really-quiet", f"--vo={video_output}", "--ao=null", "--pause", "--hr-seek=yes", "--hwdec=no",
             "--keep-open=yes", "--osc=no", "--osd-level=0", "--geometry=360x640", f"--input-ipc-server={path}", str(MEDIA)],
            env=dict(os.environ, DISPLAY=display), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._socket = socket.socket(socket.AF_UNIX)
        for _ in range(400):
            try:
                self._socket.connect(path)
                break
            except OSError:
                time.sleep(0.05)
        self._socket.settimeout(30)
        self._rest = b""

    def _wait_for(self, event):
        while True:
            while b"\n" in self._rest:
                line, self._rest = self._rest.split(b"\n", 1)
                if json.loads(line).get("event") == event:
                    return
            self._rest += self._socket.recv(65536)

    def seek(self, to):
        """ms until its picture is there."""
        begin = time.perf_counter()
        self._socket.sendall(json.dumps({"command": ["seek", to, "absolute+exact"]}).encode() + b"\n")
        self._wait_for("playback-restart")
        return (time.perf_counter() - begin) * 1000

    def close(self):
        self._socket.close()
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()


def mpv_times(display, video_output, places):
    mpv = Mpv(display, video_output)
    try:
        time.sleep(2)
        mpv.seek(1)
        return [mpv.seek(place * SECONDS) for place in places]
    finally:
        mpv.close()


def click_times(desktop, home, places):
    """ms from each click on the timeline until the right picture had been drawn."""
    make_take(home / "Gladi", SECONDS, media=MEDIA)
    gladi = Gladi(desktop, home, "--camera", "demo")
    mouse = Keyboard(desktop.display)
    try:
        gladi.wait_screen("home", 60)
        gladi.click("home.recordings")
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_note("review.state", "paused", 60)
        gladi.wait_note("review.waveform", "there", 300)
        lane = gladi.wait_widget("review.timeline")["widgets"]["review.timeline"]
        times = []
        for place in places:
            mouse.move(lane["x"] + lane["w"] * place, lane["y"] + lane["h"] * 0.2)
            time.sleep(0.4)  # the mouse rests before it clicks; so does the preview
            before = gladi.note("review.position_ms")
            clicked = mouse.button(True)  # a hand lets go some 100 ms later
            end = time.monotonic() + 20
            while True:
                notes = gladi.look()["notes"]
                if notes.get("review.seeking") == "no" and notes["review.position_ms"] != before:
                    break
                if time.monotonic() > end:
                    raise RuntimeError(f"a click was not answered:\n{gladi.log()}")
                time.sleep(0.002)
            times.append((gladi.drawn_at_ns() - clicked) / 1e6)
            mouse.button(False)
            off_s = abs(int(notes["review.position_ms"]) / 1000 - place * SECONDS)
            if off_s > SECONDS / lane["w"] * 2:
                raise RuntimeError(f"the picture is {off_s} s away from where the click was")
        return times
    finally:
        mouse.close()
        gladi.kill()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seeks", type=int, default=100)
    options.add_argument("--check", action="store_true")
    asked = options.parse_args()
    chance = random.Random(1)
    places = [chance.uniform(0.01, 0.99) for _ in range(asked.seeks)]
    home = Path(tempfile.mkdtemp(prefix="gladi-seek-cost-"))
    report = Report()
    desktop = Desktop()
    try:
        alone = player_alone()
        report.tell("player alone, median", alone[0], "ms")
        report.tell("  95 of 100 within", alone[1], "ms")
        window = percentiles(click_times(desktop, home, places))
        report.tell("click to the picture in the window, median", window[0], "ms")
        report.tell("  95 of 100 within", window[1], "ms", MOST_P95_MS)
        if shutil.which("mpv"):
            for output, own in (("null", alone), ("x11", window)):
                other = percentiles(mpv_times(desktop.display, output, places))
                report.tell(f"mpv --vo={output}, median", other[0], "ms")
                report.tell("  95 of 100 within", other[1], "ms")
                report.tell("  Gladi / mpv at 95 of 100", own[1] / other[1], "")
    finally:
        desktop.close()
        shutil.rmtree(home, ignore_errors=True)
    return report.exit_code(asked.check)


if __name__ == "__main__":
    sys.exit(main())
