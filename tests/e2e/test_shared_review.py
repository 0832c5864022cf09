"""From one trainer to another and back, without a window: a take goes as a bundle to a second library, its review comes back and is
merged, and what is shared of both opens in other people's programs."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import made_take
from browser import Browser
from window_test import probe

BINARY = Path(os.environ.get("GLADI_BINARY", "build/test/gladi")).resolve()
SECONDS = 12
SRI, BUDI = "11111111-2222-4333-8444-555566667777", "11111111-2222-4333-8444-555566668888"
VOICE = "33333333-2222-4333-8444-555566667777.m4a"


def comment(number, at, text="", **more):
    return {"id": f"22222222-3333-4444-8555-{number:012}", "at_ns": int(at * made_take.SECOND), "text": text,
            "written_at": "2026-11-21T03:30:00.000Z", **more}


def add_review(take, reviewer, name, level, comments):
    """As the window writes it when a trainer hands in her review."""
    (take / "reviews").mkdir(exist_ok=True)
    file = take / "reviews" / f"{reviewer}.json"
    file.write_text(json.dumps({
        "schema_version": 1, "reviewer": {"id": reviewer, "name": name}, "rubric": "live-selling", "finished": True,
        "comments": comments, "scores": [{"id": "demo", "name": {"indonesian": "Peragaan", "english": ""}, "level": level, "levels": 5,
                                          "words": {"indonesian": "Terlihat sekilas", "english": ""}, "at_ns": None}]}))
    return file


class SharedReview(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="gladi-shared-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.a, self.b = self.folder / "a", self.folder / "b"

    def gladi(self, *words):
        ran = subprocess.run([str(BINARY), *map(str, words), "--lang", "id"], capture_output=True, text=True,
                             env=dict(os.environ, HOME=str(self.folder)))
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return ran

    def export(self, library, take, name, *more):
        file = self.folder / name
        self.gladi("export", take, "-o", file, "--library", library, *more)
        return file

    def test_two_trainers_on_two_libraries(self):
        take = made_take.make_take(self.a, SECONDS, rated=True)
        sris = add_review(take, SRI, "Bu Sri", 2, [comment(1, 3, "Kain lebih dekat")])
        bundle = self.export(self.a, take, "kelas.gladi")
        self.gladi("import", bundle, "--library", self.b)
        there = self.b / "sessions" / take.name
        self.assertEqual((there / "take.mp4").read_bytes(), (take / "take.mp4").read_bytes())

        # The second trainer draws and speaks, and adds nothing to what the first one wrote.
        subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=duration=2", "-ac", "1", "-c:a", "aac",
                        str(there / "reviews" / VOICE)], check=True)
        arrow = [{"shape": "arrow", "points": [[0.2, 0.2], [0.6, 0.4]]}]
        add_review(there, BUDI, "Pak Budi", 3, [comment(2, 6, drawing=arrow),
                                                comment(3, 9, voice={"file": VOICE, "length_ns": 2 * made_take.SECOND})])
        reviews = self.export(self.b, there, "ulasan.gladi", "--reviews")
        self.assertLess(reviews.stat().st_size, 1_000_000)

        # Meanwhile the first one has gone on.
        words = json.loads(sris.read_text())
        words["comments"].append(comment(4, 11, "Bagus"))
        sris.write_text(json.dumps(words))
        before = sris.read_bytes()
        for _ in range(2):  # a second time it changes nothing
            self.gladi("import", reviews, "--library", self.a)
            self.assertEqual(sris.read_bytes(), before, "nothing is overwritten")
            merged = json.loads((take / "reviews" / f"{BUDI}.json").read_text())
            self.assertEqual([one["id"][-1] for one in merged["comments"]], ["2", "3"])
            self.assertEqual((take / "reviews" / VOICE).read_bytes(), (there / "reviews" / VOICE).read_bytes())
        self.assertEqual(len(list((self.a / "sessions").glob("2*"))), 1, "the same take twice is one")

        self.look_at_page(self.export(self.a, take, "halaman.html"))
        sheet = str(self.export(self.a, take, "lembar.pdf"))
        text = subprocess.run(["pdftotext", "-layout", sheet, "-"], check=True, capture_output=True, text=True).stdout
        for words in ("Dari Bu Sri", "Kain lebih dekat", "Bagus", "Dari Pak Budi", "Dengan catatan suara, 00:02"):
            self.assertIn(words, text)
        pictures = subprocess.run(["pdfimages", "-list", sheet], check=True, capture_output=True, text=True).stdout
        self.assertEqual(len(pictures.splitlines()) - 2, 2, "of the take, and the one that was drawn on")
        clip = probe(self.export(self.a, take, "klip.mp4", "--from", "00:00:03", "--to", "00:00:07"))
        self.assertAlmostEqual(float(clip["format"]["duration"]), 4, delta=0.1)
        self.assertEqual({stream["codec_name"] for stream in clip["streams"]}, {"h264", "aac"})
        self.assertIn("Siti Aminah", self.export(self.a, take, "tabel.csv").read_text())

    def test_one_person_with_two_numbers(self):
        take = made_take.make_take(self.a, SECONDS)
        bundle = self.export(self.a, take, "kelas.gladi")
        person = json.loads((self.a / "people" / f"{made_take.PERSON}.json").read_text())
        for library, words, number in ((self.b, ["--same-person"], BUDI), (self.folder / "c", ["--other-person"], made_take.PERSON),
                                       (self.folder / "d", [], made_take.PERSON)):
            (library / "people").mkdir(parents=True)
            (library / "people" / f"{BUDI}.json").write_text(json.dumps(dict(person, id=BUDI)))
            ran = self.gladi("import", bundle, "--library", library, *words)
            session = json.loads((library / "sessions" / take.name / "session.json").read_text())
            self.assertEqual(session["person"]["id"], number)
            self.assertEqual("--same-person" in ran.stderr, not words, "told where nobody said")

    def look_at_page(self, page):
        browser = Browser()
        self.addCleanup(browser.close)
        browser.size(360, 740, True)
        browser.open(page)
        browser.wait("document.querySelector('video').readyState >= 2")
        self.assertLessEqual(browser.value("document.documentElement.scrollWidth"), 360)
        words = browser.value("document.body.innerText")
        for name in ("Dari Bu Sri", "Dari Pak Budi", "Kain lebih dekat", "Dengan coretan"):
            self.assertIn(name, words)
        # A name of a product is read as a word, on the narrowest phone too.
        self.assertLess(browser.value("[...document.querySelectorAll('th')].find(t => t.innerText == 'Kain Jati').offsetHeight"), 40)
        # The arrow lies on the picture at its moment; the voice can be heard.
        browser.value("document.querySelector('video').currentTime = 6.5")
        browser.wait("document.querySelector('.drawing.on') !== null")
        browser.value("document.querySelector('video').currentTime = 1")
        browser.wait("document.querySelector('.drawing.on') === null")
        browser.click("h1")  # nothing sounds before somebody has touched the page
        browser.value("(() => { const a = document.querySelector('audio'); a.muted = true; return a.play() })()")
        browser.wait("document.querySelector('audio').currentTime > 0.3")
        self.assertAlmostEqual(browser.value("document.querySelector('audio').duration"), 2, delta=0.2)
        browser.screenshot("shared-page-360x740", whole=True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
