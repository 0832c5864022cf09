"""A recording leaves as a sheet for printing and as a bundle; another library takes the bundle in, and a phone's video with it."""

import json
import os
import shutil
import subprocess
import unittest

import made_take
from window_test import WindowTest, probe

SECONDS = 6


class ShareTest(WindowTest):
    def setUp(self):
        super().setUp()
        self.documents = self.home / "Documents"
        self.documents.mkdir()
        self.library = self.home / "library"
        made_take.make_take(self.library, SECONDS, rated=True)
        settings = self.home / ".config/gladi/settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(f'tour_seen = true\nlast_person = "{made_take.PERSON}"\n')

    def open_library(self, library):
        gladi = self.start("--library", str(library), "--camera", "demo", "--mic", "none", "--lang", "id")
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        return gladi

    def save(self, gladi, kind):
        """Saves in the documents; gives the file."""
        before = set(self.documents.iterdir())
        gladi.wait_screen("share")
        gladi.wait_widget("share.place")
        gladi.click(f"share.kind.{kind}")
        self.screenshot(f"share-{kind}")
        gladi.click("share.save")
        gladi.wait_note("share.job", "done", 60)
        self.screenshot(f"shared-{kind}")
        gladi.key("Return")
        gladi.wait_until("the sheet to close", lambda seen: not seen["screen"].startswith("share"))
        [file] = set(self.documents.iterdir()) - before
        return file

    def test_a_take_is_shared_and_taken_in(self):
        gladi = self.open_library(self.library)
        gladi.click("library.take." + made_take.TAKE)
        gladi.wait_note("review.state", "paused")
        gladi.key("s")
        sheet = self.save(gladi, "sheet")
        self.assertRegex(sheet.name, r"^siti-aminah-2026-11-21-\d\d-30-lembar\.pdf$")
        text = subprocess.run(["pdftotext", str(sheet), "-"], check=True, capture_output=True, text=True).stdout
        self.assertIn("Siti Aminah", text)
        self.assertIn("Pembukaan", text)
        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.click("library.share")
        bundle = self.save(gladi, "bundle")
        self.assertEqual(bundle.suffix, ".gladi")
        self.assertEqual(gladi.close(), 0)

        # Another library, of the same person and nothing else: the bundle, then a video.
        other = self.home / "other"
        (other / "people").mkdir(parents=True)
        shutil.copy(self.library / "people" / f"{made_take.PERSON}.json", other / "people")
        video = self.documents / "VID_0001.mp4"
        made_take.make_media(video, 3)
        original = video.read_bytes()
        gladi = self.open_library(other)
        for file in (bundle, video):
            gladi.click("library.take_in")
            gladi.wait_screen("files")
            gladi.wait_widget("files.place.Documents")
            gladi.click("files.place.Documents")
            gladi.wait_widget("files.entry." + file.name)
            self.screenshot("take-in")
            gladi.click("files.entry." + file.name)
            if file == video:
                gladi.wait_screen("share.video")
                self.screenshot("take-in-video")
                gladi.click("share.video.go")
            gladi.wait_note("share.job", "done", 60)
            self.screenshot("taken-in-" + file.suffix[1:])
            gladi.key("Return")
            gladi.wait_screen("library")
        sessions = {json.loads((folder / "session.json").read_text()).get("imported_from", ""): folder
                    for folder in (other / "sessions").iterdir()}
        self.assertEqual(set(sessions), {"", "VID_0001.mp4"})
        taken = probe(sessions["VID_0001.mp4"] / "take.mp4")
        self.assertAlmostEqual(float(taken["format"]["duration"]), 3, delta=0.2)
        self.assertEqual(video.read_bytes(), original, "the video itself stays as it is")
        gladi.wait_widget("library.take." + sessions["VID_0001.mp4"].name)
        gladi.wait_widget("library.take." + made_take.TAKE)
        self.screenshot("library-taken-in")
        self.assertEqual(gladi.close(), 0)

    def test_a_person_of_the_same_name_is_asked_about_once(self):
        bundle = self.documents / "kelas.gladi"
        subprocess.run([os.environ.get("GLADI_BINARY", "build/test/gladi"), "export", made_take.TAKE, "-o", str(bundle), "--library",
                        str(self.library)], check=True)
        other, own = self.home / "other", "99999999-2222-4333-8444-555566667777"
        (other / "people").mkdir(parents=True)
        person = json.loads((self.library / "people" / f"{made_take.PERSON}.json").read_text())
        (other / "people" / f"{own}.json").write_text(json.dumps(dict(person, id=own)))
        gladi = self.open_library(other)
        gladi.click("library.take_in")
        gladi.wait_screen("files")
        gladi.wait_widget("files.place.Documents")
        gladi.click("files.place.Documents")
        gladi.wait_widget("files.entry." + bundle.name)
        gladi.click("files.entry." + bundle.name)
        gladi.wait_note("share.same", person["name"])
        gladi.wait_widget("share.same.yes")
        gladi.wait_screen("share.same")
        self.sleep(0.5)
        self.screenshot("same-person")
        self.assertFalse(any((other / "sessions").glob("2*")), "nothing has come in yet")
        gladi.click("share.same.yes")
        gladi.wait_note("share.job", "done", 60)
        self.screenshot("same-person-taken-in")
        gladi.key("Return")
        gladi.wait_widget("library.take." + made_take.TAKE)
        self.assertEqual(gladi.close(), 0)
        session = json.loads((other / "sessions" / made_take.TAKE / "session.json").read_text())
        self.assertEqual(session["person"]["id"], own)
        self.assertEqual(json.loads((other / "people" / f"{own}.json").read_text())["also_ids"], [made_take.PERSON])
        self.assertEqual(len(list((other / "people").glob("*.json"))), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
