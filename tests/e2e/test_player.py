"""The player and its timeline, as somebody who reviews uses them: with keys and with the mouse."""

import tempfile
import unittest
from pathlib import Path

from made_take import TAKE, make_media, make_take
from two_displays import TwoDisplays
from window_test import WindowTest


class PlayerTest(WindowTest):
    @classmethod
    def setUpClass(cls):
        """The same film for all: making one takes as long as a test."""
        folder = tempfile.TemporaryDirectory(prefix="gladi-player-")
        cls.addClassCleanup(folder.cleanup)
        cls.media = Path(folder.name) / "take.mp4"
        make_media(cls.media, 60)

    def make_take(self, **options):
        return make_take(self.home / "Gladi", media=self.media, **options)

    def open_take(self, *arguments):
        gladi = self.start("--camera", "demo", "--lang", "id", *arguments)
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_screen("review")
        gladi.wait_note("review.state", "paused")
        return gladi

    def position(self, gladi):
        return int(gladi.note("review.position_ms"))

    def wait_position(self, gladi, at_ms, within_ms=40):
        gladi.wait_until(f"{at_ms} ms", lambda seen: abs(int(seen["notes"]["review.position_ms"]) - at_ms) <= within_ms)

    def wheel(self, gladi, up, times=1, shift=False):
        if shift:
            self.desktop.xdotool("keydown", "shift")
        for _ in range(times):
            self.desktop.xdotool("click", 4 if up else 5)
            self.sleep(0.15)
        if shift:
            self.desktop.xdotool("keyup", "shift")


class Player(PlayerTest):
    def test_keys_and_mouse_run_the_player(self):
        self.make_take()
        gladi = self.open_take()

        # Steps and jumps.
        gladi.click("review.timeline", across=0.5, down=0.2)
        self.wait_position(gladi, 30_000, 250)
        here = self.position(gladi)
        gladi.key("Right")
        self.wait_position(gladi, here + 5000)
        gladi.key("Left")
        self.wait_position(gladi, here)
        gladi.key("period", "period", "comma")
        self.wait_position(gladi, here + 33, 2)

        # J K L.
        gladi.key("l")
        gladi.wait_note("review.state", "playing")
        gladi.key("l")
        gladi.wait_note("review.speed", "125")
        gladi.key("k")
        gladi.wait_note("review.state", "paused")
        before = self.position(gladi)
        gladi.key("j")
        gladi.wait_note("review.backwards", "100")
        gladi.key("j")
        gladi.wait_note("review.backwards", "200")
        gladi.wait_until("the picture to go back", lambda seen: int(seen["notes"]["review.position_ms"]) < before - 700)
        gladi.key("k")
        gladi.wait_note("review.state", "paused")
        gladi.wait_note("review.backwards", "0")

        # Speeds, by key and by mouse, to both ends.
        for _ in range(6):
            gladi.key("bracketleft")
        gladi.wait_note("review.speed", "25")
        gladi.click("review.faster")
        gladi.wait_note("review.speed", "50")
        gladi.click("review.speed")
        gladi.wait_note("review.speed", "100")

        # Volume.
        gladi.key("Down", "Down")
        gladi.wait_note("review.volume", "80")
        gladi.key("m")
        gladi.wait_note("review.volume", "off")
        gladi.click("review.mute")
        gladi.wait_note("review.volume", "80")

        # Between two points, again and again.
        gladi.click("review.timeline", across=0.1, down=0.2)
        self.wait_position(gladi, 6_000, 250)
        gladi.key("i")
        begin = self.position(gladi)
        for _ in range(30):
            gladi.key("period")
        self.wait_position(gladi, begin + 1000, 5)
        gladi.key("o")
        gladi.wait_note("review.loop_ms", f"{begin} {begin + 1000}")
        gladi.key("space")
        seen = []
        gladi.wait_until("two rounds", lambda now: seen.append(int(now["notes"]["review.position_ms"])) or
                         sum(b < a - 300 for a, b in zip(seen, seen[1:])) >= 2)
        self.assertLessEqual(max(seen), begin + 1300)
        self.assertGreaterEqual(min(seen), begin - 40)
        gladi.key("x")
        gladi.wait_note("review.loop_ms", "none")
        gladi.wait_until("it goes on", lambda now: int(now["notes"]["review.position_ms"]) > begin + 1500)
        gladi.key("space")

        # Large, and back with Escape.
        gladi.key("f")
        gladi.wait_note("review.picture", "large")
        self.sleep(1)
        self.screenshot("review-large")
        here = self.position(gladi)
        gladi.key("period")
        self.wait_position(gladi, here + 33, 3)
        gladi.key("Escape")
        gladi.wait_note("review.picture", "small")
        gladi.wait_screen("review")
        self.assertEqual(gladi.close(), 0)

    def test_the_timeline_shows_and_finds(self):
        session = self.make_take()
        gladi = self.open_take()
        gladi.wait_note("review.waveform", "there")
        self.assertTrue((session / "cache/waveform.bin").exists())
        self.screenshot("timeline")

        # The wheel zooms at the pointer, so what was there is there still.
        x, y = gladi.point_of("review.timeline", 0.4, 0.2)
        self.desktop.xdotool("mousemove", x, y)
        gladi.wait_note("review.preview", "there")
        self.sleep(1)
        self.screenshot("timeline-hover")
        self.wheel(gladi, up=True, times=6)
        gladi.wait_until("closer", lambda seen: int(seen["notes"]["review.zoom"]) > 300)
        self.desktop.xdotool("click", 1)
        self.wait_position(gladi, 24_000, 250)
        self.sleep(1)
        self.screenshot("timeline-close")
        # What is scrolled away comes under the same place.
        self.wheel(gladi, up=False, times=2, shift=True)
        self.desktop.xdotool("click", 1)
        gladi.wait_until("further on", lambda seen: int(seen["notes"]["review.position_ms"]) > 26_000)
        gladi.click("review.timeline.scroll", across=0.05)
        gladi.click("review.timeline", across=0.1, down=0.2)
        gladi.wait_until("near the beginning", lambda seen: int(seen["notes"]["review.position_ms"]) < 5_000)
        gladi.key("0")
        gladi.wait_note("review.zoom", "100")
        gladi.key("plus")
        gladi.wait_until("closer", lambda seen: int(seen["notes"]["review.zoom"]) > 100)
        gladi.key("0", "Home", "Next")
        self.wait_position(gladi, 3_000)     # the first line of the chat
        gladi.click("review.timeline", across=0.2501, down=0.44)
        self.wait_position(gladi, 15_000)    # the marker, hit exactly

        # A second time nothing is decoded: what was kept is read. A damaged file is made again.
        gladi.key("Escape")
        gladi.wait_screen("library")
        whole = (session / "cache/waveform.bin").read_bytes()
        (session / "cache/waveform.bin").write_bytes(whole[:1000])
        gladi.click(f"library.take.{TAKE}")
        gladi.wait_note("review.waveform", "there")
        self.assertEqual((session / "cache/waveform.bin").read_bytes(), whole)
        self.assertEqual(gladi.close(), 0)


class SmallScreen(PlayerTest):
    size = (1024, 768)

    def test_it_looks_right_on_a_small_screen(self):
        self.make_take()
        gladi = self.open_take()
        gladi.wait_note("review.waveform", "there")
        x, y = gladi.point_of("review.timeline", 0.37, 0.32)
        self.desktop.xdotool("mousemove", x, y)
        gladi.wait_note("review.preview", "there")
        self.sleep(1)
        self.screenshot("timeline")
        gladi.key("f")
        gladi.wait_note("review.picture", "large")
        self.sleep(1)
        self.screenshot("review-large")
        self.assertEqual(gladi.close(), 0)


@unittest.skipUnless(TwoDisplays.SERVER.exists(), "needs xserver-xorg-core with its dummy driver")
class OnTheProjector(PlayerTest):
    def open_desktop(self):
        return TwoDisplays(*self.size)

    def test_a_take_is_shown_to_the_class_only_when_asked_for(self):
        self.make_take()
        gladi = self.open_take()
        gladi.key("F8")
        gladi.wait_note("app.projector", "open")
        gladi.wait_widget("review.projecting")
        self.sleep(2)
        alone = self.desktop.projector_picture("projector-review-alone")
        self.assertEqual(self.desktop.colours(alone, "400x150+100+640"), 1, "words only")
        gladi.key("p")
        gladi.wait_note("review.projecting", "on")
        gladi.key("space")
        self.sleep(2)
        shown = self.desktop.projector_picture("projector-review")
        self.assertGreater(self.desktop.colours(shown, "400x150+100+640"), 20, "the recording")
        gladi.key("p")
        gladi.wait_note("review.projecting", "off")
        self.assertEqual(gladi.close(), 0)

    def test_who_has_not_agreed_is_not_shown(self):
        self.make_take(class_show=False)
        gladi = self.open_take()
        gladi.key("F8")
        gladi.wait_note("app.projector", "open")
        gladi.wait_until("the button", lambda seen: "review.projecting" in seen["widgets"])
        self.assertFalse(gladi.look()["widgets"]["review.projecting"]["enabled"])
        gladi.key("p")
        self.sleep(2)
        self.assertEqual(gladi.note("review.projecting"), "off")
        alone = self.desktop.projector_picture("projector-review-refused")
        self.assertEqual(self.desktop.colours(alone, "400x150+100+640"), 1)
        self.assertEqual(gladi.close(), 0)


if __name__ == "__main__":
    unittest.main()
