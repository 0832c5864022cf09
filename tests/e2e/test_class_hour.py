"""A whole class hour, as somebody who is new to it goes through it: five people from a pasted list, two catalogues, one of
them made from a spreadsheet, a class round on the projector before a busy audience, a flash sale each. Once with the
keyboard alone, in long_class_hour once more with the mouse alone; what is typed is typed in both.
"""

import json
import os
import unittest

from hands import Keyboard, Mouse
from two_displays import TwoDisplays
from window_test import WindowTest

PEOPLE = ["Ani Lestari", "Budi Santoso", "Citra Dewi", "Dedi Kurniawan", "Eka Putri"]
TABLE = ("Nama Produk;Harga;Stok;Catatan\r\n"
         "Keripik Tempe;15.000;20;renyah gurih\r\n"
         "Keripik Singkong;12rb;15;pedas manis\r\n"
         "Paket Lima;Rp 65.000;10;\r\n")
DEMO = "batik-ecoprint"
TAKE_SECONDS = float(os.environ.get("GLADI_TAKE_SECONDS", "0"))  # longer than it takes for somebody to write


@unittest.skipUnless(TwoDisplays.SERVER.exists(), "needs xserver-xorg-core with its dummy driver")
class ClassHour(WindowTest):
    def open_desktop(self):
        return TwoDisplays(*self.size)

    def shot(self, name):
        self.sleep(0.5)  # what the notes say is on the screen a moment later
        self.screenshot(f"class-{self.language}-{name}")

    def make_class(self, gladi, hand):
        hand.press("home.people")
        gladi.wait_screen("people")
        hand.press("people.new_group")
        gladi.wait_screen("people.new_group")
        gladi.type("UMKM Malang")
        hand.do("people.group.create", "Return")
        gladi.wait_widget("people.remove_group")
        hand.do("people.paste", "ctrl+n")
        gladi.wait_screen("people.paste")
        self.desktop.clipboard("".join(f"{i}. {name}\n" for i, name in enumerate(PEOPLE, 1)))
        gladi.key("ctrl+v")
        gladi.wait_note("people.paste.new", "5")
        hand.do("people.paste.add", "ctrl+Return")
        gladi.wait_note("people.count", "5")
        self.shot("people")
        hand.leave("people.back")
        gladi.wait_screen("home")

    def make_catalogue(self, gladi, hand):
        documents = self.home / "Documents"
        documents.mkdir(parents=True)
        (documents / "harga.csv").write_text(TABLE, encoding="utf-8")
        hand.press("home.edit")
        gladi.wait_screen("editor")
        hand.press("editor.catalogues")
        gladi.wait_screen("editor.catalogues")
        hand.press("editor.catalogues.new")
        gladi.wait_screen("editor.new")
        gladi.type("Toko Kelas")
        hand.do("editor.new.create", "Return")
        gladi.wait_note("editor.products", "1")
        hand.press("editor.csv.in")
        gladi.wait_screen("files")
        hand.press("files.place.Documents")
        hand.press("files.entry.harga.csv")
        gladi.wait_note("editor.report", "3+0-0")
        hand.leave("editor.report.close")
        gladi.wait_note("editor.products", "3")
        gladi.wait_note("editor.saved", "yes")
        self.shot("editor")
        hand.leave("editor.back")
        gladi.wait_screen("home")

    def rehearse(self, gladi, hand, catalogue, first):
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        hand.enter("home.edit", "Down")  # the list may have been scrolled on the way to the audience
        hand.press(f"home.catalogue.{catalogue}")
        if first:
            self.shot("home")
        hand.do("home.start", "F9")
        gladi.wait_screen("home.name")  # who came with a list is asked first
        hand.tick("home.name.review")
        hand.tick("home.name.class")
        hand.do("home.name.save", "Return")
        gladi.wait_note("studio.phase", "recording")
        hand.do("studio.next", "Right")
        gladi.wait_widget("studio.flash_sale")
        hand.do("studio.flash_sale", "f")
        take = self.sessions(gladi)[-1]
        gladi.wait_until("somebody to write", lambda _: "chat_shown" in (take / "journal.jsonl").read_text())
        self.sleep(TAKE_SECONDS)
        self.assertEqual(gladi.note("app.projector"), "open")
        if first:
            self.shot("studio")
            shown = self.desktop.projector_picture(f"class-{self.language}-live")
            self.assertGreater(self.desktop.colours(shown, "400x150+100+640"), 20, "the class sees the feed")
        hand.do("studio.stop", "F9")
        gladi.wait_screen("feedback", seconds=120)

    def check_takes(self, gladi):
        takes = self.sessions(gladi)
        gladi.wait_until("the final files", lambda _: all(
            json.loads((take / "session.json").read_text())["state"] == "ready" for take in takes), seconds=120)
        sessions = [json.loads((take / "session.json").read_text()) for take in takes]
        self.assertEqual([session["person"]["name"] for session in sessions], PEOPLE)
        self.assertEqual([session["catalogue"]["slug"] for session in sessions], ["toko-kelas", DEMO] * 2 + ["toko-kelas"])
        for take, session in zip(takes, sessions):
            self.assertEqual(session["audience"]["liveliness"], "busy")
            self.assertEqual(session["counters"]["lost_camera"], 0)
            self.assertEqual(len(session["parts"]), 1)
            events = [json.loads(line) for line in (take / "journal.jsonl").read_text().splitlines()]
            kinds = [event["type"] for event in events]
            self.assertEqual(kinds.count("flash_sale_started"), 1)
            self.assertEqual([event["reason"] for event in events if event["type"] == "take_ended"], ["stopped"])
        people = [json.loads(file.read_text()) for file in (gladi.library / "people").glob("*.json")]
        self.assertTrue(all(one["consent"]["class_show"] and not one["consent"]["promotion"] for one in people))

    def go_through(self, hand_of):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", self.language)
        hand = hand_of(gladi)
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        self.make_class(gladi, hand)
        self.make_catalogue(gladi, hand)
        hand.press("home.audience.busy")
        hand.do("home.projector", "F8")
        gladi.wait_note("app.projector", "open")
        for turn, name in enumerate(PEOPLE):
            self.rehearse(gladi, hand, DEMO if turn % 2 else "toko-kelas", first=turn == 0)
            if turn + 1 < len(PEOPLE):
                hand.do("feedback.next_person", "n")
        gladi.wait_note("feedback.state", "rating")
        self.shot("feedback-question")
        hand.press("feedback.level.2")
        hand.press("feedback.save")
        gladi.wait_note("feedback.state", "results")
        self.shot("feedback")
        hand.do("feedback.watch", "v")
        gladi.wait_note("review.state", "paused")
        self.shot("review")
        hand.leave("review.back")
        gladi.wait_screen("library")
        self.shot("library")
        self.check_takes(gladi)
        hand.leave("library.back")
        gladi.wait_screen("home")
        hand.do("home.projector", "F8")
        gladi.wait_note("app.projector", "off")
        self.assertEqual(gladi.close(), 0)


class WithTheKeyboard(ClassHour):
    language = "id"

    def test_a_class_hour(self):
        self.go_through(Keyboard)


@unittest.skipUnless(TAKE_SECONDS, "in the long run only: other tests use the mouse, and this is a minute")
class WithTheMouse(ClassHour):
    language = "en"
    size = (1024, 768)

    def test_a_class_hour(self):
        self.go_through(Mouse)


if __name__ == "__main__":
    unittest.main(verbosity=2)
