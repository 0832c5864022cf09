"""A rehearsal before a difficult audience: answered, hidden and sold to, with the keyboard and with the mouse."""

import json
import unittest

from window_test import WindowTest


class AudienceTest(WindowTest):
    def rehearse(self, language, by_key):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", language)
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        gladi.click("home.audience.difficult")
        self.begin_first_take(gladi, "Siti")
        self.screenshot(f"audience-start-{language}")
        gladi.key("Right") if by_key else gladi.click("studio.next")
        gladi.wait_widget("studio.flash_sale")
        gladi.key("f") if by_key else gladi.click("studio.flash_sale")
        gladi.wait_until("a question", lambda seen: int(seen["notes"].get("studio.waiting", 0)) > 0, seconds=60)
        self.sleep(2)
        self.screenshot(f"audience-question-{language}")
        if by_key:
            gladi.key("p")
            gladi.key("Return")
        else:
            name = next(name for name in gladi.look()["widgets"] if name.startswith("studio.chat.answer."))
            gladi.click(name.replace("answer", "pin"))
            gladi.click(name)
        gladi.wait_until("its answer in the journal", lambda _: self.noted(gladi, "chat_answered"))
        for layout in ("camera-over-product", "product-close-up"):
            gladi.key("l") if by_key else gladi.click("studio.layout")
            gladi.wait_until(layout, lambda _: any(event["layout"] == layout
                                                   for event in self.noted(gladi, "layout_changed")))
            self.sleep(1)
            self.screenshot(f"audience-{layout}-{language}")
        gladi.key("F9") if by_key else gladi.click("studio.stop")
        gladi.wait_screen("feedback")
        pinned, sale = self.noted(gladi, "chat_pinned"), self.noted(gladi, "flash_sale_started")
        self.assertEqual((len(pinned), len(sale)), (1, 1))
        self.assertEqual(self.noted(gladi, "chat_answered")[0]["chat"], pinned[0]["chat"])
        session = json.loads((self.sessions(gladi)[0] / "session.json").read_text())
        self.assertEqual(session["audience"]["liveliness"], "difficult")
        self.assertEqual(gladi.close(), 0)

    def noted(self, gladi, kind):
        """The journal's events of a type."""
        lines = (self.sessions(gladi)[0] / "journal.jsonl").read_text().splitlines()
        return [event for event in map(json.loads, lines) if event["type"] == kind]


class OnALaptop(AudienceTest):
    def test_with_the_keyboard_in_indonesian(self):
        self.rehearse("id", by_key=True)


class OnASmallScreen(AudienceTest):
    size = (1024, 768)

    def test_with_the_mouse_in_english(self):
        self.rehearse("en", by_key=False)


if __name__ == "__main__":
    unittest.main(verbosity=2)
