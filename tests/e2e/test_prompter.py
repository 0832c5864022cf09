"""Reading while rehearsing: a text that rolls, key points that are ticked off, with the keyboard and with the mouse."""

import json
import unittest

from window_test import WindowTest


class PrompterTest(WindowTest):
    def ticks(self, gladi):
        lines = (self.sessions(gladi)[0] / "journal.jsonl").read_text().splitlines()
        return [(e["segment"], e["point"], e["said"], e["price"]) for e in map(json.loads, lines)
                if e["type"] == "point_ticked"]

    def begin(self, language):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", language)
        self.begin_first_take(gladi, "Siti")
        return gladi

    def read_text(self, gladi, faster, hold):
        gladi.wait_note("studio.script", "rolling")
        gladi.wait_until("the text to move", lambda seen: int(seen["notes"]["studio.script.percent"]) > 0)
        for _ in range(3):
            faster()
        gladi.wait_note("studio.script.speed", "140")
        hold()
        gladi.wait_note("studio.script", "still")
        stopped = gladi.note("studio.script.percent")
        self.sleep(2)
        self.assertEqual(gladi.note("studio.script.percent"), stopped)

    def check_settings(self, size, speed):
        text = (self.home / ".config/gladi/settings.toml").read_text()
        self.assertIn(f"prompter_size = {size}", text)
        self.assertIn(f"prompter_speed = {speed}", text)


class OnALaptop(PrompterTest):
    def test_with_the_keyboard_in_indonesian(self):
        gladi = self.begin("id")
        self.sleep(3)
        self.screenshot("prompter-text-id")
        self.read_text(gladi, lambda: gladi.key("Up"), lambda: gladi.key("space"))
        gladi.key("t")
        gladi.wait_note("studio.script", "off")
        self.sleep(0.5)
        self.screenshot("prompter-opening-id")
        gladi.key("Right")
        gladi.wait_note("studio.next_point", "0")
        gladi.key("space", "space", "Down")
        gladi.wait_note("studio.next_point", "3")
        gladi.key("space")
        gladi.wait_note("studio.said", "3")
        self.sleep(0.5)
        self.screenshot("prompter-points-id")
        gladi.key("BackSpace")
        gladi.wait_note("studio.said", "2")
        for _ in range(4):  # how large it was depends on the room
            if gladi.note("studio.prompter.size") != "5":
                gladi.key("plus")
                self.sleep(0.5)
        gladi.wait_note("studio.prompter.size", "5")
        self.sleep(0.5)
        self.screenshot("prompter-large-id")
        gladi.key("minus")
        gladi.wait_note("studio.prompter.size", "4")
        gladi.key("F9")
        gladi.wait_screen("feedback", seconds=120)  # a busy machine still has pictures to write
        self.assertEqual(self.ticks(gladi), [(1, 0, True, False), (1, 1, True, False), (1, 3, True, True),
                                             (1, 3, False, True)])
        self.assertEqual(gladi.close(), 0)
        self.check_settings(4, 140)


class OnASmallScreen(PrompterTest):
    size = (1024, 768)

    def test_with_the_mouse_in_english(self):
        gladi = self.begin("en")
        self.sleep(3)
        self.screenshot("prompter-text-en")
        self.read_text(gladi, lambda: gladi.click("studio.script.faster"), lambda: gladi.click("studio.script.roll"))
        gladi.click("studio.script.show")
        gladi.wait_note("studio.script", "off")
        gladi.click("studio.next")
        gladi.wait_note("studio.next_point", "0")
        self.click_for(gladi, "studio.point.0", "studio.said", "1")
        self.click_for(gladi, "studio.point.0", "studio.said", "0")
        self.click_for(gladi, "studio.point.1", "studio.said", "1")
        self.screenshot("prompter-points-en")
        gladi.click("studio.prompter.larger")
        gladi.wait_until("another size", lambda seen: seen["notes"]["studio.prompter.size"] != "0")
        self.screenshot("prompter-larger-en")
        gladi.click("studio.stop")
        gladi.wait_screen("feedback", seconds=120)  # a busy machine still has pictures to write
        self.assertEqual(self.ticks(gladi), [(1, 0, True, False), (1, 0, False, False), (1, 1, True, False)])
        self.assertEqual(gladi.close(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
