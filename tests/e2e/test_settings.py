"""The settings: each in its place, kept between starts; what lies over the picture is switched in the middle of a take."""

import json
import subprocess
import unittest

from hands import Keyboard
from two_displays import TwoDisplays
from window_test import WindowTest

PAGES = ["devices", "recording", "picture", "rehearsing", "screen", "keys"]


class SettingsTest(WindowTest):
    def file(self):
        return self.home / ".config/gladi/settings.toml"

    def kept(self, *lines):
        """Whether the settings on the disk say all of this, in whichever quotes."""
        def look(_=None):
            text = self.file().read_text().replace("'", '"') if self.file().exists() else ""
            return all(line in text for line in lines)
        return look

    def begin(self, *arguments):
        gladi = self.start("--camera", "demo", "--mic", "demo", *arguments)
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        return gladi

    def choose(self, gladi, page, what, row):
        gladi.click(f"home.settings.page.{page}")
        gladi.click(f"home.settings.{what}")
        gladi.click(f"home.settings.{what}.{row}")
        gladi.wait_until("the closed list", lambda seen: f"home.settings.{what}.{row}" not in seen["widgets"])


class OnALaptop(SettingsTest):
    def test_what_is_chosen_with_the_mouse_is_used_and_kept(self):
        gladi = self.begin()
        gladi.click("home.settings")
        gladi.wait_screen("home.settings")
        self.choose(gladi, "recording", "quality", 0)
        self.choose(gladi, "picture", "layout", 1)
        gladi.click("home.settings.show.chat")
        gladi.click("home.settings.page.rehearsing")
        gladi.click("home.settings.cues")
        self.choose(gladi, "screen", "language", 1)
        wanted = ['quality = "small"', 'layout = "camera-over-product"', "chat = false", "cues = true", 'language = "en"']
        gladi.wait_until("the settings on the disk", self.kept(*wanted))
        gladi.key("Escape")
        self.begin_first_take(gladi, "Siti")
        self.sleep(2)
        gladi.key("F9")
        gladi.wait_screen("feedback", seconds=120)
        take = self.sessions(gladi)[0]
        gladi.wait_until("the final file", lambda _: (take / "take.mp4").exists(), seconds=120)
        session = json.loads((take / "session.json").read_text())
        self.assertEqual(session["layout"], "camera-over-product")
        self.assertIn("at most 1.5 Mb/s", session["parts"][0]["encoder"])
        self.assertEqual(gladi.close(), 0)
        again = self.begin()
        again.key("F2")
        again.wait_screen("home.settings")
        again.click("home.settings.page.recording")
        self.sleep(1)
        self.screenshot("settings-second-start")
        self.assertEqual(again.close(), 0)
        self.assertTrue(self.kept(*wanted)(), "nothing is forgotten by a second start")

    def test_with_the_keyboard_alone(self):
        gladi = self.begin("--lang", "id")
        hand = Keyboard(gladi)
        gladi.key("F2")
        gladi.wait_screen("home.settings")
        hand.press("home.settings.page.rehearsing")
        hand.tick("home.settings.cues")
        gladi.wait_until("the cues", self.kept("cues = true"))
        hand.press("home.settings.page.picture")
        hand.tick("home.settings.show.timer")
        gladi.wait_until("the timer", self.kept("timer = false"))
        hand.press("home.settings.page.keys")
        gladi.key("Escape")
        gladi.wait_screen("home")
        self.assertEqual(gladi.close(), 0)

    def test_what_lies_over_the_picture_changes_in_the_middle_of_a_take(self):
        gladi = self.begin("--lang", "id")
        gladi.click("home.audience.busy")
        self.begin_first_take(gladi, "Siti")
        gladi.key("Right")
        self.sleep(2)
        shown = self.screenshot("overlays-all")
        gladi.key("o")
        gladi.wait_widget("studio.show.card")
        self.sleep(0.5)
        self.screenshot("overlays-switches")
        gladi.key("1", "3")
        gladi.click("studio.show.viewers")
        gladi.wait_until("three switched off", self.kept("card = false", "timer = false", "viewers = false"))
        self.sleep(1)
        hidden = self.screenshot("overlays-off")
        feed = gladi.look()["widgets"]["studio.feed"]
        # Where the card lies, at the feed's lower edge, a white card has given way to the picture.
        card = f"{int(feed['w'] * 0.5)}x8+{int(feed['x'] + feed['w'] * 0.4)}+{int(feed['y'] + feed['h'] * 0.84)}"
        self.assertGreater(self.brightness(shown, card), self.brightness(hidden, card) + 0.1)
        gladi.key("m")  # all other keys go on
        gladi.key("o")
        gladi.wait_until("the audience again", lambda seen: "studio.show.card" not in seen["widgets"])
        gladi.key("2")
        gladi.key("F9")
        gladi.wait_screen("feedback", seconds=120)
        lines = (self.sessions(gladi)[0] / "journal.jsonl").read_text().splitlines()
        events = [json.loads(line) for line in lines]
        self.assertEqual([event["segment"] for event in events if event["type"] == "segment_started"], [0, 1, 2],
                         "numbers choose products again")
        self.assertEqual(sum(event["type"] == "marker_set" for event in events), 1)
        hidden = [event["hidden"] for event in events if event["type"] == "overlays_changed"]
        self.assertEqual(hidden, [["card"], ["card", "timer"], ["card", "timer", "viewers"]])
        self.assertEqual(gladi.close(), 0)

    def brightness(self, file, box):
        answer = subprocess.run(["convert", str(file), "-crop", box, "+repage", "-colorspace", "gray", "-format",
                                 "%[fx:mean]", "info:"], check=True, capture_output=True, text=True)
        return float(answer.stdout)

    def test_damaged_settings_are_told_and_kept(self):
        self.file().parent.mkdir(parents=True)
        self.file().write_text('language = "en"\nquality = = "best"\n')
        gladi = self.begin("--lang", "id")
        gladi.wait_widget("toast.0")
        self.screenshot("settings-damaged")
        gladi.click("home.audience.busy")
        gladi.wait_until("fresh settings", self.kept("audience = "))
        self.assertEqual((self.file().parent / "settings.toml.damaged").read_text(),
                         'language = "en"\nquality = = "best"\n')
        self.assertEqual(gladi.close(), 0)


class EachPage(SettingsTest):
    """Pictures of all pages, to be looked at."""

    def pages(self, language):
        gladi = self.begin("--lang", language)
        gladi.click("home.settings")
        for page in PAGES:
            gladi.click(f"home.settings.page.{page}")
            self.sleep(0.5)
            self.screenshot(f"settings-{page}-{language}")
        self.assertEqual(gladi.close(), 0)

    def test_in_indonesian(self):
        self.pages("id")


class EachPageOnASmallScreen(EachPage):
    size = (1024, 768)

    def test_in_english(self):
        self.pages("en")


@unittest.skipUnless(TwoDisplays.SERVER.exists(), "needs xserver-xorg-core with its dummy driver")
class WithAProjector(SettingsTest):
    def open_desktop(self):
        return TwoDisplays(*self.size)

    def test_its_display_is_named(self):
        gladi = self.begin("--lang", "id")
        gladi.click("home.settings")
        gladi.wait_screen("home.settings")
        self.sleep(1)
        self.screenshot("settings-projector")
        self.assertNotIn("home.settings.projector", gladi.look()["widgets"], "one other screen: nothing to choose")
        self.assertEqual(gladi.close(), 0)

    def test_of_two_others_one_is_chosen_and_remembered_by_its_name(self):
        self.desktop.third_on()
        gladi = self.begin("--lang", "en")
        gladi.click("home.settings")
        gladi.click("home.settings.projector")
        gladi.wait_widget("home.settings.projector.2")
        self.sleep(0.5)
        self.screenshot("settings-two-projectors")
        gladi.click("home.settings.projector.2")
        gladi.wait_until("its name", self.kept('projector = "DUMMY2"'))
        gladi.key("Escape")
        gladi.key("F8")
        gladi.wait_note("app.projector", "open")
        self.sleep(2)
        shown = self.screenshot("projector-on-the-third")
        words = f"1300x700+{self.size[0] + 1920 + 20}+0"
        self.assertGreater(self.desktop.colours(shown, words), 5, "the board is on the third screen")
        self.assertEqual(gladi.close(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
