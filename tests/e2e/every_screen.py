"""Every screen and sheet in both languages and each size that has to fit: a walk through the program whose pictures are looked
at. What a walk needs for each picture is waited for, so it fails where something can't be reached any more.
"""

import unittest

from window_test import WindowTest

NAMES = ["Ani Lestari", "Budi Santoso", "Citra Dewi", "Dedi Kurniawan", "Eka Putri", "Fitri Handayani", "Gita Permata Sari",
         "Hadi Wijaya"]
TABLE = ("Nama Produk;Harga;Stok;Catatan\r\nKeripik Tempe;15.000;20;renyah gurih\r\n;5000;1;\r\n"
         "Keripik Singkong;12rb;15;pedas manis\r\nPaket Lima;Rp 65.000;10;\r\n")
PAGES = ["devices", "recording", "picture", "rehearsing", "screen", "keys"]
TOUR_STEPS = 6


class EveryScreen(WindowTest):
    scale = None

    def setUp(self):
        super().setUp()
        settings = self.home / ".config/gladi/settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text("tour_seen = false\ncues = true\n" + (f"ui_scale = {self.scale}\n" if self.scale else ""))
        (self.home / "Documents").mkdir()
        (self.home / "Documents/harga.csv").write_text(TABLE)

    def shot(self, name, seconds=0.8):
        self.sleep(seconds)
        self.screenshot(f"every-{self.language}-{name}")

    def help_of(self, gladi, screen):
        gladi.key("F1")
        gladi.wait_screen("help")
        self.shot(f"{screen}-help")
        gladi.key("Escape")
        gladi.wait_screen(screen)

    def look_at_home(self, gladi):
        for step in range(1, TOUR_STEPS + 1):
            gladi.wait_note("app.tour", str(step))
            self.shot(f"tour-{step}", 0.4)
            gladi.click("tour.next")
        gladi.wait_note("app.tour", "off")
        self.shot("home-empty")
        self.help_of(gladi, "home")
        gladi.click("home.new_name")
        gladi.wait_screen("home.name")
        gladi.type("Bu Aminah Sulistyowati")
        self.shot("name")
        self.help_of(gladi, "home.name")
        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.key("F2")
        gladi.wait_screen("home.settings")
        for page in PAGES:
            gladi.click(f"home.settings.page.{page}")
            self.shot(f"settings-{page}", 0.4)
        self.help_of(gladi, "home.settings")
        gladi.key("Escape")
        gladi.wait_screen("home")

    def look_at_people(self, gladi):
        gladi.click("home.people")
        gladi.wait_screen("people")
        self.shot("people-nobody")
        gladi.click("people.new_group")
        gladi.wait_screen("people.new_group")
        gladi.type("UMKM Malang")
        self.shot("people-class")
        gladi.click("people.group.create")
        gladi.wait_widget("people.remove_group")
        gladi.click("people.paste")
        gladi.wait_screen("people.paste")
        self.desktop.clipboard("".join(f"{i}. {name}\n" for i, name in enumerate(NAMES, 1)))
        gladi.key("ctrl+v")
        gladi.wait_note("people.paste.new", str(len(NAMES)))
        self.shot("people-list")
        self.help_of(gladi, "people.paste")
        gladi.click("people.paste.add")
        gladi.wait_note("people.count", str(len(NAMES)))
        self.shot("people")
        self.help_of(gladi, "people")
        gladi.key("Escape")
        gladi.wait_screen("home")
        self.shot("home-class")

    def look_at_editor(self, gladi):
        gladi.click("home.edit")
        gladi.wait_screen("editor")
        self.shot("editor-demo", 1.5)
        gladi.click("editor.tab.rundown")
        self.shot("editor-rundown")
        gladi.click("editor.tab.products")
        self.help_of(gladi, "editor")
        gladi.click("editor.catalogues")
        gladi.wait_screen("editor.catalogues")
        self.shot("editor-catalogues")
        gladi.click("editor.catalogues.new")
        gladi.wait_screen("editor.new")
        gladi.type("Toko Kelas")
        self.shot("editor-new")
        gladi.click("editor.new.create")
        gladi.wait_note("editor.products", "1")
        self.shot("editor-fresh")
        gladi.click("editor.csv.in")
        gladi.wait_screen("files")
        gladi.click("files.place.Documents")
        gladi.wait_widget("files.entry.harga.csv")
        self.shot("files")
        self.help_of(gladi, "files")
        gladi.click("files.entry.harga.csv")
        gladi.wait_screen("editor.report")
        self.shot("editor-report")
        gladi.click("editor.report.close")
        gladi.wait_note("editor.products", "3")
        self.shot("editor-own", 1.5)
        gladi.click("editor.photo.camera")
        gladi.wait_screen("editor.camera")
        self.shot("editor-camera", 2.5)
        gladi.key("Escape")
        gladi.wait_screen("editor")
        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        self.shot("home-own")

    def look_at_rehearsal(self, gladi):
        gladi.click("home.audience.busy")
        gladi.key("F9")
        gladi.wait_screen("home.name")
        gladi.click("home.name.review")
        self.shot("consent")
        gladi.click("home.name.save")
        gladi.wait_note("studio.phase", "countdown")
        self.shot("studio-countdown", 0.3)
        gladi.wait_note("studio.phase", "recording")
        self.shot("studio-opening")
        gladi.key("Right", "space", "f")
        self.shot("studio-product", 2.5)
        gladi.wait_until("questions", lambda seen: int(seen["notes"].get("studio.waiting", "0")) > 0, seconds=90)
        gladi.key("p")
        self.shot("studio-busy")
        gladi.key("o")
        gladi.wait_widget("studio.show.card")
        self.shot("studio-switches")
        gladi.key("o")
        gladi.key("F1")
        gladi.wait_note("app.help", "open")
        self.shot("studio-help")
        gladi.key("F1")
        for light in ("white", "warm"):
            gladi.key("F3")
            gladi.wait_note("studio.light", f"{light} 5")
            self.shot(f"studio-light-{light}")
        gladi.key("F3", "l")
        self.shot("studio-over-product")
        gladi.key("l")
        self.shot("studio-close-up")
        gladi.wait_until("a cue", lambda seen: seen["notes"].get("studio.cue", "none") not in ("", "none"), seconds=120)
        self.shot("studio-cue", 0.2)
        gladi.key("F9")
        gladi.wait_screen("feedback", seconds=120)

    def look_at_review(self, gladi):
        gladi.wait_note("feedback.state", "rating")
        self.shot("feedback-question")
        gladi.key("2")
        gladi.click("feedback.save")
        gladi.wait_note("feedback.state", "results")
        self.shot("feedback")
        self.watch(gladi)
        self.shot("review", 1.5)
        gladi.key("c")
        gladi.type("Salam hangat, sebut harga lebih awal")
        gladi.key("Return")
        gladi.wait_note("review.comments", "1")
        self.shot("review-comment")
        self.help_of(gladi, "review")
        gladi.key("s")
        gladi.wait_screen("share")
        gladi.wait_widget("share.place")
        self.shot("share")
        self.help_of(gladi, "share")
        gladi.click("share.kind.sheet")
        gladi.click("share.save")
        gladi.wait_note("share.job", "done", 60)
        self.shot("shared")
        gladi.key("Return")
        gladi.wait_screen("review")
        gladi.key("Escape")
        gladi.wait_screen("library")
        self.shot("library", 1.5)
        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")

    def test_walk(self):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", self.language, first_start=True)
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        self.look_at_home(gladi)
        self.look_at_people(gladi)
        self.look_at_editor(gladi)
        self.look_at_rehearsal(gladi)
        self.look_at_review(gladi)
        self.assertEqual(gladi.close(), 0)


def load_tests(_loader, _tests, _pattern):
    """The walk in each size and language."""
    suite = unittest.TestSuite()
    for size, scale in (((1366, 768), None), ((1024, 768), None), ((1920, 1080), 1.5)):
        for language in ("id", "en"):
            name = f"Walk{size[0]}x{size[1]}{language}"
            suite.addTest(type(name, (EveryScreen,), {"size": size, "scale": scale, "language": language})("test_walk"))
    return suite


if __name__ == "__main__":
    unittest.main(verbosity=2)
