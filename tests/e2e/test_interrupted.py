"""What a person finds after the program was cut off in the middle of a rehearsal."""

import json
import unittest

from window_test import WindowTest, probe


class Interrupted(WindowTest):
    def test_a_killed_take_is_there_at_the_next_start(self):
        gladi = self.start("--camera", "demo", "--mic", "demo")
        self.begin_first_take(gladi, "Siti")
        self.sleep(5)
        gladi.kill()

        gladi = self.start("--camera", "demo", "--mic", "demo")
        session = self.sessions(gladi)[0]
        gladi.wait_until("the rescued take", lambda _: (session / "take.mp4").exists())
        self.screenshot("home-after-a-kill")
        gladi.wait_until("its state", lambda _: json.loads((session / "session.json").read_text())["state"] == "recovered")
        self.assertGreater(float(probe(session / "take.mp4")["format"]["duration"]), 3)
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        self.sleep(1)
        self.screenshot("library-rescued")
        gladi.click("library.take." + session.name)
        gladi.wait_note("review.state", "paused")
        self.assertEqual(gladi.close(), 0)

    def test_closing_the_window_keeps_the_running_take(self):
        gladi = self.start("--camera", "demo", "--mic", "demo")
        self.begin_first_take(gladi, "Siti")
        self.sleep(3)
        self.assertEqual(gladi.close(), 0)
        session = self.sessions(gladi)[0]
        self.assertIn(json.loads((session / "session.json").read_text())["state"], ["stopped", "ready"])

    def test_a_damaged_take_is_told_and_left_alone(self):
        gladi = self.start("--camera", "demo", "--mic", "demo")
        self.begin_first_take(gladi, "Siti")
        self.sleep(2)
        gladi.key("F9")
        gladi.wait_screen("feedback")
        session = self.sessions(gladi)[0]
        gladi.wait_until("the final file", lambda _: (session / "take.mp4").exists())
        gladi.wait_until("its state", lambda _: json.loads((session / "session.json").read_text())["state"] == "ready")
        self.assertEqual(gladi.close(), 0)
        (session / "session.json").write_text("{ this is no JSON")
        before = (session / "take.mp4").read_bytes()

        gladi = self.start("--camera", "demo", "--mic", "demo")
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        self.sleep(1)
        self.screenshot("library-damaged")
        self.assertEqual(gladi.close(), 0)
        self.assertEqual((session / "take.mp4").read_bytes(), before)


if __name__ == "__main__":
    unittest.main(verbosity=2)
