"""What window tests share: a desktop and a home of their own, and the few steps that each of them takes."""

import json
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from desktop import Desktop, Gladi


def probe(file):
    """Someone else's view of a media file."""
    answer = subprocess.run(["ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_format", "-show_chapters",
                             str(file)], check=True, capture_output=True)
    return json.loads(answer.stdout)


class WindowTest(unittest.TestCase):
    size = (1366, 768)

    def open_desktop(self):
        return Desktop(*self.size)

    def setUp(self):
        self.home = Path(tempfile.mkdtemp(prefix="gladi-home-"))
        self.desktop = self.open_desktop()
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.addCleanup(self.desktop.close)

    def start(self, *arguments, first_start=False):
        gladi = Gladi(self.desktop, self.home, *arguments, first_start=first_start)
        self.addCleanup(gladi.kill)
        return gladi

    def sleep(self, seconds):
        time.sleep(seconds)

    def screenshot(self, name):
        return self.desktop.screenshot(f"{name}-{self.size[0]}x{self.size[1]}")

    def sessions(self, gladi):
        return sorted(path for path in (gladi.library / "sessions").iterdir() if not path.name.startswith("."))

    def comments(self, session):
        found = []
        for file in sorted((session / "reviews").glob("*.json")):
            found += json.loads(file.read_text())["comments"]
        return found

    def click_for(self, gladi, name, note, value):
        """Clicks until it has been heard: a machine that stands still for seconds loses a click."""
        for _ in range(3):
            gladi.click(name)
            try:
                return gladi.wait_note(note, value, seconds=10)
            except AssertionError:
                continue
        gladi.wait_note(note, value)

    def add_person(self, gladi, name):
        gladi.wait_screen("home.name")
        gladi.type(name)
        gladi.click("home.name.review")
        gladi.click("home.name.save")

    def watch(self, gladi, seconds=30):
        """From what follows a take to its recording."""
        gladi.wait_screen("feedback", seconds)
        gladi.key("v")
        gladi.wait_screen("review")
        gladi.wait_note("review.state", "paused")

    def begin_first_take(self, gladi, name):
        """From an empty home to a running take."""
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        gladi.click("home.start")
        self.add_person(gladi, name)
        gladi.wait_note("studio.phase", "recording")
