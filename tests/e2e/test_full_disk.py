"""A take whose disk fills up while somebody rehearses: said in time, and gone on with on another disk."""

import json
import os
import subprocess
import unittest
import uuid
from pathlib import Path

from window_test import WindowTest, probe


class FullDisk(WindowTest):
    def mount(self, folder, size):
        folder.mkdir(parents=True)
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)],
                                               capture_output=True).returncode != 0:
            self.skipTest("no disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(folder)])

    def test_the_take_goes_on_on_another_disk(self):
        # 150 MB stay free whatever happens: there is room for a quarter of a minute, until somebody takes it away.
        self.mount(self.home / "small", 170_000_000)
        other = Path("/mnt/gladi-test-" + uuid.uuid4().hex[:8]) / "STIK"
        self.addCleanup(lambda: (other.rmdir(), other.parent.rmdir()))
        self.mount(other, 2_000_000_000)
        gladi = self.start("--library", self.home / "small/Gladi", "--camera", "test", "--mic", "test")
        self.begin_first_take(gladi, "Siti")
        gladi.wait_note("studio.disk", "low", 60)
        gladi.wait_widget("studio.go_on", 60)
        self.screenshot("studio-disk-low")
        (self.home / "small/films").write_bytes(bytes(21_000_000))
        gladi.wait_note("studio.disk", "stopped", 60)
        self.sleep(0.5)
        self.screenshot("studio-disk-stopped")
        gladi.click("studio.folder")
        gladi.wait_screen("studio.folders", 60)
        self.sleep(0.5)
        self.screenshot("studio-disk-folders")
        gladi.key("Escape")
        gladi.wait_widget("studio.go_on")
        gladi.key("d")  # the disk with the most room: the home folder's or the other one
        gladi.wait_until("the recording to go on", lambda seen: "studio.disk" not in seen["notes"], 60)
        self.sleep(4)
        gladi.key("F9")
        self.watch(gladi, 60)
        self.screenshot("review-of-two-parts")
        folder = next((self.home / "small/Gladi/sessions").glob("2*"))
        gladi.wait_until("its state", lambda _: json.loads((folder / "session.json").read_text())["state"] == "ready", 60)
        session = json.loads((folder / "session.json").read_text())
        first, second = session["parts"]
        there = Path(second["root"])
        self.assertTrue(there.is_relative_to(other) or there.is_relative_to(self.home / "Gladi"))
        self.assertLessEqual(first["start_ns"] + first["duration_ns"], second["start_ns"] + 40_000_000)
        for file, part in ((folder / first["file"], first), (there / second["file"], second)):
            self.assertAlmostEqual(float(probe(file)["format"]["duration"]), part["duration_ns"] / 1e9, delta=0.6)
        self.assertGreater(float(probe(there / second["file"])["format"]["duration"]), 3.5)
        # Whoever opens the other library finds the take there as well.
        self.assertEqual(json.loads((there / "session.json").read_text())["id"], session["id"])
        self.assertEqual(gladi.close(), 0)


class FullDiskSmallScreen(FullDisk):
    size = (1024, 768)


if __name__ == "__main__":
    unittest.main()
