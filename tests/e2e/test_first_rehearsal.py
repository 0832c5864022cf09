"""The main job through the window, as a person does it for the first time: name, product, check, take, player, comment."""

import json
import unittest

from window_test import WindowTest, probe


class FirstRehearsal(WindowTest):
    def test_from_an_empty_home_to_a_comment_that_stays(self):
        gladi = self.start("--camera", "demo")
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        self.screenshot("home-empty")

        # The red button asks who is there, and then the take begins: at most five clicks and a name.
        gladi.click("home.start")
        gladi.wait_screen("home.name")
        self.screenshot("home-name")
        self.add_person(gladi, "Siti Aminah")
        gladi.wait_screen("studio")
        self.screenshot("studio-countdown")
        gladi.wait_note("studio.phase", "recording")
        self.assertLessEqual(gladi.clicks, 5)

        self.sleep(2)
        gladi.key("Right")          # from the opening to the first product
        self.sleep(2)
        self.screenshot("studio-product")
        gladi.key("3")              # the third product at once
        self.sleep(2)
        gladi.key("m")
        gladi.key("l")
        self.sleep(1)
        self.screenshot("studio-layout")
        gladi.click("studio.next")
        self.sleep(2)
        gladi.key("F9")

        # Reviewable at once.
        session = self.rate_and_watch(gladi)
        segments = [name for name in gladi.look()["widgets"] if name.startswith("review.segment.")]
        self.assertEqual(len(segments), 4)

        gladi.key("space")
        gladi.wait_until("the player to move", lambda seen: int(seen["notes"]["review.position_ms"]) > 700)
        self.screenshot("review-playing")
        gladi.key("space")
        gladi.wait_note("review.state", "paused")

        # A click on a segment goes to where its product came on.
        gladi.click("review.segment.2")
        journal = [json.loads(line) for line in (session / "journal.jsonl").read_text().splitlines()]
        starts = [event for event in journal if event["type"] == "segment_started"]
        third_ms = starts[2]["at_ns"] // 1_000_000
        gladi.wait_until("the third segment's start",
                         lambda seen: abs(int(seen["notes"]["review.position_ms"]) - third_ms) <= 40)

        # One frame on and one back.
        before = int(gladi.note("review.position_ms"))
        gladi.key("period")
        gladi.wait_until("one frame on", lambda seen: 30 <= int(seen["notes"]["review.position_ms"]) - before <= 36)
        gladi.key("comma")
        gladi.wait_until("one frame back", lambda seen: abs(int(seen["notes"]["review.position_ms"]) - before) <= 1)

        # A click in the middle of the strip goes to the middle of the take.
        gladi.click("review.timeline", across=0.5)
        gladi.wait_until("the middle", lambda seen: abs(int(seen["notes"]["review.position_ms"]) - before) > 100)
        middle_ms = int(gladi.note("review.position_ms"))

        gladi.key("c")
        gladi.type("Harga sudah jelas")
        gladi.key("Return")
        gladi.wait_note("review.comments", "1")
        self.screenshot("review-comment")
        comments = self.comments(session)
        self.assertEqual([comment["text"] for comment in comments], ["Harga sudah jelas"])
        self.assertLessEqual(abs(comments[0]["at_ns"] // 1_000_000 - middle_ms), 1)
        self.assertEqual(gladi.close(), 0)

        # The recording is whole: someone else's program says so.
        self.wait_for_file(session / "take.mp4", gladi)
        media = probe(session / "take.mp4")
        video = next(stream for stream in media["streams"] if stream["codec_type"] == "video")
        self.assertEqual((video["width"], video["height"], video["r_frame_rate"]), (720, 1280, "30/1"))
        self.assertEqual(len(media["chapters"]), 4)
        self.assertGreater(float(media["format"]["duration"]), 8)

        # After a restart it is all there.
        gladi = self.start("--camera", "demo")
        gladi.wait_screen("home")
        gladi.wait_note("home.camera", "live")
        self.screenshot("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        self.sleep(1)
        self.screenshot("library")
        gladi.click("library.take." + session.name)
        gladi.wait_screen("review")
        gladi.wait_note("review.comments", "1")
        self.assertEqual(gladi.close(), 0)

    def rate_and_watch(self, gladi):
        """Nothing is told before the person has said how she found it herself."""
        gladi.wait_note("feedback.state", "rating")
        self.assertNotIn("feedback.see", gladi.look()["widgets"])
        self.assertEqual(gladi.note("feedback.next"), "")
        self.screenshot("feedback-question")
        gladi.key("3")
        gladi.click("feedback.wish")
        gladi.type("Lebih tenang")
        gladi.key("Return")
        gladi.wait_note("feedback.state", "results")
        self.sleep(1)
        self.screenshot("feedback")
        session = self.sessions(gladi)[0]
        rated = [json.loads(line) for line in (session / "journal.jsonl").read_text().splitlines()][-1]
        self.assertEqual((rated["type"], rated["level"], rated["wish"]), ("self_rated", 3, "Lebih tenang"))
        self.watch(gladi)
        gladi.key("h")
        gladi.wait_note("feedback.state", "results")  # asked once only
        self.watch(gladi)
        return session

    def wait_for_file(self, file, gladi):
        """Closing the program may cancel the final file; the next start makes it."""
        if file.exists():
            return
        again = self.start("--camera", "demo")
        again.wait_until(f"{file.name}", lambda _: file.exists())
        again.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
