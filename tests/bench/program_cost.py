"""What the program costs beside encoding: start to live preview, CPU while nothing moves, CPU a drawn frame while a take runs,
memory, and how much of a long take it could not keep up with.

    tests/support/with-sound.sh python3 tests/bench/program_cost.py [--minutes M] [--no-window] [--check]

Runs build/test/gladi (or GLADI_BINARY) under Xvfb, so everything is drawn by the CPU. CPU time is the kernel's count for
the thread or the process. --minutes: how long the take is whose memory is watched (default 1). --no-window: only the
memory of `gladi record`, and what its certificate says in the end. --check: fail where a promise is broken.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from running import BINARY, Desktop, Report, Running, memory_mb, resident_mb

MOST_MS_A_FRAME, MOST_IDLE, MOST_MB, MOST_GROWTH_MB, MOST_START_S, MOST_STOP_S = 25, 0.01, 250, 10, 1.0, 1.0
MOST_REPEATED_PERCENT = 0.1


def measure_start(desktop, home):
    """Seconds and CPU seconds until the camera's picture is shown."""
    running = Running(desktop, home)
    running.gladi.wait_note("home.camera", "live", 60)
    result = time.monotonic() - running.begun, running.process_cpu()
    running.gladi.close()
    return result


def measure_idle(running, seconds):
    """The take just made, paused in the player: CPU of all threads, and how often the window was drawn meanwhile."""
    running.gladi.wait_note("review.state", "paused")
    sessions = running.gladi.library / "sessions"
    running.gladi.wait_until("the final file", lambda _: any(sessions.glob("*/take.mp4")), 120)
    time.sleep(5)
    before = running.process_cpu(), running.frames_drawn()[0]
    time.sleep(seconds)
    return (running.process_cpu() - before[0]) / seconds, running.frames_drawn()[0] - before[1]


def measure_take(running, minutes):
    running.begin_take()
    time.sleep(10)
    begin = time.monotonic(), running.window_cpu(), running.frames_drawn()[0], running.process_cpu()
    samples = []
    while time.monotonic() - begin[0] < minutes * 60:
        time.sleep(1)
        samples.append((memory_mb(running.pid), resident_mb(running.pid)))
    frames = running.frames_drawn()[0] - begin[2]
    window = running.window_cpu() - begin[1]
    length = time.monotonic() - begin[0]
    total = running.process_cpu() - begin[3]
    stopped = running.end_take()
    return {"ms_a_frame": 1000 * window / max(1, frames), "fps": frames / length, "total": total / length,
            "stop_s": stopped, "samples": samples}


def measure_record(home, minutes):
    """Memory of a take without a window, sampled each second from its tenth on, and what the take counted."""
    record = subprocess.Popen([str(BINARY), "record", "--library", str(home / "library"), "--person", "Siti", "--camera",
                               "demo", "--mic", "test", "--seconds", str(10 + 60 * minutes)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    samples = []
    time.sleep(10)
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end and record.poll() is None:
        samples.append((memory_mb(record.pid), resident_mb(record.pid)))
        time.sleep(1)
    if record.wait() != 0:
        raise RuntimeError(f"gladi record ended with {record.returncode}")
    [session] = (home / "library" / "sessions").glob("*/session.json")
    return samples, json.loads(session.read_text())["counters"]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--minutes", type=float, default=1)
    options.add_argument("--no-window", action="store_true")
    options.add_argument("--check", action="store_true")
    asked = options.parse_args()
    home = Path(tempfile.mkdtemp(prefix="gladi-program-cost-"))
    desktop = None if asked.no_window else Desktop()
    report = Report()
    tell = report.tell

    def tell_memory(samples):
        own = [sample[0] for sample in samples]
        tenth = max(1, len(own) // 10)
        tell("memory of the take, highest", max(sample[1] for sample in samples), "MB", MOST_MB)
        tell("  of it the program's own", max(own), "MB", None)
        growth = statistics.median(own[-tenth:]) - statistics.median(own[:tenth])
        tell(f"  growth over {asked.minutes:g} min", growth, "MB", MOST_GROWTH_MB)

    try:
        if asked.no_window:
            samples, counters = measure_record(home, asked.minutes)
            tell_memory(samples)
            causes = {cause: counters[f"repeated_{cause}"] for cause in ("late", "encoder", "overload")}
            ours = sum(causes.values())
            tell(f"repeated by our own fault: {ours} of {counters['frames']}", 100 * ours / counters["frames"], "%",
                 MOST_REPEATED_PERCENT)
            print("  of these:", ", ".join(f"{count} {cause}" for cause, count in causes.items()))
            tell("  sound missing", counters["sound_silence_ms"] / 1000, "s", None)
            return report.exit_code(asked.check)
        measure_start(desktop, home)  # makes the library and the settings
        starts = [measure_start(desktop, home) for _ in range(5)]
        tell("start to live preview, median of 5", statistics.median(start[0] for start in starts), "s", MOST_START_S)
        tell("  its CPU time, all threads", statistics.median(start[1] for start in starts), "s", None)
        running = Running(desktop, home)
        running.gladi.wait_note("home.camera", "live", 60)
        take = measure_take(running, asked.minutes)
        tell("window while recording, CPU a drawn frame", take["ms_a_frame"], "ms", MOST_MS_A_FRAME)
        tell("  frames drawn a second", take["fps"], "", None)
        tell("  whole program, CPU seconds a second", take["total"], "", None)
        tell_memory(take["samples"])
        tell("stop to reviewable", take["stop_s"], "s", MOST_STOP_S)
        cost, frames = measure_idle(running, 20)
        tell("nothing moves, of one core", cost, f"({frames} frames drawn)", MOST_IDLE)
        running.gladi.close()
    finally:
        if desktop:
            desktop.close()
        shutil.rmtree(home, ignore_errors=True)
    return report.exit_code(asked.check)


if __name__ == "__main__":
    sys.exit(main())
