"""A disk that has become read-only, as Linux does with a stick that it finds damaged: what was recorded can be watched, and is
recovered once the disk can be written again."""

import json
import subprocess
import unittest

from window_test import WindowTest


class ReadOnlyDisk(WindowTest):
    size = (1024, 768)

    def mount(self, *arguments):
        done = subprocess.run(["mount", *arguments, str(self.home / "Gladi")], capture_output=True)
        if done.returncode != 0:
            self.skipTest("no disk can be mounted here: " + done.stderr.decode().strip())

    def setUp(self):
        super().setUp()
        (self.home / "Gladi").mkdir()
        self.mount("-t", "tmpfs", "-o", "size=200M", "none")
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.home / "Gladi")])

    def test_a_cut_off_take_is_watched_and_recovered_later(self):
        gladi = self.start("--camera", "demo", "--mic", "demo")
        self.begin_first_take(gladi, "Siti")
        session = self.sessions(gladi)[0]
        gladi.wait_until("something recorded", lambda _: (session / "take.part.mp4").stat().st_size > 300_000)
        gladi.kill()
        self.mount("-o", "remount,ro")

        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", "id")
        gladi.wait_screen("home")
        gladi.wait_note("home.kept_away", "yes")
        self.sleep(1)
        self.screenshot("home-read-only-disk")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.click("library.take." + session.name)
        gladi.wait_note("review.state", "paused")
        self.screenshot("review-read-only-disk")
        self.assertEqual(gladi.close(), 0)
        self.assertEqual(json.loads((session / "session.json").read_text())["state"], "recording")

        gladi = self.start("--camera", "demo", "--mic", "demo")
        gladi.wait_note("home.kept_away", "yes")
        self.mount("-o", "remount,rw")
        gladi.wait_note("home.kept_away", "no")
        gladi.wait_until("its state", lambda _: json.loads((session / "session.json").read_text())["state"] == "recovered")
        self.assertTrue((session / "take.mp4").exists())
        self.assertEqual(gladi.close(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
