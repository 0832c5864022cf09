"""What helps a person on her own: the tour of the first start, the help on F1, the light of the screen."""

import json
import subprocess
import tomllib
import unittest

from window_test import WindowTest

# What the steps of the tour point at: a widget, or all whose names begin with it.
POINTED_AT = ["home.new_name", "home.catalogue.", "home.check", "home.audience.", "home.start", "app.help"]


class Guided(WindowTest):
    def settings(self):
        file = self.home / ".config/gladi/settings.toml"
        return tomllib.loads(file.read_text()) if file.exists() else {}

    def wait_for_settings(self, gladi, name, value):
        gladi.wait_until(f"{name} = {value} in the settings", lambda _: self.settings().get(name) == value)

    def at_home(self, *arguments, first_start=False):
        gladi = self.start("--camera", "demo", "--mic", "demo", *arguments, first_start=first_start)
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        return gladi


class TourSteps(Guided):
    def look_at_step(self, gladi, step):
        gladi.wait_note("app.tour", str(step))
        seen = gladi.wait_widget("tour.card")["widgets"]
        card = seen["tour.card"]
        self.assertGreaterEqual(card["x"], 0)
        self.assertGreaterEqual(card["y"], 0)
        self.assertLessEqual(card["x"] + card["w"], self.size[0])
        self.assertLessEqual(card["y"] + card["h"], self.size[1])
        name = POINTED_AT[step - 1]
        targets = [place for key, place in seen.items() if key == name or (name.endswith(".") and key.startswith(name))]
        self.assertTrue(targets, f"{name} is not on the screen")
        for widget in targets:
            apart = (card["x"] + card["w"] <= widget["x"] or widget["x"] + widget["w"] <= card["x"] or
                     card["y"] + card["h"] <= widget["y"] or widget["y"] + widget["h"] <= card["y"])
            self.assertTrue(apart, f"the card lies over {name}")
        self.screenshot(f"tour-{step}")


class Tour(TourSteps):
    def test_by_mouse_and_never_again(self):
        gladi = self.at_home(first_start=True)
        self.look_at_step(gladi, 1)
        # The button that is pointed at is the real one; the tour waits while its sheet is open.
        gladi.click("home.new_name")
        self.add_person(gladi, "Siti")
        gladi.wait_widget("home.person.Siti")
        gladi.wait_note("app.tour", "1")
        gladi.click("tour.next")
        self.look_at_step(gladi, 2)
        gladi.click("tour.back")
        self.look_at_step(gladi, 1)
        for step in range(1, len(POINTED_AT) + 1):
            self.look_at_step(gladi, step)
            gladi.click("tour.next")
        gladi.wait_note("app.tour", "off")
        self.wait_for_settings(gladi, "tour_seen", True)
        self.assertEqual(gladi.close(), 0)

        gladi = self.at_home()
        gladi.wait_note("app.tour", "off")
        self.assertNotIn("tour.card", gladi.look()["widgets"])
        # From the help it begins again, also from another screen.
        gladi.click("home.people")
        gladi.wait_screen("people")
        gladi.click("app.help")
        gladi.wait_screen("help")
        gladi.click("help.tour")
        gladi.wait_screen("home")
        gladi.wait_note("app.tour", "1")
        gladi.click("tour.skip")
        gladi.wait_note("app.tour", "off")
        self.assertEqual(gladi.close(), 0)

    def test_by_keyboard_and_skipped(self):
        gladi = self.at_home(first_start=True)
        gladi.wait_note("app.tour", "1")
        for key, step in [("Return", 2), ("Right", 3), ("Left", 2), ("Left", 1), ("Left", 1), ("Return", 2)]:
            gladi.key(key)
            gladi.wait_note("app.tour", str(step))
        gladi.key("F1")  # Escape closes the help, not the tour behind it
        gladi.wait_screen("help")
        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.wait_note("app.tour", "2")
        gladi.wait_widget("tour.card")
        gladi.key("Escape")
        gladi.wait_note("app.tour", "off")
        self.wait_for_settings(gladi, "tour_seen", True)
        gladi.key("F1")
        gladi.wait_screen("help")
        gladi.key("F1")
        gladi.wait_screen("home")
        self.assertEqual(gladi.close(), 0)
        gladi = self.at_home()
        gladi.wait_note("app.tour", "off")
        self.assertEqual(gladi.close(), 0)

    def test_who_starts_right_away_has_seen_enough(self):
        gladi = self.at_home(first_start=True)
        gladi.wait_note("app.tour", "1")
        gladi.key("F9")
        self.add_person(gladi, "Rina")
        gladi.wait_note("studio.phase", "recording")
        self.wait_for_settings(gladi, "tour_seen", True)
        self.assertEqual(gladi.close(), 0)


class LargeLettersOnASmallScreen(TourSteps):
    size = (1024, 768)

    def test_every_card_lies_beside_its_button(self):
        file = self.home / ".config/gladi/settings.toml"
        file.parent.mkdir(parents=True)
        file.write_text('ui_scale = 1.5\ntour_seen = false\n')
        gladi = self.at_home()
        for step in range(1, len(POINTED_AT) + 1):
            self.look_at_step(gladi, step)
            gladi.click("tour.next")
        gladi.wait_note("app.tour", "off")
        self.assertEqual(gladi.close(), 0)


class Help(Guided):
    def test_on_every_screen_and_beside_a_running_take(self):
        gladi = self.at_home()
        gladi.key("F1")
        gladi.wait_screen("help")
        self.screenshot("help-home")
        gladi.key("Escape")
        gladi.wait_screen("home")
        self.begin_first_take(gladi, "Siti")

        # The take goes on, and its keys are heard while the help is open.
        gladi.key("F1")
        gladi.wait_note("app.help", "open")
        self.sleep(1)
        self.screenshot("help-studio")
        gladi.key("Right")
        gladi.key("m")
        gladi.click("help.close")
        gladi.wait_note("app.help", "closed")
        gladi.key("F1")
        gladi.wait_note("app.help", "open")
        gladi.key("Escape")
        gladi.wait_note("app.help", "closed")
        self.assertEqual(gladi.note("studio.phase"), "recording")
        gladi.key("F9")
        gladi.wait_screen("feedback")
        [session] = self.sessions(gladi)
        journal = [json.loads(line) for line in (session / "journal.jsonl").read_text().splitlines()]
        kinds = [event["type"] for event in journal]
        self.assertEqual(kinds.count("segment_started"), 2)
        self.assertEqual(kinds.count("marker_set"), 1)

        for screen, leave in [("feedback", "v"), ("review", "Escape"), ("library", "Escape")]:
            gladi.wait_screen(screen)
            gladi.key("F1")
            gladi.wait_screen("help")
            self.screenshot(f"help-{screen}")
            gladi.key("F1")
            gladi.wait_screen(screen)
            gladi.key(leave)
        gladi.wait_screen("home")
        for button, screen in [("home.people", "people"), ("home.edit", "editor")]:
            gladi.click(button)
            gladi.wait_screen(screen)
            gladi.click("app.help")
            gladi.wait_screen("help")
            self.screenshot(f"help-{screen}")
            gladi.key("Escape")
            gladi.wait_screen(screen)
            gladi.key("Escape")
            gladi.wait_screen("home")
        self.assertEqual(gladi.close(), 0)


    def test_over_a_sheet(self):
        gladi = self.at_home()
        gladi.key("F2")
        gladi.wait_screen("home.settings")
        for closing in ("F1", "Escape"):
            gladi.key("F1")
            gladi.wait_screen("help")
            self.screenshot("help-settings")
            gladi.key(closing)
            gladi.wait_screen("home.settings")
        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.click("home.new_name")
        gladi.wait_screen("home.name")
        gladi.type("Si")
        gladi.key("F1")
        gladi.wait_screen("help")
        gladi.type("xyz")
        gladi.click("help.close")
        gladi.wait_screen("home.name")
        gladi.click("home.name.field")
        gladi.type("ti")
        gladi.click("home.name.save")
        gladi.wait_widget("home.person.Siti")
        self.assertEqual(gladi.close(), 0)


class RingLight(Guided):
    """What the window shows changes; what is recorded doesn't."""

    def mean_of_each_picture(self, file):
        """Grey, 0 to 255, as somebody else's program sees it."""
        return subprocess.run(["ffmpeg", "-v", "error", "-i", str(file), "-vf", "scale=1:1:flags=area,format=gray", "-f",
                               "rawvideo", "-"], check=True, capture_output=True).stdout

    def test_shines_by_key_and_by_button_and_is_remembered(self):
        gladi = self.at_home()
        gladi.wait_note("home.light", "off")
        gladi.key("F3")
        gladi.wait_note("home.light", "white 5")
        self.screenshot("light-home-white")
        gladi.key("F4", "F4")
        gladi.wait_note("home.light", "white 3")
        gladi.click("home.light")
        gladi.wait_note("home.light", "warm 3")
        self.begin_first_take(gladi, "Siti")
        gladi.wait_note("studio.light", "warm 3")
        self.sleep(1)
        self.screenshot("light-studio-warm")
        gladi.click("studio.brighter")
        gladi.wait_note("studio.light", "warm 4")
        gladi.key("F5")
        gladi.wait_note("studio.light", "warm 5")
        gladi.click("studio.light")
        gladi.wait_note("studio.light", "off")
        gladi.key("F3")
        gladi.wait_note("studio.light", "white 5")
        self.sleep(1)
        self.screenshot("light-studio-white")
        self.assertEqual(gladi.note("studio.phase"), "recording")
        gladi.key("F9")
        gladi.wait_screen("feedback")
        self.wait_for_settings(gladi, "ring_light", "white")
        self.assertEqual(gladi.close(), 0)
        [session] = self.sessions(gladi)
        means = self.mean_of_each_picture(sorted(session.glob("take*.mp4"))[0])
        self.assertGreater(len(means), 60)
        # The presenter moves and a product's card comes; a lit screen would be far brighter.
        self.assertLess(max(means) - min(means), 25)

        gladi = self.at_home()
        gladi.wait_note("home.light", "white 5")
        self.assertEqual(gladi.close(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
