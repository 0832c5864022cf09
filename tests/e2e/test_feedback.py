"""A take of which nothing was measured: its sound is judged in the background while the question is asked."""

import json
import unittest

from made_take import TAKE, make_take
from window_test import WindowTest


class FeedbackTest(WindowTest):
    def test_the_sound_is_judged_while_the_question_is_asked(self):
        folder = make_take(self.home / "Gladi", seconds=30)
        gladi = self.start("--camera", "demo")
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.click("library.take." + TAKE)
        gladi.wait_screen("review")
        gladi.wait_note("review.state", "paused")
        gladi.key("h")
        gladi.wait_note("feedback.state", "rating")
        self.assertEqual(gladi.note("feedback.next"), "")
        gladi.click("feedback.skip")
        gladi.wait_note("feedback.state", "results")
        # The sound of such a take is a tone: it is told so, and no number is made of it.
        gladi.wait_note("feedback.sound", "lack", 60)
        gladi.wait_note("feedback.next", "no-voice")
        self.screenshot("feedback-no-voice")
        metrics = json.loads((folder / "metrics.json").read_text())
        self.assertEqual((metrics["lack"], metrics["syllables_per_s"]), ("no_voice", None))
        self.assertEqual(gladi.close(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
