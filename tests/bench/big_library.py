"""A library with 5,000 products and 500 people: starting, lists, searching, and a take of a rundown as long.

    tests/support/with-sound.sh python3 tests/bench/big_library.py [--products N] [--people N] [--check]

Runs build/test/gladi (or GLADI_BINARY) under Xvfb, so everything is drawn by the CPU. The catalogue has no rundown.toml: each
product is a segment. Its photos are 20 JPEGs of 12 megapixels, as telephones make them. "Longest turn" is the longest time
between two looks at what a person does, by the CPU time that all of the program's threads took meanwhile.
"""

import argparse
import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

from keyboard import Keyboard
from running import Desktop, Report, Running

PHOTOS = 20
MOST_MS_A_FRAME, MOST_START_S, MOST_STOP_S = 25, 2.0, 1.0


def make_catalogue(folder, products):
    folder.mkdir(parents=True)
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "mandelbrot=s=4000x3000:rate=1", "-frames:v", str(PHOTOS),
                    "-q:v", "3", str(folder / "foto%02d.jpg")], check=True)
    lines = ['name = "Gudang besar"']
    for i in range(products):
        lines.append(f'[[product]]\nid = "barang-{i}"\nname = "Barang nomor {i} dari gudang"\nphoto = "foto{i % PHOTOS + 1:02d}.jpg"\n'
                     f'price = {10_000 + 500 * i}\nstock = {i % 40}\nkey_points = ["Bahan nomor {i}", "Ukuran {i % 7}"]\n')
    (folder / "catalogue.toml").write_text("\n".join(lines))


def make_people(folder, count):
    folder.mkdir(parents=True)
    for i in range(count):
        who = str(uuid.UUID(int=(i << 64) | (4 << 76) | (2 << 62) | i))
        (folder / f"{who}.json").write_text(json.dumps({
            "schema_version": 1, "id": who, "name": f"Siti Aminah {i:03d}",
            "consent": {"review": True, "class_show": True, "promotion": False, "asked_at": "2026-11-01T08:00:00Z"},
            "created_at": "2026-11-01T08:00:00Z"}))


def cpu_a_frame(running, seconds, do):
    """CPU ms of the window's threads a drawn frame while `do` is done again and again."""
    time.sleep(0.6)  # the counts come twice a second
    begin = running.window_cpu(), running.frames_drawn()[0]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        do()
    time.sleep(0.6)
    return 1000 * (running.window_cpu() - begin[0]) / max(1, running.frames_drawn()[0] - begin[1])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--products", type=int, default=5000)
    options.add_argument("--people", type=int, default=500)
    options.add_argument("--check", action="store_true")
    asked = options.parse_args()
    home = Path(tempfile.mkdtemp(prefix="gladi-big-"))
    make_catalogue(home / "Gladi/catalogues/gudang", asked.products)
    make_people(home / "Gladi/people", asked.people)
    config = home / ".config/gladi"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text('language = "id"\naudience = "off"\nlast_catalogue = "gudang"\n')
    report = Report()
    with contextlib.ExitStack() as ending:
        ending.callback(shutil.rmtree, home, ignore_errors=True)
        desktop = Desktop()
        ending.callback(desktop.close)
        keyboard = Keyboard(desktop.display)
        ending.callback(keyboard.close)
        running = Running(desktop, home, "--library", str(home / "Gladi"))
        gladi = running.gladi
        ending.callback(gladi.kill)
        gladi.wait_note("home.camera", "live", 300)
        report.tell("start to live preview", time.monotonic() - running.begun, "s", MOST_START_S)
        report.tell("  its CPU time, all threads", running.process_cpu(), "s")

        def tell_frames(what, seconds, do):
            report.tell(what + ", CPU a drawn frame", cpu_a_frame(running, seconds, do), "ms", MOST_MS_A_FRAME)
            report.tell("  longest turn of the window so far", float(gladi.note("app.longest_stall_cpu_ms")), "ms")

        def type_name():
            for letter in "siti":
                keyboard.press(letter)
                time.sleep(0.1)
            for _ in range(4):
                keyboard.press("BackSpace")
                time.sleep(0.1)

        def scroll():
            for button in (5, 5, 5, 5, 5, 4):
                desktop.xdotool("click", button)
                time.sleep(0.05)

        tell_frames("home", 6, lambda: time.sleep(1))
        gladi.click("home.search")
        tell_frames("home, searching a name", 6, type_name)

        gladi.click("home.people")
        gladi.wait_note("people.count", str(asked.people), 60)
        desktop.xdotool("mousemove", *gladi.point_of("people.search", 0.5, 6))
        tell_frames("people, scrolling", 6, scroll)
        gladi.click("people.search")
        tell_frames("people, searching", 6, type_name)
        gladi.key("Escape", "Escape")
        gladi.wait_screen("home", 60)

        opened = time.monotonic()
        gladi.click("home.edit")
        gladi.wait_note("editor.products", str(asked.products), 120)
        report.tell("editor opened", time.monotonic() - opened, "s")
        desktop.xdotool("mousemove", *gladi.point_of("editor.search", 0.5, 6))
        tell_frames("editor, scrolling", 6, scroll)
        gladi.click("editor.search")
        tell_frames("editor, searching", 6, type_name)
        gladi.click("editor.tab.rundown")
        time.sleep(0.5)
        x, y = gladi.point_of("editor.segment.3")
        desktop.xdotool("mousemove", x, y)
        tell_frames("editor's rundown, scrolling", 6, scroll)
        closed = time.monotonic()
        gladi.click("editor.back")
        gladi.wait_screen("home", 120)
        report.tell("editor closed", time.monotonic() - closed, "s")
        gladi.wait_note("home.camera", "live", 120)

        started = time.monotonic()
        gladi.key("F9")
        gladi.wait_note("studio.phase", "recording", 120)
        report.tell("start of a take, with its countdown of 3 s", time.monotonic() - started, "s")
        tell_frames("take, 5,000 segments", 10, lambda: (keyboard.press("Right"), time.sleep(1.5)))
        report.tell("stop to reviewable", running.end_take(), "s", MOST_STOP_S)
        running.gladi.close()
    return report.exit_code(asked.check)


if __name__ == "__main__":
    sys.exit(main())
