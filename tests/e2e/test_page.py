"""The page that is shared, opened in Chromium from a disk: on a phone and on a desktop."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import made_take
from browser import Browser

BINARY = Path(os.environ.get("GLADI_BINARY", "build/test/gladi")).resolve()
SECONDS = 20
HOSTILE = "<script>window.hacked=1</script><img src=http://127.0.0.1/x onerror=window.hacked=1> Siti \"A\" & 'B' 🌺 مرحبا"
REVIEWER = "11111111-2222-4333-8444-555566667777"
COMMENTS = [(10, HOSTILE), (15, "Bagus. " * 80), (18, "x" * 300)]


def review():
    return {"schema_version": 1, "reviewer": {"id": REVIEWER, "name": "Bu <b>Sri</b>"}, "rubric": "r", "finished": True,
            "comments": [{"id": f"22222222-3333-4444-8555-{n:012}", "at_ns": at * made_take.SECOND, "text": text,
                          "written_at": "2026-11-21T03:30:00.000Z"} for n, (at, text) in enumerate(COMMENTS)],
            "scores": [{"id": "price", "name": {"indonesian": "Harga", "english": ""}, "level": 2, "levels": 5,
                        "words": {"indonesian": "Harga disebut sekali", "english": ""}, "at_ns": 12 * made_take.SECOND}]}


class PageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="gladi-page-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        take = made_take.make_take(cls.folder / "library", SECONDS, rated=True)
        session = json.loads((take / "session.json").read_text())
        session["person"]["name"] = HOSTILE
        (take / "session.json").write_text(json.dumps(session))
        (take / "reviews").mkdir()
        (take / "reviews" / f"{REVIEWER}.json").write_text(json.dumps(review()))
        cls.page = cls.folder / "halaman ü.html"
        subprocess.run([str(BINARY), "export", str(take), "-o", str(cls.page), "--library", str(cls.folder / "library")],
                       check=True, capture_output=True, env=dict(os.environ, LANG="id_ID.UTF-8", HOME=str(cls.folder)))
        shutil.rmtree(cls.folder / "library")  # the page has all that it needs inside

    def look_at(self, width, height, phone):
        browser = Browser()
        self.addCleanup(browser.close)
        browser.size(width, height, phone)
        browser.open(self.page)
        browser.wait("document.querySelector('video').readyState >= 2")
        self.assertEqual(browser.value("[document.querySelector('video').videoWidth > 0, isNaN(document.querySelector('video').duration)]"),
                         [True, False])
        self.assertLessEqual(browser.value("document.documentElement.scrollWidth"), width, "nothing sticks out at the side")
        browser.screenshot(f"page-{width}x{height}")
        browser.screenshot(f"page-whole-{width}x{height}", whole=True)

        # Nothing of a stranger's is run, and all of it is read.
        self.assertIsNone(browser.value("window.hacked"))
        self.assertTrue(browser.value("document.title").startswith(HOSTILE))
        self.assertEqual(browser.value("document.images.length"), 0)
        self.assertIn(HOSTILE, browser.value("document.querySelector('.comments').innerText"))

        # It plays, and a comment's moment is a click away: three seconds before it.
        browser.click("video")
        browser.value("document.querySelector('video').play()")
        browser.wait("document.querySelector('video').currentTime > 0.3")
        browser.click(".comments button.at")
        browser.wait("!document.querySelector('video').seeking && document.querySelector('video').currentTime >= 7", 10)
        self.assertLess(browser.value("document.querySelector('video').currentTime"), 12)
        browser.wait("!document.querySelector('video').paused")
        # It scrolls there, softly.
        browser.wait("(() => { const r = document.querySelector('video').getBoundingClientRect();"
                     "return r.bottom > 100 && r.top < innerHeight - 100 })()", 10)
        browser.screenshot(f"page-playing-{width}x{height}")
        for address in browser.requested():
            self.assertRegex(address, "^(file:///.*halaman|data:|about:)", "it needs no network and no other file")

    def test_on_a_phone(self):
        self.look_at(390, 844, True)

    def test_on_a_desktop(self):
        self.look_at(1366, 768, False)


if __name__ == "__main__":
    unittest.main(verbosity=2)
