"""A trainer behind her PIN: she sees the takes of those who agreed and reviews one; the trainee sees only her own takes, and the
review when it is handed in."""

import json
import unittest

from window_test import WindowTest


class TrainerTest(WindowTest):
    def rehearse(self, gladi, name, may_be_reviewed):
        gladi.wait_note("home.camera", "live")
        gladi.click("home.new_name")
        gladi.wait_screen("home.name")
        gladi.type(name)
        if may_be_reviewed:
            gladi.click("home.name.review")
        gladi.click("home.name.save")
        gladi.wait_screen("home")
        gladi.click("home.start")
        gladi.wait_note("studio.phase", "recording")
        self.sleep(3)
        gladi.key("F9")
        gladi.wait_screen("feedback", 120)
        gladi.key("Escape")
        gladi.wait_screen("library")

    def takes_shown(self, gladi):
        self.sleep(0.5)
        return sorted(name for name in gladi.look()["widgets"] if name.startswith("library.take."))

    def become_trainer(self, gladi):
        gladi.click("library.trainer")
        gladi.wait_screen("library.trainer")
        gladi.type("Bu Sri")
        gladi.click("library.trainer.pin")
        gladi.type("4711")
        gladi.click("library.trainer.again")
        gladi.type("4711")
        self.screenshot("trainer-new")
        gladi.click("library.trainer.open")
        gladi.wait_note("library.trainer", "Bu Sri")

    def review(self, gladi, take):
        gladi.click("library.take." + take.name)
        gladi.wait_note("review.state", "paused")
        self.assertEqual(gladi.note("review.scores"), "0")
        gladi.click("review.score.opening.4")
        gladi.wait_note("review.scores", "1")
        gladi.click("review.score_here")
        gladi.click("review.score.demo.2")
        gladi.wait_note("review.scores", "2")
        gladi.key("c")
        gladi.type("Sapaan hangat")
        gladi.key("Return")
        gladi.wait_note("review.comments", "1")
        self.screenshot("trainer-review")

    def scores(self, take):
        [file] = (take / "reviews").glob("*.json")
        written = json.loads(file.read_text())
        return written["reviewer"]["name"], {one["id"]: one["level"] for one in written["scores"]}, written["finished"]

    def test_a_review_from_pin_to_trainee(self):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", "id")
        gladi.wait_screen("home")
        self.rehearse(gladi, "Ani", may_be_reviewed=True)
        gladi.key("Escape")
        gladi.wait_screen("home")
        self.rehearse(gladi, "Budi", may_be_reviewed=False)
        anis, budis = (take for take in self.sessions(gladi))
        self.assertEqual(self.takes_shown(gladi), ["library.take." + budis.name], "a trainee sees her own takes only")

        self.become_trainer(gladi)
        self.assertEqual(self.takes_shown(gladi), ["library.take." + anis.name], "Budi hasn't agreed")
        self.screenshot("trainer-library")
        self.review(gladi, anis)
        self.assertEqual(self.scores(anis), ("Bu Sri", {"opening": 4, "demo": 2}, False))

        # Before it is handed in nobody else sees it.
        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.click("library.lock")
        gladi.wait_note("library.trainer", "")
        self.assertEqual(self.takes_shown(gladi), ["library.take." + budis.name])
        gladi.click("library.trainer")
        gladi.wait_screen("library.trainer")
        gladi.type("1234")
        gladi.key("Return")
        gladi.wait_until("the wrong PIN to be told", lambda seen: seen["widgets"].get("library.trainer.open") is not None)
        self.sleep(1)
        self.screenshot("trainer-wrong-pin")
        self.assertEqual(gladi.note("library.trainer"), "")
        gladi.type("4711")
        gladi.key("Return")
        gladi.wait_note("library.trainer", "Bu Sri")
        gladi.click("library.take." + anis.name)
        gladi.wait_note("review.scores", "2")
        gladi.click("review.finish")
        gladi.wait_until("the review to be handed in", lambda _: self.scores(anis)[2])
        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.click("library.lock")
        gladi.key("Escape")
        gladi.wait_screen("home")

        # Ani sees it, once she has said how she found it herself.
        gladi.click("home.person.Ani")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        self.assertEqual(self.takes_shown(gladi), ["library.take." + anis.name])
        gladi.click("library.take." + anis.name)
        gladi.wait_note("review.state", "paused")
        self.assertEqual(gladi.note("review.comments"), "0")
        gladi.key("h")
        gladi.wait_note("feedback.state", "rating")
        gladi.click("feedback.skip")
        gladi.wait_note("feedback.state", "results")
        self.watch(gladi)
        gladi.wait_note("review.comments", "1")
        self.screenshot("trainee-review")
        self.assertNotIn("review.finish", gladi.look()["widgets"])
        self.assertEqual(gladi.close(), 0)


class OnASmallScreen(TrainerTest):
    size = (1024, 768)


if __name__ == "__main__":
    unittest.main(verbosity=2)
