"""A live with a busy audience: frames lost, CPU a drawn frame, and how long keys and products take.

    tests/support/with-sound.sh python3 tests/bench/live_cost.py [--presses N] [--layout L] [--projector] [--check]

Runs build/test/gladi (or GLADI_BINARY) under Xvfb, with --projector on two displays (Xorg's dummy driver), so everything is
drawn by the CPU. A key is answered when the frame that shows it has been drawn. A product is on the feed when the first
program frame with its card has been made, which is Gladi's selection delay after the time that frame stands for in the
file; that frame is looked for in the recorded take. --layout: camera-full (as it is), camera-over-product or
product-close-up.
"""

import argparse
import contextlib
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from keyboard import Keyboard
from running import Desktop, Report, Running
from two_displays import TwoDisplays

MOST_MS_A_FRAME, MOST_ANSWER_MS, MOST_PRODUCT_MS = 25, 100, 100
SELECTION_DELAY_MS = 45  # ProgramFeed::kSelectionDelay
FPS = 30
# Name and price on the card, in a 720x1280 picture: nothing else of the feed is there.
CARD_TEXT, WIDTH, HEIGHT = "crop=400:150:240:1082,scale=200:75,format=gray", 200, 75
OTHER_PICTURE = 2.0  # mean difference of two pictures' lumas: another name and price make 8 and more, noise 0.3


def write_settings(home, layout):
    folder = home / ".config/gladi"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f'language = "id"\naudience = "busy"\nlayout = "{layout}"\n'
                                          'last_catalogue = "batik-ecoprint"\n')


def press_and_wait(running, keyboard, key, segment):
    """Monotonic ns of the press, and ms until the screen had shown the segment that it leads to."""
    gladi = running.gladi
    pressed, wall = keyboard.press(key)
    end = time.monotonic() + 10
    while gladi.note("studio.segment") != segment:
        if time.monotonic() > end:
            raise RuntimeError(f"key {key} was not answered:\n{gladi.log()}")
        time.sleep(0.004)
    return pressed, (gladi.drawn_at_ns() - wall) / 1e6


def cards_in(take, frames):
    """The card's text in each frame of the take, as bytes."""
    answer = subprocess.run(["ffmpeg", "-v", "error", "-i", str(take), "-vf", CARD_TEXT, "-f", "rawvideo", "-"], check=True,
                            capture_output=True).stdout
    size = WIDTH * HEIGHT
    found = [answer[i:i + size] for i in range(0, len(answer) - size + 1, size)]
    if len(found) < frames:
        raise RuntimeError(f"{len(found)} pictures in the take, {frames} expected")
    return found


def differs(one, other):
    return sum(abs(a - b) for a, b in zip(one, other)) / len(one) > OTHER_PICTURE


def product_delays(running, presses):
    """ms from each key to the program frame that shows its product first."""
    begun = int(re.findall(r"take begins at (\d+) ns", running.log())[-1])
    session = sorted((running.gladi.library / "sessions").glob("20*"))[-1]
    running.gladi.wait_until("the final file", lambda _: (session / "take.mp4").exists(), 120)
    told = json.loads((session / "session.json").read_text())
    cards = cards_in(session / "take.mp4", told["counters"]["frames"])
    delays = []
    for pressed in presses:
        before = int((pressed - begun) / 1e9 * FPS) - 3
        frame = next((i for i in range(before, min(before + 4 * FPS, len(cards))) if differs(cards[i], cards[before])), None)
        if frame is None:
            raise RuntimeError(f"no other product after the key at frame {before}")
        delays.append((begun + frame * 1e9 / FPS - pressed) / 1e6 + SELECTION_DELAY_MS)
    return delays, told["counters"]


def measure_window(running, seconds):
    """CPU ms a drawn frame of the window's threads, frames a second of the window and of the projector."""
    begin = time.monotonic(), running.window_cpu(), running.frames_drawn()
    time.sleep(seconds)
    length, cpu = time.monotonic() - begin[0], running.window_cpu() - begin[1]
    drawn = [after - before for after, before in zip(running.frames_drawn(), begin[2])]
    return cpu / length, drawn[0] / length, drawn[1] / length


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--presses", type=int, default=20)
    options.add_argument("--layout", default="camera-full")
    options.add_argument("--projector", action="store_true")
    options.add_argument("--check", action="store_true")
    asked = options.parse_args()
    home = Path(tempfile.mkdtemp(prefix="gladi-live-cost-"))
    write_settings(home, asked.layout)
    report = Report()
    with contextlib.ExitStack() as ending:
        ending.callback(shutil.rmtree, home, ignore_errors=True)
        desktop = TwoDisplays() if asked.projector else Desktop()
        ending.callback(desktop.close)
        keyboard = Keyboard(desktop.display)
        ending.callback(keyboard.close)
        running = Running(desktop, home)
        ending.callback(running.gladi.kill)
        running.begin_take()
        time.sleep(5)
        cpu, fps, _ = measure_window(running, 15)
        report.tell("window with a busy audience, CPU a drawn frame", 1000 * cpu / fps, "ms", MOST_MS_A_FRAME)
        report.tell("  frames drawn a second", fps, "")
        if asked.projector:
            keyboard.press("F8")
            running.gladi.wait_note("app.projector", "open")
            time.sleep(3)
            both, fps, shown = measure_window(running, 15)
            report.tell("projector, of one core", both - cpu, "")
            report.tell("  drawn a second", shown, "")
            report.tell("  CPU a drawing", 1000 * (both - cpu) / shown, "ms")
            report.tell("  frames of the host's window a second meanwhile", fps, "")
        pressed, answers = [], []
        for i in range(asked.presses):
            key, segment = ("1", "1") if i % 2 == 0 else ("2", "2")
            at, answer = press_and_wait(running, keyboard, key, segment)
            pressed.append(at)
            answers.append(answer)
            time.sleep(0.9 + 0.037 * (i % 7))  # not in step with anything
        running.end_take()
        delays, counters = product_delays(running, pressed)
        report.tell("key to the drawn answer, median", statistics.median(answers), "ms")
        report.tell("  longest", max(answers), "ms", MOST_ANSWER_MS)
        report.tell("key to the program frame with its product, median", statistics.median(delays), "ms")
        report.tell("  longest", max(delays), "ms", MOST_PRODUCT_MS)
        lost = counters["repeated_late"] + counters["repeated_encoder"]
        report.tell(f"frames lost of {counters['frames']}", lost, "")
        if lost:
            report.broken.append("frames lost")
        running.gladi.close()
    return report.exit_code(asked.check)


if __name__ == "__main__":
    sys.exit(main())
