"""The projector: a second window on a second display, for a class in which one after the other rehearses."""

import json
import unittest

from two_displays import TwoDisplays
from window_test import WindowTest, probe


@unittest.skipUnless(TwoDisplays.SERVER.exists(), "needs xserver-xorg-core with its dummy driver")
class ProjectorTest(WindowTest):
    def open_desktop(self):
        return TwoDisplays(*self.size)

    def add_people(self, gladi, names):
        for name in names:
            for _ in range(3):
                gladi.click("home.new_name")
                self.sleep(1)
                if gladi.look()["screen"] == "home.name":
                    break
            gladi.wait_screen("home.name")
            gladi.type(name)
            gladi.click("home.name.review")
            if name != "Citra":
                gladi.click("home.name.class")
            gladi.click("home.name.save")
            gladi.wait_widget(f"home.person.{name}")

    def rehearse(self, gladi, seconds=4):
        gladi.key("F9")
        gladi.wait_note("studio.phase", "recording")
        self.sleep(seconds)

    def test_a_class_round(self):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", "id")
        gladi.wait_note("home.camera", "live")
        self.add_people(gladi, ["Ani", "Budi", "Citra"])
        gladi.click("home.person.Ani")
        gladi.key("F8")
        gladi.wait_note("app.projector", "open")
        self.sleep(3)
        self.desktop.projector_picture("projector-ready")
        self.rehearse(gladi)
        shown = self.desktop.projector_picture("projector-live")
        empty = "400x150+100+640"  # where the board alone has no words
        self.assertGreater(self.desktop.colours(shown, empty), 20, "the feed is there")
        self.assertGreater(self.desktop.colours(shown, "1300x1080+610+0"), 5, "so are the words")
        gladi.key("F9")
        gladi.wait_screen("feedback", seconds=120)
        gladi.wait_widget("feedback.next_person")
        self.sleep(1)
        self.desktop.projector_picture("projector-after")
        for name in ("Budi", "Citra"):
            gladi.wait_widget("feedback.next_person")  # known once the take is open
            gladi.key("n")
            gladi.wait_screen("home")
            gladi.wait_note("home.camera", "live")
            self.rehearse(gladi)
            if name == "Citra":  # hasn't agreed to be shown in class
                hidden = self.desktop.projector_picture("projector-hidden")
                self.assertEqual(self.desktop.colours(hidden, empty), 1, "words, no face")
            gladi.key("F9")
            gladi.wait_screen("feedback", seconds=120)
        people = [json.loads((take / "session.json").read_text())["person"]["name"] for take in self.sessions(gladi)]
        self.assertEqual(people, ["Ani", "Budi", "Citra"])
        gladi.key("F8")
        gladi.wait_note("app.projector", "off")
        self.assertEqual(gladi.close(), 0)

    def test_a_take_does_not_feel_a_projector_that_goes_and_comes(self):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", "en")
        self.begin_first_take(gladi, "Siti")
        for _ in range(3):
            self.click_for(gladi, "studio.projector", "app.projector", "open")
            self.sleep(0.5)
            self.click_for(gladi, "studio.projector", "app.projector", "off")
        gladi.key("F8")
        gladi.wait_note("app.projector", "open")
        self.sleep(3)
        self.desktop.projector_off()
        gladi.wait_note("app.projector", "waiting")
        self.sleep(1)
        self.screenshot("projector-gone")
        gladi.key("m")
        self.desktop.projector_on()
        self.sleep(1)
        if gladi.note("app.projector") == "waiting":  # this driver says nothing when a display comes back
            gladi.key("F8", "F8")
        gladi.wait_note("app.projector", "open")
        self.sleep(2)
        gladi.key("F9")
        gladi.wait_screen("feedback", seconds=120)
        take = self.sessions(gladi)[0]
        gladi.wait_until("the final file", lambda _: json.loads((take / "session.json").read_text())["state"] == "ready", 120)
        session = json.loads((take / "session.json").read_text())
        self.assertEqual(session["counters"]["lost_camera"], 0)
        lines = [json.loads(line) for line in (take / "journal.jsonl").read_text().splitlines()]
        # Sound that a busy machine loses is another test's matter.
        self.assertEqual([event for event in lines if event["type"] == "gap" and event["track"] != "microphone"], [])
        self.assertEqual([event["reason"] for event in lines if event["type"] == "take_ended"], ["stopped"])
        self.assertEqual(len(session["parts"]), 1)
        length = float(probe(take / session["parts"][0]["file"])["format"]["duration"])
        self.assertAlmostEqual(length, session["duration_ns"] / 1e9, delta=0.2)
        self.assertEqual(gladi.close(), 0)

    def test_without_a_second_display_it_says_so(self):
        self.desktop.projector_off()
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", "en")
        gladi.wait_note("home.camera", "live")
        gladi.key("F8")
        self.sleep(1)
        self.screenshot("projector-none")
        self.assertEqual(gladi.note("app.projector"), "off")
        self.assertEqual(gladi.close(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
