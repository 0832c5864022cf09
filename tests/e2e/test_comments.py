"""Comments as a reviewer makes them: typed, by a key, drawn, spoken; changed, deleted, undone. And during a rehearsal."""

import json
import tempfile
import unittest
from pathlib import Path

from made_take import PERSON, TAKE, make_media, make_take
from window_test import WindowTest, probe


class Comments(WindowTest):
    @classmethod
    def setUpClass(cls):
        """The same film for all: making one takes as long as half a test."""
        folder = tempfile.TemporaryDirectory(prefix="gladi-comments-")
        cls.addClassCleanup(folder.cleanup)
        cls.media = Path(folder.name) / "take.mp4"
        make_media(cls.media, 20)

    def open_take(self, *arguments):
        self.take = make_take(self.home / "Gladi", 20, media=self.media)
        gladi = self.start("--camera", "demo", "--mic", "test", "--lang", "id", *arguments)
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_screen("review")
        gladi.wait_note("review.state", "paused")
        return gladi

    def written(self):
        """Without the time of their last change: what is taken back is a change as well."""
        comments = [{key: value for key, value in comment.items() if key != "changed_at"} for comment in self.comments(self.take)]
        return sorted(comments, key=lambda comment: comment["at_ns"])

    def wait_written(self, gladi, what, condition):
        gladi.wait_until(what, lambda _: condition(self.written()))
        return self.written()

    def go_to(self, gladi, share, at_ms):
        gladi.click("review.timeline", across=share, down=0.2)
        gladi.wait_until(f"{at_ms} ms", lambda seen: abs(int(seen["notes"]["review.position_ms"]) - at_ms) < 200)

    def drag(self, gladi, name, *points):
        """From point to point of a widget, as shares of it, with the button held."""
        for number, (across, down) in enumerate(points):
            self.desktop.xdotool("mousemove", *gladi.point_of(name, across, down))
            self.sleep(0.1)
            if number == 0:
                self.desktop.xdotool("mousedown", 1)
                self.sleep(0.1)
        self.desktop.xdotool("mouseup", 1)
        self.sleep(0.1)

    def test_by_key_changed_deleted_and_undone(self):
        gladi = self.open_take()
        self.go_to(gladi, 0.25, 5000)
        gladi.key("1")
        [hook] = self.wait_written(gladi, "a comment by key", lambda written: len(written) == 1)
        self.assertEqual(hook["text"], "Kail")
        self.assertLess(abs(hook["at_ns"] / 1e6 - 5000), 250)

        # In other words.
        gladi.wait_note("review.undo", "can")
        gladi.key("e")
        gladi.wait_until("the field to have it", lambda seen: seen["widgets"]["review.send"]["enabled"])
        gladi.key("End")
        gladi.type(" bagus")
        gladi.key("Return")
        [changed] = self.wait_written(gladi, "the new words", lambda written: written[0]["text"] == "Kail bagus")
        self.assertEqual(changed["id"], hook["id"])

        # Deleted, and taken back: first the deletion, then the change; and both once more.
        gladi.wait_note("review.undo", "can")
        gladi.key("Delete")
        self.wait_written(gladi, "it to be gone", lambda written: not written)
        gladi.wait_note("review.undo", "can")
        gladi.click("review.undo")
        self.wait_written(gladi, "it to be back", lambda written: written == [changed])
        gladi.wait_note("review.undo", "can")
        gladi.key("ctrl+z")
        self.wait_written(gladi, "the old words", lambda written: written == [hook])
        gladi.wait_widget("review.undo")
        gladi.key("ctrl+y")
        self.wait_written(gladi, "the new words again", lambda written: written == [changed])

        # One's own words, kept for the next time.
        gladi.key("w")
        gladi.wait_screen("review.words")
        gladi.click("review.words.2")
        gladi.type("Dekatkan kainnya")
        gladi.click("review.words.save")
        gladi.wait_screen("review")
        gladi.key("2")
        self.wait_written(gladi, "that word", lambda written: "Dekatkan kainnya" in [one["text"] for one in written])
        gladi.close()
        settings = (self.home / ".config/gladi/settings.toml").read_text()
        self.assertIn("Dekatkan kainnya", settings)

    def test_drawn_and_spoken(self):
        gladi = self.open_take()
        self.go_to(gladi, 0.5, 10000)
        gladi.key("space")
        gladi.wait_note("review.state", "playing")
        gladi.key("d")
        gladi.wait_note("review.state", "paused")
        self.drag(gladi, "review.canvas", (0.2, 0.2), (0.4, 0.3), (0.6, 0.4))
        gladi.wait_note("review.strokes", "1")
        gladi.key("q")
        self.drag(gladi, "review.canvas", (0.5, 0.5), (0.6, 0.6), (0.8, 0.7))
        gladi.wait_note("review.strokes", "2")
        gladi.key("ctrl+z")
        gladi.wait_note("review.strokes", "1")
        self.screenshot("drawing")
        gladi.key("c")
        gladi.type("Lihat tangannya")
        gladi.key("Return")
        [drawn] = self.wait_written(gladi, "the drawing", lambda written: len(written) == 1)
        [arrow] = drawn["drawing"]
        self.assertEqual(arrow["shape"], "arrow")
        for point, wanted in zip(arrow["points"], [[0.2, 0.2], [0.6, 0.4]]):
            for value, aim in zip(point, wanted):
                self.assertAlmostEqual(value, aim, delta=0.03)
        gladi.wait_note("review.state", "playing")
        gladi.key("space")
        gladi.wait_note("review.state", "paused")
        gladi.click(f"review.comment.{drawn['id']}")
        gladi.wait_note("review.drawings", "1")
        self.screenshot("drawing-shown")

        # Escape leaves the pen, not the screen.
        gladi.key("d")
        gladi.wait_note("review.drawings", "0")
        gladi.key("Escape")
        gladi.wait_note("review.drawings", "1")

        # The reviewer's voice.
        gladi.key("r")
        gladi.wait_screen("review.voice")
        gladi.wait_until("two seconds", lambda seen: int(seen["notes"].get("review.voice.length_ms", "0")) > 2000)
        self.screenshot("voice")
        gladi.key("Return")
        gladi.wait_note("review.voice", "ready")
        gladi.key("v")
        gladi.wait_note("review.voice.heard", "yes")
        gladi.wait_note("review.voice.heard", "no")
        gladi.key("Return")
        gladi.wait_screen("review")
        spoken = self.wait_written(gladi, "the voice note", lambda written: len(written) == 2)
        [voice] = [comment["voice"] for comment in spoken if comment["voice"]]
        file = self.take / "reviews" / voice["file"]
        self.assertAlmostEqual(float(probe(file)["format"]["duration"]), voice["length_ns"] / 1e9, delta=0.2)
        [spoken] = [comment for comment in spoken if comment["voice"]]
        gladi.click(f"review.voice.{spoken['id']}")
        gladi.wait_note("review.hearing", spoken["id"])
        gladi.wait_note("review.hearing", "nothing")
        self.screenshot("comments")

        # A deleted comment's voice goes when nobody can take the deletion back any more.
        gladi.click(f"review.delete.{spoken['id']}")
        self.wait_written(gladi, "it to be gone", lambda written: len(written) == 1)
        self.assertTrue(file.exists())
        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.wait_until("its voice to be gone", lambda _: not file.exists())

    def test_what_is_begun_is_there_again(self):
        gladi = self.open_take()
        self.go_to(gladi, 0.25, 5000)
        gladi.key("c")
        gladi.type("Harganya jel")
        gladi.key("Escape")  # leaves the field …
        gladi.wait_note("review.draft", "12")
        gladi.key("Escape")  # … and the take
        gladi.wait_screen("library")
        self.screenshot("draft-kept")
        self.assertEqual(self.written(), [])
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_note("review.draft", "12")
        gladi.wait_widget("review.draft_moment")
        self.sleep(0.5)
        self.screenshot("draft-again")
        gladi.key("c")
        gladi.key("End")
        gladi.type("as")
        gladi.key("Return")
        [sent] = self.wait_written(gladi, "the comment", lambda written: len(written) == 1)
        self.assertEqual(sent["text"], "Harganya jelas")
        self.assertLess(abs(sent["at_ns"] / 1e6 - 5000), 250)
        gladi.wait_until("no draft to be left", lambda _: not list((self.take / "reviews").glob(".*.draft")))

    def test_what_cannot_be_saved_waits(self):
        gladi = self.open_take()
        # A newer Gladi has been at work on this stick: its file is read here, and not changed.
        file = self.take / "reviews" / f"{PERSON}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"schema_version": 99, "reviewer": {"id": PERSON, "name": "Siti Aminah"}, "comments": []}))
        self.go_to(gladi, 0.25, 5000)
        gladi.key("c")
        gladi.type("Harganya jelas")
        self.go_to(gladi, 0.75, 15000)
        gladi.wait_widget("review.draft_moment")
        self.screenshot("draft-elsewhere")
        gladi.click("review.send")
        gladi.wait_note("review.unsaved", "1")
        gladi.key("2")
        gladi.wait_note("review.unsaved", "2")
        self.screenshot("unsaved")
        gladi.click("review.back")
        gladi.wait_screen("review.leaving")
        self.sleep(0.5)
        self.screenshot("leaving-unsaved")
        file.unlink()
        gladi.click("review.leaving.again")
        gladi.wait_screen("review")
        gladi.wait_note("review.unsaved", "0")
        first, second = self.written()
        self.assertEqual(first["text"], "Harganya jelas")
        self.assertLess(abs(first["at_ns"] / 1e6 - 5000), 250)
        self.assertEqual(second["text"], "Peragaan")
        gladi.key("Escape")
        gladi.wait_screen("library")


class LiveComments(WindowTest):
    def test_who_watches_comments_by_key(self):
        gladi = self.start("--camera", "demo", "--mic", "test", "--lang", "id")
        self.begin_first_take(gladi, "Siti Aminah")
        self.desktop.xdotool("keydown", "shift")
        gladi.wait_note("studio.live_words", "shown")
        self.screenshot("live-words")
        self.desktop.xdotool("key", "F2")
        self.desktop.xdotool("keyup", "shift")
        gladi.wait_note("studio.live_comments", "1")
        self.screenshot("live-said")
        # In the journal at once: a crash now would lose nothing.
        [session] = self.sessions(gladi)
        journal = [json.loads(line) for line in (session / "journal.jsonl").read_text().splitlines()]
        [live] = [line for line in journal if line["type"] == "live_comment"]
        self.assertEqual(live["text"], "Peragaan")
        # F9 with Shift is a word; without it, the end.
        gladi.key("shift+F9")
        gladi.wait_note("studio.live_comments", "2")
        gladi.wait_note("studio.phase", "recording")
        gladi.key("F9")
        self.watch(gladi)
        comments = self.comments(session)
        self.assertEqual([comment["text"] for comment in comments], ["Peragaan", "Catatan"])
        self.assertEqual(comments[0]["id"], live["comment_id"])
        self.assertEqual(comments[0]["at_ns"], live["at_ns"])


if __name__ == "__main__":
    unittest.main()
