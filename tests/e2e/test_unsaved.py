"""Comments that can't be written, as on a full disk or a stick that was pulled out: closing the window asks first, and a lock of
the trainer mode keeps them for their trainer."""

import unittest

from made_take import TAKE, make_take
from test_trainer import TrainerTest
from window_test import WindowTest


class Unsaved(WindowTest):
    def setUp(self):
        super().setUp()
        self.idle_ahead = self.home / "idle-ahead"
        self.ahead(0)
        self.desktop.environment["GLADI_IDLE_AHEAD"] = str(self.idle_ahead)
        self.take = make_take(self.home / "Gladi", 20, rated=True)

    def ahead(self, seconds):
        new = self.idle_ahead.with_suffix(".new")
        new.write_text(str(seconds))
        new.replace(self.idle_ahead)

    def take_the_disk_away(self):
        if (self.take / "reviews").exists():
            (self.take / "reviews").rename(self.take / "away")
        (self.take / "reviews").write_text("no folder")

    def bring_it_back(self):
        (self.take / "reviews").unlink()
        if (self.take / "away").exists():
            (self.take / "away").rename(self.take / "reviews")

    def open_library(self, language):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", language)
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        return gladi

    def open_take(self, gladi):
        gladi.wait_widget("library.take." + TAKE)
        gladi.click("library.take." + TAKE)
        gladi.wait_screen("review")
        gladi.wait_note("review.state", "paused")

    def say(self, gladi, words):
        gladi.key("c")
        gladi.type(words)
        gladi.key("Return")

    def test_closing_the_window_asks(self):
        gladi = self.open_library("id")
        self.open_take(gladi)
        self.take_the_disk_away()
        self.say(gladi, "Sapaan hangat")
        gladi.wait_note("review.unsaved", "1")
        gladi.key("ctrl+q")
        gladi.wait_screen("review.leaving")
        self.sleep(0.5)
        self.screenshot("unsaved-close-id")
        gladi.click("review.leaving.stay")
        gladi.wait_screen("review")
        gladi.wait_note("review.unsaved", "1")
        gladi.key("ctrl+q")
        gladi.wait_screen("review.leaving")
        self.bring_it_back()
        gladi.click("review.leaving.again")
        gladi.wait_note("review.unsaved", "0")
        self.assertEqual([one["text"] for one in self.comments(self.take)], ["Sapaan hangat"])
        self.assertEqual(gladi.close(), 0)

    def test_closing_again_leaves_anyway(self):
        gladi = self.open_library("en")
        self.open_take(gladi)
        self.take_the_disk_away()
        self.say(gladi, "Sapaan hangat")
        gladi.wait_note("review.unsaved", "1")
        gladi.key("ctrl+q")
        gladi.wait_screen("review.leaving")
        self.sleep(0.5)
        self.screenshot("unsaved-close-en")
        self.assertEqual(gladi.close(), 0)

    def test_a_lock_keeps_them_for_their_trainer(self):
        gladi = self.open_library("id")
        TrainerTest.become_trainer(self, gladi)
        self.open_take(gladi)
        self.take_the_disk_away()
        self.say(gladi, "Sapaan hangat")
        gladi.wait_note("review.unsaved", "1")
        gladi.key("c")
        gladi.type("Suara")  # begun, not sent
        self.ahead(601)
        gladi.wait_screen("home")
        self.ahead(0)
        self.sleep(0.5)
        self.screenshot("unsaved-locked")

        # The trainee sees nothing of it.
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        self.open_take(gladi)
        self.assertEqual((gladi.note("review.unsaved"), gladi.note("review.comments"), gladi.note("review.draft")), ("0", "0", "0"))
        gladi.key("Escape")
        gladi.wait_screen("library")

        # Closing tells whose they are; the window stays.
        gladi.key("ctrl+q")
        self.sleep(1)
        self.screenshot("unsaved-close-elsewhere")
        self.assertEqual(gladi.look()["screen"], "library")
        gladi.click("library.trainer")
        gladi.wait_screen("library.trainer")
        gladi.type("4711")
        gladi.key("Return")
        gladi.wait_note("library.trainer", "Bu Sri")
        self.bring_it_back()
        self.open_take(gladi)
        gladi.wait_note("review.comments", "1")
        gladi.wait_note("review.unsaved", "0")
        gladi.wait_note("review.draft", "5")
        self.assertEqual([one["text"] for one in self.comments(self.take)], ["Sapaan hangat"])
        self.sleep(0.5)
        self.screenshot("unsaved-restored")
        self.assertEqual(gladi.close(), 0)


class UnsavedOnASmallScreen(Unsaved):
    size = (1024, 768)


if __name__ == "__main__":
    unittest.main(verbosity=2)
