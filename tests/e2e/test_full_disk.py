"""A take whose disk fills up while somebody rehearses: said in time, and gone on with on another disk."""

import json
import os
import subprocess
import unittest
import uuid
from pathlib import Path

from window_test import WindowTest, probe


class FullDisk(WindowTest):
    def mount(self, folder, megabytes):
        folder.mkdir(parents=True)
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}M", "none", str(folder)],
                                               capture_output=True).returncode != 0:
            self.skipTest("no disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(folder)])

    def test_the_take_goes_on_on_another_disk(self):
        # 150 MB stay free whatever happens: this disk has room for some seconds only.
        self.mount(self.home / "small", 156)
        other = Path("/mnt/gladi-test-" + uuid.uuid4().hex[:8]) / "STIK"
        self.addCleanup(lambda: (other.rmdir(), other.parent.rmdir()))
        self.mount(other, 2000)
        gladi = self.start("--library", self.home / "small/Gladi", "--camera", "test", "--mic", "test")
        self.begin_first_take(gladi, "Siti")
        gladi.wait_note("studio.disk", "low")
        gladi.wait_widget("studio.go_on")
        self.screenshot("studio-disk-low")
        gladi.wait_note("studio.disk", "stopped", 120)
        self.sleep(0.5)
        self.screenshot("studio-disk-stopped")
        gladi.click("studio.folder")
        gladi.wait_screen("studio.folders")
        self.sleep(0.5)
        self.screenshot("studio-disk-folders")
        gladi.key("Escape")
        gladi.key("d")
        gladi.wait_until("the recording to go on", lambda seen: "studio.disk" not in seen["notes"])
        self.sleep(4)
        gladi.key("F9")
        gladi.wait_screen("review")
        self.screenshot("review-of-two-parts")
        folder = next((self.home / "small/Gladi/sessions").glob("2*"))
        gladi.wait_until("its state", lambda _: json.loads((folder / "session.json").read_text())["state"] == "ready", 60)
        session = json.loads((folder / "session.json").read_text())
        first, second = session["parts"]
        there = Path(second["root"])
        self.assertTrue(there.is_relative_to(other))
        self.assertLessEqual(first["start_ns"] + first["duration_ns"], second["start_ns"] + 40_000_000)
        for file, part in ((folder / first["file"], first), (there / second["file"], second)):
            self.assertAlmostEqual(float(probe(file)["format"]["duration"]), part["duration_ns"] / 1e9, delta=0.6)
        self.assertGreater(float(probe(there / second["file"])["format"]["duration"]), 3.5)
        self.assertEqual(gladi.close(), 0)


class FullDiskSmallScreen(FullDisk):
    size = (1024, 768)


if __name__ == "__main__":
    unittest.main()
