"""A whole practice, as one trainee does it alone: a take, one thing to try, a second take in which it is tried, progress."""

import unittest

from window_test import WindowTest


class PracticeTest(WindowTest):
    def test_what_was_to_be_tried_is_tried_and_seen(self):
        # The presenter speaks well enough to be measured: nobody has to.
        gladi = self.start("--camera", "demo", "--mic", "demo")
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        gladi.click("home.audience.busy")
        gladi.click("home.start")
        self.add_person(gladi, "Siti Aminah")
        self.rehearse(gladi)
        self.rate(gladi, 2)
        self.screenshot("practice-feedback")
        self.assertEqual(gladi.note("feedback.next"), "unanswered")
        gladi.click("feedback.see")
        gladi.wait_screen("review")
        gladi.wait_until("the question to be seen", lambda seen: int(seen["notes"]["review.position_ms"]) > 1000)
        gladi.click("review.again")

        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        gladi.click("home.start")
        self.rehearse(gladi, answering=True)
        self.rate(gladi, 3)
        self.screenshot("practice-feedback-again")
        self.assertNotIn(gladi.note("feedback.next"), ("", "unanswered"))

        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.click("library.progress")
        gladi.wait_screen("progress")
        gladi.wait_note("progress.points", "2")
        gladi.wait_note("progress.measuring", "none")
        self.screenshot("practice-progress")
        self.assertEqual(gladi.close(), 0)

    def rehearse(self, gladi, answering=False):
        gladi.wait_note("studio.phase", "recording")
        for second in range(40):
            self.sleep(1)
            if second in (6, 14, 22, 30):
                gladi.key("Right")
            if answering:
                gladi.key("Return")
        gladi.key("F9")

    def rate(self, gladi, level):
        gladi.wait_note("feedback.state", "rating")
        gladi.key(str(level))
        gladi.click("feedback.save")
        gladi.wait_note("feedback.state", "results")
        gladi.wait_note("feedback.sound", "told", 60)


if __name__ == "__main__":
    unittest.main(verbosity=2)
