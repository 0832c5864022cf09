"""A catalogue made from a spreadsheet, and a class made from a pasted list, as a trainer does it."""

import json
import subprocess
import unittest

from window_test import WindowTest

TABLE = ("\ufeffNama Produk;Harga;Stok;Catatan\r\n"
         "Keripik Tempe;15.000;20;\"renyah;\r\ngurih\"\r\n"
         "Keripik Singkong;12rb;15;\r\n"
         ";5000;1;\r\n"
         "Keripik Pisang;murah;1;\r\n"
         "Paket Lima;Rp 65.000;10;\r\n")


class Editor(WindowTest):
    language = "id"

    def begin(self):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", self.language)
        gladi.wait_screen("home")
        return gladi

    def shot(self, name):
        self.screenshot(f"{self.language}-{name}")

    def test_a_catalogue_from_a_table(self):
        downloads = self.home / "Documents"
        downloads.mkdir(parents=True)
        (downloads / "harga.csv").write_text(TABLE, encoding="utf-8")
        gladi = self.begin()
        gladi.click("home.edit")
        gladi.wait_note("editor.products", "5")
        gladi.wait_note("editor.card", "drawn")
        self.sleep(1)
        self.shot("editor")
        gladi.click("editor.tab.rundown")
        self.sleep(1)
        self.shot("editor-rundown")

        gladi.click("editor.catalogues")
        gladi.wait_screen("editor.catalogues")
        self.sleep(0.5)
        self.shot("editor-catalogues")
        gladi.click("editor.catalogues.new")
        gladi.wait_screen("editor.new")
        gladi.type("Toko Siti")
        gladi.key("Return")
        gladi.wait_note("editor.products", "1")

        gladi.click("editor.csv.in")
        gladi.wait_screen("files")
        gladi.click("files.place.Documents")
        gladi.wait_widget("files.entry.harga.csv")
        self.shot("editor-files")
        gladi.click("files.entry.harga.csv")
        gladi.wait_screen("editor.report")
        gladi.wait_note("editor.report", "3+0-2")
        self.sleep(0.5)
        self.shot("editor-report")
        gladi.key("Escape")
        gladi.wait_note("editor.products", "3")

        # A price as people write it, undone and done again.
        folder = gladi.library / "catalogues" / "toko-siti"
        read = lambda: (folder / "catalogue.toml").read_text()
        gladi.wait_note("editor.saved", "yes")
        self.assertIn("price = 15000", read())
        gladi.click("editor.price")
        gladi.key("ctrl+a")
        gladi.type("17,5rb")
        gladi.wait_until("the new price on the disk", lambda _: "price = 17500" in read())
        gladi.click("editor.undo")
        gladi.wait_until("the old price on the disk", lambda _: "price = 15000" in read())
        gladi.click("editor.redo")
        gladi.wait_until("the new price again", lambda _: "price = 17500" in read())

        gladi.click("editor.photo.camera")
        gladi.wait_widget("editor.camera.shoot")
        self.sleep(1)
        self.shot("editor-camera")
        gladi.click("editor.camera.shoot")
        gladi.wait_until("the photo", lambda _: 'photo = "keripik-tempe.jpg"' in read())
        probe = subprocess.run(["identify", "-format", "%wx%h", str(folder / "keripik-tempe.jpg")], capture_output=True,
                               text=True, check=True)
        self.assertEqual(probe.stdout, "720x720")
        self.sleep(1)
        self.shot("editor-own")

        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.wait_widget("home.catalogue.toko-siti")
        self.sleep(1)
        self.shot("home-own-catalogue")
        self.assertEqual(gladi.close(), 0)

    def test_a_class_from_a_pasted_list(self):
        gladi = self.begin()
        gladi.click("home.people")
        gladi.wait_screen("people")
        gladi.click("people.new_group")
        gladi.wait_screen("people.new_group")
        gladi.type("UMKM Malang")
        gladi.key("Return")
        gladi.wait_widget("people.remove_group")
        gladi.click("people.paste")
        gladi.wait_screen("people.paste")
        names = "".join(f"{i}. Peserta Kelas {i:02}  \n" for i in range(1, 41)) + "Peserta Kelas 07\n"
        self.desktop.clipboard(names)
        gladi.key("ctrl+v")
        gladi.wait_note("people.paste.new", "40")
        self.sleep(0.5)
        self.shot("people-paste")
        gladi.click("people.paste.add")
        gladi.wait_note("people.count", "40")
        self.sleep(1)
        self.shot("people")
        people = [json.loads(file.read_text()) for file in (gladi.library / "people").glob("*.json")]
        self.assertEqual(sorted(one["name"] for one in people)[6], "Peserta Kelas 07")
        group = json.loads(next((gladi.library / "groups").glob("*.json")).read_text())
        self.assertEqual(len(group["members"]), 40)
        gladi.key("Escape")
        gladi.wait_screen("home")
        self.sleep(1)
        self.shot("home-class")
        # Who came with a list is asked for her consent before her first take.
        gladi.wait_note("home.camera", "live")
        gladi.click("home.start")
        gladi.wait_screen("home.name")
        self.sleep(0.5)
        self.shot("home-consent")
        gladi.click("home.name.review")
        gladi.click("home.name.save")
        gladi.wait_screen("studio")
        self.assertEqual(gladi.close(), 0)


class SmallEnglishEditor(Editor):
    size = (1024, 768)
    language = "en"


if __name__ == "__main__":
    unittest.main(verbosity=2)
