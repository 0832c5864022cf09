"""Every screen in every size and language that has to fit: the pictures are kept to be looked at."""

import unittest

from window_test import WindowTest


class Screens(WindowTest):
    def go_through(self, language):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", language)
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        self.sleep(1)
        self.screenshot(f"{language}-home-empty")
        gladi.click("home.settings")
        gladi.wait_screen("home.settings")
        self.sleep(1)
        self.screenshot(f"{language}-settings")
        gladi.key("Escape")
        self.begin_first_take(gladi, "Bu Aminah Sulistyowati")
        gladi.key("Right")
        self.sleep(2)
        self.screenshot(f"{language}-studio")
        gladi.key("l")
        self.sleep(1)
        self.screenshot(f"{language}-studio-layout")
        gladi.key("l", "space")
        self.sleep(1)
        self.screenshot(f"{language}-studio-close-up")
        gladi.key("o")
        gladi.wait_widget("studio.show.card")
        self.screenshot(f"{language}-studio-switches")
        gladi.key("F9")
        gladi.wait_note("feedback.state", "rating")
        self.sleep(1)
        self.screenshot(f"{language}-feedback-question")
        gladi.key("2")
        gladi.click("feedback.wish")
        gladi.type("Menyebut harga lebih awal")
        gladi.click("feedback.save")
        gladi.wait_note("feedback.state", "results")
        self.sleep(1)
        self.screenshot(f"{language}-feedback")
        self.watch(gladi)
        gladi.key("c")
        gladi.type("Salam hangat, lalu sebut harga lebih awal ya supaya pembeli tidak menunggu lama")
        gladi.key("Return")
        gladi.wait_note("review.comments", "1")
        self.sleep(1)
        self.screenshot(f"{language}-review")
        gladi.key("Escape")
        gladi.wait_screen("library")
        self.sleep(1)
        self.screenshot(f"{language}-library")
        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        self.sleep(1)
        self.screenshot(f"{language}-home")
        for screen, button in (("people", "home.people"), ("editor", "home.edit")):
            gladi.click(button)
            gladi.wait_screen(screen)
            self.sleep(1)
            self.screenshot(f"{language}-{screen}")
            gladi.key("Escape")
            gladi.wait_screen("home")
        self.assertEqual(gladi.close(), 0)

    def test_indonesian(self):
        self.go_through("id")

    def test_english(self):
        self.go_through("en")


class SmallScreens(Screens):
    size = (1024, 768)


class LargeLetters(Screens):
    """A large screen that somebody looks at from far away."""
    size = (1920, 1080)

    def setUp(self):
        super().setUp()
        settings = self.home / ".config/gladi/settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text("ui_scale = 1.5\n")


if __name__ == "__main__":
    unittest.main(verbosity=2)
