"""Two takes of one person side by side, by keys and by mouse: the pictures stay together, one of them is heard."""

import tempfile
import unittest
from pathlib import Path

from made_take import EARLIER, TAKE, make_media, make_take
from window_test import WindowTest

SECONDS = 30
OLDEST = "2026-11-07T09-30-00-siti-aminah"


class Compare(WindowTest):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory(prefix="gladi-compare-")
        self.addCleanup(folder.cleanup)
        self.media = media = Path(folder.name) / "take.mp4"
        make_media(media, SECONDS)
        make_take(self.home / "Gladi", SECONDS, media=media, rated=True)
        make_take(self.home / "Gladi", SECONDS, media=media, name=EARLIER, shares=(0, 0.2, 0.5, 0.9), rated=True)

    def positions(self, seen):
        return [int(seen["notes"][f"compare.position_ms.{which}"]) for which in (0, 1)]

    def wait_positions(self, gladi, first_ms, second_ms):
        gladi.wait_until(f"{first_ms} and {second_ms} ms", lambda seen: all(
            abs(at - wanted) <= 100 for at, wanted in zip(self.positions(seen), (first_ms, second_ms))))

    def test_two_takes_play_together(self):
        gladi = self.start("--camera", "demo", "--lang", "id")
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_note("review.state", "paused")
        gladi.key("b")
        gladi.wait_screen("compare")
        gladi.wait_note("compare.state", "paused")
        self.assertEqual([gladi.note(f"compare.take.{which}") for which in (0, 1)], [EARLIER, TAKE])
        self.assertEqual(gladi.note("compare.aligned"), "product")
        self.screenshot("compare")

        # The cloth came at 3 s now, at 6 s then: both begin there together.
        gladi.key("Next")
        self.wait_positions(gladi, 6000, 3000)
        gladi.key("Right")
        self.wait_positions(gladi, 11000, 8000)
        gladi.key("period", "period")
        self.wait_positions(gladi, 11067, 8067)

        # They play and stay together, at more than one speed; the other one's sound, too.
        gladi.key("space")
        gladi.wait_until("both to play", lambda seen: self.positions(seen)[1] > 9000 and seen["notes"]["compare.apart_ms"] != "none")
        gladi.wait_until("both to be together", lambda seen: abs(int(seen["notes"]["compare.apart_ms"].replace("none", "999"))) <= 100)
        gladi.key("s")
        gladi.wait_note("compare.heard", "0")
        gladi.key("bracketright")
        gladi.wait_note("compare.speed", "125")
        before = self.positions(gladi.look())
        gladi.wait_until("both to go on", lambda seen: all(b > a + 300 for a, b in zip(before, self.positions(seen))))
        gladi.key("space")
        gladi.wait_note("compare.state", "paused")

        # By hand: the lanes lie as they did, keys and mouse shift one against the other.
        gladi.click("compare.lane.0", across=0.6)
        self.wait_positions(gladi, 18000, 18000)
        gladi.key("a")
        gladi.wait_note("compare.aligned", "hand 0")
        gladi.key("plus", "plus", "ctrl+Left")
        gladi.wait_note("compare.aligned", "hand 800")
        self.wait_positions(gladi, 18000, 18800)
        self.drag(gladi, "compare.lane.1", 0.5, 0.6)
        gladi.wait_until("the lane to be dragged", lambda seen: seen["notes"]["compare.aligned"] not in ("product", "hand 800"))
        self.screenshot("compare-by-hand")
        self.assertLess(int(gladi.note("compare.aligned").split()[1]), -1000)
        gladi.key("a")
        gladi.wait_note("compare.aligned", "product")

        self.screenshot("compare-playing")
        gladi.key("F1")
        gladi.wait_note("app.help", "open")
        self.screenshot("compare-help")
        gladi.key("Escape")
        gladi.wait_note("app.help", "closed")
        # All takes as pictures; a point opens its take.
        gladi.key("h")
        gladi.wait_note("progress.points", "2")
        self.screenshot("progress")
        gladi.click("progress.reply.1")
        gladi.wait_note("review.state", "paused")
        gladi.key("b")
        gladi.wait_note("compare.state", "paused")
        gladi.key("Escape")
        gladi.wait_screen("review")
        self.assertEqual(gladi.close(), 0)

    def test_a_take_that_cannot_be_opened_leaves_the_others(self):
        oldest = make_take(self.home / "Gladi", SECONDS, media=self.media, name=OLDEST)
        (self.home / "Gladi/sessions" / EARLIER / "take.mp4").unlink()
        (self.home / "Gladi/sessions" / EARLIER / "take.mp4").write_bytes(b"no film")
        gladi = self.start("--camera", "demo", "--lang", "id")
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_note("review.state", "paused")
        gladi.key("b")
        gladi.wait_note("compare.state", "problem")
        self.screenshot("compare-problem")
        gladi.key("t")
        gladi.wait_note("compare.state", "paused")
        self.assertEqual(gladi.note("compare.take.0"), oldest.name)

    def drag(self, gladi, name, from_share, to_share):
        self.desktop.xdotool("mousemove", *gladi.point_of(name, from_share), "mousedown", 1)
        for step in range(1, 6):
            self.desktop.xdotool("mousemove", *gladi.point_of("compare.lane.0", from_share + (to_share - from_share) * step / 5))
            self.sleep(0.1)
        self.desktop.xdotool("mouseup", 1)


class NotRated(WindowTest):
    """Results of a take wait until she has said how she found it (adr/0026)."""

    def setUp(self):
        super().setUp()
        media = self.home / "take.mp4"
        make_media(media, SECONDS)
        make_take(self.home / "Gladi", SECONDS, media=media)
        make_take(self.home / "Gladi", SECONDS, media=media, name=EARLIER, shares=(0, 0.2, 0.5, 0.9), rated=True)

    def test_results_wait(self):
        gladi = self.start("--camera", "demo", "--lang", "id")
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_note("review.state", "paused")
        gladi.key("b")
        gladi.wait_note("compare.results", "wait")
        gladi.wait_note("compare.state", "paused")
        self.assertNotIn("compare.part.kain", gladi.look()["widgets"])
        self.screenshot("compare-waits")
        gladi.key("h")
        gladi.wait_note("progress.points", "1")
        self.assertEqual(gladi.note("progress.unrated"), "1")
        self.screenshot("progress-waits")
        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_note("review.state", "paused")
        gladi.key("h")
        gladi.wait_note("feedback.state", "rating")
        gladi.click("feedback.skip")
        gladi.wait_note("feedback.state", "results")
        self.watch(gladi)
        gladi.key("b")
        gladi.wait_note("compare.results", "there")
        gladi.wait_note("compare.state", "paused")
        gladi.key("h")
        gladi.wait_note("progress.points", "2")
        self.assertEqual(gladi.note("progress.unrated"), "0")
        self.assertEqual(gladi.close(), 0)


class NotRatedOnASmallScreen(NotRated):
    size = (1024, 768)


class OnASmallScreen(Compare):
    size = (1024, 768)


if __name__ == "__main__":
    unittest.main(verbosity=2)
