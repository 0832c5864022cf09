"""The list of recordings with the keyboard: searched, renamed, thrown away, taken back, deleted for good after a question; and
a person who takes everything back."""

import json
import unittest
import uuid

from made_take import PERSON, TAKE, make_take
from window_test import WindowTest

OTHER = "0a7c6e1e-1111-4222-8333-944455557777"


class LibraryTest(WindowTest):
    def make_takes(self):
        """One with a film, twelve of hers without one, and one of somebody else's."""
        folder = make_take(self.home / "Gladi", seconds=4)
        session = json.loads((folder / "session.json").read_text())
        session["parts"] = []
        for i in range(13):
            mine = i < 12
            session.update(id=str(uuid.uuid4()), started_at=f"2026-10-{i + 1:02d}T02:30:00.000Z", title=f"Latihan {i + 1}",
                           state="recovered" if i == 3 else "ready",
                           person={"id": PERSON if mine else OTHER, "name": "Siti Aminah" if mine else "Budi"})
            take = folder.parent / f"2026-10-{i + 1:02d}T09-30-00-{'siti' if mine else 'budi'}"
            take.mkdir()
            (take / "session.json").write_text(json.dumps(session))
        reviews = folder / "reviews"
        reviews.mkdir()
        (reviews / f"{OTHER}.json").write_text(json.dumps({
            "schema_version": 1, "reviewer": {"id": OTHER, "name": "Bu Sri"}, "finished": True,
            "comments": [{"id": str(uuid.uuid4()), "at_ns": 2_000_000_000, "text": "Sapaan hangat", "written_at": "2026-11-22T02:30:00.000Z"}]}))
        with open(folder / "journal.jsonl", "a") as journal:  # she has rated herself: reviews may be found
            journal.write(json.dumps({"at_ns": 4_000_000_000, "type": "self_rated", "level": 2, "wish": ""}) + "\n")
        return folder

    def search(self, gladi, words, found):
        gladi.key("ctrl+f")
        gladi.key("ctrl+a")
        gladi.type(words)
        gladi.wait_note("library.found", found)

    def test_the_list_is_searched_and_a_take_thrown_away_and_taken_back(self):
        folder = self.make_takes()
        gladi = self.start("--camera", "demo", "--lang", "id")
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.wait_note("library.found", "13")
        gladi.wait_until("the picture of the take with a film", lambda _: (folder / "cache/thumbnail.jpg").exists())
        self.screenshot("library")
        self.search(gladi, "budi", "0")  # takes of others are never found
        self.search(gladi, "sapaan hangat", "1")
        gladi.click(f"library.take.{TAKE}")  # found by a comment: it opens where that was said
        gladi.wait_until("the comment's moment", lambda seen: int(seen["notes"].get("review.position_ms", 0)) >= 2000)
        gladi.key("Escape")
        gladi.wait_note("library.found", "13")

        gladi.click(f"library.more.{TAKE}")
        gladi.wait_screen("library.menu")
        self.screenshot("library-menu")
        gladi.key("F2")
        gladi.wait_screen("library.title")
        gladi.key("ctrl+a")
        gladi.type("Percobaan kedua")
        gladi.key("Return")
        gladi.wait_until("the new name", lambda _: json.loads((folder / "session.json").read_text())["title"] == "Percobaan kedua")
        self.search(gladi, "percobaan", "1")

        gladi.click(f"library.more.{TAKE}")
        gladi.wait_screen("library.menu")
        gladi.key("Delete")
        gladi.wait_note("library.in_trash", "1")
        gladi.wait_widget("library.undo")
        self.screenshot("library-undo")
        self.assertFalse(folder.exists())
        gladi.key("ctrl+z")
        gladi.wait_note("library.in_trash", "0")
        gladi.wait_note("library.found", "1")
        self.assertTrue((folder / "take.mp4").exists())

        gladi.click(f"library.more.{TAKE}")
        gladi.wait_screen("library.menu")
        gladi.key("Delete")
        gladi.wait_note("library.in_trash", "1")
        gladi.click("library.trash")
        gladi.wait_screen("library.trash")
        self.screenshot("library-trash")
        gladi.click("library.trash.empty")
        gladi.wait_screen("library.delete")
        gladi.wait_widget("library.delete.yes")
        self.sleep(0.5)
        self.screenshot("library-delete")
        gladi.click("library.delete.yes")
        gladi.wait_note("library.in_trash", "0")
        self.assertEqual(list((folder.parent / ".trash").iterdir()), [])
        self.take_everything_back(gladi)
        self.assertEqual(gladi.close(), 0)

    def take_everything_back(self, gladi):
        """All that is left of her goes in one action; what is somebody else's stays."""
        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.click("home.people")
        gladi.wait_screen("people")
        gladi.click("people.person.Siti Aminah")
        gladi.click("people.withdraw")
        gladi.wait_note("people.withdraw", "listed")
        self.screenshot("withdrawal")
        gladi.click("people.withdraw.yes")
        gladi.wait_note("people.withdraw", "done")
        proof = gladi.library / "withdrawals" / f"{PERSON}.txt"
        gladi.wait_until("the proof", lambda _: proof.exists())
        self.screenshot("withdrawal-proof")
        self.assertNotIn("Siti", proof.read_text())
        self.assertEqual([take.name for take in self.sessions(gladi)], ["2026-10-13T09-30-00-budi"])
        self.assertEqual(list((gladi.library / "people").glob("*.json")), [])


class OnASmallScreen(LibraryTest):
    size = (1024, 768)


if __name__ == "__main__":
    unittest.main(verbosity=2)
