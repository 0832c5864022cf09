"""What watching costs, one take and two side by side: CPU time, drawn frames, how far the two pictures are apart.

    tests/support/with-sound.sh python3 tests/bench/compare_cost.py [--seconds N]

Runs build/test/gladi on an X server without a GPU. The takes are 720x1280 at 30 frames a second.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from running import Desktop, Report, Running

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))
from made_take import EARLIER, TAKE, make_media, make_take  # noqa: E402


def play(report, name, running, seconds, state):
    gladi = running.gladi
    gladi.key("space")
    gladi.wait_note(state, "playing")
    time.sleep(2)  # seeks of the beginning
    begun, cpu, window, frames = time.monotonic(), running.process_cpu(), running.window_cpu(), running.frames_drawn()[0]
    apart = []
    while time.monotonic() - begun < seconds:
        told = gladi.note("compare.apart_ms")
        if told not in ("", "none"):
            apart.append(abs(int(told)))
        time.sleep(0.1)
    took = time.monotonic() - begun
    report.tell(f"{name}: cores, whole program", (running.process_cpu() - cpu) / took, "")
    report.tell(f"{name}: cores, drawing", (running.window_cpu() - window) / took, "")
    report.tell(f"{name}: frames drawn a second", (running.frames_drawn()[0] - frames) / took, "")
    if apart:
        report.tell(f"{name}: apart, half of the time at most", sorted(apart)[len(apart) // 2], "ms")
        report.tell(f"{name}: apart, most", max(apart), "ms")
    gladi.key("space")
    gladi.wait_note(state, "paused")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seconds", type=int, default=20)
    seconds = options.parse_args().seconds
    report = Report()
    home = Path(tempfile.mkdtemp(prefix="gladi-compare-bench-"))
    length = seconds * 2 + 20
    make_media(home / "take.mp4", length, size="720x1280")
    for name in (TAKE, EARLIER):
        make_take(home / "Gladi", length, media=home / "take.mp4", name=name)
    desktop = Desktop(1366, 768)
    try:
        running = Running(desktop, home)
        gladi = running.gladi
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_note("review.state", "paused")
        play(report, "one take", running, seconds, "review.state")
        gladi.key("b")
        gladi.wait_note("compare.state", "paused")
        play(report, "two takes", running, seconds, "compare.state")
        gladi.close()
    finally:
        desktop.close()
        shutil.rmtree(home, ignore_errors=True)
    return report.exit_code(False)


if __name__ == "__main__":
    sys.exit(main())
