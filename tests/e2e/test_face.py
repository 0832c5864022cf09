"""Somebody sits before the camera: what the check says of her, and what of it stands in the journal."""

import json
import shutil
import subprocess
import unittest
from pathlib import Path

from window_test import WindowTest

ROOT = Path(__file__).parents[2]


class Face(WindowTest):
    def film(self, across):
        """A webcam's picture: a portrait, swaying a little, so far from the middle."""
        file = self.home / "camera.mp4"
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "color=c=0x8a8378:s=1280x720:r=25:d=6", "-i",
                        str(ROOT / "tests/data/portrait.jpg"), "-filter_complex",
                        f"[1:v]scale=-2:640[p];[0:v][p]overlay=x='(W-w)/2+{across}+12*sin(t)':y=80", "-c:v", "libx264",
                        "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-t", "6", str(file)], check=True)
        return f"file:{file}"

    def seen(self, session):
        lines = [json.loads(line) for line in (session / "journal.jsonl").read_text().splitlines()]
        return [line for line in lines if line["type"] == "picture_seen"]

    def test_her_face_is_outlined_and_goes_into_the_journal(self):
        gladi = self.start("--camera", self.film(0), "--mic", "demo", "--lang", "id")
        gladi.wait_screen("home")
        gladi.wait_note("home.face", "seen")
        gladi.wait_note("home.check.face", "Wajah pas")
        self.screenshot("id-home-face")
        self.begin_first_take(gladi, "Bu Aminah")
        session = self.sessions(gladi)[0]
        gladi.wait_until("three looks", lambda seen: len(self.seen(session)) >= 3)
        gladi.key("F9")
        gladi.wait_screen("feedback")
        for line in self.seen(session):
            self.assertEqual(line["faces"], 1)
            self.assertAlmostEqual(line["face"]["x"], 0.5, delta=0.06)
            self.assertNotIn("eyes", line["face"], "no more than its place")

    def test_who_sits_beside_the_picture_is_told_so(self):
        gladi = self.start("--camera", self.film(-430), "--mic", "demo", "--lang", "en")
        gladi.wait_screen("home")
        gladi.wait_note("home.check.face", "Your face is cut off")
        self.screenshot("en-home-face-cut-off")

    def test_without_the_model_the_screen_says_what_is_missing(self):
        assets = self.home / "assets"
        shutil.copytree(ROOT / "assets", assets, ignore=shutil.ignore_patterns("models"))
        self.desktop.environment["GLADI_ASSETS"] = str(assets)
        gladi = self.start("--camera", self.film(0), "--mic", "demo", "--lang", "id")
        gladi.wait_screen("home")
        gladi.wait_note("home.check.face", "Wajah tidak dinilai")
        self.screenshot("id-home-no-model")


if __name__ == "__main__":
    unittest.main()
